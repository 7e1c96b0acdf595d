"""The points of a series: every period asked for, with what is known of it and why nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from tieline.ledger import sql_literal
from tieline.model.flows import pair_key
from tieline.model.periods import Period
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to a dyad's flows; `digits` is 0 for the product itself, `first` and `last` are days."""

    reporter: str
    partner: str
    flows: tuple[FlowWord, ...]
    dataset: str
    vintage: str
    product: str
    digits: int
    classification: str
    by: By
    first: date
    last: date

    def parameters(self) -> dict[str, Any]:
        """What the steps are asked with. Of `trade` and `balance` the two flows that make them up are wanted too."""
        sums = {"trade", "balance"} & set(self.flows)
        return {
            "pair": pair_key(self.reporter, self.partner), "reporter": self.reporter, "partner": self.partner,
            "flows": sorted({*self.flows, *(("exports", "imports") if sums else ())}), "dataset": self.dataset,
            "vintage": self.vintage, "product": self.product, "digits": self.digits, "classification": self.classification,
            "by": self.by, "freq": _FREQ[self.by], "freqs": list(_FREQS[self.by]), "first": self.first, "last": self.last,
        }  # fmt: skip


_FREQ: dict[By, str] = {"year": "A", "quarter": "Q", "month": "M"}
_FREQS: dict[By, str] = {"year": "AQM", "quarter": "QM", "month": "M"}
_MONTHS: dict[By, int] = {"year": 12, "quarter": 3, "month": 1}


def points(asked: Asked, rows: Sequence[Mapping[str, Any]], marks: Sequence[Mapping[str, Any]]) -> list[Point]:
    """The points of all flows, products and periods, from the answer of the steps and the marks of the dyad."""
    found = {(row["flow"], row["product"], row["target"]): row for row in rows}
    products = sorted({row["product"] for row in rows}) if asked.digits else [asked.product]
    targets = list(_grid(asked, [row["target"] for row in rows]))
    spoken = {(row["flow"], row["target"]) for row in rows}
    made: list[Point] = []
    for flow in asked.flows:
        for product in products:
            for target in targets:
                row = found.get((flow, product, target))
                if row is None and flow in {"trade", "balance"}:
                    legs = [
                        _point(asked, leg, product, target, found.get((leg, product, target)), spoken)
                        for leg in ("exports", "imports")
                    ]
                    point = _sum(flow, legs[0], legs[1])
                else:
                    point = _point(asked, flow, product, target, row, spoken)
                about = tuple(_marks(point, marks))
                made.append(replace(point, marks=about) if about else point)
    return made


def _grid(asked: Asked, targets: Sequence[date]) -> Iterator[date]:
    """The first days of all periods, from the first asked for (or found) to the last."""
    open_start, open_end = asked.first.year == 1, asked.last.year == 9999
    if (open_start or open_end) and not targets:
        return
    day = min(targets) if open_start else asked.first
    last = max(targets) if open_end else asked.last
    step = _MONTHS[asked.by]
    month = (day.year * 12 + day.month - 1) // step * step
    while date(month // 12, month % 12 + 1, 1) <= last:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def _period(asked: Asked, start: date) -> Period:
    return Period.of_months(start.year, start.month, start.month + _MONTHS[asked.by] - 1)


def _point(
    asked: Asked,
    flow: FlowWord,
    product: str,
    start: date,
    row: Mapping[str, Any] | None,
    spoken: set[tuple[str, date]],
) -> Point:
    period = _period(asked, start)
    base = Point(
        reporter=asked.reporter, partner=asked.partner, flow=flow, product=product, classification=asked.classification,
        edition=None, period=period.iso, value_usd=None, state="not-reported", dataset=asked.dataset, vintage=asked.vintage,
    )  # fmt: skip
    if row is None:
        return replace(base, flags=("not-listed",)) if (flow, start) in spoken else base
    usd = row["usd"]
    state: State
    if row["subs"] < row["needed"]:
        state = "incomplete"
    elif row["withheld"]:
        state = "missing" if row["withheld"] == row["codes"] else "incomplete"
    else:
        state = "zero" if usd == 0 else "reported"
    flags = dict.fromkeys(each for each in (row["flags"] or "").split(",") if each)
    sums = {
        "sum-of-parts": row["parts"], "sum-of-months": row["needed"] > 1, "levels-differ": row["differ"],
        "several-figures": row["several"],
    }  # fmt: skip
    whole = state in {"reported", "zero"}
    return replace(
        base, edition=row["edition"], value_usd=usd if whole else None, state=state,
        partial_usd=usd if state == "incomplete" else None, valuation=row["valuation"], basis=row["basis"],
        flags=(*flags, *(name for name, true in sums.items() if true)), rows=row["rows"], sql=_rows_sql(asked, base, period, row),
    )  # fmt: skip


def _rows_sql(asked: Asked, point: Point, period: Period, row: Mapping[str, Any]) -> str:
    """The rows that the steps have chosen: one level of codes, one length of period, one edition."""
    pair = pair_key(asked.reporter, asked.partner)
    ours = f"reporter = {sql_literal(asked.reporter)} AND partner = {sql_literal(asked.partner)} AND flow = {sql_literal(point.flow)}"
    if row["flipped"]:
        opposite = "imports" if point.flow == "exports" else "exports"
        ours = f"reporter = {sql_literal(asked.partner)} AND partner = {sql_literal(asked.reporter)} AND flow = {sql_literal(opposite)}"
    if row["most_level"] == len(point.product):
        code = f"code = {sql_literal(point.product)} AND NOT (code = '' AND product IS NOT NULL)"
    else:
        code = (
            f"starts_with(code, {sql_literal(point.product)}) AND length(code) BETWEEN {row['level']} AND {row['most_level']} "
            f"AND NOT contains(code, ',')"
        )
    code += f" AND classification = {sql_literal(row['classification'])}"
    if row["one_edition"]:
        code += f" AND edition IS NOT DISTINCT FROM {sql_literal(row['edition'])}"
    return (
        f"SELECT * FROM flows WHERE pair = {pair} AND dataset = {sql_literal(asked.dataset)} AND vintage = {sql_literal(asked.vintage)} "
        f"AND {ours} AND {code} AND detail = '' AND freq = {sql_literal(row['freq'])} "
        f"AND period_start BETWEEN {sql_literal(period.start)} AND {sql_literal(period.end)} "
        f"AND NOT (value IS NULL AND value_usd IS NULL AND (change_pct IS NOT NULL OR share_pct IS NOT NULL))"
    )


def _sum(flow: FlowWord, exports: Point, imports: Point) -> Point:
    """Two-way trade, or the balance, of a reporter's own two figures; one missing makes it incomplete."""
    sign = -1 if flow == "balance" else 1
    both = [point for point in (exports, imports) if point.value_usd is not None]
    value = partial = None
    state: State = "not-reported"
    if len(both) == 2:
        value = (exports.value_usd or 0.0) + sign * (imports.value_usd or 0.0)
        state = "reported" if value or any(point.value_usd for point in both) else "zero"
    elif both or "incomplete" in {exports.state, imports.state}:
        state = "incomplete"
        partial = sum(each.value_usd or each.partial_usd or 0.0 for each in (exports, imports)) if sign > 0 else None
    elif "missing" in {exports.state, imports.state}:
        state = "missing"
    bases = {point.basis for point in both}
    return replace(
        exports, flow=flow, value_usd=value, partial_usd=partial, state=state,
        valuation=exports.valuation if exports.valuation == imports.valuation else "unknown",
        edition=exports.edition or imports.edition, basis=bases.pop() if len(bases) == 1 else exports.basis,
        flags=tuple(dict.fromkeys((*exports.flags, *imports.flags, "sum-of-flows"))), rows=exports.rows + imports.rows,
        sql="\nUNION ALL\n".join(each.sql for each in (exports, imports) if each.sql),
    )  # fmt: skip


def _marks(point: Point, marks: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The marks about a point's reporter, partner, flow, product and period."""
    for mark in marks:
        here = (mark["reporter"], mark["partner"], mark["flow"])
        about = all(
            one in {None, other} for one, other in zip(here, (point.reporter, point.partner, point.flow), strict=True)
        )
        code = mark["code"] in {None, point.product} or (mark["code"] == "" and not point.product)
        when = mark["period"] is None or mark["period"] == point.period or mark["period"] == point.period[:4]
        if about and code and when:
            yield mark["mark"]
