"""Where a claim's words lie in the story: quotes that overlap are split into segments, each with its own line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tieline.read.pages.layout import lay_out

LANES = 3
"""Lines that can lie under one another; a fourth quote over the same words shares the last."""


@dataclass(frozen=True, slots=True)
class Span:
    """The words of claim `number`: `text[start:end]`, underlined in `lane`."""

    number: int
    start: int
    end: int
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that lies under the same claims from its start to its end."""

    start: int
    end: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the page: `part` is `headline`, `deck`, `body` or `noise`."""

    start: int
    end: int
    part: str


def in_lanes(spans: Iterable[Span]) -> list[Span]:
    """Give spans that overlap different lanes; the longer one keeps the upper.

    >>> [s.lane for s in in_lanes([Span(1, 0, 9), Span(2, 5, 7), Span(3, 9, 12)])]
    [0, 1, 0]
    """
    placed: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end, s.number)):
        taken = {p.lane for p in placed if p.end > span.start}
        lane = next((n for n in range(LANES) if n not in taken), LANES - 1)
        placed.append(Span(span.number, span.start, span.end, lane))
    return placed


def segments(start: int, end: int, spans: Sequence[Span]) -> list[Segment]:
    """Cut `start` to `end` where a span begins or ends.

    >>> [(s.start, s.end, [x.number for x in s.spans]) for s in segments(0, 9, [Span(1, 0, 6), Span(2, 4, 9)])]
    [(0, 4, [1]), (4, 6, [1, 2]), (6, 9, [2])]
    """
    cuts = {start, end} | {x for s in spans for x in (s.start, s.end) if start < x < end}
    edges = sorted(cuts)
    return [Segment(a, b, tuple(s for s in spans if s.start <= a and b <= s.end)) for a, b in pairwise(edges)]


def paragraphs(text: str) -> list[Paragraph]:
    """All of the page in order, datelines included; what is noise is marked so."""
    found: list[Paragraph] = []
    after = 0
    for block in lay_out(text).blocks:
        start = after
        while start < block.start and text[start].isspace():
            start += 1
        found.append(Paragraph(start, block.end, block.part))
        after = block.end
    if not found and text.strip():
        found.append(Paragraph(0, len(text), "body"))
    return found
