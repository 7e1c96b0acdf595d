"""Flows made in columns: for files of totals with too many rows to make one object each.

The rows are the same, and have the same identity, as `model.flows.Flow` would give them.
"""

from __future__ import annotations

import hashlib

import pyarrow as pa
import pyarrow.compute as pc

from tieline.ledger import FLOW_SCHEMA
from tieline.model.flows import pair_key


def import_totals(part: pa.Table, dataset: str, vintage: str, file: str, copies: dict[int, int]) -> pa.Table:
    """Make flows `imports` of all products, in US dollars, of whole years.

    Args:
        part: Columns `_year`, `importer`, `exporter` (alpha-3), `_value` (US dollars) and `_line`.
        dataset: The dataset's name.
        vintage: The day of release, ISO, or the empty string.
        file: The file's name, for the origin of each row.
        copies: The years that repeat another year: their rows are flagged `suspected-copy`.
    """
    count = part.num_rows
    years = part["_year"].cast(pa.int32()).cast(pa.string()).combine_chunks()
    values = part["_value"].combine_chunks()
    importers, exporters = part["importer"].combine_chunks(), part["exporter"].combine_chunks()
    copied = pc.is_in(part["_year"].cast(pa.int32()), pa.array(sorted(copies), pa.int32()))
    origin = pc.binary_join_element_wise(file, part["_line"].cast(pa.string()), ":")
    given: dict[str, pa.Array | str] = {
        "pair": _pairs(importers, exporters),
        "row_id": _row_ids((dataset, vintage), importers, exporters, years, values),
        "dataset": dataset,
        "vintage": vintage,
        "publisher": "",
        "reporter": importers,
        "partner": exporters,
        "flow": "imports",
        "period": years,
        "period_start": _days(years, "-01-01"),
        "period_end": _days(years, "-12-31"),
        "hs": "",
        "value": values,
        "unit": "USD",
        "value_usd": values,
        "valuation": "unknown",
        "flags": pc.if_else(copied, "suspected-copy", ""),
        "origin": origin,
    }
    columns = []
    for field in FLOW_SCHEMA:
        column = given.get(field.name)
        if column is None:
            columns.append(pa.nulls(count, field.type))
        elif isinstance(column, str):
            columns.append(pa.repeat(pa.scalar(column, field.type), count))
        else:
            columns.append(column.cast(field.type))
    return pa.table(columns, schema=FLOW_SCHEMA)


def _days(years: pa.Array, rest: str) -> pa.Array:
    return pc.cast(pc.strptime(pc.binary_join_element_wise(years, rest, ""), "%Y-%m-%d", "s"), pa.date32())


def _pairs(importers: pa.Array, exporters: pa.Array) -> pa.Array:
    """The pair of each row as `model.flows.pair_key` has it, worked out once for each pair."""
    both = pc.binary_join_element_wise(importers, exporters, "|").dictionary_encode()
    keys = [pair_key(*text.split("|")) for text in both.dictionary.to_pylist()]
    return pa.array(keys, pa.int64()).take(both.indices)


def _row_ids(
    source: tuple[str, str], importers: pa.Array, exporters: pa.Array, years: pa.Array, values: pa.Array
) -> pa.Array:
    """The identity of each row, the same as `Flow.row_id` of the same row."""

    def part(text: str | None) -> str:
        return "-:" if text is None else f"{len(text.encode())}:{text}"

    head = part("flow") + part(source[0]) + part(source[1])
    middle = part(None) + part("") + part(None) + part("USD")  # product, HS codes, edition, unit
    tail = part(None) * 2  # no change, no share
    rows = zip(importers.to_pylist(), exporters.to_pylist(), years.to_pylist(), values.to_pylist(), strict=True)
    ids = []
    for importer, exporter, year, value in rows:
        money = repr(value)
        text = (
            f"{head}{len(importer)}:{importer}{len(exporter)}:{exporter}7:imports{len(year)}:{year}{middle}"
            f"{len(money)}:{money}{len(money)}:{money}{tail}"
        )
        ids.append(hashlib.sha256(text.encode()).hexdigest()[:24])
    return pa.array(ids, pa.string())
