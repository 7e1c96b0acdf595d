"""Acts that their doer denies: in the clause of "deny", in a plan that is said not to exist, or told a sentence before.

A denial is the denied act with the modality `denied`; who denies a charge that names no deed rejects it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tieline.read.acts.dates import Dating
from tieline.read.acts.grammar import object_of, objects_match, prepositions
from tieline.read.acts.modality import standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.acts.turns import HOSTILE
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.acts import noun_rules, verb_rules
from tieline.read.words.rule import Rule

_OWN = frozenset({"it", "they", "he", "she", "we", "its", "their", "his", "her", "our"})
_PLANS = frozenset({"plan", "intention", "intent", "wish", "commitment", "decision", "proposal"})
_ANAPHORS = frozenset({"it", "this", "that", "involvement", "responsibility"})
_CHARGES = frozenset({"accusation", "charge", "allegation", "claim", "report", "assertion"})
_PART = frozenset(
    "anything nothing involvement role part hand complicity connection link participation responsibility involved responsible behind".split()
)
"""What somebody has in a deed, or is in it."""
_IN = frozenset({"in", "with", "for", "behind"})
_MEDDLING = frozenset({"meddle", "interfere"})
_MEDDLED = frozenset({"meddling", "interference"})
_WORDED = frozenset({"ACCUSE", "THREATEN"})
_SINCE = 2
"""Sentences after an act in which "denied it" may be of that act."""


class Denials:
    """Reads the denials of one sentence; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, roles: Roles, dating: Dating, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its times and what its verbs have told."""
        self.parties, self.roles, self.dating, self.told = parties, roles, dating, told

    def read(self, token: Token) -> Iterator[Act]:
        """The acts that a verb of denial denies, where the clause itself has told none."""
        how = standing(token)
        found, _, passive = self.roles.actors(token)
        deniers = [p for p in found if p.code and p.kind in STATELY]
        if passive or how is None or how.modality != "happened" or not deniers:
            return
        act = (
            self._wrong(token, deniers)
            or self._clause(token, deniers)
            or self._plan(token, deniers)
            or self._deed(token, deniers)
        )
        act = act or self._earlier(token, deniers)
        if act is not None:
            yield act

    def _clause(self, token: Token, deniers: list[Party]) -> Act | None:
        """A harm that the speaker's side is said not to do: "denied that its staff were bugging a ministry"."""
        for clause in (c for c in token.children if c.dep == "ccomp" and c.pos == "VERB"):
            rules = verb_rules().get(clause.lemma, [])
            if clause.i in self.told or any(c.dep == "neg" for c in clause.children):
                continue
            done_to = [object_of(clause), *(c for c in clause.children if c.dep == "nsubjpass")]
            fitting = (
                r for r in rules if r.type in HOSTILE and _plain(r) and any(objects_match(r, o) for o in done_to)
            )
            rule = next(fitting, None)
            if rule is not None and self._own(clause, deniers):
                date, _ = self.dating.of([clause])
                above = [token.head] if token.dep == "xcomp" else []  # "in July it had to deny"
                date = date or self.dating.of([token, *above])[0]
                return self._act(token, clause, rule, deniers, date)
        return None

    def _wrong(self, token: Token, deniers: list[Party]) -> Act | None:
        """A charge that names no deed is rejected: "denies meddling in Chad's vote", "denied any interference in Chad's affairs"."""
        for what in token.children:
            verb = what.pos == "VERB" and what.lemma in _MEDDLING and what.dep in {"xcomp", "ccomp"}
            noun = what.dep == "dobj" and what.lower in _MEDDLED
            if what.i < token.i or not (verb or noun) or (what.dep == "ccomp" and not self._own(what, deniers)):
                continue
            mine: set[str | None] = {p.code for p in deniers}
            inner = (o for _, o in prepositions(what, {"in", "with"}))
            targets = [p for o in inner for p in self.parties.inside(o, without=mine)][:1]
            if targets:
                date, _ = self.dating.of([token])
                points = [(token.idx, what.idx + len(what)), *((p.start, p.end) for p in (*deniers, *targets))]
                start, end = min(a for a, _ in points), max(b for _, b in points)
                return Act(
                    "REJECT",
                    "reject",
                    tuple(deniers),
                    tuple(targets),
                    "happened",
                    date,
                    mutual=False,
                    start=start,
                    end=end,
                )
        return None

    def _own(self, clause: Token, deniers: list[Party]) -> bool:
        """The clause is about what the denier's own side does: by pronoun, by name, or in the passive without an agent."""
        subject = next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"}), None)
        if subject is None or any(c.dep == "agent" for c in clause.children):
            return False
        if subject.dep == "nsubjpass" or any(t.lower in _OWN for t in subject.subtree):
            return True
        return bool({p.code for p in self.parties.of(subject)} & {p.code for p in deniers})

    def _plan(self, token: Token, deniers: list[Party]) -> Act | None:
        """What is not planned: "denied that there is any plan to restructure the debt"."""
        inner = (t for c in token.children if c.dep in {"dobj", "ccomp"} for t in c.subtree)
        for verb in inner:
            if verb.pos != "VERB" or verb.head.lemma not in _PLANS or verb.dep not in {"acl", "relcl", "xcomp"}:
                continue
            fitting = (r for r in verb_rules().get(verb.lemma, []) if r.objects and objects_match(r, object_of(verb)))
            rule = next(fitting, None)
            if rule is not None:
                return self._act(token, verb, rule, deniers, None)
        return None

    def _deed(self, token: Token, deniers: list[Party]) -> Act | None:
        """A blow that a noun names, or a part in it: "denied the shelling", "denied having anything to do with the raid on"."""
        for child in token.children:
            if child.i < token.i or child.dep not in {"dobj", "xcomp", "ccomp"} or child.i in self.told:
                continue
            own = child.dep != "ccomp" or self._own(child, deniers)
            if not own or any(c.dep == "neg" for c in child.children):
                continue
            deeds = [child] if child.pos == "NOUN" else []
            if any(t.lemma in _PART for t in child.subtree):
                deeds += [o for t in child.subtree if t.dep == "prep" and t.lower in _IN for o in t.children]
            for noun in deeds:
                rule = next((r for r in noun_rules().get(noun.lemma, []) if r.type == "ASSAULT"), None)
                if rule is not None and not any(t.dep == "poss" and self._is_theirs(t, deniers) for t in noun.children):
                    return self._act(token, noun, rule, deniers, self.dating.of([noun])[0])
        return None

    def _is_theirs(self, owner: Token, deniers: list[Party]) -> bool:
        """Somebody else's deed: "denied Chad's attack"."""
        return not {p.code for p in self.parties.of(owner)} & {p.code for p in deniers}

    def _earlier(self, token: Token, deniers: list[Party]) -> Act | None:
        """The act or the charge that the sentences before have told: "Baku denied it"."""
        obj = next((c for c in token.children if c.dep == "dobj"), token.head if token.dep == "relcl" else None)
        if obj is None or not (obj.lower in _ANAPHORS or obj.lemma in _CHARGES):
            return None
        if any(c.dep in {"acl", "relcl", "prep", "amod"} and c != token for c in obj.children):
            return None
        codes = {p.code for p in deniers}
        for act in self.told.values() if token.dep == "relcl" else ():
            if act.type in _WORDED and act.modality == "happened" and codes <= {p.code for p in act.targets}:
                date, _ = self.dating.of([token])
                return Act(
                    "REJECT", "reject", tuple(deniers), act.actors, "happened", date, mutual=False,
                    start=min(obj.idx, token.idx), end=token.idx + len(token),
                )  # fmt: skip
        for event, at in reversed(self.parties.memory.acts):
            if self.parties.sentence.index - at > _SINCE or event.modality != "happened":
                break
            if event.actor in codes and event.type in HOSTILE:
                target = Party(event.target, None, token.idx, token.idx + len(token))
                return Act(
                    event.type, event.mode or "", tuple(deniers), (target,), "denied", event.date, mutual=False,
                    start=min(deniers[0].start, token.idx), end=obj.idx + len(obj),
                )  # fmt: skip
            if event.target in codes and event.type in _WORDED:
                target = Party(event.actor, None, token.idx, token.idx + len(token))
                date, _ = self.dating.of([token])
                return Act(
                    "REJECT", "reject", tuple(deniers), (target,), "happened", date, mutual=False,
                    start=min(deniers[0].start, token.idx), end=obj.idx + len(obj),
                )  # fmt: skip
        return None

    def _act(self, token: Token, verb: Token, rule: Rule, deniers: list[Party], date: Any) -> Act | None:
        mine = {p.code for p in deniers}
        heads = [object_of(verb), *(c for c in verb.children if c.dep == "nsubjpass")]
        heads += [inner for _, inner in prepositions(verb, {"in", "on", "to", "from", "against", "with", "at"})]
        targets = [p for h in heads if h is not None for p in self.parties.inside(h, without=set(mine))][:1]
        if not targets:
            code = self.parties.other(deniers[0].code)
            targets = [Party(code, None, verb.idx, verb.idx + len(verb))] if code else []
        if not targets:
            return None
        points = [(t.idx, t.idx + len(t)) for t in (token, verb)] + [(p.start, p.end) for p in (*deniers, *targets)]
        start, end = min(a for a, _ in points), max(b for _, b in points)
        return Act(
            rule.type, rule.mode, tuple(deniers), tuple(targets), "denied", date, mutual=False, start=start, end=end
        )


def is_denial(verb: Token) -> bool:
    """What somebody says is not so; not what he refuses: "denied the charge", but "was denied entry", "denied the ship a permit"."""
    if verb.lemma not in {"deny", "refute", "rebut"} or any(c.dep in {"auxpass", "dative"} for c in verb.children):
        return False
    return not any(c.dep == "dobj" and c.lemma in _GRANTED for c in verb.children)


_GRANTED = frozenset("entry access visa permission request right landing clearance passage permit leave".split())


def _plain(rule: Rule) -> bool:
    """The rule asks for nothing that the clause of a denial may leave out."""
    return not rule.words and rule.particle is None and not rule.flags - {"deed", "noenvoy"}
