"""Tables of values by pair and year, from the table `placed` of a file to rows of the ledger's table `tie_counts`.

The engine has the table `placed`, as `reading` makes it: the texts of a row, its line, the year (`known`) and both countries (`one`, `other`).

- A cell that has no number of zero or more is missing: it is kept without a value, and told with its line. A zero is kept as a zero, for a newer release may take
  back what an older one counted.
- A row that stands twice counts once, and is told; of two rows of one pair and year with other numbers neither is taken, and both are told.
- Of ties that stand or not the highest value of a pair counts: it may have several. Disputes are counted by their numbers, from whichever side they are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tieline.ties.event_file import MOST, EventFile

if TYPE_CHECKING:
    import duckdb

    from tieline.ties.layouts import EventLayout

_BATCH: Final = 65_536
_BETWEEN: Final = "known IS NOT NULL AND one IS NOT NULL AND other IS NOT NULL AND one <> other"


def read_counts(
    engine: duckdb.DuckDBPyConnection, layout: EventLayout, found: EventFile, named: dict[str, Any]
) -> EventFile:
    """Rows of `tie_counts`.

    Args:
        engine: With the table `placed`.
        layout: Of the file.
        found: What was noticed so far; takes the batches, and what is odd about the rows.
        named: `dataset`, `vintage`, `load` and `machine`.
    """
    number = "number" if "number" in layout.fields else "NULL"
    engine.execute(
        "CREATE TABLE cells AS "
        + " UNION ALL ".join(
            f"""SELECT one, other, known, '{channel}' AS channel, "{channel}" AS told, line, {number} AS number,
                CASE WHEN isfinite(try_cast("{channel}" AS DOUBLE)) AND try_cast("{channel}" AS DOUBLE) >= 0 THEN try_cast("{channel}" AS DOUBLE) END AS value
            FROM placed WHERE {_BETWEEN}"""
            for channel in layout.counts
        )
    )
    _tell_missing(engine, layout, found)
    if layout.unit == "standing":
        ((found.zeros,),) = engine.execute("SELECT count(*) FROM cells WHERE value = 0").fetchall()
    plain = layout.unit == "count" and not layout.symmetric
    if plain:
        _tell_twice(engine, layout, found)
    found.batches = engine.sql(_rows_sql(layout, plain=plain), params=named).to_arrow_reader(_BATCH)
    return found


def _rows_sql(layout: EventLayout, *, plain: bool) -> str:
    """The query for the rows: one for each pair, year and channel."""
    told, sides, kept = "cells", "one, other", "true"
    value = "CASE WHEN count(DISTINCT value) = 1 THEN min(value) END"
    if layout.unit == "standing":
        value, kept = "max(value)", "value IS NULL OR value > 0"
        if layout.symmetric:
            told = "(FROM cells UNION ALL SELECT * REPLACE (other AS one, one AS other) FROM cells)"
    elif not plain:  # a file may have each dispute once or from both sides
        sides, value = "least(one, other) AS one, greatest(one, other) AS other", "count(DISTINCT number)::DOUBLE"
    return f"""WITH told AS (
        SELECT {sides}, known, channel, {value} AS value, min(line) AS line FROM {told} GROUP BY ALL
    )
    SELECT md5(concat_ws('|', $dataset, $vintage, one, other, known, channel))[:24] AS count_id, $dataset AS dataset, $vintage AS vintage,
        $load AS load_id, $machine AS machine, one AS source, other AS target, channel, known::VARCHAR AS period,
        make_date(known, 1, 1) AS period_start, value, line, '{layout.unit}' AS unit
    FROM told WHERE {kept} ORDER BY source, target, period, channel"""


def _tell_missing(engine: duckdb.DuckDBPyConnection, layout: EventLayout, found: EventFile) -> None:
    """The rows with cells that have no value, each with its line."""
    rows = engine.execute(
        f"""SELECT line, one, other, known, list(channel ORDER BY channel), list(coalesce(told, '') ORDER BY channel), count(*) OVER () FROM cells
        WHERE value IS NULL GROUP BY line, one, other, known ORDER BY line LIMIT {MOST}"""
    ).fetchall()
    for line, one, other, year, channels, texts, _ in rows:
        cells = ", ".join(f"{_column(layout, channel)} {text!r}" for channel, text in zip(channels, texts, strict=True))
        found.problems.append(f"line {line}: {cells} is no count: {one}-{other} has no value of it in {year}, not zero")
    if rows and rows[0][-1] > MOST:
        found.problems.append(f"{rows[0][-1] - MOST:,} more rows have cells that are no count: missing there, not zero")


def _tell_twice(engine: duckdb.DuckDBPyConnection, layout: EventLayout, found: EventFile) -> None:
    """The rows of a pair and year that stand there already: the same again, or with other numbers."""
    rows = engine.execute(
        f"""WITH twice AS (
            SELECT one, other, known, channel, min(line) AS first, min(line) FILTER (value IS NOT NULL) AS held_line,
                arg_min(value, line) FILTER (value IS NOT NULL) AS held FROM cells GROUP BY ALL HAVING count(*) > 1
        )
        SELECT line, one, other, known, min(first), list([channel, held_line::VARCHAR, printf('%g', held), printf('%g', value)] ORDER BY channel)
            FILTER (value <> held), count(*) OVER () FROM cells JOIN twice USING (one, other, known, channel) WHERE line > first
        GROUP BY line, one, other, known ORDER BY line LIMIT {MOST}"""
    ).fetchall()
    for line, one, other, year, first, differing, _ in rows:
        told = "; ".join(
            f"{_column(layout, channel)} is {held} in line {of} and {value} here, neither was taken"
            for channel, of, held, value in differing or ()
        )
        found.problems.append(
            f"line {line}: {one}-{other} in {year} stands in line {first} already{f': {told}' if told else '; counted once'}"
        )
    if rows and rows[0][-1] > MOST:
        found.problems.append(f"{rows[0][-1] - MOST:,} more rows of pairs and years that stand there already")


def _column(layout: EventLayout, channel: str) -> str:
    """The column that a channel's values are in, where it is one."""
    given = layout.counts[channel]
    return given.strip('"') if given.count('"') == 2 and given.startswith('"') else channel
