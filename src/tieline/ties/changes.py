"""What a series of ties can have: a shift, a burst, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tieline.ties.series import Series

Kind = Literal["shift", "burst", "none"]
SHORTEST: Final = {"week": 3, "month": 4, "quarter": 4, "year": 2}
"""Periods that a level must last."""


@dataclass(frozen=True, slots=True)
class Change:
    """A shift or burst of a series, or that there is none.

    Attributes:
        at: Where the new level, or the burst, begins: the first day of its first period; None where there is none.
        interval: First and last day on which it may have begun; of a burst its first and last day.
        before: The channel's mean value a period before it, without bursts.
        after: The same after it; of a burst its highest value, of a lull its lowest.
        acts: Of counts the same two levels in acts as coded, repeats too.
        statistic: Twice the gain in log-likelihood of a shift; minus the logarithm (base 10) of a burst's chance.
        latest: It is the latest year held: a burst, or the beginning of a shift.
        until: First day on which a level that did not stay was back where it had been; None where it stays, or gave way to another one.
    """

    series: Series
    kind: Kind
    at: date | None = None
    interval: tuple[date, date] | None = None
    before: float | None = None
    after: float | None = None
    statistic: float | None = None
    latest: bool = False
    until: date | None = None
    acts: tuple[float, float] | None = None
