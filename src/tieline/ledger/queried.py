"""A folder of tables that can be asked: what stories, statistics and verdicts of a ledger have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from tieline.ledger.queries import Parameters, Snapshots, run, run_rows
from tieline.ledger.scan import Scan


class Queried:
    """Tables in a folder, as they are at the last whole commits.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._snapshots = Snapshots(path)

    def query(self, sql: str, params: Parameters = (), *, scan: Scan | None = None) -> pa.Table:
        """Run one SELECT of DuckDB's SQL over the last whole commits.

        The views are `documents`, `claims` (of the last versions), `flows`, `verdicts`, and `all_documents`, `all_claims`.

        Args:
            sql: With `?`, `$1` or `$name` where a parameter goes.
            params: A sequence for `?` and `$1`, a mapping for `$name`.
            scan: Which rows of `flows` the query will ask for, so that files without them need not be opened. The answer is
                the same without it.

        Raises:
            UsageError: the SQL is not one SELECT or can't be run.
        """
        return run(self._snapshots.connection(scan), sql, params, self.path)

    def rows(self, sql: str, params: Parameters = (), *, scan: Scan | None = None) -> list[dict[str, Any]]:
        """As `query`, for answers of few rows: each as a mapping of column to value, which takes less time than a table."""
        return run_rows(self._snapshots.connection(scan), sql, params, self.path)

    def recall(self, sql: str, params: Parameters = (), *, scan: Scan | None = None) -> pa.Table:
        """As `query`; the answer is kept and given again until something is added. For small ones that every question needs."""
        self._snapshots.connection()  # empties `answers` if something was added
        key = (sql, repr(params))
        if key not in self._snapshots.answers:
            self._snapshots.answers[key] = self.query(sql, params, scan=scan)
        return self._snapshots.answers[key]

    def _rows(self, sql: str, params: Parameters = ()) -> list[dict[str, Any]]:
        return list(self.query(sql, params).to_pylist())
