"""Groups without a code that receive a sum: "promised its Pacific neighbours 5 billion yen", "aid to the island states", "African debt"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.words.groups import GROUP

_REACH: Final = 110
APART: Final = re.compile(
    r"[,;:]\s|\b(?:said|says|told|after|during|before|while|when|where|as|but|than|visit\w*)\b", re.IGNORECASE
)
"""Behind a sum, where what is told of it has ended."""
_GROUP_BEFORE: Final = re.compile(
    r"(?:\b(?:invest\w*|aid|help|projects?|funding|financing|loans?|lending|grants?|programmes?|programs?|spending)\s+(?:in|across|throughout)|\b(?:to|for|into|across|among|amongst|throughout|promis(?:es?|ed|ing)|giv(?:es?|ing|en)|gave|lends?|lent|lending|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|pledged|owed by))\s+(?=(?:the\s+|its\s+|their\s+)?[\w-]+)",
)
_OF_GROUP: Final = re.compile(
    r"\bof\s+(?:African|Asian|Arab|Latin American|Caribbean|Pacific|Central Asian)\s+debts?\b"
)
_OF_ONE: Final = re.compile(r"[\s,(]+(?:of|in|like|such\s+as|including|led\s+by|notably|especially)\s+(?:the\s+)?$")


def group_gets(sentence: Sentence, figure: Figure, since: int, until: int, kind: Indicator) -> bool:
    """As in "promised its Pacific neighbours 5 billion yen", "aid to the island states": a group without a code receives."""
    if kind == "other":
        return False
    begin, end = max(since, figure.start - _REACH), min(until, figure.end + _REACH)
    if _OF_GROUP.search(sentence.text, begin, end):
        return True
    for lead in _GROUP_BEFORE.finditer(sentence.text, begin, end):
        group = GROUP.match(sentence.text, lead.end())
        if group is None or group.end() > end:
            continue
        inside = any(m.start < group.end() and m.end > group.start() and trades(m.code) for m in sentence.mentions)
        named = any(_OF_ONE.fullmatch(sentence.text, group.end(), m.start) for m in sentence.mentions)
        apart = lead.start() >= figure.end and APART.search(sentence.text, figure.end, lead.start()) is not None
        if not inside and not named and not apart:
            return True
    return False
