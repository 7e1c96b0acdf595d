"""Add a whole load to a table: Parquet files that lie in its folder become part of it in one commit.

Of two loads into one dataset and vintage the later sees the earlier: both leave the same mark in their commit, and of two
commits upon the same state with one mark only the first goes through.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import CommitProperties, Schema, Transaction
from deltalake.exceptions import CommitFailedError
from deltalake.transaction import AddAction

from tieline.ledger.commits import files_told
from tieline.ledger.failures import storage
from tieline.ledger.literals import sql_literal
from tieline.ledger.staged import MEMORY, PREFIX, StagedFile
from tieline.ledger.tables import ATTEMPTS, GrowingTable, offline_duckdb
from tieline.model.errors import LedgerError

_OLD = 24 * 3600


class WholeLoads:
    """Loads of whole files into one table. What is not committed nobody sees.

    Attributes:
        days: The columns with the first and the last day of a row.
    """

    days = ("period_start", "period_end")

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

    def add(
        self,
        files: Sequence[StagedFile],
        *,
        load_id: str,
        dataset: str,
        vintage: str,
        before: Callable[[Sequence[Path]], object] | None = None,
    ) -> int:
        """Commit the files of a load; give how many of its rows are new.

        Rows that the dataset has at this vintage already are not added again. A load that was committed is not added.

        Args:
            files: Of the load, staged.
            load_id: Which one.
            dataset: Theirs.
            vintage: Theirs.
            before: Called with the files that are going to be committed, before they are seen.

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
                    mark = f"{self._table.spec.name}/{dataset}/{vintage}"
                    seen = table.transaction_version(mark)  # what follows looks at the table again, and may see more
                    files = self._only_new(
                        files, dataset, vintage
                    )  # written anew without what is there: so a retry takes these
                    if not files:
                        return 0
                    if before is not None:
                        before([file.path for file in files])
                    if table.transaction_version(mark) != seen:
                        continue
                    once = Transaction(mark, (seen or 0) + 1)
                    table.create_write_transaction(
                        [self._action(file, load_id, dataset, vintage) for file in files],
                        "append",
                        Schema.from_arrow(pa.schema(table.schema())),
                        commit_properties=CommitProperties(app_transactions=[once]),
                    )
                return sum(file.rows for file in files)
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
        actions = files_told(state)
        names = ("min.load_id", "path", "min.dataset", "min.vintage", f"min.{self.days[0]}", f"max.{self.days[1]}")
        columns = [
            actions[name].to_pylist() if name in actions.column_names else [None] * actions.num_rows for name in names
        ]
        for load, path, dataset, vintage, first, last in zip(*columns, strict=True):
            yield load, path, dataset, vintage, str(first) if first else None, str(last) if last else None

    def _only_new(self, files: Sequence[StagedFile], dataset: str, vintage: str) -> list[StagedFile]:
        """The files without rows that are there already."""
        raise NotImplementedError

    @contextmanager
    def _engine(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with offline_duckdb() as engine:
            engine.execute("SET enable_progress_bar = false")  # it would write into what the caller prints
            engine.execute(f"SET memory_limit = '{MEMORY}'")
            engine.execute(f"SET temp_directory = {sql_literal(str(self.temporary))}")
            yield engine

    def _action(self, file: StagedFile, load_id: str, dataset: str, vintage: str) -> AddAction:
        names = {"dataset": dataset, "vintage": vintage, "load_id": load_id}
        paired = "pair" in self._table.spec.schema.names
        low, high = (names | ({"pair": file.pairs[at]} if paired else {}) for at in (0, 1))
        first, last = self.days
        stats = {
            "numRecords": file.rows,
            "minValues": low | {first: file.days[0], last: file.days[0]},
            "maxValues": high | {first: file.days[1], last: file.days[1]},
            "nullCount": dict.fromkeys(low, 0) | ({self._table.spec.grown: 0} if self._table.spec.grown else {}),
        }
        seen = file.path.stat()
        return AddAction(file.path.name, seen.st_size, {}, int(seen.st_mtime * 1000), True, json.dumps(stats))  # noqa: FBT003
