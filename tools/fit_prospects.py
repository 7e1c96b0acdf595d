"""Make `src/tieline/read/prospect_weights.json`: what each mark weighs when the reader asks if a sentence is worth parsing.

`python tools/fit_prospects.py FILE...` reads documents (JSON Lines; by default the development sets of tests/gold) with
nothing left out, and asks of each sentence that the gate lets in whether a claim came of it.  No annotation is needed:
what is learned is the reader's own answer.  A word is a mark if several files have it and it names no country, so that few names are among them.

Printed is what would be left of each file with the weights of others, a tenth of the files being held out at a time:
sentences, and claims that would be lost.  A file of more than 300 documents is held out in four parts.  Then the weights of all are written, where
files are given (not with `--dry`): news of firms must be among them, and the sets of tests/gold have next to none.

The shipped weights were found on the sets of tests/gold, on some 700 further stories on pairs of countries, and on
1,500 stories of wires of the 1980s, most of them on firms.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from fit_stories import SETS
from tieline.evaluate.texts import document, json_lines
from tieline.model.documents import Document
from tieline.read import prospects, reader, worth
from tieline.read.gate import Look
from tieline.read.story.document import Sentence, Story

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "tieline" / "read" / "prospect_weights.json"
PENALTY, LEAST, FILES = 4.0, 5, 3
LARGE, PARTS = 300, 4
TURNS = 10


@dataclass(frozen=True)
class Sight:
    """A sentence that the gate let in: of which file, part of it and story it is, its marks, how many claims came of it."""

    file: str
    part: int
    story: str
    marks: frozenset[str]
    claims: int


def documents_of(file: Path) -> list[Document]:
    """The documents of a JSON Lines file."""
    return [document(row["id"], {**row, "lang": "en"}) for row in json_lines(file)]


def sights_of(file: Path, texts: set[str]) -> Iterator[Sight]:
    """The sentences of a file that the gate lets in; a story whose text an earlier file has is passed over.

    So are headlines: what they tell is told again in the story, as whose claim it counts.
    """
    documents = [document for document in documents_of(file) if document.text not in texts]
    texts.update(document.text for document in documents)
    large = len(documents) > LARGE
    seen: list[tuple[Story, list[tuple[Sentence, Look]]]] = []

    def all_let_in(story: Story) -> list[Sentence]:
        seen.append((story, worth.let_in(story)))
        return [sentence for sentence, _ in seen[-1][1]]

    with patch.object(reader, "worth_parsing", all_let_in):
        claims = {result.document.id: result.claims for result in reader.read_documents(documents)}
    for number, (story, looks) in enumerate(seen):
        most = prospects.most_named(story)
        for sentence, look in looks:
            if sentence.part == "headline":
                continue
            told = sum(sentence.start <= claim.quote.start < sentence.end for claim in claims[story.document.id])
            marks = frozenset(prospects.marks_of(sentence, look, story, most))
            yield Sight(str(file), number % PARTS if large else 0, story.document.id, marks, told)


def names_of(sights: Sequence[Sight]) -> list[str]:
    """The marks that are common enough to be weighed."""
    counts = Counter(mark for sight in sights for mark in sight.marks)
    files: dict[str, set[str]] = {}
    for sight in sights:
        for mark in sight.marks:
            files.setdefault(mark, set()).add(sight.file)
    return sorted(m for m, n in counts.items() if n >= LEAST and (len(files[m]) >= FILES or not m.startswith("word ")))


def fitted(sights: Sequence[Sight], names: Sequence[str]) -> dict[str, float]:
    """Weights of a logistic regression with a penalty on squares."""
    place = {name: n for n, name in enumerate(names)}
    columns = [[place[mark] for mark in sorted(sight.marks) if mark in place] for sight in sights]
    ends = np.cumsum([0, *map(len, columns)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), (len(sights), len(names)))
    across = table.T.tocsr()
    right = np.array([sight.claims > 0 for sight in sights], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = table @ weights
        chance = 1 / (1 + np.exp(-odds))
        penalty = PENALTY * weights
        return (
            float((np.logaddexp(0, odds) - right * odds).sum() + penalty @ weights / 2),
            across @ (chance - right) + penalty,
        )

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True) if abs(weight) >= 0.015}


def left(sights: Sequence[Sight], weights: dict[str, float]) -> Counter[str]:
    """What would not be parsed of these."""
    stories: dict[tuple[str, str], list[Sight]] = {}
    for sight in sights:
        stories.setdefault((sight.file, sight.story), []).append(sight)
    counts: Counter[str] = Counter(sentences=len(sights), claims=sum(sight.claims for sight in sights))
    for story in stories.values():
        odds = [sum(weights.get(mark, 0.0) for mark in sight.marks) for sight in story]
        for sight, good in zip(story, prospects.promising(odds), strict=True):
            counts["left"] += not good
            counts["lost"] += 0 if good else sight.claims
    return counts


def main() -> None:
    """Print what comes of files held out; write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="*", help="documents as JSON Lines")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    given = parser.parse_args()
    files = given.files or [folder / "documents.jsonl" for folder in SETS]
    texts: set[str] = set()
    sights = [sight for file in files for sight in sights_of(file, texts)]
    names = names_of(sights)
    total: Counter[str] = Counter()
    held_out = sorted({(sight.file, sight.part) for sight in sights})
    for turn in range(min(TURNS, len(held_out))):
        held = held_out[turn::TURNS]
        weights = fitted([sight for sight in sights if (sight.file, sight.part) not in held], names)
        for file, part in held:
            counts = left([sight for sight in sights if (sight.file, sight.part) == (file, part)], weights)
            total += counts
            print(f"{f'{file} {part or str()}':<60} of {counts['sentences']:>5} sentences {counts['left']:>5} left, "
                  f"of {counts['claims']:>5} claims {counts['lost']:>3} lost", flush=True)  # fmt: skip
    print(dict(total))
    if given.files and not given.dry:
        weights = fitted(sights, names)
        TARGET.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(weights)} weights written; all: {dict(left(sights, weights))}")


if __name__ == "__main__":
    main()
