"""Loads of whole files into the table of flows: what both have is kept once, a figure that differs is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from tieline.ledger.levels import Cells
from tieline.ledger.literals import sql_literal
from tieline.ledger.overlap import only_new
from tieline.ledger.scan import PairIndex
from tieline.ledger.staged import StagedFile
from tieline.ledger.whole_loads import WholeLoads


class FlowLoads(WholeLoads):
    """Loads of whole files into the table of flows."""

    def index(self, dataset: str, vintage: str) -> None:
        """Write down which pairs are in each file of a dataset at a vintage, so that a dyad's are found at once."""
        PairIndex(self._table.path.parent).keep(self.files_of(dataset, vintage))

    def _only_new(self, files: Sequence[StagedFile], dataset: str, vintage: str) -> list[StagedFile]:
        """The files without rows that are there already."""
        first, last = min(file.days[0] for file in files), max(file.days[1] for file in files)
        same = self.files_of(dataset, vintage, (first, last))
        if not same:
            return list(files)
        with self._engine() as engine:
            return only_new(engine, self.rows(same), files, dataset=dataset, vintage=vintage)

    def has_levels(self, dataset: str, vintage: str) -> bool:
        """The sums that `levels` keeps are there for every loaded file of a dataset at a vintage."""
        kept = Cells(self._table.path.parent / "levels", dataset, vintage)
        files = (
            self._table.path / path.rsplit("/", 1)[-1]
            for load, path, *scope, _, _ in self._actions()
            if load is not None and tuple(scope) == (dataset, vintage)
        )
        return all(kept.looked_at(file) for file in files)

    @contextmanager
    def levels(self, files: Sequence[Path], *, dataset: str, vintage: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """An engine with the table `cells`: the flows of a dataset at a vintage, added up by length of code.

        They are those that are committed and those of staged files that are going to be (nothing of these is known yet). A file's cells are worked out once and kept, since a committed file never changes; hundreds of millions of rows
        are not read again for each file that comes to them.
        """
        kept = Cells(self._table.path.parent / "levels", dataset, vintage)
        with self._engine() as engine:
            kept.make(engine)
            for load, path, its_dataset, its_vintage, *_ in self._actions():
                file = self._table.path / path.rsplit("/", 1)[-1]
                if load is None or (its_dataset, its_vintage) == (dataset, vintage):
                    kept.add(engine, self.rows([file]), file if load is not None else None)
            for file in files:
                kept.add(engine, f"read_parquet({sql_literal([str(file)])})", file)
            yield engine
