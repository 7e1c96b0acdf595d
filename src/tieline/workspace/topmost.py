"""The first of many lines: so many of each table, with what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Literal, TypeVar

from tieline.model.errors import UsageError

T = TypeVar("T", bound=Any)
Order = Literal["value", "moved"]
Key = tuple[str, str, str, str]
Left = Mapping[Key, tuple[int, float]]
"""Of each table, how many lines were left out and their sum in US dollars."""


def table_of(line: Any) -> Key:
    """In which table a line stands: its reporter, dataset, flow and period."""
    return (line.reporter, line.dataset, line.flow, line.period)


def topmost(lines: Sequence[T], top: int | None, sort: Order = "value") -> tuple[tuple[T, ...], Left]:
    """The first lines of each table; shares, ranks and sums stay those of all.

    Args:
        lines: In the order of their tables, and of their values.
        top: How many of each; None for all.
        sort: By value, or by how far a product has moved the whole, up or down (`contribution`); those of which that is not
            known come last.

    Raises:
        UsageError: not a number from 1 on.
    """
    if top is not None and top < 1:
        raise UsageError(f"the first {top} lines; give a number from 1 on, or none for all")
    kept: list[T] = []
    left: dict[Key, tuple[int, float]] = {}
    for key, group in groupby(lines, table_of):
        some = list(group)
        if sort == "moved":
            some.sort(key=lambda line: -1.0 if line.contribution is None else abs(line.contribution), reverse=True)
        rest = [] if top is None else some[top:]
        kept += some[: len(some) - len(rest)]
        if rest:
            left[key] = (len(rest), sum(line.value_usd or 0.0 for line in rest))
    return tuple(kept), left
