"""What a sentence names: countries, people, state media, places, and the pair that it speaks of, with what the story told before."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from tieline.model import lazy_re as re
from tieline.model.countries import country, lookup
from tieline.read.acts.aliases import aliases, whole
from tieline.read.acts.grammar import domain_of
from tieline.read.frames.frames import Memory, memory_pair
from tieline.read.names.mentions import Mention
from tieline.read.names.outlets import Outlet, find_outlets
from tieline.read.names.shared_bodies import BODIES, bodies_in, bodies_owned
from tieline.read.story.document import PRESS_CITIES, Sentence, Story, trades
from tieline.read.story.people import People, Person
from tieline.read.story.protagonists import protagonists
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import GROUP, GROUPS, PAIR
from tieline.read.words.cities import cities_in

_TWO = 2
_BESIDE = 6
"""Characters behind "the two" in which their names stand."""
_BEHIND = 60
"""Characters behind "the two premiers" in which both are named, each with his country."""
_MEMBER = re.compile(
    r"[ -](?:country|nation|member|producer)\b|[ -](?:countries|nations|members|states) (?=[A-Z])"
    r"|,? (?:and|or) (?:the )?[A-Z][A-Za-z]+[ -](?:country|nation|member|countries|nations|members|states) (?=[A-Z])"
)
ADJOINED = re.compile(
    r"[-‑–](?:made|built|born|speaking|style|language|designed|era|dominated|majority|aligned|backed|allied|bound|brokered|sponsored|funded)"
)
"""What makes of a country no party: "Chinese-made"."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted upon; `code` is None for an official whose country the phrase leaves open.

    `told` is false where the country is concluded.  `kind` is `state` (a country by name), `person`, `organ` (a ministry, an army), `media`, `armed`, `crowd` or `other`.
    """

    code: str | None
    person: str | None
    start: int
    end: int
    kind: str = "state"
    told: bool = True


class Named(ABC):
    """The names of one sentence and who they stand for."""

    def __init__(self, sentence: Sentence, story: Story, memory: Memory, people: People) -> None:
        """Bind the sentence to what the story has told so far."""
        self.sentence, self.story, self.memory, self.people = sentence, story, memory, people
        self.persons: list[Person] = people.find(sentence)
        self.groups = [
            Mention(f.start(), f.end(), GROUPS[f.group()], "abbreviation")
            for f in GROUP.finditer(sentence.text)
            if f.group() not in BODIES and not any(m.start < f.end() and f.start() < m.end for m in sentence.mentions)
        ]
        if memory.bodies is None:
            memory.bodies = bodies_owned((s.text, s.mentions) for s in story.sentences)
        home = story.scene or story.home
        home = home if home is not None and (home not in PRESS_CITIES or home == "GBR") else None
        self.groups += bodies_in(sentence.text, sentence.mentions, memory.bodies, home, story.counts)
        if memory.aliases is None:
            memory.aliases = aliases(story)
        for name, code in memory.aliases.items():
            self.groups += [Mention(f.start(), f.end(), code, "abbreviation") for f in whole(name, sentence.text)]
        named = (m for m in (*sentence.mentions, *self.groups) if not _is_of_a_member(m, sentence.text))
        self.named = sorted(named, key=lambda m: m.start)

    @cached_property
    def media(self) -> list[tuple[int, int, Outlet]]:
        """The media of states that the sentence names."""
        return [(start, end, outlet) for start, end, outlet in find_outlets(self.sentence.text) if outlet.state]

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

    @abstractmethod
    def of(self, token: Token, *, any_noun: bool = False) -> list[Party]:
        """The parties of a phrase by its head, those joined by "and" included."""

    def settle(self, words: str, code: str) -> None:
        """Keep in mind whose official somebody is, for what else the sentence and the story tell of him."""
        self.people.settle(words, code)
        self.persons = [replace(p, country=code) if p.words == words and p.country is None else p for p in self.persons]

    def unplaced(self, party: Party) -> bool:
        """A person whose country the story has not told, whatever was taken for it."""
        person = next((p for p in self.persons if p.start == party.start), None)
        return party.kind == "person" and person is not None and person.country is None

    def named_at(self, token: Token) -> Mention | None:
        """The country or the group with a name that a token belongs to."""
        return next((m for m in self.named if m.start <= token.idx < m.end), None)

    def sole_other(self, token: Token, mine: set[str | None]) -> str | None:
        """The one country that the sentence names behind a word, if there is only one besides the actor's."""
        aside = [
            range(c.left_edge.idx, c.right_edge.idx + 1)
            for c in token.children
            if c.dep == "advcl" and c.tag == "VBG" and c.i > token.i
        ]  # "objected to the barter, saying that it would hurt Chad"
        named = [m for m in self.named if not any(m.start in part for part in aside)]
        others = {m.code for m in named if m.code not in mine and not ADJOINED.match(self.sentence.text, m.end)}
        behind = {m.code for m in named if m.start > token.idx and not m.place}
        return next(iter(others)) if len(others) == 1 and others & behind else None

    def other(self, code: str | None) -> str | None:
        """The other country of the pair that is spoken of; None where several could be meant."""
        for pair in (self.pair, self.story.pair, self.memory.pair):
            if pair and code in pair:
                return pair[1] if pair[0] == code else pair[0]
        return None

    @cached_property
    def protagonists(self) -> frozenset[str]:
        """The countries that act or own something in the story, whatever it names as a place or a topic."""
        if self.memory.protagonists is None:
            self.memory.protagonists = protagonists(self.story.sentences)
        return self.memory.protagonists

    def home_of_other(self, known: str | None, *, hosting: bool = False) -> str | None:
        """The country of somebody whose own is not told, who faces a known one: the other protagonist, else where the story is told.

        Who receives another, or meets "his Kenyan counterpart", is at home in the capital where he does.
        """
        other = self.other(known)
        if other is not None and (other in self.protagonists or (self._in_capital(other) and hosting)):
            return other
        home = self.story.scene or self.story.home
        if home is None or home == known or not trades(home):
            return None
        return home if home not in PRESS_CITIES or home in self.protagonists else None

    def _in_capital(self, code: str) -> bool:
        """The sentence is set in the capital of a country, where the press of the world does not sit."""
        return code not in PRESS_CITIES and any(m.code == code and self._located(m) for m in self.named)

    def other_of_all(self, codes: AbstractSet[str | None]) -> str | None:
        """The other country of the pair for several who act alike; None where each would have one of his own.

        The order of a set must decide nothing.
        """
        others = {other for code in codes if (other := self.other(code)) and other not in codes}
        return next(iter(others)) if len(others) == 1 else None

    def both_before(self, token: Token) -> bool:
        """Two countries are named before a word, or spoken of as "the two"."""
        before = self.sentence.text[: token.idx]
        return bool(PAIR.search(before)) or len({m.code for m in self.named if m.end <= token.idx}) >= 2

    def both(self, start: int, end: int) -> list[Party]:
        """Both countries of the pair, for words at a place; a third country named behind them is none of the two."""
        pair, own = self.pair, self.story.pair
        before = {m.code for m in self.named if m.end <= start and not m.place and not self._located(m)}
        beside = any(end <= m.start <= end + _BESIDE for m in self.named)  # "the two, Kenya and Peru"
        if (
            pair
            and own
            and len({*pair, *own}) == len(own) + 1
            and len(before) < len(own)
            and before <= {*own}
            and not beside
        ):
            pair = own if any(m.start >= end and m.code in {*pair} - {*own} for m in self.sentence.mentions) else pair
        if pair is None:  # "when Vella received Lind, the two signed"
            told = [p.country for p in self.persons if p.country and p.end <= start] + [
                m.code for m in self.named if m.end <= start
            ]
            behind = [m.code for m in self.named if end <= m.start <= end + _BEHIND and not m.place]
            here = list(dict.fromkeys(told)) or list(
                dict.fromkeys(behind)
            )  # "the two premiers, A of Malta and B of Peru"
            pair = (here[0], here[1]) if len(here) == _TWO else None
        return [Party(code, None, start, end) for code in pair or ()]

    def event_place(self, token: Token, mine: set[str | None]) -> Party | None:
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

    def here(self) -> str | None:
        """Whose official it is that has no country, where the sentence begins with one of the pair's capitals: "In Lima, ..."."""
        found = next((m for m in self.named if m.use == "capital"), None)
        leads = (
            found is not None
            and self.sentence.text[: found.start] == "In "
            and self.sentence.text[found.end :][:1] == ","
        )
        return found.code if found is not None and leads and found.code in (self.story.pair or ()) else None

    def home(self) -> str | None:
        """Whose official it is that has no country: the one where the story was filed, if the story is about it."""
        code = self.dateline
        return code if code and code in (self.story.pair or ()) else None

    @cached_property
    def cities(self) -> list[Party]:
        """The cities of the sentence, each as its country."""
        return [Party(code, None, a, b) for a, b, code in cities_in(self.sentence.text)]

    def around(self, verb: Token, without: set[str | None]) -> list[Party]:
        """The country in whose land or on whose people something is done: the first one behind a verb, in its own clause."""
        inner = sorted((t for t in domain_of(verb) if t.i > verb.i), key=lambda t: t.i)
        for token in inner:
            mention = self.named_at(token)
            if (
                mention is not None
                and mention.code not in without
                and not ADJOINED.match(self.sentence.text, mention.end)
            ):
                return [Party(mention.code, None, mention.start, mention.end)]
            city = next((c for c in self.cities if c.start <= token.idx < c.end), None)
            if city is not None and city.code not in without:
                return [city]
        called = next(
            (c for c in verb.children if c.dep == "ccomp" and any(g.lower == "what" for g in c.children)), None
        )
        if called is not None and called.lemma in {
            "call",
            "describe",
            "say",
            "term",
        }:  # "raided what Lima called a base in Chad"
            behind = (m for m in self.named if called.idx < m.start < called.right_edge.idx + len(called.right_edge))
            return [Party(m.code, None, m.start, m.end) for m in behind if m.code not in without][:1]
        return []

    def place(self, token: Token) -> Party | None:
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


def _is_of_a_member(mention: Mention, text: str) -> bool:
    """An organisation's name that tells which country is meant, not the organisation: "the OPEC country"."""
    return _MEMBER.match(text, mention.end) is not None and country(mention.code).kind == "organisation"
