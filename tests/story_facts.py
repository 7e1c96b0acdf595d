"""Short stories and the figures that a careful reader takes from each, as tests write them.

A line is a flow, its reporter and partner, and the numbers of one fact: a level, a change with its sign, a share ("of"), an absolute
change ("by-1.9e7").
Exports of one to the other are the imports of the other from it, and trade has no direction.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read import read_documents


def told(
    text: str, published: str, outlet: str | None = None
) -> list[tuple[frozenset[str] | tuple[str, ...], dict[str, float]]]:
    """The flows of a story with their numbers."""
    document = Document("s", text, Period.parse(published), outlet, "en")
    claims = [c.to_json() for result in read_documents([document]) for c in result.claims]
    names = ("value", "change_pct", "change_value", "share_pct")
    return [
        (flow(c["indicator"], c.get("reporter"), c.get("partner")), {n: c[n] for n in names if c.get(n) is not None})
        for c in claims
        if c["kind"] == "measure"
    ]


def flow(indicator: str, reporter: str | None, partner: str | None) -> frozenset[str] | tuple[str, ...]:
    if indicator == "trade":
        return frozenset({str(reporter), str(partner)})
    return (
        ("exports", str(partner), str(reporter)) if indicator == "imports" else (indicator, str(reporter), str(partner))
    )


def numbers(words: list[str]) -> dict[str, float]:
    found = {}
    for word in words:
        if word.endswith("%"):
            found["change_pct" if word[0] in "+-" else "share_pct"] = float(word[:-1])
        elif word.startswith("by"):
            found["change_value"] = float(word[2:])
        elif word != "of":
            found["value"] = float(word)
    return found


def untold(facts: Iterable[str], text: str, published: str, outlet: str | None = None) -> list[str]:
    """The facts that the reader does not take from a story."""
    read = told(text, published, outlet)
    missed = []
    for fact in facts:
        indicator, reporter, partner, *rest = fact.split()
        wanted = pytest.approx(numbers(rest), rel=0.001)
        same = [found for sides, found in read if sides == flow(indicator, reporter, partner)]
        if not any({n: found.get(n) for n in numbers(rest)} == wanted for found in same):
            missed.append(fact)
    return missed
