"""A growth told as a part of what there was: "half as much again as in 2013", "a third as many again", "as much again"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.patterns import PARTS, SMALL_NUMBERS
from tieline.read.numbers.scan import Figure, clean

_AGAIN: Final = re.compile(
    r"\b(?:(?:(?P<count>an?|one|two|three)[\s-])?(?P<part>half|thirds?|quarters?|fifths?|tenths?)\s+)?as\s+(?:much|many|large|big|high)\s+again\b",
    re.IGNORECASE,
)


def as_much_again(text: str) -> list[Figure]:
    """The changes that a text tells by what came on top.

    >>> [(each.kind, each.value) for each in as_much_again("came to $45 million, half as much again as in 2013")]
    [('multiple', 50.0)]
    >>> [each.value for each in as_much_again("as many again came")], as_much_again("as much as in 2013")
    ([100.0], [])
    """
    out = []
    for m in _AGAIN.finditer(text):
        count = SMALL_NUMBERS.get(m["count"].lower(), 1.0) if m["count"] else 1.0
        value = round(count * PARTS[m["part"].lower()], 1) if m["part"] else 100.0
        out.append(Figure(m.start(), m.end(), "multiple", clean(value), "percent", m.start(), digits=2, signed=True))
    return out
