"""Superlatives that a figure bears out: rank, largest, record since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tieline.model.errors import UsageError
from tieline.trade.figures.points import Point
from tieline.trade.indicators.frames import Amounts, amounts


@dataclass(frozen=True, slots=True)
class Record:
    """How far back a figure has no equal.

    Attributes:
        period: Of the figure.
        value_usd: The figure.
        since: The last period before it with a figure as high (or low), or higher (lower); None if there is none.
        first: The first period of the series that was compared with.
        ever: No figure from `first` on is as high (low).
        holes: Periods between that have no figure: the record holds among what is reported, no further.
        flags: Of the figure, and marks that put it in doubt.
    """

    period: str
    value_usd: float
    since: str | None
    first: str
    ever: bool
    holes: tuple[str, ...]
    flags: tuple[str, ...] = ()


def rank(parts: Amounts, who: str, key: str = "partner") -> tuple[int, int]:
    """The rank by size, 1 for the largest, equal ones alike, and of how many above zero.

    >>> rank({"CHN": 90, "RUS": 5, "IND": 5, "DEU": 0}, "IND")
    (2, 3)

    Raises:
        UsageError: it is not among them.
    """
    found = amounts(parts, key)
    if who not in found:
        raise UsageError(f"{who!r} is not among the {len(found)} of them; not listed is not last")
    return 1 + sum(value > found[who] for value in found.values()), sum(value > 0 for value in found.values())


def largest(parts: Amounts, key: str = "partner") -> tuple[str, ...]:
    """The largest, or all that share the first place; empty if all are nothing.

    >>> largest({"CHN": 90, "RUS": 5}), largest({"CHN": 5, "RUS": 5})
    (('CHN',), ('CHN', 'RUS'))
    """
    found = amounts(parts, key)
    top = max(found.values(), default=0.0)
    return tuple(sorted(each for each, value in found.items() if value == top)) if top > 0 else ()


def record_since(points: Sequence[Point], period: str, *, kind: Literal["high", "low"] = "high") -> Record | None:
    """How long a figure of a series has been the highest (lowest), US dollars as published, not adjusted for prices.

    Figures suspected to be a copy of another year do not count as ones to beat, but are holes.

    Returns:
        None where the period has no figure, or nothing is there before it.

    Raises:
        UsageError: the period is not in the series.
    """
    ordered = sorted(points, key=lambda point: point.period)
    at = next((place for place, point in enumerate(ordered) if point.period == period), None)
    if at is None:
        raise UsageError(f"no period {period!r} in the series, which goes from {ordered[0].period} to {ordered[-1].period}"
                         if ordered else "the series is empty")  # fmt: skip
    point, sign = ordered[at], 1 if kind == "high" else -1
    told = [each for each in ordered[:at] if each.value_usd is not None and "suspected-copy" not in each.flags]
    if point.value_usd is None or not told:
        return None
    value = point.value_usd
    rivals = [each.period for each in told if sign * (each.value_usd or 0.0) >= sign * value]
    since = rivals[-1] if rivals else None
    first = since or told[0].period
    counted = {each.period for each in told}
    holes = tuple(each.period for each in ordered[:at] if each.period > first and each.period not in counted)
    return Record(period, value, since, told[0].period, since is None, holes, (*point.flags, *point.marks))
