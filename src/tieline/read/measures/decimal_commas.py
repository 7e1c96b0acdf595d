"""A decimal comma that looks like one between thousands: "$1,858 billion" of what a small country buys is $1.858 billion.

What is written is kept where it can be meant.  A flow of a trillion dollars and more between two countries, or of one
that is none of the great traders with all the world, can't be: the comma is read as a decimal one, and the claim says
so in `inferred`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.memory import MERCHANDISE, Frame

_WRITTEN: Final = re.compile(r"(?<![\d,.])\d{1,2},\d{3}(?=\s?(?:billion|bln|bn)\b)", re.IGNORECASE)
_MONEY: Final = frozenset({"USD", "EUR", "GBP", "CHF"})
_TRILLION: Final = 1e12
_GREAT: Final = frozenset(
    "USA CHN EU DEU JPN NLD FRA GBR KOR ITA HKG MEX CAN BEL IND SGP ARE VNM TWN ESP RUS POL CHE AUS BRA WLD".split()
)
"""Those whose trade with the world may come to a trillion dollars; drawn wide, and not checked against a table."""
_BLOCS: Final = frozenset({"EU", "ASEAN", "USA", "CHN", "WLD"})
"""Those between two of whom a flow may come to a trillion."""


def with_decimal_comma(text: str, figure: Figure, frame: Frame) -> Figure:
    """The figure of a sentence, a thousandth of it where its comma can only be a decimal one."""
    huge = figure.kind == "money" and figure.unit in _MONEY and abs(figure.value) >= _TRILLION
    if not huge or frame.indicator not in MERCHANDISE or _may_be(frame):
        return figure
    if _WRITTEN.search(text[figure.start : figure.end]) is None:
        return figure
    return replace(figure, value=figure.value / 1000)


def _may_be(frame: Frame) -> bool:
    """A flow between these may be as large as that."""
    if frame.partner in {None, "WLD"}:
        return frame.reporter in _GREAT
    return {frame.reporter, frame.partner} <= _BLOCS
