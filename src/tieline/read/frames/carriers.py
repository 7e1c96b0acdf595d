"""Vehicles that carry goods, which are not the goods: "2,000 trucks loaded with goods left the country", "150 lorries of flour"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, goods_in

_CARRIERS: Final = r"(?:trucks?|lorr(?:y|ies)|wagons?|railcars?|trailers?|vehicles|ships?|vessels?|barges?)"
_LOADED: Final = re.compile(
    rf"\b{_CARRIERS}\b,?\s+(?:(?:were|was|are|fully|heavily|all|mostly|that|which)\s+)*(?:loaded|laden|filled|packed|full|carrying|bearing|bringing|transporting|hauling|with)\b"
    r"(?:\s+(?:with|of|up))?\s+",
    re.IGNORECASE,
)
_SOON: Final = 36
_GOODS_NEAR: Final = re.compile(r"(?:[\w-]+\s+){0,3}?")


def loaded_at(sentence: Sentence, start: int) -> bool:
    """Vehicles that are told to carry something stand at an offset, or soon behind the number that starts there."""
    return _loaded(sentence, start) is not None


def cargo_at(sentence: Sentence, start: int) -> Good | None:
    """What such vehicles carry, where the words name goods that are known."""
    found = _loaded(sentence, start)
    if found is None:
        return None
    behind = (g for g in goods_in(sentence) if g.start >= found.end())
    return next((g for g in behind if _GOODS_NEAR.fullmatch(sentence.text, found.end(), g.start)), None)


def _loaded(sentence: Sentence, start: int) -> re.Match[str] | None:
    found = _LOADED.search(sentence.text, start)
    return found if found is not None and found.start() - start <= _SOON else None
