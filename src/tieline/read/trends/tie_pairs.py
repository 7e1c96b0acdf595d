"""Whose ties they are: the two that the sentence names, "the two countries" of the story, each of a list ("its ties with Chile and Bolivia")."""

from __future__ import annotations

from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Memory, memory_pair
from tieline.read.syntax.tokens import Token


def with_each(sentence: Sentence, token: Token, pair: tuple[str, str], memory: Memory) -> list[tuple[str, str]]:
    """As in "Fiji's ties with Peru and Chile broke down": those of the first with each of the list, none with a group."""
    preps = (c for c in token.children if c.dep == "prep" and c.lower in {"with", "to"})
    one = next((c for prep in preps for c in prep.children if c.dep == "pobj"), None)
    named = [sentence.mention_at(t) for t in (one, *one.conjuncts)] if one is not None else []
    if one is not None and one.tag == "NNS" and one.lemma in _GROUPS and not any(named):
        return _each_of_two(sentence, one)  # none of "relations with the Gulf countries"
    codes = list(dict.fromkeys(m.code for m in named if m is not None and m.code not in {"WLD", "UN"}))
    if len(codes) < 2:
        return [pair]
    owner = pair[0] if pair[0] not in codes else _owner_of(sentence, token, codes, memory)
    if owner is None:
        return []
    return [(owner, code) for code in codes] if pair[1] in codes else [pair]


def _each_of_two(sentence: Sentence, group: Any) -> list[tuple[str, str]]:
    """As in "Chad and Togo have lent more, a sign that Mali's relations with the two neighbours are improving"."""
    owned = [m for m in sentence.mentions if m.end <= group.head.head.idx and group.idx - m.end < _NEAR]
    owner = owned[-1].code if owned else None
    others = dict.fromkeys(m.code for m in sentence.mentions if m.code != owner and trades(m.code))
    two = any(c.lower in {"two", "both"} for c in group.children)
    return [(owner, code) for code in others] if two and owner is not None and len(others) == 2 else []


_NEAR: Final = 60


def _owner_of(sentence: Sentence, token: Token, codes: list[str], memory: Memory) -> str | None:
    """As in "Lima has looked north ever since its ties with Chile and Bolivia broke down": whose ties with all of them."""
    whose = next((c.lower for c in token.children if c.dep == "poss"), None)
    if whose is None:
        return None
    if whose in {"his", "her"} and memory.people is not None:
        person = memory.people.before(sentence, token.idx)
        return person.country if person is not None and person.country not in codes else None
    named = [m.code for m in sentence.mentions if m.end <= token.idx and trades(m.code)]
    about = (*reversed(named), memory.subject, *(memory.pair or ()), memory.home)
    return next((code for code in about if code is not None and code not in codes), None)


_GROUPS: Final = frozenset("country nation state neighbour neighbor partner member".split())


def with_a_third(sentence: Sentence, token: Token, pair: tuple[str, str]) -> tuple[str, str] | None:
    """As in "friendship of Chad and Togo grows, while ties with Mali have cooled": those of the first with another one."""
    behind = next((m for m in sentence.mentions if m.start > token.idx), None)
    led = behind is not None and _WITH.fullmatch(sentence.text, token.idx + len(token), behind.start)
    return (pair[0], behind.code) if led and behind is not None and behind.code not in pair else None


_WITH: Final = re.compile(r"\s+(?:with|to)\s+(?:the\s+)?")


def as_the_story_has_it(pair: tuple[str, str], memory: Memory) -> tuple[str, str]:
    """As in "relations have been strained", where nobody is named: the pair with the country that the story tells of first."""
    base = memory.base
    first = base.reporter if base is not None and base.indicator != "trade" and base.reporter in pair else memory.home
    return (pair[1], pair[0]) if first == pair[1] else pair


_APPOSED: Final = 12
"""Characters behind "the two countries" within which they are named."""
THE_TWO: Final = re.compile(
    r"\b(?:between|of) the two\b(?! (?:leaders|presidents|ministers|men|women))|\b(?:the|these|both) two (?:countries|nations|states|sides|neighbou?rs)\b|\bthe two have\b|\bboth (?:countries|sides|nations)\b",
    re.IGNORECASE,
)
"""The pair that the story speaks of, though the sentence names another country too."""


def pair_of(sentence: Sentence, story: Story, memory: Memory) -> tuple[str, str] | None:
    """The two whose ties a sentence may tell of; None where they can't be known."""
    named = [m for m in sentence.mentions if not m.place and m.code not in {"WLD", "UN"}]
    codes = list(dict.fromkeys(m.code for m in named))
    known = memory.pair if memory.pair is not None and all(map(trades, memory.pair)) else None
    the_two = THE_TWO.search(sentence.text)
    if the_two is not None and known is not None:
        before = {m.code for m in named if m.end <= the_two.start()}
        behind = {m.code for m in named if m.start >= the_two.end() and m.start - the_two.end() <= _APPOSED}
        if len(before) < 2 and len(behind) < 2 and not set(known) <= set(codes):
            return known
    if len(codes) >= 2 and not (the_two and known and not set(known) <= set(codes)):
        return codes[0], codes[1]
    pair = memory_pair(memory, sentence)
    if pair is None or not all(map(trades, pair)):
        pair = known or story.pair
    if pair and the_two:
        return pair
    if pair and (not codes or codes[0] in pair):
        return pair
    return None
