"""Shares of a whole that is wider than one flow: of the trade of all the world, of the trade both ways with a partner."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.both_ways import of_trade_told
from tieline.model.vocabulary import Indicator
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Share
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import NOUN_ANCHORS


def of_wider_whole(
    told: Share, frame: Frame, sentence: Sentence, figure: Figure, subject: Token | None
) -> Share | None:
    """The roles of a part of such a whole, of which `subject` has so much; None of other shares."""
    if frame.indicator == "trade":
        way = _one_way_of(sentence, figure, subject)
        return replace(told, indicator=way) if way is not None else None
    if frame.indicator not in FLOWS:
        return None
    if _of_world(sentence, figure):
        return replace(told, partner="WLD") if "partner" in frame.inferred and frame.partner is not None else told
    both = _OF_BOTH_WAYS.match(sentence.text, figure.end) or of_trade_told(sentence.text[: figure.start])
    return told if both and frame.partner is not None and told.good is None else None


def _one_way_of(sentence: Sentence, figure: Figure, subject: Token | None) -> Indicator | None:
    """As in "exports made up 55 percent of Malta's two-way trade with Italy": the flow that has the share."""
    if _OF_BOTH_WAYS.match(sentence.text, figure.end) is None:
        return None
    told = NOUN_ANCHORS.get(subject.lemma) if subject is not None else None
    return told if told in FLOWS else None


_OF_BOTH_WAYS: Final = re.compile(
    r"\s+of\s+(?:(?:the|its|their|all|[A-Z][\w.]+['’]s?)\s+)*(?:(?:two-way|bilateral|mutual|total|overall|combined)\s+)+(?:trade|commerce|turnover)\b(?=\s+(?:with|between)\b|\s*[.,;])"
    r"|\s+of\s+(?:all\s+)?their\s+(?:trade|commerce)\b(?!\s+(?:with|deficit|surplus|gap))"
)
"""Behind one flow's share of the trade both ways with that partner: "exports made up 37 percent of its two-way trade with Chile"."""


def _of_world(sentence: Sentence, share: Figure) -> bool:
    """As in "its share of the world total shrank to 16%", "43 percent of global exports"."""
    behind = _IN_WORLD.match(sentence.text, share.end)
    return behind is not None or _WORLD_SHARE.search(sentence.text[: share.start]) is not None


_IN_WORLD: Final = re.compile(
    r"\s+of\s+(?:the\s+|all\s+|total\s+)*(?:(?:world|global|international)\b|[\w-]+\s+(?:exports|imports|trade|sales)\s+worldwide\b|(?:[\w-]+\s+){1,2}worldwide\b)"
)
_WORLD_SHARE: Final = re.compile(r"\bshare\s+of\s+(?:the\s+|all\s+|total\s+)*(?:world|global|international)\b[^.;,]*$")
