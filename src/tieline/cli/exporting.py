"""`tieline export`: what was checked, in the forms that others read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tieline.cli.app import cli, example, ledger_option
from tieline.cli.messages import Messages
from tieline.cli.output import ENDINGS, Shape, emit, output_of, write_bytes, write_file
from tieline.cli.show_view import show_view
from tieline.model import lazy_re as re
from tieline.model.errors import UsageError
from tieline.report.tables import TOLD_COLUMNS, VERDICT_COLUMNS, plain, verdict_row
from tieline.report.wording import plural
from tieline.workspace import Desk, Shown

FORMS = ("claimreview", "prov", "csv", "xlsx", "jsonl", "md", "pack")
_ENDED = {"claimreview": "json", "prov": "json"}
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_SHOWN = 60
"""So much of a text is shown where it is asked whether it shall go."""


@cli.command(
    short_help="Export verdicts: ClaimReview, PROV, tables, an evidence pack.",
    epilog=example(
        'tieline export story.txt --as claimreview --author "The Gazette" --page-url https://example.org/check/7',
        "tieline export --as prov -o provenance.json",
        "tieline export story.txt --as pack -o story.zip",
    ),
)
@click.argument("documents", nargs=-1)
@click.option(
    "--as", "form", required=True, type=click.Choice(FORMS),
    help="claimreview (schema.org, JSON-LD), prov (W3C PROV, JSON-LD), csv, jsonl, md, or pack (a zip archive with story, claims, "
    "verdicts, rows, SQL and a README, which opens without tieline).",
)  # fmt: skip
@click.option("--author", metavar="NAME", help="ClaimReview: who publishes the review.")
@click.option("--author-url", metavar="URL", help="ClaimReview: the publisher's address.")
@click.option("--page-url", metavar="URL", help="ClaimReview: the address of the page that holds the reviews.")
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@ledger_option
def export(
    *, documents: tuple[str, ...], form: str, author: str | None, author_url: str | None, page_url: str | None,
    path: Path | None, folder: Path,
) -> None:  # fmt: skip
    """Export the last verdicts on documents in the ledger, with what is behind them.

    DOCUMENTS are ids or addresses; without any, all documents in the ledger. Several packs go into a folder that -o names.
    """
    desk = Desk(folder, create=False)
    for name, address in (("--author-url", author_url), ("--page-url", page_url)):
        if address is not None and not _ADDRESS.match(address):
            raise UsageError(f"{name} is the address of a page, as in https://example.org/check/7; this is {address!r}")
    ending = ENDINGS.get(path.suffix.lower()) if path is not None else None
    if ending is not None and ending != _ENDED.get(form, form):
        raise UsageError(
            f"--as {form} writes no {ending}: name a file with another ending, or leave {path} with another --as"
        )
    if form == "pack":
        _packs(desk, documents, path)
        return
    found = list(desk.checked_documents(documents))
    if form == "claimreview":
        reviews = [each for one in found for each in desk.claim_reviews(one, author, author_url, page_url)]
        if not page_url or not author:
            Messages().note("search engines ask for the page's address and its publisher: give --page-url and --author")
        _json(reviews, path)
    elif form == "prov":
        graphs = [desk.provenance(one) for one in found]
        nodes = {node["@id"]: node for graph in graphs for node in graph["@graph"]}
        _json({"@context": graphs[0]["@context"], "@graph": list(nodes.values())} if graphs else {}, path)
    else:
        emit(found, _VERDICTS, output_of(form, path))


_VERDICTS: Shape[Shown] = Shape(
    objects=lambda shown: (verdict.to_json() for verdict in shown.verdicts),
    rows=lambda shown: (verdict_row(verdict) for verdict in shown.verdicts),
    columns=tuple(VERDICT_COLUMNS),
    view=lambda shown: show_view(shown[0]),
    title="Verdicts",
    told=TOLD_COLUMNS,
)


@cli.command(
    short_help="Take a story's text out of the ledger; what was found stays.",
    epilog=example('tieline withdraw story.txt --reason "at the publisher\'s request" --yes'),
)
@click.argument("document")
@click.option("--reason", default="", metavar="TEXT", help="Why; the story's record says so from then on.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@ledger_option
def withdraw(*, document: str, reason: str, yes: bool, folder: Path) -> None:
    """Take the text of DOCUMENT out of the ledger: of an id or address every version, of a version's own id that one.

    The text can't be had back. Its hash, the claims with their quoted words, and the verdicts stay, marked as withdrawn.
    """
    desk = Desk(folder, create=False)
    known = desk.show(document)
    if known.kind != "document":
        raise UsageError(f"{document!r} is a {known.kind}; texts of documents are withdrawn: {known.document.id}")
    if not yes:
        _confirm(known, desk)
    for shown in desk.withdraw(document, reason=reason):
        claims, verdicts = plural(len(shown.claims), "claim"), plural(len(shown.verdicts), "verdict")
        kept = f"{claims} and {verdicts} stay"
        click.echo(f"{shown.document.id}, version {shown.stored.version}: text withdrawn; {kept}")


def _confirm(known: Shown, desk: Desk) -> None:
    """Ask whether the text shall go, naming each version; where nobody can answer, tell what to give."""
    versions = desk.versions(known.document.id)
    click.echo(f"{known.document.id} in {desk.folder}:", err=True)
    for stored in versions:
        about = (stored.document.outlet, stored.document.published.words() if stored.document.published else "no date")
        words = " ".join(stored.document.text[:_SHOWN].split()) or "the text was withdrawn"
        click.echo(f"  version {stored.version}, {', '.join(filter(None, about))}: {plain(words)} ...", err=True)
    what = "its text" if len(versions) == 1 else f"the texts of all {len(versions)} versions"
    try:
        click.confirm(f"Take {what} out of the ledger for good?", abort=True, err=True)
    except click.Abort as error:
        raise UsageError("nothing was withdrawn; answer y, or give --yes") from error


def _json(value: object, path: Path | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    if path is None:
        click.echo(text)
    else:
        write_file(path, text + "\n")


def _packs(desk: Desk, documents: tuple[str, ...], path: Path | None) -> None:
    """One archive to a file or to standard output; several into a folder."""
    found: Iterator[Shown] = desk.checked_documents(documents)
    if len(documents) == 1 and (path is None or not path.is_dir()):
        archive = desk.evidence_pack(next(found))
        if path is not None:
            write_bytes(path, archive)
        elif sys.stdout.isatty():
            raise UsageError("an archive can't be shown in a terminal; name a file with -o")
        else:
            sys.stdout.buffer.write(archive)
        return
    if path is None or path.suffix:
        raise UsageError("several packs go into a folder: give -o FOLDER")
    path.mkdir(parents=True, exist_ok=True)
    for number, shown in enumerate(found, 1):
        name = re.sub(r"[^A-Za-z0-9]+", "-", shown.document.id).strip("-")[:60] or "document"
        (path / f"{number:03d}-{name}.zip").write_bytes(desk.evidence_pack(shown))
