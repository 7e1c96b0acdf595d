"""The surroundings of a figure that the rules have given up: what stands beside it, what it may be of, what slot it may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.directions import direction_at, direction_word
from tieline.read.frames.held_against import of_another_flow
from tieline.read.frames.senses import IN_A_BANK, IN_A_BANK_ONLY
from tieline.read.frames.slots import Slotted, slot_of
from tieline.read.measures.conversions import converted
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.outputs import is_of_output
from tieline.read.measures.prices import is_of_price
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.words.forms import forms
from tieline.read.words.trade import NOUN_ANCHORS, VERB_ANCHORS, WEAK_NOUNS

WORD: Final = re.compile(r"[A-Za-z][\w'-]*")
BEFORE, BEHIND, TOLD = 90, 50, 3
"""So many characters before and behind a figure are near, so many figures told last are lately."""
_MOST: Final = 7
_LIKELY: Final[Mapping[str, tuple[Indicator, ...]]] = {
    "people": ("tourism", "other"),
    "goods": ("exports", "other", "aid"),
}
"""What a figure may be of where no word tells."""


def given_up(sentence: Sentence, drafts: Sequence[Draft]) -> list[Figure]:
    """The figures that no draft has taken, in order; without those that only say the one before again in other money, are of output or a price, or say how far two flows lie apart."""
    taken = {f.start for draft in drafts for f in draft.figures}
    previous, left = 0, []
    for figure in sentence.figures:
        again = converted(sentence, figure, previous)
        out = figure.kind == "points" or is_of_output(sentence, figure) or is_of_price(sentence, figure)
        out = out or of_another_flow(sentence, figure)
        if figure.start not in taken and not again and not out:
            left.append(figure)
        previous = previous if again else figure.end
    return left


@dataclass(frozen=True)
class Scene:
    """What all answers for a figure are judged by.

    `beside` are the drafts of the figures before and behind it, `since` and `until` where those end and begin, `cues` the
    words that may be of an indicator, `age` how many sentences ago a figure was told.
    """

    sentence: Sentence
    figure: Figure
    frames: Sequence[Frame]
    drafts: Sequence[Draft]
    memory: Memory
    beside: tuple[Draft, ...]
    since: int
    until: int
    cues: tuple[tuple[int, Indicator, bool], ...]
    kind: str
    age: int

    @classmethod
    def of(
        cls, sentence: Sentence, figure: Figure, frames: Sequence[Frame], drafts: Sequence[Draft], memory: Memory
    ) -> Scene:
        """What surrounds a figure, beside the drafts that were made of others of its sentence."""
        made = [d for d in drafts if d.figures]
        before = [d for d in made if d.figures[-1].end <= figure.start]
        behind = [d for d in made if d.figures[0].start >= figure.end]
        last = max(before, key=lambda d: d.figures[-1].end, default=None)
        following = min(behind, key=lambda d: d.figures[0].start, default=None)
        others = [f for f in sentence.figures if f.start != figure.start]
        told = memory.told[-1].sentence if memory.told else -99
        return cls(
            sentence=sentence,
            figure=figure,
            frames=frames,
            drafts=drafts,
            memory=memory,
            beside=tuple(d for d in (last, following) if d is not None),
            since=max((f.end for f in others if f.end <= figure.start), default=0),
            until=min((f.start for f in others if f.start >= figure.end), default=len(sentence.text)),
            cues=tuple(_cues(sentence.text)),
            kind="people" if figure.unit == "people" else figure.kind,
            age=0 if made else sentence.index - told,
        )

    @cached_property
    def worded(self) -> Slotted:
        """What its words make of it."""
        return slot_of(self.sentence, self.figure)

    @property
    def before(self) -> str:
        """The words before the figure, behind the one before it."""
        return self.sentence.text[max(self.since, self.figure.start - BEFORE) : self.figure.start]

    @property
    def behind(self) -> str:
        """The words behind the figure, before the next one."""
        return self.sentence.text[self.figure.end : min(self.until, self.figure.end + BEHIND)]

    def indicators(self) -> list[Indicator]:
        """What the figure may be of: by the frames, the figures told last, the words of the sentence."""
        told = [t.indicator for t in reversed(self.memory.told[-TOLD:])] if self.age <= TOLD else []
        of_words = (indicator for _, indicator, _ in self.cues)
        here = (d.frame.indicator for d in self.drafts)
        mostly = [each for each, _ in Counter(t.indicator for t in self.memory.told).most_common(2)]
        likely = _LIKELY["people" if self.kind == "people" else "goods"]
        found = dict.fromkeys([*(f.indicator for f in self.frames), *here, *told, *of_words, *mostly, *likely])
        kept = [i for i in found if _counts(i, self.figure)][:_MOST]
        flows = [i for i in kept if i in FLOWS]
        return [i for i in kept if i not in flows[1:]]  # exports are another's imports: whose is told by the sides

    def slots(self) -> list[Slotted]:
        """What the words make of it, and what else a figure of its kind may be."""
        worded, figure = self.worded, self.figure
        found = [] if worded.slot == "none" else [worded]
        if figure.kind == "multiple":
            return found
        others = [Slotted(figure, "level"), Slotted(figure, "base")]
        if figure.kind == "percent":
            way = worded.direction or direction_at(self.sentence, figure) or self._way_before()
            others = [Slotted(figure, "change", way), Slotted(figure, "share")]
        kept = [s for s in others if s.slot != worded.slot and (s.slot != "change" or s.direction)]
        return [*found, *kept]

    @staticmethod
    def second(slotted: Slotted, slots: Sequence[Slotted]) -> bool:
        """An earlier level that may as well be one of its own is told as such."""
        return slotted.slot == "base" and slots[0].slot != "base"

    def _way_before(self) -> int:
        moved = next((d.change.direction for d in reversed(self.drafts) if d.change is not None), 0)
        words = [direction_word(w) for w in WORD.findall(self.before)]
        return next((way for way in reversed(words) if way), moved)

    def near(self, at: int) -> bool:
        """A place is between the figures before and behind, and not far off."""
        return self.since <= at < self.until and -BEFORE < at - self.figure.end < BEHIND


def _counts(indicator: Indicator, figure: Figure) -> bool:
    """A figure of this kind can be one of the indicator: no duty is a sum, no guests are money."""
    if figure.unit == "people":
        return indicator in {"tourism", "other"}
    if indicator == "tariff":
        return figure.kind == "percent"
    if figure.kind == "quantity":
        return indicator not in {"balance", "investment", "debt"}
    return figure.kind != "money" or indicator != "consumption"


def _cues(text: str) -> Iterable[tuple[int, Indicator, bool]]:
    """The words that may be of an indicator: where they stand, of which, and whether they are so only at times."""
    for match in WORD.finditer(text):
        for form in forms(match.group().lower()):
            indicator = NOUN_ANCHORS.get(form) or VERB_ANCHORS.get(form)
            if indicator is not None and (form not in IN_A_BANK_ONLY or IN_A_BANK.search(text)):
                yield match.start(), indicator, form in WEAK_NOUNS or form not in NOUN_ANCHORS
                break
