"""Statistics files into the ledger: each file of an archive or a folder whole, or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any

from tieline.model.documents import content_hash
from tieline.model.errors import UnknownLayoutError, UnreadableInputError
from tieline.model.money import ISO_4217
from tieline.read.pages.intake import Unreadable
from tieline.workspace.frame_files import file_of
from tieline.workspace.inputs import STDIN
from tieline.workspace.ledger_results import Loaded
from tieline.workspace.loading_acts import load_events

if TYPE_CHECKING:
    import pyarrow as pa

    from tieline.ledger import Ledger, Mark
    from tieline.trade import MappingFile, Member, Opening
    from tieline.trade.files.sheets import Sheet
    from tieline.trade.loading.references import Reference

_PAPERS = (".txt", ".pdf", ".md", ".html", ".htm", ".docx", ".rtf")
"""Endings of files that lie beside tables and are none."""


def load_files(
    ledger: Ledger,
    file: str | os.PathLike[str] | Any,
    *,
    layout: str | None,
    mapping: MappingFile | None,
    dataset: str | None,
    vintage: str | None,
    tick: Callable[[int], object],
) -> list[Loaded | Unreadable]:
    """Load what a path stands for: a file, the files of an archive or a folder; or a frame. One that is none of ours comes back with its reason."""
    from tieline.trade import members  # noqa: PLC0415

    named = f"{dataset or 'frame'}"
    name = named if not _is_path(file) else STDIN if os.fspath(file) == "-" else os.fspath(file)
    with _as_path(file, named) as path:
        try:
            ledger.flow_loads.clear()
            found = members(path)
        except UnreadableInputError as error:
            return [Unreadable(name, _without(str(error), path, path.name))]
        alone = len(found) == 1 and found[0].inner is None and not path.is_dir()
        loaded = []
        for member in found:
            shown = name if alone else f"{name.rpartition('/')[0]}/{member.name}".lstrip("/") if member.inner else os.fspath(member.path)  # fmt: skip
            loaded.append(
                _load_member(
                    ledger, member, shown, layout=layout, mapping=mapping, dataset=dataset, vintage=vintage, tick=tick, alone=alone
                )
            )  # fmt: skip
        return loaded


def _load_member(
    ledger: Ledger,
    member: Member,
    name: str,
    *,
    layout: str | None,
    mapping: MappingFile | None,
    dataset: str | None,
    vintage: str | None,
    tick: Callable[[int], object],
    alone: bool,
) -> Loaded | Unreadable:
    from tieline.ties.layouts import layout_named  # noqa: PLC0415
    from tieline.ties.reading import event_layout  # noqa: PLC0415
    from tieline.trade import look, reference_of  # noqa: PLC0415

    try:
        events = layout_named(layout) if layout else None if mapping else event_layout(member)
        if events:
            return load_events(ledger, member, events, name, dataset=dataset, vintage=vintage, tick=tick)
        sheet = look(member)
        reference = None if mapping or layout else reference_of(sheet)
        if reference:
            return _load_reference(ledger, sheet, reference, name, tick)
        opening = _opened(member, sheet, layout=layout, mapping=mapping, dataset=dataset, vintage=vintage)
        if opening.plan is None:
            return _load_figures(ledger, opening, name, tick)
        return _load_staged(ledger, opening, name, tick)
    except UnreadableInputError as error:
        reason = _without(str(error), member.path, member.name)
        if not alone and name.casefold().endswith(_PAPERS):
            return Loaded(name, "paper", None, 0, 0, (), ("no table: passed over",))
        return Unreadable(name, reason)


def _opened(member: Member, sheet: Sheet, **asked: Any) -> Opening:
    """The file by its layout of figures; a refusal names the layouts of events and ties too."""
    from tieline.ties.headings import no_event_file  # noqa: PLC0415
    from tieline.trade import open_member  # noqa: PLC0415

    try:
        return open_member(member, **asked)
    except UnknownLayoutError as error:
        if asked["layout"] or asked["mapping"]:
            raise
        told = no_event_file(sheet.given)
        if told.is_of_events:  # no table of trade has that
            raise UnreadableInputError(f"has no layout that is known. {told.words}") from error
        parts = (told.words, str(error)) if told.is_near else (str(error), told.words)
        raise UnreadableInputError(". ".join(parts)) from error


def _held(rows: int, *, twice: bool) -> str:
    """Why rows of a file added nothing."""
    here = ", or they stand twice in this one" if twice else ""
    return f"{rows:,} row{'' if rows == 1 else 's'} added nothing: the ledger holds the same figures from another file{here}"


def refused(file: Any, *, layout: str | None, mapping: MappingFile | None, dataset: str | None, vintage: str | None) -> Unreadable | None:  # fmt: skip
    """A file that is no table of ours at first sight, with the reason; nothing is recorded. None for all that may be one, and for what is read only once."""
    from tieline.ties.layouts import layout_named  # noqa: PLC0415
    from tieline.ties.reading import event_layout  # noqa: PLC0415
    from tieline.trade import look, members, reference_of  # noqa: PLC0415

    if not _is_path(file) or os.fspath(file) == "-":
        return None
    path = Path(file)
    try:
        (member, *more) = members(path)
        if (
            more
            or member.inner
            or path.is_dir()
            or (layout and layout_named(layout))
            or (not mapping and event_layout(member))
        ):
            return None
        sheet = look(member)
        if mapping or layout or not reference_of(sheet):
            _opened(member, sheet, layout=layout, mapping=mapping, dataset=dataset, vintage=vintage)
    except UnreadableInputError as error:
        return Unreadable(os.fspath(file), _without(str(error), path, path.name))
    return None


def _load_staged(ledger: Ledger, opening: Opening, name: str, tick: Callable[[int], object]) -> Loaded:
    """Write the file's flows beside the table and commit them; what was loaded before is only told."""
    from tieline.ledger import Load  # noqa: PLC0415
    from tieline.trade.figures.marking import doubts_in_words, told_before  # noqa: PLC0415

    loads = ledger.flow_loads
    dataset, vintage = opening.dataset or "", opening.vintage or ""
    before = ledger.load(opening.load_id)
    if before is not None and (loads.has(opening.load_id) or not before.new_rows):
        note = "was loaded before; nothing was added"
        return Loaded(name, opening.layout, opening.dataset, before.rows, 0, before.problems, (*before.notes, note))
    committed = loads.has(opening.load_id)  # and its note was not written: it was killed between the two
    known = {
        period: print_ for load in ledger.loads(dataset=dataset, vintage=vintage) for period, print_ in load.prints.items()
    }  # fmt: skip
    staged = opening.stage(loads.folder, time.time_ns() // 1000, tick, known)
    try:
        new = 0
        if staged.files:
            marked: list[Mark] = []

            def mark(files: Sequence[Path]) -> None:
                known = told_before(ledger, dataset)
                found = opening.marks(files, ledger)
                ledger.add_marks(found)
                marked.extend(each for each in found if each.told not in known)

            new = loads.add(staged.files, load_id=opening.load_id, dataset=dataset, vintage=vintage, before=mark)
            staged.notes += doubts_in_words(marked, dataset)
            loads.index(dataset, vintage)
        if 0 < new < staged.rows and not committed:
            staged.notes.append(_held(staged.rows - new, twice=staged.repeated > 0))
        if not new:
            staged.discard()
    except BaseException:
        if not loads.has(opening.load_id):
            staged.discard()
        raise
    problems = tuple(_without(str(problem), opening.sheet.member.path, opening.name) for problem in staged.problems)
    periods = sorted(staged.prints)
    load = Load(
        load_id=opening.load_id,
        file=opening.name,
        sha256=opening.sha256,
        layout=opening.layout,
        dataset=opening.dataset,
        vintage=vintage,
        rows=staged.rows,
        new_rows=staged.rows if committed else new,
        left_out=staged.left_out,
        first_period=periods[0] if periods else None,
        last_period=periods[-1] if periods else None,
        problems=problems[:1000],
        notes=tuple(staged.notes),
        prints=staged.prints,
    )
    ledger.add_load(load)
    return Loaded(name, opening.layout, opening.dataset, staged.rows, new, problems, tuple(staged.notes))


def _load_reference(
    ledger: Ledger, sheet: Sheet, reference: Reference, name: str, tick: Callable[[int], object]
) -> Loaded:
    from tieline.trade import read_reference  # noqa: PLC0415

    problems: list[str] = []
    count, table = read_reference(sheet, reference, problems)
    new = ledger.add_references(reference.table, table) if reference.table and table is not None else 0
    tick(count)
    kept = f"kept in the table `{reference.table}`" if reference.table else "all known; nothing to keep"
    return Loaded(name, "table", None, count, new, tuple(problems[:100]), (f"{reference.name}: {kept}",))


def _load_figures(ledger: Ledger, opening: Opening, name: str, tick: Callable[[int], object]) -> Loaded:
    from tieline.ledger import write_staged  # noqa: PLC0415
    from tieline.trade import Problem  # noqa: PLC0415
    from tieline.trade.files.result import no_rate_notes  # noqa: PLC0415
    from tieline.trade.layouts.figures import unread  # noqa: PLC0415

    problems: list[Problem] = []
    loads = ledger.flow_loads
    rows = new = 0
    unpriced: Counter[tuple[str, str]] = Counter()
    for (dataset, vintage), table in opening.figures_tables(problems).items():
        load_id = f"{opening.load_id}-{content_hash(dataset, vintage)[:8]}"
        staged = write_staged(table, loads.folder, load_id=load_id, recorded=time.time_ns() // 1000)
        try:
            added = loads.add([staged], load_id=load_id, dataset=dataset, vintage=vintage)
        except BaseException:
            staged.path.unlink(missing_ok=True)
            raise
        if not added:
            staged.path.unlink(missing_ok=True)
        rows, new = rows + table.num_rows, new + added
        unpriced.update(_no_dollars(table))
        tick(table.num_rows)
    told = tuple(_without(str(problem), opening.sheet.member.path, opening.name) for problem in problems)
    named = opening.dataset or (
        None if "dataset" in opening.sheet.columns else opening.sheet.member.own_name.split(".")[0]
    )
    notes = no_rate_notes(unpriced)
    if passed := unread(opening.headings):
        notes.append(f"columns that this layout does not know were not read: {', '.join(passed)}")
    return Loaded(name, opening.layout, named, rows, new, told, tuple(notes))


def _no_dollars(table: pa.Table) -> Iterator[tuple[str, str]]:
    """Currency and year of each published figure that is money of another currency."""
    for unit, period, value, usd in zip(
        *(table[name].to_pylist() for name in ("unit", "period", "value", "value_usd")), strict=True
    ):
        if value is not None and usd is None and unit in ISO_4217:
            yield unit, period[:4]


def _without(message: str, path: Path, name: str) -> str:
    """A message without the file's name, which stands before it already."""
    for known in (name, f"{path}"):
        if known and message.startswith(known):
            return message[len(known) :].lstrip(",: ")
    return message


def _is_path(file: Any) -> bool:
    return isinstance(file, str | os.PathLike)


@contextmanager
def _as_path(file: str | os.PathLike[str] | Any, named: str) -> Iterator[Path]:
    """Standard input as a file with the right ending, since Parquet is read from its end; a frame as one of its name."""
    if not _is_path(file):
        with file_of(file, named) as path:
            yield path
        return
    if os.fspath(file) != "-":
        yield Path(file)
        return
    head = sys.stdin.buffer.read(4)
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        path = Path(folder) / ("stdin.parquet" if head == b"PAR1" else "stdin.csv")
        with path.open("wb") as copy:
            copy.write(head)
            copyfileobj(sys.stdin.buffer, copy)
        yield path
