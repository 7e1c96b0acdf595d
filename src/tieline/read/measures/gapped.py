"""The verb of one item serves the next: "exports rose 6 percent and imports 4", "to Chile 3 percent", "polyamides 7 percent"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame
from tieline.read.frames.slots import Slotted
from tieline.read.measures.draft_slots import WITHOUT_GOODS, Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, goods_in

_AND_ALSO = re.compile(r"[^.;:,%$]{3,60}?,?\s+and\s+(?:by\s+)?(?:another\s+|a further\s+)?", re.IGNORECASE)
"""As in "grew by 18.5 per cent in 2015 and 17 per cent in 2016"."""
_ALONE = re.compile(
    r"(?:'s?)?(?:\s+(?:ones|visitors|tourists|goods|sales|shipments|purchases))?(?:\s+(?:from|to|with)\s+(?:it|them|there|the\s+latter|the\s+former|(?:the\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?))?(?:\s+[-\u2013\u2014](?=\s))?\s+(?:(?:by|to|at|were|was|with|about|some|nearly|almost|just|only|around|over|more than)\s+)*"
)


def gapped(sentence: Sentence, slotted: Slotted, frame: Frame, drafts: list[Draft]) -> Slotted:
    """As in "imports rose 6 percent and exports 26 percent": the verb of the clause before serves this one too."""
    figure = slotted.figure
    if slotted.slot == "level" and drafts and (moved := _moves_too(sentence, slotted, frame, drafts[-1])) is not None:
        return moved
    if slotted.slot != "none" or figure.kind != "percent" or not drafts:
        return slotted
    if drafts[-1].share is not None and _is_of_next_good(sentence, figure):
        return replace(slotted, slot="share")
    if frame.verb:
        return slotted
    before = drafts[-1].change
    if before is not None and good_in_row(sentence, drafts[-1], frame, figure) is not None:
        return replace(slotted, slot="change", direction=before.direction)
    if before is not None and drafts[-1].frame.token != frame.token and _ONE_IN.match(sentence.text, figure.end):
        return replace(slotted, slot="change", direction=before.direction)
    alone = _ALONE.fullmatch(sentence.text[frame.token.idx + len(frame.token) : figure.start]) is not None
    if drafts[-1].share is not None and drafts[-1].frame.token != frame.token and alone:
        return replace(slotted, slot="share")
    if before is not None and drafts[-1].frame.token == frame.token and drafts[-1].figures[-1] is before.figure:
        joined = _next_in_row(sentence, before.figure.end, figure.start) or _AND_ALSO.fullmatch(
            sentence.text[before.figure.end : figure.start]
        )
        return (
            replace(slotted, slot="change", direction=before.direction, average=before.average) if joined else slotted
        )
    if before is None or drafts[-1].frame.token == frame.token or not alone:
        return slotted
    return replace(slotted, slot="change", direction=before.direction)


def _moves_too(sentence: Sentence, slotted: Slotted, frame: Frame, last: Draft) -> Slotted | None:
    """As in "those to Chile rose $27 million and those to Peru $11 million": a change, no level, where nothing says so."""
    moved = last.change_value
    if moved is None or last.level is not None or frame.verb or moved.figure.unit != slotted.figure.unit:
        return None
    alone = last.figures[-1] is moved.figure and last.frame.token != frame.token
    if not alone or _BY_SOME.fullmatch(sentence.text, frame.end, slotted.figure.start) is None:
        return None
    return replace(slotted, slot="change_value", direction=moved.direction)


def good_in_row(sentence: Sentence, last: Draft, frame: Frame, figure: Figure) -> Good | None:
    """As in "sales of nickel rose 8 percent, polyamides 7 percent": another good of the verb before it, in the lexicon or not.

    The first of the row must have a good of its own; a time or a country is none.
    """
    if last.change is None or last.frame.token != frame.token or figure.kind not in {"percent", "multiple"}:
        return None
    if (last.good or last.frame.good) is None or last.frame.indicator in WITHOUT_GOODS:
        return None
    row = _NEXT_GOOD.fullmatch(sentence.text, last.figures[-1].end, figure.start)
    if row is None or any(row.start("good") < t.end and t.start < row.end("good") for t in sentence.times):
        return None
    head = next((t for t in sentence.tokens if t.idx + len(t) == row.end("good")), None)
    if (
        head is None
        or (head.pos not in {"NOUN", "PROPN", "ADJ"} and head.tag not in {"VBZ", "VB"})
        or any(m.start >= row.start("good") for m in sentence.mentions)
    ):
        return None
    known = next((g for g in goods_in(sentence) if g.end == row.end("good")), None)
    return Good(row["good"], known.hs if known else None, *row.span("good"))


_NEXT_GOOD = re.compile(
    r"(?:\s+(?:on|from)\s+(?:the|a)\s+(?:year|month)(?:\s+(?:before|earlier))?)?(?:,?\s+and|,|;)\s+(?:(?:those|that)\s+of\s+)?(?:the\s+)?"
    r"(?P<good>(?!by\b|in\b|about\b|then\b|a\b|of\b|to\b|from\b|with\b|for\b)[a-z][\w-]+(?:\s(?:and\s)?[a-z][\w-]+){0,3}?)"
    r"\s+(?:(?:by|about|some|nearly|almost|over|around|only|just|more than)\s+)*"
)


def _next_in_row(sentence: Sentence, begin: int, end: int) -> bool:
    """As in "shipments to Peru rose 6 percent, to Chile 4 percent": one country with its preposition, and no other verb."""
    named = [m for m in sentence.mentions if begin <= m.start < end]
    if len(named) != 1 or named[0].use == "adjective":
        return False
    led = _AND_TO.fullmatch(sentence.text, begin, named[0].start)
    return led is not None and _BY_SOME.fullmatch(sentence.text, named[0].end, end) is not None


_AND_TO = re.compile(r"(?:,?\s+and|[,;])\s+(?:those\s+)?(?:to|from|with)\s+(?:the\s+)?")
_BY_SOME = re.compile(r"\s+(?:(?:by|about|some|nearly|almost|over|around|only|just|more than|a further|another)\s+)*")


_ONE_IN = re.compile(r"\s+one\s+in\b")
"""As in "an 8.4% rise in imports and a 9.8% one in exports"."""


def _is_of_next_good(sentence: Sentence, figure: Figure) -> bool:
    """As in "81 per cent of it crude oil, 11 per cent coal"."""
    behind = next((good for good in goods_in(sentence) if good.start >= figure.end), None)
    return behind is not None and sentence.text[figure.end : behind.start].strip() in {"", "of"}
