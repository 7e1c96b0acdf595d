"""What the words of a speaker amount to: a demand ("must"), a charge ("was violating"), a refusal ("would not"), a verdict ("unacceptable").

The verb of saying is no act by itself; its clause is one, of the speaker on whom it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tieline.model.vocabulary import EventModality, EventType
from tieline.read.acts.dates import Dating
from tieline.read.acts.demands import owed
from tieline.read.acts.doers import agent_of
from tieline.read.acts.grammar import object_of
from tieline.read.acts.modality import standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.polarity import is_negated
from tieline.read.acts.promises import Promises
from tieline.read.acts.rebels import for_rebels
from tieline.read.acts.refusals import Refusals
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import SCORN, STATELY, UNTRUE, WRONGS
from tieline.read.words.acts import CLASSES, verb_rules

TELLING = frozenset(
    "say insist declare conclude stress emphasize emphasise reiterate warn tell add argue maintain claim allege charge contend assert "
    "complain state note believe deny tweet write post inform notify".split()
)
"""Verbs whose clause may be a demand, a charge or a refusal."""
CHARGING = frozenset("claim allege charge contend assert complain warn".split())
"""Verbs that make a charge of any harm that they tell of."""
_MILD = frozenset("back finance aid support train shelter".split())
"""Wrong only in the mouth of who charges somebody with it."""
_FUTURE = frozenset({"will", "would", "wo", "shall", "'ll", "can", "could", "ca"})
_SELF = frozenset({"it", "he", "she", "they", "we"})
_GUILTY = frozenset({"responsible", "guilty", "complicit", "culpable", "behind", "blame", "fault"})
_FRIENDS = frozenset({"friend", "ally", "partner", "brother", "model"})
_VALUED = frozenset("strategic reliable trusted important valued close key true loyal dependable indispensable".split())
_COUNTED = frozenset("trading trade largest biggest main export second third no former not".split())
_EXCUSING = frozenset({"justify", "excuse", "defend", "tolerate", "condone"})
_TALKING = frozenset(
    "negotiate talk discuss compromise negotiation dialogue discussion concession normalisation normalization deal".split()
)
_CHARGED = frozenset("charge accusation allegation claim report complaint criticism".split())
_KNOWN = frozenset({"the", "this", "these", "such", "that", "those"})
_JUDGED = (
    CLASSES["SANCTIONS"]
    | CLASSES["PROPOSAL"]
    | CLASSES["AGREEMENT"]
    | frozenset(
        "move decision step surplus policy action behaviour behavior law map conduct treatment fee claim attitude act statement remark word comment".split()
    )
)
_OUT = frozenset(
    {"unacceptable", "impossible", "premature", "inadmissible", "negotiable", "question", "unthinkable", "acceptable"}
)


class Sayings(Refusals, Promises):
    """Reads the clauses of the verbs of saying of one sentence."""

    def __init__(self, parties: Parties, roles: Roles, dating: Dating) -> None:
        """Bind the parties of the sentence and its times."""
        self.sentence: Sentence = parties.sentence
        self.parties, self.roles, self.dating = parties, roles, dating

    def read(self, token: Token) -> Iterator[Act]:
        """The acts that the clauses of a verb of saying are."""
        clauses = [c for c in token.children if c.dep == "ccomp" and c.pos in {"VERB", "AUX"}]
        if token.dep == "parataxis" and token.head.pos in {"VERB", "AUX"}:
            clauses = [token.head]  # "the step, Lima said, was an insult"
        if not clauses:
            return
        told, subject, passive = self.roles.actors(token)
        how = standing(token)
        actors = [p for p in told if p.code and p.kind in STATELY]
        if passive or how is None or not actors:
            return
        for clause in clauses:
            both = [clause, *(c for c in clause.children if c.dep == "conj" and c.pos == "VERB")]
            charges = (self._charge(token, one, clause, actors) for one in both)
            charge = next((c for c in charges if c is not None), None)
            found = (
                self._demand(clause, actors) or charge or self._verdict(clause, actors) or self._praise(clause, actors)
            )
            found = found or self._unjustified(clause, actors) or self._kept(clause, actors)
            if found is None and how.modality == "happened":
                found = self._refusal(clause, actors) or self._nothing_left(clause, actors)
                favoured = [] if found is not None else self.promised(token, clause, actors)
                found = (("AGREE", "offer"), favoured) if favoured else found
            if found is not None:
                kind, targets = found
                modality = how.modality if kind[0] == "REQUEST" else "happened"
                if how.modality == modality:
                    yield self._act(token, subject, clause, actors, targets, kind, modality)

    def _act(
        self,
        token: Token,
        speaker: Token,
        said: Token,
        actors: list[Party],
        targets: list[Party],
        kind: tuple[EventType, str],
        modality: EventModality,
    ) -> Act:
        """The act, type and rule, that the words of a speaker are."""
        points = [(token.idx, token.idx + len(token)), *((p.start, p.end) for p in (*actors, *targets))]
        points += [(t.idx, t.idx + len(t)) for t in (speaker, said) if t is not None and abs(t.i - token.i) < _NEAR]
        start, end = min(a for a, _ in points), max(b for _, b in points)
        end = next((t.end for t in self.sentence.times if 0 <= t.start - end <= _GAP), end)
        date, _ = self.dating.of([token])
        end = min(end, len(self.sentence.text))
        return Act(*kind, tuple(actors), tuple(targets), modality, date, mutual=False, start=start, end=end)

    def _demand(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """A demand on whoever must: "said that Kenya must release the crew"."""
        debtor = owed(clause)
        if debtor is None:
            return None
        targets = self.others(self.parties.of(debtor), actors)
        agent = agent_of(clause) if debtor.dep == "nsubjpass" else None
        if not targets and agent is not None:  # "said that the duties must be lifted by Chad"
            targets = self.others(self.parties.of(agent), actors)
        told = [c for c in clause.head.children if c.dep in {"dobj", "dative"} and c.i < clause.i]
        if not targets and told and clause.head.lemma == "tell":  # "told the envoy that the crew must be freed"
            targets = self.others([p for c in told for p in self.parties.of(c)], actors)
        return (("REQUEST", "demand"), targets) if targets else None

    def _charge(
        self, token: Token, clause: Token, first: Token, actors: list[Party]
    ) -> tuple[tuple[EventType, str], list[Party]] | None:
        """A wrong that another is said to do: "said that Kenya was violating the treaty", "was to blame for the raid"."""
        if any(c.dep == "neg" for c in clause.children) or token.lemma in {"deny", "believe", "note"}:
            return None
        doer = next((c for c in first.children if c.dep == "nsubj"), None)
        if doer is None:
            return None
        targets = self.others(self.parties.of(doer), actors)
        if not targets and doer.lemma in _JUDGED:  # "the Kenyan ban breaks the rules"
            targets = self.others(self.parties.inside(doer), actors)[:1]
        if not targets:
            return None
        aux = {c.lower for c in clause.children if c.dep in {"aux", "auxpass"}}
        clause = _habitual(clause)
        if clause.lemma == "be":
            words = {t.lower for c in clause.rights if c.dep in {"acomp", "prep", "attr", "xcomp"} for t in c.subtree}
            guilty = bool(words & _GUILTY)
        elif aux & _FUTURE and token.lemma != "warn":
            guilty = False
        else:
            rules = [r for r in verb_rules().get(clause.lemma, []) if not r.words]
            harm = token.lemma in CHARGING and bool(rules) and rules[0].type in {"ASSAULT", "COERCE", "MOBILIZE"}
            mild = clause.lemma in _MILD and token.lemma not in CHARGING and not for_rebels(clause)
            wrong = clause.lemma in WRONGS and not mild and not _breaks_with_others(clause)
            guilty = harm or wrong or any(t.dep == "advmod" and t.lower in WRONGS for t in clause.children)
        return (("ACCUSE", "accuse"), targets) if guilty else None

    def _kept(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """A measure of one's own that one says will stay: "said the duties on Kenyan tea would remain until"."""
        about = next((c for c in clause.children if c.dep == "nsubj"), None)
        aux = {c.lower for c in clause.children if c.dep == "aux"}
        if clause.lemma not in _STAYING or about is None or not aux & {"will", "would", "must"}:
            return None
        if about.lemma not in CLASSES["CURBS"] or any(_is_likened(c) for c in clause.children):
            return None
        targets = self.others(self.parties.inside(about), actors)[:1]
        imposed = self.parties.memory.imposed
        if not targets and imposed is not None and {p.code for p in actors} == {imposed[0]}:
            targets = [Party(imposed[1], None, about.idx, about.idx + len(about))]
        return (("REJECT", "refuse"), targets) if targets else None

    def _verdict(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """A proposal or a deed of another that is called out of the question, or wrong."""
        about = next((c for c in clause.children if c.dep in {"nsubj", "csubj"}), None)
        if about is not None and _has_no_ground(clause, about):
            heard = self.others(self.parties.inside(about), actors)[:1] or self.other_of(about, actors)
            return (("REJECT", "reject"), heard) if heard else None
        if clause.lemma != "be" or about is None or about.pos == "PRON":
            return None
        words = {t.lower for c in clause.rights if c.dep in {"acomp", "attr", "prep", "advmod"} for t in c.subtree}
        words -= {t.lower for c in clause.rights if c.dep in {"advcl", "relcl"} for t in c.subtree}
        negated = any(c.dep == "neg" for c in clause.children)
        if about.lemma in _CHARGED and words & UNTRUE and not negated:
            heard = self.others(self.parties.inside(about), actors)[:1] or self.other_of(about, actors)
            return (("REJECT", "reject"), heard) if heard else None
        out = (
            bool(words & (_OUT - {"negotiable", "acceptable"}))
            if not negated
            else bool(words & {"negotiable", "acceptable"})
        )
        scorned = not negated and bool(words & SCORN)
        if not out and not scorned:
            return None
        targets = self.others(self.parties.inside(about), actors)[:1]
        known = any(c.lower in _KNOWN for c in about.children) and about.lemma in _JUDGED
        if not targets and known:
            targets = self.other_of(about, actors)
        if not targets:
            return None
        asked = about.lemma in CLASSES["PROPOSAL"] or about.dep == "csubj"
        return (("REJECT", "reject"), targets) if out and (asked or not scorned) else (("ACCUSE", "criticise"), targets)

    def _unjustified(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """A deed of another that is said to have no excuse: "said the Peruvian levy could not be justified"."""
        about = next((c for c in clause.children if c.dep == "nsubjpass"), None)
        if about is None or clause.lemma not in _EXCUSING or not any(c.dep == "neg" for c in clause.children):
            return None
        targets = self.others(self.parties.inside(about), actors)[:1]
        if not targets and about.lemma in _JUDGED and any(c.lower in _KNOWN for c in about.children):
            targets = self.other_of(about, actors)
        return (("ACCUSE", "criticise"), targets) if targets else None

    def _nothing_left(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """Talks that are said to have no object: "said there was nothing to negotiate with Oman", "there could be no talks with Oman"."""
        what = next((c for c in clause.children if c.dep == "attr"), None)
        if clause.lemma != "be" or what is None or not any(c.dep == "expl" for c in clause.children):
            return None
        none = what.lemma == "nothing" or any(c.lower == "no" for c in what.children)
        if not none or not any(t.lemma in _TALKING for t in what.subtree):
            return None
        heard = (p for t in what.subtree if t.dep == "pobj" for p in self.parties.of(t))
        targets = self.others(list(heard), actors)[:1]
        return (("REJECT", "refuse"), targets) if targets else None

    def _praise(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """What another is called in praise: "said that Kenya was a reliable partner"."""
        if clause.lemma not in {"be", "remain"} or any(c.dep == "neg" for c in clause.children):
            return None
        about = next((c for c in clause.children if c.dep == "nsubj"), None)
        what = next((c for c in clause.children if c.dep == "attr" and c.lemma in _FRIENDS), None)
        if about is None or what is None or about.pos == "PRON":
            return None
        words = {t.lower for t in what.lefts}
        warm = what.lemma != "partner" or bool(words & _VALUED)
        if not warm or words & _COUNTED or any(c.dep == "amod" and c.tag == "JJS" for c in what.children):
            return None
        targets = self.others(self.parties.of(about), actors)[:1]
        return (("SUPPORT", "praise"), targets) if targets else None

    def _refusal(self, clause: Token, actors: list[Party]) -> tuple[tuple[EventType, str], list[Party]] | None:
        """What the speaker says that he himself will not do: "said it would not meet the demands of Kenya"."""
        subject = next((c for c in clause.children if c.dep == "nsubj"), None)
        own = subject is not None and (
            subject.lower in _SELF or bool({p.code for p in self.parties.of(subject)} & {p.code for p in actors})
        )
        if not own:
            return None
        negated = is_negated(clause)
        targets = self.refused(clause, actors) or (self.unaccepted(clause, actors) if negated else [])
        return (("REJECT", "refuse"), targets) if targets else None


def _breaks_with_others(clause: Token) -> bool:
    """Ties or talks are broken, no law: "were breaking off relations", "would break with Chad"."""
    if clause.lemma != "break":
        return False
    broken = object_of(clause)
    of_ties = broken is not None and broken.lemma in CLASSES["TIES"] | CLASSES["TALKS"]
    return of_ties or any(c.lower in {"off", "with", "away", "up"} and c.i > clause.i for c in clause.children)


def _has_no_ground(clause: Token, about: Any) -> bool:
    """As in "the case has no basis", "the charges lacked any foundation"."""
    what = next((c for c in clause.children if c.dep == "dobj" and c.lemma in _GROUNDS), None)
    if what is None or about.lemma not in _CHARGED | {"case", "lawsuit", "suit"}:
        return False
    return clause.lemma == "lack" or (clause.lemma == "have" and any(c.lower == "no" for c in what.lefts))


_GROUNDS = frozenset({"basis", "ground", "foundation", "merit", "substance"})


def _habitual(clause: Token) -> Token:
    """What somebody "goes on", "keeps" or "continues" doing; else the verb itself."""
    if clause.lemma not in {"go", "keep", "continue", "carry"}:
        return clause
    on = [g for c in clause.children if c.lower == "on" for g in c.children]
    return next((c for c in (*clause.rights, *on) if c.dep in {"xcomp", "pcomp"} and c.pos == "VERB"), clause)


def _is_likened(child: Any) -> bool:
    """As in "will not stay", "will remain a problem", "would continue to harm": no word that a measure stays."""
    return child.dep in {"neg", "attr", "xcomp"} or (child.dep == "acomp" and child.lower != "unchanged")


_STAYING = frozenset({"stay", "remain", "continue"})
_NEAR = 30
"""Words between a verb and what its quotation still takes in."""
_GAP = 6
"""Characters between a quotation and a time that still belongs to it."""
