"""A change told twice, in percent and as an amount: "up 12 percent year on year, or $89 million", "fell $9 million, or 2 percent"."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_TIME = r"(?:year[- ]on[- ]year|year[- ]over[- ]year|on[- ]year|on the year|(?:from|on|over|than) (?:a|the|last|this time last) (?:[a-z]+ )?(?:year|month|quarter)(?: (?:earlier|ago|before))?|annually)"
_OR = re.compile(rf"(?:,?\s+{_TIME})?,?\s+or\s+$", re.IGNORECASE)
_OPENS = re.compile(r"\s*\($")
_COMPARED = re.compile(r"\s*\)\s+(?:more|less|fewer|higher|lower|larger|smaller|greater|up|down)\b", re.IGNORECASE)


def told_before(sentence: Sentence, figure: Figure) -> Figure | None:
    """The figure that this one tells again: a percentage of an amount, an amount of a percentage; None where it tells none.

    In brackets it does only before what compares both: "153% (12.3 billion cubic metres) more than".
    """
    percent = figure.kind == "percent"
    for other in sentence.figures:
        if other.end > figure.start or (other.kind == "percent") == percent or other.kind in {"points", "multiple"}:
            continue
        between = sentence.text[other.end : figure.start]
        if _OR.fullmatch(between) or (_OPENS.fullmatch(between) and _COMPARED.match(sentence.text, figure.end)):
            return other
    return None
