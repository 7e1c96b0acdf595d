"""Bursts and shifts: when a channel of a dyad changes its level for good, or leaps for a moment.

A series of counts is cut into stretches of constant rate by exact dynamic programming (as in Jackson et al. 2005, "optimal
partitioning"; not checked). Counts are negative binomial: a stretch's mean is its rate times the dataset's volume in each
period, since the volume of news moves by half within a year; the dispersion is the one of `_SIZES` that together with its
best cuts fits best, so that a change of level is not taken for noise. A cut must win `PRICE` plus the logarithm of the number
of periods in twice the log-likelihood: fixed so that of simulated series without a change, and of real weeks that were
shuffled, fewer than one in twenty gets a cut, and that there are at most 0.4 shifts a series (`bench/eval_ties.py`). A
Poisson model would find changes in nearly every series.

- A *shift* is a cut between two stretches of at least `SHORTEST` periods whose rates differ by `RATIO` or more, the higher
  one without its highest period too. Nearer to the end than that it is too early to tell.
- A *burst* is a single period far off the rate of its own stretch (`bursts`).

The same input gives the same output: nothing is drawn at random.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from tieline.ties.bursts import bursts_of
from tieline.ties.changes import SHORTEST, Change
from tieline.ties.channels import Floats, Series

FEWEST: Final = 8
"""Periods that a series must have to be tested."""


def changes_of(series: Series, *, with_none: bool = False) -> list[Change]:
    """The shifts and bursts of a series, in order; with `with_none`, that it was tested and has no mark."""
    if series.unit != "count":
        from tieline.ties.levels import level_changes  # noqa: PLC0415 -- levels are built on what is here

        return level_changes(series, with_none=with_none)
    covered = series.coverage > 0
    if covered.sum() < FEWEST or series.acts.sum() <= 0:
        return []
    places = np.flatnonzero(covered)
    counts, total = series.acts[places], series.total[places]
    exposure = total / total.mean() if total.mean() > 0 else np.ones(len(places))
    exposure = np.maximum(exposure, 0.05)
    shortest = SHORTEST[series.by]
    found = cuts_of(counts, exposure, shortest)
    edges = [0, *(cut.place for cut in found), len(places)]
    out = [_shift(series, places, cut, (edges[at], edges[at + 2])) for at, cut in enumerate(found)]
    out += bursts_of(series, places, counts, exposure, edges)
    out.sort(key=lambda change: (change.at or date.min, change.kind))
    return out or ([Change(series, "none")] if with_none else [])


def _shift(series: Series, places: np.ndarray, cut: Cut, around: tuple[int, int]) -> Change:
    left, right = around
    values = series.value[places]
    return Change(
        series, "shift", series.starts[places[cut.place]],
        (series.starts[places[cut.low]], series.period(int(places[cut.high])).end),
        round(float(values[left : cut.place].mean()), 3), round(float(values[cut.place : right].mean()), 3), round(cut.gain, 2),
    )  # fmt: skip
