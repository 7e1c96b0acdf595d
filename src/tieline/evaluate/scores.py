"""Counts over stories: how many facts were found, how many claims were false, how often each field is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from tieline.evaluate.details import tested_details
from tieline.evaluate.facts import is_full
from tieline.evaluate.fields import KINDS, Fields, span_of, words_of
from tieline.evaluate.gold import Story
from tieline.evaluate.matching import Matching, match_story
from tieline.model import lazy_re as re
from tieline.model.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Rates:
    """Right, false and missed, and what follows from them.

    >>> round(Rates(right=8, false=2, missed=0).f1, 3)
    0.889
    """

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The right ones among what was said; 1 where nothing was said and nothing was to be said."""
        said = self.right + self.false
        return self.right / said if said else float(not self.missed)

    @property
    def recall(self) -> float:
        """The found ones among what was to be found; 1 where there was nothing."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Tally:
    """Counts of one kind over any number of stories; they add up.

    Attributes:
        counts: `gold`, `predicted`, `core`, `full`, `false`, `repeats`, `optional`, `dyad`, `dyad_false`.
        right: By field: core matches in which it is right.
        tested: By field: core matches in which the gold asks for it.
    """

    counts: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    tested: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(_sum(self.counts, other.counts), _sum(self.right, other.right), _sum(self.tested, other.tested))

    def rates(self, level: str) -> Rates:
        """Rates at the level `core`, `full` or (events) `dyad`."""
        right, false = self.counts[level], self.counts["dyad_false" if level == "dyad" else "false"]
        if level == "full":
            false += self.counts["core"] - right
        return Rates(right, false, self.counts["gold"] - right)

    def accuracy(self, name: str) -> float | None:
        """How often a field is right among the core matches that ask for it; None where none does."""
        return self.right[name] / self.tested[name] if self.tested[name] else None


def _sum(one: Counter[str], other: Counter[str]) -> Counter[str]:
    total = Counter(one)
    total.update(other)
    return total


@dataclass(frozen=True)
class SetScore:
    """What was reached on a set of stories.

    Attributes:
        tallies: By kind.
        matchings: By story and kind: what became of each entry and claim.
        strangers: Claims for documents that are not in the set.
        in_noise: Claims taken out of page noise.
        checked: Claims whose words were held against their place in the text.
        misplaced: Those of them that are not `text[start:end]`.
    """

    stories: tuple[Story, ...]
    tallies: Mapping[Kind, Tally]
    matchings: Mapping[str, Mapping[Kind, Matching]]
    strangers: int
    in_noise: int
    checked: int
    misplaced: int


def score(stories: Sequence[Story], claims: Iterable[Fields]) -> SetScore:
    """Hold claims (JSON objects of the contract) against annotated stories; figures are micro averages."""
    by_story, strangers = _by_story(stories, claims)
    tallies: dict[Kind, Tally] = {kind: Tally() for kind in KINDS}
    matchings: dict[str, dict[Kind, Matching]] = {}
    for story in stories:
        matchings[story.id] = {kind: match_story(story, by_story[story.id], kind) for kind in story.kinds}
        for kind, matching in matchings[story.id].items():
            tallies[kind] += tally(matching)
    placed = [is_placed(s.text, c) for s in stories if s.text is not None for c in by_story[s.id]]
    return SetScore(
        stories=tuple(stories),
        tallies=tallies,
        matchings=matchings,
        strangers=strangers,
        in_noise=sum(len(m.noisy) for kinds in matchings.values() for m in kinds.values()),
        checked=len(placed),
        misplaced=placed.count(False),
    )


def _by_story(stories: Sequence[Story], claims: Iterable[Fields]) -> tuple[dict[str, list[Fields]], int]:
    """Claims by story, found by the document's id or its file's name; and how many belong to none."""
    by_story: dict[str, list[Fields]] = {story.id: [] for story in stories}
    stems = {_stem(name): name for name in by_story}
    strangers = 0
    for claim in claims:
        document = str(claim.get("document"))
        name = document if document in by_story else stems.get(_stem(document)) or stems.get(PurePath(document).name)
        if name is None:
            strangers += 1
        else:
            by_story[name].append(claim)
    return by_story, strangers


def _stem(name: str) -> str:
    return re.sub(r"(?<=.)\.[^.]*$", "", PurePath(name).name)


def is_placed(text: str, claim: Fields) -> bool:
    """The quote is not empty and is the text's slice."""
    span = span_of(claim)
    return span is not None and span[0] < span[1] and text[span[0] : span[1]] == words_of(claim)


def tally(matching: Matching) -> Tally:
    """Count one document's matching."""
    kind, entries, claims = matching.kind, matching.entries, matching.claims
    counts = Counter(
        gold=sum(not entry.get("optional") for entry in entries),
        predicted=len(claims),
        core=len(matching.required),
        full=sum(is_full(kind, entries[i], claims[j]) for i, j in matching.required),
        false=len(matching.false),
        repeats=len(matching.repeats),
        optional=len(matching.pairs) - len(matching.required),
    )
    if kind == "event":
        with_pair = {*matching.dyads.values(), *matching.repeats}
        counts["dyad"] = sum(not entries[i].get("optional") for i in matching.dyads)
        counts["dyad_false"] = sum(j not in with_pair for j in range(len(claims)))
    right: Counter[str] = Counter()
    tested: Counter[str] = Counter()
    for i, j in matching.required:
        for name, holds in tested_details(kind, entries[i]).items():
            tested[name] += 1
            right[name] += holds(entries[i], claims[j])
    return Tally(counts, right, tested)
