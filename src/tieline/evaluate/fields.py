"""Gold entries and claims as they are compared: plain mappings with the fields of the claims contract.

A gold entry may give several answers to a field: `partner: USA` with `partner_alt: [CAN, null]`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.periods import Period, PeriodError
from tieline.model.vocabulary import Kind

Fields = Mapping[str, Any]
Span = tuple[int, int]
"""Start and end in Unicode code points of the text as given; the end does not belong to it."""

KINDS: tuple[Kind, ...] = ("measure", "trend", "event")

_SAME_COUNTRY = {
    "SUN": "RUS", "DDR": "DEU", "BUR": "MMR", "TMP": "TLS", "ZAR": "COD", "ROM": "ROU", "JAP": "JPN", "ITL": "ITA",
    "VTN": "VNM", "EC": "EU", "EEC": "EU", "W00": "WLD", "WORLD": "WLD", "ALL": "WLD",
}  # fmt: skip
_SAME_UNIT = {
    "%": "percent", "pct": "percent", "per cent": "percent", "us$": "usd", "$": "usd", "tonnes": "t", "tons": "t",
    "barrels": "bbl", "persons": "people",
}  # fmt: skip


def fold(words: object) -> str:
    """Case, accents and kinds of white space do not matter.

    >>> fold("Côte  d'Ivoire")
    "cote d'ivoire"
    """
    plain = unicodedata.normalize("NFKD", str(words)).casefold()
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def listed(value: Any) -> list[Any]:
    """Nothing, one or several as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def options(entry: Fields, field: str) -> list[Any]:
    """All that is right for a field of a gold entry, its own value first; None among them: nothing is right too.

    >>> options({"partner": "USA", "partner_alt": ["CAN", None]}, "partner")
    ['USA', 'CAN', None]
    """
    return [entry.get(field), *listed(entry.get(f"{field}_alt"))]


def code(country: object) -> str | None:
    """A country's code, former and misspelt ones as the one in use; None for none.

    >>> code("SUN"), code(" usa "), code("")
    ('RUS', 'USA', None)
    """
    plain = "" if country is None else str(country).strip().upper()
    return _SAME_COUNTRY.get(plain, plain) or None


def number(value: object) -> float | None:
    """A number, or one in figures; None for anything else, also for true and false."""
    if isinstance(value, (bool, bytes)) or not isinstance(value, (int, float, str)):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def unit(name: object) -> str | None:
    """A unit's name in one spelling.

    >>> unit("US$"), unit("tonnes"), unit(None)
    ('usd', 't', None)
    """
    return None if name is None else _SAME_UNIT.get(fold(name), fold(name))


def period(value: object) -> Period | None:
    """An ISO day, month, year or interval, a time of day passed over; None for what is none."""
    if value is None:
        return None
    try:
        return Period.parse("/".join(part.strip().split("T")[0] for part in str(value).split("/")))
    except PeriodError:
        return None


def span_of(one: Fields) -> Span | None:
    """Where the quote of an entry or a claim stands; None where only words are given."""
    quote = one.get("quote")
    if isinstance(quote, Mapping) and isinstance(quote.get("start"), int) and isinstance(quote.get("end"), int):
        return quote["start"], quote["end"]
    given = one.get("span")
    if isinstance(given, (list, tuple)) and len(given) == 2 and all(isinstance(x, int) for x in given):
        return given[0], given[1]
    return None


def words_of(one: Fields) -> str:
    """The words of a quote; empty where only its place is given."""
    quote = one.get("quote")
    return str(quote.get("exact") or "") if isinstance(quote, Mapping) else str(quote or "")
