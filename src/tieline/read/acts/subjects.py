"""Who is the subject of a verb, whatever the parse makes of it, and whether the verb is passive."""

from __future__ import annotations

from calendar import month_name
from dataclasses import replace
from typing import Any

from tieline.read.acts.companions import Companions
from tieline.read.acts.doers import TEXTS, agent_of, subject_of
from tieline.read.acts.grammar import counted, prepositions
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS

_MANY = frozenset({"dozen", "hundred", "thousand", "score", "million"})
_DYING = frozenset({"die", "perish"})
"""Whose subject has it done to him: "died in an Iraqi raid"."""
_MONTHS = frozenset(month_name[1:])
_READING = frozenset(
    "reject dismiss read receive get see denounce condemn criticise criticize ignore welcome answer".split()
)
"""Whose object somebody else has written."""
_NEVER_PASSIVE = frozenset(
    {"expect", "due", "schedule", "prepare", "concern", "worry", "alarm", "dismay", "disappoint", "trouble", "disturb"}
)
"""Whose participle tells how its subject stands, not what was done to it."""


class Subjects(Companions):
    """Finds who acts by a verb of one sentence."""

    def __init__(self, parties: Parties) -> None:
        """Bind the parties of the sentence."""
        self.parties = parties

    def crowd(self, verb: Token, subject: Token) -> list[Party]:
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

    def actors(self, verb: Token) -> tuple[list[Party], Any, bool]:
        """(the parties of the subject or agent, the subject's token, whether the verb is passive)."""
        subject, passive = self.subject(verb)
        return self.acting(verb, subject, passive=passive), subject, passive

    def subject(self, verb: Token) -> tuple[Any, bool]:
        """(the subject's token, whether the verb is passive)."""
        if (drawn := _drawn_in(verb)) is not None:
            return drawn, False
        subject, passive = subject_of(verb)
        if subject is None and not passive:
            subject = self._misread(verb)
        if subject is not None and subject.dep == "nsubj" and not passive:
            subject = self._behind_another(subject) or self._behind_place(subject)
        if (
            subject is not None and subject.dep == "csubj" and subject.lower == "visiting"
        ):  # "Visiting Omani premier Ana Vella said"
            subject = next((c for c in subject.children if c.dep == "dobj"), subject)
        passive = passive or (verb.lemma in _DYING and subject is not None)
        passive = passive and verb.pos != "ADJ"  # "was prepared to help"
        return subject, passive and verb.lemma not in _NEVER_PASSIVE and verb.lower != "opposed"

    def _misread(self, verb: Token) -> Token | None:
        """A capital or a country at the head of a clause without a subject that the parse takes for an adverb: "Lusaka on Monday lifted"."""
        for child in verb.lefts:
            if child.dep in {"advmod", "npadvmod", "dep"} and (found := self.parties.named_at(child)) is not None:
                return child if found.start == child.left_edge.idx else None
        return self._of_auxiliary(verb) or self._behind_date(verb) or self._in_date(verb) or self._right_before(verb)

    def _behind_another(self, name: Token) -> Token | None:
        """Whom the parse takes for what another is called: "at the invitation of the president of Fiji, Ana Vella, the premier of Malta, Bo Lind, paid"."""
        other = next((p for p in self.parties.persons if p.start <= name.idx < p.end), None)
        if other is None or other.start >= name.left_edge.idx:
            return None
        beside = (c for c in name.children if c.dep == "appos" and c.left_edge.idx >= other.end)
        placed = [(p.start, p.end) for p in self.parties.persons if p.country and p.country != other.country]
        return next((c for c in beside if any(a <= c.idx < b for a, b in placed)), None)

    def _behind_place(self, first: Token) -> Token:
        """Who acts behind the place that leads in: "Rome, Ruto held talks"."""
        more = [c for c in first.head.lefts if c.dep == "nsubj" and c.i > first.i]
        leads = self.parties.named_at(first)
        placed = leads is not None and leads.use in {"capital", "seat"} and first.right_edge.nbor(1).text == ","
        return more[-1] if more and placed else first

    def _right_before(self, verb: Token) -> Token | None:
        """Somebody with his office right before a verb, whom the parse joins to what leads in: "Ahead of the forum, Chad's minister of trade and industry Ana Vella held"."""
        first = min((c.i for c in verb.children if c.dep in {"aux", "auxpass", "neg"} and c.i < verb.i), default=verb.i)
        if verb.tag not in {"VBD", "VBZ"} or first == 0:
            return None
        token = verb.doc[first - 1]
        person = next((p for p in self.parties.persons if p.start <= token.idx < p.end), None)
        return token if person is not None and person.office and person.country and token.pos == "PROPN" else None

    def _of_auxiliary(self, verb: Token) -> Token | None:
        """The subject that the parse hangs on an auxiliary: "Malta had at first stopped"."""
        aux = (c for c in verb.children if c.dep in {"aux", "auxpass"})
        return next((g for c in aux for g in c.children if g.dep == "nsubj"), None)

    def _in_date(self, verb: Token) -> Token | None:
        """A person whom the parse draws into the date before him: "On April 14 Ana Vella, Prime Minister of Malta, travels"."""
        for child in verb.lefts:
            if child.dep == "prep" and child.lower in {"on", "in"}:
                found = next((o for o in child.children if o.dep == "pobj" and o.pos == "PROPN"), None)
                if found is not None and found.left_edge.text in _MONTHS and found.text not in _MONTHS:
                    return found
        return None

    def _behind_date(self, verb: Token) -> Token | None:
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

    def acting(self, verb: Token, subject: Token | None, *, passive: bool) -> list[Party]:
        """The parties of the subject, of a passive those of the agent."""
        one = agent_of(verb) if passive else subject
        if one is not None and one.lower in {"that", "which"} and verb.dep == "relcl" and verb.head.lemma in TEXTS:
            return self._authors(verb.head)
        found = self.parties.of(one) if one is not None else []
        return self._in_company(verb, one, found) if one is not None and not passive else found

    def _authors(self, text: Any) -> list[Party]:
        """Whose words a text is that asks or condemns: "passed a resolution that calls for", "Chad's letter, which accuses"."""
        owner = next((c for c in text.children if c.dep == "poss"), None)
        if owner is not None:
            return self.parties.of(owner)
        if text.dep != "dobj" or text.head.lemma in _READING:
            return self.parties.of(text)
        subject, passive = self.subject(text.head)
        return self.acting(text.head, subject, passive=passive)


def _drawn_in(verb: Token) -> Token | None:
    """The subject of a joined clause that the parse draws into the first one's phrase: "was hit by smugglers and the army had deported"."""
    aux = next((c for c in verb.lefts if c.dep == "aux"), None)
    own = any(c.dep in {"nsubj", "nsubjpass", "auxpass"} for c in verb.children)
    if verb.dep != "conj" or own or aux is None or aux.i == 0:
        return None
    before = aux.nbor(-1)
    if before.dep != "conj" or before.pos not in {"NOUN", "PROPN"} or before.head.dep not in {"pobj", "dobj"}:
        return None
    first = before.left_edge.i
    return before if first > 0 and before.doc[first - 1].lower == "and" and verb.head in before.ancestors else None
