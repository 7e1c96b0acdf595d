"""Find years that are a copy of another year: the mark of a table that was filled up, not measured."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

FEWEST_ROWS = 10
"""A year with fewer rows may repeat another by chance."""


def copied_years(table: pa.Table) -> dict[int, int]:
    """Tell which years repeat an earlier year, row by row.

    Args:
        table: Columns `_year`, `importer`, `exporter`, `_value` (US dollars).

    Returns:
        The year that repeats, and the year that it repeats.
    """
    sums = table.group_by("_year").aggregate([("_value", "sum"), ("_value", "count")])
    seen: dict[tuple[float, int], list[int]] = {}
    for row in sorted(sums.to_pylist(), key=lambda row: row["_year"]):
        if row["_value_count"] >= FEWEST_ROWS and row["_value_sum"]:
            seen.setdefault((row["_value_sum"], row["_value_count"]), []).append(int(row["_year"]))
    copies: dict[int, int] = {}
    for years in seen.values():
        for place, year in enumerate(years):
            original = next((each for each in years[:place] if _rows(table, each).equals(_rows(table, year))), None)
            if original is not None:
                copies[year] = original
    return copies


def _rows(table: pa.Table, year: int) -> pa.Table:
    rows = table.filter(pc.equal(table["_year"], year)).drop_columns(["_year"])
    return rows.sort_by(
        [("importer", "ascending"), ("exporter", "ascending"), ("_value", "ascending")]
    ).combine_chunks()
