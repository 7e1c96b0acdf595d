"""Words by which a flow is of some goods only: goods that are left out of it, or that are not named.

They are left out in front of it or beside it: "Not counting oil, exports came to ...", "exports, oil aside, came to ...".
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.products import hs_codes

LEFT_OUT: Final = "the words leave out some goods; the figures are of all goods"
_SOME_GOODS = re.compile(
    r"\b(?:in|of)\s+(?:these|those|such)\s+(?:products|goods|items|areas|sectors|categories|commodities)\b"
    r"|\b(?:in|of)\s+(?:manufactured|industrial|farm|agricultural|processed|finished|high-technology|high-tech|consumer|capital)\s+"
    r"(?:goods|products|items)\b|\b(?:in|of)\s+manufactures\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b\d[\d,]*(?:\.\d+)?\s*(?:(?:million|billion|thousand|mln|bln|m)\s+)?(?:metric\s+)?(?:kg|kilos?|kilograms?|tons?|tonnes?|barrels?|bushels?|bales|"
    r"bags|litres?|liters?|cubic met(?:er|re)s|head of|carats|ounces)\b(?!\s+of\s+[a-z])",
    re.IGNORECASE,
)
_BUT: Final = (
    r"(?:excluding|except(?:ing)?(?:\s+for)?|apart\s+from|aside\s+from|other\s+than|leaving\s+(?:out|aside)|leave\s+aside|setting\s+aside|stripping\s+out|"
    r"(?:not|without)\s+(?:counting|including)|minus|exclusive\s+of|net\s+of|disregarding|ignoring|without|besides|beyond|bar)"
)
_GOODS: Final = r"(?P<goods>(?:[a-z][a-z-]*\s+){0,3}?[a-z][a-z-]*)"
_FORMS: Final = (
    re.compile(rf"^[\"'“‘\s]*{_BUT}\s+(?:(?:the|its|their|all|crude|raw)\s+)?{_GOODS},", re.IGNORECASE),
    re.compile(rf"(?:,|\(|\bwhen|\bif|\bonce)\s*{_BUT}\s+(?:(?:the|its|their|all|crude|raw)\s+)?{_GOODS}\s*(?:[,.;)]|$)", re.IGNORECASE),
    re.compile(rf",\s+{_GOODS}\s+(?:aside|apart|excluded|excepted|not\s+(?:counted|included)),", re.IGNORECASE),
    re.compile(rf"^[\"'“‘\s]*{_GOODS}\s+(?:aside|apart|excluded|excepted),", re.IGNORECASE),
)  # fmt: skip


def leaves_goods_out(before: str, clause: str) -> bool:
    """Whether words in front of a claim, or in its own clause, leave named goods out of the flow that it tells of.

    >>> leaves_goods_out("Not counting oil, ", "exports came to $5 million"), leaves_goods_out("", "exports, oil aside, came to $5 million")
    (True, True)
    >>> leaves_goods_out("Apart from that, ", "exports came to $5 million"), leaves_goods_out("", "exports of oil came to $5 million")
    (False, False)
    """
    sentence = before + clause
    return any(hs_codes(found["goods"]) for form in _FORMS for found in form.finditer(sentence))


def some_goods_only(claim: Measure | Trend, before: str, clause: str) -> str | None:
    """Why a claim without goods is not of all of them; None where nothing says so."""
    if claim.product is not None:
        return None
    if leaves_goods_out(before, clause):
        return LEFT_OUT
    if _SOME_GOODS.search(clause):
        return "the words speak of some goods only"
    if _WEIGHED.search(clause):
        return "the words tell of a weight of goods, and not of which goods"
    return None
