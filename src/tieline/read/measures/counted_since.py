"""Until when a figure is counted that is told "since July", "so far this year", "a year until 2036"."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.calendar import months_in
from tieline.read.when.resolver import TimeMention


def counted_until(sentence: Sentence, time: TimeMention, last_period: Period | None) -> Period | None:
    """As in "since last July", "since the start of the year", in a report of May: up to the month that is told of.

    "It said in November that ... since July" is up to November.  Without either, up to the day of the story.
    """
    told = time.period
    running = time.kind == "since" or _SINCE_NEW_YEAR.search(time.text) is not None
    if told is None or not running or told.days <= _MONTH:
        return told
    for other in sentence.times:
        month = other.period if other.kind == "month" and other is not time else None
        if (
            month is not None
            and told.start < month.start
            and month.end < told.end
            and _SAID_IN.search(sentence.text[: other.start])
        ):
            return Period(told.start, month.end)
    if last_period is None or not last_period.whole_months or months_in(last_period) > _QUARTER:
        return told
    late = (told.end - last_period.end).days
    inside = told.start <= last_period.start and 0 < late <= _TOLD_LATE
    return Period(told.start, last_period.end) if inside else told


def since_then(sentence: Sentence, figures: list[Figure]) -> Period | None:
    """As in "Its shipments have since fallen by 60 percent": the time that the sentence before tells of."""
    before = sentence.before
    if before is None or not _HAVE_SINCE.search(sentence.text[: min(f.start for f in figures)]):
        return None
    if any(t.role in {"period", "base"} for t in sentence.times):
        return None
    named = [t.period for t in before.times if t.role == "period" and t.period is not None and t.period.days >= _DAYS]
    return named[-1] if named else None


def since_it_was(sentence: Sentence, figures: list[Figure]) -> Period | None:
    """As in "have tripled since the two signed a pact in 2013": the year or month of what a change is counted from."""
    last = max(f.end for f in figures)
    for time in sentence.times:
        if time.kind in {"year", "month"} and time.start > last and time.period is not None and time.role == "period":
            own = _SINCE_CLAUSE.search(sentence.text, last, time.start)
            led = _HAVE.search(sentence.text[: min(f.start for f in figures)]) is not None
            return time.period if own is not None and led else None
    return None


_HAVE = re.compile(r"\b(?:has|have|had)\b[^;.]*$", re.IGNORECASE)
_SINCE_CLAUSE = re.compile(
    r"\bsince\s+(?:(?!(?:the\s+)?(?:start|beginning|end)\b)[\w'’.-]+\s+){1,12}(?:in|of)\s+(?:early\s+|late\s+|mid-)?$"
)
_DAYS = 28
_HAVE_SINCE = re.compile(r"\b(?:has|have|had)\s+since\s+(?!then\b)[a-z]+(?:\s+[a-z]+){0,4}\s+$", re.IGNORECASE)
_MONTH, _QUARTER, _TOLD_LATE = 31, 3, 62
_SINCE_NEW_YEAR = re.compile(r"(?:start|beginning) of (?:the|this) year|year (?:began|started|opened)", re.IGNORECASE)
_SAID_IN = re.compile(
    r"\b(?:said|says|reported|announced|stated|estimated|told|wrote|counted|noted|added|put)\b(?:\s+[a-z]+){0,2}\s+in\s+$"
)


def under_contract(sentence: Sentence, draft: Draft) -> tuple[bool, Period | None]:
    """As in "is to get 4 billion cubic metres a year until 2036": whether a figure is one of a term, and the term.

    It is known where its first day is told too ("by the contract, in force since March 1").
    """
    rate = draft.level is not None and draft.level.per == "year"
    end = next(
        (t for t in sentence.times if rate and t.kind == "year" and _UNTIL.search(sentence.text[: t.start])), None
    )
    if end is None or end.period is None:
        return False, None
    begun = (
        t for t in sentence.times if t.period is not None and t is not end and _FROM.search(sentence.text[: t.start])
    )
    start = next((t.period for t in begun if t.period is not None and t.period.start < end.period.start), None)
    return True, Period(start.start.replace(day=1), end.period.end) if start is not None else None


_UNTIL = re.compile(
    r"\b(?:until|till|up to|through)\s+(?:(?:the\s+)?(?:end|close)\s+of\s+|at\s+least\s+)?$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:(?:took|takes?|taking|came|come|coming|entered|enters?|entering|went|goes?)\s+(?:in)?(?:to\s+)?(?:effect|force)(?:\s+(?:on|in|from))?|in\s+(?:force|effect)(?:\s+(?:since|from|as\s+of))?|effective(?:\s+(?:from|as\s+of))?|since|from|starting(?:\s+(?:on|in|from))?|beginning(?:\s+(?:on|in))?|as\s+of|began(?:\s+(?:on|in))?|started(?:\s+(?:on|in))?)\s+$",
    re.IGNORECASE,
)
