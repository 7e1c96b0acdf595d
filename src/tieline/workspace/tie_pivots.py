"""Pivots for a desk: one for each dataset, at the date asked for or at that of the largest move."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tieline.model.countries import display
from tieline.ties.asking import Ask
from tieline.ties.channels import Series
from tieline.ties.pivots import Pivot, pivot_of
from tieline.workspace.tie_results import Pivots
from tieline.workspace.tie_series import behind_of, no_acts, series_of, sql_of
from tieline.workspace.tie_trade import trade_change


def pivots_asked(desk: Any, countries: tuple[str, str, str], asks: Mapping[str, Ask], around: date | None) -> Pivots:
    """Whether a country moved from one partner to another.

    Args:
        desk: Whose ledger.
        countries: Who, from whom, to whom.
        asks: By period: datasets of years are asked by `year`, those of acts by the other.
        around: The first day of the time after.
    """
    ledger = desk._existing()  # noqa: SLF001
    one, old, new = countries
    of_acts = {row["dataset"] for row in ledger.query("SELECT DISTINCT dataset FROM events").to_pylist()} | {"press"}
    found: list[Pivot] = []
    for by, ask in asks.items():
        series = series_of(ledger, ask)
        for name in dict.fromkeys(each.dataset for each in series):
            if len(asks) > 1 and (name in of_acts) == (by == "year"):
                continue
            found += _largest(desk, [each for each in series if each.dataset == name], countries, around)
    if not found:
        raise no_acts(f" of {display(one)}")
    title = f"{display(one)}: from {display(old)} to {display(new)}"
    behind = behind_of(ledger, asks["year"], of={one, old, new})
    return Pivots(title, tuple(found), (sql_of(ledger, asks["year"]),), behind=behind)


def _largest(desk: Any, series: list[Series], countries: tuple[str, str, str], around: date | None) -> list[Pivot]:
    """The pivot of a dataset at the date, or the one of the largest move; none if there are no dates to try."""
    days = [around] if around else list(series[0].starts[2:-1])
    trade = trade_change(desk, *countries, around)
    tried = [pivot_of(series, *countries, day, trade=trade) for day in days]
    told = [pivot for pivot in tried if pivot.move is not None] or tried[:1]
    return [max(told, key=lambda pivot: pivot.move if pivot.move is not None else float("-inf"))] if told else []
