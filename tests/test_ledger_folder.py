"""A folder that is no ledger, a ledger of a newer version, a damaged one, a full disk: told plainly, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tieline
from ledger_processes import context, start, write_limited
from ledger_samples import CLAIMS, flows, read, seen
from tieline.ledger import Ledger
from tieline.model.errors import LedgerError, MissingDataError


def test_an_existing_ledger_is_opened_and_keeps_what_it_was_made_with(tmp_path):
    folder = tmp_path / "deep" / "ledger"
    made = Ledger.create(folder, bundled=False)
    assert json.loads((folder / "ledger.json").read_text()) == {
        "format": 2,
        "bundled": False,
        "made_by": f"tieline {tieline.__version__}",
    }
    assert (made.bundled, Ledger.create(folder).bundled, Ledger.open(str(folder)).bundled) == (False, False, False)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert Ledger.create(empty).bundled


def file_there(path):
    path.write_text("x")


def folder_there(path):
    path.mkdir()
    (path / "thesis.docx").write_text("x")


def mark(text):
    def write(path):
        path.mkdir()
        (path / "ledger.json").write_text(text)

    return write


@pytest.mark.parametrize("how", [Ledger.open, Ledger.create], ids=["open", "create"])
@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (file_there, "is a file"),
        (folder_there, "is no ledger.*holds thesis.docx.*--ledger"),
        (mark('{"format": 3, "made_by": "tieline 9.1"}'), "newer version.*9.1.*its format is 3.*up to 2.*Upgrade"),
        (mark('{"format": '), "damaged"),
        (mark('{"format": "one"}'), "damaged.*'one'"),
        (mark("[]"), "damaged"),
    ],
)
def test_a_folder_that_cannot_be_used_is_left_as_it_is(tmp_path, how, prepare, words):
    path = tmp_path / "there"
    prepare(path)
    before = sorted((p, p.read_bytes()) for p in [path, *path.rglob("*")] if p.is_file())
    with pytest.raises(LedgerError, match=words) as raised:
        how(path)
    assert raised.value.exit_code == 4
    assert sorted((p, p.read_bytes()) for p in [path, *path.rglob("*")] if p.is_file()) == before


@pytest.mark.parametrize("there", [True, False])
def test_no_ledger_there(tmp_path, there):
    path = tmp_path / "nothing"
    if there:
        path.mkdir()
    with pytest.raises(MissingDataError, match=r"no ledger at .*nothing.*--ledger"):
        Ledger.open(path)
    assert path.exists() == there


@pytest.mark.parametrize("name", ["100%", "what?", "[1]", "a|b"])
def test_a_name_that_the_engines_misread_is_refused(tmp_path, name):
    with pytest.raises(LedgerError, match="Name a folder without"):
        Ledger.create(tmp_path / name)


def test_a_damaged_table_is_told(tmp_path):
    ledger = Ledger.create(tmp_path / "ledger")
    ledger.add_reads([read("a")])
    ledger.add_flows(flows())
    next((ledger.path / "flows").glob("*.parquet")).unlink()
    fresh = Ledger.open(ledger.path)
    with pytest.raises(LedgerError, match="can't be read"):
        fresh.query("SELECT sum(value) FROM flows")
    (ledger.path / "claims" / "_delta_log" / f"{1:020}.json").write_text("{broken")
    with pytest.raises(LedgerError, match="can't be read"):
        Ledger.open(ledger.path).counts()


FULL = "the disk is full"
BIG = [(f"big{at}", os.urandom(100_000).hex()) for at in range(10)]


def nothing_was_lost(folder):
    assert seen(folder) == {"before": CLAIMS}
    Ledger.open(folder).add_reads([read(*each) for each in BIG])
    assert seen(folder) == {"before": CLAIMS} | {name: CLAIMS for name, _ in BIG}


def test_a_file_that_may_not_grow(tmp_path):
    folder = tmp_path / "ledger"
    Ledger.create(folder).add_reads([read("before")])
    ours, theirs = context().Pipe()
    process = start(write_limited, folder, [read(*each) for each in BIG], 64_000, theirs)
    code, words = ours.recv()
    process.join(60)
    assert (process.exitcode, code, words[: len(FULL)]) == (0, 4, FULL)
    assert "Nothing recorded before was lost" in words
    nothing_was_lost(folder)


def test_a_disk_that_is_full(tmp_path):
    """On a disk of 1 MB, made in a namespace of its own, where that is allowed."""
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    script = f"""
import shutil
from ledger_samples import read
from tieline.ledger import Ledger
from tieline.model.errors import LedgerError
Ledger.create({str(disk / "ledger")!r}).add_reads([read("before")])
try:
    Ledger.open({str(disk / "ledger")!r}).add_reads([read(*each) for each in {BIG!r}])
except LedgerError as error:
    print(error.exit_code, error)
shutil.copytree({str(disk / "ledger")!r}, {str(kept)!r})
"""
    (tmp_path / "script.py").write_text(script)
    mount = f"mount -t tmpfs -o size=1m tmpfs {disk}"
    if (
        not shutil.which("unshare")
        or subprocess.run(["unshare", "-rm", "sh", "-c", mount], check=False, capture_output=True).returncode
    ):
        pytest.skip("a small disk can't be mounted here")
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f"{mount} && exec {sys.executable} {tmp_path / 'script.py'}"],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])},
    )
    assert done.stdout.startswith("4 the disk is full"), done.stderr
    nothing_was_lost(kept)
