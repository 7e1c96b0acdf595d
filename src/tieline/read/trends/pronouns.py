"""Directions that a pronoun goes on with: "Colombia's exports to Venezuela dropped to $1.1 billion. They are expected to fall further."."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.story.document import Sentence
from tieline.read.trends.clauses import Move, by_verb

_BEGINS: Final = re.compile(
    r"\W*(?:(?:but|and|yet|still|however|so|now)\b,?\s+)?(?P<many>they|these|those)\b|\W*(?:(?:but|and|yet|still|however|so|now)\b,?\s+)?it\b",
    re.IGNORECASE,
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def may_go_on_moving(sentence: Sentence) -> bool:
    """It begins with a pronoun, and has no figure (asked before it is parsed)."""
    return _BEGINS.match(sentence.text) is not None and not sentence.figures


def carried_moves(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[tuple[Frame, Move]]:
    """The flow that the sentence before had as its subject, with the way that a pronoun for it moves; none where it may stand for something else."""
    last, begins = memory.frame, _BEGINS.match(sentence.text)
    if frames or last is None or begins is None or sentence.figures or sentence.index - memory.frame_sentence != 1:
        return []
    if last.verb or last.partner is None or last.token is None or last.token.dep not in _SUBJECTS:
        return []
    if (last.token.tag == "NNS") != (begins["many"] is not None):
        return []
    subject = next((t for t in sentence.tokens if t.idx + len(t) == begins.end()), None)
    if subject is None or subject.dep not in _SUBJECTS or subject.head.pos not in {"VERB", "AUX"}:
        return []
    move = by_verb(subject.head, subject)
    if move is None or move.direction not in {"up", "down"}:
        return []
    told = tuple(dict.fromkeys((*last.inferred, "reporter", "partner")))
    return [(replace(last, token=subject, start=subject.idx, end=subject.idx + len(subject), inferred=told), move)]
