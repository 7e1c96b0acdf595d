"""`tieline show`, `tieline ledger` and `tieline countries`: what there is, and what is behind it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from tieline.cli.app import MISSING, bundled_option, cli, example, ledger_option, output_options
from tieline.cli.ledger_views import contents_view, countries_view
from tieline.cli.messages import Messages
from tieline.cli.output import Shape, emit, output_of, write_file
from tieline.cli.show_view import show_view
from tieline.model import countries as table
from tieline.report.tables import VERDICT_COLUMNS, claim_row, plain, verdict_row
from tieline.workspace import Contents, Desk, Shown
from tieline.workspace.asked_times import period_asked


@cli.command(
    short_help="Show a document, a claim or a verdict.",
    epilog=example(
        "tieline show story.txt", "tieline show story.txt --text", "tieline show 3f9c2a --format json  # a verdict"
    ),
)
@click.argument("key")
@click.option("--text", is_flag=True, help="Print only the document's text, in which quotes count their offsets.")
@click.option(
    "--rates", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="A table of exchange rates to use in the place of those that were recorded with the verdict.",
)  # fmt: skip
@ledger_option
@output_options
def show(key: str, text: bool, rates: Path | None, folder: Path, format_: str | None, path: Path | None) -> None:
    """Show a document, a claim or a verdict with everything behind it.

    KEY is a document's id, address or version, a claim's id, or the start of a verdict's id (6 digits or more). A verdict is
    checked again, and told if it would differ today.
    """
    shown = Desk(folder, create=False).show(key, again=not text, rates=rates)
    if text:
        _print_text(shown.document.text, path)
        return
    emit([shown], _SHOW if shown.kind != "document" else _SHOW_DOCUMENT, output_of(format_, path))


def _print_text(text: str, path: Path | None) -> None:
    """Print the text as it is, to the byte; a terminal is not steered by what a document holds."""
    if path is not None:
        write_file(path, text)
    elif sys.stdout.isatty():
        click.echo("\n".join(plain(line) for line in text.splitlines()))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


_SHOW: Shape[Shown] = Shape(
    objects=lambda shown: [shown.to_json()],
    rows=lambda shown: [verdict_row(verdict) for verdict in shown],
    columns=tuple(VERDICT_COLUMNS),
    view=lambda shown: show_view(shown[0]),
    title="tieline show",
    single=True,
)
_WITH_CLAIMS = ("claim_id", "kind", "quote", "outcome", "nearest", "indicator", "reporter", "partner", "period")


def _document_rows(shown: Shown) -> list[Mapping[str, Any]]:
    outcome = {v.claim_id: {"outcome": v.verdict, "nearest": v.nearest} for v in shown if v.dataset is None}
    return [claim_row(claim) | outcome.get(claim.claim_id, {}) for claim in shown.claims]


_SHOW_DOCUMENT: Shape[Shown] = Shape(
    objects=lambda shown: [shown.to_json()],
    rows=_document_rows,
    columns=_WITH_CLAIMS,
    view=lambda shown: show_view(shown[0]),
    title="tieline show",
    single=True,
)


@cli.command(
    short_help="Tell what the ledger holds.",
    epilog=example("tieline ledger", "tieline ledger --ledger project/ledger --format json"),
)
@bundled_option
@ledger_option
@output_options
def ledger(bundled: bool, folder: Path, format_: str | None, path: Path | None) -> None:
    """Tell what the ledger holds: documents, claims, verdicts, statistics, acts and tables of reference.

    Where there is none, a new one is made; it holds the published facts that come with tieline, or with --no-bundled
    nothing.
    """
    output = output_of(format_, path)
    desk = Desk(folder, bundled=bundled)
    if not desk.exists:
        _ = desk.ledger
        Messages().note(f"there was no ledger at {folder}: made a new one")
    emit([desk.contents()], _CONTENTS, output)


_CONTENTS: Shape[Contents] = Shape(
    objects=lambda contents: [contents.to_json()],
    rows=lambda contents: contents.rows(),
    columns=tuple(Contents.columns),
    view=lambda contents: contents_view(contents[0]),
    title="Ledger",
    single=True,
)


@cli.command(
    short_help="Find countries and their codes.",
    epilog=example("tieline countries korea", "tieline countries moscow --on 1987-06-01"),
)
@click.argument("query", nargs=-1, required=True)
@click.option("--on", "on_", metavar="DATE", help="Who it was on that day (1987-06-01).")
@output_options
@click.pass_context
def countries(
    ctx: click.Context, query: tuple[str, ...], on_: str | None, format_: str | None, path: Path | None
) -> None:
    """Find countries by a name, a part of one, a code, a capital, a people; say what is ambiguous.

    QUERY may be several words. Codes are ISO 3166-1 alpha-2 and alpha-3, M49, and Comtrade's own.
    """
    output = output_of(format_, path)
    text, day = " ".join(query), period_asked(on_)
    on = day.start if day else None
    found = [_country_row(*match, on) for match in table.search(text) if on is None or match[0].existed(on)]
    messages = Messages()
    meant = table.resolve(text, on=on)
    if not found:
        messages.note(f"no country is called {text!r}{f' on {on}' if on else ''}; try a part of the name, or a code")
        ctx.exit(MISSING)
    emit(found, _COUNTRIES, output)
    if len(meant) > 1:
        names = " or ".join(f"{table.display(code)} ({code})" for code in meant)
        messages.note(f"{text!r} is ambiguous: {names}; in a text the context decides, or it stays open")


def _country_row(found: table.Country, name: str, use: str, on: date | None) -> dict[str, Any]:
    return {
        "code": found.code, "name": found.name, "kind": found.kind, "matched": name, "as": use, "iso2": found.iso2,
        "m49": found.m49, "official": found.official, "capital": found.capital, "valid_from": _iso(found.valid_from),
        "valid_to": _iso(found.valid_to), "successor": found.successor, "on": _iso(on),
    }  # fmt: skip


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


_COUNTRY_COLUMNS = (
    "code", "name", "kind", "matched", "as", "iso2", "m49", "official", "capital", "valid_from", "valid_to", "successor",
)  # fmt: skip
_COUNTRIES: Shape[dict[str, Any]] = Shape(
    objects=lambda row: [row],
    rows=lambda row: [row],
    columns=_COUNTRY_COLUMNS,
    view=countries_view,
    title="Countries",
)
