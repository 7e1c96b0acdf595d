"""Words that may tell an act which no rule has told, and between whom: what speaks for each.

A word is weighed by what it is, what hangs on it and on what it hangs; a pair by where each of its two stands to the
word, and by what the story has told of them.  What the marks add up to is told in `untold`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Any, Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.claims import Event
from tieline.read.acts.doers import agent_of, subject_of
from tieline.read.acts.grammar import object_of
from tieline.read.acts.named import Party
from tieline.read.acts.parties import Parties
from tieline.read.acts.votes import kind_of
from tieline.read.story.document import Sentence, Story
from tieline.read.words.act_cues import cues
from tieline.read.words.actors import ARMED, CROWDS, PRIVATE, STATE_NOUNS
from tieline.read.words.acts import noun_rules

_MOST: Final = 6
_STEM: Final = 5
_STEPS: Final = 8
_QUOTES: Final = re.compile(r"[\"“”]")
_AUX: Final = frozenset({"aux", "auxpass", "neg", "prt", "mark"})
_ABOVE: Final = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "relcl", "conj", "pcomp", "pobj", "dobj", "nsubj", "nsubjpass", "attr"}
)
_KINDS: Final = (("armed", ARMED), ("a crowd", CROWDS), ("of a state", STATE_NOUNS), ("private", PRIVATE))


@dataclass(frozen=True, slots=True)
class Pair:
    """Who acts on whom, with the marks that speak for or against it; `places` are where the two are named, if they are."""

    actor: str
    target: str
    marks: dict[str, float]
    parties: tuple[Party | None, Party | None]


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


def may_tell(token: Any) -> bool:
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

    def kind(self, token: Any) -> str:
        """The type that a word tells by itself."""
        if token.i not in self._kinds:
            found = kind_of(token)
            self._kinds[token.i] = found[0] if found is not None else "none"
        return self._kinds[token.i]

    def of(self, token: Any) -> list[Party]:
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

    # ------------------------------------------------------------------ the word

    def word_marks(self, token: Any) -> dict[str, float]:
        """What speaks for an act that a word tells."""
        return dict.fromkeys(self._of_word(token), 1.0)

    def word(self, token: Any) -> Word:
        """What a word is by itself."""
        return Word(token.lemma, token.tag, token.dep, token.pos, self.kind(token))

    def _of_word(self, token: Any) -> Iterator[str]:
        lemma, kind = token.lemma, self.kind(token)
        yield from self.word(token).marks()
        yield from self._of_subject(token, kind)
        obj = object_of(token) if token.pos == "VERB" else None
        yield from self._of_slot("object", obj, lemma) if obj is not None else ("no object",)
        for child in token.children:
            if child.dep in _AUX:
                yield f"with {child.lower}"
            elif child.dep in {"prep", "agent", "dative"} and child.pos == "ADP":
                inner = next((c for c in child.children if c.dep in {"pobj", "pcomp"}), None)
                yield f"prep {child.lower}"
                if inner is not None:
                    yield from self._of_slot(f"prep {child.lower}", inner, lemma)
            elif child.dep in {"xcomp", "ccomp", "conj", "advcl"}:
                yield from (f"{child.dep} {self.kind(child)}", f"{child.dep} word {child.lemma}")
            elif child.dep in {"amod", "compound", "advmod", "acomp", "attr"}:
                yield f"{child.dep} {child.lower}"
            elif child.dep == "poss":
                yield from self._of_slot("owner", child, lemma)
        head = token.head
        if head is not token and token.dep in _ABOVE:
            yield from (f"{token.dep} under {head.lemma}", f"{token.dep} under kind {self.kind(head)}")
            if head.pos == "ADP":
                yield f"{head.lower} under {head.head.lemma}"
        yield from self._round(token, kind)

    def _of_subject(self, token: Any, kind: str) -> Iterator[str]:
        subject, passive = subject_of(token) if token.pos == "VERB" else (None, False)
        if passive:
            yield "passive"
            agent = agent_of(token)
            if agent is not None:
                yield from self._of_slot("agent", agent, token.lemma)
        if subject is None:
            yield "no subject"
            return
        yield from self._of_slot("subject", subject, token.lemma)
        if self.of(subject):
            yield f"country does {kind}"

    def _of_slot(self, slot: str, token: Any, lemma: str) -> Iterator[str]:
        found = self.of(token)
        who = found[0].kind if found else token.pos
        inside = (
            ""
            if found or not any(token.left_edge.idx <= p.start <= token.right_edge.idx for p in self.here.values())
            else " with a country"
        )
        yield from (f"{slot} {who}{inside}", f"{slot} {who} of {lemma}")
        if not found:
            yield from (
                f"{slot} word {token.lemma}",
                f"{slot} kind {self.kind(token)}",
                *(f"{slot} is {name}" for name, words in _KINDS if token.lemma in words),
            )

    def _round(self, token: Any, kind: str) -> Iterator[str]:
        text, memory = self.sentence.text, self.parties.memory
        yield from self._of_sentence
        yield f"named {min(len(self.here), 3)} {kind}"
        yield f"named before {min(sum(p.start < token.idx for p in self.here.values()), 2)}"
        if len(_QUOTES.findall(text[: token.idx])) % 2:
            yield "quoted"
        offset = self.sentence.start
        if any(e.quote.start - offset <= token.idx < e.quote.end - offset for e in self.told):
            yield "within an act told"
        if any(e.type == kind for e in self.told):
            yield "its kind is told here"
        if any(e.type == kind and self.sentence.index - at <= 1 for e, at in memory.acts):
            yield "its kind was told before"

    @cached_property
    def _of_sentence(self) -> tuple[str, ...]:
        """What speaks for and against an act by whatever word of the sentence."""
        marks = [
            f"named {min(len(self.here), 3)}",
            f"told here {min(len(self.told), 2)}",
            f"acts before {min(len(self.parties.memory.acts), 3)}",
            f"place {min(self.sentence.index, 4)}",
            f"times {min(len(self.sentence.times), 2)}",
            "of a pair" if self.story.pair is not None else "of no pair",
        ]
        if any(t.role == "point" for t in self.sentence.times):
            marks.append("a day")
        if self.sentence.figures:
            marks.append("figures")
        return tuple(marks)

    # ------------------------------------------------------------------ between whom

    def pairs(self, token: Any) -> list[Pair]:
        """Who may act on whom by a word: each two of those named here or spoken of."""
        places = {code: self._places(token, code) for code in self.codes}
        found = []
        for actor, target in permutations(self.codes, 2):
            if actor not in self.here and target not in self.here and not self._speaks_of_two():
                continue
            marks = {f"actor {m}": 1.0 for m in places[actor]} | {f"target {m}": 1.0 for m in places[target]}
            marks |= dict.fromkeys(self._of_pair(token, actor, target), 1.0)
            found.append(Pair(actor, target, marks, (self._nearest(actor, token), self._nearest(target, token))))
        return found

    def _nearest(self, code: str, token: Any) -> Party | None:
        """Where a country is named nearest to a word."""
        named = [Party(code, None, m.start, m.end) for m in self.parties.named if m.code == code]
        named += [self.here[code]] if code in self.here else []
        return min(named, key=lambda party: abs(party.start - token.idx), default=None)

    def _speaks_of_two(self) -> bool:
        return re.search(r"\b(?:the two|both|each other|bilateral|they|their)\b", self.sentence.text) is not None

    def _places(self, token: Any, code: str) -> list[str]:
        """How a country stands to a word."""
        subject, passive = subject_of(token) if token.pos == "VERB" else (None, False)
        obj = object_of(token) if token.pos == "VERB" else None
        kind = self.kind(token)
        marks = []
        slots: list[tuple[str, Any]] = [("passive subject" if passive else "subject", subject), ("object", obj)]
        slots += [
            (f"prep {c.lower}", o) for c in token.children if c.pos == "ADP" for o in c.children if o.dep == "pobj"
        ]
        slots += [("owner", c) for c in token.children if c.dep in {"poss", "amod", "compound", "nmod"}]
        head = token.head
        if head is not token:
            slots += [
                (f"above {c.dep}", c)
                for c in head.children
                if c.dep in {"nsubj", "nsubjpass", "dobj"} and c is not token
            ]
            slots += [
                (f"above prep {c.lower}", o)
                for c in head.children
                if c.pos == "ADP"
                for o in c.children
                if o.dep == "pobj" and o is not token
            ]
        for name, slot in slots:
            if slot is None:
                continue
            if any(p.code == code for p in self.of(slot)):
                marks += [name, f"{name} of {kind}", f"{name} of {token.lemma}"]
            elif self._inside(slot, code):
                marks += [f"in {name}", f"in {name} of {kind}"]
        if code not in self.here:
            marks += [
                "carried",
                f"carried to {kind}",
                *(["carried as the subject"] if code == self.parties.memory.subject else []),
            ]
        else:
            party = self.here[code]
            way = "before" if party.start < token.idx else "behind"
            between = sum(
                min(party.start, token.idx) < p.start < max(party.start, token.idx) for p in self.here.values()
            )
            marks += [
                way,
                f"{way} past {min(between, 2)}",
                f"{way} as {party.kind}",
                *([] if marks else [f"{way} in no slot"]),
            ]
        mention = next((m for m in self.parties.named if m.code == code), None)
        if mention is not None:
            marks += [f"use {mention.use}", *(["a place"] if mention.place else [])]
        return marks

    def _inside(self, token: Any, code: str) -> bool:
        start, end = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
        return any(m.code == code and start <= m.start < end for m in self.parties.named)

    def _of_pair(self, token: Any, actor: str, target: str) -> Iterator[str]:
        kind, memory = self.kind(token), self.parties.memory
        own = self.story.pair or ()
        yield f"of the story's two {sum(c in own for c in (actor, target))}"
        if self.parties.pair is not None and {actor, target} == set(self.parties.pair):
            yield "the two spoken of"
        for event, at in memory.acts[-3:]:
            if {event.actor, event.target} == {actor, target}:
                yield "acted before" if event.actor == actor else "acted before, turned"
                if self.sentence.index - at <= 1:
                    yield "acted just before"
        for event in self.told:
            if {event.actor, event.target} == {actor, target}:
                yield "told here" if event.actor == actor else "told here, turned"
                if event.type == kind:
                    yield "told here alike"
        if any(e.actor == actor for e in self.told):
            yield "acts here too"
        if any(e.target == target for e in self.told):
            yield "acted on here too"
        if {actor, target} == set(self.here):
            yield "the only two named"
        if actor in self.here and target in self.here:
            yield f"both named {kind}"
            yield "in order" if self.here[actor].start < self.here[target].start else "in turned order"
