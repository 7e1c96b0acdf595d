"""Where a flow is bound, and where it stands beside what it was: "on its way up", "well below what it was before the embargo"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.memory import Frame
from tieline.read.trends.clauses import Move

_IS: Final = r"\b(?:is|are|was|were|be|been|remains?|remained|stands?|stood|stays?|stayed)\s+(?:(?:still|again|now|once\s+more|firmly|currently)\s+)*"
_BOUND: Final = re.compile(
    rf"{_IS}on\s+(?:its|their|the|an?)\s+(?:way\s+)?(?P<way>up|down|upward|downward)\b(?:\s+(?:path|trend|course|curve|slope|trajectory))?(?!\s+side)"
)
_BESIDE: Final = re.compile(
    rf"{_IS}(?:(?P<much>well|far|slightly|a\s+little|considerably|much|somewhat|just)\s+)?(?:(?P<up>above|higher\s+than|ahead\s+of)|below|lower\s+than|short\s+of|under)\s+"
    r"(?:what\s+(?:it|they)\s+(?:was|were|had\s+been|used\s+to\s+be)|where\s+(?:it|they)\s+(?:was|were|stood))\b"
)
_NEAR: Final = 70


def bound_move(frame: Frame, text: str) -> tuple[Move, int] | None:
    """The way that a flow is bound, or stands now beside an earlier time, with where the words of it begin."""
    until = frame.end + _NEAR
    if found := _BOUND.search(text, frame.end, until):
        return Move("up" if found["way"].startswith("up") else "down", frame.token, None), found.start()
    if found := _BESIDE.search(text, frame.end, until):
        return Move("up" if found["up"] else "down", frame.token, found["much"]), found.start()
    return None
