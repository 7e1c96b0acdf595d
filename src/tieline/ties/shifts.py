"""Bursts and shifts: when a channel of a dyad changes its level for long, or leaps for a moment.

- A *shift* is a cut (`cutting`) between two stretches of at least `SHORTEST` periods whose rates differ by `lasting.RATIO` or
  more, the higher one without its highest period too; or a level of as many periods that comes and goes, which is one change with
  an end (`until`), not two. Nearer to the end than that it is too early to tell.
- A *burst* is a period far off the rate of its own stretch (`bursts`), by its acts as coded: what is told often is loud.

What is counted for shifts are the acts as coded, so that what is told often weighs more, and kinds of act by day, in which the same
talks told three times on a day, or from both sides, count once; each is cut by itself, and a cut of kinds near one of acts is the
same change. Beside the cuts of the other count the levels of each must still differ in its own (`lasting.joined_cuts`). Days with an act are not cut: a dyad that is in the news every day has no more of them. Friction and blows of a dyad are weighed
together (both have the acts that a series must have, or neither) and cut apart.

The same input gives the same output: nothing is drawn at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from tieline.ties.bursts import burst_places, bursts_of
from tieline.ties.changes import SHORTEST, Change
from tieline.ties.cutting import cuts_of, fits_of
from tieline.ties.lasting import Cut, Places, joined_cuts, sides_of
from tieline.ties.series import Floats, Series

FEWEST: Final = 8
"""Periods that a series must have to be tested."""


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is tested of a series: the covered periods, their acts, what is cut of them, the dataset's volume (mean 1)."""

    places: np.ndarray
    acts: Floats
    counted: tuple[Floats, ...]
    exposure: Floats


def changes_of(series: Series, *, with_none: bool = False) -> list[Change]:
    """The shifts and bursts of a series, in order; with `with_none`, that it was tested and has no mark."""
    if series.unit != "count":
        from tieline.ties.levels import level_changes  # noqa: PLC0415 -- levels are built on what is here

        return level_changes(series, with_none=with_none)
    told = _counts(series)
    if told is None:
        return []
    shortest = SHORTEST[series.by]
    found = [(counts, cuts_of(counts, told.exposure, shortest)) for counts in told.counted]
    cuts = joined_cuts(found, told.exposure, shortest)
    n = len(told.places)
    ends = {end for cut in cuts for end in (cut.place, cut.until) if end is not None}
    edges = sorted({0, n} | ends)
    marked = burst_places(told.acts, told.exposure, edges, shortest)
    usual = ~np.isin(np.arange(n), [place for place, *_ in marked])
    out = [_shift(series, told.places, cut, sides_of(cuts, cut, n), usual) for cut in cuts]
    out += bursts_of(series, told.places, marked, edges)
    out.sort(key=lambda change: (change.at or date.min, change.kind))
    return out or ([Change(series, "none")] if with_none else [])


def changes_of_all(series: Sequence[Series], *, with_none: bool = False) -> list[Change]:
    """The shifts and bursts of many series: those of a series one after the other, in order.

    Args:
        series: Of any dyads.
        with_none: Also a change of kind `none` for each series that was tested and has no mark.
    """
    return [change for one in series for change in changes_of(one, with_none=with_none)]


def too_early(series: Series) -> date | None:
    """Since when a series of counts may have a new level that is too young to be a shift; None where nothing speaks for it."""
    told = _counts(series) if series.unit == "count" else None
    if told is None:
        return None
    shortest = SHORTEST[series.by]
    for counts in told.counted:
        at = fits_of(counts, told.exposure).late(shortest)
        if at is not None:
            return series.starts[int(told.places[at])]
    return None


def settled_until(series: Series) -> date:
    """The first day of the last period in which a shift could be told."""
    covered = np.flatnonzero(series.coverage > 0)
    return series.starts[int(covered[max(len(covered) - SHORTEST[series.by], 0)])]


def _counts(series: Series) -> _Counts | None:
    """What is tested; None if there is too little."""
    covered = series.coverage > 0
    if covered.sum() < FEWEST or series.acts.sum() <= 0:
        return None
    places = np.flatnonzero(covered)
    total = series.total[places]
    exposure = total / total.mean() if total.mean() > 0 else np.ones(len(places))
    kinds, acts = series.kinds[places], series.acts[places]
    counted = (kinds,) if series.by == "year" else (acts, kinds)
    return _Counts(places, series.acts[places], counted, np.maximum(exposure, 0.05))


def _shift(
    series: Series, places: np.ndarray, cut: Cut, sides: tuple[Places, Places], usual: npt.NDArray[np.bool_]
) -> Change:
    """A shift, with the levels on both sides: means of the periods that are no burst, or of all where each is one."""
    told = [places[side[usual[side]] if usual[side].any() else side] for side in sides]
    before, after = (round(float(series.value[side].mean()), 3) for side in told)
    first, other = (round(float(series.acts[side].mean()), 3) for side in told)
    return Change(
        series, "shift", series.starts[places[cut.place]],
        (series.starts[places[cut.low]], series.period(int(places[cut.high])).end),
        before, after, round(cut.gain, 2), until=None if cut.until is None else series.starts[places[cut.until]], acts=(first, other),
    )  # fmt: skip
