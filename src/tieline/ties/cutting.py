"""Cuts of a series of counts into stretches of constant rate, by exact dynamic programming.

As in Jackson et al. 2005 ("optimal partitioning"; not checked). Counts are negative binomial: a stretch's mean is its rate
times the volume of each period, since the volume of news moves by half within a year; the dispersion is the one of `_SIZES`
that together with its best cuts fits best, so that a change of level is not taken for noise. A period far above its level counts against
it up to `BOUND` (a bounded loss, as in Fearnhead and Rigaill 2019; not checked): a loud week is a burst, and neither makes a shift nor hides one
behind a wide dispersion. A cut must win `PRICE` plus the logarithm of the number of periods in twice the log-likelihood, and its levels
must last (`lasting`). A Poisson model would find changes in nearly every series. The settings were fitted by `bench/fit_ties.py`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tieline.ties.channels import Floats

BOUND: Final = 9.0
"""In twice the log-likelihood: three standard deviations."""
PRICE: Final = 8.0
RATIO: Final = 1.5
_SIZES: Final = tuple(float(size) for size in np.geomspace(0.1, 100.0, 10))
"""The dispersions that are tried."""
_LEVELS: Final = 64
"""The rates that are tried, each a few percent above the one before."""
_NEAR: Final = 6.0
"""How much worse a place of the cut may be, in twice the log-likelihood, to be inside its interval (about 95 in 100)."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut of a series before the period at `place`; it may as well be anywhere from `low` to `high`."""

    place: int
    low: int
    high: int
    gain: float


@dataclass(frozen=True, slots=True)
class Fits:
    """Minus twice the bounded log-likelihood of every stretch of a series, for each dispersion that is tried.

    Attributes:
        costs: Sizes by (n + 1) by (n + 1): of the stretch [begin, end), up to what no choice of stretches changes.
        constants: That, one number for each size.
    """

    costs: Floats
    constants: Floats

    def cuts(self, shortest: int, price: float = PRICE) -> list[Cut]:
        """The cuts, with the dispersion, that fit best.

        Args:
            shortest: Periods that a stretch must have.
            price: What a cut must win beyond log n.
        """
        totals, came = _cheapest(self.costs, shortest, price + math.log(self.costs.shape[1] - 1))
        cost = self.costs[pick := int(np.argmin(totals + self.constants))]
        edges = _not_too_near(cost, _path(came[pick]), shortest)
        inner = range(1, len(edges) - 1)
        return [interval_cut(cost, edges[at - 1], edges[at], edges[at + 1], shortest) for at in inner]

    def late(self, shortest: int, price: float = PRICE) -> int | None:
        """Where a new level may have begun too near to the end for a cut; None where nothing speaks for one.

        Args:
            shortest: Periods that a stretch must have.
            price: What a cut must win beyond log n.
        """
        n = self.costs.shape[1] - 1
        needed = price + math.log(n)
        totals, came = _cheapest(self.costs, shortest, needed)
        cost = self.costs[pick := int(np.argmin(totals + self.constants))]
        left = _not_too_near(cost, _path(came[pick]), shortest)[-2]
        near = np.arange(max(n - shortest + 1, left + shortest), n)
        if not len(near):
            return None
        gains = cost[left, n] - cost[left, near] - cost[near, n]
        return int(near[gains.argmax()]) if gains.max() >= needed else None


def cuts_of(counts: Floats, exposure: Floats, shortest: int, price: float = PRICE, ratio: float = RATIO) -> list[Cut]:
    """Where a series changes its level for long.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1.
        shortest: Periods that a stretch must have.
        price: What a cut must win beyond log n.
        ratio: By how many times the rates differ.
    """
    return lasting_cuts(counts, exposure, fits_of(counts, exposure).cuts(shortest, price), ratio)


def merged_cuts(first: Sequence[Cut], more: Sequence[Cut], shortest: int) -> list[Cut]:
    """The first cuts of a series, and those of another count of it that are as far from them as a stretch is long, in order."""
    out = list(first)
    for cut in more:
        if all(abs(cut.place - kept.place) >= shortest for kept in out):
            out.append(cut)
    return sorted(out, key=lambda cut: cut.place)


def best_edges(cost: Floats, shortest: int, price: float, *, last: int | None = None) -> tuple[float, list[int]]:
    """The cheapest way to part a series, by exact dynamic programming: its cost and its edges, 0 and n among them.

    Args:
        cost: (n + 1) by (n + 1): what the stretch [begin, end) costs.
        shortest: Periods that a stretch must have.
        price: What each cut costs.
        last: Periods that the last stretch must have, if fewer.
    """
    totals, came = _cheapest(cost[None], shortest, price, last=last)
    return float(totals[0]), _path(came[0])


def _cheapest(
    costs: Floats, shortest: int, price: float, *, last: int | None = None
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """For each of several costs the cheapest total, and where the best last stretch up to each place begins."""
    many, n = len(costs), costs.shape[1] - 1
    best = np.full((many, n + 1), np.inf)
    best[:, 0] = -price
    came = np.zeros((many, n + 1), dtype=np.int64)
    for end in range(shortest, n + 1):
        least = shortest if last is None or end < n else last
        begins = np.array([0, *range(shortest, end - least + 1)])
        totals = best[:, begins] + costs[:, begins, end] + price
        pick = totals.argmin(axis=1)
        best[:, end], came[:, end] = totals[np.arange(many), pick], begins[pick]
    return best[:, n], came


def _path(came: npt.NDArray[np.int64]) -> list[int]:
    """The edges from 0 to n."""
    places = [len(came) - 1]
    while places[-1] > 0:
        places.append(int(came[places[-1]]))
    return places[::-1]


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


def fits_of(counts: Floats, exposure: Floats, bound: float = BOUND) -> Fits:
    """How every stretch of a series fits, with the best of `_LEVELS` rates.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1.
        bound: The most that a period above its level may count against it, in twice the log-likelihood.
    """
    n, rates = len(counts), counts / exposure
    levels = np.geomspace(0.5 / exposure.sum(), max(float(rates.max()), 1.0), _LEVELS)
    mean = levels * exposure[:, None]
    loud = counts[:, None] > mean
    costs, constants = np.full((len(_SIZES), n + 1, n + 1), np.inf), np.zeros(len(_SIZES))
    for at, size in enumerate(_SIZES):
        told, best = _likely(counts[:, None], mean, size), _likely(counts, counts, size)
        off = 2 * (best[:, None] - told)
        summed = np.concatenate([np.zeros((1, _LEVELS)), np.where(loud, np.minimum(off, bound), off).cumsum(axis=0)])
        for begin in range(n):
            costs[at, begin, begin + 1 :] = (summed[begin + 1 :] - summed[begin]).min(axis=1)
        shared = sum(math.lgamma(each + size) - math.lgamma(size) for each in counts.tolist())
        constants[at] = -2 * (float(best.sum()) + shared)
    return Fits(costs, constants)


def _likely(counts: Floats, mean: Floats, size: float) -> Floats:
    """The log-likelihood of counts, without what depends on counts and size alone."""
    seen = np.maximum(mean, 1e-9)
    return size * np.log(size / (size + seen)) + counts * np.log(seen / (size + seen))


def lasting_cuts(counts: Floats, exposure: Floats, found: list[Cut], ratio: float = RATIO) -> list[Cut]:
    """The cuts whose levels last: of those that do not, the one that won least goes first, and what it parted is one."""
    kept = list(found)
    while kept:
        edges = [0, *(cut.place for cut in kept), len(counts)]
        passing = [cut for at, cut in enumerate(kept) if not lasting(counts, exposure, edges[at : at + 3], ratio)]
        if not passing:
            break
        kept.remove(min(passing, key=lambda cut: cut.gain))
    return kept


def lasting(counts: Floats, exposure: Floats, edges: Sequence[int], ratio: float = RATIO) -> bool:
    """Whether the levels on both sides of a cut differ by a ratio, the higher one without its highest period too.

    Args:
        counts: n counts.
        exposure: n volumes.
        edges: Where the stretch before begins, the cut, where the stretch after ends.
        ratio: By how many times.

    >>> lasting(np.array([3.0, 3, 3, 40, 3, 3]), np.ones(6), [0, 3, 6]), lasting(np.array([3.0, 3, 3, 9, 8, 9]), np.ones(6), [0, 3, 6])
    (False, True)
    """
    sides = [(counts[a:b], exposure[a:b]) for a, b in itertools.pairwise(edges)]
    low, high = sorted(sides, key=lambda side: float(side[0].sum() / side[1].sum()))
    rest = np.arange(len(high[0])) != int(np.argmax(high[0] / high[1]))
    return bool(high[0][rest].sum() / high[1][rest].sum() >= ratio * max(low[0].sum() / low[1].sum(), 1e-9))
