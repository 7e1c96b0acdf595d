"""Levels and changes that stand beside each other: "1.4-fold to 52,000 tons", "21.3% or $74 million", "in both cases a record 7,500".

Which of two figures is told of the same row as the one before it, and which begins the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_TO_LEVEL: Final = re.compile(
    r"\s+to\s+(?:(?:a|an|the|record|about|some|nearly|almost|around|only|just|over|more|than|total|of)\s+)*"
)
_AND_LEVEL: Final = re.compile(r"\s+and\s+(?:to\s+)?[A-Z$€£¥]{0,4}\s?\d")
_OR: Final = re.compile(r",?\s+or\s+(?:(?:about|some|nearly|almost|around|over|just)\s+)*")
_THEN: Final = re.compile(r"\b(?:19|20)\d\d\b,?\s+(?:and|but|then|before)\s+(?:[a-z]+ing\s+|[a-z]+\s+){0,3}?")
_BOTH_MOVED: Final = re.compile(
    r"\s+(?:more|less|fewer|higher|lower|up|down)\s+(?:in both cases|each|for both|apiece)\b"
)
"""Behind the change of the two levels before it."""
_IN_BOTH_CASES: Final = re.compile(r"\b(?:in both cases|to both|in either case)\b(?:[^.;]|\.(?=\d)){0,60}$")
_TWO: Final = 2


def goes_with_last(sentence: Sentence, draft: Draft, figure: Figure, since: int) -> bool:
    """As in "1.4-fold to 52,000 tons", "taking 21.3% or $74 million": the level of the change, or of the share, right before it."""
    if figure.kind not in {"money", "quantity"} or draft.level is not None:
        return False
    if _AND_LEVEL.match(sentence.text, figure.end):
        return False  # "grew 12 and 9 percent to 1.5 and 1.9 billion": one by one
    if draft.change is not None and draft.change.figure.end == since and draft.change_value is None:
        return _TO_LEVEL.fullmatch(sentence.text, since, figure.start) is not None
    share = draft.share is not None and draft.share.end == since and draft.change is None
    return share and _OR.fullmatch(sentence.text, since, figure.start) is not None


def of_next_level(sentence: Sentence, draft: Draft, figure: Figure) -> bool:
    """As in "was 50 million in 2012 and rose by 6% to 53 million": the change leads from the draft's level to one of its own."""
    if draft.level is None or draft.level.end > figure.start or figure.kind not in {"percent", "multiple"}:
        return False
    following = next((f for f in sentence.figures if f.start > figure.start and f.kind == draft.level.kind), None)
    led = following is not None and _TO_LEVEL.fullmatch(sentence.text, figure.end, following.start) is not None
    return led and _THEN.search(sentence.text, draft.level.end, figure.start) is not None


def put_in_both(sentence: Sentence, figure: Figure, levels: Sequence[Draft], drafts: Sequence[Draft]) -> bool:
    """As in "at 3 and 5 billion, 10 percent more in both cases", "8% and 11% more, and in both cases a record 7,500": of either row."""
    if _BOTH_MOVED.match(sentence.text, figure.end) and len(levels) == _TWO:
        for draft in levels:
            draft.change = replace(slot_of(sentence, figure), slot="change")
            draft.figures.append(figure)
        return True
    rows = [d for d in drafts if d.change is not None and d.level is None]
    told = figure.kind in {"money", "quantity"} and _IN_BOTH_CASES.search(sentence.text[: figure.start])
    if not told or len(rows) != _TWO or len(drafts) != _TWO:
        return False
    for draft in rows:
        draft.level = figure
        draft.figures.append(figure)
    return True


def change_like_next(slotted: Slotted, following: Slotted | None) -> Slotted:
    """As in "took 12% and 15% more respectively": a change as the next of its row, though a verb before it could tell a share."""
    if slotted.slot != "share" or following is None or following.slot != "change":
        return slotted
    return replace(slotted, slot="change", direction=following.direction)
