"""Stretches of months told by their number alone: in nine months, the six-month period, eight-month arrivals."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.english import number
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.scene import Draft, Scene, Words
from tieline.read.when.spoken import read_duration


def read_stretch(words: Words, scene: Scene) -> Draft | None:
    """`in the six months`, `over the 10-month period`, `in nine months`: the latest stretch of so many months that was spoken of."""
    before = scene.text[max(0, scene.at - 8) : scene.at]
    if "n1" not in words:
        if not _STRETCHED.search(before):
            return None
        found = _spoken_stretch(scene, number(words["n"]))
        if found is None and words["the"].lower() == "the":
            found = _months_just_over(scene, number(words["n"]))
        return Draft("interval", found) if found else None
    months = number(words["n1"]) if _SPANNED.search(before) and not scene.ahead() else None
    opens = scene.at - len(before.lstrip()) <= _OPENING
    plain = months is not None and months >= _LONG_ENOUGH and not _SUPERLATIVE.search(scene.text[: scene.at])
    found = _spoken_stretch(scene, months) or (_months_just_over(scene, months) if opens or plain else None)
    return Draft("interval", found) if found else read_duration({"n": words["n1"], "unit": "months"}, scene)


_STRETCHED = re.compile(r"\b(?:in|for|over|during|within)\s+$", re.IGNORECASE)
_SPANNED = re.compile(r"\b(?:in|over|within)\s+$", re.IGNORECASE)
_LONG_ENOUGH = 3
"""Months that a sentence tells as so many of the year; two are as often any two."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|times?|\w{3,}est|most|least|best|record|lows?|highs?)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before "in seven months": how long there was no such thing ("the first rise in seven months")."""


def read_monthly(words: Words, scene: Scene) -> Draft | None:
    """`eight-month arrivals`: those of the stretch that was spoken of, else of the year's first months, once they are just over."""
    months = number(words["n"])
    if (spoken := _spoken_stretch(scene, months)) is not None:
        return Draft("interval", spoken)
    found = _months_just_over(scene, months)
    return Draft("interval", found, anchored=True) if found else None


def _months_just_over(scene: Scene, months: int | None) -> Period | None:
    """The year's first months, whose figures are told these days."""
    if scene.published is None or months is None or not 1 < months < WHOLE_YEAR:
        return None
    found = cal.nearest_months(scene.published, 1, months, future=False)
    return (
        found
        if found is not None and found.end < scene.published.end and (scene.published.start - found.end).days <= _FRESH
        else None
    )


_OPENING = 3
WHOLE_YEAR = 12
_FRESH = 75
"""Days within which the figures of a stretch of months are told."""


def _spoken_stretch(scene: Scene, months: int | None) -> Period | None:
    """The latest stretch of so many months that the story spoke of, whole ones or "March 21 to July 22"."""
    spoken = [*scene.earlier, *((scene.spoken,) if scene.spoken else ())]
    fitting = [period for period in spoken if months_long(period) == months]
    return max(fitting, key=lambda period: period.end, default=None)


def months_long(period: Period) -> int:
    """How many months a period has, whole ones or about as many days."""
    return cal.months_in(period) if period.whole_months else round(period.days / _DAYS_OF_MONTH)


_DAYS_OF_MONTH = 30.44
