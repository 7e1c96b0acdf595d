"""Simulated weeks of a dyad's channels, with known shifts and bursts: what the settings of shifts and bursts are fitted on.

A week has stories, as many as a negative binomial draws from the level of the dyad times the volume of the news. A story is told
by a few reports, some stories by many; a report falls on the day of the story or some days later, and is of one of a few types.
So a week has three counts, coarser and coarser: the acts as coded (each report), kinds of act by day, and active days. The
volume has a season, in half of the series a step of two fifths, and noise; volume, level, dispersion and reports a story are
drawn anew for each dyad. A dyad has two channels of one kind: of conflict, words and blows, of which a shift moves both in seven of ten
dyads, else the first alone; or of cooperation, where the second (deeds) is a part of the first. In a `wander` dyad the level
drifts from week to week, as stories do that run for weeks, and nothing lasts.

What happens is loud: a burst has more stories and more reports of each (by the root of how many times it leaps), and most levels
that rise do so with an event, one to four times the new level in the first week and half as much above it in the second. Half of the
shifts fade: of these one in two is an episode that falls back by half in half a week to two weeks, the others do so in one to eight weeks.

Levels are those of dyads of ICEWS 2002-2012 with 40 acts or more in a year, over 52 weeks; of dyads that shift, those of dyads of known
breaks of these years, in the year before: breaks befall dyads that are in the news. How much a level changes is taken from the same
breaks: the mean of the year, all its weeks, was up to some fifty times that of the year before. Everything else is chosen here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Kind = Literal["flat", "wander", "shift"]
STATISTICS: Final = ("acts", "kinds", "days")
WEEKS: Final = 48
LEVELS: Final = (0.8, 0.9, 1.1, 1.3, 1.6, 1.9, 2.5, 3.3, 4.7, 7.6, 19.8)
"""Acts a week, each as likely: the middles of eleven equal parts of the dyads, rounded (`fit_ties.py` prints them)."""
BROKEN: Final = {
    False: (56.5, 65.3, 98.2, 2.0, 0.8, 4.9, 97.4, 88.1, 26.8, 2.3, 3.3, 5.7, 4.2),
    True: (25.1, 153.1, 45.5, 0.6, 0.2, 18.0, 40.0, 4.8, 4.7, 0.3, 1.0, 5.5, 3.0),
}
"""Acts a week of cooperation (False) and conflict (True) in the year before breaks of 2002 to 2012 that everybody knows."""


LOUDEST: Final = 30.0
"""How many times a level leaps or shifts at the most."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """A simulated dyad: for each of two channels n counts of each statistic, the volume (mean 1), where changes were put."""

    channels: tuple[dict[str, Floats], dict[str, Floats]]
    volume: Floats
    conflict: bool
    shift: int | None
    bursts: tuple[int, ...]


def dyads(kind: Kind, many: int, seed: int) -> list[Dyad]:
    """Dyads of which a channel, or both of conflict together, have 40 acts or more; conflict and cooperation by turns."""
    draw = np.random.default_rng(seed)
    out: list[Dyad] = []
    while len(out) < many:
        one = _dyad(draw, kind, conflict=len(out) % 2 == 1)
        first, second = (float(channel["acts"].sum()) for channel in one.channels)
        if first + (second if one.conflict else 0) >= 40:
            out.append(one)
    return out


def shuffled(one: Dyad, draw: np.random.Generator) -> Dyad:
    """The same weeks in another order: a dyad in which nothing lasts."""
    order = draw.permutation(len(one.volume))
    first, second = ({name: told[order] for name, told in channel.items()} for channel in one.channels)
    return Dyad((first, second), one.volume[order], one.conflict, None, ())


def _dyad(draw: np.random.Generator, kind: Kind, *, conflict: bool) -> Dyad:
    weeks = np.arange(WEEKS)
    volume = np.exp(draw.normal(0, 0.1, WEEKS)) * (1 + 0.15 * np.sin(2 * np.pi * (weeks / 52 + draw.uniform())))
    if draw.uniform() < 0.5:
        volume[int(draw.integers(4, WEEKS - 4)) :] *= 1.4
    volume /= volume.mean()
    loud = np.ones(WEEKS)
    place, step = _shift(draw, loud) if kind == "shift" else (None, np.ones(WEEKS))
    level = float(draw.choice(BROKEN[conflict] if kind == "shift" else LEVELS)) * volume
    if kind == "wander":
        drift = np.zeros(WEEKS)
        for at in range(1, WEEKS):
            drift[at] = 0.6 * drift[at - 1] + draw.normal(0, 0.3)
        level = level * np.exp(drift)
    leaps = np.flatnonzero(draw.uniform(size=WEEKS) < 0.02)
    bursts = tuple(int(at) for at in leaps if place is None or abs(at - place) > 3)
    for at in bursts:
        inside, times = (
            slice(at, at + int(draw.integers(1, 3))),
            float(np.exp(draw.uniform(np.log(3), np.log(LOUDEST)))),
        )
        level[inside] *= times
        loud[inside] *= math.sqrt(times)
    share, both = float(draw.uniform(0.2, 0.8)), draw.uniform() < 0.7
    first = _told(draw, level * share * step, loud)
    second = _told(draw, level * (1 - share) * (step if both else 1), loud)
    if not conflict:
        whole = {name: first[name] + second[name] for name in STATISTICS}
        first = whole | {"days": np.maximum(first["days"], second["days"])}
    return Dyad((first, second), volume, conflict, place, bursts)


def _shift(draw: np.random.Generator, loud: Floats) -> tuple[int, Floats]:
    """Where a level changes, by 2 to 30 times, and what it is times: up and fading, soon or later, up for 2 to 26 weeks, up or down for good.

    A rise begins with an event, which `loud` is made louder by.
    """
    step, ratio = np.ones(WEEKS), float(np.exp(draw.uniform(np.log(2), np.log(LOUDEST))))
    place, way = int(draw.integers(4, WEEKS - 3)), draw.uniform()
    last = round(float(np.exp(draw.uniform(np.log(2), np.log(26))))) if way < 0.67 else WEEKS
    if way < 0.5:
        half = (0.5, 2.0) if way < 0.25 else (1.0, 8.0)
        step[place:] += (ratio - 1) * 0.5 ** (np.arange(WEEKS - place) / float(np.exp(draw.uniform(*np.log(half)))))
    else:
        step[slice(place, place + last) if way < 0.83 else slice(place)] *= ratio
    if way < 0.83:
        onset = float(np.exp(draw.uniform(0, np.log(4))))
        for at, times in ((place, onset), (place + 1, 1 + (onset - 1) / 2)):
            if at < WEEKS:
                step[at] *= times
                loud[at] *= math.sqrt(times)
    return place, step


def _told(draw: np.random.Generator, means: Floats, events: Floats) -> dict[str, Floats]:
    """The three counts of each week: acts as coded, kinds of act by day, active days."""
    weeks = len(means)
    size, reports = float(np.exp(draw.uniform(np.log(0.7), np.log(8)))), float(draw.uniform(1.2, 3.0))
    stories = draw.poisson(draw.gamma(size, means / reports / size))
    week = np.repeat(np.arange(weeks), np.minimum(stories, 2000))
    loud = np.exp(draw.normal(0, 0.8, len(week)) - 0.32)
    told = 1 + draw.poisson((reports - 1) * loud * events[week])
    day = np.repeat(7 * week + draw.integers(0, 7, len(week)), told)
    kind = np.repeat(draw.choice(5, len(week), p=(0.4, 0.25, 0.2, 0.1, 0.05)), told)
    day += draw.geometric(0.65, len(day)) - 1
    inside = day < 7 * weeks
    day, kind = day[inside], kind[inside]
    weeks_of = {"acts": day // 7, "kinds": np.unique(day * 5 + kind) // 35, "days": np.unique(day) // 7}
    return {name: np.bincount(each, minlength=weeks).astype(float) for name, each in weeks_of.items()}
