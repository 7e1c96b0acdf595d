"""What accounts of trade and travel tell in the verbs of acts: throngs of guests, goods by their worth, data that are released, a year that ends."""

from __future__ import annotations

from tieline.model.products import product_of
from tieline.read.acts.grammar import prepositions
from tieline.read.syntax.tokens import Token
from tieline.read.words.rule import Rule

_FEW = 2
"""Digits of a number of guests; more are travellers."""
MADE_KNOWN = frozenset(
    "text statement report figure data document video footage photo photograph letter list transcript result number communique map".split()
)
"""What is let out by being published."""
SENT_BY_PEOPLE = frozenset({"remittance", "investment", "inflow", "fdi"})
"""What comes from people and firms of a state, and not from itself."""
_SPANS = frozenset({"year", "month", "quarter", "season", "week", "half", "decade", "day", "session"})
_OF_COMMERCE = frozenset({"market", "demand", "price", "economy", "currency", "consumption", "harvest", "crop"})


def is_of_accounts(token: Token, rule: Rule, obj: Token | None) -> bool:
    """Figures that are made known, a year that ends in the black, worry about a market."""
    subject = next((c for c in token.children if c.dep == "nsubjpass"), None)
    if rule.mode == "release" and subject is not None and not {subject.lemma, subject.lower}.isdisjoint(MADE_KNOWN):
        return True  # "data from the US were released by the central bank"
    spans = [c for c in token.children if c.dep == "npadvmod" and 0 < c.i - token.i <= _SOON]
    if token.lemma in {"end", "finish", "close"} and any(t is not None and _is_span(t) for t in (obj, *spans)):
        return True
    worries = rule.type == "ACCUSE" and token.lemma in {"concern", "concerned", "worry", "worried"}
    return worries and any(o.lemma in _OF_COMMERCE for _, o in prepositions(token, {"about", "over", "at"}))


def _is_span(word: Token) -> bool:
    """A time that ends by itself, and not what has lasted so long: "decades of ties"."""
    return word.lemma in _SPANS and not any(c.dep == "prep" and c.lower == "of" for c in word.children)


_SOON = 2
"""Words from "ended" to what ended: "ended the year"."""


def is_throng(guests: Token) -> bool:
    """More than are received one by one: "2 million Chinese tourists", "800,000 Thais"."""
    numbers = [c for c in guests.subtree if c.dep == "nummod" and c.i < guests.i]
    return any(sum(map(str.isdigit, c.text)) > _FEW or c.lemma in {"million", "thousand", "hundred"} for c in numbers)


def is_worth_of_goods(total: Token) -> bool:
    """As in "$5 million of tea": a sum that goods are worth."""
    led = (o for c in total.children if c.dep == "prep" and c.lower in {"of", "in"} for o in c.children)
    return any(o.dep == "pobj" and product_of(o.text) is not None for o in led)
