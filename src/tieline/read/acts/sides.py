"""Who stands on which side of an act: both alike, one on another, and whose country is concluded from the pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from tieline.model.confidence import CONFIDENCE
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import joined, prepositions
from tieline.read.acts.modality import SAYING
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.passives import MEASURES, Passives
from tieline.read.acts.predicates import DIPLOMATS
from tieline.read.acts.resolutions import unadopted_behind
from tieline.read.acts.roles import Roles
from tieline.read.acts.victims import suffering, turned_on
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import PRIVATE, STATE_NOUNS
from tieline.read.words.acts import CLASSES
from tieline.read.words.rule import Rule

_JOINT = frozenset({"AGREE", "COOPERATE", "CONCEDE", "REJECT"})
_ONE_WAY = frozenset({"offer", "ready", "invite", "accept", "approve"})
"""What three or more do, they do to somebody else: "the three had offered assistance"."""
_BY_BOTH = frozenset({"meet", "talks", "phone", "sign", "reach-agreement", "restore-ties"})
"""What "they" do with each other."""
_BESIDE = frozenset({"along", "together", "alongside"})
_EACH_OTHER = frozenset({"SUPPORT", "SANCTION", "ASSAULT", "THREATEN"})
"""What two do to each other by whatever phrase: "put embargoes on each other's goods", "opened fire on each other"."""
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_DONE_TO = frozenset({"SANCTION", "ACCUSE", "COERCE", "ASSAULT", "REJECT", "THREATEN"})
_STATES = frozenset({"government", "country", "nation", "state"})
_CROSSINGS = frozenset({"border", "crossing", "frontier"})
_COURTS = frozenset({"WTO", "ICC", "UN"})
_COUNCILS = frozenset(
    {"AFRICANUNION", "ECOWAS", "OAS", "SADC", "OSCE", "ARABLEAGUE", "MERCOSUR", "ASEAN", "NATO", "GCC"}
)
"""Where one complains of somebody else."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act with its parties and its place in the sentence, before it is a claim; `aside`: not what the sentence's speaker says; `inferred`: what no word of the sentence tells; `mode` is empty where it is not known."""

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
    aside: bool = False
    inferred: tuple[str, ...] = ()
    confidence: float = CONFIDENCE["act"]


_LATELY: Final = 2
"""Sentences after the name of a body in which a resolution is still its."""


def may_act(party: Party, rule: Rule) -> bool:
    """States, their officials and arms act; crowds only protest, armed groups only fight, media only praise and scold."""
    if party.kind in {"private", "other"}:
        return "helpers" in rule.flags
    if party.kind == "crowd":
        return rule.type == "PROTEST"
    if party.kind == "armed":
        return rule.type in {"ASSAULT", "COERCE"} or rule.mode in {"release", "intrude"}
    return not (party.kind == "media" and rule.type not in {"SUPPORT", "ACCUSE", "THREATEN"})


def _warned_against(token: Token) -> Token | None:
    """What one warns against without a word of whom: "warned against optimism in talks with China"."""
    if token.lemma not in {"warn", "caution"} or any(c.dep in {"dobj", "dative", "ccomp"} for c in token.children):
        return None
    return next((o for c in token.children if c.lower == "against" for o in c.children), None)


def _by_me(token: Token) -> bool:
    """Somebody says "I": he is none of those whom he meets."""
    verbs = (token, *(a for a in token.ancestors if a.pos in {"VERB", "AUX"}))
    first = (c for v in verbs for c in v.children if c.dep == "nsubj")
    return next((c.lower for c in first), "") == "i"


def _one_another(obj: Token) -> bool:
    """What each of two does to the other: "accused each other", "each blames the other"."""
    if obj.lower == "one":
        return any(c.lower == "another" for c in obj.children)
    return obj.lower in {"other", "another"} and any(c.lower in {"each", "one", "the"} for c in obj.children)


_SPOKEN_AT_HOME = frozenset({"REQUEST", "CONSULT", "SUPPORT"})
_HOSTING = frozenset({"address", "open", "inaugurate"})
_BUSINESS = frozenset(
    "company firm bank exporter importer producer farmer grower manufacturer maker trader investor business corporation airline carrier refiner miller miner brewer "
    "retailer industry industrialist entrepreneur businessman businesswoman businesspeople sector fisherman shareholder".split()
)


_ONES_OWN = frozenset(
    "minister cabinet aide adviser advisor lawmaker senator parliament ministry party ally official government spokesman predecessor administration".split()
)
_PLANS = CLASSES["PROPOSAL"] | {"plan", "bill", "draft", "move", "push", "decision", "project", "motion", "advice"}
_OWNING = frozenset({"his", "her", "its", "their", "own"})


def _of_ones_own(plan: Any) -> bool:
    """A plan of the doer's own people: "his ministers' plan", "a proposal by her cabinet"."""
    if plan.lemma not in _PLANS:
        return False
    preps = [*plan.children, *plan.doc[plan.i + 1 : plan.i + 2]]
    behind = [o for c in preps if c.lower in {"of", "by", "from"} for o in c.children]
    whose = [c for c in plan.children if c.dep == "poss"] + behind
    return any(w.lemma in _ONES_OWN and any(c.lower in _OWNING for c in w.children) for w in whose)


class Sides(Passives):
    """Sorts the parties of an act."""

    def __init__(self, parties: Parties, roles: Roles) -> None:
        """Bind the sentence's parties."""
        self.parties, self.roles = parties, roles
        self.domestic: set[int] = set()

    def sort(
        self, token: Token, rule: Rule, obj: Token | None, actors: list[Party], *, passive: bool
    ) -> tuple[list[Party], list[Party], bool]:
        """Who does it to whom, and whether it is done by both alike."""
        targets = self._met(token, rule, obj, actors)
        if rule.mutual and not passive:
            actors, targets = self._among(token, rule, actors, targets)
        if rule.mutual and len(actors) > 1:
            actors = self._placed(actors)
        if (
            (rule.type in {"ACCUSE", "THREATEN", "SANCTION"} or rule.mode in {"yield", "agree"})
            and targets
            and actors
            and (targets[0].code in _COURTS or self._of_a_measure(token, rule, targets[0]))
        ):
            code = self.parties.other(actors[0].code)
            targets = [replace(targets[0], code=code)] if code else targets
        if passive and not actors and rule.mutual:
            return self._by_nobody(token, rule, obj, targets)
        if rule.mutual and not passive and not targets and actors and all(p.code is None for p in actors):
            pair = self.parties.pair
            if pair and len(actors) == 1 and (actors[0].person or "").endswith("s"):
                one, other = (replace(actors[0], code=code) for code in pair)
                return [one], [other], True
        if passive and not actors and len(both := self._parted(token, rule, obj, targets)) == 2:
            return both[:1], both[1:], True
        if passive and not actors:
            actors, targets = (
                self._summoned(token, rule, obj)
                or self._called_home(token, rule, obj)
                or self._agentless(token, rule, obj, targets)
            )
        codes = list(dict.fromkeys(p.code for p in actors if p.code))
        if (
            (
                rule.mutual
                or (rule.type in _JOINT and not (rule.mode in _ONE_WAY and len(codes) > 2) and rule.mode != "oppose")
                or (rule.mode == "sever-ties" and rule.objects is not None)
                or (rule.mode == "close-border" and obj is not None and obj.lemma in _CROSSINGS)
                or (
                    rule.mode == "recall-envoy"
                    and len(codes) == 2
                    and obj is not None
                    and obj.tag == "NNS"
                    and not targets
                )
                or "year" in rule.flags
            )
            and rule.mode != "receive"
            and len(codes) >= 2
            and not [t for t in targets if t.code not in codes]
        ):
            if self._with_others(token):
                return [], [], False
            first = [p for p in actors if p.code == codes[0]]
            return first, [p for p in actors if p.code != codes[0]], True
        unnamed = not actors or (rule.mode == "sign" and all(p.code is None for p in actors))  # "the minister signed"
        if rule.mutual and unnamed and len(targets) >= 2 and not (self._with_unread(token) or _by_me(token)):
            return targets[:1], targets[1:], True
        each = any(_one_another(t) for t in token.subtree)
        alike = len(codes) == 2 and not passive and not [t for t in targets if t.code not in codes]
        if alike and each and rule.type in _EACH_OTHER:
            return [p for p in actors if p.code == codes[0]], [p for p in actors if p.code == codes[1]], True
        if len(codes) == 2 and obj is not None and not passive and _one_another(obj):
            return [p for p in actors if p.code == codes[0]], [p for p in actors if p.code == codes[1]], True
        return actors, targets, rule.mutual and rule.type != "AGREE"

    def _parted(self, token: Token, rule: Rule, obj: Token | None, targets: list[Party]) -> list[Party]:
        """Both of whom something was closed or opened that nobody is told to have done: "the crossing between Oman and Yemen reopened"."""
        if rule.mode == "sever-ties" and not targets:  # "restored the relations that were cut in 2019"
            return [Party(code, None, token.idx, token.idx) for code in self.parties.pair or ()]
        border = obj if rule.mode == "reopen" and not targets else None
        opened = border is not None and border.lemma in _CROSSINGS and border.left_edge.lower in {"the", "both"}
        if opened:  # "the crossings were opened again"
            return [Party(code, None, token.idx, token.idx) for code in self.parties.pair or ()]
        return targets if rule.mode in {"reopen", "resume", "cancel", "sever-ties"} else []

    def _met(self, token: Token, rule: Rule, obj: Token | None, actors: list[Party]) -> list[Party]:
        """The targets; who gives an interview meets no state: "spoke to Xinhua about her garden"."""
        targets = self.roles.targets(token, rule, obj, actors)
        if rule.type == "REJECT" and (text := unadopted_behind(token)) is not None:
            targets = self._before_whom(token, text, targets)
        if (summoned := self._summoned(token, rule, obj)) and {p.code for p in actors} == {summoned[0][0].code}:
            return summoned[1]  # "declared staff of their missions personae non gratae"
        if rule.type == "ACCUSE" and (host := self._where_posted(token)):
            targets = [t for t in targets if t.code not in host or t.start != token.idx]
        if rule.type == "ACCUSE" and any(t.start == token.idx for t in targets):  # concluded, and the victim of others
            targets = [t for t in targets if t.start != token.idx or t.code not in suffering(self.parties)]
        if rule.type == "THREATEN" and (of := _warned_against(token)) is not None:
            targets = [t for t in targets if t.start != token.idx or t.code in self._owning(of)]
        if rule.mode == "recall-envoy" and len(actors) > 1:  # "the two called their envoys home": from each other
            return [t for t in targets if t.start != token.idx] or self._turned_on(token, actors)
        return [p for p in targets if p.kind != "media"] if rule.type == "CONSULT" else targets

    def _where_posted(self, verb: Token) -> set[str]:
        """Where the envoy is who speaks, whose hosts he does not scold unless they are named: "the ambassador to Peru condemned the incident"."""
        subject, passive = self.roles.subject(verb)
        if (
            subject is None
            or passive
            or not any(t.lemma.lower() in DIPLOMATS for t in (subject, *subject.lefts, *subject.rights))
        ):
            return set()
        posts = (o for t in subject.subtree if t.dep == "prep" and t.lower in {"to", "in"} for o in t.children)
        return {p.code for o in posts if (p := self.parties.place(o)) is not None and p.code}

    def _before_whom(self, verb: Token, text: Token, targets: list[Party]) -> list[Party]:
        """Whose text it is that falls, not whom it blames; a resolution that lay before the UN is the UN's."""
        clauses = [c for c in text.children if c.dep in {"acl", "relcl"}]
        spans = [(c.left_edge.idx, max(t.idx + len(t) for t in c.subtree)) for c in clauses]
        kept = [p for p in targets if not any(a <= p.start < b for a, b in spans)]
        if clauses:  # a country that no word names is the one of the clause
            kept = [p for p in kept if p.start != verb.idx]
        if kept or text.lemma not in {"resolution", "draft"}:
            return kept
        sentences, index = self.parties.story.sentences, self.parties.sentence.index
        before_un = any(m.code == "UN" for s in sentences for m in s.mentions if index - _LATELY <= s.index <= index)
        draft = any(c.lower == "draft" for c in text.lefts)
        return [Party("UN", None, text.idx, text.idx + len(text))] if verb.lemma == "veto" or draft or before_un else []

    def acts_beside(self, verb: Token, side: Party) -> bool:
        """A target that no word tells, by a country that does it too: "opposed the motion together with Fiji"."""
        if side.start != verb.idx:
            return False
        pairs = ((t, t.nbor(-1)) for t in verb.subtree if t.i and t.lower == "with")
        beside = (o for t, before in pairs if before.lower in {"along", "together"} for o in t.children)
        return any(side.code in {p.code for p in self.parties.of(o)} for o in beside)

    def of_the_deed_above(self, token: Token, rule: Rule, actors: list[Party], targets: list[Party]) -> list[Party]:
        """Whom one turns on while doing something to him, where no word tells another: "cut ties with Iran, protesting the refusal"."""
        above = self.roles.told.get(token.head.i) if token.dep == "advcl" and token.tag == "VBG" else None
        if above is None or rule.type not in _SPOKEN or above.type not in _DONE_TO:
            return targets
        mine, here = {p.code for p in actors}, (token.idx, token.idx + len(token))
        concluded = all((p.start, p.end) == here for p in targets) and {p.code for p in above.actors} == mine
        return [replace(p, start=here[0], end=here[1]) for p in above.targets] if concluded else targets

    def is_ahead_of_story(self, token: Token, side: Party) -> bool:
        """A side that only the story tells, by a country of which it has not spoken yet."""
        if (side.start, side.end) != (token.idx, token.idx + len(token)) or side.code is None:
            return False
        with_others = (o for _, o in prepositions(token, {"with", "against", "on", "from", "of"}) if o.tag == "NNS")
        if any(o.lemma in _STATES and not self.parties.of(o) for o in with_others):
            return True  # "will break ties with governments in the coalition"
        parties, code = self.parties, side.code
        index = parties.sentence.index
        if code in {m.code for s in parties.story.sentences if s.index <= index for m in s.mentions}:
            return False
        known = {c for e, _ in parties.memory.acts for c in (e.actor, e.target)} | {parties.dateline}
        later = any(m.code == code for s in parties.story.sentences if s.index > index for m in s.mentions)
        return later and code not in known

    def _owning(self, thing: Token) -> set[str]:
        """Whose a thing is: "interference by Japan", "the Japanese visits", "attacks from Chad"."""
        by = (o for c in thing.children if c.lower in {"by", "from"} for o in c.children)
        beside = (c for c in thing.children if c.dep in {"poss", "amod", "compound"})
        return {p.code for t in (*by, *beside) for p in self.parties.of(t) if p.code}

    def _turned_on(self, token: Token, actors: list[Party]) -> list[Party]:
        """From whom several call their envoys home that a third one has just turned on: "Bolivia cut ties; both recalled theirs"."""
        code = turned_on(self.parties, {p.code for p in actors if p.code})
        return [Party(code, None, token.idx, token.idx + len(token))] if code else []

    def _with_others(self, token: Token) -> bool:
        """What several do with somebody who is no state, each of them does: "A and B reached agreement with their banks"."""
        return any(
            inner.tag == "NNS" and inner.lemma in PRIVATE and not self.parties.inside(inner)
            for _, inner in prepositions(token, {"with"})
        )

    def with_stranger(self, token: Token) -> bool:
        """One of two who sign in the passive is no state that is known: "the deal signed between Peru and the rebel province"."""
        links = (c for c in token.children if c.dep in {"prep", "agent"} and c.lower in {"between", "by"})
        heads = [o for c in links for o in c.children if o.dep == "pobj"]
        pairs = [(o, second) for o in heads for second in o.children if second.dep == "conj"]
        return any(self.parties.of(o) and not self.parties.of(two) and not self.parties.inside(two) for o, two in pairs)

    def _with_unread(self, token: Token) -> bool:
        """Somebody of whom nothing is known does it with others, who do nothing with each other: "helpers worked with Fiji and Tonga"."""
        subject, passive = subject_of(token)
        if passive or subject is None or subject.pos != "NOUN":
            return False
        if subject.tag != "NNS" and subject.lemma not in CLASSES["DELEGATION"]:
            return False
        return any(inner.lower not in {"each", "other"} for _, inner in prepositions(token, {"with"}))

    def _of_a_measure(self, token: Token, rule: Rule, heard: Party) -> bool:
        """Who is complained to is not who did it: "complained to the EU about the ban"."""
        pair = self.parties.story.pair
        if heard.code in _COUNCILS and rule.mode in {"complain", "sue"}:
            return pair is not None and heard.code not in pair
        about = any(inner.lemma in MEASURES for _, inner in prepositions(token, {"about", "over", "against"}))
        return heard.code == "EU" and about and rule.type == "ACCUSE" and pair is not None and "EU" not in pair

    def _among(
        self, token: Token, rule: Rule, actors: list[Party], targets: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """What several do together: "they met" is both of a pair; who was there "along with" two is no other side."""
        codes = {p.code for p in actors if p.code}
        subject, _ = subject_of(token)
        if (
            rule.mode in _BY_BOTH
            and len(codes) == 1
            and not targets
            and subject is not None
            and subject.lower == "they"
        ):
            other = self.parties.other(next(iter(codes)))
            return actors, [replace(actors[0], code=other)] if other else []
        if rule.mode in _BY_BOTH and len(codes) == 1 and not targets and subject is not None:
            unknown = [t for t in (subject, *joined(subject)) if self._is_unknown_name(t)]
            other = self.parties.home_of_other(next(iter(codes)))
            if len(unknown) == 1 and other and actors[0].kind == "person":
                name = unknown[0]
                return actors, [Party(other, name.text, name.idx, name.idx + len(name), "person")]
        beside = (inner for c in token.children if c.lower in _BESIDE for inner in c.subtree)
        if len(codes) == 2 and targets and targets[0].start in {t.left_edge.idx for t in beside}:
            return actors, []
        return actors, targets

    def _is_unknown_name(self, token: Token) -> bool:
        """A name of whom the story has not told: "Vella and Putin spoke by telephone"."""
        capital = token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper()
        known = self.parties.named_at(token) is not None or any(
            p.start <= token.idx < p.end for p in self.parties.persons
        )
        return capital and not known

    def _placed(self, actors: list[Party]) -> list[Party]:
        """Two people who do it together, one of them without a country: he is of the other one of the pair."""
        known = {p.code for p in actors if p.code}
        hosting = "counterpart" in self.parties.sentence.text
        other = self.parties.home_of_other(next(iter(known)), hosting=hosting) if len(known) == 1 else None
        if other is None or len(actors) != 2 or not all(p.code or p.kind == "person" for p in actors):
            return actors
        for party in actors:
            if party.code is None and party.person:
                self.parties.settle(party.person, other)
        return [p if p.code else replace(p, code=other, told=False) for p in actors]

    def unknown(self, rule: Rule, subject: Token | None, met: list[Party]) -> list[Party]:
        """Somebody of whom the story has not told, who meets a man of state: "Vella had a meeting with President Lind"."""
        if not rule.mutual or rule.type != "CONSULT" or subject is None or subject.dep == "nsubjpass":
            return []
        if len(met) != 1 or met[0].kind != "person" or not self._is_unknown_name(subject):
            return []
        return [Party(None, subject.text, subject.idx, subject.idx + len(subject), "person")]

    def completed(self, actors: list[Party], targets: list[Party], rule: Rule) -> tuple[list[Party], list[Party]]:
        """Give a side whose country is open the other country of the pair; two open ones that act alike are the story's two."""
        known = next((p.code for p in (*actors, *targets) if p.code), None)
        own, people = self.parties.story.pair, (*actors, *targets)
        if known is None and rule.mutual and own and len(people) == 2 and all(p.kind == "person" for p in people):
            return [replace(actors[0], code=own[0])], [replace(targets[0], code=own[1])]
        titled = any(p.code is None and p.kind == "person" for p in people)
        hosting = rule.mode == "receive" or "counterpart" in self.parties.sentence.text
        other = self.parties.home_of_other(known, hosting=hosting) if known and titled else self.parties.other(known)
        other = other or self._at_home(known, people)
        heard = {p.code for p in targets if p.code}
        if other in heard and len(heard) > 1 and not any(p.code for p in actors):
            other = None  # "threatened Fiji and Tonga": he is of neither
        for party in (*actors, *targets):
            if party.code is None and other and party.kind == "person" and party.person:
                self.parties.settle(party.person, other)
        done_actors = [p if p.code else replace(p, code=other, told=False) for p in actors]
        done_targets = [p if p.code else replace(p, code=other, told=False) for p in targets]
        return [p for p in done_actors if p.code], [p for p in done_targets if p.code]

    def _at_home(self, known: str | None, people: tuple[Party, ...]) -> str | None:
        """Whose "the government" or "the finance ministry" is that names no country: the one whose story it is."""
        open_ones = [p for p in people if p.code is None]
        story = self.parties.story
        home = (self.parties.memory.hub.about or story.home) if story.pair is None else None
        named = all(p.kind in {"organ", "person"} and (p.person or "")[:4].lower() == "the " for p in open_ones)
        return home if known and open_ones and named and home and home != known and story.counts[home] > 0 else None

    def is_none(self, token: Token, rule: Rule, obj: Token | None, actors: list[Party], targets: list[Party]) -> bool:
        """What is done at court or at home is no act between states."""
        if self.at_home(token, rule, obj, actors):
            self.domestic.add(token.i)
            return True
        return self.at_court(rule, actors, targets, token)

    def at_court(self, rule: Rule, actors: list[Party], targets: list[Party], token: Token) -> bool:
        """What a court of one's own turns down is refused to no state that is not named: "was turned down by the Supreme Court"."""
        by_court = rule.type == "REJECT" and any("Court" in (p.person or "") for p in actors)
        return by_court and all(t.start == token.idx for t in targets)

    def at_home(self, token: Token, rule: Rule, obj: Token | None, actors: list[Party]) -> bool:
        """A minister without a country who speaks to a country's firms, or opens a forum there, is one of its own: "urged Omani companies to invest"."""
        spoken = rule.type in _SPOKEN_AT_HOME and obj is not None and obj.lemma in _BUSINESS
        hosts = rule.mode == "visit" and token.lemma in _HOSTING and bool(rule.objects)
        if rule.type == "REJECT" and obj is not None and _of_ones_own(obj):
            return True  # "opposed his ministers' plan to ban Fijian workers"
        return (spoken or hosts) and all(p.code is None or self.parties.unplaced(p) for p in actors)

    def own_words(self, verb: Token, actors: list[Party]) -> bool:
        """The clause is the actor's own statement, or nobody's."""
        sayer = (
            verb.head
            if verb.dep == "ccomp" and verb.head != verb
            else next((c for c in verb.children if c.dep in {"parataxis", "ccomp"}), None)
        )
        if sayer is None or sayer.lemma not in SAYING | {"warn", "threaten", "vow"}:
            return True
        subject, _ = subject_of(sayer)
        if subject is not None and subject.lemma in STATE_NOUNS and not self.parties.of(subject):
            return True  # "ministers warned"
        said = {p.code for p in self.parties.of(subject) if p.code} if subject is not None else set()
        known = subject is not None and bool(self.parties.of(subject))
        return bool(said & {p.code for p in actors}) or (known and not said)
