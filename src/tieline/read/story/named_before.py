"""Countries that "the former" and "the latter" stand for: the two that were named last before, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention

_ONE_OF_TWO: Final = re.compile(
    r"\bthe\s+(?P<which>former|latter)(?=['’]s\b|\s+(?:was|were|is|are|has|had|also|then|alone|only|bought|took|takes|buys|sold|sells|paid|spent|imported|exported|imports|exports|shipped"
    r"|supplied|received|accounted|absorbed|purchased|got|sent|lent|gave|provided|[$\u20ac\u00a3]|US\$|\d)|\s*[.,;)]|\s*$)",
    re.IGNORECASE,
)
_ADJECTIVES: Final = frozenset({"adjective", "demonym"})
_TWO: Final = 2


def with_former_and_latter(text: str, mentions: Sequence[Mention], before: Sequence[Mention]) -> list[Mention]:
    """The countries of a sentence with those that "the former" and "the latter" stand for; `before` are those of the sentence before it.

    >>> from tieline.read.names.mentions import find_mentions
    >>> text = "Ecuador sells more to Russia than to Turkey: the former took $700 million worth, the latter $210 million"
    >>> [(text[m.start:m.end], m.code) for m in with_former_and_latter(text, find_mentions(text), ())][3:]
    [('the former', 'RUS'), ('the latter', 'TUR')]
    """
    found = list(_ONE_OF_TWO.finditer(text)) if "he former" in text or "he latter" in text else []
    if not found:
        return list(mentions)
    named = [m for m in mentions if m.end <= found[0].start() and m.use not in _ADJECTIVES]
    pair = list(dict.fromkeys(m.code for m in reversed(named)))[:_TWO][::-1]
    if len(pair) < _TWO and not named:
        pair = list(dict.fromkeys(m.code for m in reversed(before) if m.use not in _ADJECTIVES))[:_TWO][::-1]
    if len(pair) < _TWO:
        return list(mentions)
    told = [Mention(each.start(), each.end(), pair[each["which"].lower() == "latter"], "name") for each in found]
    return sorted([*mentions, *told], key=lambda m: m.start)
