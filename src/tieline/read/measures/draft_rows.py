"""Figures in a row: what the next of them tells of one, whose bracket it stands in, a change told twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.directions import direction_word
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.measures.carried_sides import before_bracket, row_side
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.moved_frames import beside_rank, moved_behind
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, GIVEN

_FACED = frozenset({"exports", "imports", "tourism", "trade", "balance"})
_RISING = re.compile(
    r"[^;,.]{0,40},\s+(?:rising|growing|increasing|climbing|jumping|surging|soaring|up|gaining|with\s+an?\s+(?:rise|increase|growth)\s+of)\s+(?:by\s+)?"
)


def named_before_bracket(sentence: Sentence, figure: Figure, frame: Frame, memory: Memory) -> Frame | None:
    """As in "the drop was biggest for Italy (by 19 million)": of the flow told before, with that country."""
    named = before_bracket(sentence, figure, frame)
    if named is None:
        return None
    if frame.indicator in GIVEN:
        given = row_side(frame, memory) == "reporter"
        return replace(frame, reporter=named.code) if given else replace(frame, partner=named.code)
    return replace(frame, partner=named.code, group=False, whole=False) if frame.indicator in _FACED else None


def moved_in_row(sentence: Sentence, figure: Figure, slotted: Slotted, drafts: Sequence[Draft]) -> Slotted | None:
    """As in "the growth of those from India (53.5%) and Nepal (47.8%)", "62,000 more for Chad and 39,000 for Togo": a change as the words before, or the last of the row, say."""
    text = sentence.text
    if figure.kind == "percent" and not figure.signed and text[: figure.start].rstrip().endswith("("):
        told = _GROWTH_OF.search(text[: figure.start]) if slotted.slot in {"none", "share"} else None
        return replace(slotted, slot="change", direction=direction_word(told["word"])) if told is not None else None
    last = drafts[-1].change_value if drafts else None
    if last is None or slotted.slot != "level" or last.figure.unit != figure.unit or drafts[-1].level is not None:
        return None
    if _FOR_THE_NEXT.fullmatch(text, last.figure.end, figure.start) is None:
        return None
    return replace(slotted, slot="change_value", direction=last.direction)


_GROWTH_OF = re.compile(
    r"\b(?P<word>growth|increase|rise|jump|gain|surge|fall|drop|decline|decrease|slump)s?\s+(?:of|in)\s+(?:[a-z]+\s+){0,4}(?:from|to|in|of)\s+"
    r"(?:(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)*\s*\([^()]{1,12}\)(?:,\s*|,?\s+and\s+))*(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)*\s*\($"
)
_FOR_THE_NEXT = re.compile(r"\s+(?:for|in|from|to|with)\s+(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)*(?:,|,?\s+and)\s+")


def borne_behind(sentence: Sentence, figure: Figure, frame: Frame) -> Frame | None:
    """As in "46 percent on Vietnamese shoes and 36 percent on Thai goods": on whose goods each rate is."""
    if frame.indicator != "tariff" or _FROM_RATE.search(sentence.text[: figure.start]):
        return None  # "to 23 percent, from 9 percent on those from Togo": an earlier level of another
    for mention in sentence.mentions:
        lead = _ON.fullmatch(sentence.text, figure.end, mention.start) if mention.start >= figure.end else None
        fits = lead is not None and (lead["from"] is not None) == (mention.use not in {"adjective", "demonym"})
        if fits and mention.code not in frame.pair and trades(mention.code):
            return replace(frame, partner=mention.code, good=None, group=False)
        last = next((m for m in reversed(sentence.mentions) if m.end <= figure.start), None)
        back = fits and mention.code == frame.reporter and last is not None and last.code == frame.partner
        if back and last is not None and _ANSWERS.search(sentence.text, last.end, figure.start):
            # "and Beijing answered with 15 percent on American soybeans"
            return replace(frame, reporter=last.code, partner=mention.code, good=None, group=False)
    return None


_ANSWERS = re.compile(r"\b(?:answer|retaliat|respond|repl|hit\s+back|counter|follow)[a-z]*\b")
_FROM_RATE = re.compile(r"\bfrom\s+$")
_ON = re.compile(
    r"\s+(?:on|for)\s+(?:(?:the|all|most|some)\s+)?(?P<from>(?:[a-z-]+\s+){1,3}(?:from|of)\s+(?:the\s+)?)?"
)


def held_against_last(sentence: Sentence, last: Draft, since: int, figure: Figure) -> Frame | None:
    """As in "sold $365 million more to Mali than it bought there, against $390 million in 2013", of the earlier gap; beside a rank, of another partner."""
    level, frame = last.level, last.frame
    if level is not None and level.end == since and frame.indicator == "balance" and frame.verb:
        return frame if figure.kind == level.kind and slot_of(sentence, figure).slot == "base" else None
    if (
        last.share is not None
        and last.share.end == since
        and _WHOLE_WORTH.fullmatch(sentence.text, since, figure.start)
    ):
        return replace(frame, partner="WLD", whole=True) if frame.indicator in FLOWS else None
    return beside_rank(sentence, frame, since, figure) or moved_behind(sentence, frame, figure)


_WHOLE_WORTH = re.compile(
    r"\s+of\s+(?:(?:its|their|all|the\s+country['’]s)\s+)(?:(?:total|overall)\s+)?(?:exports|imports|purchases|sales),?\s+which\s+(?:(?:were|was)\s+worth|totall?ed|came\s+to|amounted\s+to|reached|stood\s+at)\s+(?:(?:about|some|almost|nearly|just|only|over|more\s+than)\s+)?"
)
"""Between a share and what its whole comes to: "two thirds of its imports, which were worth $2.1 billion"."""


def told_behind(sentence: Sentence, figure: Figure, row: Collection[int]) -> Slotted | None:
    """As in "India and Oman, at 34 percent and 14 percent of all exports", "were 3 and 5 percent lower": what the next of the row is."""
    behind = (f for f in sentence.figures if f.start > figure.start and f.start in row)
    following = next((f for f in behind if f.kind == figure.kind == "percent"), None)
    told = slot_of(sentence, following) if following is not None else None
    return told if told is not None and told.slot in {"share", "change"} else None


def doubled_exactly(sentence: Sentence, draft: Draft, figure: Figure) -> bool:
    """As in "more than doubled from June, rising 102 percent to $37 million": the same change, told to the point."""
    change = draft.change
    if change is None or change.figure.kind != "multiple" or draft.level is not None or figure.value < 0:
        return False
    between = sentence.text[change.figure.end : figure.start]
    return change.direction > 0 and _RISING.fullmatch(between) is not None
