"""Goes through a sentence word by word and joins what the lexicon, the roles, the modality and the dates say into acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.act_dates import anniversary_of, date_by_place, date_of
from tieline.read.act_lexicon import Rule, noun_rules, verb_rules
from tieline.read.act_modality import SAYING, Standing, standing
from tieline.read.act_parties import Parties, Party
from tieline.read.act_roles import Roles, object_of, objects_match, prepositions, domain
from tieline.read.act_turns import content_verb, is_talks as _talks, turned
from tieline.read.act_words import PAIR, PRAISED, SCORN
from tieline.read.story import Sentence, Story

_CONTENT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
DEMANDING = frozenset(
    "say insist declare conclude stress emphasize emphasise reiterate warn tell add argue maintain".split()
)
_JOINT = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties and its place in the sentence, before it is a claim."""

    type: EventType
    mode: str
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    modality: EventModality
    date: Period | None
    mutual: bool
    start: int
    end: int
    place: str | None = None


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, sentence: Sentence, story: Story, parties: Parties) -> None:
        """Bind the sentence and its parties."""
        self.sentence, self.story, self.parties = sentence, story, parties
        self.roles = Roles(parties)
        self.used: set[int] = set()
        self.told: dict[int, Act] = {}

    def acts(self) -> Iterator[Act]:
        """The acts, verbs first, then the nouns that no verb took."""
        verbs, nouns = verb_rules(), noun_rules()
        for token in self.sentence.tokens:
            lemma = token.lemma_.lower()
            if (
                token.pos_ in {"VERB", "AUX", "ADJ"}
                and lemma in verbs
                and (token.pos_ != "ADJ" or token.dep_ in {"acomp", "ROOT", "ccomp", "conj", "relcl"})
            ):
                act = self._verb(token, verbs[lemma])
                if act is not None:
                    yield act
                    self.told[token.i] = act
            if token.pos_ == "VERB" and lemma in DEMANDING:
                demand = self._demand(token)
                if demand is not None:
                    yield demand
        for token in self.sentence.tokens:
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in self.used and token.lemma_.lower() in nouns:
                act = self._noun(token, nouns[token.lemma_.lower()])
                if act is not None:
                    yield act

    # ------------------------------------------------------------------------------------------------- verbs

    def _verb(self, token: Any, rules: list[Rule]) -> Act | None:
        actors, subject, passive = self.roles.actors(token)
        obj = subject if passive else object_of(token)
        for rule in rules:
            if not self._fits(token, rule, obj, actors, passive=passive):
                continue
            act = self._built(token, rule, obj, subject, actors, passive=passive)
            if act is not None:
                return act
        return None

    def _fits(self, token: Any, rule: Rule, obj: Any, actors: list[Party], *, passive: bool) -> bool:
        particle = rule.particle
        around = {c.lower_ for c in token.children if c.dep_ in {"prt", "prep", "advmod", "dobj"}}
        if particle is not None and particle not in around:
            return False
        if rule.objects is not None and not (objects_match(rule, obj) or self._object_behind(token, rule)):
            return False
        if "people" in rule.flags and not any(p.kind in {"person", "organ"} for p in actors):
            return False
        return self._extra(token, rule, obj, passive=passive)

    def _object_behind(self, token: Any, rule: Rule) -> bool:
        """The object stands as a predicate ("declared 2016 the Year of ...") or behind "with" ("supplied Chad with arms")."""
        if "year" in rule.flags:
            return any(t.lower_ == "year" and t.text[0].isupper() for t in token.subtree)
        if "with" in rule.flags:
            return any(objects_match(rule, inner) for _, inner in prepositions(token, {"with"}))
        return False

    def _extra(self, token: Any, rule: Rule, obj: Any, *, passive: bool) -> bool:
        """What single rules ask beside their object."""
        flags = rule.flags
        lemma = token.lemma_.lower()
        if "praise" in flags and lemma in {"feature", "celebrate"}:
            return obj is not None and any(t.lemma_.lower() in PRAISED for t in obj.subtree)
        if "tocomp" in flags and not any(c.dep_ in {"xcomp", "ccomp"} for c in token.children):
            return False
        if "toinf" in flags and content_verb(token) is None:
            return False
        if "notalks" in flags and _talks(content_verb(token)):
            return False
        if "scorn" in flags:
            return any(
                c.dep_ in {"oprd", "acomp", "ccomp", "xcomp", "prep"} and any(t.lower_ in SCORN for t in c.subtree)
                for c in token.children
            )
        if "joint" in flags and not any(c.lower_ in {"jointly", "together"} for c in token.children):
            return False
        if lemma == "be":
            return any(c.dep_ == "prep" and c.lower_ in {"in", "here"} for c in token.children) and not any(
                c.dep_ in {"attr", "acomp"} for c in token.children
            )
        if lemma == "expect":
            return token.tag_ == "VBN" and not any(c.dep_ == "xcomp" for c in token.children)
        if lemma == "due":
            return content_verb(token) is None
        if rule.mode == "demonstrate" or "official" in flags:
            return True
        if "drill" in flags:
            return True
        return not (passive and "state" in flags and rule.type == "CONSULT" and lemma == "meet")

    def _built(
        self, token: Any, rule: Rule, obj: Any, subject: Any, actors: list[Party], *, passive: bool
    ) -> Act | None:
        how = standing(token)
        if how is None:
            return None
        if how.declined_by is not None and how.modality == "declined" and rule.type != "CONSULT":
            return None
        actors, targets, mutual = self._sides(token, rule, obj, actors, passive=passive)
        actors = [p for p in actors if self._may_act(p, rule)]
        if not actors or not targets:
            return None
        actors, targets = self._completed(actors, targets)
        if not actors or not targets or not any(a.code != t.code for a in actors for t in targets):
            return None
        kind, mode, how = turned(token, rule, how, subject)
        cluster = self._cluster(token, how, obj if rule.objects and rule.type != "REJECT" else None)
        date = self._date(token, rule, how, cluster, obj)
        self._consume(token, rule, obj)
        start, end = self._span(token, subject, obj, actors, targets)
        if date is None and how.modality != "declined":
            date = None
        modality = how.modality
        if token.lemma_.lower() in {"due", "expect", "schedule"} and rule.type == "CONSULT":
            modality = "scheduled"
        return Act(kind, mode, tuple(actors), tuple(targets), modality, date, mutual, start, end)

    def _sides(
        self, token: Any, rule: Rule, obj: Any, actors: list[Party], *, passive: bool
    ) -> tuple[list[Party], list[Party], bool]:
        """Who does it to whom, and whether it is done by both alike."""
        targets = self.roles.targets(token, rule, obj, actors)
        if passive and not actors and rule.mutual:
            if len(targets) >= 2:
                return targets[:1], targets[1:], True
            pair = self.parties.pair
            if pair and not targets and rule.type == "SUPPORT":
                return [Party(pair[0], None, token.idx, token.idx)], [Party(pair[1], None, token.idx, token.idx)], True
            return [], [], False
        codes = list(dict.fromkeys(p.code for p in actors if p.code))
        if (rule.mutual or rule.type in _JOINT) and len(codes) >= 2 and not [t for t in targets if t.code not in codes]:
            first = [p for p in actors if p.code == codes[0]]
            return first, [p for p in actors if p.code != codes[0]], True
        if rule.mutual and not actors and len(targets) >= 2:
            return targets[:1], targets[1:], True
        return actors, targets, rule.mutual and rule.type != "AGREE"

    def _may_act(self, party: Party, rule: Rule) -> bool:
        if party.kind in {"private", "other"}:
            return False
        if party.kind == "crowd":
            return rule.type == "PROTEST" or (party.person is None and rule.type != "CONSULT" and False)
        if party.kind == "armed":
            return rule.type in {"ASSAULT", "COERCE"}
        return not (party.kind == "media" and rule.type not in {"SUPPORT", "ACCUSE", "THREATEN"})

    def _completed(self, actors: list[Party], targets: list[Party]) -> tuple[list[Party], list[Party]]:
        """Give a side whose country is open the other country of the pair."""
        known = next((p.code for p in (*actors, *targets) if p.code), None)
        other = self.parties.other(known)
        for party in (*actors, *targets):
            if party.code is None and other and party.kind == "person" and party.person:
                self.parties.people.settle(party.person, other)
        done_actors = [p if p.code else replace(p, code=other) for p in actors]
        done_targets = [p if p.code else replace(p, code=other) for p in targets]
        return [p for p in done_actors if p.code], [p for p in done_targets if p.code]

    def _cluster(self, token: Any, how: Standing, obj: Any) -> list[Any]:
        """The tokens whose times are the act's: verb, light verb, raising verbs above it."""
        cluster = [token]
        node = token
        while node not in (how.token, node.head):
            node = node.head
            if node.lemma_.lower() not in SAYING:
                cluster.append(node)
        if obj is not None:
            cluster.append(obj)
        if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.i - token.head.i < 4:
            cluster.append(token.head)
        return cluster

    def _date(self, token: Any, rule: Rule, how: Standing, cluster: list[Any], obj: Any) -> Period | None:
        if rule.type == "SUPPORT":
            anniversary = anniversary_of(self.sentence, self.story, token)
            if anniversary is not None:
                return anniversary
        date, _ = date_of(self.sentence, cluster)
        if "year" in rule.flags:
            years = [
                t.period
                for t in self.sentence.times
                if t.period is not None and t.period.whole_years and t.period.precision == "year"
            ]
            return years[0] if years else date
        if date is None and how.modality == "declined":
            date, _ = date_by_place(self.sentence, 0, len(self.sentence.text))
        return date

    def _consume(self, token: Any, rule: Rule, obj: Any) -> None:
        self.used.add(token.i)
        if obj is not None and rule.objects is not None:
            self.used |= {t.i for t in (obj, *obj.children) if t.pos_ in {"NOUN", "PROPN"}}
        if rule.type in _CONTENT:
            for child in token.children:
                if child.dep_ in {"xcomp", "ccomp", "dobj", "prep"}:
                    self.used |= {t.i for t in child.subtree}
        if rule.type == "CONSULT" and obj is not None:
            self.used.add(obj.i)

    def _span(self, token: Any, subject: Any, obj: Any, actors: list[Party], targets: list[Party]) -> tuple[int, int]:
        text = self.sentence.text
        points = [(token.idx, token.idx + len(token))]
        points += [(p.start, p.end) for p in (*actors, *targets)]
        for phrase in (subject, obj):
            if phrase is not None and abs(phrase.i - token.i) < 30:
                points.append((phrase.idx, phrase.idx + len(phrase)))
        start, end = min(a for a, _ in points), max(b for _, b in points)
        for time in self.sentence.times:
            if 0 <= time.start - end <= 6:
                end = time.end
        return start, min(end, len(text))

    # ------------------------------------------------------------------------------------------------- nouns

    def _demand(self, token: Any) -> Act | None:
        """ "Said that Kenya must release the crew": a demand on whoever must."""
        for child in token.children:
            if child.dep_ != "ccomp" or not any(c.lower_ in {"must", "should", "ought"} for c in child.children):
                continue
            actors, subject, passive = self.roles.actors(token)
            owed = next((c for c in child.children if c.dep_ == "nsubj"), None)
            how = standing(token)
            if passive or how is None or owed is None:
                continue
            mine = {p.code for p in actors}
            targets = [p for p in self.parties.of(owed) if p.code and p.code not in mine]
            actors = [p for p in actors if p.code and p.kind in {"state", "person", "organ"}]
            if actors and targets:
                start, end = self._span(token, subject, child, actors, targets)
                date, _ = date_of(self.sentence, [token])
                return Act("REQUEST", "demand", tuple(actors), tuple(targets), how.modality, date, False, start, end)
        return None

    def _companion(self, token: Any, rule: Rule) -> Act | None:
        """The talks or the visit in which another act was done: "complained during a visit here last month"."""
        if (
            rule.type != "CONSULT"
            or token.dep_ != "pobj"
            or token.head.lower_ not in {"during", "at", "after", "in", "on"}
        ):
            return None
        verb = token.head.head
        act = self.told.get(verb.i)
        if (
            act is None
            or act.type == "CONSULT"
            or act.modality != "happened"
            or any(c.dep_ == "poss" for c in token.children)
        ):
            return None
        date, _ = date_of(self.sentence, [token])
        if date is None:
            date, _ = date_of(self.sentence, [verb])
        return Act(
            rule.type,
            rule.mode,
            act.actors,
            act.targets,
            "happened",
            date,
            rule.mutual,
            token.left_edge.idx,
            token.right_edge.idx + len(token.right_edge),
        )

    def _noun(self, token: Any, rules: list[Rule]) -> Act | None:
        for rule in rules:
            act = self._named(token, rule) or self._companion(token, rule)
            if act is not None:
                return act
        return None

    def _named(self, token: Any, rule: Rule) -> Act | None:
        if token.dep_ in {"compound", "nmod", "amod"}:
            return None
        flags = rule.flags
        lead = {c.lower_ for c in token.children if c.i < token.i}
        if "joint" in flags and "joint" not in lead:
            return None
        if "phone" in flags and not lead & {"telephone", "phone", "video"}:
            return None
        if "of" in flags and not self._of_class(token, rule):
            return None
        actors = self._noun_actors(token, rule)
        targets = self._noun_targets(token, rule, actors)
        mutual = rule.mutual
        if mutual and not actors and len(targets) >= 2:
            actors, targets = targets[:1], targets[1:]
        how = self._noun_standing(token)
        if how is None or not actors or not targets:
            return None
        actors = [p for p in actors if self._may_act(p, rule)]
        actors, targets = self._completed(actors, targets)
        if not actors or not targets:
            return None
        verb = token.head if token.dep_ in {"dobj", "nsubj", "nsubjpass"} else None
        date, time = date_of(self.sentence, [token])
        if date is None and token.dep_ in {"nsubj", "nsubjpass"} and verb is not None:
            date, time = date_of(self.sentence, [verb])
        points = [(token.left_edge.idx, token.idx + len(token)), *[(p.start, p.end) for p in (*actors, *targets)]]
        if time is not None:
            points.append((time.start, time.end))
        if date is None:
            _start, end = min(a for a, _ in points), max(b for _, b in points)
            following = [
                t
                for t in self.sentence.times
                if 0 <= t.start - end <= 5 and t.period is not None and t.role in {"period", "point"}
            ]
            if following:
                date = following[0].period
                points.append((following[0].start, following[0].end))
        return Act(
            rule.type,
            rule.mode,
            tuple(actors),
            tuple(targets),
            how,
            date,
            mutual,
            min(a for a, _ in points),
            max(b for _, b in points),
        )

    def _of_class(self, token: Any, rule: Rule) -> bool:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return any(rule.objects and o.lemma_.lower() in rule.objects for o in child.children)
        return False

    def _noun_actors(self, token: Any, rule: Rule) -> list[Party]:
        for child in token.children:
            if child.dep_ == "poss":
                return self.parties.of(child)
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "by":
                return [p for o in child.children if o.dep_ == "pobj" for p in self.parties.of(o)]
        if "of" not in rule.slots and "of" not in rule.flags:
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    return [p for o in child.children if o.dep_ == "pobj" for p in self.parties.of(o)]
        left = [m for m in self.parties.named if token.left_edge.idx <= m.start < token.idx]
        return [Party(m.code, None, m.start, m.end) for m in left]

    def _noun_targets(self, token: Any, rule: Rule, actors: list[Party]) -> list[Party]:
        mine: set[str | None] = {p.code for p in actors}
        for slot in rule.slots:
            for child in self._prepositions(token):
                if child.lower_ == slot:
                    for obj in child.children:
                        if obj.dep_ == "pobj":
                            both = PAIR.match(self.sentence.text, obj.left_edge.idx)
                            found = self.parties.of(obj) or ([] if both else self.parties.inside(obj, without=mine))
                            place = self.parties.place(obj) if rule.mode == "visit" and not found else None
                            found = found or ([place] if place else [])
                            if found:
                                return [p for p in found if p.code is None or p.code not in mine]
        return []

    def _prepositions(self, token: Any) -> list[Any]:
        """Prepositions in a noun's phrase, its own before those that the parse hangs on a noun inside it."""
        inner = [t for t in domain(token) if t.dep_ == "prep"]
        return sorted(inner, key=lambda t: (t.head != token, t.i))

    def _noun_standing(self, token: Any) -> EventModality | None:
        """A noun is an act that happened where its clause tells a fact; what is planned or wanted is left to the verbs."""
        node = token
        for _ in range(4):
            if node.dep_ in {"dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr"}:
                head = node.head
                if head.pos_ in {"VERB", "AUX"}:
                    how = standing(head)
                    return how.modality if how is not None and how.modality in {"happened", "scheduled"} else None
                node = head
            elif node.dep_ == "prep":
                node = node.head
                if node.pos_ in {"VERB", "AUX"}:
                    how = standing(node)
                    return how.modality if how is not None and how.modality == "happened" else None
            else:
                break
        return "happened"
