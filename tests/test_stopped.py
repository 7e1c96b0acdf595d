"""A batch that is stopped, by Ctrl-C or by kill -9, leaves whole documents and no process, and goes on where it stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieline.cli import messages
from tieline.ledger import Ledger
from tieline.model.documents import Document
from tieline.workspace import Desk
from tieline.workspace.inputs import expected

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
TIELINE = [sys.executable, "-c", "from tieline.cli.main import main; main()"]
COUNT = 600


def story(number):
    return {
        "id": f"d{number}",
        "text": f"Fiji's exports to Malta rose {number % 97 + 1}.{number % 10} percent to ${number + 1} million in 2014.\n\n"
        f"Fiji's foreign minister met his Maltese counterpart in Valletta on Tuesday. Imports fell {number % 50 + 1}%.",
        "published": "2015-01-01",
    }


def write(folder, count=COUNT, name="docs.jsonl"):
    (folder / name).write_text("".join(json.dumps(story(n)) + "\n" for n in range(count)), encoding="utf-8")


def run(folder, *arguments):
    return subprocess.run([*TIELINE, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def children(parent):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == str(parent):
            found.append(int(stat.parent.name))
    return found


def gone(numbers, patience=10.0):
    end = time.monotonic() + patience
    while any(Path(f"/proc/{number}").exists() for number in numbers):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def stopped(folder, number, *arguments, after):
    """Start, send a signal when `after` says so; give the code, what it said and which processes it had."""
    out, err = folder / "half.jsonl", folder / "said"
    with out.open("wb") as claims, err.open("wb") as said:
        process = subprocess.Popen([*TIELINE, *arguments], cwd=folder, stdout=claims, stderr=said)
    with process:
        end = time.monotonic() + 120
        while not after(out):
            assert time.monotonic() < end
            assert process.poll() is None, "done before it was stopped"
            time.sleep(0.01)
        helpers = children(process.pid)
        began = time.monotonic()
        process.send_signal(number)
        process.wait(timeout=30)
    return process.returncode, err.read_text(encoding="utf-8"), helpers, time.monotonic() - began


def whole(folder):
    """The documents that the ledger holds; each must have all of its claims."""
    ledger = Ledger.open(folder / "tieline-ledger")
    rows = ledger.query("SELECT d.id, count(c.claim_id) AS claims FROM documents d LEFT JOIN claims c "
                        "ON c.document = d.id GROUP BY d.id").to_pylist()  # fmt: skip
    assert all(row["claims"] for row in rows)
    return {row["id"] for row in rows}


@linux
@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.parametrize("command", ["read", "check"])
def test_stopped_half_way_it_goes_on_where_it_stopped(tmp_path, number, command):
    write(tmp_path)
    half = [command, "docs.jsonl", "--jobs", "2", "--format", "jsonl"]
    code, said, helpers, took = stopped(tmp_path, number, *half, after=lambda out: out.read_bytes().count(b"\n") > 100)
    assert code == (130 if number == signal.SIGINT else -number)
    if number == signal.SIGINT:
        assert said.endswith("tieline: stopped; what was recorded stays\n")
        assert took < 10
    assert "Traceback" not in said
    assert len(helpers) >= 2
    assert gone(helpers)
    held = whole(tmp_path)
    printed = {json.loads(line)["document"] for line in (tmp_path / "half.jsonl").read_text().splitlines()[:-1]}
    assert printed <= held
    assert 0 < len(held) < COUNT
    again = run(tmp_path, *half)
    assert again.returncode == 0, again.stderr
    if command == "read":
        assert f"recorded {COUNT - len(held)} new documents" in again.stderr
    assert list(dict.fromkeys(json.loads(line)["document"] for line in again.stdout.splitlines())) == [
        f"d{n}" for n in range(COUNT)
    ]
    if command == "read":
        fresh = run(tmp_path, *half, "--ledger", "fresh", "--jobs", "1")
        assert again.stdout == fresh.stdout, "what was read before and after is what one run reads"


@linux
@pytest.mark.slow
def test_stopped_while_its_processes_start(tmp_path):
    write(tmp_path)
    arguments = ["read", "docs.jsonl", "--jobs", "2"]
    code, said, helpers, _ = stopped(
        tmp_path, signal.SIGINT, *arguments, after=lambda _: (tmp_path / "tieline-ledger" / "ledger.json").exists()
    )
    assert (code, said) == (130, "tieline: stopped; what was recorded stays\n")
    assert gone(helpers)


@linux
@pytest.mark.slow
def test_a_process_killed_from_outside_costs_nothing(tmp_path):
    write(tmp_path)
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [*TIELINE, "read", "docs.jsonl", "--jobs", "2"], cwd=tmp_path, stdout=out, stderr=subprocess.PIPE
        )
    with process:
        while len(children(process.pid)) < 2 or not (tmp_path / "out").stat().st_size:
            assert process.poll() is None
            time.sleep(0.02)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert len(whole(tmp_path)) == COUNT


def test_what_the_same_reader_has_read_is_not_read_again(tmp_path, monkeypatch):
    from tieline import read  # noqa: PLC0415

    desk = Desk(tmp_path / "ledger", bundled=False)
    documents = [Document(one["id"], one["text"]) for one in map(story, range(5))]
    first = desk.read(*documents[:3])
    asked = []
    real = read.read_documents
    monkeypatch.setattr(read, "read_documents", lambda given: real([asked.append(d.id) or d for d in given]))
    again = desk.read(*documents)
    assert asked == ["d3", "d4"]
    assert [r.document.id for r in again.readings] == [d.id for d in documents]
    assert [list(r.claims) for r in again.readings[:3]] == [list(r.claims) for r in first.readings]
    assert again.warnings[:3] == first.warnings
    assert "no publication date" in first.warnings[0]
    assert again.new_documents == 2

    asked.clear()
    changed = Document("d0", documents[0].text + " Trade grew.")
    dated = Document("d1", documents[1].text, first.readings[1].document.published, "A paper")
    desk.read(changed, dated, documents[2])
    assert asked == ["d0", "d1"], "a new text and a new outlet are read, the same again is not"

    asked.clear()
    monkeypatch.setattr("tieline.workspace.desk.reader_version", lambda: "another reader")
    desk.read(documents[2])
    assert asked == ["d2"]


def test_a_ledger_without_readings_gets_them(tmp_path):
    desk = Desk(tmp_path / "ledger", bundled=False)
    given = Document("d1", story(1)["text"])
    (first,) = desk.read(given).readings
    for file in sorted((tmp_path / "ledger" / "readings").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (tmp_path / "ledger" / "readings").rmdir()
    desk = Desk(tmp_path / "ledger")
    (second,) = desk.read(given).readings
    (third,) = desk.read(given).readings
    assert [one.recorded for one in (first, second, third)] == [False, False, True]
    assert first.claims == second.claims == third.claims


def test_how_many_documents_to_expect(tmp_path, monkeypatch):
    write(tmp_path, 7)
    (tmp_path / "story.txt").write_text("Fiji's exports rose.", encoding="utf-8")
    (tmp_path / "open.jsonl").write_text(json.dumps(story(1)) + "\n" + json.dumps(story(2)), encoding="utf-8")
    assert expected([str(tmp_path)]) == 10
    assert expected([str(tmp_path / "docs.jsonl"), "-"]) is None
    assert expected([Document("a", "b"), str(tmp_path / "missing.txt")]) == 2
    write(tmp_path, 5000, "large.jsonl")
    monkeypatch.setattr("tieline.workspace.inputs._COUNTED", 1 << 18)
    assert expected([str(tmp_path / "large.jsonl")]) == pytest.approx(5000, rel=0.05)


def test_without_a_terminal_a_line_a_minute_tells_how_far_it_is(capsys, monkeypatch):
    clock = iter(range(0, 3000, 20))
    monkeypatch.setattr(messages, "monotonic", lambda: next(clock))
    with messages.Messages().progress("reading", total=1000) as count:
        for _ in range(7):
            count(50)
    with messages.Messages().progress("reading") as count:
        for _ in range(3):
            count(500)
    assert capsys.readouterr().err.splitlines() == [
        "tieline: reading: 150 of about 1,000 done, about 6 minutes left",
        "tieline: reading: 300 of about 1,000 done, about 5 minutes left",
        "tieline: reading: 1,500 done",
    ]
