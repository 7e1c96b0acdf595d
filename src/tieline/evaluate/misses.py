"""Why no claim states an annotated fact: one mechanism for each miss, decided from the claims of its document.

The questions go from the nearest claim outwards: was the number (the direction, the pair) found in the sentence, with
which field wrong; was there another claim of the kind; was there any.
"""

from __future__ import annotations

from collections.abc import Sequence

from tieline.evaluate.facts import close, flows_of, given_numbers, same_dyad, same_flow, same_unit, type_of
from tieline.evaluate.fields import Fields, code, listed, number, options
from tieline.evaluate.matching import Matching
from tieline.evaluate.passages import together
from tieline.model.vocabulary import NUMBERS

_NAMES = {"value": "level", "change_value": "change", "change_pct": "change", "share_pct": "share"}


def why_missed(text: str | None, matching: Matching, entry: Fields, claims: Sequence[Fields]) -> str:
    """The mechanism of a miss.

    Args:
        text: The document's text, None where it is not at hand.
        matching: What became of the claims of the entry's kind.
        entry: The gold entry that no claim states.
        claims: All claims of the document, of every kind.
    """
    kind = matching.kind
    near = [claim for claim in matching.claims if together(text, entry, claim)]
    others = [c for c in claims if c.get("kind") != kind and together(text, entry, c)]
    if kind == "measure":
        found = _measure(entry, near, matching.claims)
    elif kind == "trend":
        found = _trend(entry, near, others)
    else:
        found = _event(entry, near)
    if found:
        return found
    if near:
        return f"other {kind} in the sentence"
    return f"sentence gave no {kind}, but a claim of another kind" if others else "sentence gave no claim"


def _measure(entry: Fields, near: Sequence[Fields], everywhere: Sequence[Fields]) -> str | None:
    for claim in near:
        if _right_numbers(entry, claim):
            return number_elsewhere(entry, claim)
    for claim in near:
        if _alike(entry, claim) and same_flow(entry, claim):
            return number_mistake(entry, claim)
    for claim in near:
        if _alike(entry, claim):
            return f"number found, but {number_mistake(entry, claim)}, and another flow"
    if any(same_flow(entry, claim) for claim in near):
        return "right flow in the sentence, other number"
    if any(_right_numbers(entry, claim) for claim in everywhere):
        return "number found in another sentence only, for another fact"
    return "number not found, other figures in the sentence" if near else None


def _right_numbers(entry: Fields, claim: Fields) -> bool:
    return all(close_either(entry, claim, field) for field in given_numbers(entry))


def close_either(entry: Fields, claim: Fields, field: str) -> bool:
    """A number agrees, of a balance also with the other sign."""
    have = number(claim.get(field))
    signs = (1, -1) if "balance" in {entry.get("indicator"), claim.get("indicator")} else (1,)
    return have is not None and any(
        close(field, wanted, sign * have) for wanted in options(entry, field) for sign in signs
    )


def _alike(entry: Fields, claim: Fields) -> bool:
    """Some number of the entry stands in some field of the claim, whatever its sign."""
    return any(
        close(field, abs(number(entry.get(field)) or 0), abs(number(claim.get(other)) or 0))
        for field in given_numbers(entry)
        for other in given_numbers(claim)
    )


def number_elsewhere(entry: Fields, claim: Fields) -> str:
    """What differs where all numbers agree: indicator, pair, unit, sign, or nothing (another entry has the claim)."""
    if same_flow(entry, claim):
        if not same_unit(entry, claim):
            return "right flow and number, other unit"
        return "stated, but the claim fits another entry better, or has the wrong sign"
    wanted = [{code(r), code(p)} for r in options(entry, "reporter") for p in options(entry, "partner")]
    have = {code(claim.get("reporter")), code(claim.get("partner"))}
    indicator = claim.get("indicator") in options(entry, "indicator")
    if have in wanted:
        return "number found, right pair, flow turned" if indicator else "number found, right pair, wrong indicator"
    side = "one side of the pair wrong" if any(have & pair for pair in wanted) else "wrong pair"
    if side == "one side of the pair wrong" and None in have and all(None not in pair for pair in wanted):
        side = "no partner"
    return f"number found, {side}" + ("" if indicator else " and indicator")


def number_mistake(entry: Fields, claim: Fields) -> str:
    """How numbers differ where at least one is alike."""
    given = given_numbers(entry)
    wrong = [field for field in given if not close_either(entry, claim, field)]
    for field in wrong:
        have = number(claim.get(field))
        if have is not None and close(field, number(entry.get(field)), -have):
            return "wrong sign"
    for field in wrong:
        for other in NUMBERS:
            if other != field and close(field, abs(number(entry.get(field)) or 0), abs(number(claim.get(other)) or 0)):
                a, b = _NAMES[other], _NAMES[field]
                return f"{a} instead of {b}" if a != b else "percent and amount of a change taken for each other"
    if wrong and len(wrong) < len(given):
        left_out = all(claim.get(field) is None for field in wrong)
        return "one of its numbers left out" if left_out else "one of its numbers wrong"
    return "wrong value or unit"


def _trend(entry: Fields, near: Sequence[Fields], others: Sequence[Fields]) -> str | None:
    if any(same_flow(entry, claim) for claim in near):
        return "right flow, direction differs"
    right = [claim for claim in near if claim.get("direction") in options(entry, "direction")]
    if any(same_pair(entry, claim) for claim in right):
        return "right pair and direction, wrong indicator or side"
    if right:
        return "right direction, wrong pair"
    if any(claim.get("kind") == "measure" and same_flow(entry, claim) for claim in others):
        return "told as a measure of this flow"
    if any(claim.get("kind") == "event" for claim in others) and not near:
        return "told as an act"
    return None


def same_pair(entry: Fields, claim: Fields) -> bool:
    """The same two countries, whatever the indicator."""
    return {code(claim.get("reporter")), code(claim.get("partner"))} in [{*key[1:]} for key, _ in flows_of(entry)]


def _event(entry: Fields, near: Sequence[Fields]) -> str | None:
    typed = [c for c in near if type_of(c) in {entry.get("type"), *listed(entry.get("alt_types"))}]
    if any(same_dyad(entry, claim) for claim in typed):
        return "stated, but the claim fits another entry better"
    if any(same_dyad(entry, claim) for claim in near):
        return "pair found, other type"
    sides = {code(entry.get("actor")), code(entry.get("target"))}
    pairs = [{code(c.get("actor")), code(c.get("target"))} for c in typed]
    if sides in pairs:
        return "type found, actor and target turned"
    if any(sides & pair for pair in pairs):
        return "type found, one side wrong"
    if pairs:
        return "type found, wrong pair"
    return None
