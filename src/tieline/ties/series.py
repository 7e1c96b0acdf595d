"""A series: one channel of a dyad in one dataset, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from tieline.model.periods import Period
from tieline.ties.asking import By, period_from

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Series:
    """A channel of a dyad in a dataset.

    Attributes:
        source: Who acts; in an undirected series the first of the two by its code.
        starts: First days of the periods, ascending, without gaps; n of them.
        value: n counts.
        exposure: n counts of all the source's acts (of both countries' in an undirected series).
        coverage: n shares of covered days, 0 to 1.
        total: n counts of all acts of the dataset.
        acts: n counts of the channel's acts as coded, repeats by other actors too.
        kinds: n counts of kinds of act by day, repeats and codings from both sides once.
        days: n counts of days with an act. Changes are told from `kinds` and `days`.
        unit: What `value` is: `count`; `share` or `agreement`, 0 to 1; `kappa`, up to 1; `standing`, 0 or 1 (a tie is there or not).
    """

    dataset: str
    source: str
    target: str
    channel: str
    by: By
    starts: tuple[date, ...]
    value: Floats
    exposure: Floats
    coverage: Floats
    total: Floats
    acts: Floats
    kinds: Floats
    days: Floats
    unit: str = "count"

    @property
    def last_covered(self) -> date:
        """The first day of the last period that is covered; of the last one where none is."""
        covered = np.flatnonzero(self.coverage > 0)
        return self.starts[int(covered[-1]) if len(covered) else -1]

    def period(self, at: int) -> Period:
        """The period at a place."""
        return period_from(self.starts[at], self.by)
