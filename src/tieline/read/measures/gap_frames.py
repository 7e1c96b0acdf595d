"""The balance that a sum is by its words: "imports from Norway exceeded exports by 1.3 billion", "earned $92 million more from Poland than it spent there"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame
from tieline.read.frames.held_against import gap_behind
from tieline.read.frames.slots import GAP_BY
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS

_LEFT: Final = re.compile(
    r"\b(?:leaving|left|leaves|putting|put|with)\s+(?:it|them|the\s+(?:country|island|kingdom|republic))\s+(?:with\s+)?(?:(?:about|some|almost|nearly|just|only|over|more\s+than)\s+)?$"
)
_IN_COLOUR: Final = re.compile(r"\s+in\s+the\s+(?P<colour>red|black)\b")
_SOON: Final = 60
"""So many characters behind its verb the sum stands."""


def gap_frame(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the balance that a figure is of, by the flow told with it."""
    return _gap_between(sentence.text, figure, frames) or _gap_behind(sentence, figure, frames)


def left_with(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "sold $200 million of goods to Oman and bought $252 million there, leaving it $52 million in the red": the balance of who sold and bought."""
    colour = _IN_COLOUR.match(sentence.text, figure.end) if figure.kind == "money" else None
    if colour is None or _LEFT.search(sentence.text[: figure.start]) is None:
        return None
    flows = [f for f in frames if f.indicator in FLOWS and f.end <= figure.start and f.partner not in {None, "WLD"}]
    if {f.indicator for f in flows} != set(FLOWS) or len({f.pair for f in flows}) != 1:
        return None
    return replace(flows[-1], indicator="balance", sign=-1 if colour["colour"] == "red" else 1, good=None)


def _gap_between(text: str, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "Finnish imports from Norway exceeded exports by 1.3 billion": the balance of whoever bought and sold."""
    told = GAP_BY.search(text[: figure.start]) if figure.kind == "money" else None
    flow = next((f for f in frames if told and f.token.idx == told.start("one")), None)
    if told is None or flow is None or flow.indicator not in FLOWS:
        return None
    return replace(flow, indicator="balance", sign=1 if flow.indicator == "exports" else -1, good=flow.good)


def _gap_behind(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "earned $92 million more from Poland than it spent there": the balance of whoever the verb tells of."""
    flow = next((f for f in reversed(frames) if f.verb and 0 < figure.start - f.token.idx < _SOON), None)
    if flow is None or not flow.reporter or flow.partner in {None, "WLD"}:
        return None
    sign = gap_behind(sentence, figure, flow.indicator, flow.partner)
    return replace(flow, indicator="balance", sign=sign, good=None) if sign else None
