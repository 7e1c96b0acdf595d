"""How the lines of a dyad changed on the year before, and which of these changes are on a figure that is not to be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tieline.model.periods import Period
from tieline.trade.figures.coverage import FLAG
from tieline.trade.indicators.growth import change
from tieline.trade.questions.dyads import ONE_SIDE, TradeLine

DOUBTFUL_BASE = "doubtful-base"
"""Of a figure whose change is on a year that repeats another's."""
_COPIED = {"suspected-copy", "copied-year"}


def year_on_year(lines: Iterable[TradeLine]) -> dict[TradeLine, float]:
    """The growth of each line over the same period a year before, as a fraction (`growth.change`).

    Only between figures of one dataset, flow, basis and valuation, and not over a zero.
    """
    given = list(lines)
    former = {(*_series(line), line.period): line for line in given}
    found = {}
    for line in given:
        base = _base(line, former)
        before = base.value_usd if base else None
        percent = change(line.value_usd, before).pct if before and before > 0 else None
        if percent is not None:
            found[line] = percent / 100
    return found


def flag_bases(lines: Iterable[TradeLine]) -> list[TradeLine]:
    """The lines, those flagged whose change is on a year that repeats another's figures."""
    given = list(lines)
    former = {(*_series(line), line.period): line for line in given}
    return [
        replace(line, flags=(*line.flags, DOUBTFUL_BASE))
        if line.value_usd is not None and (base := _base(line, former)) and base.value_usd and _COPIED & {*base.flags}
        else line
        for line in given
    ]


def _base(line: TradeLine, former: Mapping[tuple[Any, ...], TradeLine]) -> TradeLine | None:
    """The line of the same period a year before."""
    return former.get((*_series(line), Period.parse(line.period).shifted_years(-1).iso))


def _series(line: TradeLine) -> tuple[str, str, str, str, bool, bool]:
    return (line.dataset, line.flow, line.basis, line.valuation, FLAG in line.flags, ONE_SIDE in line.flags)
