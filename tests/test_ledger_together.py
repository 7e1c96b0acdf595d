"""Several processes at one ledger: each thing once, nothing lost, and no reader waits."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from ledger_processes import context, start, stopped, until, write_hooked, write_together
from ledger_samples import CLAIMS, flows, read, seen
from tieline.ledger import Ledger

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stops processes by /proc and file leases")

PROCESSES = 4


@pytest.fixture
def barrier():
    return context().Barrier(PROCESSES)


def run_together(barrier, folder, batches, given):
    return [start(write_together, folder, barrier, batches[at], given[at]) for at in range(PROCESSES)]


def ended_well(processes):
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0] * PROCESSES


def test_four_processes_read_the_same_documents_into_a_new_ledger(tmp_path, barrier):
    names = [f"story{at}" for at in range(21)]
    batches = [names[:1], names[1:3], names[3:]]
    ended_well(run_together(barrier, tmp_path / "ledger", [batches] * PROCESSES, [flows()] * PROCESSES))
    assert seen(tmp_path / "ledger") == dict.fromkeys(names, CLAIMS)
    assert Ledger.open(tmp_path / "ledger").counts()["flows"] == len(flows())


def test_a_reader_sees_whole_commits_grow_while_four_processes_write(tmp_path, barrier):
    folder = tmp_path / "ledger"
    names = [[f"story{process}-{at}" for at in range(6)] for process in range(PROCESSES)]
    ledger = Ledger.create(folder)
    writers = run_together(
        barrier, folder, [[[n] for n in each] for each in names], [flows(f"set{at}") for at in range(PROCESSES)]
    )
    before, looks, slowest = set(), 0, 0.0
    while any(writer.exitcode is None for writer in writers):
        begun = time.monotonic()
        reader = ledger if looks % 2 else Ledger.open(folder)
        rows = reader.query(
            "SELECT d.id, count(c.claim_id) AS claims FROM documents d LEFT JOIN claims c USING (version_id) GROUP BY 1"
        )
        now = dict(zip(rows["id"].to_pylist(), rows["claims"].to_pylist(), strict=True))
        slowest = max(slowest, time.monotonic() - begun)
        assert set(now.values()) <= {CLAIMS}, "a document without all of its claims"
        assert before <= set(now), "a document went away"
        before, looks = set(now), looks + 1
    ended_well(writers)
    assert seen(folder) == {name: CLAIMS for each in names for name in each}
    assert {dataset.rows for dataset in ledger.datasets()} == {len(flows())}
    assert looks > 5
    assert slowest < 5


@pytest.mark.parametrize("table", ["claims", "documents", "flows"])
def test_a_writer_that_hangs_blocks_nobody_and_adds_nothing_twice(tmp_path, table):
    """The sharpest race: it has found what is missing, is stopped, and others write the same before it goes on."""
    folder, mark = tmp_path / "ledger", tmp_path / "reached"
    ledger = Ledger.create(folder)
    ledger.add_flows(flows(years=[1990]))
    reads, given = [read("a"), read("b")], flows()
    process = start(write_hooked, folder, reads, given, table, "before", mark, signal.SIGSTOP)
    until(lambda: mark.exists() and stopped(process), process)
    assert ledger.add_reads([*reads, read("c")]).documents == (1 if table == "flows" else 3)
    assert ledger.add_flows(given) == len(given)
    expected = dict.fromkeys("abc", CLAIMS)
    assert seen(folder) == expected
    os.kill(process.pid, signal.SIGCONT)
    process.join(60)
    assert process.exitcode == 0
    assert seen(folder) == expected
    assert ledger.counts()["flows"] == 6 + len(given)
