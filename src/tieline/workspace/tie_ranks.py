"""Dyads in order of a channel, or of how much it moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tieline.ledger import Ledger
from tieline.ties.asking import Ask
from tieline.ties.channels import Series
from tieline.workspace.tie_results import Ranking
from tieline.workspace.tie_series import behind_of, no_acts, series_of, sql_of


def ranking_asked(ledger: Ledger, ask: Ask, *, change: bool, most: int) -> Ranking:
    """The dyads of each dataset, by the level of the channel asked for or by its change between two halves of the time."""
    (channel,) = ask.channels
    series = series_of(ledger, ask) or series_of(ledger, replace(ask, by="year"))
    rows = [_row(one) for one in series if one.channel == channel and len(one.starts) > 1]
    if not rows:
        raise no_acts(f" in the channel {channel}")

    def weight(row: dict[str, Any]) -> tuple[float, str, str]:
        value = abs(row["change"]) if change else row["before"] + row["after"]
        return -float(value), row["source"], row["target"]

    lines: list[dict[str, Any]] = []
    for name in sorted({str(row["dataset"]) for row in rows}):
        mine = sorted((row for row in rows if row["dataset"] == name), key=weight)
        lines += [{"rank": at} | row for at, row in enumerate(mine[:most], start=1)]
    title = f"Dyads by {'change of ' if change else ''}{channel}"
    return Ranking(title, tuple(lines), (sql_of(ledger, ask),), behind=behind_of(ledger, ask))


def _row(one: Series) -> dict[str, Any]:
    half = len(one.starts) // 2
    before, after = float(one.value[:half].mean()), float(one.value[half:].mean())
    return {
        "source": one.source, "target": one.target, "channel": one.channel, "before": round(before, 3), "after": round(after, 3),
        "change": round(after - before, 3), "dataset": one.dataset,
    }  # fmt: skip
