"""Subject, object and targets of a verb or noun that names an act, through passives, relative clauses and coordination."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tieline.model.vocabulary import SPEECH_ACTS
from tieline.read.act_lexicon import Rule
from tieline.read.act_parties import Parties, Party, counted
from tieline.read.act_words import CROWDS, DAYS, RELATIVES

_CLAUSES = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_NEEDY = frozenset({"ACCUSE", "REQUEST", "AGREE", "REJECT", "SANCTION", "CONCEDE", "COOPERATE", "CONSULT"})
_TEXTS = frozenset(
    [
        "commentary",
        "editorial",
        "article",
        "statement",
        "letter",
        "message",
        "broadcast",
        "report",
        "note",
        "telegram",
        "resolution",
        "speech",
        "dispatch",
    ]
)
_MANY = frozenset({"dozen", "hundred", "thousand", "score", "million"})
_DYING = frozenset({"die", "perish"})
"""Whose subject has it done to him: "died in an Iraqi raid"."""
_NEVER_PASSIVE = frozenset({"expect", "due", "schedule", "concern"})
_MOVERS = frozenset({"lead", "cause", "prompt", "force", "drive", "oblige", "enable", "help"})
_LEAVING = frozenset({"withdrawal", "pullout", "removal", "retreat", "evacuation", "expulsion"})
"""What is demanded from a place, not of it."""
_LINKS = frozenset({"with", "to", "from", "against", "on", "for", "at", "of", "about", "over", "between", "upon"})
_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
_WHERE = frozenset({"mod", "in", "near", "into", "along"})
"""Acts on whoever is where they are done."""
_PLACES = frozenset({"in", "at", "to", "for", "into", "from", "near", "with"})


def subject_of(verb: Any) -> tuple[Any, bool]:
    """(subject, passive) of a verb; None where it has none. Of a joined verb its first one's, of "after receiving" the main verb's."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "csubj"}:
            return child, child.dep == "nsubjpass"
    if _reduced(verb):
        return verb.nbor(-1), True
    if any(c.dep == "auxpass" for c in verb.children):
        before = _inverted(verb)
        if before is None and verb.dep in {"xcomp", "conj", "advcl", "ccomp"} and verb.head != verb:
            before = subject_of(verb.head)[0]
        return before, True
    if verb.head == verb:
        return None, verb.tag == "VBN" and verb.dep == "ROOT"
    return _borrowed(verb, verb.head)


def meant_object(verb: Any, obj: Any) -> Any:
    """The object of a verb; a "them" of a joined one is what the first has: "imposed sanctions and lifted them"."""
    if obj is None or obj.lower != "them" or verb.dep != "conj" or verb.head.pos != "VERB":
        return obj
    first = object_of(verb.head)
    return first if first is not None and first.tag == "NNS" else obj


def _reduced(verb: Any) -> bool:
    """A participle right behind its noun that the parse takes for a verb of its own: "a treaty concluded between"."""
    if (
        verb.tag not in {"VBN", "VBD"}
        or verb.dep not in {"advcl", "dep", "conj"}
        or verb.i == 0
        or verb.i + 1 >= len(verb.doc)
    ):
        return False
    return verb.nbor(-1).pos == "NOUN" and verb.nbor(1).lower in {"between", "by"}


def _borrowed(verb: Any, head: Any) -> tuple[Any, bool]:
    """The subject that a verb without one of its own takes from the word it hangs on."""
    if verb.dep == "acl":
        return _modified(verb, head)
    if verb.dep in {"acomp", "attr", "oprd"} and verb.pos in {"ADJ", "VERB"}:
        return subject_of(head)
    if verb.dep == "relcl":
        return head, False
    if verb.dep == "conj" and head.pos in {"VERB", "AUX", "ADJ"}:
        subject, passive = subject_of(head)
        return (subject, passive and verb.tag == "VBN")
    if verb.dep in {"xcomp", "advcl"} and head.pos in {"VERB", "AUX", "ADJ"}:
        moved = next((c for c in head.children if c.dep == "dobj"), None) if head.lemma in _MOVERS else None
        if moved is not None:
            return moved, False
        subject, passive = subject_of(head)
        if verb.dep == "advcl" and verb.tag == "VBN" and not any(c.dep == "aux" for c in verb.children):
            return subject, True
        if verb.dep == "advcl" and passive:
            return agent_of(head), False
        return subject, False
    if verb.dep == "pcomp" and head.head != head:
        return subject_of(head.head) if head.head.pos in {"VERB", "AUX"} else (head.head, False)
    if verb.dep in {"ccomp", "dep"} and head.pos in {"VERB", "AUX"} and verb.tag in {"VBG", "VBN"}:
        return subject_of(head)
    return None, False


def _inverted(verb: Any) -> Any:
    return next((c for c in verb.children if c.dep in {"attr", "dobj"} and c.i < verb.i), None)


def _modified(verb: Any, head: Any) -> tuple[Any, bool]:
    """The subject of a participle or infinitive behind a noun: the noun, or the verb whose object the noun is ("made a promise to")."""
    if verb.tag == "VBN":
        return head, True
    owner = next((c for c in head.children if c.dep == "poss"), None)
    if head.lemma in _TEXTS and verb.tag == "VBG":
        return (owner, False) if owner is not None else subject_of(head.head)
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    if infinitive and owner is not None:
        return owner, False
    if infinitive and head.dep in {"dobj", "attr", "pobj"} and head.head.pos == "VERB":
        return (owner, False) if owner is not None else subject_of(head.head)
    return head, False


def agent_of(verb: Any) -> Any:
    """The "by" phrase of a passive."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def object_of(verb: Any) -> Any:
    """The direct object; of a relative clause without one the noun it hangs on ("a request that X turned down")."""
    for dep in ("dobj", "dative"):
        for child in verb.children:
            if child.dep == dep and child.pos != "ADP":
                if child.lower in RELATIVES and verb.dep != "ROOT":
                    clause = next((a for a in (verb, *verb.ancestors) if a.dep == "relcl"), None)
                    return clause.head if clause is not None else child
                return child
    for child in verb.rights:
        if child.dep in {"attr", "oprd", "npadvmod"} and child.pos in {"NOUN", "PROPN"} and child.text not in DAYS:
            return child
        if child.dep in {"ccomp", "xcomp"} and child.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            inner = next(
                (c for c in child.children if c.dep == "nsubj" and verb.i < c.i and c.left_edge.i <= verb.i + 2), None
            )
            if inner is not None:
                return inner
    if verb.dep == "relcl" and any(c.dep in {"nsubj", "nsubjpass"} and c.lower not in RELATIVES for c in verb.children):
        return verb.head
    if verb.dep == "conj" and verb.head.pos == "VERB" and not any(c.dep == "prep" for c in verb.children):
        return None
    return None


def particle_object(verb: Any, particle: str) -> Any:
    """The object behind a particle that the parse takes for a preposition: "called in the envoy"."""
    for child in verb.children:
        if child.lower == particle and child.dep == "prep":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def domain(verb: Any) -> Iterator[Any]:
    """The tokens behind a verb that belong to its clause, in order; of a predicate those of its "be"."""
    if verb.dep == "acomp" and verb.head.lemma == "be":
        yield from (t for c in verb.head.rights if c != verb and c.dep not in _CLAUSES for t in c.subtree)
    for child in verb.children:
        if child.dep in _CLAUSES or (child.dep == "conj" and child.pos in {"VERB", "AUX"}):
            continue
        yield child
        yield from domain(child)


def prepositions(verb: Any, words: frozenset[str] | set[str]) -> Iterator[tuple[str, Any]]:
    """(preposition, its object) in the clause behind a verb, those of a noun joined too."""
    for token in sorted(domain(verb), key=lambda t: t.i):
        if token.lower in words and token.dep in {"prep", "dative", "agent", "prt", "pcomp"} and token.i > verb.i - 12:
            for child in token.children:
                if child.dep in {"pobj", "advmod", "pcomp"}:
                    yield token.lower, child


def objects_match(rule: Rule, head: Any) -> bool:
    """The object's own words, those joined to it or counted by it ("5 million dollars of aid") are of the kind that the rule wants."""
    if rule.objects is None:
        return True
    if head is None:
        return False
    lemmas = {head.lemma, head.lower}
    for child in head.children:
        if child.dep in {"conj", "compound", "nmod", "appos"}:
            lemmas |= {child.lemma} if child.dep in {"conj", "appos"} else set()
        elif child.dep == "prep" and child.lower == "of":
            for obj in child.children:
                lemmas |= {obj.lemma} if obj.dep == "pobj" else set()
                lemmas |= {c.lemma for c in obj.children if c.dep == "conj"}
    return bool(lemmas & rule.objects)


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
                if code and not (obj is not None and rule.slots[0] == "obj" and rule.type == "REQUEST"):
                    return [Party(code, None, verb.idx, verb.idx + len(verb))]
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
        if (
            named
            or rule.mode == "cooperate"
            or "named" in rule.flags
            or rule.type not in _NEEDY
            or (rule.type == "CONSULT" and not rule.objects)
            or "place" in rule.flags
        ):
            return []
        code = self.parties.other(next(iter(mine)) if mine else None)
        return [Party(code, None, verb.idx, verb.idx + len(verb))] if code and code not in mine else []

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
            if "place" in rule.flags:
                place = self.parties.place(obj)
                return [place] if place else []
            return self.parties.of(obj)
        if slot == "mod" and obj is not None:
            return self._first_and_joined(self.parties.inside(obj, without=mine)) or self._doers(obj, rule, mine)
        if slot == "dative":
            return [p for c in verb.children if c.dep == "dative" for p in self._behind(c)]
        if slot == "comp":
            return self._content(verb, mine)
        if slot in {"when", "event", "host"}:
            return self._around(slot, verb, mine)
        if slot == "other":
            if obj is not None and rule.slots[0] == "obj" and obj.lower not in {"this", "that", "it", "them", "all"}:
                return []
            code = self.parties.other(next(iter(mine)) if mine else None)
            return [Party(code, None, verb.idx, verb.idx + len(verb))] if code else []
        for _, inner in prepositions(verb, {slot}):
            if slot == "from" and rule.type == "REQUEST" and inner.head.head.lemma in _LEAVING:
                continue
            found = self.parties.of(inner) or ([] if strict else self.parties.inside(inner, without=mine)[:1])
            if found:
                return found
        return []

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

    def _content(self, verb: Any, mine: set[str | None]) -> list[Party]:
        """A country in the clause that a speech act holds: its subject, else the first one named."""
        for child in verb.children:
            if child.dep in {"xcomp", "ccomp", "advcl"} and child.i > verb.i:
                subject = next((c for c in child.children if c.dep in {"nsubj", "nsubjpass"}), None)
                if subject is not None:
                    found = [p for p in self.parties.of(subject) if p.code and p.code not in mine]
                    if found:
                        return found[:1]
                inner = [
                    p
                    for t in sorted(child.subtree, key=lambda t: t.i)
                    if t.dep != "relcl" and (m := self.parties.named_at(t))
                    for p in [Party(m.code, None, m.start, m.end)]
                    if p.code not in mine
                ]
                if inner:
                    return inner[:1]
                persons = [
                    p
                    for t in child.subtree
                    for p in self.parties.of(t)
                    if t.pos == "PROPN" and p.code and p.code not in mine
                ]
                if persons:
                    return persons[:1]
        return []

    def _host(self, verb: Any, mine: set[str | None]) -> list[Party]:
        for word, inner in prepositions(verb, _PLACES):
            place = self.parties.place(inner)
            if place is not None and place.code not in mine and not (word == "with" and place.code is None):
                more = [
                    p
                    for j in inner.conjuncts
                    if (p := self.parties.place(j)) and p.code not in mine and p.code != place.code
                ]
                return [place, *more]
        here = next((t for t in domain(verb) if t.lower in {"here", "there"} and t.dep == "advmod"), None)
        place = self.parties.place(here) if here is not None else None
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
        passive = passive or (verb.lemma in _DYING and subject is not None)
        return subject, passive and verb.lemma not in _NEVER_PASSIVE and verb.lower != "opposed"

    def _misread(self, verb: Any) -> Any:
        """A capital or a country at the head of a clause without a subject that the parse takes for an adverb: "Lusaka on Monday lifted"."""
        for child in verb.lefts:
            if child.dep in {"advmod", "npadvmod", "dep"} and (found := self.parties.named_at(child)) is not None:
                return child if found.start == child.left_edge.idx else None
        return None

    def acting(self, verb: Any, subject: Any, *, passive: bool) -> list[Party]:
        """The parties of the subject, of a passive those of the agent."""
        one = agent_of(verb) if passive else subject
        return self.parties.of(one) if one is not None else []
