"""Make `untold_words.npz` and `untold_sides.json` of `src/tieline/read/acts`: what tells the acts that no rule has.

`python tools/fit_untold.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold), asks of each verb and each name of a deed whether an act is told by it, of which type, and between whom.  A
multinomial regression tells the first two, a conditional logit the third.  As words of untold acts are few, those by which a
rule has told one are looked at as well; they count `BY_RULE` of one.  `--nothing FILE` names documents (JSON Lines) whose words
tell no act as far as no rule finds one in them: news of firms and markets.

Printed is what would be told of each set with what was found on others; then that of all is written (not with
`--dry`).  What is shipped was found on the same stories as the trees of `fit_sides.py`, which can't all lie here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from class_fit import chances_of, learned, table_of, write_classes
from fit_stories import options, parted, weighty, write_weights
from tieline.evaluate.gold import load_gold
from tieline.model.vocabulary import QUAD_CLASSES
from tieline.read.acts.untold import ENOUGH, NOTHING
from tieline.read.learned.trees import chances
from untold_examples import Word, nothing_in, words_of

ROOT = Path(__file__).resolve().parent.parent
ACTS = ROOT / "src" / "tieline" / "read" / "acts"
WORDS, SIDES = ACTS / "untold_words.npz", ACTS / "untold_sides.json"
TYPES = (NOTHING, *QUAD_CLASSES)
BY_RULE, PENALTY, PENALTY_OF_SIDES, STEPS, KEPT, SMALLEST = 0.5, 5.0, 4.0, 150, 12000, 0.04
FEWEST, FEWEST_OF_SIDES = 4, 8


@dataclass(frozen=True)
class Model:
    """Weights of the types by the marks of words, and of the marks of pairs."""

    words: tuple[list[str], Any]
    sides: tuple[list[str], np.ndarray]

    @classmethod
    def of(cls, found: Sequence[Word]) -> Model:
        """Fitted on words."""
        counts = Counter(mark for word in found for mark in word.marks)
        names = sorted(mark for mark, n in counts.items() if n >= FEWEST)
        kinds = [min(word.types) if word.types else NOTHING for word in found]
        shares = np.array([BY_RULE if word.told else 1.0 for word in found])
        weights = learned(table_of([word.marks for word in found], names), kinds, shares, TYPES, PENALTY, STEPS)
        pairs = [
            Example(word.sides.marks, word.sides.right, BY_RULE if word.told else 1.0)
            for word in found
            if any(word.sides.right)
        ]
        of_sides = names_of(pairs, FEWEST_OF_SIDES)
        return cls((names, weights), (of_sides, fitted(Table.of(pairs, of_sides), PENALTY_OF_SIDES)))


def judged(model: Model, found: Sequence[Word]) -> Counter[str]:
    """What would be told of words that no rule has taken."""
    rest = [word for word in found if not word.told]
    counts: Counter[str] = Counter(words=len(rest), acts=sum(bool(word.types) for word in rest))
    told = chances_of(table_of([word.marks for word in rest], model.words[0]) @ model.words[1])
    for word, chance in zip(rest, told, strict=True):
        best = int(chance[1:].argmax()) + 1
        sure, right = 0.0, False
        if word.sides.marks:
            of_pairs = chances((Table.of([word.sides], model.sides[0]).marks @ model.sides[1]).tolist())
            side = max(range(len(of_pairs)), key=of_pairs.__getitem__)
            sure, right = of_pairs[side], word.sides.right[side] and TYPES[best] in word.types
        if chance[best] * sure >= ENOUGH:
            counts["told, right" if right else "told, wrong"] += 1
            counts["told, an act"] += bool(word.types)
    return counts


def main() -> None:
    """Fit, print, write."""
    given = options(__doc__, nothing="whose words tell no act where no rule finds one").parse_args()
    nothing = nothing_in(given.nothing) if given.nothing else []
    sets = {
        folder.name: [word for story in load_gold([folder], given.texts) for word in words_of(story)]
        for folder in given.folders
    }
    total: Counter[str] = Counter()
    for apart, others in parted(list(sets)):
        model = Model.of([word for name in others for word in sets[name]] + nothing)
        for name in apart:
            counts = judged(model, sets[name])
            total += counts
            print(f"{name}: {dict(counts)}", flush=True)
    print(f"all: {dict(total)}")
    if given.dry:
        return
    model = Model.of([word for found in sets.values() for word in found] + nothing)
    write_classes(WORDS, model.words[0], TYPES, model.words[1], KEPT)
    write_weights(SIDES, weighty(*model.sides, SMALLEST))


if __name__ == "__main__":
    main()
