"""Talks, visits and fights that a sentence speaks of without their sides: whether they are known, somebody's own, or of people who are no side."""

from __future__ import annotations

from typing import Final

from tieline.read.acts.talks import LENGTHS
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import ARMED, FORCES, OTHER, STATE_NOUNS
from tieline.read.words.acts import CLASSES

TALKED: Final = frozenset({"talk", "negotiation", "meeting", "summit"})
TIMES: Final = frozenset({"year", "month", "week", "day", "today", "yesterday", "tomorrow", "time"})
"""What is no party: "their leaders met late last year", "this week's meeting"."""
_SIDES: Final = STATE_NOUNS | OTHER | FORCES | ARMED | CLASSES["TROOPS"]
"""Whose talks or fights may be between two states."""
_OCCASIONS: Final = frozenset({"after", "at", "during", "in", "to", "following"})
_ANY: Final = frozenset({"a", "an", "any", "another"})
_HELD: Final = frozenset(
    "hold end finish conclude complete continue resume begin open start carry follow attend host lead".split()
)
POINTING: Final = frozenset({"the", "this", "these", "those", "such"})


def is_own(noun: Token) -> bool:
    """Somebody's own visit or talks: "his visit", "Vella's trip", "their talks"."""
    abroad = any(c.dep == "prep" and c.lower in {"to", "in"} for c in noun.children)
    return not abroad and any(c.dep == "poss" and c.lemma not in TIMES for c in noun.children)


def are_of_others(noun: Token) -> bool:
    """Talks or fights of people who are no side: "the teachers' talks", "clashes of smugglers"."""
    whose = [c for c in noun.children if c.dep == "poss"]
    whose += [o for c in noun.children if c.lower in {"of", "between", "among"} for o in c.children if o.dep == "pobj"]
    return any(o.pos == "NOUN" and o.lemma not in _SIDES | TIMES for o in whose)


def are_spoken_of(noun: Token) -> bool:
    """Talks that the story knows, or that are told as held: "after the talks", "talks ended on Monday", "two days of talks"."""
    left = {c.lower for c in noun.lefts}
    if (
        noun.lemma not in TALKED
        or are_of_others(noun)
        or "no" in left
        or any(c.dep == "prep" and c.lower == "with" for c in noun.children)
    ):
        return False
    if noun.dep == "pobj" and noun.head.lower == "of":
        return noun.head.head.lemma in LENGTHS and noun.head.head.head.lower != "for"
    if noun.dep == "pobj":
        return noun.head.lower in _OCCASIONS and not (noun.tag == "NN" and left & _ANY)
    if noun.dep == "dobj":
        return noun.head.lemma in _HELD and bool(left & POINTING)
    verb = noun.head
    begun = verb.dep != "advcl" or verb.tag == "VBD"  # not "before talks begin"
    return noun.dep in {"nsubj", "nsubjpass"} and noun.tag == "NNS" and verb.lemma != "be" and begun
