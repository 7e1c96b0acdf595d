"""What a country trades, with one partner or with all: the value of each product by dataset, flow and year.

The figures are the country's own; where it reports nothing of the flow that year, its partners' stand in (`mirror`). With
all partners the row for the world counts where the country gives one, else the sum of its partners, organisations left out.

The flows are asked year by year, of many rows one range of codes after the other (`slices`), and only those years that are
wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import is_bloc
from tieline.trade.figures.pair_steps import by_pairs
from tieline.trade.figures.rows import FLAGS, scan_of
from tieline.trade.figures.slices import Put, Told, by_dataset, slices, told
from tieline.trade.figures.steps import steps

Key = tuple[str, str, str]
"""Dataset, flow, period."""
Years = Literal["all", "last", "last-two", "ends"]


@dataclass(slots=True)
class Goods:
    """The products of a flow in a year.

    Attributes:
        vintage: The newest that is in it.
        basis: `reported`, `mirror` or `reconciled`.
        of: With all partners: the figures for the `world`, or the sums of `partners`.
        values: US dollars by code; those without a figure are not in it.
        withheld: Codes without a figure.
        editions: Of the codes.
        flags: Those of a code, where it has any.
        put: The queries that gave it.
    """

    vintage: str
    basis: str
    of: str = ""
    values: dict[str, float] = field(default_factory=dict)
    withheld: list[str] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)
    flags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    put: tuple[Put, ...] = ()


def goods_sql(question: Question, digits: int, *, of_all: bool) -> str:
    """The query for each product as the country tells it (`own`) or its partners do, of the world, its partners, groups of them.

    Args:
        question: Of whom, with whom.
        digits: Of the codes.
        of_all: All partners are asked for together.
    """
    who = sql_literal(question.reporter)
    groups = sql_literal(sorted(one.code for one in countries() if one.kind == "organisation"))
    whose = f"CASE WHEN other = 'WLD' THEN 'world' WHEN list_contains({groups}, other) THEN 'group' ELSE 'partners' END"
    return f"""WITH {steps(question, each_code=digits)},
sides AS (
    SELECT dataset, vintage, period, period_start, goal, value_usd, edition, reporter = {who} AS own,
        CASE WHEN reporter = {who} THEN partner ELSE reporter END AS other,
        CASE WHEN reporter = {who} THEN flow WHEN flow = 'exports' THEN 'imports' ELSE 'exports' END AS seen,
        CASE WHEN reporter = {who} OR basis <> 'reported' THEN basis ELSE 'mirror' END AS stated,
        concat_ws(',', nullif(flags, ''), CASE WHEN value_usd IS NULL THEN CASE WHEN missing_parts > 0 THEN 'incomplete'
            WHEN unpriced THEN 'no-rate' ELSE 'missing' END END) AS flags
    FROM lines WHERE flow IN ('exports', 'imports')
)
SELECT dataset, seen AS flow, period, goal, own, {whose if of_all else "''"} AS whose,
    max(vintage) AS vintage, min(stated) AS basis, max(edition) AS edition, {FLAGS},
    CASE WHEN count(value_usd) = count(*) THEN sum(value_usd) END AS value_usd
FROM sides GROUP BY ALL
ORDER BY dataset, flow, period, goal"""


def goods(
    ledger: Ledger, question: Question, digits: int, *, years: Years = "all", flows: Iterable[str] = ("exports", "imports")
) -> dict[Key, Goods]:  # fmt: skip
    """The products by dataset, flow and year.

    Args:
        ledger: Where it is asked.
        question: Of whom, with whom, of which time.
        digits: Of the codes.
        years: Of each dataset and flow the last year with products, that and the year before, or the first and the last one;
            there may be others beside these.
        flows: Of which these years are wanted.
    """
    found = [
        _of_datasets(ledger, each, digits, told(ledger, each), years=years, flows=flows)
        for each in by_dataset(ledger, question)
    ]
    return dict(sorted((key, here) for of_some in found for key, here in of_some.items()))


def _of_datasets(
    ledger: Ledger, question: Question, digits: int, there: Told, *, years: Years, flows: Iterable[str]
) -> dict[Key, Goods]:  # fmt: skip
    """The same of some datasets, year by year."""
    found: dict[int, dict[Key, Goods]] = {}

    def ask(year: int) -> set[tuple[str, str]]:
        if year not in found:
            found[year] = _of_year(ledger, question, digits, year, there)
        return {(dataset, flow) for dataset, flow, _ in found[year]}

    wanted = {(dataset, flow) for dataset, flow in there.flows if flow in flows}
    if years == "all" or question.by != "year":
        for year in there.years:
            ask(year)
    else:
        last = _first_with(wanted, there.years, ask)
        if years == "last-two":
            for year in {year - 1 for year in last.values()} & there.rows.keys():
                ask(year)
        elif years == "ends":
            _first_with(wanted, there.years[::-1], ask)
    return {key: here for of_year in found.values() for key, here in of_year.items()}


def _first_with(
    wanted: set[tuple[str, str]], years: Iterable[int], ask: Callable[[int], set[tuple[str, str]]]
) -> dict[tuple[str, str], int]:
    """The first of the years that has products of each dataset and flow; no year is asked that is not needed for one."""
    first: dict[tuple[str, str], int] = {}
    for year in years:
        first = dict.fromkeys(ask(year), year) | first
        if wanted <= first.keys():
            break
    return first


def _of_year(ledger: Ledger, question: Question, digits: int, year: int, there: Told) -> dict[Key, Goods]:
    """The products of the flows of a year."""
    rows, of_all = there.rows[year], question.partner is None
    of_year = {(dataset, flow) for (dataset, flow), years in there.flows.items() if year in years}
    if of_all and is_bloc(question.reporter) and all((*of, year) in there.own for of in of_year):
        # its line with the world is enough, but for flows of which some member is silent after all
        found = _counted(ledger, replace(question, partner="WLD"), digits, year, rows, of_all=True)
        if of_year <= {(dataset, flow) for dataset, flow, _ in found}:
            return found
    return _counted(ledger, question, digits, year, rows, of_all=of_all)


def _counted(
    ledger: Ledger, question: Question, digits: int, year: int, rows: int, *, of_all: bool
) -> dict[Key, Goods]:  # fmt: skip
    """The same, of one partner or of all: which of the parts count is told by all products of a flow."""
    parts: dict[Key, dict[tuple[bool, str], Goods]] = {}
    put = []
    if of_all and by_pairs(question, digits):
        question = replace(question, pooled=True)
    for part in slices(ledger, question, digits, year, rows):
        sql = goods_sql(part, digits, of_all=of_all)
        put.append(Put(sql, part))
        for row in ledger.query(sql, scan=scan_of(part, digits)).to_pylist():
            of_flow = parts.setdefault((row["dataset"], row["flow"], row["period"]), {})
            _add(
                of_flow.setdefault((row["own"], row["whose"]), Goods(row["vintage"] or "", row["basis"], row["whose"])),
                row,
            )
    found = {}
    for key, of_flow in parts.items():
        speaks = any(own for own, _ in of_flow)
        heard = {whose: here for (own, whose), here in of_flow.items() if own == speaks}
        counted = heard.get("world") or heard.get("partners") if of_all else heard.get("")
        if counted is not None:
            counted.put = tuple(put)
            found[key] = counted
    return found


def _add(here: Goods, row: Mapping[str, Any]) -> None:
    """Add a product."""
    here.vintage = max(here.vintage, row["vintage"] or "")
    here.editions |= {row["edition"]} - {None}
    if row["flags"]:
        here.flags[row["goal"]] = tuple(dict.fromkeys(row["flags"].split(",")))
    if row["value_usd"] is None:
        here.withheld.append(row["goal"])
    else:
        here.values[row["goal"]] = row["value_usd"]
