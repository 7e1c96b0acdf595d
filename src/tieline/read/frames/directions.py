"""Which way a word says that a figure moves: up, down, or neither.

>>> [direction_word(word) for word in ("rose", "declining", "sold")]
[1, -1, 0]
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.forms import IRREGULAR_FORMS, forms
from tieline.read.words.trade import (
    DOWN_ADJ,
    DOWN_NOUNS,
    DOWN_PARTICLES,
    DOWN_VERBS,
    UP_ADJ,
    UP_NOUNS,
    UP_PARTICLES,
    UP_VERBS,
)


def direction_word(word: str) -> int:
    """+1, -1 or 0 of one word in any of its forms."""
    low = word.lower()
    if low in {"above", "below"}:
        return 0
    for stem in forms(low):
        if stem in UP_VERBS or stem in UP_NOUNS or stem in UP_ADJ:
            return 1
        if stem in DOWN_VERBS or stem in DOWN_NOUNS or stem in DOWN_ADJ:
            return -1
    return 0


def lifts_a_ban(verb: Token) -> bool:
    """As in "lifted part of its ban on banana imports", "the embargo on beef exports has been lifted": no flow is."""
    if verb.lemma != "lift":
        return False
    one_subject = _BAN.search(verb.doc.text, max(0, verb.idx - _BESIDE), verb.idx) if verb.tag == "VBN" else None
    return (one_subject or _BAN.search(verb.doc.text, verb.idx, verb.idx + _BESIDE)) is not None


_BESIDE = 80
_BAN = re.compile(
    r"\b(?:bans?|embargo(?:es)?|restrictions?|prohibitions?|suspensions?|sanctions?|moratoriums?|curbs?|quotas?|barriers?|blockades?|freeze)\b",
    re.IGNORECASE,
)


def token_direction(token: Token) -> int:
    """+1, -1 or 0 of a verb, noun or adjective token, with its particle ("pick up", "go down")."""
    lemma = token.lemma
    particles = {c.lower for c in token.children if c.dep in {"prt", "advmod", "acomp"}} | {
        c.lemma for c in token.children if c.dep in {"acomp", "advmod"}
    }
    if token.pos == "VERB" and token.i + 1 < len(token.doc):
        if lemma == "fall" and token.doc[token.i + 1].lower == "short":
            return 0  # "fell short of $1 billion"
        particles.add(token.doc[token.i + 1].lower)  # "shot up to 4 billion", which the parser has as "up to 4"
    if any((lemma, p) in UP_PARTICLES for p in particles):
        return 1
    if any((lemma, p) in DOWN_PARTICLES for p in particles):
        return -1
    if lemma in {"edge", "inch"} and particles & {"lower", "low", "down"}:
        return -1
    if token.pos in {"VERB", "AUX"}:
        lemma = IRREGULAR_FORMS.get(lemma, lemma)  # "leapt", which the parser leaves as it is
        if lifts_a_ban(token):
            return 0
        return 1 if lemma in UP_VERBS else -1 if lemma in DOWN_VERBS else 0
    if token.pos == "NOUN":
        return 1 if lemma in UP_NOUNS else -1 if lemma in DOWN_NOUNS else 0
    if token.pos in {"ADJ", "ADV"}:
        if (verb := IRREGULAR_FORMS.get(token.lower)) is not None and (verb in UP_VERBS or verb in DOWN_VERBS):
            return 1 if verb in UP_VERBS else -1  # "both flows shrank", to the tagger
        return (
            1 if lemma in UP_ADJ or token.lower in UP_ADJ else -1 if lemma in DOWN_ADJ or token.lower in DOWN_ADJ else 0
        )
    return 0


def direction_at(sentence: Sentence, figure: Figure) -> int:
    """The direction of the word that governs a figure; else of the nearest such word before it in the sentence."""
    token = next((t for t in sentence.tokens if t.idx >= figure.core), None)
    node = token
    for _ in range(6):
        if node is None or node.head == node:
            break
        node = node.head
        if direction := token_direction(node):
            return direction
        if node.pos in {"VERB", "AUX"} and node.dep not in {"xcomp", "aux"}:
            break
    best = 0
    for t in sentence.tokens:
        if t.idx >= figure.start:
            break
        if figure.start - t.idx < 60 and not _bounds(t) and (direction := token_direction(t)):
            best = direction
    return best


def _bounds(token: Token) -> bool:
    """As in "more than half came from Chad": the word bounds a number, and nothing moves."""
    return token.lower in {"more", "less", "fewer"} and any(
        t.lower == "than" for t in token.doc[token.i + 1 : token.i + 2]
    )
