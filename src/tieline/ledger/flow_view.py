"""The view `flows`: the columns of FLOW_SCHEMA, with what follows from other columns filled in.

Hundreds of millions of rows are stored without a hash, an address or a copy of a code in each: a row of a file is known
by its content, and `row_id` is worked out where a query asks for it. It is `model.flows.Flow.row_id`, to the letter, so
that a figure has one identity however it came in.
"""

from __future__ import annotations

from collections.abc import Iterable

from tieline.ledger.literals import sql_literal
from tieline.ledger.schema import FLOW_SCHEMA

_CODE = "coalesce(code, hs, '')"
_KIND = "coalesce(classification, CASE WHEN coalesce(hs, '') <> '' OR hs_edition IS NOT NULL THEN 'HS' ELSE '' END)"
_EDITION = "coalesce(edition, hs_edition)"
_PRODUCT = (
    f"coalesce(product, CASE WHEN {_KIND} NOT IN ('', 'HS') AND {_CODE} <> '' THEN {_KIND} || ' ' || {_CODE} END)"
)
_HS = f"CASE WHEN {_KIND} = 'HS' THEN {_CODE} ELSE coalesce(hs, '') END"
_HS_EDITION = f"CASE WHEN {_KIND} = 'HS' THEN {_EDITION} ELSE hs_edition END"
_VALUE = "coalesce(value, CASE unit WHEN 'USD' THEN value_usd END)"
_MONTHS = "datediff('month', period_start, period_end) + 1"


def _part(text: str) -> str:
    """A part of a hash as `model.documents.content_hash` writes it: its length in bytes and itself, or `-:` for none."""
    return f"coalesce(strlen({text}) || ':' || {text}, '-:')"


def _row_id() -> str:
    texts = ["'flow'", *"dataset vintage reporter partner flow period".split(), _PRODUCT, _HS, _HS_EDITION, "unit"]
    numbers = [_VALUE, "value_usd", "change_pct", "share_pct"]
    parts = [_part(f"({text})") for text in texts] + [_part(f"(CAST({number} AS VARCHAR))") for number in numbers]
    more = f"CASE WHEN coalesce(detail, '') = '' THEN '' ELSE {_part('detail')} END"
    return f"substr(sha256(concat({', '.join(parts)}, {more})), 1, 24)"


_FILLED = {
    "row_id": f"coalesce(row_id, {_row_id()})",
    "product": _PRODUCT,
    "hs": _HS,
    "hs_edition": _HS_EDITION,
    "value": _VALUE,
    "valuation": "coalesce(valuation, 'unknown')",
    "flags": "coalesce(flags, '')",
    "origin": "CASE WHEN line IS NULL THEN origin ELSE origin || ':' || line END",
    "basis": "coalesce(basis, 'reported')",
    "freq": f"coalesce(freq, CASE {_MONTHS} WHEN 12 THEN 'A' WHEN 3 THEN 'Q' WHEN 1 THEN 'M' ELSE '' END)",
    "classification": _KIND,
    "edition": _EDITION,
    "code": _CODE,
    "detail": "coalesce(detail, '')",
}


_AS_STORED = {"code", "edition", "classification", "valuation", "basis", "flags"}


def filled_flows(rows: str, *more: str) -> str:
    """A SELECT that gives stored rows of flows in the columns of FLOW_SCHEMA, with nothing left to work out.

    Args:
        rows: What stands behind FROM: a table with the columns of FLOW_SCHEMA.
        more: Further columns to hand on.
    """
    return f"SELECT {', '.join([filled_columns(FLOW_SCHEMA.names), *more])} FROM {rows}"


def filled_columns(names: Iterable[str], *, stored: bool = False) -> str:
    """Some columns of the view `flows`, made of those stored columns that they follow from.

    Args:
        names: Which ones.
        stored: The rows are of a file whose layout gives each row a code, an edition, a valuation and a basis (`_AS_STORED`): of
            millions of rows every expression costs, and statistics of files are held against a bare column alone.
    """
    filled = {name: made for name, made in _FILLED.items() if not (stored and name in _AS_STORED)}
    return ", ".join(f"{filled[name]} AS {name}" if name in filled else name for name in names)


def of_pairs(pairs: Iterable[int]) -> str:
    """What stands behind a table of flows so that only those of some pairs are taken.

    A join, not a list of what `pair` may be: DuckDB looks each row up in it, where it would compare a list one by one; and it
    prunes files by it as well. Of a decade of BACI's size ten pairs take a third of the time, ten thousand nine tenths.
    """
    keys = ", ".join(str(pair) for pair in sorted(set(pairs)))
    return f"SEMI JOIN (SELECT unnest([{keys}]::BIGINT[]) AS pair) AS asked USING (pair)"


def flows_among(pairs: Iterable[int], *, goods: Iterable[tuple[int, str]] = (), named: bool = False) -> str:
    """What stands behind FROM for the flows of some pairs: the view `flows`, with far less to look at.

    The files are asked by the columns that they store, whose statistics tell which parts need not be read: of a dataset that
    lists products only, none is read for its totals.

    Args:
        pairs: Keys of pairs whose rows of all products are wanted.
        goods: Pairs with two digits that the codes of wanted products start with.
        named: Rows that name their product in words may be wanted.
    """
    parts = [f"{of_pairs(pairs)} WHERE (code = '' OR code IS NULL)"]
    if named:
        named_rows = ("product IS NOT NULL", "product IS NULL AND classification <> 'HS'")
        parts += [f"{of_pairs(pairs)} WHERE code <> '' AND {where}" for where in named_rows]
    keys = sorted(set(goods))
    if keys:
        these = ", ".join(f"unnest({sql_literal([key[at] for key in keys])}) AS k{at}" for at in (0, 1))
        rest = " AND product IS NULL AND (classification IS NULL OR classification = 'HS')" if named else ""
        parts.append(
            f"{of_pairs(key[0] for key in keys)} SEMI JOIN (SELECT {these}) AS goods ON pair = k0 AND left(code, 2) = k1"
            f" WHERE {_starting({key[1] for key in keys})}{rest}"
        )
    # one condition over several columns would have every one of them read: in branches the statistics tell (of one column
    # they tell in one condition too, and each branch looks at all files: a claim takes half the time)
    wanted = " UNION ALL ".join(f"SELECT * FROM flow_rows {part}" for part in parts)
    return f"({filled_flows(f'({wanted})')})"


def flows_of_goods(starts: Iterable[str]) -> str:
    """What stands behind FROM for the flows of products, as `flows_among` has them.

    Args:
        starts: What their codes start with; nothing for the flows of all products.
    """
    some = sorted(set(starts))
    where = _starting(some) if some else "code = ''"
    wanted = f"SELECT * FROM flow_rows WHERE {where} OR code IS NULL"
    return f"({filled_flows(f'({wanted})')})"


def _starting(starts: Iterable[str]) -> str:
    """The condition for stored codes that start with some digits, by ranges, which statistics of files are held against."""
    terms = [f"(code >= '{start}' AND code < '{start}a')" for start in sorted(set(starts))]
    return f"({' OR '.join(terms)})"
