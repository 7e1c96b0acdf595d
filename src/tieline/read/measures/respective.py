"""The frame of one of two figures that are told of two countries: "India and Spain took 10 and 7 percent, respectively"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tieline.read.frames.frames import Frame
from tieline.read.story.document import Sentence


def with_respective(sentence: Sentence, frame: Frame, code: str, listed: Collection[str]) -> Frame:
    """The frame with the country of the list that the figure is of, on the side of those listed."""
    gives = "indicator" in frame.inferred and "partner" in frame.inferred  # a list of who gives
    owned = frame.reporter in listed and frame.partner not in listed  # "remittances from Oman and Kuwait"
    if gives or owned or (frame.verb and _is_subject(sentence, code, frame)):
        return replace(frame, reporter=code)
    inferred = tuple(name for name in frame.inferred if name != "partner")
    return replace(frame, partner=code, group=False, partners=(), inferred=inferred)


def _is_subject(sentence: Sentence, code: str, frame: Frame) -> bool:
    first = next((m for m in sentence.mentions if m.code == frame.reporter and m.end <= frame.token.idx), None)
    named = next((m for m in sentence.mentions if m.code == code and m.end <= frame.token.idx), None)
    return first is not None and named is not None and first.start <= named.start
