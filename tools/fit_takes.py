"""Make `src/tieline/read/measures/second_look_weights.json`: what each mark weighs where the rules have given up a figure.

`python tools/fit_takes.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold) and asks of each figure that no rule has taken which of its answers the annotation has: nothing, a number
more of another's measure, a measure of its own, and between whom.  As such figures are few, every figure that was taken
is looked at as well, as if it alone had been given up.  `--nothing FILE` names documents (JSON Lines) whose figures are
nothing as far as they name no pair of countries: news of firms.

Printed is what would come of each set with the weights of all the others, and how many of the figures that rules took the
model would rather leave; then the weights of all are written (not with `--dry`).  `--reasons` prints instead where
figures were given up, and how many of them the annotation has.

The shipped weights were found on the same stories as those of `fit_sides.py`, which can't all lie here, and on wires.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from fit_sides import SETS
from take_examples import Look, looks_of, nothing_in, reasons_of
from tieline.evaluate.gold import load_gold
from tieline.read.measures.second_look import ENOUGH

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "tieline" / "read" / "measures" / "second_look_weights.json"


@dataclass(frozen=True)
class Model:
    """The marks and their weights, of answers and of sides."""

    answers: tuple[list[str], np.ndarray]
    sides: tuple[list[str], np.ndarray]

    @classmethod
    def of(cls, looks: Sequence[Look]) -> Model:
        """Fitted on what was looked at."""
        answers = [look.answers for look in looks if any(look.answers.right)]
        sides = [look.sides for look in looks if look.sides is not None and any(look.sides.right)]
        return cls(
            *((names, fitted(Table.of(found, names))) for found in (answers, sides) for names in [names_of(found)])
        )

    def best(self, example: Example, *, sides: bool = False) -> tuple[int, float, float]:
        """The likeliest candidate, how likely it is, and how likely the first one is."""
        names, weights = self.sides if sides else self.answers
        table = Table.of([example], names)
        chances = table.chances(table.odds(weights))
        return int(chances.argmax()), float(chances.max()), float(chances[0])


def judged(model: Model, looks: Sequence[Look]) -> Counter[str]:
    """What would be told of given-up figures, and which taken ones would rather be left."""
    counts: Counter[str] = Counter()
    for look in looks:
        best, chance, none = model.best(look.answers)
        if not look.given_up:
            counts["taken, rather nothing"] += none >= ENOUGH
            counts["taken, rather nothing, rightly"] += none >= ENOUGH and not look.wanted
            continue
        right = look.answers.right[best]
        if look.sides is not None and best in look.own:
            side, sure, _ = model.best(look.sides, sides=True)
            chance, right = chance * sure, right and look.sides.right[side]
        counts["wanted" if look.wanted else "not wanted"] += 1
        if best and chance >= ENOUGH:
            counts["told, right" if right else "told, wrong"] += 1
    return counts


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=SETS)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--texts", type=Path, help="where the texts are that do not lie beside their annotations")
    parser.add_argument("--nothing", type=Path, help="documents (JSON Lines) whose figures are no measures")
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
    for name, looks in sets.items():
        others = [look for other, found in sets.items() if other != name for look in found]
        counts = judged(Model.of([*others, *nothing]), looks)
        total += counts
        print(f"{name}: {dict(counts)}", flush=True)
    print(f"all: {dict(total)}")
    model = Model.of([look for found in sets.values() for look in found] + nothing)
    weights = {
        part: {n: round(float(w), 2) for n, w in zip(names, found, strict=True) if abs(w) >= SMALLEST}
        for part, (names, found) in (("answers", model.answers), ("sides", model.sides))
    }
    if not given.dry:
        TARGET.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


SMALLEST = 0.03
"""Lighter marks are left out."""


if __name__ == "__main__":
    main()
