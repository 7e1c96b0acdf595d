"""Loads of whole files into the table of flows: what both have is kept once, a figure that differs is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.overlap import only_new
from tieline.ledger.staged import StagedFile
from tieline.ledger.tables import sql_list, sql_text
from tieline.ledger.whole_loads import WholeLoads


class FlowLoads(WholeLoads):
    """Loads of whole files into the table of flows."""

    def _only_new(self, files: Sequence[StagedFile], dataset: str, vintage: str) -> list[StagedFile]:
        """The files without rows that are there already."""
        first, last = min(file.days[0] for file in files), max(file.days[1] for file in files)
        same = self.files_of(dataset, vintage, (first, last))
        if not same:
            return list(files)
        with self._engine() as engine:
            return only_new(engine, self.rows(same), files, dataset=dataset, vintage=vintage)

    @contextmanager
    def beside(
        self, files: Sequence[Path], *, dataset: str, vintage: str, most: int
    ) -> Iterator[duckdb.DuckDBPyConnection | None]:
        """An engine with the table `f`: staged flows and those that the ledger has of this dataset and vintage, wholes alone.

        None where there are more than `most` rows of both, by the counts of their files.
        """
        there = self.files_of(dataset, vintage)
        if sum(pq.read_metadata(path).num_rows for path in [*files, *there]) > most:
            yield None
            return
        with self._engine() as engine:
            rows = f"SELECT * FROM ({filled_flows(f'read_parquet({sql_list([str(path) for path in files])})')})"
            if there:
                rows += f" UNION ALL BY NAME SELECT * FROM ({filled_flows(self.rows(there))})"
            scope = f"dataset = {sql_text(dataset)} AND vintage = {sql_text(vintage)} AND detail = ''"
            columns = (
                "reporter, partner, flow, freq, period, period_start, classification, edition, code, value_usd, flags"
            )
            engine.execute(f"CREATE TEMP TABLE f AS SELECT DISTINCT {columns} FROM ({rows}) WHERE {scope}")
            yield engine
