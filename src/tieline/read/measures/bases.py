"""What a draft's figures are held against: the time of "from 3 billion in May", "than a year before", "since 2019"."""

from __future__ import annotations

from datetime import timedelta

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.next_times import time_led_from
from tieline.read.story.document import Sentence
from tieline.read.when.calendar import add_months, month_of, months_in
from tieline.read.when.resolver import TimeMention, base_of

_COMPARED = re.compile(
    r"\b(?:than|from|against|compared (?:with|to)|versus|over (?=the previous|last|the same))\s+(?:in\s+|the\s+|an?\s+|its\s+|that\s+of\s+|those\s+(?:of|in)\s+)*$",
    re.IGNORECASE,
)
_TWO_ENDS = re.compile(r"\s(?:to|until|till|through|thru)\s", re.IGNORECASE)


def is_compared_with(sentence: Sentence, time: TimeMention) -> bool:
    """Something is held against the time; the "from" of "from January to May" is the time's own."""
    found = _COMPARED.search(sentence.text[: time.start])
    if found is None:
        return False
    own = time.kind == "interval" and found[0].lower().startswith("from") and _TWO_ENDS.search(time.text)
    over = found[0].lower().startswith("over") and _COUNTED.search(sentence.text[: found.start()]) is not None
    return not (own or over)  # "(8 million over the same period of 2021)"


_COUNTED = re.compile(r"\([^()%]*\d(?:[^()%]|\.\d)*$")


def base_told(
    draft: Draft,
    sentence: Sentence,
    begin: int,
    period: Period | None,
    base_times: list[TimeMention],
    compared: list[TimeMention],
) -> Period | None:
    """The time that the words name: that of the level compared with, else one held against, else a later "than in May"."""
    explicit = _told_bases(draft, sentence, begin)
    if base_times:
        return _same_part(sentence, base_times[0], base_times[0].period, period)
    if explicit:
        told = explicit[0]
        base = told.period or (base_of(told.relation, period) if told.relation and period else None)
        return _same_part(sentence, told, base, period)
    if (led := _led_by_base(sentence, draft, begin, period)) is not None:
        return led
    later = [t for t in compared if t.start > begin and t not in base_times]
    if later and (draft.change is not None or draft.change_value is not None or draft.base_level is not None):
        return later[0].period
    moved = draft.change is not None or draft.change_value is not None
    return time_led_from(sentence, draft.frame.token.idx, period) if moved else None


def _led_by_base(sentence: Sentence, draft: Draft, begin: int, period: Period | None) -> Period | None:
    """As in "Compared with January, exports were 11 percent lower in February": the sentence opens with its base."""
    first = next(iter(sentence.times), None)
    if first is None or first.role != "base" or first.end > begin:
        return None
    if (
        draft.base_level is not None
    ):  # "From 684 million in December 2018, exports to Japan went up to 884 million in January"
        led = _FROM_LEVEL.fullmatch(sentence.text, 0, draft.base_level.start)
        return first.period if led and 0 < first.start - draft.base_level.end < _BESIDE else None
    moved = draft.change is not None or draft.change_value is not None
    if not moved or not _COMPARED_OPENS.fullmatch(sentence.text, 0, first.start):
        return None
    return first.period or (base_of(first.relation, period) if first.relation and period else None)


_FROM_LEVEL = re.compile(r"\W*From\s+(?:[a-z]+\s+){0,3}")
_BESIDE = 16
_COMPARED_OPENS = re.compile(
    r"\W*|[\s\"“]*On\s+an?\s+|[\s\"“]*(?:when\s+)?compared\s+(?:with|to)\s+(?:the\s+)?|[\s\"“]*(?:against|relative to)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def beside_base(base: Period, period: Period) -> Period:
    """As in "up 23 percent from July", in a story of the year: a figure of the month after, not of the period spoken of."""
    months = months_in(base)
    if (
        base.whole_months
        and period.whole_months
        and months == 1 < months_in(period)
        and base.end.year < period.end.year
    ):
        again = base.shifted_years(
            period.end.year - base.start.year
        )  # "compared with March 2019", of a quarter to March
        return again if again.end == period.end else period
    if not base.whole_months or months not in {1, 3} or not period.whole_months or months_in(period) == months:
        return period
    after = Period(add_months(base.start, months), add_months(base.start, 2 * months) - timedelta(days=1))
    return after if after.end == period.end or period.end < base.start else period


def _same_part(sentence: Sentence, time: TimeMention, base: Period | None, period: Period | None) -> Period | None:
    """As in "7.1 billion from 5.3 billion last year", said of a quarter: the same part of that year."""
    if _WHOLE_YEAR_TOLD.search(time.text) or _AS_A_WHOLE.match(sentence.text, time.end):
        return base
    if time.kind == "year" and base is not None and period is not None and _is_part(period, base):
        return period.shifted_years(-1)
    if base is not None and period is not None and _of_own_calendar(time, base, period):
        return period.shifted_years(-1)
    return base


def _of_own_calendar(time: TimeMention, base: Period, period: Period) -> bool:
    """As in "in the first month of this Iranian year, up from the first month of the past year": in that calendar too."""
    counted = _COUNTED_PART.search(time.text) is not None and base.whole_months and not period.whole_months
    return counted and abs(base.days - period.days) <= _DAYS_APART and base.start.year < period.start.year


_COUNTED_PART = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|last)\s+(?:[\w-]+\s+)?(?:months?|quarter|half)\b",
    re.IGNORECASE,
)
_DAYS_APART = 6
_WHOLE_YEAR_TOLD = re.compile(r"\b(?:whole|all|full|entire)\b", re.IGNORECASE)
_AS_A_WHOLE = re.compile(r",?\s+(?:as\s+a\s+whole|overall|in\s+total|in\s+its\s+entirety)\b")
"""Behind a year of which no part is meant."""


def since_when(time: TimeMention) -> Period | None:
    """As in "have risen by a third since 2019": the year (the month, where one is named) that a change starts from."""
    if time.period is None:
        return None
    day = Period.of_day(time.period.start)
    written = re.search(r"\b\d{4}$|\byear$", time.text)
    named = re.search(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", time.text)
    return month_of(day) if named else Period.of_year(day.start.year) if written else day


def _told_bases(draft: Draft, sentence: Sentence, begin: int) -> list[TimeMention]:
    """The times compared with, that of the draft's own figures first ("rose from 3.6 billion in May, and from 2.5 a year ago")."""
    first, end = min(f.start for f in draft.figures), max(f.end for f in draft.figures)
    told = [t for t in sentence.times if t.role == "base" and t.start >= begin]
    told = [t for t in told if t.start < end or not _WHILE.search(sentence.text[end : t.start])]
    last = draft.base_level.end if draft.base_level is not None else None
    last = past_conversion(sentence, last) if last is not None else None
    if last is not None and (near := [t for t in told if 0 <= t.start - last <= _NEAR_BASE]):
        return near
    return [t for t in told if t.start > first] or told


_NEAR_BASE = 16
_WHILE = re.compile(r"\b(?:while|whereas)\b|;", re.IGNORECASE)
"""Behind it another figure is told."""


def _is_part(period: Period, year: Period) -> bool:
    """The period is a part of the year after."""
    return period.days < _WHOLE_YEAR and period.start.year == year.start.year + 1 == period.end.year


_WHOLE_YEAR = 360
_CLOSE = 8


def level_of_before(draft: Draft, sentence: Sentence, period: Period | None) -> Period | None:
    """As in "against a deficit of 2.2 billion a year earlier": a level with a noun of its own, of the time before."""
    if period is None or draft.change or draft.change_value or draft.base_level:
        return None
    if (opened := opens_with(sentence)) is not None and (draft.level or draft.share):
        return base_of(opened, period)
    figure = draft.level or draft.share
    if figure is None:
        return None
    end = past_conversion(sentence, figure.end)
    for time in sentence.times:
        if time.period is None and time.relation and time.role == "period" and time.end <= figure.start:
            if _AND_THEN.fullmatch(sentence.text, time.end, figure.start):
                return base_of(time.relation, period)
            continue
        if (
            time.role == "base"
            and time.end <= figure.start
            and _WHICH_WAS.fullmatch(sentence.text, time.end, figure.start)
        ):
            return time.period or (base_of(time.relation, period) if time.relation else None)
        if time.period is not None or time.relation is None or time.start < end:
            continue
        between = sentence.text[end : time.start]
        close = time.role == "base" and len(between) <= _CLOSE
        if close or (_OWN_NOUN.fullmatch(between) and not _ON_YEAR.search(time.text)):
            return base_of(time.relation, period)
    return None


def opens_with(sentence: Sentence) -> str | None:
    """As in "Ten years earlier the deficit had been 34 billion euros", "In the same period last year it was": what a sentence begins with."""
    first = next(iter(sentence.times), None)
    if first is None or first.role not in {"base", "period"}:
        return None
    ago = _YEAR_AGO.fullmatch(first.text) is not None and first.role == "period"
    if not ago and (first.relation is None or first.period is not None):
        return None
    lead = _DURING.sub("", sentence.text[: first.start]).strip(" \"'\u201c")
    alone = all(t is first or t.role == "point" or dates_a_publication(sentence, t) for t in sentence.times)
    if not alone or lead or not _HAD.match(sentence.text, first.end):
        return None
    return "same-period-last-year" if ago else first.relation


def dates_a_publication(sentence: Sentence, time: TimeMention) -> bool:
    """As in "according to the office's figures for May": of what time a release is, not the figures told."""
    return _FIGURES_FOR.search(sentence.text[: time.start]) is not None


_YEAR_AGO = re.compile(r"an? year (?:ago|earlier|before)", re.IGNORECASE)
_FIGURES_FOR = re.compile(
    r"\b(?:figures?|data|statistics|numbers|report|bulletin|release)\s+(?:for|of|from|in)\s+(?:the\s+)?$", re.IGNORECASE
)
"""Before the time of a publication."""
_DURING = re.compile(r"(?:but\s+)?(?:in|during|over|for)\s+$", re.IGNORECASE)
_HAD = re.compile(
    r",?\s(?:[^,;]{2,60}\s)?(?:was|were|had been|stood at|had stood at|came to|had come to|amounted to|accounted for|had accounted for|made up|had made up|totall?ed|reached|had reached|(?:it|they|that|this|the (?:figure|value|total|number|country|sum)) (?:had )?[a-z]+(?:ed|t|ld|d))\s"
)
_OWN_NOUN = re.compile(
    r"(?:\s(?!(?:from|than|over|up|down|on|to|against|versus|above|below|higher|lower|more|less|compared|and|but|or|while)\b)[\w’'-]+){0,5}\s",
    re.IGNORECASE,
)
"""What may stand between a level and its time: "tourist arrivals", "exported in", and no word of comparison."""
_WHICH_WAS = re.compile(
    r",?\s(?:which|when (?:it|they|\w+(?: to \w+)?))\s(?:was|were|saw|had seen|brought|recorded|registered|stood at|came to|amounted to|total+ed|had been|had totall?ed)\s(?:\w+\s)?",
    re.IGNORECASE,
)
_AND_THEN = re.compile(
    r",?\s(?:(?:it|they|that|this)\s(?:was|were|had been|stood at|came to)\s)?(?:(?:about|some|nearly|almost|around|only|just|over)\s)?",
    re.IGNORECASE,
)
"""Between an earlier time and its level: "had been 3.8 billion, and the year before 4.2 billion"."""
_ON_YEAR = re.compile(r"\b(?:on|over)\b|/", re.IGNORECASE)
_CONVERSION = re.compile(r"\s*\([^()\d]{0,16}\d[^()]{0,40}\)")


def past_conversion(sentence: Sentence, end: int) -> int:
    """Where a figure ends, with the same in another money behind it: "3.6 billion shillings ($33 million)"."""
    found = _CONVERSION.match(sentence.text, end)
    return found.end() if found else end


def years_of_change(sentence: Sentence, since: int) -> tuple[Period, Period] | None:
    """As in "fell 12.9 percent from 2018 to 2019": the two years of a change."""
    for time in sentence.times:
        whole = time.period
        if time.kind != "interval" or whole is None or not whole.whole_years or whole.end.year != whole.start.year + 1:
            continue
        if 0 <= time.start - since < _FARTHEST_YEARS and _SINCE.search(sentence.text[: time.start]):
            return Period.of_year(whole.start.year), Period.of_year(whole.end.year)
    return None


_FARTHEST_YEARS = 40
_SINCE = re.compile(r"\b(?:from|between)\s+$")
