"""Two clauses, each with a time of its own before its figures: "In 2021 they were $120 million, but in 2022 they doubled"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention

_OPENS: Final = re.compile(
    r"[^,;.]{0,40}[,;]\s+(?:(?:but|and|while|whereas|then)\s+)?(?:(?:in|for|during|over|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_LEAP: Final = 1
_PRONOUN: Final = re.compile(r",?\s+(?:it|they|this\s+figure|these|those)\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(r",?\s+(?:it|they|this|that|these|those|the|its|their)\b", re.IGNORECASE)


def opens_next_clause(sentence: Sentence, time: TimeMention, one: Figure) -> bool:
    """The time opens the clause behind a figure that has a time of its own before it."""
    return _time_ahead(sentence, time, one) is not None


def _time_ahead(sentence: Sentence, time: TimeMention, one: Figure) -> Period | None:
    """The other time before the figure in whose next clause the time stands first."""
    if time.period is None or time.start < one.end:
        return None
    if not _OPENS.fullmatch(sentence.text, one.end, time.start) or not _SUBJECT.match(sentence.text, time.end):
        return None
    ahead = [t.period for t in sentence.times if t.end <= one.start and t.period is not None and t.role == "period"]
    return next((p for p in reversed(ahead) if p.end < time.period.start or time.period.end < p.start), None)


def time_led_from(sentence: Sentence, noun: int, period: Period | None) -> Period | None:
    """As in "In 2021 they were $120 million, but in 2023 they doubled": the earlier time, of the noun at a place that the pronoun takes up."""
    for time in sentence.times:
        if (
            noun > time.start
            or time.period is None
            or time.period != period
            or _PRONOUN.match(sentence.text, time.end) is None
        ):
            continue
        told = (p for f in sentence.figures if (p := _time_ahead(sentence, time, f)) is not None)
        return next((p for p in told if p.end < time.period.start and abs(p.days - time.period.days) <= _LEAP), None)
    return None


def parted_by_time(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """Between the figures opens the clause of the second, with its time."""
    return any(t.end <= two.start and opens_next_clause(sentence, t, one) for t in sentence.times)
