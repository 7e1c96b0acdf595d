"""Flows added up by length of code, file by file: totals of two countries are read off these, not off millions of rows.

They are what the view `flow_sums` gives: a row for each reporter, partner, flow, period, edition and length of code. The sums
of a file of a load are kept in the folder `sums` beside the tables: a committed file never changes. They are made when it is
loaded, or first asked for, and can be taken away at any time. Where they can't be written, the rows are added up each time.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import duckdb

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal

FIGURE = "detail = '' AND (value IS NOT NULL OR value_usd IS NOT NULL OR (change_pct IS NULL AND share_pct IS NULL))"
"""SQL for rows that are a figure: parts of a row and bare changes are none."""
_KEY = (
    "dataset, vintage, pair, reporter, partner, flow, freq, period, period_start, period_end, classification, edition, "
    "valuation, basis, flags"
)
_DIGITS = "CASE WHEN contains(code, ',') THEN -1 ELSE length(code) END AS digits"  # of a list of codes -1


def added_up(rows: str) -> str:
    """The SELECT that adds up flows in the columns of the view `flows`: `usd`, how many are `told` of how many `rows`."""
    return (
        f"SELECT {_KEY}, {_DIGITS}, sum(value_usd) AS usd, count(value_usd) AS told, count(*) AS rows, "
        f"bool_or(value_usd IS NULL AND value IS NOT NULL) AS unpriced FROM {rows} "
        f"WHERE {FIGURE} AND (product IS NULL OR code <> '') GROUP BY ALL"
    )


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
            sql = f"{added_up(f'({filled_flows(rows)})')} ORDER BY pair"
            engine.execute(f"COPY ({sql}) TO {sql_literal(name)} (FORMAT parquet, COMPRESSION zstd)")
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
        return place


def sums_of(kept: Iterable[Path], rows: str | None) -> str:
    """The SELECT for the view `flow_sums`, of kept sums and of stored rows of files that have none; neither gives no row."""
    files = [str(path) for path in kept]
    parts = [f"SELECT * FROM read_parquet({sql_literal(files)})"] if files else []
    parts += [added_up(f"({filled_flows(rows)})")] if rows else []
    return "\nUNION ALL BY NAME\n".join(parts) or "SELECT * FROM memory.main.flow_sums WHERE false"
