"""`tieline brief`: one page on the ties of two countries."""

from __future__ import annotations

from pathlib import Path

import click

from tieline.cli.app import cli, example, ledger_option
from tieline.cli.output import write_file
from tieline.model.errors import UsageError
from tieline.workspace import Desk


@cli.command(
    short_help="Write one page on the ties of two countries.",
    epilog=example("tieline brief RUS PRK", "tieline brief RUS PRK --as-known-on 2015-03-31 -o brief.html"),
)
@click.argument("source")
@click.argument("target")
@click.option("--as-known-on", metavar="DATE", help="Only what was published or released by that day.")
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="The file: .md or .html.")
@ledger_option
def brief(*, source: str, target: str, as_known_on: str | None, folder: Path, path: Path | None) -> None:
    """Write what changed between SOURCE and TARGET, their trade, acts, claims against figures, and what is not known.

    Every sentence has a note with its quote or rows. Without -o it is printed as Markdown.
    """
    if path is not None and path.suffix.lower() not in {".md", ".html"}:
        raise UsageError(f"a brief is written as .md or .html; {path.name} is neither")
    made = Desk(folder, create=False).brief(source, target, as_known_on=as_known_on)
    if path is None:
        click.echo(made.markdown(), nl=False)
    else:
        write_file(path, made.html() if path.suffix.lower() == ".html" else made.markdown())
