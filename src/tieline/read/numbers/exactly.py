"""A part told in round words and then exactly: "almost half (49 per cent)", "nearly doubled, with growth of 95.3 percent".

What stands "after" it is no such number: "doubled, after growth of 95 percent" in the year before.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.scan import Figure

_SOON: Final = 80
_NEAR_SHARE: Final = 0.12
_NEAR_CHANGE: Final = 0.3
_IN_BRACKETS: Final = re.compile(r"[^.;()\d]*\(\s*(?:or\s+)?(?:(?:about|some|exactly|precisely|around)\s+)?")
_GREW_BY: Final = re.compile(
    r"[^.;()\d]{0,30}?(?:\(\s*(?:(?:up|down)\s+)?(?:by\s+)?|,\s+(?:(?:up|down)\s+(?:by\s+)?|(?:with|by)\s+(?:an?\s+)?(?:(?:growth|rise|increase|gain|jump|fall|drop|decline|decrease)\s+of\s+)?|(?:rising|growing|increasing|climbing|jumping|falling|dropping|declining)\s+(?:by\s+)?))"
)


def without_rounded(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, without those that the next one says again to the digit.

    >>> a, b = (Figure(7, 11, "percent", 50.0, "percent", 7, fraction=True), Figure(13, 24, "percent", 49.0, "percent", 13))
    >>> [f.value for f in without_rounded("almost half (49 per cent)", [a, b])]
    [49.0]
    """
    again = {f.start for f, then in pairwise(figures) if _is_again(text, f, then)}
    return [f for f in figures if f.start not in again] if again else figures


def _is_again(text: str, figure: Figure, then: Figure) -> bool:
    if then.kind != "percent" or then.fraction or then.start - figure.end > _SOON:
        return False
    off = abs(then.value - abs(figure.value))
    if figure.fraction:
        between = _IN_BRACKETS.fullmatch(text, figure.end, then.start)
        return between is not None and off <= _NEAR_SHARE * then.value
    if figure.kind == "multiple":
        between = _GREW_BY.fullmatch(text, figure.end, then.start)
        return between is not None and off <= _NEAR_CHANGE * then.value
    return False
