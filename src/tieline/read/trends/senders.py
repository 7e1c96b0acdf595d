"""More or less that a country gives to others, and more or fewer of its people who travel: "sent markedly more aid to Tonga", "fewer Russians flew to Egypt".

The amount is told of what is given, or of those who come, so no word of a flow moves.
"""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.vocabulary import Direction, Indicator
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.times import modality_at, period_near

_GIVES: Final = frozenset("give send grant provide offer extend deliver".split())
_PUTS: Final = frozenset("pour pump plough plow put channel sink".split())
_STAYS: Final = frozenset("study work live settle".split())
_MONEY: Final = frozenset("money capital cash".split())
_AID: Final = frozenset("aid assistance help".split())
_TRAVELS: Final = frozenset("travel come go visit fly flock holiday drive journey".split())
_WAYS: Final[dict[str, Direction]] = {
    **dict.fromkeys(("more", "growing", "rising", "increasing"), "up"),
    **dict.fromkeys(("less", "fewer", "shrinking", "falling", "declining", "dwindling"), "down"),
}
_SOME: Final = frozenset({"more", "less", "fewer"})
_TO: Final = frozenset({"to", "in", "into"})
_MAY_SEND: Final = re.compile(
    r"\b(?:giv|gave|send|sent|grant|provid|offer|extend|deliver)\w*\s+(?:[\w-]+\s+){0,4}?(?:more|less)\s+(?:(?:[\w-]+\s+)?(?:aid|assistance|help)\b|to\b)"
    r"|\b(?:[Mm]ore|[Ff]ewer|[Aa]n?\s+(?:growing|rising|increasing|shrinking|falling|declining|dwindling)\s+number\s+of)\s+[A-Z][a-z]+\s+"
    r"(?:(?:are|were|have|had|been|now|again)\s+){0,2}(?:travel|c[oa]m|go|went|visit|fl[eyi]|flock|holiday|drove|driv|journey|stud|work|live|living|settl)"
    r"|\b(?:pour|pump|plough|plow|put|channel|sink)\w*\s+(?:ever\s+|much\s+)?(?:more|less)\s+(?:money|capital|cash)\s+into\b",
)


def may_send(sentence: Sentence) -> bool:
    """The words tell more or less of what is given, or more or fewer who travel (asked before it is parsed)."""
    return len({m.code for m in sentence.mentions}) > 1 and _MAY_SEND.search(sentence.text) is not None


def read_senders(sentence: Sentence, story: Story) -> list[Trend]:
    """A trend for each country that gets more or less, and for one whose people come in other numbers."""
    out: list[Trend] = []
    if not may_send(sentence) or _AGAINST.search(sentence.text):
        return out
    for word in sentence.tokens:
        way = _WAYS.get(word.lower)
        if way is None or any(
            0 <= f.start - word.idx < _NEAR or 0 <= word.idx - f.end < _CLOSE for f in sentence.figures
        ):
            continue
        phrase = (
            word.head
            if word.dep in {"amod", "advmod", "nmod", "compound"} and word.head.pos in {"NOUN", "PROPN"}
            else word
        )
        if (phrase.lemma == "number") is (word.lower in _SOME):
            continue
        verb = phrase.head
        if verb.pos != "VERB" or is_wish(verb) or any(c.dep == "neg" for c in verb.children):
            continue
        if verb.lemma in _GIVES and phrase.dep in {"dobj", "advmod", "dative"}:
            out += _given(sentence, story, verb, phrase, word, way)
        elif verb.lemma in _PUTS and phrase.lemma in _MONEY:
            out += _given(sentence, story, verb, phrase, word, way, "investment")
        elif verb.lemma in _TRAVELS | _STAYS and phrase.dep == "nsubj":
            out += _travelled(sentence, story, verb, phrase, word, way)
    return out


_AGAINST: Final = re.compile(r"\bthan\s+(?:to|in|into|for)\s+(?:the\s+)?[A-Z]")
"""As in "gives more aid to Laos than to Cambodia": two countries are compared, and nothing moves."""
_NEAR: Final = 12
_CLOSE: Final = 3


def _given(
    sentence: Sentence, story: Story, verb: Any, phrase: Any, word: Any, way: Direction, indicator: Indicator = "aid"
) -> list[Trend]:
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    giver = sentence.mention_at(subject) if subject is not None else None
    of_aid = phrase is word or phrase.lemma in _AID or indicator != "aid"
    if giver is None or not of_aid or not trades(giver.code):
        return []
    return [
        _trend(sentence, story, indicator, (giver.code, code), way, (word, verb, phrase))
        for code in _whom(sentence, (verb, phrase))
        if code != giver.code
    ]


def _travelled(sentence: Sentence, story: Story, verb: Any, phrase: Any, word: Any, way: Direction) -> list[Trend]:
    of = (
        next((c for c in phrase.children if c.dep == "prep" and c.lower == "of"), None)
        if phrase.lemma == "number"
        else None
    )
    whose = next((c for c in of.children if c.dep == "pobj"), phrase) if of is not None else phrase
    nation = sentence.mention_at(whose)
    if nation is None or nation.use != "demonym" or not trades(nation.code):
        return []
    there = [sentence.mention_at(c) for c in verb.children if c.dep == "dobj"]
    hosts = _whom(sentence, (verb,)) or [m.code for m in there if m is not None and trades(m.code)]
    return [
        _trend(sentence, story, "tourism", (host, nation.code), way, (word, verb, phrase))
        for host in hosts
        if host != nation.code
    ]


def _whom(sentence: Sentence, heads: tuple[Any, ...]) -> list[str]:
    """The countries behind "to", none where something else is listed with them."""
    for head in heads:
        lead = next((c for c in head.children if c.dep in {"prep", "dative"} and c.lower in _TO), None)
        first = next((c for c in lead.children if c.dep == "pobj"), None) if lead is not None else None
        if first is not None:
            named = [_country(sentence, t) for t in (first, *first.conjuncts)]
            codes = [m.code for m in named if m is not None and m.use != "adjective" and trades(m.code)]
            return list(dict.fromkeys(codes)) if len(codes) == len(named) else []
    return []


def _country(sentence: Sentence, word: Any) -> Any:
    """The country itself, or the one whose the thing is: "into Morocco's car industry"."""
    owner = next((c for c in word.children if c.dep == "poss"), None)
    return sentence.mention_at(word) or (sentence.mention_at(owner) if owner is not None else None)


def _trend(
    sentence: Sentence,
    story: Story,
    indicator: Indicator,
    sides: tuple[str, str],
    way: Direction,
    words: tuple[Any, ...],
) -> Trend:
    first, last = min(t.idx for t in words), max(t.idx + len(t) for t in words)
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator=indicator, reporter=sides[0], partner=sides[1], period=period_near(sentence, first, last)[0],
        direction=way, modality=modality_at(sentence, words[1]), confidence=0.6,
    )  # fmt: skip
