"""Votes and roll calls of the UN General Assembly, from the table `texts` of a file to rows of the ledger.

The engine has the table `texts`, and for votes `places`, as `reading` makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tieline.model.errors import UnreadableInputError
from tieline.ties.actors import dated_code
from tieline.ties.event_file import MOST, EventFile
from tieline.ties.votes import WORDS, vote_batches

if TYPE_CHECKING:
    import duckdb


def read_calls(engine: duckdb.DuckDBPyConnection, found: EventFile) -> EventFile:
    """Rows of `roll_calls`, without their id. A day is ISO, or the days since 1970 of R's tables."""
    engine.execute("""
        CREATE TABLE placed AS SELECT coalesce(try_cast(day AS DATE), DATE '1970-01-01' + try_cast(try_cast(day AS DOUBLE) AS INTEGER)) AS date,
            number, session, title, line, day FROM texts""")
    for day, number, line in engine.execute(
        f"SELECT day, count(*), min(line) FROM placed WHERE date IS NULL GROUP BY 1 ORDER BY 3 LIMIT {MOST}"
    ).fetchall():
        told = "the cell of the day is empty" if day in {None, ""} else f"{day!r} is no day"
        found.problems.append(f"line {line}: {told}; {number} row(s) left out")
    (row,) = engine.execute("SELECT count(*), count(date), min(date), max(date) FROM placed").fetchall()
    found.rows, found.kept, *days = row
    found.days = (days[0], days[1])
    rows = "SELECT DISTINCT regexp_replace(number, '\\.0$', '') AS number, date, session, title FROM placed WHERE date IS NOT NULL ORDER BY date, number"
    found.batches = engine.sql(rows).to_arrow_reader(65_536)
    return found


def read_votes(
    engine: duckdb.DuckDBPyConnection, found: EventFile, named: dict[str, Any], calls: pa.Table | None
) -> EventFile:
    """Rows of `tie_counts`: agreement and kappa of each pair and year."""
    if calls is None or not calls.num_rows:
        raise UnreadableInputError(
            "a table of votes has no days, and the ledger has no roll calls; load un_roll_calls.csv (rcid, session, date, short) first"
        )
    engine.register("calls", calls)
    cast = " ".join(f"WHEN '{word}' THEN {at}" for word, at in WORDS.items())
    engine.execute(f"""
        CREATE TABLE placed AS SELECT {dated_code("coalesce(p.code, n.code)", "c.date")} AS country, year(c.date) AS year, t.number AS call, t.line, t.source_actor,
            CASE lower(trim(t.vote)) {cast} END AS vote
        FROM texts t LEFT JOIN places p ON p.text = t.source LEFT JOIN places n ON n.text = t.source_actor LEFT JOIN calls c ON c.number = regexp_replace(t.number, '\\.0$', '')""")
    (row,) = engine.execute(
        """SELECT count(*), count(*) FILTER (country IS NULL), count(*) FILTER (year IS NULL),
            count(*) FILTER (country IS NOT NULL AND year IS NOT NULL), min(make_date(year, 1, 1)), max(make_date(year, 12, 31)) FROM placed"""
    ).fetchall()
    found.rows, found.placeless, undated, found.kept, *days = row
    found.days = (days[0], days[1])
    found.unknown = _first(
        engine,
        f"SELECT source_actor FROM placed WHERE country IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {MOST}",
    )
    if undated:
        found.problems.append(f"{undated:,} votes in roll calls that the ledger does not have; they are left out")
    rows = engine.sql(
        """SELECT year, call, country, any_value(vote) AS vote FROM placed WHERE vote IS NOT NULL AND country IS NOT NULL AND year IS NOT NULL
        GROUP BY ALL ORDER BY year"""
    ).to_arrow_table()
    found.batches = vote_batches(rows, named)
    return found


def _first(engine: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return [row[0] for row in engine.execute(sql).fetchall()]
