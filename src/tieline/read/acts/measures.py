"""Measures against trade told by their noun: who has imposed or lifted them, since when, and what takes effect.

"Kenya's ban on Peruvian fish, imposed in May and lifted in July"; "a duty on Kenyan tea takes effect on Monday"; "the
abolition of the duty on Kenyan tea, effective from 1 January".  A measure that is only spoken of is no act.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.acts.dates import Dating
from tieline.read.acts.doers import agent_of, subject_of
from tieline.read.acts.grammar import prepositions
from tieline.read.acts.modality import SAYING, standing
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.sides import Act
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.acts import CLASSES

MEASURES = (CLASSES["CURBS"] - {"suspension", "penalty"}) | {"closure", "closing", "blockade"}
ENDING = frozenset("abolition removal lifting easing scrapping suspension elimination reduction".split())
_IMPOSING = frozenset(
    "impose decide introduce issue announce adopt levy reimpose slap place put enact declare order".split()
)
_ADOPTING = frozenset({"impose", "introduce", "levy", "reimpose", "adopt", "slap", "put", "place"})
_LIFTING = frozenset("lift ease remove abolish scrap suspend drop end withdraw repeal rescind revoke".split())
_MEETING = frozenset({"face", "incur", "pay", "attract", "meet", "bear", "carry"})
"""What goods do with a duty from a day on."""
_UPON = frozenset({"on", "against", "of", "for", "to", "with", "from"})
_BORDERS = frozenset({"border", "frontier", "crossing", "market", "port", "airspace"})
_TENSED = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_EFFECT = frozenset({"effect", "force"})


class Measures:
    """Reads the measures of one sentence; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, dating: Dating, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its times and what its verbs have told."""
        self.parties, self.dating, self.told = parties, dating, told

    def read(self, token: Token) -> Iterator[Act]:
        """What a noun's own participles say of it, or the verb by which it takes effect."""
        if token.lemma in ENDING:
            yield from self._ended(token)
            return
        if token.lemma in {"closure", "closing"} and not any(t.lemma in _BORDERS for t in token.subtree):
            return
        yield from self._participles(token)
        yield from self._taking_effect(token)
        yield from self._faced(token)

    def lifted(self, token: Token) -> Act | None:
        """The measure that another act lifts or eases: "lifted a ban on Chilean wine, imposed in 2022"."""
        active = token.tag == "VBD" and token.dep == "relcl"  # "a ban that it introduced last year"
        if (
            not (active or token.tag == "VBN")
            or token.dep not in {"acl", "relcl", "advcl"}
            or token.lemma not in _ADOPTING
        ):
            return None
        above = next((self.told[a.i] for a in token.ancestors if a.i in self.told), None)
        date, _ = self.dating.of([token])
        if above is None or date is None:
            return None
        asked = above.type == "REQUEST" and token.dep == "acl" and token.head.lemma in MEASURES
        if not asked and (above.type, above.mode) != ("CONCEDE", "lift-sanctions"):
            return None
        if asked:  # he who is urged to drop a duty has imposed it
            above = replace(above, actors=above.targets, targets=above.actors)
        start = token.idx
        end = next((t.end for t in self.parties.sentence.times if t.period == date), token.idx + len(token))
        return replace(
            above,
            type="SANCTION",
            mode="sanctions",
            date=date,
            modality="happened",
            start=start,
            end=max(end, start + 1),
        )

    def _participles(self, token: Token) -> Iterator[Act]:
        first = [c for c in token.subtree if c.dep == "acl" and c.tag == "VBN" and c.lemma in _IMPOSING]
        first = [c for c in first if self._hangs_on(c, token)]
        yield from self._ended_since(token, first)
        for verb in first[:1]:
            if verb.i in self.told:
                return
            date = self._date(verb)
            agent = agent_of(verb)
            doers = [p for p in self.parties.of(agent) if p.code and p.kind in STATELY] if agent is not None else []
            if date is None and not doers:
                return
            sides = self._sides(token, doers)
            if sides is None:
                return
            yield self._act("SANCTION", "sanctions", sides, "happened", date, token, verb)
            joined = (t for t in token.subtree if t.dep == "conj" and t.tag in {"VBN", "VBD"} and t.lemma in _LIFTING)
            for later in (t for t in joined if t.i > verb.i):
                yield self._act("CONCEDE", "lift-sanctions", sides, "happened", self._date(later), later, later)

    def _ended_since(self, token: Token, imposed: list[Token]) -> Iterator[Act]:
        """The end of a measure that its own participle tells: "Kenya's ban on Fijian fish, lifted in July"."""
        ended = (c for c in token.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in _LIFTING)
        verb = next((c for c in ended if self._hangs_on(c, token) and c.i not in self.told), None)
        if verb is None or imposed:
            return
        sides = self._sides(token, [])
        date = self._date(verb) if sides is not None else None
        if sides is not None and date is not None:
            yield self._act("CONCEDE", "lift-sanctions", sides, "happened", date, token, verb)

    def _date(self, verb: Token) -> Period | None:
        """The time of a participle: its own, or the first one between it and the next verb, where a phrase stands between."""
        date, _ = self.dating.of([verb])
        if date is not None:
            return date
        after = next((t.idx for t in verb.doc[verb.i + 1 :] if t.tag in _TENSED), len(self.parties.sentence.text))
        times = (t for t in self.parties.sentence.times if verb.idx < t.start < min(after, verb.idx + _CLOSE))
        found = next((t for t in times if t.period is not None and t.role in {"period", "point"}), None)
        return found.period if found is not None else None

    def _hangs_on(self, verb: Token, token: Token) -> bool:
        """The participle is of the measure itself, or of the last noun of its phrase as the parse has it."""
        between = [t for t in token.doc[token.i + 1 : verb.i] if t.lemma in MEASURES]
        return (
            not between
            and verb.i - token.i < _NEAR
            and not any(t.pos == "VERB" for t in token.doc[token.i + 1 : verb.i])
        )

    def _taking_effect(self, token: Token) -> Iterator[Act]:
        """As in "the duty takes effect on Monday", "came into force in May"."""
        verb = token.head
        if token.dep != "nsubj" or verb.lemma not in {"take", "come", "go", "enter"} or verb.i in self.told:
            return
        if not any(t.lower in _EFFECT for t in verb.subtree if 0 < t.i - verb.i < 4):
            yield from self._begun(token, verb)
            return
        how = standing(verb)
        if how is None or how.modality not in {"happened", "scheduled"}:
            return
        modality: EventModality = how.modality
        date, _ = self.dating.of([verb], modality=modality)
        if modality == "happened" and verb.tag in {"VBZ", "VBP"}:
            ahead, _ = self.dating.of([verb], modality="scheduled")
            published = self.dating.story.published
            if ahead is not None and published is not None and ahead.start > published.end:
                date, modality = ahead, "scheduled"
        sides = self._sides(token, [])
        if sides is not None and date is not None:
            yield self._act("SANCTION", "sanctions", sides, modality, date, token, verb)

    def _begun(self, token: Token, verb: Token) -> Iterator[Act]:
        """The day on which a measure came of which the story has told: "since the ban came in March 2020"."""
        imposed = self.parties.memory.imposed
        known = any(c.lower in {"the", "this", "that", "these", "those"} for c in token.lefts)
        if verb.lemma != "come" or verb.tag != "VBD" or imposed is None or not known:
            return
        date, _ = self.dating.of([verb])
        if date is not None:
            doer, target = (Party(code, None, token.idx, token.idx) for code in imposed)
            yield self._act("SANCTION", "sanctions", ([doer], [target]), "happened", date, token, verb)

    def _faced(self, token: Token) -> Iterator[Act]:
        """What goods will meet from a day on: "shipments from Peru will face a Malaysian duty from 1 May"."""
        verb = token.head
        if token.dep != "dobj" or verb.lemma not in _MEETING or verb.i in self.told:
            return
        how = standing(verb)
        subject, passive = subject_of(verb)
        if how is None or how.modality not in {"happened", "scheduled"} or subject is None or passive:
            return
        date, _ = self.dating.of([verb, token], modality=how.modality)
        published = self.dating.story.published
        if date is None and how.modality == "scheduled" and published is not None:  # "a duty of 20 per cent from 1 May"
            later = (t.period for t in self.parties.sentence.times if t.start > token.idx and t.period is not None)
            date = next((p for p in later if p.start > published.end), None)
        if date is None and how.modality == "happened":
            return
        doers = self._before(token)
        targets = self.parties.inside(subject, without={p.code for p in doers})[:1]
        if not doers and how.modality == "scheduled" and len(targets) == 1:
            doers = self._telling(verb, targets[0])
        if doers and targets:
            yield self._act("SANCTION", "sanctions", (doers, targets), how.modality, date, token, verb)

    def _telling(self, verb: Token, target: Party) -> list[Party]:
        """Whose ministry says what others will meet: "the department said that Peruvian fish would face a duty"."""
        if verb.dep != "ccomp" or verb.head.lemma not in SAYING:
            return []
        subject, passive = subject_of(verb.head)
        told = self.parties.of(subject) if subject is not None and not passive else []
        code = self.parties.other(target.code)
        ours = len(told) == 1 and told[0].kind == "organ" and told[0].code in {None, code}
        return [Party(code, None, subject.idx, subject.idx + len(subject))] if code and ours else []

    def _before(self, token: Token) -> list[Party]:
        """Whose measure it is, by the name in front of it."""
        left = [m for m in self.parties.named if token.left_edge.idx <= m.start < token.idx]
        return [Party(m.code, None, m.start, m.end) for m in left[:1]]

    def _ended(self, token: Token) -> Iterator[Act]:
        """An end of a measure with its day, that names who gains by it: "the abolition of the duty on Kenyan tea from 1 May"."""
        of = next((c for c in token.children if c.lower == "of"), None)
        measure = next((o for o in of.children if o.lemma in MEASURES), None) if of is not None else None
        if measure is None:
            return
        dated = [token, *(c for c in token.subtree if c.lemma in {"effective", "valid"})]
        if token.dep in {"nsubj", "nsubjpass"}:
            dated.append(token.head)
        date, _ = self.dating.of(dated)
        modality: EventModality = "happened"
        if date is None:
            date, modality = self.dating.of(dated, modality="scheduled")[0], "scheduled"
        sides = self._sides(
            measure, [p for c in token.children if c.lower == "by" for o in c.children for p in self.parties.of(o)]
        )
        if sides is not None and date is not None:
            yield self._act("CONCEDE", "lift-sanctions", sides, modality, date, token, measure)

    def _sides(self, token: Token, doers: list[Party]) -> tuple[list[Party], list[Party]] | None:
        """(who imposes it, on whom): by the agent, the owner in front, the target behind; else the other of the pair."""
        if not doers:
            owner = next((c for c in token.children if c.dep == "poss"), None)
            doers = [p for p in self.parties.of(owner) if p.code] if owner is not None else []
        if not doers:
            doers = self._before(token)
        if not doers and (borne := self._borne(token)) is not None:
            return borne
        mine = {p.code for p in doers}
        inner = [o for c in token.children if c.dep == "prep" and c.lower in _UPON for o in c.children]
        inner += [o for _, o in prepositions(token, _UPON)]
        targets = next((found for o in inner if (found := self.parties.inside(o, without=set(mine)))), [])[:1]
        if not targets and len(doers) == 1:
            code = self.parties.other(doers[0].code)
            targets = [Party(code, None, token.idx, token.idx + len(token))] if code else []
        if not doers and targets:
            code = self.parties.other(targets[0].code)
            doers = [Party(code, None, token.idx, token.idx + len(token))] if code else []
        return (doers, targets) if doers and targets else None

    def _borne(self, token: Token) -> tuple[list[Party], list[Party]] | None:
        """Of a measure that somebody complains of, whoever hears it has imposed it: "protested over a ban on its exports to Fiji"."""
        above = next((self.told[a.i] for a in token.ancestors if a.i in self.told), None)
        if above is None or above.type not in {"ACCUSE", "REQUEST"}:
            return None
        return list(above.targets), list(above.actors)

    def _act(
        self, kind: EventType, mode: str, sides: tuple[list[Party], list[Party]], modality: EventModality,
        date: Period | None, token: Token, verb: Token,
    ) -> Act:  # fmt: skip
        points = [(t.idx, t.idx + len(t)) for t in (token, verb)]
        if kind != "CONCEDE" or token is not verb:
            points += [(p.start, p.end) for side in sides for p in side]
        start, end = min(a for a, _ in points), max(b for _, b in points)
        return Act(kind, mode, tuple(sides[0]), tuple(sides[1]), modality, date, mutual=False, start=start, end=end)


_CLOSE = 70
"""Characters behind a participle in which its time stands."""
_NEAR = 14
"""Words between a measure and its participle."""
