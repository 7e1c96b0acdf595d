"""Words of annotated stories that may tell an act, with what the annotation says of them: what `fit_untold.py` learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from choice_fit import Example
from tieline.evaluate.gold import Story
from tieline.evaluate.texts import document, json_lines
from tieline.model.claims import Event
from tieline.read import read_documents
from tieline.read.acts import untold
from tieline.read.acts.finder import Finder
from tieline.read.acts.untold_marks import word_marks
from tieline.read.acts.untold_pairs import Pair, pairs_of
from tieline.read.acts.untold_scene import Surroundings, may_tell

Fields = dict[str, Any]


@dataclass(frozen=True)
class Word:
    """A word by its marks: the types that the annotation has of it (none where it tells no act), and the pairs, of which none may be right.

    `told` says that a rule has told an act by it.
    """

    marks: dict[str, float]
    types: frozenset[str]
    sides: Example
    told: bool


@dataclass(frozen=True, eq=False)
class _Seen:
    start: int
    depth: int
    marks: dict[str, float]
    pairs: tuple[Pair, ...]
    told: bool


def words_of(story: Story) -> list[Word]:
    """The words of an annotated story that may tell an act; those in the words of an act that another of them tells are left out."""
    if story.document is None:
        return []
    seen: list[_Seen] = []

    def watch(finder: Finder, told: Sequence[Event]) -> list[Any]:
        seen.extend(_words(finder, told))
        return []

    with patch.object(untold, "acts_untold", watch):
        list(read_documents([story.document]))
    entries = [dict(e) for e in story.entries["event"] if e.get("span") is not None]
    anchors = {_anchor(entry, seen) for entry in entries} - {None}
    found = []
    for word in seen:
        here = [e for e in entries if e["span"][0] <= word.start < e["span"][1]]
        wanted = [e for e in here if not e.get("optional")]
        if not here:
            found.append(Word(word.marks, frozenset(), _pairs(word, []), word.told))
        elif word in anchors and wanted:
            own = [e for e in wanted if _anchor(e, seen) == word]
            types = frozenset(t for e in own for t in (e["type"], *(e.get("alt_types") or [])))
            if own:
                found.append(Word(word.marks, types, _pairs(word, own), word.told))
    return found


def nothing_in(path: Path) -> list[Word]:
    """The words of documents (JSON Lines) in which no rule tells an act, each of which tells none: news of firms and markets."""
    found: list[Word] = []
    for row in json_lines(path):
        story = document(row["id"], row)
        seen: list[_Seen] = []

        def watch(finder: Finder, told: Sequence[Event], seen: list[_Seen] = seen) -> list[Any]:
            seen.extend(_words(finder, told))
            return []

        with patch.object(untold, "acts_untold", watch):
            claims = [c for result in read_documents([story]) for c in result.claims]
        if not any(isinstance(claim, Event) for claim in claims):
            found += [Word(word.marks, frozenset(), _pairs(word, []), told=False) for word in seen]
    return found


def _pairs(word: _Seen, entries: Sequence[Fields]) -> Example:
    right = tuple(any(_is_of(pair, entry) for entry in entries) for pair in word.pairs)
    return Example(tuple(pair.marks for pair in word.pairs), right)


def _words(finder: Finder, told: Sequence[Event]) -> list[_Seen]:
    start, told_by = finder.sentence.start, finder.by_word
    words = []
    for token in finder.sentence.tokens:
        if not may_tell(token) and token.i not in told_by:
            continue
        by_rule = token.i in told_by
        place = start + token.idx
        rest = [e for e in told if not (by_rule and e.quote.start <= place < e.quote.end)]
        around = Surroundings(finder.parties, rest, told_by)
        if len(around.codes) > 1:
            depth = sum(1 for _ in token.ancestors)
            words.append(_Seen(place, depth, word_marks(around, token), tuple(pairs_of(around, token)), by_rule))
    return words


def _anchor(entry: Fields, seen: Sequence[_Seen]) -> _Seen | None:
    """The word that tells an act: one that a rule has, else the one that the others in its words hang on."""
    inside = [word for word in seen if entry["span"][0] <= word.start < entry["span"][1]]
    return min(inside, key=lambda word: (not word.told, word.depth, word.start), default=None)


def _is_of(pair: Pair, entry: Fields) -> bool:
    sides = (pair.actor, pair.target)
    actors = {_same(entry["actor"]), *map(_same, entry.get("actor_alt") or [])}
    targets = {_same(entry["target"]), *map(_same, entry.get("target_alt") or [])}
    one, other = map(_same, sides)
    return (one in actors and other in targets) or (
        bool(entry.get("reciprocal")) and other in actors and one in targets
    )


def _same(code: str | None) -> str | None:
    return "RUS" if code == "SUN" else code
