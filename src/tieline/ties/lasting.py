"""Cuts of a series and which of them last: the levels on both sides differ, and not by one loud period alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from tieline.ties.series import Floats

RATIO: Final = 1.5
"""By how many times the rates on both sides of a cut differ."""
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut of a series before the period at `place`; it may as well be anywhere from `low` to `high`.

    Attributes:
        until: Of a spell the first period that is back on the level before; None where the new level stays.
    """

    place: int
    low: int
    high: int
    gain: float
    until: int | None = None


def joined_cuts(found: Sequence[tuple[Floats, Sequence[Cut]]], exposure: Floats, shortest: int) -> list[Cut]:
    """The cuts of several counts of one series, the first count before the second, each with levels that last beside the others' cuts too.

    What one count shows as a level the cuts of another part anew: a cut between the parts is told only if its own count differs there as well. Of those
    that do not the one that won least goes first; what it had kept away may then be told.

    Args:
        found: n counts, with the cuts that were found in them.
        exposure: n volumes.
        shortest: Periods that a stretch must have.
    """
    left = [list(cuts) for _, cuts in found]
    while True:
        joined: list[Cut] = []
        for cuts in left:
            joined = merged_cuts(joined, cuts, shortest)
        failing = [
            (cut, cuts)
            for cut in joined
            for (counts, _), cuts in zip(found, left, strict=True)
            if any(cut is each for each in cuts)
            and not lasting(counts, exposure, *sides_of(joined, cut, len(counts)), spell=cut.until is not None)
        ]
        if not failing:
            return joined
        cut, cuts = min(failing, key=lambda each: each[0].gain)
        cuts.remove(cut)


def merged_cuts(first: Sequence[Cut], more: Sequence[Cut], shortest: int) -> list[Cut]:
    """The first cuts of a series, and those of another count of it that are as far from them, spells and all, as a stretch is long, in order."""
    out = list(first)
    for cut in more:
        spans = [(kept.place, kept.until or kept.place) for kept in out]
        if all(cut.place - end >= shortest or begin - (cut.until or cut.place) >= shortest for begin, end in spans):
            out.append(cut)
    return sorted(out, key=lambda cut: cut.place)


def lasting_cuts(counts: Floats, exposure: Floats, found: list[Cut], ratio: float = RATIO) -> list[Cut]:
    """The cuts whose levels last: of those that do not, the one that won least goes first, and what it parted is one."""
    kept = list(found)
    while kept:
        parts = [sides_of(kept, cut, len(counts)) for cut in kept]
        passing = [
            cut
            for cut, sides in zip(kept, parts, strict=True)
            if not lasting(counts, exposure, *sides, ratio, spell=cut.until is not None)
        ]
        if not passing:
            break
        kept.remove(min(passing, key=lambda cut: cut.gain))
    return kept


def sides_of(cuts: Sequence[Cut], cut: Cut, n: int) -> tuple[Places, Places]:
    """The periods on both sides of a cut, without spells; those of the stretch around a spell, and its own."""
    edges = [0, *(each.place for each in cuts if each.until is None), n]
    plain = np.ones(n, dtype=bool)
    for each in cuts:
        if each.until is not None:
            plain[each.place : each.until] = False
    first = max(edge for edge in edges if edge < cut.place)
    last = min(edge for edge in edges if edge > cut.place)
    around = np.arange(first, last)[plain[first:last]]
    if cut.until is not None:
        return around, np.arange(cut.place, cut.until)
    return around[around < cut.place], around[around >= cut.place]


def lasting(
    counts: Floats,
    exposure: Floats,
    before: npt.ArrayLike,
    after: npt.ArrayLike,
    ratio: float = RATIO,
    *,
    spell: bool = False,
) -> bool:
    """Whether the levels on both sides of a cut differ by a ratio, the higher one without its highest period too.

    Args:
        counts: n counts.
        exposure: n volumes.
        before: Places of the one level.
        after: Places of the other.
        ratio: By how many times.
        spell: The other came and went: where it is the lower one, its lowest period alone does not make it either.

    >>> lasting(np.array([3.0, 3, 3, 40, 3, 3]), np.ones(6), [0, 1, 2], [3, 4, 5]), lasting(np.array([3.0, 3, 3, 9, 8, 9]), np.ones(6), [0, 1, 2], [3, 4, 5])
    (False, True)
    """
    rates = counts / exposure
    first, other = np.asarray(before), np.asarray(after)
    if counts[first].sum() * exposure[other].sum() >= counts[other].sum() * exposure[first].sum():
        high, low = first, np.delete(other, int(np.argmin(rates[other]))) if spell else other
    else:
        high, low = other, first
    high = np.delete(high, int(np.argmax(rates[high])))
    high_rate, low_rate = (float(counts[side].sum() / exposure[side].sum()) for side in (high, low))
    return high_rate >= ratio * max(low_rate, 1e-9)
