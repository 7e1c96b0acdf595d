"""The command line as a program of its own: pipes that close, Ctrl-C, terminals, other charsets."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieline.ledger import Ledger

TIELINE = [sys.executable, "-c", "from tieline.cli.main import main; main()"]
TEXT = "Fiji's exports to Malta rose 5 percent in 2014."


def documents(count):
    return "".join(
        json.dumps({"id": f"d{n}", "text": f"{TEXT} {n}", "published": "2015-01-01"}) + "\n" for n in range(count)
    )


def test_a_pipe_that_closes_ends_quietly(tmp_path):
    Path(tmp_path, "docs.jsonl").write_text(documents(400), encoding="utf-8")
    call = "\"$0\" -c 'from tieline.cli.main import main; main()' read docs.jsonl --no-record | head -1"
    done = subprocess.run(["sh", "-c", call, sys.executable], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["document"] == "d0"
    assert done.stderr == ""


def test_ctrl_c_keeps_what_was_recorded_and_records_what_was_read(tmp_path):
    out, err = tmp_path / "claims.jsonl", tmp_path / "messages"
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # in the background it is ignored, by what is started there too
    with out.open("wb") as claims, err.open("wb") as messages:
        call = [*TIELINE, "read", "-"]
        process = subprocess.Popen(call, cwd=tmp_path, stdin=subprocess.PIPE, stdout=claims, stderr=messages)
    with process:
        process.stdin.write(documents(300).encode())
        process.stdin.flush()  # and not closed: it waits for more
        while out.read_bytes().count(b"\n") < 200:
            time.sleep(0.1)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    assert process.returncode == 130
    assert err.read_text(encoding="utf-8") == "tieline: stopped; what was recorded stays\n"
    printed = {json.loads(line)["document"] for line in out.read_text(encoding="utf-8").splitlines()}
    held = {stored.document.id for stored in Ledger.open(tmp_path / "tieline-ledger").documents()}
    assert printed == held
    assert 200 < len(held) < 300


def on_terminal(arguments, folder, **settings):
    """Run on a terminal of 80 columns; give what it shows."""
    ours, theirs = pty.openpty()
    env = os.environ | {"COLUMNS": "80", "TERM": "xterm-256color"} | settings
    with subprocess.Popen(
        [*TIELINE, *arguments], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=env
    ) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the terminal is closed
                break
            if not chunk:
                break
            shown += chunk
    os.close(ours)
    return run.returncode, shown.decode()


@pytest.mark.parametrize(("settings", "colours"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_a_table_with_progress_and_colours_as_wished(tmp_path, settings, colours):
    code, shown = on_terminal(
        ["check", "--text", "China's trade with North Korea grew 9 percent in 2014.", "--no-record"],
        tmp_path,
        **settings,
    )
    assert code == 0
    assert "Contradicted" in shown
    assert "checking" in shown
    assert ("\x1b[1;31m" in shown) == colours


@pytest.mark.parametrize("charset", ["ascii", "latin-1"])
def test_output_is_utf8_whatever_the_terminal_says(tmp_path, charset):
    env = os.environ | {"PYTHONIOENCODING": charset}
    Path(tmp_path, "Zürich.txt").write_text("“Fiji’s exports to Malta rose 5 percent in 2014.”", encoding="utf-8")
    call = [*TIELINE, "read", "Zürich.txt", "missing-ü.txt", "--no-record"]
    done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, check=False)
    assert done.returncode == 3
    assert json.loads(done.stdout.decode("utf-8"))["quote"]["exact"].startswith("Fiji’s")
    assert b"Traceback" not in done.stderr
