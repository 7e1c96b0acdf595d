"""The two flows of a balance told just before: "The deficit with Norway widened to $0.5 billion. Exports came to $0.4 billion and imports to $0.9 billion".

No word says with whom the flows are; that one sum less the other is the balance does.
"""

from __future__ import annotations

from dataclasses import replace
from math import floor, log10
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, with_roles
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, SURE, Frame, Memory, Told

_FLOW: Final = re.compile(r"\b(?:exports|imports)\b", re.IGNORECASE)
_BOTH: Final = 2
_ROUNDED: Final = 1.51
"""In units of the last digit: three rounded sums may be off by half a unit each."""


def flow_of_gap(frame: Frame, around: Around) -> Frame | None:
    """A flow without a side, of the pair whose balance the sentence before told, where the two sums come to that balance."""
    bare = frame.indicator in FLOWS and not frame.verb and not frame.whole and frame.good is None
    if not bare or any(trades(m.code) for m in around.sentence.mentions):
        return None
    gap = _gap_of_flows(around.sentence, around.memory)
    if gap is None or gap.reporter is None:
        return None
    return replace(with_roles(frame, gap.reporter, gap.partner, "reporter", "partner"), partner_prep=SURE)


def _gap_of_flows(sentence: Sentence, memory: Memory) -> Told | None:
    """The balance with one partner, told last and just before, that the two flows of the sentence come to."""
    last = memory.told[-1] if memory.told else None
    if last is None or last.indicator != "balance" or last.value is None or last.partner in {None, "WLD"}:
        return None
    nouns = [found.start() for found in _FLOW.finditer(sentence.text)]
    if sentence.index - last.sentence != 1 or len(nouns) != _BOTH:
        return None
    sums = [f for f in sentence.figures if f.kind == "money" and f.unit == last.unit]
    first = [f for f in sums if nouns[0] < f.start < nouns[1]]
    second = [f for f in sums if f.start > nouns[1]]
    if not first or not second:
        return None
    step = max(_last_digit(first[-1]), _last_digit(second[-1]))
    gap, told = abs(first[-1].value - second[-1].value), abs(last.value)
    return last if abs(gap - told) < _ROUNDED * step and told >= step else None


def _last_digit(figure: Figure) -> float:
    """The unit of the last digit printed: a hundred million for "$0.4 billion"."""
    return float(10 ** (floor(log10(figure.value)) - figure.digits + 1)) if figure.value > 0 else 0.0
