"""Measures in the making: figures are taken in the order of the sentence, each into the draft of its frame.

A draft takes one figure of each slot (level, change, share, ...) and none of another product; what it can't take opens
a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tieline.read.figure_frames import converted, frame_of, moved_frame, others_level
from tieline.read.figure_goods import good_at
from tieline.read.figures import Figure
from tieline.read.frames import Frame, Memory
from tieline.read.goods import Good, goods_in
from tieline.read.slots import Slotted, slot_of
from tieline.read.story import Sentence

_WITHOUT_GOODS = frozenset({"investment", "debt", "tourism"})
_MONEY_ONLY = frozenset({"balance", "investment", "debt"})


@dataclass(slots=True)
class Draft:
    """A measure in the making: a frame, and the figures that it has taken."""

    frame: Frame
    level: Figure | None = None
    change: Slotted | None = None
    change_value: Slotted | None = None
    share: Figure | None = None
    base_level: Figure | None = None
    good: Good | None = None
    share_whole: bool = False
    share_indicator: str | None = None
    inferred: tuple[str, ...] = ()
    of_memory: bool = False
    figures: list[Figure] = field(default_factory=list)


def drafts_of(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Draft]:
    """The drafts of a sentence, in the order of its figures; a figure that hangs on nothing is left out."""
    goods = goods_in(sentence)
    drafts: list[Draft] = []
    frames = list(frames)
    previous_end = 0
    respective = _respective_bases(sentence)
    each = _respective_partners(sentence)
    for figure in sentence.figures:
        if converted(sentence, figure, previous_end):
            continue
        if figure.start in respective and len(pair := _open_levels(drafts)) == 2:
            pair[respective[figure.start]].base_level = figure
            pair[respective[figure.start]].figures.append(figure)
            previous_end = figure.end
            continue
        frame, how = _frame_of(sentence, figure, frames, memory, drafts)
        if frame is not None and figure.start in each:
            inferred = tuple(name for name in frame.inferred if name != "partner")
            frame = replace(frame, partner=each[figure.start], group=False, inferred=inferred)
        if frame is None:
            previous_end = figure.end
            continue
        if figure.kind == "quantity" and frame.indicator in _MONEY_ONLY:
            previous_end = figure.end
            continue
        slotted = slot_of(sentence, figure, tariff=frame.indicator == "tariff")
        slotted = _gapped(sentence, _mend_slot(sentence, slotted, frame), frame, drafts)
        if how == "memory":
            slotted = _as_last(slotted, memory)
        if slotted.slot == "none" and figure.start in each and drafts:
            before = drafts[-1].change
            slotted = replace(slotted, slot="change", direction=before.direction) if before else replace(slotted, slot="share")
        if slotted.slot == "none":
            previous_end = figure.end
            continue
        if frame.indicator == "tourism" and figure.kind == "quantity" and figure.unit != "people":
            if memory.frame is None:
                continue
            frame = replace(memory.frame, token=frame.token, good=None, start=frame.start, end=frame.end)
            how = "memory"
        current = next((d for d in reversed(drafts) if d.frame.token == frame.token), None)
        if current is not None and figure.start in each and current.frame.partner != frame.partner:
            current = None
        if (
            slotted.slot == "base"
            and current is not None
            and (other := others_level(sentence, frame, previous_end, figure))
        ):
            current = Draft(other)
            drafts.append(current)
            slotted = replace(slotted, slot="level")
        moved = (
            moved_frame(sentence, frame, previous_end if current else 0, figure)
            if current and current.figures
            else None
        )
        if moved is not None and current is not None:
            current = Draft(moved)
            drafts.append(current)
        elif current is None or not _takes(current, slotted, sentence, figure, goods):
            basis = current.frame if current is not None else frame
            same = (
                current is not None
                and current.level is not None
                and {current.level.kind, figure.kind} == {"money", "quantity"}
                and slotted.slot == "level"
            )
            kept = current.good if same and current is not None else None
            current = Draft(basis, good=kept)
            drafts.append(current)
        if how == "memory":
            current.inferred, current.of_memory = ("reporter", "partner"), True
        _put(current, slotted, sentence, goods)
        current.figures.append(figure)
        previous_end = figure.end
    return drafts


_OR_SHARE = re.compile(
    r"[^.;:]{0,60}?(?:[,(]\s*or|\bor|that is,?|i\.e\.|,\s+which (?:was|is|represents?|represented|accounts? for|accounted for|made up|makes up)"
    r"|,?\s+(?:accounting for|representing|making up|equal to|equivalent to|constituting)|,|\()\s+"
    r"(?:(?:about|nearly|almost|roughly|some|around|only|just|over|more than|close to)\s+)?",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:(?:its|all|their|our|total|overall|everything|the\s+(?:total|country's|nation's|kingdom's|whole|overall|republic's)|[\w.]+'s)\b"
    r"|(?:[A-Z]\w+\s+){1,2}(?:exports|imports|trade|sales|shipments|purchases)\b)",
    re.IGNORECASE,
)


def _frame_of(
    sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory, drafts: list[Draft]
) -> tuple[Frame | None, str]:
    if drafts and _is_share_of_level(sentence, drafts[-1], figure):
        return drafts[-1].frame, "phrase"
    return frame_of(sentence, figure, frames, memory)


def _is_share_of_level(sentence: Sentence, draft: Draft, figure: Figure) -> bool:
    """As in "18,700 in March, or 17.6 per cent of all visitors": the level once more, as a share of a whole."""
    if figure.kind != "percent" or draft.level is None or draft.share is not None or draft.change is not None:
        return False
    between = sentence.text[draft.level.end : figure.start]
    return _OR_SHARE.fullmatch(between) is not None and _OF_WHOLE.match(sentence.text, figure.end) is not None


_RESPECTIVE = re.compile(r"\b(?:compared (?:with|to)|against|versus|from)\s+$")
_AND_ALSO = re.compile(r"[^.;:,%$]{3,60}?,?\s+and\s+(?:by\s+)?(?:another\s+|a further\s+)?", re.IGNORECASE)
"""As in "grew by 18.5 per cent in 2015 and 17 per cent in 2016"."""
_ALONE = re.compile(r"\s+(?:(?:by|to|at|were|was|with|about|some|nearly|almost|just|only|around|over|more than)\s+)*")


def _respective_bases(sentence: Sentence) -> dict[int, int]:
    """As in "exports were 5 and imports 7, compared with 4 and 6": start of a figure -> which of the two it belongs to."""
    figures = sentence.figures
    for one, two in pairwise(figures):
        joined = sentence.text[one.end : two.start].strip() in {"and", "and of"} and one.kind == two.kind
        if joined and figures.index(one) >= 2 and _RESPECTIVE.search(sentence.text[: one.start]):
            return {one.start: 0, two.start: 1}
    return {}


_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LIST_JOINT = re.compile(r"\s*(?:,|,?\s*and)\s*(?:the\s+|by\s+|to\s+|about\s+)*")


def _respective_partners(sentence: Sentence) -> dict[int, str]:
    """As in "shipments to Peru and Chile rose by 18 and 15 percent, respectively": start of a figure -> its country."""
    if not _RESPECTIVELY.search(sentence.text):
        return {}
    text = sentence.text
    numbers = _runs([(f.start, f.end) for f in sentence.figures], text)
    names = _runs([(m.start, m.end) for m in sentence.mentions], text)
    code = {m.start: m.code for m in sentence.mentions}
    for figures in numbers:
        before = [n for n in names if n[-1][1] <= figures[0][0] and len(n) == len(figures)]
        if before:
            return {f[0]: code[n[0]] for f, n in zip(figures, before[-1], strict=True)}
    return {}


def _runs(spans: list[tuple[int, int]], text: str) -> list[list[tuple[int, int]]]:
    """The spans that commas and "and" join, in runs of two or more."""
    runs: list[list[tuple[int, int]]] = []
    for span in spans:
        if runs and _LIST_JOINT.fullmatch(text, runs[-1][-1][1], span[0]):
            runs[-1].append(span)
        else:
            runs.append([span])
    return [run for run in runs if len(run) > 1]


def _open_levels(drafts: list[Draft]) -> list[Draft]:
    """The last two drafts of different flows that have a level, if both wait for the one compared with."""
    last = drafts[-2:]
    apart = len(last) == 2 and last[0].frame.token != last[1].frame.token
    waiting = all(d.level is not None and d.change is None for d in last)
    return last if apart and waiting else []


def _as_last(slotted: Slotted, memory: Memory) -> Slotted:
    """As in "in 2001 the figure was 9 per cent": what the figure before it was."""
    percent = slotted.figure.kind == "percent" and slotted.slot == "none"
    return replace(slotted, slot="share") if percent and memory.slot == "share" else slotted


def _gapped(sentence: Sentence, slotted: Slotted, frame: Frame, drafts: list[Draft]) -> Slotted:
    """As in "imports rose 6 percent and exports 26 percent": the verb of the clause before serves this one too."""
    figure = slotted.figure
    if slotted.slot != "none" or figure.kind != "percent" or not drafts or frame.verb:
        return slotted
    before = drafts[-1].change
    alone = _ALONE.fullmatch(sentence.text[frame.token.idx + len(frame.token) : figure.start]) is not None
    if drafts[-1].share is not None and drafts[-1].frame.token != frame.token and alone:
        return replace(slotted, slot="share")
    if before is not None and drafts[-1].frame.token == frame.token and drafts[-1].figures[-1] is before.figure:
        joined = _AND_ALSO.fullmatch(sentence.text[before.figure.end : figure.start])
        return (
            replace(slotted, slot="change", direction=before.direction, average=before.average) if joined else slotted
        )
    if before is None or drafts[-1].frame.token == frame.token or not alone:
        return slotted
    return replace(slotted, slot="change", direction=before.direction)


_OF_FIRM = re.compile(
    r"\s*(?:of\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+)?(?:equity|shares?|stock|capital|company|firm|venture|consortium|voting|outstanding)\b|(?:stake|interest|holding|equity)\b)",
    re.IGNORECASE,
)
"""Behind a percentage that is a part of a firm."""


def _mend_slot(sentence: Sentence, slotted: Slotted, frame: Frame) -> Slotted:
    figure = slotted.figure
    if (
        slotted.slot == "none"
        and figure.kind == "percent"
        and frame.indicator in {"exports", "imports", "trade", "consumption", "tourism", "investment", "balance", "aid"}
    ) and slotted.direction:
        return replace(slotted, slot="change")
    if figure.kind == "points":
        return replace(slotted, slot="none")
    if slotted.slot == "share" and _OF_FIRM.match(sentence.text, figure.end):
        return replace(slotted, slot="none")
    if slotted.slot == "share" and frame.indicator == "balance":
        with_whom = any(
            m.start > figure.end and re.search(r"\bwith (?:the )?$", sentence.text[: m.start])
            for m in sentence.mentions
        )
        return slotted if with_whom else replace(slotted, slot="none")
    if slotted.slot == "share" and frame.indicator == "tariff":
        return replace(slotted, slot="none")
    return slotted


def _takes(draft: Draft, slotted: Slotted, sentence: Sentence, figure: Figure, goods: list[Good]) -> bool:
    """A draft takes one figure of each slot, and none of another product."""
    good = good_at(sentence, figure, goods, slotted) if draft.frame.indicator not in _WITHOUT_GOODS else None
    known = draft.good or draft.frame.good
    if good and draft.figures and known and good.words != known.words:
        return False
    if good and draft.figures and not (draft.good or draft.frame.good) and slotted.slot in {"level", "share"}:
        return False
    match slotted.slot:
        case "level":
            if draft.level is not None and draft.level.kind != figure.kind:
                return False
            if draft.change is not None and draft.change.average:
                return False
            return draft.level is None and draft.share is None
        case "base":
            return draft.base_level is None and (draft.share is None or figure.kind == "percent")
        case "change":
            return draft.change is None and draft.share is None and not (slotted.average and draft.level is not None)
        case "change_value":
            return draft.change_value is None and draft.share is None
        case "share":
            joined = draft.level is not None and _OR_SHARE.fullmatch(sentence.text[draft.level.end : figure.start])
            return draft.share is None and draft.change is None and (draft.level is None or bool(joined))
    return False


def _put(draft: Draft, slotted: Slotted, sentence: Sentence, goods: list[Good]) -> None:
    figure = slotted.figure
    good = good_at(sentence, figure, goods, slotted) if draft.frame.indicator not in _WITHOUT_GOODS else None
    if good is not None:
        draft.good = good
    match slotted.slot:
        case "level":
            draft.level = figure
        case "base":
            draft.base_level = figure
        case "change":
            draft.change = slotted
        case "change_value":
            draft.change_value = slotted
        case "share":
            draft.share = figure
