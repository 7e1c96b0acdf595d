"""What an act that is only likely cannot be, whatever its likelihood: facts of its clause that speak against its type or its sides."""

from __future__ import annotations

from typing import Any, Final

from tieline.model.vocabulary import QUAD_CLASSES, EventType
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import joined, object_of, prepositions
from tieline.read.acts.parties import Parties
from tieline.read.acts.story_sides import SITTING
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS, PRIVATE
from tieline.read.words.acts import CLASSES

MUTUAL: Final = frozenset({"CONSULT", "COOPERATE"})
_ONE_WAY: Final = frozenset(QUAD_CLASSES) - {"AGREE", "SUPPORT", "CONCEDE", "RETREAT"}
"""What two who are the subject together do to somebody else."""
_OF_ITS_OWN: Final = CLASSES["ENVOY"] | {"official", "officer", "delegation"}
"""Who is called home or sent by his own."""
_BESIDE: Final = frozenset("ally partner friend backer supporter neighbour neighbor foe enemy rival critic".split())
"""Who is called by the country that he stands beside or against, and is another one."""
_GIVEN: Final = CLASSES["AID"] | CLASSES["TROOPS"] | CLASSES["ARMS"] | {"resource", "itself", "themselves"}
"""What one commits by promising it; whatever else is committed is a misdeed."""
_BLOWS: Final = frozenset({"offensive", "attack", "raid", "assault", "incursion", "operation"})
_DENYING: Final = frozenset({"deny", "refute", "disclaim"})
_CHARGES: Final = frozenset("charge accusation allegation claim report this that it".split())
_SAID: Final = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"})
"""What somebody denies to have done is none of these."""
_ANSWERING: Final = frozenset({"accept", "decline", "reject", "refuse", "turn"})
_DEEP: Final = 5
_WITHIN: Final = frozenset({"xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "conj", "acl"})


def denial_over(token: Token) -> Token | None:
    """The verb that denies what a word tells: "has denied trespassing into", "denied that it had armed"."""
    node = token
    for _ in range(_DEEP):
        if node.lemma in _DENYING:
            return node
        if node.dep not in _WITHIN or node.head is node:
            return None
        node = node.head
    return None


def is_mistold(token: Token, kind: EventType) -> bool:
    """The word has a sense in which it is no act of its type: a misdeed is committed, a charge is denied."""
    denied = denial_over(token)
    if denied is not None:
        obj = object_of(denied)
        if token is denied or token is obj:  # a charge of another that is denied is his
            of_charge = obj is not None and (obj.lemma in _CHARGES or obj.lower in _CHARGES)
            return not (kind == "ACCUSE" and of_charge) if token is obj else of_charge
        return token.pos != "VERB" or kind in _SAID
    if kind != "AGREE" or token.lemma != "commit":
        return False
    obj = object_of(token)
    sum_given = obj is not None and (obj.tag in {"CD", "$"} or any(c.tag == "$" for c in obj.children))
    return obj is not None and not sum_given and obj.lemma not in _GIVEN and obj.lower not in _GIVEN


def is_with_others(token: Token, kind: EventType, parties: Parties, *, carried: bool) -> bool:
    """Who meets, is met or is given something is no state: "met executives", "offered tax breaks to firms", "the cabinet met", "the teachers' talks"."""
    subject, _ = subject_of(token) if token.pos == "VERB" else (token, False)
    if kind == "CONSULT" and subject is not None:
        owners = [c for c in subject.children if c.dep == "poss" and c.tag == "NNS"]
        if any(not parties.of(owner) for owner in owners):
            return True
    if token.pos != "VERB":
        return False
    obj = object_of(token)
    if obj is not None and obj.lemma == "invitation" and token.lemma in _ANSWERING:
        return True  # whoever gave it is told by rules
    links = {"to", "with", "on"} if kind == "REQUEST" and token.lemma == "call" else {"to", "with"}
    met = [o for o in (obj, *(inner for _, inner in prepositions(token, links))) if o is not None]
    if any(o.lemma in PRIVATE | CROWDS for o in met):
        return True
    if kind != "CONSULT":
        return False
    others = obj is not None and not parties.of(obj)
    return others or (carried and (bool(met) or (subject is not None and subject.lemma in SITTING)))


def is_of_other_sides(token: Token, kind: EventType, actor: str, target: str, parties: Parties) -> bool:
    """The subject or the object of a verb is a country's that stands on another side: who is told something tells it nobody, whom one accuses is accused."""
    if token.pos != "VERB" or kind in MUTUAL:
        return False
    subject, passive = subject_of(token)
    whose = _codes(subject, parties) if subject is not None and subject.pos != "PRON" else set()
    if passive:
        return actor in whose and target not in whose and subject.lemma not in _OF_ITS_OWN and not _in_own_blow(token)
    if subject is not None and subject.pos != "PRON":
        inside = {p.code for p in parties.inside(subject) if p.code}
        if subject.lemma in _BESIDE and not whose:
            return actor in inside
        named = whose | inside
        if (named and actor not in named) or (kind in _ONE_WAY and {actor, target} <= whose):
            return True
    obj = object_of(token)
    if obj is not None and (obj.dep not in {"dobj", "dative", "pobj"} or _is_ones_own(obj)):
        obj = None
    done_to = _codes(obj, parties) if obj is not None and obj.pos != "PRON" else set()
    return bool(done_to) and target not in done_to


def _in_own_blow(verb: Token) -> bool:
    """As in "ten soldiers were killed in an offensive on Omani posts": whom it hit had dealt it."""
    blows = (o for _, o in prepositions(verb, {"in", "during"}) if o.lemma in _BLOWS)
    return any(c.lower in {"on", "against"} or c.dep == "acl" for o in blows for c in o.children)


def _is_ones_own(obj: Token) -> bool:
    """An envoy, or what is the doer's: "recalled the ambassador", "sent its minister"."""
    return obj.lemma in _OF_ITS_OWN or any(c.dep == "poss" and c.pos == "PRON" for c in obj.lefts)


def _codes(word: Any, parties: Parties) -> set[str]:
    return {p.code for w in (word, *joined(word)) for p in parties.of(w) if p.code}
