"""One-to-one matching with the greatest total weight: the assignment problem, by successive best augmenting paths.

R. K. Ahuja, T. L. Magnanti, J. B. Orlin: Network Flows (1993), section 9.7. Weights are whole numbers, so that the
sums are exact; a few dozen entries and claims of a story take milliseconds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

_NOTHING = -(10**18)


def best_matching(weights: Sequence[Mapping[int, int]]) -> dict[int, int]:
    """Match rows with columns; give the column of each matched row.

    Args:
        weights: For each row the columns it may have, with a weight above 0.

    >>> best_matching([{0: 3, 1: 2}, {0: 2}])
    {0: 1, 1: 0}
    """
    column_of: dict[int, int] = {}
    row_of: dict[int, int] = {}
    while path := _best_path(weights, column_of, row_of):
        for row, column in path:
            column_of[row] = column
            row_of[column] = row
    return dict(sorted(column_of.items()))


def _best_path(
    weights: Sequence[Mapping[int, int]], column_of: Mapping[int, int], row_of: Mapping[int, int]
) -> list[tuple[int, int]]:
    """The new pairs that raise the total most, one pair more than before; empty if nothing raises it."""
    gain = {row: 0 for row in range(len(weights)) if row not in column_of}
    reached: dict[int, int] = {}
    came_from: dict[int, int] = {}
    waiting = deque(gain)
    while waiting:
        row = waiting.popleft()
        for column, weight in weights[row].items():
            total = gain[row] + weight
            if column_of.get(row) == column or total <= reached.get(column, _NOTHING):
                continue
            reached[column], came_from[column] = total, row
            owner = row_of.get(column)
            if owner is not None and total - weights[owner][column] > gain.get(owner, _NOTHING):
                gain[owner] = total - weights[owner][column]
                waiting.append(owner)
    ends = [(-total, column) for column, total in reached.items() if column not in row_of and total > 0]
    if not ends:
        return []
    at: int | None = min(ends)[1]
    path = []
    while at is not None:
        row = came_from[at]
        path.append((row, at))
        at = column_of.get(row)
    return path
