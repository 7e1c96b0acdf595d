"""One quantity told twice with figures that exclude each other: in the headline and the body, or in two stories.

Only trade figures of the same pair, flow, products, period, unit and scope are set side by side, and only such whose
period the words tell. Two sources named in one story may well differ: then the sentence names both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tieline.check.phrases import amount, capital, in_period, listed, percent, subject
from tieline.check.printed import Cell, basis_of, cell_of, is_money, printed, sure, words_of
from tieline.check.quantities import Quantity, Scope
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.mismatches import Mismatch, MismatchRule
from tieline.model.vocabulary import FLOW_DIRECTIONS

TWICE, ELSEWHERE = 2.0, 1.5
"""So many times apart two figures on one quantity may lie, inside a story and in two of them."""
_SLIPS = (1e3, 1e6)
Told = tuple[Cell, str]


def told_twice(claims: Sequence[Measure | Trend | Event], document: Document | None) -> list[Mismatch]:
    """Figures of one document on one quantity that exclude each other."""
    found: list[Mismatch] = []
    for (cell, name), members in figures_by_cell(claims).items():
        pair = _apart([c for c in members if sure(c)], name, document)
        if pair is not None:
            first, second = pair
            by = ["" if not c.sources else f" ({c.sources[0]})" for c in pair]
            where = _places(pair, document)
            text = (
                f"{_subject(cell)} {in_period(cell.period)}: {_number(first, name)}{where[0]}{by[0]}, "
                f"and {_number(second, name)}{where[1]}{by[1]}."
            )
            found.append(_mismatch("told-twice", pair, name, text))
    return found


def told_elsewhere(
    claims: Sequence[Measure | Trend | Event],
    document: Document | None,
    others: Mapping[Told, Sequence[tuple[Measure, Document | None]]],
) -> list[Mismatch]:
    """Figures of a document that exclude those of other stories on the same quantity, one for each quantity."""
    found: list[Mismatch] = []
    for (cell, name), members in figures_by_cell(claims).items():
        for claim in members:
            if not _named(claim):
                continue
            words = words_of(claim, document)
            elsewhere = [
                (other, told)
                for other, told in others.get((cell, name), ())
                if other.document != claim.document
                and _named(other)
                and exclude(claim, other, name, (words, words_of(other, told)), ELSEWHERE)
            ]
            if elsewhere:
                other, told = elsewhere[0]
                here = _outlet(document, claim)
                text = (
                    f"{_subject(cell)} {in_period(cell.period)}: {_number(claim, name)} here ({here}), "
                    f"{_number(other, name)} in {other.document} ({_outlet(told, other)})."
                )
                found.append(_mismatch("two-stories", (claim, other), name, text))
                break
    return found


def _named(claim: Measure) -> bool:
    """Its partner, goods, flow and period are its own words'."""
    return sure(claim) and "partner" not in claim.inferred


def figures_by_cell(claims: Iterable[Measure | Trend | Event]) -> dict[Told, list[Measure]]:
    """The levels and changes of trade that can be set beside those of other claims."""
    found: dict[Told, list[Measure]] = defaultdict(list)
    for claim in claims:
        if not isinstance(claim, Measure) or claim.indicator not in FLOW_DIRECTIONS or "period" in claim.inferred:
            continue
        cell = cell_of(claim)
        if cell is None:
            continue
        if claim.value is not None and cell.unit is not None and claim.value_max is None:
            found[cell, "value"].append(claim)
        yearly = claim.base is None or claim.base == cell.period.shifted_years(-1)
        if claim.change_pct is not None and yearly and claim.change_max is None:
            unit = (
                None if is_money(cell.unit) else cell.unit
            )  # "exports rise 32%" and "rose 23% to $10 million" are one
            found[replace(cell, unit=unit), "change_pct"].append(claim)
    return found


def _apart(members: Sequence[Measure], name: str, document: Document | None) -> tuple[Measure, Measure] | None:
    """The first two that exclude each other and stand in sentences of their own."""
    for position, one in enumerate(members):
        for other in members[position + 1 :]:
            words = words_of(one, document), words_of(other, document)
            if words[0] != words[1] and exclude(one, other, name, words, TWICE):
                return one, other
    return None


def exclude(one: Measure, other: Measure, name: str, words: tuple[str, str], most: float) -> bool:
    """Two figures on one quantity can't both be right: of one sign, one basis, and near enough to be about one thing.

    Figures further apart than `most` times are taken for figures on two things, but for a slip of the unit; a rise and a
    fall of one quantity exclude each other.
    """
    first, second = float(getattr(one, name)), float(getattr(other, name))
    if printed(one, name).meets(printed(other, name)) or basis_of(words[0]) != basis_of(words[1]):
        return False
    if first * second <= 0:
        return name == "change_pct" and first * second < 0  # a rise and a fall, whatever their sizes
    ratio = max(first / second, second / first)
    return ratio <= most or (name == "value" and any(abs(ratio / slip - 1) < 1e-3 for slip in _SLIPS))


def _mismatch(rule: MismatchRule, pair: tuple[Measure, Measure], name: str, text: str) -> Mismatch:
    other = printed(pair[1], name)
    return Mismatch.of(rule, text, pair, (other.low, other.high), float(getattr(pair[0], name)))


def _places(pair: Sequence[Measure], document: Document | None) -> list[str]:
    """Where each stands, if one stands in the headline and the other does not."""
    if document is None:
        return ["", ""]
    from tieline.read.pages.layout import lay_out  # noqa: PLC0415 -- only where something was found

    blocks = lay_out(document.text).blocks
    parts = [next((b.part for b in blocks if b.start <= c.quote.start < b.end), "body") for c in pair]
    if len(set(parts)) == 1:
        return ["", ""]
    return [f" in the {part}" for part in parts]


def _outlet(document: Document | None, claim: Measure) -> str:
    said = [document.outlet, document.published.words() if document.published else None] if document else []
    if claim.sources:
        said.append(f"citing {claim.sources[0]}")
    return ", ".join(part for part in said if part) or claim.document


def _subject(cell: Cell) -> str:
    flow = cell.indicator
    if flow not in FLOW_DIRECTIONS or cell.partner is None:
        return listed([flow])
    quantity = Quantity(flow, cell.reporter, cell.partner, Scope(cell.goods) if cell.goods else Scope())
    return capital(subject(quantity))


def _number(claim: Measure, name: str) -> str:
    number = getattr(claim, name)
    return (
        percent(number, signed=True, digits=None) if name == "change_pct" else amount(number, claim.unit, digits=None)
    )
