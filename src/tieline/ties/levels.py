"""Shifts of levels that are no counts: shares of trade, agreement of votes, alliances and embassies by year.

- A *share* or an *agreement* is cut into stretches of constant level by exact dynamic programming, with normal errors: their
  deviation is that of the differences of neighbouring periods (1.4826 times their median, over the root of two), which a
  few changes of level hardly touch, and at least `STILL`. A cut must win `PRICE` plus the logarithm of the number of periods,
  and the levels must differ by `LEAST`. A stretch has two periods or more, but for the last one: a year of trade is a sum of
  a year, so that its fall is told at once, and that it has lasted one period only.
- A *standing* tie (an alliance, an embassy) has no errors: each change is told.
"""

from __future__ import annotations

import itertools
import math
from typing import Final

import numpy as np

from tieline.ties.changes import Change
from tieline.ties.cutting import best_edges, interval_cut
from tieline.ties.lasting import Cut
from tieline.ties.series import Floats, Series

PRICE: Final = 7.0
FEWEST: Final = 4
LEAST: Final = {"share": 0.02, "kappa": 0.1, "agreement": 0.05}
"""Two points of a hundred of a share, as in pivots; a tenth of kappa, a twentieth of agreement."""
STILL: Final = 0.25
"""Of `LEAST`: the deviation below which no series is taken to be known."""


def fewest(unit: str) -> int:
    """Years that a series of levels must have to be tested."""
    return 2 if unit == "standing" else FEWEST


def level_changes(series: Series, *, with_none: bool = False) -> list[Change]:
    """The shifts of a series of levels, in order; with `with_none`, that it was tested and has none."""
    places = np.flatnonzero(series.coverage > 0)
    if len(places) < fewest(series.unit):
        return []
    values = series.value[places]
    cuts = _steps(values) if series.unit == "standing" else cuts_of_levels(values, LEAST[series.unit])
    edges = [0, *(cut.place for cut in cuts), len(values)]
    means = [round(float(values[a:b].mean()), 6) for a, b in itertools.pairwise(edges)]
    out = [
        Change(
            series, "shift", series.starts[places[cut.place]],
            (series.starts[places[cut.low]], series.period(int(places[cut.high])).end), means[at], means[at + 1], round(cut.gain, 2),
        )
        for at, cut in enumerate(cuts)
    ]  # fmt: skip
    return out or ([Change(series, "none")] if with_none else [])


def _steps(values: Floats) -> list[Cut]:
    return [Cut(at, at, at, math.inf) for at in range(1, len(values)) if values[at] != values[at - 1]]


def cuts_of_levels(values: Floats, least: float) -> list[Cut]:
    """Where levels change by `least` or more, beyond how much they move from period to period.

    >>> [cut.place for cut in cuts_of_levels(np.array([0.21, 0.22, 0.24, 0.25, 0.07]), 0.02)]
    [4]
    >>> cuts_of_levels(np.array([0.20, 0.25, 0.19, 0.26, 0.21]), 0.02)
    []
    """
    n = len(values)
    steps = np.abs(np.diff(values))
    deviation = max(1.4826 * float(np.median(steps)) / math.sqrt(2), STILL * least)
    cost = np.full((n + 1, n + 1), np.inf)
    for begin in range(n):
        for end in range(begin + 1, n + 1):
            part = values[begin:end]
            cost[begin, end] = float(((part - part.mean()) ** 2).sum()) / deviation**2
    _, edges = best_edges(cost, 2, PRICE + math.log(n), last=1)
    while len(edges) > 2:
        means = [float(values[a:b].mean()) for a, b in itertools.pairwise(edges)]
        small = [at for at in range(1, len(edges) - 1) if abs(means[at] - means[at - 1]) < least]
        if not small:
            break
        del edges[small[0]]
    return [interval_cut(cost, edges[at - 1], edges[at], edges[at + 1], 1) for at in range(1, len(edges) - 1)]
