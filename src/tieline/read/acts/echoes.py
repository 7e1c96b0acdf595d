"""A deed told by a verb that only points back to one: "and Riga did the same", "Minsk hit back", "Lima followed suit".

Whoever it was done to does it in return; a third country does it to the same one.  Who says that he will hit back threatens.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.read.acts.dates import Dating
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import prepositions
from tieline.read.acts.modality import Standing, standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY

ECHOING = frozenset(
    {"do", "follow", "take", "make", "adopt", "respond", "reply", "retaliate", "reciprocate", "hit", "strike", "answer"}
)
_ALIKE = frozenset({"likewise", "same", "similarly", "so"})
_STEPS = frozenset({"step", "measure", "action", "move", "decision"})
_SUCH = frozenset({"similar", "same", "like", "identical", "comparable"})
_DONE_BACK = frozenset({"SANCTION", "CONCEDE", "ASSAULT", "COERCE", "ACCUSE"})
_DONE_TOO = frozenset({"SANCTION", "CONCEDE", "AID", "AGREE", "SUPPORT", "ACCUSE"})
_TO_WHOM = frozenset({"to", "for", "with", "against", "on"})
_JUST = 1


class Echoes:
    """Reads the verbs of one sentence that point back; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, dating: Dating, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its times and what its verbs have told."""
        self.parties, self.dating, self.told = parties, dating, told

    def read(self, token: Token) -> Act | None:
        """The act that a verb points back to, done by its own subject."""
        alike, back = _does_alike(token), _hits_back(token)
        if not alike and not back:
            return None
        subject, passive = subject_of(token)
        subject = self._right_before(token) or subject
        how = standing(token) or (_may_be_done(token) if alike else None)
        if subject is None or passive or how is None or how.modality not in {"happened", "scheduled", "hypothetical"}:
            return None
        doers = [p for p in self.parties.of(subject) if p.code and p.kind in STATELY]
        last = self._before(token, {p.code for p in doers})
        if last is None or not doers or (len({p.code for p in doers}) != 1 and back):
            return None
        hit = {p.code for p in last.targets} & {p.code for p in doers}
        if last.type not in (_DONE_BACK if hit else _DONE_TOO) or (back and not alike and not hit):
            return None
        if hit and not any(p.code not in hit for p in last.actors):
            return None
        targets = last.actors if hit else last.targets
        named = {p.code for _, inner in prepositions(token, _TO_WHOM) for p in self.parties.inside(inner)}
        named -= {p.code for p in doers}
        if not {p.code for p in targets}.isdisjoint(p.code for p in doers) or (
            named and named.isdisjoint(p.code for p in targets)
        ):
            return None  # "did the same to Chad": no deed to the one before
        modality = how.modality
        if back and modality == "scheduled":  # "will retaliate": by what is not told
            last, modality = replace(last, type="THREATEN", mode="threaten"), "happened"
        date, _ = self.dating.of([token], modality=modality)
        end = next((t.end for t in self.parties.sentence.times if t.period == date), token.right_edge.idx)
        behind = subject.right_edge if subject.i > token.i else token  # "as did Mali and Niger"
        return replace(
            last, actors=tuple(doers), targets=tuple(targets), modality=modality, date=date, mutual=False,
            start=min(subject.left_edge.idx, token.idx), end=max(end, *(t.idx + len(t) for t in (token, behind))), place=None,
        )  # fmt: skip

    def _right_before(self, token: Token) -> Token | None:
        """A country right before the finite verb, which the parse joins to what stands in front: "diplomats and Riga was quick to"."""
        verb = token
        while verb.dep in {"xcomp", "acomp"} and verb.head != verb:
            verb = verb.head
        before = verb.nbor(-1) if verb.i and not any(c.dep == "nsubj" for c in verb.children) else None
        return before if before is not None and self.parties.named_at(before) is not None else None

    def _before(self, token: Token, mine: set[str | None]) -> Act | None:
        """The act told last: in this sentence, else in the one before, by somebody else."""
        here = [act for at, act in self.told.items() if at < token.i]
        if here:
            return here[-1] if {p.code for p in here[-1].actors}.isdisjoint(mine) else None
        index = self.parties.sentence.index
        events = [e for e, at in self.parties.memory.acts if index - at <= _JUST]
        if not events or events[-1].actor in mine or events[-1].modality != "happened":
            return None
        last = events[-1]
        doer, target = (Party(code, None, token.idx, token.idx) for code in (last.actor, last.target))
        return Act(
            last.type, last.mode or "", (doer,), (target,), "happened", None, mutual=False, start=token.idx, end=token.idx
        )  # fmt: skip


def _may_be_done(verb: Token) -> Standing | None:
    """As in "may take similar steps"."""
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    negated = any(c.dep == "neg" for c in verb.children)
    return Standing("hypothetical", verb) if aux & {"may", "might", "could"} and not negated else None


def _does_alike(verb: Token) -> bool:
    """As in "did likewise", "did the same", "followed suit", "responded in kind", "reciprocated"."""
    if verb.lemma == "reciprocate":
        return not any(c.dep == "dobj" for c in verb.children)
    if verb.lemma == "do":
        if verb.i and verb.nbor(-1).lower in {"as", "so"} and not any(c.dep in {"dobj", "neg"} for c in verb.children):
            return any(c.dep == "nsubj" and c.i > verb.i for c in verb.children)  # "cut ties with Chad, as did Mali"
        return any(c.lower in _ALIKE and c.dep in {"dobj", "advmod"} for c in verb.children)
    if verb.lemma == "follow":
        bare = not any(c.dep in {"dobj", "ccomp"} for c in verb.children)
        return any(c.lower == "suit" or (bare and c.dep == "prep" and c.lower == "with") for c in verb.children)
    if verb.lemma in {"take", "make", "adopt"}:
        steps = (c for c in verb.children if c.dep == "dobj" and c.lemma in _STEPS)
        return any(g.lower in _SUCH for c in steps for g in c.lefts)
    kind = (o for c in verb.children if c.dep == "prep" and c.lower == "in" for o in c.children)
    return any(o.lower == "kind" for o in kind)


def _hits_back(verb: Token) -> bool:
    """As in "struck back", "was quick to hit back", "retaliated", with no word of how."""
    if any(
        c.dep in {"dobj", "ccomp"} or (c.dep == "prep" and c.lower in {"with", "by", "at", "against"})
        for c in verb.children
    ):
        return False
    if verb.lemma in {"hit", "strike"}:
        return any(c.lower == "back" for c in verb.children)
    return bool(verb.lemma == "retaliate")
