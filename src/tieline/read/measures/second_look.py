"""Figures that the rules have given up, looked at once more when the rest of their sentence is told.

A conditional logit over what such a figure may be (`taking_marks`), of which one is nothing, and then boosted trees over the
pairs that it may be between (`side_marks`).  Both are found by `tools/fit_takes.py` on annotated stories.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from tieline.model.claims import Measure
from tieline.read.frames.slots import Slot
from tieline.read.learned import linear
from tieline.read.learned.trees import Trees, chances
from tieline.read.measures.draft_slots import Draft, put
from tieline.read.measures.side_choice import stacked
from tieline.read.measures.taking_marks import Answer, answers
from tieline.read.measures.taking_scene import given_up
from tieline.read.measures.taking_sides import pairs_of, unsided
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Frame, Memory, told_of

Made = tuple[Draft, list[Measure]]
"""A draft with the measures that came of it."""
_TWO: Final = 2
_WEIGHTS: Final = Path(__file__).parent / "taking_weights.json"
ENOUGH: Final = 0.55
"""How likely an answer must be, with its sides, to be told: of stories held out, one in two of them is right."""
ENOUGH_CARRIED: Final = 0.4
"""The same of a number that has its unit from a figure near it: of those told for it and not by `ENOUGH`, half are right in stories held out."""
ENOUGH_ALONE: Final = 0.72
"""The same where no sentence before has told a figure: of such stories few are about trade."""


def look_again(
    made: list[Made],
    sentence: Sentence,
    frames: Sequence[Frame],
    story: Story,
    memory: Memory,
    finish: Callable[[Draft], list[Measure]],
) -> list[Made]:
    """What was made of a sentence, with the figures in it that are likely to be measures after all.

    Only of the body of a story that names two countries: elsewhere hardly a given-up figure is one.
    """
    if sentence.part != "body" or sum(map(trades, story.counts)) < _TWO:
        return made
    begun = any(each.sentence < sentence.index for each in memory.told)
    for figure in given_up(sentence, [draft for draft, _ in made]):
        enough = ENOUGH_ALONE if not begun else ENOUGH_CARRIED if figure.carried else ENOUGH
        drafts = [draft for draft, _ in made]
        found = answers(sentence, figure, frames, drafts, memory)
        best, chance = likeliest(found)
        if best.slotted is None or chance < enough:
            continue
        if best.draft is not None:
            made = _joined(made, best, sentence, finish)
            continue
        draft, sure = sided(best, figure, sentence, story, memory)
        if chance * sure < enough:
            continue
        if measures := finish(draft):
            memory.told += told_of(sentence, measures)
            made = [*made, (draft, measures)]
    return made


def _joined(
    made: list[Made], answer: Answer, sentence: Sentence, finish: Callable[[Draft], list[Measure]]
) -> list[Made]:
    """What was made, with a number more in the draft of the answer, where that still makes a measure."""
    out = []
    for draft, measures in made:
        more = None
        if draft is answer.draft and answer.slotted is not None:
            inferred = (*draft.inferred, _FIELDS[answer.slotted.slot])
            more = replace(draft, figures=[*draft.figures, answer.slotted.figure], inferred=inferred, later=True)
            put(more, answer.slotted, sentence, [])
        again = finish(more) if more is not None else []
        out.append((more, again) if more is not None and again else (draft, measures))
    return out


_FIELDS: Final[Mapping[Slot, str]] = {
    "level": "value",
    "base": "base",
    "change": "change_pct",
    "change_value": "change_value",
    "share": "share_pct",
}
"""What a number more of a measure is there, said to be inferred."""


def likeliest(found: Sequence[Answer]) -> tuple[Answer, float]:
    """The likeliest of the answers but that it is nothing, and how likely it is; nothing alone where no other is offered."""
    told = chances([linear.weight(each.marks, _WEIGHTS) for each in found])
    best = max(range(1, len(found)), key=told.__getitem__, default=0)
    return found[best], told[best]


def sided(answer: Answer, figure: Figure, sentence: Sentence, story: Story, memory: Memory) -> tuple[Draft, float]:
    """The draft of an answer between the likeliest pair, and how likely that is."""
    draft = unsided(answer, figure, sentence, memory)
    pairs = pairs_of(draft, figure, sentence, story, memory)
    if not pairs:
        return draft, 0.0
    sure = chances(_trees().scores(stacked([each.marks for each in pairs])))
    best = max(range(len(pairs)), key=sure.__getitem__)
    reporter, partner = pairs[best].sides
    group = partner is None
    return replace(draft, frame=replace(draft.frame, reporter=reporter, partner=partner, group=group)), sure[best]


@cache
def _trees() -> Trees:
    return Trees.load(Path(__file__).parent / "taking_trees.npz")
