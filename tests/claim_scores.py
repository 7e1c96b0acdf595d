"""Scores of written claims: reader and check together, and the check alone on the claims as they were meant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from claim_words import BASE, PRODUCTS, RIGHT, SUPPORTED, Case
from tieline.check import check_documents
from tieline.ledger import Ledger
from tieline.model.claims import Comparison, Measure, Quote, Trend
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.verdicts import Verdict, worst
from tieline.read.reader import read_documents

UNREAD = "unread"


@dataclass(frozen=True)
class Judged:
    """A case with the word over all that was read in it, and the verdicts behind."""

    case: Case
    word: str
    verdicts: tuple[Verdict, ...]
    claims: tuple[Any, ...]

    @property
    def right(self) -> bool:
        return self.word in RIGHT[self.case.kind]

    @property
    def worst_error(self) -> bool:
        """Untrue, and some claim of it supported with nothing beside it that is refuted or left open."""
        return self.case.kind != "true" and self.word in SUPPORTED


def documents_of(cases: Iterable[Case]) -> list[Document]:
    return [Document(f"case-{n}", case.text, Period.parse(case.published)) for n, case in enumerate(cases)]


def together(cases: Sequence[Case], ledger: Ledger) -> list[Judged]:
    """Each sentence read and checked."""
    reads = list(read_documents(documents_of(cases)))
    claims = [[claim for claim in read.claims if isinstance(claim, Measure | Trend)] for read in reads]
    return _judged(cases, claims, [read.document for read in reads], ledger)


def apart(cases: Sequence[Case], ledger: Ledger) -> list[Judged]:
    """Each claim as it was meant, checked; the reader has no part in it."""
    known = [case for case in cases if case.slip != BASE]
    return _judged(known, [[meant(case, n)] for n, case in enumerate(known)], documents_of(known), ledger)


def _judged(
    cases: Sequence[Case], claims: Sequence[list[Any]], documents: Sequence[Document], ledger: Ledger
) -> list[Judged]:
    found = check_documents(list(zip(claims, documents, strict=True)), ledger)
    return [
        Judged(case, _over(outcomes), outcomes, tuple(read))
        for case, read, verdicts in zip(cases, claims, found, strict=True)
        for outcomes in [tuple(verdict for verdict in verdicts if verdict.dataset is None)]
    ]


def _over(verdicts: Sequence[Verdict]) -> str:
    """The word over all claims of a sentence: the worst; supported only if all are."""
    words = [verdict.verdict for verdict in verdicts]
    word = worst(words) if words else UNREAD
    if word in SUPPORTED and not set(words) <= SUPPORTED:
        return next(each for each in words if each not in SUPPORTED)
    return word


def meant(case: Case, number: int) -> Measure | Trend:
    """The claim that a case makes, as one who reads it right would have it."""
    given = dict(case.fields)
    product = given.get("product")
    common: dict[str, Any] = {
        "document": f"case-{number}", "version": "v1", "quote": Quote(case.text, 0, len(case.text)), "indicator": given["indicator"],
        "reporter": given["reporter"], "partner": given["partner"], "product": product,
        "hs": (PRODUCTS[product],) if product in PRODUCTS else ("1001",) if product else None,
        "period": Period.parse(given["period"]),
    }  # fmt: skip
    if "direction" in given:
        compared = None
        if given.get("rank"):
            compared = Comparison(rank=given["rank"])
        elif given.get("larger_than"):
            compared = Comparison(
                indicator=given["indicator"], reporter=given["reporter"], partner=given["larger_than"]
            )
        return Trend(**common, direction=given["direction"], strength=given.get("strength"), compared_with=compared)
    numbers = {
        n: given[n] for n in ("value", "unit", "change_pct", "change_value", "share_pct", "share_of") if n in given
    }
    digits = {n: _digits(given[n]) for n in ("value", "change_pct", "change_value", "share_pct") if n in given}
    return Measure(**common, **numbers, bound=given.get("bound"), digits=digits)


def _digits(number: float) -> int:
    """Significant digits as printed, zeros at the end of a whole number too ("50 percent", "$20 billion": two)."""
    size = abs(number)
    size /= next((scale for scale in (1e9, 1e6) if size >= scale), 1.0)
    return len(f"{size:.10g}".replace(".", "").lstrip("0")) or 1


def confusion(judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """How often each class got each word."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for each in judged:
        table[each.case.kind][each.word] += 1
    return dict(table)


def right_of(table: dict[str, Counter[str]]) -> dict[str, float]:
    """The part of each class that got a right word."""
    return {
        kind: sum(n for word, n in found.items() if word in RIGHT[kind]) / found.total()
        for kind, found in table.items()
    }
