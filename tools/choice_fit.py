"""Weights of a choice among candidates by their marks: a conditional logit with a penalty on squares, or boosted trees.

What `fit_sides.py` (between whom a figure is), `fit_takes.py` (what a given-up figure is) and `fit_periods.py` (of which time it is) share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from lightgbm import Booster
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


# ------------------------------------------------------------------ boosted trees

LEAVES, RATE, LEAST, SMOOTH = 7, 0.06, 15, 5.0
"""Leaves of each tree; how much of each tree counts; of how many candidates a leaf is at least; the penalty on squares."""


def grown(table: Table, rounds: int, leaves: int = LEAVES) -> Booster:
    """Trees that tell right candidates from others; the same table gives the same trees."""
    settings = {
        "objective": "binary", "num_leaves": leaves, "learning_rate": RATE, "min_data_in_leaf": LEAST, "lambda_l2": SMOOTH,
        "feature_fraction": 0.5, "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
    }  # fmt: skip
    data = lightgbm.Dataset(table.marks, label=table.right.astype(int), weight=table.weights.repeat(table.sizes))
    return lightgbm.train(settings, data, rounds)


def write_trees(path: Path, booster: Booster, names: Sequence[str]) -> None:
    """Keep trees as `tieline.read.learned.trees` reads them, without the marks that none of them asks for."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots, deepest = [], 0

    def put(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest, at = max(deepest, depth), len(nodes)
        nodes.append((0, 0.0, at, at, float(node.get("leaf_value", 0.0))))
        if "split_feature" in node:
            left, right = put(node["left_child"], depth + 1), put(node["right_child"], depth + 1)
            nodes[at] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0)
        return at

    for tree in booster.dump_model()["tree_info"]:
        roots.append(len(nodes))
        put(tree["tree_structure"], 0)
    asked = sorted({mark for at, (mark, _, left, _, _) in enumerate(nodes) if left != at})
    place = {mark: n for n, mark in enumerate(asked)}
    marks, bounds, left, right, values = zip(*nodes, strict=True)
    np.savez_compressed(
        path,
        names=np.frombuffer("\n".join(names[mark] for mark in asked).encode(), dtype="uint8"),
        roots=np.array(roots, dtype="uint16"), marks=np.array([place.get(m, 0) for m in marks], dtype="uint16"),
        bounds=np.array(bounds, dtype="float32"), left=np.array(left, dtype="uint16"), right=np.array(right, dtype="uint16"),
        values=np.array(values, dtype="float32"), depth=np.array(deepest),
    )  # fmt: skip
