"""Which country a phrase stands for when it acts or is acted upon: a state, its officials and arms, its media, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from tieline.model.countries import country, lookup
from tieline.read.act_modality import SAYING
from tieline.read.act_places import cities_in
from tieline.read.act_words import (
    ARMED,
    COUNTING,
    CROWDS,
    DAYS,
    GROUP,
    GROUPS,
    JOINT_BODIES,
    MEDIA_NOUNS,
    OTHER,
    PAIR,
    PEOPLES,
    PERSONAL,
    PRIVATE,
    RELATIVES,
    STATE_NOUNS,
    STATE_RUN,
    THINGS,
)
from tieline.read.frame_memory import of_kind
from tieline.read.frames import Memory, memory_pair
from tieline.read.mentions import Mention
from tieline.read.outlets import find_outlets
from tieline.read.people import People, Person
from tieline.read.people_words import LEADERS
from tieline.read.story import Sentence, Story


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted upon; `code` is None for an official whose country the phrase leaves open.

    `kind` is `state` (a country by name), `person`, `organ` (a ministry, an army), `media`, `armed`, `crowd` or `other`.
    """

    code: str | None
    person: str | None
    start: int
    end: int
    kind: str = "state"


class Parties:
    """Finds parties in one sentence."""

    def __init__(self, sentence: Sentence, story: Story, memory: Memory, people: People) -> None:
        """Bind the sentence to what the story has told so far."""
        self.sentence, self.story, self.memory, self.people = sentence, story, memory, people
        self.persons: list[Person] = people.find(sentence)
        self.groups = [
            Mention(f.start(), f.end(), GROUPS[f.group()], "abbreviation")
            for f in GROUP.finditer(sentence.text)
            if not any(m.start < f.end() and f.start() < m.end for m in sentence.mentions)
        ]
        self.media = [(a, b, o) for a, b, o in find_outlets(sentence.text) if o.state]
        self.named = sorted([*sentence.mentions, *self.groups], key=lambda m: m.start)

    @cached_property
    def pair(self) -> tuple[str, str] | None:
        """The two countries meant by "the two countries" here."""
        here, own = memory_pair(self.memory, self.sentence), self.story.pair
        named = {m.code for m in self.sentence.mentions if not m.place and not self._located(m)}
        if own and here and len(named) != 2 and len({*own, *here}) == 3:
            return own  # one of them was spoken of with a third country on the side
        return here or own

    def _located(self, mention: Mention) -> bool:
        """A capital that is only where something was done: "in Jakarta"."""
        return (
            mention.use == "capital"
            and re.search(r"(?:^In|\bin|\bat) $", self.sentence.text[: mention.start]) is not None
        )

    def of(self, token: Any, *, any_noun: bool = False) -> list[Party]:
        """The parties of a phrase by its head, those joined by "and" included."""
        found: list[Party] = self._of_one_office(token)
        if found:
            return found
        for head in (token, *_joined(token)):
            found += self._one(head, any_noun=any_noun)
        return list({(p.code, p.person): p for p in found}.values())

    def _one(self, token: Any, *, any_noun: bool) -> list[Party]:
        if token.pos == "PRON" or (token.tag == "WDT"):
            return self._pronoun(token, any_noun=any_noun)
        if token.text in DAYS:
            named = next((c for c in reversed(token.lefts) if c.dep in {"compound", "nmod", "poss"}), None)
            return self._one(named, any_noun=any_noun) if named is not None else []
        person = next((p for p in self.persons if p.start <= token.idx < p.end), None)
        if person is None and token.pos == "PROPN":
            beside = next((c.idx for c in token.children if c.dep == "appos" and c.i > token.i), None)
            person = next(
                (p for p in self.persons if beside is not None and p.country and p.start <= beside < p.end), None
            )
        if person is not None:
            return [
                Party(person.country or self._here() or self._home(), person.words, person.start, person.end, "person")
            ]
        appositions = {c.idx for c in token.children if c.dep == "appos"} if token.lemma in MEDIA_NOUNS else set()
        for start, end, outlet in self.media:
            if start <= token.idx < end or any(start <= a < end for a in appositions):
                return [Party(outlet.state, self.sentence.text[start:end], start, end, "media")]
        mention = self.named_at(token)
        if mention is not None and (
            mention.use != "adjective" or token.dep not in {"amod", "compound", "nmod", "poss"}
        ):
            return [
                Party(
                    mention.code,
                    None,
                    mention.start,
                    mention.end,
                    "crowd" if mention.use == "demonym" and mention.code not in PEOPLES else "state",
                )
            ]
        return self._noun(token, any_noun=any_noun)

    def _of_one_office(self, token: Any) -> list[Party]:
        """Two who hold the same office, each in one of the two countries: "Foreign ministers Ana Vella and Bo Lind"."""
        offices = [token] if token.tag in {"NNS", "NNPS"} else [c for c in token.children if c.dep == "compound"]
        if not any(o.tag in {"NNS", "NNPS"} and o.lemma in _OFFICES for o in offices) or self.pair is None:
            return []
        if token in offices:  # "ministers" with both names beside it
            token = next((c for c in token.children if c.dep == "appos" and c.pos == "PROPN"), token)
        other = [c for c in token.children if c.dep == "conj" and c.pos == "PROPN"]
        if token.pos != "PROPN" or len(other) != 1 or any(c.dep == "conj" for c in other[0].children):
            return []
        known = [self._known(one) for one in (token, other[0])]
        first, second = self.pair if known[0] != self.pair[1] and known[1] != self.pair[0] else self.pair[::-1]
        if any(code not in {None, *self.pair} for code in known):
            return []
        sides = ((first, token), (second, other[0]))
        return [
            Party(
                code, self.sentence.text[one.left_edge.idx : one.idx + len(one)], one.idx, one.idx + len(one), "person"
            )
            for code, one in sides
        ]

    def _known(self, token: Any) -> str | None:
        person = next((p for p in self.persons if p.start <= token.idx < p.end), None)
        return person.country if person is not None else None

    def settle(self, words: str, code: str) -> None:
        """Keep in mind whose official somebody is, for what else the sentence and the story tell of him."""
        self.people.settle(words, code)
        self.persons = [replace(p, country=code) if p.words == words and p.country is None else p for p in self.persons]

    def unplaced(self, party: Party) -> bool:
        """A person whose country the story has not told, whatever was taken for it."""
        person = next((p for p in self.persons if p.start == party.start), None)
        return party.kind == "person" and person is not None and person.country is None

    def named_at(self, token: Any) -> Mention | None:
        """The country or the group with a name that a token belongs to."""
        return next((m for m in self.named if m.start <= token.idx < m.end), None)

    def _pronoun(self, token: Any, *, any_noun: bool) -> list[Party]:
        word = token.lower
        if word in RELATIVES:
            clause = next((a for a in token.ancestors if a.dep == "relcl"), None)
            return self.of(clause.head, any_noun=any_noun) if clause is not None and clause.head != token else []
        if word in PERSONAL:
            ahead = self._cataphor(token)
            if ahead:
                return ahead
            person = self.people.before(self.sentence, token.idx, but=_subject_range(token))
            if person is None:
                return []
            return [Party(person.country or self._home(), person.words, token.idx, token.idx + len(token), "person")]
        if word in THINGS:
            if word in {"they", "them"} and self._both_before(token):
                return self._both(token.idx, token.idx + len(token))
            code = self.subject_before(token)
            return [Party(code, None, token.idx, token.idx + len(token))] if code else []
        if word in {"we", "us"}:
            return self.speaker(token)
        found = PAIR.match(self.sentence.text, token.idx)
        if word in {"both", "each"}:
            return self._both(found.start(), found.end()) if found else self._both(token.idx, token.idx + len(token))
        return []

    def speaker(self, token: Any) -> list[Party]:
        """Who "we" is: the one who says the sentence."""
        for verb in token.doc:
            if verb.lemma in SAYING and verb.pos == "VERB":
                for child in verb.children:
                    if (
                        child.dep in {"nsubj", "dobj", "npadvmod"}
                        and child.pos in {"NOUN", "PROPN"}
                        and abs(child.i - verb.i) < 12
                    ):
                        found = [p for p in self.of(child) if p.kind in {"person", "organ", "state"}]
                        if found:
                            return found
        return []

    def sole_other(self, token: Any, mine: set[str | None]) -> str | None:
        """The one country that the sentence names behind a word, if there is only one besides the actor's."""
        others = {m.code for m in self.named if m.code not in mine and not _ADJOINED.match(self.sentence.text, m.end)}
        behind = {m.code for m in self.named if m.start > token.idx and not m.place}
        return next(iter(others)) if len(others) == 1 and others & behind else None

    def event_place(self, token: Any, mine: set[str | None]) -> Party | None:
        """Where the event is that someone won't attend: the last capital or place named before, here or a sentence ago."""
        for sentence in (self.sentence, *(s for s in self.story.sentences if s.index == self.sentence.index - 1)):
            here = sentence.index == self.sentence.index
            limit = token.idx if here else len(sentence.text)
            found = [
                m
                for m in sentence.mentions
                if m.end <= limit and m.code not in mine and (m.place or m.use in {"capital", "seat"})
            ]
            if found:
                last = found[-1]
                return (
                    Party(last.code, None, last.start, last.end)
                    if here
                    else Party(last.code, None, token.idx, token.idx + len(token))
                )
        return None

    def _cataphor(self, token: Any) -> list[Party]:
        """Who "his" stands for where he comes after it: "during his visit to Riga, the Moldovan president ..."."""
        if token.dep != "poss" or any(p.end <= token.idx for p in self.persons):
            return []
        verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        subject = (
            next((c for c in verb.children if c.dep == "nsubj" and c.i > token.i), None) if verb is not None else None
        )
        return (
            [p for p in self.of(subject) if p.kind == "person"] if subject is not None and subject.pos != "PRON" else []
        )

    def subject_before(self, token: Any) -> str | None:
        """The country that "it" stands for: the subject of an earlier clause here, else that of the sentence before."""
        for other in token.doc[: token.i]:
            if other.dep in {"nsubj", "nsubjpass"} and other.pos != "PRON":
                mention = self.named_at(other)
                if mention is not None and mention.use != "demonym":
                    return mention.code
                left = [m.code for m in self.named if other.left_edge.idx <= m.start < other.idx]
                if left:
                    return left[0]
        return self.memory.subject

    def _owner_before(self, token: Any, without: set[str | None]) -> str | None:
        """Whose "its" or "their" is: of the nearest subject before it that agrees in number, and is none of those `without`."""
        plural = token.lower == "their"
        for other in reversed(token.doc[: token.i]):
            if other.dep in {"nsubj", "nsubjpass"} and other.pos in {"NOUN", "PROPN"}:
                many = other.tag in {"NNS", "NNPS"} or any(c.dep == "conj" for c in other.children)
                if many == plural or (many and self.named_at(other) is not None):
                    codes = [p.code for p in self.of(other) if p.code]
                    if codes and not without.issuperset(codes):
                        return codes[0]
        return None

    def _both_before(self, token: Any) -> bool:
        before = self.sentence.text[: token.idx]
        return bool(PAIR.search(before)) or len({m.code for m in self.named if m.end <= token.idx}) >= 2

    def _both(self, start: int, end: int) -> list[Party]:
        return [Party(code, None, start, end) for code in self.pair or ()]

    def _noun(self, token: Any, *, any_noun: bool) -> list[Party]:
        text, left = self.sentence.text, token.left_edge
        start, end = left.idx, token.idx + len(token)
        lemma = token.lemma if token.tag != "NNPS" else token.lower.removesuffix("s")
        both = PAIR.match(text, start)
        if both and (both.end() >= end or lemma in STATE_NOUNS):
            return self._both(start, end)
        if lemma in JOINT_BODIES and any(t.lower in {"joint", "bilateral", "intergovernmental"} for t in token.lefts):
            return self._both(start, end)
        inner = counted(token)
        if inner is not None:
            found = self.of(inner, any_noun=any_noun)
            people = lemma in _MANY and inner.tag in {"NNPS", "NNS"}  # "hundreds of Vietnamese"
            return [replace(p, kind="crowd") if people and p.kind == "state" else p for p in found]
        kind = _kind(lemma)
        if lemma == "bank" and any(t.lower in _OFFICIAL_BANKS for t in token.doc[left.i : token.i]):
            kind = "organ"
        if lemma in MEDIA_NOUNS and any(t.lower in STATE_RUN for t in token.doc[left.i : token.i]):
            kind = "media"
        if lemma in OTHER and kind == "other":
            kind = "organ"
        owners = self._owners(token) or self._led_by(token) or self._heads(token)
        if owners:
            if kind in {"other", "private", "crowd"} and all(country(owner).kind == "organisation" for owner in owners):
                kind = "organ"
            if kind == "other" and not any_noun:
                return []
            words = text[start:end] if kind in {"organ", "media"} else None
            return [Party(owner, words if len(owners) == 1 else None, start, end, kind) for owner in owners]
        described = self._described(token) if kind == "organ" and left.lower == "the" else None
        if described is not None:
            return [Party(described, None, start, end)]
        if kind == "organ" and lemma in OTHER:
            return [Party(None, text[start:end], start, end, kind)]
        if kind == "organ" and (left.lower in {"the", "its", "his", "her", "their"} or token.tag in {"NNP", "NNPS"}):
            possessive = left.lower in {"its", "his", "her", "their"} and left.dep == "poss"
            code = self._possessor(left) if possessive else None
            return [Party(code, text[start:end], start, end, kind)]
        return []

    def _described(self, token: Any) -> str | None:
        """The country of the story that a description fits: "the Gulf state", "the island"; "the bloc" is its one organisation."""
        if token.lemma == "bloc":
            blocs = [c for c in self.memory.countries if c != "WLD" and country(c).kind == "organisation"]
            return blocs[0] if len(blocs) == 1 else None
        if token.lemma not in _KINDS_OF_STATE:
            return None
        return of_kind(self.sentence.text[token.left_edge.idx : token.idx + len(token)], self.memory)

    def _possessor(self, token: Any) -> str | None:
        if token.lower in {"his", "her"}:
            person = self.people.before(self.sentence, token.idx)
            return person.country if person else None
        return self.subject_before(token)

    def _led_by(self, token: Any) -> list[str]:
        """The country of a government named after its head ("the Bush administration"), or of a group's part ("the Hamas wing")."""
        if token.lemma not in {"administration", "government", "regime", "cabinet"}:
            return []
        return [LEADERS[c.text] for c in token.children if c.dep in {"compound", "poss", "nmod"} and c.text in LEADERS]

    def _owners(self, token: Any) -> list[str]:
        """The country in front of a noun ("Russia's foreign ministry"), or behind its "of" ("the government of Chad").

        Several where they are joined: "French and Egyptian warships".
        """
        left = [m for m in self.named if token.left_edge.idx <= m.start < token.idx and not m.place]
        if left:
            text = self.sentence.text
            owners = [left[0].code]
            for before, after in pairwise(left):
                if not re.fullmatch(r"(?:['’]s)?(?:,|,? and)\s+(?:the\s+)?", text[before.end : after.start]):
                    break
                owners.append(after.code)
            return owners
        for child in token.children:
            speaks = child.lower == "for" and token.lemma in _SPOKESMEN
            here = child.lower == "in" and (token.lemma in CROWDS or token.lemma in ARMED or token.lemma in _RULERS)
            if child.dep == "prep" and (child.lower in {"of", "from"} or speaks or here):
                for obj in child.children:
                    if obj.dep == "pobj":
                        if PAIR.match(self.sentence.text, obj.left_edge.idx):
                            return list(self.pair or ())
                        mention = self.named_at(obj)
                        if mention is None:
                            inner = self._owners(obj)
                            if inner:
                                return inner
                            continue
                        joined = [m.code for j in _joined(obj) if (m := self.named_at(j)) is not None]
                        return list(dict.fromkeys((mention.code, *joined)))
        return []

    def _heads(self, token: Any) -> list[str]:
        """The country of who leads a group, or lays or fires a weapon: "a delegation led by Kenya's minister", "a rocket fired from Gaza"."""
        for clause in token.children:
            if clause.dep != "acl" or clause.tag != "VBN" or clause.lemma not in _LED_OR_FIRED:
                continue
            for word, inner in ((c.lower, o) for c in clause.children if c.dep in {"agent", "prep"} for o in c.children):
                if inner.dep != "pobj":
                    continue
                found = self.of(inner) if word == "by" else [self.place(inner)] if word == "from" else []
                codes = [p.code for p in found if p is not None and p.code]
                if codes:
                    return codes[:1]
        return []

    def _here(self) -> str | None:
        """Whose official it is that has no country, where the sentence begins with one of the pair's capitals: "In Lima, ..."."""
        found = next((m for m in self.named if m.use == "capital"), None)
        leads = (
            found is not None
            and self.sentence.text[: found.start] == "In "
            and self.sentence.text[found.end :][:1] == ","
        )
        return found.code if found is not None and leads and found.code in (self.story.pair or ()) else None

    def _home(self) -> str | None:
        """Whose official it is that has no country: the one where the story was filed, if the story is about it."""
        code = self.dateline
        return code if code and code in (self.story.pair or ()) else None

    def inside(self, token: Any, *, without: set[str | None] | None = None) -> list[Party]:
        """The countries anywhere in a phrase, relative clauses aside, by name, by person, or by pronoun."""
        skip = without or set()
        found: list[Party] = []
        for inner in _within(token):
            mention = self.named_at(inner)
            if mention is not None and _ADJOINED.match(self.sentence.text, mention.end):
                continue
            person = next((p for p in self.persons if p.start <= inner.idx < p.end), None)
            code = mention.code if mention else person.country if person else None
            if code is None and inner.lower in {"its", "their"} and inner.dep == "poss":
                code = self._owner_before(inner, skip)
            if code and code not in skip and all(p.code != code for p in found):
                a, b = (mention.start, mention.end) if mention else (inner.idx, inner.idx + len(inner))
                found.append(Party(code, None, a, b))
        return found

    @cached_property
    def cities(self) -> list[Party]:
        """The cities of the sentence, each as its country."""
        return [Party(code, None, a, b) for a, b, code in cities_in(self.sentence.text)]

    def around(self, verb: Any, without: set[str | None]) -> list[Party]:
        """The country in whose land or on whose people something is done: the first one behind a verb, in its own clause."""
        inner = sorted((t for t in domain_of(verb) if t.i > verb.i), key=lambda t: t.i)
        for token in inner:
            mention = self.named_at(token)
            if (
                mention is not None
                and mention.code not in without
                and not _ADJOINED.match(self.sentence.text, mention.end)
            ):
                return [Party(mention.code, None, mention.start, mention.end)]
            city = next((c for c in self.cities if c.start <= token.idx < c.end), None)
            if city is not None and city.code not in without:
                return [city]
        return []

    def place(self, token: Any) -> Party | None:
        """The country of a place: a country, a capital, a city with a name in the tables, "here"."""
        mention = self.named_at(token)
        if mention is not None:
            return Party(mention.code, None, mention.start, mention.end)
        if token.lower == "here":
            code = self.dateline
            return Party(code, None, token.idx, token.idx + 4) if code else None
        if token.lower == "there":
            before = [m for m in self.named if m.end <= token.idx and (m.place or m.use in {"capital", "seat"})]
            return Party(before[-1].code, None, token.idx, token.idx + 5) if before else None
        if token.pos == "PROPN":
            left = token.left_edge if all(t.pos == "PROPN" for t in token.doc[token.left_edge.i : token.i]) else token
            name = self.sentence.text[left.idx : token.idx + len(token)]
            found = lookup(name)
            if found is not None and found.candidates:
                codes = [c for c in found.candidates if c in self.story.counts] or list(found.candidates)
                if len(codes) == 1:
                    return Party(codes[0], None, left.idx, token.idx + len(token))
        return None

    @cached_property
    def dateline(self) -> str | None:
        """The country where the story was filed."""
        line = self.story.layout.dateline
        found = lookup(line.place.title()) if line and line.place else None
        return found.candidates[0] if found and len(found.candidates) == 1 else None

    def other(self, code: str | None) -> str | None:
        """The other country of the pair that is spoken of; None where several could be meant."""
        for pair in (self.pair, self.story.pair, self.memory.pair):
            if pair and code in pair:
                return pair[1] if pair[0] == code else pair[0]
        return None


_MANY = frozenset({"dozen", "hundred", "thousand", "score"})
_OFFICES = frozenset(
    {"minister", "president", "premier", "king", "leader", "chancellor", "secretary", "commander", "envoy", "governor"}
)
_LED_OR_FIRED = frozenset({"lead", "head", "fire", "launch", "lob", "plant", "lay", "throw", "drop"})
_KINDS_OF_STATE = frozenset(
    {"state", "country", "kingdom", "island", "emirate", "archipelago", "sheikhdom", "republic", "nation"}
)
_OFFICIAL_BANKS = frozenset({"central", "reserve", "national", "export", "import", "development", "eximbank"})
_RULERS = frozenset(
    [
        "prosecutor",
        "magistrate",
        "lawmaker",
        "deputy",
        "official",
        "parliament",
        "court",
        "authority",
        "police",
        "embassy",
        "government",
        "command",
        "commander",
        "force",
        "troop",
        "judge",
    ]
)
"""Who is a country's by standing in it: "a court in Guyana"."""
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "lawyer"})
_ADJOINED = re.compile(r"[-‑–](?:made|built|born|speaking|style|language|designed|era|dominated|majority)")


def _subject_range(token: Any) -> range:
    """Where no person stands for a pronoun: the subject of the verb that it is the object of, what leads in the clause of a subject."""
    verb = next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
    if verb is None or token.dep == "poss":
        return range(0)
    if token.dep in {"nsubj", "nsubjpass"}:  # "after talks with Belov, he said"
        leads = [c.left_edge.idx for c in verb.children if c.dep in {"advcl", "prep"} and c.i < token.i]
        return range(min(leads), token.idx) if leads else range(0)
    subject = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None and verb.dep == "conj":
        subject = next((c for c in verb.head.children if c.dep in {"nsubj", "nsubjpass"}), None)
    if subject is not None and subject.lower in RELATIVES and verb.dep == "relcl":
        return range(verb.head.left_edge.idx, verb.head.idx + len(verb.head))
    return range(subject.left_edge.idx, subject.right_edge.idx + 1) if subject is not None else range(0)


def counted(token: Any) -> Any:
    """What is counted: "diplomats" of "a group of diplomats"."""
    if token.lemma not in COUNTING:
        return None
    for child in token.children:
        if child.dep == "prep" and child.lower == "of":
            return next((o for o in child.children if o.dep == "pobj"), None)
    return None


def _kind(lemma: str) -> str:
    if lemma in ARMED:
        return "armed"
    if lemma in STATE_NOUNS and lemma not in {"man", "bank", "board"}:
        return "organ"
    if lemma in CROWDS:
        return "crowd"
    return "private" if lemma in PRIVATE else "other"


def _joined(token: Any) -> Iterator[Any]:
    for child in token.children:
        listed = (
            child.dep == "appos" and token.pos == child.pos == "PROPN" and any(c.dep == "conj" for c in child.children)
        )
        if listed or (child.dep == "conj" and child.pos in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}):
            yield child
            yield from _joined(child)


def domain_of(verb: Any) -> Iterator[Any]:
    """The words of a verb's own clause, without its subject, its agent and other clauses."""
    for child in verb.children:
        if child.dep in {"nsubj", "nsubjpass", "agent", "relcl", "ccomp", "advcl", "parataxis", "acl"}:
            continue
        if child.dep == "conj" and child.pos in {"VERB", "AUX"}:
            continue
        yield child
        yield from domain_of(child)


def _within(token: Any) -> Iterator[Any]:
    """The tokens of a phrase in order, without its relative and participial clauses."""
    for child in token.lefts:
        if child.dep != "relcl":
            yield from _within(child)
    yield token
    for child in token.rights:
        if child.dep not in {"relcl", "appos", "advcl"} and not any(
            c.lower == "to" and c.dep == "aux" for c in child.children
        ):
            yield from _within(child)
