"""The country that an actor of an event file stands for."""

from __future__ import annotations

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
