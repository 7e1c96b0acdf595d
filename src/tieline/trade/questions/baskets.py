"""What two countries trade: the products of a dyad's exports or imports, their shares and what each has moved.

For each dataset, flow and year, by codes of so many digits (`goods`):

- the figures are the reporter's own; where it reports no product of the flow, the partner's stand in (`mirror`);
- with the world as partner they are the row for the world, or where there is none, the sum over all partners
  (`sum-of-partners`);
- `share` is the code's value over the figure for all products, or where there is none (or it is less than its parts),
  over the sum of all codes of that many digits, 0 to 1;
- `change` is the value less that of the year before, and `contribution` this over the year before's whole: the
  contributions of all products add up to the growth of the whole. Where the year before has no figure of the code but
  has others, the code counts as nothing then; where it has none at all, there is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tieline.ledger import Ledger
from tieline.trade.figures.asking import Question, State, state_of
from tieline.trade.figures.coverage import FLAG as IN_PART
from tieline.trade.figures.coverage import is_in_part, told_in_part
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.slices import Put
from tieline.trade.figures.steps import steps
from tieline.trade.figures.vintages import about_datasets
from tieline.trade.questions.goods import Goods, Key, goods

SUMMED = "sum-of-partners"
"""Of a figure with the world that is the sum over all partners, since the country's trade with the world is not told as such."""


EXCEEDED = "levels-differ"
"""Of a share in the sum of the codes, which is more than what is stated for all products."""
_ROUNDED = 1.01


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


@dataclass(frozen=True, slots=True)
class Whole:
    """All products of a flow in a year: in US dollars, and whether the publisher states it."""

    usd: float
    stated: bool
    exceeded: bool = False
    """The parts add up to more than what is stated, rounding aside."""


def basket_lines(
    ledger: Ledger, question: Question, digits: int, *, last: bool = False
) -> tuple[list[BasketLine], tuple[Put, ...]]:
    """The products of a dyad by dataset, flow, year and value, by HS codes, or where there are none by SITC sections; and the queries put.

    Args:
        ledger: Where the flows are.
        question: With a partner; from the year before the first one that is wanted, to tell the change.
        digits: Of the HS codes.
        last: Only the last year of each dataset and flow.
    """
    of_all = question.partner == "WLD"
    for classification, each in (("HS", digits), ("SITC", 1)):
        asked = replace(question, classification=classification, partner=None if of_all else question.partner)
        found = goods(ledger, asked, each, years="last-two" if last else "all")
        if found:
            totals = stated_totals(ledger, replace(question, classification=classification), found)
            shown = _last_of(found) if last else found
            made = [(key, [*_lines(question, classification, key, found, totals)]) for key in shown]
            summed = {key for key, _ in made if not (whole := whole_of(key, found[key], totals)) or not whole.stated}
            partial = told_in_part(ledger, [line for key, some in made if key in summed for line in some[:1]])
            lines = [
                replace(line, flags=(*line.flags, IN_PART)) if key in summed and is_in_part(line, partial) else line
                for key, some in made for line in some
            ]  # fmt: skip
            return lines, tuple({put.sql: put for here in found.values() for put in here.put}.values())
    return [], ()


def _last_of(found: Mapping[Key, Goods]) -> list[Key]:
    last: dict[tuple[str, str], str] = {}
    for dataset, flow, period in found:
        last[dataset, flow] = max(period, last.get((dataset, flow), ""))
    return [(*of, period) for of, period in last.items()]


def _lines(
    question: Question, classification: str, key: Key, found: Mapping[Key, Goods], totals: Mapping[tuple[Key, bool], float]
) -> Iterator[BasketLine]:  # fmt: skip
    """The lines of a flow and year."""
    dataset, flow, period = key
    here, earlier = found[key], (dataset, flow, str(int(period) - 1))
    before = found.get(earlier)
    whole, former = whole_of(key, here, totals), whole_of(earlier, before, totals)
    if whole is None or (former is not None and former.stated != whole.stated):
        former = None
    moved = before is not None and former is not None and _newest(before) != _newest(here)
    more = ("edition-break",) if moved and before is not None and before.editions and here.editions else ()
    summed = (*((SUMMED,) if here.of == "partners" else ()), *((EXCEEDED,) if whole and whole.exceeded else ()))
    ranks = _ranks(here.values)
    codes = [*sorted(here.values, key=lambda code: (-here.values[code], code)), *sorted(here.withheld)]
    for code in codes:
        value = here.values.get(code)
        base = None if before is None else before.values.get(code)
        if base is None and former is not None and before is not None and code not in before.withheld:
            base = 0.0
        change = None if value is None or base is None else value - base
        yield BasketLine(
            reporter=question.reporter, partner=str(question.partner), flow=flow, product=code, classification=classification,
            period=period, value_usd=value, share=value / whole.usd if value is not None and whole and whole.usd else None,
            rank=ranks.get(code), change=change, contribution=change / former.usd if change is not None and former and former.usd else None,
            dataset=dataset, vintage=here.vintage, basis=here.basis, flags=(*here.flags.get(code, ()), *more, *summed),
        )  # fmt: skip


def _newest(here: Goods) -> str:
    return max(here.editions, default="")


def _ranks(values: Mapping[str, float]) -> dict[str, int]:
    """The place of each code with a value above 0, the largest first; equal ones have the same.

    >>> _ranks({"27": 5.0, "44": 9.0, "84": 5.0, "85": 1.0, "97": 0.0})
    {'27': 2, '44': 1, '84': 2, '85': 4}
    """
    first: dict[float, int] = {}
    for place, value in enumerate(sorted(values.values(), reverse=True), 1):
        first.setdefault(value, place)
    return {code: first[value] for code, value in sorted(values.items()) if value > 0}


def whole_of(key: Key, here: Goods | None, totals: Mapping[tuple[Key, bool], float]) -> Whole | None:
    """What is stated for all products, or their sum where nothing is, or less than that."""
    if here is None:
        return None
    stated = totals.get((key, here.basis != "mirror")) if here.of != "partners" else None
    parts = sum(here.values.values()) if here.values else None
    figures = [usd for usd in (parts, stated) if usd is not None]
    exceeded = parts is not None and stated is not None and parts > stated * _ROUNDED
    return Whole(max(figures), stated is not None, exceeded) if figures else None


def stated_totals(ledger: Ledger, question: Question, found: Mapping[Key, Goods]) -> dict[tuple[Key, bool], float]:
    """The figures that are stated for all products, by flow and year, and whether the country tells them itself.

    Plain datasets have none: each of their rows is of one product.
    """
    names = sorted({dataset for dataset, _, _ in found} - set(question.plain_datasets))
    if not names:
        return {}
    years = [int(period) for _, _, period in found]
    asked = replace(
        question, **about_datasets(ledger, names), codes=(), whole=True, since=date(min(years), 1, 1),
        until=date(max(years), 12, 31),
    )  # fmt: skip
    sql = f"WITH {steps(asked)}\nSELECT dataset, reporter, flow, period, value_usd, basis FROM lines WHERE value_usd IS NOT NULL"
    totals: dict[tuple[Key, bool], float] = {}
    for row in ledger.query(f"{sql} AND flow IN ('exports', 'imports')", scan=scan_of(asked)).to_pylist():
        own = row["reporter"] == question.reporter
        seen = row["flow"] if own else {"exports": "imports", "imports": "exports"}[row["flow"]]
        of = ((row["dataset"], seen, row["period"]), own or row["basis"] != "reported")
        totals[of] = max(row["value_usd"], totals.get(of, 0.0))
    return totals
