"""One thread for numpy's matrices while sentences are parsed.

The parser's matrices are so small that a second thread waits longer than it multiplies, and OpenBLAS waits by turning round: with
two cores reading took twice the CPU time, and no less time.  What the process has set is set again when the last parser is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

from threadpoolctl import ThreadpoolController


@cache
def blas() -> ThreadpoolController:
    """The libraries by which numpy multiplies."""
    import numpy as np  # noqa: F401, PLC0415  looked for are those that are loaded

    return ThreadpoolController().select(user_api="blas")


_lock = Lock()
_parsing = 0
_limit: Any = None


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy multiply with one thread inside, for all of the process."""
    global _parsing, _limit  # noqa: PLW0603  the number of threads is the process's own
    with _lock:
        if not _parsing:
            _limit = blas().limit(limits=1)
        _parsing += 1
    try:
        yield
    finally:
        with _lock:
            _parsing -= 1
            if not _parsing:
                _limit.restore_original_limits()
