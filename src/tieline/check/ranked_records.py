"""Levels told as so-manieth of all so far: "the third-highest monthly total on record", "its second-lowest year ever"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tieline.check.answers import held_against, level_as, levels
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.records import earlier_periods
from tieline.check.setting import Setting
from tieline.check.since import FEWEST_EARLIER, sign_of
from tieline.check.tails import EXTREME, LOW, NTH, tells_of_claim
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.english import ordinal
from tieline.model.verdicts import Part

_FORM = re.compile(
    rf"\b(?P<nth>{NTH})[- ](?P<word>{EXTREME})(?:\s+(?:monthly|quarterly|annual|yearly))?(?:\s+(?:total|figure|level|value|amount|sum|month|quarter|year))?"
    r"\s+(?:on\s+record|ever|so\s+far|to\s+date|in\s+history|of\s+all\s+time)\b",
    re.IGNORECASE,
)


class Ranked(NamedTuple):
    """The place of a level among all so far, from the highest or the lowest."""

    place: int
    high: bool
    words: str


def ranked_in(words: str) -> Ranked | None:
    """The place that words tell; None where they tell none.

    >>> ranked_in("the third-highest monthly total on record")[:2], ranked_in("its highest on record") is None
    ((3, True), True)
    """
    found = _FORM.search(words)
    if found is None:
        return None
    return Ranked(ordinal(found["nth"]) or 1, LOW.search(found["word"]) is None, found.group())


def judge_ranked_record(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge a place among all levels so far; a higher one than is told stays open, for the dataset may begin too late."""
    claim = setting.claim
    told = ranked_in(setting.clause)
    if told is None or (isinstance(claim, Measure) and (claim.value is None or claim.share_pct is not None)):
        return []
    if not tells_of_claim(setting, told.words):
        return []
    part = Part(name="direction", verdict="no-data", claimed=told.words)
    own = levels(panel, setting.quantity, setting.period)
    if not own:
        return [Judged(part, "value")]
    found = [
        each
        for period in earlier_periods(setting, panel)
        if (each := level_as(own[0], panel, setting.quantity, period)) is not None
    ]
    if len(found) < FEWEST_EARLIER:
        note = f"a record needs at least {FEWEST_EARLIER} earlier figures; the dataset has {len(found)}"
        return [Judged(replace(part, note=note), "value")]
    sign = sign_of(setting, own[0]) * (1 if told.high else -1)
    place = 1 + sum(each.number * sign > own[0].number * sign for each in found)
    answer = held_against(own[0], found, "earlier figures")
    part = replace(part, found=own[0].number)
    sentence = (
        f"number {place} of the {len(found) + 1} so far in the dataset, from the {'highest' if told.high else 'lowest'}"
    )
    if place < told.place:
        return [Judged(replace(part, verdict="ambiguous", note=f"it is {sentence}"), "value", (answer,), sentence)]
    return [
        Judged(
            replace(part, verdict="supported" if place == told.place else "contradicted"), "value", (answer,), sentence
        )
    ]
