"""SQL over the last whole commits: a snapshot of the tables' files, read by DuckDB."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from deltalake import DeltaTable

from tieline.ledger.failures import explained, storage
from tieline.ledger.flow_view import filled_columns, filled_flows, of_pairs
from tieline.ledger.literals import sql_literal
from tieline.ledger.scan import SMALL, FlowFile, FlowFiles, PairIndex, Scan
from tieline.ledger.schema import FLOWS, TABLES
from tieline.ledger.sums import KeptSums, sums_of
from tieline.ledger.tables import GrowingTable, offline_duckdb, sql_type
from tieline.ledger.versions import VERSIONS, VIEWS
from tieline.model.errors import UsageError

Parameters = Sequence[Any] | Mapping[str, Any]
_ROWS = {
    "documents": "document_rows", "claims": "claim_rows", "flows": "flow_rows", "verdicts": "verdict_rows",
    "readings": "reading_rows", "loads": "load_rows", "marks": "mark_rows",
    "codes": "code_rows", "conversions": "conversion_rows", "distances": "distance_rows",
    "events": "event_rows", "tie_counts": "tie_count_rows", "roll_calls": "roll_call_rows", "overrules": "overrule_rows",
}  # fmt: skip
# without its ICU extension DuckDB shows a time with a zone in the machine's own: views have plain times, in UTC
_READ = "SELECT * REPLACE (make_timestamp(epoch_us(recorded)) AS recorded) FROM"


class Snapshots:
    """Gives a DuckDB connection whose views show the ledger at its last commits.

    Files of a Delta table never change, so a snapshot stays whole while others write, and a connection is good until a
    table has a newer commit.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables = [GrowingTable(folder, spec) for spec in TABLES]
        self._versions: list[int] | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._lock = threading.Lock()
        self._index = PairIndex(folder)
        self._kept = KeptSums(folder)
        self._flows: tuple[GrowingTable, DeltaTable] | None = None
        self._files: FlowFiles | None = None
        self.answers: dict[tuple[str, str], pa.Table] = {}
        """Small answers that were asked to be kept, as long as nothing is added."""

    def connection(self, scan: Scan | None = None) -> duckdb.DuckDBPyConnection:
        """A cursor over the newest snapshot; cheap while nothing was written.

        Args:
            scan: What rows of the flows will be asked for: the view `flows` of this cursor reads no file without them.
        """
        with self._lock, storage(self._folder):
            loaded = [table.load() for table in self._tables]
            versions = [-1 if table is None else table.version() for table in loaded]
            if self._connection is None or versions != self._versions:
                self._connection = self._build(loaded)
                self._versions = versions
                self._files = None
                self.answers = {}
            cursor = self._connection.cursor()
            if scan is not None and scan != Scan() and self._flows is not None:
                self._narrow(cursor, scan, *self._flows)
            return cursor

    def _narrow(self, cursor: duckdb.DuckDBPyConnection, scan: Scan, table: GrowingTable, state: DeltaTable) -> None:
        """Put a view of fewer files in the place of `flows`."""
        self._files = self._files or FlowFiles(table.path, state, self._index)
        unread = bool(scan.datasets) and set(scan.datasets) <= set(
            scan.summed
        )  # a view that is not asked takes time too
        files = None if unread else self._files.needed(scan)
        if files is not None or (scan.columns and not unread):
            rows = "flow_rows" if files is None else "(SELECT * FROM flow_rows WHERE false)"
            if files:
                rows = f"({_READ} {table.rows(state, files)})"
            named = f"SELECT {filled_columns(scan.columns, stored=scan.stored)} FROM {rows}" if scan.columns else ""
            cursor.execute(f"CREATE TEMP VIEW flows AS {named or filled_flows(rows, 'recorded')}")
        if scan.totals:
            wider = replace(scan, summed=(), pairs=scan.pairs if scan.totals == "same" else ())
            cursor.execute(f"CREATE TEMP VIEW flow_sums AS {self._sums(self._files.found(wider), table, state)}")

    def _sums(self, files: list[FlowFile], table: GrowingTable, state: DeltaTable) -> str:
        """The SELECT for sums of some files: of those of loads that are large they are made now, if they were not kept."""
        kept = [file for file in files if file.load is not None and self._kept.has(file.path)]
        lacking = [file for file in files if file not in kept]
        large = [file for file in lacking if file.load is not None and file.size >= SMALL]
        made: list[FlowFile] = []
        if large:
            with offline_duckdb() as engine, contextlib.suppress(OSError, duckdb.Error):
                for file in large:
                    self._kept.make(engine, table.rows(state, [str(file.path)]), file.path)
                    made.append(file)
        rest = [str(file.path) for file in lacking if file not in made]
        return sums_of(
            (self._kept.place(file.path) for file in (*kept, *made)), table.rows(state, rest) if rest else None
        )

    def files(self, scan: Scan) -> list[str]:
        """The files of flows of the newest snapshot that a scan needs."""
        self.connection()
        with self._lock, storage(self._folder):
            if self._flows is None:
                return []
            table, state = self._flows
            self._files = self._files or FlowFiles(table.path, state, self._index)
            needed = self._files.needed(scan)
            return table.files(state) if needed is None else needed

    def sums(self, pairs: Sequence[int] = ()) -> str:
        """What stands behind FROM for the flows of the newest snapshot added up by length of code, of some pairs or of all."""
        self.connection()
        sums = "SELECT * FROM flow_sums"
        with self._lock, storage(self._folder):
            if self._flows is not None:
                table, state = self._flows
                self._files = self._files or FlowFiles(table.path, state, self._index)
                sums = self._sums(self._files.found(Scan(pairs=tuple(pairs))), table, state)
        return (
            "(SELECT dataset, vintage, pair, reporter, partner, flow, freq, period, period_start, classification, edition, digits, usd, "
            "rows AS codes, contains(flags, 'suspected-copy') AS copied, told < rows AS lacking "
            f"FROM ({sums}) {of_pairs(pairs) if pairs else ''} WHERE digits >= 0)"
        )

    def datasets(self) -> dict[str, int]:
        """The datasets of the flows of the newest snapshot with their rows, as the commits tell; hardly a file is opened."""
        connection = self.connection()
        with self._lock, storage(self._folder):
            if self._flows is None:
                return {}
            table, state = self._flows
            self._files = self._files or FlowFiles(table.path, state, self._index)
            counts, unclear = self._files.told()
            if unclear:
                rows = table.rows(state, unclear)
                for name, count in connection.execute(f"SELECT dataset, count(*) FROM {rows} GROUP BY ALL").fetchall():
                    counts[name] = counts.get(name, 0) + count
            return counts

    def _build(self, loaded: list[DeltaTable | None]) -> duckdb.DuckDBPyConnection:
        connection = offline_duckdb()
        for table, state in zip(self._tables, loaded, strict=True):
            name, files = _ROWS[table.spec.name], table.files(state) if state else []
            if table.spec is FLOWS:
                self._flows = (table, state) if files and state else None
            if files and state:
                connection.execute(f"CREATE VIEW {name} AS {_READ} {table.rows(state, files)}")
            else:
                columns = ", ".join(f'"{field.name}" {sql_type(field.type)}' for field in table.spec.schema)
                connection.execute(f"CREATE TABLE no_{name} ({columns})")  # from Arrow it would import pandas first
                connection.execute(f"CREATE VIEW {name} AS {_READ} no_{name}")
        connection.execute("SET GLOBAL parquet_metadata_cache = true")  # of its cursors too
        connection.execute(f"SET allowed_directories = [{sql_literal(str(self._folder))}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        connection.execute(VERSIONS)
        connection.execute(VIEWS)
        return connection


def run(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters, path: Path) -> pa.Table:
    """Run one SELECT with bound parameters.

    Raises:
        UsageError: the SQL is not one reading statement, does not parse, or names what is not there.
        LedgerError: the files can't be read.
    """
    with _told(path):
        statement, given = _one(connection, sql, parameters)
        return connection.sql(statement, params=given or None).to_arrow_table()


def run_rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters, path: Path
) -> list[dict[str, Any]]:  # fmt: skip
    """As `run`, row by row: of few rows it costs less, since the query is bound once and no Arrow is made of them."""
    with _told(path):
        statement, given = _one(connection, sql, parameters)
        found = connection.execute(statement, given or None)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _one(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters) -> tuple[duckdb.Statement, Any]:
    """The one SELECT, and what is bound in it."""
    statements = connection.extract_statements(sql)
    if [s.type for s in statements] not in ([duckdb.StatementType.SELECT], [duckdb.StatementType.EXPLAIN]):
        raise UsageError("a query must be one SELECT: the ledger is only added to by reading, loading and checking")
    return statements[0], dict(parameters) if isinstance(parameters, Mapping) else list(parameters)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What DuckDB finds wrong, in our errors."""
    try:
        yield
    except duckdb.IOException as error:
        raise explained(error, path) from error
    except duckdb.Error as error:
        raise UsageError(
            f"the query can't be run: {error}\nThere are the views documents, claims, flows, flow_sums, loads, marks, codes, conversions, "
            "distances, events, tie_counts, roll_calls, verdicts, overrules, all_documents and all_claims; `DESCRIBE claims` lists the columns of one"
        ) from error
