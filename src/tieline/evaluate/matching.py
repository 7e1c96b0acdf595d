"""The claims of one document held against its annotation, one to one, so that the total is best.

First comes that much is matched, then required before optional entries, full before core matches, then time and
modality that fit, overlap of the quotes, product, source. The weights are those of the claims contract's scorer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tieline.evaluate.assignment import best_matching
from tieline.evaluate.details import product_holds, source_holds
from tieline.evaluate.facts import is_core, is_full, modality_holds, same_dyad, tells_again, type_of, when_fits
from tieline.evaluate.fields import Fields, fold, span_of, words_of
from tieline.evaluate.gold import Story
from tieline.evaluate.words import overlap
from tieline.model.vocabulary import Kind

_UNIT = 1_000_000
"""Weights are whole millionths, so that sums of them are exact."""


@dataclass(frozen=True)
class Matching:
    """What became of the entries and the claims of one kind in one document; numbers are places in the two lists.

    Attributes:
        pairs: Entry to the claim that states it.
        repeats: Claims that say a matched entry again: neither right nor wrong.
        noisy: Claims whose quote lies in page noise.
        dyads: Of events: entry to the claim with its pair, whatever the type.
    """

    kind: Kind
    entries: tuple[Fields, ...]
    claims: tuple[Fields, ...]
    pairs: Mapping[int, int]
    repeats: frozenset[int]
    noisy: frozenset[int]
    dyads: Mapping[int, int]

    @property
    def missed(self) -> tuple[int, ...]:
        """Required entries that no claim states."""
        return tuple(i for i, e in enumerate(self.entries) if i not in self.pairs and not e.get("optional"))

    @property
    def false(self) -> tuple[int, ...]:
        """Claims that state nothing annotated."""
        right = {*self.pairs.values(), *self.repeats}
        return tuple(j for j in range(len(self.claims)) if j not in right)

    @property
    def required(self) -> tuple[tuple[int, int], ...]:
        """The pairs that count: those of required entries."""
        return tuple((i, j) for i, j in self.pairs.items() if not self.entries[i].get("optional"))


def match_story(story: Story, claims: Sequence[Fields], kind: Kind) -> Matching:
    """Match a story's entries of one kind with the document's claims; ranks and comparisons are left out.

    >>> from tieline.evaluate.gold import story_of
    >>> fact = {"quote": "exports", "indicator": "exports", "reporter": "FJI", "partner": "MLT", "value": 5.0}
    >>> story = story_of({"id": "a", "measures": [fact]}, "a.yaml")
    >>> claim = {**fact, "kind": "measure", "indicator": "imports", "reporter": "MLT", "partner": "FJI"}
    >>> dict(match_story(story, [claim], "measure").pairs)
    {0: 0}
    """
    entries = story.entries[kind]
    have = tuple(c for c in claims if c.get("kind") == kind and not (kind == "trend" and _is_comparison(c)))
    noisy = frozenset(j for j, claim in enumerate(have) if in_noise(story, claim))
    weights = [
        {j: w for j, claim in enumerate(have) if _may_meet(entry, j, noisy) and (w := weight(kind, entry, claim))}
        for entry in entries
    ]
    pairs = best_matching(weights)
    taken = set(pairs.values())
    repeats = frozenset(
        j for j, claim in enumerate(have) if j not in taken and any(tells_again(kind, entries[i], claim) for i in pairs)
    )
    dyads = _dyads(entries, have, weights, noisy) if kind == "event" else {}
    return Matching(kind, entries, have, pairs, repeats, noisy, dyads)


def _is_comparison(claim: Fields) -> bool:
    return bool(claim.get("compared_with")) and claim.get("direction") is None


def _may_meet(entry: Fields, claim: int, noisy: frozenset[int]) -> bool:
    """What is taken out of page noise may only meet an optional entry."""
    return claim not in noisy or bool(entry.get("optional"))


def in_noise(story: Story, claim: Fields) -> bool:
    """The claim's quote lies in page noise."""
    span = span_of(claim)
    if span is not None and story.noise is not None:
        return any(start <= span[0] and span[1] <= end for start, end in story.noise)
    words = fold(words_of(claim))
    return bool(words) and any(words in noise for noise in story.noise_words)


def weight(kind: Kind, entry: Fields, claim: Fields) -> int:
    """How good a match is, in millionths of the scorer's points; 0 for none."""
    if not is_core(kind, entry, claim):
        return 0
    points = 1000.0 + (0 if entry.get("optional") else 400) + (200 if is_full(kind, entry, claim) else 0)
    points += 40 * modality_holds(kind, entry, claim) + 40 * when_fits(kind, entry, claim)
    points += 30 * min(1.0, overlap(entry, claim)) + 10 * source_holds(entry, claim)
    if kind != "event":
        points += 25 * product_holds(entry, claim)
    elif type_of(claim) == entry.get("type"):
        points += 5
    return round(points * _UNIT)


def _dyads(
    entries: Sequence[Fields], claims: Sequence[Fields], weights: Sequence[Mapping[int, int]], noisy: frozenset[int]
) -> dict[int, int]:
    """The same for the pair of an act alone, what matches in its type too preferred."""

    def points(i: int, j: int) -> int:
        required = 0 if entries[i].get("optional") else 400
        core = min(300.0, weights[i].get(j, 0) / _UNIT / 10)
        return round((1000 + required + core + 20 * min(1.0, overlap(entries[i], claims[j]))) * _UNIT)

    return best_matching(
        [
            {
                j: points(i, j)
                for j, claim in enumerate(claims)
                if _may_meet(entry, j, noisy) and same_dyad(entry, claim)
            }
            for i, entry in enumerate(entries)
        ]
    )
