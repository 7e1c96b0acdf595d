"""Work over many documents: batches go through a pure function. One engine runs them here, another may elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def map_batches(function: Callable[[Sequence[T]], Iterable[R]], items: Iterable[T], *, size: int) -> Iterator[R]:
    """Give the results of `function` over batches of at most `size` items, in order, as they come.

    The function must be pure and importable by name, so that a process pool or a cluster can take this one's place.

    >>> list(map_batches(lambda batch: [sum(batch)], [1, 2, 3], size=2))
    [3, 3]
    """
    source = iter(items)
    while batch := list(islice(source, size)):
        yield from function(batch)
