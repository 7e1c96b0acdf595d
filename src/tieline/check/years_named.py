"""Several years that stand beside one figure: "a combined $309 million in 2017 and 2018" is their sum, "$141 million in both 2017 and 2018" is of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import significant

_YEAR = r"(?:19|20)\d\d"
_LIST = re.compile(
    rf"\b(?P<both>both\s+)?(?:in|of|for|over|during|across)\s+(?:the\s+years\s+)?(?P<each>(?:both|each\s+of)\s+)?"
    rf"(?P<years>{_YEAR}(?:,\s*{_YEAR})*,?\s+and\s+(?:in\s+)?{_YEAR})\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?:in|during|for)\s+(?:each|every)\s+(?:single\s+)?(?:year|one\s+of\s+the\s+years)\s+(?:from|between)\s+(?P<first>{_YEAR})\s+(?:to|and|through|until)\s+(?P<last>{_YEAR})\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:combined|together|in total|in all|altogether|a total of|cumulative(?:ly)?|sum of|totall?(?:ed|ing)|averag(?:e|ed|ing))\b",
    re.IGNORECASE,
)
_IN_TURN = re.compile(r"\brespectively\b|\bin that order\b", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?<![\w.,])(?!{_YEAR}\b(?![.,]\d))\d[\d,]*(?:\.\d+)?(?![\w-])|(?<=[$€£¥])\d[\d,]*(?:\.\d+)?",
)
_NOT_OF_IT = re.compile(
    r"\s+(?!(?:combined|together|taken|put|in|as|from|to|by|but|while|after|alike|alone|with|at|on|according|and|the|both|his|her|its|their|a|an)\b)"
    r"[a-z]+"
)
"""A word behind the years by which they belong to what follows: "fell in 2017 and 2018 was no better"."""
_SUBJECT_MOVES: Final = frozenset({"up", "down", "flat"})


@dataclass(frozen=True, slots=True)
class Years:
    """The years that are told of a figure, whether it is their `sum`, of `each`, or may be `either`, and the words of a span that tell of each."""

    years: tuple[int, ...]
    how: Literal["sum", "each", "either"]
    words: str = ""

    @property
    def whole(self) -> Period | None:
        """All of them as one period; None where they do not follow on each other."""
        first, last = self.years[0], self.years[-1]
        in_row = self.years == tuple(range(first, last + 1))
        return Period(Period.of_year(first).start, Period.of_year(last).end) if in_row else None


def years_named(claim: Measure | Trend, before: str, words: str) -> Years | None:
    """Which years the words have beside the figure or direction of a claim; None where there are no several, or each has a figure of its own.

    >>> from tieline.model.claims import Quote
    >>> words = "exports were $203 million in 2017 and 2018"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 42), indicator="exports", reporter="KEN", partner="POL",
    ...                 value=203e6, unit="USD", period=Period.of_year(2017))
    >>> years_named(claim, "", words).how, years_named(claim, "", words + " combined").how
    ('either', 'sum')
    >>> years_named(claim, "In both 2017 and 2018 ", words[:25]).how
    'each'
    >>> years_named(claim, "", "exports were $190 million and $203 million in 2017 and 2018") is None
    True
    """
    sentence = before + words
    if claim.period is None or _IN_TURN.search(sentence):
        return None
    every = _SPAN.search(sentence) if _may_hold_in_each(claim) else None
    if every is not None:
        return Years(tuple(range(int(every["first"]), int(every["last"]) + 1)), "each", every.group())
    found = _of_figure(claim, sentence) if isinstance(claim, Measure) else _of_way(claim, sentence, len(before))
    if found is None:
        return None
    years = tuple(sorted({int(year) for year in re.findall(_YEAR, found["years"])}))
    if len(years) < 2 or not years[0] <= claim.period.start.year <= claim.period.end.year <= years[-1]:
        return None
    if found["both"] or found["each"]:
        return Years(years, "each")
    levels = isinstance(claim, Measure) and claim.value is not None and claim.share_pct is None
    if not levels or (isinstance(claim, Measure) and claim.change_pct is not None):
        return Years(years, "each")
    return Years(years, "sum" if _TOGETHER.search(sentence) else "either")


def _may_hold_in_each(claim: Measure | Trend) -> bool:
    """A level or share, or a comparison within a year; what a direction says of every year is judged by the years before."""
    if isinstance(claim, Measure):
        return claim.change_pct is None and claim.change_value is None
    return _is_compared(claim)


def _is_compared(claim: Trend) -> bool:
    other = claim.compared_with
    return claim.direction is None and other is not None and other.rank is None and other.period is None


def printed_in(claim: Measure, sentence: str) -> tuple[list[re.Match[str]], int | None]:
    """The numbers that a sentence prints, without years, and which of them is the claim's."""
    told = (claim.value, claim.change_value, claim.change_pct, claim.share_pct)
    number = next((each for each in told if each is not None), None)
    printed = [each for each in _NUMBER.finditer(sentence) if not re.fullmatch(_YEAR, each.group())]
    digits = significant(f"{abs(number):g}" if number is not None and abs(number) < _SMALL else number or 0.0)
    return printed, next((n for n, each in enumerate(printed) if significant(each.group()) == digits), None)


def _of_figure(claim: Measure, sentence: str) -> re.Match[str] | None:
    """The years behind the number of a claim and before the next one, or at the head of its sentence where it is the only one."""
    printed, own = printed_in(claim, sentence)
    if own is None:
        return None
    if own and _AND.fullmatch(sentence, printed[own - 1].end(), printed[own].start()):
        return None
    until = printed[own + 1].start() if own + 1 < len(printed) else len(sentence)
    behind = _LIST.search(sentence, printed[own].end(), until)
    if behind is not None and _CLAUSE.search(sentence, printed[own].end(), behind.start()) is None:
        return None if _NOT_OF_IT.match(sentence, behind.end()) else behind
    ahead = _LIST.search(sentence, 0, printed[0].start()) if len(printed) == 1 else None
    leads = ahead is not None and (
        not sentence[: ahead.start()].strip(" \"'“‘") or _LEVEL_VERB.match(sentence, ahead.end())
    )
    return ahead if leads else None


_SMALL: Final = 1e6
_AND = re.compile(
    r"\s*(?:million|billion|percent|per cent|%)?(?:\s+dollars)?\s*(?:,|\band\b|\bor\b)\s+[^\s\w]?\s*(?:[A-Z]{1,3})?[$€£¥]?"
)
_LEVEL_VERB = re.compile(
    r",?\s+(?:(?:together|combined|taken together|put together)\s+)?(?:were|was|came|totall?ed|reached|amounted|stood|averaged|exceeded|topped|passed|added)\b"
)
"""Behind years that stand with the flow: "exports in 2017 and 2018 came to"."""
_CLAUSE = re.compile(r";|,?\s+(?:while|whereas|but|although|though|after|than|against|compared)\b", re.IGNORECASE)


def _of_way(claim: Trend, sentence: str, start: int) -> re.Match[str] | None:
    """The years behind a direction or comparison, or at the head of its sentence; none of a place or a record."""
    compared = _is_compared(claim)
    if claim.direction not in _SUBJECT_MOVES and not compared:
        return None
    end = start + len(claim.quote.exact)
    behind = _LIST.search(sentence, start)
    if behind is not None:
        between = sentence[end : behind.start()]
        near = behind.start() < end or (
            len(between) <= _NEAR and not (_OTHER_TIME if compared else _OTHER_PART).search(between)
        )
        return behind if near and not _NOT_OF_IT.match(sentence, behind.end()) else None
    return _LIST.match(sentence.lstrip("\"'“‘ "))


_NEAR: Final = 40
_OTHER_TIME: Final = re.compile(r"[,;]|\band\b|\bafter\b")
_OTHER_PART: Final = re.compile(r"[,;]|\band\b|\bthan\b|\bafter\b")


def of_all_its_years(claim: Measure, before: str, words: str) -> Measure:
    """A sum over several years has all of them as its period.

    >>> from tieline.model.claims import Quote
    >>> words = "exports reached a combined $203 million in 2017 and 2018"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 56), indicator="exports", reporter="KEN", partner="POL",
    ...                 value=203e6, unit="USD", period=Period.of_year(2017))
    >>> of_all_its_years(claim, "", words).period.iso
    '2017/2018'
    """
    told = years_named(claim, before, words)
    whole = told.whole if told is not None and told.how == "sum" else None
    return claim if whole is None else replace(claim, period=whole, base=None)
