"""Who stands on which side of an act: both alike, one on another, and whose country is concluded from the pair."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.act_grammar import joined, prepositions, subject_of
from tieline.read.act_lexicon import CLASSES, Rule, verb_rules
from tieline.read.act_modality import SAYING
from tieline.read.act_named import Party
from tieline.read.act_parties import Parties
from tieline.read.act_roles import Roles
from tieline.read.act_words import ARMED, STATE_NOUNS

_JOINT = frozenset({"AGREE", "COOPERATE", "CONCEDE", "REJECT"})
_UPON = re.compile(r"\b(?:on|against|from|for)\s+(?:[\w-]+\s+){0,2}$")
_NEAR = 50
_MEASURES = CLASSES["SANCTIONS"] | CLASSES["BLOCKADE"]
_BY_BOTH = frozenset({"meet", "talks", "phone", "sign", "reach-agreement", "restore-ties"})
"""What "they" do with each other."""
_BESIDE = frozenset({"along", "together", "alongside"})
_FIGHTS = frozenset("clash fighting skirmish firefight battle shootout gunfight gunbattle exchange".split())
_COURTS = frozenset({"WTO", "ICC", "UN"})
"""Where one complains of somebody else."""
STATELY = frozenset({"person", "organ", "state"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties and its place in the sentence, before it is a claim; `aside`: not what the sentence's speaker says."""

    type: EventType
    mode: str
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    modality: EventModality
    date: Period | None
    mutual: bool
    start: int
    end: int
    place: str | None = None
    aside: bool = False


def may_act(party: Party, rule: Rule) -> bool:
    """States, their officials and arms act; crowds only protest, armed groups only fight, media only praise and scold."""
    if party.kind in {"private", "other"}:
        return False
    if party.kind == "crowd":
        return rule.type == "PROTEST"
    if party.kind == "armed":
        return rule.type in {"ASSAULT", "COERCE"} or rule.mode == "release"
    return not (party.kind == "media" and rule.type not in {"SUPPORT", "ACCUSE", "THREATEN"})


def _one_another(obj: Any) -> bool:
    """What each of two does to the other: "accused each other", "each blames the other"."""
    return obj.lower in {"other", "another"} and any(c.lower in {"each", "one", "the"} for c in obj.children)


class Sides:
    """Sorts the parties of an act."""

    def __init__(self, parties: Parties, roles: Roles) -> None:
        """Bind the sentence's parties."""
        self.parties, self.roles = parties, roles

    def sort(
        self, token: Any, rule: Rule, obj: Any, actors: list[Party], *, passive: bool
    ) -> tuple[list[Party], list[Party], bool]:
        """Who does it to whom, and whether it is done by both alike."""
        targets = self.roles.targets(token, rule, obj, actors)
        if rule.mutual and not passive:
            actors, targets = self._among(token, rule, actors, targets)
        if rule.mutual and len(actors) > 1:
            actors = self._placed(actors)
        if (
            (rule.type in {"ACCUSE", "THREATEN"} or rule.mode in {"yield", "agree"})
            and targets
            and actors
            and (targets[0].code in _COURTS or self._of_a_measure(token, rule, targets[0]))
        ):
            code = self.parties.other(actors[0].code)
            targets = [replace(targets[0], code=code)] if code else targets
        if passive and not actors and rule.mutual:
            return self._by_nobody(token, rule, obj, targets)
        if rule.mutual and not passive and not targets and actors and all(p.code is None for p in actors):
            pair = self.parties.pair
            if pair and len(actors) == 1 and (actors[0].person or "").endswith("s"):
                one, other = (replace(actors[0], code=code) for code in pair)
                return [one], [other], True
        if passive and not actors and len(targets) == 2 and rule.mode in {"reopen", "resume", "cancel"}:
            return targets[:1], targets[1:], True  # "the crossing between Oman and Yemen reopened"
        if passive and not actors:
            actors, targets = self._agentless(token, rule, obj, targets)
        codes = list(dict.fromkeys(p.code for p in actors if p.code))
        if (
            (
                rule.mutual
                or rule.type in _JOINT
                or (rule.mode == "sever-ties" and rule.objects is not None)
                or "year" in rule.flags
            )
            and rule.mode != "receive"
            and len(codes) >= 2
            and not [t for t in targets if t.code not in codes]
        ):
            first = [p for p in actors if p.code == codes[0]]
            return first, [p for p in actors if p.code != codes[0]], True
        if rule.mutual and not actors and len(targets) >= 2:
            return targets[:1], targets[1:], True
        each = any(t.lower in {"other", "another"} and _one_another(t) for t in token.subtree)
        alike = len(codes) == 2 and not passive and not [t for t in targets if t.code not in codes]
        if alike and each and rule.type == "SUPPORT":
            return [p for p in actors if p.code == codes[0]], [p for p in actors if p.code == codes[1]], True
        if len(codes) == 2 and obj is not None and not passive and _one_another(obj):
            return [p for p in actors if p.code == codes[0]], [p for p in actors if p.code == codes[1]], True
        return actors, targets, rule.mutual and rule.type != "AGREE"

    def _of_a_measure(self, token: Any, rule: Rule, heard: Party) -> bool:
        """Who is complained to is not who did it: "complained to the EU about the ban"."""
        pair = self.parties.story.pair
        about = any(inner.lemma in _MEASURES for _, inner in prepositions(token, {"about", "over", "against"}))
        return heard.code == "EU" and about and rule.type == "ACCUSE" and pair is not None and "EU" not in pair

    def _by_nobody(
        self, token: Any, rule: Rule, obj: Any, targets: list[Party]
    ) -> tuple[list[Party], list[Party], bool]:
        """Who does alike what is told in the passive without an agent: "was signed between A and B", "bilateral talks are to be held"."""
        if len(targets) >= 2:
            return targets[:1], targets[1:], True
        doer = self._doer(token, targets)
        if doer:
            return doer, targets, True
        pair = self.parties.pair
        own = rule.type == "CONSULT" and obj is not None and any(c.lower == "bilateral" for c in obj.children)
        if (
            rule.type == "CONSULT"
            and obj is not None
            and pair
            and not any(c.dep in {"det", "poss"} for c in obj.children)
        ):
            places = (self.parties.place(inner) for _, inner in prepositions(token, {"in", "at"}))
            own = own or any(p is not None and p.code in pair for p in places)
        if pair and not targets and (rule.type == "SUPPORT" or own):
            return [Party(pair[0], None, token.idx, token.idx)], [Party(pair[1], None, token.idx, token.idx)], True
        return [], [], False

    def _agentless(self, token: Any, rule: Rule, obj: Any, targets: list[Party]) -> tuple[list[Party], list[Party]]:
        """Who did what is told in the passive without an agent, and to whom."""
        actors: list[Party] = []
        imposed = self.parties.memory.imposed
        if not targets and imposed and self._of_measure(token, rule, obj):
            doer, target = (Party(code, None, token.idx, token.idx) for code in imposed)
            return [doer], [target]
        if len(targets) == 1 and targets[0].code and self._done_on(rule, targets[0]):
            code = self.parties.other(targets[0].code)
            return [Party(code, None, token.idx, token.idx)] if code else [], targets
        if rule.type == "AID" and targets:
            last = next((e for e, at in self.parties.memory.acts[-1:] if e.type in {"AID", "AGREE"}), None)
            if last is not None and last.actor and last.actor not in {t.code for t in targets}:
                return [Party(last.actor, None, token.idx, token.idx)], targets  # "a similar boat was given to Fiji"
        if not targets and rule.mode in {"return", "release"}:
            held = next(
                (e for e, _ in reversed(self.parties.memory.acts) if e.type == "COERCE" and e.modality == "happened"),
                None,
            )
            if held is not None:
                doer, target = (Party(code, None, token.idx, token.idx) for code in (held.actor, held.target))
                return [doer], [target]
        if rule.type in {"ASSAULT", "COERCE"}:
            actors = [p for p in self._harm_doer(token) if p.code not in {t.code for t in targets}]
            targets = targets or (self.parties.around(token, {p.code for p in actors}) if actors else [])
        if not actors and targets and rule.mode == "ban":
            own = [p for _, inner in prepositions(token, {"from"}) for p in self.parties.inside(inner)]
            actors = [p for p in own if p.code not in {t.code for t in targets}][:1]
        if not actors and rule.mode == "summon-envoy":
            called = (
                p
                for _, inner in prepositions(token, {"to", "in", "by"})
                for p in (*self.parties.of(inner), self.parties.place(inner))
            )
            actors = [p for p in called if p is not None and p.code and p.code not in {t.code for t in targets}][:1]
        if not actors and rule.type in {"MOBILIZE", "RETREAT"} and obj is not None:
            own = [p for p in self.parties.of(obj) if p.code and p.kind in STATELY]
            actors = [p for p in own if p.code not in {t.code for t in targets}] or own
            targets = [t for t in targets if t.code not in {p.code for p in actors}]
            if actors and not targets:
                targets = self.roles.targets(token, rule, None, actors) or self._intercepted(token, actors)
        if not actors and rule.mode == "expel-diplomat":
            left = (o for c in token.children if c.dep == "xcomp" for o in c.children if o.dep == "dobj")
            actors = [p for o in left if (p := self.parties.place(o)) and p.code not in {t.code for t in targets}][:1]
        if not actors and rule.mode == "expel-diplomat":
            places = [*prepositions(token, {"from"}), *(prepositions(obj, {"in", "to"}) if obj is not None else ())]
            actors = [p for _, inner in places if (p := self.parties.place(inner))]
        return actors, targets

    def _intercepted(self, token: Any, actors: list[Party]) -> list[Party]:
        """Against whom forces are sent: "jets were scrambled to intercept Turkish aircraft"."""
        mine: set[str | None] = {p.code for p in actors}
        goals = (c for c in token.children if c.dep in {"xcomp", "advcl"} and c.i > token.i)
        met = (o for c in goals for o in c.children if o.dep == "dobj")
        return [p for o in met for p in self.parties.inside(o, without=mine)][:1]

    def _among(
        self, token: Any, rule: Rule, actors: list[Party], targets: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """What several do together: "they met" is both of a pair; who was there "along with" two is no other side."""
        codes = {p.code for p in actors if p.code}
        subject, _ = subject_of(token)
        if (
            rule.mode in _BY_BOTH
            and len(codes) == 1
            and not targets
            and subject is not None
            and subject.lower == "they"
        ):
            other = self.parties.other(next(iter(codes)))
            return actors, [replace(actors[0], code=other)] if other else []
        if rule.mode in _BY_BOTH and len(codes) == 1 and not targets and subject is not None:
            unknown = [t for t in (subject, *joined(subject)) if self._is_unknown_name(t)]
            other = self.parties.other(next(iter(codes)))
            if len(unknown) == 1 and other and actors[0].kind == "person":
                name = unknown[0]
                return actors, [Party(other, name.text, name.idx, name.idx + len(name), "person")]
        beside = (inner for c in token.children if c.lower in _BESIDE for inner in c.subtree)
        if len(codes) == 2 and targets and targets[0].start in {t.left_edge.idx for t in beside}:
            return actors, []
        return actors, targets

    def _is_unknown_name(self, token: Any) -> bool:
        """A name of whom the story has not told: "Vella and Putin spoke by telephone"."""
        capital = token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
        known = self.parties.named_at(token) is not None or any(
            p.start <= token.idx < p.end for p in self.parties.persons
        )
        return capital and not known

    def _placed(self, actors: list[Party]) -> list[Party]:
        """Two people who do it together, one of them without a country: he is of the other one of the pair."""
        known = {p.code for p in actors if p.code}
        other = self.parties.other(next(iter(known))) if len(known) == 1 else None
        if other is None or len(actors) != 2 or not all(p.code or p.kind == "person" for p in actors):
            return actors
        return [p if p.code else replace(p, code=other) for p in actors]

    def _of_measure(self, token: Any, rule: Rule, obj: Any) -> bool:
        """The measure that the story told of is imposed or lifted: "the duties were imposed in 2021", "the ban was lifted"."""
        if rule.type not in {"SANCTION", "CONCEDE"} or not rule.objects or obj is None or obj.lemma not in _MEASURES:
            return False
        known = any(c.lower in {"the", "this", "these", "that", "those"} for c in obj.children)
        return known and token.dep in {"ROOT", "ccomp", "conj", "advcl"} and not self.parties.inside(obj)

    def _done_on(self, rule: Rule, target: Party) -> bool:
        """A measure in the passive is on the country named, so that the other one of the pair has taken or lifted it."""
        if rule.type == "REJECT" or rule.mode == "expel-diplomat":
            return rule.type == "REJECT"
        before = self.parties.sentence.text[max(0, target.start - _NEAR) : target.start]
        return rule.type in {"SANCTION", "CONCEDE"} and bool(rule.objects) and _UPON.search(before) is not None

    def _harm_doer(self, token: Any) -> list[Party]:
        """Whose fire or raid it was in which people "were killed", or who did what is told in the clause with "when"."""
        for _, inner in prepositions(token, {"in", "during"}):
            if inner.lemma in _FIGHTS:
                foes = [
                    p for _, o in prepositions(inner, {"with"}) for p in self.parties.of(o, any_noun=True) if p.code
                ]
                if foes:
                    return foes
        for word, inner in prepositions(token, {"in", "during", "from", "after"}):
            if inner.lemma in ARMED or inner.lemma in CLASSES["ATTACK"] or inner.lemma in CLASSES["TROOPS"]:
                found = [p for p in self.parties.of(inner, any_noun=True) if p.code]
                if found and word != "after":
                    return found
        if token.lemma in {"fire", "launch", "shoot", "lob"}:
            places = (self.parties.place(inner) for _, inner in prepositions(token, {"from"}))
            return [p for p in places if p is not None]
        for clause in token.children:
            if clause.dep == "advcl" and any(c.lower in {"when", "as", "after"} for c in clause.children):
                rules = verb_rules().get(clause.lemma, [])
                if any(r.type == "ASSAULT" for r in rules):
                    found, _, passive = self.roles.actors(clause)
                    if not passive:
                        return [p for p in found if p.code and p.kind in STATELY | {"armed"}]
        return []

    def _doer(self, token: Any, targets: list[Party]) -> list[Party]:
        """Whose agreement it is that was "signed with Nepal": the subject of the main clause."""
        if len(targets) != 1 or token.dep != "acl":
            return []
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        if verb is None:
            return []
        found, _, passive = self.roles.actors(verb)
        return [p for p in found if p.code and p.code != targets[0].code and not passive and p.kind in STATELY]

    def completed(self, actors: list[Party], targets: list[Party]) -> tuple[list[Party], list[Party]]:
        """Give a side whose country is open the other country of the pair."""
        known = next((p.code for p in (*actors, *targets) if p.code), None)
        other = self.parties.other(known)
        for party in (*actors, *targets):
            if party.code is None and other and party.kind == "person" and party.person:
                self.parties.settle(party.person, other)
        done_actors = [p if p.code else replace(p, code=other) for p in actors]
        done_targets = [p if p.code else replace(p, code=other) for p in targets]
        return [p for p in done_actors if p.code], [p for p in done_targets if p.code]

    def own_words(self, verb: Any, actors: list[Party]) -> bool:
        """The clause is the actor's own statement, or nobody's."""
        sayer = (
            verb.head
            if verb.dep == "ccomp" and verb.head != verb
            else next((c for c in verb.children if c.dep in {"parataxis", "ccomp"}), None)
        )
        if sayer is None or sayer.lemma not in SAYING | {"warn", "threaten", "vow"}:
            return True
        subject, _ = subject_of(sayer)
        if subject is not None and subject.lemma in STATE_NOUNS and not self.parties.of(subject):
            return True  # "ministers warned"
        said = {p.code for p in self.parties.of(subject) if p.code} if subject is not None else set()
        known = subject is not None and bool(self.parties.of(subject))
        return bool(said & {p.code for p in actors}) or (known and not said)
