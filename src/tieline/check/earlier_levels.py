"""An earlier level that a tail holds a figure against: "but stayed below the level of 2012", "still short of the $360 million it had bought in 2010".

The figure before the tail may be right and the tail not: it is judged by the change from that time, and left open where there are no figures of it.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.check.answers import Answer, changes, level_as, levels
from tieline.check.held_levels import NOT_SINCE, held_in
from tieline.check.named import countries_in
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.check.trends import FLAT_PCT, LOOSE_PCT, STEADY_PCT
from tieline.check.ways import Told
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord


def judge_earlier_level(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge the level that a tail holds a figure against by the change since then; nothing where it tells of none."""
    claim = setting.claim
    if isinstance(claim, Trend):
        moves = claim.direction in {"up", "down", "flat"} and claim.compared_with is None
    else:
        moves = claim.share_pct is None and (claim.value or claim.change_pct or claim.change_value) is not None
    if not moves or setting.level_at is not None:
        return []
    tail = f"{claim.quote.exact}{setting.words[len(claim.quote.exact) :]}"
    since = NOT_SINCE.search(tail)
    if since is not None and not set(countries_in(tail[: since.end()])) - {claim.reporter, claim.partner}:
        return _in_any_year(setting, panel, since)
    held = held_in(claim, setting.period, tail)
    if held is None:
        return []
    answers = changes(panel, setting.quantity, setting.period, held.base)
    part = Part(name="direction", verdict="ambiguous", claimed=held.how)
    if not answers or answers[0].wider:
        note = f'"{held.words}": the dataset has nothing to judge it by for {held.base.words()}'
        return [Judged(replace(part, note=note), "change_pct")]
    number = answers[0].number
    part = replace(part, verdict=_verdict(held.how, number), found=number)
    return [Judged(part, "change_pct", tuple(answers), f"against {held.base.words()}")]


def _verdict(how: Told, number: float) -> VerdictWord:
    """By the change since the earlier time, in percent: what lies less than half a percent off is near enough not to contradict."""
    if how == "flat":
        return "supported" if abs(number) <= STEADY_PCT else "imprecise" if abs(number) <= LOOSE_PCT else "contradicted"
    along = number if how == "up" else -number
    return "supported" if along > 0 else "imprecise" if along > -FLAT_PCT else "contradicted"


def _in_any_year(setting: Setting, panel: Panel, told: re.Match[str]) -> list[Judged]:
    """A level that no later year than the one named exceeded, or fell below: "had not bought more in any year since 2009"."""
    now = levels(panel, setting.quantity, setting.period)
    if not now or setting.period.precision != "year" or not isinstance(setting.claim, Measure):
        return []
    years = range(int(told["year"]) + 1, setting.period.start.year)
    then: list[Answer] = [
        answer
        for year in years
        if (answer := level_as(now[0], panel, setting.quantity, Period.of_year(year))) is not None
    ]
    part = Part(name="direction", verdict="ambiguous", claimed=told.group())
    if not then:
        return [Judged(replace(part, note=f'"{told.group()}": the dataset has none of those years'), "change_pct")]
    most = told["how"].lower() == "more"
    other = (max if most else min)(then, key=lambda answer: answer.number)
    number = 100 * (now[0].number / other.number - 1) if other.number else 0.0
    verdict = _verdict("up" if most else "down", number)
    rows = tuple(row for answer in (*then, now[0]) for row in answer.rows)
    label = f"{now[0].label}, against the {'highest' if most else 'lowest'} since {told['year']}"
    answer = replace(now[0], number=number, rows=rows, label=label)
    found = replace(part, verdict=verdict, found=number)
    return [
        Judged(found, "change_pct", (answer,), f"against the {'highest' if most else 'lowest'} since {told['year']}")
    ]
