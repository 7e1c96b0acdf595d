"""Traffic between two countries: "rail freight between A and B rose to 32 million tonnes", "passenger traffic between A and B".

It has no direction, and is `other`: neither what one sells nor who visits it.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.phrase import Near
from tieline.read.frames.roles import Roles
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Memory, memory_pair
from tieline.read.syntax.tokens import Token

TRAFFIC: Final = frozenset({"traffic", "freight"})
_BETWEEN: Final = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:between|with|from|to)\b")
_OTHER_SENSES: Final = re.compile(
    r"\b(?:web|internet|data|mobile|drug|human|arms|road|city|air)\s+$|\btraffic\s+(?:jams?|accidents?|police|lights?|rules?|tickets?)\b",
    re.IGNORECASE,
)


def means_traffic(sentence: Sentence, token: Token, _memory: Memory) -> bool:
    """The word tells of what moves between two countries, with a figure of it."""
    if _OTHER_SENSES.search(sentence.text[max(0, token.idx - 12) : token.idx + 20]) and "between" not in sentence.text:
        return False
    counted = any(f.kind in {"quantity", "percent"} for f in sentence.figures)
    return counted and _BETWEEN.match(sentence.text, token.idx + len(token)) is not None


def traffic_sides(near: Near, sentence: Sentence, memory: Memory) -> Roles | None:
    """The two countries that it runs between; None where not both are told."""
    named = list(dict.fromkeys(m.code for m in near.by_prep.get("between", ()) if trades(m.code)))
    if len(named) == 2:
        return Roles(named[0], named[1], "between")
    pair = memory_pair(memory, sentence) if near.pair else None
    if pair is not None:
        return Roles(*pair, "between")
    origin, goal = near.first("from"), near.first("to", "with")
    return Roles(origin, goal, "to") if origin and goal and origin != goal else None
