"""The rows of a file, some tens of thousands at a time: cells as text, numbers as numbers, each with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from tieline.model.errors import UnreadableInputError
from tieline.trade.files.members import Feed
from tieline.trade.files.sheets import Sheet, records

ABSENT = ("", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None", "..", "...")
"""What stands for no number in a cell of numbers. In a cell of text "NA" is Namibia."""
_BLOCK = 4 << 20
_ROWS = 50_000
_CODED = pa.dictionary(pa.int32(), pa.string())
Lines = npt.NDArray[np.int64]


class Otherwise(Exception):  # noqa: N818 (it is no error)
    """The file must be read another way, from its start."""


@dataclass(frozen=True, slots=True)
class Way:
    """How to read.

    Attributes:
        typed: Numbers by the CSV reader; else by ourselves.
        careful: Cell by cell, with exact lines.
        charset: Not the one that the first look found.
        commas: The columns of numbers in which a cell has a decimal comma beyond doubt.
        mixed: Those in which others have a decimal point: what can be read in two ways is refused there.
    """

    typed: bool = True
    careful: bool = False
    charset: str | None = None
    commas: frozenset[str] = frozenset()
    mixed: frozenset[str] = frozenset()


@dataclass(slots=True)
class Batch:
    """Rows: columns by their folded names (text coded, or numbers), and the line of each."""

    columns: dict[str, pa.Array]
    lines: Lines


@contextmanager
def batches(
    sheet: Sheet,
    texts: Sequence[str],
    numbers: Sequence[str],
    way: Way,
    wrong: Callable[[int, str], None],
) -> Iterator[Iterator[Batch]]:
    """The rows of a file.

    Args:
        sheet: The file.
        texts: The columns to give as text.
        numbers: The columns to give as numbers.
        way: How to read.
        wrong: Told the line and the reason of a row with too few or too many cells.

    Raises:
        Otherwise: the file must be read in another way; the rows given so far don't count.
        UnreadableInputError: it is damaged.
    """
    with sheet.member.open() as stream:
        feed = Feed(stream, way.charset or sheet.charset)
        if sheet.kind == "parquet":
            found = _parquet(sheet, feed, texts, numbers)
        elif sheet.kind == "json":
            found = _json(sheet, feed, texts, numbers)
        elif way.careful:
            found = _careful(sheet, feed, texts, numbers, wrong)
        else:
            found = _fast(sheet, feed, texts, numbers, way, wrong)
        yield found


def _fast(
    sheet: Sheet, feed: Feed, texts: Sequence[str], numbers: Sequence[str], way: Way, wrong: Callable[[int, str], None]
) -> Iterator[Batch]:
    skipped: list[int] = []

    def skip(row: pa_csv.InvalidRow) -> str:
        line = row.number
        skipped.append(line)
        if row.text.strip():
            wrong(line, _cells(row.actual_columns, row.expected_columns))
        return "skip"

    types: dict[str, pa.DataType] = dict.fromkeys(texts, _CODED)
    types |= dict.fromkeys(numbers, pa.float64() if way.typed else pa.string())
    line = sheet.skip + 1
    try:
        reader = pa_csv.open_csv(
            pa.PythonFile(feed, mode="r"),
            read_options=pa_csv.ReadOptions(
                use_threads=False, block_size=_BLOCK, column_names=list(sheet.columns), skip_rows=sheet.skip
            ),
            parse_options=pa_csv.ParseOptions(
                delimiter=sheet.delimiter, newlines_in_values=sheet.quoted, ignore_empty_lines=False,
                invalid_row_handler=skip,
            ),
            convert_options=pa_csv.ConvertOptions(
                include_columns=list(types), column_types=types, null_values=list(ABSENT), strings_can_be_null=False
            ),
        )  # fmt: skip
        for batch in reader:
            lines = np.arange(line, line + batch.num_rows + len(skipped), dtype=np.int64)
            if skipped:
                lines = lines[~np.isin(lines, skipped)]
                lines = lines[: batch.num_rows]
            line = int(lines[-1]) + 1 if len(lines) else line
            yield _without_blanks(Batch(dict(zip(batch.schema.names, batch.columns, strict=True)), lines))
    except pa.ArrowInvalid as error:
        if "UTF8" in str(error) and way.charset is None:
            raise Otherwise(replace(way, charset="cp1252")) from error
        if way.typed and "onversion" in str(error):
            raise Otherwise(replace(way, typed=False)) from error
        raise Otherwise(replace(way, typed=False, careful=True)) from error
    last = max([line - 1, *skipped])
    if skipped and feed.quoted and not sheet.quoted:
        raise Otherwise(replace(way, typed=False, careful=True))  # marks that the first look did not see
    if sheet.quoted and not last - 1 <= feed.lines <= last:
        raise Otherwise(replace(way, typed=False, careful=True))  # a cell holds a line end


def _without_blanks(batch: Batch) -> Batch:
    """Lines without anything come as rows of empty cells."""
    blank: npt.NDArray[np.bool_] | None = None
    for column in batch.columns.values():
        if pa.types.is_dictionary(column.type):
            empty = column.dictionary.index("").as_py()
            if empty < 0:
                return batch
            here = np.asarray(column.indices.to_numpy(zero_copy_only=False)) == empty
        else:
            empty_cells = pc.equal(column, "") if pa.types.is_string(column.type) else column.is_null()
            here = np.asarray(pc.fill_null(empty_cells, fill_value=True).to_numpy(zero_copy_only=False))
        blank = here if blank is None else blank & here
    if blank is None or not blank.any():
        return batch
    keep = pa.array(~blank)
    return Batch({name: column.filter(keep) for name, column in batch.columns.items()}, batch.lines[~blank])


def _careful(
    sheet: Sheet, feed: Feed, texts: Sequence[str], numbers: Sequence[str], wrong: Callable[[int, str], None]
) -> Iterator[Batch]:
    csv.field_size_limit(1 << 24)
    text = io.TextIOWrapper(io.BufferedReader(_Utf8(feed)), "utf-8-sig", errors="replace", newline="")
    rows = csv.reader(text, delimiter=sheet.delimiter)
    names = [name for name in sheet.columns if name in {*texts, *numbers}]
    places = [sheet.columns.index(name) for name in names]
    kept: list[list[str]] = []
    lines: list[int] = []
    before = 0
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            wrong(rows.line_num, f"the row can't be parted into columns: {error}")
            before = rows.line_num
            continue
        line, before = before + 1, rows.line_num
        if cells is not None and line <= sheet.skip:
            continue
        if cells is None or len(kept) == _ROWS:
            if kept:
                coded = [pa.array(column, pa.string()).dictionary_encode() for column in zip(*kept, strict=True)]
                plain = [pa.array(column, pa.string()) for column in zip(*kept, strict=True)]
                chosen = (plain[at] if name in numbers else coded[at] for at, name in enumerate(names))
                yield Batch(dict(zip(names, chosen, strict=True)), np.array(lines, np.int64))
            kept, lines = [], []
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(sheet.columns) and (
            len(cells) < len(sheet.columns) or any(cell.strip() for cell in cells[len(sheet.columns) :])
        ):
            wrong(line, _cells(len(cells), len(sheet.columns)))
            continue
        kept.append([cells[place] for place in places])
        lines.append(line)


def _parquet(sheet: Sheet, feed: Feed, texts: Sequence[str], numbers: Sequence[str]) -> Iterator[Batch]:
    source = sheet.member.path if sheet.member.inner is None else pa.BufferReader(feed.read())
    given = dict(zip(sheet.columns, sheet.given, strict=True))
    wanted = [*texts, *numbers]
    line = 1
    try:
        for batch in pq.ParquetFile(source).iter_batches(_ROWS * 4, columns=[given[name] for name in wanted]):
            columns = {}
            for name in wanted:
                column = batch.column(given[name])
                if name in numbers:
                    columns[name] = column if pa.types.is_string(column.type) else column.cast(pa.float64())
                else:
                    columns[name] = column.cast(pa.string()).fill_null("").dictionary_encode()
            yield Batch(columns, np.arange(line, line + batch.num_rows, dtype=np.int64))
            line += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise UnreadableInputError(f"{sheet.member.name} is a damaged Parquet file: {error}") from error


def _json(sheet: Sheet, feed: Feed, texts: Sequence[str], numbers: Sequence[str]) -> Iterator[Batch]:
    rows = records(sheet.member, feed.read())
    for start in range(0, len(rows), _ROWS):
        part = rows[start : start + _ROWS]
        columns: dict[str, pa.Array] = {
            name: pa.array([_text(row.get(name)) for row in part], pa.string()).dictionary_encode() for name in texts
        }
        columns |= {name: pa.array([_text(row.get(name)) for row in part], pa.string()) for name in numbers}
        yield Batch(columns, np.arange(start + 1, start + 1 + len(part), dtype=np.int64))


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value) if not isinstance(value, float) or not value.is_integer() else str(int(value))


def _cells(found: int, wanted: int) -> str:
    return f"{found} cells where the header has {wanted}; a delimiter inside a cell needs quotation marks round it"


class _Utf8(io.RawIOBase):
    """A feed as a raw stream of UTF-8."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._feed.read(len(buffer) // 4 or 1)
        buffer[: len(data)] = data
        return len(data)
