"""`tieline check` and `tieline demo`: what is claimed, held against the figures."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import click

from tieline.cli.app import (
    FINDING,
    MISSING,
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
from tieline.cli.messages import Messages
from tieline.cli.output import Output, Shape, emit, output_of, write_file
from tieline.cli.reading_view import explained_view
from tieline.cli.views import check_view
from tieline.model import lazy_re as re
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.vocabulary import VERDICT_WORDS
from tieline.read.pages.intake import Given, Unreadable, documents_from_bytes
from tieline.report.stories import Story, stories_html
from tieline.report.tables import TOLD_COLUMNS, VERDICT_COLUMNS, verdict_row
from tieline.workspace import Checked, Desk
from tieline.workspace.asked_times import known_on, period_asked
from tieline.workspace.reading import Recorded

MISMATCH = "mismatch"
"""What `--fail-on` calls figures that can't be right together."""


@cli.command(
    short_help="Hold claims against the figures.",
    epilog=example(
        "tieline check story.txt --published 2015-03-17",
        "tieline check -o story.html story.txt",
        'tieline check --text "Japan\'s exports to Chile fell 5 percent in 2014" --published 2015-03-17',
        "tieline check --fail-on contradicted --format jsonl > verdicts.jsonl",
    ),
)
@click.argument("targets", nargs=-1)
@click.option("--text", help="A text to read and check.")
@document_options
@click.option("--dataset", multiple=True, metavar="NAME", help="Only this dataset; may be given several times.")
@click.option(
    "--as-known-on", metavar="DATE",
    help="Use only statistics that were released by this day (2015-03-17, 2015-03, 2015).",
)  # fmt: skip
@click.option(
    "--rates", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="A CSV file of exchange rates (columns currency, period, usd, source) for claims in other currencies.",
)  # fmt: skip
@click.option(
    "--rapid-from", type=float, default=15.0, show_default=True, metavar="PCT",
    help="How much a rise or fall told as rapid or sharp must be, in percent.",
)  # fmt: skip
@click.option(
    "--slight-below", type=float, default=5.0, show_default=True, metavar="PCT",
    help="Less than this is slight, in percent.",
)  # fmt: skip
@click.option(
    "--above-all/--no-above-all", default=True,
    help="Whether what is told as rapid must also be more than the change of trade with all partners (by default so).",
)  # fmt: skip
@click.option(
    "--explain", is_flag=True, help="Show every reading of each claim, how likely it is, and why it was tried."
)
@click.option(
    "--fail-on", multiple=True, type=click.Choice((*VERDICT_WORDS, MISMATCH)), metavar="VERDICT",
    help=f"End with exit code 1 if a claim has this outcome over all datasets, or a figure does not fit another of its story "
    f"or of another (mismatch); may be given several times. One of {', '.join((*VERDICT_WORDS, MISMATCH))}.",
)  # fmt: skip
@jobs_option
@record_option
@bundled_option
@ledger_option
@output_options
@click.pass_context
def check(
    ctx: click.Context,
    *,
    targets: tuple[str, ...],
    text: str | None,
    published: str | None,
    outlet: str | None,
    lang: str | None,
    dataset: tuple[str, ...],
    as_known_on: str | None,
    rates: Path | None,
    rapid_from: float,
    slight_below: float,
    above_all: bool,
    explain: bool,
    fail_on: tuple[str, ...],
    jobs: int | None,
    record: bool,
    bundled: bool,
    folder: Path,
    format_: str | None,
    path: Path | None,
) -> None:
    """Hold claims against the figures, and say which are true.

    TARGETS are documents in the ledger (by id or address), files and folders, which are read first, or - for standard
    input; without any, all documents in the ledger. With `-o story.html` it writes the marked-up article; of several
    documents a page that lists them, with the articles in a folder beside it.
    """
    output = output_of(format_, path)
    desk, messages = Desk(folder, bundled=bundled), Messages()
    if not record and not desk.exists and (targets or text):
        messages.note(f"no ledger at {folder}: checked against the figures that tieline brings, nothing is recorded")
    problems: list[Unreadable] = []
    given = Given(period_asked(published), outlet, lang)
    added = Recorded()
    checking = desk.checking(
        targets, given, problems, added, text=text, dataset=dataset, as_known_on=known_on(as_known_on), rates=rates,
        strength={"strong_pct": rapid_from, "slight_pct": slight_below, "above_all": above_all},
        record=record, jobs=jobs,
    )  # fmt: skip
    tally = _Tally(messages, problems)
    total = 1 if text is not None else desk.expected(targets)
    with messages.progress("checking", total=total, quiet=output.on_terminal and output.format != "table") as tick:
        told = tally.told(checking, tick)
        if output.format == "html":
            _articles(told, output, messages)
        else:
            emit(told, replace(_CHECK, view=explained_view) if explain else _CHECK, output)
    if record:
        messages.changed(added.changed)
    messages.passed_over(added.passed_over)
    messages.close(tally.counted + len(problems))
    if problems:
        ctx.exit(MISSING if not tally.counted and all(p.missing for p in problems) else UNREADABLE)
    if tally.outcomes & set(fail_on):
        ctx.exit(FINDING)


@dataclass(slots=True)
class _Tally:
    """What was checked so far: how many documents, with which outcomes; messages are given as they come."""

    messages: Messages
    problems: list[Unreadable]
    counted: int = 0
    outcomes: set[str] = field(default_factory=set)

    def told(self, checking: Iterable[Checked], tick: Callable[[int], None]) -> Iterator[Checked]:
        """Hand on what was checked, with what is odd about it said beside it."""
        seen = 0
        for checked in checking:
            seen = self.messages.tell(self.problems, seen)
            self.messages.warn(checked.document.id, checked.warnings)
            if not checked.claims and not any("without claims" in warning for warning in checked.warnings):
                self.messages.warn(checked.document.id, ["no claim was found in this text"])
            self.outcomes.update(verdict.verdict for verdict in checked.verdicts if verdict.dataset is None)
            self.outcomes.update(MISMATCH for verdict in checked.verdicts if verdict.mismatches)
            self.counted += 1
            tick(1)
            yield checked
        self.messages.tell(self.problems, seen)


_CHECK: Shape[Checked] = Shape(
    objects=lambda checked: (verdict.to_json() for verdict in checked.verdicts),
    rows=lambda checked: (verdict_row(verdict) for verdict in checked.verdicts),
    columns=tuple(VERDICT_COLUMNS),
    view=check_view,
    title="Verdicts",
    told=TOLD_COLUMNS,
)


def _articles(checked: Iterable[Checked], output: Output, messages: Messages) -> None:
    """Write the marked-up article of one document, or of each of several with a page that lists them."""
    done = list(checked)
    if not done:
        messages.note(f"nothing was checked{f', and {output.path} not written' if output.path else ''}")
        return
    if len(done) == 1 or output.path is None:
        if len(done) > 1:
            raise UsageError(f"{len(done)} marked-up articles need a place: give -o FILE.html")
        emit([done[0]], _ARTICLE, output)
    else:
        folder = output.path.with_suffix("")
        stories = []
        for number, one in enumerate(done, 1):
            name = f"{number:03d}-{re.sub(r'[^A-Za-z0-9]+', '-', one.document.id).strip('-')[:60] or 'document'}.html"
            write_file(folder / name, one.to_html())
            stories.append(Story(f"{quote(folder.name)}/{name}", one.document, one.claims, one.verdicts))
        write_file(output.path, stories_html(stories))
    if output.path is not None:
        messages.note(
            f"the marked-up {'article is' if len(done) == 1 else f'articles of {len(done)} documents are'} in {output.path}"
        )


_ARTICLE: Shape[Checked] = Shape(
    objects=lambda _: (), rows=lambda _: (), columns=(), view=check_view, page=Checked.to_html, title="Article"
)


@cli.command(
    short_help="Check an invented story against published figures.",
    epilog=example("tieline demo", "tieline demo -o try-it"),
)
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), default="demo-out",
    show_default=True, metavar="DIR", help="The folder to write into.",
)  # fmt: skip
def demo(folder: Path) -> None:
    """Read and check an invented story against published figures, and write the marked-up article.

    Needs no network and no key. The story was written for this purpose; some of its figures are wrong.
    """
    messages = Messages()
    source = files("tieline") / "demo" / "story.json"
    documents = [d for d in documents_from_bytes(source.read_bytes(), "story.json") if not isinstance(d, Unreadable)]
    if not documents:
        raise MissingDataError("the demonstration's story is missing from this installation; install tieline again")
    desk = Desk(folder / "ledger")
    with messages.progress("reading and checking"):
        report = desk.check(*documents)
    emit(list(report.checked), _CHECK, Output("table"))
    target = folder / "story.html"
    write_file(target, report.to_html())
    call = "tieline" if shutil.which("tieline") else sys.argv[0]
    click.echo(
        f"\nThe marked-up article, for a browser: {target}\n"
        f"The ledger with everything behind it: {desk.folder}\n"
        f"Next: {call} show {documents[0].id} --ledger {desk.folder}"
    )
