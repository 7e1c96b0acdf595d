"""Weights of marks, kept as JSON: what a candidate weighs is the sum over its marks.

The conditional logits of `tools/choice_fit.py` are kept so; `trees.chances` makes parts of one of what the candidates of a choice weigh.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def weight(marks: Mapping[str, float], path: Path) -> float:
    """What marks weigh together, in log odds, by the weights of a file; marks that it does not know weigh nothing.

    >>> weight({"no such mark": 1.0}, Path(__file__).parent.parent / "measures" / "side_weights.json")
    0.0
    """
    weights = _weights(path)
    return sum((weights.get(mark, 0.0) * value for mark, value in marks.items()), 0.0)


@cache
def _weights(path: Path) -> dict[str, float]:
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return found
