"""One thread for numpy's matrices while sentences are parsed.

The parser's matrices are so small that a second thread waits longer than it multiplies, and OpenBLAS waits by turning round: with
two cores reading took twice the CPU time, and no less time.  What the process has set is set again when the parser is done.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any

_NAMES = (
    ("scipy_openblas_get_num_threads64_", "scipy_openblas_set_num_threads64_"),
    ("scipy_openblas_get_num_threads", "scipy_openblas_set_num_threads"),
    ("openblas_get_num_threads64_", "openblas_set_num_threads64_"),
    ("openblas_get_num_threads", "openblas_set_num_threads"),
)
"""How OpenBLAS names the two, by who has built it: numpy's wheels, distributions."""


@cache
def _threads() -> tuple[Callable[[], int], Callable[[int], Any]] | None:
    """What tells and what sets the number of threads; None where numpy multiplies with another library."""
    try:
        inner = import_module("numpy._core._multiarray_umath")
        library = ctypes.CDLL(str(inner.__file__))  # it is loaded already; what it is linked with is looked through too
    except (ImportError, OSError):
        return None
    for told, given in _NAMES:
        if hasattr(library, told) and hasattr(library, given):
            return getattr(library, told), getattr(library, given)
    return None


_lock = Lock()
_parsing: list[int] = []
"""For each thread of Python that parses, how many threads the process had before the first of them began."""


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy multiply with one thread inside, for all of the process."""
    threads = _threads()
    if threads is None:
        yield
        return
    told, given = threads
    with _lock:
        _parsing.append(_parsing[0] if _parsing else told())
        given(1)
    try:
        yield
    finally:
        with _lock:
            before = _parsing.pop()
            if not _parsing:
                given(before)
