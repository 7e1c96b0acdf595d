"""Rows that only a comma joins to their figure: "ahead of Spain, USD 81.5 million (9.3%), Oman, USD 26 million, and Mali, 9 percent".

A list has been opened before them ("followed by", "ahead of"), and each figure ends its row: between two names a comma alone
would leave open whose a figure is.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_COMMA: Final = re.compile(r",\s+(?:(?:about|some|nearly|almost|over|more than|around|just|only)\s+)*")
_OPENS: Final = re.compile(
    r"\b(?:ahead of|followed by|before|in front of|then (?:came|come|comes)|next (?:came|come|comes|were|was|is|are))\s"
    r"|\b(?:largest|biggest|main|most|bulk)\b[^.;,]{0,40}?\s(?:came|comes|went|goes)\s+(?:from|to)\s"
)
_BEFORE_ROW: Final = re.compile(
    r"(?:\b(?:came from|comes from|went to|goes to|ahead of|followed by|before|in front of|came|come|comes|were|was|is|are|then|and)|[,;)])\s+(?:by\s+|the\s+)*$"
)
_ENDS_ROW: Final = re.compile(
    r"(?:\s+of\s+(?:it|them|the\s+total))?\s*(?:\([^()]{1,40}\))?\s*(?:[,;]|\.(?!\d)|$|\s+and\b|and\b)"
)


def comma_row(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """A country of an opened list has the figure behind its comma.

    The first country of a list that a rank opens has its figure by the words of the rank.
    """
    text = sentence.text
    opened = _OPENS.search(text[: mention.start])
    if opened is None or _COMMA.fullmatch(text, mention.end, figure.start) is None:
        return False
    return _BEFORE_ROW.search(text[: mention.start]) is not None and _ENDS_ROW.match(text, figure.end) is not None
