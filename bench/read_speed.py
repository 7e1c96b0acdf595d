"""How many documents a second tieline reads, beside spaCy's full small pipeline on the same texts in the same run.

The texts are the development stories of tests/gold; `--documents FILE` names a JSON Lines file of documents to take too.
The two take turns; medians of the rounds after one to warm up.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import spacy

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents
from tieline.read.syntax.parser import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "tests" / "gold" / "dev"
PUBLISHED = Period.parse("2015-03-17")


def own_stories() -> list[Document]:
    """The development stories; a date is given to all, for speed does not hang on which."""
    return [
        Document(path.name, path.read_text(encoding="utf-8"), PUBLISHED, lang="en")
        for path in sorted(STORIES.glob("*.txt"))
    ]


def documents_of(path: Path) -> list[Document]:
    """The documents of a JSON Lines file."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            when = Period.parse(given["published"]) if given.get("published") else None
            found.append(Document(given["id"], given["text"], when, given.get("outlet"), given.get("lang") or "en"))
    return found


def seconds(work: Callable[[], object]) -> float:
    """The time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(name: str, documents: list[Document], rounds: int) -> None:
    """Print one line for a set of texts."""
    pipeline = spacy.load(DEFAULT_MODEL)
    texts = [d.text for d in documents]
    ours, theirs = [], []
    for turn in range(rounds + 1):
        own = seconds(lambda: list(read_documents(documents)))
        full = seconds(lambda: list(pipeline.pipe(texts)))
        if turn:
            ours.append(own)
            theirs.append(full)
    own, full = statistics.median(ours), statistics.median(theirs)
    count = len(documents)
    print(f"{name:<28}{count:>6}{count / own:>14.1f}{count / full:>14.1f}{full / own:>9.2f}")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=Path, action="append", default=[], help="JSON Lines of documents, too")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    print(f"reading: Python {platform.python_version()}, tieline {version('tieline')}, spaCy {version('spacy')}, "
          f"{DEFAULT_MODEL}, one process, median of {given.rounds}")  # fmt: skip
    print(f"{'':<28}{'texts':>6}{'tieline/s':>14}{'spaCy full/s':>14}{'ratio':>9}")
    compare("tests/gold/dev", own_stories(), given.rounds)
    for path in given.documents:
        compare(path.name, documents_of(path), given.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
