"""The engine: results in order, bounded, whatever a process does; processes end with the one that started them."""

import os
import signal
import time

import pytest

import engine_work
from tieline.model.errors import ProcessError
from tieline.workspace import engine
from tieline.workspace import jobs as how_many
from tieline.workspace.engine import Here, Ready, map_batches
from tieline.workspace.jobs import engine_for
from tieline.workspace.processes import Processes


def lost(item, how):
    return f"{item} lost: {how}"


def in_processes(function, items, size=4, jobs=2):
    return list(map_batches(Processes(function, lost, jobs=jobs), items, size=size))


def alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_batches_keep_the_order_and_are_lazy():
    seen = []
    results = map_batches(Here(lambda batch: [seen.append(len(batch)), *batch][1:]), iter(range(7)), size=3)
    next(results)
    assert seen == [3]
    assert list(results) == list(range(1, 7))
    assert seen == [3, 3, 1]


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_ready_keeps_its_place(size, jobs):
    items = [1, Ready("a"), Ready("b"), 2, 3, Ready("c"), 4]
    made = engine_for(engine_work.doubled, lost, many=True, jobs=jobs)
    assert list(map_batches(made, items, size=size)) == [2, "a", "b", 4, 6, "c", 8]
    assert list(map_batches(Here(engine_work.doubled), [Ready(n) for n in range(9)], size=size)) == list(range(9))


def test_several_processes_keep_the_order_and_take_one_thread_each(monkeypatch):
    monkeypatch.delenv(engine_work.ENVIRONMENT, raising=False)
    assert in_processes(engine_work.slow_first, range(40)) == [2 * n for n in range(40)]
    found = in_processes(engine_work.process_and_threads, range(64), size=1)
    assert {threads for _, threads in found} == {"1"}
    assert os.getpid() not in {process for process, _ in found}
    assert engine_work.ENVIRONMENT not in os.environ, "this process keeps its own"


def test_what_is_under_way_is_bounded(monkeypatch):
    monkeypatch.setattr(engine, "_HELD", 50)
    taken = []

    def items(ready):
        for n in range(1000):
            taken.append(n)
            yield Ready(n) if ready and n else n

    for ready, most in ((False, 4 * 6), (True, 50)):
        taken.clear()
        for given, _ in enumerate(map_batches(Processes(engine_work.slow_first, lost, jobs=2), items(ready), size=4)):
            assert len(taken) - given <= most


def test_results_and_items_larger_than_a_socket_holds():
    sizes = [10, 3_000_000, 5, 2_000_000, 3_000_000]
    assert list(map(len, in_processes(engine_work.large, sizes, size=1))) == sizes
    given = [bytes(size) for size in sizes]
    assert in_processes(engine_work.doubled, given, size=1) == [2 * each for each in given]


def test_a_process_that_dies_costs_the_item_it_died_of():
    assert in_processes(engine_work.dying, range(30)) == [
        2 * n if n != 13 else "13 lost: signal SIGKILL" for n in range(30)
    ]


def test_processes_that_always_die_end_the_work():
    with pytest.raises(ProcessError, match=r"for the work can't keep running .*exit code 9.*--jobs 1"):
        in_processes(engine_work.always_dying, range(100))


def test_processes_that_can_not_start_are_told(monkeypatch):
    monkeypatch.setattr("tieline.workspace.processes._START", "import sys; sys.exit(3)")
    with pytest.raises(ProcessError, match=r"can't be started .*exit code 3"):
        in_processes(engine_work.doubled, range(9))


def test_what_the_function_raises_comes_back():
    with pytest.raises(KeyError, match="of thirteen"):
        in_processes(engine_work.raising, range(30))


def test_what_is_done_is_given_before_what_the_source_raises(tmp_path):
    paths = [str(tmp_path / str(n)) for n in range(8)]

    def items():
        yield from paths
        for _ in range(1200):  # until both batches are done, however long a busy machine takes to start the processes
            if len(list(tmp_path.iterdir())) == len(paths):
                break
            time.sleep(0.05)
        time.sleep(1)
        raise RuntimeError("the source")

    results = map_batches(Processes(engine_work.noted, lost, jobs=2), items(), size=4)
    assert [next(results) for _ in paths] == paths
    with pytest.raises(RuntimeError, match="the source"):
        next(results)


def test_no_process_outlives_the_work(tmp_path):
    made = Processes(engine_work.marked, lost, jobs=2)
    results = map_batches(made, [str(tmp_path)] * 2, size=1)
    stopped = []

    def stop(*_):  # once both are at work, however long a busy machine takes to start them
        if len(list(tmp_path.iterdir())) == 2:
            signal.setitimer(signal.ITIMER_REAL, 0)
            stopped.append(time.monotonic())
            raise KeyboardInterrupt

    former = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            next(results)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)
    assert time.monotonic() - stopped[0] < 10
    numbers = [int(path.name) for path in tmp_path.iterdir()]
    assert len(numbers) == 2
    assert not any(map(alive, numbers))


@pytest.mark.parametrize(
    ("jobs", "many", "processes"), [(None, False, 1), (1, True, 1), (3, False, 3), (None, True, 2)]
)
def test_how_many_processes_there_are(monkeypatch, jobs, many, processes):
    monkeypatch.setattr(how_many, "cores", lambda: 2)
    made = engine_for(engine_work.doubled, lost, jobs=jobs, many=many)
    assert (made._jobs if isinstance(made, Processes) else 1) == processes
    assert engine_for(engine_work.doubled, lost, jobs=1, many=True).room == 1
    made.close()
