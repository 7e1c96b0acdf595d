"""A file of events to rows of the ledger's tables `events` and `tie_counts`, in batches.

DuckDB reads the file's texts; countries, types and channels are looked up once for each different text.  A row between
actors of one country, or of an actor that is no country, is no act between countries: it is counted and left out.  A row
whose day or code can't be read is a problem with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tieline.model.errors import UnreadableInputError
from tieline.ties.actors import place_of
from tieline.ties.coding import plover_of, quad_of
from tieline.ties.event_texts import event_texts
from tieline.ties.layouts import EventLayout, event_layout_of
from tieline.trade.members import Member

if TYPE_CHECKING:
    import duckdb

_HEAD = 64 * 1024
_MOST = 20
_BATCH = 65_536
_KEPT = "one IS NOT NULL AND other IS NOT NULL AND one <> other"


@dataclass(slots=True)
class EventFile:
    """What a file gave.

    Attributes:
        table: `events` or `tie_counts`.
        batches: Its rows, once, in the table's columns without `recorded`.
        rows: Rows of the file.
        kept: Rows that are acts or counts between two countries.
        days: The first and the last day of those.
        inside: Rows within one country.
        placeless: Rows of which an actor is no country, with the names seen most.
        problems: Rows that can't be read, with their lines.
    """

    table: str
    batches: Iterator[pa.RecordBatch] = field(default_factory=lambda: iter(()))
    rows: int = 0
    kept: int = 0
    days: tuple[date | None, date | None] = (None, None)
    inside: int = 0
    placeless: int = 0
    unknown: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, in words."""
        said = []
        if self.placeless:
            names = f" ({', '.join(self.unknown[:5])})" if self.unknown else ""
            said.append(f"{self.placeless:,} rows of actors that are no country{names} left out")
        if self.inside:
            said.append(f"{self.inside:,} rows within one country left out")
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


@contextmanager
def read_events(
    member: Member, layout: EventLayout, *, dataset: str, vintage: str, load_id: str, folder: Path | None = None
) -> Iterator[EventFile]:
    """Read a file of events; its batches are there to be taken while this is open.

    Args:
        member: The file.
        layout: Its layout.
        dataset: The dataset that the rows are of.
        vintage: Its release, or nothing.
        load_id: The load that they belong to.
        folder: Where what does not fit into memory may lie meanwhile.

    Raises:
        UnreadableInputError: the file is damaged, or no row of it can be read.
    """
    with event_texts(member, layout, folder) as (engine, problems):
        named = {"dataset": dataset, "vintage": vintage, "load": load_id, "machine": layout.machine}
        reading = _Reading(engine, layout, problems)
        yield reading.counted(named) if layout.counts else reading.acts(named)


class _Reading:
    """The table `texts` of a file, made into rows of the ledger."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, layout: EventLayout, problems: list[str]) -> None:
        self.engine, self.layout = engine, layout
        self.found = EventFile("tie_counts" if layout.counts else "events", problems=problems)
        texts = self._column("SELECT DISTINCT t FROM (SELECT source AS t FROM texts UNION SELECT target FROM texts)")
        table = [{"text": text, "code": place_of(text)} for text in texts if text]
        schema = pa.schema([("text", pa.string()), ("code", pa.string())])
        engine.register("places", pa.Table.from_pylist(table, schema))

    def _column(self, sql: str) -> list[Any]:
        return [row[0] for row in self.engine.execute(sql).fetchall()]

    def acts(self, named: dict[str, Any]) -> EventFile:
        """Rows of `events`."""
        self._code()
        self.engine.execute("""
            CREATE TABLE placed AS
            WITH dated AS (
                SELECT t.*, CASE WHEN year(try_cast(t.day AS DATE)) BETWEEN 1700 AND 2100 THEN try_cast(t.day AS DATE) END AS date,
                    a.code AS one, b.code AS other, coalesce(upper(nullif(trim(t.plover), '')), c.plover) AS type, c.quad, coalesce(t.cameo, '') AS coded
                FROM texts t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target
                LEFT JOIN codes c ON c.cameo = coalesce(t.cameo, '') AND c.given = coalesce(upper(trim(t.plover)), '')
            )
            SELECT *, date IS NOT NULL AND (type IS NOT NULL OR regexp_full_match(coded, '[0-9]{2,4}')) AS good FROM dated""")
        self.engine.execute("DROP TABLE texts")
        self._problems()
        self._summed("date", "good")
        self._unknown()
        self._batches(
            f"""
            WITH rows AS (
                SELECT *, row_number() OVER (PARTITION BY date, source_actor, target_actor, one, other, coded, type, number ORDER BY line) AS copy
                FROM placed WHERE good AND {_KEPT}
            )
            SELECT md5(concat_ws('|', $dataset, $vintage, date, source_actor, target_actor, one, other, coded, type, number, copy))[:24] AS event_id,
                $dataset AS dataset, $vintage AS vintage, $load AS load_id, $machine AS machine, date, one AS source, other AS target,
                source_actor, target_actor, nullif(coded, '') AS cameo, type, coalesce(nullif(mode, ''), '') AS mode, quad,
                try_cast(goldstein AS DOUBLE) AS goldstein, nullif(place, 'NA') AS place, url, number, line
            FROM rows ORDER BY least(one, other), greatest(one, other), date""",
            named,
        )
        return self.found

    def _batches(self, sql: str, named: dict[str, Any]) -> None:
        self.found.batches = self.engine.sql(sql, params=named).to_arrow_reader(_BATCH)

    def _summed(self, day: str, good: str) -> None:
        """How many rows there are of each kind, and their days."""
        found = self.found
        (row,) = self.engine.execute(
            f"""SELECT count(*), count(*) FILTER ({good}), count(*) FILTER ({good} AND (one IS NULL OR other IS NULL)),
                count(*) FILTER ({good} AND one = other), count(*) FILTER ({good} AND {_KEPT}),
                min({day}) FILTER ({good} AND {_KEPT}), max({day}) FILTER ({good} AND {_KEPT}) FROM placed"""
        ).fetchall()
        found.rows, readable, found.placeless, found.inside, found.kept, first, last = row
        found.days = first, last
        if found.rows and not readable:
            raise UnreadableInputError(
                f"no row can be read as {self.layout.name}: {'; '.join(found.problems[:3])}. Are columns shifted, or of another version?"
            )

    def _unknown(self) -> None:
        """The names that are no country, those seen most first."""
        self.found.unknown = self._column(
            "SELECT name FROM (SELECT source AS name FROM placed WHERE one IS NULL UNION ALL SELECT target FROM placed WHERE other IS NULL) "
            f"WHERE name IS NOT NULL AND name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT {_MOST}"
        )

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

    def counted(self, named: dict[str, Any]) -> EventFile:
        """Rows of `tie_counts`."""
        self.engine.execute("""
            CREATE TABLE placed AS
            SELECT t.*, CASE WHEN try_cast(t.year AS DOUBLE) BETWEEN 1500 AND 2100 THEN t.year::DOUBLE::INTEGER END AS known, a.code AS one, b.code AS other
            FROM texts t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target""")
        for text, number, line in self.engine.execute(
            f"SELECT year, count(*), min(line) FROM placed WHERE known IS NULL GROUP BY 1 ORDER BY 3 LIMIT {_MOST}"
        ).fetchall():
            self.found.problems.append(f"line {line}: {text!r} is no year; {number} row(s) left out")
        self._summed("make_date(known, 1, 1)", "known IS NOT NULL")
        self._unknown()
        parts = " UNION ALL ".join(
            f"SELECT one, other, known, '{channel}' AS channel, try_cast(\"{channel}\" AS DOUBLE) AS value, line FROM placed"
            for channel in self.layout.counts
        )
        self._batches(
            f"""SELECT md5(concat_ws('|', $dataset, $vintage, one, other, known, channel))[:24] AS count_id, $dataset AS dataset, $vintage AS vintage,
                $load AS load_id, $machine AS machine, one AS source, other AS target, channel, known::VARCHAR AS period,
                make_date(known, 1, 1) AS period_start, sum(value) AS value, min(line) AS line
            FROM ({parts}) WHERE known IS NOT NULL AND {_KEPT} AND value > 0
            GROUP BY ALL ORDER BY source, target, period, channel""",
            named,
        )
        return self.found


__all__ = ["EventFile", "event_layout", "read_events"]
