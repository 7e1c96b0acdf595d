"""The likeliest pair of a figure whose sides the words leave open: weights over the marks of each that comes into question.

A conditional logit over the pairs (`side_marks`), whose weights `tools/fit_sides.py` finds on annotated stories.  The
answer of the rules is the strongest mark; another pair takes its place only where it leads by far.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from tieline.read.frames.both_sides import REVERSE
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.movers import MOVING
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.side_marks import OF_A_ROW, Candidate, candidates
from tieline.read.measures.side_scene import WORLD
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Memory

CLEAR: Final = 0.5
"""By how much another pair must lead the one of the rules: its odds are two thirds better."""
CLEAR_OF_ROW: Final = 2.5
"""The same for a row of a list, whose rules know what this choice does not: on stories that nobody had seen it mended none of 83."""
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
    return carried and frame.indicator != "tariff" and frame.partner_prep not in {FOR_ROW, MOVING}


def with_likely_sides(draft: Draft, sentence: Sentence, story: Story, memory: Memory) -> Draft:
    """The draft between the pair that is likeliest; as it is where its words name both sides."""
    frame = draft.frame
    visited = frame.indicator == "tourism" and frame.reporter == memory.visited and "partner" not in frame.inferred
    turned = set(frame.inferred) >= _SIDES and REVERSE.search(
        sentence.text
    )  # "goods worth 40 million went the other way"
    if visited or turned or not is_open(draft):
        return draft
    rule, *others = candidates(draft, sentence, story, memory)
    if "indicator" in draft.frame.inferred:
        others = [each for each in others if not _beside_each_other(each, rule, sentence, memory)]
    best = max(others, key=weight, default=rule)
    if weight(best) - weight(rule) < clear(rule.marks):
        return draft
    (reporter, partner), was = best.sides, (frame.reporter, frame.partner)
    changed = [side for side, new, old in zip(("reporter", "partner"), best.sides, was, strict=True) if new != old]
    inferred = tuple(dict.fromkeys((*frame.inferred, *changed)))
    group = partner is None
    return replace(draft, frame=replace(frame, reporter=reporter, partner=partner, group=group, inferred=inferred))


def clear(rule: Mapping[str, float]) -> float:
    """By how much another pair must lead that of the rules, by the marks of theirs."""
    return CLEAR_OF_ROW if OF_A_ROW in rule else CLEAR


def _beside_each_other(each: Candidate, rule: Candidate, sentence: Sentence, memory: Memory) -> bool:
    """As in "Germany and Spain have shown increases, by 22.1% and 14.4%": two rows of one list are no pair, where the rules name another."""
    here = {m.code for m in sentence.mentions}
    both = set(each.sides) <= here and memory.hub.owner not in each.sides
    return both and len(here.intersection(rule.sides)) == 1


def weight(candidate: Candidate) -> float:
    """What the marks of a pair weigh together."""
    weights = _weights()
    return sum(weights.get(mark, 0.0) * value for mark, value in candidate.marks.items())


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads((Path(__file__).parent / "side_weights.json").read_text(encoding="utf-8"))
    return found
