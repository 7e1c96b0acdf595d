"""The pace that growth is said to have taken: "growth in exports to Chile slowed to 5 percent in 2014 from 12 percent"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tieline.check.answers import changes
from tieline.check.intervals import tolerance
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import percent
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.precision import shortest_digits
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_QUICKER = (
    "quicken(?:ed|s|ing)?|accelerat(?:ed|es|ing)|sped up|picked up|gathered pace|rose|jumped|increased|climbed|surged"
)
_SLOWER = "slow(?:ed|s|ing)?(?: down)?|eas(?:ed|es|ing)|cool(?:ed|s|ing)?|decelerat(?:ed|es|ing)|moderat(?:ed|es|ing)|weaken(?:ed|s|ing)?|slackened|fell|dropped|dipped|declined|slipped"
_PACE = re.compile(
    rf"\b(?:[Gg]rowth|[Ii]ncrease|[Rr]ise)\b[^.;]{{0,80}}?\b(?:(?P<quicker>{_QUICKER})|(?P<slower>{_SLOWER}))\s+(?:sharply\s+|slightly\s+)?(?:in\s+(?:19|20)\d\d\s+|last year\s+)?"
    r"to\s+(?:(?:about|almost|nearly|just|only|over|under)\s+)*(?P<now>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)"
    r"(?:[^.;]{0,40}?\bfrom\s+(?P<then>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%))?"
)


_THAN = re.compile(
    r"\b(?:(?P<quicker>faster|quicker|more (?:quickly|rapidly|sharply|steeply|strongly))|slower|(?:more slowly|less (?:quickly|rapidly|sharply|steeply|strongly)))\b[^;]{0,60}?\bthan\s+"
    r"(?:in\s+(?P<year>(?:19|20)\d\d)|(?:a|the) (?:year (?:before|earlier)|previous year))\b"
)
_FROM = re.compile(
    r"(?P<now>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)(?:\s+(?:in\s+(?:19|20)\d\d|last year|that year))?,\s+(?:an?\s+)?"
    r"(?:(?P<quicker>up|quickening|accelerating|speeding up|picking up|faster|quicker|more)|(?P<slower>down|slowing(?: down)?|easing|cooling|decelerating|moderating|weakening|slower|less))\s+"
    r"(?:slightly\s+|sharply\s+)?(?:from|than)\s+(?:the\s+|its\s+|their\s+)?(?P<then>\d+(?:\.\d+)?)\s?(?:percent|per cent|pct|%)\s+(?:(?:of|in)\s+(?P<year>(?:19|20)\d\d)|a year (?:earlier|before)|the (?:year before|previous year))"
)


class Pace(NamedTuple):
    """Whether a move is told to have quickened, and how fast it was before, in percent, where that is told."""

    quicker: bool
    then: float | None


def pace_told(sentence: str, change: float, base: int | None = None) -> Pace | None:
    """How the growth of so many percent, or a move from the year `base`, is told to be beside that of the time before; None where it is not.

    >>> pace_told("Growth in exports to Chile slowed to 5 percent in 2014 from 12.5 percent", 5.0)
    Pace(quicker=False, then=12.5)
    >>> pace_told("Exports fell more slowly in 2014, by 5 percent, than in 2013", -5.0, 2013)
    Pace(quicker=False, then=None)
    >>> pace_told("Exports grew 7.5 percent in 2014, down from 12.5 percent in 2013", 7.5, 2013)
    Pace(quicker=False, then=12.5)
    >>> pace_told("Exports to Chile rose 5 percent", 5.0) is None
    True
    """
    than = _THAN.search(sentence) if base is not None else None
    if than is not None and than["year"] in {None, str(base)}:
        return Pace(than["quicker"] is not None, None)
    beside = _FROM.search(sentence)
    if beside is not None and float(beside["now"]) == abs(change) and beside["year"] in {None, str(base)}:
        return Pace(beside["quicker"] is not None, float(beside["then"]))
    found = _PACE.search(sentence)
    if found is None or float(found["now"]) != abs(change):
        return None
    return Pace(found["quicker"] is not None, float(found["then"]) if found["then"] else None)


def judge_growth_pace(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge whether growth quickened or slowed by that of the time before, which must be as it is told; nothing where no pace is told."""
    claim = setting.claim
    if not isinstance(claim, Measure) or not claim.change_pct:
        return []
    told = pace_told(setting.clause, claim.change_pct, setting.base.start.year)
    if told is None:
        return []
    part = Part(name="direction", verdict="no-data", claimed="quicker" if told.quicker else "slower")
    base = setting.base
    span = setting.period.start.year - base.start.year
    now = changes(panel, setting.quantity, setting.period, base)
    then = changes(panel, setting.quantity, base, base.shifted_years(-span)) if span > 0 else []
    if not now or not then:
        return [Judged(part, "change_pct")]
    before, sign = then[0].number, 1 if claim.change_pct > 0 else -1
    verdict: VerdictWord = "supported" if ((now[0].number - before) * sign > 0) == told.quicker else "contradicted"
    if told.then is not None and verdict == "supported":
        verdict = tolerance(told.then, shortest_digits(told.then)).verdict(before)
    part = replace(part, verdict=verdict, found=now[0].number)
    return [Judged(part, "change_pct", (now[0], then[0]), f"after {percent(before, signed=True)} in {base.words()}")]
