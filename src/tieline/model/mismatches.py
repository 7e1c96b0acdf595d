"""Figures that don't fit together: inside a story, or between two. Found by arithmetic alone, no statistics needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tieline.model.claims import Measure

MismatchRule = Literal[
    "change", "difference", "share", "sum", "part-and-whole", "shares-over-100", "told-twice", "two-stories"
]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two or more printed figures that can't all be right, within the rounding of their digits.

    Attributes:
        rule: Which sum was done; the rules are in `docs/verdicts.md`.
        sentence: What does not fit, in words with all the figures.
        claims: Ids of the claims that take part, the one that is held against the others first.
        documents: Ids of the documents they stand in, in the same order.
        quotes: Their exact words, in the same order.
        low: The least that the other figures allow, in the first claim's unit or percent.
        high: The most that they allow.
        stated: What the first claim states.
    """

    rule: MismatchRule
    sentence: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    quotes: tuple[str, ...]
    low: float
    high: float
    stated: float

    @classmethod
    def of(
        cls, rule: MismatchRule, sentence: str, claims: Sequence[Measure], allowed: tuple[float, float], stated: float
    ) -> Mismatch:
        """A mismatch of these claims, each counted once; `allowed` are the least and the most that the others allow."""
        once = list({claim.claim_id: claim for claim in claims}.values())
        return cls(
            rule,
            sentence,
            tuple(claim.claim_id for claim in once),
            tuple(claim.document for claim in once),
            tuple(claim.quote.exact for claim in once),
            *allowed,
            stated,
        )

    def to_json(self) -> dict[str, Any]:
        """The mismatch as a JSON object."""
        return {
            "rule": self.rule,
            "sentence": self.sentence,
            "claims": list(self.claims),
            "documents": list(self.documents),
            "quotes": list(self.quotes),
            "low": self.low,
            "high": self.high,
            "stated": self.stated,
        }


def mismatch_from_json(data: dict[str, Any]) -> Mismatch:
    """Read a mismatch back from its JSON object."""
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return Mismatch(**values)
