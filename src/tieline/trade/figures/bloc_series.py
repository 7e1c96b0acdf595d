"""A bloc's flow with one partner as a series, with what each member adds to it and who is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import country
from tieline.model.errors import UsageError
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord
from tieline.trade.figures.asking import By, Question
from tieline.trade.figures.blocs import bloc_members, refuse_sides, spells, stand_ins
from tieline.trade.figures.points import Point
from tieline.trade.figures.rows import scan_of
from tieline.trade.figures.series import flow_series, question_about
from tieline.trade.figures.steps import steps


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPoint:
    """A bloc's flow with a partner in a period.

    Attributes:
        point: The sum; `incomplete` with `partial_usd` where a member reports nothing or withholds it.
        members: Those that the sum is over: who was a member on the last day of the period, without the partner itself; in
            the place of members that another reports for (`BLX`), that one.
        missing: Members without a figure.
        joined: Members that were so for a part of the period only.
        parts: Each member's part in US dollars: 0 where it reports others and lists nothing here, None without a figure.
    """

    point: Point
    members: tuple[str, ...]
    missing: tuple[str, ...]
    joined: tuple[str, ...]
    parts: tuple[tuple[str, float | None], ...]


def bloc_series(
    ledger: Ledger,
    bloc: str,
    partner: str,
    *,
    dataset: str,
    vintage: str | None = None,
    flow: FlowWord = "imports",
    product: str = "",
    classification: str = "HS",
    by: By = "year",
    since: str,
    until: str,
) -> list[BlocPoint]:
    """What the members of a bloc together report of their trade with an outsider, or with the world outside.

    With `WLD` as partner: each member's flow with the world less its flows with the other members; where a member gives no
    world total, the sum of its flows with outsiders. A flow that a member does not list is nothing if the dataset has
    anything of that member in that period and flow; else the member is missing. The points are those of `flow_series`.

    Args:
        ledger: Whose flows.
        bloc: `EU`, `SACU`, `BLX`, `SCG`, `XSD`, ...
        partner: A country outside, or `WLD`.
        dataset: Its name.
        vintage: None for the newest.
        flow: `exports` or `imports`.
        product: A code; empty for all.
        classification: Whose code.
        by: The length of the periods.
        since: First period, ISO.
        until: Last period, ISO.

    Raises:
        UsageError: the partner is a member on the last day; the flow is neither exports nor imports.
        MissingDataError: no such dataset or vintage; an organisation whose members are not known.
    """
    if flow not in {"exports", "imports"}:
        raise UsageError(f"flow {flow!r}; a bloc's flow is exports or imports")
    question = question_about(
        ledger, bloc, partner, dataset=dataset, vintage=vintage, product=product, classification=classification, by=by,
        since=since, until=until,
    )  # fmt: skip
    spells(question.reporter)  # raises where its members are not known
    refuse_sides(question)
    points = flow_series(
        ledger, bloc, partner, dataset=dataset, vintage=vintage, flows=(flow,), product=product,
        classification=classification, by=by, since=since, until=until,
    ).points  # fmt: skip
    parts = _asked(ledger, question, _PARTS, flow)
    spoken = _asked(ledger, question, _SPOKEN, flow)
    return [_of(point, question.reporter, country(partner).code, parts, spoken) for point in points]


def among_members(ledger: Ledger, question: Question) -> dict[str, float]:
    """What the members of a bloc trade with each other, as they report it: US dollars by `exports` and `imports`.

    Args:
        ledger: Whose flows.
        question: The bloc's, without a partner, of one dataset and one year.
    """
    found = {
        row["seen"]: row["usd"]
        for row in ledger.query(f"WITH {steps(question)}\n{_AMONG}", scan=scan_of(question)).to_pylist()
    }
    return {flow: found.get(flow) or 0.0 for flow in ("exports", "imports")}


_AMONG = """SELECT seen, sum(value_usd) AS usd FROM (
    SELECT flow AS seen, value_usd FROM placed WHERE by_member AND on_member
    UNION ALL
    SELECT CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END AS seen, value_usd FROM placed
    WHERE by_member AND on_member AND basis = 'reconciled'
) GROUP BY seen"""
_PARTS = """SELECT period_start, member, sum(sign * value_usd) AS usd, bool_or(value_usd IS NULL OR in_part) AS lacking
FROM weighed WHERE seen = {flow} AND other = {other} AND (own OR basis = 'reconciled') GROUP BY ALL"""
_SPOKEN = "SELECT period_start, member FROM spoken WHERE seen = {flow}"


def _asked(ledger: Ledger, question: Question, select: str, flow: str) -> list[dict[str, Any]]:
    told = select.format(flow=sql_literal(flow), other=sql_literal(question.partner))
    return list(ledger.query(f"WITH {steps(question)}\n{told}", scan=scan_of(question)).to_pylist())


def _of(
    point: Point, bloc: str, partner: str, parts: Sequence[Mapping[str, Any]], spoken: Sequence[Mapping[str, Any]]
) -> BlocPoint:
    period = Period.parse(point.period)
    now = sorted(bloc_members(bloc, period.end) - {partner})
    joined = sorted(set(now) ^ (bloc_members(bloc, period.start) - {partner}))
    mine = {row["member"]: row for row in parts if row["period_start"] == period.start}
    heard = {row["member"] for row in spoken if row["period_start"] == period.start}
    for one in stand_ins(bloc):
        if one.member in heard and not heard & set(one.stands_for) and one.joined <= period.end <= one.parted:
            now = sorted({*now, one.member} - set(one.stands_for))
    values: list[tuple[str, float | None]] = [
        (who, None if who not in heard or ((row := mine.get(who)) and row["lacking"]) else mine[who]["usd"] if who in mine else 0.0)
        for who in now
    ]  # fmt: skip
    missing = tuple(who for who, value in values if value is None)
    if point.state == "not-reported" and 0 < len(missing) < len(now):
        point = replace(point, state="incomplete", partial_usd=0.0)
    return BlocPoint(
        point=replace(point, flags=tuple(dict.fromkeys((*point.flags, "bloc")))), members=tuple(now), missing=missing,
        joined=tuple(joined), parts=tuple(values),
    )  # fmt: skip
