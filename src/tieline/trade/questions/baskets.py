"""What two countries trade: the products of a dyad's exports or imports, their shares and what each has moved.

For each dataset, flow and year, by codes of so many digits:

- the figures are the reporter's own; where it reports no product of the flow, the partner's stand in (`mirror`);
- `share` is the code's value over the figure for all products, or where there is none (or it is less than its parts),
  over the sum of all codes of that many digits, 0 to 1;
- `change` is the value less that of the year before, and `contribution` this over the year before's whole: the
  contributions of all products add up to the growth of the whole. Where the year before has no figure of the code but
  has others, the code counts as nothing then; where it has none at all, there is no change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.ledger import Ledger, sql_literal
from tieline.trade.figures.asking import Question, State, state_of
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.steps import steps


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketLine:
    """A product's place in a dyad's exports or imports of a year; `share` and `contribution` are fractions."""

    reporter: str
    partner: str
    flow: str
    product: str
    classification: str
    period: str
    value_usd: float | None
    share: float | None
    rank: int | None
    change: float | None
    contribution: float | None
    dataset: str
    vintage: str
    basis: str
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """`figure`, `zero`, `incomplete` where a member of a bloc is silent, or `missing`: withheld, or not to be had."""
        return state_of(self.value_usd, self.flags)


def basket_sql(question: Question, digits: int, *, last: bool = False) -> str:
    """The query behind the products of a dyad; with `last`, of the last year of each dataset and flow."""
    who = sql_literal(question.reporter)
    whole = replace(question, codes=())
    return f"""WITH totals AS (
WITH {steps(whole)}
SELECT dataset, reporter, flow, period_start, value_usd AS total FROM lines WHERE exact
),
{steps(question, each_code=digits)},
sides AS (
    SELECT *, reporter = {who} AS own, CASE WHEN reporter = {who} THEN flow WHEN flow = 'exports' THEN 'imports'
        ELSE 'exports' END AS seen, CASE WHEN reporter = {who} OR basis <> 'reported' THEN basis ELSE 'mirror' END AS stated
    FROM lines WHERE flow IN ('exports', 'imports')
),
shown AS (
    SELECT * FROM (SELECT *, bool_or(own) OVER (PARTITION BY dataset, seen, period) AS speaks FROM sides) WHERE own = speaks
),
wholes AS (
    SELECT dataset, seen, period_start, greatest(sum(value_usd), max(total)) AS whole, max(edition) AS edition,
        count(total) > 0 AS told,
        max(period_start) OVER (PARTITION BY dataset, seen) AS last_start
    FROM shown LEFT JOIN totals USING (dataset, reporter, flow, period_start) GROUP BY dataset, seen, period_start
),
beside AS (
    SELECT s.*, w.whole, w.last_start, b.whole AS whole_before, b.edition <> w.edition AS edition_break,
        coalesce(p.value_usd, CASE WHEN p.goal IS NULL AND b.whole IS NOT NULL THEN 0 END) AS before
    FROM shown s JOIN wholes w USING (dataset, seen, period_start)
    LEFT JOIN wholes b ON b.dataset = s.dataset AND b.seen = s.seen AND b.told = w.told
        AND b.period_start = s.period_start - INTERVAL 1 YEAR
    LEFT JOIN shown p ON p.dataset = s.dataset AND p.seen = s.seen AND p.goal = s.goal
        AND p.period_start = s.period_start - INTERVAL 1 YEAR
)
SELECT seen AS flow, goal AS product, period, value_usd, value_usd / nullif(whole, 0) AS share,
    CASE WHEN value_usd > 0 THEN rank() OVER (PARTITION BY dataset, seen, period ORDER BY value_usd DESC NULLS LAST) END AS rank,
    value_usd - before AS change, (value_usd - before) / nullif(whole_before, 0) AS contribution,
    dataset, vintage, stated AS basis,
    concat_ws(',', flags, CASE WHEN edition_break THEN 'edition-break' END) AS flags
FROM beside{" WHERE period_start = last_start" if last else ""}
ORDER BY dataset, seen, period_start, value_usd DESC NULLS LAST, goal"""


def basket_lines(ledger: Ledger, question: Question, digits: int, *, last: bool = False) -> list[BasketLine]:
    """The products of a dyad, by dataset, flow, year and value: by HS codes, or where there are none by SITC sections."""
    for classification, each in (("HS", digits), ("SITC", 1)):
        asked = replace(question, classification=classification)
        rows = ledger.query(basket_sql(asked, each, last=last), scan=scan_of(asked, rows=True)).to_pylist()
        if rows:
            return [
                BasketLine(
                    reporter=question.reporter,
                    partner=str(question.partner),
                    classification=classification,
                    flags=tuple(flag for flag in row.pop("flags").split(",") if flag),
                    **row,
                )
                for row in rows
            ]
    return []
