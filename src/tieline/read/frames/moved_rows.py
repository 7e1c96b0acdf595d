"""Rows that tell by how much a partner has moved: "Hong Kong, off 33.1%", "the United States was 13.7% lower", "France gained 4.7%".

The flow is that of the words before the row; the country is no reporter there, though it stands as the subject.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_VERBS: Final = (
    r"(?:rose|rises|fell|falls|gained|gains|slipped|slips|climbed|climbs|dropped|drops|jumped|jumps|surged|surges|advanced"
    r"|declined|declines|plunged|plunges|leapt|leaped|tumbled|soared|slid|lost|slumped|sank|rebounded|recovered|increased|decreased|dipped|eased|retreated)"
)
_ADVERBS: Final = r"(?:\s+(?:as\s+well|too|again|also|even|only|just|sharply|slightly|further|back|modestly|strongly|steeply|about|some|nearly|almost|around|more\s+than|over))*"
_MOVED: Final = re.compile(
    rf"(?:,?\s+(?:which\s+)?(?:(?:was|were|is|are)\s+)?(?:{_ADVERBS.strip()}\s+)?(?:up|down|off)|\s+(?:also\s+)?{_VERBS}){_ADVERBS},?\s+(?:by\s+)?",
    re.IGNORECASE,
)
_WAS: Final = re.compile(rf"\s+(?:was|were|is|are|came\s+in|ended){_ADVERBS}\s+", re.IGNORECASE)
_LOWER: Final = re.compile(r"\s+(?:lower|higher|up|down|ahead|less|more)\b")
_OTHER_MATTER: Final = re.compile(
    r"\b(?:econom\w+|GDP|gross domestic|growth|inflation|prices?|shares|stocks|index|points|output|production|currency|yields?|rates?|unemployment|population)\b",
    re.IGNORECASE,
)
"""What else of a country moves by so many percent."""


def moved_alone(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """A country stands before the percentage by which what goes there has moved."""
    if figure.kind != "percent" or mention.use not in {"name", "abbreviation"} or _OTHER_MATTER.search(sentence.text):
        return False
    if any(_JOINED.fullmatch(sentence.text, m.end, mention.start) for m in sentence.mentions if m.end < mention.start):
        return False  # "to Egypt and Russia were 33 percent lower": the last of a list
    if _MOVED.fullmatch(sentence.text, mention.end, figure.start):
        return True
    lower = _LOWER.match(sentence.text, figure.end)
    return lower is not None and _WAS.fullmatch(sentence.text, mention.end, figure.start) is not None


_JOINED: Final = re.compile(r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?")
