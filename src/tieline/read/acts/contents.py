"""Which country the clause or the phrase behind a verb speaks of: who is asked, who did what is blamed, who stands in a list."""

from __future__ import annotations

from itertools import pairwise

from tieline.read.acts.brokers import is_broker
from tieline.read.acts.listed import LISTING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import RELATIVES
from tieline.read.words.rule import Rule

_ANSWERING = frozenset({"respond", "reply", "react", "answer", "retaliate", "counter", "hit"})

_HELPING = frozenset({"help", "let", "assist", "support"})
_HELD = frozenset(
    "readiness willingness commitment intention desire wish determination promise pledge threat resolve".split()
)


class Contents:
    """Finds the countries in what one sentence's verbs hold."""

    parties: Parties

    def _first_and_joined(self, found: list[Party]) -> list[Party]:
        """The first country of a phrase and those in a list with it; others further in have another part."""
        found = list({(p.start, p.end): p for p in found}.values())  # "South Korea" is found by each of its words
        kept = found[:1]
        for before, after in pairwise(found):
            between = self.parties.sentence.text[before.end : after.start]
            if not LISTING.fullmatch(between):
                break
            kept.append(after)
        return kept

    def _meanwhile(self, verb: Token, mine: set[str | None]) -> list[Party]:
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

    def _doers(self, obj: Token, rule: Rule, mine: set[str | None]) -> list[Party]:
        """Who did what is praised or blamed: "condemned the restrictions which the bloc imposed"."""
        if rule.type not in {"ACCUSE", "SUPPORT", "REJECT"}:
            return []
        clause = next((c for c in obj.children if c.dep == "relcl"), None)
        doer = next((c for c in clause.children if c.dep == "nsubj"), None) if clause is not None else None
        if doer is None or doer.lower in RELATIVES:
            return []
        return [p for p in self.parties.of(doer) if p.code and p.code not in mine]

    def _behind(self, token: Token) -> list[Party]:
        if token.pos == "ADP":
            return [p for o in token.children if o.dep == "pobj" for p in self.parties.of(o, any_noun=True)]
        return self.parties.of(token, any_noun=True)

    def _content(self, verb: Token, mine: set[str | None], *, doer: bool = False) -> list[Party]:
        """A country in the clause that a speech act holds: its subject (`doer`: that alone), else the first one named."""
        for child in (*verb.children, *_infinitives_held(verb)):
            if child.dep in {"xcomp", "ccomp", "advcl", "acl"} and child.i > verb.i:
                subject = next((c for c in child.children if c.dep in {"nsubj", "nsubjpass"}), None)
                if doer and subject is not None and subject.pos == "PRON":
                    return []
                if subject is not None and subject.dep != "nsubjpass":
                    found = [p for p in self.parties.of(subject) if p.code and p.code not in mine]
                    if found:
                        return found[:1]
                if doer:
                    return []
                inner = [
                    p
                    for t in sorted(child.subtree, key=lambda t: t.i)
                    if not _told_aside(t, child) and not _conditional(t, child) and (m := self.parties.named_at(t))
                    for p in [Party(m.code, None, m.start, m.end)]
                    if p.code not in mine
                ]
                if inner:
                    return self._first_and_joined(inner) if self._meant(inner[0], child, mine) else []
                persons = [
                    p
                    for t in child.subtree
                    for p in self.parties.of(t)
                    if t.pos == "PROPN" and p.code and p.code not in mine and not _told_aside(t, child)
                ]
                if persons:
                    return persons[:1]
        return []

    def _meant(self, named: Party, content: Token, mine: set[str | None]) -> bool:
        """Who is asked or promised something: not a third country that is only on the way ("threatened to sell the gas to Turkey")."""
        pair = self.parties.story.pair
        if pair is None or named.code in pair or mine.isdisjoint(pair):
            return True
        obj = next((c for c in content.children if c.dep in {"dobj", "dative"}), None)
        if obj is None and content.lemma in _HELPING:  # "to help Chad fight the locusts"
            obj = next((g for c in content.children if c.dep == "ccomp" for g in c.children if g.dep == "nsubj"), None)
        return obj is not None and obj.left_edge.idx <= named.start <= obj.idx


def _infinitives_held(verb: Token) -> list[Token]:
    """What a threat or a will is of which a verb tells: "responded with a threat to block", "restated their commitment to help Chad"."""
    held = [c for c in verb.children if c.dep == "dobj" and c.lemma in _HELD]
    if verb.lemma in _ANSWERING:
        held += (o for c in verb.children if c.dep == "prep" and c.lower == "with" for o in c.children)
    return [c for o in held for c in o.children if c.dep == "acl" and any(g.lower == "to" for g in c.children)]


def _told_aside(token: Token, content: Token) -> bool:
    """A word of a relative clause inside what is asked or promised, or of who only helps: "to extend the deal, which was signed in Chad"."""
    for node in (token, *token.ancestors):
        if node is content:
            return False
        if node.dep == "relcl" or (node.dep == "prep" and is_broker(node)):
            return True
    return False


def _conditional(token: Token, content: Token) -> bool:
    """A word of the condition of what is asked or threatened: "would act if Peru went on"."""
    for node in (token, *token.ancestors):
        if node is content:
            return False
        if node.dep == "advcl" and any(c.lower in {"if", "unless", "until"} for c in node.children):
            return True
    return False
