"""Whose a noun is: the country in front of it, behind its "of", of its head, or the one that a description fits."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.read.acts.grammar import joined
from tieline.read.acts.named import Named
from tieline.read.story.memory import of_kind
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import ARMED, CROWDS, PAIR, SHIPS
from tieline.read.words.people import LEADERS

_LED_OR_FIRED = frozenset({"lead", "head", "fire", "launch", "lob", "plant", "lay", "throw", "drop"})
_KINDS_OF_STATE = frozenset(
    {"state", "country", "kingdom", "island", "emirate", "archipelago", "sheikhdom", "republic", "nation"}
)
_RULERS = frozenset(
    [
        "prosecutor",
        "magistrate",
        "lawmaker",
        "deputy",
        "official",
        "parliament",
        "court",
        "authority",
        "police",
        "government",
        "command",
        "commander",
        "force",
        "troop",
        "judge",
        "ministry",
        "junta",
        "regime",
        "legislator",
        "ruler",
    ]
)
"""Who is a country's by standing in it: "a court in Guyana"."""
_PARTIES = frozenset({"faction", "party", "stakeholder", "actor"})
"""Who several are that somebody calls upon together: "all factions in Chad"."""
_OFFICERS = frozenset(
    {"governor", "director", "chairman", "chief", "head", "manager", "president", "representative", "adviser"}
)
"""Who is called by his place in a body."""
_TITLES = frozenset(
    {"representative", "envoy", "ambassador", "minister", "president", "adviser", "secretary", "leader"}
)
_OF_BODIES = frozenset({"coordinator", "commissioner", "rapporteur"})
_MINISTERS = frozenset({"minister", "secretary", "commissioner"})
"""Whose office is "for Foreign Affairs of Fiji"."""
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "lawyer"})


_LONG_AGO = 8
_BODIES_AGAIN = frozenset({"ministry", "embassy", "department"})
"""Bodies that a story names with their country once: "the ministry" is the one named last."""
_ITS_BODY = r"(?:['’]s?)?\s+(?:(?!and\b|said\b|to\b|in\b|the\b)[\w-]+\s+){{0,3}}?(?i:{0})\b"


class Owners(Named):
    """Finds whose country's a noun is."""

    def named_before(self, token: Token) -> str | None:
        """The country of the body that the story has named last and calls by its noun alone: "the ministry"."""
        if token.lemma not in _BODIES_AGAIN or token.left_edge.lower != "the" or token.i - token.left_edge.i > 1:
            return None
        body = re.compile(_ITS_BODY.format(token.lemma))
        sentences = self.story.sentences[max(0, self.sentence.index - _LONG_AGO) : self.sentence.index + 1]
        for sentence in reversed(sentences):
            here = sentence.index == self.sentence.index
            named = [
                m for m in sentence.mentions if body.match(sentence.text, m.end) and (not here or m.end < token.idx)
            ]
            if named:
                return named[-1].code
        return None

    def owners(self, token: Token) -> list[str]:
        """The country in front of a noun ("Russia's foreign ministry"), or behind its "of" ("the government of Chad").

        Several where they are joined: "French and Egyptian warships".
        """
        left = [m for m in self.named if token.left_edge.idx <= m.start < token.idx and not m.place]
        if left:
            text = self.sentence.text
            owners = [left[0].code]
            for before, after in pairwise(left):
                if not re.fullmatch(r"(?:['’]s)?(?:,|,? and)\s+(?:the\s+)?", text[before.end : after.start]):
                    break
                owners.append(after.code)
            return owners
        for child in token.children:
            speaks = child.lower == "for" and token.lemma in _SPOKESMEN | _MINISTERS
            several = token.lemma in _PARTIES and token.tag == "NNS"
            bound = several or token.lemma in CROWDS or token.lemma in ARMED or token.lemma in _RULERS
            here = child.lower == "in" and bound
            if child.dep == "prep" and (child.lower in {"of", "from"} or speaks or here):
                for obj in child.children:
                    if obj.dep == "pobj":
                        if PAIR.match(self.sentence.text, obj.left_edge.idx):
                            return list(self.pair or ())
                        mention = self.named_at(obj)
                        if mention is None:
                            told = self.described(obj) if child.lower == "from" else None
                            inner = [told] if told else self.owners(obj) or self._of_many(obj)
                            if inner:
                                return inner
                            continue
                        beside = [m.code for j in joined(obj) if (m := self.named_at(j)) is not None]
                        return list(dict.fromkeys((mention.code, *beside)))
        return []

    def _of_many(self, noun: Token) -> list[str]:
        """The countries of those that are many and listed: "the ministers of countries such as Malta and Fiji"."""
        many = noun.tag in {"NNS", "NNPS"} and noun.lemma in _KINDS_OF_STATE
        return [p.code for p in self.of(noun) if p.code] if many else []

    def titled(self, name: Any) -> str | None:
        """The country of a person whose office stands behind the name: "Li Wang, special envoy of the Chinese president"."""
        for beside in name.children:
            if beside.dep == "appos" and beside.i > name.i and beside.pos == "NOUN" and beside.lemma in _TITLES:
                owners = self.owners(beside)
                return owners[0] if len(owners) == 1 else None
        return None

    def served(self, name: Any) -> str | None:
        """The country of the state's body in which somebody is said to have a place: "Ana Vella, governor of Chad's central bank"."""
        for beside in name.children:
            if beside.dep != "appos" or beside.lemma.lower() not in _OFFICERS | _OF_BODIES:
                continue
            words = {t.lower for t in beside.subtree}
            letters = any(beside.left_edge.idx <= m.start <= beside.right_edge.idx for m in self.groups)
            owners = (
                self.owners(beside)
                if letters or {"central", "bank"} <= words or beside.lemma.lower() in _OF_BODIES
                else []
            )
            if len(owners) == 1 and (
                beside.lemma.lower() not in _OF_BODIES or country(owners[0]).kind == "organisation"
            ):
                return owners[0]
        return None

    def led_by(self, token: Token) -> list[str]:
        """The country of a government named after its head ("the Bush administration"), or of a group's part ("the Hamas wing")."""
        if token.lemma not in {"administration", "government", "regime", "cabinet"}:
            return []
        return [LEADERS[c.text] for c in token.children if c.dep in {"compound", "poss", "nmod"} and c.text in LEADERS]

    def heads(self, token: Token) -> list[str]:
        """The country of who leads a group, or lays or fires a weapon: "a delegation led by Kenya's minister", "a rocket fired from Gaza"."""
        for clause in token.children:
            if clause.dep == "acl" and clause.tag == "VBG" and clause.lemma in {"work", "act", "spy"}:
                served = [self.named_at(o) for c in clause.children if c.lower == "for" for o in c.children]
                if served and served[0] is not None:
                    return [served[0].code]
            if clause.dep != "acl" or clause.tag != "VBN" or clause.lemma not in _LED_OR_FIRED:
                continue
            for word, inner in (
                (c.lower, o) for c in clause.children if c.dep in {"agent", "prep"} for o in c.children
            ):
                if inner.dep != "pobj":
                    continue
                found = self.of(inner) if word == "by" else [self.place(inner)] if word == "from" else []
                codes = [p.code for p in found if p is not None and p.code]
                if codes:
                    return codes[:1]
        return []

    def described(self, token: Token) -> str | None:
        """The country of the story that a description fits: "the Gulf state", "the island"; "the bloc" is its one organisation."""
        if token.lemma == "bloc":
            blocs = [c for c in self.memory.countries if c != "WLD" and country(c).kind == "organisation"]
            return blocs[0] if len(blocs) == 1 else None
        if token.lemma not in _KINDS_OF_STATE:
            return None
        return of_kind(self.sentence.text[token.left_edge.idx : token.idx + len(token)], self.memory)


def navy_of(token: Token) -> str | None:
    """Whose navy's ship it is, by what stands before its name: "the destroyer HMS Dragon"."""
    heads = [token, *(c for c in token.children if c.dep == "appos")]
    return next((SHIPS[c.text] for h in heads for c in h.lefts if c.text in SHIPS), None)
