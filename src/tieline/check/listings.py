"""Which goods a dataset lists: a sum over headings is that of a chapter only where nearly all of its headings are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tieline.check.panel import Panel, Row
from tieline.check.quantities import Codes, Quantity
from tieline.check.sums import is_broad
from tieline.ledger import Ledger
from tieline.model.hs import covers
from tieline.model.product_table import headings
from tieline.trade.figures.coverage import MOST, listed_headings

_HEADING = 4


def mark_extracts(panels: Sequence[Panel], asked: Iterable[Quantity], ledger: Ledger) -> None:
    """Note in each panel of which reporters and codes few headings are in the ledger (`Panel.few`).

    A dataset that lists nearly all chapters lists what was traded of each. Of others it is looked up: who loads a file of logs
    has no figure on wood.
    """
    wanted: dict[int, set[Codes]] = defaultdict(set)
    for quantity in asked:
        wanted[quantity.pair] |= {codes for codes in quantity.scope.readings[:1] if len(headings(codes)) > 1}
    for panel in panels:
        pairs = [pair for pair in panel.pairs if wanted.get(pair)]
        if not pairs or is_broad(ledger, panel.dataset, panel.vintage):
            continue
        within = {
            (row.reporter, codes)
            for pair in pairs for row in panel.pairs[pair] if row.hs and not row.product
            for codes in wanted[pair] if is_part(row, codes)
        }  # fmt: skip
        panel.few.update(
            (who, codes) for who, codes in within
            if len(listed_headings(ledger, panel.dataset, who, codes)) < MOST * len(headings(codes))
        )  # fmt: skip


def is_listed(row: Row) -> bool:
    """Whether a row is of a table that lists what was traded, code by code: it has an edition of the HS, or codes alone and a line.

    Published figures, one a row, have neither: they make no such promise.
    """
    return row.cells["hs_edition"] is not None or (not row.product and row.cells["line"] is not None)


def is_part(row: Row, codes: Codes) -> bool:
    """Whether the codes of a row lie inside wider ones."""
    return all(len(code) >= _HEADING and "-" not in code and covers(codes, code) for code in row.hs) and not set(
        row.hs
    ) <= set(codes)


def is_of_few(panel: Panel, rows: Iterable[Row], codes: Codes) -> bool:
    """Whether some rows are parts of codes asked for of which the dataset has few headings: their sum may lack others."""
    parts = [row for row in rows if row.hs and not row.product]
    return any((row.reporter, codes) in panel.few and is_part(row, codes) for row in parts)


def told_of_parts(rows: Iterable[Row], codes: Codes | None) -> str:
    """How a number made of parts says so: "", or of how many codes inside those asked for it is the sum."""
    parts = {row.hs for row in rows if codes and row.hs and not row.product and is_part(row, codes)}
    return f", added up from {len(parts)} codes" if len(parts) > 1 else ""
