"""What somebody tells another that his own country will do for it: "told the Fijian premier that Oman would go on buying tuna"."""

from __future__ import annotations

from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.turns import FRIENDLY
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import verb_rules

_TELLING = frozenset({"tell", "assure", "inform", "promise"})
_WILL = frozenset({"will", "would", "'ll", "shall"})
_SELF = frozenset({"it", "he", "she", "they", "we"})
_FAVOURS = frozenset(
    "buy import purchase accept open resume increase raise boost speed encourage support help assist back build send invest join "
    "honour honor respect abide cooperate ensure guarantee grant give provide supply deliver continue keep go consider study "
    "expand restore protect train facilitate ease simplify lift free release return attend".split()
)
"""What one does for another, or with him."""


class Promises:
    """Finds to whom a favour is promised in the clauses of one sentence."""

    parties: Parties

    def promised(self, token: Token, clause: Token, actors: list[Party]) -> list[Party]:
        """Who is told of a favour to come of the speaker's own country."""
        heard = next((c for c in token.children if c.dep in {"dobj", "dative"} and c.i < clause.i), None)
        aux = {c.lower for c in clause.children if c.dep == "aux"}
        negated = any(c.dep == "neg" for c in clause.children)
        if token.lemma not in _TELLING or heard is None or not aux & _WILL or negated:
            return []
        subject = next((c for c in clause.children if c.dep == "nsubj"), None)
        mine = {p.code for p in actors}
        own = subject is not None and (
            subject.lower in _SELF or bool({p.code for p in self.parties.of(subject) if p.code} & mine)
        )
        kinds = {r.type for r in verb_rules().get(clause.lemma, [])[:1]}
        if (
            not own
            or clause.lemma not in _FAVOURS
            or (kinds and not kinds & (FRIENDLY | {"AGREE", "CONSULT"} | _MIXED))
        ):
            return []
        return [p for p in self.parties.of(heard) if p.code and p.code not in mine][:1]


_MIXED = frozenset({"SANCTION", "REQUEST"})
"""Types of the first row of a verb that has friendly ones too."""
