"""Which dollar a bare "$" or "dlrs" is: a story that says "H.K. dlrs" once goes on with "dlrs" alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tieline.read.figures import Figure

_KINDS: Final = {
    "HKD": r"HK|H\.K\.|Hong Kong",
    "AUD": r"A|AU|Aust?\.|Australian",
    "CAD": r"C|CA|CAN|Can\.|Canadian",
    "NZD": r"NZ|N\.Z\.|New Zealand",
    "SGD": r"S|SG|Singapore",
    "TWD": r"NT|N\.T\.|(?:New )?Taiwan",
    "JMD": r"J|Jamaican?",
    "TTD": r"TT|Trinidad(?:ian)?",
    "FJD": r"F|FJ|Fiji(?:an)?",
    "NAD": r"N|Namibian?",
    "BBD": r"Bds|Barbad(?:os|ian)",
    "ZWD": r"Z|Zimbabwe(?:an)?",
    "BND": r"B|Brunei",
}
_DOLLAR = r"(?:\s?\$|\s(?i:dlrs?|dollars?)\b)"
_MARKED: Final = re.compile(
    "|".join(rf"(?P<{code}>(?<![\w.])(?:{words}){_DOLLAR})" for code, words in _KINDS.items())
    + rf"|(?P<USD>(?<![\w.])(?:US|U\.S\.|American){_DOLLAR})"
)
_ANY: Final = re.compile(r"\$|[dD](?i:lrs?|ollars?)\b")
_LONGEST: Final = 16
"""More than the characters of any nation before its dollar: only there need one be looked for."""
_SAID: Final = re.compile(
    r"[A-Za-z.]\s?\$|(?:U\.S\.|US|American|[A-Z][a-z]+|[A-Z]\.?[A-Z]\.?)\s+(?i:dlrs?|dollars?)|USD"
)
_BARE: Final = re.compile(r"\$|\b(?:dlrs?|dollars?)\b", re.IGNORECASE)


def dollar_of(text: str) -> str:
    """The currency of a story's bare dollars: the one local dollar that it names where it never names the American.

    >>> dollar_of("Exports rose to 1.2 billion H.K. dlrs from 900 mln dlrs"), dollar_of("Exports rose to $3 mln")
    ('HKD', 'USD')
    """
    named = {
        str(found.lastgroup)
        for dollar in _ANY.finditer(text)
        for found in _MARKED.finditer(text, max(0, dollar.start() - _LONGEST), dollar.end())
    }
    return next(iter(named)) if len(named) == 1 else "USD"


def in_local_dollars(figures: list[Figure], text: str, dollar: str) -> list[Figure]:
    """The figures of a sentence with bare dollars in the story's own."""
    if dollar == "USD":
        return figures
    return [replace(f, unit=dollar) if f.unit == "USD" and _is_bare(text[f.start : f.end]) else f for f in figures]


def _is_bare(written: str) -> bool:
    return _BARE.search(written) is not None and _SAID.search(written) is None
