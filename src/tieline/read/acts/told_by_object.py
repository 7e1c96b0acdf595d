"""Whom the object of a verb tells by itself: who invited, where a deed was done, whose border it is, whose help is called for.

Each asks the parties of a sentence alone, whatever else its rule wants.
"""

from __future__ import annotations

from tieline.read.acts.grammar import joined, prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_SUMMONED = frozenset("peacekeeper observer monitor inspector intervention mediation troop force mediator".split())
_COMING = frozenset({"visit", "come", "travel", "go", "trip", "journey"})
_CLAIMED = frozenset("claim suggestion allegation charge accusation idea notion theory report assertion view".split())


def where_done(parties: Parties, verb: Token, deed: Token) -> list[Party]:
    """In whose country a deed was done: "the jailing of Omani reporters in Chad"."""
    behind = (o for _, o in prepositions(verb, {"in", "inside"}) if o.i > deed.i)
    return next((places for o in behind if (places := _places(parties, o))), [])


def _places(parties: Parties, word: Token) -> list[Party]:
    found = (parties.place(each) for each in (word, *joined(word)))
    return [p for p in found if p is not None and p.code]


def inviters(parties: Parties, invitation: Token) -> list[Party]:
    """Whose invitation it is; nobody is an inviter for where something is held: "an invitation to a meeting in Lima"."""
    found = [p for c in invitation.lefts for p in parties.of(c) if p.code]
    found += [Party(m.code, None, m.start, m.end) for c in invitation.lefts if (m := parties.named_at(c))]
    for _, inner in prepositions(invitation, {"from", "of", "by"}):
        if inner.head.head == invitation:
            found += [p for p in parties.of(inner) if p.code]
    if found:
        return found[:1]
    led = [o for _, o in prepositions(invitation, {"to"}) if o.head.head == invitation]
    led += [o for c in invitation.children if c.lemma in _COMING for o in c.children if o.dep == "dobj"]
    coming = (v for v in (*led, *invitation.children) if v.lemma in _COMING)
    led += [o for v in coming for _, o in prepositions(v, {"to"})]
    return [p for o in led if (p := parties.place(o)) is not None and p.code][:1]


def whose_border(parties: Parties, border: Token, mine: set[str]) -> list[Party]:
    """Whose border somebody closes who has none there himself: "Moscow closed Estonia's border with Finland"."""
    whose = next((c for c in border.lefts if c.dep == "poss" and c.pos != "PRON"), None)
    if whose is None or border.lemma not in CLASSES["BORDER"] or not mine:
        return []
    return [p for p in parties.of(whose) if p.code and p.code not in mine]


def is_of_another_side(parties: Parties, rule: Rule, obj: Token, mine: set[str]) -> bool:
    """A claim of nobody who is named that is about a third: "rejecting the claim that Chad was to blame"."""
    clauses = clauses_of_claim(rule, obj)
    subjects = [g for c in clauses for g in c.children if g.dep in {"nsubj", "nsubjpass"} and g.pos == "PROPN"]
    whose = any(c.dep == "poss" for c in obj.lefts) or any(c.lower in {"by", "from", "of"} for c in obj.rights)
    whose = whose or any(parties.named_at(c) is not None for c in obj.lefts)
    return not whose and any(p.code not in mine for s in subjects for p in parties.of(s))


def called_in(parties: Parties, verb: Token, rule: Rule, mine: set[str]) -> list[Party]:
    """Whose help is called for, whatever it is to do: "called for U.N. peacekeepers to watch the border with Chad"."""
    if rule.type != "REQUEST" or rule.particle != "for":
        return []
    sent = [o for c in verb.children if c.lower == "for" for o in c.children if o.lemma in _SUMMONED]
    named = [m for o in sent for c in o.lefts if (m := parties.named_at(c)) is not None]
    return [Party(m.code, None, m.start, m.end) for m in named if m.code not in mine][:1]


def clauses_of_claim(rule: Rule, obj: Token) -> list[Token]:
    """What is claimed that somebody rejects: "rejected the claim that Chad was to blame"."""
    if rule.type != "REJECT" or obj.lemma not in _CLAIMED:
        return []
    return [c for c in obj.children if c.dep in {"acl", "ccomp"} and c.i > obj.i]
