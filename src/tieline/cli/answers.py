"""An answer about trade printed in any format, with the rows and queries behind it on request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Group

from tieline.cli.messages import Messages
from tieline.cli.output import Shape, emit, output_of
from tieline.cli.tie_evidence import acts_behind_view, contexts_view
from tieline.cli.trade_views import evidence_view
from tieline.model.errors import UsageError
from tieline.workspace import Found, MirrorReport
from tieline.workspace.found import MOST_ROWS

R = TypeVar("R", bound=Found[Any])
_EXPLAINED = ("table", "json", "jsonl", "xlsx")
_SHOWN = 40


def shape_of(kind: type[R], title: str, view: Callable[[list[R]], Any]) -> Shape[R]:
    """How an answer of this kind looks."""
    return Shape(
        objects=lambda found: found.objects(),
        rows=lambda found: found.rows(),
        columns=tuple(kind.columns),
        view=view,
        title=title,
        sheets=_sheets,
    )


def _sheets(found: list[Any]) -> dict[str, list[dict[str, Any]]]:
    """The sources on a sheet of their own, the query where there is one, and both countries' figures where they were asked for."""
    queries = [{"sql": sql} for sql in found[0].sql]
    pairs = {"Mirror": found[0].pairs()} if isinstance(found[0], MirrorReport) else {}
    return pairs | {"Sources": found[0].source_rows()} | ({"Query": queries} if queries else {})


def answer(ask: Callable[[], R], shape: Shape[R], format_: str | None, path: Path | None, explain: bool) -> None:
    """Ask and print; what can't be written is told before the work."""
    output = output_of(format_, path)
    if explain and output.format not in _EXPLAINED:
        raise UsageError(f"--explain goes with --format {', '.join(_EXPLAINED)}")
    found = ask()
    messages = Messages()
    for note in found.notes:
        messages.note(note)
    shown = Counter[str]()
    emit([found], _explained(shape, shown) if explain else shape, output)
    if shown["rows"] >= MOST_ROWS:
        messages.note(f"only the first {MOST_ROWS:,} rows behind are given; the query gives all")


def _explained(shape: Shape[R], shown: Counter[str]) -> Shape[R]:
    """The same with the rows behind, which are counted: below a table, in each JSON object, on a sheet of a workbook."""

    def objects(found: R) -> list[dict[str, Any]]:
        rows = found.evidence()
        shown["rows"] = len(rows)
        return [
            said
            | {"rows": (mine := found.rows_of(line, rows)), "sql": list(found.sql_of(line))}
            | found.more_behind(at, mine)
            for at, (said, line) in enumerate(zip(found.objects(), found, strict=True))
        ]

    def sheets(found: list[R]) -> Mapping[str, Any]:
        more = shape.sheets(found) if shape.sheets else {}
        return {**more, "Rows": counted(found[0].evidence_as_it_comes())}

    def counted(rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            shown["rows"] += 1
            yield row

    def view(found: list[R]) -> Any:
        rows = found[0].evidence()
        shown["rows"] = len(rows)
        behind = acts_behind_view if rows and "act" in rows[0] else evidence_view
        more = [(line, found[0].more_behind(at, found[0].rows_of(line, rows))) for at, line in enumerate(found[0])]
        return Group(shape.view(found), contexts_view(more), behind(found[0].sql, rows, _SHOWN))

    return replace(shape, objects=objects, sheets=sheets, view=view)
