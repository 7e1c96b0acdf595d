"""How many processes take part in work over many documents: the choice of an engine."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from tieline.workspace.engine import Engine, Here, Work

T = TypeVar("T")
R = TypeVar("R")

FEW = 64
"""So many documents are read here: other processes would need longer to start than to read them."""

MOST_JOBS = 4
"""So many processes are taken by default, where there are so many cores: each holds a language model in memory."""


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def engine_for(
    function: Work[T, R], lost: Callable[[T, str], R], *, many: bool, jobs: int | None = None, name: str = "work"
) -> Engine:
    """Choose an engine: several processes if `jobs` says so, or if it says nothing and there are many items.

    Args:
        function: What is done with a batch.
        lost: Makes the result of an item that cost a process its life, from the item and what happened.
        many: There are more than a few items.
        jobs: The number of processes.
        name: What the work is called where a process can't be started.
    """
    count = jobs if jobs is not None else min(cores(), MOST_JOBS) if many else 1
    if count <= 1:
        return Here(function)
    from tieline.workspace.processes import Processes  # noqa: PLC0415 -- not needed for one story

    return Processes(function, lost, jobs=count, name=name)
