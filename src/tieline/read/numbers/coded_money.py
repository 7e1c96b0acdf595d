"""Sums whose scale and money are one code: "8,106 MD" (millions of dinars), "MSEK 450", "1.2 MMDH"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import SCALED_CODES
from tieline.read.numbers.scan import Figure, make_figure

_CODE: Final = re.compile(
    f"M(?:{'|'.join(re.escape(code[1:]) for code in sorted(SCALED_CODES, key=len, reverse=True))})(?![A-Za-z])"
)
_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER_BEFORE: Final = re.compile(rf"(?<![\w.,$£€])(?P<sign>[-+−])?(?P<n>{_NUMBER})\s?$")
_NUMBER_BEHIND: Final = re.compile(rf"\s?(?P<n>{_NUMBER})(?![\d.,]*\d|\s?%)")
_LONGEST: Final = 20


def coded_money(text: str) -> list[Figure]:
    """The sums of a sentence that such a code stands before or behind; a sign of a balance is left to its words.

    >>> [(f.value, f.unit) for f in coded_money("a deficit of 8,106.4 MD, loans of MSEK 450 and 1.2 MMDH")]
    [(8106400000.0, 'TND'), (450000000.0, 'SEK'), (1200000000.0, 'MAD')]
    """
    found: list[Figure] = []
    for code in _CODE.finditer(text) if "M" in text else ():
        money, scale = SCALED_CODES[code.group()]
        first = max(found[-1].end if found else 0, code.start() - _LONGEST)
        if (number := _NUMBER_BEFORE.search(text[first : code.start()])) is not None:
            start, end = first + number.start(), code.end()
        elif (behind := _NUMBER_BEHIND.match(text, code.end())) is not None and not text[: code.start()][-1:].isalnum():
            number, start, end = behind, code.start(), behind.end()
        else:
            continue
        found.append(make_figure(start, end, "money", money, (number["n"], None), (None, None), scale))
    return found
