"""A Delta table that only grows: each row once, however many processes add it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import duckdb
import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Schema, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError

from tieline.ledger.commits import files_told
from tieline.ledger.compaction import compact
from tieline.ledger.failures import storage
from tieline.ledger.flow_view import filled_flows
from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import FLOWS, TableSpec
from tieline.model.errors import LedgerError

T = TypeVar("T")
ATTEMPTS = 60
"""How often a commit is tried before giving up: half a minute or so of losing every race."""

_WRITER = WriterProperties(compression="ZSTD", max_row_group_size=65_536)
_SQL_TYPES: dict[pa.DataType, str] = {
    pa.string(): "VARCHAR", pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.date32(): "DATE",
    pa.bool_(): "BOOLEAN",
    pa.timestamp("us", tz="UTC"): "TIMESTAMPTZ", pa.list_(pa.string()): "VARCHAR[]",
}  # fmt: skip
_SETTLED = 2_000_000_000
"""Nanoseconds after which a folder's time tells of every change: two changes within one tick of its clock share a time."""
_SETTINGS: dict[str, str | None] = {"delta.appendOnly": "true"}


class GrowingTable:
    """One table of the ledger, at `folder/spec.name`. It comes into being with its first row."""

    def __init__(self, folder: Path, spec: TableSpec) -> None:
        self.spec = spec
        self.path = folder / spec.name
        self._loaded: DeltaTable | None = None
        self._seen: tuple[DeltaTable, int] | None = None
        self._read: tuple[int, list[pa.Field], bool] | None = None
        self._duckdb: duckdb.DuckDBPyConnection | None = None
        self._lock = threading.Lock()

    def load(self) -> DeltaTable | None:
        """The table at its last commit; None if there was none yet."""
        with storage(self.path):
            if self._loaded is not None:
                changed = self._changed()
                if self._seen is None or self._seen[0] is not self._loaded or self._seen[1] != changed:
                    self._loaded.update_incremental()
                    self._seen = (self._loaded, changed) if time.time_ns() - changed > _SETTLED else None
            elif DeltaTable.is_deltatable(str(self.path)):
                self._loaded = DeltaTable(self.path)
            return self._loaded

    def _changed(self) -> int:
        """When a commit was last added to the table's log, in nanoseconds since 1970."""
        return (self.path / "_delta_log").stat().st_mtime_ns

    def make(self) -> DeltaTable:
        """The table at its last commit, made if need be, by whichever process comes first."""
        table = self.load()
        if table is not None:
            return table
        try:
            with storage(self.path):
                self.path.mkdir(parents=True, exist_ok=True)
                DeltaTable.create(self.path, self.spec.schema, mode="ignore", configuration=_SETTINGS)
        except (CommitFailedError, LedgerError):
            table = self.load()
            if table is None:
                raise
            return table
        return self.load() or self.make()

    def insert(self, rows: pa.Table) -> pa.Table:
        """Add the rows whose key is not there yet, in one commit for each scope; give those that were added.

        Args:
            rows: In the columns of the table.

        Raises:
            LedgerError: the disk is full, the table can't be written, or others won every race for it.
        """
        scopes: list[dict[str, str]] = [{}]
        if self.spec.scope:
            scopes = rows.group_by(self.spec.scope, use_threads=False).aggregate([]).to_pylist()
        with self._lock:
            added = [self._insert(self._of_scope(rows, scope), scope) for scope in scopes if rows.num_rows]
        return pa.concat_tables(added) if added else rows

    def files(self, table: DeltaTable) -> list[str]:
        """The data files of a commit, as the file system names them (`file_uris` escapes blanks and letters)."""
        return [str(self.path / uri.rsplit("/", 1)[1]) for uri in table.file_uris()]

    def rows(self, table: DeltaTable, files: list[str]) -> str:
        """What stands behind FROM to read these files of a commit: a column that a file lacks is null in it."""
        version = table.version()
        if self._read is None or self._read[0] != version:
            self._read = (version, *self._reading(table))
        _, lacking, mixed = self._read
        rows = f"read_parquet({sql_literal(files)}{', union_by_name = true' if mixed else ''})"
        nulls = "".join(f", NULL::{sql_type(field.type)} AS {field.name}" for field in lacking)
        return f"(SELECT *{nulls} FROM {rows})" if lacking else rows

    def _reading(self, table: DeltaTable) -> tuple[list[pa.Field], bool]:
        """The columns that no file of a commit has, and whether some files lack some of the others."""
        lacking = self._lacking(table)
        if self.spec.grown is None or lacking:
            return lacking, False
        counts = files_told(table)
        name = f"null_count.{self.spec.grown}"
        known = counts.num_rows - counts[name].null_count if name in counts.column_names else 0
        if known:
            return lacking, known < counts.num_rows
        names = self.spec.schema.names
        lacking = [self.spec.schema.field(each) for each in names[names.index(self.spec.grown) :]]
        return [field for field in lacking if field.name != "recorded"], False

    def _lacking(self, table: DeltaTable) -> list[pa.Field]:
        there = {field.name for field in table.schema().fields}
        return [field for field in self.spec.schema if field.name not in there]

    def grow(self) -> DeltaTable:
        """The table, made if need be, with every column of the spec."""
        table = self.make()
        lacking = self._lacking(table)
        if lacking:
            with storage(self.path):
                table.alter.add_columns(Schema.from_arrow(pa.schema(lacking)).fields)
            table = self.load() or table
        return table

    def missing(self, rows: pa.Table) -> pa.Table:
        """The rows whose key is not there yet."""
        with self._lock, storage(self.path):
            table = self.load()
            return rows if table is None or not rows.num_rows else self._missing(table, rows, {})

    def _of_scope(self, rows: pa.Table, scope: dict[str, str]) -> pa.Table:
        import pyarrow.compute as pc  # noqa: PLC0415  not needed to ask a ledger

        for name, value in scope.items():
            rows = rows.filter(pc.equal(rows[name], value))
        if self.spec.sort:
            rows = rows.sort_by([(name, "ascending") for name in self.spec.sort])
        return _first_of_each(rows, self.spec.key)

    def add_again(self, rows: pa.Table) -> None:
        """Add rows whose key is there already: a later record of the same thing, beside the earlier one.

        Raises:
            LedgerError: as `insert`.
        """

        def write(table: DeltaTable) -> None:
            write_deltalake(table, rows, mode="append", writer_properties=_WRITER)

        if rows.num_rows:
            with self._lock:
                self._committed(write)

    def _insert(self, rows: pa.Table, scope: dict[str, str]) -> pa.Table:
        def write(table: DeltaTable) -> pa.Table:
            new = self._missing(table, rows, scope)
            if new.num_rows:
                self._append(table, new, scope) if scope else self._merge(table, new)
            return new

        return self._committed(write)

    def _committed(self, write: Callable[[DeltaTable], T]) -> T:
        """Write to the table at its last commit, again where another process was faster."""
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(random.uniform(0.2, 1.0) * min(1.0, 0.01 * 2**attempt))  # noqa: S311
            try:
                table = self.grow() if self.spec.grown else self.make()
                with storage(self.path):
                    written = write(table)
            except CommitFailedError:
                self._loaded = None
                continue
            if self.spec.small:
                compact(table, _WRITER)
            return written
        raise LedgerError(
            f"{self.path} was written by others at every one of {ATTEMPTS} tries. Nothing of this commit was written "
            "and nothing recorded was lost; run the same command again when fewer processes write"
        )

    def _missing(self, table: DeltaTable, rows: pa.Table, scope: dict[str, str]) -> pa.Table:
        files = self.files(table)
        if not files:
            return rows
        there = " AND ".join(f"{name} = {sql_literal(value)}" for name, value in scope.items()) or "true"
        key = ", ".join(self.spec.key)
        self._duckdb = self._duckdb or offline_duckdb()
        with self._duckdb.cursor() as cursor:
            cursor.register("given", rows.select(self.spec.key).append_column("place", _positions(rows)))
            places = cursor.sql(
                f"SELECT place FROM given ANTI JOIN (SELECT {key} FROM ({self._stored(table, files)}) WHERE {there}) "
                f"USING ({key}) ORDER BY place"
            ).to_arrow_table()
        return rows if places.num_rows == rows.num_rows else rows.take(places["place"])

    def _stored(self, table: DeltaTable, files: list[str]) -> str:
        rows = self.rows(table, files)
        return filled_flows(rows) if self.spec is FLOWS else f"FROM {rows}"

    def _merge(self, table: DeltaTable, rows: pa.Table) -> None:
        there = {field.name for field in table.schema().fields}
        rows = rows.select([name for name in rows.column_names if name in there])  # the table may be of an earlier day
        merger = table.merge(
            rows,
            predicate=" AND ".join(f"t.{name} = s.{name}" for name in self.spec.key),
            source_alias="s",
            target_alias="t",
            writer_properties=_WRITER,
        )
        merger.when_not_matched_insert_all().execute()

    def _append(self, table: DeltaTable, rows: pa.Table, scope: dict[str, str]) -> None:
        """Write rows that the table at this commit does not have, in their order, which a merge would not keep.

        The scope is a mark in the commit: of two commits upon the same state with the same mark only one goes through,
        the other fails as a merge would.
        """
        mark = "/".join((self.spec.name, *scope.values()))
        once = CommitProperties(app_transactions=[Transaction(mark, (table.transaction_version(mark) or 0) + 1)])
        write_deltalake(table, rows, mode="append", writer_properties=_WRITER, commit_properties=once)


def offline_duckdb() -> duckdb.DuckDBPyConnection:
    """An empty DuckDB in memory that neither loads nor fetches extensions."""
    return duckdb.connect(
        ":memory:",
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"},
    )


def sql_type(kind: pa.DataType) -> str:
    """The SQL type of a column."""
    return _SQL_TYPES[kind]


def _positions(rows: pa.Table) -> pa.Array:
    return pa.array(range(rows.num_rows), pa.int64())


def _first_of_each(rows: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """The rows without those whose key came before."""
    first = rows.select(key).append_column("place", _positions(rows)).group_by(key).aggregate([("place", "min")])
    return rows if first.num_rows == rows.num_rows else rows.take(first["place_min"].sort())
