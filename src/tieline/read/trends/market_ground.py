"""Trade that grows or shrinks as a market is won or left: "is gaining ground on the Serbian market", "are turning to Iranian crude".

Two countries stand beside each other with the words between them that tell who sells more, or less, to whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Memory
from tieline.read.trends.members import row_at
from tieline.read.trends.times import modality_at, period_near

_WHO: Final = (
    r"(?:['\u2019]s?)?(?:\s+(?!not\b|never\b)[a-z]+)?(?:\s+(?:firms|companies|traders|exporters|importers|producers|makers|growers|mills|millers|"
    r"refiners|refineries|retailers|shops|buyers|goods|products|economy|food\s+industry))?"
)
_IS: Final = r"(?:\s+(?:is|are|was|were|has|have|had|been|now|also|lately|said|reported|to\s+be|to\s+have|[a-z]+ly|fast|more\s+and\s+more|ever\s+more))*"
_ANY_GOODS: Final = r"(?:goods|products|imports|exports|supplies|wares)"


@dataclass(frozen=True, slots=True)
class _Form:
    """Words between two countries; `sells` where the first one is who sells, `goods` where some must be named beside them."""

    between: re.Pattern[str]
    behind: re.Pattern[str]
    sells: bool
    goods: bool = False


_FORMS: Final = (
    _Form(
        re.compile(rf"{_WHO}{_IS}\s+(?:flood(?:ing|ed|s)?|swamp(?:ing|ed|s)?|inundat(?:ing|ed|es))\s+(?:the\s+)?"),
        re.compile(r"(?:['\u2019]s)?(?:\s+markets?)?\s+with\s+(?:[a-z-]+\s+){0,3}?"),
        sells=True,
        goods=True,
    ),
    _Form(
        re.compile(
            rf"{_WHO}(?:\s+markets?)?{_IS}\s+(?:flooded|swamped|awash)\s+(?:with|by)\s+(?:cheap(?:er)?\s+|subsidi[sz]ed\s+)?"
        ),
        re.compile(r"\s+(?:[a-z-]+\s+){0,2}?"),
        sells=False,
        goods=True,
    ),
    _Form(
        re.compile(
            rf"{_WHO}{_IS}\s+(?:(?P<up>gain(?:ing|ed|s)?|mak(?:ing|es?)|made|win(?:ning|s)?|won)|(?P<down>los(?:ing|es?)|lost))\s+(?:[a-z]+\s+)?"
            r"(?:ground|inroads|headway)\s+(?:on|in|into|at)\s+(?:the\s+)?"
        ),
        re.compile(r"(?:['\u2019]s)?\s+(?:[a-z]+\s+)?markets?\b"),
        sells=True,
    ),
    _Form(
        re.compile(
            rf"{_IS}\s+(?:become|became|becoming|remains?|remained|is|was|been)\s+(?:an?\s+)?(?:ever\s+|fast[- ]|steadily\s+|rapidly\s+)?(?:(?P<up>growing|expanding|rising|increasing|bigger|larger)|(?P<down>shrinking|declining|dwindling|smaller))\s+"
            rf"(?:export\s+)?(?:market|outlet|destination|customer|buyer)\s+(?:for|of)\s+(?:(?:[a-z-]+\s+){{0,2}}{_ANY_GOODS}\s+from\s+|(?:[a-z-]+\s+){{1,3}}from\s+|the\s+)?(?:the\s+)?"
        ),
        re.compile(r""),
        sells=False,
    ),
    _Form(
        re.compile(
            rf"{_WHO}{_IS}\s+(?:turn(?:ing|ed)?|switch(?:ing|ed)?|shift(?:ing|ed)?)\s+(?:increasingly\s+|instead\s+|more\s+(?:and\s+more\s+)?)?(?:(?P<down>away\s+from)|to|towards?)\s+(?:the\s+)?(?:cheaper\s+)?"
        ),
        re.compile(
            r"(?:[^.;]{0,50}?\bfor\s+(?:more|its|their|most\s+of)\b|(?:['\u2019]s)?\s+(?:[a-z-]+\s+){0,2}?|[^.;]{0,40}?\bfor\s+)"
        ),
        sells=False,
        goods=True,
    ),
    _Form(
        re.compile(
            rf"{_WHO}(?:{_IS}\s+(?:become|became|becoming|is|are|grown?|growing|grew)\s+(?:(?:increasingly|ever\s+more|more(?:\s+and\s+more)?|more\s+heavily)|(?P<down>(?:much\s+|far\s+)?less(?:\s+and\s+less)?))\s+(?:dependent|reliant)"
            rf"|{_IS}\s+(?:increasingly|more\s+and\s+more)\s+(?:depend(?:s|ed|ing)?|rel(?:y|ies|ied|ying)))\s+on\s+(?:[a-z-]+\s+){{0,3}}?(?:from\s+)?(?:the\s+)?"
        ),
        re.compile(r"(?:['\u2019]s)?(?:[^.;]{0,40}?\bfor\s+(?:its|their|most\s+of)\b)?\s*(?:[a-z-]+\s+){0,2}?"),
        sells=False,
        goods=True,
    ),
)
_STEMS: Final = ("flood", "swamp", "inundat", "awash", "ground", "inroads", "headway", "market", "outlet", "destination", "customer", "buyer", "turn", "switch", "shift", "depend", "relian", "rely", "relies", "relied")  # fmt: skip


def may_win_ground(sentence: Sentence) -> bool:
    """Two countries with such words between them (asked before the sentence is parsed)."""
    low = sentence.text.lower()
    return any(stem in low for stem in _STEMS) and any(True for _ in _told(sentence))


def read_ground(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """A trend for each country that sells more, or less, to another as its market is won or left."""
    if sentence.figures or not may_win_ground(sentence):
        return []
    return [
        _trend(sentence, story, memory, one, sides, way) for one, sides, way in _told(sentence) if sides[0] != sides[1]
    ]


def _told(sentence: Sentence) -> Iterator[tuple[tuple[int, int], tuple[str, str], Direction]]:
    """Where it is told, who sells to whom, and which way."""
    named = [m for m in sentence.mentions if trades(m.code)]
    for one, two in pairwise(named):
        for form in _FORMS:
            between = form.between.fullmatch(sentence.text, one.end, two.start)
            behind = form.behind.match(sentence.text, two.end) if between is not None else None
            if between is None or behind is None or (form.goods and not _goods_beside(sentence, one, two)):
                continue
            way: Direction = "down" if between.groupdict().get("down") else "up"
            row = [two] if form.sells else row_at(sentence, two.start)
            for other in dict.fromkeys(m.code for m in row):
                sides = (one.code, other) if form.sells else (other, one.code)
                yield (one.start, max(behind.end(), two.end)), sides, way
            break


def _goods_beside(sentence: Sentence, one: Mention, two: Mention) -> bool:
    """Some goods are named behind the first country, or "more" of those spoken of."""
    behind = sentence.text[two.end : two.end + _NEAR]
    named = any(one.end < g.start < two.end + _CLOSE for g in goods_in(sentence))
    return named or _GOODS.match(behind) is not None


_NEAR: Final = 60
_CLOSE: Final = 30
_GOODS: Final = re.compile(
    r"(?:['\u2019]s)?(?:[^.;,]{0,12}?\b(?:goods|products|imports|supplies|wares)|[^.;]{0,50}?\bfor\s+more)\b"
)


def _trend(
    sentence: Sentence, story: Story, memory: Memory, span: tuple[int, int], sides: tuple[str, str], way: Direction
) -> Trend:
    first, last = span
    good = next((g for g in goods_in(sentence) if first < g.start < last + _NEAR), None)
    token = next((t for t in sentence.tokens if t.idx >= first and t.pos == "VERB"), sentence.tokens[0])
    period = period_near(sentence, first, last, wide=True)[0]
    carried = ("period",) if period is None and memory.period is not None else ()
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator="exports", reporter=sides[0], partner=sides[1], product=good.words if good else None, hs=good.hs or None if good else None,
        period=period or memory.period, direction=way, modality=modality_at(sentence, token), inferred=carried, confidence=CONFIDENCE["turn-of-speech"],
    )  # fmt: skip
