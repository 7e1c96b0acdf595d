"""A linear model of the types of acts: the weights of marks, made by `tools/train_act_classes.py` from sentences of our own.

A multinomial logistic regression; its weights are whole numbers from -127 to 127 with one scale for all, so that they
are small and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

_WEIGHTS = "weights.npz"


@dataclass(frozen=True, slots=True)
class Model:
    """Types, the row of each mark, and weights of shape (marks, types), to be multiplied by `scale`."""

    types: tuple[str, ...]
    rows: dict[str, int]
    weights: Any
    scale: float

    def chances(self, marks: Mapping[str, float]) -> dict[str, float]:
        """The probability of each type, by the marks that the model knows; they sum to 1."""
        known = sorted((self.rows[mark], value) for mark, value in marks.items() if mark in self.rows)
        sums = np.zeros(len(self.types))
        for row, value in known:
            sums += self.weights[row].astype("float64") * value
        sums *= self.scale
        sums = np.exp(sums - sums.max())
        return dict(zip(self.types, (sums / sums.sum()).tolist(), strict=True))


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that comes with tieline, read at the first call."""
    with (files("tieline.read.acts") / _WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as kept:
        marks = bytes(kept["marks"]).decode().split("\n")
        types = tuple(bytes(kept["types"]).decode().split("\n"))
        return Model(types, {mark: row for row, mark in enumerate(marks)}, kept["weights"], float(kept["scale"]))
