"""`tieline codes` and `tieline flags`: what products are called, and what is doubtful about the figures."""

from __future__ import annotations

from pathlib import Path

import click

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import cli, example, ledger_option, output_options
from tieline.cli.lookup_views import codes_view, flags_view
from tieline.workspace import CodesFound, Desk, Flags


@cli.command(
    short_help="Find codes of products, or words for them.",
    epilog=example("tieline codes oil", "tieline codes 2709", "tieline codes wood --edition H5"),
)
@click.argument("words", nargs=-1, required=True)
@click.option("--edition", metavar="H0..H6", help="Only the loaded table of this edition of the HS.")
@click.option("--explain", is_flag=True, help="Print the query to the tables that were loaded.")
@ledger_option
@output_options
def codes(
    *, words: tuple[str, ...], edition: str | None, explain: bool, folder: Path, format_: str | None, path: Path | None
) -> None:  # fmt: skip
    """Find the HS codes that WORDS stand for, or the words for a code.

    First by the lexicon that the reader of stories uses, then by the tables of codes that were loaded.
    """
    text = " ".join(words)
    answer(lambda: Desk(folder, create=False).codes(text, edition=edition), shape_of(CodesFound, "Codes", codes_view),
           format_, path, explain)  # fmt: skip


@cli.command(
    short_help="Tell what is doubtful about the figures.",
    epilog=example("tieline flags", "tieline flags RUS PRK", "tieline flags --flag copied-year"),
)
@click.argument("countries", nargs=-1)
@click.option("--flag", metavar="NAME", help="Only this kind: copied-year, jump, parts-differ, gap, edition-break, ...")
@click.option("--dataset", multiple=True, metavar="NAME", help="Only this dataset; may be given several times.")
@click.option(
    "--explain",
    is_flag=True,
    help="Print the rows that are doubtful, of two countries each, with file and line, and the SQL.",
)
@ledger_option
@output_options
def flags(
    *, countries: tuple[str, ...], flag: str | None, dataset: tuple[str, ...], explain: bool, folder: Path, format_: str | None,
    path: Path | None,
) -> None:  # fmt: skip
    """Tell what loads have found doubtful: copied years, jumps, gaps, totals unlike their parts, mixed-up countries.

    COUNTRIES narrow it down to what is about them, or about all.
    """
    answer(lambda: Desk(folder, create=False).flags(*countries, flag=flag, dataset=dataset),
           shape_of(Flags, "Flags", flags_view), format_, path, explain)  # fmt: skip
