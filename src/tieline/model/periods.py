"""Periods of time with their true precision: a day, a month, a year, or an interval of them.

Written as in ISO 8601: `2014`, `2014-03`, `2014-03-17`, `2014-01/2014-06`.  Both ends of an interval belong to it.
A quarter or a half year is written as an interval of months, as the claims contract does.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Self

from tieline.model import lazy_re as re

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class PeriodError(ValueError):
    """A text that is no ISO day, month, year or interval of them."""


@cache
def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `start` to `end`, both included.

    >>> Period.parse("2014-01/2014-06").iso
    '2014-01/2014-06'
    >>> Period.parse("2014-01/2014-12") == Period.parse("2014")
    True
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise PeriodError(f"a period ends before it starts: {self.start} to {self.end}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO day, month, year or interval; raise PeriodError for anything else."""
        parts = text.strip().split("/")
        if len(parts) > 2:
            raise PeriodError(f"not a period: {text!r}; allowed are YYYY, YYYY-MM, YYYY-MM-DD and A/B")
        ends = []
        for part in parts:
            found = _PART.fullmatch(part.strip())
            if not found:
                raise PeriodError(f"not a period: {text!r}; allowed are YYYY, YYYY-MM, YYYY-MM-DD and A/B")
            year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
            try:
                low = date(year, month or 1, day or 1)
                high = date(year, month or 12, day or _last_day(year, month or 12))
            except (ValueError, calendar.IllegalMonthError) as error:
                raise PeriodError(f"no such date: {part!r} in {text!r}") from error
            ends.append((low, high))
        return cls(ends[0][0], ends[-1][1])

    @classmethod
    def of_year(cls, year: int) -> Self:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """A calendar month."""
        return cls(date(year, month, 1), date(year, month, _last_day(year, month)))

    @classmethod
    def of_day(cls, day: date) -> Self:
        """One day."""
        return cls(day, day)

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> Self:
        """A calendar quarter, 1 to 4."""
        return cls.of_months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def of_half(cls, year: int, half: int) -> Self:
        """A calendar half year, 1 or 2."""
        return cls.of_months(year, 6 * half - 5, 6 * half)

    @classmethod
    def of_months(cls, year: int, first: int, last: int) -> Self:
        """The months `first` to `last` of one year."""
        return cls(date(year, first, 1), date(year, last, _last_day(year, last)))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def whole_months(self) -> bool:
        """It starts on the first and ends on the last day of a month."""
        return self.start.day == 1 and self.end.day == _last_day(self.end.year, self.end.month)

    @property
    def whole_years(self) -> bool:
        """It covers calendar years from 1 January to 31 December."""
        return self.whole_months and self.start.month == 1 and self.end.month == 12

    @property
    def precision(self) -> str:
        """`day`, `month`, `quarter`, `half`, `year` or `interval`."""
        if self.start == self.end:
            return "day"
        if self.whole_months and self.start.year == self.end.year:
            months = self.end.month - self.start.month + 1
            first = self.start.month - 1
            if months == 1:
                return "month"
            if months == 12:
                return "year"
            if months == 3 and first % 3 == 0:
                return "quarter"
            if months == 6 and first % 6 == 0:
                return "half"
        return "interval"

    @property
    def iso(self) -> str:
        """The shortest ISO form that loses nothing."""
        if self.start == self.end:
            return self.start.isoformat()
        if self.whole_years:
            first, last = f"{self.start.year:04d}", f"{self.end.year:04d}"
        elif self.whole_months:
            first, last = self.start.isoformat()[:7], self.end.isoformat()[:7]
        else:
            first, last = self.start.isoformat(), self.end.isoformat()
        return first if first == last else f"{first}/{last}"

    def __str__(self) -> str:
        return self.iso

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, date) and self.start <= other <= self.end

    def overlaps(self, other: Period) -> bool:
        """They share a day."""
        return self.start <= other.end and other.start <= self.end

    def shifted_years(self, years: int) -> Period:
        """The same days of another year (the same period of last year: -1).

        Whole months stay whole, so that February keeps its last day.

        >>> Period.parse("2016-02").shifted_years(-1).iso
        '2015-02'
        """
        last = _last_day(self.end.year + years, self.end.month)
        whole = self.end.day == _last_day(self.end.year, self.end.month)
        start = date(
            self.start.year + years,
            self.start.month,
            min(self.start.day, _last_day(self.start.year + years, self.start.month)),
        )
        return Period(start, date(self.end.year + years, self.end.month, last if whole else min(self.end.day, last)))

    def before(self) -> Period:
        """The period of the same length that ends the day before this one starts."""
        last = self.start - timedelta(days=1)
        if self.whole_months:
            months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
            count = self.start.year * 12 + self.start.month - 1 - months
            return Period(date(count // 12, count % 12 + 1, 1), last)
        return Period(last - timedelta(days=self.days - 1), last)

    def words(self) -> str:
        """The period as an English sentence has it: `2014`, `March 2014`, `the first half of 2014`.

        >>> Period.parse("2014-01/2014-06").words()
        'the first half of 2014'
        >>> Period.parse("2014-01/2014-05").words()
        'January to May 2014'
        """
        if self.precision == "quarter":
            return f"the {('first', 'second', 'third', 'fourth')[self.start.month // 3]} quarter of {self.start.year}"
        if self.precision == "half":
            return f"the {('first', 'second')[self.start.month // 6]} half of {self.start.year}"
        if self.precision == "year":
            return str(self.start.year)
        if self.precision == "month":
            return f"{calendar.month_name[self.start.month]} {self.start.year}"
        if self.precision == "day":
            return f"{self.start.day} {calendar.month_name[self.start.month]} {self.start.year}"
        if self.whole_years:
            return f"{self.start.year} to {self.end.year}"
        if self.whole_months:
            first = f" {self.start.year}" if self.start.year != self.end.year else ""
            return f"{calendar.month_name[self.start.month]}{first} to {calendar.month_name[self.end.month]} {self.end.year}"
        return f"{self.start.isoformat()} to {self.end.isoformat()}"
