"""Between whom a figure may be that the rules have given up: the pairs that come into question, and what speaks for each.

To the marks of every open side (`side_marks`) come those that only hold where no rule has answered.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.read.measures.draft_slots import Draft, put
from tieline.read.measures.side_marks import Candidate, candidates
from tieline.read.measures.side_places import Places
from tieline.read.measures.side_scene import WORLD
from tieline.read.measures.taking_marks import Answer
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Frame, Memory


def unsided(answer: Answer, figure: Figure, sentence: Sentence, memory: Memory) -> Draft:
    """The draft of an answer that is a measure of its own, as yet between whom the last figure was."""
    indicator = answer.indicator or "other"
    told = memory.told[-1] if memory.told else None
    reporter, partner = told.sides_as(indicator) if told is not None else (None, WORLD)
    ranked = [m.code for m in sentence.mentions if trades(m.code)]
    reporter = reporter or memory.hub.owner or memory.teller or next(iter(ranked), None)
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), sentence.tokens[0])
    frame = Frame(token, indicator, reporter, partner, None, 0, 0, inferred=("indicator", "reporter", "partner"))
    draft = Draft(frame, figures=[figure], later=True)
    if answer.slotted is not None:
        put(draft, answer.slotted, sentence, goods_in(sentence))
    return draft


def pairs_of(draft: Draft, figure: Figure, sentence: Sentence, story: Story, memory: Memory) -> list[Candidate]:
    """The pairs that a given-up figure may be between, with how their names stand to it."""
    places = Places.of([figure], sentence)
    found = candidates(draft, sentence, story, memory, places)
    return [replace(each, marks=each.marks | _marks(each, places.beside)) for each in found]


def _marks(pair: Candidate, beside: frozenset[str]) -> dict[str, float]:
    """How a pair stands to the names beside the figure, where that of the rules is only the last one told."""
    reporter, partner = pair.sides[0], str(pair.sides[1])
    told = {
        "both near": {reporter, partner} <= beside,
        "near and left out": bool(beside) and beside.isdisjoint({reporter, partner}),
        "as last, somebody near": "rule" in pair.marks and bool(beside),
        "as last, nobody near": "rule" in pair.marks and not beside,
        "partner near for that of the last": "reporter of the rule" in pair.marks and partner in beside,
        "reporter near for that of the last": "partner of the rule" in pair.marks and reporter in beside,
    }
    return {name: 1.0 for name, holds in told.items() if holds}
