"""`tieline brief`: one page on the ties of two countries."""

from __future__ import annotations

from pathlib import Path

import click

from tieline.cli.app import cli, example, ledger_option
from tieline.cli.output import write_file
from tieline.model.errors import UsageError
from tieline.workspace import Desk

_FORMATS = ("md", "html", "json")


@cli.command(
    short_help="Write one page on the ties of two countries.",
    epilog=example(
        "tieline brief RUS PRK",
        "tieline brief RUS PRK --as-known-on 2015-03-31 -o brief.html",
        "tieline brief RUS PRK --format json",
    ),
)
@click.argument("source")
@click.argument("target")
@click.option("--as-known-on", metavar="DATE", help="Only what was published or released by that day.")
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), help="By default Markdown, or what the file's ending says."
)
@click.option("--explain", is_flag=True, help="Print the query behind each part too.")
@click.option(
    "-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="The file: .md, .html or .json."
)
@ledger_option
def brief(
    *, source: str, target: str, as_known_on: str | None, format_: str | None, explain: bool, folder: Path, path: Path | None
) -> None:  # fmt: skip
    """Write what changed between SOURCE and TARGET, their trade, acts, claims against figures, and what is not known.

    Every sentence has a note with its quote or rows. Without -o it is printed as Markdown.
    """
    ending = path.suffix.lower().lstrip(".") if path is not None else "md"
    if format_ is None and ending not in _FORMATS:
        raise UsageError(
            f"a brief is written as {', '.join(f'.{each}' for each in _FORMATS)}; {path and path.name} is none of them"
        )
    form = format_ or ending
    made = Desk(folder, create=False).brief(source, target, as_known_on=as_known_on, explain=explain)
    text = {"md": made.markdown, "html": made.html, "json": made.json}[form]()
    if path is None:
        click.echo(text, nl=False)
    else:
        write_file(path, text)
