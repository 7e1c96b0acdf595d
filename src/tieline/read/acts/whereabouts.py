"""Where somebody is, is due or is on his way, which is a visit only in some turns: "is in Quito", "had been to Quito", "is on its way to Quito"."""

from __future__ import annotations

from tieline.read.acts.turns import content_verb
from tieline.read.syntax.tokens import Token
from tieline.read.words.rule import Rule

_HELD = frozenset({"custody", "detention", "captivity", "prison", "jail", "exile", "hiding", "hospital"})
"""Where nobody is on a visit."""


def is_under_way(token: Token) -> bool:
    """As in "a delegation is on its way to Quito"."""
    ways = (o for c in token.children if c.dep == "prep" and c.lower == "on" for o in c.children)
    return token.lemma == "be" and any(o.lemma in {"way", "route"} for o in ways)


def is_placed(token: Token, rule: Rule, *, passive: bool) -> bool:
    """Verbs that mean a visit only in one use: "is in Berlin", "is expected in Berlin", "is due in Berlin"."""
    lemma = token.lemma
    if "adj" in rule.flags and token.pos != "ADJ":
        return False
    if lemma == "be" and rule.words and "place" not in rule.flags:
        return True  # "is after a loan", "is a mediator": its words tell it
    if lemma == "be":
        if rule.type == "CONSULT" and is_under_way(token):
            ends = {t.lower for t in token.subtree if t.dep == "prep"}
            return "from" not in ends or "to" in ends  # not "on its way home from Quito"
        there = {"in", "here"} if rule.type == "CONSULT" else {"on"}
        there |= {"to"} if rule.type == "CONSULT" and token.tag == "VBN" else set()  # "had been to Quito"
        preps = (c for c in token.children if c.dep == "prep" and c.lower in there)
        held = {o.lemma for c in token.children if c.dep == "prep" for o in c.children} & _HELD
        return not held and any(True for _ in preps) and not any(c.dep in {"attr", "acomp"} for c in token.children)
    if lemma == "expect":
        return token.tag == "VBN" and not any(c.dep == "xcomp" for c in token.children)
    if lemma == "due":
        return content_verb(token) is None
    return not (passive and rule.mode == "meet" and lemma == "meet")
