"""Acts that a noun names: "the visit of A's minister to B", "talks between A and B", "a gift from A"."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.countries import country
from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality
from tieline.read.acts.date_links import date_of_occasion
from tieline.read.acts.dates import Dating
from tieline.read.acts.grammar import prepositions
from tieline.read.acts.modality import standing
from tieline.read.acts.named import Party
from tieline.read.acts.noun_sides import particle_of, sets_out_on, that_clause
from tieline.read.acts.pacts import Pacts
from tieline.read.acts.parties import Parties
from tieline.read.acts.roles import Roles
from tieline.read.acts.sides import Act, Sides, may_act
from tieline.read.acts.story_sides import StorySides
from tieline.read.acts.talks import LENGTHS, Talks
from tieline.read.acts.wants import is_wanted
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import DAYS, STATELY
from tieline.read.words.rule import Rule

_BLOODLESS = frozenset("diplomatic charm verbal trade peace political media price commercial cyber legal".split())
"""Offensives and wars in which nobody is hurt."""
_WITNESSING = frozenset({"oversee", "witness", "attend", "watch"})
"""What two do at a signing that is their countries'."""
_BEGINNING = frozenset({"begin", "start", "launch", "continue", "maintain", "keep", "wage"})
_TWO = 2
_ENDING = frozenset("end yield produce bring lead result reach go succeed resolve make bear".split())
"""What talks that were held did or did not do."""
_JOURNEYS = frozenset({"travel", "trip", "visit", "journey", "travelling", "traveling"})
_PLANNED = frozenset("planned proposed possible threatened potential future further new".split())
_POINTING = frozenset({"point", "refer", "return", "allude"})
"""Who points to talks or visits, or comes home from them, speaks of his own."""

_ANNOUNCING = frozenset("announce declare order decree unveil confirm proclaim".split())
"""Who does so takes the measure that the noun names: "announced the closure of its border with Chad"."""


_ON_PAPER = frozenset({"diplomatic", "formal", "official", "written", "verbal"})
"""Protests that no crowd holds."""
_AT_LARGE = frozenset(
    "rare uncommon unusual unlikely possible common frequent infrequent likely scarce exceptional impossible".split()
)


def _is_spoken_of_at_large(noun: Token) -> bool:
    """How often such a deed is done tells of none: "Russian criticism of India is extremely rare"."""
    be = noun.head
    if noun.dep != "nsubj" or be.lemma != "be" or be.tag not in {"VBZ", "VBP"}:
        return False
    return any(c.dep in {"acomp", "attr"} and c.lemma in _AT_LARGE for c in be.children)


class Nouns(Talks, Pacts):
    """Reads the nouns of one sentence; `told` holds the acts of its verbs by token."""

    def __init__(self, parties: Parties, roles: Roles, sides: Sides, dating: Dating, told: dict[int, Act]) -> None:
        """Bind the parties of the sentence, its times and what its verbs have told."""
        self.parties, self.roles, self.sides, self.dating, self.told = parties, roles, sides, dating, told
        self.sentence: Sentence = parties.sentence
        self.of_story = StorySides(parties)

    def read(self, token: Token, rules: list[Rule]) -> Act | None:
        """The act that a noun names, by the first rule that it fits."""
        for rule in rules:
            act = self._named(token, rule) or self._companion(token, rule)
            if act is not None:
                return None if self._is_occasion(token, act) else act
        return None

    def _is_occasion(self, token: Token, act: Act) -> bool:
        """Talks in which a verb's own talks are held: "discussed trade during a meeting", "exchanged views in a call"."""
        verb = token.head.head
        told = self.told.get(verb.i) if token.dep == "pobj" and token.head.lower in {"during", "in", "at"} else None
        if told is None or told.type != "CONSULT" or act.type != "CONSULT" or "visit" in {act.mode, told.mode}:
            return False
        sides = ({p.code for p in (*one.actors, *one.targets)} for one in (act, told))
        return told.modality == act.modality and next(sides) == next(sides)

    def _named(self, token: Token, rule: Rule) -> Act | None:
        if not self._fits(token, rule):
            return None
        if rule.type == "AGREE" and any(self.sides.with_stranger(c) for c in token.children if c.dep == "acl"):
            return None
        how = "happened" if self._in_force(token, rule) else self._noun_standing(token)
        if rule.type == "CONSULT" and _is_led_up_to(token):
            how = "scheduled"
        actors, targets = self._paired(token, rule)
        if rule.type == "COERCE" and not actors:
            actors, targets = self._complained_of(token)
            how = "happened" if actors else how
        if rule.mode == "visit" and len(actors) == 1 and not targets:
            guests, hosts = self._visiting(actors[0])
            actors, targets = guests or actors, hosts
        actors, targets, open_sides = self.of_story.of_noun(token, rule, actors, targets)
        if how is None or not actors or not targets:
            return None
        actors, targets = self.sides.completed([p for p in actors if may_act(p, rule)], targets, rule)
        if not actors or not targets:
            return None
        led = self._led(token) if actors[0].person is None and self._joint_body(token) is not None else []
        if led and led[0].code == targets[0].code:
            actors, targets = targets, actors
        actors = (
            led[:1] if led and led[0].code == actors[0].code else actors
        )  # "told reporters after a session of the commission"
        points = [(token.left_edge.idx, token.idx + len(token)), *[(p.start, p.end) for p in (*actors, *targets)]]
        time = self._time(token, rule, max(b for _, b in points), how)
        if how == "happened" and time is None and token.head.lower not in {"following", "after", "since"}:
            time = self._time(token, rule, max(b for _, b in points), "scheduled")
            how = "scheduled" if time is not None else how
        if time is not None and _is_led_up_to(token) and _BACK.search(time.text):
            how, time = "happened", self._time(token, rule, time.start, "happened")
        if time is None and "dated" in rule.flags:
            return None  # a war that is only spoken of
        if time is not None:
            points.append((time.start, time.end))
        start, end = min(a for a, _ in points), max(b for _, b in points)
        date = time.period if time is not None else None
        if date is None and how == "happened":
            date = date_of_occasion(self.dating, token) if rule.type == "CONSULT" else self._day_announced(token)
        both = tuple(actors), tuple(targets)
        concluded = tuple(
            name
            for name, side in zip(("actor", "target"), both, strict=True)
            if name in open_sides or not any(p.told for p in side)
        )
        return Act(rule.type, rule.mode, *both, how, date, rule.mutual, start, end, inferred=concluded)

    def _day_announced(self, token: Token) -> Period | None:
        """The day on which a measure is announced: "on Monday announced the expulsion of"."""
        announced = token.dep == "dobj" and token.head.lemma in _ANNOUNCING
        return self.dating.of([token.head])[0] if announced else None

    def _visiting(self, guest: Party) -> tuple[list[Party], list[Party]]:
        """Who is on a visit to the place of the dateline: somebody of the other country of the story."""
        home = self.parties.home()
        other = self.parties.other(home)
        if home is None or other is None or not self.parties.unplaced(guest):
            return [], []
        return [replace(guest, code=other)], [Party(home, None, guest.end, guest.end)]

    def _fits(self, token: Token, rule: Rule) -> bool:
        """The noun heads its phrase and has the words that the rule asks for."""
        lead = {c.lower for c in token.children if c.i < token.i}
        return not (
            token.dep in {"compound", "nmod", "amod"}
            or _is_spoken_of_at_large(token)
            or (rule.type == "PROTEST" and bool(lead & _ON_PAPER))
            or (token.lemma == "hostility" and token.tag == "NN")  # a feeling
            or (token.lemma == "conclusion" and token.dep == "pobj" and token.head.lower in _AIMED_AT)
            or ("joint" in rule.flags and "joint" not in lead)
            or (token.lemma == "warning" and any(o.lemma in _JOURNEYS for _, o in prepositions(token, {"against"})))
            or (rule.type == "ASSAULT" and bool(lead & _BLOODLESS))
            or (token.lemma == "dialogue" and lead & {"the"} and token.dep == "pobj")
            or ("phone" in rule.flags and not lead & {"telephone", "phone", "video"} and not self._between(token))
            or ("of" in rule.flags and not self._of_class(token, rule))
            or ("under" in rule.flags and not (token.dep == "pobj" and token.head.lower == "under"))
            or ("own" in rule.flags and not self._owned(token, rule))
            or ("jointbody" in rule.flags and self._joint_body(token) is None)
            or ("made" in rule.flags and not self.newly_made(token))
        )

    def _in_force(self, token: Token, rule: Rule) -> bool:
        """A measure that somebody has, on whom its own words tell: "to offset Norway's curbs on Fijian tuna"."""
        if "poss" not in rule.flags or rule.type != "SANCTION" or not any(c.dep == "poss" for c in token.lefts):
            return False
        planned = any(c.lower in _PLANNED for c in token.lefts)
        return not planned and any(c.lower in rule.slots for c in token.rights if c.dep == "prep")

    def _owned(self, token: Token, rule: Rule) -> bool:
        """Whose words they are stands beside: "Kenya's demand", "a demand by", "Kenyan charges that"."""
        if any(c.dep == "poss" or c.lower in {"by", "from"} for c in token.children):
            return True
        if token.lemma == "protest" and any(c.lower == "of" for c in token.children):
            return True
        if rule.type == "ACCUSE" and any(c.dep in {"acl", "ccomp"} and that_clause(c) for c in token.children):
            return True
        return self._adjoined(token) is not None

    def _between(self, token: Token) -> bool:
        return any(c.dep == "prep" and c.lower == "between" for c in token.children)

    def _paired(self, token: Token, rule: Rule) -> tuple[list[Party], list[Party]]:
        """Both sides of the act; of talks "between A and B", or that A and B "are in", each is one."""
        if "under" in rule.flags:
            return self._pressed(token)
        if "made" in rule.flags:
            return self.agreed(token, rule)
        guests = self._thanked(token) if rule.mode == "visit" else []
        fought = rule.mode == "clash" and self._between(token)  # "two were wounded in a clash between"
        actors = guests or ([] if fought else self._noun_actors(token, rule))
        targets = self._noun_targets(token, rule, actors)
        led = rule.mutual and "lead" in rule.flags
        if rule.mode == "clash" and not actors and not targets and (foes := self._foes_named(token)):
            return foes[:1], foes[1:]
        if len(targets) > _TWO and self._apart(targets):
            targets = targets[:_TWO]  # "between Chad and Niger as well as Kenya and Somalia"
        if rule.mutual and len(targets) >= 2 and not {p.code for p in actors} - {p.code for p in targets}:
            return targets[:1], targets[1:]
        if led and not targets and len(sides := self._hyphened(token)) == 2:
            return sides[:1], sides[1:]
        in_talks = token.dep == "pobj" and (token.head.head.lemma == "be" or token.head.lower in {"at", "during"})
        in_talks = in_talks or (token.dep == "pobj" and token.head.lower == "in" and rule.mode == "phone")
        in_talks = in_talks or self._joint_body(token) is not None
        if (
            (rule.mode == "sign" or "joint" in rule.flags or self._of_both(token, rule, actors))
            and not targets
            and len({p.code for p in actors}) == len(actors) == _TWO
        ):
            return actors[:1], actors[1:]
        if led and not targets and in_talks and len({p.code for p in actors}) == 2:
            return actors[:1], actors[1:]
        if led and not targets and not actors and self._bilateral(token):
            both = self.parties.both(token.idx, token.idx + len(token))
            return both[:1], both[1:]
        if led and not targets and not actors and self._at_home(token):
            both = self.parties.both(token.idx, token.idx + len(token))
            return both[:1], both[1:]
        if led and not actors and len(targets) == 1:
            return [p for p in self.parties.speaker(token) if p.code != targets[0].code], targets
        return actors, targets

    def _apart(self, targets: list[Party]) -> bool:
        """Behind two, others are named who have nothing to do with them."""
        return "as well as" in self.sentence.text[targets[_TWO - 1].end : targets[_TWO].start]

    def _of_both(self, token: Token, rule: Rule, actors: list[Party]) -> bool:
        """Talks of two countries that are named behind "of": "the talks of the Russian and Chinese presidents"."""
        if rule.type != "CONSULT" or not rule.mutual or not any(c.lower == "of" for c in token.children):
            return False
        return all(p.code and country(p.code).kind != "organisation" for p in actors)

    def _of_class(self, token: Token, rule: Rule) -> bool:
        for child in (*token.children, *particle_of(token)):
            if child.dep == "prep" and child.lower == "of":
                return any(rule.objects and o.lemma in rule.objects for o in child.children)
        return False

    def _announcers(self, token: Token, rule: Rule) -> list[Party]:
        """Who announces a measure takes it: "announced the closure of its border with Chad"; not "Chad's closure of"."""
        if rule.type == "SANCTION" and (verb := _of_package(token)) is not None and verb.i not in self.told:
            found, _, passive = self.roles.actors(verb)
            return [] if passive else [p for p in found if p.kind in STATELY]
        if token.dep != "dobj" or token.head.lemma not in _ANNOUNCING or rule.type != "SANCTION":
            return []
        if any(c.dep == "poss" and c.pos != "PRON" for c in token.children):
            return []
        found, _, passive = self.roles.actors(token.head)
        return [] if passive else found

    def _noun_actors(self, token: Token, rule: Rule) -> list[Party]:
        if "mob" in rule.flags:
            return self._crowd(token)
        expelling = rule.mode == "expel-diplomat"
        if (
            doers := self._expeller(token) or self._announcers(token, rule)
            if expelling
            else self._announcers(token, rule)
        ):
            return doers
        for child in token.children:
            if child.dep == "poss":
                found = (self._answered(token) if expelling else []) or self._whose(token, rule, child)
                return found or (self._led(token) if child.pos == "PRON" and "lead" in rule.flags else [])
        far = rule.mode in {"close-border", "visit"} or "by" in rule.flags
        deep = [*token.subtree, *particle_of(token)] if far else token.children  # "the closure of the border by Chile"
        for child in deep:
            if (
                child.dep == "prep"
                and child.lower == "by"
                and not (_of_next(child, token) or _of_the_deed(child, token))
            ):
                return [p for o in child.children if o.dep == "pobj" for p in self.parties.of(o)]
        if "of" not in rule.slots and "of" not in rule.flags and token.lemma != "tour":
            for child in token.children:
                if child.dep == "prep" and child.lower == "of":
                    deployed = rule.type in {"MOBILIZE", "RETREAT"}
                    found = [
                        p for o in child.children if o.dep == "pobj" for p in self.parties.of(o, any_noun=deployed)
                    ]
                    return [replace(p, kind="organ") if p.kind == "other" else p for p in found] if deployed else found
        if "from" in rule.flags:
            return [
                p
                for c in token.children
                if c.dep == "prep" and c.lower == "from"
                for o in c.children
                for p in self.parties.of(o)
            ]
        led = self._led(token) if "lead" in rule.flags else []
        if led:
            return led
        if rule.mode == "sign" and token.dep == "dobj" and token.head.lemma in _WITNESSING:
            return [p for p in self.roles.actors(token.head)[0] if p.code and p.kind in STATELY]
        left = [m for m in self.parties.named if token.left_edge.idx <= m.start < token.idx]
        if not left and token.dep == "dobj" and token.head.lemma in _BEGINNING and rule.type == "SANCTION":
            found, _, passive = self.roles.actors(token.head)  # "began a boycott of the small state"
            return [] if passive else [p for p in found if p.kind in STATELY]
        return [Party(m.code, None, m.start, m.end) for m in left]

    def _answered(self, token: Token) -> list[Party]:
        """Whose expulsions are answered by those just told: "in response to their expulsion of Omani envoys"."""
        own = {p.code for _, o in prepositions(token, {"of"}) for p in self.parties.inside(o)}
        told = (act for act in self.told.values() if act.mode == "expel-diplomat" and own)
        return next((list(act.targets) for act in told if own == {p.code for p in act.actors}), [])

    def _thanked(self, visit: Token) -> list[Party]:
        """Whose visit somebody gives them thanks for: "thanked them for their visit"."""
        thanks = self.told.get(visit.head.head.i) if visit.dep == "pobj" and visit.head.lower == "for" else None
        own = any(c.dep == "poss" and c.pos == "PRON" for c in visit.children)
        return list(thanks.targets) if thanks is not None and own and thanks.mode == "congratulate" else []

    def _led(self, token: Token) -> list[Party]:
        """Who is on the visit or in the talks that a phrase beside him names: "the minister, on a visit to Harare"."""
        if token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma in LENGTHS:
            token = token.head.head
        if token.dep != "pobj":
            return []
        anchor = token.head.head
        if token.head.lower not in {"on", "during", "after", "in", "at", "before"} and anchor.lemma not in _POINTING:
            return []
        if anchor.pos in {"VERB", "AUX"}:
            found, _, passive = self.roles.actors(anchor)
            return [] if passive else [p for p in found if p.kind in STATELY]
        return self.parties.of(anchor)

    def _came_to_nothing(self, talks: Token) -> bool:
        """Talks that were held, whatever did not come of them: "the negotiations did not end well"."""
        verb = talks.head
        past = any(c.dep == "aux" and c.lower == "did" for c in verb.children)
        return talks.dep == "nsubj" and verb.lemma in _ENDING and past and any(c.dep == "neg" for c in verb.children)

    def _noun_standing(self, token: Token) -> EventModality | None:
        """A noun is an act that happened where its clause tells a fact; what is planned or wanted is left to the verbs."""
        if sets_out_on(token):
            return "scheduled"
        held = token.dep in {"nsubj", "nsubjpass", "dobj"} and token.head.lemma in _REVIVING
        if (not held and any(c.lower in _NOT_HELD for c in token.lefts)) or is_wanted(token):
            return None
        node = token
        for _ in range(4):
            if node.dep in {"dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr"}:
                head = node.head
                if node.dep == "pobj" and head.dep == "prep":  # "following the talks"
                    node = head
                    continue
                if node is token and self._came_to_nothing(token):
                    return "happened"
                if head.pos in {"VERB", "AUX"}:
                    how = standing(head)
                    return how.modality if how is not None and how.modality in {"happened", "scheduled"} else None
                node = head
            elif node.dep == "prep":
                place, node = node.lower, node.head
                if node.pos in {"VERB", "AUX"}:
                    how = standing(node)
                    if place == "against" and node.lemma in {"warn", "caution", "argue", "speak"}:
                        return None
                    if how is None and place == "in" and any(c.dep == "poss" and c.text in DAYS for c in token.lefts):
                        return "happened"  # "accused each other of shooting first in Monday's clash"
                    if how is None and place in {"at", "during"} and _in_the_past(node):
                        return "happened"  # they met, whatever they failed to do
                    return how.modality if how is not None and how.modality == "happened" else None
            else:
                break
        return "happened"


_NOT_HELD = frozenset({"stalled", "stalemated", "frozen", "moribund", "proposed", "hoped-for", "eventual"})
"""Talks that nobody holds."""
_AIMED_AT = frozenset({"for", "on", "towards", "toward", "to", "about"})
"""What talks lead to: "negotiations on the conclusion of a treaty"."""
_REVIVING = frozenset({"resume", "restart", "revive", "reopen", "hold", "continue", "begin", "restore"})
_BACK = re.compile(r"\b(?:last|ago|earlier|yesterday|previous)\b", re.IGNORECASE)
"""In a time that lies behind whatever led up to it: "spoke to the press ahead of his visit last month"."""


def _is_led_up_to(token: Token) -> bool:
    """As in "before the talks", "ahead of his state visit", "prior to a visit"."""
    if token.dep != "pobj":
        return False
    lead = token.head
    return lead.lower == "before" or (lead.lower, lead.head.lower) in {
        ("of", "ahead"),
        ("to", "prior"),
        ("to", "ahead"),
    }


def _of_package(token: Token) -> Token | None:
    """The verb that announces what a measure is part of: "announced a package including the expulsion of", "that includes the closure of"."""
    if not ((token.dep == "pobj" and token.head.lower == "including") or token.head.lemma == "include"):
        return None
    return next((a for a in token.head.ancestors if a.pos == "VERB" and a.lemma in _ANNOUNCING), None)


def _in_the_past(verb: Token) -> bool:
    """The verb, or the one that it hangs on as an infinitive, is in the past."""
    while verb.dep == "xcomp" and verb.head != verb:
        verb = verb.head
    return verb.tag == "VBD" and not any(c.dep == "aux" for c in verb.children)


def _of_the_deed(by: Token, noun: Token) -> bool:
    """Who did what a protest is about, whose it is having been told: "the protest of Peru over the seizure by Chad"."""
    return noun.lemma == "protest" and any(c.lower == "of" and c.i < by.i for c in noun.children)


def _of_next(by: Token, noun: Token) -> bool:
    """The doer of the next deed, whatever the parse hangs it on: "appeals from Chad and threats by Niger"."""
    before = by.nbor(-1)
    return before.i > noun.i and before.pos == "NOUN" and before.dep == "conj"
