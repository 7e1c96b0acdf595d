"""Rows of a list of travellers: a country with the count of its people ("Japan with 51,516", "34,671 Australians", "8% fewer Danes")."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame, Memory

_TRAVELLERS: Final = re.compile(r"\b(?:arrivals?|visitors?|tourists?|travell?ers|ones|guests|numbers)\b", re.IGNORECASE)
_REMEMBERED: Final = 3
_TOUCHING: Final = 3
_SAME_BREATH: Final = 60
"""Characters between a country and the count of its people."""


def travel_told(sentence: Sentence, frames: list[Frame], memory: Memory) -> Frame | None:
    """The travel that a list goes on from: that of the sentence, else the one spoken of last."""
    here = [f for f in frames if f.indicator == "tourism" and f.reporter]
    if here or frames:
        return here[0] if here else None
    last = memory.frame
    if last is None or last.indicator != "tourism" or sentence.index - memory.frame_sentence > _REMEMBERED:
        return None
    return replace(last, reporter=memory.host or last.reporter)


APPOSITION: Final = re.compile(r",\s+(?:the|its|their|an?|as|once|still)\s+[^,;\d]{3,60},(?=\s)")
"""Behind a country: what it is."""
_WERE_OF: Final = re.compile(r"\s+(?:of\s+(?:them|these|those|whom)\s+)?(?:were|are|came\s+from)\s+(?:the\s+)?")
"""As in "Some 26,010 of them were American"."""
MORE_OF: Final = re.compile(
    r"\s+(?:more|fewer|less)\s+(?:(?:tourists|visitors|people|guests|arrivals|of them)\s+)?(?:(?:came|arrived|visited|travelled)\s+)?(?:from\s+)?(?:the\s+)?"
)
"""Between a change and those who came: "8% fewer Danes", "19 per cent fewer from France"."""


def counts_visitors(sentence: Sentence, mention: Mention, frames: list[Frame]) -> bool:
    """The nearest figure to a country counts its people: "Japan with 51,516", "34,671 Australians", "from Chad there were 40"."""
    if any(f.start <= mention.start < f.end or abs(f.token.idx - mention.end) <= _TOUCHING for f in frames):
        return False
    moves = _TRAVELLERS.search(sentence.text) is not None and sentence.text[mention.end : mention.end + 2] != "'s"
    moves = moves or mention.use == "demonym"
    people = [f for f in sentence.figures if f.unit == "people" or (moves and f.kind == "percent")]
    before = next((f for f in people if 0 <= mention.start - f.end <= _TOUCHING), None)
    before = before or next((f for f in people if _WERE_OF.fullmatch(sentence.text, f.end, mention.start)), None)
    if before is not None or any(MORE_OF.fullmatch(sentence.text, f.end, mention.start) for f in people):
        return True
    after = next((f for f in people if f.start >= mention.end), None)
    aside = APPOSITION.match(sentence.text, mention.end)
    end = aside.end() if aside is not None else mention.end  # "India, the top market of Sri Lanka, sent 23,540"
    if after is None or after.start < end or after.start - end > _SAME_BREATH:
        return False
    return not any(end <= m.start < after.start for m in sentence.mentions)
