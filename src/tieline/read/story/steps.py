"""Which stories hold a month's figures against the month before it, where a sentence names no time that they are held against."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_NAMES: Final = "January February March April May June July August September October November December".split()
_MONTH: Final = rf"(?:{'|'.join(_NAMES)})"
_FROM_LEVEL: Final = re.compile(
    rf"\b(?:from|than|against|versus|compared\s+(?:with|to))\s+(?:(?:an?|the|just|only|about|deficit|surplus|gap|record|revised|upwardly|downwardly|of)\s+)*[A-Z]{{0,3}}[$€£¥]?\s?\d[\d.,]*+(?:[\s-]?(?!per\b|percent|pct|p\.c)[a-z]+){{0,3}}?\s+(?:(?:set|seen|recorded|posted|reported)\s+)?in\s+(?P<one>{_MONTH})\b(?!,?\s+(?:of\s+)?(?:\d{{4}}|last|a\s+year))"
)
_ADJUSTED: Final = re.compile(
    r"\b(?:Statistics Canada|StatCan|seasonally[\s-]adjusted|month-on-month|month-over-month|month-to-month)\b",
    re.IGNORECASE,
)
"""Whose monthly releases, or what kind of figures, are held against the month before."""
_OF_YEAR: Final = re.compile(
    r"\byear[\s-](?:on|over|to)[\s-]year\b|\b(?:a|one)\s+year\s+(?:ago|earlier|before)|\byear-(?:ago|earlier)\b|\bsame\s+(?:month|period|time)\b|\b(?:than|from|over|on|against|to|with)\s+(?:in\s+)?(?:last\s+year|the\s+(?:previous|year)\s+(?:year|before))|\bon\s+the\s+year\b|\b(?:annual|annually|on\s+year|y/y|yoy)\b|\bcorresponding\s+(?:month|period)\b",
    re.IGNORECASE,
)
"""Words by which a story holds its figures against those of the year before."""


def month_by_month(text: str) -> int | None:
    """1 where a story holds months against the one before, and none against the same of another year; else None.

    >>> month_by_month("Exports rose 3 percent in May. The gap shrank to $3 million from $4 million in April.")
    1
    >>> month_by_month("Exports rose 3 percent in May, after $4 million in April.")
    """
    if _OF_YEAR.search(text) is not None:
        return None
    if _ADJUSTED.search(text) is not None:
        return 1
    for found in _FROM_LEVEL.finditer(text):
        following = _NAMES[(_NAMES.index(found["one"]) + 1) % len(_NAMES)]
        if re.search(rf"\b{following}\b", text) is not None:
            return 1
    return None
