"""Goes through a sentence word by word and joins what the lexicon, the roles, the modality and the dates say into acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from tieline.model.periods import Period
from tieline.model.vocabulary import EventType
from tieline.read.acts.access import RULING, Access
from tieline.read.acts.clusters import cluster_of, goes_on, while_it
from tieline.read.acts.conditions import fits, suits
from tieline.read.acts.date_links import OWN_DECISIONS, meeting_day, outer_date, remembered_date, shared_date
from tieline.read.acts.dates import CONTENT, Dating
from tieline.read.acts.denials import Denials
from tieline.read.acts.doers import agent_of
from tieline.read.acts.echoes import ECHOING, Echoes
from tieline.read.acts.gaps import gapped
from tieline.read.acts.gifts import Gifts, pays_no_visit
from tieline.read.acts.grammar import antecedent, given_in_passive, meant_object, object_of, particle_object
from tieline.read.acts.journeys import TAKING, Journeys
from tieline.read.acts.lapses import RUNNING_OUT, Lapses
from tieline.read.acts.measures import ENDING, MEASURES, Measures
from tieline.read.acts.modality import HOPING, SAYING, Standing, standing
from tieline.read.acts.named import Party
from tieline.read.acts.nouns import Nouns
from tieline.read.acts.open_sides import OpenSides
from tieline.read.acts.outcomes import became
from tieline.read.acts.parties import Parties
from tieline.read.acts.polarity import is_negated, is_no_longer
from tieline.read.acts.roles import Roles
from tieline.read.acts.sayings import TELLING, Sayings
from tieline.read.acts.scenes import Scenes
from tieline.read.acts.senses import opens_by_itself
from tieline.read.acts.sides import Act, Sides, may_act
from tieline.read.acts.spans import span_of
from tieline.read.acts.story_sides import StorySides
from tieline.read.acts.talks import by_telephone
from tieline.read.acts.turns import called_off, content_verb, hinted, said_by, supposed, turned
from tieline.read.acts.vows import is_vow, vowed
from tieline.read.story.document import Sentence, Story
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import STATELY
from tieline.read.words.acts import CLASSES, noun_rules, verb_rules
from tieline.read.words.rule import Rule

_MEANING = frozenset({"intend", "plan", "want", "wish"})
_WEIGHED = frozenset({"SANCTION", "CONCEDE", "CONSULT", "RETREAT", "AID"})
"""What a state is told to be considering."""
_HOPED = frozenset({"CONSULT"})
"""What somebody who hopes for it proposes."""
_CHOOSING = frozenset({"decide", "choose", "opt", "prefer", "elect"})
"""Who does so not to do something refuses it."""
_OF_MEASURES = MEASURES | ENDING
_OF_RULES = RULING | RUNNING_OUT | TAKING
VISITS = CLASSES["VISIT"] - {"call", "stay"}
_TRADING = frozenset("buy sell import export supply purchase lend deliver accept join sign".split())


_Sorted: TypeAlias = tuple[EventType, str, list[Party], list[Party], bool]
"""Type, mode, both sides of an act, and whether both do it."""


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, sentence: Sentence, story: Story, parties: Parties, before: Period | None = None) -> None:
        """Bind the sentence, its parties, and the date of the act told before."""
        self.sentence, self.story, self.parties = sentence, story, parties
        self.roles = Roles(parties)
        self.sides = Sides(parties, self.roles)
        self.dating = Dating(sentence, story, before)
        self.sayings = Sayings(parties, self.roles, self.dating)
        self.used: set[int] = set()
        self.told: dict[int, Act] = {}
        self.roles.told = self.told
        self.named: dict[int, Act] = {}
        self.open = OpenSides(parties, self.roles, story, self.told)
        self.measures = Measures(parties, self.dating, self.told)
        self.of_story = StorySides(parties)

    def acts(self) -> Iterator[Act]:
        """The acts, verbs first, then the nouns that no verb took."""
        verbs, nouns = verb_rules(), noun_rules()
        gifts = Gifts(self.parties, self.roles, self.dating, self.told)
        scenes = Scenes(self.parties)
        echoes = Echoes(self.parties, self.dating, self.told)
        journeys = Journeys(self.parties, self.roles, self.dating)
        access, lapses = Access(self.parties, self.dating), Lapses(self.parties, self.roles, self.dating)
        for token in self.sentence.tokens:
            lemma = token.lemma
            again = echoes.read(token) if token.pos == "VERB" and lemma in ECHOING else None
            if again is None and lemma in _OF_RULES:
                again = access.read(token) or lapses.read(token) or journeys.read(token)
            if again is not None:
                self.told[token.i] = again
                yield again
                continue
            if (
                token.pos in {"VERB", "AUX", "ADJ"}
                and lemma in verbs
                and (token.pos != "ADJ" or token.dep in {"acomp", "ROOT", "ccomp", "conj", "relcl"})
            ):
                act = gifts.arrived(token) or self._verb(token, verbs[lemma]) or self._refused(token)
                act = act or self.measures.lifted(token) or gifts.thanked(token)
                if (
                    act is not None
                    and not (act.mode == "talks" and self._promises(token))
                    and not self._is_part(token, act)
                ):
                    act = scenes.placed(act, token, leads=act.mode == "visit")
                    yield act
                    yield from gapped(act, token, self.parties, self.dating)
                    self.told[token.i] = act
            if token.pos == "VERB" and lemma in TELLING:
                own = self.told.get(token.i)
                yield from (act for act in self.sayings.read(token) if own is None or not _alike(act, own))
        denials = Denials(self.parties, self.roles, self.dating, self.told)
        for token in self.sentence.tokens:
            if token.pos == "VERB" and token.lemma == "deny":
                for act in denials.read(token):
                    self.named[token.i] = act
                    yield act
        named = Nouns(self.parties, self.roles, self.sides, self.dating, self.told)
        for token in self.sentence.tokens:
            if token.pos in {"NOUN", "PROPN"} and token.i not in self.used and token.lemma in nouns:
                act = named.read(token, nouns[token.lemma])
                if act is not None:
                    self.named[token.i] = act
                    yield scenes.placed(act, token, leads=act.mode == "visit")
            if token.pos in {"NOUN", "PROPN"} and token.lemma in _OF_MEASURES:
                yield from self.measures.read(token)

    @property
    def by_word(self) -> dict[int, Act]:
        """The acts that rules have told, by the place of the verb or noun that tells each."""
        return self.named | self.told

    def _is_part(self, token: Token, act: Act) -> bool:
        """What the deed above it came to is no second one: "attacked a convoy, killing three", "sent relief to help Nepal"."""
        above = self.told.get(token.head.i)
        later = (
            token.dep in {"advcl", "xcomp", "acl"}
            and token.tag in {"VBG", "VB"}
            and act.date in {None, getattr(above, "date", None)}
        )
        return above is not None and later and act.type in {"ASSAULT", "AID"} and _alike(act, above)

    def _promises(self, token: Token) -> bool:
        """What somebody tells another is a promise, and no talk besides: "told the premier that Fiji would go on buying"."""
        return token.lemma in TELLING and any(act.mode == "offer" for act in self.sayings.read(token))

    def _refused(self, token: Token) -> Act | None:
        """A favour that its own subject says, or others say of it, will not be done: "Syria will not resume talks with Israel"."""
        chosen = token.dep == "xcomp" and token.head.lemma in _CHOOSING and standing(token.head) is not None
        going = token.dep == "xcomp" and token.head.lemma == "go" and token.head.tag == "VBG"  # "is not going to sign"
        chosen = chosen or (going and any(c.dep == "neg" for c in token.head.children))
        negated = any(is_negated(v) for v in (token, token.head if going else token))
        if not negated or not (chosen or token.dep in {"ROOT", "ccomp", "conj", "advcl"}):
            return None
        actors, subject, passive = self.roles.actors(token)
        actors = [p for p in actors if p.code and p.kind in STATELY]
        if passive or not actors or subject.pos == "PRON":
            return None
        meant = token if chosen else content_verb(token) if token.lemma in _MEANING else None
        if meant is not None and (chosen or meant.lemma in _TRADING):
            targets = self.sayings.refused(meant, actors, told=False, meant=True)
        else:
            targets = self.sayings.refused(token, actors, told=False) or self.sayings.unaccepted(token, actors)
            targets = targets or self.sayings.undiscussed(token, actors)
        if not targets:
            return None
        start, end = span_of(self.sentence, token, (subject, object_of(token)), (*actors, *targets))
        date, _ = self.dating.of([token])
        return Act(
            "REJECT", "refuse", tuple(actors), tuple(targets), "happened", date, mutual=False, start=start, end=end
        )

    def _verb(self, token: Token, rules: list[Rule]) -> Act | None:
        subject, passive = self.roles.subject(token)
        passive = passive or opens_by_itself(token, subject)
        obj = (given_in_passive(token) or subject) if passive else object_of(token)
        if obj is None and token.tag == "VBG" and token.dep == "pcomp" and agent_of(token) is not None:
            return None  # "after shelling by Chad" is none of its subject's
        actors: list[Party] | None = None
        one_sided: list[tuple[Rule, Any, list[Party]]] = []
        for rule in rules:
            what = obj if obj is not None or rule.particle is None else particle_object(token, rule.particle)
            if rule.type == "CONCEDE" and not passive:
                what = meant_object(token, what)
            if not fits(token, rule, what, passive=passive):
                what = antecedent(token, what) if rule.objects else None
                if what is None or not fits(token, rule, what, passive=passive):
                    continue
            if actors is None:
                actors = self.roles.acting(token, subject, passive=passive)
                actors = self.open.calling(token, self.open.trailing(token, subject, actors))
                actors = self.open.promising(token, self.open.across(actors, subject, obj))
            actors = self.open.concerted(token, rule, actors)
            if not actors and rule.type in {"SUPPORT", "REQUEST", "ACCUSE"} and not passive:
                actors = self.open.speaking(token)
            if rule.type == "PROTEST" and not actors and subject is not None:
                actors = self.roles.crowd(token, subject)
            if not suits(rule, actors):
                continue
            act = self._built(token, rule, what, subject, actors, passive=passive)
            if act is not None:
                return act
            one_sided.append((rule, what, actors))
        if self.of_story.about_two:  # only now, since a later rule may find both sides in the sentence
            for rule, what, told in one_sided:
                act = self._built(token, rule, what, subject, told, passive=passive, by_story=True)
                if act is not None:
                    return act
        return None

    def _built(
        self,
        token: Token,
        rule: Rule,
        obj: Token | None,
        subject: Token | None,
        actors: list[Party],
        *,
        passive: bool,
        by_story: bool = False,
    ) -> Act | None:
        how = self._stands(token, rule, obj, subject, actors)
        if how is None:
            return None
        actors, targets, mutual = self.sides.sort(token, rule, obj, actors, passive=passive)
        actors, targets = self.open.filled(token, rule, obj, actors, targets, passive=passive)
        actors = [p for p in actors if may_act(p, rule)] or self.sides.unknown(rule, subject, targets)
        if by_story:
            actors, targets = self.of_story.of_verb(token, rule, obj, subject, (actors, targets), passive=passive)
        actors, targets = self._checked(token, rule, obj, actors, targets)
        if not actors or not targets:
            return None
        kind, mode, turned_to = turned(token, rule, how, subject, own=self.sides.own_words(how.token, actors))
        kind, mode, actors, targets, mutual = self._vowed(token, (kind, mode, actors, targets, mutual))
        if not actors or not targets:
            return None
        cluster = cluster_of(token, how, obj if rule.objects and rule.type != "REJECT" else None)
        if turned_to.modality != how.modality or (subject is not None and subject.lower in {"i", "we"}):
            cluster = said_by(how.token) or cluster
        how = turned_to
        self._consume(token, rule, obj)
        start, end = span_of(self.sentence, token, (subject, obj), (*actors, *targets))
        modality = became(self.dating, self.sentence.text, token, rule, how, cluster)
        date = self.dating.of_verb(token, rule, modality, cluster)
        if date is None and rule.type in {"CONSULT", "ACCUSE", "REQUEST", "THREATEN"}:
            date = outer_date(self.dating, how.token)
        if kind == "AGREE" and mode == "agree" and modality == "happened" and (day := meeting_day(self.dating, token)):
            kind, mode, modality, date = "CONSULT", "meet", "scheduled", day
        of_nobody = passive and mode == "sever-ties" and not targets[0].end - targets[0].start
        if date is None and (of_nobody or (mode == "reach-agreement" and self._is_ended(token))):
            return None  # ties of nobody's are cut on a day or not at all; "scrapped the pacts made between Peru and Chile"
        if date is None and modality == "happened":
            date = self._lent_date(token, how, actors, targets)
        if modality == "scheduled" and token.dep == "pcomp" and self.dating.over(date):
            modality = "happened"
        if modality == "scheduled" and called_off(self.sentence.text, token, how.token):
            kind, mode, modality, date, mutual = "REJECT", "cancel", "happened", None, len(actors) == len(targets) == 1
        mode = "phone" if (kind, mode) == ("CONSULT", "talks") and by_telephone(token) else mode
        if kind == "THREATEN" and modality == "proposed":
            modality = "happened"  # who says what measures he weighs threatens with them
        if "turned" in rule.flags:  # what one receives the other gives
            actors, targets = targets, actors
        both = tuple(actors), tuple(targets)
        return Act(kind, mode, *both, modality, date, mutual, start, end, inferred=_concluded(token, *both))

    def _checked(
        self, token: Token, rule: Rule, obj: Token | None, actors: list[Party], targets: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Both sides where they can be those of an act; else none."""
        if rule.mode == "sign" and self.sides.with_stranger(token):
            return [], []
        if not actors or not targets or self.sides.is_none(token, rule, obj, actors, targets):
            return [], []
        actors, targets = self.sides.completed(actors, targets, rule)
        if not any(a.code != t.code for a in actors for t in targets):
            return [], []
        targets = self.sides.of_the_deed_above(token, rule, actors, targets)
        ahead = any(self.sides.is_ahead_of_story(token, p) for p in (*actors, *targets))
        ahead = ahead or (not rule.mutual and any(self.sides.acts_beside(token, p) for p in targets))
        return ([], []) if ahead else (actors, targets)

    def _is_ended(self, token: Token) -> bool:
        """A pact that is only named as what the verb above ends or turns down."""
        above = self.told.get(token.head.head.i) if token.dep == "acl" and token.head.dep == "dobj" else None
        return above is not None and above.type == "REJECT"

    def _vowed(self, token: Token, act: _Sorted) -> _Sorted:
        """What a vow against somebody is, and to whom; any other act as it was."""
        kind, _, actors, targets, _ = act
        vow = (
            vowed(token, actors, targets, self.parties, self.told.values())
            if kind == "AGREE" and is_vow(token)
            else None
        )
        if vow is None:
            return act
        threat = vow[0] == "THREATEN"
        return (*vow[:1], "threaten" if threat else "cooperate", *vow[1:], not threat)

    def _lent_date(self, token: Token, how: Standing, actors: list[Party], targets: list[Party]) -> Period | None:
        """The date of what stands beside the act, or of the same act told before."""
        above = token.head.head if token.dep == "pcomp" and token.head.head.lemma == "join" else token.head
        lends = above.lemma == "join" or goes_on(token) or while_it(token)  # "joined Fiji on Monday in condemning Chad"
        date = self.dating.of([above])[0] if lends else None
        return (
            date
            or shared_date(how.token, self.told, actors, targets)
            or remembered_date(how.token, self.parties.memory.acts, actors, targets)
        )

    def _stands(
        self, token: Token, rule: Rule, obj: Token | None, subject: Token | None, actors: list[Party]
    ) -> Standing | None:
        """How the act of a verb stands; None where it is none."""
        if rule.type == "AGREE" and token.dep == "relcl" and token.i in self.used:
            return None  # "declined the loan that Fiji offered"
        lasting = token.tag in {"VBZ", "VBP"} and any(c.lower == "still" for c in token.children)
        if (rule.type == "SANCTION" or rule.mode == "train") and lasting:
            return None  # "still levies a duty", "the two armies still train together"
        if token.dep == "ccomp" and token.head.dep == "relcl" and token.head.lemma in SAYING:
            return None  # "Qatar, which they say supports Iran": what others charge it with
        decided = token.dep == "acl" and token.tag != "VBN" and token.head.lemma in {"decision", "move"}
        if decided and (rule.type not in OWN_DECISIONS or any(self.parties.unplaced(p) for p in actors)):
            return None
        how = standing(token) or hinted(token, rule)
        if (
            how is None
            or ("ahead" in rule.flags and how.modality != "scheduled")
            or (how.modality == "scheduled" and supposed(token, how) and not self.sides.own_words(how.token, actors))
        ):
            return None
        if is_no_longer(token) and "longer" not in rule.words:
            return None
        if obj is not None and "no" not in rule.words and any(c.lower == "no" and c.dep == "det" for c in obj.children):
            return None  # "made no pledge"
        weighed = _HOPED if how.token.lemma in HOPING else _WEIGHED
        if how.modality == "proposed" and rule.type not in weighed and rule.mode != "sue":
            return None
        if how.modality == "denied" and rule.type == "ACCUSE" and token.lemma == "attack":
            return None  # nobody denies having scolded
        if how.declined_by is not None and how.modality == "declined" and rule.type != "CONSULT":
            return None
        if rule.type == "CONSULT" and "place" in rule.flags and pays_no_visit(subject, token):
            return None
        return how

    def _consume(self, token: Token, rule: Rule, obj: Token | None) -> None:
        self.used.add(token.i)
        if obj is not None and rule.objects is not None:
            self.used |= {t.i for t in (obj, *obj.children) if t.pos in {"NOUN", "PROPN"}}
        if rule.type in CONTENT:
            for child in token.children:
                beside = child.dep == "prep" and child.lower in {"during", "after"}  # talks of their own
                beside = beside or (child.lower == "on" and any(o.lemma in VISITS for o in child.children))
                beside = beside or (child.lower == "at" and any(o.lower == "talks" for o in child.children))
                if child.dep in {"xcomp", "ccomp", "dobj", "prep"} and not beside:
                    self.used |= {t.i for t in child.subtree}
        if rule.type == "CONSULT" and obj is not None:
            self.used.add(obj.i)


def _alike(one: Act, other: Act) -> bool:
    """What a verb and its clause tell is one act: "charged that the sanctions are illegal"."""
    same = (one.type, one.modality) == (other.type, other.modality)
    sides = ({p.code for p in act.actors} | {p.code for p in act.targets} for act in (one, other))
    first, second = sides
    return same and first == second


def _concluded(token: Token, actors: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[str, ...]:
    """The sides that no word but the verb stands for: they are another sentence's, or the story's."""
    place = (token.idx, token.idx + len(token))
    sides = (("actor", actors), ("target", targets))
    return tuple(name for name, side in sides if all((p.start, p.end) == place or not p.told for p in side))
