"""The points of a series: every period asked for, with what is known of it and why nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any, Literal

from tieline.ledger import sql_literal
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord
from tieline.trade.figures.asking import FREQ, MIRRORED, By, Question, flags_of
from tieline.trade.figures.blocs import bloc_of
from tieline.trade.figures.marking import Marks, Series
from tieline.trade.figures.steps import behind

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
        flags: Marks of the rows: `suspected-copy`, ... and of the sum: `sum-of-codes`, `sum-of-months`, `levels-differ`.
        marks: Doubts about the series or period, as `jump: 11.5 times ...`.
        rows: How many rows the figure rests on.
        sql: The SELECT that gives them, with their `row_id`, from `Ledger.query`; empty where there are none.
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
    sql: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the steps have said to a question about a dyad at one vintage of one dataset.

    Attributes:
        question: With `vintage` and one dataset.
        flows: Those wanted, in the order wanted.
        digits: Of the products wanted below the code asked for; None for that code itself.
        rows: Of `lines`, the reporter's and the partner's.
        marks: About the two countries.
    """

    question: Question
    flows: tuple[FlowWord, ...]
    digits: int | None
    rows: Sequence[Mapping[str, Any]]
    marks: Marks


_MONTHS: dict[By, int] = {"year": 12, "quarter": 3, "month": 1}
_FREQ_OF = {"quarter": "Q", "month": "M"}
Found = dict[tuple[str, str, date], Mapping[str, Any]]


def points(answer: Answer) -> list[Point]:
    """The points of all flows, products and periods."""
    question, found = answer.question, _told(answer)
    answer = replace(
        answer,
        marks=answer.marks.between(
            dataset=question.datasets[0],
            vintage=question.vintage or "",
            reporter=question.reporter,
            partner=str(question.partner),
        ),
    )
    products = sorted({product for _, product, _ in found}) if answer.digits else [question.product or ""]
    targets = list(_grid(question, [target for *_, target in found]))
    told = {(flow, target) for flow, _, target in found}
    make = partial(_point, answer, found, told, rows_behind(question, answer.digits))
    made: list[Point] = []
    for flow in answer.flows:
        for product in products:
            for target in targets:
                if flow in {"trade", "balance"} and (flow, product, target) not in found:
                    made.append(_sum(flow, make("exports", product, target), make("imports", product, target)))
                else:
                    made.append(make(flow, product, target))
    return made


def _told(answer: Answer) -> Found:
    """The row of each flow, product and period: the reporter's own; where it has none, one figure of both sides."""
    who, product = answer.question.reporter, answer.question.product or ""
    own, both = {}, {}
    for row in answer.rows:
        place = row["goal"] if answer.digits else product
        if row["reporter"] == who:
            own[row["flow"], place, row["period_start"]] = row
        elif row["basis"] == "reconciled" and row["flow"] in MIRRORED:
            both[MIRRORED[row["flow"]], place, row["period_start"]] = row
    speaks = {(flow, start) for flow, _, start in own}
    return own | {key: row for key, row in both.items() if (key[0], key[2]) not in speaks}


def _grid(question: Question, targets: Sequence[date]) -> Iterator[date]:
    """The first days of all periods, from the first asked for (or found) to the last."""
    if not targets and (question.since is None or question.until is None):
        return
    day, last = question.since or min(targets), question.until or max(targets)
    step = _MONTHS[question.by]
    month = (day.year * 12 + day.month - 1) // step * step
    while date(month // 12, month % 12 + 1, 1) <= last:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def rows_behind(question: Question, digits: int | None) -> str:
    """The query for all rows that the points of a question rest on."""
    return f"SELECT * FROM (\nWITH {behind(question, each_code=digits)}\nSELECT * FROM behind)"


def _point(
    answer: Answer, found: Found, told: set[tuple[str, date]], rows_sql: str, flow: FlowWord, product: str, start: date
) -> Point:
    question, row = answer.question, found.get((flow, product, start))
    told_of_it: dict[str, Any] = {"edition": None, "value_usd": None, "state": "not-reported"}
    if row is not None:
        freq = _FREQ_OF.get(row["made_of"], FREQ[question.by])
        which = f" AND {_is('goal', product)}" if answer.digits else ""
        sql = (
            f"{rows_sql}\nWHERE {_stated_by(question, row)} AND {_is('flow', row['flow'])} AND freq = '{freq}'"
            f" AND {_within(start, question.by)}{which}"
        )
        told_of_it = _of_row(row) | {"sql": sql}
    elif (flow, start) in told:
        told_of_it["flags"] = ("not-listed",)
    point = Point(
        reporter=question.reporter, partner=str(question.partner), flow=flow, product=product,
        classification=question.classification, period=_iso(start, question.by), dataset=question.datasets[0],
        vintage=question.vintage or "", **told_of_it,
    )  # fmt: skip
    if not answer.marks.rows:
        return point
    place = Series(
        dataset=point.dataset, vintage=point.vintage, reporter=point.reporter, partner=point.partner, flow=flow,
        period=point.period, product=product or None,
    )  # fmt: skip
    of_codes = bool(product) or "sum-of-codes" in point.flags
    about = tuple(f"{mark['flag']}: {mark['detail']}" for mark in answer.marks.of(place, of_codes=of_codes))
    return replace(point, marks=about) if about else point


@lru_cache(maxsize=1024)
def _period(start: date, by: By) -> Period:
    return Period.of_months(start.year, start.month, start.month + _MONTHS[by] - 1)


@lru_cache(maxsize=1024)
def _iso(start: date, by: By) -> str:
    return _period(start, by).iso


@lru_cache(maxsize=1024)
def _within(start: date, by: By) -> str:
    period = _period(start, by)
    return f"period_start BETWEEN {sql_literal(period.start)} AND {sql_literal(period.end)}"


_bloc_of = lru_cache(maxsize=64)(bloc_of)


@lru_cache(maxsize=16384)
def _is(column: str, text: str) -> str:
    return f"{column} = {sql_literal(text)}"


def _stated_by(question: Question, row: Mapping[str, Any]) -> str:
    """SQL for the rows of whoever states a line: of a bloc's line they are its members', all but the other country's."""
    bloc = _bloc_of(question)
    if bloc is None or row["reporter"] == bloc.other:
        return _is("reporter", row["reporter"])
    if "bloc" not in (row["flags"] or "").split(","):
        return f"list_contains({sql_literal(list(bloc.codes))}, reporter)"
    return f"reporter <> {sql_literal(bloc.other)}"


def _of_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row of `lines` says, as fields of a point."""
    value, partial_usd = row["value_usd"], None
    state: State = "zero" if value == 0 else "reported"
    if value is None:
        state = "missing" if row["withheld"] == row["rows"] and not row["missing_parts"] else "incomplete"
        partial_usd = row["partial"] if state == "incomplete" else None
    flags = [flag for flag in flags_of(row) if flag not in {"missing", "incomplete"}]
    return {
        "edition": row["edition"], "value_usd": value, "state": state, "partial_usd": partial_usd, "valuation": row["valuation"],
        "basis": row["basis"], "flags": (*flags, *(["levels-differ"] if row["levels_differ"] else [])), "rows": row["rows"],
    }  # fmt: skip


def _sum(flow: FlowWord, exports: Point, imports: Point) -> Point:
    """Two-way trade, or the balance, of a reporter's own two figures; one missing makes it incomplete."""
    sign = -1 if flow == "balance" else 1
    both = [point for point in (exports, imports) if point.value_usd is not None]
    value = lower = None
    state: State = "not-reported"
    if len(both) == 2:
        value = (exports.value_usd or 0.0) + sign * (imports.value_usd or 0.0)
        state = "reported" if value or any(point.value_usd for point in both) else "zero"
    elif both or "incomplete" in {exports.state, imports.state}:
        state = "incomplete"
        lower = sum(each.value_usd or each.partial_usd or 0.0 for each in (exports, imports)) if sign > 0 else None
    elif "missing" in {exports.state, imports.state}:
        state = "missing"
    bases = {point.basis for point in both}
    return replace(
        exports, flow=flow, value_usd=value, partial_usd=lower, state=state,
        valuation=exports.valuation if exports.valuation == imports.valuation else "unknown",
        edition=exports.edition or imports.edition, basis=bases.pop() if len(bases) == 1 else exports.basis,
        flags=tuple(dict.fromkeys((*exports.flags, *imports.flags, "sum-of-flows"))), rows=exports.rows + imports.rows,
        sql="\nUNION ALL\n".join(each.sql for each in (exports, imports) if each.sql),
    )  # fmt: skip
