"""Who acts by a verb or noun that names an act, and on whom: the slots of its rule, filled with the parties of the clause."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.act_grammar import agent_of, counted, domain, joined, prepositions, subject_of
from tieline.read.act_lexicon import CLASSES, Rule
from tieline.read.act_named import Party
from tieline.read.act_parties import Parties
from tieline.read.act_words import CROWDS, RELATIVES

_NEEDY = frozenset({"ACCUSE", "REQUEST", "AGREE", "REJECT", "SANCTION", "CONCEDE", "COOPERATE", "CONSULT"})
_MANY = frozenset({"dozen", "hundred", "thousand", "score", "million"})
_DYING = frozenset({"die", "perish"})
"""Whose subject has it done to him: "died in an Iraqi raid"."""
_NEVER_PASSIVE = frozenset({"expect", "due", "schedule", "concern", "prepare"})
_MEASURES = CLASSES["SANCTIONS"] | CLASSES["BLOCKADE"]
_LEAVING = frozenset({"withdrawal", "pullout", "removal", "retreat", "evacuation", "expulsion"})
"""What is demanded from a place, not of it."""
_LINKS = frozenset({"with", "to", "from", "against", "on", "for", "at", "of", "about", "over", "between", "upon"})
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
_WHERE = frozenset({"mod", "in", "near", "into", "along"})
"""Acts on whoever is where they are done."""
_JOURNEYS = CLASSES["VISIT"] | CLASSES["TALKS"] | {"stay"}


def _of_another(place: Any, verb: Any) -> bool:
    """A place of another journey or of an envoy: "returned after a visit to Peru", "the envoy for Yemen flew to Riyadh"."""
    prep = next((a for a in place.ancestors if a.dep in {"prep", "dative"}), None)
    if prep is None or prep.head == verb:
        return False
    told_as_journey = prep.head.lemma in _JOURNEYS and prep.head.dep == "pobj" and prep.head.head.lower in {"after", "from", "following"}
    return told_as_journey or (prep.lower == "for" and prep.head.pos in {"NOUN", "PROPN"})


_CLOSE = 25
"""Characters between a country and the "where" that is of it."""
_DEEDS_NAMED = CLASSES["SANCTIONS"] | CLASSES["DRILL"] | CLASSES["ATTACK"] | CLASSES["AGREEMENT"] | CLASSES["TALKS"] | frozenset(
    "step move decision plan visit threat warning law map test launch seizure arrest expulsion killing deployment sale".split()
)
"""What a third country comments on as "the drill", "those talks"."""
_JUST = 1
"""Sentences after a charge or a request in which a refusal answers it."""
_PLACES = frozenset({"in", "at", "to", "for", "into", "from", "near", "with"})


class Roles:
    """Fills a rule's slots for one verb."""

    def __init__(self, parties: Parties) -> None:
        """Bind the parties of the sentence."""
        self.parties = parties

    def targets(self, verb: Any, rule: Rule, obj: Any, actors: list[Party]) -> list[Party]:
        """The parties in the first slot of the rule that holds any but the actors."""
        mine = {p.code for p in actors if p.code}
        own = self._own_preposition(verb, rule, obj, mine)
        for slot in rule.slots:
            if own and slot in _LINKS:
                return self._located(own, verb, mine)
            slotted = [self._abroad(p, mine) for p in self._slot(slot, verb, rule, obj, actors)]
            found = [p for p in slotted if p.code is None or p.code not in mine]
            if found:
                return self._located(found, verb, mine)
            if (
                rule.mode != "cooperate"
                and "named" not in rule.flags
                and slot == rule.slots[-2 if rule.slots[-1] == "other" and len(rule.slots) > 1 else -1]
                and rule.type in SPEECH_ACTS
            ):
                code = self.parties.sole_other(verb, set(mine)) if mine else None
                if rule.mode == "call-on" and rule.slots[0] == "on":
                    return []  # "called on Muslims"
                if code and not (obj is not None and rule.slots[0] == "obj" and rule.type == "REQUEST"):
                    return [Party(code, None, verb.idx, verb.idx + len(verb))]
        if "bare" in rule.flags:
            return []
        return self._other(verb, rule, obj, mine)

    def _abroad(self, party: Party, mine: set[str]) -> Party:
        """A person taken for one at home for want of a country, on whom somebody at home acts: the country is open."""
        return replace(party, code=None) if party.code in mine and self.parties.unplaced(party) else party

    def _own_preposition(self, verb: Any, rule: Rule, obj: Any, mine: set[str]) -> list[Party]:
        """The parties behind a preposition that hangs on the verb or its object: it goes before one deeper in ("protest with A over sales to B")."""
        links = {slot for slot in rule.slots if slot in _LINKS}
        if len(links) < 2:
            return []
        nearest = [*verb.children, *(obj.children if obj is not None and obj.i > verb.i else ())]
        for child in nearest:
            if child.dep == "prep" and child.lower in links and child.i > verb.i:
                for inner in child.children:
                    if inner.dep == "pobj":
                        found = [p for p in self.parties.of(inner) if p.code and p.code not in mine]
                        if found:
                            return found
        return []

    def _other(self, verb: Any, rule: Rule, obj: Any, mine: set[str]) -> list[Party]:
        """The country round about a deed; else the other one of the pair, for acts that need one and name none ("imposed a duty")."""
        if rule.type in _DEEDS and mine and not _WHERE.isdisjoint(rule.slots):
            found = self.parties.around(verb, set(mine))
            if found:
                return found
        named = obj is not None and obj.pos != "PRON" and rule.objects is None and rule.slots[0] in {"obj", "mod"}
        if named and rule.mode in {"criticise", "protest-note"} and obj.lemma in _DEEDS_NAMED:
            named = not any(c.lower in {"the", "this", "these", "those"} for c in obj.children) or len(mine) != 1
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
        code = self.parties.other(next(iter(mine)) if mine else None)
        if code is None and mine:
            return self._commented(verb, rule, mine)
        return [Party(code, None, verb.idx, verb.idx + len(verb))] if code and code not in mine else []

    def _commented(self, verb: Any, rule: Rule, mine: set[str] | set[str | None]) -> list[Party]:
        """Whose deed a third country speaks of: "Beijing protested against the drill" right after two have held it."""
        definite = (t for t in domain(verb) if t.lower in {"the", "this", "that", "these", "those"} and t.dep == "det")
        if rule.type not in {"ACCUSE", "SUPPORT", "REJECT"} or not any(t.head.lemma in _DEEDS_NAMED for t in definite):
            return []
        index = self.parties.sentence.index
        last = next((e for e, at in reversed(self.parties.memory.acts) if index - at <= _JUST), None)
        if last is None or last.modality not in {"happened", "scheduled"}:
            return []
        codes = [last.actor, last.target] if last.reciprocal else [last.actor]
        return [Party(c, None, verb.idx, verb.idx + len(verb)) for c in codes if c and c not in mine]

    def _located(self, found: list[Party], verb: Any, mine: set[str]) -> list[Party]:
        """An official without a country who is met somewhere belongs there ("talks with the emir in Doha")."""
        if any(p.code for p in found):
            return found
        place = self._host(verb, set(mine))
        return [replace(p, code=place[0].code) for p in found] if place else found

    def _slot(self, slot: str, verb: Any, rule: Rule, obj: Any, actors: list[Party]) -> list[Party]:
        mine: set[str | None] = {p.code for p in actors}
        strict = "state" in rule.flags
        if slot == "obj":
            if obj is None:
                return []
            if obj.lower == "it" and verb.dep == "advcl" and rule.type == "ACCUSE":
                return self._nearest(obj, verb, mine) or self.parties.of(obj)
            if "place" in rule.flags:
                places = [self.parties.place(obj), *(self.parties.place(j) for j in joined(obj))]
                return [p for p in places if p is not None] if places[0] is not None else []
            found = self.parties.of(obj)
            settled = mine and not any(self.parties.unplaced(p) for p in actors)
            if obj.lower in {"him", "her"} and settled and {p.code for p in found} <= mine:  # "she asked him"
                code = self.parties.other(next(iter(mine)))
                return [Party(code, None, obj.idx, obj.idx + len(obj))] if code else found
            return found
        if slot == "mod" and obj is not None:
            between = next((c for c in obj.children if c.lower == "between"), None)
            if between is not None:
                return [p for o in between.children for p in self.parties.of(o) if p.code not in mine]
            return self._first_and_joined(self.parties.inside(obj, without=mine)) or self._doers(obj, rule, mine)
        if slot == "dative":
            given = [c for c in verb.rights if c.dep == "dobj" and c != obj]
            given += [c for c in verb.children if c.dep in {"dative", "pobj"}]
            return [p for c in given for p in self._behind(c)]
        if slot == "comp":
            return self._content(verb, mine, doer="doer" in rule.flags)
        if slot == "imposer":
            imposed = self.parties.memory.imposed
            known = imposed is not None and mine and imposed[0] not in mine
            return [Party(imposed[0], None, verb.idx, verb.idx + len(verb))] if known and imposed else []
        if slot in {"when", "event", "host"}:
            return self._around(slot, verb, mine)
        if slot == "other":
            if obj is not None and rule.slots[0] == "obj" and obj.lower not in {"this", "that", "it", "them", "all"}:
                return []
            spoken = self._answered(rule, mine)
            if "bare" in rule.flags and spoken is None:
                return []
            if spoken is not None:
                return [Party(spoken, None, verb.idx, verb.idx + len(verb))]
            imposed = self.parties.memory.imposed if rule.type != "SANCTION" else None
            measured = (
                obj is not None and obj.lemma in _MEASURES and imposed is not None and mine and imposed[0] not in mine
            )
            code = imposed[0] if measured and imposed else self.parties.other(next(iter(mine)) if mine else None)
            if code is None and mine:
                return self._commented(verb, rule, mine)
            return [Party(code, None, verb.idx, verb.idx + len(verb))] if code else []
        for _, inner in prepositions(verb, {slot}):
            if slot == "from" and rule.type == "REQUEST" and inner.head.head.lemma in _LEAVING:
                continue
            found = self.parties.of(inner) or ([] if strict else self.parties.inside(inner, without=mine)[:1])
            if found:
                return found
        return []

    def _answered(self, rule: Rule, mine: set[str | None]) -> str | None:
        """Who is answered by a refusal or a yes: the one who has just warned, asked or accused whoever refuses."""
        bare = "bare" in rule.flags
        if not bare and (rule.type != "REJECT" or rule.objects is None):
            return None
        asked = {"AGREE", "REQUEST"} if bare else {"ACCUSE", "THREATEN", "REQUEST"}
        index = self.parties.sentence.index
        for event, at in reversed(self.parties.memory.acts):
            if index - at <= _JUST and event.target in mine and event.type in asked:
                return event.actor
        return None

    def _nearest(self, it: Any, verb: Any, mine: set[str | None]) -> list[Party]:
        """Who "it" is beside its subject: "cut ties with Chile, charging it with theft"."""
        before = [m for m in self.parties.named if m.end <= verb.idx and m.code not in mine and not m.place]
        return [Party(m.code, None, it.idx, it.idx + len(it)) for m in before[-1:]] if mine else []

    def _around(self, slot: str, verb: Any, mine: set[str | None]) -> list[Party]:
        """The party of a place, or of what happens beside."""
        if slot == "when":
            return self._meanwhile(verb, mine)
        if slot == "host":
            return self._host(verb, mine)
        place = self.parties.event_place(verb, mine)
        return [place] if place else []

    def _first_and_joined(self, found: list[Party]) -> list[Party]:
        """The first country of a phrase and those in a list with it; others further in have another part."""
        kept = found[:1]
        for before, after in pairwise(found):
            between = self.parties.sentence.text[before.end : after.start]
            if not re.fullmatch(r"(?:['’]s?)?(?:,|,? (?:and|or|as well as))\s+(?:the\s+|its\s+)?", between):
                break
            kept.append(after)
        return kept

    def _meanwhile(self, verb: Any, mine: set[str | None]) -> list[Party]:
        """Who does what is told in the clause with "as", "after", "if": "scrambled jets as Kenyan bombers neared"."""
        for clause in verb.children:
            if clause.dep == "advcl" and any(
                c.lower in {"as", "after", "when", "if", "unless"} for c in clause.children
            ):
                doer = next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"}), None)
                found = [p for p in self.parties.of(doer) if p.code and p.code not in mine] if doer is not None else []
                if found:
                    return found
        return []

    def _doers(self, obj: Any, rule: Rule, mine: set[str | None]) -> list[Party]:
        """Who did what is praised or blamed: "condemned the restrictions which the bloc imposed"."""
        if rule.type not in {"ACCUSE", "SUPPORT", "REJECT"}:
            return []
        clause = next((c for c in obj.children if c.dep == "relcl"), None)
        doer = next((c for c in clause.children if c.dep == "nsubj"), None) if clause is not None else None
        if doer is None or doer.lower in RELATIVES:
            return []
        return [p for p in self.parties.of(doer) if p.code and p.code not in mine]

    def _behind(self, token: Any) -> list[Party]:
        if token.pos == "ADP":
            return [p for o in token.children if o.dep == "pobj" for p in self.parties.of(o, any_noun=True)]
        return self.parties.of(token, any_noun=True)

    def _content(self, verb: Any, mine: set[str | None], *, doer: bool = False) -> list[Party]:
        """A country in the clause that a speech act holds: its subject (`doer`: that alone), else the first one named."""
        for child in verb.children:
            if child.dep in {"xcomp", "ccomp", "advcl"} and child.i > verb.i:
                subject = next((c for c in child.children if c.dep in {"nsubj", "nsubjpass"}), None)
                if doer and subject is not None and subject.pos == "PRON":
                    return []
                if subject is not None:
                    found = [p for p in self.parties.of(subject) if p.code and p.code not in mine]
                    if found:
                        return found[:1]
                if doer:
                    return []
                inner = [
                    p
                    for t in sorted(child.subtree, key=lambda t: t.i)
                    if t.dep != "relcl" and (m := self.parties.named_at(t))
                    for p in [Party(m.code, None, m.start, m.end)]
                    if p.code not in mine
                ]
                if inner:
                    return self._first_and_joined(inner) if self._meant(inner[0], child, mine) else []
                persons = [
                    p
                    for t in child.subtree
                    for p in self.parties.of(t)
                    if t.pos == "PROPN" and p.code and p.code not in mine
                ]
                if persons:
                    return persons[:1]
        return []

    def _meant(self, named: Party, content: Any, mine: set[str | None]) -> bool:
        """Who is asked or promised something: not a third country that is only on the way ("threatened to sell the gas to Turkey")."""
        pair = self.parties.story.pair
        if pair is None or named.code in pair or mine.isdisjoint(pair):
            return True
        obj = next((c for c in content.children if c.dep in {"dobj", "dative"}), None)
        return obj is not None and obj.left_edge.idx <= named.start <= obj.idx

    def _host(self, verb: Any, mine: set[str | None]) -> list[Party]:
        for word, inner in prepositions(verb, _PLACES):
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
        clause = verb.head if verb.dep == "acomp" else verb  # "where he is due"
        where = next((c for c in clause.children if c.lower == "where" and clause.dep in {"relcl", "advcl"}), None)
        here = next((t for t in domain(verb) if t.lower in {"here", "there"} and t.dep == "advmod"), None)
        here = clause.head if where is not None else here
        place = self.parties.place(here) if here is not None else None
        if place is None and where is not None:  # "struck Tonga even harder, where he is due"
            before = [m for m in self.parties.named if 0 <= where.idx - m.end < _CLOSE]
            place = Party(before[-1].code, None, before[-1].start, before[-1].end) if before else None
        return [place] if place and place.code not in mine else []

    def crowd(self, verb: Any, subject: Any) -> list[Party]:
        """A crowd whose country is told by the town that it is in: "thousands of people marched in Athens"."""
        inner = subject
        while (deeper := counted(inner)) is not None:
            inner = deeper
        if inner.lemma not in CROWDS and inner.lemma not in _MANY:
            return []
        for word, where in prepositions(verb, {"in", "through", "across"}):
            found = self.parties.place(where)
            if found is not None and found.code and word:
                return [replace(found, kind="crowd")]
        return []

    def actors(self, verb: Any) -> tuple[list[Party], Any, bool]:
        """(the parties of the subject or agent, the subject's token, whether the verb is passive)."""
        subject, passive = self.subject(verb)
        return self.acting(verb, subject, passive=passive), subject, passive

    def subject(self, verb: Any) -> tuple[Any, bool]:
        """(the subject's token, whether the verb is passive)."""
        subject, passive = subject_of(verb)
        if subject is None and not passive:
            subject = self._misread(verb)
        if subject is not None and subject.dep == "csubj" and subject.lower == "visiting":  # "Visiting Omani premier Ana Vella said"
            subject = next((c for c in subject.children if c.dep == "dobj"), subject)
        passive = passive or (verb.lemma in _DYING and subject is not None)
        passive = passive and verb.pos != "ADJ"  # "was prepared to help"
        return subject, passive and verb.lemma not in _NEVER_PASSIVE and verb.lower != "opposed"

    def _misread(self, verb: Any) -> Any:
        """A capital or a country at the head of a clause without a subject that the parse takes for an adverb: "Lusaka on Monday lifted"."""
        for child in verb.lefts:
            if child.dep in {"advmod", "npadvmod", "dep"} and (found := self.parties.named_at(child)) is not None:
                return child if found.start == child.left_edge.idx else None
        return self._behind_date(verb)

    def _behind_date(self, verb: Any) -> Any:
        """The countries right before a verb that the parse joins to the date in front: "On Monday, Malta and Fiji signed"."""
        first = min((c.i for c in verb.children if c.dep in {"aux", "auxpass", "neg"} and c.i < verb.i), default=verb.i)
        token = verb.doc[first - 1] if first > 0 else verb
        if verb.dep not in {"ROOT", "conj", "ccomp"} or self.parties.named_at(token) is None:
            return None
        while token.dep == "conj" and self.parties.named_at(token.head) is not None:
            token = token.head
        before = token.left_edge.nbor(-1) if token.left_edge.i > 0 else None
        if token.dep == "conj" and before is not None and before.text == "," and token.head.i < before.i:
            return token
        return None

    def acting(self, verb: Any, subject: Any, *, passive: bool) -> list[Party]:
        """The parties of the subject, of a passive those of the agent."""
        one = agent_of(verb) if passive else subject
        return self.parties.of(one) if one is not None else []
