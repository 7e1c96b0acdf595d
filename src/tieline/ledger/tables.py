"""A Delta table that only grows: each row once, however many processes add it."""

from __future__ import annotations

import random
import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import CommitProperties, DeltaTable, Transaction, WriterProperties, write_deltalake
from deltalake.exceptions import CommitFailedError

from tieline.ledger.failures import storage
from tieline.ledger.schema import TableSpec
from tieline.model.errors import LedgerError

ATTEMPTS = 60
"""How often a commit is tried before giving up: half a minute or so of losing every race."""

_WRITER = WriterProperties(compression="ZSTD", max_row_group_size=65_536)
_SETTINGS: dict[str, str | None] = {"delta.appendOnly": "true"}


class GrowingTable:
    """One table of the ledger, at `folder/spec.name`. It comes into being with its first row."""

    def __init__(self, folder: Path, spec: TableSpec) -> None:
        self.spec = spec
        self.path = folder / spec.name

    def load(self) -> DeltaTable | None:
        """The table at its last commit; None if there was none yet."""
        with storage(self.path):
            return DeltaTable(self.path) if DeltaTable.is_deltatable(str(self.path)) else None

    def make(self) -> DeltaTable:
        """The table at its last commit, made if need be, by whichever process comes first."""
        table = self.load()
        if table is not None:
            return table
        try:
            with storage(self.path):
                self.path.mkdir(parents=True, exist_ok=True)
                return DeltaTable.create(self.path, self.spec.schema, mode="ignore", configuration=_SETTINGS)
        except (CommitFailedError, LedgerError):
            table = self.load()
            if table is None:
                raise
            return table

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
        added = [self._insert(self._of_scope(rows, scope), scope) for scope in scopes if rows.num_rows]
        return pa.concat_tables(added) if added else rows

    def files(self, table: DeltaTable) -> list[str]:
        """The data files of a commit, as the file system names them (`file_uris` escapes blanks and letters)."""
        return [str(self.path / uri.rsplit("/", 1)[1]) for uri in table.file_uris()]

    def missing(self, rows: pa.Table) -> pa.Table:
        """The rows whose key is not there yet."""
        table = self.load()
        if table is None or not rows.num_rows:
            return rows
        with storage(self.path):
            return self._missing(table, rows, {})[0]

    def _of_scope(self, rows: pa.Table, scope: dict[str, str]) -> pa.Table:
        for name, value in scope.items():
            rows = rows.filter(pc.equal(rows[name], value))
        if self.spec.sort:
            rows = rows.sort_by([(name, "ascending") for name in self.spec.sort])
        return _first_of_each(rows, self.spec.key)

    def _insert(self, rows: pa.Table, scope: dict[str, str]) -> pa.Table:
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(random.uniform(0.2, 1.0) * min(1.0, 0.01 * 2**attempt))  # noqa: S311
            table = self.make()
            try:
                with storage(self.path):
                    new, bare = self._missing(table, rows, scope)
                    if new.num_rows:
                        (self._append if bare else self._merge)(table, new, scope)
                    return new
            except CommitFailedError:
                continue
        raise LedgerError(
            f"{self.path} was written by others at every one of {ATTEMPTS} tries. Nothing of this commit was written "
            "and nothing recorded was lost; run the same command again when fewer processes write"
        )

    def _missing(self, table: DeltaTable, rows: pa.Table, scope: dict[str, str]) -> tuple[pa.Table, bool]:
        """The rows whose key the table does not have, and whether its scope (if it has one) is empty."""
        files = self.files(table)
        if not files:
            return rows, bool(scope)
        there = f"read_parquet({sql_list(files)})"
        if scope:
            there += " WHERE " + " AND ".join(f"{name} = {sql_text(value)}" for name, value in scope.items())
        key = ", ".join(self.spec.key)
        with offline_duckdb() as connection:
            known = connection.sql(f"SELECT DISTINCT {key} FROM {there}")
            if scope and not known.limit(1).fetchall():
                return rows, True
            known.create("known")
            connection.register("given", rows.select(self.spec.key).append_column("place", _positions(rows)))
            kept = connection.sql(
                f"SELECT place FROM given ANTI JOIN known USING ({key}) ORDER BY place"
            ).to_arrow_table()
        return rows.take(kept["place"]), False

    def _commit(self, table: DeltaTable, scope: dict[str, str]) -> CommitProperties | None:
        """For a scope, a mark that lets of two commits on the same state only one through, an append too."""
        if not scope:
            return None
        lock = "/".join((self.spec.name, *scope.values()))
        return CommitProperties(app_transactions=[Transaction(lock, (table.transaction_version(lock) or 0) + 1)])

    def _append(self, table: DeltaTable, rows: pa.Table, scope: dict[str, str]) -> None:
        """Write in the order given, which a merge does not keep."""
        commit = self._commit(table, scope)
        write_deltalake(table, rows, mode="append", writer_properties=_WRITER, commit_properties=commit)

    def _merge(self, table: DeltaTable, rows: pa.Table, scope: dict[str, str]) -> None:
        terms = [f"t.{name} = {sql_text(value)}" for name, value in scope.items()]
        terms += [f"t.{name} = s.{name}" for name in self.spec.key]
        merger = table.merge(
            rows,
            predicate=" AND ".join(terms),
            source_alias="s",
            target_alias="t",
            writer_properties=_WRITER,
            commit_properties=self._commit(table, scope),
        )
        merger.when_not_matched_insert_all().execute()


def offline_duckdb() -> duckdb.DuckDBPyConnection:
    """An empty DuckDB in memory that neither loads nor fetches extensions."""
    return duckdb.connect(
        ":memory:",
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"},
    )


def sql_text(value: str) -> str:
    """A text as an SQL literal."""
    return "'" + value.replace("'", "''") + "'"


def sql_list(files: list[str]) -> str:
    """File names as an SQL list for `read_parquet`, none of them taken for a pattern."""
    return "[" + ", ".join(sql_text(file) for file in files) + "]"


def _positions(rows: pa.Table) -> pa.Array:
    return pa.array(range(rows.num_rows), pa.int64())


def _first_of_each(rows: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """The rows without those whose key came before."""
    first = rows.select(key).append_column("place", _positions(rows)).group_by(key).aggregate([("place", "min")])
    return rows if first.num_rows == rows.num_rows else rows.take(first["place_min"].sort())
