"""Make `src/tieline/read/measures/side_weights.json`: what each mark of a pair weighs where a figure's sides are open.

`python tools/fit_sides.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold), asks of each figure with an open side which of the pairs that come into question the annotation has, and
finds weights by a conditional logit (penalty on squares).  Printed is first how often the choice is right on each set
with the weights of all the others, beside the rules alone; only then are the weights of all written (not with `--dry`).

The rules were mended on these very stories: there they have four in five of the open figures right, and two in three on
stories that nobody had seen (160 of the press, 424 such figures).  So what they have wrong in stories of the press counts `UNSEEN` times,
or they would be trusted too much there; in the invented stories and the wires of tests/gold it counts once.  Marks that fewer than `FEWEST` figures have, and those that weigh next to nothing,
are left out.  The shipped weights were found on the sets of tests/gold, and on some 1,100 further
stories of the press, retold and annotated by others than the rules' authors, which can't lie here; without those
(`--dry` over the default) the choice is more timid.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from tieline.evaluate.gold import Story, load_gold
from tieline.model.claims import Measure
from tieline.model.documents import Document
from tieline.read import read_documents
from tieline.read.measures import side_choice
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.side_marks import Candidate, candidates
from tieline.read.story.document import Sentence
from tieline.read.story.document import Story as Told
from tieline.read.story.memory import FLOWS, Memory

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "tieline" / "read" / "measures" / "side_weights.json"
GOLD = ROOT / "tests" / "gold"
SETS = tuple(GOLD / name for name in ("dev", "dev2", "dev3", "dev4", "dev5", "opened", "twin"))
FEWEST, UNSEEN, PENALTY, SMALLEST = 10, 3.0, 4.0, 0.03
FOLDS = 8
"""Into so many parts the sets are divided, of which one at a time is held out."""
SAME = 0.005
"""Two numbers are the same up to this part of them, as the scorer takes it."""
NUMBERS = ("value", "change_value", "change_pct", "share_pct")


@dataclass(frozen=True)
class Open:
    """A draft with an open side: where its figures stand, and the pairs that come into question."""

    indicator: str
    places: tuple[tuple[int, int], ...]
    numbers: tuple[float, ...]
    pairs: tuple[Candidate, ...]


def examples(folder: Path, texts: Path | None) -> list[Example]:
    """The open figures of a set of annotated stories that the annotation has, by the rules alone."""
    found = []
    wrong = 1.0 if folder.resolve().parent == GOLD else UNSEEN
    for story in load_gold([folder], texts):
        if story.document is not None:
            found += [e for one in _open_figures(story.document) if (e := _example(one, story, wrong)) is not None]
    return found


def _open_figures(document: Document) -> list[Open]:
    seen: list[Open] = []

    def watch(draft: Draft, sentence: Sentence, told: Told, memory: Memory) -> Draft:
        if side_choice.is_open(draft):
            places = tuple((sentence.start + f.start, sentence.start + f.end) for f in draft.figures)
            numbers = tuple(abs(f.value) for f in draft.figures)
            pairs = tuple(candidates(draft, sentence, told, memory))
            seen.append(Open(draft.frame.indicator, places, numbers, pairs))
        return draft

    with patch.object(side_choice, "with_likely_sides", watch):
        claims = [c for result in read_documents([document]) for c in result.claims if isinstance(c, Measure)]
    return [one for one in seen if any(_within(one, claim) for claim in claims)]


def _within(one: Open, claim: Measure) -> bool:
    return any(claim.quote.start <= start and end <= claim.quote.end for start, end in one.places)


def _example(one: Open, story: Story, wrong: float) -> Example | None:
    """The pairs of one figure, the first that of the rules, with those that an entry of it has; None where none has it.

    It counts once where the rules are right, else as much as `wrong` says.
    """
    wanted: set[tuple[str | None, str | None]] = set()
    for entry in story.entries["measure"]:
        span = entry.get("span")
        if span is None or not any(span[0] <= start and end <= span[1] for start, end in one.places):
            continue
        told = [abs(float(entry[name])) for name in NUMBERS if entry.get(name) is not None]
        if not any(abs(a - b) <= SAME * b for a in one.numbers for b in told):
            continue
        for indicator in [entry["indicator"], *(entry.get("indicator_alt") or [])]:
            for partner in [entry.get("partner"), *(entry.get("partner_alt") or [])]:
                wanted |= as_flow(one.indicator, indicator, entry.get("reporter"), partner)
    right = tuple(pair.sides in wanted for pair in one.pairs)
    weight = 1.0 if right[0] else wrong
    return Example(tuple(pair.marks for pair in one.pairs), right, weight) if any(right) else None


def as_flow(flow: str, told: str, reporter: str | None, partner: str | None) -> set[tuple[str | None, str | None]]:
    """The sides of an entry in a flow: exports are another's imports; trade has no direction."""
    if told == flow:
        return {(reporter, partner), (partner, reporter)} if flow == "trade" and partner else {(reporter, partner)}
    return {(partner, reporter)} if {told, flow} <= FLOWS else set()


# ------------------------------------------------------------------ weights


def judged(found: Sequence[Example], names: Sequence[str], weights: np.ndarray) -> Counter[str]:
    """How many examples the rules and the choice have right."""
    counts: Counter[str] = Counter()
    table = Table.of(found, names)
    score = table.marks @ weights
    for example, begin, size in zip(found, table.begins, table.sizes, strict=True):
        best = begin + int(score[begin : begin + size].argmax())
        best = best if score[best] - score[begin] >= side_choice.clear(example.marks[0]) else begin
        counts["rules" if table.right[begin] else "rules not"] += 1
        counts["mended"] += bool(table.right[best] and not table.right[begin])
        counts["broken"] += bool(table.right[begin] and not table.right[best])
    return counts


def held_out(sets: dict[str, list[Example]], names: Sequence[str]) -> dict[str, Counter[str]]:
    """What comes of each set by the weights of sets that it is none of; of many sets several are held out at once."""
    results = {}
    every = [name for name, found in sets.items() if found]
    for apart in (every[n::FOLDS] for n in range(min(FOLDS, len(every)))):
        others = [example for name in every if name not in apart for example in sets[name]]
        weights = fitted(Table.of(others, names), PENALTY)
        results |= {name: judged(sets[name], names, weights) for name in apart}
    return results


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=SETS)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--texts", type=Path, help="where the texts are that do not lie beside their annotations")
    given = parser.parse_args()
    sets = {folder.name: examples(folder, given.texts) for folder in given.folders}
    everything = [example for found in sets.values() for example in found]
    names = names_of(everything, FEWEST)
    for name, counts in held_out(sets, names).items():
        all_of = counts["rules"] + counts["rules not"]
        print(
            f"{name}: of {all_of} open figures the rules have {counts['rules']}; "
            f"mended {counts['mended']}, broken {counts['broken']}"
        )
    fit = fitted(Table.of(everything, names), PENALTY)
    weights = {n: round(float(w), 2) for n, w in zip(names, fit, strict=True) if abs(w) >= SMALLEST}
    for name, weight in sorted(weights.items(), key=lambda x: -abs(x[1])):
        print(f"{weight:6.2f}  {name}")
    if not given.dry:
        TARGET.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
