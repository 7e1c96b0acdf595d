"""Dyads in order of the level of a channel, or of how much it moved.

Of counts the change is what the second half of the time has beyond the first one's rate at the volume of the second: the volume
of news moves by half within a year, and would move every dyad with it. It is one of acts as coded: days of contact have a bound, which louder news does not
move, so that a dyad in the news every day would seem to fall where the news grows, and to rise where it shrinks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from tieline.model.errors import MissingDataError
from tieline.ties.asking import TRADE, Ask
from tieline.ties.coding import CHANNELS
from tieline.ties.series import Series
from tieline.workspace.tie_absence import no_acts, unreleased_notes
from tieline.workspace.tie_results import Ranking
from tieline.workspace.tie_series import behind_of, goods_words, series_of, sql_of
from tieline.workspace.tie_trade import Dependence, dependence_of
from tieline.workspace.tie_trade_rows import SharesBehind

_COUNTED: Final = {"contact": "days", "friction": "days", "deeds": "acts", "blows": "acts"}


def ranking_asked(desk: Any, ask: Ask, words: tuple[str, ...] = (), *, change: bool, most: int) -> Ranking:
    """The dyads of each dataset, by the level of the channel asked for or by its change between two halves of the time."""
    (channel,) = ask.channels
    ledger = desk.existing_ledger()
    trade = dependence_of(desk, ask.countries, ask) if channel == TRADE else Dependence()
    series = trade.series() or series_of(ledger, ask) or series_of(ledger, replace(ask, by="year"))
    mine = [one for one in series if one.channel == channel]
    halved = [one for one in mine if all(side.any() for side in _covered_halves(one))]
    rows = [_row(one) for one in halved] if change else [_level(one) for one in mine if (one.coverage > 0).any()]
    if mine and not rows:
        raise MissingDataError(
            f"{channel} of {len(mine):,} pairs is held for one half of the time alone ({mine[0].dataset}, by {mine[0].by}), and what nobody "
            "reported is no zero: load more of the time, ask for less of it by --since and --until, or for the level, without --change"
        )
    if not rows:
        raise no_acts(
            f" in the channel {channel}" if channel in CHANNELS else "",
            ledger,
            ask,
            notes=trade.notes,
        )

    def weight(row: dict[str, Any]) -> tuple[float, str, str]:
        value = abs(row["change"]) if change else row["level"]
        return -float(value), row["source"], row["target"]

    lines: list[dict[str, Any]] = []
    for name in sorted({str(row["dataset"]) for row in rows}):
        ranked = sorted((row for row in rows if row["dataset"] == name), key=weight)
        lines += [{"rank": at} | row for at, row in enumerate(ranked[:most], start=1)]
    title = f"Dyads by {'change of ' if change else ''}{channel}{goods_words(ask)}"
    told = halved if change else mine
    halves = {
        name: _times([one for one in told if one.dataset == name], change=change)
        for name in {one.dataset for one in told}
    }
    shown = {(line["dataset"], line["source"], line["target"]) for line in lines}
    return Ranking(
        title, tuple(lines), (sql_of(ledger, ask),), (*unreleased_notes(ledger, ask), *trade.notes, *words), behind=behind_of(ledger, ask), halves=halves, changed=change,
        trade=SharesBehind(ledger, trade, shown),
    )  # fmt: skip


def _row(one: Series) -> dict[str, Any]:
    before, after = (float(one.value[side].mean()) for side in _covered_halves(one))
    line = {
        "source": one.source,
        "target": one.target,
        "channel": one.channel,
        "before": round(before, 3),
        "after": round(after, 3),
        "change": round(after - before, 3),
        "level": _mean(one),
        "dataset": one.dataset,
        "acts_before": None,
        "expected": None,
        "acts_after": None,
    }
    if one.unit != "count":
        return line
    first, second = (float(one.acts[side].mean()) for side in _covered_halves(one))
    expected = first * _louder(one)
    return line | {
        "change": round(second - expected, 3), "acts_before": round(first, 3), "expected": round(expected, 3), "acts_after": round(second, 3),
    }  # fmt: skip


def _level(one: Series) -> dict[str, Any]:
    """A line of the level alone; its halves, where both have anything reported, beside it."""
    if all(side.any() for side in _covered_halves(one)):
        return _row(one)
    names = ("before", "after", "change", "acts_before", "expected", "acts_after")
    line = {
        "source": one.source,
        "target": one.target,
        "channel": one.channel,
        "level": _mean(one),
        "dataset": one.dataset,
    }
    return line | dict.fromkeys(names)


def _mean(one: Series) -> float:
    """The mean of all periods in which anything is reported."""
    return round(float(one.value[one.coverage > 0].mean()), 3)


def _covered_halves(one: Series) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which periods of the first and of the second half have anything reported at all."""
    known, later = one.coverage > 0, np.arange(len(one.starts)) >= _half(one)
    return known & ~later, known & later


def _half(one: Series) -> int:
    """The first place of the second half."""
    return len(one.starts) // 2


def _louder(one: Series) -> float:
    """How many times the volume of the dataset's first half its second half has, a period."""
    half = _half(one)
    first, second = float(one.total[:half].mean()), float(one.total[half:].mean())
    return second / first if first > 0 and second > 0 else 1.0


def _times(series: list[Series], *, change: bool) -> str:
    """What is counted in a dataset, of which time, or which times are held against each other."""
    one = max(series, key=lambda each: len(each.starts))
    counted = "" if one.unit != "count" else f"{'acts' if one.by == 'year' else _COUNTED[one.channel]} a {one.by}, "
    if not change:
        span = (one.period(0).iso.split("/")[0], one.period(len(one.starts) - 1).iso.split("/")[-1])
        return f"{counted}{' to '.join(dict.fromkeys(span))}"
    half = _half(one)
    spans = [
        f"{one.period(a).iso.split('/')[0]} to {one.period(b).iso.split('/')[-1]}"
        for a, b in ((0, half - 1), (half, len(one.starts) - 1))
    ]
    if len({each.starts for each in series}) > 1:
        spans = ["first half of each pair's years", "second"]
    if one.unit != "count":
        return " against ".join(spans)
    volume = f", held against a volume {_louder(one):.2f} times as large"
    return f"acts a {one.by}, {' against '.join(spans)}{volume}"
