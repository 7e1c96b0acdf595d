"""`tieline evaluate`: claims held against annotated stories, with floors and the why of each mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from tieline.cli.app import FINDING, UNREADABLE, cli, example
from tieline.cli.messages import Messages
from tieline.cli.output import write_file
from tieline.evaluate import Story, agreement, errors, load_gold, report, score
from tieline.evaluate.fields import Fields
from tieline.evaluate.floors import Floors, Marks, SetPlace, load_floors, undercut
from tieline.evaluate.gold import SECOND
from tieline.evaluate.scores import SetScore
from tieline.evaluate.texts import json_lines
from tieline.model.errors import UsageError
from tieline.read.pages.intake import Given, Unreadable
from tieline.report.tables import plain
from tieline.workspace import Desk


@cli.command(
    short_help="Hold claims against annotated stories.",
    epilog=example(
        "tieline evaluate gold/",
        "tieline evaluate gold/ --claims claims.jsonl --errors 3",
        "tieline evaluate gold/ --texts texts.jsonl --format json -o score.json",
        "tieline evaluate gold/ gold/second --agreement",
        "tieline evaluate --floors floors.json",
    ),
)
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option("--claims", type=click.Path(path_type=Path), metavar="FILE",
              help="Claims as `tieline read` prints them; without it the texts are read now.")  # fmt: skip
@click.option("--texts", type=click.Path(path_type=Path), metavar="PLACE",
              help="A folder (ID.txt, documents.jsonl) or a JSON Lines file with texts that do not lie by the gold.")  # fmt: skip
@click.option("--errors", "show", type=click.IntRange(min=0), metavar="N",
              help="Say why facts were missed and claims are false, with N examples of each mechanism.")  # fmt: skip
@click.option("--held-out", is_flag=True, help="Print mechanisms and counts only, never a text.")
@click.option("--agreement", "agree", is_flag=True,
              help="Compare two annotations: of GOLD and of a second place, or of GOLD's folder `second`.")  # fmt: skip
@click.option("--floors", "floors_path", type=click.Path(path_type=Path), metavar="FILE",
              help="Floors, targets and sets; exit code 1 where one is undercut. Without GOLD, all sets of the file.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="A table of 80 columns, or one JSON object.")  # fmt: skip
@click.option("-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@click.pass_context
def evaluate(
    ctx: click.Context,
    *,
    gold: tuple[Path, ...],
    claims: Path | None,
    texts: Path | None,
    show: int | None,
    held_out: bool,
    agree: bool,
    floors_path: Path | None,
    format_: str,
    path: Path | None,
) -> None:
    """Hold claims against annotated stories: precision, recall and F1, field by field, and why facts were missed.

    GOLD are folders of annotations in YAML, or files of them, each a set of its own. Nothing is recorded.
    """
    floors = load_floors(floors_path) if floors_path else Floors((), {})
    if agree:
        _tell([(place, scored, None) for place, scored in _agreed(gold, texts)], {}, format_, path)
        return
    messages, done = Messages(), []
    problems: list[Unreadable] = []
    given = list(json_lines(claims)) if claims else None
    for place in _sets(gold, texts, floors, held_out=held_out):
        if place.missing is not None and not gold:
            messages.note(f"{place.name}: skipped, its gold or texts are not on this machine")
            continue
        stories = load_gold([place.gold], place.texts)
        scored = score(stories, given if given is not None else _read(place, stories, problems))
        done.append((place, scored, show))
    messages.tell(problems, 0)
    _tell(done, floors.targets, format_, path)
    missed = [one for place, scored, _ in done for one in undercut(place, scored)] if floors_path else []
    for one in missed:
        messages.note(str(one))
    if problems:
        ctx.exit(UNREADABLE)
    if missed:
        ctx.exit(FINDING)


def _sets(gold: Sequence[Path], texts: Path | None, floors: Floors, *, held_out: bool) -> Iterator[SetPlace]:
    """The sets to do: those of GOLD, with their floors where the file knows the place; else all of the file."""
    if not gold and not floors.sets:
        raise UsageError("nothing to evaluate; name a folder of annotations, or a file of sets with --floors")
    known = {place.gold.resolve(): place for place in floors.sets}
    for one in gold:
        found = known.get(one.resolve()) or SetPlace(one.resolve().name, one)
        yield SetPlace(found.name, one, texts or found.texts, held_out or found.held_out, found.floors, found.noise)
    if not gold:
        for place in floors.sets:
            yield SetPlace(
                place.name, place.gold, texts or place.texts, held_out or place.held_out, place.floors, place.noise
            )


def _read(place: SetPlace, stories: Sequence[Story], problems: list[Unreadable]) -> list[Fields]:
    """What the reader claims now; a story without its text is a mistake of the call."""
    without = sum(story.document is None for story in stories)
    if without:
        raise UsageError(
            f"{place.name}: {without} of {len(stories)} stories have no text beside the gold; say where with --texts, "
            "or give claims with --claims"
        )
    documents = [story.document for story in stories if story.document is not None]
    readings = Desk(create=False).reading(documents, Given(None, None, None), problems, record=False)
    return [claim.to_json() for reading in readings for claim in reading.claims]


def _agreed(gold: Sequence[Path], texts: Path | None) -> Iterator[tuple[SetPlace, SetScore]]:
    if len(gold) not in {1, 2}:
        raise UsageError("--agreement compares two annotations: give two places, or one with a folder `second` in it")
    first, second = gold[0], gold[1] if len(gold) == 2 else gold[0] / SECOND
    base = texts or (first if first.is_dir() else first.parent)
    pair = load_gold([first], texts), load_gold([second], base)
    yield SetPlace(f"{first.name} and {second.name}", first), agreement.agreement(*pair)


Done = Sequence[tuple[SetPlace, SetScore, int | None]]


def _tell(done: Done, targets: Marks, format_: str, path: Path | None) -> None:
    text = _json(done) if format_ == "json" else "\n".join(_lines(done, targets))
    if path is not None:
        write_file(path, text + "\n")
    else:
        click.echo(text)


def _lines(done: Done, targets: Marks) -> Iterator[str]:
    for count, (place, scored, show) in enumerate(done):
        yield from [""] if count else []
        yield from report.lines(place, scored, targets)
        if show is not None:
            for line in errors.lines(errors.findings(scored), show, held_out=place.held_out):
                indent = len(line) - len(line.lstrip())
                yield " " * indent + plain(line)


def _json(done: Done) -> str:
    found: list[dict[str, Any]] = []
    for place, scored, show in done:
        whys = {}
        if show is not None:
            whys = {"errors": errors.as_json(errors.findings(scored), show, held_out=place.held_out)}
        found.append(report.as_json(place, scored) | whys)
    return json.dumps({"sets": found}, ensure_ascii=False, indent=2)
