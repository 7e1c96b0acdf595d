"""Others that a sentence holds a level against in passing: "more than Chile and Poland put together", "less than twice the figure for Chile", "ahead of Chile by $40 million", "$16 million more than to Peru"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tieline.check.intervals import HEDGE, PART, TIMES, part_of
from tieline.check.named import NAME, countries_in
from tieline.check.quantities import Quantity
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.hedges import bound_of
from tieline.model.precision import significant
from tieline.model.vocabulary import Bound

_MORE = r"\b(?:(?P<more>more|greater|larger|higher|bigger)|(?:less|fewer|smaller|lower))\s+than\s+"
_TOGETHER = re.compile(
    rf"{_MORE}(?P<what>(?:(?:those|that|what|its|exports|imports|sales|purchases|to|from|with|of)\s+)*)(?:both\s+)?(?P<names>{NAME}(?:,\s+{NAME})*,?\s+and\s+{NAME})"
    r"\s+(?:put together|taken together|combined|together)\b"
)
_MULTIPLE = re.compile(
    rf"{_MORE}(?P<times>{'|'.join(TIMES)})\s+(?:as much as\s+)?(?:the\s+(?:figure|amount|total|value|level|sum)\s+|that\s+|those\s+)(?P<what>(?:for|of|to|from|with)\s+)(?P<names>{NAME})(?!['’])"
)
_APART_BY = re.compile(
    rf"(?:[A-Z]{{1,3}})?\$\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>million|billion)\s+(?:(?P<more>more|higher|larger|greater)|less|lower|smaller|fewer)\s+than\s+"
    rf"(?P<what>(?:(?:it|they|those|that|had|sold|bought|exported|imported|earned|spent|to|from|with|in)\s+)*)(?P<names>{NAME})(?!['’])"
)
_PART_OF_SUM = re.compile(
    rf"(?:\b(?P<hedge>{HEDGE})\s+)?\b(?:(?P<part>{PART})\s+of|(?P<times>{'|'.join(TIMES)}))\s+(?:the\s+)(?:[A-Z]{{1,3}})?[$€£¥]?\s?\d[\d.,]*\s*(?:million|billion)(?:\s+worth)?"
    rf"(?:\s+of\s+(?:goods|merchandise))?\s+(?:that\s+)?(?:it|they)\s+(?:had\s+)?[a-z]+\s+(?:[a-z]+\s+)?(?P<what>(?:to|from|with)\s+)(?P<names>{NAME})(?!['’])",
    re.IGNORECASE,
)
_AHEAD_BY = re.compile(
    rf"\b(?P<more>ahead)\s+of\s+(?P<what>)(?P<names>{NAME})\s+by\s+(?:(?:about|almost|nearly|some|around)\s+)?(?:[A-Z]{{1,3}})?\$\s?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>million|billion)\b"
)
_WHOSE = re.compile(rf"(?P<name>{NAME})['’]s?\s")
_LEVEL = re.compile(r"(?<=[$€£¥])\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?(?=\s+(?:million|billion)\b)")


@dataclass(frozen=True, slots=True)
class Together:
    """The flows that one is held against, as so many `times` their sum or with a gap between; `words` are the sentence's."""

    how: Literal["more", "less", "equal"]
    others: tuple[Quantity, ...]
    words: str
    times: float = 1.0
    gap: float | None = None
    hedge: Bound | None = None


def together_in(claim: Measure | Trend, own: Quantity, sentence: str) -> Together | None:
    """What a sentence holds the level of a claim against; None where it holds it against nothing of the kind.

    >>> from tieline.model.claims import Quote
    >>> words = "Vietnam sold Kenya $396 million in 2014"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 39), indicator="exports", reporter="VNM", partner="KEN",
    ...                 value=396e6, unit="USD")
    >>> own = Quantity("exports", "VNM", "KEN")
    >>> told = together_in(claim, own, words + ", less than Chile and Poland put together")
    >>> told.how, [each.reporter for each in told.others]
    ('less', ['CHL', 'POL'])
    >>> together_in(claim, own, words + ", more than twice the figure for Chile").times
    2.0
    >>> [each.partner for each in together_in(claim, own, "Vietnam's exports to Kenya were $396 million, more than Chile and Poland combined").others]
    ['CHL', 'POL']
    >>> part = together_in(claim, own, words + ", about a third of the $1.2 billion it sold to Norway")
    >>> part.how, round(part.times, 2), part.others[0].partner
    ('equal', 0.33, 'NOR')
    >>> together_in(claim, own, words + ", $390 million more than to Chile").gap
    390000000.0
    >>> together_in(claim, own, words + ", more than in 2012 and 2013 together") is None
    True
    """
    value = claim.value if isinstance(claim, Measure) else None
    ranked = isinstance(claim, Trend) and claim.compared_with is not None and claim.compared_with.rank is not None
    if own.flow == "balance" or own.partner == "WLD" or (value is None and not ranked):
        return None
    for form in (_TOGETHER, _MULTIPLE, _AHEAD_BY, _APART_BY, _PART_OF_SUM):
        found = form.search(sentence)
        if found is None:
            continue
        ahead = sentence[: found.start()]
        last = _LEVEL.findall(ahead)[-1:]
        named, first = countries_in(found["names"]), countries_in(ahead)[:1]
        if value is not None and (not last or significant(last[0]) != significant(value)):
            return None
        if not named or "WLD" in named or {own.reporter, own.partner} & set(named):
            return None
        by_partner = bool({"to", "from", "with", "in"} & set(found["what"].split()))
        if not by_partner:
            if first not in ([own.reporter], [own.partner]):
                return None
            whose = _WHOSE.search(ahead)  # of "Kenya's exports to Chile" it is Chile that others stand beside
            by_partner = (first == [own.partner]) != (whose is not None and countries_in(whose["name"]) == first)
        others = tuple(replace(own, partner=code) if by_partner else replace(own, reporter=code) for code in named)
        told = found.groupdict()
        gap = None
        if told.get("number"):
            gap = float(told["number"].replace(",", "")) * (1e9 if told["unit"] == "billion" else 1e6)
        times = (
            TIMES[told["times"].lower()]
            if told.get("times")
            else part_of(told["part"]) / 100
            if told.get("part")
            else 1.0
        )
        if form is _PART_OF_SUM:
            hedge = bound_of(told["hedge"])
            side = {"over": "more", "at_least": "more", "under": "less", "at_most": "less"}.get(str(hedge), "equal")
            return Together(side, others, found.group(), times, hedge=hedge)  # type: ignore[arg-type]
        return Together("more" if found["more"] else "less", others, found.group(), times, gap)
    return None
