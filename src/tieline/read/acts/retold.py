"""Words by which an act points back to one that the story has told: the talks themselves, a deed by its noun, what is done once.

"The talks were held at Peru's initiative", "the clash between them", "its decision to break off ties" tell no second act.  Another
day, or a word that counts ("a second", "again"), sets an act apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Event
from tieline.model.same_act import mutual, same_sides
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import noun_rules

_ONCE: Final = frozenset({"sever-ties", "recognise", "restore-ties"})
"""What one state does to another once, and not again as long as it holds."""
_ALIKE: Final = frozenset({"ACCUSE", "ASSAULT"})
"""What two do to each other, which a story tells as one quarrel or one fight."""
_TALKS: Final = frozenset("talk meeting conversation call discussion session consultation negotiation".split())
_POINTING: Final = frozenset("the this that these those their his her its".split())
_TURNS: Final = frozenset({"decision", "move", "step"})
_APART: Final = re.compile(
    r"\b(?:again|also|another|second|third|fourth|further|new|separate(?:ly)?|later|earlier|previous|before|next|last|more|once)\b",
    re.IGNORECASE,
)
_STARTS: Final = frozenset({"during", "at", "in"})


def is_retold(claim: Event, sentence: Sentence, before: Iterable[Event]) -> bool:
    """An act of the story's body is one that an earlier claim tells: its words only point back to it."""
    if sentence.part != "body" or not sentence.tokens:
        return False
    inside = _inside(claim, sentence)
    return any(
        other.type == claim.type
        and other.modality == claim.modality
        and claim.date in {None, other.date}
        and same_sides(claim, other)
        and _points_back(claim, other, sentence, inside)
        for other in before
    )


def _inside(claim: Event, sentence: Sentence) -> list[Token]:
    start, end = claim.quote.start - sentence.start, claim.quote.end - sentence.start
    return [t for t in sentence.tokens or () if start <= t.idx < end]


def _points_back(claim: Event, other: Event, sentence: Sentence, inside: Sequence[Token]) -> bool:
    if claim.type == "CONSULT":
        seen = "visit" not in {claim.mode, other.mode} and claim.modality == "happened"
        return seen and _at_the_talks(sentence, inside)
    if claim.mode != other.mode:
        return False
    if _APART.search(claim.quote.exact):
        return False
    if claim.mode in _ONCE:
        return True
    both = mutual(claim.type, reciprocal=claim.reciprocal) and mutual(other.type, reciprocal=other.reciprocal)
    return (both and claim.type in _ALIKE) or _by_its_noun(inside)


def _at_the_talks(sentence: Sentence, inside: Sequence[Token]) -> bool:
    """The act is the talks that were told: they are its noun, or it is done "during the meeting"."""
    own = {t.i for t in inside}
    for token in sentence.tokens or ():
        if token.lemma in _TALKS and _is_definite(token) and not _is_told_of_others(token):
            if token.i in own and not any(t.pos == "VERB" for t in inside if t.i < token.i):
                return True
            held = token.dep == "pobj" and token.head.lower in _STARTS and token.head.head.pos == "VERB"
            if held and token.head.head.i in own:
                return True
    return False


def _is_definite(noun: Token) -> bool:
    """As in "the talks", "their meeting": no count, no kind sets it apart ("the second round of talks", "the last meeting")."""
    left = [c for c in noun.children if c.i < noun.i]
    return any(c.lower in _POINTING for c in left) and not any(_APART.fullmatch(c.text) for c in left)


def _is_told_of_others(noun: Token) -> bool:
    """Whose talks they are is told anew: "the talks between", "the meeting that", "the meeting of"."""
    return any(
        c.i > noun.i and ((c.dep == "prep" and c.lower in {"between", "of", "with"}) or c.dep in {"relcl", "acl"})
        for c in noun.children
    )


def _by_its_noun(inside: Sequence[Token]) -> bool:
    """A deed told by a noun that the story has introduced: "the clash between", "Ghana's recognition of", "its decision to cut"."""
    nouns = noun_rules()
    first = next((t for t in inside if t.pos in {"NOUN", "VERB"} and (t.lemma in nouns or t.lemma in _TURNS)), None)
    if first is None or first.pos != "NOUN" or any(t.pos == "VERB" and t.i < first.i for t in inside):
        return False
    if first.lemma not in _TURNS and any(t.pos in {"VERB", "AUX"} for t in inside):
        return False
    return any(c.i < first.i and (c.lower in _POINTING or c.dep == "poss") for c in first.children)
