"""Levels that come and go: stretches of a series with spells in them, by exact dynamic programming.

A level that is left and comes back needs no second rate: the stretch before and after is one. As two cuts it would have to win
the price of both, which what lasts for some weeks alone cannot; as one *spell* inside a stretch it pays `PRICE` plus two logarithms
of the number of periods (where it begins and where it ends). As in "collective anomalies" (Fisch, Eckley and Fearnhead 2022; not
checked). A spell has at least the shortest stretch and at most `LONGEST` periods, with as much of the stretch on either side of it: what
lasts longer is told by two cuts, and what has not come back is a new level.
"""

from __future__ import annotations

import itertools
from typing import Final

import numpy as np

from tieline.ties.series import Floats

PRICE: Final = 11.0
LONGEST: Final = 26
"""Half a year of weeks."""
_EVERY: Final = 2
"""Of the levels of a stretch with spells each second one is tried."""


def costs_with_spells(summed: Floats, cost: Floats, shortest: int, price: float) -> Floats:
    """What each stretch [begin, end) costs with the best spells in it, or without.

    Args:
        summed: (n + 1) by levels: what the periods before each place cost at each level.
        cost: (n + 1) by (n + 1): what each stretch costs at its best level.
        shortest: Periods of a spell, and of the stretch on either side of it, at least.
        price: What a spell costs.
    """
    at_levels = summed[:, ::_EVERY]
    n, levels = len(summed) - 1, at_levels.shape[1]
    out, ring = cost.copy(), LONGEST + 1
    settled = np.full((ring, n + 1, levels), np.inf)
    open_: list[Floats] = []
    for end in range(n + 1):
        here = np.full((n + 1, levels), np.inf)
        if end:
            here[:end] = open_[-1][:end] + (at_levels[end] - at_levels[end - 1])
            begins = np.arange(max(shortest, end - LONGEST), end - shortest + 1)
            if len(begins):
                back = settled[begins % ring, :end] + (cost[begins, end] + price)[:, None, None]
                here[:end] = np.minimum(here[:end], back.min(axis=0))
        here[end] = 0.0
        open_ = [*open_[-shortest:], here]
        settled[end % ring] = np.inf
        if end >= shortest:
            settled[end % ring] = open_[-1 - shortest] + (at_levels[end] - at_levels[end - shortest])
            out[:end, end] = np.minimum(out[:end, end], settled[end % ring, :end].min(axis=1))
    return out


def spells_of(
    summed: Floats, cost: Floats, stretch: tuple[int, int], shortest: int, price: float
) -> list[tuple[int, int]]:
    """The spells of one stretch that make it cost what `costs_with_spells` says, in order; none where it is cheaper without.

    Args:
        summed: As above.
        cost: As above.
        stretch: Where it begins and ends.
        shortest: As above.
        price: As above.
    """
    first, last = stretch
    at_levels = summed[first:, ::_EVERY]
    n = last - first
    here, came = np.full((n + 1, at_levels.shape[1]), np.inf), np.full((n + 1, at_levels.shape[1]), -1)
    settled = np.full_like(here, np.inf)
    here[0] = 0.0
    for end in range(1, n + 1):
        here[end] = here[end - 1] + (at_levels[end] - at_levels[end - 1])
        begins = np.arange(max(shortest, end - LONGEST), end - shortest + 1)
        if len(begins):
            back = settled[begins] + (cost[first + begins, first + end] + price)[:, None]
            pick = back.argmin(axis=0)
            best = back[pick, np.arange(back.shape[1])]
            came[end] = np.where(best < here[end], begins[pick], -1)
            here[end] = np.minimum(here[end], best)
        if end >= shortest:
            settled[end] = here[end - shortest] + (at_levels[end] - at_levels[end - shortest])
    if n < shortest or settled[n].min() >= cost[first, last]:
        return []
    level, end, out = int(settled[n].argmin()), n - shortest, []
    while end > 0:
        if (begin := int(came[end, level])) >= 0:
            out.append((first + begin, first + end))
            end = begin - shortest
        else:
            end -= 1
    return out[::-1]


def spell_gain(summed: Floats, cost: Floats, stretch: tuple[int, int], spell: tuple[int, int]) -> float:
    """What a spell wins for its stretch."""
    (first, last), (begin, end) = stretch, spell
    outside = (summed[begin] - summed[first]) + (summed[last] - summed[end])
    return float(cost[first, last] - outside.min() - cost[begin, end])


def nearly_as_good(
    summed: Floats, cost: Floats, stretch: tuple[int, int], spell: tuple[int, int], shortest: int, near: float
) -> tuple[int, int]:
    """From where to where a spell may have begun as well, the rest as it is: the run of places that cost at most `near` more."""
    (first, last), (begin, end) = stretch, spell
    places = np.arange(max(first + shortest, begin - LONGEST), end - shortest + 1)
    outside = (summed[places] - summed[first]) + (summed[last] - summed[end])
    totals = outside.min(axis=1) + cost[places, end]
    good = set(places[totals <= totals[places == begin] + near].tolist())
    low = next(at for at in itertools.count(begin, -1) if at - 1 not in good)
    high = next(at for at in itertools.count(begin) if at + 1 not in good)
    return low, high
