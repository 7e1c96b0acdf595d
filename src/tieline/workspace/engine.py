"""Work over many documents: batches go through a pure function, in this process or in several.

An engine takes batches (`submit`) and gives them back done (`finish`); `map_batches` keeps the order and bounds what is
under way. `Here` works in this process, `tieline.workspace.processes.Processes` in several of this machine;
`tieline.workspace.jobs` chooses. Another, for a cluster, needs the same four methods.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], list[R]]
"""Gives one result for each item, in order. Pure, and importable by name, for it may run elsewhere."""

_HELD = 4096
"""So many results, those that were there already counted, wait at most for one before them."""


@dataclass(frozen=True, slots=True)
class Ready(Generic[R]):
    """A result that is there already: it takes its place among the others without work."""

    result: R


@dataclass(eq=False, slots=True)
class Task(Generic[T, R]):
    """A batch of items, and its results once it is done. One that cost a process its life is parted into its items."""

    items: list[T]
    results: list[R] | None = None
    parts: list[Task[T, R]] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """All results are there."""
        if self.results is None and self.parts and all(part.done for part in self.parts):
            self.results = [result for part in self.parts for result in part.results or ()]
        return self.results is not None


class Engine(Protocol):
    """Where batches are worked on."""

    @property
    def room(self) -> int:
        """How many batches may be under way."""

    def submit(self, task: Task[Any, Any]) -> None:
        """Take a batch. It is worked on while the caller does something else, if the engine can."""

    def finish(self, task: Task[Any, Any], *, wait: bool = True) -> bool:
        """Say whether a batch is done; unless `wait` is false, only when it is. Raises what the function raised."""

    def close(self) -> None:
        """End at once whatever is under way."""


class Here:
    """The engine of one process: a batch is done when it was taken."""

    room = 1

    def __init__(self, function: Work[Any, Any]) -> None:
        self._function = function

    def submit(self, task: Task[Any, Any]) -> None:
        """Do the work."""
        task.results = self._function(task.items)

    def finish(self, task: Task[Any, Any], *, wait: bool = True) -> bool:
        """Nothing is left to wait for."""
        return task.done or wait

    def close(self) -> None:
        """Nothing is under way."""


def map_batches(engine: Engine, items: Iterable[T | Ready[R]], *, size: int) -> Iterator[R]:
    """Give the results of an engine over batches of at most `size` items, in the order of the items, as they come.

    What is under way is bounded, so that memory does not grow with the number of items. When the work breaks off, what
    is done by then is given first.

    >>> list(map_batches(Here(lambda batch: [item * 2 for item in batch]), [1, Ready(0), 2, 3], size=2))
    [2, 0, 4, 6]
    """
    order: _Order[T, R] = _Order(engine, size)
    try:
        for item in items:
            order.take(item)
            yield from order.results()
        order.hand_over()
        yield from order.results(most=0)
    except (Exception, KeyboardInterrupt):
        yield from order.results(wait=False)
        raise
    finally:
        engine.close()


class _Order(Generic[T, R]):
    """The results in their places: those that are there, and those of batches under way."""

    def __init__(self, engine: Engine, size: int) -> None:
        self._engine = engine
        self._size = size
        self._places: deque[Ready[R] | tuple[Task[T, R], int]] = deque()
        self._under_way: deque[Task[T, R]] = deque()
        self._next: Task[T, R] = Task([])

    def take(self, item: T | Ready[R]) -> None:
        """Give an item its place; hand a batch over when it is full, or when the results wait for it."""
        if isinstance(item, Ready):
            self._places.append(item)
        else:
            self._places.append((self._next, len(self._next.items)))
            self._next.items.append(item)
        if len(self._next.items) >= self._size or len(self._places) >= _HELD:
            self.hand_over()

    def hand_over(self) -> None:
        """Let the engine begin with the batch that is gathered."""
        if self._next.items:
            task, self._next = self._next, Task([])
            self._under_way.append(task)
            self._engine.submit(task)

    def results(self, *, most: int | None = None, wait: bool = True) -> Iterator[R]:
        """Give what is done, up to the first place that is not; wait while more than `most` batches are under way."""
        most = self._engine.room if most is None else most
        while self._places:
            place = self._places[0]
            if isinstance(place, Ready):
                result = place.result
            else:
                task, number = place
                if task is self._next:
                    return
                too_many = len(self._under_way) > most or len(self._places) >= _HELD
                if not self._engine.finish(task, wait=wait and too_many) or task.results is None:
                    return
                if self._under_way and self._under_way[0] is task:
                    self._under_way.popleft()
                result = task.results[number]
            self._places.popleft()
            yield result
