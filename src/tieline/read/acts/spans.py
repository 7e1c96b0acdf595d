"""Which words of a sentence an act takes in: its verb, its parties, its subject and object, and a time right behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tieline.read.acts.named import Party
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token

_NEAR: Final = 30
"""Words from its verb within which a subject or an object stands in the quotation."""
_GAP: Final = 6
"""Characters between a quotation and a time that still belongs to it."""


def span_of(sentence: Sentence, token: Token, phrases: Iterable[Any], parties: Iterable[Party]) -> tuple[int, int]:
    """The first and the last character of an act's words in its sentence."""
    points = [(token.idx, token.idx + len(token)), *((p.start, p.end) for p in parties)]
    points += [(t.idx, t.idx + len(t)) for t in phrases if t is not None and abs(t.i - token.i) < _NEAR]
    start, end = min(a for a, _ in points), max(b for _, b in points)
    for time in sentence.times:
        if 0 <= time.start - end <= _GAP:
            end = time.end
    return start, min(end, len(sentence.text))
