"""How far two annotations of the same stories agree, kind by kind; neither of them is the judge.

An entry of one is matched with an entry of the other if either accepts what the other prefers. F1 is then the same
from both sides. An optional entry that the other left out, or calls required, counts for neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tieline.evaluate.assignment import best_matching
from tieline.evaluate.details import tested_details
from tieline.evaluate.facts import is_full
from tieline.evaluate.fields import KINDS, Fields
from tieline.evaluate.gold import Story
from tieline.evaluate.matching import weight
from tieline.evaluate.scores import SetScore, Tally
from tieline.model.vocabulary import Kind


def agreement(first: Sequence[Story], second: Sequence[Story]) -> SetScore:
    """Compare the stories that both have annotated; `gold` counts the first's entries, `predicted` the second's."""
    other = {story.id: story for story in second}
    both = tuple(story for story in first if story.id in other)
    tallies: dict[Kind, Tally] = {kind: Tally() for kind in KINDS}
    for story in both:
        for kind in story.kinds:
            if kind in other[story.id].kinds:
                tallies[kind] += compare(kind, _stated(story, kind), _stated(other[story.id], kind))
    return SetScore(both, tallies, {}, len(other) - len(both), 0, 0, 0)


def _stated(story: Story, kind: Kind) -> list[Fields]:
    """Entries of a kind, those apart that the scorer passes over (ranks without a direction)."""
    return [e for e in story.entries[kind] if kind != "trend" or e.get("direction") is not None]


def compare(kind: Kind, first: Sequence[Fields], second: Sequence[Fields]) -> Tally:
    """Agreement on one story.

    >>> fact = {"actor": "FJI", "target": "MLT", "type": "SUPPORT", "quote": "signed", "span": (0, 6)}
    >>> compare("event", [fact], [fact, {**fact, "type": "AID"}]).rates("core").f1
    0.6666666666666666
    """
    claims = [_as_claim(entry) for entry in first], [_as_claim(entry) for entry in second]
    weights = [
        {
            j: w
            for j, b in enumerate(second)
            if (
                w := max(
                    weight(kind, a, claims[1][j]), weight(kind, {**b, "optional": a.get("optional")}, claims[0][i])
                )
            )
        }
        for i, a in enumerate(first)
    ]
    pairs = best_matching(weights)
    taken = set(pairs.values())
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    tested: Counter[str] = Counter()
    for i, j in pairs.items():
        a, b = first[i], second[j]
        if a.get("optional") or b.get("optional"):
            continue
        counts["core"] += 1
        counts["full"] += is_full(kind, a, claims[1][j]) or is_full(kind, b, claims[0][i])
        tests = {**tested_details(kind, b), **tested_details(kind, a)}
        for name, holds in tests.items():
            tested[name] += 1
            right[name] += holds(a, claims[1][j]) or holds(b, claims[0][i])
    alone = sum(i not in pairs and not a.get("optional") for i, a in enumerate(first))
    counts["false"] = sum(j not in taken and not b.get("optional") for j, b in enumerate(second))
    counts["gold"] = counts["core"] + alone
    counts["predicted"] = counts["core"] + counts["false"]
    return Tally(counts, right, tested)


def _as_claim(entry: Fields) -> dict[str, Any]:
    """What the entry prefers, as a reader would print it."""
    span: Any = entry.get("span")
    quote: Mapping[str, Any] = {"exact": entry.get("quote")}
    if span:
        quote = {**quote, "start": span[0], "end": span[1]}
    kept = {
        k: v for k, v in entry.items() if not k.endswith("_alt") and k not in {"alt_types", "span", "optional", "soft"}
    }
    return {**kept, "quote": quote}
