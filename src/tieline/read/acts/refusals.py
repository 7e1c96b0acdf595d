"""Whom somebody denies a favour, talks or his consent, by a verb in the negative future or by what he can't accept."""

from __future__ import annotations

from typing import Any

from tieline.read.acts.grammar import object_of, objects_match, prepositions
from tieline.read.acts.modality import ATTENDING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.polarity import is_no_longer
from tieline.read.acts.turns import HOSTILE
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES, verb_rules

_ACCEPTING = frozenset({"accept", "recognise", "recognize", "agree", "consent", "tolerate"})
_LETTING = frozenset({"let", "allow", "permit"})
_NOT = frozenset({"not", "n't", "n’t", "never"})


class Refusals:
    """Finds who is refused in the clauses of one sentence."""

    parties: Parties

    def others(self, found: list[Party], actors: list[Party]) -> list[Party]:
        """Those who are none of the actors."""
        mine = {p.code for p in actors}
        return [p for p in found if p.code and p.code not in mine]

    def other_of(self, about: Any, actors: list[Party]) -> list[Party]:
        """The other country of the pair, whose deed is spoken of."""
        code = self.parties.other(actors[0].code) if len({p.code for p in actors}) == 1 else None
        return [Party(code, None, about.idx, about.idx + len(about))] if code else []

    def refused(self, verb: Token, actors: list[Party], *, told: bool = True, meant: bool = False) -> list[Party]:
        """Whom a favour is denied that a verb in the negative future tells of: "will not lift the embargo on Cuba".

        Where the actor does not say so himself (`told` is false), the verb and its object must be those of an act, or let
        somebody do something; of what one does not intend (`meant`) the denial stands with the verb above.
        """
        aux = {c.lower for c in verb.children if c.dep in {"aux", "neg"}}
        if verb.lemma == "make" and any(c.dep in {"ccomp", "xcomp"} for c in verb.children):
            return []  # "would not make them pay" denies nobody anything
        known = verb_rules().get(verb.lemma, [])
        rules = [r for r in known if not r.words]
        if (
            not (aux & {"will", "would", "wo"} or meant)
            or not (aux & _NOT or meant or (is_no_longer(verb) and not any("longer" in r.words for r in known)))
            or (rules[:1] and (rules[0].type in HOSTILE or verb.lemma in ATTENDING))
        ):
            return []
        obj = object_of(verb)
        letting = verb.lemma in _LETTING and obj is not None and bool(self.parties.of(obj))
        if not told and not meant and not letting and not any(r.objects and objects_match(r, obj) for r in rules):
            return []
        heads = [obj, *(inner for _, inner in prepositions(verb, {"to", "with", "for", "from", "on", "against"}))]
        mine = {p.code for p in actors}
        for head in heads:
            if head is None:
                continue
            found = self.others(self.parties.of(head, any_noun=head.lemma in CLASSES["PROPOSAL"]), actors)
            if not found and (head is obj or meant) and any(r.objects and objects_match(r, obj) for r in rules):
                found = self.others(self.parties.inside(head, without=set(mine)), actors)
            if found:
                return found[:1]
        return []

    def undiscussed(self, verb: Token, actors: list[Party]) -> list[Party]:
        """With whom one will not talk about something: "said that Delhi would not discuss the matter"."""
        aux = {c.lower for c in verb.children if c.dep == "aux"}
        waits = any(c.dep == "advcl" and any(g.lower in {"until", "unless"} for g in c.children) for c in verb.children)
        told = verb.dep == "ccomp" and verb.lemma in {"discuss", "negotiate", "reconsider"}
        told = told or (
            waits and verb.lemma in {"negotiate", "talk", "sit"}
        )  # "would not negotiate until the tariffs went"
        return self.other_of(verb, actors) if told and aux & {"will", "would", "wo"} else []

    def _holders(self, view: Any, actors: list[Party]) -> list[Party] | None:
        """Whose the view is that is not shared, whatever it is about: "did not agree with his view that Chad should pay"."""
        owner = next((c for c in view.children if c.dep == "poss"), None)
        if owner is None or not any(c.dep in {"acl", "ccomp"} for c in view.children):
            return None
        return self.others([p for p in self.parties.of(owner) if p.code], actors)[:1]

    def unaccepted(self, verb: Token, actors: list[Party]) -> list[Party]:
        """Whose proposal or deed is not accepted: "cannot agree to the French proposal", "would never recognise the independence of"."""
        aux = {c.lower for c in verb.children if c.dep == "aux"}
        if verb.lemma not in _ACCEPTING or not aux or aux & {"may", "might"}:
            return []
        obj = object_of(verb)
        heads = [obj, *(inner for _, inner in prepositions(verb, {"to", "with"}))]
        for head in heads:
            if head is not None and head.pos != "PRON":
                if (whose := self._holders(head, actors)) is not None:
                    return whose
                if head.lemma in CLASSES["INFORMAL"] and not self.parties.inside(head):
                    return self.other_of(head, actors)  # "would not agree to a truce"
                found = self.others(self.parties.inside(head, without={p.code for p in actors}), actors)
                if found:
                    return found[:1]
        return []
