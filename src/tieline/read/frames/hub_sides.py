"""Sides that were only inferred, put right by the hub of the story.

"Poland imported 36 percent of the Moldovan wine, the Czech Republic 24 percent": a list is of the partners of one
country, its hub (`tieline.read.story.hub`).  Two of its partners have no flow between them that the words do not name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.read.story.document import Sentence, trades
from tieline.read.story.hub import Hub, Side
from tieline.read.story.memory import FLOWS, Frame

_ONE_WAY: Final = frozenset({"investment", "aid", "debt", "other", "tourism"})
_BOTH: Final = 2


def through_hub(frame: Frame, sentence: Sentence, told: Hub) -> Frame:
    """The frame with the hub in place of a side that was only inferred; as it is where the words name both.

    A side that the sentence names, or with whom several others have been told, stays.
    """
    hub = told.of(frame.indicator)
    if hub is not None and _turned(frame, hub, told):
        return replace(frame, reporter=frame.partner, partner=frame.reporter)
    if hub is None or hub in frame.pair or len(frame.pair) < _BOTH or not trades(hub):
        return frame
    named = {m.code for m in sentence.mentions}
    sides: dict[Side, str] = {"reporter": str(frame.reporter), "partner": str(frame.partner)}
    guessed = [side for side, code in sides.items() if side in frame.inferred and code not in named]
    if len(guessed) != 1 or told.others(frame.indicator, sides[guessed[0]]) >= _BOTH:
        return frame
    keep: Side = "partner" if guessed[0] == "reporter" else "reporter"
    other = sides[keep]
    if frame.indicator in _ONE_WAY and told.side(frame.indicator, hub) == keep:
        keep = guessed[0]
    reporter, partner = (other, hub) if keep == "reporter" else (hub, other)
    return replace(frame, reporter=reporter, partner=partner)


def _turned(frame: Frame, hub: str, told: Hub) -> bool:
    """Both sides were carried over, and the hub stands as the partner: "a third of the volume exported" was sold by it."""
    carried = {"reporter", "partner"} <= set(frame.inferred) and frame.indicator in FLOWS
    return carried and frame.partner == hub and told.sells(hub) == (frame.indicator == "exports") and told.one_way(hub)
