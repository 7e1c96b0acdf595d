"""Blocs: the sum over the members at that date, less the flows among them; a member that is missing is said, never left out.

A bloc is an organisation whose members `model.countries` knows by date (the EU, SACU), or one of the customs territories that
statistics know as one reporter and later, or elsewhere, as several.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from tieline.ledger import Ledger, sql_literal
from tieline.model.countries import countries, country, members
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.flows import pair_key
from tieline.model.periods import Period, PeriodError
from tieline.model.vocabulary import FlowWord
from tieline.trade.asking import By
from tieline.trade.bloc_steps import BLOC
from tieline.trade.points import Point, State
from tieline.trade.vintages import vintage_of

TERRITORIES: dict[str, tuple[tuple[str, ...], date | None]] = {
    "BLX": (("BEL", "LUX"), None),
    "SCG": (("SRB", "MNE"), None),
    "SDN": (("SDN", "SSD"), date(2011, 7, 9)),
}
"""Belgium-Luxembourg, Serbia and Montenegro, and Sudan as it was before it was divided: the parts that the sum is over from
the day on (at any time, without one). Before it Sudan is one reporter."""

_YEARS = range(1958, 2051)
"""In which members may join and leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPoint:
    """A bloc's flow with a partner in a period.

    Attributes:
        point: The sum; `incomplete` with `partial_usd` where a member reports nothing or withholds it.
        members: Those that the sum is over: who was a member on the last day of the period, without the partner itself.
        missing: Members without a figure.
        joined: Members that were so for a part of the period only.
        parts: Each member's part in US dollars: 0 where it reports others and lists nothing here, None without a figure.
    """

    point: Point
    members: tuple[str, ...]
    missing: tuple[str, ...]
    joined: tuple[str, ...]
    parts: tuple[tuple[str, float | None], ...]


def bloc_members(bloc: str, on: date) -> frozenset[str]:
    """Who belongs to a bloc on a day.

    >>> sorted(bloc_members("BLX", date(2015, 1, 1))), len(bloc_members("EU", date(2021, 1, 1)))
    (['BEL', 'LUX'], 27)
    >>> sorted(bloc_members("SDN", date(2010, 1, 1))), sorted(bloc_members("SDN", date(2015, 1, 1)))
    (['SDN'], ['SDN', 'SSD'])

    Raises:
        MissingDataError: an organisation whose members are not known.
        UnknownCountryError: no such code.
    """
    code = country(bloc).code
    if code in TERRITORIES:
        parts, since = TERRITORIES[code]
        return frozenset(parts if since is None or on >= since else (code,))
    return members(code, on)


def is_bloc(code: str) -> bool:
    """A customs territory of several reporters, or an organisation whose members are known.

    >>> is_bloc("EU"), is_bloc("BLX"), is_bloc("FRA"), is_bloc("WTO")
    (True, True, False, False)
    """
    if code in TERRITORIES:
        return True
    if country(code).kind != "organisation":
        return False
    try:
        return bool(members(code, date(2020, 1, 1)))
    except MissingDataError:
        return False


@cache
def ever(bloc: str) -> tuple[str, ...]:
    """All who were members at the end of some year."""
    return tuple(sorted(set().union(*(bloc_members(bloc, date(year, 12, 31)) for year in _YEARS))))


@cache
def blocs() -> tuple[str, ...]:
    """The blocs whose members are known, without those that are still the code of a state (`SDN`)."""
    return tuple(one.code for one in countries() if one.kind in {"organisation", "dissolved"} and is_bloc(one.code))


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
    anything of that member in that period and flow; else the member is missing.

    Args:
        ledger: Whose flows.
        bloc: `EU`, `SACU`, `BLX`, `SCG`, `SDN`, ...
        partner: A country outside, or `WLD`.
        dataset: Its name.
        vintage: None for the newest.
        flow: `exports` or `imports`.
        product: A code; empty for all.
        classification: Whose code.
        by: The length of the periods; only rows of that length count.
        since: First period, ISO.
        until: Last period, ISO.

    Raises:
        UsageError: the partner is a member on the last day; the flow is neither exports nor imports.
        MissingDataError: no such dataset or vintage; an organisation whose members are not known.
    """
    if flow not in {"exports", "imports"}:
        raise UsageError(f"flow {flow!r}; a bloc's flow is exports or imports")
    at = vintage_of(ledger, dataset, vintage)
    code, other = country(bloc).code, country(partner).code
    try:
        span = Period(Period.parse(since).start, Period.parse(until).end)
    except PeriodError as error:
        raise UsageError(str(error)) from error
    if other in bloc_members(code, span.end):
        raise UsageError(f"{other} is a member of {code}: a bloc's flows are those with others")
    periods = _periods(span, by)
    ever = sorted(set().union(*(bloc_members(code, each.end) for each in periods)))
    given = {
        "dataset": dataset, "vintage": at, "flow": flow, "opposite": "imports" if flow == "exports" else "exports",
        "product": product, "classification": classification, "freq": by[0].upper().replace("Y", "A"), "members": ever,
        "partners": [other, *ever] if other == "WLD" else [other], "all": other == "WLD", "first": span.start,
        "last": span.end,
    }  # fmt: skip
    rows = ledger.query(BLOC.sql(), given).to_pylist()
    like = Point(
        reporter=code, partner=other, flow=flow, product=product, classification=classification, edition=None, period="",
        value_usd=None, state="not-reported", dataset=dataset, vintage=at, flags=("bloc",),
    )  # fmt: skip
    return [_sum(like, period, [row for row in rows if row["period_start"] == period.start]) for period in periods]


def _periods(span: Period, by: By) -> list[Period]:
    months = {"year": 12, "quarter": 3, "month": 1}[by]
    first = (span.start.year * 12 + span.start.month - 1) // months * months
    last = span.end.year * 12 + span.end.month
    return [Period.of_months(m // 12, m % 12 + 1, m % 12 + months) for m in range(first, last, months)]


def _sum(like: Point, period: Period, rows: Sequence[Mapping[str, Any]]) -> BlocPoint:
    now = sorted(bloc_members(like.reporter, period.end) - {like.partner})
    joined = sorted(set(now) ^ (bloc_members(like.reporter, period.start) - {like.partner}))
    used: list[Mapping[str, Any]] = []
    parts: list[tuple[str, float | None]] = []
    for member in now:
        ours = [row for row in rows if row["reporter"] == member]
        mine = _counted(ours, like.partner, now)
        used += [row for row in mine if row["partner"] is not None]
        told = bool(ours) and not any(row["withheld"] for row in mine)
        signs = [-1 if like.partner == "WLD" and row["partner"] in now else 1 for row in mine]
        parts.append(
            (member, sum(s * (row["usd"] or 0.0) for s, row in zip(signs, mine, strict=True)) if told else None)
        )
    missing = [member for member, value in parts if value is None]
    total = sum(value or 0.0 for _, value in parts)
    whole = not missing and bool(used)
    state: State = (
        "not-reported"
        if len(missing) == len(now) or not (used or missing)
        else "incomplete"
        if missing
        else "reported"
        if total
        else "zero"
    )
    flags = [each for row in used for each in (row["flags"] or "").split(",") if each]
    valuations, editions = {row["valuation"] for row in used}, {row["edition"] for row in used if row["edition"]}
    bases = {row["basis"] for row in used}
    point = replace(
        like, period=period.iso, state=state, value_usd=total if whole else None,
        partial_usd=total if state == "incomplete" else None, edition=min(editions, default=None),
        valuation=valuations.pop() if len(valuations) == 1 else "unknown", basis=bases.pop() if len(bases) == 1 else "reported",
        flags=tuple(dict.fromkeys([*flags, *(["editions-differ"] if len(editions) > 1 else []),
            *(["membership-changes"] if joined else []), *(["not-listed"] if not used and not missing else []), "bloc"])),
        rows=sum(row["codes"] for row in used), sql="\nUNION ALL\n".join(_rows_sql(like, period, row) for row in used),
    )  # fmt: skip
    return BlocPoint(
        point=point, members=tuple(now), missing=tuple(missing), joined=tuple(joined), parts=tuple(parts)
    )  # fmt: skip


def _counted(ours: Sequence[Mapping[str, Any]], partner: str, now: Sequence[str]) -> list[Mapping[str, Any]]:
    """The rows of a member that its part is made of: the world and the other members, or the outsiders."""
    if partner != "WLD":
        return [row for row in ours if row["partner"] == partner]
    if any(row["partner"] == "WLD" for row in ours):
        return [row for row in ours if row["partner"] == "WLD" or row["partner"] in now]
    groups = {each.code for each in countries() if each.kind == "organisation"}
    return [row for row in ours if row["partner"] and row["partner"] not in now and row["partner"] not in groups]


def _rows_sql(like: Point, period: Period, row: Mapping[str, Any]) -> str:
    one, two = row["reporter"], row["partner"]
    way = (one, two, like.flow) if row["own"] else (two, one, "imports" if like.flow == "exports" else "exports")
    several = row["several_levels"]
    codes = f"list_contains({sql_literal(several)}, code)" if several else f"length(code) = {row['level']}"
    return (
        f"SELECT * FROM flows WHERE pair = {pair_key(one, two)} AND dataset = {sql_literal(like.dataset)} AND "
        f"vintage = {sql_literal(like.vintage)} AND reporter = {sql_literal(way[0])} AND partner = {sql_literal(way[1])} AND "
        f"flow = {sql_literal(way[2])} AND period = {sql_literal(period.iso)} AND detail = '' AND "
        f"starts_with(code, {sql_literal(like.product)}) AND {codes} AND NOT (code = '' AND product IS NOT NULL)"
        f" AND edition IS NOT DISTINCT FROM {sql_literal(row['edition'])}"
    )
