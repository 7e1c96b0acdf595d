"""Words by which a part is one of the trade both ways, told before it: reader and check share them."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re

_REST: Final = r"(?:[^.;]|\.\d)*"
_TRADE: Final = r"\b(?:[Tt]raded?|[Cc]ommerce|[Tt]urnover)\b"
_TOLD: Final = re.compile(
    rf"(?:(?:^|[.;:]\s)\W*[Oo]f\s+(?:the|their|its|this|that)\b{_REST}?{_TRADE}{_REST}?,\s{_REST}|{_TRADE}{_REST}?,\s+of\s+which\s+{_REST})$"
)


def of_trade_told(before: str) -> bool:
    """Whether the words before a share tell that it is one of the trade both ways.

    >>> of_trade_told("Of the $1.2 billion in trade between Mali and Togo, Malian exports made up ")
    True
    >>> of_trade_told("Trade came to $1.2 billion, of which exports were "), of_trade_told("Of its exports to Togo, cotton made up ")
    (True, False)
    """
    return _TOLD.search(before) is not None
