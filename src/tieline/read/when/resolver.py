"""Dates and periods in a sentence, resolved against the publication date.

A mention covers the time itself, without the preposition before it ("2014" of "in 2014", "a year earlier" of "from a
year earlier"); "since 2005" and words that narrow it ("early", "the end of") belong to it.  When the words don't decide,
the period is None: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal, cast

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import carries_base, has_base_cue
from tieline.read.when.fiscal import FiscalYear, fiscal_start_told
from tieline.read.when.patterns import fields_of, next_time
from tieline.read.when.rules import read
from tieline.read.when.scene import Draft, Scene, year_end_told

Role = Literal["period", "base", "point", "duration", "vague"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a text, with the period it stands for.

    `relation` is set for a period that hangs on another one; `base_of` computes it.
    """

    start: int
    end: int
    text: str
    period: Period | None
    role: Role
    relation: str | None
    anchored: bool
    kind: str


_MODIFIER = re.compile(
    r"(?:\b(?:early|late|earlier|later|mid|end|beginning|calendar(?:\s+year)?|(?:(?:the|a)\s+)?(?:full|whole|entire)[\s-]year|the\s+year|year)(?:\s+in)?[\s-]+"
    r"|\b(?:the\s+)?(?P<edge>end|start|beginning|close|middle|turn|(?:first|second|latter)\s+half|rest|remainder|course|whole|most|part|all)\s+of\s+)$",
    re.IGNORECASE,
)
_POINTS = {"end", "start", "beginning", "close", "middle", "turn"}
_SINCE = re.compile(r"\bsince\s+(?:at\s+least\s+|about\s+|as\s+early\s+as\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+onwards?\b", re.IGNORECASE)
_BEGINNING = re.compile(r"the (?:start|beginning) of\b", re.IGNORECASE)
_UP_TO = re.compile(r"\s*(?:up\s+)?(?:to|until|till|through)\b", re.IGNORECASE)
_KINDS_MODIFIED = {"month", "year", "quarter", "half", "decade", "week", "fiscal", "interval", "weekday", "relative"}


def _framed(draft: Draft, scene: Scene) -> Draft:
    """Take in the words before the mention: "early", "the end of", "since", "compared with"."""
    start, end = draft.span or (scene.at, scene.end)
    text, edge = scene.text, ""
    if draft.kind == "day" and draft.period and _EVE_OF.search(text[max(0, start - 16) : start]):
        day = draft.period.start - timedelta(days=1)
        return replace(draft, period=Period.of_day(day), role="point", months=None, span=(start, end))
    if draft.role in {"period", "point"} and draft.kind in _KINDS_MODIFIED:
        found = _MODIFIER.search(text[max(scene.last, start - 28) : start])
        if found:
            start -= found.end() - found.start()
            edge = (found["edge"] or found[0].split()[0].strip("-")).lower()
            draft = replace(draft, role="point" if edge in _POINTS else draft.role)
    if draft.role not in {"period", "point"}:
        return replace(draft, span=(start, end))
    through = _THROUGH.search(text[max(scene.last, start - _UP_TO_HERE) : start]) if draft.kind == "month" else None
    if through and draft.period and not _OPENED.search(text[max(0, start - 60) : start]):
        # "exports rose to 1.1 billion through September": from the year's beginning
        so_far = Period(draft.period.start.replace(month=1, day=1), draft.period.end)
        span = (start - len(through[0]), end)
        return replace(draft, period=so_far, kind="interval", role="period", span=span, months=None)
    since = _SINCE.search(text[max(scene.last, start - 30) : start])
    if since is None and draft.kind in {"month", "year"} and _ONWARDS.match(text, end):
        since = _FROM.search(text[max(scene.last, start - 8) : start])
        end = _ONWARDS.match(text, end).end() if since else end  # type: ignore[union-attr]
    if since is None and _BEGINNING.match(text, start) and not _UP_TO.match(text, end):
        # "have come from the start of the month": "from" with nothing to go to
        since = None if has_base_cue(text, start, end) else _FROM.search(text[max(scene.last, start - 8) : start])
    if (
        since
        and draft.period
        and scene.published
        and draft.kind == "interval"
        and draft.period.end == scene.published.end
    ):
        # "since the start of the year" is so far this year
        return replace(draft, span=(start - (since.end() - since.start()), end))
    if since and draft.relation is None:
        start -= since.end() - since.start()
        period, pub = draft.period, scene.published
        first = (period.end if edge in {"end", "close"} else period.start) if period else None
        known = first is not None and pub is not None and first <= pub.end
        reach = Period(first, pub.end) if known and first and pub else None
        return replace(draft, period=reach, kind="since", role="period", anchored=True, months=None, span=(start, end))
    # the "from" of "from 2010 to 2014" is its own
    on_the_day = draft.kind in {"day", "weekday"} and text[:start].lower().endswith(" on ")
    stretch = draft.kind in {"interval", "decade", "week"}
    # nothing is held against a day to come: "will scrap the 80 percent duty from Aug. 5"
    days, pub = draft.period, scene.published
    on_the_day = on_the_day or bool(days and pub and days.days == 1 and days.start > pub.end)
    if not on_the_day and has_base_cue(text, min(start, scene.at), end, stretch=stretch):
        draft = replace(draft, role="base")
    elif draft.period and draft.period.days == 1:
        draft = replace(draft, role="point")
    return replace(draft, span=(start, end))


_EVE_OF = re.compile(r"\beve of\s+(?:the\s+)?$", re.IGNORECASE)
_THROUGH = re.compile(r"\b(?:through|up\s+(?:to|until|till))\s+(?:the\s+end\s+of\s+|end[\s-])?$", re.IGNORECASE)
_UP_TO_HERE = 20
_OPENED = re.compile(
    r"\b(?:from|between|since|until)\s+(?:the\s+|early\s+|mid[\s-]|late\s+)?"
    r"(?:\d{4}|start|beginning|end|last|jan|feb|mar|apr|may\b|june?|july?|aug|sep|oct|nov|dec)[^.;]*$",
    re.IGNORECASE,
)
"""What "through" and "up to" only close: "from March up to May"."""


def _like_the_next(drafts: list[Draft]) -> list[Draft]:
    """In "compared with the same period of 2012, imports in January-June 2013" what follows gives the part of the year."""
    given, following = [], None
    for one in reversed(drafts):
        draft = one
        if one.like and one.period is None and following:
            draft = replace(one, period=following.shifted_years(one.like - following.start.year))
        elif one.role == "period" and one.relation is None and one.period:
            following = one.period
        given.append(draft)
    return given[::-1]


_NEAR = 3  # mentions between a month without a year and the one that gives it
_JOINED = re.compile(r"\s*(?:,|and|or|,\s*and)\s*(?:in\s+)?")


def _dated_by_neighbours(drafts: list[Draft], text: str) -> list[Draft]:
    """Give a month or quarter without a year the year of a dated one beside it.

    "4 bln in March 1987 from 3 bln in February" is February 1987; "July and August last year" are of one year.  A base
    does not date what is compared with it.
    """
    given = []
    for index, one in enumerate(drafts):
        near = None
        if one.months:
            low = max(0, index - _NEAR)
            beside = [
                (abs(at - index), other.period)
                for at, other in enumerate(drafts[low : index + _NEAR + 1], low)
                if _dates(other, one, text) and other.period
            ]
            near = min(beside, key=lambda pair: pair[0])[1] if beside else None
        if near and one.months:
            given.append(replace(one, period=_closest(one.months, near), anchored=False))
        else:
            given.append(one)
    return given


def _dates(other: Draft, one: Draft, text: str) -> bool:
    if other.months or other.kind != one.kind or other.role == "base" or not other.span or not one.span:
        return False
    if _BEGAN.search(text[max(0, other.span[0] - _BEGAN_NEAR) : other.span[0]]):
        return False
    if not other.anchored or _JOINED.fullmatch(text, one.span[1], other.span[0]):
        return True
    if one.months is None or other.period is None or one.months >= (other.period.start.month, other.period.end.month):
        return False
    return carries_base(
        text, one.span[1], other.span[0]
    )  # "60 million in January and 28 million in February last year"


_BEGAN = re.compile(
    r"\b(?:start(?:s|ed)?|began|begins?|begun|launched|go(?:es)? back|date[sd]? back)\s+(?:in|to)\s+$", re.IGNORECASE
)
"""Behind it stands when something else began ("the lowest since records start in January 2013")."""
_BEGAN_NEAR = 24


def _closest(months: tuple[int, int], near: Period) -> Period:
    years = (near.start.year + count for count in (0, -1, 1))
    return min(
        (Period.of_months(year, *months) for year in years), key=lambda one: abs((one.start - near.start).days + 1)
    )


def find_times(
    text: str,
    published: Period | None,
    *,
    future: Callable[[int], bool] | None = None,
    context: Period | None = None,
    country: str | None = None,
    earlier: Iterable[Period] = (),
    season_end: int | None = None,
    fiscal: FiscalYear | None = None,
) -> list[TimeMention]:
    """Find the time expressions of a sentence, in its order.

    `published` is a day, or a month where only that is known; without it only absolute dates resolve.  `future` tells
    whether the clause at an offset speaks of the future; without it, the words before decide.  `context` is the
    period last spoken of, `earlier` are all those that the story named before.  `country` (ISO3) gives the fiscal year, `season_end` the last month of
    the crop year that the story speaks of, `fiscal` the first day of the fiscal year that it tells.

    >>> seen = Period.parse("2015-03-17")
    >>> [(one.text, one.period.iso) for one in find_times("Trade fell in November and on Friday", seen)]
    [('November', '2014-11'), ('Friday', '2015-03-13')]
    >>> base = find_times("up 49 percent from a year earlier", seen)[0]
    >>> base.role, base.relation, base_of(base.relation, Period.parse("2014")).iso
    ('base', 'same-period-last-year', '2013')
    """
    year_end = year_end_told(text) or season_end
    scene = Scene(
        text, published, future, context, country, tuple(earlier), year_end, fiscal_start_told(text) or fiscal
    )
    drafts: list[Draft] = []
    at = 0
    while found := next_time(text, at):
        name, fields = fields_of(found)
        words = {key: value for key, index in fields if (value := found[index]) is not None}
        words["*"] = found[0]
        scene.at, scene.end = found.span()
        read_as = [] if _is_last_of(text, found) else read(name, words, scene)
        for draft in read_as:
            framed = _from_january(_framed(draft, scene), scene)
            if framed.role == "period" and drafts and drafts[-1].role == "base" and framed.span and drafts[-1].span:
                held = carries_base(text, drafts[-1].span[1], framed.span[0]) or _is_named_again(
                    text, drafts[-1], framed
                )
                framed = replace(framed, role="base") if held else framed
            drafts.append(framed)
            scene.last = framed.span[1] if framed.span else scene.end
            if framed.period and framed.role != "base" and framed.kind not in {"since", "decade"}:
                scene.spoken = framed.period
            elif framed.period and framed.role == "base":
                scene.held = framed.period
        last = max((one.span[1] for one in read_as if one.span), default=scene.end)
        at = last if read_as else _past_first_word(text, scene.at)
    mentions = []
    for one in _dated_by_neighbours(_like_the_next(drafts), text):
        start, end = one.span or (0, 0)
        role = cast("Role", one.role)
        mentions.append(
            TimeMention(start, end, text[start:end], one.period, role, one.relation, one.anchored, one.kind)
        )
    return mentions


def _from_january(draft: Draft, scene: Scene) -> Draft:
    """As in "in the period to September": from the beginning of the year, unless a stretch that ends then was told before."""
    month, start = draft.period, draft.span[0] if draft.span else 0
    if draft.kind != "month" or month is None or _PERIOD_TO.search(scene.text[:start]) is None:
        return draft
    if any(told.end == month.end and told.days > month.days for told in scene.earlier):
        return draft
    return replace(draft, kind="interval", period=Period(month.start.replace(month=1), month.end))


_PERIOD_TO = re.compile(r"\b(?:in|for|over|during) the period (?:up )?to (?:the end of )?$", re.IGNORECASE)


def _is_last_of(text: str, found: re.Match[str]) -> bool:
    """As in "1993, the last year before the agreement": the last of some years, and not the one just over."""
    last = _THE_LAST.search(text, 0, found.end())
    return last is not None and last.end() == found.end() and _OF_WHICH.match(text, found.end()) is not None


_THE_LAST = re.compile(r"\bthe last (?:full )?(?:year|month|quarter|season)$", re.IGNORECASE)
_OF_WHICH = re.compile(
    r"\s+(?:before\s+(?:the|it|its|they|their|he|she|a|an|[A-Z])\b|(?:in|for)\s+which\b|when\b|of\s+(?:the|his|her|its|their|[A-Z][a-z]+['’]s)\s+(?!year\b|decade\b|century\b))"
)
_WORD = re.compile(r"\w+|.", re.DOTALL)


def _is_named_again(text: str, one: Draft, other: Draft) -> bool:
    """As in "below those of the month before, March 2018": the same time, by its name."""
    if (
        one.period is not None
        or one.span is None
        or other.span is None
        or other.kind not in {"month", "year", "quarter"}
    ):
        return False
    return not other.anchored and text[one.span[1] : other.span[0]] in {", ", " ("}


def _past_first_word(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return found.end() if found else at + 1


_COUNTED_BACK = re.compile(r"(day|week|month|quarter|year)s-before:(\d{1,4})")


def base_of(relation: str, period: Period) -> Period:
    """The period that a relation names, counted from the period it hangs on.

    `same-period-last-year`, `previous-period` (of the same length, just before), `year-before` (the calendar year
    before), and `years-before:2`, `months-before:3` and the like.

    >>> base_of("same-period-last-year", Period.parse("2012-01/2012-06")).iso
    '2011-01/2011-06'
    >>> base_of("previous-period", Period.parse("2014-03")).iso
    '2014-02'
    >>> base_of("months-before:3", Period.parse("2014-03")).iso
    '2013-12'
    """
    if relation == "same-period-last-year":
        return period.shifted_years(-1)
    if relation == "previous-period":
        return period.before()
    if relation == "year-before":
        return Period.of_year(period.start.year - 1)
    found = _COUNTED_BACK.fullmatch(relation)
    if not found:
        raise ValueError(f"unknown relation {relation!r}")
    unit, count = found[1], int(found[2])
    if unit == "year":
        return period.shifted_years(-count)
    if unit in {"day", "week"}:
        back = timedelta(days=count * (7 if unit == "week" else 1))
        return Period(period.start - back, period.end - back)
    months = count * (3 if unit == "quarter" else 1)
    start, after = cal.add_months(period.start, -months), cal.add_months(period.end + timedelta(days=1), -months)
    return Period(start, after - timedelta(days=1))
