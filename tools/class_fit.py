"""Weights of classes by marks: a multinomial logistic regression with a penalty on squares, kept as `tieline.read.learned.classes` reads it.

What `train_act_classes.py` (the type of the act between two marked parties) and `fit_untold.py` (the acts that no rule tells) share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Marks = Mapping[str, float]


def table_of(marks: Sequence[Marks], names: Sequence[str]) -> Any:
    """Examples by marks, sparse."""
    row_of = {name: n for n, name in enumerate(names)}
    cells = [(s, row_of[m], v) for s, found in enumerate(marks) for m, v in found.items() if m in row_of]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(marks), len(names)))


def chances_of(sums: Any) -> Any:
    """Softmax over the last axis."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def learned(table: Any, kinds: Sequence[str], shares: Any, types: Sequence[str], penalty: float, steps: int) -> Any:
    """Weights of shape (marks, types) that make the kinds of the examples likeliest, each counting its share."""
    turned = table.T.tocsr()
    truth = np.array([[k == t for t in types] for k in kinds], dtype="float64")
    shape = table.shape[1], len(types)

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(shape)
        chances = chances_of(table @ weights)
        lost = -(shares * np.log((chances * truth).sum(axis=1) + 1e-300)).sum() + penalty / 2 * (weights**2).sum()
        return float(lost), (turned @ ((chances - truth) * shares[:, None]) + penalty * weights).ravel()

    limits = {"maxiter": steps, "maxfun": 2 * steps}
    found = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options=limits)
    return found.x.reshape(shape)


def write_classes(
    path: Path, names: Sequence[str], types: Sequence[str], weights: Any, kept: int, factor: float = 1.0
) -> None:
    """The strongest marks' weights as whole numbers."""
    strength = np.abs(weights).max(axis=1)
    rows = np.sort(np.argsort(-strength, kind="stable")[:kept])
    scale = strength.max() / 127
    np.savez_compressed(
        path,
        marks=np.frombuffer("\n".join(names[r] for r in rows).encode(), dtype="uint8"),
        types=np.frombuffer("\n".join(types).encode(), dtype="uint8"),
        weights=np.round(weights[rows] / scale).astype("int8"),
        scale=scale * factor,
    )
    print(f"{path.name}: {len(rows)} of {len(names)} marks, {path.stat().st_size / 1000:.0f} kB, factor {factor:.2f}")
