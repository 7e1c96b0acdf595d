"""A file of events to rows of the ledger's tables `events` and `tie_counts`.

DuckDB reads the file's texts; countries, types and channels are looked up once for each different text.  A row between
actors of one country, or of an actor that is no country, is no act between countries: it is counted and left out.  A row
whose day or code can't be read is a problem with its line.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa

from tieline.model.countries import UnknownCountryError, country, resolve
from tieline.model.errors import UnreadableInputError
from tieline.ties.coding import channels_of, plover_of, quad_of
from tieline.ties.layouts import EventLayout, delimiter_of, event_layout_of, split_heading
from tieline.trade.cow import state
from tieline.trade.members import Member

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
_CAMEO_COUNTRIES = {
    "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "PAL": "PSE", "WSB": "PSE", "GZS": "PSE", "KSV": "XKX", "EUR": None,
}  # fmt: skip
"""Codes of countries in CAMEO's actors that are not those of ISO 3166; EUR is Europe at large."""
_OTHER_NAMES = {
    "georgia": "GEO", "samoa": "WSM", "congo": "COG", "guinea": "GIN",
    "occupied palestinian territory": "PSE", "democratic republic of congo": "COD", "republic of the congo": "COG",
    "the bahamas": "BHS", "the gambia": "GMB", "macedonia": "MKD", "burma": "MMR", "swaziland": "SWZ", "cape verde": "CPV",
}  # fmt: skip
_MOST = 20


@dataclass(slots=True)
class EventFile:
    """What a file gave.

    Attributes:
        events: Rows of `events`, in its columns.
        counts: Rows of `tie_counts`.
        rows: Rows of the file.
        inside: Rows within one country.
        placeless: Rows of which an actor is no country, with the names seen most.
        problems: Rows that can't be read, with their lines.
    """

    events: pa.Table | None = None
    counts: pa.Table | None = None
    rows: int = 0
    inside: int = 0
    placeless: int = 0
    unknown: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, in words."""
        said = []
        if self.placeless:
            names = ", ".join(self.unknown[:5])
            said.append(f"{self.placeless} rows of actors that are no country ({names}) left out")
        if self.inside:
            said.append(f"{self.inside} rows within one country left out")
        return tuple(said)


def event_layout(member: Member) -> EventLayout | None:
    """The layout of an event file; None if it is something else, or can't be opened (then the caller finds out why)."""
    try:
        with member.open() as stream:
            head = stream.read(_HEAD)
    except UnreadableInputError:
        return None
    if b"\0" in head[:1000]:
        return None
    return event_layout_of(head.decode("utf-8", "replace").split("\n", 1)[0])


def read_events(member: Member, layout: EventLayout, *, dataset: str, vintage: str, load_id: str) -> EventFile:
    """Read a file of events.

    Raises:
        UnreadableInputError: the file is damaged, or no row of it can be read.
    """
    import duckdb  # noqa: PLC0415

    with _plain(member) as (path, head), duckdb.connect(":memory:") as engine:
        engine.execute("SET memory_limit = '1GB'")
        engine.execute(f"SET temp_directory = '{path.parent}'")
        try:
            problems = _texts(engine, path, head, layout)
            found = _Reading(engine, layout, problems)
            return found.counted(dataset, vintage, load_id) if layout.counts else found.acts(dataset, vintage, load_id)
        except duckdb.Error as error:
            raise UnreadableInputError(
                f"{member.name} can't be read as {layout.name} ({layout.about}): {str(error).splitlines()[0]}"
            ) from error


@contextmanager
def _plain(member: Member) -> Iterator[tuple[Path, str]]:
    """The file's bytes on the disk, uncompressed, and its first line."""
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        path = Path(folder) / "events.txt"
        with member.open() as stream, path.open("wb") as copy:
            for part in _lines_of(stream):
                copy.write(part)
        with path.open("rb") as again:
            head = again.readline(_HEAD).decode("utf-8", "replace")
        yield path, head


def _lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Parts of a file that end with a line, as UTF-8: what is not stands as the sign for an unknown letter."""
    rest = b""
    while part := stream.read(1 << 20):
        whole, mark, rest = (rest + part).rpartition(b"\n")
        yield _utf8(whole + mark)
    yield _utf8(rest)


def _utf8(part: bytes) -> bytes:
    try:
        part.decode()
    except UnicodeDecodeError:
        return part.decode("utf-8", "replace").encode()
    return part


def _texts(engine: duckdb.DuckDBPyConnection, path: Path, head: str, layout: EventLayout) -> list[str]:
    """The table `texts`: the common names, all as text, and the line. What is given back are the lines that can't be read."""
    problems: list[str] = []
    if layout.name == "plover":
        engine.register("given", _records(path, problems))
        rows = "given"
    else:
        mark = delimiter_of(head).replace("\t", "\\t")
        quote = "" if mark == "\\t" else '"'
        cells = split_heading(head)
        names = [f"column{at:02d}" for at in range(len(cells))] if layout.columns else cells
        columns = ", ".join(f"'{name.replace(chr(39), chr(39) * 2)}': 'VARCHAR'" for name in _apart(names))
        rows = (
            f"read_csv('{path}', delim = '{mark}', quote = '{quote}', escape = '{quote}', header = {not layout.columns}, auto_detect = false, "
            f"columns = {{{columns}}}, store_rejects = true, encoding = 'utf-8', max_line_size = 4000000)"
        )
    fields = {name: layout.fields.get(name, "NULL") for name in _NAMES} | layout.counts
    if layout.counts:
        fields = {
            "source": layout.fields["source"],
            "target": layout.fields["target"],
            "year": layout.fields["year"],
        } | layout.counts
    told = ", ".join(f'({sql})::VARCHAR AS "{name}"' for name, sql in fields.items())
    if layout.name == "plover":
        engine.execute(f"CREATE TABLE texts AS SELECT line, {told} FROM {rows}")
        return problems
    first = 1 if layout.columns else 2
    engine.execute(f"CREATE TABLE texts AS SELECT row_number() OVER () + {first - 1} AS line, {told} FROM {rows}")
    return _rejected(engine, first)


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


def _records(path: Path, problems: list[str]) -> pa.Table:
    """PLOVER records: one row for each pair of actors. What is no record goes to `problems`."""
    rows = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line, text in enumerate(lines, start=1):
            plain = text.strip().rstrip(",")
            if plain in {"", "[", "]"}:
                continue
            try:
                one = json.loads(plain.removeprefix("["))
                rows += [{"line": line} | row for row in _pairs(one)]
            except (ValueError, RecursionError, AttributeError, TypeError):
                problems.append(
                    f"line {line}: {plain[:40]!r} is no record (a JSON object with date, event, source, target); it is left out"
                )
    names = ("date", "event", "mode", "id", "source_code", "source_text", "target_code", "target_text")
    schema = pa.schema([("line", pa.int64()), *((name, pa.string()) for name in names)])
    return pa.Table.from_pylist(rows, schema)


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


def place_of(text: str) -> str | None:
    """The country of an actor: by its code, its name, or its number in the Correlates of War; None if it is none.

    >>> place_of("RUS"), place_of("North Korea"), place_of("731.0"), place_of("Ruritania"), place_of("NA")
    ('RUS', 'PRK', 'PRK', None, None)
    """
    plain = text.strip()
    if not plain or plain in {"NA", "None", "NULL"}:
        return None
    if plain.removesuffix(".0").isdigit():
        try:
            return state(plain, "2010")
        except ValueError:
            return None
    if len(plain) == 3 and plain.isupper():
        if plain in _CAMEO_COUNTRIES:
            return _CAMEO_COUNTRIES[plain]
        try:
            return country(plain).code
        except UnknownCountryError:
            return None
    if plain.casefold() in _OTHER_NAMES:
        return _OTHER_NAMES[plain.casefold()]
    named = resolve(plain)
    return named[0] if len(named) == 1 else None


class _Reading:
    """The table `texts` of a file, made into rows of the ledger."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, layout: EventLayout, problems: list[str]) -> None:
        self.engine, self.layout = engine, layout
        self.found = EventFile(problems=problems)
        texts = self._column("SELECT DISTINCT t FROM (SELECT source AS t FROM texts UNION SELECT target FROM texts)")
        table = [{"text": text, "code": place_of(text)} for text in texts if text]
        schema = pa.schema([("text", pa.string()), ("code", pa.string())])
        engine.register("places", pa.Table.from_pylist(table, schema))

    def _column(self, sql: str) -> list[Any]:
        return [row[0] for row in self.engine.execute(sql).fetchall()]

    def _count(self, sql: str) -> int:
        return int(self._column(sql)[0])

    def acts(self, dataset: str, vintage: str, load_id: str) -> EventFile:
        """Rows of `events`."""
        self._code()
        engine, found = self.engine, self.found
        engine.execute("""
            CREATE TABLE placed AS SELECT t.*, CASE WHEN year(try_cast(t.day AS DATE)) BETWEEN 1700 AND 2100 THEN try_cast(t.day AS DATE) END AS date, a.code AS one, b.code AS other,
                coalesce(upper(nullif(trim(t.plover), '')), c.plover) AS type, c.quad, coalesce(t.cameo, '') AS coded
            FROM texts t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target
            LEFT JOIN codes c ON c.cameo = coalesce(t.cameo, '') AND c.given = coalesce(upper(trim(t.plover)), '')""")
        found.rows = self._count("SELECT count(*) FROM placed")
        self._problems()
        good = "date IS NOT NULL AND c_known"
        engine.execute("ALTER TABLE placed ADD COLUMN c_known BOOLEAN")
        engine.execute("UPDATE placed SET c_known = (type IS NOT NULL OR regexp_full_match(coded, '[0-9]{2,4}'))")
        found.placeless = self._count(f"SELECT count(*) FROM placed WHERE {good} AND (one IS NULL OR other IS NULL)")
        found.inside = self._count(f"SELECT count(*) FROM placed WHERE {good} AND one = other")
        found.unknown = self._column(
            "SELECT name FROM (SELECT source AS name FROM placed WHERE one IS NULL UNION ALL SELECT target FROM placed WHERE other IS NULL) "
            f"WHERE name IS NOT NULL AND name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT {_MOST}"
        )
        self._read_something()
        found.events = engine.sql(
            f"""
            WITH rows AS (
                SELECT *, row_number() OVER (PARTITION BY date, source_actor, target_actor, one, other, coded, type, number ORDER BY line) AS copy
                FROM placed WHERE {good} AND one IS NOT NULL AND other IS NOT NULL AND one <> other
            )
            SELECT md5(concat_ws('|', $dataset, $vintage, date, source_actor, target_actor, one, other, coded, type, number, copy))[:24] AS event_id,
                $dataset AS dataset, $vintage AS vintage, $load AS load_id, $machine AS machine, date, one AS source, other AS target,
                source_actor, target_actor, nullif(coded, '') AS cameo, type, coalesce(nullif(mode, ''), '') AS mode, quad,
                try_cast(goldstein AS DOUBLE) AS goldstein, nullif(place, 'NA') AS place, url, number, line
            FROM rows ORDER BY least(one, other), greatest(one, other), date""",
            params={"dataset": dataset, "vintage": vintage, "load": load_id, "machine": self.layout.machine},
        ).to_arrow_table()
        return found

    def _code(self) -> None:
        """The table `codes`: the type and class of each different code."""
        pairs = self.engine.execute(
            "SELECT DISTINCT coalesce(cameo, ''), coalesce(upper(trim(plover)), '') FROM texts"
        ).fetchall()
        rows = []
        for cameo, given in pairs:
            plover = given or plover_of(cameo)
            rows.append({"cameo": cameo, "given": given, "plover": plover, "quad": quad_of(plover, cameo)})
        schema = pa.schema(
            [("cameo", pa.string()), ("given", pa.string()), ("plover", pa.string()), ("quad", pa.int64())]
        )
        self.engine.register("codes", pa.Table.from_pylist(rows, schema))

    def _problems(self) -> None:
        for what, where, shown in (
            ("day", "date IS NULL", "day"),
            ("code of an act", "type IS NULL AND NOT regexp_full_match(coded, '[0-9]{2,4}')", "coded"),
        ):
            rows = self.engine.execute(
                f"SELECT {shown}, count(*), min(line) FROM placed WHERE {where} GROUP BY 1 ORDER BY 3 LIMIT {_MOST}"
            ).fetchall()
            for text, number, line in rows:
                more = f", and {number - 1} more like it" if number > 1 else ""
                self.found.problems.append(f"line {line}: {text!r} is no {what}; the row is left out{more}")

    def _read_something(self) -> None:
        left = self._count("SELECT count(*) FROM placed WHERE date IS NOT NULL AND c_known")
        if self.found.rows and not left:
            raise UnreadableInputError(
                f"no row can be read as {self.layout.name}: {'; '.join(self.found.problems[:3])}. Are columns shifted, or of another version?"
            )

    def counted(self, dataset: str, vintage: str, load_id: str) -> EventFile:
        """Rows of `tie_counts`."""
        engine, found = self.engine, self.found
        found.rows = self._count("SELECT count(*) FROM texts")
        engine.execute("""
            CREATE TABLE placed AS SELECT t.*, try_cast(try_cast(t.year AS DOUBLE) AS INTEGER) AS known, a.code AS one, b.code AS other
            FROM texts t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target""")
        found.placeless = self._count("SELECT count(*) FROM placed WHERE one IS NULL OR other IS NULL")
        found.inside = self._count("SELECT count(*) FROM placed WHERE one = other")
        for text, number, line in engine.execute(
            f"SELECT year, count(*), min(line) FROM placed WHERE known IS NULL GROUP BY 1 ORDER BY 3 LIMIT {_MOST}"
        ).fetchall():
            found.problems.append(f"line {line}: {text!r} is no year; {number} row(s) left out")
        parts = " UNION ALL ".join(
            f"SELECT one, other, known, '{channel}' AS channel, try_cast(\"{channel}\" AS DOUBLE) AS value, line FROM placed"
            for channel in self.layout.counts
        )
        found.counts = engine.sql(
            f"""SELECT md5(concat_ws('|', $dataset, $vintage, one, other, known, channel))[:24] AS count_id, $dataset AS dataset, $vintage AS vintage,
                $load AS load_id, $machine AS machine, one AS source, other AS target, channel, known::VARCHAR AS period,
                make_date(known, 1, 1) AS period_start, sum(value) AS value, min(line) AS line
            FROM ({parts}) WHERE known IS NOT NULL AND one IS NOT NULL AND other IS NOT NULL AND one <> other AND value > 0
            GROUP BY ALL ORDER BY source, target, period, channel""",
            params={"dataset": dataset, "vintage": vintage, "load": load_id, "machine": self.layout.machine},
        ).to_arrow_table()
        return found


__all__ = ["EventFile", "channels_of", "event_layout", "place_of", "read_events"]
