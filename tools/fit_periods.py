"""Make `src/tieline/read/measures/period_weights.json`: what each mark of a time weighs where it may be that of a figure.

`python tools/fit_periods.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold), asks of each figure which of the times that come into question the annotation has, and finds weights by a
conditional logit (penalty on squares).  Printed is first how often the choice is right on each set with the weights of
others, beside the rules alone; only then are the weights of all written (not with `--dry`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from fit_sides import by_rules_alone, entries_of
from fit_stories import options, parted, weighty, write_weights
from tieline.evaluate.gold import Story, load_gold
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.measures import period_choice
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.period_choice import When
from tieline.read.measures.period_marks import Candidate, candidates
from tieline.read.measures.periods import told_figures
from tieline.read.story.document import Sentence
from tieline.read.story.document import Story as Told
from tieline.read.story.memory import Memory

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "tieline" / "read" / "measures" / "period_weights.json"
FEWEST, PENALTY, SMALLEST = 8, 4.0, 0.03


@dataclass(frozen=True)
class Dated:
    """A draft: where its figures stand, and the times that come into question, that of the rules first."""

    places: tuple[tuple[int, int], ...]
    numbers: tuple[float, ...]
    times: tuple[Candidate, ...]


def examples(folder: Path, texts: Path | None) -> list[Example]:
    """The figures of a set of annotated stories that the annotation has with a time, by the rules alone."""
    found = []
    for story in load_gold([folder], texts):
        if story.document is not None:
            found += [e for one in _dated(story.document) if (e := _example(one, story)) is not None]
    return found


def _dated(document: Document) -> list[Dated]:
    seen: list[Dated] = []

    def watch(
        told: When, draft: Draft, sentence: Sentence, story: Told, memory: Memory, spoken_of: Period | None
    ) -> When:
        figures = told_figures(draft)
        places = tuple((sentence.start + f.start, sentence.start + f.end) for f in figures)
        numbers = tuple(abs(f.value) for f in figures)
        rule = (told[0], "period" in told[2])
        seen.append(
            Dated(places, numbers, tuple(candidates(draft, sentence, memory, rule, spoken_of, story.published)))
        )
        return told

    with by_rules_alone(), patch.object(period_choice, "with_likely_period", watch):
        list(read_documents([document]))
    return list({one.places: one for one in seen}.values())


def _example(one: Dated, story: Story) -> Example | None:
    """The times of one figure with those that an entry of it has (none, where the text tells none and no rule does); None where none has it."""
    wanted: set[Period | None] = set()
    for entry in entries_of(one.places, one.numbers, story):
        wanted |= {Period.parse(str(p)) if p else None for p in [entry.get("period"), *(entry.get("period_alt") or [])]}
    right = tuple(time.period in wanted for time in one.times)
    return Example(tuple(time.marks for time in one.times), right) if any(right) else None


def judged(found: Sequence[Example], names: Sequence[str], weights: np.ndarray, clear: float) -> Counter[str]:
    """How many examples the rules and the choice have right."""
    counts: Counter[str] = Counter()
    table = Table.of(found, names)
    score = table.marks @ weights
    for begin, size in zip(table.begins, table.sizes, strict=True):
        best = begin + int(score[begin : begin + size].argmax())
        best = best if score[best] - score[begin] >= clear else begin
        counts["rules" if table.right[begin] else "rules not"] += 1
        counts["mended"] += bool(table.right[best] and not table.right[begin])
        counts["broken"] += bool(table.right[begin] and not table.right[best])
    return counts


def main() -> None:
    """Fit, print, write."""
    given = options(__doc__).parse_args()
    sets = {folder.name: examples(folder, given.texts) for folder in given.folders}
    everything = [example for found in sets.values() for example in found]
    names = names_of(everything, FEWEST)
    for apart, others in parted([name for name, found in sets.items() if found]):
        weights = fitted(Table.of([e for name in others for e in sets[name]], names), PENALTY)
        for name in apart:
            counts = judged(sets[name], names, weights, period_choice.CLEAR)
            print(f"{name}: of {counts['rules'] + counts['rules not']} dated figures the rules have {counts['rules']}; "
                  f"mended {counts['mended']}, broken {counts['broken']}")  # fmt: skip
    fit = fitted(Table.of(everything, names), PENALTY)
    weights = weighty(names, fit, SMALLEST)
    for name, weight in sorted(weights.items(), key=lambda x: -abs(x[1])):
        print(f"{weight:6.2f}  {name}")
    if not given.dry:
        write_weights(TARGET, weights)


if __name__ == "__main__":
    main()
