"""Make `taking_weights.json` and `taking_trees.npz` of `src/tieline/read/measures`: what tells what a figure is that the rules have given up.

`python tools/fit_takes.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold) and asks of each figure that no rule has taken which of its answers the annotation has: nothing, a number
more of another's measure, a measure of its own, and between whom.  As such figures are few, every figure that was taken
is looked at as well, as if it alone had been given up.  `--nothing FILE` names documents (JSON Lines) whose figures are
nothing as far as they name no pair of countries: news of firms.

A conditional logit tells what it is, boosted trees (as in `fit_sides.py`) between whom; given-up figures count `GIVEN_UP` times.
Printed is what would come of each set with what was found on others; then that of all is written (not with `--dry`).
`--reasons` prints instead where figures were given up, and how many of them the annotation has.

The shipped ones were found on the same stories as the trees of `fit_sides.py`, which can't all lie here, and on wires.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from choice_fit import Example, Table, fitted, names_of, write_trees
from fit_sides import FEWEST, PENALTY
from fit_sides import Model as Sides
from fit_stories import options, parted, weighty, write_weights
from take_examples import Look, looks_of, nothing_in, reasons_of
from tieline.evaluate.gold import load_gold
from tieline.read.learned.trees import chances
from tieline.read.measures.second_look import ENOUGH

ROOT = Path(__file__).resolve().parent.parent
MEASURES = ROOT / "src" / "tieline" / "read" / "measures"
WEIGHTS, TREES = MEASURES / "taking_weights.json", MEASURES / "taking_trees.npz"
GIVEN_UP, LEAVES, ROUNDS = 3.0, 15, 150


@dataclass(frozen=True)
class Model:
    """What a figure is, by weights of marks, and between whom, by trees."""

    names: list[str]
    weights: np.ndarray
    sides: Sides

    @classmethod
    def of(cls, looks: Sequence[Look]) -> Model:
        """Fitted on what was looked at."""
        answers = [_weighed(look.answers, look) for look in looks if any(look.answers.right)]
        sides = [_weighed(look.sides, look) for look in looks if look.sides is not None and any(look.sides.right)]
        names = names_of(answers, FEWEST)
        return cls(names, fitted(Table.of(answers, names), PENALTY), Sides.of(sides, ROUNDS, LEAVES))

    def best(self, example: Example) -> tuple[int, float]:
        """The likeliest answer but the first, which is nothing, and how likely it is."""
        told = chances((Table.of([example], self.names).marks @ self.weights).tolist())
        best = max(range(1, len(told)), key=told.__getitem__, default=0)
        return best, told[best]


def _weighed(example: Example, look: Look) -> Example:
    return replace(example, weight=GIVEN_UP if look.given_up else 1.0)


def judged(model: Model, looks: Sequence[Look]) -> Counter[str]:
    """What would be told of given-up figures."""
    counts: Counter[str] = Counter()
    for look in looks:
        if not look.given_up:
            continue
        best, chance = model.best(look.answers)
        right = best > 0 and look.answers.right[best]
        if look.sides is not None and best in look.own:
            sure = chances(model.sides.scores(look.sides).tolist())
            side = max(range(len(sure)), key=sure.__getitem__)
            chance, right = chance * sure[side], right and look.sides.right[side]
        counts["wanted" if look.wanted else "not wanted"] += 1
        if best and chance >= ENOUGH:
            counts["told, right" if right else "told, wrong"] += 1
    return counts


def main() -> None:
    """Fit, print, write."""
    parser = options(__doc__, nothing="whose figures are no measures")
    parser.add_argument("--reasons", action="store_true", help="print where figures were given up")
    given = parser.parse_args()
    stories = {folder.name: load_gold([folder], given.texts) for folder in given.folders}
    if given.reasons:
        reasons = sum((reasons_of(story) for found in stories.values() for story in found), Counter[tuple[str, str]]())
        for reason in sorted({reason for reason, _ in reasons}):
            print(
                f"{reason:32}", *(f"{label} {reasons[reason, label]:5}" for label in ("annotated", "optional", "not"))
            )
        return
    sets = {name: [look for story in found for look in looks_of(story)] for name, found in stories.items()}
    nothing = nothing_in(given.nothing) if given.nothing else []
    total: Counter[str] = Counter()
    for apart, others in parted(list(sets)):
        model = Model.of([look for name in others for look in sets[name]] + nothing)
        for name in apart:
            counts = judged(model, sets[name])
            total += counts
            print(f"{name}: {dict(counts)}", flush=True)
    print(f"all: {dict(total)}")
    if given.dry:
        return
    model = Model.of([look for found in sets.values() for look in found] + nothing)
    write_weights(WEIGHTS, weighty(model.names, model.weights, SMALLEST))
    write_trees(TREES, model.sides.trees, model.sides.names)


SMALLEST = 0.03
"""Lighter marks are left out."""


if __name__ == "__main__":
    main()
