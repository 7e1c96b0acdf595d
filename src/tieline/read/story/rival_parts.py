"""Where a sentence turns from what one says to what another says: "Mali says they rose, while Togo says they fell"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tieline.model import lazy_re as re

_TURNS = re.compile(
    r"[,;]\s+(?:while|whereas|but|and|though|although)\s+|;\s+|\s+(?:while|whereas|but)\s+"
    r"|\s+and\s+(?=(?:the |an? |its )?(?:[\w.'’-]+ ){1,5}?(?:said|says?|reported|reports?|puts?|claims?|claimed)\b)"
)

_JOINS_WORDS = re.compile(r",\s+(?:\w+\s+)?[\w.'’-]+$")
"""A word or two behind a comma, which an "and" joins to more of their kind: ", Omani and Chadian officials said"."""


def rival_parts(text: str, places: Sequence[int]) -> list[tuple[int, int]]:
    """The parts of a sentence that are said by one each, if it is told at two places and more that somebody says so.

    A part in which nobody speaks belongs to the one before it, at the start to the one behind it.

    >>> text = "Mali says tea rose, and gold too, while Togo says they fell."
    >>> [text[start:end] for start, end in rival_parts(text, [5, 45])]
    ['Mali says tea rose, and gold too', ', while Togo says they fell.']
    >>> rival_parts("Tea rose and gold fell, Poe said, citing the bank.", [28, 34])
    []
    """
    if len(places) < 2:
        return []
    turns = (found.start() for found in _TURNS.finditer(text))
    cuts = [0, *(at for at in turns if _JOINS_WORDS.search(text, 0, at) is None), len(text)]
    ends: list[int] = []
    for start, end in pairwise(cuts):
        spoken = any(start <= place < end for place in places)
        if spoken or not ends:
            ends.append(end)
        else:
            ends[-1] = end
    if len(ends) > 1 and not any(place < ends[0] for place in places):
        del ends[0]
    return list(pairwise([0, *ends])) if len(ends) > 1 else []
