"""Measures in the making: figures are taken in the order of the sentence, each into the draft of its frame.

A draft takes one figure of each slot (level, change, share, ...) and none of another product; what it can't take opens
a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.model import lazy_re as re
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.lists import (
    followed_frame,
)
from tieline.read.frames.movers import MOVING
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.measures.carried_sides import first_of_row, named_side
from tieline.read.measures.conversions import converted
from tieline.read.measures.draft_rows import (
    borne_behind,
    doubled_exactly,
    held_against_last,
    named_before_bracket,
)
from tieline.read.measures.draft_slots import (
    Draft,
    as_own_level,
    has_room,
    is_share_of_last,
    put,
    takes,
)
from tieline.read.measures.figure_frames import frame_of
from tieline.read.measures.figure_row import IN_WHAT, Row
from tieline.read.measures.gapped import good_in_row
from tieline.read.measures.joined import joined, only_whole
from tieline.read.measures.moved_frames import moved_frame, others_level, part_from
from tieline.read.measures.respective import with_respective
from tieline.read.measures.row_levels import of_next_level, put_in_both
from tieline.read.measures.sender_shares import from_sender
from tieline.read.measures.turned import turned
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import FLOWS, SURE

_MONEY_ONLY = frozenset({"balance", "investment", "debt"})


def drafts_of(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Draft]:
    """The drafts of a sentence, in the order of its figures; a figure that hangs on nothing is left out."""
    making = _Making(sentence, list(frames), memory, goods_in(sentence))
    for figure in sentence.figures:
        if making.comes_to(figure) or not converted(sentence, figure, making.previous_end):
            making.take(figure)
            making.previous_end = figure.end
    return joined(sentence, making.drafts)


@dataclass(slots=True)
class _Making(Row):
    """The figures of a sentence, taken one by one into drafts."""

    def take(self, figure: Figure) -> None:
        """Put a figure into a draft of its frame, or open one for it."""
        if self.bases.get(figure.start) == 0:
            self.two = self._open_levels()
        if figure.start in self.bases and len(self.two) == _TWO:
            draft = self.two[self.bases[figure.start]]
            if figure.kind == "percent" and draft.share is None:
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
        if self._share_went_on(figure):
            last = self.drafts[-1].frame
            draft = self._open(replace(last, partner="WLD", good=None, group=False))
            draft.share, draft.of_memory, draft.inferred = figure, True, ("reporter", "partner")
            draft.figures.append(figure)
            return
        if put_in_both(self.sentence, figure, self._open_levels(), self.drafts):
            return
        frame, how = self._frame_of(figure)
        if frame is None or (figure.kind == "quantity" and frame.indicator in _MONEY_ONLY):
            return
        slotted = as_own_level(self._slotted(figure, frame, how), frame, self.drafts)
        if slotted.slot == "none":
            return
        if frame.indicator == "tourism" and figure.kind == "quantity" and figure.unit != "people":
            if self.memory.frame is None:
                return
            frame = replace(self.memory.frame, token=frame.token, good=None, start=frame.start, end=frame.end)
            how = "memory"
        own = self.each_good.get(figure.start)
        if own is None and slotted.slot == "change" and self.drafts:
            own = good_in_row(self.sentence, self.drafts[-1], frame, figure)
        if own is not None:
            draft = self._open(replace(frame, good=None), own)
        else:
            draft, slotted = self._draft_for(figure, frame, slotted)
        if how == "memory":
            draft.inferred, draft.of_memory = self._carried(figure, frame), True
        put(draft, slotted, self.sentence, self.goods)
        draft.figures.append(figure)

    def _frame_of(self, figure: Figure) -> tuple[Frame | None, str]:
        if (part := self._part_of_all(figure)) is not None:
            return part, "phrase"
        if self.drafts and (
            is_share_of_last(self.sentence, self.drafts[-1], figure)
            or self._in_brackets_behind(figure)
            or self.comes_to(figure)
        ):
            return self.drafts[-1].frame, "phrase"
        frame, how = frame_of(self.sentence, figure, self.frames, self.memory)
        if frame is not None and (own := self._of_named(figure, frame, how)) is not None:
            self.in_row.add(figure.start)
            return own, how
        if frame is not None and (part := self._of_sender(figure, frame)) is not None:
            return part, how
        if frame is not None and only_whole(self.sentence, frame, self.drafts, figure):
            self.frames.remove(frame)
            return self.drafts[-1].frame, "phrase"
        if (
            frame is not None
            and how != "memory"
            and (back := turned(self.sentence, figure, frame, self.drafts)) is not None
        ):
            self.in_row.add(figure.start)
            return back, how
        if frame is not None and frame.partner_prep in {FOR_ROW, MOVING}:
            return frame, how
        if frame is not None and (borne := borne_behind(self.sentence, figure, frame)) is not None:
            self.in_row.add(figure.start)
            return borne, how
        if frame is None and figure.start in self.each:
            before = [f for f in self.frames if f.end <= figure.start and f.indicator in {*FLOWS, "trade", "tourism"}]
            frame, how = (before[-1], "sentence") if before else (None, how)
        if (
            frame is not None
            and (
                followed := followed_frame(
                    self.behind, frame, figure.start, carried=how == "memory", shares=self._after_share()
                )
            )
            is not None
        ):
            self.in_row.add(figure.start)
            return followed, how
        alone = frame is not None and figure.start not in self.each
        if alone and frame is not None and (beside := self._partner_behind(figure, frame)) is not None:
            side = "reporter" if frame.indicator in _FROM_WHOM else "partner"
            inferred = tuple(name for name in frame.inferred if name != side)
            self.in_row.add(figure.start)
            told = replace(frame, group=False, whole=False, partners=(), inferred=inferred)
            return replace(told, reporter=beside) if side == "reporter" else replace(told, partner=beside), how
        carried = frame if how == "memory" else None
        if (
            carried is not None
            and (named := named_before_bracket(self.sentence, figure, carried, self.memory)) is not None
        ):
            self.in_row.add(figure.start)
            return named, how
        if frame is not None and figure.start in self.each:
            frame = with_respective(self.sentence, frame, self.each[figure.start], set(self.each.values()))
        return frame, how

    def _of_sender(self, figure: Figure, frame: Frame) -> Frame | None:
        """As in "from the USA were 20 per cent of total remittances of $4.8 billion": the part of who sends, and then all that comes."""
        if (sent := from_sender(self.sentence, figure, frame, self.memory)) is not None:
            self.in_row.add(figure.start)
            return sent
        last = self.drafts[-1].frame if self.drafts else None
        whole = last is not None and last.partner_prep == SURE and last.partner == frame.partner
        return replace(frame, partner_prep=SURE) if whole and frame.reporter == "WLD" else None

    def _carried(self, figure: Figure, frame: Frame) -> tuple[str, ...]:
        """The sides that come from the story's last frame: both, unless the figure's own words name one."""
        last = self.memory.frame
        told = {last.reporter, last.partner} if last is not None and figure.start in self.in_row else None
        sides = {"reporter": frame.reporter, "partner": frame.partner}
        return tuple(s for s, code in sides.items() if told is None or s in frame.inferred or code in told)

    def _of_named(self, figure: Figure, frame: Frame, how: str) -> Frame | None:
        """The frame of the country that leads to the figure, in place of that of the story's last one, the row behind it or what the figure is held against."""
        if self.drafts and (held := held_against_last(self.sentence, self.drafts[-1], self.previous_end, figure)):
            return held
        if how == "memory":
            return named_side(self.sentence, figure, frame, self.memory)
        return first_of_row(self.sentence, figure, frame, self.memory)

    def _after_share(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].share is not None

    def _part_of_all(self, figure: Figure) -> Frame | None:
        """As in "95 percent of it from the United States": from one country, of what the sentence tells of all."""
        told = (d.frame for d in reversed(self.drafts) if d.frame.reporter == "WLD")
        whole = next(told, None) or next(
            (f for f in self.frames if f.reporter == "WLD" and f.end <= figure.start), None
        )
        last = self.memory.frame if self.sentence.index - self.memory.frame_sentence <= _TWO else None
        if whole is None and last is not None and last.reporter == "WLD" and not self.drafts:
            whole = replace(
                last,
                token=self.sentence.tokens[0],
                start=figure.start,
                end=figure.end,
                inferred=("indicator", "partner"),
            )
        elif whole is None and self.all is not None:
            whole = self.all
        part = part_from(self.sentence, figure, whole) if whole is not None else None
        if part is not None:
            self.all = whole
            self.in_row.add(figure.start)
            self.parts.add(figure.start)
        return part

    def _direction_told(self, figure: Figure) -> int:
        """Up or down, as one of two changes says: "up 6 and 5 percent", "6 and 5 percent more"."""
        first = max(start for start, which in self.bases.items() if which == 0 and start <= figure.start)
        both = [f for f in self.sentence.figures if f.start in self.bases and f.start >= first][:_TWO]
        return next((way for f in both if (way := slot_of(self.sentence, f).direction)), 0)

    def _went_to(self, figure: Figure) -> bool:
        """As in "from less than 1 per cent of India's imports to almost 40 per cent": the share that the last one became."""
        share = self.drafts[-1].share if self.drafts else None
        if figure.kind != "percent" or share is None or self.drafts[-1].base_level is not None:
            return False
        text = self.sentence.text
        return bool(_FROM.search(text[: share.start]) and _OF_WHOLE_TO.fullmatch(text[share.end : figure.start]))

    def _share_went_on(self, figure: Figure) -> bool:
        """As in "supplied 20% of its imports; by last year this had grown to 38%": the share told before, at another time."""
        share = self.drafts[-1].share if self.drafts else None
        if figure.kind != "percent" or figure.signed or share is None or share is not self.drafts[-1].figures[-1]:
            return False
        return _SHARE_WAS.search(self.sentence.text, share.end, figure.start) is not None

    def _measured_in(self, figure: Figure, frame: Frame) -> Draft | None:
        """As in "7.5 million tonnes worth 173 billion baht, up 21.8% in volume and 45.3% in value": the level of that kind."""
        told = IN_WHAT.match(self.sentence.text, figure.end) if figure.kind == "percent" else None
        if told is None:
            return None
        kind = "money" if told["money"] else "quantity"
        same = (d for d in reversed(self.drafts) if d.frame.token == frame.token and d.change is None)
        return next((d for d in same if d.level is not None and d.level.kind == kind), None)

    def _weighs(self, figure: Figure, slotted: Slotted) -> bool | None:
        """True of a change in weight or volume, False of a sum or a change in value, None of what is not told to be either."""
        told = IN_WHAT.match(self.sentence.text, figure.end) if slotted.slot == "change" else None
        if told is not None and told["money"] is None and figure.start not in {*self.each, *self.in_row}:
            return True
        return False if figure.kind == "money" or (told is not None and told["money"]) else None

    def _draft_for(self, figure: Figure, frame: Frame, slotted: Slotted) -> tuple[Draft, Slotted]:
        """The draft that takes the figure, an open one of its frame or a new one."""
        if (measured := self._measured_in(figure, frame)) is not None:
            direction = slotted.direction or (self.drafts[-1].change.direction if self.drafts[-1].change else 0)
            earlier = next((d.change.direction for d in self.drafts if d.change is not None), 0)
            return measured, replace(slotted, slot="change", direction=direction or earlier)
        weighs = self._weighs(figure, slotted)
        if weighs:
            weighed = self._open(frame)
            weighed.weighed = True
            return weighed, slotted
        of_word = (d for d in reversed(self.drafts) if d.frame.token == frame.token)
        of_word = (d for d in of_word if weighs is None or not d.weighed)
        gap = frame.indicator == "balance"
        current = next((d for d in of_word if not gap or d.frame.indicator == "balance"), None)
        moved_on = current is not None and (current.frame.reporter, current.frame.partner) != (
            frame.reporter,
            frame.partner,
        )
        if current is not None and current.figures and moved_on:
            own = (
                figure.start in self.each
                or figure.start in self.in_row
                or self._partner_behind(figure, frame) is not None
                or (frame.reporter == "WLD" and current.frame.partner_prep == SURE)
            )
            current = (
                next((d for d in self._alike(frame) if takes(d, slotted, self.sentence, figure, self.goods)), None)
                if own
                else current
            )
        if current is not None and slotted.slot == "base":
            other = others_level(self.sentence, frame, self.previous_end, figure)
            if other is not None:
                current, slotted = self._open(other), replace(slotted, slot="level")
        settled = figure.start in self.in_row  # the country right behind it
        may_move = current is not None and bool(current.figures) and not settled
        moved = moved_frame(self.sentence, frame, self.previous_end, figure) if may_move else None
        if current is None and self.drafts and frame.verb and frame.end <= self.previous_end and not settled:
            moved = moved_frame(
                self.sentence, frame, self.previous_end, figure
            )  # "to A, which took 3, and to B with 2"
        if moved is not None:
            return self._open(moved), slotted
        if current is None or (slotted.slot == "change" and of_next_level(self.sentence, current, figure)):
            return self._open(frame if current is None else current.frame), slotted
        if slotted.slot == "change" and figure.kind == "percent" and doubled_exactly(self.sentence, current, figure):
            current.change = None
        in_brackets = self._in_brackets_behind(figure) or (slotted.slot == "share" and self._share_as_last(figure))
        if in_brackets and has_room(current, slotted):
            return current, slotted
        if not takes(current, slotted, self.sentence, figure, self.goods):
            kinds = {current.level.kind, figure.kind} if current.level is not None else set()
            same = kinds == {"money", "quantity"} and slotted.slot == "level"
            return self._open(current.frame, current.good if same else None), slotted
        return current, slotted

    def _alike(self, frame: Frame) -> list[Draft]:
        """As in "Poles and Finns were 28 and 19 per cent fewer, at 7,382 and 2,772": of the country that has this level."""
        return [d for d in self.drafts if d.frame.token == frame.token and d.frame.pair == frame.pair]

    def _open(self, frame: Frame, good: Good | None = None) -> Draft:
        self.drafts.append(Draft(frame, good=good))
        return self.drafts[-1]


_SHARE_WAS = re.compile(
    r"[;,]\s+(?:(?:and|but|while)\s+)?(?:(?:by|in|last|this)\s+(?:[\w-]+\s?){1,3}?,?\s+)?(?:this|that|it|the\s+(?:figure|share|proportion|percentage|part))\s+(?:(?:had|has|have)\s+)?"
    r"(?:(?:grown|risen|rose|grew|fallen|fell|dropped|jumped|climbed|increased|declined|shrunk|shrank|sunk|sank|gone\s+up|gone\s+down)\s+to|was|been|reached|stood\s+at)\s+(?:(?:about|some|nearly|almost|over|only|just|more\s+than)\s+)*$"
)
"""Between a share and what became of it."""
_TWO = 2
_FROM_WHOM = frozenset({"other", "investment"})
_FROM = re.compile(r"\bfrom\s+$")
_OF_WHOLE_TO = re.compile(r"\s+of\s+[^,;.:]{3,60}\s+to\s+")
