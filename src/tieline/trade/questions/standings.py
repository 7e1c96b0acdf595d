"""How a country's trade is spread over its partners: each one's value, share and rank, and how concentrated it is.

For each dataset, flow and period (years):

- the figures are the reporter's own; where it reports none with any partner, its partners' figures of the other flow
  stand in (`mirror`), each with the partner's valuation; where some give the figure asked for as such, those that
  would have to be added up from their parts are left out, since a part of them may be all that was loaded;
- `share` is the partner's value over the reporter's figure for the world (`WLD`), or where there is none, over the sum
  of all partners, 0 to 1;
- an organisation (the EU) that is listed beside its members, and all outside a bloc (`EXT_EU27_2020`) beside one of these, is in
  no sum of partners, so that nothing counts twice;
- `rank` counts from 1, the largest first; organisations and unspecified areas have none;
- `hhi` is the Herfindahl-Hirschman index, the sum of the squared shares in the sum of all partners (0 to 1; Hirschman
  1945, as in the World Bank's WITS user manual). 1 is a single partner, 1/n are n equal ones.

A partner whose figure is missing has no share and no rank, and is in no sum. Where fewer than 20 countries report, the mirror
of their figures is flagged `few-reporters`: of one reporter it is always the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries
from tieline.trade.figures.asking import Question, State, state_of
from tieline.trade.figures.blocs import blocs, ever, sides_of_blocs, within
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.slices import by_year, of_bloc
from tieline.trade.figures.steps import steps
from tieline.trade.figures.tellers import FEWEST, flag_few
from tieline.trade.indicators.concentration import spread

BasisChoice = Literal["auto", "reported", "mirror"]
_SPEAKS = {
    "auto": "bool_or(stated = 'own' AND partner <> 'WLD') OVER (PARTITION BY dataset, flow, period)",
    "reported": "true",
    "mirror": "false",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A partner's place in a country's exports or imports of a period; shares are 0 to 1.

    Attributes:
        partners: How many have a figure.
        of_world: The share is in `world_usd`, the stated figure for the world; else in `total_usd`, the sum of the partners.
    """

    reporter: str
    partner: str
    flow: str
    period: str
    value_usd: float | None
    share: float | None
    rank: int | None
    hhi: float | None
    dataset: str
    vintage: str
    basis: str
    partners: int
    of_world: bool
    total_usd: float | None
    world_usd: float | None
    valuation: str = "unknown"
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """`figure`, `zero`, `incomplete` where months or a member of a bloc are silent, or `missing`: withheld, or not to be had."""
        return state_of(self.value_usd, self.flags)


def standings_sql(
    question: Question, *, partners: Sequence[str] = (), last: bool = False, basis: BasisChoice = "auto"
) -> str:
    """The query behind the standings.

    Args:
        question: Without a partner, so that all are there to be compared.
        partners: Show only these.
        last: Only the last period of each dataset and flow.
        basis: Whose figures: `auto` as above, `reported` or `mirror` alone.
    """
    who = sql_literal(question.reporter)
    groups = ", ".join(map(sql_literal, _no_countries(question)))
    where = ["partner <> 'WLD'"]
    if partners:
        where.append(f"partner IN ({', '.join(map(sql_literal, partners))})")
    if last:
        where.append("period_start = last_start")
    return f"""WITH {steps(question)},
sides AS (
    SELECT dataset, vintage, partner, flow, period, period_start, value_usd, valuation, basis, flags, exact, missing_parts, 'own' AS stated
    FROM lines WHERE reporter = {who} AND flow IN ('exports', 'imports')
    UNION ALL BY NAME
    SELECT dataset, vintage, reporter AS partner, CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END AS flow,
        period, period_start, value_usd, valuation, CASE basis WHEN 'reported' THEN 'mirror' ELSE basis END AS basis, flags,
        exact, missing_parts, 'across' AS stated
    FROM lines WHERE partner = {who} AND reporter <> {who} AND flow IN ('exports', 'imports')
),
heard AS (
    SELECT *, {_SPEAKS[basis]} AS speaks FROM sides
),
shown AS (
    SELECT * FROM heard WHERE (stated = 'own') = speaks
    QUALIFY exact = bool_or(exact AND partner <> 'WLD') OVER (PARTITION BY dataset, flow, period)
),
blocs AS (
    SELECT * FROM (VALUES {_blocs(question)}) AS b(bloc, members, outside)
),
again AS (
    SELECT DISTINCT a.dataset, a.flow, a.period, a.partner FROM shown a JOIN blocs ON a.partner = bloc
    JOIN shown m ON (m.dataset, m.flow, m.period) = (a.dataset, a.flow, a.period)
        AND list_contains(members, m.partner) <> outside AND NOT (outside AND m.partner IN ({groups}))
),
single AS (
    SELECT * FROM shown ANTI JOIN again USING (dataset, flow, period, partner) WHERE partner <> 'WLD'
),
sums AS ({spread("single", "dataset, flow, period", "value_usd")}),
wholes AS (
    SELECT * FROM (
        SELECT dataset, flow, period, max(value_usd) FILTER (partner = 'WLD') AS world FROM shown GROUP BY ALL
    ) JOIN sums USING (dataset, flow, period)
),
ranks AS (
    SELECT dataset, flow, period, partner, rank() OVER (PARTITION BY dataset, flow, period ORDER BY value_usd DESC) AS rank
    FROM shown WHERE value_usd > 0 AND partner NOT IN ({groups})
),
standing AS (
    SELECT partner, flow, period, period_start, value_usd, value_usd / nullif(coalesce(world, total), 0) AS share, rank, hhi,
        dataset, vintage, basis, valuation, partners, world IS NOT NULL AS of_world,
        total AS total_usd, world AS world_usd,
        concat_ws(',', flags, CASE WHEN NOT exact THEN 'sum-of-codes' END,
            CASE WHEN value_usd IS NULL THEN CASE WHEN missing_parts > 0 THEN 'incomplete' ELSE 'missing' END END) AS flags,
        max(period_start) OVER (PARTITION BY dataset, flow) AS last_start
    FROM shown JOIN wholes USING (dataset, flow, period)
    LEFT JOIN ranks USING (dataset, flow, period, partner)
)
SELECT * EXCLUDE (period_start, last_start) FROM standing
WHERE {" AND ".join(where)}
ORDER BY dataset, flow, period_start, rank NULLS LAST, value_usd DESC NULLS LAST, partner"""


def standings(
    ledger: Ledger,
    question: Question,
    *,
    partners: Sequence[str] = (),
    last: bool = False,
    basis: BasisChoice = "auto",
) -> list[Standing]:
    """The standings of a country's partners, by dataset, flow, period and rank."""
    found = [
        Standing(
            reporter=question.reporter,
            flags=tuple(dict.fromkeys(flag for flag in row.pop("flags").split(",") if flag)),
            **row,
        )
        for asked in (of_bloc(ledger, question) if last else by_year(ledger, question))
        for row in ledger.query(
            standings_sql(asked, partners=partners, last=last, basis=basis), scan=scan_of(asked)
        ).to_pylist()
    ]
    found.sort(key=lambda one: (one.dataset, one.flow))  # periods stay in their order
    # by more no dataset of few reporters is told, but where all of them may be members of the bloc that is shown
    few = any(one.basis == "mirror" and (one.partners < FEWEST or one.partner in blocs()) for one in found)
    return flag_few(ledger, found) if few else found


def _no_countries(question: Question) -> list[str]:
    """Partners without a rank: groups, areas and the sum of a bloc that is shown beside its members."""
    groups = {one.code for one in countries() if one.kind in {"organisation", "area", "world"}}
    return sorted(groups | ({question.beside} if question.beside else set()))


def _blocs(question: Question) -> str:
    """Groups that may be listed as partners, with all that would count twice beside them, or (true) with all that would not."""
    codes = dict.fromkeys((*blocs(), *([question.beside] if question.beside else ())))
    rows = [(code, within(code), False) for code in codes]
    rows += [(code, ever(whose), code.startswith("EXT_")) for code, whose in sides_of_blocs().items()]
    return ", ".join(f"({sql_literal(code)}, {sql_literal(sorted(whose))}, {out})" for code, whose, out in rows)
