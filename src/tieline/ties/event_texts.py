"""A file of events as one table of texts, `texts`, in a DuckDB on the disk: the common names of `layouts`, and the line.

Nothing is held whole in memory. What can't be parted into columns, or is no record, is a problem with its line.
"""

from __future__ import annotations

import itertools
import json
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa

from tieline.ledger import sql_literal
from tieline.model import lazy_re as re
from tieline.model.errors import UnreadableInputError
from tieline.ties.headings import delimiter_of, split_heading
from tieline.ties.layouts import EventLayout
from tieline.trade.files.members import Member

if TYPE_CHECKING:
    import duckdb

_NAMES = (
    "day",
    "source",
    "target",
    "source_actor",
    "target_actor",
    "cameo",
    "plover",
    "mode",
    "goldstein",
    "number",
    "place",
    "url",
)
_HEAD = 64 * 1024
_MOST = 20
_MEMORY = "400MB"
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Texts:
    """What was noticed of a file's texts.

    Attributes:
        problems: What is wrong with its lines.
        lacking: Which columns of the layout it lacks.
        recoded: How many of its lines are not UTF-8.
    """

    problems: list[str]
    lacking: list[str]
    recoded: int


@contextmanager
def event_texts(
    member: Member, layout: EventLayout, folder: Path | None = None
) -> Iterator[tuple[duckdb.DuckDBPyConnection, Texts]]:
    """An engine with the table `texts` of a file, and what was noticed of it.

    Args:
        member: The file.
        layout: Its layout.
        folder: Where the file lies uncompressed meanwhile; by default where the system keeps temporary files.

    Raises:
        UnreadableInputError: the file is damaged, or can't be read in this layout; also while the engine is asked.
    """
    import duckdb  # noqa: PLC0415

    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tieline-", dir=folder) as name:
        path = Path(name) / "events.txt"
        head, recoded = _copied(member, path)
        with duckdb.connect(Path(name) / "events.duckdb") as engine:
            engine.execute("SET enable_progress_bar = false")  # it would write into what the caller prints
            engine.execute(f"SET memory_limit = '{_MEMORY}'")
            engine.execute(f"SET temp_directory = {sql_literal(str(path.parent))}")
            try:
                lacking = layout.lacking(split_heading(head))
                problems = _texts(engine, path, head, layout, lacking)
                path.unlink()
                yield engine, Texts(problems, list(lacking.values()), recoded)
            except duckdb.Error as error:
                raise UnreadableInputError(
                    f"{member.name} can't be read as {layout.name} ({layout.about}): {str(error).splitlines()[0]}"
                ) from error


def _copied(member: Member, path: Path) -> tuple[str, int]:
    """Write the file uncompressed, as UTF-8; give its first line, and how many lines were not."""
    recoded = 0
    with member.open() as stream, path.open("wb") as copy:
        for part in _lines_of(stream):
            try:
                part.decode()
                copy.write(part)
            except UnicodeDecodeError:
                for line in part.splitlines(keepends=True):
                    text, known = _utf8(line)
                    copy.write(text)
                    recoded += not known
    with path.open("rb") as again:
        return again.readline(_HEAD).decode("utf-8", "replace"), recoded


def _lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Parts of a file that end with a line."""
    rest = b""
    while part := stream.read(1 << 20):
        whole, mark, rest = (rest + part).rpartition(b"\n")
        yield whole + mark
    yield rest


def _utf8(line: bytes) -> tuple[bytes, bool]:
    """A line as UTF-8, and whether it was: else it is read as Windows-1252, which programs that read POLECAT's files take them for."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").encode(), False
    return line, True


def _texts(
    engine: duckdb.DuckDBPyConnection, path: Path, head: str, layout: EventLayout, lacking: Collection[str]
) -> list[str]:
    """The table `texts`: the common names, all as text, and the line. What is given back are the lines that can't be read."""
    problems: list[str] = []
    beyond: list[str] = []
    if layout.name == "plover":
        engine.register("given", _records(path, problems))
        rows = "given"
    else:
        mark = delimiter_of(head).replace("\t", "\\t")
        quote = "" if mark == "\\t" else '"'
        cells = split_heading(head)
        names = [f"column{at:02d}" for at in range(len(cells))] if layout.columns else cells
        beyond = _beyond(layout, names)
        columns = ", ".join(f"'{name.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for name in _apart(names))
        rows = (
            f"read_csv({sql_literal(str(path))}, delim = '{mark}', quote = '{quote}', escape = '{quote}', header = {not layout.columns}, auto_detect = false, "
            f"columns = {{{columns}}}, store_rejects = true, encoding = 'utf-8', max_line_size = 4000000)"
        )
    fields = layout.fields | layout.counts | dict.fromkeys((*lacking, *beyond), "NULL")
    if layout.kind == "acts":
        fields = {name: fields.get(name, "NULL") for name in _NAMES}
    told = ", ".join(f'({sql})::VARCHAR AS "{name}"' for name, sql in fields.items())
    if layout.name == "plover":
        engine.execute(f"CREATE TABLE texts AS SELECT line, {told} FROM {rows}")
        return problems
    first = 1 if layout.columns else 2
    engine.execute(f"CREATE TABLE texts AS SELECT row_number() OVER () + {first - 1} AS line, {told} FROM {rows}")
    problems = _rejected(engine, first)
    if layout.several:
        _paired(engine)
    return problems


def _beyond(layout: EventLayout, names: Collection[str]) -> list[str]:
    """The fields of a layout without headings whose column is behind the last of a narrower file: old files of GDELT have no address.

    >>> from tieline.ties.layouts import layout_named
    >>> _beyond(layout_named("gdelt-1"), [f"column{at:02d}" for at in range(57)])
    ['url']
    """
    if not layout.columns:
        return []
    return [name for name, sql in layout.fields.items() if set(re.findall(r"column\d\d", sql)) - set(names)]


def _paired(engine: duckdb.DuckDBPyConnection) -> None:
    """A row for each country of the one side with each of the other; where the other side is empty, of the one among themselves."""
    engine.execute("""
        CREATE TABLE paired AS SELECT t.* REPLACE (trim(one) AS source, trim(other) AS target)
        FROM texts t, unnest(string_split_regex(coalesce(t.source, ''), '[;|]')) AS a(one),
            unnest(string_split_regex(CASE WHEN trim(coalesce(t.target, '')) IN ('', 'None', 'NA') THEN coalesce(t.source, '') ELSE t.target END, '[;|]')) AS b(other)""")
    engine.execute("DROP TABLE texts; ALTER TABLE paired RENAME TO texts")


def _rejected(engine: duckdb.DuckDBPyConnection, first: int) -> list[str]:
    """What is wrong with each line that was passed over; the lines of the others are put right."""
    engine.execute(f"""
        CREATE TABLE passed AS SELECT line, said, line - {first} - row_number() OVER (ORDER BY line) + 1 AS ahead
        FROM (SELECT line, min(lower(error_type::VARCHAR)) AS said FROM reject_errors GROUP BY line)""")
    rows = engine.execute("SELECT line, said FROM passed ORDER BY line").fetchall()
    if rows:
        engine.execute(f"""
            CREATE TABLE placed_texts AS SELECT t.* REPLACE (t.line + coalesce(p.before, 0) AS line)
            FROM texts t ASOF LEFT JOIN (SELECT ahead, count(*) OVER (ORDER BY ahead) AS before FROM passed) p
            ON t.line - {first} >= p.ahead""")
        engine.execute("DROP TABLE texts; ALTER TABLE placed_texts RENAME TO texts")
    told = [f"line {line}: {said}; the row is left out" for line, said in rows[:_MOST]]
    return told + (
        [f"{len(rows) - _MOST} more rows of too many or too few columns left out"] if len(rows) > _MOST else []
    )


def _apart(names: list[str]) -> list[str]:
    """Headings, made different where two are alike or one is empty."""
    seen: dict[str, int] = {}
    out = []
    for at, name in enumerate(names):
        plain = name or f"column{at}"
        seen[plain] = seen.get(plain, 0) + 1
        out.append(plain if seen[plain] == 1 else f"{plain}_{seen[plain]}")
    return out


def _records(path: Path, problems: list[str]) -> pa.RecordBatchReader:
    """PLOVER records: one row for each pair of actors. What is no record goes to `problems`."""
    names = ("date", "event", "mode", "id", "source_code", "source_text", "target_code", "target_text")
    schema = pa.schema([("line", pa.int64()), *((name, pa.string()) for name in names)])

    def batches() -> Iterator[pa.RecordBatch]:
        rows: list[dict[str, Any]] = []
        for line, text in _written(path):
            try:
                rows += [{"line": line} | row for row in _pairs(json.loads(text))]
            except (ValueError, RecursionError, AttributeError, TypeError):
                problems.append(
                    f"line {line}: {text[:40]!r} is no record (a JSON object with date, event, source, target); it is left out"
                )
            if len(rows) >= _BATCH:
                yield pa.RecordBatch.from_pylist(rows, schema)
                rows = []
        yield pa.RecordBatch.from_pylist(rows, schema)

    return pa.RecordBatchReader.from_batches(schema, batches())


def _written(path: Path) -> Iterator[tuple[int, str]]:
    """The texts that may be records, with their first lines: a line each, or spread over several, in an array or not."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        begin = [text.strip() for text in itertools.islice((each for each in lines if each.strip()), 2)]
        if "{" in begin:
            yield from _spread(path)
            return
        lines.seek(0)
        for line, text in enumerate(lines, start=1):
            plain = text.strip().rstrip(",")
            if plain not in {"", "[", "]"}:
                yield line, plain.removeprefix("[")


def _spread(path: Path) -> Iterator[tuple[int, str]]:
    """Records that are written over several lines; from the first one on that is none, the rest is one text."""
    text, decoder = path.read_text(encoding="utf-8", errors="replace"), json.JSONDecoder()
    line, seen, at = 1, 0, text.find("{")
    while at >= 0:
        line, seen = line + text.count("\n", seen, at), at
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield line, text[at : at + _HEAD]
            return
        yield line, text[at:end]
        at = text.find("{", end)


def _pairs(one: dict[str, Any]) -> list[dict[str, str]]:
    sources, targets = (_actors(one.get(side)) for side in ("source", "target"))
    return [
        {
            "date": str(one.get("date") or ""), "event": str(one.get("event") or one.get("type") or ""), "mode": str(one.get("mode") or ""),
            "id": str(one.get("id") or ""), "source_code": who, "source_text": name, "target_code": whom, "target_text": other,
        }
        for who, name in sources
        for whom, other in targets or [pair for pair in sources if pair[0] != who]
    ]  # fmt: skip


def _actors(given: Any) -> list[tuple[str, str]]:
    if isinstance(given, str):
        return [(given, given)] if given else []
    listed = [given] if isinstance(given, dict) else given or []
    return [(str(one.get("code") or ""), str(one.get("actorText") or one.get("code") or "")) for one in listed]
