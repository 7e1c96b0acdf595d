"""`tieline acts`: what countries did to, with and for each other by the press, each act once; and the same as event data."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from tieline.cli.answers import answer, shape_of
from tieline.cli.app import cli, example, ledger_option, output_options
from tieline.cli.messages import Messages
from tieline.cli.output import write_file
from tieline.cli.trade_views import name_of
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.vocabulary import EVENT_TYPES
from tieline.report.tables import plain
from tieline.report.wording import plural
from tieline.workspace import Acts, Desk
from tieline.workspace.act_desk import MODALITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

_MOST = 100


@cli.command(
    short_help="List acts between countries, each once.",
    epilog=example(
        "tieline acts RUS PRK",
        "tieline acts RUS --type CONSULT --modality scheduled",
        "tieline acts RUS PRK --as plover -o acts.jsonl",
        "tieline acts --as icews --inferred -o acts.tab",
    ),
)
@click.argument("countries", nargs=-1)
@click.option("--type", "type", multiple=True, type=click.Choice(EVENT_TYPES), metavar="TYPE", help="Only this PLOVER type; may be given several times.")  # fmt: skip
@click.option(
    "--modality",
    multiple=True,
    type=click.Choice(MODALITIES),
    help="Only acts that stand so; may be given several times.",
)
@click.option("--since", metavar="DATE", help="The first day (2018-01-01, 2018).")
@click.option("--until", metavar="DATE", help="The last day (2018-10-31, 2018).")
@click.option("--as-known-on", metavar="DATE", help="Only what was published by that day.")
@click.option("--as", "layout", type=click.Choice(["plover", "icews"]), help="Write a file of event data: PLOVER's JSON Lines, or the 20 columns of ICEWS.")  # fmt: skip
@click.option("--inferred", is_flag=True, help="With --as: also acts dated by the day of their publication.")
@ledger_option
@output_options
def acts(
    *, countries: tuple[str, ...], folder: Path, format_: str | None, path: Path | None, layout: str | None, inferred: bool, **asked: Any
) -> None:  # fmt: skip
    """List what COUNTRIES (two, one, or all) did by the press: each act once, with how many reports tell it.

    Reports of one act are those of the same two countries, PLOVER type and date. A plan is listed with what became of it.
    A date marked ~ is that of publication: no text tells one. A file of event data holds acts dated to the day, and those
    alone that happened, unless --modality says otherwise.
    """
    desk = Desk(folder, create=False)
    if layout is not None:
        if format_ is not None:
            raise UsageError(f"--as {layout} is a format of its own; leave --format out")
        _export(desk, countries, layout, path, inferred=inferred, asked=asked)
        return
    if inferred:
        raise UsageError("--inferred goes with --as; a list has every act, its concluded dates marked")
    answer(lambda: desk.acts(*countries, **asked), shape_of(Acts, "Acts", acts_view), format_, path, explain=False)


def _export(
    desk: Desk, countries: tuple[str, ...], layout: str, path: Path | None, *, inferred: bool, asked: dict[str, Any]
) -> None:
    """Write a file of event data, and tell what it leaves out."""
    messages = Messages()
    every = desk.acts(*countries, **asked)
    wanted = asked["modality"] or ("happened",)
    found = Acts(every.title, tuple(act for act in every if act.first.modality in wanted))
    written = found.datable(inferred=inferred)
    if not written:
        raise MissingDataError(
            f"none of the {plural(len(every), 'act')} can be written: a file of event data holds acts that "
            f"{' or '.join(wanted)} and are dated to the day (--modality, --inferred)"
        )
    lines = found.exported(layout, inferred=inferred)
    if path is not None:
        write_file(path, "".join(lines))
    else:
        sys.stdout.writelines(lines)
    if left := len(every) - len(found):
        messages.note(f"{plural(left, 'act')} that did not happen, or not yet, left out; --modality takes them in")
    if left := len(found) - len(written):
        messages.note(
            f"{plural(left, 'act')} without a day of their own left out"
            + ("" if inferred else "; --inferred takes in those dated by the day of publication")
        )


def acts_view(reports: Sequence[Acts]) -> RenderableType:
    """One act a paragraph: when, who, what, how often told; then the words of the first report."""
    (report,) = reports
    parts: list[RenderableType] = [Text(plain(report.title), "bold")]
    stands = {act.act_id: act.first.modality for act in report}
    lines = list(report)
    for year, group in groupby(lines[:_MOST], key=lambda act: act.date.start.year if act.date else None):
        parts.append(Text(f"\n{year or 'No date'}", "bold"))
        for act in group:
            first = act.first
            when = f"{'~' if act.inferred else ''}{act.date.iso}" if act.date else "?"
            sides = f"{name_of(first.actor)} {'and' if act.reciprocal else 'to'} {name_of(first.target)}"
            modality = "" if first.modality == "happened" else f" [{first.modality}]"
            became = f", then {stands[act.became]}" if act.became in stands else ""
            told = f"  {plural(len(act.reports), 'report')} in {plural(len(act.documents), 'document')}" if len(act.reports) > 1 else ""  # fmt: skip
            parts.append(
                Text(f"{when}  {sides}: {first.type}").append(f"{modality}{became}", "yellow").append(told, "cyan")
            )
            parts.append(Padding(Text(plain(first.quote.exact), "dim"), (0, 0, 0, 4)))
    if len(lines) > _MOST:
        parts.append(Text(f"and {len(lines) - _MOST} more (--since, --until, or another format)", "dim"))
    return Group(*parts)
