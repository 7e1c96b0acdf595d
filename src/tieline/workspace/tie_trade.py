"""Trade dependence as a channel: each country's share of the other in its trade, or in its trade in some goods, by year.

An organisation (the EU) is its members of the last year held, at all times: a country that joins or leaves is no change of
trade. The share of a country that reports nothing itself is told from its partners' reports only where more than half of the
countries in the dataset report that year, and these have nine tenths of their trade with each other: in a file of the EU's
reports alone all of Russia's trade would be with the EU.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from tieline.model.countries import countries, country, display
from tieline.model.errors import MissingDataError, UsageError
from tieline.ties.asking import TRADE
from tieline.workspace.tie_flows import COPY, HeldShares, Key, flow_notes, held_shares

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.ties.asking import Ask
    from tieline.ties.series import Series
    from tieline.trade.figures.asking import Question
    from tieline.trade.questions.standings import Standing

T = TypeVar("T")
_AMONG = 0.9
"""The share of reporters' trade that must be with other reporters, for a silent country's partners to be all heard."""
_MOST_NAMED = 5
"""Countries that a note names."""


@dataclass(frozen=True)
class Dependence:
    """Shares of trade, 0 to 1: exports or imports, whichever is larger, or one of them throughout (`tie_flows`).

    Attributes:
        held: By dataset and directed dyad the shares of years with their flow; a year without figures is not there. A share in some goods alone
            has them behind the dataset's name.
        notes: What must be said beside them.
        behind: What each share was told from, with the question that gave it.
    """

    held: dict[Key, HeldShares] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    behind: dict[Key, list[tuple[Standing, Question]]] = field(default_factory=dict)

    @property
    def shares(self) -> dict[Key, dict[str, float]]:
        """The shares of years alone."""
        return {key: one.shares for key, one in self.held.items()}

    def lines(self) -> list[dict[str, Any]]:
        """A line for each year; one without figures has no value."""
        return [
            {"source": source, "target": target, "channel": TRADE, "period": year, "value": one.shares.get(year), "exposure": None,
             "coverage": float(year in one.shares), "dataset": dataset, "acts": None, "flow": one.flows.get(year), "flags": ", ".join(one.flags(year)) or None}
            for (dataset, source, target), one in sorted(self.held.items())
            for year in _years(one)
        ]  # fmt: skip

    def series(self) -> list[Series]:
        """The same as series; a year that is suspected to be a copy is not covered."""
        from tieline.ties.series import Series  # noqa: PLC0415

        out = []
        for (dataset, source, target), one in sorted(self.held.items()):
            years = _years(one)
            starts = tuple(date(int(year), 1, 1) for year in years)
            value = np.array([one.shares.get(year, 0.0) for year in years])
            told = np.array([float(year in one.shares and year not in one.copied) for year in years])
            out.append(
                Series(dataset, source, target, TRADE, "year", starts, value, told, told, told, told, told, told, "share")
            )  # fmt: skip
        return out

    def flow_between(self, key: Key, first: date, last: date) -> str | None:
        """The flow that the shares of a dyad from one day to another are in; None where they are not all in the same."""
        flows = {flow for year, flow in self.held[key].flows.items() if first.year <= int(year) <= last.year}
        return flows.pop() if len(flows) == 1 else None


def _years(one: HeldShares) -> list[str]:
    """All years from the first to the last of which either flow is known."""
    known = [int(year) for year in (*one.shares, *one.lacking)]
    return [str(year) for year in range(min(known), max(known) + 1)]


def dependence_of(desk: Any, codes: tuple[str, ...], ask: Ask) -> Dependence:
    """The shares of a dyad, of all dyads of a country, or of all there are; a bloc's too where it is named.

    Args:
        desk: Whose ledger.
        codes: The countries.
        ask: The time, the datasets and the day of knowledge.
    """
    from tieline.trade.figures.coverage import FLAG  # noqa: PLC0415

    ledger = desk.existing_ledger()
    reporters, unknown = _reporters(ledger, codes)
    told = [
        (line, question)
        for line, question in _standings(ledger, reporters, codes, ask)
        if len(line.period) == len("2022") and (not ask.datasets or line.dataset in ask.datasets)
    ]
    lines = [line for line, _ in told]
    silent = _mostly_silent(ledger, {(line.dataset, line.period) for line in lines if line.basis == "mirror"})
    found: dict[Key, dict[str, dict[str, float]]] = {}
    copied: dict[Key, dict[str, frozenset[str]]] = {}
    behind: dict[Key, list[tuple[Standing, Question]]] = {}
    some: dict[str, None] = {}
    for line, question in told:
        key = (line.dataset, line.reporter, line.partner)
        if line.share is None or (line.partners < 2 and not line.of_world):  # the whole is the partner itself
            continue
        if FLAG in line.flags:
            some[line.dataset] = None
            continue
        if line.basis == "mirror" and (line.dataset, line.period) in silent:
            unknown[key] = silent[line.dataset, line.period]
            continue
        one = found.setdefault(key, {}).setdefault(line.flow, {})
        one[line.period] = max(one.get(line.period, 0.0), round(line.share, 6))
        if COPY in line.flags:
            of = copied.setdefault(key, {})
            of[line.flow] = of.get(line.flow, frozenset()) | {line.period}
        behind.setdefault(key, []).append((line, question))
    goods = ("some of these products", "their trade") if ask.goods else ("some products", "all trade")
    more = "" if ask.goods else "; --product tells it of some goods"
    extracts = (
        (f"of {', '.join(sorted(some))} only {goods[0]} were loaded: no share of {goods[1]} is told of them{more}",)
        if some
        else ()
    )
    notes = _untold({key: why for key, why in unknown.items() if key not in found})
    held = _named({key: held_shares(flows, copied.get(key, {})) for key, flows in found.items()}, ask)
    return Dependence(held, (*notes, *extracts, *_blocs(lines), *flow_notes(held)), _named(behind, ask))


def _named(told: dict[Key, T], ask: Ask) -> dict[Key, T]:
    """The same with the goods behind the dataset's name where the shares are in some goods, as with agreement of votes and kappa."""
    goods = f"-{ask.classification}{'+'.join(ask.goods)}" if ask.goods else ""
    return {(f"{dataset}{goods}", source, target): one for (dataset, source, target), one in told.items()}


def _untold(unknown: dict[Key, str]) -> tuple[str, ...]:
    """Whose shares can't be told from their partners' reports."""
    reasons: dict[str, str] = {}
    silent: dict[str, dict[str, None]] = {}
    for (dataset, source, _), why in unknown.items():
        reasons.setdefault(dataset, f"in {dataset} {why}")
        silent.setdefault(dataset, {})[source] = None
    out = []
    for why, sources in zip(reasons.values(), silent.values(), strict=True):
        more = f" and {len(sources) - _MOST_NAMED:,} more" if len(sources) > _MOST_NAMED else ""
        names = f"{', '.join(list(sources)[:_MOST_NAMED])}{more}"
        out.append(
            f"no share of trade is told of {names}: they report nothing themselves, and {why}: the whole is not known"
        )
    return tuple(out)


def _blocs(lines: Sequence[Standing]) -> tuple[str, ...]:
    """That a bloc is its latest members throughout, and which of them are silent in some year."""
    summed = [line for line in lines if "bloc" in line.flags]
    blocs = dict.fromkeys(
        code for line in summed for code in (line.reporter, line.partner) if country(code).kind == "organisation"
    )
    silent = sorted({flag.removeprefix("no-report-") for line in summed for flag in line.flags if "no-report-" in flag})
    told = f"; no sum in the years without a report of {', '.join(map(display, silent))}" if silent else ""
    return tuple(f"{code} is the sum over its members of the last year held, at all times{told}" for code in blocs)


def _reporters(ledger: Ledger, codes: tuple[str, ...]) -> tuple[tuple[str, ...], dict[Key, str]]:
    """Whose shares can be told: both of a dyad; else those who report, or whose partners do; and why the others' can't."""
    if len(codes) > 1:
        return codes, {}
    where = f"AND '{codes[0]}' IN (reporter, partner)" if codes else ""
    rows = ledger.query(
        f"""SELECT DISTINCT dataset, left(period, 4) AS year, unnest([reporter, partner]) AS code, unnest([true, false]) AS own
        FROM (SELECT DISTINCT dataset, period, reporter, partner FROM flows WHERE freq = 'A' {where})"""
    ).to_pylist()
    own = {(row["dataset"], row["year"], row["code"]) for row in rows if row["own"]}
    silent = _mostly_silent(ledger, {(row["dataset"], row["year"]) for row in rows})
    worth, untold = set(), {}
    for row in rows:
        why = silent.get((row["dataset"], row["year"]))
        if why is None or (row["dataset"], row["year"], row["code"]) in own:
            worth.add(row["code"])
        elif row["code"] != "WLD":
            untold[row["dataset"], row["code"], ""] = why
    return tuple(sorted(worth - {"WLD"})), {key: why for key, why in untold.items() if key[1] not in worth}


def _standings(
    ledger: Ledger, reporters: tuple[str, ...], codes: tuple[str, ...], ask: Ask
) -> Iterator[tuple[Standing, Question]]:
    """The places of partners of each reporter, each with its question; of a dyad those of the other alone."""
    from tieline.trade.figures.asking import Question  # noqa: PLC0415
    from tieline.workspace.trading import standings_of  # noqa: PLC0415

    for one in reporters:
        others = [each for each in codes if each != one]
        asked = Question(
            reporter=one, since=ask.since, until=ask.until, as_known_on=ask.known_on, datasets=ask.datasets,
            codes=ask.goods, classification=ask.classification,
        )  # fmt: skip
        for question in _of_members(ledger, asked, others):
            try:
                yield from ((line, question) for line in standings_of(ledger, [question], "", partners=others))
            except (MissingDataError, UsageError):
                continue


def _of_members(ledger: Ledger, question: Question, others: Sequence[str]) -> list[Question]:
    """The question, with an organisation as its members of the last year of each dataset."""
    from tieline.trade.figures.blocs import bloc_members, is_bloc  # noqa: PLC0415

    bloc = next((code for code in (question.reporter, *others) if country(code).kind == "organisation" and is_bloc(code)), None)  # fmt: skip
    if bloc is None:
        return [question]
    rows = ledger.query("SELECT dataset, max(year(period_start)) AS last FROM flows WHERE freq = 'A' GROUP BY dataset")
    grouped: dict[frozenset[str], list[tuple[int, str]]] = {}
    for row in rows.to_pylist():
        last = min(row["last"], question.until.year) if question.until else row["last"]
        if not question.datasets or row["dataset"] in question.datasets:
            grouped.setdefault(bloc_members(bloc, date(last, 12, 31)), []).append((last, row["dataset"]))
    return [
        replace(question, members_on=date(max(told)[0], 12, 31), datasets=tuple(sorted(name for _, name in told)))
        for members, told in grouped.items()
        if members
    ]


def _mostly_silent(ledger: Ledger, years: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The datasets and years, of those given, of which too few countries report for a silent one's whole trade, with why."""
    if not years:
        return {}
    from tieline.ledger import sql_literal  # noqa: PLC0415

    names = ", ".join(map(sql_literal, sorted({name for name, _ in years})))
    groups = ", ".join(sql_literal(one.code) for one in countries() if one.kind in {"organisation", "area", "world"})
    rows = ledger.query(
        f"""WITH told AS (
            SELECT dataset, left(period, 4) AS year, reporter, partner, sum(value_usd) AS value FROM flows
            WHERE dataset IN ({names}) AND freq = 'A' AND reporter NOT IN ({groups}) AND partner NOT IN ({groups}) GROUP BY ALL
        ), speaking AS (SELECT DISTINCT dataset, year, reporter AS code FROM told),
        named AS (SELECT dataset, year, reporter AS code FROM told UNION SELECT dataset, year, partner FROM told)
        SELECT t.dataset, t.year, (SELECT count(*) FROM speaking s WHERE (s.dataset, s.year) = (t.dataset, t.year)) AS speaking,
            (SELECT count(*) FROM named n WHERE (n.dataset, n.year) = (t.dataset, t.year)) AS named,
            coalesce(sum(value) FILTER (s.code IS NOT NULL) / nullif(sum(value), 0), 0) AS among
        FROM told t LEFT JOIN speaking s ON (s.dataset, s.year, s.code) = (t.dataset, t.year, t.partner) GROUP BY t.dataset, t.year"""
    ).to_pylist()
    out = {}
    for row in rows:
        few = 2 * row["speaking"] <= row["named"] or row["among"] < _AMONG
        if (row["dataset"], row["year"]) in years and few:
            out[row["dataset"], row["year"]] = (
                f"{row['speaking']} of {row['named']} countries do, with {row['among']:.0%} of their trade among each other"
            )
    return out
