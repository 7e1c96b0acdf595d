"""The sentence round a quote, found roughly: enough to ask what else was claimed there."""

from __future__ import annotations

from tieline.evaluate.fields import Fields, Span, span_of
from tieline.evaluate.words import overlap
from tieline.model import lazy_re as re

_END = re.compile(
    r"(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bNo\.)(?<!\bSt\.)(?<!\bMrs\.)(?<=[.!?\"”’)])\s+(?=[\"“‘(]?[A-Z])"
    r"|\n\s*\n"
)


def sentence(text: str, span: Span) -> Span:
    """The span widened to the sentences that it touches.

    >>> text = "Trade grew. Exports to the U.S. rose 5 percent. Imports fell."
    >>> sentence(text, (24, 30))
    (12, 47)
    """
    ends = list(_END.finditer(text))
    start = max((gap.end() for gap in ends if gap.end() <= span[0]), default=0)
    end = min((gap.start() for gap in ends if gap.start() >= span[1]), default=len(text))
    return start, end


def together(text: str | None, one: Fields, other: Fields) -> bool:
    """Both quotes stand in one sentence; where the text is not at hand, they overlap."""
    a, b = span_of(one), span_of(other)
    if text is None or a is None or b is None:
        return overlap(one, other) > 0
    start, end = sentence(text, a)
    return b[0] < end and start < b[1]
