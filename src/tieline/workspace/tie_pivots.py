"""Pivots for a desk: one for each dataset, at the date asked for or at that of the largest move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tieline.model.countries import display
from tieline.ties.asking import TRADE, Ask
from tieline.ties.pivots import Pivot, pivot_of
from tieline.ties.series import Series
from tieline.workspace.tie_absence import no_acts, unreleased_notes
from tieline.workspace.tie_results import Pivots
from tieline.workspace.tie_series import behind_of, series_of, sql_of
from tieline.workspace.tie_trade import dependence_of
from tieline.workspace.trade_words import named


def pivots_asked(desk: Any, countries: tuple[str, str, str], asks: Mapping[str, Ask], around: date | None) -> Pivots:
    """Whether a country moved from one partner to another.

    Args:
        desk: Whose ledger.
        countries: Who, from whom, to whom.
        asks: By period: datasets of years are asked by `year`, those of acts by the other.
        around: The first day of the time after.
    """
    ledger = desk.existing_ledger()
    one, old, new = countries
    of_acts = {row["dataset"] for row in ledger.query("SELECT DISTINCT dataset FROM events").to_pylist()} | {"press"}
    found: list[Pivot] = []
    for by, ask in asks.items():
        series = series_of(ledger, ask)
        for name in dict.fromkeys(each.dataset for each in series):
            if len(asks) > 1 and (name in of_acts) == (by == "year"):
                continue
            mine = [each for each in series if each.dataset == name]
            found += _largest(desk, mine, countries, around, ask, apart=name not in of_acts)
    if not found:
        raise no_acts(f" of {named([one])}", ledger, asks["year"])
    title = f"{display(one)}: from {display(old)} to {display(new)}"
    behind = behind_of(ledger, asks["year"], of={one, old, new})
    return Pivots(
        title, tuple(found), (sql_of(ledger, asks["year"]),), unreleased_notes(ledger, asks["year"]), behind=behind
    )


def _largest(
    desk: Any, series: list[Series], countries: tuple[str, str, str], around: date | None, ask: Ask, *, apart: bool
) -> list[Pivot]:
    """The pivot of a dataset at the date, or at that of the largest move; none if there are no dates to try."""
    days = [around] if around else list(series[0].starts[2:-1])
    tried = [pivot_of(series, *countries, day, apart=apart) for day in days]
    told = [pivot for pivot in tried if pivot.move is not None] or tried[:1]
    if not told:
        return []
    at = max(told, key=lambda pivot: pivot.move if pivot.move is not None else float("-inf")).at
    changes = {
        "trade": _trade_change(desk, countries, at, ask),
        "votes": _votes_change(desk, countries, at, ask),
    }
    others = {name: change for name, change in changes.items() if change is not None}
    return [pivot_of(series, *countries, at, apart=apart, others=others)]


def _trade_change(desk: Any, countries: tuple[str, str, str], day: date, ask: Ask) -> tuple[float, float] | None:
    """Change of the share of trade with the old and with the new partner, in points, two years before against two after.

    Of the first dataset that has both shares before and after: shares of two datasets, or of exports and of imports, are not compared.
    """
    one, *partners = countries
    asked = replace(ask, by="year", countries=(), channels=(TRADE,), datasets=())
    told = [dependence_of(desk, (one, partner), asked).shares for partner in partners]
    for name in sorted({dataset for shares in told for dataset, *_ in shares}):
        changes = [
            _change({int(year): 100 * share for year, share in shares.get((name, one, partner), {}).items()}, day.year)
            for partner, shares in zip(partners, told, strict=True)
        ]
        if None not in changes:
            return changes[0], changes[1]  # type: ignore[return-value]
    return None


def _change(known: Mapping[int, float], year: int) -> float | None:
    """The mean of a year and the next one less that of the two before; None where one of them has no value."""
    before, after = ([known[at] for at in (first, first + 1) if at in known] for first in (year - 2, year))
    return sum(after) / len(after) - sum(before) / len(before) if before and after else None


def _votes_change(desk: Any, countries: tuple[str, str, str], day: date, ask: Ask) -> tuple[float, float] | None:
    """Change of the agreement of UN votes with the old and with the new partner, two years before against two after."""
    one, *partners = countries
    changes = []
    for partner in partners:
        asked = replace(ask, by="year", countries=(one, partner), channels=("formal-ties",), datasets=())
        votes = [each for each in series_of(desk.existing_ledger(), asked) if each.unit == "agreement"]
        if not votes:
            return None
        known = {
            start.year: float(value)
            for start, value, there in zip(votes[0].starts, votes[0].value, votes[0].coverage, strict=True)
            if there
        }
        changes.append(_change(known, day.year))
    return None if None in changes else (changes[0], changes[1])  # type: ignore[return-value]
