"""Of which years the levels are that a brief tells of shares of trade and of votes, and whether the new one is a year old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from tieline.workspace.tie_flows import COPY

_SERIES: Final = ("dataset", "source", "target", "channel")
Lines = Sequence[Mapping[str, Any]]


def stretches(line: Mapping[str, Any], told: Lines, lines: Lines) -> tuple[str, str]:
    """Which years the levels before and after a change are means of, in words.

    Args:
        line: The change.
        told: All changes of the two countries.
        lines: The channels of the two, year by year.
    """
    cuts = [each["date"][:4] for each in told if each["date"] and _alike(each, line)]
    at, years = line["date"][:4], _used(line, lines)
    first = max((cut for cut in cuts if cut < at), default="")
    last = min((cut for cut in cuts if cut > at), default="9999")
    before = [year for year in years if first <= year < at]
    return _mean(before) or (f" in {before[0]}" if before else ""), _mean([year for year in years if at <= year < last])


def one_year(line: Mapping[str, Any], lines: Lines) -> str:
    """That a new level may pass, where the year that it began in is the last one held."""
    ended = _used(line, lines)[-1:] == [line["date"][:4]]
    return "; the new level has lasted one year only, the last one held" if ended else ""


def _mean(years: Sequence[str]) -> str:
    return f" (mean of {years[0]} to {years[-1]})" if len(years) > 1 else ""


def _used(line: Mapping[str, Any], lines: Lines) -> list[str]:
    """The years of a change's series that have a value, and are no suspected copies."""
    return [
        each["period"]
        for each in lines
        if _alike(each, line) and each["value"] is not None and COPY not in (each["flags"] or "")
    ]


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one[name] == other[name] for name in _SERIES)
