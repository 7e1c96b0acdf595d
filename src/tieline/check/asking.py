"""Which quantities a claim asks the flows for: its own, the other side's, those of all partners that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.gaps import moves_with_its_sign
from tieline.check.guesses import guesses_of, sentence_of
from tieline.check.likened import likened_in
from tieline.check.put_together import together_in
from tieline.check.quantities import ONE_WAY, Quantity, scope_of
from tieline.model.claims import Event, Measure, Trend
from tieline.model.shares import WHOLES
from tieline.model.vocabulary import FlowDirection

Figure = Measure | Trend


FLOWS: dict[str, FlowDirection] = {
    "exports": "exports",
    "imports": "imports",
    "trade": "trade",
    "balance": "balance",
    "consumption": "imports",
}


def quantity_of(claim: Figure) -> Quantity | None:
    """The quantity of goods that a claim is about; None where no goods flow can answer."""
    flow = FLOWS.get(claim.indicator)
    if isinstance(claim, Measure) and claim.share_pct is not None and claim.value is None and claim.change_pct is None:
        whole = WHOLES.get(claim.share_of or "other")
        flow = whole.flow if flow and whole else flow
    partner = claim.partner
    if flow is None or partner is None or partner == claim.reporter:
        return None
    signed = flow == "balance" and moves_with_its_sign(claim.quote.exact)
    return Quantity(flow, claim.reporter, partner, scope_of(claim.product, claim.hs), signed)


def asked_for(claim: Figure, claims: Sequence[Figure | Event] = (), text: str | None = None) -> list[Quantity]:
    """Every quantity whose flows may be needed for a claim: its own, the whole pair's, the totals, the other side's."""
    own = quantity_of(claim)
    if own is None:
        return []
    asked = [own, own.all_products(), *with_hong_kong(own)]
    if isinstance(claim, Measure) and claim.share_of and "total" in claim.share_of:
        asked += [own.with_world(), own.all_products().with_world()]
    if isinstance(claim, Trend) and claim.strength:
        asked += wholes_of(own)
    elif isinstance(claim, Measure) and (claim.change_pct or 0.0) >= 50 and own.flow in ONE_WAY:
        asked.append(own.all_products().with_world())  # next to which the rise may be one from a tiny base
    other = claim.compared_with
    if other is not None and (other.partner or other.reporter):
        asked.append(compared_quantity(claim, own))
    told = likened_in(claim, own, sentence_of(claim, text))
    if told is not None:
        asked.append(told.other)
    together = together_in(claim, own, sentence_of(claim, text))
    if together is not None:
        asked += together.others
    return [*asked, *(guess.quantity for guess in guesses_of(claim, own, claims, text))]


def wholes_of(quantity: Quantity) -> list[Quantity]:
    """The trade with all partners that a rapid rise is held against: of the country whose exports or imports are told.

    Two-way trade is of both, whoever is named first.

    >>> [whole.reporter for whole in wholes_of(Quantity("imports", "KEN", "CHL"))]
    ['KEN']
    >>> [whole.reporter for whole in wholes_of(Quantity("trade", "KEN", "CHL"))]
    ['KEN', 'CHL']
    """
    if quantity.partner == "WLD" or quantity.flow == "balance":
        return []
    own = quantity.all_products().with_world()
    return [own, replace(own, reporter=quantity.partner)] if quantity.flow == "trade" else [own]


def with_hong_kong(quantity: Quantity) -> list[Quantity]:
    """Hong Kong's own trade with the other side, where a claim is about China: some figures have the two together."""
    for one, other in ((quantity.reporter, quantity.partner), (quantity.partner, quantity.reporter)):
        if one == "CHN" and other not in {"HKG", "WLD"}:
            return [replace(quantity, reporter="HKG") if one == quantity.reporter else replace(quantity, partner="HKG")]
    return []


def ranked_among(claim: Figure) -> tuple[Quantity, str] | None:
    """For a rank: the trade of whose partners are ranked (with all of them), and the partner that has the rank."""
    other, own = claim.compared_with, quantity_of(claim)
    if other is None or other.rank is None or own is None:
        return None
    flow = FLOWS.get(other.indicator or "", own.flow)
    owner = other.reporter or (other.partner if other.partner is not None else own.reporter)
    if flow == "balance" or owner not in {own.reporter, own.partner}:
        return None
    if owner == own.reporter:
        return Quantity(own.flow, owner, "WLD", own.scope), own.partner
    turned: dict[str, FlowDirection] = {"exports": "imports", "imports": "exports", "trade": "trade"}
    return Quantity(turned[own.flow], owner, "WLD", own.scope), own.reporter


def compared_quantity(claim: Figure, own: Quantity) -> Quantity:
    """The other side of a comparison; what it leaves out is as in the claim itself."""
    other = claim.compared_with
    if other is None:
        return own
    flow = FLOWS.get(other.indicator or "", own.flow)
    return Quantity(flow, other.reporter or own.reporter, other.partner or own.partner, own.scope)
