"""How far a speaker's words reach in a sentence of several: not into a "while" clause before them, nor into another's clause.

"While Chad accused Niger, a Libyan official warned" and "Peru claimed it hit four, but Chile said two were hurt": each says his own.
A said-clause else covers its whole sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tieline.read.story.document import Sentence
from tieline.read.story.speaker_phrases import phrase, trimmed
from tieline.read.syntax.tokens import Token
from tieline.read.words.speakers import SAYING

_AGAINST: Final = frozenset({"while", "whereas"})


def within_reach(chain: tuple[str, ...], sentence: Sentence, offset: int) -> tuple[str, ...]:
    """The speakers of a sentence who say what stands at an offset in it."""
    away = set(_out_of_reach(sentence, offset)) if chain else set()
    return tuple(words for words in chain if words not in away)


def _out_of_reach(sentence: Sentence, offset: int) -> Iterator[str]:
    for verb in sentence.tokens or ():
        subject = _speaker(verb)
        if subject is not None and (_is_set_against(verb, offset) or _is_of_another(verb, offset)):
            yield trimmed(phrase(sentence, subject))


def _speaker(verb: Token) -> Token | None:
    if verb.pos != "VERB" or verb.lemma not in SAYING:
        return None
    return next((c for c in verb.children if c.dep == "nsubj"), None)


def _covers(clause: Token, offset: int) -> bool:
    return clause.left_edge.idx <= offset < clause.right_edge.idx + len(clause.right_edge)


def _is_set_against(verb: Token, offset: int) -> bool:
    """The words stand in a clause with "while" before the one who speaks."""
    for clause in verb.children:
        if clause.dep == "advcl" and clause.i < verb.i and _covers(clause, offset):
            return any(c.dep == "mark" and c.lower in _AGAINST for c in clause.children)
    return False


def _is_of_another(verb: Token, offset: int) -> bool:
    """The words stand in the clause of another speaker, which "but" or "and" joins to this one's."""
    behind = [c for c in verb.children if c.dep == "conj" and _speaker(c) is not None]
    if any(_covers(c, offset) for c in behind):
        return True
    first = verb.head
    return verb.dep == "conj" and _speaker(first) is not None and offset < verb.left_edge.idx and _covers(first, offset)
