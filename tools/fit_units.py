"""Make `src/tieline/read/numbers/carried_weights.json`: what tells that a number without a unit is a figure, and of which unit.

`python tools/fit_units.py [FOLDER...]` reads the annotated stories of the folders (by default the development sets of
tests/gold) and asks of each number without a unit which of its answers the annotation has: nothing, or a figure like one
near it.  `--nothing FILE` names documents (JSON Lines) whose numbers are no figures as far as they name no pair of countries.

A conditional logit is fitted.  Printed is what would be taken of each set with what was found on others, for several
floors; then that of all is written (not with `--dry`).  The shipped ones were found on the same stories as those of `fit_takes.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from choice_fit import Example, Table, fitted, names_of
from fit_sides import FEWEST, SAME
from fit_stories import options, parted, weighty, write_weights
from tieline.evaluate.gold import Story, load_gold
from tieline.evaluate.texts import document, json_lines
from tieline.model.documents import Document
from tieline.read.learned.trees import chances
from tieline.read.numbers.carried_units import Answer, open_numbers
from tieline.read.numbers.scan import Figure
from tieline.read.story import document as documents
from tieline.read.story.document import Sentence, build_story, trades

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "tieline" / "read" / "numbers" / "carried_weights.json"
PENALTY, SMALLEST, PAIR = 2.0, 0.03, 2
FLOORS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def examples_of(story: Story) -> list[Example]:
    """The numbers without a unit of an annotated story; those that only optional entries have are left out."""
    found: list[Example] = []
    if story.document is None:
        return found

    def right(sentence: Sentence, figure: Figure) -> str:
        entries = list(_entries(sentence, figure, story))
        return "" if not entries else "optional" if all(e.get("optional") for e in entries) else "wanted"

    for answers, labels in _answers(story.document, right):
        if "wanted" in labels or not any(labels):
            told = tuple(label == "wanted" for label in labels)
            found.append(Example(tuple(a.marks for a in answers), (not any(told), *told[1:])))
    return found


def nothing_in(path: Path) -> list[Example]:
    """The numbers of stories that name no pair of countries, each of which is nothing."""
    found: list[Example] = []
    for row in json_lines(path):
        story = document(row["id"], row)
        if sum(map(trades, build_story(story).counts)) < PAIR:
            for answers, _ in _answers(story, lambda *_: ""):
                found.append(Example(tuple(a.marks for a in answers), (True, *(False for _ in answers[1:]))))
    return found


def _answers(document: Document, label: Callable[[Sentence, Figure], str]) -> Iterator[tuple[list[Answer], list[str]]]:
    """The answers for each number of a body, with what the annotation says of each; the right ones are taken."""
    with patch.object(documents, "carried_figures", lambda *_: []):
        for sentence in build_story(document).sentences:
            taken: list[Figure] = []
            known = sentence.figures
            spans = [(m.start, m.end) for m in sentence.mentions]
            for answers in open_numbers(sentence.text, known, spans, sentence.told_earlier, taken):
                labels = ["", *(label(sentence, a.figure) for a in answers[1:] if a.figure is not None)]
                wanted = [a.figure for a, told in zip(answers, labels, strict=True) if told and a.figure is not None]
                if sentence.part == "body":
                    yield answers, labels
                taken += wanted[:1]
            sentence.figures = sorted([*known, *taken], key=lambda f: f.start)


def _entries(sentence: Sentence, figure: Figure, story: Story) -> Iterator[dict[str, Any]]:
    """The annotated measures whose words hold a figure, and that have its number in a field and a unit of its kind."""
    start, end = sentence.start + figure.start, sentence.start + figure.end
    for entry in story.entries["measure"]:
        span = entry.get("span")
        if span is not None and span[0] < end and start < span[1]:
            told = [n for name in _fields(figure, entry) for n in (entry.get(name), *(entry.get(f"{name}_alt") or []))]
            if any(_same(figure.value, number) for number in told if isinstance(number, (int, float))):
                yield dict(entry)


def _fields(figure: Figure, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields of an entry that a figure of its kind may be in: a rate is no sum, a sum no quantity."""
    unit = entry.get("unit")
    rate, money = unit == "percent", unit is not None and _CODE.fullmatch(unit) is not None
    match figure.kind:
        case "percent":
            return ("change_pct", "share_pct", *(("value",) if rate else ()))
        case "money":
            return ("value", "change_value") if money or unit is None else ()
    return () if money or rate else ("value", "change_value")


_CODE = re.compile(r"[A-Z]{3}")


def _same(one: float, two: float) -> bool:
    return abs(abs(one) - abs(two)) <= SAME * abs(two)


def judged(names: Sequence[str], weights: np.ndarray, found: Sequence[Example]) -> Counter[str]:
    """What would be taken."""
    counts: Counter[str] = Counter()
    for example in found:
        told = chances((Table.of([example], names).marks @ weights).tolist())
        best = max(range(1, len(told)), key=told.__getitem__, default=0)
        wanted = not example.right[0]
        counts["wanted" if wanted else "not wanted"] += 1
        for floor in FLOORS:
            if best and told[best] >= floor:
                counts[f"{floor} {'right' if example.right[best] else 'wrong unit' if wanted else 'wrong'}"] += 1
    return counts


def main() -> None:
    """Fit, print, write."""
    given = options(__doc__, nothing="whose numbers are no figures").parse_args()
    stories = {folder.name: load_gold([folder], given.texts) for folder in given.folders}
    sets = {name: [e for story in found for e in examples_of(story)] for name, found in stories.items()}
    nothing = nothing_in(given.nothing) if given.nothing else []
    print(f"{sum(map(len, sets.values()))} numbers of stories, {len(nothing)} of others")
    total: Counter[str] = Counter()
    for apart, others in parted(list(sets)):
        names, weights = _fitted([e for name in others for e in sets[name]] + nothing)
        for name in apart:
            total += judged(names, weights, sets[name])
    for key in sorted(total):
        print(f"{key:20} {total[key]}")
    if given.dry:
        return
    names, weights = _fitted([e for found in sets.values() for e in found] + nothing)
    write_weights(WEIGHTS, weighty(names, weights, SMALLEST))


def _fitted(found: Sequence[Example]) -> tuple[list[str], np.ndarray]:
    names = names_of(found, FEWEST)
    return names, fitted(Table.of(found, names), PENALTY)


if __name__ == "__main__":
    main()
