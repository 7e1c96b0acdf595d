"""The flow that a rank speaks of, which the sentences behind it go on with: "Iraq is India's top crude supplier. Shipments from Nigeria fell"."""

from __future__ import annotations

from collections.abc import Sequence

from tieline.model.claims import Trend
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Memory


def flow_of_rank(trends: Sequence[Trend], sentence: Sentence, memory: Memory) -> Frame | None:
    """The flow of the first rank of a sentence, where no flow was told before."""
    if memory.frame is not None:
        return None
    for trend in trends:
        rank = trend.compared_with.rank if trend.compared_with is not None else None
        if rank is None or trend.indicator not in FLOWS:
            continue
        named = next((m for m in sentence.mentions if m.code in {trend.partner, trend.reporter}), None)
        token = sentence.word_of(named) if named is not None else None
        if named is not None and token is not None:
            return Frame(token, trend.indicator, trend.reporter, trend.partner, None, start=named.start, end=named.end)
    return None
