"""Helper processes of the ledger's tests: writers that are killed, stopped or race one another.

They are forked off a server that has imported everything and touched nothing. A hook is put round the writing of one
table in the helper process only; the library knows nothing of it.
"""

from __future__ import annotations

import fcntl
import multiprocessing.forkserver
import os
import resource
import signal
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

import ledger_samples
from tieline.ledger import Ledger, tables
from tieline.ledger import folder as ledger_folder
from tieline.model.errors import LedgerError

PATIENCE = 60.0


@cache
def context():
    """The way to start processes; the server is started once."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["pytest", "pandas", "ledger_processes"])  # pyarrow imports pandas if it is there
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
        multiprocessing.forkserver.ensure_running()
    return made


def start(target, *args):
    process = context().Process(target=target, args=args, daemon=True)
    process.start()
    return process


def until(condition, process=None):
    """Wait for something; fail when it does not come, or when the process ends without it."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        assert process is None or process.exitcode is None or condition(), f"ended with {process.exitcode}"
        time.sleep(0.002)
    return found


def signal_oneself(mark, number):
    """Leave a mark that this point was reached, then stop or die here."""
    mark.touch()
    os.kill(os.getpid(), number)


def stopped(process):
    """Whether the process has stopped itself."""
    stat = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0] == "T"


def hook(name, point, mark, number):
    """Send oneself a signal `before` the data file of table `name` is written, or `after` its log entry is."""

    def hooked(write):
        def writing(self, table, *args):
            here = self.spec.name == name and not mark.exists()
            if here and point == "before":
                signal_oneself(mark, number)
            write(self, table, *args)
            if here and point == "after":
                signal_oneself(mark, number)

        return writing

    tables.GrowingTable._merge = hooked(tables.GrowingTable._merge)
    tables.GrowingTable._append = hooked(tables.GrowingTable._append)


@contextmanager
def entry_taken(table):
    """Hold a writer between its data file and its log entry, and tell when it is there.

    Both are written in one call of a compiled library. So another has the name of the entry that comes next: the
    writer finds it taken and opens it to see who won. It can't, for there is a lease on the file; the kernel tells us
    that somebody waits for it.
    """
    entry = table / "_delta_log" / f"{len(list((table / '_delta_log').glob('*.json'))):020}.json"
    former = signal.signal(signal.SIGIO, signal.SIG_IGN)
    number = os.open(entry, os.O_CREAT | os.O_RDWR)
    try:
        fcntl.fcntl(number, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        yield lambda: fcntl.fcntl(number, fcntl.F_GETLEASE) != fcntl.F_WRLCK
    finally:
        entry.unlink()
        os.close(number)
        signal.signal(signal.SIGIO, former)


def write_hooked(folder, reads, flows, *hooking):
    """Add documents and flows, with a hook in place."""
    hook(*hooking)
    ledger = Ledger.open(folder)
    ledger.add_reads(reads)
    ledger.add_flows(flows)


def create_killed(folder, step, mark):
    """Make a ledger and be killed on the way: before the mark is in place, or before the table of that number."""
    if step == "mark":
        ledger_folder.Path.replace = lambda *_: signal_oneself(mark, signal.SIGKILL)
    else:
        make, made = tables.GrowingTable.make, []

        def making(self):
            if len(made) == step:
                signal_oneself(mark, signal.SIGKILL)
            made.append(self)
            return make(self)

        tables.GrowingTable.make = making
    Ledger.create(folder)


def write_together(folder, barrier, batches, flows):
    """Make or open the ledger at the same moment as others and add one batch after the other."""
    barrier.wait()
    ledger = Ledger.create(folder)
    for batch in batches:
        ledger.add_reads([ledger_samples.read(name) for name in batch])
    ledger.add_flows(flows)


def write_endlessly(folder, reads, started):
    """Add documents one by one until killed; after the last, wait."""
    ledger = Ledger.open(folder)
    started.touch()
    for each in reads:
        ledger.add_reads([each])
    signal.pause()


def write_limited(folder, reads, limit, outcome):
    """Add documents while no file may grow over `limit` bytes, unless it is 0; send the words of the error."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        Ledger.open(folder).add_reads(reads)
    except LedgerError as error:
        outcome.send((error.exit_code, str(error)))
    else:
        outcome.send((0, ""))
