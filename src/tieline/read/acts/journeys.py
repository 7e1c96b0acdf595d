"""Visits told by the journey that takes somebody there: "the visit will take Vella to Nepal and Laos", "a tour that took him to Chad"."""

from __future__ import annotations

from tieline.read.acts.dates import Dating
from tieline.read.acts.grammar import object_of
from tieline.read.acts.modality import standing
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import RELATIVES, STATELY

TAKING = frozenset({"take", "bring", "lead"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "journey", "itinerary", "swing"})


class Journeys:
    """Reads who is taken where in one sentence."""

    def __init__(self, parties: Parties, roles: Roles, dating: Dating) -> None:
        """Bind the parties of the sentence and its times."""
        self.parties, self.roles, self.dating = parties, roles, dating

    def read(self, verb: Token) -> Act | None:
        """The visit of whoever a journey takes to another country."""
        if verb.pos != "VERB" or verb.lemma not in TAKING:
            return None
        subject, passive = self.roles.subject(verb)
        if subject is not None and subject.lower in RELATIVES and verb.dep == "relcl":
            subject = verb.head
        how, guest = standing(verb), object_of(verb)
        if subject is None or passive or how is None or guest is None or subject.lemma not in _JOURNEYS:
            return None
        guests = [p for p in self.parties.of(guest) if p.code and p.kind in STATELY]
        hosts = [p for p in self.roles.led_to(verb, {p.code for p in guests}) if p.code]
        if not guests or not hosts or how.modality not in {"happened", "scheduled"}:
            return None
        date, _ = self.dating.of(
            [verb, subject, *(c for c in subject.children if c.dep == "acl")], modality=how.modality
        )
        points = [(subject.idx, verb.idx + len(verb)), *((p.start, p.end) for p in (*guests, *hosts))]
        start, end = min(a for a, _ in points), max(b for _, b in points)
        return Act(
            "CONSULT", "visit", tuple(guests), tuple(hosts), how.modality, date, mutual=False, start=start, end=end
        )
