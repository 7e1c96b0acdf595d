"""A writer is killed at every point and at random moments: whole commits stay, and the same input is taken again."""

from __future__ import annotations

import os
import random
import signal
import sys
import time

import pytest

from ledger_processes import create_killed, entry_taken, start, stopped, until, write_endlessly, write_hooked
from ledger_samples import CLAIMS, flows, read, seen
from tieline.ledger import Ledger

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stops processes by /proc and file leases")

NAMES = [f"story{at}" for at in range(5)]


def files(folder, table):
    """How many data files and log entries a table has."""
    return len(list((folder / table).glob("*.parquet"))), len(list((folder / table / "_delta_log").glob("*.json")))


def takes_the_same_again(folder, reads, given):
    ledger = Ledger.open(folder)
    for _ in range(2):
        ledger.add_reads(reads)
        ledger.add_flows(given)
    assert seen(folder) == {"before": CLAIMS} | {doc.id: len(claims) for doc, claims in reads}
    assert ledger.counts()["flows"] == 6 + len(given)


@pytest.mark.parametrize("table", ["claims", "documents", "flows"])
@pytest.mark.parametrize(("point", "written"), [("before", (0, 0)), ("between", (1, 0)), ("after", (1, 1))])
def test_killed_round_the_data_file_and_the_log_entry(tmp_path, table, point, written):
    folder, mark = tmp_path / "ledger", tmp_path / "reached"
    ledger = Ledger.create(folder)
    ledger.add_reads([read("before")])
    ledger.add_flows(flows(years=[1990]))
    reads, given = [read(name) for name in NAMES], flows()
    data, entries = files(folder, table)
    if point == "between":
        process = start(write_hooked, folder, reads, given, table, "before", mark, signal.SIGSTOP)
        until(lambda: mark.exists() and stopped(process), process)
        with entry_taken(folder / table) as waiting:
            os.kill(process.pid, signal.SIGCONT)
            until(waiting, process)
            process.kill()
            process.join(60)
    else:
        process = start(write_hooked, folder, reads, given, table, point, mark, signal.SIGKILL)
        process.join(60)

    assert (process.exitcode, mark.exists()) == (-signal.SIGKILL, True)
    assert files(folder, table) == (data + written[0], entries + written[1]), "the point was not hit"
    committed = table == "flows" or (table, point) == ("documents", "after")
    assert seen(folder) == {"before": CLAIMS} | (dict.fromkeys(NAMES, CLAIMS) if committed else {})
    assert ledger.counts()["flows"] == 6 + (len(given) if (table, point) == ("flows", "after") else 0)
    takes_the_same_again(folder, reads, given)


@pytest.mark.parametrize("kills", [6, pytest.param(20, marks=pytest.mark.slow)])
def test_killed_at_random_moments(tmp_path, kills):
    folder = tmp_path / "ledger"
    Ledger.create(folder).add_reads([read("before")])
    Ledger.open(folder).add_flows(flows(years=[1990]))
    reads = [read(f"story{at}", "word " * 2000) for at in range(100 * kills)]
    moments = random.Random(3)  # noqa: S311 (the same moments in every run)
    grown, longest = [], 0.6
    for kill in range(kills):
        started = tmp_path / f"started{kill}"
        process = start(write_endlessly, folder, reads, started)
        until(started.exists, process)
        time.sleep(moments.uniform(0.0, longest))
        process.kill()
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        counted = seen(folder)
        assert set(counted.values()) == {CLAIMS}, "a document without all of its claims"
        grown.append(len(counted))
        longest *= 2 if grown[-1] == 1 else 1  # a busy machine has not written anything yet
    assert grown == sorted(grown)
    assert 1 < grown[-1] < len(reads), "no kill fell while it wrote"
    takes_the_same_again(folder, reads[: grown[-1] + 5], flows())


@pytest.mark.parametrize("step", ["mark", 0, 2])
def test_killed_while_the_ledger_is_made(tmp_path, step):
    folder, mark = tmp_path / "ledger", tmp_path / "reached"
    process = start(create_killed, folder, step, mark)
    process.join(60)
    assert (process.exitcode, mark.exists()) == (-signal.SIGKILL, True)
    if step != "mark":
        assert Ledger.open(folder).counts() == {"documents": 0, "versions": 0, "claims": 0, "flows": 0, "verdicts": 0}
        Ledger.open(folder).add_reads([read("a")])
    ledger = Ledger.create(folder)
    ledger.add_reads([read("a")])
    assert seen(folder) == {"a": CLAIMS}
