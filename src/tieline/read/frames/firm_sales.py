"""Sales of one firm in a country, which are no exports of the firm's home: "the French retailer's sales in Brazil"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token

_FIRM: Final = (
    r"(?:company|firm|retailer|brewer|grocer|carmaker|automaker|truckmaker|drugmaker|chipmaker|steelmaker|manufacturer|supermarket|group|chain|conglomerate|brand|"
    r"multinational|start-?up|airline|insurer|lender|giant|subsidiary|unit)"
)
_ONE_FIRM: Final = re.compile(
    rf"\b(?:the|an?|this|that|its|[A-Z][\w-]+(?:'s)?|[a-z]+(?:-based|-owned))\s+(?:[\w-]+\s+){{0,2}}?{_FIRM}\b(?!\s+of\s+(?:countries|nations|states))",
    re.IGNORECASE,
)
"""One firm, told by what it is; producers of a land told in the plural are its exporters."""
_SHARES: Final = re.compile(r"\bshares\s+(?:in|of)\s+(?:the\s+)?[\w-]+\s", re.IGNORECASE)
_IN: Final = re.compile(r"\s+in\s+")


def sold_by_firm(sentence: Sentence, token: Token) -> bool:
    """As in "the company raised its sales in Poland", "shares in the brewer fell after beer sales in Russia dropped": a firm sells there.

    Sales "to" a country cross a border all the same.
    """
    if _IN.match(sentence.text, token.idx + len(token)) is None:
        return False
    lead = sentence.text[: token.idx]
    owner = max((m.end for m in sentence.mentions if m.end <= token.idx), default=0)
    firm = any(m.end() >= owner for m in _ONE_FIRM.finditer(lead))
    return firm or _SHARES.search(lead) is not None
