"""The columns of the five tables, and what makes two rows of each the same row."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

FORMAT = 1
"""Of the folder as a whole. A change that an older tieline can't read or would write wrongly raises it by one."""

_TEXT = pa.string()
_TIME = pa.timestamp("us", tz="UTC")


def _texts(names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, _TEXT) for name in names.split()]


FLOW_SCHEMA = pa.schema(
    [
        ("pair", pa.int64()),
        *_texts("row_id dataset vintage publisher reporter partner flow period"),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        *_texts("product hs hs_edition"),
        ("value", pa.float64()),
        ("unit", _TEXT),
        ("value_usd", pa.float64()),
        ("change_pct", pa.float64()),
        ("share_pct", pa.float64()),
        *_texts("share_of valuation flags citation url origin"),
    ]
)
"""Columns of a table of flows, as loaders make it. `product` null and `hs` "" mean all products; `hs` and `flags` are
joined by commas; `pair` is `pair_key(reporter, partner)`."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One Delta table.

    Attributes:
        key: Columns whose values together name a row; a row whose key is there already is not added again.
        scope: Columns that are parts of the key's own hash: rows of another scope need not be looked at.
        sort: The order in which rows of one commit are written.
        small: Commits are small and many, so that their files are put together now and then.
    """

    name: str
    schema: pa.Schema
    key: tuple[str, ...]
    scope: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    small: bool = True


DOCUMENTS = TableSpec(
    "documents",
    pa.schema(
        [
            *_texts(
                "version_id reading id address text raw text_sha256 published published_from outlet outlet_from lang lang_from url"
            ),
            ("warnings", pa.list_(_TEXT)),
            ("recorded", _TIME),
        ]
    ),
    key=("version_id", "reading"),
)
"""`reading` is a hash over the claims that were read in this version; the row is written after them."""

CLAIMS = TableSpec(
    "claims",
    pa.schema(
        [
            *_texts("claim_id document version_id reading kind indicator reporter partner product period"),
            ("value", pa.float64()),
            ("unit", _TEXT),
            ("change_pct", pa.float64()),
            ("share_pct", pa.float64()),
            *_texts("direction actor target type date modality"),
            ("quote_start", pa.int64()),
            ("quote_end", pa.int64()),
            ("quote", _TEXT),
            ("sources", pa.list_(_TEXT)),
            ("json", _TEXT),
            ("recorded", _TIME),
        ]
    ),
    key=("claim_id", "reading"),
)

READINGS = TableSpec(
    "readings",
    pa.schema(
        [
            *_texts("version_id reading reader"),
            ("claims", pa.list_(_TEXT)),
            ("warnings", pa.list_(_TEXT)),
            ("recorded", _TIME),
        ]
    ),
    key=("version_id", "reading", "reader"),
)
"""Which reader read which version with which outcome. A row is written after its document: what has one need not be
read again by the same reader."""

FLOWS = TableSpec(
    "flows",
    FLOW_SCHEMA.append(pa.field("recorded", _TIME)),
    key=("row_id",),
    scope=("dataset", "vintage"),
    sort=("pair", "period_start"),
    small=False,
)

VERDICTS = TableSpec(
    "verdicts",
    pa.schema(
        [
            *_texts("verdict_id claim_id document version_id dataset vintage verdict"),
            ("quote_start", pa.int64()),
            ("json", _TEXT),
            ("recorded", _TIME),
        ]
    ),
    key=("verdict_id",),
)

TABLES = (READINGS, DOCUMENTS, CLAIMS, FLOWS, VERDICTS)
"""In the order in which a reader must look at them: a document that is seen has all of its claims,
and a reading its document."""
