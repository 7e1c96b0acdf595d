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

from tieline.ties.bursts import bursts_of
from tieline.ties.changes import SHORTEST, Change
from tieline.ties.channels import Floats, Series

PRICE: Final = 7.0
RATIO: Final = 2.0
FEWEST: Final = 8
"""Periods that a series must have to be tested."""
_SIZES: Final = tuple(float(size) for size in np.geomspace(0.1, 100.0, 10))
"""The dispersions that are tried."""
_NEAR: Final = 6.0
"""How much worse a place of the cut may be, in twice the log-likelihood, to be inside its interval (about 95 in 100)."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut of a series before the period at `place`; it may as well be anywhere from `low` to `high`."""

    place: int
    low: int
    high: int
    gain: float


def cuts_of(counts: Floats, exposure: Floats, shortest: int, price: float = PRICE) -> list[Cut]:
    """Where a series changes its level: the cuts and the dispersion that together fit best.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1.
        shortest: Periods that a stretch must have.
        price: What a cut must win beyond log n.
    """
    n = len(counts)
    found: tuple[float, list[int], Floats] | None = None
    for size in _SIZES:
        cost = _costs(counts, exposure, size)
        total, edges = best_edges(cost, shortest, price + math.log(n))
        total += _constant(counts, size)
        if found is None or total < found[0]:
            found = total, edges, cost
    assert found is not None  # noqa: S101
    _, edges, cost = found
    edges = _not_too_near(cost, edges, shortest)
    return [interval_cut(cost, edges[at - 1], edges[at], edges[at + 1], shortest) for at in range(1, len(edges) - 1)]


def best_edges(cost: Floats, shortest: int, price: float, *, last: int | None = None) -> tuple[float, list[int]]:
    """The cheapest way to part a series, by exact dynamic programming: its cost and its edges, 0 and n among them.

    Args:
        cost: (n + 1) by (n + 1): what the stretch [begin, end) costs.
        shortest: Periods that a stretch must have.
        price: What each cut costs.
        last: Periods that the last stretch must have, if fewer.
    """
    n = len(cost) - 1
    best = np.full(n + 1, np.inf)
    best[0] = -price
    came = np.zeros(n + 1, dtype=int)
    for end in range(shortest, n + 1):
        least = shortest if last is None or end < n else last
        begins = np.array([0, *range(shortest, end - least + 1)])
        totals = best[begins] + cost[begins, end] + price
        pick = int(np.argmin(totals))
        best[end], came[end] = totals[pick], begins[pick]
    places = [n]
    while places[-1] > 0:
        places.append(int(came[places[-1]]))
    return float(best[n]), places[::-1]


def _constant(counts: Floats, size: float) -> float:
    """What of minus twice the log-likelihood no choice of stretches changes, but the dispersion does."""
    return -2 * sum(math.lgamma(count + size) - math.lgamma(size) for count in counts.tolist())


def _not_too_near(cost: Floats, edges: list[int], shortest: int) -> list[int]:
    """The edges without a last (or first) cut that would rather lie nearer to the end (the start): there it is too early to tell."""
    n = edges[-1]
    while len(edges) > 2:
        left, place = edges[-3], edges[-2]
        if min(cost[left, at] + cost[at, n] for at in range(n - shortest + 1, n)) >= cost[left, place] + cost[place, n]:
            break
        del edges[-2]
    while len(edges) > 2:
        place, right = edges[1], edges[2]
        if min(cost[0, at] + cost[at, right] for at in range(1, shortest)) >= cost[0, place] + cost[place, right]:
            break
        del edges[1]
    return edges


def interval_cut(cost: Floats, left: int, place: int, right: int, shortest: int) -> Cut:
    """A cut with its interval: the places between its neighbours that are nearly as good."""
    near = np.arange(left + shortest, right - shortest + 1)
    totals = cost[left, near] + cost[near, right]
    here = cost[left, place] + cost[place, right]
    good = near[totals <= here + _NEAR]
    run = [place]
    for step in (-1, 1):
        at = place + step
        while at in good:
            run.append(at)
            at += step
    return Cut(place, min(run), max(run), float(cost[left, right] - here))


def _costs(counts: Floats, exposure: Floats, size: float) -> Floats:
    """Minus twice the log-likelihood of each stretch [begin, end), up to what no choice of stretches changes."""
    n = len(counts)
    summed, volume = np.concatenate([[0.0], counts.cumsum()]), np.concatenate([[0.0], exposure.cumsum()])
    cost = np.full((n + 1, n + 1), np.inf)
    for begin in range(n):
        ends = np.arange(begin + 1, n + 1)
        rate = (summed[ends] - summed[begin]) / (volume[ends] - volume[begin])
        mean = np.maximum(rate[:, None] * exposure[None, begin:], 1e-9)
        told = counts[None, begin:] * np.log(mean) - (counts[None, begin:] + size) * np.log(size + mean)
        inside = np.arange(begin, n)[None, :] < ends[:, None]
        cost[begin, ends] = -2 * np.where(inside, told, 0.0).sum(axis=1) - 2 * size * math.log(size) * (ends - begin)
    return cost


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
    found = _lasting_cuts(counts, exposure, found)
    edges = [0, *(cut.place for cut in found), len(places)]
    out = [_shift(series, places, cut, (edges[at], edges[at + 2])) for at, cut in enumerate(found)]
    out += bursts_of(series, places, counts, exposure, edges)
    out.sort(key=lambda change: (change.at or date.min, change.kind))
    return out or ([Change(series, "none")] if with_none else [])


def _lasting_cuts(counts: Floats, exposure: Floats, found: list[Cut]) -> list[Cut]:
    """The cuts whose levels last: of those that do not, the one that won least goes first, and what it parted is one."""
    kept = list(found)
    while kept:
        edges = [0, *(cut.place for cut in kept), len(counts)]
        passing = [cut for at, cut in enumerate(kept) if not lasting(counts, exposure, edges[at : at + 3])]
        if not passing:
            break
        kept.remove(min(passing, key=lambda cut: cut.gain))
    return kept


def lasting(counts: Floats, exposure: Floats, edges: Sequence[int]) -> bool:
    """Whether the levels on both sides of a cut differ by `RATIO`, the higher one without its highest period too.

    Args:
        counts: n counts.
        exposure: n volumes.
        edges: Where the stretch before begins, the cut, where the stretch after ends.

    >>> lasting(np.array([3.0, 3, 3, 40, 3, 3]), np.ones(6), [0, 3, 6]), lasting(np.array([3.0, 3, 3, 9, 8, 9]), np.ones(6), [0, 3, 6])
    (False, True)
    """
    sides = [(counts[a:b], exposure[a:b]) for a, b in itertools.pairwise(edges)]
    low, high = sorted(sides, key=lambda side: float(side[0].sum() / side[1].sum()))
    rest = np.arange(len(high[0])) != int(np.argmax(high[0] / high[1]))
    return bool(high[0][rest].sum() / high[1][rest].sum() >= RATIO * max(low[0].sum() / low[1].sum(), 1e-9))


def _shift(series: Series, places: np.ndarray, cut: Cut, around: tuple[int, int]) -> Change:
    left, right = around
    values = series.value[places]
    return Change(
        series, "shift", series.starts[places[cut.place]],
        (series.starts[places[cut.low]], series.period(int(places[cut.high])).end),
        round(float(values[left : cut.place].mean()), 3), round(float(values[cut.place : right].mean()), 3), round(cut.gain, 2),
    )  # fmt: skip
