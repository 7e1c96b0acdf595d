"""The frame of the command line: one group, its exit codes, and the options that commands share."""

from __future__ import annotations

import difflib
import errno
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from tieline import __version__
from tieline.cli.output import FORMATS
from tieline.model.errors import TielineError
from tieline.report.tables import plain

F = TypeVar("F", bound=Callable[..., Any])
FINDING, UNREADABLE, MISSING, BUG, INTERRUPTED, PIPE_CLOSED = 1, 3, 4, 70, 130, 141


class Commands(click.Group):
    """A group whose commands end with one line and an exit code of their own, never with a traceback on purpose.

    The commands of `modules` are imported when they are asked for: one command needs few of the packages that all need.
    """

    modules: Mapping[str, str] = {}
    command_class: type[click.Command] | None = None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and turn what it raises into a message and an exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except TielineError as error:
            _say(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            _say("stopped; what was recorded stays")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _close_stdout()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
                raise
            _close_stdout()
            _say(f"the disk is full ({error.strerror}); what was recorded stays")
            ctx.exit(MISSING)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception:  # noqa: BLE001 -- told apart from a finding, which ends with 1
            traceback.print_exc()
            _say("this is a mistake in tieline, not in your call; what was recorded stays")
            ctx.exit(BUG)
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of the work, not of the alphabet."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, which puts itself into the group when its module is imported."""
        if cmd_name in self.modules:
            import_module(f"tieline.cli.{self.modules[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:  # fmt: skip
        """The command that is asked for; for a word that is none, those that look like it."""
        if args and args[0] not in self.modules and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.modules, n=2, cutoff=0.6)
            ctx.fail(f"No such command {args[0]!r}.{f' Did you mean {_either(near)}?' if near else ''}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; an option of a command before its name is told where it goes."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            name = next((word for word in args if word in self.modules), None)
            if name is None:
                raise
            raise click.UsageError(
                f"No such option {error.option_name!r} before the command; options go behind it: tieline {name} ... {error.option_name}",
                ctx,
            ) from error


_MEANT = {
    "--from": "--since", "--start": "--since", "--to": "--until", "--end": "--until", "--years": "--year", "--hs": "--product",
    "--code": "--product", "--commodity": "--product", "--partner": "--on", "--frequency": "--by", "--freq": "--by",
}  # fmt: skip
"""Options as other tools name them."""


class Command(click.Command):
    """A command that says what to do where its call lacks something, or has an option of another name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the option that is meant, and with what the call looks like where something lacks."""
        names = {name for option in self.params for name in (*option.opts, *option.secondary_opts)}
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            meant = _MEANT.get(error.option_name, "")
            if meant not in names:
                meant = (
                    "--year"
                    if error.option_name in {"--since", "--until", "--from", "--to"} and "--year" in names
                    else ""
                )
            if not meant:
                raise
            raise click.UsageError(f"No such option {error.option_name!r}. Did you mean {meant!r}?", ctx) from error
        except click.MissingParameter as error:
            examples = [
                line.strip() for line in (self.epilog or "").splitlines() if line.strip().startswith("tieline ")
            ]
            if not examples or ctx.resilient_parsing:
                raise
            said = f"{error.message}; " if error.message else ""
            raise click.MissingParameter(
                f"{said}for example: {examples[0]}", ctx, error.param, error.param_hint, error.param_type
            ) from error


def _either(words: Sequence[str]) -> str:
    return " or ".join(repr(word) for word in words)


def _say(text: str) -> None:
    click.echo(f"tieline: {plain(text)}", err=True)


def _close_stdout() -> None:
    """Let nothing more be written there, not even when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


Commands.command_class = Command


def example(*lines: str) -> str:
    """The end of a command's help: calls that work as they stand."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example(
        "tieline demo", "tieline check story.txt --published 2015-03-17", "tieline check -o story.html story.txt"
    )
    + "\n\nExit codes: 0 done, 1 a finding that --fail-on names, 2 a wrong call, 3 input that could not be read, "
    "4 missing data, or a ledger that can't be used.",
)
@click.version_option(__version__, prog_name="tieline")
def cli() -> None:
    """Hold what the press says about two countries against the figures."""


def ledger_option(function: F) -> F:
    """Add `--ledger`."""
    return click.option(
        "--ledger",
        "folder",
        type=click.Path(path_type=Path),
        envvar="TIELINE_LEDGER",
        default="tieline-ledger",
        show_default=True,
        show_envvar=True,
        help="The folder of the ledger.",
    )(function)


def output_options(function: F) -> F:
    """Add `--format` and `-o`."""
    function = click.option(
        "-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE",
        help="Write to a file; its ending chooses the format if --format does not.",
    )(function)  # fmt: skip
    return click.option(
        "--format", "format_", type=click.Choice(FORMATS), default=None,
        help="By default a table on a terminal and JSON Lines in a pipe.",
    )(function)  # fmt: skip


def document_options(function: F) -> F:
    """Add what a caller may know about documents that do not say it themselves."""
    function = click.option("--lang", metavar="CODE", help="Language of documents that give none (en).")(function)
    function = click.option("--outlet", metavar="NAME", help="Outlet of documents that give none.")(function)
    return click.option(
        "--published", metavar="DATE", help="Date of documents that give none (2015-03-17, or 2015-03)."
    )(function)


def record_option(function: F) -> F:
    """Add `--no-record`."""
    return click.option(
        "--record/--no-record", default=True, help="Put what is read into the ledger (the default), or only print it."
    )(function)


def bundled_option(function: F) -> F:
    """Add `--no-bundled`."""
    return click.option(
        "--bundled/--no-bundled", default=True, help="Whether a new ledger holds the published facts tieline brings."
    )(function)


def jobs_option(function: F) -> F:
    """Add `--jobs`."""
    return click.option(
        "-j", "--jobs", type=click.IntRange(min=1), metavar="N",
        help="How many processes read; by default one for a few documents, else one for each core, up to four.",
    )(function)  # fmt: skip
