"""The likeliest pair of a figure whose sides the words leave open: weights over the marks of each that comes into question.

Two layers over the marks of the pairs (`side_marks`), both found by `tools/fit_sides.py` on annotated stories: a conditional logit, and
boosted trees that see its score beside the marks themselves.  The answer of the rules is the strongest mark; another pair takes its place only where it leads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from tieline.read.frames.both_sides import REVERSE
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.movers import MOVING
from tieline.read.learned import linear
from tieline.read.learned.trees import Trees
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.own_wholes import is_own_whole
from tieline.read.measures.side_marks import OF_A_ROW, Candidate, candidates
from tieline.read.measures.side_scene import WORLD
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import SURE, Memory

_WEIGHTS: Final = Path(__file__).parent / "side_weights.json"
CLEAR: Final = 0.3
"""By how much another pair must lead the one of the rules, where the logit prefers it too: its odds are a third better."""
CLEAR_ALONE: Final = 1.5
"""The same where the logit does not."""
CLEAR_OF_ROW: Final = 2.5
"""By how much the logit must prefer it to that of a row of a list, whose rules know what this choice does not."""
_SIDES: Final = frozenset({"reporter", "partner"})


def is_open(draft: Draft) -> bool:
    """A side of the draft was carried over, and the figure is none of a rule of one country's own (a tariff).

    "External debt" is owed to all.  "The U.S. trade deficit" with nobody named is with all: rules put the world there only where nothing speaks against it.
    A row that "for" leads ("for Chile the figure was 6 percent") has the other side of the rows beside it, whoever they are.
    """
    frame = draft.frame
    if frame.indicator == "balance" and frame.partner == WORLD and "reporter" not in frame.inferred:
        return False
    if frame.indicator == "debt" and frame.reporter == WORLD:
        return False
    carried = frame.reporter is not None and not _SIDES.isdisjoint(frame.inferred)
    return carried and frame.indicator != "tariff" and frame.partner_prep not in {FOR_ROW, MOVING, SURE}


def with_likely_sides(draft: Draft, sentence: Sentence, story: Story, memory: Memory) -> Draft:
    """The draft between the pair that is likeliest; as it is where its words name both sides."""
    frame = draft.frame
    visited = frame.indicator == "tourism" and frame.reporter == memory.visited and "partner" not in frame.inferred
    turned = set(frame.inferred) >= _SIDES and REVERSE.search(
        sentence.text
    )  # "goods worth 40 million went the other way"
    if visited or turned or not is_open(draft):
        return draft
    if is_own_whole(frame, sentence, story, memory):
        return replace(draft, frame=replace(frame, partner=WORLD, group=False, partners=()))
    rule, *others = candidates(draft, sentence, story, memory)
    if "indicator" in draft.frame.inferred:
        others = [each for each in others if not _beside_each_other(each, rule, sentence, memory)]
    place = chosen([each.marks for each in (rule, *others)], scored([rule, *others]))
    if not place:
        return draft
    best = others[place - 1]
    (reporter, partner), was = best.sides, (frame.reporter, frame.partner)
    changed = [side for side, new, old in zip(("reporter", "partner"), best.sides, was, strict=True) if new != old]
    inferred = tuple(dict.fromkeys((*frame.inferred, *changed)))
    group = partner is None
    return replace(draft, frame=replace(frame, reporter=reporter, partner=partner, group=group, inferred=inferred))


def _beside_each_other(each: Candidate, rule: Candidate, sentence: Sentence, memory: Memory) -> bool:
    """As in "Germany and Spain have shown increases, by 22.1% and 14.4%": two rows of one list are no pair, where the rules name another."""
    here = {m.code for m in sentence.mentions}
    both = set(each.sides) <= here and memory.hub.owner not in each.sides
    return both and len(here.intersection(rule.sides)) == 1


def chosen(found: Sequence[Mapping[str, float]], scores: Sequence[float]) -> int:
    """Which of the pairs of a figure is told, by their marks and scores: the first, which is that of the rules, unless another one leads."""
    place = max(range(len(scores)), key=scores.__getitem__)
    lead = weight(found[place]) - weight(found[0])
    row = OF_A_ROW in found[0] and lead < CLEAR_OF_ROW
    return 0 if row or scores[place] - scores[0] < (CLEAR if lead > 0 else CLEAR_ALONE) else place


def scored(found: Sequence[Candidate]) -> list[float]:
    """How likely each of the pairs of a figure is, as log odds."""
    return _trees().scores(stacked([each.marks for each in found]))


def stacked(found: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The marks of all pairs of a figure, with what the logit says of each beside the likeliest, and how far that leads."""
    weights = [weight(marks) for marks in found]
    first, *rest = sorted(weights, reverse=True)
    second = rest[0] if rest else first
    return [
        {**marks, "linear": told - first, "linear lead": told - (second if told == first else first)}
        for marks, told in zip(found, weights, strict=True)
    ]


def weight(marks: Mapping[str, float]) -> float:
    """What the marks of a pair weigh together by the logit."""
    return linear.weight(marks, _WEIGHTS)


@cache
def _trees() -> Trees:
    return Trees.load(Path(__file__).parent / "side_trees.npz")
