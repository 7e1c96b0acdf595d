"""Flows added up by length of code, file by file: totals that no row states, and what tells whether parts and years fit.

The sums of a committed file are kept in a folder beside the tables. They can be taken away at any time: a load makes them
anew, and a question reads the rows themselves.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal

_KEY = "reporter, partner, flow, freq, period, period_start, classification, edition"
_OF = f"dataset, vintage, pair, {_KEY}"
_SUMS = f"""SELECT {_OF}, length(code) AS digits, sum(value_usd) AS usd, count(DISTINCT code) AS codes,
    bool_or(contains(flags, 'suspected-copy')) AS copied, bool_or(value_usd IS NULL) AS lacking"""
_OF_FILE = _SUMS.replace("count(DISTINCT code)", "count(*)")  # of a file a code is there once
_ROWS = "detail = '' AND NOT contains(code, ',')"
_SHAPE = 2
"""Raised with the columns of the sums that are kept: what has others is passed over."""


class Cells:
    """The sums of a dataset at a vintage: reporter, partner, flow, period, classification, edition, length of code."""

    def __init__(self, folder: Path, dataset: str, vintage: str) -> None:
        self._folder = folder
        self._scope = f"dataset = {sql_literal(dataset)} AND vintage = {sql_literal(vintage)}"
        self._name = hashlib.sha256(f"{dataset}\0{vintage}".encode()).hexdigest()[:16]

    def make(self, engine: duckdb.DuckDBPyConnection) -> None:
        """An empty table of the sums of files: `pieces`; and `cells`, which adds them up."""
        nothing = "SELECT NULL::VARCHAR AS {}".format(", NULL::VARCHAR AS ".join(_OF.split(", ")))
        engine.execute(
            "CREATE TEMP TABLE pieces AS SELECT * REPLACE (NULL::DATE AS period_start, 0::BIGINT AS pair), 0::BIGINT AS digits, "
            f"0.0::DOUBLE AS usd, 0::BIGINT AS codes, false AS copied, false AS lacking FROM ({nothing}) LIMIT 0"
        )
        engine.execute(
            f"CREATE TEMP VIEW cells AS SELECT {_KEY}, digits, sum(usd) AS usd, sum(codes)::BIGINT AS codes, "
            "bool_or(copied) AS copied FROM pieces GROUP BY ALL"
        )

    def add(self, engine: duckdb.DuckDBPyConnection, rows: str, file: Path | None) -> None:
        """Add the sums of a file's rows.

        Args:
            engine: Where `make` was called.
            rows: What stands behind FROM to read the file.
            file: Whose sums are kept, by its name and size; None for rows that came from no file, which may be there twice.
        """
        flows = f"({filled_flows(rows)}) WHERE {self._scope} AND {_ROWS}"
        if file is None:
            once = f"SELECT DISTINCT {_OF}, code, value_usd, flags FROM {flows}"
            engine.execute(f"INSERT INTO pieces BY NAME {_SUMS} FROM ({once}) GROUP BY ALL")
            return
        kept = self.place(file)
        if not kept.exists():
            self._write(engine, f"{_OF_FILE} FROM {flows} GROUP BY ALL ORDER BY pair", kept)
        engine.execute(f"INSERT INTO pieces BY NAME FROM read_parquet({sql_literal(str(kept))})")

    def place(self, file: Path) -> Path:
        """Where the sums of a file are kept; one that is written anew has another size."""
        return self._folder / f"{self._stem(file)}-{_SHAPE}.parquet"

    def looked_at(self, file: Path) -> bool:
        """The sums of a file were worked out once, in this shape or an earlier one."""
        return any(self._folder.glob(f"{self._stem(file)}*.parquet"))

    def _stem(self, file: Path) -> str:
        return f"{file.stem}-{file.stat().st_size}-{self._name}"

    def _write(self, engine: duckdb.DuckDBPyConnection, sql: str, path: Path) -> None:
        """Write whole or not at all: another process may read or write the same."""
        self._folder.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
        os.close(handle)
        try:
            engine.execute(f"COPY ({sql}) TO {sql_literal(name)} (FORMAT parquet, COMPRESSION zstd)")
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def kept_sums(kept: Sequence[Path]) -> str:
    """What stands behind FROM to read the sums of files that are kept."""
    return f"read_parquet({sql_literal([str(path) for path in kept])})"


def sums_of_rows(rows: str) -> str:
    """What stands behind FROM for the sums of rows of flows, in the columns of those that are kept."""
    return f"({_OF_FILE} FROM ({filled_flows(rows)}) WHERE {_ROWS} GROUP BY ALL)"
