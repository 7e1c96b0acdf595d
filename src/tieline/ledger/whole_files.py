"""Sums over whole files of flows: where a question wants every row, stored columns are added up as they lie.

Texts stay the codes and dictionaries that they are stored as, and a file's rows go into a small table of sums at once: of ten
million rows none is hashed. What the files promise (one dataset, one flow, days within the time asked for) is read off
the statistics of their parts; where those do not tell, the question is for SQL.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tieline.ledger.buffers import column_of, numbers_of, returning_memory, texts_by

_AT_ONCE = {"code": 3}
"""So many parts of a file, of some 65,000 rows each, are in memory together, else one: long dictionaries are gone through less often."""
Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.integer[Any]]


def whole_sums(
    files: Sequence[str], by: tuple[str, str], *, prefix: int | None, wanted: Mapping[str, str], days: tuple[date, date]
) -> pa.Table | None:
    """`value_usd` added up by two text columns.

    Args:
        files: Parquet files of flows as loads write them.
        by: The columns.
        prefix: Take so many letters of the second one; None for all.
        wanted: What other text columns must be in every row.
        days: Between which every row must start.

    Returns:
        `row`, `column` (dictionaries) and `value`, one row for each two texts that have a figure; None where it can't be told
        from their statistics that every row of the files is wanted, or a column is not stored.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415

    sums = _Sums()
    for name in files:
        with returning_memory(), pq.ParquetFile(name, read_dictionary=list(by)) as file:
            if not {*by, *wanted, "value_usd", "period_start"} <= set(file.schema_arrow.names):
                return None
            if not all(_fits(file.metadata.row_group(at), wanted, days) for at in range(file.num_row_groups)):
                return None
            size = _AT_ONCE.get(by[1], 1)
            for first in range(0, file.num_row_groups, size):
                groups = range(first, min(first + size, file.num_row_groups))
                table = file.read_row_groups(groups, columns=[*by, "value_usd"], use_threads=False)
                if not sums.add(table[by[0]], table[by[1]], table["value_usd"], prefix):
                    return None
                del table  # before the next one is read
    return sums.table()


def _fits(group: Any, wanted: Mapping[str, str], days: tuple[date, date]) -> bool:
    """The statistics of a row group say that all its rows are wanted."""
    columns = (group.column(at) for at in range(group.num_columns))
    told = {
        each.path_in_schema: each.statistics for each in columns if each.path_in_schema in {*wanted, "period_start"}
    }
    start = told["period_start"]
    if (
        start is None
        or not start.has_min_max
        or start.null_count
        or not (days[0] <= start.min and start.max <= days[1])
    ):
        return False
    ends = (told[name] for name in wanted)
    return all(
        each is not None and each.has_min_max and not each.null_count and each.min == each.max == value
        for each, value in zip(ends, wanted.values(), strict=True)
    )


def _codes(column: pa.ChunkedArray) -> tuple[list[str], Places] | None:
    """The texts of a column, and which of them each row has; None where some row has none."""
    if column.null_count or not pa.types.is_dictionary(column.type):
        return None
    chunks = column.unify_dictionaries().chunks
    if not chunks:
        return [], np.array([], np.int64)
    return chunks[0].dictionary.to_pylist(), np.concatenate([numbers_of(chunk.indices) for chunk in chunks])


def _shortened(texts: list[str], places: Places, size: int) -> tuple[list[str], Places]:
    if max(map(len, texts), default=0) <= size:
        return texts, places
    short: dict[str, int] = {}
    of = np.array([short.setdefault(text[:size], len(short)) for text in texts], np.int64)
    return list(short), of[places]


class _Sums:
    """A table of sums that grows with the texts that come."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        self._former: tuple[list[str], Places] = ([], np.array([], np.int64))
        self._values: Floats = np.zeros((0, 0))
        self._listed: npt.NDArray[np.bool_] = np.zeros((0, 0), bool)

    def add(self, one: pa.ChunkedArray, two: pa.ChunkedArray, values: pa.ChunkedArray, prefix: int | None) -> bool:
        """Add the values of two columns of texts, null ones left out; False where a text is not there."""
        first, second = _codes(one), _codes(two)
        if first is None or second is None:
            return False
        (rows, at), (columns, to) = first, second if prefix is None else _shortened(*second, prefix)
        if not len(at):
            return True
        shape = (len(rows), len(columns))
        key = np.multiply(at, shape[1], dtype=np.int64)
        key += to
        if values.null_count:
            key, values = key[~np.isnan(numbers_of(values.fill_null(math.nan)))], values.drop_null()
        told = np.zeros(shape, bool)
        told.reshape(-1)[key] = True
        added = np.bincount(key, weights=numbers_of(values), minlength=told.size).reshape(shape)
        down = np.array([self._rows.setdefault(text, len(self._rows)) for text in rows])
        across = self._across(columns)
        row, column = np.nonzero(told)
        places = (down[row], across[column])
        whole = (len(self._rows), len(self._columns))
        if whole != self._values.shape:
            more = [(0, new - old) for new, old in zip(whole, self._values.shape, strict=True)]
            self._values, self._listed = np.pad(self._values, more), np.pad(self._listed, more)
        self._values[places] += added[told]
        self._listed[places] = True
        return True

    def _across(self, texts: list[str]) -> Places:
        """The columns of texts; a dictionary is as a rule that of the part before."""
        if texts != self._former[0]:
            self._former = (texts, np.array([self._columns.setdefault(text, len(self._columns)) for text in texts]))
        return self._former[1]

    def table(self) -> pa.Table:
        """The sums, one row each."""
        at, to = np.nonzero(self._listed)
        columns = [texts_by(list(self._rows), at), texts_by(list(self._columns), to), column_of(self._values[at, to])]
        return pa.Table.from_arrays(columns, ["row", "column", "value"])
