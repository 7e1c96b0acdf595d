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

_WITH = re.compile(
    rf"\bwith\s+(?P<who>{NAME})\s+(?:(?:coming\s+|ranking\s+|ranked\s+)?(?:in\s+)?(?P<spot>first|second|third|fourth|fifth)(?:\s+place)?(?=$|[.,;]|\s+(?:in|and)\b)"
    r"|(?:(?:being|as|remaining|still)\s+)?(?:the|its|their)\s+(?:(?P<nth>second|third|fourth|fifth)[- ])?(?P<word>top|largest|biggest|leading|main|smallest)\s+"
    r"(?:(?:single|export|foreign|overseas)\s+)*(?P<role>market|customer|buyer|client|destination|importer|supplier|seller|source)\b)"
)
"""Another country that a tail gives a place: "with Norway in second place", "with Poland the top buyer"."""
_THAN_ANY = re.compile(
    r"\b(?P<how>more|less)\s+than\s+(?:(?:its|their|those|that|the|any|it|they|exports?|imports?|sales|purchases|shipments|sold|sells|bought|buys|exported|imported|did|does|had|went|came|to|from|by)\s+)*"
    r"(?:any(?:one|body| other| one)?\s*(?:else|(?:single\s+)?(?:country|nation|market|partner|customer|buyer|supplier|seller|destination))|(?:to|from)\s+any\s+other)\b"
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
    >>> told = apposed_in(claim, Quantity("exports", "KEN", "NOR"), "Kenya's exports to Norway rose, with Chile in third place")
    >>> told.who, told.place
    ('CHL', 3)
    >>> level = Measure(document="d", version="v", quote=Quote(words, 0, 70), indicator="exports", reporter="KEN", partner="NOR", value=8e6, unit="USD")
    >>> apposed_in(level, Quantity("exports", "KEN", "NOR"), "Kenya's exports to Norway came to $8 million, more than those to any other country").place
    1
    """
    beside = _in_a_tail(claim, own, clause)
    if beside is not None:
        return beside
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


def _in_a_tail(claim: Measure | Trend, own: Quantity, clause: str) -> Apposed | None:
    """The place of a country among the partners of the same flow that a tail tells: "with Norway in second place", "more than to any other country"."""
    if claim.compared_with is not None or own.flow not in {"exports", "imports"} or own.reporter == "WLD":
        return None
    most = _THAN_ANY.search(clause)
    if most is not None and isinstance(claim, Measure) and claim.value is not None and own.partner != "WLD":
        return Apposed(
            Quantity(own.flow, own.reporter, "WLD"), own.partner, 1 if most["how"] == "more" else 0, most.group()
        )
    found = _WITH.search(clause)
    named = countries_in(found["who"]) if found is not None else []
    if found is None or len(named) != 1 or named[0] == own.reporter:
        return None
    if found["role"] and (own.flow == "exports") == (found["role"] in {"supplier", "seller", "source"}):
        return None
    place = 0 if found["word"] == "smallest" else _PLACES.get(found["spot"] or found["nth"] or "", 1)
    return Apposed(Quantity(own.flow, own.reporter, "WLD"), named[0], place, found.group())
