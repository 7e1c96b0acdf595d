"""Two clauses, each with a time of its own before its figures: "In 2021 they were $120 million, but in 2022 they doubled"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention

_OPENS: Final = re.compile(
    r"[^,;.]{0,40}[,;]\s+(?:(?:but|and|while|whereas|then)\s+)?(?:(?:in|for|during|over|by)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r",?\s+(?:it|they|this|that|these|those|the|its|their)\b", re.IGNORECASE)


def opens_next_clause(sentence: Sentence, time: TimeMention, one: Figure) -> bool:
    """The time opens the clause behind a figure that has a time of its own before it."""
    if time.period is None or time.start < one.end:
        return False
    if not _OPENS.fullmatch(sentence.text, one.end, time.start) or not _SUBJECT.match(sentence.text, time.end):
        return False
    ahead = [t.period for t in sentence.times if t.end <= one.start and t.period is not None and t.role == "period"]
    return any(p.end < time.period.start or time.period.end < p.start for p in ahead)


def parted_by_time(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """Between the figures opens the clause of the second, with its time."""
    return any(t.end <= two.start and opens_next_clause(sentence, t, one) for t in sentence.times)
