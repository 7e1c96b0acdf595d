"""The sentences of `tools/act_sentences/`: our own, written for it, each with the type of the act between two marked parties.

A file is lines; a line of capitals begins a type; in any other `{...}` is the source and `<...>` the target (which may be
missing).  Files named `train_*` are learned from; `held_*`, written after them with other verbs, are measured on only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tieline.model.vocabulary import QUAD_CLASSES

FOLDER = Path(__file__).resolve().parent / "act_sentences"
_SOURCE, _TARGET = re.compile(r"\{([^{}<>]+)\}"), re.compile(r"<([^{}<>]+)>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, its type, and where the parties stand in it (start and end)."""

    type: str
    text: str
    source: tuple[int, int]
    target: tuple[int, int] | None


def read(batch: str) -> list[Marked]:
    """The sentences of all files whose name begins with `batch`, in the order of the files.

    Raises:
        ValueError: a line is no sentence with one source and at most one target, or stands under no type.
    """
    return [
        marked(kind, line, f"{path.name}:{number}")
        for path in sorted(FOLDER.glob(f"{batch}_*.txt"))
        for kind, number, line in _typed(path)
    ]


def _typed(path: Path) -> list[tuple[str, int, str]]:
    kind, found = "", []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.isupper() and " " not in line:
            if line not in QUAD_CLASSES:
                raise ValueError(f"{path.name}:{number}: no type {line!r}")
            kind = line
        elif line.strip():
            found.append((kind, number, line.strip()))
    return found


def marked(kind: str, line: str, where: str) -> Marked:
    """The sentence of a marked line."""
    sources, targets = _SOURCE.findall(line), _TARGET.findall(line)
    text = re.sub(r"[{}<>]", "", line)
    if not kind or len(sources) != 1 or len(targets) > 1 or len(line) - len(text) != 2 + 2 * len(targets):
        raise ValueError(f"{where}: one {{source}} and at most one <target>: {line!r}")
    return Marked(kind, text, _place(line, "{"), _place(line, "<") if targets else None)


def _place(line: str, mark: str) -> tuple[int, int]:
    start = len(re.sub(r"[{}<>]", "", line[: line.index(mark)]))
    return start, start + line.index({"{": "}", "<": ">"}[mark]) - line.index(mark) - 1
