"""Figures whose countries follow one by one: "exported 12 and 8 million tonnes to Peru and Chile, respectively"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence

_RESPECTIVELY: Final = re.compile(r"\s*,?\s*\(?respectively\b", re.IGNORECASE)
_NAMES: Final = re.compile(r"(?:,|,?\s+and)\s+(?:(?:to|from|with|on|in)\s+)?(?:the\s+)?")
_FIGURES: Final = re.compile(r"(?:\s+[a-z]+){0,2}(?:,|,?\s+and)\s+(?:(?:an?|the|about|some|nearly|over)\s+)*")
_TO_NAMES: Final = re.compile(r"[^.;\d]{1,80}")


def partners_behind(sentence: Sentence) -> dict[int, str]:
    """Start of a figure -> the country that goes with it, where both lists are as long."""
    for run in _runs(sentence):
        if any(not _NAMES.fullmatch(sentence.text, one.end, two.start) for one, two in pairwise(run)):
            continue
        figures = [f for f in sentence.figures if f.end <= run[0].start][-len(run) :]
        if len(figures) != len(run) or len({f.kind for f in figures}) != 1:
            continue
        joined = all(_FIGURES.fullmatch(sentence.text, one.end, two.start) for one, two in pairwise(figures))
        if joined and _TO_NAMES.fullmatch(sentence.text, figures[-1].end, run[0].start):
            return {f.start: m.code for f, m in zip(figures, run, strict=True)}
    return {}


def _runs(sentence: Sentence) -> Iterator[list[Mention]]:
    """Every run of neighbouring names that ends before "respectively", the longest first."""
    mentions = sentence.mentions
    for end in range(len(mentions), 1, -1):
        if _RESPECTIVELY.match(sentence.text, mentions[end - 1].end) is not None:
            yield from (mentions[begin:end] for begin in range(end - 1))
