"""Shares of all the money that comes to a country, told of one from where it comes: "the US had 42% of overall remittances"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.subjects import country_of_phrase, subject_of
from tieline.read.measures.figure_frames import clause_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import SURE
from tieline.read.syntax.tokens import Token

_SENT: Final = frozenset({"other", "investment"})
_PART_OF: Final = re.compile(
    r"(?:\b(?:share|part|portion|percent|per\s?cent|pct|half|third|quarter)|%)\s+of\s+(?:(?:the|all|total|overall|its|their|such|these|foreign|direct|money|cash|country['’]s)\s+)*(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""Before the word for all of the money."""
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def from_sender(sentence: Sentence, figure: Figure, frame: Frame, memory: Memory) -> Frame | None:
    """The frame of all that comes to a country, from the one whose part of it a percentage is."""
    open_yet = frame.reporter == "WLD" or "reporter" in frame.inferred
    if frame.indicator not in _SENT or figure.kind != "percent" or frame.verb or not open_yet or frame.partner is None:
        return None
    if _PART_OF.search(sentence.text[: frame.token.idx]) is None:
        return None
    sender = _sender(sentence, figure, memory)
    if sender is None or sender == frame.partner or not trades(sender):
        return None
    inferred = tuple(name for name in frame.inferred if name != "reporter")
    return replace(frame, reporter=sender, whole=False, partner_prep=SURE, inferred=inferred)


def _sender(sentence: Sentence, figure: Figure, memory: Memory) -> str | None:
    """Who is the subject of the clause of the figure, or from where its subject came."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    verb = clause_of(token) if token is not None else None
    subject = subject_of(verb)[0] if verb is not None else None
    if subject is None or subject.lower in {"it", "this", "that", "they"}:
        return None
    return _came_from(sentence, subject) or country_of_phrase(sentence, subject, memory)


def _came_from(sentence: Sentence, subject: Token) -> str | None:
    begin, end = subject.idx, subject.right_edge.idx + len(subject.right_edge)
    inside = (m for m in sentence.mentions if begin < m.start < end)
    return next((m.code for m in inside if _FROM.search(sentence.text[: m.start])), None)
