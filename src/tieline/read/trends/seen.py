"""Movements that somebody sees: "a marked rise was seen in exports to Togo", "saw their exports to Chad collapse"."""

from __future__ import annotations

from tieline.read.frames.directions import direction_word, token_direction
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import Move, is_wish, strength_of

_NOTICES = frozenset("see record register note observe report witness expect forecast predict notice".split())


def noticed(token: Token) -> Move | None:
    """As in "a marked rise was seen in exports to Togo": what was seen in a flow moves it."""
    verb = token.head.head if token.dep == "pobj" and token.head.lower in {"in", "of"} else None
    if verb is None or verb.lemma not in _NOTICES or verb.pos != "VERB":
        return None
    for noun in verb.children:
        if noun.dep == "nsubjpass" and noun.pos == "NOUN" and (way := token_direction(noun)):
            return Move("up" if way > 0 else "down", noun, strength_of(noun))
    return None


def seen_to_move(sentence: Sentence, frame: Frame) -> Move | None:
    """As in "saw their exports to Chad collapse", where the parser takes the verb for a part of the country's name."""
    verb = frame.token.head
    if (
        frame.token.dep != "dobj"
        or verb.lemma not in _WATCHES
        or is_wish(verb)
        or any(c.dep == "neg" for c in verb.children)
    ):
        return None
    last = max(
        (m.end for m in sentence.mentions if frame.token.idx < m.start and m.end <= frame.end), default=frame.end
    )
    word = next((t for t in sentence.tokens if t.idx > last), None)
    if word is None or word.idx != last + 1:
        return None
    own = not {"reporter", "partner"} <= set(frame.inferred)
    if own and word.tag == "VBG" and (way := token_direction(word)):
        return Move("up" if way > 0 else "down", word, strength_of(word))
    if verb.lemma not in _WATCHES - {"show"} or word.dep != "pobj" or word.lower.endswith("s"):
        return None
    way = direction_word(word.text)
    return Move("up" if way > 0 else "down", word, strength_of(word)) if way else None


_WATCHES = frozenset({"see", "watch", "find", "witness", "show"})
