"""Cuts of a series of counts into stretches of constant rate, by exact dynamic programming.

As in Jackson et al. 2005 ("optimal partitioning"; not checked). Counts are negative binomial: a stretch's mean is its rate
times the volume of each period, since the volume of news moves by half within a year; the dispersion is the one of `_SIZES`
that together with its best cuts fits best, so that a change of level is not taken for noise. A period far above its level counts against
it up to `BOUND` (a bounded loss, as in Fearnhead and Rigaill 2019; not checked): a loud week is a burst, and neither makes a shift nor hides one
behind a wide dispersion. A cut must win `PRICE` plus the logarithm of the number of periods in twice the log-likelihood, and its levels
must last (`lasting`); a level that comes and goes is one change, not two (`spells`). A Poisson model would find changes in nearly every
series. The settings were fitted by `bench/fit_ties.py`.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tieline.ties.lasting import RATIO, Cut, lasting_cuts
from tieline.ties.series import Floats
from tieline.ties.spells import PRICE as SPELL_PRICE
from tieline.ties.spells import costs_with_spells, nearly_as_good, spell_gain, spells_of

BOUND: Final = 9.0
"""In twice the log-likelihood: three standard deviations."""
PRICE: Final = 8.0
_SIZES: Final = tuple(float(size) for size in np.geomspace(0.1, 100.0, 10))
"""The dispersions that are tried."""
_LEVELS: Final = 64
"""The rates that are tried, each a few percent above the one before."""
_NEAR: Final = 6.0
"""How much worse a place of the cut may be, in twice the log-likelihood, to be inside its interval (about 95 in 100)."""


@dataclass(frozen=True, slots=True)
class Fits:
    """Minus twice the bounded log-likelihood of every stretch of a series, for each dispersion that is tried.

    Attributes:
        costs: Sizes by (n + 1) by (n + 1): of the stretch [begin, end), up to what no choice of stretches changes.
        constants: That, one number for each size.
        summed: Sizes by (n + 1) by levels: of the periods before each place, at each level.
    """

    costs: Floats
    constants: Floats
    summed: Floats

    def cuts(self, shortest: int, price: float = PRICE, spell_price: float = SPELL_PRICE) -> list[Cut]:
        """The cuts and spells, with the dispersion of the best cuts, that fit best, in order.

        Args:
            shortest: Periods that a stretch must have.
            price: What a cut must win beyond log n.
            spell_price: What a spell must win beyond 2 log n.
        """
        log_n = math.log(self.costs.shape[1] - 1)
        needed, spell_needed = price + log_n, spell_price + 2 * log_n
        totals, _ = _cheapest(self.costs, shortest, needed)
        pick = int(np.argmin(totals + self.constants))
        cost, summed = self.costs[pick], self.summed[pick]
        with_spells = costs_with_spells(summed, cost, shortest, spell_needed)
        _, came = _cheapest(with_spells[None], shortest, needed)
        edges = _not_too_near(with_spells, _path(came[0]), shortest)
        inner = range(1, len(edges) - 1)
        out = [interval_cut(with_spells, edges[at - 1], edges[at], edges[at + 1], shortest) for at in inner]
        for stretch in itertools.pairwise(edges):
            for spell in spells_of(summed, cost, stretch, shortest, spell_needed):
                low, high = nearly_as_good(summed, cost, stretch, spell, shortest, _NEAR)
                out.append(Cut(spell[0], low, high, spell_gain(summed, cost, stretch, spell), spell[1]))
        return sorted(out, key=lambda cut: cut.place)

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


def cuts_of(
    counts: Floats,
    exposure: Floats,
    shortest: int,
    price: float = PRICE,
    ratio: float = RATIO,
    spell_price: float = SPELL_PRICE,
) -> list[Cut]:
    """Where a series changes its level, for good or for some periods.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1.
        shortest: Periods that a stretch must have.
        price: What a cut must win beyond log n.
        ratio: By how many times the rates differ.
        spell_price: What a spell must win beyond 2 log n.
    """
    return lasting_cuts(counts, exposure, fits_of(counts, exposure).cuts(shortest, price, spell_price), ratio)


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
    kept = np.zeros((len(_SIZES), n + 1, _LEVELS))
    for at, size in enumerate(_SIZES):
        told, best = _likely(counts[:, None], mean, size), _likely(counts, counts, size)
        off = 2 * (best[:, None] - told)
        summed = np.concatenate([np.zeros((1, _LEVELS)), np.where(loud, np.minimum(off, bound), off).cumsum(axis=0)])
        for begin in range(n):
            costs[at, begin, begin + 1 :] = (summed[begin + 1 :] - summed[begin]).min(axis=1)
        shared = sum(math.lgamma(each + size) - math.lgamma(size) for each in counts.tolist())
        constants[at] = -2 * (float(best.sum()) + shared)
        kept[at] = summed
    return Fits(costs, constants, kept)


def _likely(counts: Floats, mean: Floats, size: float) -> Floats:
    """The log-likelihood of counts, without what depends on counts and size alone."""
    seen = np.maximum(mean, 1e-9)
    return size * np.log(size / (size + seen)) + counts * np.log(seen / (size + seen))
