"""Who else does what the subject of a verb does: the rest of its list, who stands beside it, whom it has joined in doing it."""

from __future__ import annotations

from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY

_COMMA = ([","], [",", "the"])
_LEADING = 2
"""Words in front of "after" that a sentence has at least whose main clause went before."""
_ALONG = frozenset({"along", "together"})
_JOINING = frozenset({"join", "follow"})


class Companions:
    """Finds who acts beside the subject of a verb of one sentence."""

    parties: Parties

    def _in_company(self, verb: Token, subject: Token, found: list[Party]) -> list[Party]:
        """The parties of a subject, those who do it with them added."""
        if len(found) > 1 and (first := self._cut_off(subject)) is not None:
            return [first, *(p for p in found if p.code != first.code)]
        more = self._joined_in(verb)
        if found and found[0].kind in STATELY:
            more = [*self._named_next(verb, subject), *self._along_with(verb, subject), *more]
        known = {p.code for p in found}
        return [*found, *(p for p in more if p.code and p.code not in known and p.kind in STATELY)]

    def _cut_off(self, second: Token) -> Party | None:
        """The first of a list that the parse hangs on the word before it: "two days after Peru, Chile and Fiji ended the drill"."""
        left = self.parties.named_at(second)
        before = [m for m in self.parties.named if left is not None and m.end <= left.start][-1:]
        if not before or left is None or self.parties.sentence.text[before[0].end : left.start].split() not in _COMMA:
            return None
        first = next((t for t in second.doc if before[0].start <= t.idx < before[0].end and t.dep == "pobj"), None)
        if first is None or first.head.lower not in {"after", "before", "since"} or first.head.i < _LEADING:
            return None
        return Party(before[0].code, None, before[0].start, before[0].end)

    def _named_next(self, verb: Token, first: Token) -> list[Party]:
        """The rest of a list that the parse takes for a second subject: "President A of Chad, President B of Mali, and President C of Niger signed"."""
        rest = [c for c in verb.children if c.dep == "nsubj" and first.i < c.i < verb.i and c.pos == "PROPN"]
        listed = first.pos == "PROPN" and rest and any(c.dep == "conj" for c in rest[0].children)
        return self.parties.of(rest[0]) if listed and rest[0].left_edge.nbor(-1).text == "," else []

    def _along_with(self, verb: Token, subject: Token) -> list[Party]:
        """Who is named beside the subject: "Chad, along with Mali and Niger, recalled its envoy"."""
        for prep in verb.doc[subject.i + 1 : verb.i]:
            beside = prep.lower == "with" and prep.i > 1 and prep.nbor(-1).lower in _ALONG and prep.nbor(-2).text == ","
            if (beside or prep.lower == "alongside") and prep.dep in {"prep", "pcomp"}:
                return [p for o in prep.children if o.dep == "pobj" for p in self.parties.of(o)]
        return []

    def _joined_in(self, verb: Token) -> list[Party]:
        """Who did it before others joined in: "Chad joined Mali in expelling the envoy"."""
        prep = verb.head
        if verb.dep != "pcomp" or prep.lower != "in" or prep.head.lemma not in _JOINING:
            return []
        return [p for o in prep.head.children if o.dep == "dobj" for p in self.parties.of(o)]
