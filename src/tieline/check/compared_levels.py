"""Two levels told with a comparison of two partners: "less to Peru than to Poland, at $12 million against $24 million" has Poland's too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.guesses import sentence_of
from tieline.check.worded_comparisons import compared_goods
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.precision import significant

_SCALE = r"\s*(?:million|billion|trillion|mln|bln|bn|m)?(?:\s+(?:U\.?S\.?\s+)?(?:dollars|dlrs))?"
_AGAINST = re.compile(
    rf"(?:[,:]|\bat|\bby|\bwith)\s+(?:[A-Z]{{1,3}})?[$€£¥]?\s?(?P<one>\d[\d,]*(?:\.\d+)?){_SCALE}\s+(?:against|versus|vs\.?|and|compared (?:with|to))\s+"
    rf"(?:[A-Z]{{1,3}})?[$€£¥]?\s?(?P<two>\d[\d,]*(?:\.\d+)?)"
)


def with_their_partners(claims: Sequence[Measure | Trend | Event], text: str | None) -> list[Measure | Trend | Event]:
    """The claims, with the second of two levels that stand behind a comparison given to the partner that is compared.

    >>> from tieline.model.claims import Comparison, Quote
    >>> text = "Kenya sold less to Peru than to Poland, $12 million against $24 million."
    >>> common = {"document": "d", "version": "v", "indicator": "exports", "reporter": "KEN", "partner": "PER"}
    >>> told = Trend(quote=Quote(text[:38], 0, 38), direction=None, compared_with=Comparison(reporter="KEN", partner="POL"), **common)
    >>> levels = [Measure(quote=Quote(text[:71], 0, 71), value=each, unit="USD", **common) for each in (12e6, 24e6)]
    >>> [each.partner for each in with_their_partners([told, *levels], text)]
    ['PER', 'PER', 'POL']
    """
    compared = [
        compared_goods(each, each.quote.exact)
        for each in claims
        if isinstance(each, Trend)
        and each.compared_with is not None
        and each.compared_with.rank is None
        and each.compared_with.partner not in {None, each.partner}
        and each.compared_with.reporter in {None, each.reporter}
        and each.compared_with.indicator in {None, each.indicator}
    ]
    if not compared or text is None:
        return list(claims)
    return [_beside(each, compared, text) if isinstance(each, Measure) else each for each in claims]


def _beside(claim: Measure, compared: Sequence[Trend], text: str) -> Measure:
    if claim.value is None or claim.change_pct is not None:
        return claim
    for told in compared:
        if (claim.indicator, claim.reporter, claim.partner) != (told.indicator, told.reporter, told.partner):
            continue
        sentence = sentence_of(told, text)
        found = _AGAINST.search(sentence, len(told.quote.exact) // 2) if sentence == sentence_of(claim, text) else None
        number = significant(claim.value)
        other = told.compared_with
        if found is None or other is None or significant(found["one"]) == significant(found["two"]):
            continue
        if number in {significant(found["one"]), significant(found["two"])}:
            partner = other.partner if number == significant(found["two"]) else claim.partner
            claim = replace(claim, partner=partner, period=told.period or claim.period or claim.base, base=None)
            return claim if claim.product or not told.product else replace(claim, product=told.product, hs=told.hs)
    return claim
