"""The arithmetic of time expressions: which March, which Friday, how many months back.

Two laws.  *Past*: of all periods the words fit, the latest that has begun by the publication.  *Future*: the earliest
that has not ended before it.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tieline.model.periods import Period, PeriodError

# A day without a year and without a mark of tense is the coming one if it is at most so many days ahead: by the rule of
# the press, a day of another calendar year has its year with it.
_AHEAD_SAME_YEAR = 183
_AHEAD = 100
_WEEK = 7


def add_months(day: date, months: int) -> date:
    """The same day some months later (or earlier), cut to the length of the month.

    >>> add_months(date(2015, 1, 31), 1).isoformat()
    '2015-02-28'
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part_of(whole: Period, first: int, last: int) -> Period:
    """The months `first` to `last` (counted from 0, `last` not included) of a year, calendar or fiscal.

    >>> part_of(Period.parse("2021-07-08/2022-07-07"), 0, 3).iso
    '2021-07-08/2021-10-10'
    """
    starts = _ethiopian_month if (whole.start.month, whole.start.day) == _HAMLE else add_months
    if whole.start.month == _SHRAWAN and whole.start.day in {16, 17}:
        starts = _nepali_month
    if whole.start.month == _FARVARDIN and whole.start.day in {20, 21}:
        starts = _iranian_month
    return Period(starts(whole.start, first), starts(whole.start, last) - timedelta(days=1))


_HAMLE = (7, 8)
_SHRAWAN = 7
_NEPALI_MONTHS = ((8, 17), (9, 17), (10, 18), (11, 17), (12, 16), (1, 15), (2, 13), (3, 14), (4, 14), (5, 15), (6, 15))
"""The first days of the months behind Shrawan, with which Nepal's fiscal year begins; they may lie a day earlier or later."""


_FARVARDIN = 3


def _iranian_month(new_year: date, after: int) -> date:
    """The first day of a month of the Iranian year: six of 31 days, then of 30."""
    if not 0 < after < _MONTHS:
        return iranian_new_year(new_year.year + after // _MONTHS)
    return new_year + timedelta(days=31 * min(after, 6) + 30 * max(0, after - 6))


def _nepali_month(new_year: date, after: int) -> date:
    """The first day of a month of Nepal's fiscal year."""
    if not 0 < after < _MONTHS:
        return nepali_new_year(new_year.year + after // _MONTHS)
    month, day = _NEPALI_MONTHS[after - 1]
    return date(new_year.year + (month < _SHRAWAN), month, day)


def nepali_new_year(year: int) -> date:
    """The first day of the fiscal year that Nepal begins in that year: 1 Shrawan.

    >>> nepali_new_year(2018).isoformat(), nepali_new_year(2020).isoformat()
    ('2018-07-17', '2020-07-16')
    """
    return date(year, _SHRAWAN, 17 if year % 4 in {2, 3} else 16)


def iranian_new_year(year: int) -> date:
    """The first day of spring, with which the year begins in Iran: March 21, in leap years March 20.

    >>> iranian_new_year(2019).isoformat(), iranian_new_year(2020).isoformat()
    ('2019-03-21', '2020-03-20')
    """
    return date(year, 3, 20 if year % 4 == 0 else 21)


def hijri_year(year: int) -> Period:
    """The lunar year of the Hijra, by the tabular calendar; what is sighted may differ by a day.

    >>> hijri_year(1440).iso
    '2018-09-12/2019-08-31'
    """
    start, after = (_MUHARRAM + timedelta(days=354 * (one - 1) + (3 + 11 * one) // 30) for one in (year, year + 1))
    return Period(start, after - timedelta(days=1))


_MUHARRAM = date(622, 7, 19)
"""The first day of the first year, by our calendar."""


def _ethiopian_month(new_year: date, after: int) -> date:
    """The first day of a month of the Ethiopian budget year: of 30 days each, with five or six more behind the second (Pagume)."""
    if after >= _MONTHS:
        return add_months(new_year, after)
    pagume = 6 if new_year.year % 4 == 3 else 5
    return new_year + timedelta(days=30 * after + (pagume if after > 1 else 0))


_MONTHS = 12


def months_in(period: Period) -> int:
    """How many calendar months a period touches.

    >>> months_in(Period.parse("2014-11/2015-02"))
    4
    """
    return 12 * (period.end.year - period.start.year) + period.end.month - period.start.month + 1


def month_in(whole: Period, month: int) -> Period | None:
    """The calendar month of that number inside a year, calendar or fiscal."""
    for year in (whole.start.year, whole.end.year):
        found = Period.of_month(year, month)
        if found.overlaps(whole):
            return found
    return None


def month_of(period: Period) -> Period | None:
    """The calendar month that holds the period, if one does."""
    month = Period.of_month(period.start.year, period.start.month)
    return month if period in month else None


def year_of(period: Period) -> Period | None:
    """The calendar year that holds the period, if one does."""
    return Period.of_year(period.start.year) if period.start.year == period.end.year else None


def week_of(day: date, weeks: int = 0) -> Period:
    """The week from Monday to Sunday that holds the day, or one some weeks later."""
    monday = day - timedelta(days=day.weekday() - _WEEK * weeks)
    return Period(monday, monday + timedelta(days=6))


def widen(period: Period, unit: str) -> Period | None:
    """The week, month, quarter, half, year or decade that holds the period; None if it is longer than that.

    >>> widen(Period.parse("2014-03-05"), "quarter").iso
    '2014-01/2014-03'
    """
    year, month = period.start.year, period.start.month
    match unit:
        case "day":
            found = Period.of_day(period.start)
        case "week":
            found = week_of(period.start)
        case "month":
            found = Period.of_month(year, month)
        case "quarter":
            found = Period.of_quarter(year, (month + 2) // 3)
        case "half":
            found = Period.of_half(year, (month + 5) // 6)
        case "decade":
            found = Period(date(year // 10 * 10, 1, 1), date(year // 10 * 10 + 9, 12, 31))
        case _:
            found = Period.of_year(year)
    return found if period in found else None


def step(period: Period, unit: str, count: int) -> Period:
    """The unit of time that lies `count` of them after (before, if negative) the one that holds the period's start.

    >>> step(Period.parse("2015-03-17"), "quarter", -1).iso
    '2014-10/2014-12'
    """
    first = period.start
    match unit:
        case "day":
            return Period.of_day(first + timedelta(days=count))
        case "week":
            return week_of(first, count)
        case "weekend":
            saturday = first - timedelta(days=first.weekday() - 5 - _WEEK * count)
            return Period(saturday, saturday + timedelta(days=1))
        case "month" | "quarter" | "half":
            size = {"month": 1, "quarter": 3, "half": 6}[unit]
            start = add_months(first.replace(day=1, month=(first.month - 1) // size * size + 1), size * count)
            return Period(start, add_months(start, size) - timedelta(days=1))
        case "decade":
            year = first.year // 10 * 10 + 10 * count
            return Period(date(year, 1, 1), date(year + 9, 12, 31))
        case _:
            return Period.of_year(first.year + count)


def nearest_months(published: Period, first: int, last: int, *, future: bool) -> Period | None:
    """The months `first` to `last` without a year; the last month decides what has begun or ended.

    >>> nearest_months(Period.parse("2015-03-17"), 11, 11, future=False).iso
    '2014-11'
    """
    if month_of(published) is None:
        return None
    for year in range(published.start.year - 1, published.end.year + 3):
        end = Period.of_month(year, last)
        begun = Period.of_month(year + 1, last).start <= published.end
        if (future and end.end >= published.start) or (not future and not begun):
            return Period(date(year if first <= last else year - 1, first, 1), end.end)
    return None


def nearest_part(published: Period, first: int, last: int, *, future: bool) -> Period | None:
    """A quarter or half without a year (months `first` to `last`): the latest well begun, or the next not yet over."""
    if month_of(published) is None:
        return None
    this = Period.of_months(published.start.year, first, last)
    if future:
        return this if this.end >= published.start else this.shifted_years(1)
    return this if well_begun(this, published) else this.shifted_years(-1)


def well_begun(part: Period, published: Period) -> bool:
    """A quarter or half, of which a third is over: figures of one that has just begun are not told yet.

    >>> well_begun(Period.parse("2019-07/2019-09"), Period.parse("2019-07-24"))
    False
    """
    return 3 * (published.end - part.start).days >= part.days


def nearest_day(published: Period, month: int, day: int, sense: str) -> Period | None:
    """A day without a year; `sense` is `last`, `next`, `future` or empty (the nearer, leaning to the past)."""
    if month_of(published) is None:
        return None
    years = range(published.start.year - 8, published.start.year + 9)
    found = [date(year, month, day) for year in years if day <= calendar.monthrange(year, month)[1]]
    if not found:
        raise PeriodError(f"no such day: {day} {calendar.month_name[month]}")
    last = [one for one in found if one < published.start]
    coming = [one for one in found if one > published.end]
    inside = [one for one in found if one in published]
    if sense == "last":
        return Period.of_day(last[-1])
    if sense == "next":
        return Period.of_day(coming[0])
    if inside:
        return Period.of_day(inside[0])
    near = _AHEAD_SAME_YEAR if coming[0].year == published.end.year else _AHEAD
    ahead = sense == "future" or (coming[0] - published.end).days <= near
    return Period.of_day(coming[0] if ahead else last[-1])


def weekday_near(published: Period, weekday: int, sense: str) -> Period | None:
    """The day of that name (Monday 0): `last`, `this`, `next`, `future`, or empty for the latest up to publication.

    `next Friday` is the one of next week, `this Friday` the one of this week (Monday to Sunday), `last Friday` the
    latest before the day of publication.
    """
    if published.start != published.end:
        return None
    today = published.start
    back = (today.weekday() - weekday) % _WEEK
    match sense:
        case "last":
            day = today - timedelta(days=back or _WEEK)
        case "this":
            day = today + timedelta(days=weekday - today.weekday())
        case "next":
            day = today + timedelta(days=weekday - today.weekday() + _WEEK)
        case "future":
            day = today + timedelta(days=(weekday - today.weekday()) % _WEEK)
        case _:
            day = today - timedelta(days=back)
    return Period.of_day(day)
