"""Boosted trees over named marks: what they add up to for each of several candidates.

Gradient boosted regression trees (Friedman 2001, not checked) as `tools/choice_fit.py` grows them with LightGBM, kept as plain
arrays, so that reading needs no library of that kind.  A mark that a candidate does not have is 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Trees:
    """Nodes of all trees in one list; `roots` are the places of the first of each tree.

    A node asks whether the mark `marks[node]` is at most `bounds[node]`, and leads to `left[node]`, else to `right[node]`;
    a leaf leads to itself and holds `values[node]`.
    """

    names: Mapping[str, int]
    roots: Any
    marks: Any
    bounds: Any
    left: Any
    right: Any
    values: Any
    depth: int

    @classmethod
    def load(cls, path: Path) -> Trees:
        """Read what `tools/choice_fit.py` has written."""
        with np.load(path, allow_pickle=False) as kept:
            names = bytes(kept["names"]).decode().split("\n")
            whole = {name: kept[name].astype("intp") for name in ("roots", "marks", "left", "right")}
            parts = {name: kept[name].astype("float64") for name in ("bounds", "values")}
            return cls(names={n: at for at, n in enumerate(names)}, depth=int(kept["depth"]), **whole, **parts)

    def scores(self, candidates: Sequence[Mapping[str, float]]) -> list[float]:
        """What the trees add up to for each candidate, by its marks: log odds.

        Args:
            candidates: Marks by name with their values; names that the trees do not know count for nothing.
        """
        columns, width = self.names, len(self.names)
        told = [
            (row * width + columns[name], value)
            for row, marks in enumerate(candidates)
            for name, value in marks.items()
            if name in columns
        ]
        table = np.zeros(len(candidates) * width)
        if told:
            places, given = zip(*told, strict=True)
            table[list(places)] = given
        rows = np.arange(0, len(table), width)[:, None]
        at = np.broadcast_to(self.roots, (len(candidates), len(self.roots)))
        for _ in range(self.depth):
            low = table.take(self.marks.take(at) + rows) <= self.bounds.take(at)
            at = np.where(low, self.left.take(at), self.right.take(at))
        found: list[float] = self.values.take(at).sum(axis=1).tolist()
        return found


def chances(scores: Sequence[float]) -> list[float]:
    """Scores as chances of which one is right; they sum to 1.

    >>> [round(chance, 2) for chance in chances([0.0, 0.0, -50.0])]
    [0.5, 0.5, 0.0]
    """
    most = max(scores)
    odds = [exp(score - most) for score in scores]
    return [each / sum(odds) for each in odds]
