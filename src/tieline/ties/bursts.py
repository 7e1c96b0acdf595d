"""Bursts: single periods, or neighbours, far off the level of their own stretch.

A period is one if its count has a chance of `RARE` or less, and is `LEAP` times the stretch's mean or more, or a `LEAP`th of it
or less (a lull). Counts are negative binomial; the dispersion is that of the differences between neighbouring periods, those
beside the burst left out, since a burst may not hide itself.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from tieline.ties.changes import Change
from tieline.ties.series import Floats, Series

RARE: Final = 3e-3
LEAP: Final = 3.0
_NARROWEST, _WIDEST = 0.05, 300.0


def dispersion(counts: Floats, exposure: Floats) -> float:
    """The size parameter of the negative binomial: the variance is mean + mean^2 / size.

    >>> round(dispersion(np.array([5.0, 5, 5, 5, 5, 5]), np.ones(6)))
    300
    """
    rates = counts / exposure
    mean = rates.mean()
    if mean <= 0:
        return _WIDEST
    steps = np.diff(rates)
    variance = float((steps**2).mean() / 2)
    extra = variance - float((mean / exposure).mean())
    return float(np.clip(mean**2 / extra, _NARROWEST, _WIDEST)) if extra > 0 else _WIDEST


def burst_places(
    counts: Floats, exposure: Floats, edges: Sequence[int], shortest: int, rare: float = RARE, leap: float = LEAP
) -> list[tuple[int, float, float]]:
    """The periods that leap or fall, each judged within its stretch: place, chance, rate of the stretch.

    Args:
        counts: n counts.
        exposure: n volumes, of mean 1.
        edges: Where the stretches begin, 0 first, and n.
        shortest: Periods that a stretch has at least.
        rare: The chance of a count as far off.
        leap: How many times above, or below, the stretch's mean.
    """
    marked: list[tuple[int, float, float]] = []
    for begin, end in itertools.pairwise(edges):
        for at in range(begin, end):
            others = [i for i in range(begin, end) if abs(i - at) > 1]
            if len(others) < shortest - 1:
                continue
            rate = float(counts[others].sum() / exposure[others].sum())
            mean = max(rate * float(exposure[at]), 0.05)
            fell = counts[at] * leap <= mean
            if counts[at] < max(leap * mean, 3) and not fell:
                continue
            beside = [i for i in range(len(counts)) if abs(i - at) > 1]  # a burst may not hide itself
            size = dispersion(counts[beside], exposure[beside])
            chance = 1 - tail(counts[at] + 1, mean, size) if fell else tail(counts[at], mean, size)
            if chance <= rare:
                marked.append((at, max(chance, 0.0), rate))
    return marked


def bursts_of(
    series: Series, places: np.ndarray, marked: Sequence[tuple[int, float, float]], edges: Sequence[int]
) -> list[Change]:
    """The bursts of a series; neighbouring periods are one.

    Args:
        series: Whose.
        places: The n periods that are covered.
        marked: Which of them leap or fall (`burst_places`).
        edges: Where the stretches begin, 0 first, and n: the level before a burst is that of its own.
    """
    loud = {at for at, *_ in marked}
    out: list[Change] = []
    run: list[tuple[int, float, float]] = []
    for one in [*marked, (10**9, 1.0, 0.0)]:
        if run and one[0] != run[-1][0] + 1:
            out.append(_burst(series, places, run, _usual(run, edges, loud)))
            run = []
        run.append(one)
    return out


def _usual(run: Sequence[tuple[int, float, float]], edges: Sequence[int], loud: set[int]) -> list[int]:
    """The periods of the stretch of a burst (of its rarest period) that are no burst; all others of it where each is one."""
    at = min(run, key=lambda one: one[1])[0]
    begin = max(edge for edge in edges if edge <= at)
    end = min(edge for edge in edges if edge > at)
    mine = {place for place, *_ in run}
    quiet = [place for place in range(begin, end) if place not in loud]
    return quiet or [place for place in range(begin, end) if place not in mine]


def _burst(series: Series, places: np.ndarray, run: list[tuple[int, float, float]], quiet: list[int]) -> Change:
    first, last = int(places[run[0][0]]), int(places[run[-1][0]])
    inside = [at for at, _, _ in run]
    rest, mine = series.value[places[quiet]], series.value[places[inside]]
    peak = mine.max() if mine.max() > rest.mean() else mine.min()
    usual, loud = series.acts[places[quiet]], series.acts[places[inside]]
    acts = (round(float(usual.mean()), 3), float(loud.max() if loud.max() > usual.mean() else loud.min()))
    return Change(
        series, "burst", series.starts[first], (series.starts[first], series.period(last).end),
        round(float(rest.mean()), 3), float(peak), round(-math.log10(max(min(c for _, c, _ in run), 1e-99)), 2), acts=acts,
    )  # fmt: skip


def tail(count: float, mean: float, size: float) -> float:
    """The chance of a negative binomial count as high or higher.

    >>> round(tail(3, 1.0, 300.0), 4), round(tail(0, 1.0, 1.0), 4)
    (0.0806, 1.0)
    """
    below, term = 0.0, size * math.log(size / (size + mean))
    for k in range(int(count)):
        below += math.exp(term)
        term += math.log((k + size) / (k + 1) * mean / (size + mean))
    return max(1.0 - below, 0.0)
