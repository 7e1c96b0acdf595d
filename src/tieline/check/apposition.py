"""A sum told with the share that it is: "fuel accounted for $33.98 million, or 41.7 percent of imports" is of fuel, not of all imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def _that_was(claim: Measure, text: str | None) -> Measure:
    if claim.value is None or claim.change_pct is not None or claim.product or claim.hs or text is None:
        return claim
    for found in _WAS.finditer(text[claim.quote.start : claim.quote.end + 40]):
        codes = hs_codes(found["goods"]) if significant(found["number"]) == significant(claim.value) else ()
        if codes:
            return replace(claim, product=found["goods"], hs=tuple(codes))
    return claim


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
