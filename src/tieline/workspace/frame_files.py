"""A data frame as a file that can be loaded: its columns are the headings by which a layout is recognised.

The frame is written as CSV to a file that is gone when it was read, so that it goes the way of every file: layouts, mapping files,
what is left out with its line, and that the same rows are loaded once. A null is an empty cell; whole numbers in a column of floats
(codes beside a gap) are written without a point.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.errors import UsageError

_EXACT = float(2**53)


@contextmanager
def file_of(frame: Any, name: str) -> Iterator[Path]:
    """A CSV file of a frame of Arrow, pandas, polars or whatever else narwhals knows, for as long as it is wanted.

    Args:
        frame: Its columns are the headings.
        name: What the file is called, without an ending.

    Raises:
        UsageError: it is no data frame, or has a column that is no text, number or time.
    """
    import pyarrow.csv as pa_csv  # noqa: PLC0415

    table = _plain(frame)
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        path = Path(folder) / f"{re.sub(r'[^0-9A-Za-z_.-]+', '-', name).strip('-.') or 'frame'}.csv"
        pa_csv.write_csv(table, path)
        yield path


def _plain(frame: Any) -> Any:
    """The frame as Arrow, its columns as they stand in a file."""
    import narwhals as nw  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    try:
        given = nw.from_native(frame, eager_only=True)
    except TypeError as error:
        raise UsageError(
            f"a {type(frame).__name__} is no file and no data frame; give a path, or a frame of Arrow, pandas or polars"
        ) from error
    columns = {}
    for name in given.columns:
        column = _column(given[name])
        kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
        if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
            raise UsageError(f"the column {name!r} of the frame has {kind}; columns have texts, numbers or times")
        plain = column.cast(kind) if kind is not column.type else column
        columns[str(name)] = _whole(plain) if pa.types.is_floating(kind) else plain
    return pa.table(columns)


def _column(series: Any) -> Any:
    """A column as Arrow; one of texts and numbers, as pandas has it, as texts."""
    import pyarrow as pa  # noqa: PLC0415

    try:
        column = series.to_arrow()
    except (pa.ArrowException, TypeError):
        lacking = series.is_null().to_list()
        column = pa.array(
            [None if gone else str(value) for value, gone in zip(series.to_list(), lacking, strict=True)], pa.string()
        )
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _whole(column: Any) -> Any:
    """Whole numbers without a point, where a column has no others; NaN is null."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    given = pc.if_else(pc.is_nan(column), None, column)
    whole = pc.and_(pc.less(pc.abs(given), _EXACT), pc.equal(pc.floor(given), given))
    return given.cast(pa.int64()) if pc.all(whole, min_count=0).as_py() else given
