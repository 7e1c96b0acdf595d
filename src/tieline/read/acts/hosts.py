"""Where a visit leads or a meeting is held: the country of a place behind the verb, of "here", of the clause before "where"."""

from __future__ import annotations

from tieline.read.acts.doers import agent_of
from tieline.read.acts.grammar import domain, prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES

_JOURNEYS = CLASSES["VISIT"] | CLASSES["TALKS"] | {"stay"}
_HOLDING = frozenset({"host", "convene", "organise", "organize", "mediate", "broker"})
_CLOSE = 25
"""Characters between a country and the "where" that is of it."""
_PLACES = frozenset({"in", "at", "to", "for", "into", "from", "near", "with"})


class Hosts:
    """Finds the hosts of one sentence's acts."""

    parties: Parties

    def led_to(self, verb: Token, mine: set[str | None]) -> list[Party]:
        """Where a journey takes somebody."""
        return self._host(verb, mine)

    def _host(self, verb: Token, mine: set[str | None]) -> list[Party]:
        for word, inner in sorted(prepositions(verb, _PLACES), key=lambda found: found[0] == "from"):
            if _of_another(inner, verb):
                continue
            place = self.parties.place(inner)
            if place is not None and place.code not in mine and not (word == "with" and place.code is None):
                more = [
                    p
                    for j in inner.conjuncts
                    if (p := self.parties.place(j)) and p.code not in mine and p.code != place.code
                ]
                return [place, *more]
        held = (agent_of(t) for t in domain(verb) if t.dep == "acl" and t.lemma in _HOLDING)
        hosts = [p for by in held if by is not None for p in self.parties.of(by) if p.code and p.code not in mine]
        if hosts:  # "took part in talks hosted by Chad"
            return hosts
        clause = verb.head if verb.dep == "acomp" else verb  # "where he is due"
        where = next((c for c in clause.children if c.lower == "where" and clause.dep in {"relcl", "advcl"}), None)
        here = next((t for t in domain(verb) if t.lower in {"here", "there"} and t.dep == "advmod"), None)
        here = clause.head if where is not None else here
        place = self.parties.place(here) if here is not None else None
        if place is None and where is not None:  # "struck Tonga even harder, where he is due"
            before = [m for m in self.parties.named if 0 <= where.idx - m.end < _CLOSE]
            place = Party(before[-1].code, None, before[-1].start, before[-1].end) if before else None
        return [place] if place and place.code not in mine else []


def _of_another(place: Token, verb: Token) -> bool:
    """A place of another journey or of an envoy: "returned after a visit to Peru", "the envoy for Yemen flew to Riyadh"."""
    prep = next((a for a in place.ancestors if a.dep in {"prep", "dative"}), None)
    if prep is None or prep.head == verb:
        return False
    told_as_journey = (
        prep.head.lemma in _JOURNEYS
        and prep.head.dep == "pobj"
        and prep.head.head.lower in {"after", "from", "following"}
    )
    return told_as_journey or (prep.lower == "for" and prep.head.pos in {"NOUN", "PROPN"})
