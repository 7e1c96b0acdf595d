"""The figures of a story by what they are about, and how a figure that does not fit is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tieline.check.phrases import amount, percent, subject
from tieline.check.printed import Cell, Interval, agree_on_source, basis_of, cell_of, printed, sure, together, words_of
from tieline.check.quantities import Quantity, Scope
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.mismatches import Mismatch, MismatchRule
from tieline.model.vocabulary import FlowDirection, Indicator

_FLOWS: dict[Indicator, FlowDirection] = {
    "exports": "exports",
    "imports": "imports",
    "trade": "trade",
    "balance": "balance",
}


class Figures:
    """The measures of a document by what they are about."""

    def __init__(self, claims: Iterable[Measure | Trend | Event], document: Document | None = None) -> None:
        self.document = document
        self.measures = [c for c in claims if isinstance(c, Measure) and c.modality in {"actual", "estimate"}]
        self.levels: dict[Cell, list[Measure]] = defaultdict(list)
        for claim in self.measures:
            cell = cell_of(claim)
            if cell is not None and cell.unit is not None and claim.value is not None and claim.value_max is None:
                self.levels[cell].append(claim)

    def level(self, cell: Cell | None, beside: Measure) -> Measure | None:
        """The one level of a quantity, told by the same voice; None if there is none, or several that differ."""
        if cell is None:
            return None
        found = [c for c in self.levels.get(cell, ()) if agree_on_source(c, beside) and self.fit(beside, c)]
        if not found or any(not printed(found[0], "value").meets(printed(c, "value")) for c in found[1:]):
            return None
        sharp = [c for c in found if not c.bound and not c.bounds.get("value")]
        return max(sharp or found, key=lambda c: c.digits.get("value", 0))

    def fit(self, claim: Measure, other: Measure) -> bool:
        """The two may be set against each other: what was carried over stands beside where it came from, on one basis."""
        if claim is other:
            return True
        if not sure(claim, "period") or not sure(other, "period"):
            return False
        if not (sure(claim) and sure(other)) and not together([claim, other], self.document):
            return False
        return basis_of(words_of(claim, self.document)) == basis_of(words_of(other, self.document))


def unless_met(
    rule: MismatchRule, stated: Interval, computed: Interval, number: float, claims: Sequence[Measure], text: str
) -> list[Mismatch]:
    """A mismatch, if what is stated and what the other figures allow have nothing in common."""
    if stated.meets(computed):
        return []
    return [Mismatch.of(rule, text, claims, (computed.low, computed.high), number)]


def percent_told(nominal: float, computed: Interval, stated: float, *, signed: bool = True) -> str:
    """A computed percentage in as many decimals as the stated one has; with both ends where rounding leaves much open.

    >>> percent_told(41.353, Interval(41.34, 41.36), 41.7, signed=False), percent_told(12.0, Interval(10.2, 13.9), 15.0)
    ('41.4%', '+12% (+10% to +14% as rounded)')
    """
    digits = max(0, len(f"{abs(stated):.6f}".rstrip("0").partition(".")[2]))
    middle, low, high = (percent(x, signed=signed, digits=digits) for x in (nominal, computed.low, computed.high))
    wide = computed.high - computed.low > 2 * 10.0**-digits
    return f"{middle} ({low} to {high} as rounded)" if wide else middle


def money(claim: Measure, name: str) -> str:
    """One of a claim's amounts, as it was printed."""
    return amount(getattr(claim, name), claim.unit, digits=None)


def what(claim: Measure) -> str:
    """What a claim's figure is of."""
    flow = _FLOWS.get(claim.indicator)
    if flow is None or claim.partner is None:
        return claim.indicator
    return subject(Quantity(flow, claim.reporter, claim.partner, Scope(claim.product) if claim.product else Scope()))
