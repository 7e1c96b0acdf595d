"""Levels of an earlier time, that others are held against: in brackets, behind "when", behind another one of them."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.slots import Slotted
from tieline.read.measures.conversions import EARLIER
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.when.resolver import TimeMention


def another_base(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> Slotted:
    """As in "from 3.85 billion in February and 2.99 billion a year ago": a second level that the first is held against."""
    if _of_change(sentence, slotted, drafts):
        return replace(slotted, slot="base")
    if _earlier_in_brackets(sentence, slotted, drafts) or _of_base_before(sentence, slotted, drafts):
        return replace(slotted, slot="base")
    earlier = drafts[-1].base_level if drafts else None
    if (
        slotted.slot not in {"level", "share", "none"}
        or earlier is None
        or earlier.kind != slotted.figure.kind
        or earlier.end > slotted.figure.start
    ):
        return slotted
    if not _AND_ANOTHER.fullmatch(sentence.text[earlier.end : slotted.figure.start]):
        return slotted
    figure = slotted.figure if slotted.figure.unit else replace(slotted.figure, unit=earlier.unit)
    return replace(slotted, figure=figure, slot="base")


def _of_change(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> bool:
    """As in "that is 8.9 percent more than the $699 million of May 2017": the level that a change is told from."""
    change, figure = drafts[-1].change if drafts else None, slotted.figure
    if slotted.slot != "level" or change is None or drafts[-1].level is not None or drafts[-1].base_level is not None:
        return False
    if _FROM_THE.fullmatch(sentence.text, change.figure.end, figure.core) is None:
        return False
    return any(_OF_TIME.fullmatch(sentence.text, figure.end, t.start) for t in sentence.times)


_FROM_THE = re.compile(
    r"\s+(?:(?:up|down|more|less|fewer|higher|lower)\s+)?(?:below|above|beneath|on|over|than|from|against|under)\s+(?:the|its|their)\s+(?:(?:record|total|figure|level|some|nearly|almost|about)\s+(?:of\s+)?)?",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"(?:\s+[a-z]+){0,3}\s+(?:of|in|for|from|recorded\s+in|sold\s+in|bought\s+in)\s+(?:the\s+)?")


def _earlier_in_brackets(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> bool:
    """As in "13.5 million tonnes (10.9 million a year earlier)"."""
    level, figure = drafts[-1].level if drafts else None, slotted.figure
    if slotted.slot != "level" or level is None or drafts[-1].base_level is not None or level.unit != figure.unit:
        return False
    return (
        sentence.text[level.end : figure.start].strip() == "(" and EARLIER.match(sentence.text, figure.end) is not None
    )


def _of_base_before(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> bool:
    """As in "22 percent more than in 2013 (461 million francs)", "down on the year before's 4 billion": the level of the earlier time before it."""
    figure = slotted.figure
    if slotted.slot != "level" or not drafts or drafts[-1].base_level is not None:
        return False
    level = drafts[-1].level
    if level is not None and (level.kind != figure.kind or level.unit != figure.unit):
        return False
    if level is not None and _behind_dash(sentence, figure, drafts[-1]):
        return True
    return earlier_time_of(sentence, figure) is not None


def _behind_dash(sentence: Sentence, figure: Figure, draft: Draft) -> bool:
    """As in "which is 46 percent more than in the same months of 2017 \u2013 $371 million": the level that the change leads from."""
    base = (t for t in sentence.times if t.role == "base")
    told = next((t for t in base if _DASH.fullmatch(sentence.text, t.end, figure.start)), None)
    level, change = draft.level, draft.change
    if told is None or level is None or change is None:
        return False
    return (figure.value - level.value) * change.direction < 0


_DASH = re.compile(r"\s+[-\u2013\u2014]{1,2}\s+(?:(?:about|nearly|almost|some|around|just|only)\s+)?")


def earlier_time_of(sentence: Sentence, figure: Figure) -> TimeMention | None:
    """The time that others are held against, right before the figure that is of it."""
    base = (t for t in sentence.times if t.role == "base")
    return next((t for t in base if _THEN.fullmatch(sentence.text, t.end, figure.start)), None)


_THEN = re.compile(
    r"\s*\(|['’]s?\s+(?:(?:all-time\s+)?(?:record|peak|total|level|high|low|figure)(?:\s+high|\s+low)?\s+(?:of\s+)?)?(?:(?:nearly|almost|about|around|some|over|just)\s+)?|,?\s+when\s+(?:it|they|[a-z]+(?:\s+(?:to|from)\s+(?:the\s+)?[A-Z]\w+)?)\s+(?:had\s+)?(?:was|were|been|stood\s+at|came\s+to|[a-z]+ed(?:\s+to|\s+at)?|sold|bought|sent|took)\s+"
    r"(?:(?:about|nearly|almost|roughly|some|around|only|just|over|more than|goods worth)\s+)?",
)
"""Between an earlier time and the level that it had."""
_AND_ANOTHER = re.compile(
    r"(?:\s+(?:in|for|during|at)\s+(?:the\s+)?(?:[A-Z]\w+|\d{4}|end)(?:\s+(?:\d{4}|last year|this year|of \d{4}))?"
    r"|\s+(?:the|a)\s+(?:month|year|quarter|week)\s+(?:before|earlier|ago)|\s+(?:the\s+(?:previous|prior|preceding)|last)\s+(?:month|year|quarter))?"
    r",?\s+and\s+(?:(?:from|with|against)\s+)?(?:(?:about|only|just|some|a|an|the)\s+)*",
)
