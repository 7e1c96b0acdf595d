"""Whether all goods of a dataset were loaded, or some: a sum of codes is a whole only where all codes are there."""

from __future__ import annotations

from collections.abc import Iterable

from tieline.ledger import Ledger, sql_literal

FLAG = "some-codes-only"
"""Of a figure for all products that is the sum of the few products that were loaded."""
_END = "(classification = 'HS' AND code >= '84') OR (classification = 'SITC' AND code >= '7')"
_START = "code <> '' AND code < '25'"


def loaded_in_part(ledger: Ledger, datasets: Iterable[str]) -> frozenset[str]:
    """Those datasets of which no code of machinery or later, or none of food and farming, is in the ledger.

    Every country's trade, and so every whole dataset, has both (HS 84 to 97 and 1 to 24, SITC 7 to 9 and 0 to 2). A dataset
    of totals alone has no codes and is whole.
    """
    return frozenset(
        name
        for name in set(datasets)
        if _any(ledger, name, "code <> ''") and not (_any(ledger, name, _END) and _any(ledger, name, _START))
    )


def _any(ledger: Ledger, dataset: str, which: str) -> bool:
    sql = f"SELECT 1 FROM flows WHERE dataset = {sql_literal(dataset)} AND ({which}) LIMIT 1"
    return bool(len(ledger.query(sql)))
