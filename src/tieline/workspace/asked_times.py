"""Times as callers give them (text, year, date, period), understood or refused."""

from __future__ import annotations

from datetime import date, datetime

from tieline.model import lazy_re as re
from tieline.model.errors import UsageError
from tieline.model.periods import Period, PeriodError

When = str | int | date | Period
"""A day, a month or a year: ISO text, a year as a number, a date of Python, a Period."""


_QUARTER = re.compile(r"(\d{4})[\s/-]?Q([1-4])|Q([1-4])[\s/-]?(\d{4})", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4})\s*(?:[-–:/]|to|\.\.)\s*(\d{4})")


def period_asked(given: When | None, name: str = "") -> Period | None:
    """The period that is meant; None for None and for an empty text.

    >>> period_asked("2015-03").end, period_asked(2015).iso, period_asked(date(2015, 3, 17)).iso
    (datetime.date(2015, 3, 31), '2015', '2015-03-17')
    >>> period_asked("2015-Q2").iso, period_asked("Q4 2015").end
    ('2015-04/2015-06', datetime.date(2015, 12, 31))

    Args:
        given: What the caller gave.
        name: What it is of (`since`), for the message.

    Raises:
        UsageError: it is no time.
    """
    if given is None or given == "":
        return None
    if isinstance(given, Period):
        return given
    if isinstance(given, datetime):
        return Period.of_day(given.date())
    if isinstance(given, date):
        return Period.of_day(given)
    if quarter := _QUARTER.fullmatch(str(given).strip()):
        year, number = int(quarter[1] or quarter[4]), int(quarter[2] or quarter[3])
        return Period.of_months(year, 3 * number - 2, 3 * number)
    try:
        return Period.parse(str(given))
    except PeriodError as error:
        of = f"{name} " if name else ""
        raise UsageError(
            f"{of}{given!r} is no date; give a day (2015-03-17), a month (2015-03), a quarter (2015-Q1) or a year"
        ) from error


def span(since: When | None, until: When | None, year: int | str | None = None) -> tuple[date | None, date | None]:
    """The first and the last day of a time given by two periods, both of them in it; or of a year.

    >>> span("2015", "2016-06"), span(None, None, 2015)
    ((datetime.date(2015, 1, 1), datetime.date(2016, 6, 30)), (datetime.date(2015, 1, 1), datetime.date(2015, 12, 31)))

    Raises:
        UsageError: one is no date, they are the wrong way round, or both a year and one of them is given.
    """
    if year is not None:
        if since or until:
            raise UsageError("a year and a time (since, until) are two questions; give one of them")
        return one_year(year)[1:]
    first, last = period_asked(since, "since"), period_asked(until, "until")
    if first and last and last.end < first.start:
        raise UsageError(f"the time asked for ends ({last.iso}) before it starts ({first.iso})")
    return (first.start if first else None), (last.end if last else None)


def one_year(year: int | str | None) -> tuple[str | None, date | None, date | None]:
    """A year as text, with its first and last day; nothing for None.

    Raises:
        UsageError: it is no year.
    """
    if year is None:
        return None, None, None
    text = str(year).strip()
    if not (len(text) == 4 and text.isdecimal()):
        more = ""
        if both := _SPAN.fullmatch(text):
            more = f"; several are asked of `tieline trade`, `dependence` and `indicator`: --since {both[1]} --until {both[2]}"
        raise UsageError(f"{text!r} is no year; give one as 2014{more}")
    return text, *span(text, text)


def known_on(given: When | None) -> date | None:
    """The last day of what was known; None where all is.

    Raises:
        UsageError: it is no date.
    """
    found = period_asked(given, "as known on")
    return found.end if found else None
