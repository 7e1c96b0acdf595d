"""The latest year against the years just before it, where neither a shift nor a burst can be told yet.

A level must last two years, and a pair whose years always leap hides one more leap; so the newest year, which is what a reader
asks about, would be passed over in silence. It is held against the mean of the two years before, both against the volume of
the dataset, and the change against those of all dyads: of the years of dyads whose mean before was `ALIKE` times smaller to
`ALIKE` times larger in the same channel, a share of `RARE` or less moved as far or further the same way. The levels must differ by
`lasting.RATIO`. That share is the mark's rate of false alarm, if nothing but the usual moves the pair: at most one latest year in
twenty is marked, a rise or a fall. Whether it is a burst or the beginning of a shift the next years will tell: it is called a burst.

Counts of years alone (datasets such as ICEWS by dyad and year): a week or month that is too early to tell is soon over.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tieline.ledger import Ledger
from tieline.ties.asking import Ask
from tieline.ties.changes import SHORTEST, Change
from tieline.ties.channel_sql import year_moves_sql
from tieline.ties.lasting import RATIO
from tieline.ties.series import Floats, Series

RARE: Final = 0.025
"""The two-sided one in twenty."""
ALIKE: Final = 3.0
LEAST: Final = 1.0
"""Acts a year in the years before, under which no dyad is compared."""
FEWEST: Final = 200
"""Years of other dyads under which nothing can be said."""
_BEFORE: Final = SHORTEST["year"]


@dataclass(frozen=True, slots=True)
class _Moves:
    """Years of all dyads in a channel: the mean of the years before, and how many times it the year is."""

    base: Floats
    times: Floats

    def chance(self, base: float, times: float) -> float | None:
        """The share of comparable years that moved as far or further the same way; None if there are too few."""
        alike = self.times[(self.base >= base / ALIKE) & (self.base <= base * ALIKE)]
        if len(alike) < FEWEST:
            return None
        return float(np.mean(alike >= times) if times >= 1 else np.mean(alike <= times))


def latest_changes(
    ledger: Ledger, ask: Ask, series: Sequence[Series], told: Collection[Change]
) -> tuple[list[Change], list[Change]]:
    """A burst for each series of counts by year whose latest year stands out, and has no mark yet; then those that moved, but not rarely so.

    Args:
        ledger: What the years of all dyads are read from.
        ask: As the series were asked for.
        series: By year.
        told: Their shifts and bursts.
    """
    counted = [one for one in series if one.unit == "count" and one.by == "year" and one.coverage.sum() > _BEFORE]
    rows = ledger.query(year_moves_sql(ledger, ask, _BEFORE, LEAST)).to_pydict() if counted else {"dataset": []}
    if not rows["dataset"]:
        return [], []
    datasets, channels = np.array(rows["dataset"]), np.array(rows["channel"])
    base, times = np.array(rows["base"]), np.array(rows["times"])
    moves = {
        (dataset, channel): _Moves(base[here], times[here])
        for dataset, channel in {(one.dataset, one.channel) for one in counted}
        if (here := (datasets == dataset) & (channels == channel)).any()
    }
    marked = {
        (one.series.dataset, one.series.source, one.series.target, one.series.channel)
        for one in told
        if one.interval is not None and one.interval[1] >= one.series.starts[np.flatnonzero(one.series.coverage)[-1]]
    }
    out = []
    for one in counted:
        if (one.dataset, one.source, one.target, one.channel) not in marked and (one.dataset, one.channel) in moves:
            change = _latest(one, moves[one.dataset, one.channel])
            out += [change] if change else []
    return [one for one in out if rate_of(one) <= RARE], [one for one in out if rate_of(one) > RARE]


def _latest(one: Series, moves: _Moves) -> Change | None:
    places = np.flatnonzero(one.coverage > 0)
    rates = one.value[places] / one.total[places] * one.total[places].mean()
    last, base = int(places[-1]), float(rates[-1 - _BEFORE : -1].mean())
    times = float(rates[-1]) / base if base > 0 else math.inf
    if base < LEAST or 1 / RATIO < times < RATIO:
        return None
    chance = moves.chance(base, times)
    if chance is None:
        return None
    before = float(one.value[places[-1 - _BEFORE : -1]].mean())
    return Change(
        one, "burst", one.starts[last], (one.starts[last], one.period(last).end), round(before, 3), float(one.value[last]),
        -math.log10(max(chance, 1e-9)), latest=True, acts=(round(before, 3), float(one.value[last])),
    )  # fmt: skip


def rate_of(change: Change) -> float:
    """The share of comparable years that move as far, of a latest year that stands out."""
    return float(10 ** -(change.statistic or 0.0))
