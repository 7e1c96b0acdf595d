"""Who only helps others to agree and is no party of what they agree to."""

from __future__ import annotations

from tieline.read.syntax.tokens import Token

_BROKERS = frozenset(
    {"broker", "mediator", "intermediary", "go-between", "facilitator", "guarantor", "witness", "arbiter"}
)
_BROKER_NEAR = 14
"""Words between "with" and what its country is there as."""


def is_broker(prep: Token) -> bool:
    """Whoever stands behind "with" only helps: "struck a deal with Qatar as broker", "a truce, with Kenya as mediator"."""
    if prep.lower == "from" and prep.i and prep.nbor(-1).lemma in _BROKERS:
        return True
    if prep.lower != "with":
        return False
    if any(c.dep == "pobj" and c.lemma in _BROKERS for c in prep.children):
        return True  # "agreed to discuss their dispute with mediators from Qatar"
    near = prep.doc[prep.i + 1 : prep.i + _BROKER_NEAR]
    return any(t.lower == "as" and any(c.dep == "pobj" and c.lemma in _BROKERS for c in t.children) for t in near)
