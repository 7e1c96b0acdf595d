"""Who stands on the sides of an act that a noun names where no preposition of its own leads there, and who the crowd is of a protest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tieline.model.vocabulary import EventModality
from tieline.read.acts.dates import Dating
from tieline.read.acts.doers import agent_of
from tieline.read.acts.grammar import domain, object_of, prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.acts.talks import HOLDING
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.when.resolver import TimeMention
from tieline.read.words.actors import PAIR, STATELY
from tieline.read.words.rule import Rule

_TAKING_PLACE = frozenset(
    "erupt break begin continue flare rage open end resume start collapse convene hold take go be stall conclude fail occur follow "
    "intensify escalate spread finish restart drag focus".split()
)
"""Verbs with which talks or fighting "between A and B" go on."""
_UPON = frozenset({"on", "against", "for", "of", "from"})
_FIGHTS = frozenset({"clash", "skirmish", "firefight", "gunbattle", "shootout"})
_AIMED = frozenset({"on", "against"})
_BENEFITING = frozenset({"to", "with", "for", "from", "on", "in"})
_ARRIVING = frozenset({"arrive", "reach", "land", "go"})
"""What gifts do where they are received."""
_SETTING_OUT = frozenset({"set", "leave", "depart", "fly", "head", "embark", "go", "start"})
_NEXT_DOOR = frozenset({"neighbour", "neighbor"})
_MEANWHILE = frozenset({"amid", "amidst", "during"})
_ANSWERING = frozenset({"respond", "reply", "react", "answer", "bow", "yield"})
"""Who does so to a demand or a warning is the one whom it was made to."""


class NounSides:
    """Finds the sides of one sentence's nouns; `told` holds the acts of its verbs by token."""

    parties: Parties
    roles: Roles
    dating: Dating
    told: dict[int, Act]
    sentence: Sentence

    def _noun_targets(self, token: Token, rule: Rule, actors: list[Party]) -> list[Party]:
        mine: set[str | None] = {p.code for p in actors}
        for slot in rule.slots:
            for child in self._prepositions(token):
                if child.lower == slot or (child.lower == "of" and token.lemma == "tour" and slot == "to"):
                    for obj in child.children:
                        if obj.dep == "pobj":
                            both = PAIR.match(self.sentence.text, obj.left_edge.idx)
                            found = self.parties.of(obj) or ([] if both else self.parties.inside(obj, without=mine))
                            place = self.parties.place(obj) if rule.mode == "visit" and not found else None
                            found = found or ([place] if place else self._that_country(obj, rule, mine))
                            if (
                                rule.type == "ASSAULT" and obj.lemma in _NEXT_DOOR
                            ):  # "sanctions over its raid on its neighbour"
                                told = {a.code for act in self.told.values() for a in act.actors}
                                found = [p for p in found if p.code not in told]
                            if found:
                                return [p for p in found if p.code is None or p.code not in mine]
        return self._without_preposition(token, rule, actors, mine)

    def _that_country(self, place: Token, rule: Rule, mine: set[str | None]) -> list[Party]:
        """Where a visit "to that country" leads: to the other one of the two."""
        if rule.mode != "visit" or place.lemma not in {"country", "nation"} or place.left_edge.lower != "that":
            return []
        code = self.parties.other_of_all(mine)
        return [Party(code, None, place.left_edge.idx, place.idx + len(place))] if code else []

    def _without_preposition(self, token: Token, rule: Rule, actors: list[Party], mine: set[str | None]) -> list[Party]:
        """The target of a noun that no preposition of its own leads to."""
        if rule.mode == "visit":
            named = (self.parties.named_at(c) for c in token.children if c.dep in {"compound", "nmod"})
            to = [m for m in named if m is not None and m.use != "adjective" and m.code not in mine]
            if to and mine:  # "his Moscow visit"
                return [Party(to[-1].code, None, to[-1].start, to[-1].end)]
        if rule.type == "SANCTION" and "poss" in rule.flags and not any(c.lower in _UPON for c in token.children):
            told = any(act.type == "SANCTION" for act in self.told.values())
            code = self.parties.other(actors[0].code) if len(mine) == 1 and not told else None
            return [Party(code, None, token.idx, token.idx + len(token))] if code else []
        if rule.type == "REQUEST" and len(mine) == 1 and any(c.lower == "by" for c in token.children):
            code = self.parties.other(actors[0].code)  # "an appeal by Fiji's minister in May"
            dated = code and self._time(token, rule, token.idx + len(token), "happened") is not None
            return [Party(code, None, token.idx, token.idx + len(token))] if dated else []
        by = next((c for c in token.children if c.lower == "by"), None)
        within = range(by.idx, by.right_edge.idx) if by is not None else range(0)
        if rule.mode == "attack" and len(mine) == 1 and any(m.start in within for m in self.parties.named):
            others = {m.code: m for m in self.parties.named if m.code not in mine}  # "three incursions by its army"
            return [Party(c, None, m.start, m.end) for c, m in others.items()] if len(others) == 1 else []
        if rule.type in {"ACCUSE", "REQUEST"}:
            found = self._in_clause(token, mine)
            if found:
                return found
        if rule.type in {"REJECT", "AGREE"} and mine:
            return self._of_infinitive(token, mine)
        if token.dep == "pobj" and token.head.lower == "to" and token.head.head.lemma in _ANSWERING and mine:
            heard, _, passive = self.roles.actors(token.head.head)
            return [p for p in heard if p.code and p.code not in mine and p.kind in STATELY and not passive]
        if "from" in rule.flags and token.dep == "nsubj" and token.head.lemma in _ARRIVING:
            come = [object_of(token.head), *(o for _, o in prepositions(token.head, {"in", "to", "at"}))]
            places = [self.parties.place(o) for o in come if o is not None]
            return [p for p in places if p is not None and p.code not in mine][:1]
        if "from" in rule.flags and token.dep == "appos":
            verb = next((a for a in token.ancestors if a.pos == "VERB"), None)
            if verb is not None:
                return [
                    p for _, inner in prepositions(verb, {"to", "in"}) for p in self.parties.inside(inner, without=mine)
                ][:1]
        return []

    def _in_clause(self, token: Token, mine: set[str | None]) -> list[Party]:
        """Whom the clause of a charge or a demand speaks of: "Fiji's complaint that Chile dumped its salmon"."""
        clauses = [c for c in token.children if c.dep in {"acl", "ccomp"}]
        if token.dep in {"nsubj", "attr"} and token.head.lemma == "be":  # "Fiji's complaint is that Chile"
            clauses += [c for c in token.head.children if c.dep == "ccomp" and c.i > token.i]
        if not clauses and token.dep == "pobj" and token.head.head.pos == "VERB":  # "began with Fiji's charge that"
            clauses += [c for c in token.head.head.children if c.dep == "ccomp" and c.i > token.i]
        doers = (g for c in clauses if that_clause(c) for g in _doers(c))
        found = [p for g in doers for p in self.parties.of(g) if p.code not in mine]
        if not found and token.dep == "nsubj":  # "Fiji's complaint is that prices fell when Tonga sold its stocks"
            inside = [m for c in clauses for m in self.parties.named if c.left_edge.idx <= m.start <= c.right_edge.idx]
            found = [Party(m.code, None, m.start, m.end) for m in inside if mine and m.code not in mine][:1]
        return found

    def _foes_named(self, fight: Any) -> list[Party]:
        """Who fights where nobody is told: the story's two, if the sentence names both and nobody else ("which led to clashes")."""
        own = self.parties.story.pair if fight.lemma in _FIGHTS and fight.tag == "NNS" else None
        named = {m.code: m for m in self.parties.named}
        return [Party(c, None, named[c].start, named[c].end) for c in own] if own and named.keys() == {*own} else []

    def _prepositions(self, token: Token) -> list[Token]:
        """Prepositions in a noun's phrase, its own before those that the parse hangs on a noun inside it."""
        inner = [t for t in (*domain(token), *particle_of(token)) if t.dep == "prep"]
        if token.dep in {"nsubj", "nsubjpass"} and token.head.lemma in _TAKING_PLACE:
            inner += [t for t in token.head.children if t.dep == "prep" and t.lower in {"between", "with"}]
        if token.dep == "pobj" and token.head.head.pos == "VERB":  # "protested at fire by Malian troops on herders"
            inner += [t for t in token.head.head.children if t.dep == "prep" and t.lower in _AIMED and t.i > token.i]
        return sorted(inner, key=lambda t: (t.head != token, t.i))

    def _time(self, token: Token, rule: Rule, end: int, how: EventModality) -> TimeMention | None:
        """The time of the noun, of the verb that it is the subject of, or the one that follows its words."""
        _, time = self.dating.of([token], modality=how)
        if time is None and (token.dep in {"nsubj", "nsubjpass"} or (token.dep == "attr" and token.head.lemma == "be")):
            _, time = self.dating.of([token.head], modality=how)
        if time is None and rule.mode == "visit" and how == "scheduled" and sets_out_on(token):
            _, time = self.dating.of([token.head.head], modality=how)  # "leaves on Monday on a tour of"
        if time is None and rule.type == "CONSULT":
            held = [t for t in token.subtree if t.dep == "acl" and t.lemma in HOLDING]
            _, time = self.dating.of(held, modality=how) if held else (None, None)
        elif time is None and token.dep == "appos" and "from" in rule.flags:
            _, time = self.dating.of([a for a in token.ancestors if a.pos == "VERB"][:1], modality=how)
        following = (
            t
            for t in self.sentence.times
            if 0 <= t.start - end <= 5 and t.period is not None and t.role in {"period", "point"}
        )
        return time or next(following, None)

    def _expeller(self, token: Token) -> list[Party]:
        """Who has sent somebody away, by the place that he left: "the expulsion of two Fijian diplomats from Peru"."""
        owner = next((c for c in token.children if c.dep == "poss" and c.pos != "PRON"), None)
        if owner is not None and any(c.lower == "of" for c in token.children):
            found = [p for p in self.parties.of(owner) if p.code]  # "Malta's expulsion of Fijian envoys from the EU"
            if found:
                return found
        places = (self.parties.place(o) for _, o in prepositions(token, {"from"}))
        return [p for p in places if p is not None and p.code][:1]

    def _of_infinitive(self, token: Token, mine: set[str | None]) -> list[Party]:
        """Whom what is refused or promised is for: "Peru's refusal to extradite the general to Chile"."""
        for clause in token.children:
            if clause.dep not in {"acl", "xcomp", "relcl"} or not any(c.lower == "to" for c in clause.lefts):
                continue
            heads = [object_of(clause), *(o for _, o in prepositions(clause, _BENEFITING))]
            for head in heads:
                if head is not None and head.pos != "PRON":
                    found = [p for p in self.parties.inside(head, without=mine) if p.code]
                    if found:
                        return found[:1]
        return []

    def _whose(self, token: Token, rule: Rule, whose: Token) -> list[Party]:
        """Whose an act is; whose invasion "its" is beside which something else is told: "support for Chad amid its invasion of Niger"; nobody's where two may be meant."""
        found = self.parties.of(whose)
        if rule.type != "ASSAULT" or whose.lower not in {"its", "their"}:
            return found
        prep = token.head if token.dep == "pobj" else None
        before = [m for m in self.parties.named if m.end <= whose.idx and not m.place]
        if prep is None or prep.lower not in _MEANWHILE or not before:
            return found
        last = before[-1]
        if last.code in {p.code for p in found}:
            return found
        of_name = prep.head.pos in {"NOUN", "PROPN"} and prep.head.left_edge.idx <= last.end
        return [Party(last.code, None, last.start, last.end)] if of_name and last.use != "adjective" else []

    def _adjoined(self, token: Token) -> Mention | None:
        """The country that stands right before a noun: "a Kenyan demand", "U.S. criticism"."""
        for child in token.lefts:
            if child.dep in {"amod", "compound", "nmod"} and (found := self.parties.named_at(child)) is not None:
                return found if not found.place else None
        return None

    def _pressed(self, token: Token) -> tuple[list[Party], list[Party]]:
        """Who is "under pressure from" whom: "Oslo, under Chinese pressure to", "came under pressure from Lima"."""
        found = self._adjoined(token)
        doers = [Party(found.code, None, found.start, found.end)] if found is not None else []
        if not doers:
            doers = [p for _, o in prepositions(token, {"from", "by"}) for p in self.parties.of(o) if p.kind in STATELY]
        verb = token.head.head
        if not doers or verb.pos not in {"VERB", "AUX"}:
            return [], []
        subject, _, passive = self.roles.actors(verb)
        pressed = [] if passive else [p for p in subject if p.code and p.kind in STATELY]
        return doers[:1], [p for p in pressed if p.code != doers[0].code]

    def _crowd(self, token: Token) -> list[Party]:
        """Who demonstrates: "a protest by Greek farmers", "stones thrown in a riot", "a vigil in Athens"."""
        for child in token.children:
            if child.dep == "prep" and child.lower in {"by", "of"}:
                found = [p for o in child.children if o.dep == "pobj" for p in self.parties.of(o)]
                return [p for p in found if p.code and p.kind == "crowd"]
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        if token.dep == "pobj" and verb is not None:
            found = [p for p in self.roles.actors(verb)[0] if p.code and p.kind == "crowd"]
            if found:
                return found
        clauses = [token, *([verb] if verb is not None else [])]
        places = [o for c in clauses for _, o in prepositions(c, {"in", "across", "throughout"})]
        where = next((p for o in places if (p := self.parties.place(o)) is not None and p.code), None)
        return [replace(where, kind="crowd")] if where is not None else []


def _doers(clause: Token) -> list[Token]:
    """Who does what a clause tells; in the passive its agent."""
    agent = agent_of(clause) if any(c.dep == "nsubjpass" for c in clause.children) else None
    return [agent] if agent is not None else [c for c in clause.children if c.dep == "nsubj"]


def sets_out_on(journey: Any) -> bool:
    """The present of a journey is its plan: "sets off on Monday on a tour of"."""
    verb = journey.head.head
    return (
        journey.dep == "pobj"
        and journey.head.lower == "on"
        and verb.lemma in _SETTING_OUT
        and verb.tag in {"VBZ", "VBP"}
        and not any(c.dep == "aux" for c in verb.children)
    )


def particle_of(noun: Token) -> list[Token]:
    """What hangs on the particle right behind a noun: "the shooting down of a drone by Chad"."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return [t for p in after if p.dep == "prt" for t in p.subtree if t is not p]


def that_clause(clause: Token) -> bool:
    """A clause that "that" begins."""
    return any(
        c.lower == "that" and (c.dep == "mark" or (c.dep in {"advmod", "dobj"} and c == clause.left_edge))
        for c in clause.children
    )
