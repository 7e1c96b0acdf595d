"""Whom an act answers that names nobody: who has just asked or accused, who took the measure, whose deed is spoken of."""

from __future__ import annotations

from tieline.model.countries import country
from tieline.read.acts.named import Party
from tieline.read.acts.reactions import Reactions
from tieline.read.syntax.tokens import Token
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

VOTES = frozenset({"vote", "resolution", "ruling", "verdict"})
"""What only an organisation or a court hands down."""
_JUST = 1
"""Sentences after a charge or a request in which a refusal answers it."""
_MEASURES = CLASSES["SANCTIONS"] | CLASSES["BLOCKADE"]


class Answers(Reactions):
    """Finds who is answered, by the acts that the story has told."""

    def _open(self, verb: Token, rule: Rule, obj: Token | None, mine: set[str | None]) -> list[Party]:
        """The other side of an act that names none: who has just spoken, who imposed the measure, else the other one of the pair."""
        if obj is not None and rule.slots[0] == "obj" and obj.lower not in {"this", "that", "it", "them", "all"}:
            return []
        spoken = self._answered(rule, mine)
        if spoken is not None or "bare" in rule.flags:
            return [Party(spoken, None, verb.idx, verb.idx + len(verb))] if spoken is not None else []
        imposed = self.parties.memory.imposed if rule.type != "SANCTION" else None
        measured = (
            obj is not None and obj.lemma in _MEASURES and imposed is not None and mine and imposed[0] not in mine
        )
        code = imposed[0] if measured and imposed else self.parties.other_of_all(mine)
        if rule.type == "AID" and any(
            e.type == "AID" and e.actor == code and {e.target} == mine for e, _ in self.parties.memory.acts
        ):
            return []  # whoever has just been helped helps his own people
        if code is None and mine:
            return self._commented(verb, rule, mine)
        return [Party(code, None, verb.idx, verb.idx + len(verb))] if code else []

    def _imposer(self, verb: Token, mine: set[str | None]) -> list[Party]:
        """Who took the last measure that was told."""
        imposed = self.parties.memory.imposed
        known = imposed is not None and mine and imposed[0] not in mine
        return [Party(imposed[0], None, verb.idx, verb.idx + len(verb))] if known and imposed else []

    def _imposed(self, verb: Token, mine: set[str | None]) -> list[Party]:
        """On whom the actor's last measure was that was told: "It lifted it again in 2022"."""
        imposed = self.parties.memory.imposed
        own = imposed is not None and mine == {imposed[0]}
        return [Party(imposed[1], None, verb.idx, verb.idx + len(verb))] if own and imposed else []

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

    def _voted(self, obj: Token, mine: set[str]) -> list[Party]:
        """Whose vote, resolution or ruling it is that is spoken of: the organisation's that has acted last."""
        if obj.left_edge.lower not in {"the", "this", "that"}:
            return []
        acted = (e.actor for e, _ in reversed(self.parties.memory.acts))
        body = next((c for c in acted if c and country(c).kind == "organisation" and c not in mine), None)
        return [Party(body, None, obj.idx, obj.idx + len(obj))] if body else []
