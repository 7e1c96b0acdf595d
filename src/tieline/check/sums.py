"""Figures that no row states and that rows add up to: all products of a pair, all partners of a country.

A dataset that lists every product (BACI, a whole Comtrade file) has no row for their total, and one that lists every
partner none for the world. Sums stand in for them, each a row of its own with the query that gives it again:

- **All products**: the rows of the fewest digits there are, of one edition of the HS, of a dataset whose rows touch at
  least `FEWEST_CHAPTERS` chapters. What holds a few products only (a file of wood) has no total.
- **All partners**: what the country itself states, of `FEWEST_PARTNERS` partners at the least; where it states nothing,
  its partners' figures of the other flow, of a dataset in which at least `FEWEST_REPORTERS` countries report.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tieline.check.panel import COLUMNS, Panel, Row
from tieline.check.quantities import Codes, Quantity, Scope, World
from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries
from tieline.model.documents import content_hash
from tieline.model.flows import pair_key
from tieline.model.periods import Period, PeriodError
from tieline.model.products import expand

FEWEST_CHAPTERS = 90
FEWEST_PARTNERS = 10
FEWEST_REPORTERS = 60
_ALL = Scope()
_SAMPLE = 3_000_000
"""So many rows are looked at for the chapters of a dataset, at most."""
_OTHER = {"exports": "imports", "imports": "exports"}
_NAMES = ("dataset", "vintage", "reporter", "partner", "flow", "period")
_BROAD: weakref.WeakKeyDictionary[Ledger, set[tuple[str, str]]] = weakref.WeakKeyDictionary()
_KEY = "dataset, coalesce(vintage, '') AS vintage, reporter, partner, flow, period"


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
    for cells in _of_broad(_of_fewest_digits(ledger, where), ledger):
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


def add_worlds(
    panels: Sequence[Panel], worlds: Iterable[World], ledger: Ledger, datasets: Sequence[str] | None
) -> None:
    """Add the figures of all partners, one by one and summed, to the panels that have them."""
    by_scope: dict[Scope, list[World]] = defaultdict(list)
    for world in worlds:
        by_scope[world.scope].append(world)
    by_key = {(panel.dataset, panel.vintage): panel for panel in panels}
    for scope, wanted in by_scope.items():
        who = ", ".join(sql_literal(code) for code in sorted({world.reporter for world in wanted}))
        years = sorted({year for world in wanted for year in world.years})
        starts = ", ".join(f"DATE '{year}-01-01'" for year in years)
        where = (
            f"detail = '' AND freq = 'A' AND period_start IN ({starts}) AND flow IN ('exports', 'imports') "
            f"AND (reporter IN ({who}) OR partner IN ({who}))"
        )
        if datasets:
            where += f" AND dataset IN ({', '.join(map(sql_literal, datasets))})"
        rows = _lines(ledger, where, scope)
        for key, panel in by_key.items():
            here = [row for row in rows if (row["dataset"], row["vintage"]) == key]
            for world in wanted:
                for year in world.years:
                    _add_world(panel, world, scope, year, here, ledger)


def _lines(ledger: Ledger, where: str, scope: Scope) -> list[dict[str, Any]]:
    """One line a pair, flow and year of the scope's products, stated or summed."""
    if not scope.whole:
        if not scope.readings:
            return []
        return _of_fewest_digits(ledger, f"{where} AND {_inside(scope.readings[0])} AND classification = 'HS'")
    stated = ledger.query(
        f"SELECT {_KEY}, value_usd AS usd, 1 AS n, 0 AS digits, NULL AS edition FROM flows\n"
        f"WHERE {where} AND code = '' AND product IS NULL AND value_usd IS NOT NULL"
        " AND NOT contains(coalesce(flags, ''), 'suspected-copy')"
    ).to_pylist()
    have = {tuple(row[name] for name in _NAMES) for row in stated}
    coded = _of_broad(_of_fewest_digits(ledger, f"{where} AND code <> '' AND classification = 'HS'"), ledger)
    return [*stated, *(row for row in coded if tuple(row[name] for name in _NAMES) not in have)]


def _of_fewest_digits(ledger: Ledger, where: str) -> list[dict[str, Any]]:
    """Sums over products by pair, flow and period: of the fewest digits, of one edition; those of several are left out."""
    sql = (
        f"SELECT {_KEY}, sum(value_usd) AS usd, count(*) AS n, length(code) AS digits, edition,\n"
        f"  bool_or(value_usd IS NULL OR contains(coalesce(flags, ''), 'suspected-copy')) AS holes\n"
        f"FROM flows WHERE {where} AND NOT contains(code, ',') GROUP BY ALL"
    )
    best: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in ledger.query(sql).to_pylist():
        best[tuple(row[name] for name in _NAMES)].append(row)
    chosen = []
    for rows in best.values():
        fewest = [row for row in rows if row["digits"] == min(each["digits"] for each in rows)]
        if len(fewest) == 1 and not fewest[0]["holes"]:
            chosen.append(fewest[0])
    return chosen


def _inside(codes: Codes) -> str:
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
    sql = (
        "SELECT count(DISTINCT chapter) AS chapters FROM (SELECT left(code, 2) AS chapter FROM flows "
        f"WHERE dataset = {sql_literal(dataset)} AND coalesce(vintage, '') = {sql_literal(vintage)} AND code <> '' "
        f"AND classification = 'HS' AND detail = '' LIMIT {_SAMPLE})"
    )
    if ledger.query(sql).to_pylist()[0]["chapters"] < FEWEST_CHAPTERS:
        return False
    known.add((dataset, vintage))
    return True


def _of_broad(rows: list[dict[str, Any]], ledger: Ledger) -> list[dict[str, Any]]:
    """The rows of those datasets and vintages that are broad."""
    keys = {(row["dataset"], row["vintage"]) for row in rows}
    broad = {key for key in keys if is_broad(ledger, *key)}
    return [row for row in rows if (row["dataset"], row["vintage"]) in broad]


def _summed(cells: Mapping[str, Any], what: str) -> Row | None:
    """A row for the sum over the products of a pair, flow and period."""
    digits = f" AND length(code) = {cells['digits']}" if cells["digits"] else " AND code = '' AND product IS NULL"
    where = " AND ".join(
        f"{name} = {sql_literal(cells[name])}" for name in ("dataset", "reporter", "partner", "flow", "period")
    )
    sql = (
        f"SELECT {_KEY}, sum(value_usd) AS value_usd, count(*) AS rows\nFROM flows\n"
        f"WHERE {where} AND coalesce(vintage, '') = {sql_literal(cells['vintage'])} AND detail = ''{digits}\nGROUP BY ALL"
    )
    return _made(cells, cells["reporter"], cells["partner"], cells["flow"], cells["usd"], cells["n"], sql, what)


def _made(
    cells: Mapping[str, Any],
    reporter: str,
    partner: str,
    flow: str,
    usd: float,
    n: int,
    sql: str,
    what: str,
    scope: Scope = _ALL,
) -> Row | None:
    try:
        period = Period.parse(cells["period"])
    except PeriodError:
        return None
    name = content_hash(
        "sum", cells["dataset"], cells["vintage"], reporter, partner, flow, cells["period"], what, repr(usd), str(n)
    )
    shown = dict.fromkeys(COLUMNS) | {
        "row_id": f"sum-{name[:20]}", "pair": pair_key(reporter, partner), "dataset": cells["dataset"], "vintage": cells["vintage"],
        "reporter": reporter, "partner": partner, "flow": flow, "period": cells["period"], "value": usd, "unit": "USD",
        "value_usd": usd, "flags": "summed", "origin": f"sum of {n:,} rows: {what}" if n > 1 else what,
    }  # fmt: skip
    codes = scope.readings[0] if scope.readings else ()
    shown |= {"product": scope.words, "hs": ",".join(codes) or None}
    return Row(shown["row_id"], reporter, partner, flow, period, scope.words, codes, shown, sql)


def _add_world(
    panel: Panel, world: World, scope: Scope, year: int, lines: list[dict[str, Any]], ledger: Ledger
) -> None:
    who, flow, across = world.reporter, world.flow, _OTHER[world.flow]
    period = str(year)
    real = _countries()
    own = {r["partner"]: r for r in lines if r["reporter"] == who and r["flow"] == flow and r["period"] == period}
    stated = own.pop("WLD", None)
    mirrored = False
    if not own:
        own = {r["reporter"]: r for r in lines if r["partner"] == who and r["flow"] == across and r["period"] == period}
        mirrored = bool(own)
        if mirrored and _reporters(ledger, panel) < FEWEST_REPORTERS:
            return
    known = {code: row for code, row in own.items() if code in real and code != who}
    if len(known) < FEWEST_PARTNERS:
        return
    side = (
        f"partner = {sql_literal(who)} AND flow = {sql_literal(across)}"
        if mirrored
        else f"reporter = {sql_literal(who)} AND flow = {sql_literal(flow)}"
    )
    some = next(iter(known.values()))
    goods = "code = '' AND product IS NULL" if not some["digits"] else f"length(code) = {some['digits']}"
    goods += f" AND {_inside(scope.readings[0])}" if not scope.whole and scope.readings else ""
    base = (
        f"FROM flows\nWHERE dataset = {sql_literal(panel.dataset)} AND coalesce(vintage, '') = {sql_literal(panel.vintage)}\n"
        f"  AND {side} AND period = {sql_literal(period)} AND detail = '' AND {goods}"
    )
    other = "reporter" if mirrored else "partner"
    ranking = f"SELECT {other} AS partner, sum(value_usd) AS value_usd, count(*) AS rows {base}\nGROUP BY ALL ORDER BY value_usd DESC"
    how = f"{'mirror: ' if mirrored else ''}sum over {len(own)} partners"
    rows = {}
    for code, line in known.items():
        row = _made(
            line, who, code, flow, line["usd"], line["n"], ranking, f"{how} {scope.words or 'all products'}", scope
        )
        if row is not None:
            rows[code] = row
    panel.worlds[who, flow, scope, period] = rows
    if stated is None:
        total = sum(line["usd"] for line in own.values())
        sql = f"SELECT {sql_literal(who)} AS reporter, 'WLD' AS partner, {sql_literal(flow)} AS flow, sum(value_usd) AS value_usd, count(*) AS rows {base}\n  AND partner <> 'WLD'"
        row = _made(some, who, "WLD", flow, total, sum(line["n"] for line in own.values()), sql, how, scope)
        if row is not None:
            panel.add(row)


def _reporters(ledger: Ledger, panel: Panel) -> int:
    if panel.reporters:
        return panel.reporters[0]
    sql = (
        f"SELECT count(DISTINCT reporter) AS n FROM flows WHERE dataset = {sql_literal(panel.dataset)} "
        f"AND coalesce(vintage, '') = {sql_literal(panel.vintage)}"
    )
    panel.reporters.append(int(ledger.query(sql).to_pylist()[0]["n"]))
    return panel.reporters[0]


def _countries() -> frozenset[str]:
    return frozenset(each.code for each in countries() if each.kind in {"state", "territory"})
