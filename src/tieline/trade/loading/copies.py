"""Find periods that are a copy of another period: the mark of a table that was filled up, not measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

FEWEST_ROWS = 10
"""A period with fewer rows may repeat another by chance."""
FLAG = "suspected-copy"
Prints = Mapping[str, tuple[int, int]]


def copied_periods(prints: Prints, known: Prints) -> dict[str, str]:
    """Tell which periods repeat another, row by row: their fingerprints are equal.

    Args:
        prints: For each period of a file its number of rows and their fingerprint.
        known: The same of the periods that the ledger has of this dataset and vintage.

    Returns:
        The period that repeats, and the earlier one (or the one that was there before) that it repeats.

    >>> copied_periods({"1997": (12, 7), "1998": (12, 7), "1999": (12, 8)}, {"1990": (12, 8)})
    {'1998': '1997', '1999': '1990'}
    """
    seen = {mark: period for period, mark in sorted(known.items(), reverse=True) if period not in prints}
    copies = {}
    for period, mark in sorted(prints.items()):
        original = seen.setdefault(mark, period)
        if original != period and mark[0] >= FEWEST_ROWS:
            copies[period] = original
    return copies


def flag_periods(file: Path, periods: set[str]) -> None:
    """Write a staged file anew with the rows of these periods flagged."""
    beside = file.with_suffix(".flagged")
    source = pq.ParquetFile(file)
    with pq.ParquetWriter(beside, source.schema_arrow, compression="zstd", store_schema=False) as writer:
        for batch in source.iter_batches(65_536):
            rows = pa.Table.from_batches([batch])
            here = pc.is_in(rows["period"], pa.array(sorted(periods)))
            before = pc.fill_null(rows["flags"], "")
            both = pc.if_else(pc.equal(before, ""), FLAG, pc.binary_join_element_wise(before, FLAG, ","))
            at = rows.column_names.index("flags")
            writer.write_table(rows.set_column(at, "flags", pc.if_else(here, both, rows["flags"])), 65_536)
    source.close()
    beside.replace(file)
