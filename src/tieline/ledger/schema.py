"""The columns of the tables, and what makes two rows of each the same row."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

FORMAT = 2
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
        *_texts("basis load_id freq classification edition code detail"),
        ("quantity", pa.float64()),
        ("quantity_unit", _TEXT),
        ("net_kg", pa.float64()),
        ("rate", pa.float64()),
        ("rate_source", _TEXT),
        ("line", pa.int64()),
    ]
)
"""Columns of a table of flows. `product` null and `code` "" mean all products; `code`, `hs` and `flags` are joined by
commas; `pair` is `pair_key(reporter, partner)`. What follows from other columns (`row_id`, `basis`,
`freq`, `classification`, `edition`, `code`, `detail`, `hs`, `hs_edition`) may be null in a table that is added: the view `flows` fills it in. The first 32 columns have statistics in the commits: `load_id` must
be among them."""

EARLIER_FLOW_COLUMNS = tuple(FLOW_SCHEMA.names[: FLOW_SCHEMA.names.index("basis")])
"""The columns of the first format; those behind them were added, and are null where a caller does not give them."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One Delta table.

    Attributes:
        key: Columns whose values together name a row; a row whose key is there already is not added again.
        scope: Columns that are parts of the key's own hash: rows of another scope need not be looked at.
        sort: The order in which rows of one commit are written.
        grown: The first of the columns that were added after the table's first format; files without it may be there.
        small: Commits are small and many, so that their files are put together now and then.
    """

    name: str
    schema: pa.Schema
    key: tuple[str, ...]
    scope: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    small: bool = True
    grown: str | None = None


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

STORED_FLOWS = FLOW_SCHEMA.append(pa.field("recorded", _TIME))
"""Columns of the table itself."""

FLOWS = TableSpec(
    "flows",
    STORED_FLOWS,
    key=("row_id",),
    scope=("dataset", "vintage"),
    sort=("pair", "period_start"),
    small=False,
    grown="basis",
)
"""Rows of files lie sorted by `pair` in a Parquet file of their own for each load; see docs/flows.md."""

LOADS = TableSpec(
    "loads",
    pa.schema(
        [
            *_texts("load_id file sha256 layout dataset vintage"),
            ("rows", pa.int64()),
            ("new_rows", pa.int64()),
            ("left_out", pa.int64()),
            *_texts("first_period last_period"),
            ("problems", pa.list_(_TEXT)),
            ("notes", pa.list_(_TEXT)),
            ("prints", _TEXT),
            ("recorded", _TIME),
        ]
    ),
    key=("load_id",),
)
"""One row a file that was loaded whole, written after its flows. `prints` has a fingerprint of each of its periods, by
which a copied period is known."""

MARKS = TableSpec(
    "marks",
    pa.schema(
        [
            *_texts("mark_id load_id dataset vintage"),
            ("pair", pa.int64()),
            *_texts("reporter partner flow classification code period flag detail"),
            ("recorded", _TIME),
        ]
    ),
    key=("mark_id",),
)
"""What is doubtful about flows: null in `pair`, `reporter`, `partner`, `flow`, `code` or `period` means all of them.
Written before the flows that it is about, so that whoever sees a flow sees its marks."""

CODES = TableSpec(
    "codes",
    pa.schema(
        [
            *_texts("code_id classification edition code text parent unit source"),
            ("leaf", pa.bool_()),
            ("recorded", _TIME),
        ]
    ),
    key=("code_id",),
)
"""Products of a classification, from the tables that the user loads. `code` is empty for all products."""

CONVERSIONS = TableSpec(
    "conversions",
    pa.schema([*_texts("conversion_id edition code former_edition former_code relation source"), ("recorded", _TIME)]),
    key=("conversion_id",),
)
"""Which codes of an edition stand for which of the edition before it."""

DISTANCES = TableSpec(
    "distances",
    pa.schema(
        [
            ("distance_id", _TEXT),
            ("pair", pa.int64()),
            *_texts("reporter partner source"),
            ("km", pa.float64()),
            ("weighted_km", pa.float64()),
            ("contiguous", pa.bool_()),
            ("common_language", pa.bool_()),
            ("recorded", _TIME),
        ]
    ),
    key=("distance_id",),
)
"""How far two countries are from each other (CEPII's GeoDist)."""

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

OVERRULES = TableSpec(
    "overrules",
    pa.schema(
        [
            *_texts("overrule_id claim_id version_id kind dataset verdict fields reason by"),
            ("quote_start", pa.int64()),
            ("quote_end", pa.int64()),
            ("lifted", pa.bool_()),
            ("recorded", _TIME),
        ]
    ),
    key=("overrule_id",),
)
"""What persons say against verdicts and readings of claims. `fields` is JSON; `dataset` null is the outcome over all."""

EVENTS = TableSpec(
    "events",
    pa.schema(
        [
            *_texts("event_id dataset vintage load_id"),
            ("machine", pa.bool_()),
            ("date", pa.date32()),
            *_texts("source target source_actor target_actor cameo type mode"),
            ("quad", pa.int64()),
            ("goldstein", pa.float64()),
            *_texts("place url number"),
            ("line", pa.int64()),
            ("recorded", _TIME),
        ]
    ),
    key=("event_id",),
    scope=("dataset", "vintage"),
    small=False,
)
"""Acts between two countries from event datasets: `machine` says that a program coded them, `type` is PLOVER's, `quad` 1 to 4
(verbal and material cooperation, verbal and material conflict), `number` the publisher's own id. Acts read from the press
are claims."""

TIE_COUNTS = TableSpec(
    "tie_counts",
    pa.schema(
        [
            *_texts("count_id dataset vintage load_id"),
            ("machine", pa.bool_()),
            *_texts("source target channel period"),
            ("period_start", pa.date32()),
            ("value", pa.float64()),
            ("line", pa.int64()),
            ("unit", _TEXT),
            ("recorded", _TIME),
        ]
    ),
    key=("count_id",),
    scope=("dataset", "vintage"),
    small=False,
    grown="unit",
)
"""Yearly values of a channel by directed dyad, where a dataset gives no single acts. `unit` is `count`, `standing` (a tie is
there: 1), `agreement` or `kappa`; null in older files, which have counts, and standing ties in the channel formal-ties. Of
counts and standing ties no row in a year that the dataset covers is a zero; of the others it is not known."""

ROLL_CALLS = TableSpec(
    "roll_calls",
    pa.schema(
        [
            *_texts("call_id number"),
            ("date", pa.date32()),
            *_texts("session title"),
            ("recorded", _TIME),
        ]
    ),
    key=("call_id",),
)
"""Votes of the UN General Assembly by their number and day: what a table of votes, which has no days, is read with."""

TABLES = (
    READINGS,
    DOCUMENTS,
    CLAIMS,
    LOADS,
    FLOWS,
    MARKS,
    CODES,
    CONVERSIONS,
    DISTANCES,
    EVENTS,
    TIE_COUNTS,
    ROLL_CALLS,
    VERDICTS,
    OVERRULES,
)
"""In the order in which a reader must look at them: a document that is seen has all of its claims,
and a reading its document."""
