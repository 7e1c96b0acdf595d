"""Make `untold_words.npz` and `untold_flows.json` of `src/tieline/read/trends`: what tells the directions that no rule has.

`python tools/fit_trends.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of tests/gold), asks
of each word of content whether it tells a direction, which one, and of whose flow.  A multinomial regression tells the first two, a
conditional logit the third.  Words by which a rule has told a trend are looked at as well; they count `BY_RULE` of one.
Which of the words of an annotated trend tells it is found while fitting: at first the one that looks most like it, then the likeliest.

Printed is what would be told of each set with what was found on others; then that of all is written (not with `--dry`).
What is shipped was found on the same stories as the weights of the acts that no rule tells (`fit_untold.py`), which can't all lie here.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from class_fit import chances_of, learned, table_of, write_classes
from fit_stories import options, parted
from tieline.evaluate.gold import load_gold
from tieline.model.vocabulary import DIRECTIONS
from tieline.read.learned.trees import chances
from tieline.read.trends.untold import ENOUGH, NOTHING
from trend_examples import Word, words_of

ROOT = Path(__file__).resolve().parent.parent
TRENDS = ROOT / "src" / "tieline" / "read" / "trends"
WORDS, FLOWS = TRENDS / "untold_words.npz", TRENDS / "untold_flows.json"
WAYS = (NOTHING, *DIRECTIONS)
BY_RULE, PENALTY, PENALTY_OF_FLOWS, STEPS, KEPT, SMALLEST = 0.5, 4.0, 4.0, 120, 7000, 0.04
FEWEST, FEWEST_OF_FLOWS, ROUNDS = 4, 8, 2
"""How often a mark must be seen; rounds of looking for the word that tells a fact."""
Stories = Sequence[Sequence[Word]]


def anchors(stories: Stories, points: Sequence[Sequence[float]]) -> list[list[bool]]:
    """Which words tell the facts in whose words they stand: of each fact the one with the most points."""
    found = []
    for words, of_words in zip(stories, points, strict=True):
        best: dict[int, tuple[float, int]] = {}
        for n, (word, point) in enumerate(zip(words, of_words, strict=True)):
            for fact in word.facts if word.moves else ():
                if fact not in best or point > best[fact][0]:
                    best[fact] = (point, n)
        chosen = {n for _, n in best.values()}
        found.append([n in chosen for n in range(len(words))])
    return found


def way_of(word: Word, chance: Any = None) -> str:
    """The direction that a word tells: the annotation's, of several the likeliest."""
    if not word.ways:
        return NOTHING
    if chance is None or len(word.ways) == 1:
        return min(word.ways)
    return max(sorted(word.ways), key=lambda way: chance[WAYS.index(way)])


@dataclass(frozen=True)
class Model:
    """Weights of the directions by the marks of words, and of the marks of flows."""

    words: tuple[list[str], Any]
    flows: tuple[list[str], np.ndarray]

    @classmethod
    def of(cls, stories: Stories) -> Model:
        """Fitted on the words of stories."""
        tells = anchors(stories, [[word.fits for word in words] for words in stories])
        model, tells = cls._round(stories, tells)
        for _ in range(ROUNDS - 1):
            model, tells = cls._round(stories, tells)
        pairs = [
            Example(word.flows.marks, word.flows.right, BY_RULE if word.told else 1.0)
            for words, ts in zip(stories, tells, strict=True)
            for word, t in zip(words, ts, strict=True)
            if t and any(word.flows.right) and not all(word.flows.right)
        ]
        names = names_of(pairs, FEWEST_OF_FLOWS)
        return cls(model, (names, fitted(Table.of(pairs, names), PENALTY_OF_FLOWS)))

    @staticmethod
    def _round(stories: Stories, tells: list[list[bool]]) -> tuple[tuple[list[str], Any], list[list[bool]]]:
        found = [
            (word, t)
            for words, ts in zip(stories, tells, strict=True)
            for word, t in zip(words, ts, strict=True)
            if word.moves and (t or not word.facts)
        ]
        counts = Counter(mark for word, _ in found for mark in word.marks)
        names = sorted(mark for mark, n in counts.items() if n >= FEWEST)
        kinds = [way_of(word) if t else NOTHING for word, t in found]
        shares = np.array([BY_RULE if word.told else 1.0 for word, _ in found])
        table = table_of([word.marks for word, _ in found], names)
        weights = learned(table, kinds, shares, WAYS, PENALTY, STEPS)
        points: list[list[float]] = []
        for words in stories:
            inside = [word for word in words if word.facts]
            sums = iter(chances_of(table_of([w.marks for w in inside], names) @ weights) if inside else ())
            of_words = []
            for word in words:
                chance = next(sums) if word.facts else None
                of_words.append(max(chance[WAYS.index(w)] for w in word.ways) if chance is not None else 0.0)
            points.append(of_words)
        return (names, weights), anchors(stories, points)

    def chances(self, words: Sequence[Word]) -> Any:
        """Of each word, how likely each direction is."""
        return chances_of(table_of([word.marks for word in words], self.words[0]) @ self.words[1])

    def write(self, words: Path = WORDS, flows: Path = FLOWS) -> None:
        """Keep the weights as the reader wants them."""
        write_classes(words, self.words[0], WAYS, self.words[1], KEPT)
        weights = {n: round(float(w), 2) for n, w in zip(*self.flows, strict=True) if abs(w) >= SMALLEST}
        flows.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def judged(model: Model, stories: Stories) -> Counter[str]:
    """What would be told of words that no rule has taken, as far as their flows are known: of each fact, and of words that tell none."""
    counts: Counter[str] = Counter()
    for words in stories:
        rest = [w for w in words if not w.told and w.moves]
        counts["facts"] += len({fact for w in words if not w.told for fact in w.facts})
        counts["words"] += len(rest)
        if not rest:
            continue
        best: dict[int, bool] = defaultdict(bool)
        for word, chance in zip(rest, model.chances(rest), strict=True):
            kind = int(chance[1:].argmax()) + 1
            if chance[kind] < ENOUGH:
                continue
            if not word.facts:
                counts["told of none"] += 1
                continue
            sums = (
                chances((Table.of([word.flows], model.flows[0]).marks @ model.flows[1]).tolist())
                if word.flows.marks
                else [0.0]
            )
            at = max(range(len(sums)), key=sums.__getitem__)
            counts["way right" if WAYS[kind] in word.ways else "way wrong"] += 1
            right = bool(word.flows.right) and word.flows.right[at]
            counts["flow right" if right else "flow wrong"] += 1
            for fact in word.facts:
                best[fact] |= right and WAYS[kind] in word.ways
        counts["facts right"] += sum(best.values())
        counts["facts wrong"] += len(best) - sum(best.values())
    return counts


def main() -> None:
    """Fit, print, write."""
    given = options(__doc__).parse_args()
    sets = {folder.name: [words_of(story) for story in load_gold([folder], given.texts)] for folder in given.folders}
    total: Counter[str] = Counter()
    for apart, others in parted(list(sets)):
        model = Model.of([words for name in others for words in sets[name]])
        for name in apart:
            counts = judged(model, sets[name])
            total += counts
            print(f"{name}: {dict(counts)}", flush=True)
    print(f"all: {dict(total)}")
    if not given.dry:
        Model.of([words for found in sets.values() for words in found]).write()


if __name__ == "__main__":
    main()
