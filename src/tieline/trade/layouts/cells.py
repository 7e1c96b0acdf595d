"""The cells of a statistics table: numbers as people write them, country codes, product words or codes."""

from __future__ import annotations

import math

from tieline.model import lazy_re as re
from tieline.model.countries import UnknownCountryError, country, resolve
from tieline.model.hs import expand
from tieline.model.products import hs_codes, product_of

_SPACES = dict.fromkeys(map(ord, " \u00a0\u2009\u202f'’"))
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_SIGN = r"[+-]?"
_CLEAR = {
    mark: re.compile(
        rf"{_SIGN}(?:\d{{1,3}}(?:{other}\d{{3}})+{mark}\d+|\d{{1,3}}(?:{other}\d{{3}}){{2,}}"
        rf"|\d+{mark}(?:\d{{1,2}}|\d{{4,}})|(?:0|\d{{4,}}){mark}\d+)"
    )
    for mark, other in ((",", r"\."), (r"\.", ","))
}
_HS = re.compile(r"\d{2}(?:\d{2}){0,2}(?:-\d{2}(?:\d{2}){0,2})?")
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_ALL = frozenset({"", "all", "all products", "all commodities", "total", "total trade", "totals"})


def number(text: str, *, decimal_comma: bool = False, decimal: str = "") -> float | None:
    """Read a number; None for an empty cell.

    Commas in groups of three are thousands separators. In a file whose columns are parted by semicolons a single
    comma may be a decimal one; "1,500" is then refused, for it can be read in two ways.

    Args:
        text: The cell.
        decimal_comma: Columns are parted by semicolons.
        decimal: The decimal mark that a mapping file names, `,` or `.`; the other one then parts thousands.

    Raises:
        ValueError: it is no number, not finite, or can be read in two ways.

    >>> number("1,234,567.5"), number("-14.9 %"), number("10,17", decimal_comma=True), number(" ")
    (1234567.5, -14.9, 10.17, None)
    >>> number("1.234,5", decimal=","), number("1.234", decimal=","), number("1,234", decimal=".")
    (1234.5, 1234.0, 1234.0)
    """
    plain = _plain(text)
    if not plain:
        return None
    if decimal:
        groups = "." if decimal == "," else ","
        if not re.fullmatch(rf"[+-]?(\d+|\d{{1,3}}(\{groups}\d{{3}})+)(\{decimal}\d+)?", plain):
            raise ValueError(f"{text.strip()!r} is no number with the decimal mark {decimal!r}")
        plain = plain.replace(groups, "").replace(decimal, ".")
    elif decimal_comma and _DECIMAL_COMMA.fullmatch(plain):
        if len(plain.partition(",")[2]) == 3:
            raise ValueError(f"{text.strip()!r} can be read in two ways; write it without a thousands separator")
        plain = plain.replace(",", ".")
    elif _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        value = float(plain)
    except ValueError:
        raise ValueError(f"{text.strip()!r} is no number") from None
    if not math.isfinite(value) or "_" in plain:
        raise ValueError(f"{text.strip()!r} is no number")
    return value


def decimal_mark(text: str) -> str:
    """The decimal mark of a number beyond doubt, `,` or `.`; empty where it has none, or can be read in two ways.

    >>> decimal_mark("1.234,5"), decimal_mark("1.234.567"), decimal_mark("10,17"), decimal_mark("0.125"), decimal_mark("1,234.5")
    (',', ',', ',', '.', '.')
    >>> decimal_mark("1.234"), decimal_mark("1,234"), decimal_mark("12")
    ('', '', '')
    """
    plain = _plain(text)
    return next((mark.removeprefix("\\") for mark, clear in _CLEAR.items() if clear.fullmatch(plain)), "")


def two_ways(text: str) -> bool:
    """Whether the mark in a number may part thousands or be the decimal one.

    >>> two_ways("1.234"), two_ways("1,234"), two_ways("1.23")
    (True, True, False)
    """
    return bool(_TWO_WAYS.fullmatch(_plain(text)))


def _plain(text: str) -> str:
    return text.strip().replace("−", "-").removesuffix("%").translate(_SPACES)


def country_code(text: str) -> str:
    """Read a country code of any kind (ISO alpha-2 and alpha-3, M49, Comtrade's own); `WLD` and `World` for all.

    Raises:
        ValueError: no country has this code; of a name the message says which one it has.

    >>> country_code("NA"), country_code("842"), country_code("prk"), country_code("World")
    ('NAM', 'USA', 'PRK', 'WLD')
    """
    try:
        return country(text).code
    except UnknownCountryError as error:
        named = resolve(text)
        if len(named) != 1:
            raise
        raise ValueError(
            f"{text.strip()!r} is a name, and this column has codes: write {named[0]}, or describe the table by a mapping file "
            "(--mapping), which takes names too"
        ) from error


def product_scope(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Read a cell of product words or HS codes: the words as published (None for all products) and the codes.

    Words that no table knows keep their words and have no codes.

    >>> product_scope("crude oil"), product_scope("2709 2710"), product_scope("total")
    (('crude oil', ('2709',)), ('2709 2710', ('2709', '2710')), (None, ()))
    """
    words = text.strip()
    if words.casefold() in _ALL:
        return None, ()
    codes = tuple(re.split(r"[\s,;+]+", words))
    if all(_HS.fullmatch(code) for code in codes):
        expand(codes)  # refuses a range that runs backwards
        return words, codes
    if words.isdigit():
        raise ValueError(f"{words!r} is no HS code; allowed are 2, 4 or 6 digits, with their leading zeros")
    known = product_of(words)
    if known is not None and known.kind == "generic":
        return None, ()
    return words, hs_codes(words) or ()
