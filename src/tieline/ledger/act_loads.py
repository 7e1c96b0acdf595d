"""Loads of whole files into the tables of acts and of yearly counts, in batches: a file of any size passes through.

Batches are written beside the table as they come and become part of it in one commit. A row that the dataset has at this
vintage already, by its id, is left out; of files of which one gives the publisher's numbers of acts and the other does not, a row that is in both by
its day, actors and code, as often as it is in both.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from tieline.ledger.failures import storage
from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import EVENTS, TIE_COUNTS
from tieline.ledger.staged import PREFIX, StagedFile
from tieline.ledger.tables import GrowingTable
from tieline.ledger.whole_loads import WholeLoads

ACT_TABLES = {spec.name: spec for spec in (EVENTS, TIE_COUNTS)}
_DAY = {"events": "date", "tie_counts": "period_start"}
_GROUP = 65_536


class ActLoads(WholeLoads):
    """Loads of whole files into `events` or `tie_counts`.

    Attributes:
        differing: Of the last load of yearly values the rows that the dataset has with another value at this release (`held`, `held_line`, of load
            `held_load`), by line; they are not added.
        known: How many rows of the last load were there already.
    """

    def __init__(self, table: GrowingTable) -> None:
        super().__init__(table)
        self.differing: list[dict[str, Any]] = []
        self.known = 0
        self._looked: Path | None = None
        self.days = (_DAY[table.spec.name],) * 2

    def stage(self, batches: Iterable[pa.RecordBatch]) -> StagedFile | None:
        """Write batches, in the table's columns without `recorded`, as a staged file; None if they have no row."""
        import pyarrow.compute as pc  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415

        schema, now = self._table.spec.schema, datetime.now(UTC)
        path = self.folder / f"{PREFIX}{uuid.uuid4()}.parquet"
        rows, first, last = 0, "9999", ""
        try:
            with storage(path), pq.ParquetWriter(path, schema, compression="zstd") as writer:
                for batch in batches:
                    given = pa.Table.from_batches([batch])
                    recorded = pa.repeat(pa.scalar(now, schema.field("recorded").type), given.num_rows)
                    writer.write_table(
                        given.append_column("recorded", recorded).select(schema.names).cast(schema),
                        row_group_size=_GROUP,
                    )
                    if batch.num_rows:
                        days = pc.min_max(given[self.days[0]]).as_py()
                        first, last = min(first, days["min"].isoformat()), max(last, days["max"].isoformat())
                    rows += batch.num_rows
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        if not rows:
            path.unlink()
            return None
        return StagedFile(path, rows, (0, 0), (first, last))

    def take(self, batches: Iterable[pa.RecordBatch], *, load_id: str, dataset: str, vintage: str) -> int:
        """Stage batches and commit them; give how many of their rows are new.

        Raises:
            LedgerError: the disk is full, or others won every race; nothing of the load was added.
        """
        staged = self.stage(batches)
        if staged is None:
            return 0
        try:
            return self.add([staged], load_id=load_id, dataset=dataset, vintage=vintage)
        finally:
            if staged.path not in self.files_of(dataset, vintage):
                staged.path.unlink(missing_ok=True)

    def _only_new(self, files: Sequence[StagedFile], dataset: str, vintage: str) -> list[StagedFile]:
        (file,) = files
        same = self.files_of(dataset, vintage, file.days)
        if not same:
            return [file]
        (key,) = self._table.spec.key
        given = f"read_parquet({sql_literal([str(file.path)])}, file_row_number = true)"
        scope = f"dataset = {sql_literal(dataset)} AND vintage = {sql_literal(vintage)}"
        known = f"SELECT {key} FROM {self.rows(same)} WHERE {scope}"
        with self._engine() as engine:
            engine.execute(
                f"CREATE TEMP TABLE old AS SELECT file_row_number AS known_at FROM {given} SEMI JOIN ({known}) USING ({key})"
            )
            if self._table.spec.name == "events" and self._looked != file.path:  # not again after a lost race
                engine.execute(_with_other_numbers(given, f"SELECT * FROM {self.rows(same)} WHERE {scope}", file.days))
            (count,) = engine.execute("SELECT count(*) FROM old").fetchall()[0]
            self.known += count
            if count and self._table.spec.name == "tie_counts":
                self.differing = _differing(engine, given, f"SELECT * FROM {self.rows(same)} WHERE {scope}")
            if not count:
                return [file]
            rest = f"SELECT * EXCLUDE (file_row_number) FROM {given} ANTI JOIN old ON known_at = file_row_number ORDER BY file_row_number"
            staged = self.stage(
                batch.drop_columns("recorded") for batch in engine.sql(rest).to_arrow_reader(_GROUP)
            )  # `file` stays until the commit is through: a lost race looks at it again
        self._looked = staged.path if staged else None
        return [staged] if staged else []


def _with_other_numbers(given: str, held: str, days: tuple[str, str]) -> str:
    """Puts into `old` the rows that are held with a number and given without one, or the other way, as many copies of a row as are held."""
    same = ("date", "source", "target", "source_actor", "target_actor", "cameo", "type")
    names = ", ".join(f"coalesce({name}::VARCHAR, '') AS {name}" for name in same)
    keys = ", ".join(same)
    return f"""INSERT INTO old WITH fresh AS (
        SELECT {names}, line, file_row_number, number IS NULL AS bare FROM {given} ANTI JOIN old ON known_at = file_row_number
    ), copies AS (
        SELECT *, row_number() OVER (PARTITION BY {keys}, bare ORDER BY line, file_row_number) AS copy FROM fresh
    ), there AS (
        SELECT {names}, number IS NOT NULL AS bare FROM ({held}) WHERE date BETWEEN DATE '{days[0]}' AND DATE '{days[1]}'
            AND (number IS NULL) IN (SELECT DISTINCT NOT bare FROM fresh)
    )
    SELECT file_row_number FROM copies JOIN (SELECT {keys}, bare, count(*) AS held FROM there GROUP BY ALL) USING ({keys}, bare) WHERE copy <= held"""


def _differing(engine: Any, given: str, held: str) -> list[dict[str, Any]]:
    """The yearly values that are given anew and differ from those held."""
    found = engine.sql(
        f"""SELECT g.line, g.dataset, g.vintage, g.source, g.target, g.channel, g.period, g.value, h.value AS held, h.line AS held_line, h.load_id AS held_load
        FROM {given} g JOIN ({held}) h USING (count_id) WHERE g.value IS DISTINCT FROM h.value ORDER BY g.line NULLS FIRST, g.source, g.target, g.period, g.channel"""
    )
    rows: list[dict[str, Any]] = found.to_arrow_table().to_pylist()
    return rows
