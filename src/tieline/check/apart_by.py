"""By how much two flows lie apart that a sentence compares: "exceeded those to Peru by $98 million", "sold $98 million more to Norway than to Peru"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tieline.check.guesses import sentence_of
from tieline.check.intervals import HEDGE, Tolerance, tolerance
from tieline.check.named import NAME, countries_in
from tieline.model import lazy_re as re
from tieline.model.claims import Comparison, Event, Measure, Trend
from tieline.model.hedges import bound_of
from tieline.model.precision import significant

_SCALES: Final = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
}
_AMOUNT = (
    rf"(?:(?P<hedge>{HEDGE})\s+)?(?:U\.?S\.?\s?|[A-Z]{{2,3}}\s?)?(?P<sign>[$€£¥])?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
    rf"\s*(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})?\b(?:\s+(?P<money>dollars|euros))?"
)
_SIZE = r"(?:more|less|higher|lower|larger|smaller|greater|bigger|fewer|above|below)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:exceed|surpass|outstrip|outweigh|overt(?:ake|ook)|top|beat|trail|lag|outdo|outdid)\w*\b[^.;]{{2,80}}?\bby\s+{_AMOUNT}",
        rf"{_AMOUNT}\s+(?:worth\s+)?{_SIZE}\b[^.;$€£¥]{{0,80}}?\bthan\b",
        rf"\b{_SIZE}\s+than\b[^.;$€£¥]{{2,80}}?\bby\s+{_AMOUNT}",
        rf"{_AMOUNT}\s+(?:above|below|ahead of|behind|short of)\s+(?:those|that|its|their|the)\b",
    )
)


@dataclass(frozen=True, slots=True)
class Apart:
    """An amount of money that two flows are told to lie apart, as the words allow it, and its digits."""

    allowed: Tolerance
    digits: str


def apart_told(words: str) -> Apart | None:
    """The amount by which words have one flow larger or smaller than another; None where they tell none.

    >>> apart_told("exports to Norway exceeded those to Peru by $98 million").allowed.low
    97500000.0
    >>> apart_told("sold about $1.2 billion more to Norway than to Peru").digits, apart_told("sold more to Norway than to Peru") is None
    ('12', True)
    """
    for form in _FORMS:
        found = form.search(words)
        if found is None or not (found["sign"] or found["money"]):
            continue
        printed = found["number"]
        number = float(printed.replace(",", "")) * _SCALES.get((found["scale"] or "").lower(), 1.0)
        digits = len(printed.replace(",", "").replace(".", "").lstrip("0"))
        hedge = bound_of(found["hedge"])
        if number:
            return Apart(tolerance(number, digits, hedge), significant(printed))
    return None


_PERCENT = re.compile(
    rf"(?P<number>\d+(?:\.\d+)?)\s*(?:percent|per cent|pct|%)\s+{_SIZE}\b[^.;]{{0,80}}?\bthan\b", re.IGNORECASE
)


def with_their_comparison(claims: Sequence[Measure | Trend | Event], text: str | None) -> list[Measure | Trend | Event]:
    """The claims, with the comparison of two partners in the place of a figure that only tells how far they lie apart, and is no change.

    >>> from tieline.model.claims import Comparison, Quote
    >>> text = "Chile's exports to Norway exceeded those to Peru by $98 million."
    >>> common = {"document": "d", "version": "v", "indicator": "exports", "reporter": "CHL"}
    >>> told = Trend(quote=Quote(text[:63], 0, 63), partner="NOR", direction=None, compared_with=Comparison(partner="PER"), **common)
    >>> change = Measure(quote=Quote(text[44:63], 44, 63), partner="PER", change_value=98e6, unit="USD", inferred=("base",), **common)
    >>> [each.kind for each in with_their_comparison([told, change], text)]
    ['trend', 'trend']
    """
    compared = [
        each
        for each in claims
        if isinstance(each, Trend)
        and each.compared_with is not None
        and each.compared_with.rank is None
        and (
            each.compared_with.partner not in {None, each.partner}
            or each.compared_with.reporter not in {None, each.reporter}
        )
    ]
    if not compared or text is None:
        return list(claims)
    return [_compared(each, compared, text) if isinstance(each, Measure) else each for each in claims]


def _compared(claim: Measure, compared: Sequence[Trend], text: str) -> Measure | Trend:
    number = claim.change_value if claim.change_value is not None else claim.change_pct
    told_balance = claim.indicator == "balance" and claim.value is not None
    number = claim.value if told_balance else number
    if (
        number is None
        or (claim.value is not None and not told_balance)
        or not (claim.base is None or "base" in claim.inferred)
    ):
        return claim
    sentence = sentence_of(claim, text)
    percent = claim.change_pct is not None
    far = _PERCENT.search(sentence) if percent else None
    apart = None if percent else apart_told(sentence)
    digits = apart.digits if apart is not None else significant(far["number"]) if far is not None else None
    if digits is None or digits != significant(f"{abs(number):g}" if percent else number):
        return claim
    return next((_told(each, claim) for each in compared if sentence_of(each, text) == sentence), claim)


def _told(compared: Trend, claim: Measure) -> Trend:
    return replace(compared, modality=claim.modality, period=compared.period or claim.period)


_THAN_ANOTHER = re.compile(
    rf"\b{_SIZE}\b[^.;$€£¥]{{0,40}}?\bthan\s+(?:(?:those|that|its|their|exports|imports|sales|purchases|shipments|trade|it|they|did|sold|bought|had)\s+)*"
    rf"(?:(?:to|from|with)\s+(?P<partner>{NAME})|(?P<reporter>{NAME})['’]s?(?!\s+(?:19|20)\d\d))"
)


def compared_instead(claim: Measure, words: str) -> Measure | Trend:
    """A comparison with another flow that was read as a change: "were $24 million higher in 2018 than those to Norway".

    >>> from tieline.model.claims import Quote
    >>> words = "Kenya's exports to Poland were $24 million"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 42), indicator="exports", reporter="KEN", partner="POL",
    ...                 change_value=24e6, unit="USD", inferred=("base",))
    >>> compared_instead(claim, words + " higher in 2018 than those to Norway").compared_with.partner
    'NOR'
    >>> compared_instead(claim, words + " higher in 2018 than in 2017").kind
    'measure'
    """
    moves = claim.change_value is not None or claim.change_pct is not None
    if not moves or claim.value is not None or not (claim.base is None or "base" in claim.inferred):
        return claim
    found = _THAN_ANOTHER.search(words) if claim.indicator in {"exports", "imports", "trade"} else None
    named = countries_in(found["partner"] or found["reporter"]) if found is not None else []
    if found is None or len(named) != 1 or named[0] in {claim.reporter, claim.partner, "WLD"}:
        return claim
    own, other = (claim.reporter, named[0]) if found["partner"] else (named[0], claim.partner)
    return Trend(
        document=claim.document, version=claim.version, quote=claim.quote, sources=claim.sources, modality=claim.modality,
        inferred=tuple(name for name in claim.inferred if name != "base"), indicator=claim.indicator, reporter=claim.reporter,
        partner=claim.partner, product=claim.product, hs=claim.hs, period=claim.period, scope=claim.scope, direction=None,
        compared_with=Comparison(indicator=claim.indicator, reporter=own, partner=other),
    )  # fmt: skip
