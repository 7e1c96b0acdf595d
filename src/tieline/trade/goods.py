"""What a country trades, with one partner or with all: the value of each product by dataset, flow and year.

The figures are the country's own; where it reports nothing of the flow that year, its partners' stand in (`mirror`). With
all partners the row for the world counts where the country gives one, else the sum of its partners, organisations left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries
from tieline.trade.asking import Question
from tieline.trade.figure_rows import scan_of
from tieline.trade.figure_steps import steps

Key = tuple[str, str, str]
"""Dataset, flow, period."""


@dataclass(slots=True)
class Goods:
    """The products of a flow in a year.

    Attributes:
        values: US dollars by code; those without a figure are not in it.
        vintage: The newest that is in it.
        basis: `reported`, `mirror` or `reconciled`.
        withheld: Codes without a figure.
        editions: Of the codes.
    """

    vintage: str
    basis: str
    values: dict[str, float] = field(default_factory=dict)
    withheld: list[str] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)


def goods_sql(question: Question, digits: int) -> str:
    """The query for the products of a country's flows: `goal` is the code."""
    who = sql_literal(question.reporter)
    groups = sql_literal(sorted(one.code for one in countries() if one.kind == "organisation"))
    of_all = f"""
    WINDOW flow_year AS (PARTITION BY dataset, seen, period)
    QUALIFY CASE WHEN bool_or(other = 'WLD') OVER flow_year THEN other = 'WLD' ELSE NOT list_contains({groups}, other) END"""
    return f"""WITH {steps(question, each_code=digits)},
sides AS (
    SELECT dataset, vintage, period, period_start, goal, value_usd, edition, reporter = {who} AS own,
        CASE WHEN reporter = {who} THEN partner ELSE reporter END AS other,
        CASE WHEN reporter = {who} THEN flow WHEN flow = 'exports' THEN 'imports' ELSE 'exports' END AS seen,
        CASE WHEN reporter = {who} OR basis <> 'reported' THEN basis ELSE 'mirror' END AS stated
    FROM lines WHERE flow IN ('exports', 'imports')
),
heard AS (
    SELECT * FROM (SELECT *, bool_or(own) OVER (PARTITION BY dataset, seen, period) AS speaks FROM sides) WHERE own = speaks
),
counted AS (
    SELECT * FROM heard{of_all if question.partner is None else ""}
)
SELECT dataset, seen AS flow, period, goal, max(vintage) AS vintage, min(stated) AS basis, max(edition) AS edition,
    CASE WHEN count(value_usd) = count(*) THEN sum(value_usd) END AS value_usd
FROM counted GROUP BY dataset, seen, period, period_start, goal
ORDER BY dataset, seen, period_start, goal"""


def goods(ledger: Ledger, question: Question, digits: int) -> dict[Key, Goods]:
    """The products by dataset, flow and year."""
    found: dict[Key, Goods] = {}
    for row in ledger.query(goods_sql(question, digits), scan=scan_of(question, digits)).to_pylist():
        here = found.setdefault((row["dataset"], row["flow"], row["period"]), Goods(row["vintage"] or "", row["basis"]))
        here.vintage = max(here.vintage, row["vintage"] or "")
        here.editions |= {row["edition"]} - {None}
        if row["value_usd"] is None:
            here.withheld.append(row["goal"])
        else:
            here.values[row["goal"]] = row["value_usd"]
    return found
