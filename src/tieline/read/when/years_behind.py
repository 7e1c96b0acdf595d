"""Parts of a year whose year stands later in the sentence: "Second-quarter exports rose to $88 million in 2017", "By the end of September 2017, ... that year"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when.scene import Draft

_PARTS = frozenset({"quarter", "half"})
_IN = re.compile(r"\b(?:in|during|of|for)\s+$", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"[,;:]|\b(?:after|before|since|than|from(?=\s+(?:[A-Z]{1,3})?[$€£¥\d])|against|versus|compared|while|whereas|but|following|record|\w+est)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:^|[.!?,]\s+)[\"'“‘]?By\s+$")
_THAT_YEAR = re.compile(r"(?:that|the|this)(?:\s+same)?\s+year", re.IGNORECASE)
_EXTREME_OF = re.compile(
    r"\b(?:\w+[- ])?(?:\w+est|best|worst|most|least)\s+(?:(?:monthly\s+)?(?:month|figure|total|level|result|value)\s+)?(?:of|in)\s+$",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"\bthan\s+(?:in|for|during)\s+any\s+(?:\w+\s+)?(?:year|month|quarter)\s+$", re.IGNORECASE)
"""What a dated figure is ranked among, and no time of it: "more in 2016 than in any other year since 2010"."""


def with_years_behind(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts, with the year behind in the part of a year that leads, and without the part that a month is only ranked in."""
    given = list(drafts)
    for place, one in enumerate(drafts):
        if one.span is None or one.period is None or one not in given:
            continue
        if one.months and one.kind in _PARTS and "-" in text[one.span[0] : one.span[1]]:
            year = _year_told(one, drafts[place + 1 :], text)
            if year is not None and year.period is not None:
                own = Period.of_months(year.period.start.year, *one.months)
                given[given.index(one)] = replace(one, period=own, anchored=False, months=None)
                given.remove(year)
        elif (one.kind == "since" and _ANY_YEAR.search(text[: one.span[0]]) and _dated(drafts[:place])) or (
            one.months and one.kind in _PARTS and _is_ranked_in(one, drafts[:place], text)
        ):
            given.remove(one)
        elif one.kind == "month" and _BY.search(text[: one.span[0]]):
            year = _of_that_year(one, drafts[place + 1 :], text)
            if year is not None:
                so_far = Period(one.period.start.replace(month=1, day=1), one.period.end)
                given[given.index(one)] = replace(one, period=so_far, kind="interval", role="period", months=None)
                given.remove(year)
    return given


def _year_told(one: Draft, behind: Sequence[Draft], text: str) -> Draft | None:
    """The one year behind that is of the same clause, where nothing else tells when it was."""
    other = behind[0] if len(behind) == 1 else None
    if other is None or other.span is None or one.span is None or other.kind != "year" or other.anchored:
        return None
    between = re.sub(r"\d,\d|,\s+(?:at|worth)\s+[^,;]{1,25},", " ", text[one.span[1] : other.span[0]])
    return other if other.role == "period" and _IN.search(between) and not _OF_OTHERS.search(between) else None


def _is_ranked_in(one: Draft, before: Sequence[Draft], text: str) -> bool:
    """As in "June 2017 was the second-lowest of the first half": of which half the month tells."""
    dated = any(other.kind == "month" for other in before if not other.anchored and other.period)
    return dated and one.span is not None and _EXTREME_OF.search(text[: one.span[0]]) is not None


def _dated(before: Sequence[Draft]) -> bool:
    return any(other.period is not None and other.role == "period" and not other.anchored for other in before)


def _of_that_year(one: Draft, behind: Sequence[Draft], text: str) -> Draft | None:
    other = behind[0] if behind else None
    if other is None or other.span is None or other.period is None or one.period is None:
        return None
    told = _THAT_YEAR.fullmatch(text[other.span[0] : other.span[1]])
    return other if told and one.period.start.year == other.period.start.year else None
