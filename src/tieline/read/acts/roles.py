"""Who acts by a verb or noun that names an act, and on whom: the slots of its rule, filled with the parties of the clause."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.acts.answers import VOTES, Answers
from tieline.read.acts.brokers import is_broker
from tieline.read.acts.bystanders import sufferer
from tieline.read.acts.contents import Contents
from tieline.read.acts.grammar import given_in_passive, joined, prepositions
from tieline.read.acts.hosts import Hosts
from tieline.read.acts.named import Party
from tieline.read.acts.reactions import DEEDS_NAMED, points_back
from tieline.read.acts.subjects import Subjects
from tieline.read.acts.told_by_object import (
    called_in,
    clauses_of_claim,
    inviters,
    is_of_another_side,
    where_done,
    whose_border,
)
from tieline.read.acts.trials import is_trial
from tieline.read.acts.victims import is_strike, strikers, warned_of
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS, PAIR, PRIVATE, STATELY
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

if TYPE_CHECKING:
    from tieline.read.acts.sides import Act

_CONCERT = frozenset("coordination co-ordination concert consultation tandem conjunction line cooperation".split())
"""In which something is done to a third: "in coordination with Kenya"."""
_NEEDY = frozenset({"ACCUSE", "REQUEST", "AGREE", "REJECT", "SANCTION", "CONCEDE", "COOPERATE", "CONSULT"})
_LEAVING = frozenset({"withdrawal", "pullout", "removal", "retreat", "evacuation", "expulsion"})
"""What is demanded from a place, not of it."""
_COMMENTING = frozenset({"criticise", "protest-note", "oppose", "back", "praise"})
"""What one says of another's deed."""
_LINKS = frozenset({"with", "to", "from", "against", "on", "for", "at", "of", "about", "over", "between", "upon"})
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
_RECEIVING = frozenset({"dative", "to", "for", "from"})
_ADDING = frozenset({"and", "separately", "then", "later", "also", "afterwards"})
_OWNING = frozenset({"its", "their"})
_BOTH = 2
_HOUSES = frozenset(
    "parliament duma house assembly senate congress committee chamber knesset diet lawmaker deputy senator".split()
)
_ONES_OWN = frozenset(
    "ministry government cabinet army navy military staff ministers embassy diplomat citizen company".split()
)
_WHERE = frozenset({"mod", "in", "near", "into", "along"})
"""Acts on whoever is where they are done."""


class Roles(Subjects, Hosts, Contents, Answers):
    """Fills a rule's slots for one verb; `told` holds the acts of the sentence's verbs so far."""

    told: dict[int, Act]

    def targets(self, verb: Token, rule: Rule, obj: Token | None, actors: list[Party]) -> list[Party]:
        """The parties in the first slot of the rule that holds any but the actors."""
        if obj is not None and self._at_the_top(verb, rule, obj, actors):
            return []
        mine = {p.code for p in actors if p.code}
        aimed = self._aimed(verb, rule, obj, mine) if obj is not None else None
        if aimed is not None:
            return aimed
        given = self._given(verb, rule, mine) or called_in(self.parties, verb, rule, mine)
        if given:
            return given
        blow = obj if rule.type == "ACCUSE" else warned_of(verb)
        struck = (
            strikers(blow, self.parties, mine, self.told.values()) if blow is not None and is_strike(blow) else None
        )
        if struck is not None:
            return struck
        if rule.mode == "close-border" and obj is not None and (owner := whose_border(self.parties, obj, mine)):
            return owner
        own = self._own_preposition(verb, rule, obj, mine)
        if not own and rule.mode == "recall-envoy" and (charged := self._over_strike(verb, mine)) is not None:
            return charged
        for slot in rule.slots:
            if own and slot in _LINKS:
                return self._located([*own, *self._also_with("with", verb, own, mine)], verb, mine)
            slotted = [self._abroad(p, mine) for p in self._slot(slot, verb, rule, obj, actors)]
            found = [p for p in slotted if p.code is None or p.code not in mine]
            if found:
                return self._located([*found, *self._also_with(slot, verb, found, mine)], verb, mine)
            if (
                rule.mode != "cooperate"
                and "named" not in rule.flags
                and slot == rule.slots[-2 if rule.slots[-1] == "other" and len(rule.slots) > 1 else -1]
                and rule.type in SPEECH_ACTS
            ):
                alone = bool(mine) and not ((rule.mutual or rule.mode in {"cancel", "agree"}) and len(mine) > 1)
                code = self.parties.sole_other(verb, set(mine)) if alone else None
                if rule.mode == "call-on" and rule.slots[0] in {"on", "upon"}:
                    return []  # "called on Muslims"
                if code and not (obj is not None and rule.slots[0] == "obj" and rule.type == "REQUEST"):
                    return [Party(code, None, verb.idx, verb.idx + len(verb))]
        if "bare" in rule.flags:
            return []
        return self._other(verb, rule, obj, mine)

    def _aimed(self, verb: Token, rule: Rule, obj: Token, mine: set[str]) -> list[Party] | None:
        """Whom the object itself tells: whose invitation it is, in whose country a third one's people suffer it, nobody for a third one's claim; None where it tells none."""
        if rule.type in {"AGREE", "REJECT"} and obj.lemma == "invitation" and not points_back(obj):
            return [p for p in inviters(self.parties, obj) if p.code not in mine]
        if rule.type == "ACCUSE" and self._of_others(obj, mine):
            return [p for p in where_done(self.parties, verb, obj) if p.code not in mine]
        return [] if is_of_another_side(self.parties, rule, obj, mine) else None

    def _of_others(self, deed: Token, mine: set[str]) -> bool:
        """What somebody condemns is done to people of a third country, by nobody who is named: "the jailing of Omani reporters"."""
        victim = sufferer(deed)
        if victim is None or self._agents(deed, deed, {*mine}):
            return False
        return any(p.code not in mine for p in self.parties.inside(victim))

    def _over_strike(self, verb: Token, mine: set[str]) -> list[Party] | None:
        """Who dealt the blow over which an envoy is called home: "over Israel's massacre of Palestinians"."""
        strike = next((o for _, o in prepositions(verb, {"over", "after"}) if is_strike(o)), None)
        if strike is None:
            return None
        doers = [p for c in strike.lefts if c.dep in {"poss", "amod"} for p in self.parties.of(c) if p.code not in mine]
        return doers or strikers(strike, self.parties, mine, self.told.values())

    def _given(self, verb: Token, rule: Rule, mine: set[str]) -> list[Party]:
        """Who is given, offered, handed or denied something in the passive: "Fiji was offered a loan by China"."""
        if given_in_passive(verb) is None or _RECEIVING.isdisjoint(rule.slots):
            return []
        subject, _ = self.subject(verb)
        found = self.parties.of(subject, any_noun=True) if subject is not None else []
        return [p for p in found if p.code not in mine]

    def _also_with(self, slot: str, verb: Token, found: list[Party], mine: set[str]) -> list[Party]:
        """With whom else: "held talks with A of Laos and, separately, with B of Cambodia"."""
        if slot != "with" or not found:
            return []
        heads = [inner for _, inner in prepositions(verb, {"with"})]
        if not any(self._adds(inner.head) for inner in heads):
            return []
        skip = mine | {p.code for p in found}
        named = (self.parties.of(inner) for inner in heads)
        placed = (
            own if any(p.code for p in own) else self.parties.inside(inner)[:1]
            for own, inner in zip(named, heads, strict=True)
        )
        return [p for own in placed for p in own if p.code and p.code not in skip]

    def _adds(self, prep: Token) -> bool:
        """A preposition goes on the list of an earlier one: "and with", "and, separately, with"."""
        if not prep.i:
            return False
        before = prep.nbor(-1)
        return before.lower in _ADDING or (before.text == "," and before.i > 0 and before.nbor(-1).lower in _ADDING)

    def _abroad(self, party: Party, mine: set[str]) -> Party:
        """A person taken for one at home for want of a country, on whom somebody at home acts: the country is open."""
        return replace(party, code=None) if party.code in mine and self.parties.unplaced(party) else party

    def _own_preposition(self, verb: Token, rule: Rule, obj: Token | None, mine: set[str]) -> list[Party]:
        """The parties behind a preposition that hangs on the verb or its object: it goes before one deeper in ("protest with A over sales to B")."""
        links = {slot for slot in rule.slots if slot in _LINKS}
        if len(links) < 2:
            return []
        nearest = [*verb.children, *(obj.children if obj is not None and obj.i > verb.i else ())]
        for child in nearest:
            if child.dep == "prep" and child.lower in links and child.i > verb.i and not is_broker(child):
                for inner in child.children:
                    if inner.dep == "pobj" and inner.lemma not in _CONCERT:
                        found = [p for p in self.parties.of(inner) if p.code and p.code not in mine]
                        if not found and rule.type == "AGREE" and inner.lemma in CLASSES["PROPOSAL"]:
                            found = self.parties.inside(inner, without=set(mine))[:1]  # "agreed to U.S. mediation"
                        if found:
                            return found
        return []

    def _other(self, verb: Token, rule: Rule, obj: Token | None, mine: set[str]) -> list[Party]:
        """The country round about a deed; else the other one of the pair, for acts that need one and name none ("imposed a duty")."""
        if rule.type in {"ASSAULT", "MOBILIZE"} and is_trial(verb, obj):
            return []
        if rule.type in _DEEDS and mine and not _WHERE.isdisjoint(rule.slots):
            found = self.parties.around(verb, set(mine))
            if found:
                return found
        named = obj is not None and obj.pos != "PRON" and rule.objects is None and rule.slots[0] in {"obj", "mod"}
        if obj is not None and obj.lemma in VOTES and rule.type in {"ACCUSE", "REJECT", "SUPPORT"}:
            return self._voted(obj, mine)
        if named and obj is not None and rule.mode in _COMMENTING and obj.lemma in DEEDS_NAMED:
            named = not points_back(obj) or not mine
        if obj is not None and not named and rule.mode in {"back", "praise"}:
            return self._commented(verb, rule, mine)
        if (
            named
            or rule.mode == "cooperate"
            or "named" in rule.flags
            or rule.type not in _NEEDY
            or (rule.type == "CONSULT" and not rule.objects)
            or "place" in rule.flags
            or (rule.mutual and len(mine) > 1)
        ):
            return []
        if rule.type == "CONSULT" and self._met_others(verb):
            return []
        code = self._measured(rule, obj, mine) or self.parties.other_of_all(mine) or self._only_other(rule, obj, mine)
        if code is None and mine:
            beside = (
                self._blamed_beside(verb, {*mine})
                if rule.type == "ACCUSE" and obj is not None and points_back(obj)
                else []
            )
            if beside:
                return [replace(p, start=verb.idx, end=verb.idx + len(verb)) for p in beside]
            return self._commented(verb, rule, mine)
        return [Party(code, None, verb.idx, verb.idx + len(verb))] if code and code not in mine else []

    def _met_others(self, verb: Token) -> bool:
        """Whoever is met is no state: "had talks with those in the sector", "with traders"."""
        heads = [inner for _, inner in prepositions(verb, {"with"})]
        return any(h.lower in {"those", "all"} or (h.pos == "NOUN" and h.lemma in PRIVATE | CROWDS) for h in heads)

    def _only_other(self, rule: Rule, obj: Token | None, mine: set[str]) -> str | None:
        """On whom a measure is that names nobody: the one other country of its sentence ("in Fiji since Tonga restored its sanctions")."""
        if rule.type not in {"SANCTION", "CONCEDE"} or obj is None or obj.lemma not in CLASSES["CURBS"]:
            return None
        others = {m.code for m in self.parties.named if m.code not in mine}
        return next(iter(others)) if len(others) == 1 and mine else None

    def _measured(self, rule: Rule, obj: Token | None, mine: AbstractSet[str | None]) -> str | None:
        """On whom "its ban" is, of which the story told before."""
        imposed = self.parties.memory.imposed
        known = obj is not None and obj.lemma in CLASSES["CURBS"] and any(c.lower in _OWNING for c in obj.children)
        return (
            imposed[1] if imposed and known and rule.type in {"SANCTION", "CONCEDE"} and mine == {imposed[0]} else None
        )

    def _located(self, found: list[Party], verb: Token, mine: set[str]) -> list[Party]:
        """An official without a country who is met somewhere belongs there ("talks with the emir in Doha")."""
        if any(p.code for p in found):
            return found
        place = self._host(verb, set(mine))
        if len(found) == len(place) > 1:  # "his counterparts Ana Vella and Bo Lind in Lima and Quito"
            return [replace(p, code=at.code) for p, at in zip(found, place, strict=True)]
        if len(found) == 1 and len(place) > 1 and (found[0].person or "").endswith("counterparts"):
            return [replace(found[0], code=at.code) for at in place]
        return [replace(p, code=place[0].code) for p in found] if place else found

    def _slot(self, slot: str, verb: Token, rule: Rule, obj: Token | None, actors: list[Party]) -> list[Party]:
        mine: set[str | None] = {p.code for p in actors}
        if slot == "obj":
            return self._object(verb, rule, obj, actors, mine)
        if slot == "mod" and obj is not None:
            between = next((c for c in obj.children if c.lower == "between"), None)
            if between is not None:
                return [p for o in between.children for p in self.parties.of(o) if p.code not in mine]
            if rule.type == "ACCUSE" and (doers := self._agents(verb, obj, mine)):
                return doers
            inside = self.parties.inside(obj, without=mine)
            told = clauses_of_claim(rule, obj)
            inside = [p for p in inside if not any(c.left_edge.idx <= p.start for c in told)]
            return self._first_and_joined(inside) or self._doers(obj, rule, mine)
        if slot == "dative":
            given = [c for c in verb.rights if c.dep == "dobj" and c != obj]
            given += [c for c in obj.lefts if self._is_receiver(c, obj)] if obj is not None else []
            given += [c for c in verb.children if c.dep in {"dative", "pobj"}]
            return [p for c in given for p in self._behind(c)]
        if slot == "comp":
            return self._content(verb, mine, doer="doer" in rule.flags)
        if slot == "imposer":
            return self._imposer(verb, mine)
        if slot == "reacted":
            return self._reacted(verb, rule, mine)
        if slot == "imposed":
            return self._imposed(verb, mine)
        if slot in {"when", "event", "host"}:
            return self._around(slot, verb, mine)
        if slot == "other":
            if rule.type == "AID" and any(o.pos == "PROPN" for _, o in prepositions(verb, {"to"})):
                return []  # "gave 12 million euros to the Asian Development Fund"
            code = self._measured(rule, obj, mine)
            return [Party(code, None, verb.idx, verb.idx + len(verb))] if code else self._open(verb, rule, obj, mine)
        return self._behind_link(slot, verb, rule, obj, mine)

    def _is_receiver(self, name: Any, obj: Token) -> bool:
        """A country by its name right behind the verb, which the parse joins to what it is given: "sent Laos large quantities of"."""
        mention = self.parties.named_at(name) if name.dep in {"nmod", "compound"} else None
        first = name.left_edge.i == obj.left_edge.i
        return mention is not None and first and mention.use != "adjective" and name.head == obj and obj.pos == "NOUN"

    def _behind_link(self, slot: str, verb: Token, rule: Rule, obj: Token | None, mine: set[str | None]) -> list[Party]:
        """The parties behind a preposition in the clause of a verb."""
        strict = "state" in rule.flags
        for _, inner in prepositions(verb, {slot}):
            if slot == "from" and rule.type == "REQUEST" and inner.head.head.lemma in _LEAVING:
                continue
            if slot == "with" and inner.head.head.lemma in _CONCERT and inner.head.head.dep == "pobj":
                continue
            if rule.type == "SANCTION" and obj is not None and self._is_of_another(inner, verb, obj, slot):
                continue
            found = self.parties.of(inner)
            if inner.lower == "it" and verb.dep == "advcl" and {p.code for p in found} <= mine:
                found = self._nearest(inner, verb, mine)  # "cut its ties with Chile, calling on it to"
            found = found or ([] if strict else self._first_and_joined(self.parties.inside(inner, without=mine)))
            found = found or (self._agents(inner, inner, mine) if rule.type in {"ACCUSE", "THREATEN"} else [])
            if found:
                return found
        return []

    def _object(
        self, verb: Token, rule: Rule, obj: Token | None, actors: list[Party], mine: set[str | None]
    ) -> list[Party]:
        """Whom the object of a verb stands for."""
        if obj is None:
            return []
        if obj.lower == "it" and verb.dep == "advcl" and rule.type == "ACCUSE":
            return self._nearest(obj, verb, mine) or self.parties.of(obj)
        if "place" in rule.flags:
            places = [self.parties.place(obj), *(self.parties.place(j) for j in joined(obj))]
            return [p for p in places if p is not None] if places[0] is not None else []
        if rule.type == "ACCUSE" and obj.lower in {"it", "this"} and (blamed := self._blamed_beside(verb, mine)):
            return [replace(p, start=obj.idx, end=obj.idx + len(obj)) for p in blamed]
        found = self.parties.of(obj)
        if PAIR.match(self.parties.sentence.text, obj.left_edge.idx) and (not found or mine & {p.code for p in found}):
            found = self._other_two(obj, mine) or found
        settled = mine and not any(self.parties.unplaced(p) for p in actors)
        if obj.lower in {"him", "her"} and settled and {p.code for p in found} <= mine:  # "she asked him"
            code = self._met_just_now(mine) or self.parties.other_of_all(mine)
            return [Party(code, None, obj.idx, obj.idx + len(obj))] if code else found
        return found

    def _other_two(self, both: Token, mine: set[str | None]) -> list[Party]:
        """Whom somebody has just dealt with alike, of whom he is none: "spoke to the premiers of Chad and Niger and urged the two to"."""
        told: list[tuple[str, int, str | None]] = [
            (e.type, e.quote.start, e.target) for e, _ in self.parties.memory.acts if e.actor in mine
        ]
        told += [
            (a.type, a.start, p.code)
            for a in self.told.values()
            if {q.code for q in a.actors} <= mine
            for p in a.targets
        ]
        for kind, start, _ in reversed(told):
            alike = list(dict.fromkeys(t for k, s, t in told if (k, s) == (kind, start)))
            if len(alike) == _BOTH:
                return [Party(code, None, both.left_edge.idx, both.idx + len(both)) for code in alike]
        return []

    def _blamed_beside(self, verb: Token, mine: set[str | None]) -> list[Party]:
        """Whose deed others have just condemned that somebody calls names too: "Peru condemned Chad's test, Chile called it reckless"."""
        before = [act for at, act in self.told.items() if at < verb.i and act.type == "ACCUSE"]
        own = not before or bool(mine & {p.code for p in (*before[-1].actors, *before[-1].targets)})
        return [] if own else list(before[-1].targets)

    def _met_just_now(self, mine: set[str | None]) -> str | None:
        """Whom they have just called or met: "he telephoned Sharif. I encouraged him to resist", Clinton said."""
        index = self.parties.sentence.index
        recent = (e for e, at in reversed(self.parties.memory.acts) if index - at <= 1)
        met = (e.target for e in recent if e.type == "CONSULT" and {e.actor} == mine)
        return next((code for code in met if code), None)

    def _is_of_another(self, inner: Any, verb: Token, obj: Token, slot: str) -> bool:
        """A preposition deeper in than the measure's own: "set tariffs on the goods, in reply to the law on visas of Niger"."""
        prep = inner.head
        own = any(c.dep == "prep" and c.lower == slot for t in (verb, obj) for c in t.children)
        return (
            own and prep.lower == slot and prep.head not in (verb, obj) and prep.head.pos == "NOUN" and prep.i > obj.i
        )

    def _agents(self, verb: Token, deed: Token, mine: set[str | None]) -> list[Party]:
        """Who did what is condemned: "the occupation of Chadian land by Niger"."""
        clauses = (c for c in deed.children if c.dep == "relcl" and c.tag == "VBN")  # "a drill to be held by Chad"
        links = [*deed.children, *(c for c in verb.rights if c.i > deed.i), *(g for c in clauses for g in c.children)]
        by = (o for c in links if c.dep in {"agent", "prep"} and c.lower == "by" for o in c.children)
        return [p for o in by for p in self.parties.of(o) if p.code and p.code not in mine and p.kind in STATELY]

    def _at_the_top(self, verb: Token, rule: Rule, obj: Token, actors: list[Party]) -> bool:
        """A parliament that asks "the government" asks its own, and so does who urges "his cabinet"."""
        if rule.type == "REQUEST" and obj.lemma in _ONES_OWN and obj.left_edge.lower in {"his", "her", "its", "their"}:
            return True
        if rule.type == "REQUEST" and obj.lower in _HOUSES and self._is_own_house(obj, actors):
            return True
        if rule.type != "REQUEST" or obj.lemma not in {"government", "cabinet"} or obj.left_edge.lower != "the":
            return False
        subject, passive = self.subject(verb)
        return (
            not passive
            and subject is not None
            and subject.lemma in _HOUSES
            and bool(actors)
            and not self.parties.owners(obj)
        )

    def _is_own_house(self, house: Token, actors: list[Party]) -> bool:
        """A parliament that is asked by its own: "asked parliament for money to help Fiji", "asked US Congress for"."""
        owners = set(self.parties.owners(house))
        owners |= {m.code} if (m := self.parties.named_at(house)) is not None else set()
        if owners:
            return owners <= {p.code for p in actors}
        words = [c for c in house.lefts if c.dep in {"det", "poss"}]
        return house.pos == "NOUN" and all(c.lower in {"his", "her", "its", "their"} for c in words)

    def _nearest(self, it: Any, verb: Token, mine: set[str | None]) -> list[Party]:
        """Who "it" is beside its subject: "cut ties with Chile, charging it with theft"."""
        before = [m for m in self.parties.named if m.end <= verb.idx and m.code not in mine and not m.place]
        return [Party(m.code, None, it.idx, it.idx + len(it)) for m in before[-1:]] if mine else []

    def _around(self, slot: str, verb: Token, mine: set[str | None]) -> list[Party]:
        """The party of a place, or of what happens beside."""
        if slot == "when":
            return self._meanwhile(verb, mine)
        if slot == "host":
            return self._host(verb, mine)
        place = self.parties.event_place(verb, mine)
        return [place] if place else []
