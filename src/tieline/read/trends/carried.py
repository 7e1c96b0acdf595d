"""A flow told just before that a pronoun takes up: "Exports to Chad shrank to $5 million. They are expected to fall further"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.trends.clauses import Move, by_verb, is_wish

_TAKEN_UP: Final = FLOWS | {"trade", "tourism", "balance"}
_MANY: Final = frozenset({"they", "these", "those"})
_ONE: Final = frozenset({"it", "this", "that"})
_FIGURE: Final = re.compile(r"(?:The|This|That)\s+(?:figure|number|total|amount|value|volume|sum)s?\b")


def may_take_up(text: str) -> bool:
    """The sentence may tell how the flow before it moves (asked before it is parsed).

    >>> may_take_up("They are expected to fall further."), may_take_up("Talks fell through.")
    (True, False)
    """
    first = text.lstrip("\"'\u201c\u2018 ").split(" ", 1)[0].lower()
    return first in _MANY | _ONE or _FIGURE.match(text) is not None


def carried_move(sentence: Sentence, frames: list[Frame], memory: Memory) -> tuple[Frame, Move] | None:
    """The flow of the sentence before, and the way that this one says it moves."""
    last = memory.frame
    if frames or sentence.figures or sentence.mentions or last is None or sentence.index - memory.frame_sentence != 1:
        return None
    if last.verb or last.indicator not in _TAKEN_UP or (last.partner is None and not last.group):
        return None
    if last.token.dep not in {"nsubj", "nsubjpass"} or not may_take_up(sentence.text):
        return None
    subject = next((t for t in sentence.tokens if t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.head.pos not in {"VERB", "AUX"} or is_wish(subject.head):
        return None
    many = last.token.tag in {"NNS", "NNPS"}
    fits = subject.lower in (_MANY if many else _ONE) or _FIGURE.match(sentence.text) is not None
    move = by_verb(subject.head, subject) if fits else None
    if move is None:
        return None
    inferred = ("indicator", "reporter", "partner", *(("product",) if last.good is not None else ()))
    start, end = subject.left_edge.idx, subject.idx + len(subject)
    return replace(last, token=subject, start=start, end=end, whole=False, inferred=inferred), move
