"""Add a whole load to the table of flows: Parquet files that lie in its folder become part of it in one commit.

Of two loads into one dataset and vintage the later sees the earlier: both leave the same mark in their commit, and of two
commits upon the same state with one mark only the first goes through.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, Schema, Transaction
from deltalake.exceptions import CommitFailedError
from deltalake.transaction import AddAction

from tieline.ledger.failures import storage
from tieline.ledger.flow_view import filled_flows
from tieline.ledger.schema import FLOW_SCHEMA, FLOWS, STORED_FLOWS
from tieline.ledger.tables import ATTEMPTS, GrowingTable, offline_duckdb, sql_list, sql_text
from tieline.model.errors import ConflictError, LedgerError

MEMORY = "400MB"
PREFIX = "load-"
_OLD = 24 * 3600


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A Parquet file that is written and not yet committed.

    Attributes:
        path: In the folder of the table.
        rows: How many.
        pairs: The least and the greatest `pair`.
        days: The first and the last day, ISO.
    """

    path: Path
    rows: int
    pairs: tuple[int, int]
    days: tuple[str, str]


class FlowLoads:
    """Loads of whole files into the table of flows."""

    def __init__(self, table: GrowingTable) -> None:
        self._table = table

    @property
    def folder(self) -> Path:
        """Where the files of a load are written."""
        self._table.path.mkdir(parents=True, exist_ok=True)
        return self._table.path

    def has(self, load_id: str) -> bool:
        """Whether a load was committed."""
        return any(load_id == each for each, *_ in self._actions())

    def add(self, files: Sequence[StagedFile], *, load_id: str, dataset: str, vintage: str) -> int:
        """Commit the files of a load; give how many of its rows are new.

        Rows that the dataset has at this vintage already are not added again. A load that was committed is not added.

        Raises:
            ConflictError: a figure has another value than the ledger has for it at this vintage; nothing was added.
            LedgerError: the disk is full, or others won every race.
        """
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(random.uniform(0.2, 1.0) * min(1.0, 0.01 * 2**attempt))  # noqa: S311
            try:
                table = self._table.grow()
                if self.has(load_id):
                    return 0
                with storage(self._table.path):
                    new = self._only_new(files, dataset, vintage)
                    if not new:
                        return 0
                    mark = f"{self._table.spec.name}/{dataset}/{vintage}"
                    once = Transaction(mark, (table.transaction_version(mark) or 0) + 1)
                    table.create_write_transaction(
                        [_action(file, load_id, dataset, vintage) for file in new],
                        "append",
                        Schema.from_arrow(pa.schema(table.schema())),
                        commit_properties=CommitProperties(app_transactions=[once]),
                    )
                return sum(file.rows for file in new)
            except CommitFailedError:
                self._table._loaded = None  # noqa: SLF001
                continue
        raise LedgerError(
            f"{self._table.path} was written by others at every one of {ATTEMPTS} tries; nothing of this load was "
            "written. Run the same command again when fewer processes write"
        )

    @property
    def temporary(self) -> Path:
        """Where engines may put what does not fit into memory."""
        return self._table.path.parent / "temporary"

    def files_of(self, dataset: str, vintage: str, days: tuple[str, str] | None = None) -> list[Path]:
        """The committed files that may have rows of a dataset at a vintage, between two days (ISO, both included)."""
        first, last = days or ("", "9999")
        return [
            self._table.path / path.rsplit("/", 1)[-1]
            for load, path, its_dataset, its_vintage, begin, end in self._actions()
            if (load is None or (its_dataset, its_vintage) == (dataset, vintage))
            and (begin is None or begin <= last)
            and (end is None or end >= first)
        ]

    def rows(self, files: Sequence[Path]) -> str:
        """What stands behind FROM to read committed files."""
        state = self._table.load()
        assert state is not None  # noqa: S101
        return self._table.rows(state, [str(file) for file in files])

    def clear(self) -> None:
        """Take away what loads that were killed have left; what is younger than a day may be one that is at work."""
        try:
            state = self._table.load()
            known = {Path(file).name for file in self._table.files(state)} if state else set()
            for path in self._table.path.glob(f"{PREFIX}*"):
                if path.name not in known and time.time() - path.stat().st_mtime > _OLD:
                    path.unlink(missing_ok=True)
        except OSError:
            return  # it can wait

    def _actions(self) -> Iterator[tuple[str | None, str, str | None, str | None, str | None, str | None]]:
        """Of each committed file its load, name, dataset, vintage and days, as far as its commit says so."""
        state = self._table.load()
        if state is None:
            return
        actions = pa.table(state.get_add_actions(flatten=True))
        names = ("min.load_id", "path", "min.dataset", "min.vintage", "min.period_start", "max.period_end")
        columns = [
            actions[name].to_pylist() if name in actions.column_names else [None] * actions.num_rows for name in names
        ]
        for load, path, dataset, vintage, first, last in zip(*columns, strict=True):
            yield load, path, dataset, vintage, str(first) if first else None, str(last) if last else None

    def _only_new(self, files: Sequence[StagedFile], dataset: str, vintage: str) -> list[StagedFile]:
        """The files without rows that are there already."""
        first, last = min(file.days[0] for file in files), max(file.days[1] for file in files)
        same = self.files_of(dataset, vintage, (first, last))
        if not same:
            return list(files)
        with offline_duckdb() as engine:
            engine.execute(f"SET memory_limit = '{MEMORY}'")
            engine.execute(f"SET temp_directory = {sql_text(str(self.temporary))}")
            engine.execute(_overlap(self.rows(same), files, dataset, vintage))
            differing = engine.sql("SELECT * FROM overlap WHERE NOT agrees ORDER BY new_origin, new_line LIMIT 3")
            shown = differing.to_arrow_table().to_pylist()
            count = engine.execute("SELECT count(*) FROM overlap WHERE NOT agrees").fetchall()[0][0]
            if shown:
                raise ConflictError(_conflict(shown, count, dataset, vintage))
            known = engine.execute("SELECT count(*) FROM overlap").fetchall()[0][0]
            rest = [_without(engine, file) for file in files] if known else list(files)
            return [file for file in rest if file.rows]


_NAMING = ("reporter", "partner", "flow", "period", "classification", "edition", "code", "product", "detail", "unit")
_NUMBERS = ("value_usd", "value", "quantity", "net_kg", "change_pct", "share_pct")


def _overlap(there: str, files: Sequence[StagedFile], dataset: str, vintage: str) -> str:
    new = f"read_parquet({sql_list([str(file.path) for file in files])}, filename = true, file_row_number = true)"
    scope = f"dataset = {sql_text(dataset)} AND vintage = {sql_text(vintage)}"
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
        f"{count} figures differ from those that the ledger has of {dataset} {at}: {shown}{more}. Nothing of the file was "
        "loaded. If it is another release, name its day with --vintage; if it is another dataset, with --dataset"
    )


def _number(value: float | None) -> str:
    return "no value" if value is None else f"{value:,.12g}"


def _without(engine: Any, file: StagedFile) -> StagedFile:
    """The file written anew without the rows that the ledger has."""
    path = file.path.with_name(f"{PREFIX}rest-{file.path.name.removeprefix(PREFIX)}")
    engine.execute(f"""COPY (
        SELECT * EXCLUDE (file_row_number) FROM read_parquet({sql_list([str(file.path)])}, file_row_number = true) n
        ANTI JOIN (SELECT * FROM overlap WHERE filename = {sql_text(str(file.path))} AND NOT adds) USING (file_row_number)
        ORDER BY n.pair, n.line) TO {sql_text(str(path))} (COMPRESSION zstd, ROW_GROUP_SIZE 65536)""")
    rows = engine.execute(f"SELECT count(*) FROM read_parquet({sql_list([str(path)])})").fetchall()[0][0]
    path.replace(file.path)
    if not rows:
        file.path.unlink()
    return StagedFile(file.path, rows, file.pairs, file.days)


def _action(file: StagedFile, load_id: str, dataset: str, vintage: str) -> AddAction:
    low = {"pair": file.pairs[0], "dataset": dataset, "vintage": vintage, "load_id": load_id}
    high = low | {"pair": file.pairs[1]}
    stats = {
        "numRecords": file.rows,
        "minValues": low | {"period_start": file.days[0], "period_end": file.days[0]},
        "maxValues": high | {"period_start": file.days[1], "period_end": file.days[1]},
        "nullCount": {"pair": 0, "dataset": 0, "vintage": 0, "load_id": 0, "basis": 0},
    }
    seen = file.path.stat()
    return AddAction(file.path.name, seen.st_size, {}, int(seen.st_mtime * 1000), True, json.dumps(stats))  # noqa: FBT003


@contextmanager
def flows_beside(
    ledger: HasFlows, files: Sequence[Path], *, dataset: str, vintage: str, most: int
) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """An engine with the table `f`: staged flows and those that the ledger has of this dataset and vintage, wholes alone.

    None where there are more than `most` rows of both, by the counts of their files.
    """
    loads = ledger.flow_loads
    there = loads.files_of(dataset, vintage)
    count = sum(pq.read_metadata(path).num_rows for path in [*files, *there])
    if count > most:
        yield None
        return
    with offline_duckdb() as engine:
        engine.execute(f"SET memory_limit = '{MEMORY}'")
        engine.execute(f"SET temp_directory = {sql_text(str(loads.temporary))}")
        scope = f"dataset = {sql_text(dataset)} AND vintage = {sql_text(vintage)} AND detail = ''"
        staged = f"read_parquet({sql_list([str(path) for path in files])})"
        rows = f"SELECT * FROM ({filled_flows(staged)})"
        if there:
            rows += f" UNION ALL BY NAME SELECT * FROM ({filled_flows(loads.rows(there))})"
        columns = "reporter, partner, flow, freq, period, period_start, classification, edition, code, value_usd, flags"
        engine.execute(f"CREATE TEMP TABLE f AS SELECT DISTINCT {columns} FROM ({rows}) WHERE {scope}")
        yield engine


class HasFlows(Protocol):
    """A ledger, as far as this module knows it."""

    @property
    def flow_loads(self) -> FlowLoads:
        """Its table of flows."""


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
    pq.write_table(rows.append_column("recorded", moments).cast(STORED_FLOWS), path, compression="zstd")
    pairs = rows["pair"].to_pylist()
    days = min(rows["period_start"].to_pylist()).isoformat(), max(rows["period_end"].to_pylist()).isoformat()
    return StagedFile(path, len(rows), (pairs[0], pairs[-1]), days)


def read_staged(paths: Sequence[Path], size: int = 200_000) -> Iterator[pa.Table]:
    """The rows of staged files in the order of the file that they come from, in the columns of FLOW_SCHEMA."""
    if not paths:
        return
    with offline_duckdb() as engine:
        names = sql_list([str(path) for path in paths])
        rows = filled_flows(f"read_parquet({names}, filename = true)", "filename")
        columns = ", ".join(FLOW_SCHEMA.names)
        found = engine.sql(f"SELECT {columns} FROM ({rows}) ORDER BY line, list_position({names}, filename)")
        for batch in found.to_arrow_reader(size):
            yield pa.Table.from_batches([batch]).cast(FLOW_SCHEMA)
