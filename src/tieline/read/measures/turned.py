"""The flow back: "shipments to Georgia came to $171 million; those in the opposite direction were worth $21 million"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS
from tieline.read.words.clauses import OTHER_WAY

_BACK = re.compile(
    r"[,;]?\s+(?:and|but|while|against|with)?\s*(?:just\s+|only\s+)?(?:those|that|goods|shipments|sales|deliveries|flows?|trade)?\s*"
    r"(?:(?:going|moving|sent|shipped|sold|coming|travelling)\s+)?(?:in\s+)?" + OTHER_WAY,
    re.IGNORECASE,
)


def turned(sentence: Sentence, figure: Figure, frame: Frame, drafts: list[Draft]) -> Frame | None:
    """The flow that the last figure was of, the other way round, where the words before this figure or right behind it say so."""
    last = drafts[-1] if drafts else None
    if {"reporter", "partner"} <= {*frame.inferred}:
        return None  # the sentence has told the way already
    if last is None or frame.token != last.frame.token or frame.indicator not in FLOWS or len(frame.pair) != _TWO:
        return None
    told = last.figures[-1].end
    behind = sentence.text[figure.end : figure.end + _SOON]
    if _BACK.search(sentence.text, told, figure.start) is None and _BACK_BEHIND.match(behind) is None:
        return None
    return replace(frame, reporter=frame.partner, partner=frame.reporter, good=None)


_TWO = 2
_SOON = 60
_BACK_BEHIND = re.compile(
    r"\s+(?:(?:worth|of|in)\s+)?(?:(?:went|goes|going|moved|was\s+sent|were\s+sent|came)\s+)?(?:in\s+)?" + OTHER_WAY
)
"""As in "$171 million, and $21 million in the other direction"."""
