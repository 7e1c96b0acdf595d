"""A bloc in the place of a country: its lines with a partner, and its partners' places.

A bloc's flow with an outsider is the sum over who was a member on the last day of XX one that reports nothing makes the sum `incomplete`, never smaller.
The bloc's flow with the world is that of each member less its flows with the other members. Where no member reports,
the outsider's figures on the members stand in (`mirror`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tieline.ledger import Ledger
from tieline.model.countries import countries
from tieline.model.errors import UsageError
from tieline.model.periods import Period
from tieline.model.products import expand
from tieline.trade.asking import FREQ, MIRRORED, By, Question
from tieline.trade.bloc_steps import BLOC, EVIDENCE
from tieline.trade.blocs import bloc_members, ever, is_bloc
from tieline.trade.concentration import hhi
from tieline.trade.dyads import LineBasis, TradeLine
from tieline.trade.pipeline import Pipeline
from tieline.trade.standings import Standing
from tieline.trade.vintages import vintages

_ALWAYS = (date(1900, 1, 1), date(2100, 12, 31))
_NAMES = "SELECT DISTINCT dataset FROM {} ORDER BY dataset"


@dataclass(frozen=True, slots=True)
class _Side:
    """What some reporters say of some partners in a dataset: rows of `BLOC`, and the query that gave them."""

    rows: list[dict[str, Any]]
    query: Pipeline

    @property
    def starts(self) -> set[date]:
        return {row["period_start"] for row in self.rows}


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum over reporters and partners; `usd` is None where one of the reporters is silent or withholds it."""

    usd: float | None
    silent: tuple[str, ...]
    told: bool
    listed: bool
    valuation: str
    flags: tuple[str, ...]


def bloc_lines(ledger: Ledger, question: Question, *, mirror: bool = False) -> tuple[list[TradeLine], list[str]]:
    """The lines of a dyad of which one side is a bloc, and the queries behind them.

    Raises:
        UsageError: both sides are blocs, or the country is a member of the bloc throughout.
    """
    bloc, other = sides_of(question)
    lines: list[TradeLine] = []
    queries: list[str] = []
    for dataset, vintage in releases(ledger, question):
        for flow in ("exports", "imports"):
            own_by_bloc = question.reporter == bloc
            own = _ask(ledger, question, dataset, vintage, flow, _Who(bloc, other, by_bloc=own_by_bloc))
            across = _ask(
                ledger, question, dataset, vintage, MIRRORED[flow], _Who(bloc, other, by_bloc=not own_by_bloc)
            )
            queries += [side.query.shown() for side in (own, across) if any(row["partner"] for row in side.rows)]
            for start in sorted(own.starts | across.starts):
                period = _period(start, question.by)
                now = bloc_members(bloc, period.end) - {other}
                first = _summed(own, start, *_faces(now, other, by_bloc=own_by_bloc))
                second = _summed(across, start, *_faces(now, other, by_bloc=not own_by_bloc))
                like = _line(question, flow, period, dataset, vintage)
                lines += _chosen(like, first, second, mirror=mirror, joined=_joined(bloc, period))
    return _trimmed(lines), queries


def bloc_standings(
    ledger: Ledger, question: Question, *, partners: Sequence[str] = (), last: bool = False
) -> tuple[list[Standing], list[str]]:
    """The places of a bloc's partners, by dataset, flow, period and rank; shares are of the bloc's trade with the world outside.

    A partner whose sum is incomplete has no value, share or rank.
    """
    bloc = question.reporter
    groups = {one.code for one in countries() if one.kind in {"organisation", "area", "world"}}
    found: list[Standing] = []
    queries: list[str] = []
    for dataset, vintage in releases(ledger, question):
        for flow in ("exports", "imports"):
            side = _ask(ledger, question, dataset, vintage, flow, _Who(bloc, None, by_bloc=True))
            queries += [side.query.shown()] if side.rows else []
            starts = [start for start in sorted(side.starts) if _has_rows(side, start)]
            for start in starts[-1:] if last else starts:
                found += _places(question, side, start, groups, partners, dataset=dataset, vintage=vintage, flow=flow)
    return found, queries


def place_of_bloc(ledger: Ledger, question: Question, found: Sequence[Standing], bloc: str) -> list[Standing]:
    """A bloc's place among a country's partners: its sum, as `bloc_lines` has it, over the whole that shares are of.

    A sum has no rank. The HHI is that of the country's partners one by one.

    Args:
        ledger: Where the flows are.
        question: The country's, without a partner.
        found: The places of all its partners.
        bloc: Which one.
    """
    like = {(x.dataset, x.flow, x.period): x for x in found if x.share}
    lines, _ = bloc_lines(ledger, replace(question, partner=bloc))
    made = []
    for line in lines:
        known = like.get(line.key)
        if known is not None and (known.basis == "mirror") == (line.basis == "mirror"):
            whole = (known.value_usd or 0.0) / (known.share or 1.0)
            value = line.value_usd
            share = None if value is None else value / whole
            made.append(
                replace(
                    known, partner=bloc, value_usd=value, share=share, rank=None, flags=line.flags, vintage=line.vintage
                )
            )
    return sorted(made, key=lambda one: (one.dataset, one.flow, one.period))


def bloc_evidence(ledger: Ledger, question: Question, most: int) -> list[dict[str, Any]]:
    """The rows of statistics behind a bloc's lines or places, each with its file and line."""
    bloc = question.reporter if is_bloc(question.reporter) else str(question.partner)
    other = question.partner if question.reporter == bloc else question.reporter
    rows: list[dict[str, Any]] = []
    for dataset, vintage in releases(ledger, question):
        for flow in ("exports", "imports"):
            for by_bloc in (True, False) if other else (True,):
                for code in _codes(question):
                    given = _given(question, dataset, vintage, flow, _Who(bloc, other, by_bloc=by_bloc), code)
                    rows += ledger.query(EVIDENCE.sql(), given).to_pylist() if len(rows) < most else []
    return rows[:most]


@dataclass(frozen=True, slots=True)
class _Who:
    """Whose report is asked: the members' on the other country (on all without one), or the other country's on the members."""

    bloc: str
    other: str | None
    by_bloc: bool


def sides_of(question: Question) -> tuple[str, str]:
    """The bloc and the country of a dyad; raises UsageError for two blocs, or a member."""
    one, two = question.reporter, str(question.partner)
    if is_bloc(one) and is_bloc(two):
        raise UsageError(f"{one} and {two} are both blocs; ask for one bloc and a country")
    bloc, other = (one, two) if is_bloc(one) else (two, one)
    first, last = question.since or _ALWAYS[0], question.until or _ALWAYS[1]
    if all(other in bloc_members(bloc, day) for day in (max(first, date(2000, 1, 1)), last)):
        raise UsageError(f"{other} is a member of {bloc}: a bloc's flows are those with others")
    return bloc, other


def releases(ledger: Ledger, question: Question) -> Iterator[tuple[str, str]]:
    """The datasets that are asked, each with its newest vintage, or the newest known by then."""
    names = question.datasets or tuple(
        dict.fromkeys(name for table in ("loads", "flows") for name in _named(ledger, table))
    )
    for name in names:
        known = vintages(ledger, name, as_known_on=question.as_known_on)
        if known:
            yield name, known[0]


def _named(ledger: Ledger, table: str) -> list[str]:
    where = " WHERE rows > 0" if table == "loads" else ""
    return [row["dataset"] for row in ledger.query(_NAMES.format(table + where)).to_pylist()]


def _codes(question: Question) -> list[str]:
    return sorted(expand(question.codes)) or [""]


def _given(question: Question, dataset: str, vintage: str, flow: str, who: _Who, code: str) -> dict[str, Any]:
    first, last = question.since or _ALWAYS[0], question.until or _ALWAYS[1]
    all_members = list(ever(who.bloc))
    others = [who.other] if who.other else []
    reporters, partners = (all_members, others) if who.by_bloc else (others, all_members)
    return {
        "dataset": dataset, "vintage": vintage, "flow": flow, "opposite": MIRRORED[flow], "product": code,
        "classification": question.classification, "freq": FREQ[question.by], "members": reporters, "partners": partners,
        "all": not partners, "first": first, "last": last,
    }  # fmt: skip


def _ask(ledger: Ledger, question: Question, dataset: str, vintage: str, flow: str, who: _Who) -> _Side:
    """The rows of one side; those of several codes are added up by reporter, partner and period."""
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    query = BLOC
    for code in _codes(question):
        given = _given(question, dataset, vintage, flow, who, code)
        query = Pipeline(BLOC.steps, given)
        for row in ledger.query(query.sql(), given).to_pylist():
            key = (row["reporter"], row["partner"], row["period_start"])
            row["exact"] = row["level"] == len(code)
            if key in rows and row["partner"] is not None:
                known = rows[key]
                known["usd"] = (known["usd"] or 0.0) + (row["usd"] or 0.0)
                known["exact"] = known["exact"] and row["exact"]
                known["withheld"] += row["withheld"] or 0
                known["codes"] += row["codes"] or 0
            else:
                rows[key] = dict(row)
    return _Side(list(rows.values()), query)


def rows_of_members(ledger: Ledger, question: Question, dataset: str, vintage: str, flow: str) -> _Side:
    """What all who ever were members of a bloc report of a flow with every partner, each other too."""
    return _ask(ledger, question, dataset, vintage, flow, _Who(question.reporter, None, by_bloc=True))


def _faces(now: frozenset[str], other: str, *, by_bloc: bool) -> tuple[frozenset[str], frozenset[str]]:
    """Reporters and partners of a side."""
    return (now, frozenset({other})) if by_bloc else (frozenset({other}), now)


def _summed(side: _Side, start: date, reporters: frozenset[str], partners: frozenset[str]) -> _Sum:
    rows = [row for row in side.rows if row["period_start"] == start and row["reporter"] in reporters]
    speaking = {row["reporter"] for row in rows}
    used = [row for row in rows if row["partner"] in partners]
    withheld = {row["reporter"] for row in used if row["withheld"]} | _in_part([row for row in rows if row["partner"]])
    silent = tuple(sorted((set(reporters) - speaking) | withheld))
    valuations = {row["valuation"] for row in used}
    flags = [flag for row in used for flag in (row["flags"] or "").split(",") if flag]
    if not all(row["exact"] for row in used):
        flags.append("sum-of-codes")
    return _Sum(
        None if silent or not speaking else math.fsum(row["usd"] or 0.0 for row in used),
        silent, bool(speaking), bool(used), valuations.pop() if len(valuations) == 1 else "unknown", tuple(dict.fromkeys(flags)),
    )  # fmt: skip


def _in_part(rows: Sequence[Mapping[str, Any]]) -> set[str]:
    """Who gives finer codes alone where others give the very figure: a part of them may be all that was loaded."""
    exact = {row["reporter"] for row in rows if row["exact"]}
    return {row["reporter"] for row in rows} - exact if exact else set()


def _line(question: Question, flow: str, period: Period, dataset: str, vintage: str) -> TradeLine:
    return TradeLine(
        reporter=question.reporter, partner=str(question.partner), flow=flow, product=question.product, period=period.iso,
        value_usd=None, valuation="unknown", basis="reported", dataset=dataset, vintage=vintage,
    )  # fmt: skip


def _chosen(like: TradeLine, own: _Sum, across: _Sum, *, mirror: bool, joined: bool) -> Iterator[TradeLine]:
    """The reporter's own sum, else its partner's; with `mirror` both."""
    marks = ("bloc", *(["membership-changes"] if joined else []))
    if own.told:
        yield _with(like, own, "reported", marks)
    if across.told and across.listed and (mirror or not own.told):
        yield _with(like, across, "mirror", marks)
    if not own.told and not (across.told and across.listed):
        yield replace(like, flags=("not-reported", *marks))


def _with(like: TradeLine, found: _Sum, basis: LineBasis, marks: tuple[str, ...]) -> TradeLine:
    how = [*(["incomplete"] if found.usd is None else []), *([] if found.listed else ["not-listed"])]
    silent = [f"no-report-{code}" for code in found.silent] if found.usd is None else []
    return replace(
        like, value_usd=found.usd, valuation=found.valuation, basis=basis, flags=(*found.flags, *how, *silent, *marks)
    )


def _trimmed(lines: list[TradeLine]) -> list[TradeLine]:
    """Without the datasets in which nothing of the dyad is listed at all; in order."""
    listed = {line.dataset for line in lines if line.value_usd or _part_told(line) or _zero_stated(line)}
    kept = [line for line in lines if line.dataset in listed]
    return sorted(kept, key=lambda line: (line.dataset, line.period, line.flow, line.basis != "reported"))


def _part_told(line: TradeLine) -> bool:
    return "incomplete" in line.flags and "not-listed" not in line.flags


def _zero_stated(line: TradeLine) -> bool:
    return line.value_usd == 0 and "not-listed" not in line.flags


def _joined(bloc: str, period: Period) -> bool:
    return bloc_members(bloc, period.start) != bloc_members(bloc, period.end)


def _period(start: date, by: By) -> Period:
    months = {"year": 12, "quarter": 3, "month": 1}[by]
    return Period.of_months(start.year, start.month, start.month + months - 1)


def _has_rows(side: _Side, start: date) -> bool:
    return any(row["partner"] for row in side.rows if row["period_start"] == start)


def _places(
    question: Question,
    side: _Side,
    start: date,
    groups: set[str],
    shown: Sequence[str],
    *,
    dataset: str,
    vintage: str,
    flow: str,
) -> Iterator[Standing]:
    """The places of all partners in a period."""
    bloc, period = question.reporter, _period(start, question.by)
    now = bloc_members(bloc, period.end)
    rows = [row for row in side.rows if row["period_start"] == start and row["reporter"] in now]
    outside = {row["partner"] for row in rows if row["partner"]} - now - {"WLD"}
    sums = {partner: _summed(side, start, now, frozenset({partner})) for partner in outside}
    values = {partner: found.usd for partner, found in sums.items() if found.usd is not None}
    organisations = {one.code for one in countries() if one.kind == "organisation"}
    single = {partner: value for partner, value in values.items() if partner not in organisations} or values
    parts = sum(single.values())
    world = _world(rows, now)
    index = hhi(single).hhi if parts else None
    ordered = sorted((v for p, v in values.items() if v > 0 and p not in groups), reverse=True)
    marks = ("bloc", *(["membership-changes"] if _joined(bloc, period) else []))
    for partner in sorted(outside, key=lambda code: (-(values.get(code) or 0.0), code)):
        found, value = sums[partner], values.get(partner)
        whole = parts if world is None else world
        silent = () if value is not None else ("incomplete", *(f"no-report-{code}" for code in found.silent))
        if not shown or partner in shown:
            yield Standing(
                reporter=bloc, partner=partner, period=period.iso, value_usd=value,
                share=value / whole if value is not None and whole else None,
                rank=ordered.index(value) + 1 if value and partner not in groups else None, hhi=index,
                basis="reported", partners=len(single), of_world=world is not None, total_usd=parts or None,
                world_usd=world, flags=(*found.flags, *silent, *marks),
                dataset=dataset, vintage=vintage, flow=flow,
            )  # fmt: skip


def _world(rows: Iterable[Mapping[str, Any]], now: frozenset[str]) -> float | None:
    """The bloc's flow with all outside it, areas without a name too; None where a member is silent."""
    groups = {one.code for one in countries() if one.kind == "organisation"}
    by_member: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_member.setdefault(row["reporter"], []).append(row)
    if set(now) - set(by_member):
        return None
    total = 0.0
    for ours in by_member.values():
        whole = next((row for row in ours if row["partner"] == "WLD"), None)
        if whole is None:
            outsiders = (row for row in ours if row["partner"] and row["partner"] not in now | groups)
            total += sum(row["usd"] or 0.0 for row in outsiders)
        else:
            total += (whole["usd"] or 0.0) - sum(row["usd"] or 0.0 for row in ours if row["partner"] in now)
    return total
