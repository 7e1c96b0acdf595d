"""What the words of a speaker ask of another: that he "must", "should" or "had to" do something."""

from __future__ import annotations

from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import verb_rules

_MUST = frozenset({"must", "should", "ought"})
_BOUND = frozenset({"have", "need"})
_GIVING_WAY = frozenset({"RETREAT", "CONCEDE"})
_ASKED = frozenset(
    "pull withdraw leave release free stop end cease halt respect honour honor comply pay return hand lift drop allow apologise apologize "
    "disarm abide explain prove refrain respond account extradite punish".split()
)
"""What somebody has to do for another, not for himself: "said Chad had to pull back", not "had to buy grain"."""


def owed(clause: Token) -> Token | None:
    """The subject of a clause that says what somebody must do; None where it says nothing of the kind."""
    if any(c.lower in _MUST for c in clause.children) or is_bound(clause):
        return next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"}), None)
    return None


def is_bound(clause: Token) -> bool:
    """Somebody "had to" or "needs to" do what others ask: "said Chad had to pull its soldiers out"."""
    if clause.lemma not in _BOUND or any(c.dep in {"neg", "dobj", "auxpass"} for c in clause.children):
        return False
    asked = next((c for c in clause.children if c.dep == "xcomp" and any(g.lower == "to" for g in c.children)), None)
    if asked is None:
        return False
    return asked.lemma in _ASKED or any(r.type in _GIVING_WAY for r in verb_rules().get(asked.lemma, [])[:1])
