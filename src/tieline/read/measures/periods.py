"""For which period a draft's figures stand, and since when: the time nearest them, else the story's last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tieline.model import lazy_re as re
from tieline.model.english import number
from tieline.model.periods import Period
from tieline.read.frames.held_against import pace_before
from tieline.read.measures.asides import RECORDED, is_in_brackets, is_of_another, is_of_move_before, is_told_aside
from tieline.read.measures.bases import (
    base_told,
    beside_base,
    is_compared_with,
    level_of_before,
    opens_with,
    past_conversion,
    since_when,
    years_of_change,
)
from tieline.read.measures.counted_since import counted_until, since_it_was, since_then, under_contract
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.inheriting import PARTED, may_inherit, stands_now, tells_a_record
from tieline.read.measures.next_times import opens_next_clause
from tieline.read.measures.period_places import (
    as_far_as_told,
    as_finely_as_told,
    in_the_next,
    respective,
    two_ends,
    two_months,
    until_then,
)
from tieline.read.measures.when_clauses import is_left_behind, time_it_was
from tieline.read.measures.year_spans import change_over_years
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.calendar import months_in
from tieline.read.when.resolver import TimeMention

_AWAY = re.compile(
    r"[;]|:\s*[\"“]|,\s+(?:on |in |of |to |for )?(?:which|who|whose|where|when|while|whereas|although|though|but)\b|\band\s+(?:the|its|in|on)\b|\bwhere\s+(?:it|they)\b|,\s+[a-z]+ing\s+that\b",
    re.IGNORECASE,
)


def periods_of(
    draft: Draft, sentence: Sentence, last_period: Period | None, step: int | None = None
) -> tuple[Period | None, Period | None, tuple[str, ...]]:
    """(period, base, inferred): the time nearest the figures; the story's last one where the sentence has none.

    `step` is the length in months of the periods that the story holds against the one just before them.
    """
    figures = told_figures(draft)
    anchor = past_conversion(sentence, max(f.end for f in figures))
    begin = min([f.start for f in figures] + ([draft.frame.start] if draft.frame.end else []))
    moved = draft.change is not None or draft.change_value is not None or draft.base_level is not None
    if (elsewhere := _told_apart(draft, sentence, figures, last_period)) is not None:
        return elsewhere
    times = _times_for(draft, sentence, figures)
    if opens_with(sentence) is not None:
        times = []  # beside it stand points and the time of a publication alone
    base_times = _of_base_level(draft, sentence, times)
    compared = [t for t in times if is_compared_with(sentence, t)]
    others = [t for t in times if t not in base_times and t not in compared]
    chosen = _nearest_time(sentence, draft, begin, anchor, others) if others else None
    period = _touching_base(sentence, draft) or (as_far_as_told(sentence, chosen, last_period) if chosen else None)
    period = (
        respective(sentence, draft)
        or in_the_next(sentence, draft)
        or until_then(sentence, draft, chosen, last_period)
        or period
    )
    both = two_months(sentence, chosen, draft) if chosen and period == chosen.period else None
    period = both or period
    if chosen is not None and period == chosen.period and (ends := two_ends(sentence, chosen, draft)) is not None:
        return ends[1], ends[0], ()
    if draft.change is not None and chosen is not None and chosen.kind == "since" and period == chosen.period:
        return None, since_when(chosen), ()
    if chosen is not None and period == chosen.period:
        counted = counted_until(sentence, chosen, last_period)
        period = as_finely_as_told(chosen) if counted == chosen.period else counted
    period = _twelve_months(sentence, draft, period)
    inferred: tuple[str, ...] = ()
    if period is None and last_period is not None and may_inherit(draft, sentence):
        period, inferred = last_period, ("period",)
    if (earlier := level_of_before(draft, sentence, period)) is not None:
        return earlier, None, inferred
    if draft.change is not None and not draft.change.average and (two := years_of_change(sentence, anchor)):
        return two[1], two[0], ()
    base = base_told(draft, sentence, begin, period, base_times, compared)
    if (
        base is not None
        and (inferred or period is None)
        and draft.change is not None
        and _is_the_year_before(base, period)
    ):
        return base.shifted_years(1), base, ("period",)
    if base is not None and period is not None and "period" in inferred and moved:
        period = beside_base(base, period)
        told_again = base.end == period.end and base.days < period.days and base.whole_months and months_in(base) == 1
        period = (
            base if told_again else period
        )  # "down 3 percent from last month", the last one that the story tells of
    if base is not None and both is not None and base.days < both.days:
        base = both.shifted_years(base.start.year - both.start.year)
    if base is not None and base == period:
        base = _of_another_time(base, draft, sentence) if draft.change is not None or moved else None
    if base is None and period is not None and moved and not _is_average(draft, period, inferred):
        base = _usual_base(period, step, chosen)
        inferred = (*inferred, "base")
    return period, base, inferred


def _of_another_time(base: Period, draft: Draft, sentence: Sentence) -> Period:
    """What a change is held against that is told of the very time that it is held against."""
    if draft.change is None:
        return base
    again = _by_its_name(sentence, base) or months_in(base) not in _COUNTED_ON
    return base.shifted_years(-1) if again else base.before()


def _usual_base(period: Period, step: int | None, chosen: TimeMention | None) -> Period:
    """What a change is held against where nothing is told: the same time of the year before; what several years are, as many before."""
    if months_in(period) == step or (period.whole_years and months_in(period) > _SEASON):
        return period.before()
    later = chosen is not None and chosen.period == period and (told := _YEARS_LATER.fullmatch(chosen.text))
    return period.shifted_years(-(number(told["n"]) or 1 if later and told else 1))


_YEARS_LATER = re.compile(r"(?P<n>\w+) years later", re.IGNORECASE)
"""Of what changed since the time told before: "was 3 million in 2014 but halved two years later"."""


def _twelve_months(sentence: Sentence, draft: Draft, period: Period | None) -> Period | None:
    """As in "rose to $8 million in November, bringing the annual total to $83 million": the twelve months up to then."""
    level = draft.level
    if period is None or level is None or months_in(period) != 1 or not _ANNUAL.search(sentence.text[: level.start]):
        return period
    return Period(period.shifted_years(-1).end + timedelta(days=1), period.end)


_ANNUAL = re.compile(
    r"\d[^.;]*\b(?:annual|yearly|12-month|twelve-month)\s+(?:exports|imports|sales|shipments|arrivals|turnover|trade|deficit|surplus|total|tally|figure)\b[^.;,\d]{0,40}$"
)
"""Behind a figure of one month, before that of the year which it ends."""
_COUNTED_ON, _HALF_YEAR, _SEASON = frozenset({1, 3, 12}), 6, 24
"""Months of the periods that are held against the one just before them; others are held against those of a year before."""


def _is_average(draft: Draft, period: Period, inferred: tuple[str, ...]) -> bool:
    """A tariff is held against nothing, nor a yearly average; "shrank 6.3 percent annually to 9.9 billion in May" is none."""
    if draft.frame.indicator == "tariff":
        return True
    single = draft.level is not None and "period" not in inferred and months_in(period) <= _HALF_YEAR
    return draft.change is not None and draft.change.average and not single


def _by_its_name(sentence: Sentence, base: Period) -> bool:
    """As in "from 9.7 million last July", told of July: that of the year before."""
    return any(t.role == "base" and t.period == base and _MONTH_NAMED.search(t.text) for t in sentence.times)


_MONTH_NAMED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _told_apart(
    draft: Draft, sentence: Sentence, figures: list[Figure], last_period: Period | None
) -> tuple[Period | None, Period | None, tuple[str, ...]] | None:
    """What a clause with "when" or a contract's term tells of the time, whatever else is named."""
    moved = draft.change is not None or draft.change_value is not None or draft.base_level is not None
    then = time_it_was(sentence, figures, _spoken_of(sentence, last_period)) if draft.base_level is None else None
    if then is not None:
        return then, then.shifted_years(-1) if moved else None, ("base",) if moved else ()
    if draft.change is not None and (base := since_it_was(sentence, figures)) is not None:
        return None, base, ()
    if draft.change is not None and (base := since_then(sentence, figures)) is not None:
        later = last_period if last_period is not None and last_period.start > base.end else None
        return later, base, ("base",) if later is None else ("period", "base")
    if (years := change_over_years(draft, sentence, last_period)) is not None:
        return years[0], years[1], ()
    of_term, term = under_contract(sentence, draft)
    return (term, None, ()) if of_term else None


def _spoken_of(sentence: Sentence, last_period: Period | None) -> Period | None:
    """The period that the sentence tells of first, else that of its story."""
    told = (t.period for t in sentence.times if t.role == "period" and t.period and t.period.days >= _MONTH)
    return next(told, last_period)


def told_figures(draft: Draft) -> list[Figure]:
    """The figures that the draft tells, without those that they are held against."""
    moved = [x.figure for x in (draft.change, draft.change_value) if x is not None]
    return [f for f in (draft.level, *moved, draft.share) if f is not None] or draft.figures


def _times_for(draft: Draft, sentence: Sentence, figures: list[Figure]) -> list[TimeMention]:
    """The times that the figures may be of: a month at least, no record's, in their own clause."""
    times = [
        t
        for t in sentence.times
        if t.role in {"period", "point"}
        and t.period is not None
        and (t.period.days >= _MONTH or (t.kind == "interval" and t.period.days >= _DAYS))
        and not tells_a_record(sentence, t)
        and not _names_a_pact(sentence, t)
        and not _EARLIER_STILL.search(sentence.text[max(0, t.start - 12) : t.start])
        and not is_in_brackets(sentence, t)
        and not (t.kind == "since" and PARTED.search(sentence.text, t.end, max(t.end, figures[0].start)))
        and not is_told_aside(sentence, t, draft, figures)
        and not is_of_another(sentence, t, figures)
        and not is_of_move_before(sentence, t, figures)
        and not is_left_behind(sentence, t, figures)
    ]
    times = _in_its_month(draft, times)
    if stands_now(draft):
        last = max([f.end for f in figures] + [draft.frame.end])
        times = [t for t in times if 0 <= t.start - last <= _NEAR_BASE]
    return times


def _names_a_pact(sentence: Sentence, time: TimeMention) -> bool:
    """As in "not aided by the 2010 agreement": of what year a pact or an upheaval is."""
    if time.kind != "year" or _OF_A_PACT.match(sentence.text, time.end) is None:
        return False
    return _UNDER_A.search(sentence.text[: time.start]) is not None


_UNDER_A = re.compile(
    r"\b(?:by|under|with|from|of|through|despite|to|for|after|before|since)\s+(?:the|an?|its|their|this|that)\s+$",
    re.IGNORECASE,
)
_OF_A_PACT = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:agreements?|pacts?|deals?|treaty|accords?|protocol|memorandum|law|act|summit|crisis|war|embargo|ban|coup|revolution|earthquake|tsunami|sanctions|elections?|Olympics|Expo|World\s+Cup)\b"
)


def _in_its_month(draft: Draft, times: list[TimeMention]) -> list[TimeMention]:
    """As in "January exports came to $9 million in 2015": the month that owns the flow, in the year told behind it."""
    named = next((t for t in times if t.kind == "month" and draft.frame.token.idx - t.end == 1), None)
    year = next((t for t in times if named is not None and t.kind == "year" and t.start > named.end), None)
    if named is None or year is None or named.period is None or year.period is None:
        return times
    month = Period.of_month(year.period.start.year, named.period.start.month)
    return [replace(named, period=month), *(t for t in times if t not in (named, year))]


def _of_base_level(draft: Draft, sentence: Sentence, times: list[TimeMention]) -> list[TimeMention]:
    """The times of the level compared with: behind it, else before it."""
    level = draft.base_level
    if level is None:
        return []
    end = past_conversion(sentence, level.end)
    near = [t for t in sentence.times if t.period is not None and _SET_IN.fullmatch(sentence.text, end, t.start)]
    near = near or [t for t in times if 0 <= t.start - end <= _NEAR_BASE]
    behind = [t for t in near if not _is_set_off(sentence, level.start, end, t)]
    before = [t for t in times if level.start - _BEFORE_BASE < t.start < level.start and is_compared_with(sentence, t)]
    return behind + [t for t in before if t not in behind]


def _is_set_off(sentence: Sentence, start: int, end: int, time: TimeMention) -> bool:
    """As in "climbed to 107 million, from 95 million, in 2018": commas round the earlier level part it from the time, which is not its own."""
    ahead = _FROM_ASIDE.search(sentence.text[:start])
    return ahead is not None and _COMMA_IN.fullmatch(sentence.text, end, time.start) is not None


_SET_IN = re.compile(
    r",?\s+(?:(?:which|that)\s+)?(?:(?:was|were|had\s+been)\s+)?(?:set|reached|recorded|registered|hit|posted)\s+(?:back\s+)?(?:in\s+)?"
)
"""Between an earlier level and its time: "the previous record of 754,000, which was set in 2015"."""
_FROM_ASIDE = re.compile(
    r",\s+(?:(?:(?:sharply|slightly|well)\s+)?(?:up|down)\s+)?(?:from|against|compared\s+(?:with|to))\s+(?:about\s+|some\s+|nearly\s+|almost\s+|just\s+|only\s+|over\s+|US\s)*$"
)
_COMMA_IN = re.compile(r",\s+(?:in|during|for)?\s*")
_EARLIER_STILL = re.compile(r"\b(?:before|prior\s+to)\s+$", re.IGNORECASE)
"""Before a time that no figure is of."""
_MONTH = 28
_DAYS = 2
"""A stretch of days counts as a period too ("the first 20 days of May"); a single day does not."""
_NEAR_BASE, _BEFORE_BASE = 16, 30
_TOUCHING = 12
_CLOSE, _DECREASE_POSTED = 8, 40
_THAN_BEFORE = re.compile(
    r"\b(?:than|after|following|from|against|versus|compared\s+(?:with|to))\s+(?:the|an?)\s+(?:\w+\s+)?$"
)
"""Before a change that another one is held against ("larger than the 16 percent decrease posted in September")."""


def _is_the_year_before(base: Period, period: Period | None) -> bool:
    """As in "6 pct less than in 1985", said of no year: one held against the year before, unless a later one is spoken of."""
    later = period is None or period.start.year > base.start.year + 1
    return base.whole_years and base.days <= _LEAP and later


_LEAP = 366


def _touching_base(sentence: Sentence, draft: Draft) -> Period | None:
    """As in "against 103,400 tonnes and 519 mln dlrs in May 2023": a figure of the time that others are held against."""
    last = max(f.end for f in draft.figures)
    compared = _THAN_BEFORE.search(sentence.text[: min(f.core for f in draft.figures)]) is not None
    compared = compared or (draft.change is not None and pace_before(sentence.text, draft.change.figure) != 0)
    moved = draft.change is not None or draft.change_value is not None
    if draft.base_level is not None or (moved and not compared):
        return None
    reach = _DECREASE_POSTED if compared else _CLOSE
    noun = draft.frame.token  # "a 6.67 mln surplus in October 1985"
    close = noun.idx + len(noun) if 0 <= noun.idx - last <= _TOUCHING else last
    for time in sentence.times:
        if time.role == "base" and time.period is not None and 0 <= time.start - close <= reach:
            return time.period
    return None


def _nearest_time(
    sentence: Sentence, draft: Draft, begin: int, anchor: int, times: list[TimeMention]
) -> TimeMention | None:
    """The time said with the figures: right behind them, inside their phrase, before them, or anywhere in the sentence."""
    last = past_conversion(sentence, max(f.end for f in draft.figures))
    following = [f.start for f in sentence.figures if f.start >= last and f not in draft.figures]
    limit = min([*following, last + 70])
    behind = [t for t in times if anchor <= t.start < limit and not _AWAY.search(sentence.text[anchor : t.start])]
    behind = [t for t in behind if not _opens_next(sentence, t, anchor, following)]
    inside = [t for t in times if begin <= t.start < anchor]
    own = [t for t in inside if not any(begin <= f.start < t.start for f in sentence.figures if f not in draft.figures)]
    before = [t for t in times if t.start < begin]
    opening = [t for t in inside if t not in own and _opens_clause(sentence, t, draft)]
    led = [t for t in inside if _LEADS_TO.fullmatch(sentence.text, t.end, min(f.start for f in draft.figures))]
    touching = [t for t in behind if t.start - anchor <= 6 or RECORDED.fullmatch(sentence.text, anchor, t.start)]
    for group in (
        touching[:1],
        led[-1:],
        opening[-1:],
        own[-1:],
        behind[:1],
        inside[-1:],
        before[-1:],
        [t for t in times if t.start > anchor and not _AWAY.search(sentence.text[anchor : t.start])][:1],
    ):
        if group:
            return group[0]
    return (
        times[0] if not _AWAY.search(sentence.text[min(anchor, times[0].start) : max(anchor, times[0].start)]) else None
    )


def _opens_clause(sentence: Sentence, time: TimeMention, draft: Draft) -> bool:
    """As in "were worth 326 million in June last year, but this June they fell to 217 million": the clause of the figures."""
    first = min(f.start for f in draft.figures)
    lead, others = sentence.text[: time.start], (f for f in sentence.figures if f not in draft.figures)
    parted = any(time.end <= f.start < first for f in others)
    return time.end <= first and not parted and _NEW_CLAUSE.search(lead) is not None


def _opens_next(sentence: Sentence, time: TimeMention, anchor: int, following: list[int]) -> bool:
    """As in "rose to 565 million, and last year they were 647 million": the time of the figures to come."""
    if any(opens_next_clause(sentence, time, f) for f in sentence.figures if f.end <= anchor):
        return True
    joined = _AND_THEN.fullmatch(sentence.text, anchor, time.start) is not None
    return joined and any(_THEY_WERE.fullmatch(sentence.text, time.end, start) for start in following[:1])


_LEADS_TO = re.compile(
    r"\s+(?:to|at|was|were|is|reached|stood\s+at|came\s+to|amounted\s+to|totall?ed)\s+(?:(?:about|some|nearly|almost|around|only|just|over|more\s+than|a\s+record)\s+)?",
    re.IGNORECASE,
)
"""Between a time and its figure: "the sum for the year so far to 8 million"."""
_AND_THEN = re.compile(r",?\s+(?:and|but|while|whereas)\s+(?:(?:in|for|during|over)\s+)?(?:the\s+)?", re.IGNORECASE)
_THEY_WERE = re.compile(r",?\s+(?:(?:it|they|[a-z]+)\s+)?(?:[a-z]+\s+){0,3}(?:US|[A-Z]{1,3})?[$€£¥]?\s?", re.IGNORECASE)
_NEW_CLAUSE = re.compile(
    r"[,;]\s+(?:(?:but|and|while|whereas|yet|though|although)\s+)?(?:(?:in|for|during|over)\s+)?$", re.IGNORECASE
)
