"""Taking a story's text out of the ledger: the one thing that is ever erased, on a person's demand.

The rows of the version lose `text` and `raw`, and say so in `warnings`; the hash of the text, the claims with their quoted words,
and the verdicts stay. The files that held the text are removed at once: a reader that looks at an older commit may fail.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from tieline.ledger.failures import storage
from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import DOCUMENTS
from tieline.model.errors import LedgerError

_APPEND_ONLY = "delta.appendOnly"
_ATTEMPTS = 10


def take_out(folder: Path, version_id: str, reason: str) -> str:
    """Erase the text of a version; give the words that its document carries from now on.

    Raises:
        LedgerError: others won every race for the table, or it can't be written.
    """
    day = datetime.now(UTC).date().isoformat()
    note = f"The text was withdrawn on {day}{': ' if reason else ''}{reason}"
    for _ in range(_ATTEMPTS):
        with storage(folder):
            table = DeltaTable(folder / DOCUMENTS.name)
            try:
                table.alter.set_table_properties({_APPEND_ONLY: "false"})
                table.update(
                    predicate=f"version_id = {sql_literal(version_id)}",
                    updates={"text": "''", "raw": "NULL", "warnings": f"array_append(warnings, {sql_literal(note)})"},
                )
            except CommitFailedError:
                continue
            finally:
                table.update_incremental()
                table.alter.set_table_properties({_APPEND_ONLY: "true"})
            table.vacuum(retention_hours=0, enforce_retention_duration=False, dry_run=False)
            fresh = DeltaTable(folder / DOCUMENTS.name)
            fresh.create_checkpoint()
            _forget(fresh, folder / DOCUMENTS.name)
            return note
    raise LedgerError(f"{folder}: other processes write documents all the time; withdraw the story again")


def _forget(table: DeltaTable, folder: Path) -> None:
    """Remove the log before the checkpoint: its statistics hold the first letters of texts."""
    last = table.version()
    log = folder / "_delta_log"
    for entry in log.glob("*.json"):
        if entry.stem.isdigit() and int(entry.stem) < last:
            entry.unlink(missing_ok=True)
    for entry in log.glob("*.checkpoint.parquet"):
        if int(entry.name.split(".")[0]) < last:
            entry.unlink(missing_ok=True)
