"""What a time stands for in its place: one of "respectively", one of two months, a year as far as the story tells of it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.calendar import add_months, month_of, months_in
from tieline.read.when.resolver import TimeMention


def respective(sentence: Sentence, draft: Draft) -> Period | None:
    """As in "fell to 489 million and 514 million in 2006 and 2007, respectively": each level has the time in its place."""
    end = sentence.text.find("respectively")
    level = draft.level
    if end < 0 and level is not None:
        return _one_by_one(sentence, level)
    if level is None or level.end > end:
        return None
    first = min((f.start for f in sentence.figures if f.kind == level.kind), default=level.start)
    dated = [t for t in sentence.times if t.start < end and t.role == "period" and t.period]
    times = [t for t in dated if level.end <= t.start] or [t for t in dated if t.end <= first]
    if not times:
        return None
    levels = [f for f in sentence.figures if f.kind == level.kind and f.end <= end]
    levels = [f for f in levels if f.end <= times[0].start][-len(times) :] or levels[: len(times) + 1]
    if len(times) < _PAIR or len(levels) != len(times) or level not in levels:
        return None
    return times[levels.index(level)].period


_PAIR = 2
_LISTED = re.compile(r",\s+|,?\s+and\s+")


def _one_by_one(sentence: Sentence, level: Figure) -> Period | None:
    """As in "in 2014, 2015 and 2016 they came to 708, 735 and 711 million": as many levels as years, each in a list of its own."""
    text = sentence.text
    levels = [f for f in sentence.figures if f.kind == level.kind and f.unit == level.unit]
    years = [t for t in sentence.times if t.kind == "year"]
    if level not in levels or len(years) != len(levels) or len(years) < _PAIR:
        return None
    parted = [text[one.end : other.start] for one, other in pairwise(levels)]
    parted += [text[one.end : other.start] for one, other in pairwise(years)]
    if not all(_LISTED.fullmatch(each) for each in parted):
        return None
    return years[levels.index(level)].period


def in_the_next(sentence: Sentence, draft: Draft) -> Period | None:
    """As in "646 million in the first quarter and 909 million in the second": a quarter or half named by its number alone.

    The months that follow those named before it, as many numbers on.
    """
    found = _THE_SECOND.match(sentence.text, max(f.end for f in draft.figures))
    named = next((t for t in reversed(sentence.times) if found and t.end <= found.start()), None)
    if found is None or named is None or named.period is None or not named.period.whole_months:
        return None
    length = months_in(named.period)
    first = _NUMBERED.search(named.text)
    if first is None or length not in _MONTHS_NUMBERED:
        return None
    ahead = _NUMBERS.index(found[1].lower()) - _NUMBERS.index(first[0].lower())
    start = add_months(named.period.start, ahead * length)
    return Period(start, add_months(start, length) - timedelta(days=1)) if ahead > 0 else None


_NUMBERS = ("first", "second", "third", "fourth")
_MONTHS_NUMBERED = frozenset({3, 6})
_NUMBERED = re.compile("|".join(_NUMBERS), re.IGNORECASE)
_THE_SECOND = re.compile(
    r"\s+(?:in|on|for|during|over)\s+the\s+(second|third|fourth)(?:\s+one)?(?=\s*(?:[.,;:)]|$|and\b|but\b))",
    re.IGNORECASE,
)


def two_months(sentence: Sentence, time: TimeMention, draft: Draft) -> Period | None:
    """As in "fell 33 percent in January and February": one figure of two months that follow each other."""
    level, change = draft.level, draft.change
    told = [x for x in (level, change.figure if change is not None else None) if x is not None]
    if time.kind != "month" or not told or "respectively" in sentence.text:
        return None
    first = min(f.start for f in told)
    months = [t for t in sentence.times if t.kind == "month" and t.period is not None and t.role == "period"]
    for one, two in pairwise(months):
        joined = time in (one, two) and _AND.fullmatch(sentence.text, one.end, two.start)
        alone = len(told) == 1 or two.end < first or all(f in told for f in sentence.figures)
        if joined and alone and one.period and two.period and two.period.before() == one.period:
            return Period(one.period.start, two.period.end)
    return None


def two_ends(sentence: Sentence, time: TimeMention, draft: Draft) -> tuple[Period, Period] | None:
    """As in "fell from 44,000 tonnes to 31,000 from March to April", "rose 6 percent from May to June": the two months that are compared.

    A change "from January to February" may be that of both together: it is of two months that the words do not part.
    """
    if (between := _between(sentence, time, draft)) is not None:
        return between
    whole = time.period
    if (
        time.kind == "interval"
        and (_from_to(draft) or _to_from(sentence, draft) or _has_grown(sentence, time, draft))
        and whole is not None
        and whole.whole_years
        and whole.start.year < whole.end.year
    ):  # "between 2014 and 2018 exports plunged from 9.8 billion to 3.7"
        return Period.of_year(whole.start.year), Period.of_year(whole.end.year)
    if time.kind != "interval" or whole is None or not whole.whole_months or months_in(whole) != _PAIR:
        return None
    if _between_two(sentence, time) and whole.start.month != 1 and (draft.change or draft.base_level):
        return month_of(Period.of_day(whole.start)) or whole, month_of(Period.of_day(whole.end)) or whole
    levels = draft.base_level is not None and (draft.level is not None or draft.share is not None)
    parted = levels or (draft.change is not None and draft.level is None and whole.start.month != 1)
    told = time.text.lower().startswith("from ") or sentence.text[: time.start].lower().endswith("from ")
    if not parted or not told or _TO.search(time.text) is None:
        return None
    return month_of(Period.of_day(whole.start)) or whole, month_of(Period.of_day(whole.end)) or whole


def _between_two(sentence: Sentence, time: TimeMention) -> bool:
    """As in "fell 40 percent between September and October", which nothing holds against another time."""
    between = _BETWEEN.search(sentence.text[: time.start]) or time.text.lower().startswith("between ")
    held = any(t.role == "base" or t.relation is not None for t in sentence.times)
    return bool(between) and _AND.search(time.text) is not None and not held


_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def _from_to(draft: Draft) -> bool:
    """As in "plunged from 9.8 billion to 3.7", and no average "up from"."""
    now = draft.level or draft.share
    return draft.base_level is not None and now is not None and draft.base_level.end <= now.start and now.per is None


def _to_from(sentence: Sentence, draft: Draft) -> bool:
    """As in "fell from 2009 to 2014, to 12 million from 30 million"."""
    now, then = draft.level, draft.base_level
    if now is None or then is None or now.per is not None or then.start < now.end:
        return False
    between = sentence.text[now.end : then.start]
    return between.strip() == "from" and sentence.text[: now.start].endswith(" to ")


def _has_grown(sentence: Sentence, time: TimeMention, draft: Draft) -> bool:
    """As in "grew by 45 percent from 2020 to 2022, reaching 2.4 billion": a change between two single years."""
    now = draft.level or draft.share
    if draft.change is None or draft.change.average or draft.base_level is not None or (now is not None and now.per):
        return False
    told = _FROM_YEAR.search(sentence.text, max(0, time.start - _LEAD))
    return told is not None and told.start() <= time.start < told.end()


_LEAD = 10
_FROM_YEAR = re.compile(r"\b(?:from\s+\d{4}\s+to|between\s+\d{4}\s+and)\s+\d{4}\b(?![-–/]\d)", re.IGNORECASE)


def _between(sentence: Sentence, time: TimeMention, draft: Draft) -> tuple[Period, Period] | None:
    """As in "grew 44 percent between 2013-17 and 2018-22": two stretches of years that a change lies between."""
    if draft.change is None or draft.level is not None:
        return None
    told = next((m for m in _STRETCHES.finditer(sentence.text) if m.start() <= time.start < m.end()), None)
    if told is None:
        return None
    one, two = (Period(date(first, 1, 1), date(last, 12, 31)) for first, last in (_years(told, 1), _years(told, 3)))
    return (one, two) if one.days > _YEARS and one.end < two.start < two.end else None


def _years(told: re.Match[str], at: int) -> tuple[int, int]:
    """The first and the last year of a stretch written "2013-17" or "2013-2017"."""
    first, last = told[at], told[at + 1]
    return int(first), max(int(first), int(first[: 4 - len(last)] + last))


_YEARS = 2 * 366
"""Two years are a fiscal year, whose months its country tells."""
_STRETCHES = re.compile(
    r"\b(?:between|from)\s+((?:19|20)\d\d)[-–/](\d\d(?:\d\d)?)\s+(?:and|to)\s+((?:19|20)\d\d)[-–/](\d\d(?:\d\d)?)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\sto\s")
_AND = re.compile(r"\s+and\s+")


def until_then(
    sentence: Sentence, draft: Draft, chosen: TimeMention | None, last_period: Period | None
) -> Period | None:
    """As in "by May 5 it had sold 9,000 tonnes", "stood at 9,000 tonnes at the end of May": from the beginning of the year.

    From that of the time spoken of, if that lies in it.
    """
    rate = draft.level is not None and draft.level.per is not None
    if draft.share is not None or rate or draft.frame.indicator not in _COUNTED_UP:
        return None
    first = min(f.start for f in draft.figures)
    by = [t for t in sentence.times if t.kind in {"day", "month"} and t.period is not None]
    time = next((t for t in by if _is_counted_until(sentence, t, first)), None)
    end = time.period if time is not None else None
    if end is None:
        return None
    if (crop := _season_until(sentence, end)) is not None:
        return crop
    if chosen not in {None, time}:
        whole = chosen.period if chosen is not None else None
        season = whole is not None and _MOST_OF_YEAR <= whole.days <= _YEAR and not whole.whole_years
        opened = whole if chosen is not None and (season or _THIS_YEAR.fullmatch(chosen.text)) else None
        return Period(opened.start, end.end) if opened is not None and end in opened else None
    if last_period is not None and last_period.whole_years and last_period.days > _YEAR and end in last_period:
        return last_period  # the season spoken of, whose first day nobody tells
    begun = last_period is not None and last_period.start <= end.start and last_period.days > _MONTH
    if begun and last_period is not None and (end.end - last_period.start).days < _YEAR:
        return Period(last_period.start, end.end)
    return Period(end.end.replace(month=1, day=1), end.end)


def _season_until(sentence: Sentence, end: Period) -> Period | None:
    """As in "in the 2014/2015 campaign until the end of May": of a season whose first day nobody tells, so of the season."""
    crops = (
        t.period
        for t in sentence.times
        if t.kind == "fiscal" and t.period is not None and _SEASON.match(sentence.text, t.end)
    )
    return next((p for p in crops if p.whole_years and end in p), None)


_SEASON = re.compile(r"\s+(?:[a-z]+\s+)?(?:season|campaign|harvest|crop|marketing)\b", re.IGNORECASE)


def _is_counted_until(sentence: Sentence, time: TimeMention, first: int) -> bool:
    lead = sentence.text[: time.start]
    if time.end < first and _BY.search(lead) and _HAD.match(sentence.text, time.end):
        return True
    if time.start > first and _BY.search(lead) and _HAD_BEFORE.search(lead):
        return True
    until = _BY_END.search(lead) is not None if _END.match(time.text) else _UNTIL.search(lead) is not None
    return until and time.kind == "month" and _COMES.search(lead) is None


_COUNTED_UP = frozenset({"exports", "imports", "trade", "balance", "tourism"})
_BY = re.compile(r"\b(?:by|as of|up to)\s+(?:(?:the\s+)?end(?:\s+of\s+|-))?$", re.IGNORECASE)
_END = re.compile(r"(?:the )?(?:end|close)(?: of |-)")
_BY_END = re.compile(r"\b(?:by|at|as of|as at|up to|until|through)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\bup to\s+$", re.IGNORECASE)
_COMES = re.compile(
    r"\b(?:will|would|should|shall|may|might|could|can|expect\w*|forecast\w*|plan\w*|aims?|hopes?|targets?|wants?|due|set|period|months|year)\b[^;.]{0,80}$"
)
"""Before a time that is still to come, or that ends a stretch told in its own words."""
_HAD = re.compile(r"[^;.]{0,100}?\b(?:had|has|have)\s+(?:already\s+|so far\s+)?\w+(?:ed|n|ld|nt|ght|me|de)\b")
_HAD_BEFORE = re.compile(
    r"(?<!will\s)(?<!would\s)(?<!should\s)\b(?:had|has|have)\s+(?:already\s+)?(?:sold|bought|shipped|exported|imported|received|taken|sent|come|arrived|welcomed|hosted|delivered|reached|visited)\b[^;.]*$"
)
"""Before a number and "by May 5"."""
_MONTH, _YEAR = 31, 366
_MOST_OF_YEAR = 300


def as_far_as_told(sentence: Sentence, time: TimeMention, last_period: Period | None) -> Period | None:
    """As in "only 9,000 this year", "in the period to July", in a story of January to July: that part of a year that is not over."""
    whole = time.period
    ends = whole is not None and last_period is not None and last_period.end == whole.end and whole in last_period
    if ends and _UP_TO.search(sentence.text[: time.start] + time.text):
        return last_period
    if whole is not None and _RUNNING.search(time.text):
        # "in May, which makes it 7 million for the year so far"
        named = (t.period for t in sentence.times if t.kind == "month" and t.role == "period" and t.end < time.start)
        month = next((p for p in named if p is not None and p in whole), None)
        if month is not None:
            return Period(whole.start, month.end)
    part = whole is not None and last_period is not None and last_period in whole and last_period.days < whole.days
    if whole is not None and last_period is not None and _RUNNING.search(time.text) and last_period in whole:
        return Period(whole.start, last_period.end)
    days = last_period is not None and last_period.days < _MONTH_AT_LEAST and not last_period.whole_months
    return last_period if part and not days and _THIS_YEAR.fullmatch(time.text) else whole


def as_finely_as_told(time: TimeMention) -> Period | None:
    """As in "7 billion since 2000", "so far this year": up to the month of the story, for no day is told at which it was counted."""
    told = time.period
    running = time.kind == "since" or _SO_FAR.search(time.text) is not None
    if told is None or not running or told.start.day != 1 or told.days < _MONTH or _A_DAY.search(time.text):
        return told
    return Period(told.start, Period.of_month(told.end.year, told.end.month).end)


_MONTH_AT_LEAST = 28
"""Days of what a story may tell of as "this year" so far."""
_SO_FAR = re.compile(r"\b(?:far|date|since)\b", re.IGNORECASE)
_A_DAY = re.compile(
    r"\b[A-Z][a-z]+\.? \d{1,2}\b|\b\d{1,2}(?:st)? [A-Z][a-z]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)

_RUNNING = re.compile(
    r"\b(?:year|(?:19|20)\d\d) so far\b|\bso far (?:this year|in (?:19|20)\d\d)\b|\byear[ -]to[ -]date\b", re.IGNORECASE
)
_UP_TO = re.compile(r"\bperiod (?:up )?(?:to|ended|ending)(?: (?:in )?\S+)?\s*$", re.IGNORECASE)
_THIS_YEAR = re.compile(r"(?:this|the current) year", re.IGNORECASE)
