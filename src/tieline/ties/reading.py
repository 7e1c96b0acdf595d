"""A file of events to rows of the ledger's tables `events` and `tie_counts`, in batches.

DuckDB reads the file's texts; countries, types and channels are looked up once for each different text.  A row between
actors of one country, or of an actor that is no country, is no act between countries: it is counted and left out; so is a row
that stands there already with the same number of the publisher.  A row
whose day or code can't be read is a problem with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tieline.model import lazy_re as re
from tieline.model.cameo import plover_of
from tieline.model.errors import UnreadableInputError
from tieline.ties.actors import dated_code, place_of
from tieline.ties.coding import quad_of
from tieline.ties.count_files import read_counts
from tieline.ties.event_file import MOST, EventFile
from tieline.ties.event_texts import Texts, event_texts
from tieline.ties.headings import event_layout_of
from tieline.ties.layouts import EventLayout
from tieline.ties.vote_files import read_calls, read_votes
from tieline.trade.files.members import Member

if TYPE_CHECKING:
    import duckdb

_HEAD = 64 * 1024
_BATCH = 65_536
_CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")
"""A code of CAMEO: one of its 20 roots, and up to two digits more."""
TABLE_OF = {"acts": "events", "counts": "tie_counts", "votes": "tie_counts", "calls": "roll_calls"}
"""The ledger's table that rows of a kind of layout go to."""
_FIRST_YEAR = 1700
"""What is earlier is no day of an act, where it is not known when a dataset begins."""
_KEPT = "one IS NOT NULL AND other IS NOT NULL AND one <> other"


def event_layout(member: Member) -> EventLayout | None:
    """The layout of an event file; None if it is something else, or can't be opened (then the caller finds out why)."""
    try:
        with member.open() as stream:
            head = stream.read(_HEAD)
    except UnreadableInputError:
        return None
    if b"\0" in head[:1000]:
        return None
    text = head.decode("utf-8", "replace").lstrip("\ufeff \r\n\t")
    return event_layout_of(" ".join(text.split()) if text.startswith(("[", "{")) else text.split("\n", 1)[0])


@contextmanager
def read_events(
    member: Member, layout: EventLayout, *, dataset: str, vintage: str, load_id: str, today: date, folder: Path | None = None, calls: pa.Table | None = None,
) -> Iterator[EventFile]:  # fmt: skip
    """Read a file of events; its batches are there to be taken while this is open.

    Args:
        member: The file.
        layout: Its layout.
        dataset: The dataset that the rows are of.
        vintage: Its release, or nothing.
        load_id: The load that they belong to.
        today: The day of loading: nothing happened after it.
        folder: Where what does not fit into memory may lie meanwhile.
        calls: Roll calls by `number` and `date`, for a table of votes.

    Raises:
        UnreadableInputError: the file is damaged, or no row of it can be read.
    """
    with event_texts(member, layout, folder) as (engine, texts):
        named = {"dataset": dataset, "vintage": vintage, "load": load_id, "machine": layout.machine}
        reading = _Reading(engine, layout, texts, today)
        match layout.kind:
            case "acts":
                yield reading.acts(named)
            case "counts":
                yield reading.counted(named)
            case "calls":
                yield read_calls(engine, reading.found)
            case "votes":
                yield read_votes(engine, reading.found, named, calls)


class _Reading:
    """The table `texts` of a file, made into rows of the ledger."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, layout: EventLayout, texts: Texts, today: date) -> None:
        self.engine, self.layout, self.today = engine, layout, today
        self.found = EventFile(
            TABLE_OF[layout.kind], problems=texts.problems, lacking=texts.lacking, recoded=texts.recoded
        )
        if layout.kind == "calls":
            return
        places = (
            "source AS t FROM texts UNION SELECT source_actor FROM texts"
            if layout.kind == "votes"
            else "source AS t FROM texts UNION SELECT target FROM texts"
        )
        names = self._column(f"SELECT DISTINCT t FROM (SELECT {places})")
        table = [{"text": name, "code": place_of(name)} for name in names if name]
        schema = pa.schema([("text", pa.string()), ("code", pa.string())])
        engine.register("places", pa.Table.from_pylist(table, schema))

    def _column(self, sql: str) -> list[Any]:
        return [row[0] for row in self.engine.execute(sql).fetchall()]

    def acts(self, named: dict[str, Any]) -> EventFile:
        """Rows of `events`."""
        self._code()
        self.engine.execute(
            f"""
            CREATE TABLE placed AS
            WITH dated AS (
                SELECT t.*, CASE WHEN year(try_cast(t.day AS DATE)) >= $begin AND try_cast(t.day AS DATE) <= $today THEN try_cast(t.day AS DATE) END AS date,
                    coalesce(try_cast(t.day AS DATE) > $today, false) AS ahead, coalesce(year(try_cast(t.day AS DATE)) < $begin, false) AS early,
                    {dated_code("a.code", "try_cast(t.day AS DATE)")} AS one, {dated_code("b.code", "try_cast(t.day AS DATE)")} AS other, c.plover AS type, c.known, c.quad, coalesce(t.cameo, '') AS coded
                FROM texts t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target
                LEFT JOIN codes c ON c.cameo = coalesce(t.cameo, '') AND c.given = coalesce(upper(trim(t.plover)), '')
            )
            SELECT *, date IS NOT NULL AND known AS good FROM dated""",
            {"today": self.today, "begin": self.layout.begin or _FIRST_YEAR},
        )
        self.engine.execute("DROP TABLE texts")
        self._problems()
        self._summed("date", "good")
        self._unknown()
        self.found.untyped = self._column(
            f"SELECT type FROM placed WHERE good AND {_KEPT} AND type IS NOT NULL AND quad IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {MOST}"
        )
        self._batches(
            f"""
            WITH rows AS (
                SELECT *, row_number() OVER same AS copy, first_value(mode) OVER same AS first_mode FROM placed WHERE good AND {_KEPT}
                WINDOW same AS (PARTITION BY date, source_actor, target_actor, one, other, coded, type, number ORDER BY line)
            )
            SELECT md5(concat_ws('|', $dataset, $vintage, date, source_actor, target_actor, one, other, coded, type, number, copy))[:24] AS event_id,
                $dataset AS dataset, $vintage AS vintage, $load AS load_id, $machine AS machine, date, one AS source, other AS target,
                source_actor, target_actor, nullif(coded, '') AS cameo, type, coalesce(nullif(mode, ''), '') AS mode, quad,
                try_cast(goldstein AS DOUBLE) AS goldstein, nullif(place, 'NA') AS place, url, number, line
            FROM rows WHERE copy = 1 OR coalesce(number, '') = '' OR mode IS DISTINCT FROM first_mode ORDER BY least(one, other), greatest(one, other), date""",
            named,
        )
        return self.found

    def _batches(self, sql: str, named: dict[str, Any]) -> None:
        self.found.batches = self.engine.sql(sql, params=named).to_arrow_reader(_BATCH)

    def _summed(self, day: str, good: str) -> None:
        """How many rows there are of each kind, and their days."""
        if self.layout.several or self.layout.name == "plover":
            self._summed_by_line(day, good)
            return
        (row,) = self.engine.execute(
            f"""SELECT count(*), count(*) FILTER ({good}), count(*) FILTER ({good} AND (one IS NULL OR other IS NULL)),
                count(*) FILTER ({good} AND one = other), count(*) FILTER ({good} AND {_KEPT}),
                min({day}) FILTER ({good} AND {_KEPT}), max({day}) FILTER ({good} AND {_KEPT}) FROM placed"""
        ).fetchall()
        self._told(row)

    def _summed_by_line(self, day: str, good: str) -> None:
        """The same of a layout whose rows may name several countries: a row is told once, as left out only where it gave no act."""
        (row,) = self.engine.execute(
            f"""WITH lines AS (
                SELECT line, bool_or({good}) AS readable, bool_or({good} AND {_KEPT}) AS gave, bool_or({good} AND (one IS NULL OR other IS NULL)) AS placeless,
                    min({day}) FILTER ({good} AND {_KEPT}) AS first, max({day}) FILTER ({good} AND {_KEPT}) AS last FROM placed GROUP BY line
            )
            SELECT count(*), count(*) FILTER (readable), count(*) FILTER (readable AND NOT coalesce(gave, false) AND placeless),
                count(*) FILTER (readable AND NOT coalesce(gave, false) AND NOT placeless), count(*) FILTER (gave), min(first), max(last) FROM lines"""
        ).fetchall()
        self._told(row)
        (self.found.acts,) = self._column(f"SELECT count(*) FROM placed WHERE {good} AND {_KEPT}")

    def _told(self, row: tuple[Any, ...]) -> None:
        found = self.found
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
            f"WHERE name IS NOT NULL AND name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT {MOST}"
        )

    def _code(self) -> None:
        """The table `codes`: the type and class of each different code."""
        pairs = self.engine.execute(
            "SELECT DISTINCT coalesce(cameo, ''), coalesce(upper(trim(plover)), '') FROM texts"
        ).fetchall()
        rows = []
        for cameo, given in pairs:
            plover, known = given or plover_of(cameo), bool(given) or _CAMEO.fullmatch(cameo) is not None
            rows.append(
                {"cameo": cameo, "given": given, "plover": plover, "quad": quad_of(plover, cameo), "known": known}
            )
        texts = [(name, pa.string()) for name in ("cameo", "given", "plover")]
        schema = pa.schema([*texts, ("quad", pa.int64()), ("known", pa.bool_())])
        self.engine.register("codes", pa.Table.from_pylist(rows, schema))

    def _problems(self) -> None:
        begin = self.layout.begin or _FIRST_YEAR
        for name, what, where, shown in (
            ("day", "is no day", "date IS NULL AND NOT ahead AND NOT early", "day"),
            ("day", "is no day that has been", "ahead", "day"),
            ("day", f"is out of range: {self.layout.dataset} begins in {begin}", "early", "day"),
            ("code of an act", "is no code of an act", "NOT known", "coded"),
        ):
            rows = self.engine.execute(
                f"SELECT {shown}, count(DISTINCT line), min(line) FROM placed WHERE {where} GROUP BY 1 ORDER BY 3 LIMIT {MOST}"
            ).fetchall()
            for text, number, line in rows:
                more = f", and {number - 1} more like it" if number > 1 else ""
                told = f"the cell of the {name} is empty" if text in {None, ""} else f"{text!r} {what}"
                self.found.problems.append(f"line {line}: {told}; the row is left out{more}")

    def counted(self, named: dict[str, Any]) -> EventFile:
        """Rows of `tie_counts`."""
        self.engine.execute(
            f"""
            CREATE TABLE placed AS
            WITH dated AS (
                SELECT t.*, CASE WHEN try_cast(t.year AS DOUBLE) BETWEEN 1500 AND $year THEN t.year::DOUBLE::INTEGER END AS known FROM texts t
            )
            SELECT t.*, {dated_code("a.code", "make_date(known, 7, 1)")} AS one, {dated_code("b.code", "make_date(known, 7, 1)")} AS other
            FROM dated t LEFT JOIN places a ON a.text = t.source LEFT JOIN places b ON b.text = t.target""",
            {"year": self.today.year},
        )
        for text, number, line in self.engine.execute(
            f"SELECT year, count(*), min(line) FROM placed WHERE known IS NULL GROUP BY 1 ORDER BY 3 LIMIT {MOST}"
        ).fetchall():
            told = "the cell of the year is empty" if text in {None, ""} else f"{text!r} is no year that has been"
            self.found.problems.append(f"line {line}: {told}; {number} row(s) left out")
        self._summed("make_date(known, 1, 1)", "known IS NOT NULL")
        self._unknown()
        return read_counts(self.engine, self.layout, self.found, named)


__all__ = ["TABLE_OF", "EventFile", "event_layout", "read_events"]
