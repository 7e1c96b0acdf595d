"""Columns between Arrow and numpy as they lie in memory: pyarrow's own ways import pandas first, where it is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pyarrow as pa


@contextmanager
def returning_memory() -> Iterator[None]:
    """Arrow takes its memory from the system for a while, and gives it back as it goes: its own allocator keeps what was freed.

    >>> with returning_memory():
    ...     pa.default_memory_pool().backend_name
    'system'
    """
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def numbers_of(column: pa.Array | pa.ChunkedArray) -> np.ndarray[Any, Any]:
    """The numbers of a column without nulls.

    >>> numbers_of(pa.array([1.5, 2.5, 3.5])[1:]).tolist()
    [2.5, 3.5]
    """
    if column.null_count:
        raise ValueError("nulls have no number")
    if isinstance(column, pa.ChunkedArray):
        parts = [numbers_of(chunk) for chunk in column.chunks]
        return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else np.array([], _kind(column.type))
    whole = np.frombuffer(column.buffers()[1], _kind(column.type))
    return whole[column.offset : column.offset + len(column)]


def column_of(numbers: np.ndarray[Any, Any]) -> pa.Array:
    """An Arrow array of numbers.

    >>> column_of(np.array([1, 2], np.int32)).to_pylist()
    [1, 2]
    """
    given = np.ascontiguousarray(numbers)
    return pa.Array.from_buffers(pa.from_numpy_dtype(given.dtype), len(given), [None, pa.py_buffer(given)])


def texts_by(texts: Sequence[str], places: np.ndarray[Any, Any]) -> pa.DictionaryArray:
    """A column of texts by their places in a list, as codes and a dictionary.

    >>> texts_by(["é", "b"], np.array([1, 0, 1])).to_pylist()
    ['b', 'é', 'b']
    """
    coded = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, coded)], dtype=np.int32)
    known = pa.StringArray.from_buffers(len(coded), pa.py_buffer(ends), pa.py_buffer(b"".join(coded)))
    return pa.DictionaryArray.from_arrays(column_of(places.astype(np.int32)), known)


def _kind(kind: pa.DataType) -> str:
    return str(np.dtype(kind.to_pandas_dtype()).name)
