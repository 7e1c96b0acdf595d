"""A sum told with the share that it is: "fuel accounted for $33.98 million, or 41.7 percent of imports" is of fuel, not of all imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.guesses import before_quote
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.precision import significant
from tieline.model.products import hs_codes

_BETWEEN = r"\s*(?:million|billion|trillion|thousand|mln|bln|bn|m)?(?:\s+(?:U\.?S\.?\s+)?(?:dollars|dlrs|euros))?\s*[,(]?\s*(?:or|that is|i\.e\.|representing|which is|equal to)?\s*(?:about|some|almost|nearly|around|over|more than)?\s*"
_SHARE = r"\s?(?:percent|per cent|pct|%)"
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"


def with_goods_beside(claims: Sequence[Measure | Trend | Event], text: str | None) -> list[Measure | Trend | Event]:
    """The claims; a sum of all goods whose share stands behind it, and is one of some goods, with these goods.

    >>> from tieline.model.claims import Quote
    >>> words = "Fuel accounted for $33.98 million, or 41.7 percent of Chad's imports from Togo"
    >>> common = {"document": "d", "version": "v", "indicator": "imports", "reporter": "TCD", "partner": "TGO"}
    >>> share = Measure(quote=Quote(words, 0, 78), product="Fuel", hs=("27",), share_pct=41.7,
    ...                 share_of="reporter_imports_from_partner", **common)
    >>> level = Measure(quote=Quote(words[19:], 19, 78), value=33.98e6, unit="USD", **common)
    >>> with_goods_beside([share, level], words)[1].product
    'Fuel'
    >>> words = "Of the $121 million of goods that Kenya sold to Norway, $90 million was coffee."
    >>> level = Measure(document="d", version="v", quote=Quote(words[:67], 0, 67), indicator="exports", reporter="KEN", partner="NOR", value=90e6, unit="USD")
    >>> with_goods_beside([level], words)[0].hs
    ('0901',)
    """
    claims = [_that_was(each, text) if isinstance(each, Measure) else each for each in claims]
    shares = [each for each in claims if isinstance(each, Measure) and each.share_pct is not None and each.product]
    if not shares:
        return list(claims)
    return [_of_goods(claim, shares, text) if isinstance(claim, Measure) else claim for claim in claims]


_WAS = re.compile(
    rf"{_NUMBER}\s*(?:million|billion|mln|bln|bn|m)?(?:\s+(?:U\.?S\.?\s+)?(?:dollars|dlrs))?\s+(?:was|were|came from|consisted of)\s+(?:in\s+)?(?P<goods>[a-z]+(?:\s[a-z]+)?)(?=\s*[.,;]|$)"
)
"""A sum and the goods that it was: "of the $121 million, $90 million was coffee"."""


_GOODS = r"\b(?!(?:Combined|Together|Alone)\b)(?P<goods>[A-Za-z][a-z-]+(?:\s[a-z-]+)?(?:(?:,\s|,?\sand\s)[a-z-]+(?:\s[a-z-]+)?){0,4})"
_MONEY = rf"(?:(?:about|some|over|almost|nearly|around|more\s+than)\s+)?(?:[A-Z]{{1,3}})?[$€£¥]?\s?{_NUMBER}"
_FETCHED = re.compile(
    rf"{_GOODS}\s+(?:alone\s+)?(?:(?:together|combined)\s+)?(?:fetched|accounted\s+for|made\s+up|brought\s+in|contributed|represented|earned|provided)\s+{_MONEY}(?:\s*(?:million|billion|mln|bln|bn|m))?(?:\s+dollars)?\s+of\b"
)
_TOPPED = re.compile(
    rf"{_GOODS}\s+(?:topped|headed|led)\s+(?:the\s+list\s+of\s+)?[^.;,$€£¥]{{0,60}}?\b(?:goods|exports|imports|products|items)\b[^.;$€£¥]*?,\s+(?:at|worth|with)(?:\s+(?:sales|exports|imports|shipments|purchases)\s+of)?\s+{_MONEY}"
)
_ITEM = re.compile(
    rf"{_GOODS}\s+(?:was|were|is|are|remained|became)\s+(?:by\s+far\s+)?(?:the|its|their|(?:[A-Z]\w+\s?)+['’]s?)\s+(?:single\s+)?(?:(?:\w+[- ])?(?:largest|biggest|most\s+valuable|smallest)|top|main|leading|chief)\s+(?:single\s+)?(?:export\s+|import\s+)?"
    rf"(?:items?|products?|commodit(?:y|ies)|goods|components?|categor(?:y|ies)|cargo|exports?|imports?)\b[^.;$€£¥]*?(?:,\s+(?:at|worth|with)|\bworth|\bfetching|\btotall?ing)\s+{_MONEY}"
)
"""Goods of which a sum is told, beside the flow that it is a part of: "wood was the largest item in its exports, at $101 million"."""


def _that_was(claim: Measure, text: str | None) -> Measure:
    if claim.value is None or claim.product or claim.hs or text is None:
        return claim
    number = significant(claim.value)
    behind = text[claim.quote.start : claim.quote.end + 40] if claim.change_pct is None else ""
    sentence = before_quote(claim, text) + text[claim.quote.start : claim.quote.end]
    told = [
        *_WAS.finditer(behind),
        *_FETCHED.finditer(sentence),
        *_ITEM.finditer(sentence),
        *_TOPPED.finditer(sentence),
    ]
    for found in told:
        codes = _codes_of(found["goods"]) if significant(found["number"]) == number else ()
        if codes:
            return replace(claim, product=found["goods"], hs=codes)
    return claim


def _codes_of(goods: str) -> tuple[str, ...]:
    """The codes of one kind of goods or several; none where one of them has none.

    >>> _codes_of("coffee and wheat"), _codes_of("coffee and marvels")
    (('0901', '1001'), ())
    """
    found = [hs_codes(each) for each in re.split(r",\s(?:and\s)?|,?\sand\s", goods)]
    return tuple(code for codes in found for code in codes or ()) if all(found) else ()


def _of_goods(claim: Measure, shares: Sequence[Measure], text: str | None) -> Measure:
    if claim.value is None or claim.share_pct is not None or claim.product or claim.hs:
        return claim
    for share in shares:
        one_flow = (share.indicator, {share.reporter, share.partner}) == (
            claim.indicator,
            {claim.reporter, claim.partner},
        )
        if not one_flow or not share.quote.start <= claim.quote.start <= share.quote.end:
            continue
        words = share.quote.exact if text is None else text[share.quote.start : share.quote.end + 20]
        for found in re.finditer(rf"{_NUMBER}{_BETWEEN}{share.share_pct:g}{_SHARE}", words, re.IGNORECASE):
            if significant(found["number"]) == significant(claim.value):
                return replace(claim, product=share.product, hs=share.hs)  # told in the same clause, not carried over
    return claim
