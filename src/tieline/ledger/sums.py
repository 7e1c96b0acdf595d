"""Flows added up by length of code, file by file: totals of two countries are read off these, not off millions of rows.

They are what the view `flow_sums` gives: a row for each reporter, partner, flow, period, edition and length of code. The sums
of a file of a load are kept in the folder `sums` beside the tables: a committed file never changes. They are made when it is
loaded, or first asked for, and can be taken away at any time. Where they can't be written, the rows are added up each time.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb

from tieline.ledger.flow_view import filled_columns
from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import STORED_FLOWS
from tieline.ledger.tables import sql_type

FIGURE = "detail = '' AND (value IS NOT NULL OR value_usd IS NOT NULL OR (change_pct IS NULL AND share_pct IS NULL))"
"""SQL for rows that are a figure: parts of a row and bare changes are none."""
SAME = b"tieline.same"
"""The key of a Parquet file's metadata under which stands, as JSON, what is the same in every row."""
_SAME = "dataset vintage pair reporter partner flow period period_start period_end".split()
_FILLED = "freq classification edition valuation basis flags".split()
_CODE = "coalesce(code, hs, '')"


def added_up(rows: str, same: Mapping[str, object] | None = None) -> str:
    """The SELECT that adds up stored flows in the columns of the view `flow_sums`: `usd`, how many are `told` of how many `rows`.

    What follows from other columns is filled in behind the sums: of millions of rows every expression costs.

    Args:
        rows: What stands behind FROM to read them.
        same: Columns that are the same in every row, and what is in them: rows are not told apart by these.
    """
    known = {name: _literal(name, value) for name, value in (same or {}).items()}
    stored = [*_SAME, "freq", "classification", "edition", "hs_edition", "valuation", "basis", "flags"]
    told_apart = ", ".join(name for name in stored if name not in known)
    again = "".join(f", {known[name]} AS {name}" for name in stored if name in known)
    replaced = ", ".join(f"{value} AS {name}" for name, value in known.items())
    given = f"(SELECT * REPLACE ({replaced}) FROM {rows})" if replaced else rows
    sums = f"""SELECT {told_apart}, CASE WHEN coalesce(hs, '') <> '' THEN hs[1] END AS hs,
        CASE WHEN contains({_CODE}, ',') THEN -1 ELSE length({_CODE}) END AS digits,
        sum(value_usd) AS usd, count(value_usd) AS told, count(*) AS rows,
        bool_or(value_usd IS NULL AND value IS NOT NULL) AS unpriced
    FROM {given}
    WHERE {FIGURE.replace("detail", "coalesce(detail, '')")} AND (product IS NULL OR {_CODE} <> '') GROUP BY ALL"""
    return (
        f"SELECT {', '.join(_SAME)}, {filled_columns(_FILLED)}, digits, sum(usd) AS usd, sum(told)::BIGINT AS told, "
        f"sum(rows)::BIGINT AS rows, bool_or(unpriced) AS unpriced FROM (SELECT *{again} FROM ({sums})) GROUP BY ALL"
    )


def _literal(name: str, value: object) -> str:
    kind = sql_type(STORED_FLOWS.field(name).type)
    return f"CAST({'NULL' if value is None else sql_literal(value)} AS {kind})"


def same_in(file: Path) -> dict[str, object]:
    """The columns that are the same in every row of a file, as far as who wrote it tells (`SAME`)."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    told = (pq.read_metadata(file).metadata or {}).get(SAME)
    found = json.loads(told) if told else {}
    return {name: value for name, value in found.items() if name in STORED_FLOWS.names}


class KeptSums:
    """The sums of the files of loads, each in a file of its own."""

    def __init__(self, ledger: Path) -> None:
        self._folder = ledger / "sums"

    def place(self, file: Path) -> Path:
        """Where the sums of a file are kept; one that is written anew has another size."""
        return self._folder / f"{file.stem}-{file.stat().st_size}.parquet"

    def has(self, file: Path) -> bool:
        """The sums of a file are there."""
        return self.place(file).exists()

    def make(self, engine: duckdb.DuckDBPyConnection, rows: str, file: Path) -> Path:
        """Work out the sums of a file, if they are not there: whole or not at all, since others may do the same.

        Args:
            engine: That may read and write files.
            rows: What stands behind FROM to read the file's stored rows.
            file: Of a load, so that nothing is in it twice.

        Raises:
            OSError: they can't be written.
        """
        place = self.place(file)
        if self.has(file):
            return place
        self._folder.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        os.close(handle)
        try:
            sql = f"{added_up(rows, same_in(file))} ORDER BY pair"
            engine.execute(f"COPY ({sql}) TO {sql_literal(name)} (FORMAT parquet, COMPRESSION zstd)")
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
        return place


def sums_of(kept: Iterable[Path], rows: str | None) -> str:
    """The SELECT for the view `flow_sums`, of kept sums and of stored rows of files that have none; neither gives no row."""
    files = [str(path) for path in kept]
    parts = [f"SELECT * FROM read_parquet({sql_literal(files)})"] if files else []
    parts += [added_up(rows)] if rows else []
    return "\nUNION ALL BY NAME\n".join(parts) or "SELECT * FROM memory.main.flow_sums WHERE false"
