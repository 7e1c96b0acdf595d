"""Blocs: the sum over the members at that date, less the flows among them; a member that is missing is said, never left out.

A bloc is an organisation whose members `model.countries` knows by date (the EU, SACU), or one of the customs territories that
statistics know as one reporter and later, or elsewhere, as several.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tieline.ledger import Ledger
from tieline.model.countries import country, members
from tieline.model.errors import UsageError
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowWord
from tieline.trade.points import By, Point, State
from tieline.trade.series import flow_series
from tieline.trade.vintages import vintage_of

TERRITORIES: dict[str, tuple[tuple[str, ...], date | None]] = {
    "BLX": (("BEL", "LUX"), None),
    "SCG": (("SRB", "MNE"), None),
    "SDN": (("SDN", "SSD"), date(2011, 7, 9)),
}
"""Belgium-Luxembourg, Serbia and Montenegro, and Sudan as it was before it was divided: the parts that the sum is over from
the day on (at any time, without one). Before it Sudan is one reporter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocPoint:
    """A bloc's flow with a partner in a period.

    Attributes:
        point: The sum; `incomplete` with `partial_usd` where a member reports nothing or withholds it.
        members: Those that the sum is over: who was a member on the last day of the period, without the partner itself.
        missing: Members without a figure.
        joined: Members that were so for a part of the period only.
        parts: Each member's own point.
    """

    point: Point
    members: tuple[str, ...]
    missing: tuple[str, ...]
    joined: tuple[str, ...]
    parts: tuple[Point, ...]


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

    With `WLD` as partner: each member's flow with the world less its flows with the other members (extra-bloc trade). A
    flow with another member that is not listed counts as nothing only where that member is listed with the world.

    Args:
        ledger: Whose flows.
        bloc: `EU`, `SACU`, `BLX`, `SCG`, `SDN`, ...
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
        UsageError: the partner is a member throughout; the flow is neither exports nor imports.
        MissingDataError: no such dataset or vintage; an organisation whose members are not known.
    """
    if flow not in {"exports", "imports"}:
        raise UsageError(f"flow {flow!r}; a bloc's flow is exports or imports")
    at = vintage_of(ledger, dataset, vintage)
    other = country(partner).code
    span = Period(Period.parse(since).start, Period.parse(until).end)
    ever = sorted(set().union(*(bloc_members(bloc, each) for each in _days(span))))
    if other in ever and all(other in bloc_members(bloc, each) for each in _days(span)):
        raise UsageError(f"{other} is a member of {bloc}: a bloc's flows are those with others")

    def ask(member: str, whom: str) -> dict[str, Point]:
        found = flow_series(
            ledger, member, whom, dataset=dataset, vintage=at, flows=[flow], product=product,
            classification=classification, by=by, since=since, until=until,
        )  # fmt: skip
        return {point.period: point for point in found.points}

    outside = {member: ask(member, other) for member in ever if member != other}
    inside: dict[tuple[str, str], dict[str, Point]] = {}
    if other == "WLD":
        inside = {(one, two): ask(one, two) for one in ever for two in ever if one != two}
    periods = list(next(iter(outside.values())))
    return [_sum(bloc, other, period, outside, inside) for period in periods]


def _days(span: Period) -> list[date]:
    """The last day of each month of a span: members are counted at the end of a period."""
    return [Period.of_month(y, m).end for y in range(span.start.year, span.end.year + 1) for m in range(1, 13)]


def _sum(
    bloc: str,
    other: str,
    period: str,
    outside: dict[str, dict[str, Point]],
    inside: dict[tuple[str, str], dict[str, Point]],
) -> BlocPoint:
    days = Period.parse(period)
    now = sorted(bloc_members(bloc, days.end) - {other})
    parts: list[Point] = []
    missing: list[str] = []
    total = 0.0
    for member in now:
        point = outside[member][period]
        parts.append(point)
        total += point.value_usd or 0.0
        lacking = point.value_usd is None and not (other != "WLD" and "not-listed" in point.flags)
        for peer in now if other == "WLD" and not lacking else ():
            if peer != member:
                among = inside[member, peer][period]
                parts.append(among)
                total -= among.value_usd or 0.0
                lacking |= among.state in {"missing", "incomplete"}
        if lacking:
            missing.append(member)
    joined = sorted(set(now) ^ (bloc_members(bloc, days.start) - {other}))
    return BlocPoint(
        point=_point(bloc, total, parts, missing, joined),
        members=tuple(now),
        missing=tuple(missing),
        joined=tuple(joined),
        parts=tuple(parts),
    )


def _point(bloc: str, total: float, parts: Sequence[Point], missing: Sequence[str], joined: Sequence[str]) -> Point:
    told = [part for part in parts if part.value_usd is not None]
    like = (told or parts)[0]
    state: State = "not-reported" if not told else "incomplete" if missing else "reported" if total else "zero"
    flags = [flag for part in parts for flag in part.flags if flag != "not-listed"]
    if joined:
        flags.append("membership-changes")
    valuations = {part.valuation for part in told}
    return replace(
        like, reporter=country(bloc).code, partner=parts[0].partner, state=state, flags=tuple(dict.fromkeys([*flags, "bloc"])),
        value_usd=total if state in {"reported", "zero"} else None, partial_usd=total if state == "incomplete" else None,
        valuation=valuations.pop() if len(valuations) == 1 else "unknown", rows=sum(part.rows for part in parts),
        marks=tuple(dict.fromkeys(mark for part in parts for mark in part.marks)),
        sql="\nUNION ALL\n".join(part.sql for part in parts if part.sql),
    )  # fmt: skip
