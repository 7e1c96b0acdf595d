"""Changes over several years: "has doubled over the past four years", "rose by 40 percent in 2015-19": from the first of them to the last."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention

_PAST_YEARS: Final = re.compile(
    r"(?:(?:the|its|their)\s+)?(?:past|last|previous)\s+(?:[\w-]+\s+)?(?:years|decade)", re.IGNORECASE
)
_YEARS_TO: Final = re.compile(r"\b(?:years|decade)\s+(?:up\s+)?(?:to|until|ending|ended)\b", re.IGNORECASE)
"""So many years that end with one: "in the decade to 2013" is since 2003."""
_LEADS_TO: Final = re.compile(
    r"(?:\s+[a-z]+){0,3}?\s+(?:over|in|during|within|for|across)\s+(?:the\s+)?|,?\s+(?:between\s+)?", re.IGNORECASE
)
_LEADS_ON: Final = re.compile(
    r",?\s+(?:(?:[a-z'’]+|[A-Z][\w.'’-]+)\s+){0,14}?(?:has|have|had)\s+(?:(?:almost|nearly|more\s+than|about|also|thus|already)\s+)*(?:\w+\s+){0,3}(?:by\s+)?(?:(?:about|some|nearly|almost|over)\s+)*"
)
"""Between a stretch of years and the change in them: "Over the past four years its volume has"."""
_HELD: Final = re.compile(r"\b(?:than|compared|against|versus|relative\s+to|up\s+on|down\s+on)\b|(?:and|to)\s+\d{4}")
"""Behind a stretch that another time, or another stretch ("between 2009-13 and 2014-18"), is held against."""
_TEN, _SPAN = 10, 2
_LATE: Final = 2
"""Years by which a story may be late behind the one whose figures it tells."""


def change_over_years(
    draft: Draft, sentence: Sentence, last_period: Period | None
) -> tuple[Period, Period | None] | None:
    """The last and the first year of a change that is told over several, if it is; an average of them is none.

    More than ten are told as they stand, since nothing in particular.  The past four years end with the year of the level beside the change, else with the last one that is over.
    """
    change = draft.change
    if change is None or change.average or draft.change_value is not None or draft.base_level is not None:
        return None
    for time in sentence.times:
        years = time.period
        if (
            time.kind != "interval"
            or years is None
            or not years.whole_years
            or not _is_of_change(sentence, draft, time)
        ):
            continue
        count = years.end.year - years.start.year
        if _PAST_YEARS.fullmatch(time.text):
            if count > _TEN:
                return years, None
            last = _last_year(draft, sentence, time, last_period)
            return Period.of_year(last), Period.of_year(last - count)
        if draft.level is None and draft.share is None and count >= _SPAN and not _HELD.search(sentence.text, time.end):
            first = years.start.year - bool(_YEARS_TO.search(time.text))
            return Period.of_year(years.end.year), Period.of_year(first)
    return None


def _is_of_change(sentence: Sentence, draft: Draft, time: TimeMention) -> bool:
    """The time stands right behind the change, or opens the clause that tells it."""
    figure = draft.change.figure if draft.change is not None else None
    if figure is None:
        return False
    if time.start >= figure.end:
        return _LEADS_TO.fullmatch(sentence.text, figure.end, time.start) is not None
    return _LEADS_ON.fullmatch(sentence.text, time.end, figure.start) is not None


def _last_year(draft: Draft, sentence: Sentence, time: TimeMention, last_period: Period | None) -> int:
    now = time.period.end.year if time.period is not None else 0
    level = draft.level
    told = (t.period for t in sentence.times if level is not None and t.kind == "year" and t.start >= level.end)
    year = next((p for p in told if p is not None and p.whole_years), None) or last_period
    single = year is not None and year.whole_years and year.start.year == year.end.year
    return year.end.year if single and year is not None and 0 <= now - year.end.year <= _LATE else now - 1
