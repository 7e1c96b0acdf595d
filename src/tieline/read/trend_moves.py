"""Which way a flow moves: by the verb it is subject or object of, by a noun or an adjective of its phrase, by a record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tieline.model.vocabulary import Direction
from tieline.read.frame_memory import Frame
from tieline.read.lexicon import FLAT_WORDS, FORECAST_WORDS, MORE_OR_LESS, STRENGTH
from tieline.read.slots import token_direction
from tieline.read.story import Sentence
from tieline.read.trend_records import record_in

_CAUSE_UP = frozenset(
    [
        "boost",
        "increase",
        "expand",
        "raise",
        "lift",
        "step",
        "strengthen",
        "enlarge",
        "double",
        "triple",
        "accelerate",
        "widen",
        "spur",
    ]
)
_CAUSE_DOWN = frozenset(
    ["reduce", "cut", "curb", "curtail", "slash", "lower", "halve", "shrink", "narrow", "trim", "dent", "hurt", "hit"]
)


@dataclass(frozen=True, slots=True)
class Move:
    """A direction, the word that tells it, and its strength; `record` where it tells a place among those before."""

    direction: Direction
    token: Any
    strength: str | None
    record: bool = False


def move_of(sentence: Sentence, frame: Frame) -> Move | None:
    """Which way a frame moves: by the verb it is subject or object of, or a noun or adjective in its phrase."""
    text = sentence.text
    token = frame.token
    clause_text = text[max(0, frame.start - 30) : min(len(text), frame.end + 130)]
    cut = re.search(r";|,\s+(?:while|whereas|but)\b|\bwhile\b", clause_text[30:])
    clause_text = clause_text[: 30 + cut.start()] if cut else clause_text
    if told := record_in(clause_text):
        return Move(told[0], token, told[1].group().strip(), record=True)
    if (modified := _modifier_move(token)) is not None:
        return modified
    head, top = token, token
    for _ in range(5):
        if head.dep in {"nsubj", "nsubjpass"} and head.head.pos in {"VERB", "AUX"}:
            return None if is_wish(head.head) and not _foretold(head.head) else _by_verb(head.head, top)
        if head.dep == "dobj" and head.head.pos == "VERB":
            verb = head.head
            lemma = verb.lemma
            if way := token_direction(head) if head != token else 0:
                return None if is_wish(verb) else Move("up" if way > 0 else "down", head, strength_of(head))
            if is_wish(verb) or lemma not in _CAUSE_UP | _CAUSE_DOWN:
                return None
            return Move("up" if lemma in _CAUSE_UP else "down", verb, strength_of(verb))
        if head != token and (way := token_direction(head)) and head.pos == "NOUN":
            verb = head.head if head.head.pos == "VERB" else None
            if verb is not None and is_wish(verb):
                return None
            return Move("up" if way > 0 else "down", head, strength_of(head))
        if head.head == head or head.pos in {"VERB", "AUX"}:
            return None
        if head.dep == "conj" or head.dep in {"pobj", "prep", "compound", "poss", "nmod", "amod", "appos"}:
            head = head.head
            if head.pos in {"NOUN", "ADP", "PROPN"}:
                continue
        return None
    return None


def _modifier_move(token: Any) -> Move | None:
    """As in "shrinking trade", "reduced imports", "a growing deficit"."""
    for child in token.children:
        if child.dep in {"amod", "compound"} and child.tag in {"VBG", "VBN", "JJ", "NN"}:
            form = child.lower
            way = _MODIFIERS.get(form, 0)
            if not way and child.tag in {"VBG", "VBN"}:
                way = token_direction(child)
            if way:
                return Move("up" if way > 0 else "down", child, strength_of(child))
    return None


_MODIFIERS = {
    **dict.fromkeys("growing rising increasing increased expanding soaring surging burgeoning widening mounting booming climbing swelling expanded".split(), 1),
    **dict.fromkeys("shrinking falling declining decreasing reduced dwindling diminishing narrowing sinking plunging sagging diminished decreased dropping".split(), -1),
}  # fmt: skip
_UNCHANGED = re.compile(
    r"\b(?:(?:hardly|barely|little|scarcely|virtually|almost) (?:un)?changed|unchanged)\b", re.IGNORECASE
)


def verb_move(sentence: Sentence, frame: Frame) -> Move | None:
    """As in "has been buying ever more seed", "sold ..., hardly changed from the year before"."""
    found = _UNCHANGED.search(sentence.text, frame.token.idx)
    if found and found.start() - frame.token.idx < 160:
        return Move("flat", frame.token, found.group())
    if any(c.dep == "neg" for c in frame.token.children):
        return None
    told = next((word for word in _amounts(frame.token) if not _counts_some(sentence, word)), None)
    if told is None or is_wish(frame.token):
        return None
    if told.lower == "more" and (ever := _THAN_EVER.match(sentence.text, told.idx)):
        return Move("record_high", frame.token, ever.group(), record=True)
    return Move("up" if told.lower == "more" else "down", told, None)


_THAN_EVER = re.compile(r"more\b[^.;]{0,60}?\bthan (?:ever(?: before)?|at any time)\b", re.IGNORECASE)


def _amounts(verb: Any) -> list[Any]:
    """The words "more", "less" and "fewer" that a verb of trade has as its object, or beside it."""
    objects = [c for c in verb.children if c.dep in {"dobj", "advmod", "npadvmod"}]
    inside = [
        c for obj in objects for c in (obj, *obj.children) if c is obj or c.dep in {"amod", "advmod", "det", "nummod"}
    ]
    return [word for word in inside if word.lower in MORE_OR_LESS and word.i > verb.i]


def _counts_some(sentence: Sentence, word: Any) -> bool:
    """As in "300 more", "more than 20": a figure is there."""
    return any(abs(f.start - word.idx) < _BESIDE for f in sentence.figures)


_BESIDE = 12


def _foretold(verb: Any) -> bool:
    return verb.head.lemma in FORECAST_WORDS | {"set", "due", "be"}


def _by_verb(verb: Any, subject: Any) -> Move | None:
    chain = [verb]
    for child in verb.children:
        if child.dep in {"xcomp", "acomp", "attr", "dobj", "conj", "prep", "advmod"} and child.i > subject.i:
            chain.append(child)
            if child.dep == "acomp":  # "is likely to narrow"
                chain += [c for c in child.children if c.dep == "xcomp"]
            if child.dep == "prep":
                chain += [c for c in child.children if c.dep == "pobj"]
    if any(c.dep == "neg" for c in verb.children):
        return None
    for node in chain:
        if any(c.dep == "neg" for c in node.children):
            return None
        if node != verb and node.dep == "conj" and any(c.dep == "nsubj" for c in node.children):
            continue
        if node.dep == "prep":
            continue
        lemma = node.lemma
        if (
            node != verb
            and node.dep in {"dobj", "attr", "pobj"}
            and verb.lemma
            not in {
                "see",
                "witness",
                "show",
                "experience",
                "record",
                "post",
                "be",
                "register",
                "enjoy",
                "suffer",
                "continue",
                "undergo",
                "have",
                "mark",
                "make",
            }
        ):
            continue
        if lemma in FLAT_WORDS or node.lower in FLAT_WORDS:
            return Move("flat", node, strength_of(node))
        if node.pos == "ADJ" and lemma not in {"high", "low", "higher", "lower", "up", "down"}:
            continue
        direction = token_direction(node) or {"high": 0, "low": 0}.get(lemma, 0)
        if direction:
            return Move("up" if direction > 0 else "down", node, strength_of(node) or strength_of(verb))
    return None


_PROPOSE = frozenset(
    "propose suggest consider discuss recommend advocate envisage favour favor support oppose avoid".split()
)


def is_wish(verb: Any) -> bool:
    """As in "agreed to boost trade", "to increase exports": an aim, not a movement."""
    return (verb.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in verb.children)) or (
        verb.tag == "VBG" and (verb.dep == "pcomp" or (verb.dep == "xcomp" and verb.head.lemma in _PROPOSE))
    )


def strength_of(node: Any) -> str | None:
    """The word of strength beside a verb, noun or adjective ("sharply")."""
    near = [c for c in node.subtree if abs(c.i - node.i) < 6]
    for child in near:
        if child.lower in STRENGTH:
            return str(child.text)
    return None
