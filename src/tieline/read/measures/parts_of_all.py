"""A whole with the part of it that one country has: "Of the 842,000 arrivals, 43 percent were from Chile", "out of a total of 3 million visitors".

The whole is of all countries, whoever has the part.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_WORLD: Final = "WLD"
_KINDS: Final = frozenset({"tourism", "exports", "imports"})
_OF_ALL: Final = re.compile(
    r"^\W*(?:out\s+)?of\s+(?:the|these|those|its|all|(?:[A-Z]\w+\s)?[A-Z]\w+['’]s?)\s+(?:total\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
"""Before a whole that begins its sentence."""
_FROM_ONE: Final = re.compile(
    r"[^,;.\d]{0,40},\s+(?:[a-z]+\s+){0,3}[\d.,]+\s?(?:%|per\s?cent|pct|million|thousand)?[^,;.\d]{0,25}?\s(?:from|to)\s+(?:the\s+)?(?P<name>[A-Z])",
    re.IGNORECASE,
)
"""Behind it, the part that one has: "arrivals, 43 percent of them were from Chile"."""
_TOTAL_OF: Final = re.compile(
    r"\b(?:in|of|from|among)\s+(?:a|the|its)\s+total\s+(?:of\s+)?$|\d[\d,.]*(?:\s(?:million|thousand))?\s+of\s+the\s+$",
    re.IGNORECASE,
)
"""Before a whole, behind its part: "50,000 tourists out of a total of", "50,000 of the"."""


def wholes_apart(draft: Draft, sentence: Sentence) -> list[Draft]:
    """The draft; of one whose level is the whole of all countries, that whole, and what is left of it."""
    frame, level = draft.frame, draft.level
    if level is None or frame.indicator not in _KINDS or frame.partner in {None, _WORLD} or frame.reporter == _WORLD:
        return [draft]
    if not _is_whole(sentence, level, frame.partner):
        return [draft]
    inferred = tuple(dict.fromkeys((*frame.inferred, "partner")))
    whole = replace(
        draft, frame=replace(frame, partner=_WORLD, group=False, partners=(), inferred=inferred), share=None
    )
    rest = replace(draft, level=None, base_level=None, change=None, change_value=None)
    return [whole, rest] if draft.share is not None else [whole]


def _is_whole(sentence: Sentence, level: Figure, partner: str | None) -> bool:
    text, before = sentence.text, sentence.text[: level.start]
    if _OF_ALL.search(before):
        part = _FROM_ONE.match(text, level.end)
        return part is not None and any(m.start == part.start("name") for m in sentence.mentions)
    if not _TOTAL_OF.search(before):
        return False
    named = next((m for m in sentence.mentions if m.start >= level.end), None)
    own = named is not None and named.code == partner and not re.search(r"[,;]", text[level.end : named.start])
    return not own
