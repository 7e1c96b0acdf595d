"""Make `src/tieline/read/acts/weights.npz`, the weights of `tieline.classify_act`, from the sentences of `act_sentences/`.

`python tools/train_act_classes.py` parses and learns from the files named `train_*`, prints how well the files named
`held_*` are told by the rules alone and by the model, and writes the weights.  `--cross` measures by five parts of the
train files in turn instead, and writes nothing.  The result depends on the sentences, the rules and the parser alone.

Weights are found by descent (Adam, whole batch) on the logistic loss with a penalty on their squares; every type weighs
the same, however many sentences it has; the mean is taken of models that see all marks and of some that lack a family of
them.  The scale that makes chances honest is found on chances of parts left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from act_sentences import Marked, read
from tieline.model.vocabulary import QUAD_CLASSES
from tieline.read.acts.classes import head_of
from tieline.read.acts.marks import marks_of
from tieline.read.acts.votes import votes
from tieline.read.syntax.parser import parse

TARGET = Path(__file__).resolve().parent.parent / "src" / "tieline" / "read" / "acts" / "weights.npz"
TYPES = tuple(QUAD_CLASSES)
PARTS, STEPS, RATE, PENALTY, RARE, KEPT = 5, 120, 0.05, 3e-4, 2, 12000
FAMILIES = (re.compile(r"[wn][:~]"), re.compile(r"[^:=~]+_[^:=~]*$"))
"""Words wherever they stand; neighbours."""
Marks = dict[str, float]


def described(sentences: Sequence[Marked]) -> list[tuple[Marks, str]]:
    """Marks of each sentence, and the type that the rules alone tell."""
    found = []
    for sentence, tokens in zip(sentences, parse(s.text for s in sentences), strict=True):
        spans = [span for span in (sentence.source, sentence.target) if span is not None]
        one, other, *_ = *(head_of(tokens, *span) for span in spans), None
        told = votes(sentence.text, tokens, one, other, spans)
        found.append(
            (
                marks_of(sentence.text, tokens, one, other, spans),
                max(told, key=lambda k: told[k]) if told else "CONSULT",
            )
        )
    return found


class Table:
    """Marks of many sentences as one sparse table, sorted by mark too, so that sums over either are quick."""

    def __init__(self, marks: Sequence[Marks], names: Sequence[str]) -> None:
        row_of = {name: n for n, name in enumerate(names)}
        cells = [(s, row_of[m], v) for s, found in enumerate(marks) for m, v in sorted(found.items()) if m in row_of]
        self.size = len(marks), len(names)
        self.sentence = np.array([c[0] for c in cells])
        self.mark = np.array([c[1] for c in cells])
        self.value = np.array([c[2] for c in cells])[:, None]
        self.starts = np.searchsorted(self.sentence, np.arange(len(marks)))
        self.order = np.argsort(self.mark, kind="stable")
        self.present, self.mark_starts = np.unique(self.mark[self.order], return_index=True)

    def sums(self, weights: Any) -> Any:
        """Per sentence and type."""
        return np.add.reduceat(weights[self.mark] * self.value, self.starts)

    def slopes(self, errors: Any) -> Any:
        """Per mark and type."""
        out = np.zeros((self.size[1], errors.shape[1]))
        cells = errors[self.sentence[self.order]] * self.value[self.order]
        out[self.present] = np.add.reduceat(cells, self.mark_starts)
        return out


def chances_of(sums: Any) -> Any:
    """Softmax over the last axis."""
    raised = np.exp(sums - sums.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def learned(marks: Sequence[Marks], kinds: Sequence[str], names: Sequence[str]) -> Any:
    """Weights of shape (marks, types)."""
    table = Table(marks, names)
    truth = np.array([[k == t for t in TYPES] for k in kinds], dtype="float64")
    share = truth @ (1 / np.maximum(truth.sum(axis=0), 1)) / len(TYPES)
    weights, first, second = (np.zeros((len(names), len(TYPES))) for _ in range(3))
    for step in range(1, STEPS + 1):
        errors = (chances_of(table.sums(weights)) - truth) * share[:, None]
        slope = table.slopes(errors) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def averaged(marks: Sequence[Marks], kinds: Sequence[str], names: Sequence[str]) -> Any:
    """The mean weights of models that each see the sentences without one family of marks, so that none leans on words alone."""
    weights = np.zeros((len(names), len(TYPES)))
    for left in (None, *FAMILIES):
        kept = [n for n, name in enumerate(names) if left is None or not left.match(name)]
        weights[kept] += learned(marks, kinds, [names[n] for n in kept])
    return weights / (1 + len(FAMILIES))


def names_of(marks: Iterable[Marks]) -> list[str]:
    """The marks that occur more than once."""
    counts = Counter(m for found in marks for m in found)
    return sorted(m for m, n in counts.items() if n >= RARE)


def left_out(marks: Sequence[Marks], kinds: Sequence[str]) -> Any:
    """Sums per sentence and type by models that did not see its part."""
    part = np.arange(len(marks)) * 7919 % PARTS
    sums = np.zeros((len(marks), len(TYPES)))
    for n in range(PARTS):
        seen = [i for i in range(len(marks)) if part[i] != n]
        names = names_of(marks[i] for i in seen)
        weights = averaged([marks[i] for i in seen], [kinds[i] for i in seen], names)
        unseen = np.flatnonzero(part == n)
        sums[unseen] = Table([marks[i] for i in unseen], names).sums(weights)
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


def write(names: Sequence[str], weights: Any, factor: float) -> None:
    """The strongest marks' weights as whole numbers."""
    strength = np.abs(weights).max(axis=1)
    rows = np.sort(np.argsort(-strength, kind="stable")[:KEPT])
    scale = strength.max() / 127
    np.savez_compressed(
        TARGET,
        marks=np.frombuffer("\n".join(names[r] for r in rows).encode(), dtype="uint8"),
        types=np.frombuffer("\n".join(TYPES).encode(), dtype="uint8"),
        weights=np.round(weights[rows] / scale).astype("int8"),
        scale=scale * factor,
    )
    print(
        f"{TARGET.name}: {len(rows)} of {len(names)} marks, {TARGET.stat().st_size / 1000:.0f} kB, factor {factor:.2f}"
    )


def main() -> None:
    """Learn, measure, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true", help="measure by parts of the train files, write nothing")
    cross = options.parse_args().cross
    train, held = read("train"), read("held")
    kinds = [s.type for s in train]
    pairs = described(train)
    marks = [m for m, _ in pairs]
    sums = left_out(marks, kinds)
    told("rules, train", kinds, [r for _, r in pairs])
    told("model, parts left out", kinds, [TYPES[i] for i in sums.argmax(axis=1)])
    names = names_of(marks)
    weights = averaged(marks, kinds, names)
    if held:
        apart = described(held)
        guesses = Table([m for m, _ in apart], names).sums(weights).argmax(axis=1)
        told("rules, held", [s.type for s in held], [r for _, r in apart])
        told("model, held", [s.type for s in held], [TYPES[i] for i in guesses])
    if not cross:
        write(names, weights, warmth(sums, kinds))


if __name__ == "__main__":
    main()
