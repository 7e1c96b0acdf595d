"""A country's trade with all, told by its own words after figures of a pair: "Iran's non-oil trade", "Chile recorded a trade deficit".

The trade of one owner is that with all: what two have between them is bilateral, or theirs.  A trade deficit may be that with the
partner spoken of, so it is with all only where it opens a new paragraph of a story of more than two countries.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame
from tieline.read.frames.subjects import sentence_subject
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Memory

_WORLD: Final = "WLD"
_BACK: Final = re.compile(
    r"\b(?:there|bilateral|mutual|two[- ]way|both|between|each other|in return|with|this|these|those|its|their|"
    r"(?:that|the) (?:country|market|two|pair|exchange|latter|former|neighbou?r\w*|same))\b",
    re.IGNORECASE,
)
"""Words that lead to a partner, or back to one."""
_OF_TRADE: Final = frozenset({"trade", "merchandise", "goods", "visible"})
_PAIR: Final = 2


def is_own_whole(frame: Frame, sentence: Sentence, story: Story, memory: Memory) -> bool:
    """The sentence tells of the reporter alone, and of its trade, or its trade balance, with nobody."""
    if frame.indicator not in {"trade", "balance"} or "partner" not in frame.inferred or frame.verb:
        return False
    if {m.code for m in sentence.mentions if trades(m.code)} != {frame.reporter} or _BACK.search(sentence.text):
        return False
    owned = _owned_by(frame, sentence)
    if frame.indicator == "trade":
        return owned and frame.token.lower == "trade"
    of_trade = any(c.dep in {"compound", "amod"} and c.lower in _OF_TRADE for c in frame.token.children)
    opens = sentence.before is not None and sentence.before.paragraph != sentence.paragraph
    several = sum(trades(code) for code in story.counts) > _PAIR
    subject = sentence_subject(sentence, frame.token, memory) == frame.reporter
    return of_trade and opens and several and (owned or subject)


def _owned_by(frame: Frame, sentence: Sentence) -> bool:
    """As in "Iran's non-oil trade": the reporter's by a possessive."""
    return any(
        (m := sentence.mention_at(c)) is not None and m.code == frame.reporter
        for c in frame.token.children
        if c.dep == "poss"
    )
