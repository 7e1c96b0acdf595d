"""What is asked of the series of ties, and the periods that they have."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tieline.model.periods import Period
from tieline.ties.coding import CHANNELS

By = Literal["week", "month", "quarter", "year"]
BY: tuple[By, ...] = ("week", "month", "quarter", "year")
TRADE = "trade-dependence"
YEARLY = ("formal-ties", TRADE)
"""Channels that are by year alone; trade dependence comes from flows."""
CHANNELS_ORDER = (*CHANNELS, *YEARLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Which series are wanted.

    Attributes:
        countries: Both of a dyad, or one of which every dyad is wanted; none for all.
        channels: Which channels.
        directed: Apart for each direction; else both directions as one series.
        least: Only series of so many acts, repeats and both directions counted; friction and blows of a dyad together. With 0 also
            those of a dyad that have none, where their dataset has acts of the two.
        known_on: Nothing that was published or released later.
        goods: HS or SITC codes in whose trade the share of trade dependence is; none for all trade.
        classification: Of which they are.
    """

    by: By = "week"
    countries: tuple[str, ...] = ()
    channels: tuple[str, ...] = (*CHANNELS, "formal-ties")
    datasets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    directed: bool = True
    least: int = 1
    known_on: date | None = None
    goods: tuple[str, ...] = ()
    classification: str = "HS"


def period_from(start: date, by: By) -> Period:
    """The week (Monday to Sunday), month, quarter or year that begins on a day.

    >>> period_from(date(2018, 1, 1), "week").iso, period_from(date(2018, 4, 1), "quarter").iso
    ('2018-01-01/2018-01-07', '2018-04/2018-06')
    """
    if by == "week":
        return Period(start, date.fromordinal(start.toordinal() + 6))
    months = {"month": 1, "quarter": 3, "year": 12}[by]
    return Period.of_months(start.year, start.month, start.month + months - 1)


def starts_of(first: date, last: date, by: By) -> tuple[date, ...]:
    """First days of the periods from one day to another."""
    starts = []
    at = start_of(first, by)
    while at <= last:
        starts.append(at)
        at = date.fromordinal(period_from(at, by).end.toordinal() + 1)
    return tuple(starts)


def start_of(day: date, by: By) -> date:
    """The first day of the period that a day is in."""
    if by == "week":
        return date.fromordinal(day.toordinal() - day.weekday())
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[by]
    return date(day.year, month, 1)
