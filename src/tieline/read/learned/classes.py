"""Classes by marks: linear weights that `tools/class_fit.py` has found.

A multinomial logistic regression; its weights are whole numbers from -127 to 127 with one scale for all, so that they
are small and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Model:
    """Types, the row of each mark, and weights of shape (marks, types), to be multiplied by `scale`."""

    types: tuple[str, ...]
    rows: dict[str, int]
    weights: Any
    scale: float

    def chances(self, marks: Mapping[str, float]) -> dict[str, float]:
        """The probability of each type, by the marks that the model knows; they sum to 1."""
        sums = self._sums(marks)
        sums = np.exp(sums - sums.max())
        return dict(zip(self.types, (sums / sums.sum()).tolist(), strict=True))

    def lead(self, marks: Mapping[str, float], over: str) -> float:
        """By how much the marks make the likeliest of the other types lead a given one, in log odds."""
        sums = self._sums(marks).tolist()
        given = sums.pop(self.types.index(over))
        return float(max(sums) - given)

    def _sums(self, marks: Mapping[str, float]) -> Any:
        rows = self.rows
        known = sorted([(rows[mark], value) for mark, value in marks.items() if mark in rows])
        if not known:
            return np.zeros(len(self.types))
        places = [place for place, _ in known]
        values = [value for _, value in known]
        return (np.array(values) @ self.weights.take(places, axis=0)) * self.scale


@cache
def load(path: Path) -> Model:
    """What the file holds, read at the first call."""
    with np.load(path, allow_pickle=False) as kept:
        marks = bytes(kept["marks"]).decode().split("\n")
        types = tuple(bytes(kept["types"]).decode().split("\n"))
        return Model(
            types,
            {mark: row for row, mark in enumerate(marks)},
            kept["weights"].astype("float64"),
            float(kept["scale"]),
        )
