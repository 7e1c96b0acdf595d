"""What a person says against a verdict or a reading of a claim: a record of its own, beside what it overrules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tieline.model.documents import content_hash
from tieline.model.vocabulary import VerdictWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrule:
    """A person's word on a claim: another verdict, or other fields for the claim itself.

    Attributes:
        claim_id: The claim as it was read.
        version: The version of the document that it stands in.
        kind: The claim's kind; with the place of its quote it names the claim where another reader reads it anew.
        start: Where its quote starts, in code points.
        end: Where it ends.
        dataset: The dataset whose verdict is overruled; None for the outcome over all.
        verdict: The word that takes the place of the verdict's; None where only the claim is corrected.
        fields: Corrected fields of the claim, as the claims contract writes them.
        reason: Why, in a person's words.
        by: Who says so.
        lifted: An earlier overrule of the same thing no longer holds.
        recorded: When the ledger got it, ISO.
    """

    claim_id: str
    version: str
    kind: str
    start: int
    end: int
    reason: str
    dataset: str | None = None
    verdict: VerdictWord | None = None
    fields: dict[str, Any] = field(default_factory=dict, hash=False)
    by: str = ""
    lifted: bool = False
    recorded: str = ""

    @property
    def overrule_id(self) -> str:
        """Identity: the same word of the same person at the same time."""
        said = repr(sorted((name, str(value)) for name, value in self.fields.items()))
        return content_hash(
            "overrule",
            self.claim_id,
            self.dataset,
            self.verdict,
            said,
            self.reason,
            self.by,
            str(self.lifted),
            self.recorded,
        )[:24]

    def to_json(self) -> dict[str, Any]:
        """The overrule as a JSON object."""
        return {
            "overrule_id": self.overrule_id,
            "claim_id": self.claim_id,
            "dataset": self.dataset,
            "verdict": self.verdict,
            "fields": dict(self.fields),
            "reason": self.reason,
            "by": self.by,
            "lifted": self.lifted,
            "recorded": self.recorded,
        }


@dataclass(frozen=True, slots=True)
class Overruled:
    """What stands in a verdict that was overruled: the word that the figures gave, and who put another in its place.

    `was` is None where the claim, not the verdict, was corrected.
    """

    was: VerdictWord | None
    reason: str
    by: str
    recorded: str
    fields: dict[str, Any] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, Any]:
        """The note as a JSON object."""
        return {
            "was": self.was,
            "reason": self.reason,
            "by": self.by,
            "recorded": self.recorded,
            "fields": dict(self.fields),
        }

    def words(self) -> str:
        """The note in a sentence.

        >>> Overruled("contradicted", "the office revised it", "A. Editor", "2026-03-01T10:00:00+00:00").words()
        'Overruled by A. Editor on 2026-03-01: the office revised it (the figures gave: contradicted).'
        """
        by = f" by {self.by}" if self.by else ""
        changed = ", ".join(f"{name} = {value}" for name, value in self.fields.items())
        gave = f" (the figures gave: {self.was})" if self.was else f" (read as: {changed})"
        what = "Overruled" if self.was else "Claim corrected"
        return f"{what}{by} on {self.recorded[:10]}: {self.reason}{gave}."
