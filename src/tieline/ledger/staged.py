"""Parquet files of flows that are written and not committed yet: made, and read back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import FLOW_SCHEMA, FLOWS, STORED_FLOWS
from tieline.ledger.tables import offline_duckdb

MEMORY = "400MB"
PREFIX = "load-"


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A Parquet file that is written and not yet committed.

    Attributes:
        path: In the folder of the table.
        rows: How many.
        pairs: The least and the greatest `pair`; of no meaning in tables without it.
        days: The first and the last day, ISO.
    """

    path: Path
    rows: int
    pairs: tuple[int, int]
    days: tuple[str, str]


def write_staged(table: pa.Table, folder: Path, *, load_id: str, recorded: int) -> StagedFile:
    """Write a table of flows (in the columns of FLOW_SCHEMA) as a staged file.

    Args:
        table: Rows of one dataset and vintage.
        folder: Where staged files lie.
        load_id: The load that they belong to.
        recorded: Microseconds since 1970.
    """
    rows = table.sort_by([(name, "ascending") for name in FLOWS.sort])
    rows = rows.set_column(rows.column_names.index("load_id"), "load_id", pa.array([load_id] * len(rows), pa.string()))
    moments = pa.array([recorded] * len(rows), pa.int64()).cast(STORED_FLOWS.field("recorded").type)
    path = folder / f"{PREFIX}{uuid.uuid4()}.parquet"
    import pyarrow.parquet as pq  # noqa: PLC0415

    pq.write_table(rows.append_column("recorded", moments).cast(STORED_FLOWS), path, compression="zstd")
    pairs = rows["pair"].to_pylist()
    days = min(rows["period_start"].to_pylist()).isoformat(), max(rows["period_end"].to_pylist()).isoformat()
    return StagedFile(path, len(rows), (pairs[0], pairs[-1]), days)


def read_staged(paths: Sequence[Path], size: int = 200_000) -> Iterator[pa.Table]:
    """The rows of staged files in the order of the file that they come from, in the columns of FLOW_SCHEMA."""
    if not paths:
        return
    with offline_duckdb() as engine:
        names = sql_literal([str(path) for path in paths])
        rows = filled_flows(f"read_parquet({names}, filename = true)", "filename")
        columns = ", ".join(FLOW_SCHEMA.names)
        found = engine.sql(f"SELECT {columns} FROM ({rows}) ORDER BY line, list_position({names}, filename)")
        for batch in found.to_arrow_reader(size):
            yield pa.Table.from_batches([batch]).cast(FLOW_SCHEMA)
