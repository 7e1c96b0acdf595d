"""Indicators that hold a dyad's figures against each other and against their own past: by name, as `indicator_lines`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tieline.ledger import Ledger
from tieline.model.periods import Period
from tieline.trade.figures.asking import Question
from tieline.trade.figures.coverage import FLAG
from tieline.trade.figures.partial import flag_sums
from tieline.trade.figures.points import Point
from tieline.trade.figures.series import flow_series
from tieline.trade.indicators.growth import cagr, growth
from tieline.trade.indicators.intensity import balance
from tieline.trade.indicators.records import record_since
from tieline.trade.questions.dyads import dyad_lines, dyad_sql, year_before
from tieline.trade.questions.indicator_lines import Computed, IndicatorLine, Wanted, line_of, of_two


def growth_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """Growth of a dyad's flows over the same period a year before, which is read for it, and CAGR over the time asked for."""
    question = of_two(wanted, "growth")
    first = question.since
    before = replace(wanted, question=year_before(question))
    lines: list[IndicatorLine] = []
    sql: list[str] = []
    notes: list[str] = []
    for flow, every in _series(ledger, before, sql, notes):
        points = tuple(point for point in every if first is None or Period.parse(point.period).start >= first)
        told_of = {point.period for point in points}
        for one in growth(every):
            if one.period in told_of and (one.pct is not None or one.usd is not None):
                value = _point_line(question, flow, "growth", one.pct, "percent", _at(points, one.period))
                lines.append(replace(value, note="; ".join(filter(None, [f"since {one.base}", one.note]))))
        told = [point for point in points if point.value_usd is not None]
        years = (
            (
                date.fromisoformat(f"{told[-1].period[:4]}-01-01") - date.fromisoformat(f"{told[0].period[:4]}-01-01")
            ).days
            if told
            else 0
        )
        if question.by == "year" and years:
            rate = cagr(told[0].value_usd, told[-1].value_usd, round(years / 365.25))
            line = _point_line(question, flow, "cagr", rate, "percent a year", told[-1])
            lines.append(replace(line, note=f"since {told[0].period}" + ("" if rate is not None else "; zero-base")))
    return Computed(tuple(lines), tuple(sql), (before.question,), tuple(notes))


def balance_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """The bilateral balance, normalised, and the coverage of imports by exports."""
    question = of_two(wanted, "balance")
    by: dict[tuple[str, str], dict[str, Any]] = {}
    for told in dyad_lines(ledger, question):
        if told.flow in {"exports", "imports"}:
            by.setdefault((told.dataset, told.period), {})[told.flow] = told
    lines = []
    for (dataset, period), sides in sorted(by.items()):
        one, two = sides.get("exports"), sides.get("imports")
        found = balance(one.value_usd if one else None, two.value_usd if two else None)
        if found is None or one is None or two is None or (FLAG in one.flags) != (FLAG in two.flags):
            continue  # all goods one way and some the other way have no balance
        bases = one.basis if one.basis == two.basis else f"exports {one.basis}, imports {two.basis}"
        for name, value, unit in (
            ("balance", found.usd, "USD"), ("balance-normalised", found.normalised, "ratio"), ("coverage", found.coverage, "ratio"),
        ):  # fmt: skip
            line = line_of(question, "", name, value, unit, dataset, int(period[:4]), vintage=max(one.vintage, two.vintage),
                         note=_valued(one.valuation, two.valuation))  # fmt: skip
            lines.append(
                replace(line, period=period, basis=bases, flags=tuple(dict.fromkeys([*one.flags, *two.flags])))
            )
    return Computed(tuple(lines), (dyad_sql(question),), (question,))


def _valued(exports: str, imports: str) -> str:
    """How both sides are valued.

    >>> _valued("FOB", "CIF"), _valued("unknown", "unknown")
    ('exports FOB, imports CIF', 'FOB or CIF not told')
    """
    if exports == imports == "unknown":
        return "FOB or CIF not told"
    said = {"unknown": "not told whether FOB or CIF"}
    return f"exports {said.get(exports, exports)}, imports {said.get(imports, imports)}"


def record_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """How long the last figure of a dyad's flow (or that of --year) has been the highest, or the lowest."""
    question = of_two(wanted, "record")
    lines: list[IndicatorLine] = []
    sql: list[str] = []
    notes: list[str] = []
    for flow, points in _series(ledger, wanted, sql, notes):
        told = [point for point in points if point.value_usd is not None]
        for kind, word in (("high", "highest"), ("low", "lowest")):
            found = record_since(points, told[-1].period, kind=kind) if told else None  # type: ignore[arg-type]
            if found is None:
                continue
            holes = f"; no figure for {', '.join(found.holes)}" if found.holes else ""
            said = f"{word} on record, from {found.first}" if found.ever else f"{word} since {found.since}"
            if found.since == _before(points, found.period):
                said = f"no {kind}: {found.since} was {'no lower' if kind == 'high' else 'no higher'}"
            line = _point_line(question, flow, f"record-{kind}", found.value_usd, "USD", told[-1])
            lines.append(replace(line, note=said + holes))
    return Computed(tuple(lines), tuple(sql), (question,), tuple(notes))


def _series(
    ledger: Ledger, wanted: Wanted, queries: list[str], notes: list[str]
) -> list[tuple[str, tuple[Point, ...]]]:
    """The points of each dataset and flow that has any figure; where some are of all goods, those of some goods are left out."""
    question, found = wanted.question, []
    for dataset in question.datasets or _datasets(ledger, question):
        series = flow_series(
            ledger, question.reporter, str(question.partner), dataset=dataset, as_known_on=question.as_known_on,
            flows=["exports", "imports"], product=question.product or "", by=question.by,
            since=question.since.isoformat() if question.since else None, until=question.until.isoformat() if question.until else None,
        )  # fmt: skip
        queries.append(series.sql)
        for flow in wanted.flows:
            points = tuple(point for point in series.points if point.flow == flow)
            flagged = flag_sums(ledger, question, points)
            points = tuple(flagged) if question.codes else _of_all_goods(flagged, notes)
            if any(point.value_usd is not None for point in points):
                found.append((flow, points))
    return found


def _of_all_goods(points: list[Point], notes: list[str]) -> tuple[Point, ...]:
    """The same, those of some goods alone without their figures where others are of all: the two are not one series."""
    some = [point for point in points if FLAG in point.flags]
    if not some or not any(point.value_usd is not None and FLAG not in point.flags for point in points):
        return tuple(points)
    when = f"{some[0].period} to {some[-1].period}" if len(some) > 1 else some[0].period
    notes.append(
        f"Of {some[0].dataset}'s {some[0].flow} of {when} only some products were loaded: left out beside figures for all products."
    )
    return tuple(replace(point, value_usd=None, state="missing") if FLAG in point.flags else point for point in points)


def _datasets(ledger: Ledger, question: Question) -> list[str]:
    return sorted({line.dataset for line in dyad_lines(ledger, question)})


def _at(points: tuple[Point, ...], period: str) -> Point:
    return next(point for point in points if point.period == period)


def _before(points: tuple[Point, ...], period: str) -> str:
    told = [point.period for point in points if point.value_usd is not None and point.period < period]
    return told[-1] if told else ""


def _point_line(
    question: Question, flow: str, name: str, value: float | None, unit: str, point: Point
) -> IndicatorLine:
    line = line_of(question, flow, name, value, unit, point.dataset, int(point.period[:4]), vintage=point.vintage)
    return replace(
        line, period=point.period, basis=point.basis, flags=(*point.flags, *(m.split(":")[0] for m in point.marks))
    )
