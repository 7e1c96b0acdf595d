"""Flows added up by length of code, file by file: what tells whether totals, parts and years fit together.

The sums of a committed file are kept in a folder beside the tables. They can be taken away at any time: they are made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import duckdb

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal

_KEY = "reporter, partner, flow, freq, period, period_start, classification, edition"
_SUMS = f"""SELECT {_KEY}, length(code) AS digits, sum(value_usd) AS usd, count(DISTINCT code) AS codes,
    bool_or(contains(flags, 'suspected-copy')) AS copied"""
_ROWS = "detail = '' AND NOT contains(code, ',')"


class Cells:
    """The sums of a dataset at a vintage: reporter, partner, flow, period, classification, edition, length of code."""

    def __init__(self, folder: Path, dataset: str, vintage: str) -> None:
        self._folder = folder
        self._scope = f"dataset = {sql_literal(dataset)} AND vintage = {sql_literal(vintage)}"
        self._name = hashlib.sha256(f"{dataset}\0{vintage}".encode()).hexdigest()[:16]

    def make(self, engine: duckdb.DuckDBPyConnection) -> None:
        """An empty table of the sums of files: `pieces`; and `cells`, which adds them up."""
        nothing = "SELECT NULL::VARCHAR AS {}".format(", NULL::VARCHAR AS ".join(_KEY.split(", ")))
        engine.execute(
            f"CREATE TEMP TABLE pieces AS SELECT * REPLACE (NULL::DATE AS period_start), 0::BIGINT AS digits, 0.0::DOUBLE AS usd, "
            f"0::BIGINT AS codes, false AS copied FROM ({nothing}) LIMIT 0"
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
            once = f"SELECT DISTINCT {_KEY}, code, value_usd, flags FROM {flows}"
            engine.execute(f"INSERT INTO pieces BY NAME {_SUMS} FROM ({once}) GROUP BY ALL")
            return
        kept = self.place(file)
        if not kept.exists():
            sums = _SUMS.replace("count(DISTINCT code)", "count(*)")  # of a file a code is there once
            self._write(engine, f"{sums} FROM {flows} GROUP BY ALL", kept)
        engine.execute(f"INSERT INTO pieces BY NAME FROM read_parquet({sql_literal(str(kept))})")

    def place(self, file: Path) -> Path:
        """Where the sums of a file are kept; one that is written anew has another size."""
        return self._folder / f"{file.stem}-{file.stat().st_size}-{self._name}.parquet"

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
