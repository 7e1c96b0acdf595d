"""`tieline read` and `tieline load`: press and statistics into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tieline.cli.app import (
    UNREADABLE,
    bundled_option,
    cli,
    document_options,
    example,
    jobs_option,
    ledger_option,
    output_options,
    record_option,
)
from tieline.cli.ledger_views import load_view
from tieline.cli.messages import Messages
from tieline.cli.output import Shape, emit, output_of
from tieline.cli.views import read_view
from tieline.model.errors import UsageError
from tieline.read.pages.intake import Given, Unreadable
from tieline.report.tables import CLAIM_COLUMNS, claim_row
from tieline.report.wording import plural
from tieline.workspace import Desk, LoadReport, Reading
from tieline.workspace.asked_times import period_asked
from tieline.workspace.reading import Recorded


@cli.command(
    short_help="Read what the press says, and record it.",
    epilog=example(
        "tieline read story.txt --published 2015-03-17",
        'tieline read --text "Japan\'s exports to Chile fell 5 percent in 2014"',
        "tieline read stories/ more.jsonl",
        "cat documents.jsonl | tieline read - --no-record > claims.jsonl",
    ),
)
@click.argument("inputs", nargs=-1)
@click.option("--text", help="A text to read.")
@document_options
@jobs_option
@record_option
@bundled_option
@ledger_option
@output_options
@click.pass_context
def read(
    ctx: click.Context,
    *,
    inputs: tuple[str, ...],
    text: str | None,
    published: str | None,
    outlet: str | None,
    lang: str | None,
    jobs: int | None,
    record: bool,
    bundled: bool,
    folder: Path,
    format_: str | None,
    path: Path | None,
) -> None:
    """Read what the press says: print each claim, and record it.

    INPUTS are files (plain text, HTML, an RSS or Atom feed, JSON, JSON Lines of documents), folders of them, or - for
    standard input. A JSON document has `id`, `text`, and if known `published`, `outlet`, `lang` and `url`. A plain file
    is named by its name.
    """
    if not inputs and text is None:
        if sys.stdin.isatty():
            raise UsageError("nothing to read; name a file, a folder, or - for standard input")
        inputs = ("-",)
    output = output_of(format_, path)
    desk, messages = Desk(folder, bundled=bundled), Messages()
    problems: list[Unreadable] = []
    added = Recorded()
    is_new = record and not desk.exists
    given = Given(period_asked(published), outlet, lang)
    readings = desk.reading(inputs, given, problems, added, text=text, record=record, jobs=jobs)
    counted = 0

    def told() -> Iterator[Reading]:
        nonlocal counted
        seen = 0
        for reading in readings:
            seen = messages.tell(problems, seen)
            messages.warn(reading.document.id, reading.warnings)
            counted += 1
            tick(1)
            yield reading
        messages.tell(problems, seen)

    total = desk.expected(inputs) if inputs else 1
    with messages.progress("reading", total=total, quiet=output.on_terminal and output.format != "table") as tick:
        emit(told(), _READ, output)
    if record and counted:
        made = f" in a new ledger at {folder}" if is_new else f" in {folder}"
        messages.note(
            f"recorded {plural(added.documents, 'new document')} and {plural(added.claims, 'new claim')}{made}"
        )
        messages.changed(added.changed)
    messages.passed_over(added.passed_over)
    messages.close(counted + len(problems))
    if problems:
        ctx.exit(UNREADABLE)


_READ: Shape[Reading] = Shape(
    objects=lambda reading: (claim.to_json() for claim in reading.claims),
    rows=lambda reading: (claim_row(claim) for claim in reading.claims),
    columns=tuple(CLAIM_COLUMNS),
    view=read_view,
    title="Claims",
)


@cli.command(
    short_help="Load files of trade figures, of acts and of ties.",
    epilog=example(
        "tieline load figures.csv",
        "tieline load BACI_HS17_V202401b.zip",
        "tieline load customs-2021.csv --mapping customs.toml",
        "tieline load totals.parquet --layout pair-totals --dataset oec-totals --vintage 2016-05-01",
        "tieline load events.2018.tab 20180305.export.CSV.zip",
    ),
)
@click.argument("files", nargs=-1, required=True)
@click.option("--layout", metavar="NAME", help="The file's layout; recognised by its header if not given.")
@click.option(
    "--mapping",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A mapping file (TOML) that describes a table of your own.",
)
@click.option("--dataset", metavar="NAME", help="The dataset's name; by default the file's own column, or its name.")
@click.option("--vintage", metavar="DATE", help="When the statistics were released (2016-05-01).")
@bundled_option
@ledger_option
@output_options
@click.pass_context
def load(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    layout: str | None,
    mapping: Path | None,
    dataset: str | None,
    vintage: str | None,
    bundled: bool,
    folder: Path,
    format_: str | None,
    path: Path | None,
) -> None:
    """Load statistics and event data: files of trade figures, of acts and of ties by year into the ledger.

    FILES are CSV, Parquet or Comtrade's JSON, gzipped or not, zip archives and folders of them, or - for standard
    input. The layout is recognised by the header: UN Comtrade (new and old), BACI, WITS, the Atlas, the OEC, UNCTAD,
    the Correlates of War, totals by pair, published figures; acts by ICEWS, GDELT, POLECAT, Phoenix and PLOVER;
    counts, alliances, embassies, disputes and UN votes by pair and year; tables of codes, conversions and distances.
    A table of your own is described by a mapping file. Each file is loaded whole or not at all, and once. A row that
    can't be read is left out and named, with its line.
    """
    output = output_of(format_, path)
    messages = Messages()
    with messages.progress("rows") as tick:
        report = Desk(folder, bundled=bundled).load(
            *files, layout=layout, mapping=mapping, dataset=dataset, vintage=vintage, tick=tick
        )
    emit([report], _LOAD, output)
    messages.tell(list(report.problems), 0)
    for loaded in report:
        for note in loaded.notes:
            messages.note(f"{loaded.file}: {note}")
        for problem in loaded.problems:
            messages.note(f"{loaded.file}: {problem}")
    messages.close(max(len(files), len(report.problems) + len(list(report))))
    if report.problems or any(loaded.problems for loaded in report):
        ctx.exit(UNREADABLE)


_LOAD: Shape[LoadReport] = Shape(
    objects=lambda report: report.rows(),
    rows=lambda report: report.rows(),
    columns=tuple(LoadReport.columns),
    view=load_view,
    title="Loaded",
)
