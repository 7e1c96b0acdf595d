"""The figures of all partners of a country, one by one and summed, for ranks and for shares of all exports or imports.

They are what the country itself states, of `FEWEST_PARTNERS` partners at the least; where it states nothing, its partners'
figures of the other flow, of a dataset in which at least `FEWEST_REPORTERS` countries report. Each is a row of its own with
the query that gives it again (`sums`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tieline.check.panel import Panel, Row
from tieline.check.quantities import Scope, World
from tieline.check.sums import Line, all_products, inside, lines_of, row_of, some_products
from tieline.ledger import Ledger, flows_of_goods, sql_literal
from tieline.model.countries import countries

FEWEST_PARTNERS = 10
FEWEST_REPORTERS = 60
_OTHER = {"exports": "imports", "imports": "exports"}


def add_worlds(
    panels: Sequence[Panel], worlds: Iterable[World], ledger: Ledger, datasets: Sequence[str] | None
) -> None:
    """Add the figures of all partners to the panels that have them, with one question for totals and one for products."""
    by_scope: dict[Scope, dict[World, None]] = defaultdict(dict)  # each world once
    for world in worlds:
        by_scope[world.scope][world] = None
    wanted = {scope: found for scope, found in by_scope.items() if scope.whole or scope.readings}
    found = {scope: _totals(ledger, _where(wanted[scope], datasets)) for scope in wanted if scope.whole}
    named = [scope for scope in wanted if not scope.whole]
    if named:
        where = _where([world for scope in named for world in wanted[scope]], datasets)
        found |= zip(named, some_products(ledger, [scope.readings[0] for scope in named], where), strict=True)
    for scope, some in found.items():
        lines = Lines.of(some)
        for panel in panels:
            for world in wanted[scope]:
                for year in world.years:
                    _add_world(panel, world, str(year), lines, ledger)


def with_all_partners(
    panels: Sequence[Panel], worlds: Iterable[World], ledger: Ledger, datasets: Sequence[str] | None
) -> list[Panel]:
    """The panels with the sums over all partners that are asked for, and a new one for each dataset that has such a sum alone."""
    wanted = [world for world in worlds if world.scope.whole or world.scope.readings]
    if not wanted:
        return list(panels)
    sql = f"SELECT DISTINCT dataset, coalesce(vintage, '') AS vintage FROM {ledger.sums_by_digits()} ORDER BY ALL"
    known = {(panel.dataset, panel.vintage) for panel in panels}
    new = [
        Panel(row["dataset"], row["vintage"])
        for row in ledger.query(sql).to_pylist()
        if (row["dataset"], row["vintage"]) not in known and (not datasets or row["dataset"] in datasets)
    ]
    add_worlds([*panels, *new], wanted, ledger, datasets)
    every = sorted([*panels, *(panel for panel in new if panel.pairs)], key=lambda panel: panel.vintage, reverse=True)
    return sorted(every, key=lambda panel: panel.dataset)


def _where(worlds: Iterable[World], datasets: Sequence[str] | None) -> str:
    """The condition for the trade of some countries in some years, either way."""
    who = ", ".join(sql_literal(code) for code in sorted({world.reporter for world in worlds}))
    years = sorted({year for world in worlds for year in world.years})
    starts = ", ".join(f"DATE '{year}-01-01'" for year in years)
    among = f" AND dataset IN ({', '.join(map(sql_literal, datasets))})" if datasets else ""
    return (
        f"freq = 'A' AND period_start IN ({starts}) AND flow IN ('exports', 'imports') "
        f"AND (reporter IN ({who}) OR partner IN ({who})){among}"
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines by dataset, vintage, flow, period and the country on the one side or the other; by the country across."""

    by_reporter: Mapping[tuple[str, ...], Mapping[str, Line]]
    by_partner: Mapping[tuple[str, ...], Mapping[str, Line]]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Lines:
        """Sort lines."""
        own: dict[tuple[str, ...], dict[str, Line]] = defaultdict(dict)
        mirrored: dict[tuple[str, ...], dict[str, Line]] = defaultdict(dict)
        for line in lines:
            place = (line.dataset, line.vintage, line.flow, line.period)
            own[*place, line.reporter][line.partner] = line
            mirrored[*place, line.partner][line.reporter] = line
        return cls(own, mirrored)


def _totals(ledger: Ledger, where: str) -> list[Line]:
    """One line a pair, flow and year: all products, stated or summed."""
    stated = lines_of(
        ledger.query(
            "SELECT dataset, coalesce(vintage, '') AS vintage, reporter, partner, flow, period, value_usd, 1 AS n, 0 AS digits\n"
            f"FROM {flows_of_goods(())} WHERE {where} AND detail = '' AND code = '' AND product IS NULL"
            " AND value_usd IS NOT NULL AND NOT contains(flags, 'suspected-copy')"
        )
    )
    have = {line.key for line in stated}
    return [*stated, *(line for line in all_products(ledger, where) if line.key not in have)]


def _add_world(panel: Panel, world: World, period: str, lines: Lines, ledger: Ledger) -> None:
    """Add a country's trade with each partner in a year, and their sum where the country does not state it."""
    who, flow = world.reporter, world.flow
    own = dict(lines.by_reporter.get((panel.dataset, panel.vintage, flow, period, who), {}))
    stated = own.pop("WLD", None)
    mirrored = not own
    if mirrored:
        own = dict(lines.by_partner.get((panel.dataset, panel.vintage, _OTHER[flow], period, who), {}))
        if own and _reporters(ledger, panel) < FEWEST_REPORTERS:
            return
    known = {code: line for code, line in own.items() if code in _countries() and code != who}
    if not known or (len(known) < FEWEST_PARTNERS and mirrored):
        return
    base = _base(panel, world, period, next(iter(known.values())), mirrored=mirrored)
    other = "reporter" if mirrored else "partner"
    ranking = f"SELECT {other} AS partner, sum(value_usd) AS value_usd, count(*) AS rows {base}\nGROUP BY ALL ORDER BY value_usd DESC"
    how = f"{'mirror: ' if mirrored else ''}sum over {len(own)} partners"
    what = f"{how} {world.scope.words or 'all products'}"

    def rows() -> dict[str, Row]:
        made = {
            code: row_of(line._replace(reporter=who, partner=code, flow=flow), what, lambda: ranking, world.scope)
            for code, line in known.items()
        }
        return {code: row for code, row in made.items() if row is not None}

    if len(known) < FEWEST_PARTNERS:
        known |= {"WLD": stated} if stated is not None else {}
        panel.some[who, flow, world.scope, period] = cache(rows)
        return
    panel.worlds[who, flow, world.scope, period] = cache(rows)
    if mirrored:
        panel.theirs.add((who, flow, world.scope, period))
    select = f"SELECT {sql_literal(who)} AS reporter, 'WLD' AS partner, {sql_literal(flow)} AS flow, sum(value_usd) AS value_usd, count(*) AS rows {base}"
    if stated is None:
        usd, n = sum(line.usd for line in own.values()), sum(line.n for line in own.values())
        total = Line(panel.dataset, panel.vintage, who, "WLD", flow, period, usd, n, 0)
        row = row_of(total, how, lambda: f"{select}\n  AND partner <> 'WLD'", world.scope)
    elif stated.digits and world.scope.whole:  # stated product by product
        row = row_of(stated, "all products", lambda: f"{select}\n  AND partner = 'WLD'", world.scope)
    else:
        return
    if row is not None:
        panel.add(row)


def _base(panel: Panel, world: World, period: str, some: Line, *, mirrored: bool) -> str:
    """What stands behind SELECT for the rows of all partners, of the products that one of the lines has."""
    who, flow = sql_literal(world.reporter), world.flow
    side = (
        f"partner = {who} AND flow = {sql_literal(_OTHER[flow])}"
        if mirrored
        else f"reporter = {who} AND flow = {sql_literal(flow)}"
    )
    goods = "code = '' AND product IS NULL" if not some.digits else f"length(code) = {some.digits}"
    if not world.scope.whole and world.scope.readings:
        goods += f" AND {inside(world.scope.readings[0])}"
    return (
        f"FROM flows\nWHERE dataset = {sql_literal(panel.dataset)} AND coalesce(vintage, '') = {sql_literal(panel.vintage)}\n"
        f"  AND {side} AND period = {sql_literal(period)} AND detail = '' AND {goods}"
    )


def _reporters(ledger: Ledger, panel: Panel) -> int:
    if panel.reporters:
        return panel.reporters[0]
    sql = (
        f"SELECT count(DISTINCT reporter) AS n FROM {ledger.sums_by_digits()} WHERE dataset = {sql_literal(panel.dataset)} "
        f"AND coalesce(vintage, '') = {sql_literal(panel.vintage)}"
    )
    panel.reporters.append(int(ledger.query(sql).to_pylist()[0]["n"]))
    return panel.reporters[0]


@cache
def _countries() -> frozenset[str]:
    return frozenset(each.code for each in countries() if each.kind in {"state", "territory"})
