"""A sentence whose figures are being taken: what the row in which a figure stands tells of it, and which slot it fills.

A percentage in brackets behind a level is a part of the whole where the ones before were; the next of a row is what the first was.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tieline.model import lazy_re as re
from tieline.read.frames.directions import direction_word
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.listed_behind import partners_behind
from tieline.read.frames.lists import (
    Followed,
    followed_figures,
    respective_bases,
    respective_goods,
    respective_partners,
)
from tieline.read.frames.ranked import RANKED
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.frames.subjects import shares_verb
from tieline.read.frames.tables import TABLE
from tieline.read.measures.draft_rows import moved_in_row, told_behind
from tieline.read.measures.draft_slots import (
    Draft,
    as_last,
    is_share_of_last,
    mend_slot,
    open_levels,
    or_in_percent,
)
from tieline.read.measures.earlier_levels import another_base
from tieline.read.measures.gapped import gapped
from tieline.read.measures.row_levels import change_like_next, goes_with_last
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good


@dataclass(slots=True)
class Row:
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
        self.each = respective_partners(self.sentence) or partners_behind(self.sentence)
        self.each_good = respective_goods(self.sentence)

    def _open_levels(self) -> list[Draft]:
        return open_levels(self.sentence, self.drafts)

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
        part = frame.partner == "WLD" and _INCLUDING.search(self.sentence.text[: figure.start]) is not None
        went = _WENT.match(self.sentence.text, figure.end)
        if figure.kind != "percent" and went is None and not self.went and not part:
            return None
        begin = went.end() if went else figure.end
        in_a_row = bool(self.drafts) and (self.went or self.drafts[-1].share is not None)
        if prep is None or (frame.verb and not went and not in_a_row and not part) or frame.reporter is None:
            return None
        for mention in self.sentence.mentions:
            lead = self.sentence.text[begin : mention.start] if mention.start >= begin else None
            towards = {prep}
            if in_a_row and (prep == "to" or self.drafts[-1].share is not None):
                towards.add("for")  # "15 percent for Norway", behind a share
            if went and prep == "to":
                towards.add("in")
            words = [word for word in (lead or "").split() if word != "the"]
            if len(words) == 1 and words[0] in towards and trades(mention.code):
                ends = self.sentence.text[mention.end : mention.end + 2] not in {"'s", "\u2019s"}
                self.went = self.went or went is not None
                return mention.code if ends and mention.use == "name" and mention.code != frame.reporter else None
        return None

    def _in_brackets_behind(self, figure: Figure) -> bool:
        """As in "27 mln dlrs for rubber (up 107 pct)", "11 per cent coal (351 mln euro)": of what the figure before is."""
        lead = self.sentence.text[self.previous_end : figure.start]
        return (
            bool(self.drafts[-1].figures)
            and self.drafts[-1].figures[-1].end == self.previous_end
            and bool(_OF_GOOD_IN_BRACKETS.fullmatch(lead))
        )

    def comes_to(self, figure: Figure) -> bool:
        """As in "took 11.8 percent ($698 million) of its exports": what the share, or the change, before it comes to."""
        if self.drafts and goes_with_last(self.sentence, self.drafts[-1], figure, self.previous_end):
            return True
        share = self.drafts[-1].share if self.drafts else None
        after = share is not None and share.end == self.previous_end and figure.kind in {"money", "quantity"}
        return after and self.sentence.text[self.previous_end : figure.start].strip() == "("

    def _in_brackets(self, figure: Figure) -> bool:
        text = self.sentence.text
        return figure.kind == "percent" and text[: figure.start].endswith("(") and text[figure.end :].startswith(")")

    def _right_behind_move(self, figure: Figure) -> bool:
        """As in "rose significantly (43 per cent)": by how much."""
        told = _MOVE.search(self.sentence.text[: figure.start])
        return told is not None and direction_word(told["word"]) != 0

    def _placed(self, frame: Frame, figure: Figure) -> bool:
        """As in "Chile held first place with 30.4 per cent": what the place goes by is a part."""
        return not frame.verb and _PLACE.search(self.sentence.text, frame.start, figure.start) is not None

    def _slotted(self, figure: Figure, frame: Frame, how: str) -> Slotted:
        slotted = slot_of(self.sentence, figure, tariff=frame.indicator == "tariff")
        if self.drafts and is_share_of_last(self.sentence, self.drafts[-1], figure):
            return replace(slotted, slot="share")
        next_one = told_behind(self.sentence, figure, self.each) if figure.start in self.each else None
        slotted = change_like_next(mend_slot(self.sentence, slotted, frame), next_one)
        slotted = gapped(self.sentence, slotted, frame, self.drafts)
        if how == "memory" or frame.partner_prep == FOR_ROW or _TO_SHARE.search(self.sentence.text[: figure.start]):
            slotted = as_last(slotted, self.memory)
        slotted = or_in_percent(self.sentence, another_base(self.sentence, slotted, self.drafts), self.drafts)
        if self._goes_on_with_shares(figure, slotted) and self._partner_behind(figure, frame) is not None:
            slotted = replace(slotted, slot="share")
        if (moved := moved_in_row(self.sentence, figure, slotted, self.drafts)) is not None:
            return moved
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
        placed = frame.partner_prep == RANKED or ("indicator" in frame.inferred and self._placed(frame, figure))
        if slotted.slot == "none" and placed and with_part:
            return replace(slotted, slot="share")  # "South Africa (29.1%) and Belgium (14.2%) were the largest buyers"
        shares = self.memory.slot == "share" or any(d.share is not None for d in self.drafts)
        listed = shares and not figure.signed and self._in_brackets(figure) and not self._right_behind_move(figure)
        if slotted.slot == "change" and listed:
            return replace(slotted, slot="share", direction=0)  # "More than 12,400 tons (14 percent)"
        if slotted.slot == "none" and figure.start in self.parts:
            return replace(slotted, slot="share")
        if slotted.slot == "none" and (self._listed_alike(figure, frame) or self._share_as_last(figure)):
            return replace(slotted, slot="share")
        moved_too = next((d.change for d in self.drafts if d.change is not None), None)
        if slotted.slot == "none" and moved_too is not None and IN_WHAT.match(self.sentence.text, figure.end):
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


_BRACKET = 24
_PLACE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|top|leading)\s+(?:place|position|spot|rank)\b|\b(?:came|was|is|ranked)\s+(?:first|second|third|fourth|fifth)\b"
)
_INCLUDING = re.compile(r"\bincluding\s+(?:(?:about|some|nearly|almost|over|only|just)\s+)*$")
"""Before a part of a whole: "88,000 tonnes, including 31,000 tonnes to France"."""
_MOVE = re.compile(r"\b(?P<word>[a-z]+)(?:\s+(?!of\b|in\b|to\b)[a-z]+ly)?\s+\((?:by\s+)?$")
"""Before how far it moved: "rose significantly ("."""
_WITH_SHARE = re.compile(
    r"\b(?:with|at|for)\s+(?:about\s+|some\s+|nearly\s+|almost\s+|only\s+|just\s+)?$", re.IGNORECASE
)
_WENT = re.compile(
    r"\s+of\s+(?:it|them|that|this)(?=\s+(?:in|to|from)\b)|,?\s+(?:of\s+(?:it|them|that|this)\s+)?(?:went|goes?|came|comes?|(?:was|were)\s+(?:sold|shipped|sent|exported|bought|imported))(?=\s+(?:to|from)\b)"
)
"""Behind a share: "91 percent went to China"."""
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
_OF_GOOD_IN_BRACKETS = re.compile(
    r"\s+(?:worth\s+)?(?:of\s+(?:it|them|that)\s+)?(?:(?:of|for|on|in|was|were)\s+)?(?:[\w'-]+\s+){0,3}?[\w'-]+\s*\(\s*(?:(?:up|down|plus|minus|by|an increase of|a rise of|about|some)\s+)*",
    re.IGNORECASE,
)
IN_WHAT = re.compile(
    r"(?:\s+(?:rise|increase|growth|gain|jump|drop|fall|decline|decrease))?\s+(?:in|by)\s+(?:terms\s+of\s+)?(?:(?P<money>value|revenue|earnings|money)|volume|quantity|tonnage|weight)\b"
)
