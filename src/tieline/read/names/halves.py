"""Names that a text cuts short where the rest of it tells what is meant: "the North", "South and North Korea", "SA" of Pretoria's trade, "AUC"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tieline.model import lazy_re as re

_HALF: Final = re.compile(
    r"\b[Tt]he (?P<half>North|South)\b(?=['’]s\s|[.,;)\"”]|\s+(?!of\b|coast|east|west|side\b|and south|and north|pole|end\b|bank\b)[a-z]|$)"
)
_JOINED: Final = re.compile(r"\b(?P<half>North|South)(?=\s+(?:and|or|&)\s+(?:the\s+)?(?:North|South)\s+Korea)")
"""The first of "North and South Korea"."""
_OF_HALF: Final = {"North": "PRK", "South": "KOR"}
_SOUTH_AFRICA: Final = re.compile(r"\bSA\b(?!\.\w)")
_COMMISSION: Final = re.compile(r"\bAUC\b")
"""The letters of the African Union's commission, which are those of others too."""
_BEHIND_SMALL: Final = re.compile(r"(?:^|[.!?:;,()\"“”\n]\s*|\b[a-z]+[\s-]|\d\s)$")
"""Before an abbreviation that is of no company: "Repsol SA" has a name before it."""


def cut_short(text: str, clear: Mapping[str, int]) -> list[tuple[int, int, str]]:
    """Start, end and code of the names that a text cuts short; `clear` counts the countries that it names in full.

    >>> cut_short("North and South Korea trade little.", {"KOR": 1})
    [(0, 5, 'PRK')]
    >>> cut_short("In all, SA exports to Zambia fell. Iscor SA of South Africa lost.", {"ZAF": 1})
    [(8, 10, 'ZAF')]
    """
    found: list[tuple[int, int, str]] = []
    if clear.get("PRK") or clear.get("KOR"):
        halves = (m for form in (_HALF, _JOINED) for m in form.finditer(text))
        found += [(m.start("half"), m.end("half"), _OF_HALF[m["half"]]) for m in halves]
    if clear.get("AFRICANUNION") and "AUC" in text:
        found += [(m.start(), m.end(), "AFRICANUNION") for m in _COMMISSION.finditer(text)]
    if clear.get("ZAF") and not clear.get("SAU") and "SA" in text:
        found += [
            (m.start(), m.end(), "ZAF")
            for m in _SOUTH_AFRICA.finditer(text)
            if _BEHIND_SMALL.search(text[: m.start()]) is not None
        ]
    return found
