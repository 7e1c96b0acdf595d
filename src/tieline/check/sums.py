"""Figures that no row states and that rows add up to: all products of a pair (all partners: `worlds`).

A dataset that lists every product (BACI, a whole Comtrade file) has no row for their total. A sum stands in for it, a row of
its own with the query that gives it again: of the rows of the fewest digits there are, of one edition of the HS, of a dataset
whose rows touch at least `FEWEST_CHAPTERS` chapters. What holds a few products only (a file of wood) has no total.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tieline.check.panel import COLUMNS, Panel, Row, period_of
from tieline.check.quantities import Codes, Quantity, Scope
from tieline.ledger import Ledger, sql_literal
from tieline.model.documents import content_hash
from tieline.model.flows import pair_key
from tieline.model.products import expand

FEWEST_CHAPTERS = 90
_ALL = Scope()
_SAMPLES = (100_000, 3_000_000)
"""So many rows are looked at for the chapters of a dataset: first a few, then these at most."""
NAMES = ("dataset", "vintage", "reporter", "partner", "flow", "period")
_BROAD: weakref.WeakKeyDictionary[Ledger, set[tuple[str, str]]] = weakref.WeakKeyDictionary()
KEY = "dataset, coalesce(vintage, '') AS vintage, reporter, partner, flow, period"


def add_totals(
    panels: Sequence[Panel], asked: Iterable[Quantity], ledger: Ledger, datasets: Sequence[str] | None
) -> list[Panel]:
    """Add the sum over products of those pairs whose total is asked for and that no row states."""
    pairs = sorted({quantity.pair for quantity in asked if quantity.scope.whole and quantity.partner != "WLD"})
    if not pairs:
        return list(panels)
    where = f"pair IN ({', '.join(map(str, pairs))}) AND detail = '' AND code <> '' AND classification = 'HS'"
    if datasets:
        where += f" AND dataset IN ({', '.join(map(sql_literal, datasets))})"
    found = {(panel.dataset, panel.vintage): panel for panel in panels}
    stated = {
        (panel.dataset, panel.vintage, *series, row.period)
        for panel in panels
        for series, rows in panel.series.items()
        for row in rows
        if row.whole
    }
    for cells in of_broad(of_fewest_digits(ledger, where), ledger):
        row = _summed(cells, "all products")
        key = (cells["dataset"], cells["vintage"])
        if (
            row is None
            or not is_broad(ledger, *key)
            or (*key, row.reporter, row.partner, row.flow, row.period) in stated
        ):
            continue
        found.setdefault(key, Panel(*key)).add(row)
    newest_first = sorted(found.values(), key=lambda panel: panel.vintage, reverse=True)
    return sorted(newest_first, key=lambda panel: panel.dataset)


def of_fewest_digits(ledger: Ledger, where: str) -> list[dict[str, Any]]:
    """Sums over products by pair, flow and period: of the fewest digits, of one edition; those of several are left out."""
    sql = (
        f"SELECT {KEY}, sum(value_usd) AS usd, count(*) AS n, length(code) AS digits, edition,\n"
        f"  bool_or(value_usd IS NULL OR contains(coalesce(flags, ''), 'suspected-copy')) AS holes\n"
        f"FROM flows WHERE {where} AND NOT contains(code, ',') GROUP BY ALL"
    )
    best: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in ledger.query(sql).to_pylist():
        best[tuple(row[name] for name in NAMES)].append(row)
    chosen = []
    for _, rows in sorted(best.items()):
        fewest = [row for row in rows if row["digits"] == min(each["digits"] for each in rows)]
        if len(fewest) == 1 and not fewest[0]["holes"]:
            chosen.append(fewest[0])
    return chosen


def inside(codes: Codes) -> str:
    """The condition for rows of codes that lie inside those."""
    by_length: dict[int, set[str]] = defaultdict(set)
    for code in expand(codes):
        by_length[len(code)].add(code)
    terms = [
        f"left(code, {n}) IN ({', '.join(map(sql_literal, sorted(each)))})" for n, each in sorted(by_length.items())
    ]
    return f"({' OR '.join(terms)})"


def is_broad(ledger: Ledger, dataset: str, vintage: str) -> bool:
    """The rows of the dataset touch so many chapters of the HS that they add up to all goods."""
    known = _BROAD.setdefault(ledger, set())
    if (dataset, vintage) in known:  # a ledger only grows: what is broad stays so
        return True
    for most in _SAMPLES:
        sql = (
            "SELECT count(DISTINCT chapter) AS chapters FROM (SELECT left(code, 2) AS chapter FROM flows "
            f"WHERE dataset = {sql_literal(dataset)} AND coalesce(vintage, '') = {sql_literal(vintage)} AND code <> '' "
            f"AND classification = 'HS' AND detail = '' LIMIT {most})"
        )
        if ledger.query(sql).to_pylist()[0]["chapters"] >= FEWEST_CHAPTERS:
            known.add((dataset, vintage))
            return True
    return False


def of_broad(rows: list[dict[str, Any]], ledger: Ledger) -> list[dict[str, Any]]:
    """The rows of those datasets and vintages that are broad."""
    keys = {(row["dataset"], row["vintage"]) for row in rows}
    broad = {key for key in keys if is_broad(ledger, *key)}
    return [row for row in rows if (row["dataset"], row["vintage"]) in broad]


def _summed(cells: Mapping[str, Any], what: str) -> Row | None:
    """A row for the sum over the products of a pair, flow and period."""

    def sql() -> str:
        digits = f" AND length(code) = {cells['digits']}" if cells["digits"] else " AND code = '' AND product IS NULL"
        where = " AND ".join(
            f"{name} = {sql_literal(cells[name])}" for name in ("dataset", "reporter", "partner", "flow", "period")
        )
        return (
            f"SELECT {KEY}, sum(value_usd) AS value_usd, count(*) AS rows\nFROM flows\n"
            f"WHERE {where} AND coalesce(vintage, '') = {sql_literal(cells['vintage'])} AND detail = ''{digits}\nGROUP BY ALL"
        )

    return row_of(Sum.of(cells, what), sql)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of `n` rows, in US dollars, and what it is a sum of."""

    dataset: str
    vintage: str
    reporter: str
    partner: str
    flow: str
    period: str
    usd: float
    n: int
    what: str
    scope: Scope = _ALL

    @classmethod
    def of(cls, cells: Mapping[str, Any], what: str) -> Sum:
        """A sum as a query gives it."""
        dataset, vintage, reporter, partner, flow, period = (cells[name] for name in NAMES)
        return cls(dataset, vintage, reporter, partner, flow, period, cells["usd"], cells["n"], what)

    def cells(self) -> dict[str, Any]:
        """The sum in the columns of a flow."""
        name = content_hash(
            "sum", self.dataset, self.vintage, self.reporter, self.partner, self.flow, self.period, self.what,
            f"{self.usd:.10g}", str(self.n),  # the last digits of a sum depend on the order in which it was added up
        )  # fmt: skip
        codes = self.scope.readings[0] if self.scope.readings else ()
        return dict.fromkeys(COLUMNS) | {
            "row_id": f"sum-{name[:20]}", "pair": pair_key(self.reporter, self.partner), "dataset": self.dataset,
            "vintage": self.vintage, "reporter": self.reporter, "partner": self.partner, "flow": self.flow,
            "period": self.period, "value": self.usd, "unit": "USD", "value_usd": self.usd, "flags": "summed",
            "origin": f"sum of {self.n:,} rows: {self.what}" if self.n > 1 else self.what,
            "product": self.scope.words, "hs": ",".join(codes) or None,
        }  # fmt: skip


def row_of(total: Sum, sql: Callable[[], str]) -> Row | None:
    """The row of a sum; its columns and its query are made when they are asked for."""
    period = period_of(total.period)
    if period is None:
        return None
    codes = total.scope.readings[0] if total.scope.readings else ()
    return Row(
        pair_key(total.reporter, total.partner), total.reporter, total.partner, total.flow, period, total.scope.words, codes,
        copied=False, told=lambda: (total.cells(), sql()),
    )  # fmt: skip
