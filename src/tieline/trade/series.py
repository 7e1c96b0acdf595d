"""A dyad's flows as a series: by period and product, from one dataset at one vintage, with nothing added twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa

from tieline.ledger import Ledger
from tieline.model.vocabulary import FlowWord

By = Literal["year", "quarter", "month"]
State = Literal["reported", "zero", "missing", "not-reported", "incomplete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A flow in a period.

    Attributes:
        product: A code of the classification; empty for all products.
        period: ISO: `2014`, `2014-01/2014-03`, `2014-01`.
        value_usd: US dollars; None in every state but `reported` and `zero`.
        state: `reported`; `zero`, which the publisher states; `missing`, a row whose figure is withheld or in a currency
            without a rate; `not-reported`, no row; `incomplete`, some of the months or members that make it up are not there.
        partial_usd: Of an incomplete one, the sum of what is there: a lower bound, never the figure.
        basis: `reported`, `reconciled` or `mirror` (the partner's figure).
        flags: Marks of the rows: `suspected-copy`, ... and of the sum: `sum-of-parts`, `sum-of-months`, `levels-differ`.
        marks: Doubts about the series or period, as `jump: 11.5 times ...`.
        rows: How many rows the figure rests on; `Series.rows` shows them.
    """

    reporter: str
    partner: str
    flow: FlowWord
    product: str
    classification: str
    edition: str | None
    period: str
    value_usd: float | None
    state: State
    partial_usd: float | None = None
    valuation: str = "unknown"
    basis: str = "reported"
    dataset: str = ""
    vintage: str = ""
    flags: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points in the order of flow, product and period, with the query that gave them (`sql`, values written in)."""

    points: tuple[Point, ...]
    dataset: str
    vintage: str
    sql: str

    def rows(self, ledger: Ledger, point: Point | None = None) -> pa.Table:
        """The rows of the view `flows` that a point rests on, or the whole series; with `row_id`."""
        raise NotImplementedError

    def rows_sql(self, point: Point | None = None) -> str:
        """The SELECT that gives those rows, ready to be run by `Ledger.query`."""
        raise NotImplementedError


def vintages(ledger: Ledger, dataset: str, *, as_known_on: date | None = None) -> list[str]:
    """The vintages of a dataset, newest first; with a day, those released by then (undated ones are not).

    Raises:
        MissingDataError: there is no such dataset; the message names those there are.
    """
    raise NotImplementedError


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
    raise NotImplementedError


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
    raise NotImplementedError
