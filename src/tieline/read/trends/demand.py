"""Demand that grows or weakens: "growing demand from India", "weaker demand in such countries as China and Japan", "Saudi demand for coffee".

What a country wants more of it buys more of: a trend of what is sold to it, where the story says by whom.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Memory
from tieline.read.syntax.tokens import Token
from tieline.read.trends.amounts import seller_to
from tieline.read.trends.clauses import by_verb, is_wish
from tieline.read.trends.members import members_of, row_at
from tieline.read.trends.moves import COMPARATIVES, MODIFIERS
from tieline.read.trends.times import modality_at, period_near

_WANTED: Final = frozenset({"demand", "appetite"})
_LEADS: Final = re.compile(r"\b(?:from|in|by)\s+(?:the\s+|(?:its\s+|their\s+)?(?:main\s+)?)?")
_FOR: Final = re.compile(r"\bfor\s+(?:[a-z-]+\s+){0,2}$")
_OWN: Final = frozenset("pace momentum steam rise fall growth decline drop".split())
_ABROAD: Final = re.compile(r"\s+for\s+(?:imported|foreign|overseas|imports)\b")
_REACH: Final = 70


def may_want_more(text: str) -> bool:
    """Words of a demand that moves (asked before the sentence is parsed).

    >>> may_want_more("weaker demand in China"), may_want_more("They demand a fall in prices.")
    (True, False)
    """
    return _ASKED.search(text) is not None


_ASKED: Final = re.compile(
    r"\b(?:demand|appetite)\s+(?:from|in|by|for)\b|\b(?:[a-z]+(?:ing|er)|in)\s+(?:[A-Z][a-z]+\s+)?demand\b"
)


def read_demand(sentence: Sentence, story: Story, memory: Memory) -> list[Trend]:
    """A trend for each country whose demand for another's goods is told to grow or to weaken."""
    out: list[Trend] = []
    for noun in sentence.tokens:
        if noun.lemma not in _WANTED or noun.pos != "NOUN" or noun.dep == "compound":
            continue
        moved = _way(noun)
        if moved is None or any(f.kind == "percent" and f.start > noun.idx for f in sentence.figures):
            continue
        word, direction = moved
        buyers, end = _buyers(sentence, noun)
        seller = _seller(sentence, noun, memory, buyers)
        if seller is None:
            continue
        first, last = min(word.idx, noun.idx), max(word.idx + len(word), end)
        out += [_trend(sentence, story, memory, (seller, code), (first, last), direction, word) for code in buyers]
    return out


def _way(noun: Token) -> tuple[Any, Direction] | None:
    """The word that tells which way a demand goes: before it, its verb, or the noun that it hangs on."""
    for child in noun.children:
        way = MODIFIERS.get(child.lower, 0) or COMPARATIVES.get(child.lower, 0) if child.dep == "amod" else 0
        if way:
            return child, "up" if way > 0 else "down"
    verb = noun.head
    if noun.dep == "nsubj" and any(c.dep == "dobj" and c.lemma not in _OWN for c in verb.children):
        return None  # "China's appetite has weakened the links"
    if noun.dep == "nsubj" and verb.pos in {"VERB", "AUX"} and not is_wish(verb):
        move = by_verb(verb, noun)
        return (move.token, move.direction) if move is not None else None
    if noun.dep == "pobj" and noun.head.lower in {"in", "of"} and (way := token_direction(noun.head.head)):
        return noun.head.head, "up" if way > 0 else "down"
    return None


def _buyers(sentence: Sentence, noun: Token) -> tuple[tuple[str, ...], int]:
    """Whose demand it is, and where the words for it end."""
    behind = noun.idx + len(noun)
    for lead in _LEADS.finditer(sentence.text, behind, behind + _REACH):
        if row := row_at(sentence, lead.end()):
            return tuple(dict.fromkeys(m.code for m in row if m.use != "adjective")), row[-1].end
    for plural in (t for t in sentence.tokens if behind < t.idx < behind + _REACH and t.tag == "NNS"):
        if members := members_of(sentence, plural):
            return tuple(members), plural.idx + len(plural)
    own = [m for m in sentence.mentions if noun.left_edge.idx <= m.start < noun.idx and trades(m.code)]
    return (own[-1].code,) if own else (), behind


def _seller(sentence: Sentence, noun: Token, memory: Memory, buyers: tuple[str, ...]) -> str | None:
    """Whose goods they are: named before them, the only other country of the sentence, or who sells in this story."""
    if not buyers or _ABROAD.match(sentence.text, noun.idx + len(noun)):
        return None
    others = [m for m in sentence.mentions if m.code not in buyers and trades(m.code)]
    wanted = next((m for m in others if m.start > noun.idx and _is_wanted(sentence, m)), None)
    if wanted is not None:
        return wanted.code
    if len({m.code for m in others}) == 1:
        return others[0].code if any(g.start > others[0].end for g in goods_in(sentence)) else None
    return None if others else seller_to(sentence, memory, buyers)


def _is_wanted(sentence: Sentence, mention: Mention) -> bool:
    return _FOR.search(sentence.text[: mention.start]) is not None


def _trend(
    sentence: Sentence,
    story: Story,
    memory: Memory,
    sides: tuple[str, str],
    span: tuple[int, int],
    direction: Direction,
    word: Token,
) -> Trend:
    good = next((g for g in goods_in(sentence) if g.hs), None) or memory.topic()
    period = period_near(sentence, *span)[0]
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + span[0], sentence.start + span[1]),
        indicator="exports", reporter=sides[0], partner=sides[1], product=good.words if good else None, hs=good.hs or None if good else None,
        period=period or memory.period, direction=direction, modality=modality_at(sentence, word), inferred=("indicator",), confidence=CONFIDENCE["demand"],
    )  # fmt: skip
