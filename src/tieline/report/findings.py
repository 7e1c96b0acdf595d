"""The claims of a document with their outcomes, numbered in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tieline.model.claims import Event, Measure, Trend
from tieline.model.mismatches import Mismatch
from tieline.model.verdicts import Verdict
from tieline.model.vocabulary import RATED, VerdictWord
from tieline.report.wording import COUNTED, plural, series

Claim = Measure | Trend | Event

DECIDED: frozenset[VerdictWord] = frozenset({*RATED, "sources-disagree"})
"""Verdicts that say something about the claim; the others say why there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, the outcome over all datasets (None: not checked), and the verdict of each dataset."""

    number: int
    claim: Claim
    outcome: Verdict | None
    by_dataset: tuple[Verdict, ...]

    @property
    def verdict(self) -> VerdictWord | None:
        """The outcome's word."""
        return self.outcome.verdict if self.outcome else None

    @property
    def best(self) -> Verdict | None:
        """The verdict whose evidence to show: the outcome if it has any, else the first dataset's that has."""
        given = [v for v in (self.outcome, *self.by_dataset) if v]
        return next((v for v in given if v.rows or v.readings), given[0] if given else None)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why no dataset says anything, each reason once, without the files that would decide it."""
        from tieline.check.settle import reason_alone  # noqa: PLC0415  a story that is only read needs no check

        told = [v.help for v in self.by_dataset if v.help]
        if not told and self.outcome and self.outcome.help:
            told = [self.outcome.help]
        return tuple(dict.fromkeys(map(reason_alone, told)))

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """Figures that can't be right together with it, told once: with the claim that is held against the others."""
        told = self.outcome.mismatches if self.outcome else ()
        return tuple(each for each in told if each.claims[0] == self.claim.claim_id)


def findings(claims: Sequence[Claim], verdicts: Sequence[Verdict]) -> tuple[list[Finding], list[Finding]]:
    """Claims that get a note of their own, numbered, and the acts that nothing was found on."""
    by_claim: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_claim.setdefault(verdict.claim_id, []).append(verdict)
    noted: list[Finding] = []
    acts: list[Finding] = []
    for claim in sorted(claims, key=lambda c: (c.quote.start, c.quote.end, c.claim_id)):
        own = by_claim.get(claim.claim_id, [])
        outcome = next((v for v in own if v.dataset is None), own[0] if len(own) == 1 else None)
        each = tuple(v for v in own if v.dataset is not None)
        apart = isinstance(claim, Event) and (outcome is None or outcome.verdict not in DECIDED)
        into = acts if apart else noted
        into.append(Finding(len(into) + 1, claim, outcome, each))
    return noted, acts


def summary(noted: Sequence[Finding], acts: Sequence[Finding]) -> str:
    """The outcome in a line: "7 claims checked: 5 supported, 1 contradicted. 2 claims could not be decided."."""
    counts = Counter(f.verdict for f in noted)
    decided = [(word, counts[word]) for word in COUNTED if word in DECIDED and counts[word]]
    said = []
    if decided:
        total = sum(n for _, n in decided)
        said.append(f"{plural(total, 'claim')} checked: {series(f'{n} {COUNTED[word]}' for word, n in decided)}.")
    elif noted:
        said.append(f"{plural(len(noted), 'claim')} read; the figures decide none of them.")
    else:
        said.append("No claim about figures was found in this text.")
    open_ = [(word, counts[word]) for word in COUNTED if word not in DECIDED and counts[word]]
    if open_ and decided:
        total = sum(n for _, n in open_)
        said.append(
            f"{total} more {'is' if total == 1 else 'are'} open: {series(f'{n} {COUNTED[w]}' for w, n in open_)}."
        )
    if counts[None]:
        said.append(f"{plural(counts[None], 'claim')} not checked.")
    unfit = sum(len(f.mismatches) for f in noted)
    if unfit:
        said.append(f"{plural(unfit, 'figure')} {'does' if unfit == 1 else 'do'} not fit another.")
    if acts:
        said.append(f"{plural(len(acts), 'act')} told, found in no event dataset.")
    return " ".join(said)


def most_important(noted: Sequence[Finding], count: int = 2) -> list[list[Finding]]:
    """What an editor must know first: what the figures contradict, then what they leave in doubt.

    Claims with the same verdict and the same nearest truth stand together.
    """
    grave: dict[VerdictWord | None, int] = {
        "contradicted": 0,
        "sources-disagree": 1,
        "imprecise": 2,
        "supported-with-context": 3,
    }
    groups: dict[tuple[VerdictWord | None, str | None], list[Finding]] = {}
    for finding in sorted((f for f in noted if f.verdict in grave), key=lambda f: (grave[f.verdict], f.number)):
        nearest = finding.outcome.nearest if finding.outcome else None
        groups.setdefault((finding.verdict, nearest or str(finding.number)), []).append(finding)
    return list(groups.values())[:count]
