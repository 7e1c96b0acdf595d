"""Printed numbers as intervals, and which claims are about one quantity: what the arithmetic inside stories rests on.

A bare number stands for all that rounds to its printed digits. One with a word before it ("about", "almost", "more than"),
one told in words ("a third", "half") and one whose digits are not known stand for all that would be `imprecise`, so that
no figure is called wrong on account of a rounding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tieline.check.parts import tolerance_of
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.products import product_of
from tieline.model.vocabulary import Indicator

_BREAK = re.compile(r"\n\s*\n|\n {2,}")
_STOP = re.compile(r"[.!?][\"”’')]*\s")
_BASIS = re.compile(
    r"\b(?:revised|revision|preliminary|provisional|unadjusted|adjusted|current[- ]account|balance[- ]of[- ]payments|payments|invisible|"
    r"visible|services|customs[- ](?:basis|cleared?|clearance)|f\.?o\.?b|c\.?i\.?f|net|contracts?|contracted|re-?exports?|non-?oil|real terms|volume|constant|"
    r"in \w+ terms|average|excluding|including|mainland|hong kong|estimate[sd]?|domestic)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both ends among them."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Tell whether the two have a number in common.

        >>> Interval(1, 2).meets(Interval(2, 3)), Interval(1, 2).meets(Interval(2.1, 3))
        (True, False)
        """
        slack = 1e-9 * max(abs(x) for x in (self.low, self.high, other.low, other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval:
        """The quotient of two intervals of positive numbers.

        >>> Interval(33.975, 33.985).over(Interval(82.165, 82.175)).low.__round__(4)
        0.4134
        """
        return Interval(self.low / other.high, self.high / other.low)

    def percent_of_one(self) -> Interval:
        """Quotients as percentages."""
        return Interval(self.low * 100, self.high * 100)

    def less(self, number: float) -> Interval:
        """The interval moved down."""
        return Interval(self.low - number, self.high - number)


@dataclass(frozen=True, slots=True)
class Cell:
    """One quantity in one period: what two claims must share for their figures to be comparable."""

    indicator: Indicator
    reporter: str
    partner: str | None
    goods: str | None
    period: Period
    unit: str | None
    scope: tuple[str, ...] = ()
    per: str | None = None


def cell_of(claim: Measure, period: Period | None = None) -> Cell | None:
    """The quantity that a claim is about; None without a period, a partner or a unit that is sure.

    Two-way trade is the same from either side. Words for one product fall together ("oil", "crude").
    """
    when = period or claim.period
    if when is None or claim.modality not in {"actual", "estimate"} or claim.partner in {None, claim.reporter}:
        return None
    a, b = claim.reporter, claim.partner
    if claim.indicator == "trade" and b != "WLD" and b is not None:
        a, b = min(a, b), max(a, b)
    unit = None if claim.unit in {"percent", "ratio"} else claim.unit
    return Cell(claim.indicator, a, b, goods_of(claim), when, unit, tuple(sorted(claim.scope)), claim.per)


def is_money(unit: str | None) -> bool:
    """The unit is a currency's code."""
    return unit is not None and len(unit) == 3 and unit.isupper()


def goods_of(claim: Measure) -> str | None:
    """The goods as their words, in one spelling; None for all products."""
    if not claim.product:
        return ", ".join(claim.hs) if claim.hs else None
    known = product_of(claim.product)
    if known is not None and known.kind == "generic" and not claim.hs:
        return None
    return " ".join(claim.product.casefold().split())


def printed(claim: Measure, name: str) -> Interval:
    """What one of a claim's numbers may stand for: `value`, `change_pct`, `change_value` or `share_pct`."""
    allowed = tolerance_of(claim, name)
    hedge = claim.bounds.get(name) if claim.bounds else claim.bound
    if hedge is None and claim.digits.get(name) is not None and f"{name}" not in claim.inferred:
        return Interval(allowed.low, allowed.high)
    return Interval(allowed.loose_low, allowed.loose_high)


def agree_on_source(one: Measure, other: Measure) -> bool:
    """The two are told by the same voice, as far as the story says: their named sources overlap, or one names none."""
    return not one.sources or not other.sources or bool(set(one.sources) & set(other.sources))


def words_of(claim: Measure, document: Document | None) -> str:
    """The sentence that a claim's words stand in; the words alone where the document is not at hand."""
    quote = claim.quote
    if document is None or document.text[quote.start : quote.end] != quote.exact:
        return quote.exact
    before = document.text[max(0, quote.start - 400) : quote.start]
    after = document.text[quote.end : quote.end + 300]
    starts = [found.end() for pattern in (_BREAK, _STOP) for found in pattern.finditer(before)]
    ends = [found.start() for pattern in (_BREAK, _STOP) for found in pattern.finditer(after)]
    return before[max(starts, default=0) :] + quote.exact + after[: min(ends, default=len(after))]


def basis_of(words: str) -> frozenset[str]:
    """What a sentence says of how a figure was counted: two figures of another basis need not agree.

    >>> sorted(basis_of("the current account deficit, on a preliminary basis")), sorted(basis_of("the trade deficit"))
    (['current account', 'preliminary'], [])
    """
    return frozenset(found.group().casefold() for found in _BASIS.finditer(words))


def together(claims: Iterable[Measure], document: Document | None) -> bool:
    """The claims' words stand in one paragraph of the document."""
    quotes = [claim.quote for claim in claims]
    first, last = min(q.start for q in quotes), max(q.end for q in quotes)
    return document is not None and _BREAK.search(document.text[first:last]) is None


def sure(claim: Measure, *allowed: str) -> bool:
    """Its goods, flow and period are its own words', not carried over from elsewhere; but for those `allowed`."""
    return not ({"period", "product", "indicator"} - set(allowed)) & set(claim.inferred)
