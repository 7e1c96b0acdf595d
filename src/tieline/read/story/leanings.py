"""Whether a story speaks of a country as the seller of goods or as the buyer, told by all of its words before any is parsed.

"Peru's exports", "imports from Peru", "Peru shipped" lean to the seller; "exports to China", "China bought", "China was the main
market" to the buyer.  Where a side of a figure is open, it counts who leans which way (`measures.side_choice`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Story, trades

_BEHIND: Final = 60
_IN_FRONT: Final = 60
_OUT: Final = r"(?:exports?|sales|shipments?|supplies|deliver(?:y|ies)|exporters?|export (?:earnings|revenues?|income))"
_IN: Final = r"(?:imports?|purchases|importers?|import bills?)"
_SELLS: Final = r"(?:sell|sells|sold|export|exports|exported|ship|ships|shipped|suppl(?:y|ies|ied)|deliver(?:s|ed)?)"
_BUYS: Final = r"(?:buy|buys|bought|import|imports|imported|purchase[sd]?|takes?|took|absorb(?:s|ed)?)"
_SOME: Final = r"(?:[\w-]+\s+){0,3}?"
_BUYER: Final = r"(?:markets?|destinations?|buyers?|customers?|importers?|purchasers?|consumers?)"
_SELLER: Final = r"(?:suppliers?|sources?|sellers?|exporters?|producers?)"
_IS: Final = r"\s*,?\s+(?:is|was|remains?|remained|became|has\sbecome|being|as|again|still)\s+(?:[\w'’-]+\s+){0,6}?"
_ALSO: Final = r"\s+(?:(?:also|has|had|have|only|then|still|now|alone)\s+)*"

_OWNS_OUT: Final = re.compile(rf"(?:['’]s?)?\s+{_SOME}{_OUT}\b", re.IGNORECASE)
_OWNS_IN: Final = re.compile(rf"(?:['’]s?)?\s+{_SOME}{_IN}\b", re.IGNORECASE)
_DOES_SELL: Final = re.compile(rf"{_ALSO}{_SELLS}\b|{_IS}{_SELLER}\b", re.IGNORECASE)
_DOES_BUY: Final = re.compile(rf"{_ALSO}{_BUYS}\b|{_IS}{_BUYER}\b", re.IGNORECASE)
_SOLD_BEFORE: Final = re.compile(
    rf"\b(?:{_OUT}\s+(?:of|by)|{_IN}\s+{_SOME}from|{_BUYS}\s+{_SOME}from|{_BUYER}\s+(?:for|of))\s+(?:the\s+|all\s+)?$",
    re.IGNORECASE,
)
_BOUGHT_BEFORE: Final = re.compile(
    rf"\b(?:{_IN}\s+(?:of|by|into)|{_OUT}\s+{_SOME}to|{_SELLS}\s+{_SOME}to|{_SELLER}\s+(?:for|of|to))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_GOODS_BEFORE: Final = re.compile(rf"\b(?:{_IN}|{_BUYS}|{_OUT})\s+(?:of\s+)?(?:[a-z-]+\s+)?(?:the\s+)?$", re.IGNORECASE)


def leanings_of(story: Story) -> dict[str, float]:
    """From -1 (spoken of as a buyer) to 1 (as a seller), for each country that the words speak of as either."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for sentence in story.sentences:
        for mention in sentence.mentions:
            if trades(mention.code):
                counts[mention.code].update(_ways(sentence.text, mention))
    return {code: (n[True] - n[False]) / (n[True] + n[False] + 1) for code, n in counts.items() if n}


def _ways(text: str, mention: Mention) -> list[bool]:
    """What one mention says: that the country sells (True), that it buys (False)."""
    behind = text[mention.end : mention.end + _BEHIND]
    before = text[max(0, mention.start - _IN_FRONT) : mention.start]
    if mention.use in {"adjective", "demonym"}:
        if _OWNS_OUT.match(behind) or _GOODS_BEFORE.search(before):
            return [True]
        return [False] if _OWNS_IN.match(behind) else []
    if _SOLD_BEFORE.search(before):
        return [True]
    if _BOUGHT_BEFORE.search(before):
        return [False]
    if _OWNS_OUT.match(behind) or _DOES_SELL.match(behind):
        return [True]
    return [False] if _OWNS_IN.match(behind) or _DOES_BUY.match(behind) else []
