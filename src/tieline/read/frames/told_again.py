"""Flows that a noun only points back to: "These sales came to $5 million", after what Oman bought from Fiji.

Whoever sold and bought then has sold and bought these; which of the two reports is told by the noun.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, with_roles
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame
from tieline.read.story.topic import sides_of_flow

_THESE: Final = re.compile(r"\b(?:these|those|such)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
"""Right before a noun of trade that points back."""
_BOTH: Final = 2


def points_back(frame: Frame, sentence: Sentence) -> bool:
    """As in "these sales", "those purchases"."""
    lead = sentence.text[: frame.token.idx]
    return not frame.verb and frame.indicator in FLOWS and _THESE.search(lead) is not None


def told_again(frame: Frame, around: Around) -> Frame | None:
    """The sides of the flow told just before, by a noun that points back to it."""
    last = around.last
    if last is None or last.indicator not in FLOWS or len(last.pair) < _BOTH or around.loose:
        return None
    if frame.reporter or frame.partner or not points_back(frame, around.sentence):
        return None
    seller, buyer = sides_of_flow(last.indicator, last.reporter, last.partner)
    sides = (seller, buyer) if frame.indicator == "exports" else (buyer, seller)
    return with_roles(frame, *sides, "reporter", "partner")


def of_which(frame: Frame, reporter: str, around: Around) -> str | None:
    """As in "goods worth $90 million, of which Yemeni exports made up $25 million": the other of the two whose trade was told."""
    whole = around.before
    if whole is None or whole.indicator != "trade" or reporter not in whole.pair or frame.indicator not in FLOWS:
        return None
    return whole.other_side(reporter) if _OF_WHICH.search(around.sentence.text[: frame.token.idx]) else None


_OF_WHICH: Final = re.compile(r"\bof\s+which\s+(?:[\w'\u2019-]+\s+){0,2}$")


def of_row_before(frame: Frame, sentence: Sentence, before: list[Frame]) -> Frame:
    """As in "Peru had the first place, with 40 million, of which imports made up 30 million": of the row's two."""
    row = before[-1] if before else None
    carried = {"reporter", "partner"} <= {*frame.inferred} and frame.indicator in FLOWS and not frame.verb
    if row is None or not carried or row.indicator != "trade" or len(row.pair) < _BOTH:
        return frame
    if _OF_WHICH.search(sentence.text[: frame.token.idx]) is None:
        return frame
    return replace(frame, reporter=row.reporter, partner=row.partner, inferred=("reporter",))
