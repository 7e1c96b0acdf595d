"""For which period a draft's figures stand, and since when: the time nearest them, else the story's last one."""

from __future__ import annotations

import re
from typing import Any

from tieline.model.periods import Period
from tieline.read.drafts import Draft
from tieline.read.figure_frames import clause_of
from tieline.read.figures import Figure
from tieline.read.story import Sentence
from tieline.read.when import TimeMention, base_of

_COMPARED = re.compile(
    r"\b(?:than|from|against|compared (?:with|to)|versus|over (?=the previous|last|the same))\s+(?:in\s+|the\s+|an?\s+|its\s+|that\s+of\s+|those\s+(?:of|in)\s+)*$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"[;]|:\s*[\"“]|,\s+(?:on |in |of |to |for )?(?:which|who|whose|where|when|while|whereas|although|though|but)\b|\band\s+(?:the|its|in|on)\b",
    re.IGNORECASE,
)


_SUPERLATIVE = re.compile(
    r"\b(?:\w{3,}est|most|least|best|worst|record|high|low|first(?: time)?|time)\b[^;]{0,45}$", re.IGNORECASE
)


_TWO_ENDS = re.compile(r"\s(?:to|until|till|through|thru)\s", re.IGNORECASE)


def is_compared_with(sentence: Sentence, time: TimeMention) -> bool:
    """Something is held against the time; the "from" of "from January to May" is the time's own."""
    found = _COMPARED.search(sentence.text[: time.start])
    if found is None:
        return False
    own = time.kind == "interval" and found[0].lower().startswith("from") and _TWO_ENDS.search(time.text)
    return not own


def tells_a_record(sentence: Sentence, time: TimeMention) -> bool:
    """As in "the smallest since 2009": how long there was no such figure, not what the figure is of."""
    return time.kind == "since" and _SUPERLATIVE.search(sentence.text[: time.start]) is not None


def periods_of(
    draft: Draft, sentence: Sentence, last_period: Period | None
) -> tuple[Period | None, Period | None, tuple[str, ...]]:
    """(period, base, inferred): the time nearest the figures; the story's last one where the sentence has none."""
    figures = [
        f
        for f in (
            draft.level,
            draft.change.figure if draft.change else None,
            draft.change_value.figure if draft.change_value else None,
            draft.share,
        )
        if f is not None
    ] or draft.figures
    anchor = max(f.end for f in figures)
    begin = min([f.start for f in figures] + ([draft.frame.start] if draft.frame.end else []))
    times = [t for t in sentence.times if t.role in {"period", "point"} and t.period is not None]
    base_figure = draft.base_level
    times = [t for t in times if t.period is not None and t.period.days >= 28 and not tells_a_record(sentence, t)]
    times = [t for t in times if not _is_told_aside(sentence, t, draft, figures)]
    if _stands_now(draft):
        times = [t for t in times if 0 <= t.start - max(anchor, draft.frame.end) <= _NEAR_BASE]
    base_times = []
    if base_figure is not None:
        base_times = [t for t in times if 0 <= t.start - base_figure.end <= 16]
        base_times += [
            t
            for t in times
            if t not in base_times
            and base_figure.start - 30 < t.start < base_figure.start
            and is_compared_with(sentence, t)
        ]
    compared = [t for t in times if is_compared_with(sentence, t)]
    others = [t for t in times if t not in base_times and t not in compared]
    inferred: list[str] = []
    period = _touching_base(sentence, draft) or (
        _nearest_time(sentence, draft, begin, anchor, others) if others else None
    )
    elsewhen = re.search(
        r"\b(?:so far|to date|cumulative(?:ly)?|since|over the years|(?:last|this|next|past) (?:season|harvest|campaign|crop))\b",
        sentence.text,
        re.IGNORECASE,
    )
    records = any(tells_a_record(sentence, t) for t in sentence.times)
    if (
        period is None
        and not (elsewhen and not records)
        and last_period is not None
        and draft.frame.indicator != "tariff"
        and not _stands_now(draft)
        and not any(t.role == "vague" for t in sentence.times)
    ):
        period = last_period
        inferred.append("period")
    base: Period | None = None
    earlier = _level_of_before(draft, sentence, period)
    if earlier is not None:
        return earlier, None, tuple(inferred)
    if draft.change is not None and not draft.change.average and (two := _from_year_to_year(sentence, anchor)):
        return two[1], two[0], ()
    explicit = _told_bases(draft, sentence, begin)
    if base_times:
        base = base_times[0].period
        if base is not None and period is not None and base_times[0].kind == "year" and _is_part(period, base):
            base = period.shifted_years(-1)  # "7.1 billion from 5.3 billion last year": the same part of it
    elif explicit:
        t = explicit[0]
        base = t.period or (base_of(t.relation, period) if t.relation and period else None)
        if t.kind == "year" and draft.base_level is not None and base and period and _is_part(period, base):
            base = period.shifted_years(-1)
    else:
        later = [t for t in compared if t.start > begin and t not in base_times]
        if later and (draft.change is not None or draft.change_value is not None or draft.base_level is not None):
            base = later[0].period
    if (
        base is None
        and period is not None
        and (draft.change is not None or draft.change_value is not None or draft.base_level is not None)
    ):
        average = (draft.change is not None and draft.change.average) or draft.frame.indicator == "tariff"
        base = None if average else period.shifted_years(-1)
        inferred += [] if average else ["base"]
    return period, base, tuple(inferred)


def _stands_now(draft: Draft) -> bool:
    """As in "owes 9 billion dollars", "its 68 billion dlrs debt": what stands today is of no period spoken of."""
    if (
        draft.frame.indicator == "debt"
        and draft.level is not None
        and 0 <= draft.frame.token.idx - draft.level.end <= _TOUCHING
    ):
        return True
    verb = clause_of(draft.frame.token)
    tags = {verb.tag, *(c.tag for c in verb.children if c.dep in {"aux", "auxpass"})}
    return draft.frame.indicator == "debt" and bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


def _told_bases(draft: Draft, sentence: Sentence, begin: int) -> list[TimeMention]:
    """The times compared with, that of the draft's own figures first ("rose from 3.6 billion in May, and from 2.5 a year ago")."""
    told = [t for t in sentence.times if t.role == "base" and t.start >= begin]
    first = min(f.start for f in draft.figures)
    last = draft.base_level.end if draft.base_level is not None else None
    if last is not None and (near := [t for t in told if 0 <= t.start - last <= _NEAR_BASE]):
        return near
    return [t for t in told if t.start > first] or told


_NEAR_BASE = 16
_TOUCHING = 12


def _is_part(period: Period, year: Period) -> bool:
    """The period is a part of the year after."""
    return period.days < _WHOLE_YEAR and period.start.year == year.start.year + 1 == period.end.year


_WHOLE_YEAR = 360
_CLOSE, _DECREASE_POSTED = 8, 40
_THAN_BEFORE = re.compile(r"\b(?:than|after|following)\s+(?:the|an?)\s+(?:\w+\s+)?$")
"""Before a change that another one is held against ("larger than the 16 percent decrease posted in September")."""


def _level_of_before(draft: Draft, sentence: Sentence, period: Period | None) -> Period | None:
    """As in "against a deficit of 2.2 billion a year earlier": a level with a noun of its own, of the time before."""
    if period is None or draft.level is None or draft.change or draft.change_value or draft.base_level:
        return None
    for time in sentence.times:
        if (
            time.role == "base"
            and time.period is None
            and time.relation
            and 0 <= time.start - draft.level.end <= _CLOSE
        ):
            return base_of(time.relation, period)
    return None


def _from_year_to_year(sentence: Sentence, since: int) -> tuple[Period, Period] | None:
    """As in "fell 12.9 percent from 2018 to 2019": the two years of a change."""
    for time in sentence.times:
        whole = time.period
        if time.kind != "interval" or whole is None or whole.end.year != whole.start.year + 1:
            continue
        if 0 <= time.start - since < _FARTHEST_YEARS and _SINCE.search(sentence.text[: time.start]):
            return Period.of_year(whole.start.year), Period.of_year(whole.end.year)
    return None


_FARTHEST_YEARS = 40
_SINCE = re.compile(r"\b(?:from|between)\s+$")


def _is_told_aside(sentence: Sentence, time: TimeMention, draft: Draft, figures: list[Figure]) -> bool:
    """The time is that of a clause without the figures: "..., which was opened in 2012, ...", "helped by a rise this year"."""
    inside = [t for t in sentence.tokens if t.idx < time.end and t.idx + len(t) > time.start]
    if not inside:
        return False
    own = {t.i for t in sentence.tokens if any(f.start < t.idx + len(t) and t.idx < f.end for f in figures)}
    node = next((t for t in inside if t.head not in inside), inside[0])
    for _ in range(_DEEPEST):
        if node.head == node:
            return False
        if node.dep in _ASIDE and node.pos in {"VERB", "AUX"}:
            below = {t.i for t in node.subtree}
            if own & below or draft.frame.token.i in below:
                return False
            return _comma_before(sentence, node) or not _narrows(sentence, node, draft, own)
        node = node.head
    return False


def _narrows(sentence: Sentence, verb: Any, draft: Draft, own: set[int]) -> bool:
    """A clause that belongs to the phrase of the figures or of their noun: "the rice that it bought last year"."""
    phrase = verb.head
    while phrase.i not in own and phrase.i != draft.frame.token.i:
        if phrase.head == phrase or phrase.pos in {"VERB", "AUX"}:
            return False
        phrase = phrase.head
    begin = max(f.end for f in draft.figures)
    return not any(begin <= f.start < verb.idx for f in sentence.figures if f not in draft.figures)


def _comma_before(sentence: Sentence, verb: Any) -> bool:
    start = verb.left_edge.idx
    return sentence.text[:start].rstrip().endswith((",", "-", "("))


_ASIDE = frozenset({"relcl", "acl"})
_DEEPEST = 30


def _touching_base(sentence: Sentence, draft: Draft) -> Period | None:
    """As in "against 103,400 tonnes and 519 mln dlrs in May 2023": a figure of the time that others are held against."""
    last = max(f.end for f in draft.figures)
    compared = _THAN_BEFORE.search(sentence.text[: min(f.start for f in draft.figures)]) is not None
    if draft.base_level is not None or (draft.change is not None and not compared):
        return None
    reach = _DECREASE_POSTED if compared else _CLOSE
    noun = draft.frame.token  # "a 6.67 mln surplus in October 1985"
    close = noun.idx + len(noun) if 0 <= noun.idx - last <= _TOUCHING else last
    for time in sentence.times:
        if time.role == "base" and time.period is not None and 0 <= time.start - close <= reach:
            return time.period
    return None


def _nearest_time(sentence: Sentence, draft: Draft, begin: int, anchor: int, times: list[TimeMention]) -> Period | None:
    """The time said with the figures: right behind them, inside their phrase, before them, or anywhere in the sentence."""
    last = max(f.end for f in draft.figures)
    following = [f.start for f in sentence.figures if f.start >= last and f not in draft.figures]
    limit = min([*following, last + 70])
    behind = [t for t in times if anchor <= t.start < limit and not _AWAY.search(sentence.text[anchor : t.start])]
    inside = [t for t in times if begin <= t.start < anchor]
    own = [t for t in inside if not any(begin <= f.start < t.start for f in sentence.figures if f not in draft.figures)]
    before = [t for t in times if t.start < begin]
    touching = [t for t in behind if t.start - anchor <= 6]
    for group in (
        touching[:1],
        own[-1:],
        behind[:1],
        inside[-1:],
        before[-1:],
        [t for t in times if t.start > anchor and not _AWAY.search(sentence.text[anchor : t.start])][:1],
    ):
        if group:
            return group[0].period
    return (
        times[0].period
        if not _AWAY.search(sentence.text[min(anchor, times[0].start) : max(anchor, times[0].start)])
        else None
    )
