"""The ledger: what was read, loaded and found, added to and never overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from tieline.ledger.findings import Findings
from tieline.ledger.folder import make_folder, read_mark
from tieline.ledger.schema import TABLES
from tieline.ledger.statistics import Statistics
from tieline.ledger.tables import GrowingTable


class Ledger(Findings, Statistics):
    """A folder of Delta tables. Several processes may add to it and read it at once.

    A method that reads shows the last whole commits: a document always with all of its claims.
    Every method may raise LedgerError (exit code 4): the disk is full, a file can't be read or written.

    Attributes:
        path: The folder.
        bundled: Whether it shall hold the facts that come with tieline.
    """

    def __init__(self, path: Path, mark: dict[str, Any]) -> None:
        super().__init__(path)
        self.bundled = bool(mark.get("bundled", True))

    @classmethod
    def create(cls, path: str | Path, *, bundled: bool = True) -> Self:
        """Make a ledger in a new or empty folder; one that is there is opened.

        Raises:
            LedgerError: the folder holds something else, or its ledger was made by a newer version.
        """
        folder = Path(path).absolute()
        ledger = cls(folder, make_folder(folder, bundled=bundled))
        for spec in TABLES:
            GrowingTable(folder, spec).make()
        return ledger

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a ledger.

        Raises:
            MissingDataError: there is none.
            LedgerError: the folder is something else, was made by a newer version, or is damaged.
        """
        folder = Path(path).absolute()
        return cls(folder, read_mark(folder))

    def counts(self) -> dict[str, int]:
        """How many there are: `documents` (stories), `versions` of them, `claims` of the last ones, `flows`, `verdicts`."""
        return self._rows("""
            SELECT (SELECT count(*) FILTER (latest) FROM version_index) AS documents,
                (SELECT count(*) FROM version_index) AS versions, (SELECT count(*) FROM claims) AS claims,
                (SELECT count(*) FROM flows) AS flows, (SELECT count(DISTINCT verdict_id) FROM verdict_rows) AS verdicts""")[
            0
        ]
