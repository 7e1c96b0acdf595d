"""Weights of a choice among candidates by their marks: a conditional logit with a penalty on squares.

`fit_sides.py` (between whom a figure is) and `fit_takes.py` (what a given-up figure is) share it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

PENALTY, STEPS = 2.0, 300


@dataclass(frozen=True)
class Example:
    """The candidates of one choice, by their marks, which of them are right, and how much it counts."""

    marks: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Table:
    """The candidates of many examples below each other: their marks, which are right, where each example begins and what it counts."""

    marks: np.ndarray
    right: np.ndarray
    begins: np.ndarray
    weights: np.ndarray

    @classmethod
    def of(cls, found: Sequence[Example], names: Sequence[str]) -> Table:
        """With one column for each of the named marks."""
        place = {name: n for n, name in enumerate(names)}
        sizes = [len(example.marks) for example in found]
        marks = np.zeros((sum(sizes), len(names)))
        for row, told in enumerate(told for example in found for told in example.marks):
            for mark, value in told.items():
                if mark in place:
                    marks[row, place[mark]] = value
        right = np.array([told for example in found for told in example.right])
        return cls(marks, right, np.cumsum([0, *sizes[:-1]]), np.array([example.weight for example in found]))

    @property
    def sizes(self) -> np.ndarray:
        """How many candidates each example has."""
        return np.diff([*self.begins, len(self.right)])

    def chances(self, odds: np.ndarray) -> np.ndarray:
        """Odds as parts of those of their example."""
        chances: np.ndarray = odds / (np.add.reduceat(odds, self.begins) + 1e-12).repeat(self.sizes)
        return chances

    def odds(self, weights: np.ndarray) -> np.ndarray:
        """The odds of each candidate by the weights, the best of its example at 1."""
        score = self.marks @ weights
        odds: np.ndarray = np.exp(score - np.maximum.reduceat(score, self.begins).repeat(self.sizes))
        return odds


def fitted(table: Table, penalty: float = PENALTY) -> np.ndarray:
    """Weights that make the right candidates likeliest, less a penalty on squares (by L-BFGS)."""

    def missed(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table.odds(weights)
        right = np.add.reduceat(odds * table.right, table.begins) / np.add.reduceat(odds, table.begins)
        wanted = (table.chances(odds * table.right) - table.chances(odds)) * table.weights.repeat(table.sizes)
        slope = table.marks.T @ wanted - penalty * weights
        return float(penalty / 2 * weights @ weights - table.weights @ np.log(right + 1e-12)), -slope

    start = np.zeros(table.marks.shape[1])
    weights: np.ndarray = minimize(missed, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return weights


def names_of(found: Sequence[Example], fewest: int = 1) -> list[str]:
    """The marks that so many of the examples have."""
    counts = Counter(mark for example in found for mark in {mark for told in example.marks for mark in told})
    return sorted(mark for mark, count in counts.items() if count >= fewest)
