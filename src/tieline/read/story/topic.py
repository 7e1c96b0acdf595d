"""The one product that a story is about: "shipments fell to 371,000 tonnes" in a story on shrimp are of shrimp.

A product is a story's topic if its headline or its first sentence names it, and most of the products that the story
names at all are this one.  Where there is a topic, a flow without a product of its own is of it, and says so in
`inferred`.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import Memory

_OFTEN: Final = 3
_MOST: Final = 0.6
_OPENING: Final = 1
_ALL_GOODS: Final = re.compile(r"\b(?:total|overall|entire|whole|all|merchandise|goods)\b", re.IGNORECASE)
_WEIGHED: Final = frozenset(
    {
        "t",
        "kg",
        "bbl",
        "m3",
        "ft3",
        "l",
        "gal",
        "bushels",
        "head",
        "bags",
        "boxes",
        "cartons",
        "bottles",
        "cases",
        "bales",
        "crates",
        "pairs",
        "carats",
    }
)
"""Units in which no country counts the whole of its trade."""


def topic_of(story: Story) -> Good | None:
    """The product that a story is about; None if it is about several or about trade as a whole."""
    counted: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], Good] = {}
    opening: set[tuple[str, ...]] = set()
    bodies = 0
    for sentence in story.sentences:
        opens = sentence.part != "body" or bodies < _OPENING
        bodies += sentence.part == "body"
        for good in goods_in(sentence):
            key = good.hs or (good.words.lower(),)
            counted[key] += 1
            if key not in first or (sentence.part == "body" and key in opening and first[key].words[0].isupper()):
                first[key] = good
            if opens:
                opening.add(key)
    if not counted:
        return None
    top, times = counted.most_common(1)[0]
    alone = times >= _OFTEN and times >= _MOST * sum(counted.values()) and top in opening
    return first[top] if alone else None


def is_of_last_good(phrase: str, figures: list[Figure], age: int) -> bool:
    """A flow without a product goes on with that of the flow before: it is weighed, or "the shipments", soon after."""
    if any(f.unit in _WEIGHED for f in figures):
        return age <= _WEIGHED_FOR
    return age <= _SPOKEN_FOR and _THE_SHIPMENTS.match(phrase) is not None


def only_good_weighed(sentence: Sentence, figures: list[Figure]) -> Good | None:
    """As in "the fourth market for wheat in the season when it bought 2.08 mln tonnes": the one product of the sentence."""
    if not any(f.unit in _WEIGHED for f in figures):
        return None
    named = {good.hs: good for good in goods_in(sentence) if good.hs}
    if not named and sentence.before is not None:  # "The cashew sector is growing. The country exported 680,000 tonnes"
        named = {good.hs: good for good in goods_in(sentence.before) if good.hs}
    return next(iter(named.values())) if len(named) == 1 else None


def good_before_colon(sentence: Sentence, start: int) -> Good | None:
    """As in "Cement makers were hit hardest: shipments fell to 21,300 tonnes": the one good that the colon leads on from."""
    colon = sentence.text.rfind(": ", 0, start + 1)
    if colon < 0:
        return None
    goods = goods_in(sentence)
    before = {good.hs: good for good in goods if good.hs and good.end <= colon}
    behind = any(good.start > colon for good in goods)
    return next(iter(before.values())) if len(before) == 1 and not behind else None


_THE_SHIPMENTS: Final = re.compile(
    r"(?:(?:the|these|those|such) (?:shipments?|deliver(?:y|ies)|purchases?|sales?|cargo(?:e?s)?|suppl(?:y|ies)|consignments?)|(?:these|those|such) (?:exports?|imports?))\b",
    re.IGNORECASE,
)
_WEIGHED_FOR: Final = 4
_SPOKEN_FOR: Final = 2


def may_be_of_topic(phrase: str, figures: list[Figure], behind: str = "") -> bool:
    """A flow's phrase and its figures leave room for the topic: nothing says "total", or the figures weigh something."""
    whole = _ALL_GOODS.search(phrase) is not None or _AS_A_WHOLE.match(behind) is not None
    return any(f.unit in _WEIGHED for f in figures) or not whole


_AS_A_WHOLE: Final = re.compile(r"\s+(?:as a whole|in total|overall|of all (?:goods|products))\b", re.IGNORECASE)


def sides_of_flow(indicator: str, reporter: str | None, partner: str | None) -> tuple[str | None, str | None]:
    """Who sells and who buys.

    >>> sides_of_flow("imports", "CHN", "CHL")
    ('CHL', 'CHN')
    """
    return (partner, reporter) if indicator == "imports" else (reporter, partner)


def note_sides(memory: Memory, good: Good, seller: str | None, buyer: str | None) -> None:
    """Keep who sells and who buys the topic: what goes the other way is not of it."""
    topic = memory.topic()
    if topic is None or good.hs != topic.hs:
        return
    if seller is not None:
        memory.topic_sides[seller] = True
    if buyer is not None:
        memory.topic_sides.setdefault(buyer, False)
