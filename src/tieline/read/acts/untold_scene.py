"""What all words of a sentence are judged by that may tell an act which no rule has told: who is named, who is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from tieline.model.claims import Event
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.votes import kind_of
from tieline.read.story.document import Sentence, Story
from tieline.read.syntax.tokens import Token
from tieline.read.words.act_cues import cues
from tieline.read.words.actors import ARMED, CROWDS, PRIVATE, STATE_NOUNS
from tieline.read.words.acts import noun_rules

_MOST: Final = 6
_STEM: Final = 5
KINDS: Final = (("armed", ARMED), ("a crowd", CROWDS), ("of a state", STATE_NOUNS), ("private", PRIVATE))


class Word(NamedTuple):
    """What a word is, whatever stands around it; `kind` is the type that it tells by itself."""

    lemma: str
    tag: str
    dep: str
    pos: str
    kind: str

    def marks(self) -> tuple[str, ...]:
        """What speaks for an act by the word alone."""
        lemma, kind = self.lemma, self.kind
        return (
            f"word {lemma}",
            f"stem {lemma[:_STEM]}",
            f"tag {self.tag}",
            f"dep {self.dep}",
            f"kind {kind}",
            f"kind {kind} {self.pos}",
        )


def may_tell(token: Token) -> bool:
    """A verb, or a noun that is the name of a deed."""
    if token.pos == "VERB":
        return True
    return token.pos == "NOUN" and (token.lemma in noun_rules() or token.lemma in cues())


class Surroundings:
    """What all words of a sentence are judged by."""

    def __init__(self, parties: Parties, told: Sequence[Event], used: Iterable[int]) -> None:
        """Bind the sentence's parties, the acts that rules have told of it, and the words of those."""
        self.parties, self.told, self.used = parties, told, frozenset(used)
        self.sentence: Sentence = parties.sentence
        self.story: Story = parties.story
        self._of: dict[int, list[Party]] = {}
        self._kinds: dict[int, str] = {}

    def kind(self, token: Token) -> str:
        """The type that a word tells by itself."""
        if token.i not in self._kinds:
            found = kind_of(token)
            self._kinds[token.i] = found[0] if found is not None else "none"
        return self._kinds[token.i]

    def of(self, token: Token) -> list[Party]:
        """The parties of a phrase."""
        if token.i not in self._of:
            self._of[token.i] = [p for p in self.parties.of(token) if p.code not in {None, "WLD"}]
        return self._of[token.i]

    @cached_property
    def here(self) -> dict[str, Party]:
        """Who is named here, by the first name of each: countries, organisations, people whose country is known."""
        found: dict[str, Party] = {}
        for mention in self.parties.named:
            if mention.code != "WLD":
                found.setdefault(mention.code, Party(mention.code, None, mention.start, mention.end))
        for person in self.parties.persons:
            if person.country:
                found.setdefault(
                    person.country, Party(person.country, person.words, person.start, person.end, "person")
                )
        for start, end, outlet in self.parties.media:
            if outlet.state:
                found.setdefault(outlet.state, Party(outlet.state, self.sentence.text[start:end], start, end, "media"))
        return found

    @cached_property
    def carried(self) -> list[str]:
        """Who is not named here but spoken of: the two of the story, of the acts told before, who is the subject."""
        memory = self.parties.memory
        last = [code for event, _ in reversed(memory.acts) for code in (event.actor, event.target)]
        said = [code for code in (*(self.story.pair or ()), *(self.parties.pair or ()), *last, memory.subject) if code]
        return [code for code in dict.fromkeys(said) if code not in self.here and code != "WLD"]

    @cached_property
    def codes(self) -> list[str]:
        """All who may act."""
        return [*self.here, *self.carried][:_MOST]

    def word(self, token: Token) -> Word:
        """What a word is by itself."""
        return Word(token.lemma, token.tag, token.dep, token.pos, self.kind(token))

    @cached_property
    def of_sentence(self) -> tuple[str, ...]:
        """What speaks for and against an act by whatever word of the sentence."""
        memory = self.parties.memory
        marks = [
            f"named {min(len(self.here), 3)}",
            f"told here {min(len(self.told), 2)}",
            f"acts before {min(len(memory.acts), 3)}",
            f"place {min(self.sentence.index, 4)}",
            f"times {min(len(self.sentence.times), 2)}",
            "of a pair" if self.story.pair is not None else "of no pair",
        ]
        if any(t.role == "point" for t in self.sentence.times):
            marks.append("a day")
        if memory.acts:
            marks += [f"last act {memory.acts[-1][0].type}", *{f"act before {event.type}" for event, _ in memory.acts}]
        marks += {f"told here {event.type}" for event in self.told}
        if self.sentence.figures:
            marks.append("figures")
        return tuple(marks)
