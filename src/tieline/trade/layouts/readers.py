"""Read the cells that layouts share: flow words and codes, periods, HS and SITC codes, truth values, editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tieline.model import lazy_re as re
from tieline.model.periods import Period, PeriodError

_FLOW_CODES = {
    "x": "exports", "m": "imports", "rx": "re-exports", "rm": "re-imports", "dx": "domestic-exports",
    "1": "imports", "2": "exports", "3": "re-exports", "4": "re-imports",
    "e": "exports", "i": "imports",
    "export": "exports", "exports": "exports", "import": "imports", "imports": "imports",
    "re-export": "re-exports", "re-exports": "re-exports", "re-import": "re-imports", "re-imports": "re-imports",
    "domestic export": "domestic-exports", "domestic exports": "domestic-exports",
    "gross exp.": "exports", "gross exports": "exports", "gross export": "exports",
    "gross imp.": "imports", "gross imports": "imports", "gross import": "imports",
}  # fmt: skip
_HS = re.compile(r"\d{1,12}")
_FORMER = {"9999AA": "999999"}
"""Codes that Comtrade has of the first editions for goods that are not specified by kind, as the later ones have them."""
_ALL = frozenset({"", "total", "all", "all products", "ag", "allproducts"})
_PERIOD = re.compile(r"(\d{4})(?:\.0)?|(\d{4})[-/.]?(\d{2})|(\d{4})[-_ ]?[Qq]([1-4])|(\d{4})[Mm](\d{1,2})")
_MARK = re.compile(r"\[(\d{4}-\d{2}-\d{2})\]")
EDITION_OF_YEAR = {
    "92": "H0", "88": "H0", "96": "H1", "02": "H2", "07": "H3", "12": "H4", "17": "H5", "22": "H6",
}  # fmt: skip
"""The editions of the HS by the last digits of the year in which they came into force (the first in 1988, tabulated by
all as HS 1992)."""


def flow_word(text: str) -> str:
    """A flow code or word of Comtrade, WITS and their like, in our words.

    Raises:
        ValueError: it is none that is kept.

    >>> flow_word("M"), flow_word("Re-Export"), flow_word("Export")
    ('imports', 're-exports', 'exports')
    """
    try:
        return _FLOW_CODES[text.strip().casefold()]
    except KeyError:
        raise ValueError(f"flow {text!r}; known are {', '.join(sorted(set(_FLOW_CODES.values())))}") from None


def iso_period(text: str) -> str:
    """A period as statistics write it (2014, 201403, 2014-03, 2014Q1, 2014.0), as ISO.

    Raises:
        ValueError: it is none.

    >>> iso_period("201403"), iso_period("2014Q1"), iso_period("2014.0")
    ('2014-03', '2014-01/2014-03', '2014')
    """
    found = _PERIOD.fullmatch(text.strip())
    if not found:
        try:
            return Period.parse(text).iso
        except PeriodError:
            raise ValueError(f"period {text!r}; allowed are 2014, 201403, 2014-03, 2014Q1") from None
    year, month_year, month, quarter_year, quarter, m_year, m_month = found.groups()
    try:
        if year:
            return Period.of_year(int(year)).iso
        if quarter_year:
            return Period.of_quarter(int(quarter_year), int(quarter)).iso
        return Period.of_month(int(month_year or m_year), int(month or m_month)).iso
    except ValueError:
        raise ValueError(f"period {text!r}; there is no such month or year") from None


def is_all_products(text: str) -> bool:
    """A cell of products stands for all of them.

    >>> is_all_products("TOTAL"), is_all_products(""), is_all_products("27")
    (True, True, False)
    """
    return text.strip().casefold() in _ALL


def hs_code(text: str, digits: int | None = None) -> str:
    """An HS code with its leading zero, which spreadsheets lose; empty for all products.

    Args:
        text: The cell.
        digits: How many digits all codes of the file have; an odd number of digits means a lost zero otherwise.

    Raises:
        ValueError: it is no code.

    >>> hs_code("10110"), hs_code("101", 6), hs_code("TOTAL"), hs_code("4403.0"), hs_code("9999AA")
    ('010110', '000101', '', '4403', '999999')
    """
    plain = text.strip().strip("'").removesuffix(".0")
    if plain.casefold() in _ALL:
        return ""
    plain = plain.replace(".", "").replace(" ", "")
    plain = _FORMER.get(plain.upper(), plain)
    if not _HS.fullmatch(plain) or (digits and len(plain) > digits):
        raise ValueError(f"{text!r} is no HS code; allowed are 2 to {digits or 12} digits, or TOTAL")
    return plain.zfill(digits) if digits else plain.zfill(len(plain) + len(plain) % 2)


def sitc_code(text: str) -> str:
    """An SITC code: one to five digits, leading zeros as given; empty for all products.

    Raises:
        ValueError: it is no code.

    >>> sitc_code("0011"), sitc_code("3"), sitc_code("All")
    ('0011', '3', '')
    """
    plain = text.strip()
    if plain.casefold() in _ALL:
        return ""
    if not re.fullmatch(r"\d{1,5}[A-Z]?", plain):
        raise ValueError(f"{text!r} is no SITC code; allowed are 1 to 5 digits, or TOTAL")
    return plain


def truth(text: str) -> bool:
    """Tell whether a cell says yes."""
    return text.strip().casefold() in {"true", "1", "yes", "t"}


def first_of(columns: tuple[str, ...], *names: str) -> str | None:
    """The first of several headings that a file has."""
    return next((name for name in names if name in columns), None)


def day_in_name(name: str) -> str:
    """The day of release in brackets in a file's name (Comtrade's bulk files); empty if there is none.

    >>> day_in_name("COMTRADE-FINAL-CA156202222H6[2023-07-13].gz")
    '2023-07-13'
    """
    found = _MARK.search(name)
    if not found:
        return ""
    try:
        return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        return ""


def joined(*words: str) -> str:
    """Flags as a row has them: joined by commas, without empty ones."""
    return ",".join(word for word in words if word)


def constant(text: str) -> Callable[[str], str]:
    """A reader that gives the same text for every cell."""
    return lambda _cell: text
