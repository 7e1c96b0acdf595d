"""What a brief says of changes between two countries: the levels of their channels, their shifts and bursts, with the chart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tieline.model.countries import display
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period
from tieline.report.brief import Sentence
from tieline.report.charts import ties_svg
from tieline.ties.asking import TRADE, starts_of
from tieline.ties.coding import CHANNELS
from tieline.ties.codings import mutual
from tieline.workspace.brief_acts import level_sentences
from tieline.workspace.brief_moves import OF_VOTES, lasting, moved
from tieline.workspace.brief_press import ACT_WORDS
from tieline.workspace.brief_stretches import one_year, stretches
from tieline.workspace.tie_context import weightiest_acts
from tieline.workspace.tie_entries import act_words
from tieline.workspace.tie_flows import flow_notes

if TYPE_CHECKING:
    from tieline.workspace.tie_desk import TieDesk

_MOST = 8
_DAYS = {"week": 7, "month": 31, "year": 366}
_DECEMBER = 12
_LARGER = 2.0
"""So many times as large as that of the last year the largest change is told in short too."""
_FEW_MONTHS = 24
"""Months under which changes are told by week."""


@dataclass(frozen=True, slots=True)
class Channels:
    """What a brief says of the channels of two countries.

    Attributes:
        changed: Shifts and bursts: what is told in short, then the others, the latest first.
        short: How many of them are told in short.
        levels: The last period of each dataset of acts, beside those before it.
        chart: All channels as SVG, or nothing.
        reported: Whether any dataset reports acts of the two.
        ends: Last day of the last period that each dataset of acts covers.
        unsure: What is not known of shares of trade: flows that are not reported, years that may be copies.
        gaps: Times between the first and the last act held that no dataset of acts covers, in words.
    """

    changed: tuple[Sentence, ...]
    short: int
    levels: tuple[Sentence, ...]
    chart: str
    reported: bool
    ends: dict[str, date]
    unsure: tuple[Sentence, ...] = ()
    gaps: tuple[str, ...] = ()


def channels_told(desk: TieDesk, pair: tuple[str, str], day: str | None) -> Channels:
    """The channels of the two as sentences, and as charts: by month, and by year of what is told by year alone."""
    told: list[_Told] = []
    levels: list[Sentence] = []
    unsure: list[Sentence] = []
    chart, reported, of_acts, ends = "", False, set[str](), dict[str, date]()
    covered: set[date] = set()
    for by in ("month", "year"):
        try:
            report = desk.ties(*pair, by=by, as_known_on=day)
        except MissingDataError:
            continue
        lines = report.objects()
        asked = f"tieline ties {' '.join(pair)} --by {by} --channel {TRADE} --explain"
        unsure += [
            Sentence(f"{note}.", f"The shares with their rows: {asked}.")
            for note in flow_notes(report.trade.held if report.trade else {})
        ]
        reported = reported or any(line["channel"] in CHANNELS for line in lines)
        fresh = [line for line in lines if line["dataset"] not in of_acts]
        chart += ties_svg(report.title, fresh, report.by_year) if fresh else ""
        levels += level_sentences(pair, fresh, by)
        of_acts |= {line["dataset"] for line in lines}
        for line in fresh:
            if line["channel"] in CHANNELS and line["dataset"] != "press" and line["value"] is not None:
                covered |= _months(line["period"])
                ends[line["dataset"]] = max(Period.parse(line["period"]).end, ends.get(line["dataset"], date.min))
        few = by == "month" and len({line["period"] for line in lines}) < _FEW_MONTHS and _mostly_covered(lines)
        told += _changes_told(desk, pair, day, "week" if few else by, lines)
    changed, short = _in_order(told)
    return Channels(changed, short, tuple(levels), chart, reported, ends, tuple(unsure), tuple(_gaps(covered)))


def _months(period: str) -> set[date]:
    """The first days of the months that a period has."""
    one = Period.parse(period)
    return set(starts_of(one.start, one.end, "month"))


def _gaps(covered: set[date]) -> list[str]:
    """The stretches of months between the first and the last that are covered which are not, in words.

    >>> _gaps({date(2014, 12, 1), date(2018, 1, 1), date(2018, 3, 1)})
    ['2015 to 2017', 'February 2018']
    """
    if not covered:
        return []
    out: list[str] = []
    run: list[date] = []
    for month in starts_of(min(covered), max(covered), "month"):
        if month not in covered:
            run.append(month)
        elif run:
            out.append(_span(run[0], run[-1]))
            run = []
    return out


def _span(first: date, last: date) -> str:
    """From one month to another, in whole years where they are."""
    whole = first.month == 1 and last.month == _DECEMBER
    ends = [
        str(each.year) if whole else Period.of_months(each.year, each.month, each.month).words()
        for each in (first, last)
    ]
    return " to ".join(dict.fromkeys(ends))


@dataclass(frozen=True, slots=True)
class _Told:
    """A change as it is told: what lasts, or is told of a year, is weightier than a loud week or month.

    Attributes:
        size: How far a count moved, in square roots: a rise from 1 to 4 is as large as one from 100 to 121.
    """

    sentence: Sentence
    date: str
    counted: bool
    weighty: bool
    size: float


def _in_order(told: Sequence[_Told]) -> tuple[tuple[Sentence, ...], int]:
    """The largest change of the last year that has any, the largest of all, and the others that are told, the latest first; how many stand in short.

    In that last year what lasts goes before what does not, however loud; the largest of all is told beside it where it is `_LARGER` times as large.
    """
    if not told:
        return (), 0
    since = (date.fromisoformat(max(one.date for one in told)) - timedelta(days=365)).isoformat()
    first = max(
        (one for one in told if one.date > since), key=lambda one: (one.counted, one.weighty, one.size, one.date)
    )
    largest = max(told, key=lambda one: one.size)
    short = [first, largest] if largest.size > _LARGER * first.size else [first]
    others = [one for one in told if one not in short]
    chosen = sorted(others, key=lambda one: (one.weighty, one.date, one.counted), reverse=True)[: _MOST - len(short)]
    rest = sorted(chosen, key=lambda one: (one.date, one.counted), reverse=True)
    return tuple(one.sentence for one in (*short, *rest)), len(short)


def _mostly_covered(lines: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the datasets of acts report something on most days, so that a week without a report says anything."""
    told = [line["coverage"] for line in lines if line["channel"] in CHANNELS and line["dataset"] != "press"]
    return bool(told) and sum(told) > len(told) / 2


def _changes_told(
    desk: TieDesk, pair: tuple[str, str], day: str | None, by: str, lines: Sequence[Mapping[str, Any]]
) -> list[_Told]:
    """The shifts and bursts by a period, each with what it is sorted by."""
    try:
        found = desk.shifts(*pair, by=by, as_known_on=day)
    except MissingDataError:
        return []
    periods: dict[str, list[str]] = {}
    for each in lines:
        if each["value"] is not None:
            periods.setdefault(each["dataset"], []).append(each["period"])
    rows, out, told = found.evidence(), [], found.objects()
    for line in told:
        if _said_by_kappa(line, told):
            continue
        stayed = lasting(line, told, periods.get(line["dataset"], []), by) if line["channel"] in CHANNELS else ""
        acts = _most_reported(_at_first(line, found.rows_of(line, rows), by)) if line["after"] > line["before"] else ""
        text = f"{moved(line, by)}{stayed}{acts} ({line['dataset']})."
        if line["channel"] not in CHANNELS:
            text = f"{moved(line, by, stretches(line, told, lines))}{one_year(line, lines)} ({line['dataset']})."
        counted = line["channel"] in CHANNELS
        weighty = counted and (line["kind"] == "shift" or by == "year")
        size = abs(math.sqrt(line["after"]) - math.sqrt(line["before"])) if counted else 0.0
        out.append(_Told(Sentence(text, _note(pair, line, by)), line["date"], counted, weighty, size))
    return out


def _at_first(line: Mapping[str, Any], rows: Sequence[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """The acts of the first two periods of a new level: what is later did not begin it, though the interval may be wider."""
    until = (date.fromisoformat(line["date"]) + timedelta(days=2 * _DAYS[by])).isoformat()
    return [row for row in rows if line["date"] <= str(row["date"]) < until]


def _said_by_kappa(line: Mapping[str, Any], told: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a move of plain agreement in votes is told by that of kappa, the same year and way."""
    name, way = str(line["dataset"]), line["after"] > line["before"]
    return name.endswith("-agreement") and any(
        each["dataset"] == name.removesuffix("agreement") + "kappa"
        and each["date"] == line["date"]
        and (each["after"] > each["before"]) == way
        for each in told
    )


def _note(pair: tuple[str, str], line: dict[str, Any], by: str) -> str:
    asked = f"tieline ties {pair[0]} {pair[1]} --by {by} --dataset {_held_as(line)} --explain"
    return f"Begun between {' and '.join(line['interval'])}; the acts or figures: {asked}."


def _held_as(line: Mapping[str, Any]) -> str:
    """The dataset by the name under which the ledger holds it: agreement and kappa are both of the votes.

    >>> _held_as({"channel": "formal-ties", "dataset": "un-votes-kappa"}), _held_as({"channel": "deeds", "dataset": "icews"})
    ('un-votes', 'icews')
    """
    name = str(line["dataset"])
    if line["channel"] != "formal-ties" or not name.endswith(OF_VOTES):
        return name
    return name.rpartition("-")[0]


def _most_reported(rows: list[dict[str, Any]]) -> str:
    """The act of the time that was reported most often, if one stands out by being told more than once."""
    ranked = weightiest_acts(rows)
    if not ranked or ranked[0]["reports"] < 2 or not ranked[0]["type"]:
        return ""
    act = ranked[0]
    what = act_words(act["cameo"], act["mode"]) or ACT_WORDS.get(act["type"], act["type"].lower())
    link = " and " if mutual(act["type"], act["cameo"], act["mode"]) else " to "
    who = link.join(display(act[side], article=True) for side in ("source", "target"))
    return f"; reported most often then: {what}, {who}, {Period.parse(act['date']).words()}, {act['reports']} times"
