"""Why a claim is false: one mechanism for each, decided from the annotation of its document."""

from __future__ import annotations

from collections.abc import Sequence

from tieline.evaluate.facts import given_numbers, is_core, same_dyad, same_flow, type_of
from tieline.evaluate.fields import Fields, code, listed, options
from tieline.evaluate.gold import Story
from tieline.evaluate.matching import Matching
from tieline.evaluate.misses import close_either, number_elsewhere, number_mistake, same_pair
from tieline.evaluate.passages import together


def why_false(story: Story, matching: Matching, place: int) -> str:
    """The mechanism of a false alarm; `place` is that of the claim in the matching."""
    kind, claim = matching.kind, matching.claims[place]
    if place in matching.noisy:
        return "in page noise"
    if any(is_core(kind, matching.entries[i], claim) for i in matching.pairs):
        return "repeats a fact, but contradicts its time or modality"
    near = [i for i, entry in enumerate(matching.entries) if together(story.text, entry, claim)]
    others = [e for k in story.kinds if k != kind for e in story.entries[k] if together(story.text, e, claim)]
    found = {"measure": _measure, "trend": _trend, "event": _event}[kind](matching, near, claim, others)
    if found:
        return found
    if near:
        return f"other {kind} annotated in this sentence"
    if others:
        return f"no gold {kind} in this sentence, but a fact of another kind"
    return f"no gold {kind} in this sentence"


def _measure(matching: Matching, near: Sequence[int], claim: Fields, _: Sequence[Fields]) -> str | None:
    for i in sorted(near, key=lambda i: i in matching.pairs):
        entry = matching.entries[i]
        if _numbers_within(entry, claim):
            if (
                i not in matching.pairs
                and same_flow(entry, claim)
                and len(given_numbers(claim)) < len(given_numbers(entry))
            ):
                return "right flow, one of a fact's numbers left out"
            told = "a fact told already: " if i in matching.pairs else ""
            return told + number_elsewhere(entry, claim).replace("number found", "number annotated")
    for i in near:
        if same_flow(matching.entries[i], claim):
            return f"right flow, {number_mistake(matching.entries[i], claim)}"
    if any(_numbers_within(entry, claim) for entry in matching.entries):
        return "number annotated in another sentence, for another pair or indicator"
    return "number not annotated, other figures of the sentence are" if near else None


def _numbers_within(entry: Fields, claim: Fields) -> bool:
    given = given_numbers(claim)
    return bool(given) and all(entry.get(f) is not None and close_either(entry, claim, f) for f in given)


def _trend(matching: Matching, near: Sequence[int], claim: Fields, others: Sequence[Fields]) -> str | None:
    entries = [matching.entries[i] for i in near]
    if any(same_flow(entry, claim) for entry in entries):
        return "right flow, direction differs"
    right = [entry for entry in entries if claim.get("direction") in options(entry, "direction")]
    if any(same_pair(entry, claim) for entry in right):
        return "right pair and direction, wrong indicator or side"
    if right:
        return "repeats a direction with another pair"
    if any("change_pct" in entry and same_pair(entry, claim) for entry in others):
        return "a gold measure shows it"
    return None


def _event(matching: Matching, near: Sequence[int], claim: Fields, _: Sequence[Fields]) -> str | None:
    entries = [matching.entries[i] for i in near]
    if any(same_dyad(entry, claim) for entry in entries):
        return "pair annotated, other type"
    typed = [e for e in entries if type_of(claim) in {e.get("type"), *listed(e.get("alt_types"))}]
    pair = {code(claim.get("actor")), code(claim.get("target"))}
    pairs = [{code(e.get("actor")), code(e.get("target"))} for e in typed]
    if pair in pairs:
        return "type annotated, actor and target turned"
    return "repeats an act with another pair" if typed else None
