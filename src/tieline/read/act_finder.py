"""Goes through a sentence word by word and joins what the lexicon, the roles, the modality and the dates say into acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from tieline.model.periods import Period
from tieline.model.vocabulary import EventModality, EventType
from tieline.read.act_conditions import fits, suits
from tieline.read.act_dates import anniversary_of, date_by_place, date_of, years_apart
from tieline.read.act_lexicon import CLASSES, Rule, noun_rules, verb_rules
from tieline.read.act_modality import ATTENDING, SAYING, Standing, standing
from tieline.read.act_nouns import Nouns
from tieline.read.act_parties import Parties, Party
from tieline.read.act_roles import Roles, meant_object, object_of, particle_object, prepositions
from tieline.read.act_sides import STATELY, Act, Sides, may_act
from tieline.read.act_turns import HOSTILE, turned
from tieline.read.story import Sentence, Story
from tieline.read.when import TimeMention

_JOURNEYS = frozenset(
    [
        "leave",
        "depart",
        "fly",
        "travel",
        "head",
        "arrive",
        "visit",
        "go",
        "meet",
        "begin",
        "start",
        "open",
        "receive",
        "host",
    ]
)
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ABOUT_ACTS = frozenset({"praise", "criticise", "congratulate", "back"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CONTENT = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
DEMANDING = frozenset(
    [
        "say",
        "insist",
        "declare",
        "conclude",
        "stress",
        "emphasize",
        "emphasise",
        "reiterate",
        "warn",
        "tell",
        "add",
        "argue",
        "maintain",
    ]
)


WRONGS = frozenset(
    "violate breach break undermine threaten provoke lie steal spy interfere meddle dump manipulate cheat abuse exploit destabilise "
    "destabilize sabotage smuggle harbour harbor sponsor escalate distort block obstruct arm commit invade attack bully coerce "
    "discriminate subsidise subsidize mistreat torture persecute oppress loot plunder jeopardise jeopardize flout defy ignore".split()
)
"""What a state does wrong by those who say it."""


def _supposed(token: Any, how: Standing) -> bool:
    """A "would" with a condition that somebody else sets up is a supposition."""
    verbs = (token, how.token)
    would = any(c.lower == "would" for v in verbs for c in v.children)
    return would and any(
        c.dep == "advcl" and any(g.lower in {"if", "unless"} for g in c.children) for v in verbs for c in v.children
    )


class Finder:
    """Finds the acts of one sentence."""

    def __init__(self, sentence: Sentence, story: Story, parties: Parties) -> None:
        """Bind the sentence and its parties."""
        self.sentence, self.story, self.parties = sentence, story, parties
        self.roles = Roles(parties)
        self.sides = Sides(parties, self.roles)
        self.used: set[int] = set()
        self.told: dict[int, Act] = {}

    def acts(self) -> Iterator[Act]:
        """The acts, verbs first, then the nouns that no verb took."""
        verbs, nouns = verb_rules(), noun_rules()
        for token in self.sentence.tokens:
            lemma = token.lemma
            if (
                token.pos in {"VERB", "AUX", "ADJ"}
                and lemma in verbs
                and (token.pos != "ADJ" or token.dep in {"acomp", "ROOT", "ccomp", "conj", "relcl"})
            ):
                act = self._verb(token, verbs[lemma])
                if act is not None:
                    yield act
                    self.told[token.i] = act
            if token.pos == "VERB" and lemma in DEMANDING:
                for told in (self._demand(token) or self._charge(token), self._refusal(token)):
                    if told is not None:
                        yield told
        named = Nouns(self.sentence, self.parties, self.roles, self.sides, self.told)
        for token in self.sentence.tokens:
            if token.pos in {"NOUN", "PROPN"} and token.i not in self.used and token.lemma in nouns:
                act = named.read(token, nouns[token.lemma])
                if act is not None:
                    yield act

    def _verb(self, token: Any, rules: list[Rule]) -> Act | None:
        subject, passive = self.roles.subject(token)
        obj = subject if passive else object_of(token)
        actors: list[Party] | None = None
        for rule in rules:
            what = obj if obj is not None or rule.particle is None else particle_object(token, rule.particle)
            if rule.type == "CONCEDE" and not passive:
                what = meant_object(token, what)
            if not fits(token, rule, what, passive=passive):
                continue
            actors = self.roles.acting(token, subject, passive=passive) if actors is None else actors
            if not suits(rule, actors):
                continue
            act = self._built(token, rule, what, subject, actors, passive=passive)
            if act is not None:
                return act
        return None

    def _built(
        self, token: Any, rule: Rule, obj: Any, subject: Any, actors: list[Party], *, passive: bool
    ) -> Act | None:
        how = standing(token)
        if how is None or (
            how.modality == "scheduled" and _supposed(token, how) and not self.sides.own_words(how.token, actors)
        ):
            return None
        if how.declined_by is not None and how.modality == "declined" and rule.type != "CONSULT":
            return None
        actors, targets, mutual = self.sides.sort(token, rule, obj, actors, passive=passive)
        actors = [p for p in actors if may_act(p, rule)]
        if not actors or not targets:
            return None
        actors, targets = self.sides.completed(actors, targets)
        if not actors or not targets or not any(a.code != t.code for a in actors for t in targets):
            return None
        kind, mode, how = turned(token, rule, how, subject, own=self.sides.own_words(how.token, actors))
        cluster = self._cluster(token, how, obj if rule.objects and rule.type != "REJECT" else None)
        date = self._date(token, rule, how, cluster)
        self._consume(token, rule, obj)
        start, end = self._span(token, subject, obj, actors, targets)
        modality = how.modality
        if rule.type == "CONSULT" and (token.lemma in {"due", "expect", "schedule"} or self._leaving(token, modality)):
            modality = "scheduled"
        if rule.type == "CONSULT" and token.lemma in {"skip", "shun"}:
            modality = "declined"
        if modality == "scheduled":
            date = self._turned_week(date, ahead=True)
        elif modality == "happened":
            date = self._turned_week(date, ahead=False)
        return Act(kind, mode, tuple(actors), tuple(targets), modality, date, mutual, start, end)

    def _leaving(self, token: Any, modality: str) -> bool:
        """The present of a journey is its plan: "leaves for Moscow on Sunday"."""
        return (
            modality == "happened"
            and token.tag in {"VBZ", "VBP"}
            and token.lemma in _JOURNEYS
            and not any(c.dep == "aux" for c in token.children)
        )

    def _turned_week(self, date: Period | None, *, ahead: bool) -> Period | None:
        """A weekday of something planned lies ahead, of something done behind, whatever the words around it seemed to say."""
        published = self.story.published
        weekday = any(t.period == date and t.kind == "weekday" for t in self.sentence.times)
        if date is None or published is None or not weekday:
            return date
        if (ahead and date.end >= published.start) or (not ahead and date.start <= published.end):
            return date
        shift = timedelta(days=7 if ahead else -7)
        return Period(date.start + shift, date.end + shift)

    def _cluster(self, token: Any, how: Standing, obj: Any) -> list[Any]:
        """The tokens whose times are the act's: verb, light verb, raising verbs above it."""
        cluster = [token]
        node = token
        while node not in (how.token, node.head):
            node = node.head
            if node.lemma not in SAYING:
                cluster.append(node)
        if obj is not None:
            cluster.append(obj)
        if token.dep == "acomp":
            cluster.append(token.head)
        if token.dep == "pcomp" and token.head.lower in {"by", "after", "on"}:
            cluster.append(token.head.head)
        if token.dep == "conj" and token.head.pos == "VERB" and token.i - token.head.i < 4:
            cluster.append(token.head)
        return cluster

    def _date(self, token: Any, rule: Rule, how: Standing, cluster: list[Any]) -> Period | None:
        if rule.type == "SUPPORT":
            anniversary = anniversary_of(self.sentence, self.story, token)
            if anniversary is not None:
                return anniversary
        date, time = date_of(self.sentence, cluster)
        if date is None:
            date = years_apart(self.sentence, self.story, token)
        if time is not None and rule.mode in _ABOUT_ACTS and self._of_what_is_praised(token, time):
            date = None
        if "year" in rule.flags:
            years = [
                t.period
                for t in self.sentence.times
                if t.period is not None and t.period.whole_years and t.period.precision == "year"
            ]
            written = _YEAR.search(self.sentence.text, token.idx)
            return years[0] if years else Period.of_year(int(written[0])) if written else date
        if date is None and how.modality == "declined":
            date, _ = date_by_place(self.sentence, 0, len(self.sentence.text))
        return date

    def _of_what_is_praised(self, token: Any, time: TimeMention) -> bool:
        """A month behind an act that is praised or blamed dates that act: "hailed the visit in October"."""
        nouns = noun_rules()
        between = (t for t in self.sentence.tokens if token.idx < t.idx < time.start)
        vague = time.period is not None and time.period.days > 7
        return vague and any(t.pos == "NOUN" and t.lemma in nouns for t in between)

    def _consume(self, token: Any, rule: Rule, obj: Any) -> None:
        self.used.add(token.i)
        if obj is not None and rule.objects is not None:
            self.used |= {t.i for t in (obj, *obj.children) if t.pos in {"NOUN", "PROPN"}}
        if rule.type in _CONTENT:
            for child in token.children:
                if child.dep in {"xcomp", "ccomp", "dobj", "prep"}:
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

    def _in_words(
        self,
        token: Any,
        speaker: Any,
        said: Any,
        actors: list[Party],
        targets: list[Party],
        kind: tuple[EventType, str],
        modality: EventModality,
    ) -> Act:
        """The act, type and rule, that the words of a speaker are."""
        start, end = self._span(token, speaker, said, actors, targets)
        date, _ = date_of(self.sentence, [token])
        return Act(*kind, tuple(actors), tuple(targets), modality, date, mutual=False, start=start, end=end)

    def _refusal(self, token: Any) -> Act | None:
        """What the speaker says that he himself will not do: "said it would not meet the demands of Kenya"."""
        for child in token.children:
            aux = {c.lower for c in child.children if c.dep in {"aux", "neg"}}
            if child.dep != "ccomp" or child.pos != "VERB" or not aux & {"will", "would", "wo"} or not aux & _NOT:
                continue
            subject = next((c for c in child.children if c.dep == "nsubj"), None)
            rules = verb_rules().get(child.lemma, [])
            if (
                subject is None
                or subject.lower not in {"it", "he", "she", "they", "we"}
                or (rules[:1] and (rules[0].type in HOSTILE or child.lemma in ATTENDING))
            ):
                continue
            actors, speaker, passive = self.roles.actors(token)
            how = standing(token)
            actors = [p for p in actors if p.code and p.kind in STATELY]
            if passive or how is None or how.modality != "happened" or len({p.code for p in actors}) != 1:
                continue
            heads = [object_of(child), *(inner for _, inner in prepositions(child, {"to", "with", "for", "from"}))]
            mine = {p.code for p in actors}
            found = (self.parties.of(h, any_noun=h.lemma in CLASSES["PROPOSAL"]) for h in heads if h is not None)
            targets = [p for parties in found for p in parties if p.code and p.code not in mine][:1]
            if targets:
                return self._in_words(token, speaker, child, actors, targets, ("REJECT", "refuse"), "happened")
        return None

    def _charge(self, token: Any) -> Act | None:
        """A wrong that another is said to do: "said that Kenya was violating the treaty"."""
        for child in token.children:
            if child.dep != "ccomp" or child.lemma not in WRONGS or any(c.dep == "neg" for c in child.children):
                continue
            told, subject, passive = self.roles.actors(token)
            doer = next((c for c in child.children if c.dep == "nsubj"), None)
            how = standing(token)
            if passive or how is None or how.modality != "happened" or doer is None:
                continue
            actors = [p for p in told if p.code and p.kind in STATELY]
            targets = [p for p in self.parties.of(doer) if p.code and p.code not in {a.code for a in actors}]
            if actors and targets:
                return self._in_words(token, subject, child, actors, targets, ("ACCUSE", "accuse"), "happened")
        return None

    def _demand(self, token: Any) -> Act | None:
        """A demand on whoever must: "said that Kenya must release the crew"."""
        for child in token.children:
            if child.dep != "ccomp" or not any(c.lower in {"must", "should", "ought"} for c in child.children):
                continue
            actors, subject, passive = self.roles.actors(token)
            owed = next((c for c in child.children if c.dep == "nsubj"), None)
            how = standing(token)
            if passive or how is None or owed is None:
                continue
            mine = {p.code for p in actors}
            targets = [p for p in self.parties.of(owed) if p.code and p.code not in mine]
            actors = [p for p in actors if p.code and p.kind in STATELY]
            if actors and targets:
                return self._in_words(token, subject, child, actors, targets, ("REQUEST", "demand"), how.modality)
        return None
