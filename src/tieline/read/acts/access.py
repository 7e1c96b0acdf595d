"""Who may come in and what may be sold, told by the rule that holds from now on: "Fijians will need a visa to enter Oman", "Fijian tuna may be sold in Oman again".

A rule that has long held is no act: something must tell that it is new ("now", "no longer", "again", a day from which it holds).
"""

from __future__ import annotations

from tieline.model.vocabulary import EventModality, EventType
from tieline.read.acts.dates import Dating
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import object_of, prepositions
from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import CROWDS, STATELY

PERMITS = frozenset({"visa", "permit"})
_NEEDING = frozenset({"need", "require"})
_GOING = frozenset("go travel come enter visit stay fly".split())
_TRADED = frozenset("sell import export ship bring buy".split())
RULING = _NEEDING | _GOING | _TRADED
"""Verbs of the rules of entry."""
_INTO = frozenset({"to", "in", "into", "for", "on"})
_NEW = frozenset({"now", "longer", "again", "anymore", "soon", "henceforth"})
_NEVER = frozenset({"not", "n't", "no", "never", "without"})
_VISITORS = CROWDS | frozenset(
    "citizen national visitor traveller traveler tourist passport holder people businessman student".split()
)


class Access:
    """Reads the rules of entry of one sentence."""

    def __init__(self, parties: Parties, dating: Dating) -> None:
        """Bind the parties of the sentence and its times."""
        self.parties, self.dating = parties, dating

    def read(self, token: Token) -> Act | None:
        """The rule that a verb tells of travellers or of goods."""
        if token.pos != "VERB" or token.lemma not in RULING:
            return None
        subject, passive = subject_of(token)
        if subject is None:
            return None
        if token.lemma in _NEEDING and not passive:
            return self._needing(token, subject)
        if token.lemma in _GOING and not passive and _visa_free(token):
            return self._told(token, subject, token, "CONCEDE", "waive")
        if token.lemma in _TRADED and passive and _may(token) and subject.tag in {"NN", "NNS"}:
            return self._told(token, subject, token, "CONCEDE", "allow", goods=True)
        return None

    def _needing(self, token: Token, subject: Token) -> Act | None:
        obj = object_of(token)
        inner = next((c for c in token.children if c.dep in {"ccomp", "xcomp"}), None)
        visa = [
            c for c in (obj, *(inner.children if inner is not None else ())) if c is not None and c.lemma in PERMITS
        ]
        if not visa or any(c.lower == "exit" for c in visa[0].lefts):
            return None
        beside = (t for c in token.children if c.dep in {"neg", "advmod"} for t in c.subtree)
        if any(t.lower in _NEVER for t in (*beside, *visa[0].lefts)):
            return self._told(token, subject, inner or token, "CONCEDE", "waive")
        return self._told(token, subject, inner or token, "SANCTION", "deny-entry")

    def _told(
        self, token: Token, subject: Token, clause: Token, kind: EventType, mode: str, *, goods: bool = False
    ) -> Act | None:
        """The act, if it is new and both sides are told: whose people or goods, and where they go."""
        aux = {c.lower for c in token.children if c.dep == "aux"}
        words = {t.lower for t in token.subtree}
        ahead = bool(aux & {"will", "'ll", "would"})
        how: EventModality = "scheduled" if ahead else "happened"
        date, _ = self.dating.of([token], modality=how)
        if date is None:
            date, _ = self.dating.of([token, *(o for _, o in prepositions(token, {"from"}))], modality="scheduled")
            how = "scheduled" if date is not None else how
        if not ahead and not words & _NEW and date is None:
            return None
        targets = self._whose(subject, goods=goods)
        codes: set[str | None] = {p.code for p in targets}
        hosts = [p for p in self._where(token, subject, clause) if p.code not in codes][:1] or self._speaking(
            token, codes
        )
        if not targets or not hosts:
            return None
        points = [(subject.left_edge.idx, token.idx + len(token)), *((p.start, p.end) for p in (*targets, *hosts))]
        start, end = min(a for a, _ in points), max(b for _, b in points)
        return Act(kind, mode, tuple(hosts), tuple(targets), how, date, mutual=False, start=start, end=end)

    def _whose(self, subject: Token, *, goods: bool) -> list[Party]:
        """Whose people or goods they are."""
        named = self.parties.named_at(subject)
        if named is not None:
            people = not goods and named.use in {"demonym", "adjective"}
            return [Party(named.code, None, named.start, named.end)] if people else []
        if not goods and subject.lemma not in _VISITORS | PERMITS:
            return []
        return [p for p in self.parties.inside(subject) if p.code][:2]

    def _where(self, token: Token, subject: Token, clause: Token) -> list[Party]:
        heads = [c for v in (token, clause) for c in v.children if c.dep == "dobj"]
        heads += [
            c for a in clause.children if a.dep in {"xcomp", "advcl", "relcl"} for c in a.children if c.dep == "dobj"
        ]
        heads += [o for v in (token, clause) for _, o in prepositions(v, _INTO)]
        heads += [
            o for c in subject.children if c.dep in {"acl", "relcl"} for _, o in prepositions(c, _INTO)
        ]  # "Fijians coming to Oman"
        return [p for o in heads if (p := self.parties.place(o)) is not None and p.code]

    def _speaking(self, token: Token, others: set[str | None]) -> list[Party]:
        """Whose government says so of those who come to it."""
        verb = token.head
        if token.dep != "ccomp" or verb.lemma not in SAYING:
            return []
        subject, passive = subject_of(verb)
        told = self.parties.of(subject) if subject is not None and not passive else []
        return [p for p in told if p.code and p.code not in others and p.kind in STATELY][:1]


def _visa_free(verb: Token) -> bool:
    """As in "go to Oman without a visa", "travel to Oman visa-free"; with "can", "may" or "will be able to"."""
    text = " ".join(t.lower for t in verb.subtree)
    free = "visa-free" in text or "visa - free" in text or "without a visa" in text or "without visas" in text
    free = free or ("without" in text and any(t.lemma in PERMITS for t in verb.subtree))
    return free and (_may(verb) or (verb.dep == "xcomp" and verb.head.lemma in {"able", "free"}))


def _may(verb: Token) -> bool:
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    return bool(aux & {"can", "may", "will", "could"}) and not any(c.dep == "neg" for c in verb.children)
