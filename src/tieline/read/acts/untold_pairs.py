"""Between whom an act may be which no rule has told: each two of those named or spoken of, and what speaks for them.

A pair is weighed by where each of its two stands to the word that tells the act, and by what the story has told of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.acts.doers import subject_of
from tieline.read.acts.grammar import object_of
from tieline.read.acts.named import Party
from tieline.read.acts.untold_scene import KINDS, Surroundings
from tieline.read.syntax.tokens import Token

_RANKS: Final = 3
"""From this place on how often a story names a country is all one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Who acts on whom, with the marks that speak for or against it; `places` are where the two are named, if they are."""

    actor: str
    target: str
    marks: dict[str, float]
    parties: tuple[Party | None, Party | None]


def pairs_of(around: Surroundings, token: Token) -> list[Pair]:
    """Who may act on whom by a word: each two of those named here or spoken of."""
    places = {code: _places(around, token, code) for code in around.codes}
    found = []
    for actor, target in permutations(around.codes, 2):
        if actor not in around.here and target not in around.here and around.here and not _speaks_of_two(around):
            continue
        marks = {f"actor {m}": 1.0 for m in places[actor]} | {f"target {m}": 1.0 for m in places[target]}
        marks |= dict.fromkeys(_of_pair(around, token, actor, target), 1.0)
        found.append(Pair(actor, target, marks, (_nearest(around, actor, token), _nearest(around, target, token))))
    return found


def _nearest(around: Surroundings, code: str, token: Token) -> Party | None:
    """Where a country is named nearest to a word."""
    named = [Party(code, None, m.start, m.end) for m in around.parties.named if m.code == code]
    named += [around.here[code]] if code in around.here else []
    return min(named, key=lambda party: abs(party.start - token.idx), default=None)


def _speaks_of_two(around: Surroundings) -> bool:
    return re.search(r"\b(?:the two|both|each other|bilateral|they|their)\b", around.sentence.text) is not None


def _places(around: Surroundings, token: Token, code: str) -> list[str]:
    """How a country stands to a word."""
    subject, passive = subject_of(token) if token.pos == "VERB" else (None, False)
    obj = object_of(token) if token.pos == "VERB" else None
    kind = around.kind(token)
    marks = []
    slots: list[tuple[str, Any]] = [("passive subject" if passive else "subject", subject), ("object", obj)]
    slots += [(f"prep {c.lower}", o) for c in token.children if c.pos == "ADP" for o in c.children if o.dep == "pobj"]
    slots += [("owner", c) for c in token.children if c.dep in {"poss", "amod", "compound", "nmod"}]
    head = token.head
    if head is not token:
        slots += [
            (f"above {c.dep}", c) for c in head.children if c.dep in {"nsubj", "nsubjpass", "dobj"} and c is not token
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
        if any(p.code == code for p in around.of(slot)):
            marks += [name, f"{name} of {kind}", f"{name} of {token.lemma}"]
        elif _inside(around, slot, code):
            marks += [f"in {name}", f"in {name} of {kind}"]
    marks += _told_before(around, code, kind)
    if code not in around.here:
        who = _subject_kind(around, subject)
        marks += [
            "carried",
            f"carried to {kind}",
            f"carried, {'passive ' if passive else ''}{who}",
            *(["carried as the subject"] if code == around.parties.memory.subject else []),
            *(f"{mark}, {who}" for mark in _told_before(around, code, kind)),
        ]
    else:
        party = around.here[code]
        way = "before" if party.start < token.idx else "behind"
        between = sum(min(party.start, token.idx) < p.start < max(party.start, token.idx) for p in around.here.values())
        marks += [
            way,
            f"{way} past {min(between, 2)}",
            f"{way} as {party.kind}",
            *([] if marks else [f"{way} in no slot"]),
        ]
    mention = next((m for m in around.parties.named if m.code == code), None)
    if mention is not None:
        marks += [f"use {mention.use}", *(["a place"] if mention.place else [])]
    return marks


def _told_before(around: Surroundings, code: str, kind: str) -> list[str]:
    """What a country did in the act told last, who spoke last, how often the story names it."""
    memory, marks = around.parties.memory, []
    if memory.acts:
        last, at = memory.acts[-1]
        near = "just before" if around.sentence.index - at <= 1 else "before"
        for role, side in (("acted", last.actor), ("was acted on", last.target)):
            if code == side:
                marks += [f"{role} {near}", f"{role} before {kind}"]
    if memory.spoke[0] == code:
        marks.append("spoke last")
    return [*marks, f"named as number {min(_rank(around, code), _RANKS)}"]


def _rank(around: Surroundings, code: str) -> int:
    counts = around.story.counts
    return sum(count > counts[code] for count in counts.values())


def _subject_kind(around: Surroundings, subject: Token | None) -> str:
    """What stands as the subject where a side is not named."""
    if subject is None:
        return "no subject"
    if around.of(subject):
        return "a country as subject"
    if subject.pos == "PRON":
        return f"{subject.lower} as subject"
    named = next((name for name, words in KINDS if subject.lemma in words), None)
    return f"{named or subject.pos} as subject"


def _inside(around: Surroundings, token: Token, code: str) -> bool:
    start, end = token.left_edge.idx, token.right_edge.idx + len(token.right_edge)
    return any(m.code == code and start <= m.start < end for m in around.parties.named)


def _of_pair(around: Surroundings, token: Token, actor: str, target: str) -> Iterator[str]:
    kind, memory = around.kind(token), around.parties.memory
    own = around.story.pair or ()
    yield f"of the story's two {sum(c in own for c in (actor, target))}"
    if around.parties.pair is not None and {actor, target} == set(around.parties.pair):
        yield "the two spoken of"
    for event, at in memory.acts[-3:]:
        if {event.actor, event.target} == {actor, target}:
            turned = "" if event.actor == actor else ", turned"
            yield from (f"acted before{turned}", f"acted before{turned}, {kind}", f"{event.type} before{turned}")
            if around.sentence.index - at <= 1:
                yield "acted just before"
    for event in around.told:
        if {event.actor, event.target} == {actor, target}:
            yield "told here" if event.actor == actor else "told here, turned"
            if event.type == kind:
                yield "told here alike"
    if any(e.actor == actor for e in around.told):
        yield "acts here too"
    if any(e.target == target for e in around.told):
        yield "acted on here too"
    if {actor, target} == set(around.here):
        yield "the only two named"
    named = (actor in around.here) + (target in around.here)
    yield from (f"named {named}", f"named {named}, {kind}", f"named {named} of {min(len(around.here), 3)}")
    if actor in around.here and target in around.here:
        yield f"both named {kind}"
        yield "in order" if around.here[actor].start < around.here[target].start else "in turned order"
