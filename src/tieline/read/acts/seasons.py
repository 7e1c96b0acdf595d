"""Times that only acts are dated by: seasons, and times that hang on the story's day or on the act told before.

Figures are counted by seasons of trade, which are no quarters of a year; a visit "in the spring" is one of March to May, north of
the equator as the wires write.  A year "ago" beside a figure is for figures the year compared with, for an act its date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.english import COUNTED, MONTH_NAMES
from tieline.model.periods import Period
from tieline.read.when.calendar import add_months, step
from tieline.read.when.resolver import TimeMention, base_of

_MONTHS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON: Final = re.compile(
    r"\b(?:(?P<which>last|this|next|the|the coming|the following|early|late)\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
_WEEKEND: Final = re.compile(
    r"\b(?:(?:over|at|during|on)\s+the|last|this|this past|the past)\s+weekend\b|\b(?P<which>next)\s+weekend\b",
    re.IGNORECASE,
)
_LOOSE: Final = frozenset({"", "early", "late", "the following"})
_AGO: Final = re.compile(r"\bago\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\b(?:the\s+)?(?:next|following|same)\s+(?P<unit>day|week|month|year)$", re.IGNORECASE)
_MONTH_AFTER: Final = re.compile(rf"\bthe\s+following\s+(?P<month>{'|'.join(MONTH_NAMES)})$")
_LATER: Final = re.compile(r"^(?P<n>\w+)\s+(?P<unit>day|week|month|year)s?\s+later$", re.IGNORECASE)
_COUNTS: Final = {word: n for word, n in COUNTED.items() if 1 <= n <= 12}
_FITTING: Final = {"day": {"day"}, "week": {"day"}, "month": {"day", "month"}, "year": {"day", "month", "year"}}
"""How precise a date must be for so long a step from it."""

_KNOWN: Final = 31
"""Days at most that the story's date may leave open where a season is told by it."""


def _of_season(season: str, year: int) -> Period:
    """Three months; a winter is that which begins in the year."""
    first = date(year, _MONTHS[season], 1)
    return Period(first, add_months(first, 3) - timedelta(days=1))


def _nearest(season: str, published: Period, *, ahead: bool, which: str) -> Period:
    year = published.start.year
    near = [_of_season(season, y) for y in (year - 2, year - 1, year, year + 1, year + 2)]
    if which == "this":
        return next(s for s in near if s.end >= published.start)
    if which in {"next", "the coming"}:
        return next(s for s in near if s.start > published.end)
    if which == "last":
        return [s for s in near if s.end < published.start][-1]
    if ahead:
        return next(s for s in near if s.end >= published.start)
    return [s for s in near if s.start <= published.end][-1]


def seasons(text: str, times: Sequence[TimeMention], published: Period | None, *, ahead: bool) -> list[TimeMention]:
    """The times of a sentence with its seasons; a year that belongs to a season is no time of its own.

    >>> [t.period.iso for t in seasons("They met in the spring of 1983.", [], None, ahead=False)]
    ['1983-03/1983-05']
    >>> [t.period.iso for t in seasons("He will come in the autumn.", [], Period.parse("2021-12-14"), ahead=True)]
    ['2022-09/2022-11']
    """
    found: list[TimeMention] = _weekends(text, published, ahead=ahead)
    for match in _SEASON.finditer(text):
        season, which = match["season"].lower(), (match["which"] or "").lower()
        if match["year"]:
            period = _of_season(season, int(match["year"]))
        elif which in _LOOSE or (season == "fall" and which == "the") or published is None or published.days > _KNOWN:
            continue
        else:
            period = _nearest(season, published, ahead=ahead, which=which)
        found.append(
            TimeMention(
                match.start(), match.end(), match.group(), period, "period", relation=None, anchored=True, kind="season"
            )
        )
    if not found:
        return list(times)
    kept = [t for t in times if not any(s.start < t.end and t.start < s.end for s in found)]
    return sorted([*kept, *found], key=lambda t: t.start)


def _weekends(text: str, published: Period | None, *, ahead: bool) -> list[TimeMention]:
    """The Saturday and Sunday that "at the weekend" means: the last before the story, or the next."""
    match = _WEEKEND.search(text)
    if match is None or published is None or published.days > 1 or (match["which"] and not ahead):
        return []
    day = published.start
    steps = (5 - day.weekday()) % 7 if ahead else -((day.weekday() + 2) % 7)
    saturday = day + timedelta(days=steps)
    sunday = saturday + timedelta(days=1)
    period = Period(saturday, sunday if ahead else min(sunday, day))
    return [
        TimeMention(
            match.start(), match.end(), match.group(), period, "point", relation=None, anchored=True, kind="season"
        )
    ]


def hanging_times(
    text: str, times: Sequence[TimeMention], published: Period | None, before: Period | None
) -> list[TimeMention]:
    """The times of a sentence, those that hang on the story's day or on the act told before with their periods."""
    found: list[TimeMention] = []
    for time in times:
        dated = [t.period for t in found if t.period is not None and t.period.precision in {"day", "month"}]
        after = _month_after(text, time, dated[-1] if dated else before)
        found.append(after or (_hung(time, published, before) if time.period is None else time))
    return found


def _month_after(text: str, time: TimeMention, base: Period | None) -> TimeMention | None:
    """The month that comes next after the time told before: "in November 1983 ... the following July" is in 1984."""
    named = _MONTH_AFTER.search(text[max(0, time.start - 14) : time.end])
    if named is None or base is None:
        return None
    month = MONTH_NAMES.index(named["month"]) + 1
    year = base.end.year + (month <= base.end.month)
    return replace(time, period=Period.of_months(year, month, month), role="point")


def _hung(time: TimeMention, published: Period | None, before: Period | None) -> TimeMention:
    if _AGO.search(time.text):
        if published is None or time.relation is None or time.kind not in {"year", "month", "week", "day"}:
            return time
        back = base_of(
            "same-period-last-year" if time.relation == "same-period-last-year" else time.relation, published
        )
        whole = step(back, time.kind, 0)
        return replace(time, period=whole, role="point")
    if before is None:
        return time
    following, later = _NEXT.search(time.text.strip()), _LATER.match(time.text.strip())
    if following:
        unit, count = following["unit"].lower(), 0 if "same" in time.text.lower() else 1
    elif later:
        word = later["n"].lower()
        unit, count = later["unit"].lower(), int(word) if word.isdigit() else _COUNTS.get(word, 0)
        if not count:
            return time
    else:
        return time
    if before.precision not in _FITTING[unit]:
        return time
    if unit == "week" and later:
        unit, count = "day", 7 * count
    return replace(time, period=step(before, unit, count), role="point")
