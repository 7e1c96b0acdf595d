"""Work that the tests of the engine give to processes: importable by name, as all such work must be."""

import os
import signal
import time
from pathlib import Path

ENVIRONMENT = "OPENBLAS_NUM_THREADS"


def doubled(batch):
    return [item * 2 for item in batch]


def slow_first(batch):
    """The first batch takes longest."""
    time.sleep(0.3 if 0 in batch else 0.0)
    return doubled(batch)


def dying(batch):
    """Of 13 a process dies."""
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(batch)


def always_dying(_):
    os._exit(9)


def raising(batch):
    if 13 in batch:
        raise KeyError("of thirteen")
    return doubled(batch)


def process_and_threads(batch):
    return [(os.getpid(), os.environ.get(ENVIRONMENT)) for _ in batch]


def marked(batch):
    """Leave the process's number in the folder that each item names, then take long."""
    for folder in batch:
        Path(folder, str(os.getpid())).touch()
    time.sleep(60)
    return list(batch)


def noted(batch):
    """Leave a file beside each item's path; the results follow at once."""
    for path in batch:
        Path(path).touch()
    return list(batch)


def large(batch):
    """Results larger than what a socket holds."""
    return [bytes(item) for item in batch]
