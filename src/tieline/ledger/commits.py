"""What the commits of a Delta table tell of its files."""

from __future__ import annotations

import pyarrow as pa
from deltalake import DeltaTable


def files_told(table: DeltaTable) -> pa.Table:
    """The files of a commit, a row each: `path`, `size_bytes`, `num_records`, `min.pair`, `null_count.pair`, ...

    Read as a stream: `pa.table` would import pandas first, to see whether it is given a frame.
    """
    return pa.RecordBatchReader.from_stream(table.get_add_actions(flatten=True)).read_all()
