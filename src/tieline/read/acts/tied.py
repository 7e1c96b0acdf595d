"""Whose ties, talks or pact it was with others, where nobody is named who restored, held or signed them."""

from __future__ import annotations

from typing import Any

from tieline.read.acts.grammar import prepositions
from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.rule import Rule

_TIED = frozenset({"restore-ties", "sign", "reach-agreement", "sever-ties", "talks", "meet"})
"""What is done with somebody by whoever's ties or pact it is."""


class Tied:
    """Finds who stands on the side that a passive leaves open."""

    parties: Parties
    roles: Roles

    def _one_sided(self, token: Token, rule: Rule) -> bool:
        """Those behind "with" are all on one side: "were restored with Chad and Mali"; not "between Chad and Mali"."""
        beside = any(True for _ in prepositions(token, {"with"}))
        return rule.mode in _TIED and beside and not any(True for _ in prepositions(token, {"between"}))

    def _tied(self, token: Token, ties: Any, others: set[str | None]) -> list[Party]:
        """Whose ties were restored, or whose pact was signed, with others: the owner's, the teller's, else the story's one country."""
        owners = [c for c in self.parties.owners(ties) if c not in others] if ties is not None else []
        if len(owners) == 1:
            return [Party(owners[0], None, ties.left_edge.idx, ties.idx + len(ties))]
        if told := self._announcing(token, others):
            return told
        story = self.parties.story
        home = story.pair is None and (self.parties.memory.hub.about or story.home)
        known = home and home not in others and story.counts[home] > 0 and not owners
        return [Party(home, None, token.idx, token.idx + len(token))] if known and home else []

    def _announcing(self, token: Token, others: set[str | None]) -> list[Party]:
        """Whose ministry tells of a measure: "exports to Cuba have been halted, the Honduran trade ministry announced"."""
        if token.dep != "ccomp" or token.head.lemma not in SAYING:
            return []
        told, _, passive = self.roles.actors(token.head)
        return [] if passive else [p for p in told if p.code and p.code not in others and p.kind in STATELY][:1]

    def _called_home(self, token: Token, rule: Rule, envoy: Token | None) -> tuple[list[Party], list[Party]] | None:
        """Whose envoy was called home from where: "Chad's ambassador to Mali was recalled"."""
        if rule.mode != "recall-envoy" or envoy is None:
            return None
        left = [m for m in self.parties.named if envoy.left_edge.idx <= m.start < envoy.idx]
        if len(left) != 1:
            return None
        places = [*prepositions(envoy, {"to", "in"}), *prepositions(token, {"from"})]
        where = [p for _, inner in places for p in self.parties.of(inner) if p.code and p.code != left[0].code]
        return ([Party(left[0].code, None, left[0].start, left[0].end)], where) if where else None
