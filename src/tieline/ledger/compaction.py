"""Many small commits leave many small files, which slow every reading; now and then they are put together.

Rows neither change nor move out of sight: the commit says that the new files hold the same rows as the old ones, and
those stay for a week, for readers that still look at them.
"""

from __future__ import annotations

from deltalake import DeltaTable, WriterProperties
from deltalake.exceptions import DeltaError

from tieline.ledger.commits import files_told

MANY = 32
SMALL = 2 * 2**20
TARGET = 2 * SMALL


def compact(table: DeltaTable, writer: WriterProperties) -> bool:
    """Put small files together if there are many; whether it was done.

    Nothing hangs on it: where another process was faster, or the disk is full, it is left for another time.
    """
    import pyarrow.compute as pc  # noqa: PLC0415  not needed to ask a ledger

    try:
        sizes = files_told(table)["size_bytes"]
        if (pc.sum(pc.less(sizes, SMALL)).as_py() or 0) < MANY:
            return False
        table.optimize.compact(target_size=TARGET, writer_properties=writer)
        table.vacuum(dry_run=False)
    except (DeltaError, OSError):
        return False
    return True
