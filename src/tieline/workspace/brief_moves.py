"""How a brief words a change: what moved, from which level to which, when, and how long the new level held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tieline.check.phrases import capital
from tieline.model.countries import display, possessive
from tieline.model.periods import Period
from tieline.report.wording import minus
from tieline.ties.asking import TRADE
from tieline.workspace.trade_words import named

OF_VOTES = ("-kappa", "-agreement")
"""What series of votes have behind the name of their dataset."""


def moved(line: dict[str, Any], by: str, years: tuple[str, str] = ("", "")) -> str:
    """What changed, from what to what, and when, in words; of shares also which years the levels are means of."""
    one, before, after = display(line["source"], article=True), line["before"], line["after"]
    way = "rose" if after > before else "fell"
    when = f"in {_date(line['date'], by)}"
    if line["channel"] == TRADE:
        flow = line["flow"] or "trade"
        larger = "" if line["flow"] else " (the larger of those in exports and in imports)"
        return f"{capital(possessive(line['target']))} share in the {flow} of {one}{larger} {way} {when} from {before:.1%}{years[0]} to {after:.1%}{years[1]}"
    if line["channel"] == "formal-ties" and line["dataset"].endswith(OF_VOTES):
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
    ('1 day', '2.40 acts', '1,440 acts')
    """
    return f"{_count(value)} {unit}{'' if value == 1 else 's'}"


def _in_acts(line: Mapping[str, Any], by: str) -> str:
    """The levels in acts as coded, of channels that are counted in days, which have a bound."""
    before, after = line["acts_before"], line["acts_after"]
    if _unit(line["channel"], by) == "act" or before is None or (before, after) == (line["before"], line["after"]):
        return ""
    return f" (from {_count(before)} to {_count(after)} acts as reported)"


def _count(value: float) -> str:
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def lasting(line: Mapping[str, Any], told: Sequence[Mapping[str, Any]], periods: list[str], by: str) -> str:
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
        if later:
            return f"; that level held until {_date(min(later), by)}"
        return (
            f"; that level held to the last {by} of the dataset, {Period.parse(max(periods)).words()}"
            if periods
            else ""
        )
    ended = any(period > line["interval"][1][: len(period)] for period in periods)
    if not ended:
        return "; the dataset ends there, so it is too early to tell whether it lasts"
    return ", and then fell back" if line["after"] > line["before"] else ", and then recovered"


def _date(day: str, by: str) -> str:
    """The period that begins on a day, in words."""
    long = {"year": 4, "month": 7, "week": 10}[by]
    return f"{'the week from ' if by == 'week' else ''}{Period.parse(day[:long]).words()}"
