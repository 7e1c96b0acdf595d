"""The documentation says what the code does: its blocks run, its names exist, nothing lacks a page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tieline.cli.main import cli
from tieline.ledger.schema import TABLES
from tieline.model.vocabulary import VERDICT_WORDS
from tieline.trade import LAYOUTS
from tieline.workspace import Desk

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "tools"))

from command_reference import commands, reference  # noqa: E402
from module_map import module_map, packages  # noqa: E402

PAGES = sorted([ROOT / "README.md", ROOT / "AGENTS.md", ROOT / "CHANGELOG.md", *DOCS.glob("*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = {" ".join(path): command for path, command in commands(cli, ("tieline",))}


def run_bash(block: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block], env=os.environ | {"PATH": path}, capture_output=True, text=True,
        timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.mark.parametrize("page", ["tutorial.md", "python.md", "ledger.md"])
def test_the_blocks_of_a_page_run_and_print_what_it_says(page, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    printed, names = "", {}
    for kind, block in FENCE.findall((DOCS / page).read_text(encoding="utf-8")):
        if kind == "bash":
            printed = run_bash(block)
        elif kind == "python":
            exec(compile(block, page, "exec"), names)  # noqa: S102 -- our own page
            printed = capsys.readouterr().out
        elif kind == "text":
            told = [line.rstrip() for line in printed.splitlines() if line.strip()]
            assert [line.rstrip() for line in block.splitlines() if line.strip()] == told, page


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    blocks = [
        block for kind, block in FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8")) if kind == "python"
    ]
    exec(compile("\n".join(blocks), "README.md", "exec"), {})  # noqa: S102 -- our own page
    assert capsys.readouterr().out.startswith("supported")


def test_the_command_reference_is_up_to_date():
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == reference(), "run `make reference`"


def test_the_list_of_modules_is_up_to_date():
    assert (DOCS / "modules.md").read_text(encoding="utf-8") == module_map(), "run `make reference`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_an_example(name):
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
    assert "```bash" in section, f"{name} has no example in its epilog"
    assert COMMANDS[name].help


def test_every_verb_of_a_desk_stands_on_the_python_page():
    page = (DOCS / "python.md").read_text(encoding="utf-8")
    verbs = {name for name in dir(Desk) if not name.startswith("_")} - {"exists", "existing_ledger", "folder", "ledger"}
    assert verbs - set(re.findall(r"desk\.(\w+)", page)) == set()


@pytest.mark.parametrize("word", VERDICT_WORDS)
def test_every_verdict_has_its_place(word):
    page = (DOCS / "verdicts.md").read_text(encoding="utf-8")
    assert re.search(rf"^(?:#+ .*|\| |- \*{{0,2}})`{word}`", page, re.MULTILINE)


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_every_column_of_the_ledger_is_described(spec):
    page = (DOCS / "ledger.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {spec.name}\n")[1].split("\n## ")[0]
    named = {
        name
        for line in section.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert named == set(spec.schema.names)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_is_described_with_its_columns_and_a_command(layout):
    page = (DOCS / "statistics.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith(f"| `{layout.name}` |"))
    assert set(re.findall(r"`([^`]+)`", row)) >= {*layout.required, *layout.one_of}
    section = page.split(f"\n## {layout.name}\n")[1].split("\n## ")[0]
    assert "tieline load " in section
    assert "http" in section or layout.name in {"figures", "pair-totals"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_calls_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for kind, block in FENCE.findall(text):
        for line in block.splitlines():
            if kind == "bash" and (call := re.match(r"(tieline|make) ([a-z-]+)", line)):
                assert call[2] in targets if call[1] == "make" else f"tieline {call[2]}" in COMMANDS, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_options_that_a_page_names_exist(page):
    text = page.read_text(encoding="utf-8")
    for call, name, rest in re.findall(r"((?:tieline) ([a-z]+)\b([^`\n|]*))", text):
        command = COMMANDS.get(f"tieline {name}")
        known = (
            {option for each in command.params for option in (*each.opts, *each.secondary_opts)} if command else set()
        )
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest)) if command else set()
        assert named - known - {"--help"} == set(), call


def test_the_map_shows_the_rooms_and_its_paths_exist():
    text = (ROOT / "AGENTS.md").read_text(encoding="utf-8")
    assert {f"`{folder.relative_to(ROOT)}/`" for folder in packages()} - set(re.findall(r"`[^`\n]+`", text)) == set()
    rooms = {p.parent.name for p in (ROOT / "src" / "tieline").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"^\| `src/tieline/(\w+)/` \|", text, re.MULTILINE))
    for path in set(re.findall(r"`((?:src|tests|tools|docs|bench)/[\w./]+)`", text)):
        assert (ROOT / path).exists(), path
