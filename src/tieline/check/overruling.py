"""A person's words applied: corrected claims are checked in the place of those read, verdicts are replaced and say so."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tieline.model.claims import Event, Measure, Trend, claim_from_json
from tieline.model.overrules import Overrule, Overruled
from tieline.model.verdicts import Verdict

AnyClaim = Measure | Trend | Event


@dataclass(frozen=True, slots=True)
class Words:
    """The overrules that hold: the last one on each claim and dataset, unless it was lifted."""

    by_claim: dict[tuple[str, str | None], Overrule]
    by_place: dict[tuple[str, str, int, int, str | None], Overrule]

    @classmethod
    def of(cls, overrules: Iterable[Overrule]) -> Words:
        """Sort overrules by what they are about; later ones take the place of earlier ones."""
        last: dict[tuple[str, bool, str | None], Overrule] = {}
        for each in sorted(overrules, key=lambda each: each.recorded):
            last[each.claim_id, bool(each.fields), each.dataset] = each
            if each.lifted:
                last[each.claim_id, not each.fields, each.dataset] = each
        held = [each for each in last.values() if not each.lifted]
        by_claim = {(each.claim_id, _kind(each)): each for each in held}
        by_place = {(each.version, each.kind, each.start, each.end, _kind(each)): each for each in held}
        return cls(by_claim, by_place)

    def on(self, claim: AnyClaim, what: str | None) -> Overrule | None:
        """The overrule of a claim's verdict against a dataset (`""`: over all), or of the claim itself (None)."""
        if not self.by_claim:
            return None
        place = (claim.version, claim.kind, claim.quote.start, claim.quote.end, what)
        return self.by_claim.get((claim.claim_id, what)) or self.by_place.get(place)

    def holds(self, claim: AnyClaim, dataset: str | None) -> bool:
        """Something is said of the claim, or of its verdict against the dataset (None: over all)."""
        return any(self.on(claim, what) is not None for what in (dataset or "", None))


def _kind(overrule: Overrule) -> str | None:
    return None if overrule.fields else (overrule.dataset or "")


def corrected(claim: AnyClaim, words: Words) -> AnyClaim:
    """The claim with the fields that a person gave; the claim itself where none did."""
    overrule = words.on(claim, None)
    if overrule is None:
        return claim
    given = claim.to_json() | overrule.fields
    given["inferred"] = [name for name in given.get("inferred") or () if name not in overrule.fields]
    given["digits"] = {k: v for k, v in (given.get("digits") or {}).items() if k not in overrule.fields}
    return claim_from_json(given, version=claim.version)


def overruled(claim: AnyClaim, verdict: Verdict, words: Words) -> Verdict:
    """The verdict with a person's word in the place of its own, if there is one, and with what was said of the claim."""
    word, claimed = words.on(claim, verdict.dataset or ""), words.on(claim, None)
    if word is None or word.verdict is None:
        if claimed is None:
            return verdict
        note = Overruled(None, claimed.reason, claimed.by, claimed.recorded, claimed.fields)
        return dataclasses.replace(verdict, overruled=note)
    note = Overruled(verdict.verdict, word.reason, word.by, word.recorded)
    parts = tuple(dataclasses.replace(part, verdict=word.verdict) for part in verdict.parts)
    lacks = verdict.help if word.verdict == "no-data" else None  # what would decide is no longer asked
    return dataclasses.replace(verdict, verdict=word.verdict, parts=parts, overruled=note, help=lacks)


def overruled_all(claim: AnyClaim, verdicts: Sequence[Verdict], words: Words) -> list[Verdict]:
    """As `overruled`, each of the verdicts."""
    return [overruled(claim, verdict, words) for verdict in verdicts]
