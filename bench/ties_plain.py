"""A plain baseline for shifts: negative binomial stretches of a series of acts, by exact dynamic programming, at a price a cut.

What a textbook gives: one dispersion a series, the one that with its best cuts fits best, each stretch with its own mean, a price of some
logarithms of the number of periods (2 log n is the criterion of Bayes for a mean and a place). No bound on loud periods, no spells, no
second count, no rule that levels must last, two periods the shortest stretch. Nothing here is part of tieline.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_SIZES = np.geomspace(0.1, 100.0, 8)


def plain_cuts(counts: Floats, exposure: Floats, prices: tuple[float, ...], shortest: int = 2) -> list[list[int]]:
    """For each price the places before which a series is cut.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1; ones for none.
        prices: What a cut must win, in twice the log-likelihood.
        shortest: Periods that a stretch has at least.

    >>> plain_cuts(np.array([2.0, 3, 2, 3, 2, 3, 30, 31, 29, 30, 31, 30]), np.ones(12), (5.0,))
    [[6]]
    """
    fits = [_costs(counts, exposure, float(size), shortest) for size in _SIZES]
    return [min((_cheapest(cost, price, shortest) for cost in fits), key=lambda one: one[0])[1] for price in prices]


def _costs(counts: Floats, exposure: Floats, size: float, shortest: int) -> Floats:
    """Minus twice the log-likelihood of each stretch [begin, end)."""
    n = len(counts)
    constant = np.array([math.lgamma(x + size) - math.lgamma(size) - math.lgamma(x + 1) for x in counts])
    cost = np.full((n + 1, n + 1), np.inf)
    for begin in range(n - shortest + 1):
        mine, volume = counts[begin:], exposure[begin:]
        rate = np.maximum(mine.cumsum() / volume.cumsum(), 1e-9)
        mean = rate[:, None] * volume
        told = size * np.log(size / (size + mean)) + mine * np.log(mean / (size + mean)) + constant[begin:]
        cost[begin, begin + shortest :] = -2 * np.tril(told).sum(axis=1)[shortest - 1 :]
    return cost


def _cheapest(cost: Floats, price: float, shortest: int) -> tuple[float, list[int]]:
    n = len(cost) - 1
    best, came = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=np.int64)
    best[0] = -price
    for end in range(shortest, n + 1):
        totals = best[:end] + cost[:end, end] + price
        came[end] = totals.argmin()
        best[end] = totals[came[end]]
    places = [n]
    while places[-1] > 0:
        places.append(int(came[places[-1]]))
    return float(best[n]), places[-2:0:-1]
