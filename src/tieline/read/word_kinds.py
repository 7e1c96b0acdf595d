"""What the words of a sentence may be, before it is parsed: words of trade, of moves, of ties, of acts, in every form that they may have."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.acts.access import PERMITS
from tieline.read.acts.conditions import asked
from tieline.read.acts.sayings import TELLING
from tieline.read.frames.senses import may_mean_trade
from tieline.read.story.document import Sentence
from tieline.read.words.actors import WRONGS
from tieline.read.words.acts import noun_rules, verb_rules
from tieline.read.words.forms import forms
from tieline.read.words.trade import (
    AILS,
    CONDITIONAL_VERBS,
    DOWN_ADJ,
    DOWN_NOUNS,
    DOWN_PARTICLES,
    DOWN_VERBS,
    EARNING_VERBS,
    FLAT_WORDS,
    MELTS,
    NOUN_ANCHORS,
    STRICKEN,
    TIE_NOUNS,
    UP_ADJ,
    UP_NOUNS,
    UP_PARTICLES,
    UP_VERBS,
    VERB_ANCHORS,
    WEAK_NOUNS,
)

_ANCHORS: Final = frozenset(NOUN_ANCHORS) | frozenset(VERB_ANCHORS) | frozenset(EARNING_VERBS)
_STRONG_NOUNS: Final = frozenset(NOUN_ANCHORS) - WEAK_NOUNS
_MOVES: Final = (
    UP_VERBS | DOWN_VERBS | UP_NOUNS | DOWN_NOUNS | UP_ADJ | DOWN_ADJ | FLAT_WORDS
    | AILS | STRICKEN | MELTS
    | frozenset(v for v, _ in UP_PARTICLES | DOWN_PARTICLES)
    | frozenset("record peak high highest low lowest best worst strongest weakest changed change unchanged fewer exceed "
                "outstrip overtake dwarf pale fraction reach match behind widen cut raise lift curb reduce worsen".split())
)  # fmt: skip
STRONG, WEAK, MOVE, TIE, ACT = 1, 2, 4, 8, 16
_SAID: Final = frozenset({"said", "says", "say"})
_MEANT: Final = frozenset({"will", "would", "intend", "intends", "plan", "plans", "wish", "wishes"})
_OWED: Final = frozenset({"must", "should", "ought"})


def telling(words: AbstractSet[str]) -> bool:
    """Somebody says what will not be done, what must be, or what another does wrong."""
    if words.isdisjoint(_SAID):
        return False
    if "not" in words and not words.isdisjoint(_MEANT):
        return True
    return not words.isdisjoint(_OWED) or any(not WRONGS.isdisjoint(forms(word)) for word in words)


def praising(words: AbstractSet[str]) -> bool:
    """Somebody calls another a friend."""
    return not words.isdisjoint({"said", "says", "told", "declared"}) and not words.isdisjoint(
        {"friend", "ally", "partner", "brother"}
    )


_RULING: Final = frozenset("need needs needed require requires required without visa-free".split())
_ALLOWED: Final = frozenset({"may", "can"})
_NEWLY: Final = frozenset({"now", "again"})
_TRADED: Final = frozenset({"sell", "import", "export", "ship", "bring"})
"""Words by which a rule of entry is told: `tieline.read.acts.access`."""
_LAPSING: Final = frozenset({"lapse", "expire"})

_Asked = tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def _act_rules() -> dict[str, tuple[_Asked, ...]]:
    """What the rules of each word of an act ask for, the least demanding first; one that asks for more than another is left out."""
    table: dict[str, set[_Asked]] = {}
    for word, rules in verb_rules().items():
        table.setdefault(word, set()).update(map(asked, rules))
    for word, rules in noun_rules().items():
        table.setdefault(word, set()).update(tuple(filter(None, (rule.objects, rule.words))) for rule in rules)
    return {word: ((),) if () in found else tuple(sorted(found, key=len)) for word, found in table.items()}


def _strength(anchor: str) -> int:
    strong = anchor in _STRONG_NOUNS or (anchor in VERB_ANCHORS and anchor not in CONDITIONAL_VERBS)
    return STRONG if strong else WEAK


@lru_cache(maxsize=20_000)
def kinds_of(word: str) -> int:
    """What a word may be a form of: a sum of STRONG, WEAK, MOVE, TIE and ACT."""
    kinds = 0
    for form in forms(word):
        kinds |= _strength(form) if form in _ANCHORS else 0
        kinds |= MOVE if form in _MOVES else 0
        kinds |= TIE if form in TIE_NOUNS else 0
        kinds |= ACT if form in _act_rules() else 0
    return kinds


def meant(words: set[str], sentence: Sentence, since: int) -> int:
    """How strong the words of trade are that may have that sense here."""
    anchors = {form for word in words for form in forms(word) if form in _ANCHORS}
    kinds = 0
    for anchor in anchors:
        strength = _strength(anchor)
        if not kinds & strength and may_mean_trade(anchor, sentence, since):
            kinds |= strength
    return kinds


_BEING_THERE = re.compile(r"\b(?:is|was|are|were|be|been|due|expected)\s+(?:\w+\s+)?(?:in|here|on)\b")
"""How "be" tells a visit."""


COUNTED = re.compile(r"\d|\b(?:percent|half|thirds?|quarters?|tenths?|double[ds]?|tripled?|twice)\b")
"""A figure, which may go on with a sentence of trade whose words are not here."""


def may_act(text: str, words: set[str], named: int) -> bool:
    """Some rule has its word here, with one of the objects and the particle that it asks for."""
    known = {form for word in words for form in forms(word)}
    if named < 2 and "be" in known and not COUNTED.search(text) and not _BEING_THERE.search(text):
        known.discard("be")
    if not known.isdisjoint(_LAPSING) or (not known.isdisjoint(PERMITS) and not words.isdisjoint(_RULING)):
        return True
    if not words.isdisjoint(_ALLOWED) and not words.isdisjoint(_NEWLY) and not known.isdisjoint(_TRADED):
        return True
    if "deny" in known or (not known.isdisjoint(TELLING) and not known.isdisjoint(WRONGS)):
        return True
    rules = _act_rules()
    return any(not any(map(known.isdisjoint, sets)) for word in known & rules.keys() for sets in rules[word])
