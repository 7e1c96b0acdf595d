"""How far a country moved between two partners: the change of the log-odds of two stretches of periods, with its interval."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Final

import numpy as np

from tieline.ties.series import Floats, Series

WINDOW: Final = {"week": 26, "month": 12, "quarter": 6, "year": 3}
"""Periods on either side that are compared."""
Z: Final = 1.96


def windows(one: Series, at: date) -> tuple[list[int], list[int], list[int]]:
    """Places before and after the date, and the three periods behind the first one after."""
    reach = WINDOW[one.by]
    covered = [place for place, share in enumerate(one.coverage) if share > 0]
    before = [place for place in covered if one.period(place).end < at][-reach:]
    after = [
        place for place in covered if one.starts[place] >= at or one.period(place).start <= at <= one.period(place).end
    ]
    return before, after[:reach], after[1:4]


def move_of(old: Floats, new: Floats, before: list[int], after: list[int]) -> tuple[float, float, float]:
    """The change of the log-odds and its interval."""
    odds, variance = [], 0.0
    spread = max(_overdispersion(old, new, before), _overdispersion(old, new, after))
    for places in (before, after):
        a, b = old[places].sum() + 0.5, new[places].sum() + 0.5
        odds.append(math.log(b / a))
        variance += (1 / a + 1 / b) * spread
    move = odds[1] - odds[0]
    return move, move - Z * math.sqrt(variance), move + Z * math.sqrt(variance)


def _overdispersion(old: Floats, new: Floats, places: list[int]) -> float:
    """How much more the single periods' shares vary than a binomial: at least 1."""
    a, b = old[places], new[places]
    n = a + b
    used = n > 0
    if used.sum() < 3:
        return 1.0
    p = b.sum() / n.sum()
    if not 0 < p < 1:
        return 1.0
    chi = ((b[used] - n[used] * p) ** 2 / (n[used] * p * (1 - p))).sum()
    return float(max(1.0, chi / (used.sum() - 1)))


def side_of(values: Floats, contact: Mapping[str, Series], before: list[int], after: list[int]) -> float:
    """The z of the change of one partner's share in all the country's counts."""
    whole = np.sum([one.value for one in contact.values()], axis=0)
    rest = np.maximum(whole - values, 0.0)
    move, low, _ = move_of(rest, values, before, after)
    error = (move - low) / Z
    return move / error if error > 0 else 0.0


def lasted(old: Floats, new: Floats, before: list[int], later: list[int]) -> bool | None:
    """Whether the log-odds stay above the earlier mean in two of the periods behind the first one after; None where there are too few."""
    if not later:
        return None
    level = math.log((new[before].sum() + 0.5) / (old[before].sum() + 0.5))
    above = sum(math.log((new[place] + 0.5) / (old[place] + 0.5)) > level for place in later)
    return above >= min(2, len(later)) if len(later) > 1 else None
