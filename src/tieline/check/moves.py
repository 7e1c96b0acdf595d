"""The way that a level or share is said to have gone, where its words tell both ends: "rose to $8 billion from $11 billion".

Each number of such a claim is judged by itself, and both may be right while the verb between them is wrong. Where a sentence
names one end only ("rose to $8 billion"), its direction is a claim of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from tieline.check.answers import Answer, changes
from tieline.check.panel import Panel
from tieline.check.parts import Judged, share_answers
from tieline.check.phrases import percent
from tieline.check.setting import Setting
from tieline.check.trends import FLAT_PCT
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.movement import DOWN_FORMS, UP_FORMS
from tieline.model.verdicts import Part

Way = Literal["up", "down"]
VERBS = rf"\b(?:(?P<up>{UP_FORMS}|up)|(?P<down>{DOWN_FORMS}|down))"
"""Verbs by which a figure goes up or down, in a group each."""
_AMOUNT = r"(?:(?:about|around|almost|nearly|some|just|over|under|only|more than|less than|roughly|a|an)\s+)*(?:[A-Z]{1,3})?[$€£¥]?\s?\d"
_MOVED = re.compile(
    rf"{VERBS}\s+(?:(?:sharply|slightly|steadily|further|again|steeply|modestly|rapidly)\s+)?(?:in\s+\d{{4}}\s+)?(?:to|from)\s+{_AMOUNT}"
)
_DENIED = re.compile(r"\b(?:not|never|instead of|rather than|without)\b|n['’]t\b", re.IGNORECASE)


def way_told(words: str) -> Way | None:
    """Whether words have a figure go up or down from one end to the other; None where they tell neither or both.

    >>> way_told("Peru's exports rose to $8 billion in 2014 from $11 billion"), way_told("$8 billion, down from $11 billion")
    ('up', 'down')
    >>> way_told("exports came to $8 billion, compared with $11 billion") is None, way_told("did not fall to $8 billion from $11 billion") is None
    (True, True)
    """
    found = {"up" if each["up"] else "down" for each in _MOVED.finditer(words)}
    if len(found) != 1 or _DENIED.search(words):
        return None
    return "up" if "up" in found else "down"


def judge_move(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge the verb between two ends by the figures of both; nothing where the words or the figures lack one of them."""
    claim = setting.claim
    if not isinstance(claim, Measure) or claim.base is None or claim.base != setting.base or "base" in claim.inferred:
        return []
    if claim.change_pct is not None or claim.change_value is not None or setting.level_at is not None:
        return []
    way = way_told(claim.quote.exact)
    if way is None:
        return []
    if claim.value is not None and claim.unit is not None:
        answers, key = changes(panel, setting.quantity, setting.period, setting.base, claim.unit), "change_pct"
    elif claim.share_pct is not None and claim.value is None:
        answers, key = _share_points(setting, panel), "share_points"
    else:
        return []
    if not answers or answers[0].wider:
        return []
    number = answers[0].number
    part = Part(name="direction", verdict="supported", claimed=way, found=number)
    turned = number <= -FLAT_PCT if way == "up" else number >= FLAT_PCT
    if turned:
        part = replace(part, verdict="contradicted")
    sentence = None if key == "change_pct" else _points(number, setting)
    return [Judged(part, key, tuple(answers), sentence)]


def _share_points(setting: Setting, panel: Panel) -> list[Answer]:
    """By how many points of its whole a share moved from the base to the period, both counted in the same way."""
    now, then = share_answers(setting, panel), share_answers(replace(setting, period=setting.base), panel)
    before = {answer.name: answer for answer in reversed(then)}
    return [
        replace(
            answer,
            number=answer.number - before[answer.name].number,
            rows=(*before[answer.name].rows, *answer.rows),
            label=f"{answer.label}, less that of {setting.base.words()}",
        )
        for answer in now
        if answer.name in before
    ]


def _points(number: float, setting: Setting) -> str:
    """How a share moved, behind the share itself."""
    size = percent(abs(number)).rstrip("%")
    return f"{size} points {'more' if number > 0 else 'less'} than in {setting.base.words()}"
