"""Movements that a sentence speaks of on its way to something else: "last year's jump in exports was driven by fuel", "falling to 90 million, they were"."""

from __future__ import annotations

from typing import Any

from tieline.model import lazy_re as re
from tieline.read.frames.directions import token_direction
from tieline.read.story.denied import is_denied
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import Move, strength_of


def is_past(verb: Token) -> bool:
    """Told as done, with an object: "hit the growers", "has helped exporters"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    done = (verb.tag == "VBD" and not aux) or (
        verb.tag in {"VBN", "VBG"} and aux and aux <= {"has", "have", "is", "are", "was", "been"}
    )
    negated = any(c.dep == "neg" for c in verb.children)
    return bool(done and not negated and any(c.dep == "dobj" for c in verb.children) and verb.lemma not in _AVERTS)


_AVERTS = frozenset(
    "require need await precede prevent avoid follow reverse stop end halt offset erase mask hide contradict have".split()
)
"""What a rise does that is wanted, or over."""


def is_of_fact(noun: Token, verb: Token) -> bool:
    """As in "last year's jump in exports was driven by fuel": the movement is spoken of as one that there was."""
    definite = any(c.dep == "poss" or c.lower in {"the", "this", "that"} for c in noun.children)
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or any(
        c.dep == "auxpass" and c.lower in {"was", "were"} for c in verb.children
    )
    sure = not any(c.tag == "MD" or c.dep == "neg" or c.lower in {"if", "whether"} for c in verb.children)
    return definite and finite and sure and verb.lemma not in _ENDS_MOVE


_ENDS_MOVE = frozenset("reverse end halt stop continue be depend remain".split())


def beside_verb(verb: Token) -> Move | None:
    """As in "falling to $90 million, exports were", "came to $4 billion, rising from 2013": the way that a participle tells."""
    for word in verb.children:
        if word.dep != "advcl" or word.pos != "VERB" or word.tag not in {"VBG", "VBN"}:
            continue
        if any(c.dep in {"nsubj", "nsubjpass", "mark", "dobj"} for c in word.children) or is_denied(word):
            continue
        if way := token_direction(word):
            return Move("up" if way > 0 else "down", word, strength_of(word))
    return None


def which_moved(sentence: Sentence, frame: Frame) -> Move | None:
    """As in "slowed coal exports to Chad, which had grown for two years": told of the flow, on the side."""
    led = _WHICH.match(sentence.text, frame.end)
    which = next((t for t in sentence.tokens if led is not None and t.idx == led.end()), None)
    if which is None or which.dep != "nsubj" or any(f.start > which.idx for f in sentence.figures):
        return None
    verb = which.head
    modal = any(c.tag == "MD" for c in verb.children)
    way = 0 if modal or is_denied(verb) or verb.pos != "VERB" else token_direction(verb)
    return Move("up" if way > 0 else "down", verb, strength_of(verb)) if way else None


_WHICH = re.compile(r",\s+(?=which\b)")


def is_matter(preposition: Any) -> bool:
    """As in "talks on trade collapsed", "worries about exports grew": no flow moves; in "spending on imports fell" it does."""
    noun = preposition.head
    if noun.pos != "NOUN" or preposition.lower not in {"about", "on", "over", "for"}:
        return False
    if preposition.lower == "for":
        return noun.lemma in _FELT
    return noun.lemma not in _SPENT and not token_direction(noun)


_FELT = frozenset("fear worry concern hope threat danger risk alarm anxiety".split())
_SPENT = frozenset("spending expenditure outlay expense money bill dependence dependency reliance".split())
