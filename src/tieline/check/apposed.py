"""A place that a sentence gives a country in passing: "exports to Chile, its second-largest market, rose", "is Poland's smallest customer"."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.check.named import NAME, countries_in
from tieline.check.quantities import Quantity
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.vocabulary import FlowDirection

_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_APPOSED = re.compile(
    rf"(?:,|\b(?:is|was|are|were))\s+(?P<whose>its|(?:{NAME})['’]s)\s+(?:(?P<nth>second|third|fourth|fifth)[- ])?(?P<word>largest|biggest|smallest)\s+"
    r"(?:(?:single|export|foreign|overseas)\s+)*(?P<role>market|customer|buyer|client|destination|trading partner|trade partner|supplier|source of imports)\b"
    r"(?!\s+(?:in|among|for|of|after|behind)\b(?!\s+(?:19|20)\d\d))"
)


@dataclass(frozen=True, slots=True)
class Apposed:
    """The trade of whose partners is ranked, who is given a place, and which (0 for the last); `words` are the claim's."""

    whose: Quantity
    who: str
    place: int
    words: str


def apposed_in(claim: Measure | Trend, own: Quantity, clause: str) -> Apposed | None:
    """The place that a clause gives the partner of a claim beside what it tells; None where it gives none.

    >>> from tieline.model.claims import Quote
    >>> words = "Kenya's exports to Norway, its second-largest market, rose 2.5 percent"
    >>> claim = Measure(document="d", version="v", quote=Quote(words, 0, 70), indicator="exports", reporter="KEN", partner="NOR", change_pct=2.5)
    >>> told = apposed_in(claim, Quantity("exports", "KEN", "NOR"), words)
    >>> told.whose.reporter, told.whose.flow, told.who, told.place
    ('KEN', 'exports', 'NOR', 2)
    """
    found = _APPOSED.search(clause)
    if (
        found is None
        or claim.compared_with is not None
        or own.flow == "balance"
        or "WLD" in {own.partner, own.reporter}
    ):
        return None
    sells = own.flow == "exports"
    seller, buyer = (own.reporter, own.partner) if sells else (own.partner, own.reporter)
    flow: FlowDirection
    if "partner" in found["role"]:
        whose, who, flow = own.reporter, own.partner, "trade"
    elif own.flow == "trade":
        return None
    elif found["role"].startswith(("supplier", "source")):
        whose, who, flow = buyer, seller, "imports"
    else:
        whose, who, flow = seller, buyer, "exports"
    named = countries_in(found["whose"])
    if (named and named != [whose]) or (not named and whose != own.reporter):
        return None
    place = 0 if found["word"] == "smallest" else _PLACES.get(found["nth"] or "", 1)
    if found["nth"] and found["word"] == "smallest":
        return None
    return Apposed(Quantity(flow, whose, "WLD"), who, place, found.group().strip(" ,"))
