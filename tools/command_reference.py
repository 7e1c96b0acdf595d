"""Write docs/commands.md from the command line's own code; `--check` only says whether it is up to date."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tieline.cli.main import cli

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

<!-- Written by `make reference` from the code of the commands; change it there. -->

Every command prints a table on a terminal and JSON Lines in a pipe; `--format` chooses another form. Results go to
standard output, everything else (progress, warnings, what could not be read) to standard error.

| exit code | meaning |
|---|---|
| 0 | done; also where there was no claim, no data, or a language that can't be read yet |
| 1 | a finding that `--fail-on` names, or a floor that is undercut |
| 2 | a wrong call |
| 3 | some input could not be read; the rest was done, and a count stands on standard error |
| 4 | something asked for is not there (a document, figures: what would give them is told), or the ledger can't be used |
"""


def commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """All commands below a group, in the group's order."""
    context = click.Context(group, **cli.context_settings)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            yield (*path, name), command
            if isinstance(command, click.Group):
                yield from commands(command, (*path, name))


def reference() -> str:
    """The whole page."""
    pages = [HEAD]
    pages += [section(path, command) for path, command in commands(cli, ("tieline",))]
    return "\n".join(pages)


def section(path: tuple[str, ...], command: click.Command) -> str:
    """One command: what it does, how it is called, its options, its examples."""
    context = click.Context(command, info_name=" ".join(path), **cli.context_settings)  # click keeps the help option
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [f"\n## {' '.join(path)}\n", *prose(command.help), "", "```text", " ".join(usage.split()), "```"]
    options = [record for p in command.params if isinstance(p, click.Option) and (record := p.get_help_record(context))]
    if options:
        lines += ["", "| option | meaning |", "|---|---|"]
        lines += [f"| `{cell(names)}` | {cell(text)} |" for names, text in options]
    lines += example(command.epilog)
    return "\n".join(lines).rstrip() + "\n"


def prose(text: str | None) -> list[str]:
    """The description in paragraphs; what click is told not to wrap stands as code."""
    found: list[str] = []
    for block in inspect.cleandoc(text or "").split("\n\n"):
        if block.startswith("\b"):
            found += ["", "```text", block.removeprefix("\b").strip("\n"), "```"]
        else:
            found += ["", " ".join(block.split())]
    return found[1:]


def example(epilog: str | None) -> list[str]:
    """The calls that stand at the end of the command's help."""
    block = inspect.cleandoc(epilog or "").removeprefix("\b").strip("\n")
    calls = [line.strip() for line in block.splitlines() if line.startswith("  ")]
    return ["", "```bash", *calls, "```"] if calls else []


def cell(text: str) -> str:
    """A text that keeps within a table's cell."""
    return " ".join(text.split()).replace("|", r"\|")


def main() -> int:
    """Write the page, or compare it."""
    made = reference()
    if "--check" in sys.argv[1:]:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
        print("up to date" if fresh else f"{TARGET.name} is stale; run `make reference`")
        return 0 if fresh else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(made, encoding="utf-8")
    print(f"written: {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
