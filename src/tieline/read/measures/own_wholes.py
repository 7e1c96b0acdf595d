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
from tieline.read.syntax.tokens import Token

_BACK: Final = re.compile(
    r"\b(?:there|bilateral|mutual|two[- ]way|both|between|each other|in return|with|this|these|those|its|their|"
    r"(?:that|the) (?:country|market|two|pair|exchange|latter|former|neighbou?r\w*|same))\b",
    re.IGNORECASE,
)
"""Words that lead to a partner, or back to one."""
_OF_TRADE: Final = frozenset({"trade", "merchandise", "goods", "visible"})
_GAPS: Final = frozenset({"deficit", "surplus", "balance", "gap"})
_PAIR: Final = 2


def is_own_whole(frame: Frame, sentence: Sentence, story: Story, memory: Memory) -> bool:
    """The sentence tells of the reporter alone, and of its trade, or its trade balance, with nobody."""
    if frame.indicator not in {"trade", "balance"} or "partner" not in frame.inferred or frame.verb:
        return False
    if {m.code for m in sentence.mentions if trades(m.code)} != {frame.reporter}:
        return False
    if frame.indicator == "trade":
        owned = _owned_by(frame.token, frame, sentence)
        return owned and frame.token.lower == "trade" and not _leads_back(frame.token, sentence)
    opens = sentence.before is not None and sentence.before.paragraph != sentence.paragraph
    several = sum(trades(code) for code in story.counts) > _PAIR
    nouns = (t for t in sentence.tokens if t.lemma in _GAPS and t.i <= frame.token.i)
    return opens and several and any(_is_trade_gap(noun, frame, sentence, memory) for noun in nouns)


def _is_trade_gap(noun: Token, frame: Frame, sentence: Sentence, memory: Memory) -> bool:
    """As in "Chile recorded a trade deficit of", "Chile's trade balance was"."""
    if not any(c.dep in {"compound", "amod"} and c.lower in _OF_TRADE for c in noun.children):
        return False
    own = _owned_by(noun, frame, sentence) or sentence_subject(sentence, noun, memory) == frame.reporter
    return own and not _leads_back(noun, sentence)


def _leads_back(noun: Token, sentence: Sentence) -> bool:
    """The words of its clause, to the comma behind its first figure, lead to a partner."""
    told = next((f.end for f in sentence.figures if f.start > noun.idx), noun.idx)
    ends = sentence.text.find(",", told)
    return _BACK.search(sentence.text if ends < 0 else sentence.text[:ends]) is not None


def _owned_by(noun: Token, frame: Frame, sentence: Sentence) -> bool:
    """As in "Iran's non-oil trade": the reporter's by a possessive."""
    return any(
        (m := sentence.mention_at(c)) is not None and m.code == frame.reporter for c in noun.children if c.dep == "poss"
    )
