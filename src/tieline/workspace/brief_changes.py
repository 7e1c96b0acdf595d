"""What a brief says of changes between two countries: shifts and bursts of their channels, with the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tieline.check.phrases import capital
from tieline.model.countries import display, possessive
from tieline.model.errors import MissingDataError
from tieline.model.periods import Period
from tieline.report.brief import Sentence
from tieline.report.charts import ties_svg
from tieline.report.wording import minus
from tieline.ties.coding import CHANNELS
from tieline.workspace.brief_press import ACT_WORDS
from tieline.workspace.tie_context import weightiest_acts
from tieline.workspace.trade_words import named

if TYPE_CHECKING:
    from tieline.workspace.tie_desk import TieDesk

_MOST = 8


def change_sentences(desk: TieDesk, pair: tuple[str, str], day: str | None) -> tuple[list[Sentence], str, bool]:
    """The shifts and bursts of the two, the latest first; the chart; and whether any dataset reports acts of them."""
    told: list[tuple[tuple[str, bool], Sentence]] = []
    chart, reported = "", False
    for by in ("month", "year"):
        try:
            report = desk.ties(*pair, by=by, as_known_on=day)
        except MissingDataError:
            continue
        reported = reported or any(line["channel"] in CHANNELS for line in report.objects())
        chart = chart or ties_svg(report.title, report.objects())
        try:
            found = desk.shifts(*pair, by=by, as_known_on=day)
        except MissingDataError:
            continue
        periods: dict[str, list[str]] = {}
        for each in report.objects():
            if each["value"] is not None:
                periods.setdefault(each["dataset"], []).append(each["period"])
        rows = found.evidence()
        for line in found.objects():
            stayed = f", {_lasting(line, periods.get(line['dataset'], []))}" if line["channel"] in CHANNELS else ""
            text = f"{_moved(line, by)}{stayed}{_most_reported(found.rows_of(line, rows))} ({line['dataset']})."
            told.append(((line["date"], line["channel"] in CHANNELS), Sentence(text, _note(pair, line, by))))
    told.sort(key=lambda one: one[0], reverse=True)
    return [sentence for _, sentence in told[:_MOST]], chart, reported


def _note(pair: tuple[str, str], line: dict[str, Any], by: str) -> str:
    asked = f"tieline ties {pair[0]} {pair[1]} --by {by} --dataset {line['dataset']} --explain"
    return f"Begun between {' and '.join(line['interval'])}; the acts or figures: {asked}."


def _most_reported(rows: list[dict[str, Any]]) -> str:
    """The act of the time that was reported most often, if one stands out by being told more than once."""
    ranked = weightiest_acts(rows)
    if not ranked or ranked[0]["reports"] < 2 or not ranked[0]["type"]:
        return ""
    act = ranked[0]
    what, who = (
        ACT_WORDS.get(act["type"], act["type"].lower()),
        " to ".join(display(act[side], article=True) for side in ("source", "target")),
    )
    return f"; reported most often then: {what}, {who}, {Period.parse(act['date']).words()}, {act['reports']} times"


def _moved(line: dict[str, Any], by: str) -> str:
    """What changed, from what to what, and when, in words."""
    one, before, after = display(line["source"], article=True), line["before"], line["after"]
    way = "rose" if after > before else "fell"
    when = f"in {Period.parse(line['date'][: 4 if by == 'year' else 7]).words()}"
    if line["channel"] == "trade-dependence":
        return f"{capital(possessive(line['target']))} share in the trade of {one} {way} from {before:.1%} to {after:.1%} {when}"
    if line["channel"] == "formal-ties" and line["dataset"].endswith(("-kappa", "-agreement")):
        what = (
            "Agreement in UN votes beyond chance (kappa)"
            if line["dataset"].endswith("-kappa")
            else "Agreement in UN votes"
        )
        return f"{what} {way} from {minus(f'{before:.2f}')} to {minus(f'{after:.2f}')} {when}"
    if line["channel"] == "formal-ties":
        return (
            f"A formal tie of {named([line['source'], line['target']])} {'began' if after > before else 'ended'} {when}"
        )
    return f"{_CHANNEL_WORDS[line['channel']]} {way} from {_count(before)} to {_count(after)} a {by} {when}"


_CHANNEL_WORDS = {
    "contact": "Contact (cooperative acts)", "deeds": "Deeds (agreements, visits, aid)", "friction": "Friction (words against each other)",
    "blows": "Blows (force, sanctions, expulsions)",
}  # fmt: skip


def _count(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"


def _lasting(line: dict[str, Any], periods: list[str]) -> str:
    """Whether the new level stayed; of a burst in the last period that is held this can't be told."""
    if line["kind"] == "shift":
        return "and stayed there"
    ended = any(period > line["interval"][1][: len(period)] for period in periods)
    return "for a moment" if ended else "the last one held: it is too early to tell whether it lasts"
