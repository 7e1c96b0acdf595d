"""The country that an actor of an event file stands for."""

from __future__ import annotations

from datetime import date

from tieline.model.countries import UnknownCountryError, country, resolve
from tieline.trade.layouts.cow import state

_CAMEO_COUNTRIES = {
    "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "PAL": "PSE", "WSB": "PSE", "GZS": "PSE", "KSV": "XKX", "EUR": None,
}  # fmt: skip
"""Codes of countries in CAMEO's actors that are not those of ISO 3166; EUR is Europe at large."""
_OTHER_NAMES = {
    "georgia": "GEO", "samoa": "WSM", "congo": "COG", "guinea": "GIN",
    "occupied palestinian territory": "PSE", "democratic republic of congo": "COD", "republic of the congo": "COG",
    "the bahamas": "BHS", "the gambia": "GMB", "macedonia": "MKD", "burma": "MMR", "swaziland": "SWZ", "cape verde": "CPV",
}  # fmt: skip


CONTINUED = {"SUN": "RUS", "SCG": "SRB"}
"""States that another one continues, in the United Nations too, and its code: the ties of both are one series."""
_FEDERATION = (date(1918, 12, 1), date(1992, 4, 26))
"""From when to when Yugoslavia was, by whose number, name or code datasets also tell Serbia before and after it."""


def place_of(text: str) -> str | None:
    """The country of an actor: by its code, its name, or its number in the Correlates of War; None if it is none.

    >>> place_of("RUS"), place_of("North Korea"), place_of("731.0"), place_of("Ruritania"), place_of("NA")
    ('RUS', 'PRK', 'PRK', None, None)
    """
    plain = text.strip()
    if not plain or plain in {"NA", "None", "NULL"}:
        return None
    if plain.removesuffix(".0").isdigit():
        try:
            return state(plain, "2010")
        except ValueError:
            return None
    if len(plain) == 3 and plain.isupper():
        if plain in _CAMEO_COUNTRIES:
            return _CAMEO_COUNTRIES[plain]
        try:
            return country(plain).code
        except UnknownCountryError:
            return None
    if plain.casefold() in _OTHER_NAMES:
        return _OTHER_NAMES[plain.casefold()]
    named = resolve(plain)
    return named[0] if len(named) == 1 else None


def dated_code(code: str, day: str) -> str:
    """SQL for the code that ties have of a state on a day: one rule for all datasets of acts, of counts and of votes.

    A state has the code of the one that continues it: the Soviet Union that of Russia, Serbia and Montenegro (from 1992 to 2003 the Federal Republic
    of Yugoslavia) that of Serbia, so that a pair can be read over time. What ended without a continuator has its own: Yugoslavia from December 1918
    to 26 April 1992, also where a dataset has Serbia's number or code for it; later Serbia is meant.

    Args:
        code: A column of codes, as `place_of` gives them.
        day: SQL for the day.
    """
    first, last = (f"DATE '{day_}'" for day_ in _FEDERATION)
    continued = " ".join(f"WHEN {code} = '{old}' THEN '{new}'" for old, new in CONTINUED.items())
    return (
        f"CASE WHEN {code} IN ('YUG', 'SRB', 'SCG') AND {day} BETWEEN {first} AND {last} THEN 'YUG' "
        f"WHEN {code} = 'YUG' AND {day} IS NOT NULL THEN 'SRB' {continued} ELSE {code} END"
    )
