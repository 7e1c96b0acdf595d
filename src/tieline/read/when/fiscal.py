"""Fiscal years: when each country's year starts, and which of its two calendar years names it.

Starts are those of the central government's budget year, from the countries' budget laws as the CIA World Factbook
("fiscal year") lists them.  A country that is not in the table keeps the calendar year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tieline.model import lazy_re as re
from tieline.model.english import SHORT_MONTHS
from tieline.model.periods import Period
from tieline.read.when.calendar import iranian_new_year, nepali_new_year


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
    **dict.fromkeys(
        ("AUS", "BGD", "BHS", "BTN", "EGY", "KEN", "MUS", "NZL", "PAK", "RWA", "TON", "TZA", "UGA", "WSM"), _JULY_END
    ),
    **dict.fromkeys(("FSM", "HTI", "MHL", "PLW", "PRI", "THA", "TTO", "USA"), _OCTOBER_END),
    "ETH": FiscalYear(7, 8, "start"),
    "IRN": FiscalYear(3, 21, "start"),
    "MMR": _APRIL_START,
    "NPL": FiscalYear(7, 16, "start"),
}


BY_TWO_YEARS = frozenset("AUS BGD BTN EGY ETH IND KEN MMR MUS NPL PAK RWA TZA UGA".split())
"""Whose press writes its fiscal years as two, "2017-2018"."""

BY_SHORT_YEARS = BY_TWO_YEARS | frozenset("BWA CAN GBR HKG JAM LSO NAM NZL SWZ ZAF".split())
"""Whose press writes them "2017-18"."""

_MOVED: dict[str, tuple[int, int, FiscalYear]] = {"MMR": (2018, 2021, FiscalYear(10, 1, "start"))}
"""Years, by their starts, in which a country counted otherwise: Myanmar from October 2018 to March 2022."""


def _rule(country: str | None, start: int, told: FiscalYear | None = None) -> FiscalYear | None:
    if told is not None:
        return told
    first, last, other = _MOVED.get(country or "", (0, 0, None))
    return other if other is not None and first <= start <= last else FISCAL_YEARS.get(country or "")


def fiscal_year(country: str | None, first: int, last: int | None = None, told: FiscalYear | None = None) -> Period:
    """The fiscal year written `first` or `first-last` by that country; the plain years if the country is unknown.

    `told` is the first day of the year as the text tells it.

    >>> fiscal_year("IND", 2014, 2015).iso
    '2014-04/2015-03'
    >>> fiscal_year("USA", 2014).iso
    '2013-10/2014-09'
    >>> fiscal_year("JPN", 2014).iso
    '2014-04/2015-03'
    >>> fiscal_year(None, 2014, 2015).iso
    '2014/2015'
    >>> fiscal_year("MMR", 2016, 2017).iso, fiscal_year("MMR", 2019, 2020).iso
    ('2016-04/2017-03', '2019-10/2020-09')
    >>> fiscal_year("NPL", 2075, 2076).iso
    '2018-07-17/2019-07-16'
    """
    if country == "NPL" and first > _BIKRAM_SAMBAT:
        first, last = first - _AHEAD_OF_OURS, None if last is None else last - _AHEAD_OF_OURS
    rule = _rule(country, first, told)
    if rule is None:
        return Period(date(first, 1, 1), date(last or first, 12, 31))
    start = first if last is not None or rule.named_by == "start" else first - 1
    begun, ended = (_first_day(rule, country, year) for year in (start, last or start + 1))
    return Period(begun, ended - timedelta(days=1))


def _first_day(rule: FiscalYear, country: str | None, year: int) -> date:
    """The rule's day; the years of Nepal and Iran begin a day earlier in some."""
    own = _OWN_CALENDARS.get(country or "")
    return own(year) if own is not None and rule is FISCAL_YEARS[country or ""] else date(year, rule.month, rule.day)


_OWN_CALENDARS = {"NPL": nepali_new_year, "IRN": iranian_new_year}


_BIKRAM_SAMBAT, _AHEAD_OF_OURS = 2050, 57
"""Nepal's years run ahead of others: its fiscal year 2075/76 began in July 2018."""


def fiscal_year_at(country: str | None, day: date, told: FiscalYear | None = None) -> Period:
    """The fiscal year of that country that holds the day.

    >>> fiscal_year_at("AUS", date(2015, 3, 17)).iso
    '2014-07/2015-06'
    """
    rule = _rule(country, day.year - (day.month < _OCTOBER), told) or FiscalYear(1, 1, "start")
    year = day.year - (_first_day(rule, country, day.year) > day)
    return Period(_first_day(rule, country, year), _first_day(rule, country, year + 1) - timedelta(days=1))


_OCTOBER = 10
_STARTS = re.compile(
    rf"\b(?:fiscal|financial|budget)(?: year)?\b(?: ?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)?(?:,? \(?(?:which|that))?,? \(?"
    rf"(?:began|begins|begin|beginning|started|starts|starting|runs from|running from|from)(?: on| in)? (?:the )?"
    rf"(?:(?P<d0>\d\d?)(?:st|nd|rd|th)?(?: of)? )?(?P<month>(?:{'|'.join(SHORT_MONTHS)})[a-z]*)\.?(?: (?P<d>\d\d?)(?!\d))?"
)


def fiscal_start_told(text: str) -> FiscalYear | None:
    """The first day of the fiscal year, where a text tells it.

    >>> fiscal_start_told("in fiscal year 2009-10, which began on April 1")
    FiscalYear(month=4, day=1, named_by='end')
    >>> fiscal_start_told("in fiscal 2009, from April 1986 on") is None
    True
    """
    found = _STARTS.search(text.lower()) if "iscal" in text or "inancial" in text or "udget" in text else None
    if found is None or (re.match(r",? (?:19|20)\d\d", text[found.end() :]) and "from" in found[0]):
        return None
    day = int(found["d"] or found["d0"] or 1)
    return FiscalYear(SHORT_MONTHS.index(found["month"][:3]) + 1, day, "end") if 0 < day <= _LAST else None


_LAST = 28
