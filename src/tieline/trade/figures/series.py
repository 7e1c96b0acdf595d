"""A dyad's flows as a series: by period and product, from one dataset at one vintage, with nothing added twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

import pyarrow as pa

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import country
from tieline.model.errors import UsageError
from tieline.model.periods import Period, PeriodError
from tieline.model.vocabulary import FlowWord
from tieline.trade.figures.asking import MIRRORED, By, Question
from tieline.trade.figures.marking import Marks
from tieline.trade.figures.points import Answer, Point, State, points, rows_behind
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.steps import steps
from tieline.trade.figures.vintages import about_datasets, alike_if_one_edition, vintage_of, vintages

_TOLD = (
    "reporter, flow, period_start, value_usd, partial, withheld, rows, missing_parts, made_of, edition, valuation, basis, flags, exact, "
    "unpriced, levels_differ"
)
"""What of a line a point is made of."""
__all__ = ["By", "Point", "Series", "State", "flow_series", "revisions", "vintages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points in the order of flow, product and period, with the query that gave them (`sql`, values written in)."""

    points: tuple[Point, ...]
    dataset: str
    vintage: str
    sql: str
    behind: str

    def rows(self, ledger: Ledger, point: Point | None = None) -> pa.Table:
        """The rows of the view `flows`, with `row_id`, that a point rests on; those of both countries' flows without one."""
        sql = self.behind if point is None else point.sql
        return ledger.query(sql or f"SELECT * FROM ({self.behind}) WHERE false")


def flow_series(
    ledger: Ledger,
    reporter: str,
    partner: str,
    *,
    dataset: str,
    vintage: str | None = None,
    as_known_on: date | None = None,
    flows: Sequence[FlowWord] = ("exports", "imports"),
    product: str = "",
    digits: int | None = None,
    classification: str = "HS",
    by: By = "year",
    since: str | None = None,
    until: str | None = None,
) -> Series:
    """What a reporter says of its trade with a partner.

    A figure is the row of just that product; where there is none, the sum of the widest codes below it, each counted once
    (see `steps`, which answers the commands too).
    A year or quarter without a row of its own is the sum of its months (quarters), if all of them are there.
    `trade` and `balance` are rows of the publisher, else exports plus, or less, imports where both are there.

    Args:
        ledger: Whose flows.
        reporter: ISO alpha-3, or a bloc's code such as `EU` (see `bloc_steps`).
        partner: The same; `WLD` for all partners.
        dataset: Its name in the ledger.
        vintage: None for the newest, or the newest known on `as_known_on`.
        as_known_on: Nothing that was released later is used.
        flows: Which ones.
        product: A code; empty for all products.
        digits: Give every product of this many digits below `product`, instead of `product` itself.
        classification: Whose codes `product` and `digits` are: `HS`, `SITC`.
        by: The length of the periods.
        since: First period, ISO; periods without a row from here on are `not-reported`.
        until: Last period, ISO.

    Returns:
        US dollars. Every period from the first to the last one asked for (or found) has a point for each flow and product.

    Raises:
        MissingDataError: no such dataset or vintage.
        UsageError: a word that is not allowed, a period that is none.
    """
    words = (by, *flows)
    wrong = [word for word in words if word not in {*get_args(By), *get_args(FlowWord)}]
    if wrong or not flows:
        raise UsageError(
            f"{wrong[0] if wrong else 'no flow'!r} is not allowed here; periods are {', '.join(get_args(By))}, "
            f"flows {', '.join(get_args(FlowWord))}"
        )
    question = question_about(
        ledger, reporter, partner, dataset=dataset, vintage=vintage, as_known_on=as_known_on, product=product,
        classification=classification, by=by, since=since, until=until,
    )  # fmt: skip
    sql = f"WITH {steps(question, each_code=digits)}\n{_lines_of(question, flows, each_code=digits is not None)}"
    answer = Answer(
        question, tuple(flows), digits, ledger.rows(sql, scan=scan_of(question, digits)),
        Marks.about(ledger, (dataset,), (question.reporter, str(question.partner))),
    )  # fmt: skip
    return Series(
        points=tuple(points(answer)), dataset=dataset, vintage=str(question.vintage), sql=sql,
        behind=rows_behind(question, digits),
    )  # fmt: skip


def question_about(
    ledger: Ledger, reporter: str, partner: str, *, dataset: str, vintage: str | None = None, as_known_on: date | None = None,
    product: str = "", classification: str = "HS", by: By = "year", since: str | None = None, until: str | None = None,
) -> Question:  # fmt: skip
    """The question that a series answers, at one vintage of one dataset; arguments and errors as `flow_series`."""
    about = about_datasets(ledger, (dataset,))
    same = alike_if_one_edition(ledger, dataset) if about["plain"] else ()
    return Question(
        reporter=country(reporter).code, partner=country(partner).code, codes=tuple(filter(None, product.split(","))),
        since=_day(since, end=False), until=_day(until, end=True), by=by,
        vintage=vintage_of(ledger, dataset, vintage, as_known_on), classification=classification,
        once=about["plain"] and bool(same), alike=same, **about,
    )  # fmt: skip


def _lines_of(question: Question, flows: Sequence[FlowWord], *, each_code: bool) -> str:
    """The SELECT of the reporter's lines of some flows, those that a publisher reconciled from either side."""
    wanted = sorted({*flows, *(("exports", "imports") if {"trade", "balance"} & set(flows) else ())})
    turned = [MIRRORED[flow] for flow in wanted if flow in MIRRORED]
    who, known = f"reporter = {sql_literal(question.reporter)}", dict(question.alike)
    sides = [_of_side(known.get("flow"), wanted, who)]
    if known.get("basis", "reconciled") == "reconciled":
        sides.append(_of_side(known.get("flow"), turned, f"NOT {who} AND basis = 'reconciled'"))
    order = "flow, period_start" + (", goal" if each_code else "")
    # whose and which flow by themselves, so that what nobody asked for is not added up
    told = f"{_TOLD}, goal" if each_code else _TOLD
    return f"SELECT {told} FROM lines\nWHERE {' OR '.join(filter(None, sides)) or 'false'}\nORDER BY {order}"


def _of_side(known: str | None, flows: Sequence[str], whose: str) -> str:
    """The condition for one side's lines of some flows; none where all are known to be of a flow that is not among these.

    A condition that is plain to see reaches the rows, so that the other side's are not added up to be thrown away.
    """
    if known is None:
        return f"({whose} AND list_contains({sql_literal(list(flows))}, flow))"
    return f"({whose})" if known in flows else ""


def revisions(
    ledger: Ledger,
    reporter: str,
    partner: str,
    *,
    dataset: str,
    flows: Sequence[FlowWord] = ("exports", "imports"),
    product: str = "",
    by: By = "year",
    since: str | None = None,
    until: str | None = None,
) -> list[Series]:
    """The same series at every vintage of the dataset, oldest first: what was revised stands side by side."""
    return [
        flow_series(
            ledger, reporter, partner, dataset=dataset, vintage=each, flows=flows, product=product, by=by, since=since,
            until=until,
        )
        for each in reversed(vintages(ledger, dataset))
    ]  # fmt: skip


def _day(text: str | None, *, end: bool) -> date | None:
    if text is None:
        return None
    try:
        period = Period.parse(text)
    except PeriodError as error:
        raise UsageError(str(error)) from error
    return period.end if end else period.start
