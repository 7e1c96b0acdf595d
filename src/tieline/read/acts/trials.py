"""Shots that are aimed at nobody: missiles that are tried out, over the sea or from it, whoever reports them."""

from __future__ import annotations

from typing import Final

from tieline.read.acts.grammar import joined, prepositions
from tieline.read.acts.senses import of_time
from tieline.read.syntax.tokens import Token

_SHOTS: Final = frozenset("missile rocket projectile satellite icbm slbm warhead booster".split())
_FIRING: Final = frozenset("fire launch shoot lob test conduct carry test-fire send".split())
_ON_TRIAL: Final = frozenset("test tests test-fired test-launched trial trials".split())
_GUNS: Final = frozenset("artillery mortar shell drone gun gunfire bomb".split())
_KINDS: Final = frozenset(
    "ballistic cruise range intercontinental hypersonic long-range short-range medium-range intermediate-range midrange satellite space anti-ship multistage".split()
)
"""What is said of a missile by whoever watches a test."""
_WATERS: Final = frozenset("sea water waters ocean coast gulf strait bay lake space orbit sky zone submarine".split())
_OVER: Final = frozenset("into toward towards off over in near from".split())
_AT: Final = frozenset({"at", "on", "against", "into"})
_SALVO: Final = 10
"""Nobody tries out so many at once."""


def is_trial(token: Token, obj: Token | None) -> bool:
    """A missile is fired and nothing is told that it was to hit: "fired a ballistic missile toward its eastern waters"."""
    if obj is None or obj.lemma not in _SHOTS or (token.lemma not in _FIRING and not _is_tested(token)):
        return False
    if _is_tested(token):
        return True
    if (obj.lemma == "rocket" and obj.tag == "NNS") or any(j.lemma in _GUNS for j in joined(obj)):
        return False  # "fired rockets and artillery"
    aimed = any(
        (prep != "into" or not _is_of_waters(o)) and not of_time(o.head) and _is_of(token, o.head)
        for prep, o in prepositions(token, _AT)
    )
    return not aimed and not _is_salvo(obj)


def _is_of(verb: Token, prep: Token) -> bool:
    """A preposition of the shot's own, not of what was done or said beside: "a day after warning against drills"."""
    node = prep.head
    while node is not verb and node.head is not node:
        if node.pos == "VERB" and node.dep in {"pcomp", "advcl", "acl"}:
            return False
        node = node.head
    return True


def over_waters(token: Token, obj: Token | None) -> bool:
    """A trial that is told as one: by its name, by the kind of the missile, or by the waters that it flew to."""
    if obj is None or not is_trial(token, obj):
        return False
    flown = any(_is_of_waters(o) for _, o in prepositions(token, _OVER))
    return flown or _is_tested(token) or any(t.lower in _KINDS for t in obj.lefts)


def _is_of_waters(place: Token) -> bool:
    return any(t.lemma in _WATERS or t.lower in _WATERS for t in place.subtree)


def _is_tested(token: Token) -> bool:
    beside = {c.lower for c in token.lefts if c.dep in {"npadvmod", "compound", "advmod", "nmod", "punct"}}
    return token.lower.startswith("test") or bool(beside & _ON_TRIAL)


def _is_salvo(shots: Token) -> bool:
    counts = (c.text.replace(",", "") for c in shots.children if c.dep == "nummod")
    return any((n.isdigit() and int(n) >= _SALVO) or n in {"dozens", "hundreds", "scores"} for n in counts)
