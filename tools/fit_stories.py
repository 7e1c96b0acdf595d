"""The annotated stories that weights are found on: where they lie, how they are held out in turn, and what the `fit_*` tools are asked with."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
SETS = tuple(GOLD / name for name in ("dev", "dev2", "dev3", "dev4", "dev5", "opened", "twin"))
"""The sets of the repository that may be learned from."""
FOLDS = 8
"""Into so many parts the sets are divided, of which one at a time is held out."""


def options(doc: str | None, *, nothing: str | None = None) -> argparse.ArgumentParser:
    """What every tool is asked with: folders of stories, where their texts lie, whether to write; `nothing`: what is told of documents that hold nothing."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=SETS)
    parser.add_argument("--dry", action="store_true", help="write nothing")
    parser.add_argument("--texts", type=Path, help="where the texts are that do not lie beside their annotations")
    if nothing is not None:
        parser.add_argument("--nothing", type=Path, help=f"documents (JSON Lines) {nothing}")
    return parser


def parted(names: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Sets to be held out, and all others, until each was held out once.

    >>> [list(apart) for apart, _ in parted(["a", "b"])]
    [['a'], ['b']]
    """
    for apart in (names[n::FOLDS] for n in range(min(FOLDS, len(names)))):
        yield apart, [name for name in names if name not in apart]


def weighty(names: Iterable[str], fit: Iterable[float], smallest: float) -> dict[str, float]:
    """The weights of marks by name, rounded, without those lighter than `smallest`.

    >>> weighty(["far", "near"], [0.014, -1.2345], 0.03)
    {'near': -1.23}
    """
    return {n: round(float(w), 2) for n, w in zip(names, fit, strict=True) if abs(w) >= smallest}


def write_weights(path: Path, weights: Mapping[str, float]) -> None:
    """Keep weights as `tieline.read.learned.linear` reads them."""
    path.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
