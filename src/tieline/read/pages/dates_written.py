"""Dates as machines and pages write them: ISO, mail time stamps, words; none is guessed."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

from tieline.model import lazy_re as re
from tieline.model.english import SHORT_MONTHS
from tieline.model.periods import Period, PeriodError

_DAY = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_WORDS = re.compile(
    r"\b(?:([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8})\.?),?\s+(\d{4})\b"
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
"""A month and a day of the week in a stamp, in full or cut short, for patterns that ignore capitals."""


def day_of(text: str) -> Period | None:
    """Read the date of an ISO or mail time stamp, as written there: no time zone is applied.

    >>> day_of("Tue, 17 Mar 2015 23:30:00 -0400").iso, day_of("2015-03"), day_of("soon")
    ('2015-03-17', Period(start=datetime.date(2015, 3, 1), end=datetime.date(2015, 3, 31)), None)
    """
    text = text.strip()
    try:
        return Period.parse(text)
    except PeriodError:
        pass
    try:
        return Period.of_day(datetime.fromisoformat(text).date())
    except ValueError:
        pass
    try:
        return Period.of_day(parsedate_to_datetime(text).date())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def day_written(text: str) -> Period | None:
    """Read a date as `day_of` does, or as pages write it; day and month in figures alone are never guessed apart.

    >>> [day_written(x).iso for x in ("2015/3/17 10:05 EST", "March 17, 2015", "17th Mar 2015 at noon")]
    ['2015-03-17', '2015-03-17', '2015-03-17']
    >>> day_written("03/04/2015") is None
    True
    """
    text = text.strip()[:100]
    when = day_of(text)
    if when is not None or not text:
        return when
    parts: tuple[int, int, int] | None = None
    if found := _DAY.match(text):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _WORDS.search(text):
        month = (found[1] or found[4]).lower()[:3]
        if month in SHORT_MONTHS:
            parts = int(found[5]), SHORT_MONTHS.index(month) + 1, int(found[2] or found[3])
    try:
        return Period.of_day(datetime(*parts).date()) if parts else None  # noqa: DTZ001 -- a day has no zone
    except ValueError:
        return None


_FIGURES = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")


def day_in_figures(text: str) -> Period | None:
    """Read a date in figures whose day can't be the month; one that may be either is none.

    >>> [day_in_figures(x) for x in ("17/12/2013", "12/17/2013")] == [day_of("2013-12-17")] * 2
    True
    >>> day_in_figures("05/06/2013"), day_in_figures("5.5.2013").iso
    (None, '2013-05-05')
    """
    found = _FIGURES.match(text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first != second and max(first, second) <= _MONTHS_OF_A_YEAR:
        return None
    day, month = max(first, second), min(first, second)
    try:
        return Period.of_day(datetime(year, month, day).date())  # noqa: DTZ001 -- a day has no zone
    except ValueError:
        return None


_MONTHS_OF_A_YEAR = 12
