"""An engine of several processes on this machine.

Each is a fresh interpreter (`tieline.workspace.worker`) at the other end of a pair of sockets, with one thread for its
matrices: together they shall not want more cores than there are. They are started as programs of their own, not by
`multiprocessing`, which would run the caller's main script again in each. A process that dies (memory ran out, a fault in
a compiled library) costs the item it died of: its batch is tried again item by item in a new one. None outlives this
process, however that ends: their sockets close with it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import weakref
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, Generic, TypeVar

from tieline.model.errors import ProcessError
from tieline.workspace.engine import Task, Work

T = TypeVar("T")
R = TypeVar("R")

ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
_AHEAD = 2
"""So many batches a process has: one that it works on and one more, so that it need not wait for us."""

_DEATHS = 24
"""After so many deaths without a batch done between them the fault is not the items'."""

_START = "import sys; sys.path[:] = {path!r}; from tieline.workspace.worker import serve; serve({number})"


class _Worker:
    """One process, and the tasks it has: it works on the first."""

    def __init__(self) -> None:
        self.tasks: deque[Task[Any, Any]] = deque()
        self.ready = False
        self.connection, theirs = Pipe()
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter and our own words
                [sys.executable, "-c", _START.format(path=sys.path, number=theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=os.environ | ONE_THREAD,
                pass_fds=(theirs.fileno(),),
                process_group=0,  # Ctrl-C is for us; we end them
            )

    def end(self) -> int:
        """End it at once; give what it ended with."""
        self.connection.close()
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        return self.process.wait()


class Processes(Generic[T, R]):
    """The engine. Its processes start with the first batch; a new one comes in the place of one that died."""

    def __init__(self, function: Work[T, R], lost: Callable[[T, str], R], *, jobs: int, name: str = "work") -> None:
        self._function = function
        self._lost = lost
        self._jobs = jobs
        self._name = name
        self._deaths = 0
        self._listening = False
        self._todo: deque[Task[T, R]] = deque()
        self._workers: list[_Worker] = []
        self._end = weakref.finalize(self, _end_all, self._workers)

    @property
    def room(self) -> int:
        """What the processes have, and one more."""
        return self._jobs * _AHEAD + 1

    def submit(self, task: Task[T, R]) -> None:
        """Take a batch, and give it to a process that has little to do."""
        self._todo.append(task)
        self._receive(0)

    def finish(self, task: Task[T, R], *, wait: bool = True) -> bool:
        """Say whether a batch is done; wait for it, unless told not to."""
        while not task.done and self._receive(None if wait else 0):
            pass
        return task.done

    def close(self) -> None:
        """End the processes at once."""
        self._end()
        self._todo.clear()

    def _receive(self, timeout: float | None) -> bool:
        """Take what processes have sent, and give them work; say whether anything came."""
        if self._listening:  # it was broken off half-way: nothing that comes now can be trusted
            return False
        self._listening = True
        self._give()
        by_connection = {worker.connection: worker for worker in self._workers}
        heard = wait(list(by_connection), timeout)
        for connection in heard:
            if isinstance(connection, Connection):
                self._hear(by_connection[connection])
        self._give()
        self._listening = False
        return bool(heard)

    def _hear(self, worker: _Worker) -> None:
        try:
            said = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if not worker.ready:  # its first word
            worker.ready = True
            return
        done, result = pickle.loads(said)  # noqa: S301 -- from a process that we started
        task = worker.tasks.popleft()
        if not done:
            raise result
        task.results = result
        self._deaths = 0

    def _bury(self, worker: _Worker) -> None:
        """A process died: of the first item of its first task, if that has one only."""
        self._workers.remove(worker)
        code = worker.end()
        self._deaths += 1
        if not worker.ready or self._deaths > _DEATHS:
            what = "keep running" if worker.ready else "be started"
            raise ProcessError(
                f"the processes for the {self._name} can't {what} (the last ended with {_ending(code)}); --jobs 1 does "
                "without them"
            )
        tasks = list(worker.tasks)
        if tasks and len(tasks[0].items) == 1:
            died = tasks.pop(0)
            died.results = [self._lost(died.items[0], _ending(code))]
        elif tasks:
            suspect = tasks.pop(0)
            suspect.parts = [Task([item]) for item in suspect.items]
            tasks = [*suspect.parts, *tasks]
        self._todo.extendleft(reversed(tasks))

    def _give(self) -> None:
        """Give each process work, first to those that have none; start a process if there is more than those can do."""
        while self._todo:
            free = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            if (free is None or free.tasks) and len(self._workers) < self._jobs:
                free = _Worker()
                self._workers.append(free)
            if free is None or len(free.tasks) >= _AHEAD:
                return
            task = self._todo.popleft()
            free.tasks.append(task)
            with contextlib.suppress(OSError):  # it died: that is heard when we listen to it
                free.connection.send_bytes(pickle.dumps((self._function, task.items), pickle.HIGHEST_PROTOCOL))


def _end_all(workers: list[_Worker]) -> None:
    for worker in workers:
        with contextlib.suppress(ProcessLookupError):
            worker.process.kill()
    while workers:
        workers.pop().end()


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
