"""For when a trend is said, and whether it is a fact, a forecast or an aim."""

from __future__ import annotations

from typing import Any

from tieline.model.periods import Period
from tieline.model.vocabulary import FigureModality
from tieline.read.figures import Figure
from tieline.read.measure_periods import tells_a_record
from tieline.read.modality import figure_modality
from tieline.read.story import Sentence


def modality_at(sentence: Sentence, token: Any) -> FigureModality:
    """The modality of the clause that a word stands in."""
    word = Figure(token.idx, token.idx + len(token), "percent", 0.0, None, token.idx)
    return figure_modality(sentence, word, of_move=True)


def period_near(sentence: Sentence, first: int, last: int) -> tuple[Period | None, tuple[str, ...]]:
    """The period said near a stretch of the sentence, and the names of the fields that were inferred."""
    times = [
        t
        for t in sentence.times
        if t.role in {"period", "point"}
        and t.period is not None
        and t.kind not in {"weekday", "day"}
        and not tells_a_record(sentence, t)
    ]
    near = [t for t in times if first - 60 <= t.start <= last + 40]
    return (near[0].period, ()) if near else (None, ())
