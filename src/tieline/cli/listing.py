"""`tieline claims` and `tieline documents`: what was read, with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group
from rich.table import Table
from rich.text import Text

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import cli, example, ledger_option, output_options
from tieline.cli.views import COLOURS, claim_words, shortened, text_table
from tieline.model.periods import Period
from tieline.report.tables import plain
from tieline.report.wording import plural, style_of
from tieline.workspace import Claims, Desk, Documents
from tieline.workspace.listing import KINDS, OUTCOMES

if TYPE_CHECKING:
    from rich.console import RenderableType

_MOST = 100
_WORDS = 120


@cli.command(
    short_help="List claims by country, each with its outcome.",
    epilog=example(
        "tieline claims Kenya",
        "tieline claims RUS PRK --verdict contradicted",
        "tieline claims --kind measure --since 2015-03 -o claims.xlsx",
    ),
)
@click.argument("countries", nargs=-1)
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only claims of this kind; may be given several times.")  # fmt: skip
@click.option(
    "--verdict", multiple=True, type=click.Choice(OUTCOMES), metavar="VERDICT",
    help=f"Only claims whose last check over all datasets came out so; may be given several times. One of {', '.join(OUTCOMES)}.",
)  # fmt: skip
@click.option("--since", metavar="DATE", help="Only of stories published on this day or later (2018-01-01, 2018).")
@click.option("--until", metavar="DATE", help="Only of stories published by this day (2018-10-31, 2018).")
@click.option("--as-known-on", metavar="DATE", help="Of each story the last version by that day.")
@ledger_option
@output_options
def claims(
    *, countries: tuple[str, ...], folder: Path, format_: str | None, path: Path | None, **asked: Any
) -> None:  # fmt: skip
    """List what the press says of COUNTRIES (two, one, or all): each claim with its story and its last outcome.

    The claims are those of the last versions of the stories in the ledger, in the order of the stories' dates.
    """
    desk = Desk(folder, create=False)
    answer(
        lambda: desk.claims(*countries, **asked),
        replace(shape_of(Claims, "Claims", claims_view), told=Claims.brief),
        format_,
        path,
        explain=False,
    )


@cli.command(
    short_help="List the stories in the ledger.",
    epilog=example("tieline documents", "tieline documents --format csv > stories.csv"),
)
@ledger_option
@output_options
def documents(folder: Path, format_: str | None, path: Path | None) -> None:
    """List the stories in the ledger by their dates, with how many of their claims have which outcome."""
    desk = Desk(folder, create=False)
    answer(
        desk.documents,
        replace(shape_of(Documents, "Stories", documents_view), told=Documents.brief),
        format_,
        path,
        explain=False,
    )


def claims_view(reports: Sequence[Claims]) -> RenderableType:
    """The stories, under each its claims: the outcome, what is claimed, in which words, and the id to go on with."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    for _, group in groupby(report[:_MOST], key=lambda each: each.claim.version):
        lines = list(group)
        first = lines[0]
        when = Period.parse(first.published).words() if first.published else "no date"
        head = " · ".join(plain(part) for part in (first.claim.document, first.outlet, when) if part)
        parts.append(Text(f"\n{head}", "bold"))
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        grid.add_column(width=2)
        grid.add_column(ratio=1)
        for each in lines:
            style, colour = style_of(each.verdict), COLOURS.get(each.verdict, "dim")
            said = Text(claim_words(each.claim)).append(f"  {style.label}", colour)
            said.append(f"\n“{shortened(each.claim.quote.exact, _WORDS)}” ", "dim")
            grid.add_row(Text(style.sign, colour), said.append(plain(each.claim.claim_id.rpartition("#")[2]), "dim"))
        parts.append(grid)
    more = len(report) - _MOST
    parts.append(Text(f"\n{plural(len(report), 'claim')}", "bold"))
    if more > 0:
        parts.append(Text(f"The last {more:,} are not shown (--since, --until, --verdict, or another format).", "dim"))
    shown = report[0].claim.claim_id
    return Group(*parts, Text(f"Everything behind a claim: tieline show '{plain(shown)}'", "dim"))


def documents_view(reports: Sequence[Documents]) -> RenderableType:
    """A line for each story."""
    (report,) = reports
    table = text_table(["Story", "Outlet", "Published"], ["Claims"])
    table.add_column("Checked as", overflow="fold")
    for each in report:
        told = ", ".join(f"{count} {style_of(word).label.lower()}" for word, count in each.verdicts.items())  # type: ignore[arg-type]
        name = plain(each.id) + (f" (version {each.version})" if each.version > 1 else "")
        table.add_row(name, plain(each.outlet), each.published or "?", f"{each.claims:,}", told or "not checked")
    return Group(table, Text(plural(len(report), "document"), "bold"))
