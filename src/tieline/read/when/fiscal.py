"""Fiscal years: when each country's year starts, and which of its two calendar years names it.

Starts are those of the central government's budget year, from the countries' budget laws as the CIA World Factbook
("fiscal year") lists them.  A country that is not in the table keeps the calendar year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tieline.model.periods import Period


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """The first day of a country's fiscal year, and whether a single year names its start or its end."""

    month: int
    day: int
    named_by: Literal["start", "end"]


_APRIL_END = FiscalYear(4, 1, "end")
_APRIL_START = FiscalYear(4, 1, "start")
_JULY_END = FiscalYear(7, 1, "end")
_OCTOBER_END = FiscalYear(10, 1, "end")

FISCAL_YEARS: dict[str, FiscalYear] = {
    **dict.fromkeys(("BWA", "CAN", "GBR", "IND", "LSO", "NAM", "SWZ", "ZAF"), _APRIL_END),
    **dict.fromkeys(("BRN", "HKG", "JAM", "JPN", "KWT", "SGP"), _APRIL_START),
    **dict.fromkeys(("AUS", "BGD", "BTN", "EGY", "KEN", "MUS", "NZL", "PAK", "TON", "TZA", "UGA", "WSM"), _JULY_END),
    **dict.fromkeys(("FSM", "HTI", "MHL", "PLW", "PRI", "THA", "TTO", "USA"), _OCTOBER_END),
    "ETH": FiscalYear(7, 8, "start"),
    "IRN": FiscalYear(3, 21, "start"),
    "NPL": FiscalYear(7, 16, "start"),
}


def fiscal_year(country: str | None, first: int, last: int | None = None) -> Period:
    """The fiscal year written `first` or `first-last` by that country; the plain years if the country is unknown.

    >>> fiscal_year("IND", 2014, 2015).iso
    '2014-04/2015-03'
    >>> fiscal_year("USA", 2014).iso
    '2013-10/2014-09'
    >>> fiscal_year("JPN", 2014).iso
    '2014-04/2015-03'
    >>> fiscal_year(None, 2014, 2015).iso
    '2014/2015'
    """
    rule = FISCAL_YEARS.get(country or "")
    if rule is None:
        return Period(date(first, 1, 1), date(last or first, 12, 31))
    start = first if last is not None or rule.named_by == "start" else first - 1
    return Period(
        date(start, rule.month, rule.day),
        date((last or start + 1), rule.month, rule.day) - timedelta(days=1),
    )


def fiscal_year_at(country: str, day: date) -> Period:
    """The fiscal year of that country that holds the day.

    >>> fiscal_year_at("AUS", date(2015, 3, 17)).iso
    '2014-07/2015-06'
    """
    rule = FISCAL_YEARS.get(country, FiscalYear(1, 1, "start"))
    start = date(day.year, rule.month, rule.day)
    if start > day:
        start = start.replace(year=day.year - 1)
    return Period(start, start.replace(year=start.year + 1) - timedelta(days=1))
