"""Measures in the making: figures are taken in the order of the sentence, each into the draft of its frame.

A draft takes one figure of each slot (level, change, share, ...) and none of another product; what it can't take opens
a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tieline.read.draft_lists import respective_bases, respective_goods, respective_partners
from tieline.read.figure_frames import converted, frame_of, moved_frame, others_level
from tieline.read.figure_goods import good_at
from tieline.read.figures import Figure
from tieline.read.frames import Frame, Memory
from tieline.read.goods import Good, goods_in
from tieline.read.slots import Slotted, slot_of
from tieline.read.story import Sentence, trades

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
    making = _Making(sentence, list(frames), memory, goods_in(sentence))
    for figure in sentence.figures:
        if not converted(sentence, figure, making.previous_end):
            making.take(figure)
            making.previous_end = figure.end
    return making.drafts


@dataclass(slots=True)
class _Making:
    """A sentence whose figures are being taken; `previous_end` is where the last one ended."""

    sentence: Sentence
    frames: list[Frame]
    memory: Memory
    goods: list[Good]
    drafts: list[Draft] = field(default_factory=list)
    previous_end: int = 0
    bases: dict[int, int] = field(default_factory=dict)
    two: list[Draft] = field(default_factory=list)
    each: dict[int, str] = field(default_factory=dict)
    each_good: dict[int, Good] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bases = respective_bases(self.sentence)
        self.each = respective_partners(self.sentence)
        self.each_good = respective_goods(self.sentence)

    def take(self, figure: Figure) -> None:
        """Put a figure into a draft of its frame, or open one for it."""
        self.two = self.two or (_open_levels(self.drafts) if figure.start in self.bases else [])
        if figure.start in self.bases and len(self.two) == 2:
            draft = self.two[self.bases[figure.start]]
            if figure.kind == "percent":
                draft.change = replace(
                    slot_of(self.sentence, figure), slot="change", direction=self._direction_told(figure)
                )
            else:
                draft.base_level = figure
            draft.figures.append(figure)
            return
        if self._went_to(figure):
            draft = self.drafts[-1]
            draft.base_level, draft.share = draft.share, figure
            draft.figures.append(figure)
            return
        frame, how = self._frame_of(figure)
        if frame is None or (figure.kind == "quantity" and frame.indicator in _MONEY_ONLY):
            return
        slotted = self._slotted(figure, frame, how)
        if slotted.slot == "none":
            return
        if frame.indicator == "tourism" and figure.kind == "quantity" and figure.unit != "people":
            if self.memory.frame is None:
                return
            frame = replace(self.memory.frame, token=frame.token, good=None, start=frame.start, end=frame.end)
            how = "memory"
        if (own := self.each_good.get(figure.start)) is not None:
            draft = self._open(replace(frame, good=None), own)
        else:
            draft, slotted = self._draft_for(figure, frame, slotted)
        if how == "memory":
            draft.inferred, draft.of_memory = ("reporter", "partner"), True
        _put(draft, slotted, self.sentence, self.goods)
        draft.figures.append(figure)

    def _frame_of(self, figure: Figure) -> tuple[Frame | None, str]:
        if self.drafts and (
            _is_share_of_level(self.sentence, self.drafts[-1], figure) or self._in_brackets_behind(figure)
        ):
            return self.drafts[-1].frame, "phrase"
        frame, how = frame_of(self.sentence, figure, self.frames, self.memory)
        if frame is not None and (beside := self._partner_behind(figure, frame)) is not None:
            inferred = tuple(name for name in frame.inferred if name != "partner")
            return replace(frame, partner=beside, group=False, whole=False, inferred=inferred), how
        if frame is not None and figure.start in self.each:
            inferred = tuple(name for name in frame.inferred if name != "partner")
            frame = replace(frame, partner=self.each[figure.start], group=False, inferred=inferred)
        return frame, how

    def _goes_on_with_shares(self, figure: Figure, slotted: Slotted) -> bool:
        """As in "24 percent came from Russia, 21.9 percent from India"."""
        percent = slotted.slot in {"none", "base"} and figure.kind == "percent"
        return percent and bool(self.drafts) and self.drafts[-1].share is not None

    def _partner_behind(self, figure: Figure, frame: Frame) -> str | None:
        """As in "exports rose 238 percent to India, 135 percent to Mexico": the country that each figure is followed by."""
        prep = _TO_WHOM.get(frame.indicator)
        went = _WENT.match(self.sentence.text, figure.end) if figure.kind == "percent" else None
        begin = went.end() if went else figure.end
        in_a_row = figure.kind == "percent" and bool(self.drafts) and self.drafts[-1].share is not None
        if prep is None or (frame.verb and not went and not in_a_row) or frame.reporter is None:
            return None
        for mention in self.sentence.mentions:
            lead = self.sentence.text[begin : mention.start] if mention.start >= begin else None
            if lead is not None and lead.split() in ([prep], [prep, "the"]) and trades(mention.code):
                ends = self.sentence.text[mention.end : mention.end + 2] not in {"'s", "\u2019s"}
                return mention.code if ends and mention.use == "name" and mention.code != frame.reporter else None
        return None

    def _direction_told(self, figure: Figure) -> int:
        """Up or down, as the first of several changes says."""
        first = min(self.bases)
        return (
            slot_of(self.sentence, next(f for f in self.sentence.figures if f.start == first)).direction
            or slot_of(self.sentence, figure).direction
        )

    def _went_to(self, figure: Figure) -> bool:
        """As in "from less than 1 per cent of India's imports to almost 40 per cent": the share that the last one became."""
        share = self.drafts[-1].share if self.drafts else None
        if figure.kind != "percent" or share is None or self.drafts[-1].base_level is not None:
            return False
        text = self.sentence.text
        return bool(_FROM.search(text[: share.start]) and _OF_WHOLE_TO.fullmatch(text[share.end : figure.start]))

    def _in_brackets_behind(self, figure: Figure) -> bool:
        """As in "27 mln dlrs for rubber (up 107 pct)", "11 per cent coal (351 mln euro)": of what the figure before is."""
        lead = self.sentence.text[self.previous_end : figure.start]
        return (
            bool(self.drafts[-1].figures)
            and self.drafts[-1].figures[-1].end == self.previous_end
            and bool(_OF_GOOD_IN_BRACKETS.fullmatch(lead))
        )

    def _slotted(self, figure: Figure, frame: Frame, how: str) -> Slotted:
        slotted = slot_of(self.sentence, figure, tariff=frame.indicator == "tariff")
        slotted = _gapped(self.sentence, _mend_slot(self.sentence, slotted, frame), frame, self.drafts)
        if how == "memory" or _TO_SHARE.search(self.sentence.text[: figure.start]):
            slotted = _as_last(slotted, self.memory)
        slotted = _another_base(self.sentence, slotted, self.drafts)
        if self._goes_on_with_shares(figure, slotted) and self._partner_behind(figure, frame) is not None:
            slotted = replace(slotted, slot="share")
        if slotted.slot == "none" and figure.start in self.each and self.drafts:
            before = self.drafts[-1].change
            told = replace(slotted, slot="share")
            return replace(slotted, slot="change", direction=before.direction) if before is not None else told
        return slotted

    def _draft_for(self, figure: Figure, frame: Frame, slotted: Slotted) -> tuple[Draft, Slotted]:
        """The draft that takes the figure, an open one of its frame or a new one."""
        current = next((d for d in reversed(self.drafts) if d.frame.token == frame.token), None)
        if current is not None and current.figures and current.frame.partner != frame.partner:
            own = figure.start in self.each or self._partner_behind(figure, frame) is not None
            current = None if own else current
        if current is not None and slotted.slot == "base":
            other = others_level(self.sentence, frame, self.previous_end, figure)
            if other is not None:
                current, slotted = self._open(other), replace(slotted, slot="level")
        moved = moved_frame(self.sentence, frame, self.previous_end, figure) if current and current.figures else None
        if moved is not None:
            return self._open(moved), slotted
        if current is None:
            return self._open(frame), slotted
        if self._in_brackets_behind(figure) and _has_room(current, slotted):
            return current, slotted
        if not _takes(current, slotted, self.sentence, figure, self.goods):
            kinds = {current.level.kind, figure.kind} if current.level is not None else set()
            same = kinds == {"money", "quantity"} and slotted.slot == "level"
            return self._open(current.frame, current.good if same else None), slotted
        return current, slotted

    def _open(self, frame: Frame, good: Good | None = None) -> Draft:
        self.drafts.append(Draft(frame, good=good))
        return self.drafts[-1]


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


def _is_share_of_level(sentence: Sentence, draft: Draft, figure: Figure) -> bool:
    """As in "18,700 in March, or 17.6 per cent of all visitors": the level once more, as a share of a whole."""
    if figure.kind != "percent" or draft.level is None or draft.share is not None or draft.change is not None:
        return False
    between = sentence.text[draft.level.end : figure.start]
    return _OR_SHARE.fullmatch(between) is not None and _OF_WHOLE.match(sentence.text, figure.end) is not None


_AND_ALSO = re.compile(r"[^.;:,%$]{3,60}?,?\s+and\s+(?:by\s+)?(?:another\s+|a further\s+)?", re.IGNORECASE)
"""As in "grew by 18.5 per cent in 2015 and 17 per cent in 2016"."""
_ALONE = re.compile(
    r"(?:'s?)?\s+(?:(?:by|to|at|were|was|with|about|some|nearly|almost|just|only|around|over|more than)\s+)*"
)


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


def _another_base(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> Slotted:
    """As in "from 3.85 billion in February and 2.99 billion a year ago": a second level that the first is held against."""
    earlier = drafts[-1].base_level if drafts else None
    if (
        slotted.slot != "level"
        or earlier is None
        or earlier.kind != slotted.figure.kind
        or earlier.end > slotted.figure.start
    ):
        return slotted
    if not _AND_ANOTHER.fullmatch(sentence.text[earlier.end : slotted.figure.start]):
        return slotted
    figure = slotted.figure if slotted.figure.unit else replace(slotted.figure, unit=earlier.unit)
    return replace(slotted, figure=figure, slot="base")


_AND_ANOTHER = re.compile(
    r"(?:\s+(?:in|for|during|at)\s+(?:the\s+)?(?:[A-Z]\w+|\d{4}|end)(?:\s+(?:\d{4}|last year|this year|of \d{4}))?"
    r"|\s+(?:the|a)\s+(?:month|year|quarter|week)\s+(?:before|earlier|ago)|\s+(?:the\s+(?:previous|prior|preceding)|last)\s+(?:month|year|quarter))?"
    r",?\s+and\s+(?:(?:from|with|against)\s+)?(?:(?:about|only|just|some|a|an|the)\s+)*",
)


def _gapped(sentence: Sentence, slotted: Slotted, frame: Frame, drafts: list[Draft]) -> Slotted:
    """As in "imports rose 6 percent and exports 26 percent": the verb of the clause before serves this one too."""
    figure = slotted.figure
    if slotted.slot != "none" or figure.kind != "percent" or not drafts:
        return slotted
    if drafts[-1].share is not None and _is_of_next_good(sentence, figure):
        return replace(slotted, slot="share")
    if frame.verb:
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


def _is_of_next_good(sentence: Sentence, figure: Figure) -> bool:
    """As in "81 per cent of it crude oil, 11 per cent coal"."""
    behind = next((good for good in goods_in(sentence) if good.start >= figure.end), None)
    return behind is not None and sentence.text[figure.end : behind.start].strip() in {"", "of"}


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


_WENT = re.compile(
    r"\s+(?:of\s+(?:it|them|that|this)\s+)?(?:went|goes?|came|comes?|(?:was|were)\s+(?:sold|shipped|sent|exported|bought|imported))(?=\s+(?:to|from)\b)"
)
"""Behind a share: "91 percent went to China"."""
_TO_WHOM = {"exports": "to", "imports": "from", "tourism": "from", "trade": "with", "balance": "with"}
_TO_SHARE = re.compile(
    r"\b(?:fell|sank|rose|grew|dropped|declined|climbed|increased|decreased|shrank|jumped|slipped)\s+to\s+(?:about\s+|only\s+|just\s+)?$"
)
"""As in "exports to Russia sank to 2.0%", where shares were told before."""
_FROM = re.compile(r"\bfrom\s+$")
_OF_WHOLE_TO = re.compile(r"\s+of\s+[^,;.:]{3,60}\s+to\s+")
_OF_GOOD_IN_BRACKETS = re.compile(
    r"\s+(?:worth\s+)?(?:of\s+(?:it|them|that)\s+)?(?:(?:of|for|on|in|was|were)\s+)?(?:[\w'-]+\s+){0,3}?[\w'-]+\s*\(\s*(?:(?:up|down|plus|minus|by|an increase of|a rise of|about|some)\s+)*",
    re.IGNORECASE,
)


def _has_room(draft: Draft, slotted: Slotted) -> bool:
    """The slot is free, and the other one is no change of a share."""
    if slotted.slot == "level":
        return draft.level is None
    return slotted.slot == "change" and draft.change is None and draft.share is None


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
