"""Agreements that a noun tells as newly made: "a first accord with Peru", "the military pact of Oman and Fiji announced last year"."""

from __future__ import annotations

from tieline.read.acts.named import Party
from tieline.read.acts.noun_sides import NounSides
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_TWO = 2
_MADE = frozenset({"announce", "reach", "strike", "conclude", "make", "agree", "negotiate", "clinch", "seal", "open"})
_FRESH = frozenset({"first", "new", "fresh", "recent", "latest", "landmark", "historic"})
_NOT_YET = frozenset(
    "seek want need negotiate hope propose discuss consider demand urge call reject oppose expect prepare work aim try push plan wish lack "
    "await have be sign ratify toward towards without for depend would fear hope chance prospect doubt fail collapse stall founder break threaten".split()
)
"""What is said of an agreement that is still to be made, or that was made long ago."""


class Pacts(NounSides):
    """Tells whether an agreement is new, and whose it is."""

    def newly_made(self, pact: Token) -> bool:
        """An agreement that the sentence tells as new: "a first accord with", "a deal between A and B that opens", "the pact announced last year"."""
        words = {c.lower for c in pact.lefts}
        making = any(c.dep in {"acl", "relcl"} and c.lemma in _MADE for c in pact.children)
        making = making or (pact.dep == "nsubjpass" and pact.head.lemma in _MADE)
        opened = bool(words & {"a", "an"}) and any(c.dep == "relcl" for c in pact.children)
        if not (words & _FRESH or making or opened or self.dating.of([pact])[1] is not None):
            return False
        if any(act.type in {"AGREE", "SUPPORT", "REJECT"} for act in self.told.values()):
            return False
        return not any(a.lemma in _NOT_YET | CLASSES["TALKS"] for a in pact.ancestors)

    def agreed(self, pact: Token, rule: Rule) -> tuple[list[Party], list[Party]]:
        """Who has made an agreement: those it is between, its owner, or the other one of the two that the sentence names."""
        targets = self._noun_targets(pact, rule, [])
        if len(targets) >= _TWO:
            return targets[:1], targets[1:]
        own = [p for c in pact.children if c.dep == "poss" for p in self.parties.of(c)]
        if len(targets) == 1 and not own:
            other = self.parties.other(targets[0].code)
            own = [Party(m.code, None, m.start, m.end) for m in self.parties.named if m.code == other][:1]
        return own, targets
