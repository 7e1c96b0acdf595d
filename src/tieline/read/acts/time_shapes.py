"""Times as acts take them: days in a row joined into one stretch, "since February, when", "it was in May that"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.english import SHORT_MONTHS
from tieline.model.periods import Period
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention

_MONTH: Final = re.compile(rf"\b(?:{'|'.join(SHORT_MONTHS)})[a-z]*\b", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:and|,)\s+(?:on\s+)?", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s+(?!(?:in|at|with|to|for|during|as|but|and|after|before|of|by|on)\b)[a-z]")
"""Behind a day the verb of which it is: "met Vella on Monday and on Tuesday flew to Peru"."""


def date_when(time: TimeMention) -> TimeMention:
    """What happened "when" of a time that others are counted from: "since February, when" is in February."""
    if time.kind != "since" or time.period is None:
        return time
    first = time.period.start
    if re.search(r"\b(?:19|20)\d\d\b", time.text) and not _MONTH.search(time.text):
        period = Period.of_year(first.year)
    elif _MONTH.search(time.text) and not re.search(r"\b\d{1,2}\b", time.text):
        period = Period.of_months(first.year, first.month, first.month)
    else:
        period = Period.of_day(first)
    return replace(time, period=period, kind="point")


def joined_days(times: Iterable[TimeMention], text: str) -> list[TimeMention]:
    """Days in a row that "and" joins are one stretch: "on Monday and Tuesday"."""
    joined: list[TimeMention] = []
    for time in times:
        last = joined[-1] if joined else None
        beside = _AND.fullmatch(text, last.end, time.start) if last is not None else None
        if (
            last is not None
            and _adjoin(last, time)
            and beside
            and not (beside.group().endswith("on ") and _GOES_ON.match(text, time.end))
        ):
            both = Period(last.period.start, time.period.end)  # type: ignore[union-attr]
            joined[-1] = replace(last, end=time.end, text=text[last.start : time.end], period=both)
        else:
            joined.append(time)
    return joined


def _adjoin(one: TimeMention, other: TimeMention) -> bool:
    if one.period is None or other.period is None or other.period.days != 1 or one.kind not in {"day", "weekday"}:
        return False
    return other.kind == one.kind and other.period.start - one.period.end == timedelta(days=1)


_BESIDE: Final = 4
"""How far such a time is held to stand from its clause."""


def cleft(sentence: Sentence, time: TimeMention, own: set[int]) -> int | None:
    """A time that is put first by "it was": "It was in May 2022 that Ghana set a tariff"."""
    for token in sentence.tokens:
        if token.i in own and token.dep in {"ccomp", "advcl", "relcl"} and token.head.lemma == "be":
            expletive = any(c.dep == "nsubj" and c.lower == "it" for c in token.head.children)
            return _BESIDE if expletive and token.head.idx < time.start < token.left_edge.idx else None
    return None
