"""Which files of flows a question need look at: by dataset, vintage and days from the commits, by pair from an index.

A dyad's rows lie in one or two of the files of a year, but the range of pairs of each file takes in most dyads. So the pairs
of each file are kept in a folder beside the tables (`pairs/`), written when a file is loaded, or first asked of. The folder
can be taken away at any time: it is made anew. Where it can't be written, or a file is small, nothing is left out by pair.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa
from deltalake import DeltaTable

from tieline.ledger.commits import files_told

if TYPE_CHECKING:
    import numpy as np

SMALL = 1 << 20
"""Bytes below which a file is read sooner than its index."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What rows of the flows a query may need; with none of these set, all.

    Attributes:
        pairs: Keys of pairs of countries.
        datasets: Their names.
        vintage: Of all of them.
        first: No row ends before it.
        last: No row starts after it.
        summed: Datasets of which the view `flow_sums` alone is asked, not the view `flows`.
        totals: Of which pairs the view `flow_sums` is asked: none, the same, or all.
        columns: Those of the view `flows` that are asked, for a view of few is planned sooner; none: all.
        stored: These rows have in each column what the view has: none is stored in an earlier form (`filled_columns`).
    """

    pairs: tuple[int, ...] = ()
    datasets: tuple[str, ...] = ()
    vintage: str | None = None
    first: date | None = None
    last: date | None = None
    summed: tuple[str, ...] = ()
    totals: Literal["", "same", "all"] = ""
    columns: tuple[str, ...] = ()
    stored: bool = False


@dataclass(frozen=True, slots=True)
class FlowFile:
    """A committed file with the least and greatest values that its commit tells; None where it does not."""

    path: Path
    size: int
    datasets: tuple[str | None, str | None]
    vintages: tuple[str | None, str | None]
    days: tuple[date | None, date | None]
    pairs: tuple[int | None, int | None]
    load: str | None
    rows: int | None

    def may_have(self, scan: Scan) -> bool:
        """Whether its commit leaves room for rows of a scan."""
        return (
            (self.datasets[0] is None or self.datasets[0] != self.datasets[1] or self.datasets[0] not in scan.summed)
            and (not scan.datasets or any(_within(name, self.datasets) for name in scan.datasets))
            and (scan.vintage is None or _within(scan.vintage, self.vintages))
            and (scan.first is None or self.days[1] is None or self.days[1] >= scan.first)
            and (scan.last is None or self.days[0] is None or self.days[0] <= scan.last)
            and (not scan.pairs or any(_within(pair, self.pairs) for pair in scan.pairs))
        )


def _within(value: Any, ends: tuple[Any, Any]) -> bool:
    low, high = ends
    return (low is None or low <= value) and (high is None or value <= high)


class FlowFiles:
    """The files of a commit of the flows, and which of them a scan needs."""

    def __init__(self, folder: Path, state: DeltaTable, index: PairIndex) -> None:
        self._index = index
        actions = files_told(state)

        def column(name: str) -> list[Any]:
            return list(actions[name].to_pylist()) if name in actions.column_names else [None] * actions.num_rows

        def ends(name: str, of: str | None = None) -> list[tuple[Any, Any]]:
            return list(zip(column(f"min.{name}"), column(f"max.{of or name}"), strict=True))

        self._files = [
            FlowFile(folder / path.rsplit("/", 1)[-1], size, *told)
            for path, size, *told in zip(
                column("path"), column("size_bytes"), ends("dataset"), ends("vintage"), ends("period_start", "period_end"), ends("pair"),
                column("min.load_id"), column("num_records"),
                strict=True,
            )
        ]  # fmt: skip

    def told(self) -> tuple[dict[str, int], list[str]]:
        """How many rows there are of each dataset, and the files of which the commits do not tell."""
        counts: dict[str, int] = {}
        unclear = []
        for file in self._files:
            name, last = file.datasets
            if name is None or name != last or file.rows is None:
                unclear.append(str(file.path))
            else:
                counts[name] = counts.get(name, 0) + file.rows
        return counts, unclear

    def needed(self, scan: Scan) -> list[str] | None:
        """The files that a scan needs; None where that is all of them."""
        found = self.found(scan)
        return None if len(found) == len(self._files) else [str(file.path) for file in found]

    def found(self, scan: Scan) -> list[FlowFile]:
        """The files that a scan needs."""
        found = [file for file in self._files if file.may_have(scan)]
        if scan.pairs:
            found = [file for file in found if file.size < SMALL or self._index.has(file.path, scan.pairs)]
        return found


class PairIndex:
    """The pairs of each file, sorted; in memory once they were asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pairs"
        self._known: dict[str, np.ndarray | None] = {}

    def has(self, file: Path, pairs: Iterable[int]) -> bool:
        """Whether a file has rows of one of the pairs, or that can't be told."""
        if file.name not in self._known:
            self._known[file.name] = self._read(file)
        known = self._known[file.name]
        if known is None:
            return True
        import numpy as np  # noqa: PLC0415

        wanted = np.array(sorted(pairs), np.int64)
        places = np.searchsorted(known, wanted)
        return bool(np.any(known[np.minimum(places, len(known) - 1)] == wanted)) if len(known) else False

    def keep(self, files: Iterable[Path]) -> None:
        """Write the index of files that have none."""
        for file in files:
            if file.stat().st_size >= SMALL and not self._place(file).exists():
                self._make(file)

    def _place(self, file: Path) -> Path:
        return self._folder / f"{file.stem}.npy"

    def _read(self, file: Path) -> np.ndarray | None:
        import numpy as np  # noqa: PLC0415

        try:
            known: np.ndarray = np.load(self._place(file))
        except FileNotFoundError:
            return self._make(file)
        except (OSError, ValueError):
            return None
        return known

    def _make(self, file: Path) -> np.ndarray | None:
        """Work it out and write it whole or not at all; None where it can't be written, so that none pays for it each time."""
        import numpy as np  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415

        name = ""
        try:
            self._folder.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(suffix=".part", dir=self._folder)
            with pq.ParquetFile(file) as parquet, os.fdopen(handle, "wb") as out:
                groups = (parquet.read_row_group(at, columns=["pair"])["pair"] for at in range(parquet.num_row_groups))
                parts = [np.unique(pairs.to_numpy()) for pairs in groups if not pairs.null_count]
                if len(parts) < parquet.num_row_groups:
                    return None
                known = np.unique(np.concatenate(parts)).astype(np.int64) if parts else np.array([], np.int64)
                np.save(out, known)
            Path(name).replace(self._place(file))
        except (OSError, pa.ArrowException):
            return None
        finally:
            if name:
                Path(name).unlink(missing_ok=True)
        return known
