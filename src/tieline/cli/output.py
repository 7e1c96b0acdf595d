"""Results to standard output or a file, in the format asked for, as they come."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tieline.model import lazy_re as re
from tieline.model.errors import LedgerError, UsageError
from tieline.report.tables import csv_lines, html_table, json_array, json_lines, markdown_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

T = TypeVar("T")
FORMATS = ("table", "json", "jsonl", "csv", "md", "html", "xlsx")
ENDINGS = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".md": "md", ".html": "html",
    ".htm": "html", ".txt": "table", ".xlsx": "xlsx",
}  # fmt: skip
_FILE_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Output:
    """Where the results go (None: standard output) and in which of FORMATS."""

    format: str
    path: Path | None = None

    @property
    def on_terminal(self) -> bool:
        """The results are shown to a person as they come."""
        return self.path is None and sys.stdout.isatty()


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How the items of a command look: as JSON objects, as flat rows, and in a terminal.

    `single` says that there is one object only, which is printed as such, not in an array; `page` makes a whole HTML
    page of an item, where a table is not enough; `told` are the columns of a Markdown table, which is for people, where
    all would be too many; `sheets` gives a workbook's further sheets (the sources) with their rows.
    """

    objects: Callable[[T], Iterable[Any]]
    rows: Callable[[T], Iterable[Mapping[str, Any]]]
    columns: Sequence[str]
    view: Callable[[list[T]], RenderableType]
    title: str = "tieline"
    single: bool = False
    page: Callable[[T], str] | None = None
    told: Sequence[str] = ()
    sheets: Callable[[list[T]], Mapping[str, Sequence[Mapping[str, Any]]]] | None = None


def output_of(given: str | None, path: Path | None) -> Output:
    """Choose the format: as given, else by the file's ending, else a table on a terminal and JSON Lines in a pipe."""
    if given is None and path is None:
        return Output("table" if sys.stdout.isatty() else "jsonl")
    if path is not None:
        _refuse_place(path)
    if given is not None:
        if given == "xlsx" and path is None and sys.stdout.isatty():
            raise UsageError("a workbook can't be shown in a terminal; name a file with -o")
        return Output(given, path)
    ending = path.suffix.lower() if path else ""
    if ending not in ENDINGS:
        raise UsageError(
            f"{path}: no format goes with this ending; use {', '.join(ENDINGS)}, or name one with --format"
        )
    return Output(ENDINGS[ending], path)


def _refuse_place(path: Path) -> None:
    """Tell before the work, not after it, that a file can't be written."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file with -o")
    near = next((p for p in path.absolute().parents if p.exists()), Path("/"))
    if not near.is_dir() or not os.access(near, os.W_OK):
        raise UsageError(f"{path} can't be written: no permission for {near}, or it is no folder")


def emit(items: Iterable[T], shape: Shape[T], output: Output) -> None:
    """Write the items; all but a table and a page are written as they come."""
    if output.format == "xlsx":
        _write_workbook(items, shape, output.path)
        return
    with _writer(output.path) as write:
        for text in _texts(items, shape, output):
            write(text)


def _texts(items: Iterable[T], shape: Shape[T], output: Output) -> Iterator[str]:
    if output.format == "table":
        yield _table(shape.view(list(items)), output)
        return
    if output.format in {"json", "jsonl"}:
        objects = (value for item in items for value in shape.objects(item))
        array = output.format == "json" and not shape.single
        yield from json_array(objects) if array else json_lines(objects)
        return
    if output.format == "html" and shape.page is not None:
        yield from map(shape.page, items)
        return
    rows = (row for item in items for row in shape.rows(item))
    if output.format == "csv":
        yield from csv_lines(rows, shape.columns)
    elif output.format == "md":
        yield from markdown_lines(rows, shape.told or shape.columns)
    else:
        yield page(html_table(rows, shape.columns), shape.title)


def _write_workbook(items: Iterable[T], shape: Shape[T], path: Path | None) -> None:
    from tieline.report.workbook import write_workbook  # noqa: PLC0415

    given = list(items)
    rows = (row for item in given for row in shape.rows(item))
    sheets = {shape.title: rows, **(shape.sheets(given) if shape.sheets else {})}
    columns = {shape.title: shape.columns}
    if path is None:
        sys.stdout.flush()
        with tempfile.TemporaryFile() as file:
            write_workbook(file, sheets, columns)
            file.seek(0)
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with _whole(path) as name, Path(name).open("wb") as file:
        write_workbook(file, sheets, columns)


def _table(view: RenderableType, output: Output) -> str:
    from rich.console import Console  # noqa: PLC0415

    plain = output.path is not None
    target = Console(width=_FILE_WIDTH if plain else None, color_system=None) if plain else Console()
    with target.capture() as captured:
        target.print(view)
    return re.sub(r" +$", "", captured.get(), flags=re.MULTILINE)


def page(body: str, title: str) -> str:
    """A small HTML page round a table."""
    style = (
        "body{font:16px/1.45 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
        "td,th{border-bottom:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body>\n{body}\n</body></html>\n"
    )


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    with _writer(path) as write:
        write(text)


def write_bytes(path: Path, content: bytes) -> None:
    """The same of what is no text."""
    with _whole(path) as name:
        Path(name).write_bytes(content)


@contextmanager
def _writer(path: Path | None) -> Iterator[Callable[[str], object]]:
    if path is None:
        yield _to_stdout
        return
    with _whole(path) as name, Path(name).open("w", encoding="utf-8", errors="replace", newline="") as file:
        yield file.write


@contextmanager
def _whole(path: Path) -> Iterator[str]:
    """The name of a file to write, which takes the place of `path` when it is written whole."""
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        os.close(handle)
        yield name
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise LedgerError(f"{path} can't be written: {error.strerror or error}; what was recorded stays") from error
    finally:
        if name:
            Path(name).unlink(missing_ok=True)


def _to_stdout(text: str) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
