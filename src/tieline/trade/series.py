"""A dyad's flows as a series: by period and product, from one dataset at one vintage, with nothing added twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

import pyarrow as pa

from tieline.ledger import Ledger
from tieline.model.countries import country
from tieline.model.errors import UsageError
from tieline.model.periods import Period, PeriodError
from tieline.model.vocabulary import FlowWord
from tieline.trade.pipeline import Pipeline
from tieline.trade.points import Asked, By, Point, State, points
from tieline.trade.series_steps import MARKS, series_steps
from tieline.trade.vintages import loaded_datasets, vintage_of, vintages

__all__ = ["By", "Point", "Series", "State", "flow_series", "revisions", "vintages"]

_OF_MARKS = ("dataset", "vintage", "pair", "reporter", "partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points in the order of flow, product and period, with the query that gave them (`sql`, values written in)."""

    points: tuple[Point, ...]
    dataset: str
    vintage: str
    sql: str

    def rows(self, ledger: Ledger, point: Point | None = None) -> pa.Table:
        """The rows of the view `flows`, with `row_id`, that a point rests on, or all points."""
        sqls = [each.sql for each in (self.points if point is None else (point,)) if each.sql]
        return ledger.query("\nUNION ALL\n".join(sqls or ["SELECT * FROM flows WHERE false"]))


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

    A figure is the row of just that product; where there is none, the sum of the rows of the level next below it.
    A year or quarter without a row of its own is the sum of its months (quarters), if all of them are there.
    `trade` and `balance` are rows of the publisher, else exports plus, or less, imports where both are there.

    Args:
        ledger: Whose flows.
        reporter: ISO alpha-3, or a code such as `EU` that is a reporter of the dataset itself (see `blocs`).
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
    at = vintage_of(ledger, dataset, vintage, as_known_on)
    words = (by, *flows)
    wrong = [word for word in words if word not in {*get_args(By), *get_args(FlowWord)}]
    if wrong or not flows:
        raise UsageError(
            f"{wrong[0] if wrong else 'no flow'!r} is not allowed here; periods are {', '.join(get_args(By))}, "
            f"flows {', '.join(get_args(FlowWord))}"
        )
    asked = Asked(
        reporter=country(reporter).code, partner=country(partner).code, flows=tuple(flows), dataset=dataset, vintage=at,
        product=product, digits=digits or 0, classification=classification, by=by,
        first=_day(since, date(1, 1, 1), end=False), last=_day(until, date(9999, 12, 31), end=True),
    )  # fmt: skip
    steps = Pipeline(series_steps(loaded=dataset in loaded_datasets(ledger)).steps, asked.parameters())
    rows = ledger.query(steps.sql(), steps.parameters).to_pylist()
    marks = ledger.query(MARKS, {name: steps.parameters[name] for name in _OF_MARKS}).to_pylist()
    return Series(points=tuple(points(asked, rows, marks)), dataset=dataset, vintage=at, sql=steps.shown())


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


def _day(text: str | None, default: date, *, end: bool) -> date:
    if text is None:
        return default
    try:
        period = Period.parse(text)
    except PeriodError as error:
        raise UsageError(str(error)) from error
    return period.end if end else period.start
