"""Words that may tell a direction which no rule has told: what speaks for each way that they may tell.

A word is weighed by what it is, what hangs on it and on what it hangs, and by the words of trade and the figures near it.
Whose flow moves is told in `untold_flows`; what the marks add up to, in `untold`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.read.frames.directions import token_direction
from tieline.read.frames.subjects import subject_of
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish
from tieline.read.trends.moving_words import record_at
from tieline.read.trends.times import modality_at
from tieline.read.words.trade import DOMESTIC, NOUN_ANCHORS, TIE_NOUNS, VERB_ANCHORS
from tieline.read.words.ways import ways_of

_AUX: Final = frozenset({"aux", "auxpass", "neg", "prt", "mark"})
_SIDE: Final = frozenset({"amod", "advmod", "acomp", "attr", "det", "npadvmod", "compound"})
_NEAR: Final = 30
_AROUND: Final = 70
_STEPS: Final = 6
_CLOSE: Final = 4
_SAID_TWICE: Final = 3
_QUOTES: Final = re.compile(r"[\"“”]")
_PRICES: Final = re.compile(
    r"\b(?:prices?|costs?|rates?|output|production|harvest|crops?|profits?|demand)\b", re.IGNORECASE
)
_OF_YEARS: Final = re.compile(
    r"\b(?:since|ever|yet|on record|so far|before|in \w+ (?:years|months)|again|still|year (?:ago|earlier|before))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a sentence before words that no rule has taken are weighed."""

    frames: Sequence[Frame]
    measures: Sequence[Measure]
    trends: Sequence[Trend]


class Scene:
    """What all words of a sentence are judged by."""

    def __init__(self, sentence: Sentence, story: Story, memory: Memory, told: Told) -> None:
        """Bind the sentence with what rules have told of it."""
        self.sentence, self.story, self.memory, self.told = sentence, story, memory, told

    @property
    def is_of_ties(self) -> bool:
        """The sentence, or the story before it, speaks of a flow or of ties."""
        memory = self.memory
        spoken = bool(self.told.frames) or memory.frame is not None or bool(memory.told)
        return spoken or any(t.lemma in TIE_NOUNS for t in self.sentence.tokens)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The countries that the sentence names."""
        return tuple(dict.fromkeys(m.code for m in self.sentence.mentions if trades(m.code)))

    @cached_property
    def whole(self) -> tuple[str, ...]:
        """What holds of the sentence, whichever word is weighed."""
        sentence, memory, told = self.sentence, self.memory, self.told
        since = sentence.index - memory.frame_sentence
        near = sentence.index - (memory.told[-1].sentence if memory.told else -99)
        marks = [
            f"named {min(len(self.named), 3)}",
            f"frames {min(len(told.frames), 2)}",
            f"figures told {min(len(memory.told), _SAID_TWICE)}",
            f"last flow {since if since <= 2 else 'far' if memory.frame is not None else 'never'}",
            f"last figure {near if 0 <= near <= 2 else 'far' if memory.told else 'never'}",
            f"trends here {min(len(told.trends), 2)}",
            f"measures here {min(len(told.measures), 2)}",
            f"times {min(len(sentence.times), 2)}",
            f"figures {min(len(sentence.figures), 2)}",
            f"part {sentence.part}",
            f"place {min(sentence.index, 4)}",
            "of a pair" if self.story.pair is not None else "of no pair",
        ]
        marks += ["domestic"] if DOMESTIC.search(sentence.text) else []
        marks += ["ties"] if any(t.lemma in TIE_NOUNS for t in sentence.tokens) else []
        marks += ["goods"] if goods_in(sentence) else []
        if memory.last_way[1] is not None and sentence.index - memory.last_way[0] <= 1:
            marks.append(f"last went {memory.last_way[1]}")
        return tuple(marks)

    def kind(self, token: Token) -> str:
        """What a word is of: a flow, ties, a country, a good, or its part of speech."""
        if token.lemma in TIE_NOUNS:
            return "ties"
        told = NOUN_ANCHORS.get(token.lemma) if token.pos != "VERB" else VERB_ANCHORS.get(token.lemma)
        if told is not None:
            return "flow" if told in {"exports", "imports", "trade"} else told
        if self.sentence.mention_at(token) is not None:
            return "country"
        if any(g.start <= token.idx < g.end for g in goods_in(self.sentence)):
            return "good"
        if _PRICES.fullmatch(token.lower):
            return "price"
        return str(token.pos)

    def lexical(self, token: Token) -> tuple[str, ...]:
        """What speaks for a way by the word alone."""
        way, hints = token_direction(token), ways_of(token.lower, token.lemma)
        own = (f"word {token.lemma}", f"form {token.lower}", f"tag {token.tag}", f"dep {token.dep}", f"way {way}")
        return (*own, *(f"hint {hint}" for hint in hints), f"hint {_joined(hints)} {token.pos} {token.dep}")

    def marks(self, token: Token) -> dict[str, float]:
        """All that speaks for or against each way that a word may tell."""
        return dict.fromkeys((*self.lexical(token), *self._all(token)), 1.0)

    def _all(self, token: Token) -> Iterator[str]:
        way = _joined(ways_of(token.lower, token.lemma)) or _WORDED[token_direction(token)]
        yield from self.whole
        yield from (f"{way} {mark}" for mark in self.whole[:5])
        yield from self._below(token, way)
        yield from self._above(token, way)
        yield from self._beside(token, way)
        yield from self._figures(token, way)
        yield from self._flows(token, way)
        yield from self._record(token)

    def _slot(self, slot: str, other: Token, token: Token, way: str) -> Iterator[str]:
        kind = self.kind(other)
        yield from (
            f"{slot} {kind}",
            f"{slot} {kind} {way}",
            f"{slot} {kind} of {token.lemma}",
            f"{slot} word {other.lemma}",
        )
        inner = next((c for p in other.children if p.dep == "prep" for c in p.children if c.dep == "pobj"), None)
        if inner is not None and kind in {"NOUN", "PRON"}:
            yield f"{slot} of {self.kind(inner)} {way}"
        below = {self.kind(c) for c in other.children if c.dep in {"amod", "compound", "poss", "nmod"}}
        yield from (f"{slot} with {k} {way}" for k in sorted(below & {"country", "good", "flow"}))

    def _below(self, token: Token, way: str) -> Iterator[str]:
        if token.pos == "VERB":
            subject, passive = subject_of(token)
            if passive:
                yield "passive"
            if subject is None:
                yield "no subject"
            else:
                yield from self._slot("subject", subject, token, way)
        for child in token.children:
            if child.dep in _AUX:
                yield from (f"with {child.lower}", f"with {child.lower} {way}")
            elif child.dep in {"dobj", "attr", "oprd"}:
                yield from self._slot("object", child, token, way)
            elif child.dep in {"prep", "agent"} and child.pos == "ADP":
                inner = next((c for c in child.children if c.dep in {"pobj", "pcomp"}), None)
                yield f"prep {child.lower} {way}"
                if inner is not None:
                    yield from (
                        f"prep {child.lower} {self.kind(inner)} {way}",
                        f"prep {child.lower} word {inner.lemma}",
                    )
            elif child.dep in _SIDE:
                yield from (f"{child.dep} {child.lower}", f"{child.dep} kind {self.kind(child)} {way}")
            elif child.dep == "poss":
                yield f"owner {self.kind(child)} {way}"

    def _above(self, token: Token, way: str) -> Iterator[str]:
        head = token.head
        if head is token:
            yield "root"
            return
        yield from (f"{token.dep} under {head.lemma}", f"{token.dep} under kind {self.kind(head)} {way}")
        if head.pos == "ADP" and head.head is not head:
            yield from (
                f"{head.lower} under {head.head.lemma}",
                f"{head.lower} under kind {self.kind(head.head)} {way}",
            )
        verb = token if token.pos == "VERB" else next((a for a in token.ancestors if a.pos in {"VERB", "AUX"}), None)
        if verb is None:
            return
        if verb is not token:
            yield from (f"verb {verb.lemma}", f"verb {verb.lemma} {way}")
            subject, _ = subject_of(verb)
            if subject is not None and subject is not token:
                yield from self._slot("above subject", subject, token, way)
            if any(c.dep == "neg" for c in verb.children):
                yield "under a denial"
        if is_wish(verb):
            yield "wished"
        yield f"clause {verb.dep}"

    def _beside(self, token: Token, way: str) -> Iterator[str]:
        doc = token.doc
        before = doc[token.i - 1].lower if token.i else "-"
        behind = doc[token.i + 1].lower if token.i + 1 < len(doc) else "-"
        yield from (f"before {before}", f"behind {behind}", f"before {before} {way}", f"behind {behind} {way}")
        if token.i > 1:
            yield f"second before {doc[token.i - 2].lower}"
        if token.i + 2 < len(doc):
            yield f"second behind {doc[token.i + 2].lower}"
        near_words = doc[max(0, token.i - _CLOSE) : token.i + _CLOSE + 1]
        around = {hint for t in near_words if t is not token for hint in ways_of(t.lower, t.lemma)}
        yield from (f"hint near {hint}" for hint in sorted(around))
        yield from (f"hint near {hint} {way}" for hint in sorted(around))
        text = self.sentence.text
        if len(_QUOTES.findall(text[: token.idx])) % 2:
            yield "quoted"
        if token.pos in {"VERB", "NOUN"} or token.dep in {"acomp", "advmod"}:
            yield f"modality {modality_at(self.sentence, token)}"
        near = text[max(0, token.idx - _NEAR) : token.idx + _AROUND]
        if _PRICES.search(near):
            yield "a price near"
        if _OF_YEARS.search(text, token.idx, token.idx + _AROUND):
            yield f"held against years {way}"
        if "?" in text:
            yield "asked"

    def _figures(self, token: Token, way: str) -> Iterator[str]:
        end = token.idx + len(token)
        behind = next((f for f in self.sentence.figures if f.start >= end), None)
        if behind is not None and behind.start - end < _NEAR:
            yield from (f"figure {behind.kind} behind", f"figure {behind.kind} behind {way}")
        if any(f.end <= token.idx and token.idx - f.end < _NEAR for f in self.sentence.figures):
            yield f"figure before {way}"
        place = self.sentence.start + token.idx
        for measure in self.told.measures:
            change = measure.change_pct if measure.change_pct is not None else measure.change_value
            inside = measure.quote.start <= place < measure.quote.end
            if change is not None:
                same = way in {"up", "down"} and (change > 0) == (way == "up")
                yield f"a change {'here' if inside else 'near'} {'alike' if same else 'otherwise'}"
            elif inside:
                yield f"a level here {way}"
            if inside and measure.base is not None:
                yield "a base here"

    def _flows(self, token: Token, way: str) -> Iterator[str]:
        nearest = min(self.told.frames, key=lambda f: abs(f.token.i - token.i), default=None)
        if nearest is None:
            yield f"no flow {way}"
            return
        open_sides = len({"reporter", "partner"} & set(nearest.inferred))
        how = relation(token, nearest.token)
        yield from (
            f"flow {how}",
            f"flow {how} {way}",
            f"flow {how} open {open_sides}",
            f"flow {nearest.indicator} {way}",
        )
        if nearest.verb:
            yield f"flow of a verb {way}"

    def _record(self, token: Token) -> Iterator[str]:
        if (told := record_at(token)) is not None:
            yield f"record {told}"


_WORDED: Final = {1: "up", -1: "down", 0: "none"}


def _joined(hints: Sequence[str]) -> str:
    return "+".join(hints)


def relation(token: Token, other: Token) -> str:
    """How another word stands to a word in the tree: above it, below it, or before or behind it in the sentence.

    The last word tells by which link the lower of the two leads up to the higher one.
    """
    if token is other:
        return "itself"
    for low, high, name in ((other, token, "below"), (token, other, "above")):
        node, steps = low, 0
        while node.head is not node and steps < _STEPS:
            if node.head is high:
                return f"{name} {node.dep}"
            node, steps = node.head, steps + 1
    return "before" if other.i < token.i else "behind"
