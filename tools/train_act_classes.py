"""Make `src/tieline/read/acts/weights.npz`, the weights of `tieline.classify_act`, from sentences of our own.

They are those of `act_sentences/`, written one by one, and those drawn from `act_patterns/`.  `python
tools/train_act_classes.py` parses and learns from the files named `train_*` and from all patterns, prints how well the
files named `held_*` are told by the rules alone and by the model, and writes the weights.  `--cross` measures by five
parts of the train files in turn instead, and writes nothing.  The result depends on the sentences, the rules and the
parser alone.

Weights are those of least logistic loss with a penalty on their squares; every type weighs the same, however many
sentences it has, and the patterns together have a fixed share.  The scale that makes chances honest is found on chances
of sentences left out.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from act_patterns import made
from act_sentences import Marked, read
from class_fit import chances_of, learned, table_of, write_classes
from tieline.model.vocabulary import QUAD_CLASSES
from tieline.read.acts.classes import head_of
from tieline.read.acts.marks import marks_of
from tieline.read.acts.votes import votes
from tieline.read.syntax.parser import parse

TARGET = Path(__file__).resolve().parent.parent / "src" / "tieline" / "read" / "acts" / "weights.npz"
TYPES = tuple(QUAD_CLASSES)
PARTS, STEPS, PENALTY, RARE, KEPT = 5, 150, 2e-4, 2, 24000
SHARE_OF_PATTERNS = 0.5
Marks = dict[str, float]


@dataclass(frozen=True)
class Batch:
    """Marks of sentences, their types, and what the rules alone tell."""

    marks: list[Marks]
    kinds: list[str]
    ruled: list[str]

    def at(self, places: Iterable[int]) -> Batch:
        """Those at some places."""
        places = list(places)
        return Batch([self.marks[n] for n in places], [self.kinds[n] for n in places], [self.ruled[n] for n in places])


def described(sentences: Sequence[Marked]) -> Batch:
    """Marks of each sentence, and the type that the rules alone tell."""
    marks, ruled = [], []
    for sentence, tokens in zip(sentences, parse(s.text for s in sentences), strict=True):
        spans = [span for span in (sentence.source, sentence.target) if span is not None]
        one, other, *_ = *(head_of(tokens, *span) for span in spans), None
        told = votes(sentence.text, tokens, one, other, spans)
        marks.append(marks_of(sentence.text, tokens, one, other, spans))
        ruled.append(max(told, key=lambda k: told[k]) if told else "CONSULT")
    return Batch(marks, [s.type for s in sentences], ruled)


def shares_of(kinds: Sequence[str], whole: float) -> Any:
    """What each sentence weighs, so that every type weighs the same and all together `whole`."""
    counts = Counter(kinds)
    return np.array([whole / len(counts) / counts[k] for k in kinds])


def names_of(marks: Iterable[Marks]) -> list[str]:
    """The marks that occur more than once."""
    counts = Counter(m for found in marks for m in found)
    return sorted(m for m, n in counts.items() if n >= RARE)


def model_of(written: Batch, drawn: Batch) -> tuple[list[str], Any]:
    """Names of marks and weights, from sentences written and sentences drawn from patterns."""
    marks = [*written.marks, *drawn.marks]
    shares = [shares_of(written.kinds, 1 - SHARE_OF_PATTERNS), shares_of(drawn.kinds, SHARE_OF_PATTERNS)]
    names = names_of(marks)
    table = table_of(marks, names)
    return names, learned(table, [*written.kinds, *drawn.kinds], np.concatenate(shares), TYPES, PENALTY, STEPS)


def left_out(written: Batch, drawn: Batch) -> Any:
    """Sums per written sentence and type by models that did not see its part."""
    part = np.arange(len(written.kinds)) * 7919 % PARTS
    sums = np.zeros((len(written.kinds), len(TYPES)))
    for n in range(PARTS):
        seen, unseen = np.flatnonzero(part != n), np.flatnonzero(part == n)
        names, weights = model_of(written.at(seen), drawn)
        sums[unseen] = table_of(written.at(unseen).marks, names) @ weights
    return sums


def warmth(sums: Any, kinds: Sequence[str]) -> float:
    """The factor on sums by which their chances fit what is true best."""
    truth = np.array([TYPES.index(k) for k in kinds])
    factors = np.arange(0.3, 3.01, 0.02)
    losses = [-np.log(chances_of(sums * f)[np.arange(len(truth)), truth] + 1e-12).mean() for f in factors]
    return float(factors[int(np.argmin(losses))])


def told(title: str, kinds: Sequence[str], guesses: Sequence[str]) -> None:
    """Print macro-F1 over 15 types (CONCEDE and RETREAT as one) and over the four classes, and F1 of each type."""
    joined = [tuple("YIELD" if k in {"CONCEDE", "RETREAT"} else k for k in ks) for ks in (kinds, guesses)]
    quads = [tuple(QUAD_CLASSES[k] for k in ks) for ks in (kinds, guesses)]
    print(f"{title}: types {_macro(*joined)[0]:.3f}, classes {_macro(*quads)[0]:.3f}, n {len(kinds)}")
    print("  " + " ".join(f"{k[:6]} {v:.2f}" for k, v in _macro(*joined)[1].items()))
    pairs = Counter((a, b) for a, b in zip(*joined, strict=True) if a != b)
    print("  " + ", ".join(f"{a[:6]}>{b[:6]} {n}" for (a, b), n in pairs.most_common(14)))


def _macro(truth: Sequence[Any], guess: Sequence[Any]) -> tuple[float, dict[Any, float]]:
    hits: dict[Any, float] = defaultdict(float)
    for kind in sorted(set(truth)):
        both = sum(a == b == kind for a, b in zip(truth, guess, strict=True))
        hits[kind] = 2 * both / max(1, sum(a == kind for a in truth) + sum(b == kind for b in guess))
    return sum(hits.values()) / len(hits), hits


def main() -> None:
    """Learn, measure, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true", help="measure by parts of the train files, write nothing")
    cross = options.parse_args().cross
    written, drawn, held = described(read("train")), described(made()), described(read("held"))
    sums = left_out(written, drawn)
    print(f"{len(written.kinds)} sentences written, {len(drawn.kinds)} drawn from patterns")
    told("rules, train", written.kinds, written.ruled)
    told("model, parts left out", written.kinds, [TYPES[i] for i in sums.argmax(axis=1)])
    names, weights = model_of(written, drawn)
    guesses = (table_of(held.marks, names) @ weights).argmax(axis=1)
    told("rules, held", held.kinds, held.ruled)
    told("model, held", held.kinds, [TYPES[i] for i in guesses])
    if not cross:
        write_classes(TARGET, names, TYPES, weights, KEPT, warmth(sums, written.kinds))


if __name__ == "__main__":
    main()
