"""Totals by pair: year, importer, exporter and the value in US dollars, all products; CSV or Parquet.

Each row becomes the importer's `imports` from the exporter. Everything is done in columns: the 780,000 rows of half a
century take a few seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from tieline.model.errors import UnreadableInputError
from tieline.trade.cells import country_code, number
from tieline.trade.columns import import_totals
from tieline.trade.copies import copied_years
from tieline.trade.files import Opened
from tieline.trade.loading import Problem, lines_in_words

REQUIRED = ("year", "importer", "exporter", "value_usd")
BATCH_ROWS = 200_000
"""Rows of one table that is handed on."""


def read_pair_totals(
    opened: Opened,
    problems: list[Problem],
    notes: list[str],
    *,
    dataset: str | None = None,
    vintage: str | None = None,
) -> Iterator[pa.Table]:
    """Read a file of totals as tables with the schema of the ledger's flows.

    Rows with an unknown country, a bad year or a bad value are left out and go to `problems`, many of a kind as one.
    A year that repeats another year of the file to the last dollar is flagged `suspected-copy`.

    Args:
        opened: The file, with its header known to fit.
        problems: Where the rows left out are noted.
        notes: Where years that repeat another year are noted.
        dataset: The name in the ledger; the file's name without its ending by default.
        vintage: The day of release, ISO; not known by default.
    """
    table = _columns(opened, problems)
    codes: dict[str, str] = {}
    keep = _known_countries(table, codes, opened.name, problems)
    table = table.append_column("_year", _checked(table, "year", _year, opened.name, problems))
    table = table.append_column("_value", _checked(table, "value_usd", _value, opened.name, problems))
    keep = pc.and_(keep, pc.and_(table["_year"].is_valid(), table["_value"].is_valid()))
    table = table.filter(keep)
    for name in ("importer", "exporter"):
        table = table.set_column(table.column_names.index(name), name, _mapped(table[name], codes))
    copies = copied_years(table.select(["_year", "importer", "exporter", "_value"]))
    for year, original in sorted(copies.items()):
        notes.append(
            f"{year} repeats {original} to the last dollar; its rows are flagged suspected-copy and decide nothing"
        )
    for start in range(0, table.num_rows, BATCH_ROWS):
        part = table.slice(start, BATCH_ROWS)
        yield import_totals(part, dataset or opened.stem, vintage or "", opened.name, copies)


def _columns(opened: Opened, problems: list[Problem]) -> pa.Table:
    """Give the four columns as strings, and `_line`, the line in the file."""
    try:
        if opened.text is None:
            table = pq.read_table(opened.path)
            table = table.rename_columns([name.strip().casefold() for name in table.column_names]).select(
                list(REQUIRED)
            )
            lines = pa.array(range(1, table.num_rows + 1), pa.int64())
        else:
            table, lines = _csv_columns(opened, problems)
        columns = [pc.utf8_trim_whitespace(table[name].cast(pa.string())).combine_chunks() for name in REQUIRED]
    except (pa.ArrowException, OSError) as error:
        raise UnreadableInputError(f"{opened.name} can't be read: {error}") from error
    columns = [pc.fill_null(column, "") for column in columns]
    whole = pa.table([*columns, lines], names=[*REQUIRED, "_line"])
    return whole.filter(pc.greater(pc.binary_length(pc.binary_join_element_wise(*columns, "")), 0))  # blank lines


def _csv_columns(opened: Opened, problems: list[Problem]) -> tuple[pa.Table, pa.Array]:
    skipped: list[int] = []

    def skip(row: pa_csv.InvalidRow) -> str:
        if row.text.strip():
            reason = f"{row.actual_columns} cells where the header has {row.expected_columns}"
            problems.append(Problem(opened.name, row.number, reason))
        skipped.append(row.number)
        return "skip"

    table = pa_csv.read_csv(
        pa.BufferReader((opened.text or "").encode()),
        read_options=pa_csv.ReadOptions(use_threads=False, column_names=list(opened.columns), skip_rows=1),
        parse_options=pa_csv.ParseOptions(
            delimiter=opened.delimiter, ignore_empty_lines=False, invalid_row_handler=skip
        ),
        convert_options=pa_csv.ConvertOptions(
            include_columns=list(REQUIRED),
            column_types=dict.fromkeys(REQUIRED, pa.string()),
            strings_can_be_null=False,  # "NA" is Namibia
        ),
    )
    wrong = set(skipped)
    lines = (line for line in range(2, table.num_rows + len(wrong) + 2) if line not in wrong)
    return table, pa.array(lines, pa.int64())


def _known_countries(
    table: pa.Table, codes: dict[str, str], file: str, problems: list[Problem]
) -> pa.ChunkedArray | pa.Array:
    """Fill `codes` with what each code means; tell which rows have two known countries that differ."""
    unknown: dict[str, str] = {}
    for column in ("importer", "exporter"):
        for text in pc.unique(table[column]).to_pylist():
            try:
                codes[text] = country_code(text)
            except ValueError as error:
                unknown[text] = str(error)
    for text, reason in sorted(unknown.items()):
        rows = pc.or_(pc.equal(table["importer"], text), pc.equal(table["exporter"], text))
        problems.append(_problem(table, rows, reason, file))
    known = pa.array(sorted(codes), pa.string())
    keep = pc.and_(pc.is_in(table["importer"], known), pc.is_in(table["exporter"], known))
    same = pc.and_(keep, pc.equal(_mapped(table["importer"], codes), _mapped(table["exporter"], codes)))
    if pc.any(same).as_py():
        problems.append(_problem(table, same, "importer and exporter are the same country", file))
    return pc.and_(keep, pc.invert(pc.fill_null(same, fill_value=False)))


def _problem(table: pa.Table, rows: pa.ChunkedArray, reason: str, file: str) -> Problem:
    lines = table["_line"].filter(rows).to_pylist()
    count = "1 row left out" if len(lines) == 1 else f"{len(lines)} rows left out"
    return Problem(file, lines[0], f"{reason}: {count} ({lines_in_words(lines)})")


def _mapped(column: pa.ChunkedArray, mapping: dict[str, str]) -> pa.Array:
    coded = (
        column.combine_chunks().dictionary_encode()
        if isinstance(column, pa.ChunkedArray)
        else column.dictionary_encode()
    )
    targets = pa.array([mapping.get(text) for text in coded.dictionary.to_pylist()], pa.string())
    return targets.take(coded.indices)


def _checked(
    table: pa.Table, column: str, read: Callable[[str], float], file: str, problems: list[Problem]
) -> pa.Array:
    """Turn a column of strings into numbers; what is none becomes null and a problem."""
    try:
        fast = table[column].cast(pa.float64()).combine_chunks()
        if not pc.any(pc.invert(pc.is_finite(fast))).as_py() and pc.min(fast).as_py() is not None:
            low, high = pc.min(fast).as_py(), pc.max(fast).as_py()
            read(repr(low)), read(repr(high))
            if read is not _year or pc.all(pc.equal(fast, pc.floor(fast))).as_py():
                return fast
    except (pa.ArrowInvalid, ValueError):
        pass
    values: dict[str, float | None] = {}
    reasons: dict[str, list[str]] = {}
    for text in pc.unique(table[column]).to_pylist():
        try:
            values[text] = read(text)
        except ValueError as error:
            values[text] = None
            reasons.setdefault(f"{column}: {error}" if not str(error).startswith(column) else str(error), []).append(
                text
            )
    for reason, texts in reasons.items():
        problems.append(_problem(table, pc.is_in(table[column], pa.array(texts, pa.string())), reason, file))
    coded = table[column].combine_chunks().dictionary_encode()
    numbers = pa.array([values[text] for text in coded.dictionary.to_pylist()], pa.float64())
    return numbers.take(coded.indices)


def _year(text: str) -> float:
    value = number(text)
    if value is None or not value.is_integer() or not 1000 <= value <= 9999:
        raise ValueError(f"year {text!r}; allowed is a year of four digits")
    return value


def _value(text: str) -> float:
    value = number(text)
    if value is None:
        raise ValueError("no value in the cell")
    if value < 0:
        raise ValueError("a negative value; imports are zero or more")
    return value
