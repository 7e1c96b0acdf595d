"""Measures in the making: figures are taken in the order of the sentence, each into the draft of its frame.

A draft takes one figure of each slot (level, change, share, ...) and none of another product; what it can't take opens
a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tieline.model import lazy_re as re
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.lists import (
    Followed,
    followed_figures,
    followed_frame,
    respective_bases,
    respective_goods,
    respective_partners,
)
from tieline.read.frames.ranked import RANKED
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.frames.subjects import shares_verb
from tieline.read.frames.tables import TABLE
from tieline.read.measures.conversions import converted
from tieline.read.measures.draft_rows import doubled_exactly, named_before_bracket, told_behind
from tieline.read.measures.draft_slots import (
    Draft,
    another_base,
    as_last,
    has_room,
    is_share_of_last,
    mend_slot,
    open_levels,
    or_in_percent,
    put,
    takes,
)
from tieline.read.measures.figure_frames import frame_of, moved_frame, others_level, part_from
from tieline.read.measures.gapped import gapped, good_in_row
from tieline.read.measures.joined import joined, only_whole
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import FLOWS

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
class _Making:
    """A sentence whose figures are being taken; `previous_end` is where the last one ended, `in_row` are those whose country follows.

    `went` tells that its figures come before the countries that they went to ("9.9 bcm went to Turkey and 2.4 bcm to Georgia").
    """

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
    went: bool = False
    behind: Followed = field(default_factory=list)
    in_row: set[int] = field(default_factory=set)
    parts: set[int] = field(default_factory=set)
    all: Frame | None = None

    def __post_init__(self) -> None:
        self.behind = followed_figures(self.sentence)
        self.bases = respective_bases(self.sentence)
        self.each = respective_partners(self.sentence)
        self.each_good = respective_goods(self.sentence)

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
        if _IN_BOTH.match(self.sentence.text, figure.end) and len(self._open_levels()) == _TWO:
            for draft in self._open_levels():
                draft.change = replace(slot_of(self.sentence, figure), slot="change")
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
        own = self.each_good.get(figure.start)
        if own is None and slotted.slot == "change" and self.drafts:
            own = good_in_row(self.sentence, self.drafts[-1], frame, figure)
        if own is not None:
            draft = self._open(replace(frame, good=None), own)
        else:
            draft, slotted = self._draft_for(figure, frame, slotted)
        if how == "memory":
            draft.inferred, draft.of_memory = ("reporter", "partner"), True
        put(draft, slotted, self.sentence, self.goods)
        draft.figures.append(figure)

    def _open_levels(self) -> list[Draft]:
        return open_levels(self.sentence, self.drafts)

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
        if frame is not None and only_whole(self.sentence, frame, self.drafts, figure):
            self.frames.remove(frame)
            return self.drafts[-1].frame, "phrase"
        if frame is not None and frame.partner_prep == FOR_ROW:
            return frame, how
        if frame is None and figure.start in self.each:
            before = [f for f in self.frames if f.end <= figure.start and f.indicator in {*FLOWS, "trade", "tourism"}]
            frame, how = (before[-1], "sentence") if before else (None, how)
        if (
            frame is not None
            and (followed := followed_frame(self.behind, frame, figure.start, carried=how == "memory")) is not None
        ):
            self.in_row.add(figure.start)
            return followed, how
        if frame is not None and (beside := self._partner_behind(figure, frame)) is not None:
            side = "reporter" if frame.indicator in _FROM_WHOM else "partner"
            inferred = tuple(name for name in frame.inferred if name != side)
            told = replace(frame, group=False, whole=False, partners=(), inferred=inferred)
            return replace(told, reporter=beside) if side == "reporter" else replace(told, partner=beside), how
        carried = frame if how == "memory" and not self.drafts else None
        if carried is not None and (named := named_before_bracket(self.sentence, figure, carried)) is not None:
            return named, how
        if frame is not None and figure.start in self.each:
            inferred = tuple(name for name in frame.inferred if name != "partner")
            listed = self.each[figure.start]
            gives = "indicator" in frame.inferred and "partner" in frame.inferred  # a list of who gives
            listed_all = set(self.each.values())
            owned = (
                frame.reporter in listed_all and frame.partner not in listed_all
            )  # "remittances from Oman and Kuwait"
            if (
                gives or owned or (frame.verb and self._is_subject(listed, frame))
            ):  # "India and Spain took 10 and 7 percent, respectively"
                return replace(frame, reporter=listed), how
            frame = replace(frame, partner=listed, group=False, partners=(), inferred=inferred)
        return frame, how

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

    def _is_subject(self, code: str, frame: Frame) -> bool:
        first = next((m for m in self.sentence.mentions if m.code == frame.reporter and m.end <= frame.token.idx), None)
        named = next((m for m in self.sentence.mentions if m.code == code and m.end <= frame.token.idx), None)
        return first is not None and named is not None and first.start <= named.start

    def _goes_on_with_shares(self, figure: Figure, slotted: Slotted) -> bool:
        """As in "24 percent came from Russia, 21.9 percent from India"."""
        percent = slotted.slot in {"none", "base"} and figure.kind == "percent"
        return percent and bool(self.drafts) and self.drafts[-1].share is not None

    def _listed_alike(self, figure: Figure, frame: Frame) -> bool:
        """As in "Germany took 25.4 percent of exports, and the EU 78.9 percent": a share as the one before it in a list."""
        last = self.drafts[-1] if self.drafts else None
        named = [m for m in self.sentence.mentions if self.previous_end <= m.start < figure.start]
        sharer = frame.verb and named and named[-1].code == frame.reporter and shares_verb(self.sentence, named[-1])
        if figure.kind == "percent" and sharer and last is not None and last.share is not None:
            return True  # "South Korea took 11 percent and China 8.7 percent"
        alone = figure.kind == "percent" and "indicator" in frame.inferred and not frame.verb
        if (
            alone
            and last is None
            and self.memory.slot == "share"
            and (_WITH_SHARE.search(self.sentence.text[: figure.start]) or self._in_brackets(figure))
        ):
            return True  # "Turkey was the main buyer with 52 percent. China came second with 26 percent"
        return alone and last is not None and last.share is not None and last.frame.token != frame.token

    def _share_as_last(self, figure: Figure) -> bool:
        """As in "The United States followed with $941.1 million (16.2%)", where the sentence before told a level with its share."""
        lead = self.sentence.text[: figure.start]
        inside = lead.endswith(("; ", ", ")) and "(" in lead[-_BRACKET:] and ")" not in lead[-_BRACKET:]
        in_brackets = figure.kind == "percent" and (lead.endswith("(") or inside)
        behind = (
            bool(self.drafts)
            and self.drafts[-1].level is not None
            and self.drafts[-1].figures[-1].end == self.previous_end
        )
        shares = self.memory.slot == "share" or any(d.share is not None for d in self.drafts)
        if not shares and in_brackets and behind and self._in_brackets(figure):
            # "Turkey - 53.4 million dollars (4.5 percent)": a part of the whole, where no sign tells of a change
            shares = not figure.signed and self.drafts[-1].frame.partner not in {None, "WLD"} and self._listed(figure)
        return in_brackets and behind and shares

    def _listed(self, figure: Figure) -> bool:
        """Several figures of the sentence have a percentage in brackets behind them."""
        inside = [f for f in self.sentence.figures if f.kind == "percent" and self._in_brackets(f) and not f.signed]
        return figure in inside and not any(d.change is not None for d in self.drafts)

    def _partner_behind(self, figure: Figure, frame: Frame) -> str | None:
        """As in "exports rose 238 percent to India, 135 percent to Mexico": the country that each figure is followed by."""
        prep = _TO_WHOM.get(frame.indicator)
        went = _WENT.match(self.sentence.text, figure.end)
        if figure.kind != "percent" and went is None and not self.went:
            return None
        begin = went.end() if went else figure.end
        in_a_row = bool(self.drafts) and (self.went or self.drafts[-1].share is not None)
        if prep is None or (frame.verb and not went and not in_a_row) or frame.reporter is None:
            return None
        for mention in self.sentence.mentions:
            lead = self.sentence.text[begin : mention.start] if mention.start >= begin else None
            towards = {prep, "for"} if in_a_row and prep == "to" else {prep}  # "15 percent for Norway", behind a share
            words = [word for word in (lead or "").split() if word != "the"]
            if len(words) == 1 and words[0] in towards and trades(mention.code):
                ends = self.sentence.text[mention.end : mention.end + 2] not in {"'s", "\u2019s"}
                self.went = self.went or went is not None
                return mention.code if ends and mention.use == "name" and mention.code != frame.reporter else None
        return None

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

    def _in_brackets_behind(self, figure: Figure) -> bool:
        """As in "27 mln dlrs for rubber (up 107 pct)", "11 per cent coal (351 mln euro)": of what the figure before is."""
        lead = self.sentence.text[self.previous_end : figure.start]
        return (
            bool(self.drafts[-1].figures)
            and self.drafts[-1].figures[-1].end == self.previous_end
            and bool(_OF_GOOD_IN_BRACKETS.fullmatch(lead))
        )

    def comes_to(self, figure: Figure) -> bool:
        """As in "took 11.8 percent ($698 million) of its exports": what the share before it comes to."""
        share = self.drafts[-1].share if self.drafts else None
        after = share is not None and share.end == self.previous_end and figure.kind in {"money", "quantity"}
        return after and self.sentence.text[self.previous_end : figure.start].strip() == "("

    def _in_brackets(self, figure: Figure) -> bool:
        text = self.sentence.text
        return figure.kind == "percent" and text[: figure.start].endswith("(") and text[figure.end :].startswith(")")

    def _slotted(self, figure: Figure, frame: Frame, how: str) -> Slotted:
        slotted = slot_of(self.sentence, figure, tariff=frame.indicator == "tariff")
        if self.drafts and is_share_of_last(self.sentence, self.drafts[-1], figure):
            return replace(slotted, slot="share")
        slotted = gapped(self.sentence, mend_slot(self.sentence, slotted, frame), frame, self.drafts)
        if how == "memory" or frame.partner_prep == FOR_ROW or _TO_SHARE.search(self.sentence.text[: figure.start]):
            slotted = as_last(slotted, self.memory)
        slotted = or_in_percent(self.sentence, another_base(self.sentence, slotted, self.drafts), self.drafts)
        if self._goes_on_with_shares(figure, slotted) and self._partner_behind(figure, frame) is not None:
            slotted = replace(slotted, slot="share")
        with_part = self._in_brackets(figure) or (
            figure.kind == "percent" and _WITH_SHARE.search(self.sentence.text[: figure.start])
        )
        if (
            slotted.slot in {"none", "level"}
            and frame.partner_prep == TABLE
            and figure.kind == "percent"
            and not figure.signed
        ):
            return replace(slotted, slot="share")
        if slotted.slot == "none" and frame.partner_prep == RANKED and with_part:
            return replace(slotted, slot="share")  # "South Africa (29.1%) and Belgium (14.2%) were the largest buyers"
        shares = self.memory.slot == "share" or any(d.share is not None for d in self.drafts)
        if slotted.slot == "change" and shares and not figure.signed and self._in_brackets(figure):
            return replace(slotted, slot="share", direction=0)  # "More than 12,400 tons (14 percent)"
        if slotted.slot == "none" and figure.start in self.parts:
            return replace(slotted, slot="share")
        if slotted.slot == "none" and (self._listed_alike(figure, frame) or self._share_as_last(figure)):
            return replace(slotted, slot="share")
        moved_too = next((d.change for d in self.drafts if d.change is not None), None)
        if slotted.slot == "none" and moved_too is not None and _IN_WHAT.match(self.sentence.text, figure.end):
            return replace(slotted, slot="change", direction=moved_too.direction)
        if slotted.slot == "level" and figure.start in self.each and self.drafts and self.drafts[-1].change_value:
            moved = self.drafts[-1].change_value
            return replace(slotted, slot="change_value", direction=moved.direction)
        if (
            slotted.slot == "none"
            and figure.start in self.each
            and (following := told_behind(self.sentence, figure, self.each)) is not None
        ):
            return replace(slotted, slot=following.slot, direction=following.direction)
        if slotted.slot == "none" and (figure.start in self.each or figure.start in self.each_good) and self.drafts:
            before = self.drafts[-1].change
            told = replace(slotted, slot="share")
            return replace(slotted, slot="change", direction=before.direction) if before is not None else told
        return slotted

    def _measured_in(self, figure: Figure, frame: Frame) -> Draft | None:
        """As in "7.5 million tonnes worth 173 billion baht, up 21.8% in volume and 45.3% in value": the level of that kind."""
        told = _IN_WHAT.match(self.sentence.text, figure.end) if figure.kind == "percent" else None
        if told is None:
            return None
        kind = "money" if told["money"] else "quantity"
        same = (d for d in reversed(self.drafts) if d.frame.token == frame.token and d.change is None)
        return next((d for d in same if d.level is not None and d.level.kind == kind), None)

    def _draft_for(self, figure: Figure, frame: Frame, slotted: Slotted) -> tuple[Draft, Slotted]:
        """The draft that takes the figure, an open one of its frame or a new one."""
        if (measured := self._measured_in(figure, frame)) is not None:
            direction = slotted.direction or (self.drafts[-1].change.direction if self.drafts[-1].change else 0)
            earlier = next((d.change.direction for d in self.drafts if d.change is not None), 0)
            return measured, replace(slotted, slot="change", direction=direction or earlier)
        current = next((d for d in reversed(self.drafts) if d.frame.token == frame.token), None)
        moved_on = current is not None and (current.frame.reporter, current.frame.partner) != (
            frame.reporter,
            frame.partner,
        )
        if current is not None and current.figures and moved_on:
            own = (
                figure.start in self.each
                or figure.start in self.in_row
                or self._partner_behind(figure, frame) is not None
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
        moved = moved_frame(self.sentence, frame, self.previous_end, figure) if current and current.figures else None
        if current is None and self.drafts and frame.verb and frame.end <= self.previous_end:
            moved = moved_frame(
                self.sentence, frame, self.previous_end, figure
            )  # "to A, which took 3, and to B with 2"
        if moved is not None:
            return self._open(moved), slotted
        if current is None:
            return self._open(frame), slotted
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


_TWO = 2
_IN_BOTH = re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down)\s+(?:in both cases|each|for both)\b")
"""Behind the change of the two levels before it."""
_BRACKET = 24
_IN_WHAT = re.compile(
    r"\s+(?:in|by)\s+(?:terms\s+of\s+)?(?:(?P<money>value|revenue|earnings|money)|volume|quantity|tonnage|weight)\b"
)
_WITH_SHARE = re.compile(
    r"\b(?:with|at|for)\s+(?:about\s+|some\s+|nearly\s+|almost\s+|only\s+|just\s+)?$", re.IGNORECASE
)
_WENT = re.compile(
    r",?\s+(?:of\s+(?:it|them|that|this)\s+)?(?:went|goes?|came|comes?|(?:was|were)\s+(?:sold|shipped|sent|exported|bought|imported))(?=\s+(?:to|from)\b)"
)
"""Behind a share: "91 percent went to China"."""
_FROM_WHOM = frozenset({"other", "investment"})
_TO_WHOM = {
    "other": "from",
    "investment": "from",
    "exports": "to",
    "imports": "from",
    "tourism": "from",
    "trade": "with",
    "balance": "with",
}
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
