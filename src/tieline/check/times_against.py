"""The month, quarter or year that a rise or fall is held against by its own words: "fell in November from October", "than in the second quarter"."""

from __future__ import annotations

from typing import Final

from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import MONTH_NAMES
from tieline.model.periods import Period

_QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(MONTH_NAMES)
_QUARTER = "|".join(_QUARTERS)
_AGAINST = (
    r"\b(?:from|against|versus|(?:when\s+)?compared\s+(?:with|to)|relative\s+to|than(?:\s+(?:it|they)\s+(?:was|were|did|had))?(?:\s+(?:in|during|for))?)\s+"
    r"(?:(?:the|its|their|those|that|levels?|figures?|of|in|for|a)\s+)*"
)
_NAMED = re.compile(
    rf"{_AGAINST}(?:(?P<month>{_MONTH})\b(?:\s+(?:of\s+)?(?P<of>{_YEAR}))?|(?P<year>{_YEAR})\b"
    rf"|(?P<quarter>{_QUARTER})(?:\s+quarter\b(?:\s+(?:of\s+)?(?P<in>{_YEAR}))?|(?=\s*(?:$|[.,;)]))))"
)
_LAST = re.compile(
    rf"(?:{_AGAINST}|\b(?:on|over)\s+(?:the\s+|a\s+)?)(?:(?:previous|preceding|prior)\s+(?P<one>month|quarter)|(?P<two>month|quarter)\s+(?:before|earlier))\b"
    r"|\b(?P<three>month|quarter)[- ](?:on|over)[- ](?:month|quarter)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween)\s+(?:the\s+)?(?P<a>{_MONTH}|{_QUARTER})(?:\s+quarter)?(?:\s+(?:of\s+)?(?P<then>{_YEAR}))?\s+(?:to|and)\s+(?:the\s+)?"
    rf"(?P<b>{_MONTH}|{_QUARTER})(?P<what>\s+quarters?)?(?:\s+(?:of\s+)?(?P<now>{_YEAR}))?\b"
)
_ASIDE = re.compile(r",\s+(?!(?:when\s+)?compared\b|against\b|versus\b|relative\b|from\b)")
_LEAD = re.compile(r"\s*(?P<told>(?:Compared\s+(?:with|to)|Relative\s+to)\b[^.;,]*),[^.;,]*$")


def time_against(claim: Measure | Trend, words: str, before: str = "") -> tuple[Period, Period] | None:
    """The period and the base of a direction or change whose words name the time that it is held against; None where they don't.

    >>> from tieline.model.claims import Quote
    >>> words = "exports to Peru fell"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 20), indicator="exports", reporter="CHL", partner="PER",
    ...               direction="down", period=Period.parse("2018-11"))
    >>> [each.iso for each in time_against(claim, words + " in November 2018 from October")]
    ['2018-11', '2018-10']
    >>> [each.iso for each in time_against(claim, words + " from September to October 2018")]
    ['2018-10', '2018-09']
    >>> time_against(claim, words + " in November 2018 from a year earlier") is None
    True
    """
    if not _moves(claim) or claim.period is None:
        return None
    clause = _ASIDE.split(own_clause(words, claim.quote.exact)[len(claim.quote.exact) :], maxsplit=1)[0]
    own = claim.quote.exact + clause
    ends = _FROM_TO.search(own) or _FROM_TO.match(before.strip())
    span = _ends(ends, claim.period) if ends is not None else None
    if span is not None:
        return span
    led = _LEAD.match(before)
    found = _NAMED.search(own) or (_named_in(led["told"]) if led is not None else None)
    base = _base(found, claim.period) if found is not None else None
    if base is None and (last := _LAST.search(own)) is not None:
        unit = (last["one"] or last["two"] or last["three"]).lower()
        base = claim.period.before() if claim.period.precision == unit else None
    return (claim.period, base) if base is not None and base.end < claim.period.start else None


def _named_in(lead: str) -> re.Match[str] | None:
    return _NAMED.search(lead[:1].lower() + lead[1:])


def _moves(claim: Measure | Trend) -> bool:
    if isinstance(claim, Trend):
        return claim.direction in {"up", "down", "flat"}
    changes = claim.change_pct is not None or claim.change_value is not None
    return changes and (claim.base is None or "base" in claim.inferred)


def _base(found: re.Match[str], period: Period) -> Period | None:
    """The latest time of that name before the period, or that of the year that is told."""
    year = period.start.year
    if found["month"] and period.precision == "month":
        month = MONTH_NAMES.index(found["month"]) + 1
        return Period.of_month(int(found["of"]) if found["of"] else year - (month >= period.start.month), month)
    if found["quarter"] and period.precision == "quarter":
        quarter, own = _QUARTERS[found["quarter"].lower()], (period.start.month + 2) // 3
        return Period.of_quarter(int(found["in"]) if found["in"] else year - (quarter >= own), quarter)
    if found["year"] and period.precision == "year":
        return Period.of_year(int(found["year"]))
    return None


def _ends(found: re.Match[str], period: Period) -> tuple[Period, Period] | None:
    """Both ends of a move from one month or quarter to the next; None of a longer time, of which it may tell as a whole."""
    year = int(found["now"] or found["then"] or period.end.year)
    months, quarters = {found["a"], found["b"]} <= set(MONTH_NAMES), {found["a"], found["b"]} <= _QUARTERS.keys()
    if months:
        now = Period.of_month(year, MONTH_NAMES.index(found["b"]) + 1)
        named = MONTH_NAMES.index(found["a"]) + 1 == now.before().start.month
    elif quarters and found["what"]:
        now = Period.of_quarter(year, _QUARTERS[found["b"]])
        named = _QUARTERS[found["a"]] == (now.before().start.month + 2) // 3
    else:
        return None
    return (now, now.before()) if named else None
