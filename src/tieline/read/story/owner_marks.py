"""What speaks for each country that a story names to be the one whose trade it tells, by its words before any is parsed.

"Georgia's exports", "imports of Georgia", "Georgia sold", "Georgia's statistics office" are of an owner, and so is "a market for
Georgian wine"; "Russia was the largest buyer", "Russia ($43 million)" are of those that it faces.  Where a story is told,
whom it names first and whom most count too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log1p
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import in_a_bloc
from tieline.read.words.forms import forms
from tieline.read.words.trade import NOUN_ANCHORS

_BEHIND: Final = 70
_IN_FRONT: Final = 50
_OWNED: Final = "|".join(
    sorted({*NOUN_ANCHORS, *"customer supplier market buyer partner arrival importer exporter".split()})
)
_FLOW: Final = rf"(?:{_OWNED})(?:s|es)?"
_PLACE: Final = (
    r"(?:markets?|destinations?|buyers?|customers?|importers?|purchasers?|consumers?|clients?|suppliers?|sources?|"
    r"sellers?|partners?|investors?|lenders?|donors?|creditors?|recipients?)"
)
_HAS: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,3}}?{_FLOW}\b", re.IGNORECASE)
_OF: Final = re.compile(rf"\b{_FLOW}\s+(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE)
_DOES: Final = re.compile(r"\s+(?:(?:also|has|had|have|only|then|still|now|last\s+year)\s+)*(\w+)", re.IGNORECASE)
_OF_THAT_COUNTRY: Final = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_FLOW}\b", re.IGNORECASE)
_SELLS: Final = frozenset("export sell ship supply trade earn record post run deliver".split())
_BUYS: Final = frozenset("import buy purchase take receive welcome absorb".split())
_IN_A_ROW: Final = re.compile(r"\s*(?:\(|with\s+|at\s+|-\s+|,\s+)?(?:[A-Z]{2,3})?[$€£]?\d")
_FACES_MARKET: Final = re.compile(rf"\b{_PLACE}\s+(?:for|of)\s+(?:(?:the|all)\s+)?$", re.IGNORECASE)
_IS_MARKET: Final = re.compile(
    rf"\s*,?\s+(?:is|was|remains?|remained|became|has\sbecome|being|as|again|once\smore|still)\s+(?:[\w'’-]+\s+){{0,6}}?{_PLACE}\b",
    re.IGNORECASE,
)
_OFFICE: Final = (
    r"(?:[Cc]ustoms|[Ss]tatistic\w*|[Cc]entral [Bb]ank|[Bb]ureau|[Mm]inist\w+|[Aa]uthority|[Aa]ssociation|[Cc]hamber|"
    r"[Dd]epartment|[Aa]gency|[Gg]overnment)"
)
_ITS_OFFICE: Final = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,4}}?{_OFFICE}\b")
_OFFICE_OF: Final = re.compile(
    r"\b(?:Statistics|Customs|Bank|Bureau|Chamber|Association|Ministry|Authority|Department|Board|Federation|Council)"
    r"(?:\s+\w+){0,3}\s+(?:of|for|in)?\s*(?:the\s+)?$"
)
_LED_TO: Final = re.compile(r"\b(?:to|from|with|into)\s+(?:the\s+)?$", re.IGNORECASE)


def marks_of(story: Story) -> dict[str, dict[str, float]]:
    """The marks of each country that a story names; what is counted stands as its logarithm."""
    marks: dict[str, Counter[str]] = defaultdict(Counter)
    opening = next((s for s in story.sentences if s.part == "body" and s.mentions), None)
    for sentence in story.sentences:
        for mention in sentence.mentions:
            if trades(mention.code):
                found = marks[mention.code]
                found.update(_marks(sentence.text, mention))
                found["headline"] |= sentence.part == "headline"
                found["heads"] |= heads_story(sentence, mention)
    if opening is not None:
        _mark_opening(opening, marks)
    if story.scene is not None and trades(story.scene):  # "BEIJING - Exports rose" need not name its country
        marks[story.scene]["scene"] = 1
    if story.home in marks:
        marks[story.home]["outlet"] = 1
    return {
        code: {mark: float(n) if mark in _ONCE else log1p(n) for mark, n in found.items() if n}
        for code, found in marks.items()
    }


_ONCE: Final = frozenset({"headline", "heads", "first sentence", "first of all", "scene", "outlet"})


def only_faced(story: Story) -> frozenset[str]:
    """The countries that a story names behind "to", "from" or "with" alone: those that others trade with."""
    led: dict[str, bool] = {}
    for sentence in story.sentences:
        for mention in sentence.mentions:
            before = sentence.text[max(0, mention.start - _IN_FRONT) : mention.start]
            faced = _LED_TO.search(before) is not None or in_a_bloc(mention, sentence)
            led[mention.code] = led.get(mention.code, True) and faced
    return frozenset(code for code, always in led.items() if always)


def owners_named(story: Story) -> list[str]:
    """The countries whose flows a story tells by name ("Norway's trade surplus"), in its order."""
    named = (
        mention.code
        for sentence in story.sentences
        for mention in sentence.mentions
        if trades(mention.code) and _HAS.match(sentence.text[mention.end : mention.end + _BEHIND])
    )
    return list(dict.fromkeys(named))


def heads_story(sentence: Sentence, mention: Mention) -> bool:
    """A headline at the top owns a flow, as in "German trade surplus shrinks", "Belgium's trade in diamonds", "Exports of Japan"."""
    if sentence.part != "headline" or sentence.start > _AT_TOP:
        return False
    behind = sentence.text[mention.end : mention.end + _BEHIND]
    if _GOODS_FLOW.match(behind) is not None:
        return True
    return _OF.search(sentence.text[max(0, mention.start - _IN_FRONT) : mention.start]) is not None


_AT_TOP: Final = 200
_GOODS_FLOW: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!from\b|to\b|in\b|with\b|on\b)[\w-]+\s+){0,3}?(?:(?:ex|im)ports?|trade|shipments?|(?:trade\s+)?(?:surplus|deficit|gap|balance))\b(?!\s+(?:war|deal|pact|talks|minister|ministry|body|official))",
    re.IGNORECASE,
)


def _mark_opening(sentence: Sentence, marks: dict[str, Counter[str]]) -> None:
    """Mark whom the first sentence of the body names, and whom it names first."""
    here = [mention for mention in sentence.mentions if trades(mention.code)]
    for code in {mention.code for mention in here}:
        marks[code]["first sentence"] = 1
    if here and not _LED_TO.search(sentence.text[: here[0].start]):  # "after the truce with Washington"
        marks[here[0].code]["first of all"] = 1


def _marks(text: str, mention: Mention) -> list[str]:
    """What a country's place among the words says of it."""
    behind = text[mention.end : mention.end + _BEHIND]
    before = text[max(0, mention.start - _IN_FRONT) : mention.start]
    office = _ITS_OFFICE.match(behind) or _OFFICE_OF.search(before)
    marks = [
        "named",
        *(["its office"] if office else []),
        *(["faces a market"] if _FACES_MARKET.search(before) else []),
    ]
    if _IS_MARKET.match(behind):
        marks.append("is a market")
    if mention.use in {"adjective", "demonym"}:
        return [*marks, "of that country"] if _OF_THAT_COUNTRY.match(behind) else marks
    if _IN_A_ROW.match(behind):
        marks.append("row")
    if _HAS.match(behind):
        return [*marks, "owns"]
    if _OF.search(before):
        return [*marks, "of its"]
    verb = _DOES.match(behind)
    does = frozenset(forms(verb[1].lower())) if verb is not None else frozenset()
    return [*marks, "sells"] if does & _SELLS else [*marks, "buys"] if does & _BUYS else marks
