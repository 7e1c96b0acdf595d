"""Which countries of a story act or own something in it, and which are only a place, a way or a topic.

"Togo's minister", "Togo signed", "between Togo and Benin" name one who may act; "in Geneva, Switzerland", "rice from Gabon",
"the war in Sudan", "Russia's war" name none.  Whoever is called by an office alone is of no country of the second kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.words.people import HEADS

_PLACED: Final = re.compile(
    r"\b(?:in|at|near|from|through|via|into|across|on|onto|over|about|outside|inside|around|off|to|towards?|for|of|within|throughout|concerning|regarding|against|like|beyond)"
    r"\s+(?:the\s+|a\s+)?(?:(?:neighbou?ring|nearby|war-torn|(?:north|south|east|west|central|north-?east|north-?west|south-?east|south-?west)(?:ern)?)\s+)?$",
    re.IGNORECASE,
)
_BEHIND_TOWN: Final = re.compile(r"(?P<town>[A-ZÀ-Ý][\w'’.-]+)(?:,\s+|\s+\()$")
_JOINED: Final = re.compile(r"(?:['’]s?)?(?:,|,?\s+(?:and|or|&))\s+(?:the\s+)?(?:in\s+)?")
_OF_OFFICE: Final = re.compile(
    rf"\b(?:{HEADS}|government|ministry|parliament|cabinet|army|navy|republic|kingdom|state|commonwealth|embassy|people|leaders?|delegations?|officials?|side|partners?|allies|ally|neighbou?rs?|friends?|economy|exports|imports)"
    r"\s+(?:\w+\s+){0,4}?of\s+(?:the\s+)?(?:[A-Z]\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_DELEGATED: Final = re.compile(
    r"\b(?:ministers?|envoys?|delegat\w+|officials?|leaders?|representatives?|president|premier)\s+from\s+(?:the\s+)?$"
)
_OWNED: Final = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?P<what>[\w-]+)")
_NO_DEED: Final = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}?(?:war|wars|conflict|crisis|invasion|occupation|aggression|airport|port|capital|border|coast|province|region|city|town|earthquake|coup|election|elections)\b",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    rf"\s+(?:[\w&-]+\s+){{0,4}}?(?:{HEADS}|governments?|ministry|ministries|parliament|cabinet|army|navy|military|troops|forces|police|officials?|leaders?|side|delegations?|diplomats?|embassy|authorities|counterparts?|firms?|compan(?:y|ies)|exports?|imports?|economy|agency|department|office|bank)\b",
    re.IGNORECASE,
)

_REACH: Final = 160
"""Characters beside a name in which its office, its deed or its place is told."""


def acts_by(sentence: Sentence, mention: Mention) -> bool:
    """The country stands where one who acts or owns does."""
    before = sentence.text[max(0, mention.start - _REACH) : mention.start]
    behind = sentence.text[mention.end : mention.end + _REACH]
    if mention.use == "adjective":
        return _BODY.match(behind) is not None
    if _NO_DEED.match(behind):
        return False
    if mention.place:
        return False
    if _OWNED.match(behind):
        return True
    if _OF_OFFICE.search(before) or _DELEGATED.search(before):
        return True
    return _PLACED.search(before) is None


def protagonists(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The countries of a story that act or own something in it."""
    found: set[str] = set()
    for sentence in sentences:
        last: Mention | None = None
        acted = False
        for mention in sentence.mentions:
            between = sentence.text[last.end : mention.start] if last is not None else ""
            town = _BEHIND_TOWN.search(sentence.text[max(0, mention.start - _REACH) : mention.start])
            if last is not None and _JOINED.fullmatch(between):
                acted = acted and not mention.place
            elif town is not None and mention.use in {"name", "official", "abbreviation"}:
                acted = False
            else:
                acted = acts_by(sentence, mention)
            if acted:
                found.add(mention.code)
            last = mention
    return frozenset(found)
