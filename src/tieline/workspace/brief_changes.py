"""What a brief says of changes between two countries: the levels of their channels, their shifts and bursts, with the chart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tieline.check.phrases import capital
from tieline.model.countries import display, possessive
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period
from tieline.report.brief import Sentence
from tieline.report.charts import ties_svg
from tieline.report.wording import minus
from tieline.ties.asking import TRADE
from tieline.ties.coding import CHANNELS
from tieline.workspace.brief_acts import level_sentences
from tieline.workspace.brief_press import ACT_WORDS
from tieline.workspace.brief_stretches import one_year, stretches
from tieline.workspace.tie_context import weightiest_acts
from tieline.workspace.tie_entries import act_words
from tieline.workspace.tie_flows import flow_notes
from tieline.workspace.trade_words import named

if TYPE_CHECKING:
    from tieline.workspace.tie_desk import TieDesk

_MOST = 8
_DAYS = {"week": 7, "month": 31, "year": 366}
_FEW_MONTHS = 24
"""Months under which changes are told by week."""
_OF_VOTES = ("-kappa", "-agreement")
"""What series of votes have behind the name of their dataset."""


@dataclass(frozen=True, slots=True)
class Channels:
    """What a brief says of the channels of two countries.

    Attributes:
        changed: Shifts and bursts: the weightiest of the latest, then the others, the latest first.
        levels: The last period of each dataset of acts, beside those before it.
        chart: All channels as SVG, or nothing.
        reported: Whether any dataset reports acts of the two.
        ends: Last day of the last period that each dataset of acts covers.
        unsure: What is not known of shares of trade: flows that are not reported, years that may be copies.
    """

    changed: tuple[Sentence, ...]
    levels: tuple[Sentence, ...]
    chart: str
    reported: bool
    ends: dict[str, date]
    unsure: tuple[Sentence, ...] = ()


def channels_told(desk: TieDesk, pair: tuple[str, str], day: str | None) -> Channels:
    """The channels of the two as sentences, and as charts: by month, and by year of what is told by year alone."""
    told: list[_Told] = []
    levels: list[Sentence] = []
    unsure: list[Sentence] = []
    chart, reported, of_acts, ends = "", False, set[str](), dict[str, date]()
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
                ends[line["dataset"]] = max(Period.parse(line["period"]).end, ends.get(line["dataset"], date.min))
        few = by == "month" and len({line["period"] for line in lines}) < _FEW_MONTHS and _mostly_covered(lines)
        told += _changes_told(desk, pair, day, "week" if few else by, lines)
    return Channels(_in_order(told), tuple(levels), chart, reported, ends, tuple(unsure))


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


def _in_order(told: Sequence[_Told]) -> tuple[Sentence, ...]:
    """The largest change of the last year that has weighty ones, then the others that are told, the latest first."""
    chosen = sorted(told, key=lambda one: (one.weighty, one.date, one.counted), reverse=True)[:_MOST]
    if not chosen:
        return ()
    since = (date.fromisoformat(chosen[0].date) - timedelta(days=365)).isoformat()
    near = [one for one in chosen if one.weighty == chosen[0].weighty and one.date > since]
    first = max(near, key=lambda one: one.size)
    rest = sorted((one for one in chosen if one is not first), key=lambda one: (one.date, one.counted), reverse=True)
    return tuple(one.sentence for one in (first, *rest))


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
        stayed = _lasting(line, told, periods.get(line["dataset"], []), by) if line["channel"] in CHANNELS else ""
        acts = _most_reported(_at_first(line, found.rows_of(line, rows), by)) if line["after"] > line["before"] else ""
        text = f"{_moved(line, by)}{stayed}{acts} ({line['dataset']})."
        if line["channel"] not in CHANNELS:
            text = f"{_moved(line, by, stretches(line, told, lines))}{one_year(line, lines)} ({line['dataset']})."
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
    if line["channel"] != "formal-ties" or not name.endswith(_OF_VOTES):
        return name
    return name.rpartition("-")[0]


def _most_reported(rows: list[dict[str, Any]]) -> str:
    """The act of the time that was reported most often, if one stands out by being told more than once."""
    ranked = weightiest_acts(rows)
    if not ranked or ranked[0]["reports"] < 2 or not ranked[0]["type"]:
        return ""
    act = ranked[0]
    what = act_words(act["cameo"], "") or ACT_WORDS.get(act["type"], act["type"].lower())
    link = " and " if act["type"] == "CONSULT" else " to "
    who = link.join(display(act[side], article=True) for side in ("source", "target"))
    return f"; reported most often then: {what}, {who}, {Period.parse(act['date']).words()}, {act['reports']} times"


def _moved(line: dict[str, Any], by: str, years: tuple[str, str] = ("", "")) -> str:
    """What changed, from what to what, and when, in words; of shares also which years the levels are means of."""
    one, before, after = display(line["source"], article=True), line["before"], line["after"]
    way = "rose" if after > before else "fell"
    when = f"in {_date(line['date'], by)}"
    if line["channel"] == TRADE:
        flow = line["flow"] or "trade"
        larger = "" if line["flow"] else " (the larger of those in exports and in imports)"
        return f"{capital(possessive(line['target']))} share in the {flow} of {one}{larger} {way} {when} from {before:.1%}{years[0]} to {after:.1%}{years[1]}"
    if line["channel"] == "formal-ties" and line["dataset"].endswith(_OF_VOTES):
        what = (
            "Agreement in UN votes beyond chance (kappa)"
            if line["dataset"].endswith("-kappa")
            else "Agreement in UN votes"
        )
        return f"{what} {way} {when} from {minus(f'{before:.2f}')}{years[0]} to {minus(f'{after:.2f}')}{years[1]}"
    if line["channel"] == "formal-ties":
        what = _TIES.get(line["dataset"], "A formal tie")
        return f"{what} of {named([line['source'], line['target']])} {'began' if after > before else 'ended'} {when}"
    name, unit = _CHANNEL_WORDS[line["channel"]], _unit(line["channel"], by)
    if line["kind"] == "burst":
        verb = "leapt" if after > before else "dropped"
        return f"{name} {verb} to {_counted(after, unit)} {when}, against a mean of {_count(before)} a {by}{_in_acts(line, by)}"
    return f"{name} {way} from {_count(before)} to {_counted(after, unit)} a {by} {when}{_in_acts(line, by)}"


_TIES = {
    "atop": "A pact (alliance, nonaggression or consultation)", "cow-alliances": "An alliance", "cow-embassies": "Diplomatic representation",
    "treaties": "A treaty",
}  # fmt: skip
"""What stands or not in the datasets of formal ties."""
_CHANNEL_WORDS = {
    "contact": "Contact (cooperative acts)", "deeds": "Deeds (agreements, visits, aid)", "friction": "Friction (words against each other)",
    "blows": "Blows (force, sanctions, expulsions)",
}  # fmt: skip


def _unit(channel: str, by: str) -> str:
    """What a channel is counted in: counts of years have no days."""
    return "day" if channel in {"contact", "friction"} and by != "year" else "act"


def _counted(value: float, unit: str) -> str:
    """A level with its unit.

    >>> _counted(1, "day"), _counted(2.4, "act"), _counted(1440, "act")
    ('1 day', '2.4 acts', '1,440 acts')
    """
    return f"{_count(value)} {unit}{'' if value == 1 else 's'}"


def _in_acts(line: Mapping[str, Any], by: str) -> str:
    """The levels in acts as coded, of channels that are counted in days, which have a bound."""
    before, after = line["acts_before"], line["acts_after"]
    if _unit(line["channel"], by) == "act" or before is None or (before, after) == (line["before"], line["after"]):
        return ""
    return f" (from {_count(before)} to {_count(after)} acts as reported)"


def _count(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"


def _lasting(line: Mapping[str, Any], told: Sequence[Mapping[str, Any]], periods: list[str], by: str) -> str:
    """How long the new level held; of a burst in the last period that is held this can't be told."""
    if line["kind"] == "shift":
        if line["until"]:
            return f", and was back where it had been in {_date(line['until'], by)}"
        same = ("dataset", "channel", "source", "target", "kind", "until")
        later = [
            each["date"]
            for each in told
            if all(each[name] == line[name] for name in same) and each["date"] > line["date"]
        ]
        return f"; that level held until {_date(min(later), by)}" if later else "; that level has held since"
    ended = any(period > line["interval"][1][: len(period)] for period in periods)
    if not ended:
        return "; the dataset ends there, so it is too early to tell whether it lasts"
    return ", and then fell back" if line["after"] > line["before"] else ", and then recovered"


def _date(day: str, by: str) -> str:
    """The period that begins on a day, in words."""
    long = {"year": 4, "month": 7, "week": 10}[by]
    return f"{'the week from ' if by == 'week' else ''}{Period.parse(day[:long]).words()}"
