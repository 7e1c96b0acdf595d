"""Words that tell a country's whole, where others are named beside it: "China itself imported fewer arms".

A country that only stands behind guests of its own ("thanks to more visitors from Chad") is not whose guests all are.
"""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.frames.around import Around, with_roles
from tieline.read.frames.lists import WHOSE, followed_figures
from tieline.read.story.memory import FLOWS, Frame

_OWN_GUESTS = re.compile(r",[^;]*\b(?:visitors|arrivals|tourists|travell?ers|guests)\s+from\s+(?:the\s+)?$")
_ITSELF = re.compile(r"\bitself\s+(?:also\s+)?$")


def of_itself(frame: Frame, around: Around) -> bool:
    """As in "China itself imported 44 per cent fewer arms", behind what it sold to another."""
    lead = around.sentence.text[: frame.token.idx]
    return frame.verb and frame.indicator in FLOWS and _ITSELF.search(lead) is not None


def of_rows(frame: Frame, around: Around) -> Frame | None:
    """As in "Arms imports went up by 83 per cent in Algeria and by 14 per cent in Morocco": of the country behind each figure."""
    if frame.verb or frame.indicator != "imports":
        return None
    behind = followed_figures(around.sentence)
    rows = behind and behind[0][0].kind == "percent" and behind[0][2] in WHOSE and frame.end <= behind[0][0].start
    return with_roles(frame, behind[0][1].code, "WLD", "partner") if rows else None


def may_be_of_another(frame: Frame, around: Around) -> bool:
    """Of the countries of a sentence one may be whose guests a frame counts."""
    text, named = around.sentence.text, "reporter" not in frame.inferred
    return any(
        m.start < frame.start or not named or _OWN_GUESTS.search(text, frame.end, m.start) is None for m in around.loose
    )
