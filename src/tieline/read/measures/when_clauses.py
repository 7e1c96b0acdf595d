"""Figures of a clause that says when: "less than last year, when it sold 9 tonnes", "the most since May, when they were 4 million"."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.bases import since_when
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention, base_of


def time_it_was(sentence: Sentence, figures: list[Figure], spoken_of: Period | None) -> Period | None:
    """The time right before the "when" in whose clause the figures stand, whatever else it does in its sentence.

    `spoken_of` is the period that the sentence or its story tells of, on which "a year earlier" hangs.
    """
    first = min(f.start for f in figures)
    for found in reversed(list(_WHEN.finditer(sentence.text, 0, first))):
        if _CLAUSE_OVER.search(sentence.text, found.end(), first):
            return None
        time = next((t for t in sentence.times if t.end == found.start()), None)
        if time is None or any(_dates(t) for t in sentence.times if found.end() <= t.start < first):
            return None
        if time.kind == "since":
            return since_when(time)
        if time.period is not None:
            return time.period if time.period.days >= _MONTH else None
        return base_of(time.relation, spoken_of) if time.relation and spoken_of else None
    return None


def is_left_behind(sentence: Sentence, time: TimeMention, figures: list[Figure]) -> bool:
    """As in "to 3 million in May, after 5 million in April, while those to Chad fell to 2 million": of a level held against another.

    The time of such a level is not that of the clause that follows.
    """
    first = min(f.start for f in figures)
    if time.end > first or _NEXT_CLAUSE.search(sentence.text, time.end, first) is None:
        return False
    level = next((f for f in sentence.figures if 0 <= time.start - f.end <= _NEAR and f.end <= first), None)
    return level is not None and level not in figures and _AGAINST.search(sentence.text[: level.start]) is not None


def _dates(time: TimeMention) -> bool:
    return time.role in {"period", "base"} and (time.relation is not None or _days(time) >= _MONTH)


def _days(time: TimeMention) -> int:
    return time.period.days if time.period is not None else 0


_MONTH = 28
_NEAR = 20
_WHEN = re.compile(r",?\s+when\s", re.IGNORECASE)
_CLAUSE_OVER = re.compile(r"[;.]\s|,\s+(?:but|while|whereas|although)\b|\b(?:while|whereas)\b")
_NEXT_CLAUSE = re.compile(r"\b(?:while|whereas)\b|;\s|,\s+(?:and|but)\s")
_AGAINST = re.compile(
    r"\b(?:after|from|against|compared\s+(?:with|to)|versus|than)\s+(?:(?:the|about|some|nearly|almost|around|only|just|over|a|an)\s+)*$",
    re.IGNORECASE,
)
