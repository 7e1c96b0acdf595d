"""Figures that no row states and that rows add up to: all products of a pair (all partners: `worlds`).

A dataset that lists every product (BACI, a whole Comtrade file) has no row for their total. A sum stands in for it, a row of
its own with the query that gives it again: of the rows of the fewest digits there are, of one edition of the HS, of a dataset
whose rows touch at least `FEWEST_CHAPTERS` chapters. What holds a few products only (a file of wood) has no total.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tieline.check.panel import COLUMNS, Panel, Row, period_of
from tieline.check.quantities import Codes, Quantity, Scope
from tieline.ledger import Ledger, flows_of_goods, sql_literal
from tieline.model.documents import content_hash
from tieline.model.flows import pair_key
from tieline.model.hs import expand

if TYPE_CHECKING:
    import pyarrow as pa

FEWEST_CHAPTERS = 90
_ALL = Scope()
_SAMPLES = (100_000, 3_000_000)
"""So many rows are looked at for the chapters of a dataset: first a few, then these at most."""
_BROAD: weakref.WeakKeyDictionary[Ledger, set[tuple[str, str]]] = weakref.WeakKeyDictionary()
_NAMES = ("dataset", "vintage", "reporter", "partner", "flow", "period")
_KEY = "dataset, coalesce(vintage, '') AS vintage, reporter, partner, flow, period"


class Line(NamedTuple):
    """The trade of a pair in a period, one way, in US dollars: as a row states it (`digits` 0), or summed over `n` rows."""

    dataset: str
    vintage: str
    reporter: str
    partner: str
    flow: str
    period: str
    usd: float
    n: int
    digits: int

    @property
    def key(self) -> tuple[str, ...]:
        """What it is a figure of."""
        return self[:6]


def add_totals(
    panels: Sequence[Panel], asked: Iterable[Quantity], ledger: Ledger, datasets: Sequence[str] | None
) -> list[Panel]:
    """Add the sum over products of those pairs whose total is asked for and that no row states."""
    pairs = sorted({quantity.pair for quantity in asked if quantity.scope.whole and quantity.partner != "WLD"})
    if not pairs:
        return list(panels)
    among = f"dataset IN ({', '.join(map(sql_literal, datasets))})" if datasets else "true"
    found = {(panel.dataset, panel.vintage): panel for panel in panels}
    stated = {
        (panel.dataset, panel.vintage, *series, row.period)
        for panel in panels
        for series, rows in panel.series.items()
        for row in rows
        if row.whole
    }
    for line in all_products(ledger, among, pairs):
        row = _summed(line)
        if row is None or (stated and (*line[:5], row.period) in stated):
            continue
        key = line[:2]
        if key not in found:
            found[key] = Panel(*key)
        found[key].add(row)
    newest_first = sorted(found.values(), key=lambda panel: panel.vintage, reverse=True)
    return sorted(newest_first, key=lambda panel: panel.dataset)


def all_products(ledger: Ledger, where: str, pairs: Sequence[int] = ()) -> list[Line]:
    """Sums over all products, of those datasets and vintages that list nearly all.

    Args:
        ledger: Where the flows are.
        where: The condition for the sums, on columns that `Ledger.sums_by_digits` has.
        pairs: Only these pairs; all by default.
    """
    pieces = (
        f"SELECT 0 AS scope, '' AS start, {_KEY}, digits, edition, usd, codes AS n, copied OR lacking AS holes FROM {ledger.sums_by_digits(pairs)}\n"
        f"WHERE digits > 0 AND classification = 'HS' AND {where}"
    )
    lines = [line for _, line in _of_fewest_digits(ledger, pieces)]
    broad = {key for key in {line[:2] for line in lines} if is_broad(ledger, *key)}
    return [line for line in lines if line[:2] in broad]


def some_products(ledger: Ledger, scopes: Sequence[Codes], where: str) -> list[list[Line]]:
    """Sums over the products inside some codes, for each of several lists of codes, with one look at the rows.

    Args:
        ledger: Where the flows are.
        scopes: Lists of codes of the HS.
        where: The condition for the rows, on columns of flows.
    """
    starts = {code for codes in scopes for code in expand(codes)}
    rows = (
        f"SELECT {_KEY}, code, length(code) AS digits, edition, value_usd AS usd, 1 AS n,\n"
        f"  value_usd IS NULL OR contains(flags, 'suspected-copy') AS holes\n"
        f"FROM {flows_of_goods(starts)} WHERE NOT contains(code, ',') AND classification = 'HS' AND detail = '' AND {where}"
    )
    pieces = " UNION ALL ".join(
        f"SELECT {place} AS scope, {_start(codes)} AS start, * EXCLUDE (code) FROM listed WHERE {inside(codes)}"
        for place, codes in enumerate(scopes)
    )
    found: list[list[Line]] = [[] for _ in scopes]
    for place, line in _of_fewest_digits(ledger, pieces, f"listed AS MATERIALIZED ({rows}), "):
        found[place].append(line)
    return found


def _of_fewest_digits(ledger: Ledger, pieces: str, first: str = "") -> list[tuple[int, Line]]:
    """Pieces added up by scope, pair, flow and period: below each code of a scope (2603 and 74) those of the fewest digits, of one edition.

    Where several editions or a hole stand in the way below any of the codes, there is no sum.
    """
    names = ", ".join(("scope", *_NAMES))
    sql = (
        f"WITH {first}sums AS (\n"
        f"  SELECT {names}, start, digits, edition, sum(usd) AS usd, sum(n)::BIGINT AS n, bool_or(holes) AS holes\n"
        f"  FROM ({pieces}) GROUP BY ALL),\n"
        f"fewest AS (\n"
        f"  SELECT *, holes OR count(*) OVER (PARTITION BY {names}, start, digits) > 1 AS bad FROM sums\n"
        f"  QUALIFY digits = min(digits) OVER (PARTITION BY {names}, start))\n"
        f"SELECT {names}, sum(usd) AS usd, sum(n)::BIGINT AS n, max(digits) AS digits FROM fewest\n"
        f"GROUP BY {names} HAVING NOT bool_or(bad) AND count(DISTINCT edition) <= 1 ORDER BY {names}"
    )
    table = ledger.query(sql)
    return list(zip(table["scope"].to_pylist(), lines_of(table.drop_columns("scope")), strict=True))


def lines_of(table: pa.Table) -> list[Line]:
    """The lines that a query gives, its columns in their order."""
    return list(map(Line._make, zip(*(column.to_pylist() for column in table.columns), strict=True)))


def inside(codes: Codes) -> str:
    """The condition for rows of codes that lie inside those."""
    return f"({' OR '.join(_starts(codes).values())})"


def _start(codes: Codes) -> str:
    """The expression for the code of the list that a row's code lies inside, the shortest of several."""
    return f"CASE {' '.join(f'WHEN {term} THEN left(code, {n})' for n, term in _starts(codes).items())} END"


def _starts(codes: Codes) -> dict[int, str]:
    """By the length of the codes, the condition for rows that lie inside one of them."""
    by_length: dict[int, set[str]] = defaultdict(set)
    for code in expand(codes):
        by_length[len(code)].add(code)
    return {
        n: f"left(code, {n}) IN ({', '.join(map(sql_literal, sorted(each)))})" for n, each in sorted(by_length.items())
    }


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


def _summed(line: Line) -> Row | None:
    """A row for the sum over the products of a pair, flow and period."""

    def sql() -> str:
        where = " AND ".join(
            f"{name} = {sql_literal(getattr(line, name))}"
            for name in ("dataset", "reporter", "partner", "flow", "period")
        )
        return (
            f"SELECT {_KEY}, sum(value_usd) AS value_usd, count(*) AS rows\nFROM flows\n"
            f"WHERE {where} AND coalesce(vintage, '') = {sql_literal(line.vintage)} AND detail = ''"
            f" AND length(code) = {line.digits}\nGROUP BY ALL"
        )

    return row_of(line, "all products", sql)


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


def row_of(line: Line, what: str, sql: Callable[[], str], scope: Scope = _ALL) -> Row | None:
    """The row of a line; its columns and its query are made when they are asked for."""
    period = period_of(line.period)
    if period is None:
        return None

    def told() -> tuple[dict[str, Any], str]:
        return Sum(*line[:8], what, scope).cells(), sql()

    codes = scope.readings[0] if scope.readings else ()
    return Row(
        pair_key(line.reporter, line.partner), line.reporter, line.partner, line.flow, period, scope.words, codes,
        copied=False, told=told, value=line.usd, unit="USD", usd=line.usd,
    )  # fmt: skip
