"""Two loads of one dataset and vintage: what both have is kept once, a figure on which they differ is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal
from tieline.ledger.staged import PREFIX, StagedFile
from tieline.model.errors import ConflictError

_NAMING = ("reporter", "partner", "flow", "period", "classification", "edition", "code", "product", "detail", "unit")
_NUMBERS = ("value_usd", "value", "quantity", "net_kg", "change_pct", "share_pct")


def only_new(
    engine: duckdb.DuckDBPyConnection, there: str, files: Sequence[StagedFile], *, dataset: str, vintage: str
) -> list[StagedFile]:
    """The files of a load without the rows that the ledger has.

    Args:
        engine: An empty DuckDB.
        there: What stands behind FROM to read the rows of the ledger.
        files: The files of the load; one that has known rows is written anew, one without new rows is taken away.
        dataset: Theirs.
        vintage: Theirs.

    Raises:
        ConflictError: a figure has another value than the ledger has for it at this vintage.
    """
    engine.execute(_overlap(there, files, dataset, vintage))
    differing = engine.sql("SELECT * FROM overlap WHERE NOT agrees ORDER BY new_origin, new_line LIMIT 3")
    shown = differing.to_arrow_table().to_pylist()
    if shown:
        count = engine.execute("SELECT count(*) FROM overlap WHERE NOT agrees").fetchall()[0][0]
        raise ConflictError(_conflict(shown, count, dataset, vintage))
    known = engine.execute("SELECT count(*) FROM overlap").fetchall()[0][0]
    rest = [_without(engine, file) for file in files] if known else list(files)
    return [file for file in rest if file.rows]


def _overlap(there: str, files: Sequence[StagedFile], dataset: str, vintage: str) -> str:
    new = f"read_parquet({sql_literal([str(file.path) for file in files])}, filename = true, file_row_number = true)"
    scope = f"dataset = {sql_literal(dataset)} AND vintage = {sql_literal(vintage)}"
    low, high = min(file.pairs[0] for file in files), max(file.pairs[1] for file in files)
    joined = " AND ".join(
        ["n.pair = o.pair", *(f"n.{name} IS NOT DISTINCT FROM o.{name}" for name in _NAMING)]
    )  # fmt: skip
    agrees = " AND ".join(
        f"(n.{name} IS NULL OR o.{name} IS NULL OR n.{name} = o.{name} OR "
        f"abs(n.{name} - o.{name}) <= 1e-9 * greatest(abs(n.{name}), abs(o.{name})))"
        for name in _NUMBERS
    )
    adds = " OR ".join(f"(n.{name} IS NOT NULL AND o.{name} IS NULL)" for name in _NUMBERS)
    return f"""CREATE TEMP TABLE overlap AS
        WITH o AS (SELECT * FROM ({filled_flows(there)}) WHERE {scope} AND pair BETWEEN {low} AND {high}),
        n AS ({filled_flows(new, "filename", "file_row_number")})
        SELECT n.filename, n.file_row_number, n.reporter, n.partner, n.flow, n.period, n.code, n.product,
            n.origin AS new_origin, n.line AS new_line, o.origin AS old_origin,
            coalesce(n.value, n.value_usd) AS new_value, coalesce(o.value, o.value_usd) AS old_value,
            n.unit, {agrees} AS agrees, ({adds}) AS adds
        FROM n JOIN o ON {joined}"""


def _conflict(rows: list[dict[str, Any]], count: int, dataset: str, vintage: str) -> str:
    shown = "; ".join(
        f"{row['reporter']} {row['flow']} {row['partner']} {row['product'] or row['code'] or 'all products'} "
        f"{row['period']}: {_number(row['new_value'])} in {row['new_origin']}, but {_number(row['old_value'])} in "
        f"{row['old_origin'] or 'the ledger'}"
        for row in rows
    )
    more = f"; and {count - len(rows)} more" if count > len(rows) else ""
    at = f"at the vintage {vintage}" if vintage else "without a vintage"
    return (
        f"{count:,} {'figure differs' if count == 1 else 'figures differ'} from those that the ledger has of {dataset} {at}: {shown}{more}. Nothing of the file was "
        "loaded. If it is another release, name its day with --vintage; if it is another dataset, with --dataset"
    )


def _number(value: float | None) -> str:
    return "no value" if value is None else f"{value:,.12g}"


def _without(engine: duckdb.DuckDBPyConnection, file: StagedFile) -> StagedFile:
    """The file written anew without the rows that the ledger has."""
    path = file.path.with_name(f"{PREFIX}rest-{file.path.name.removeprefix(PREFIX)}")
    engine.execute(f"""COPY (
        SELECT * EXCLUDE (file_row_number) FROM read_parquet({sql_literal([str(file.path)])}, file_row_number = true) n
        ANTI JOIN (SELECT * FROM overlap WHERE filename = {sql_literal(str(file.path))} AND NOT adds) USING (file_row_number)
        ORDER BY n.pair, n.line) TO {sql_literal(str(path))} (COMPRESSION zstd, ROW_GROUP_SIZE 65536)""")
    rows = engine.execute(f"SELECT count(*) FROM read_parquet({sql_literal([str(path)])})").fetchall()[0][0]
    path.replace(file.path)
    if not rows:
        file.path.unlink()
    return StagedFile(file.path, rows, file.pairs, file.days)
