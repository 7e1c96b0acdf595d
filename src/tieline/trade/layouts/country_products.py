"""Exports of countries to the world by product, as packages on economic complexity take them: `country`, `product`, `value`.

Such a table says neither which flow it has, nor in which unit, of which year, or whose codes. It is taken as exports to all
partners in US dollars; the years and the classification are read off the file's name (`..._1998_2000_sitc4.csv`,
`..._2014_hs6.csv`), and all of this is told when the file is loaded. An average of several years (`avg`) stands as one yearly
figure of that period, flagged `average`: an indicator of shares is the same in any unit. Valuation is not known.
"""

from __future__ import annotations

from collections.abc import Callable

from tieline.model import lazy_re as re
from tieline.model.errors import UnreadableInputError
from tieline.model.periods import Period
from tieline.trade.files.sheets import Sheet
from tieline.trade.layouts.cells import country_code
from tieline.trade.layouts.plan import Coded, Leg, Number, Plan
from tieline.trade.layouts.readers import hs_code, iso_period, sitc_code

REQUIRED = ("country", "product", "value")
OPTIONAL = ("year",)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[_\- to]+((?:19|20)\d\d))?(?!\d)")
_AVERAGE = re.compile(r"(?<![a-z])(?:avg|average|mean)(?![a-z])", re.IGNORECASE)
_CODES: dict[str, Callable[[str], str]] = {"SITC": sitc_code, "HS": hs_code}


def country_products(sheet: Sheet) -> Plan:
    """The plan of a table of countries and products.

    Raises:
        UnreadableInputError: neither the table nor its name tells the year, or the name does not tell whose codes these are.
    """
    name = sheet.member.own_name.split(".")[0]
    kind = _classification(sheet.member.name, name)
    period, years, average = _period(sheet, name)
    cells: dict[str, str | Coded | None] = {
        "reporter": Coded(("country",), country_code),
        "partner": "WLD",
        "flow": "exports",
        "period": period,
        "freq": "A",
        "unit": "USD",
        "valuation": "unknown",
        "classification": kind,
        "code": Coded(("product",), _CODES[kind]),
        "flags": "average" if average else "",
    }
    said = (
        f"taken as exports to all partners{f', {years}' if years else ''}, {kind} codes, in US dollars: the table itself does "
        "not say so. If it is something else, describe it with --mapping"
    )
    return Plan(name, (Leg(cells, {"value_usd": Number("value")}),), notes=(said,))


def _classification(shown: str, name: str) -> str:
    found = [kind for kind in _CODES if re.search(rf"(?<![a-z]){kind}(?![a-z])", name, re.IGNORECASE)]
    if len(found) != 1:
        raise UnreadableInputError(
            f"{shown}: a table of country, product and value has codes of the HS or the SITC, and its name must tell "
            "which (exports_2014_hs6.csv, exports_2014_sitc4.csv); or describe it with --mapping"
        )
    return found[0]


def _period(sheet: Sheet, name: str) -> tuple[str | Coded, str, bool]:
    """The period of all rows, or the column that has it; the years in words; whether the figures are averages."""
    if "year" in sheet.columns:
        return Coded(("year",), iso_period), "", False
    found = _YEARS.search(name)
    if found is None:
        raise UnreadableInputError(
            f"{sheet.member.name}: there is no column year, and the file's name tells none (exports_2014_hs6.csv); "
            "or describe it with --mapping"
        )
    first, last = found[1], found[2] or found[1]
    if last < first or (first != last and not _AVERAGE.search(name)):
        raise UnreadableInputError(
            f"{sheet.member.name}: a figure for {first} to {last} is a sum or an average; one whose name says `avg` is read"
        )
    average = first != last
    years = f"averages of {first} to {last}" if average else first
    return Period.parse(f"{first}/{last}" if average else first).iso, years, average
