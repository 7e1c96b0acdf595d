"""What the subject of a verb is, and what its object is or is called: arms, troops, helpers, envoys, names of scorn."""

from __future__ import annotations

from typing import Final

from tieline.read.acts.doers import agent_of, subject_of
from tieline.read.acts.grammar import counted, object_of, prepositions
from tieline.read.syntax.tokens import Token
from tieline.read.words.actors import ARMED, FORCES, HELPERS, MISFORTUNES, SCORN, is_aircraft
from tieline.read.words.acts import CLASSES

_OF_THE_NAMED: Final = frozenset({"amod", "compound", "pobj", "conj"})
"""What belongs to the thing that is called something: "called the fight against piracy a success"."""

DIPLOMATS: Final = CLASSES["ENVOY"] - {"number", "mission", "embassy", "minister", "officer"}
"""Who is sent home with his passport."""


def scorned(token: Token) -> bool:
    """What is called names: "called the step a provocation", also where the parse makes one phrase of both."""
    called = [c for c in token.children if c.dep in {"oprd", "acomp", "ccomp", "xcomp", "prep"}]
    objects = [c for c in token.children if c.dep == "dobj"]
    called += [c for o in objects for c in o.children if c.lower == "as"]
    called += objects[1:]  # "branded the decision a provocation"
    about = [*objects[:1], *(t for c in called for t in c.children if t.dep in {"nsubj", "nsubjpass"})]
    if any(t.lemma in MISFORTUNES for t in about):
        return False  # "called the earthquake in Peru tragic"
    words = [t for c in called for t in c.subtree]
    for named in objects[:1]:  # "labelled Chad a spoiler" as one phrase, "called the ban entirely unjustified"
        words += [
            t
            for t in named.subtree
            if (t.dep not in _OF_THE_NAMED or _is_called_so(t, named)) and t.i > _first_noun(named)
        ]
    return any(t.lower in SCORN for t in words)


def _is_called_so(word: Token, named: Token) -> bool:
    """An adjective behind its noun, which quotation marks join to it: "called the statement 'unacceptable'"."""
    return word.dep == "amod" and word.head is named and word.i > named.i


def _first_noun(phrase: Token) -> int:
    return int(next((t.i for t in phrase.subtree if t.pos in {"NOUN", "PROPN", "PRON"}), phrase.i))


def armed(token: Token) -> bool:
    """Arms are the subject of a verb, or the agent of its passive."""
    subject, passive = subject_of(token)
    one = agent_of(token) if passive else subject
    if one is None:
        return False
    return any(
        h is not None and (h.lemma in CLASSES["TROOPS"] or h.lemma in ARMED or h.lemma in FORCES)
        for h in (one, counted(one))
    ) or is_aircraft(one.text)


def is_of_troops(token: Token) -> bool:
    """Troops are the subject of a verb."""
    subject, _ = subject_of(token)
    heads = [subject, counted(subject)] if subject is not None else []
    return any(h is not None and h.lemma in CLASSES["TROOPS"] for h in heads)


def helps(token: Token) -> bool:
    """Who comes to help is the subject: "Cuban doctors arrived", "peacekeeping troops flew in"; not who leaves or comes to talk."""
    if token.lemma in {"leave", "depart"} and object_of(token) is not None:
        return False
    if any(o.lemma in CLASSES["TALKS"] for _, o in prepositions(token, {"for", "to"})):
        return False
    subject, passive = subject_of(token)
    heads = [] if passive or subject is None else [h for h in (subject, counted(subject)) if h is not None]
    return any(
        h.lemma in HELPERS or (h.lemma in CLASSES["TROOPS"] and any(c.lower == "peacekeeping" for c in h.lefts))
        for h in heads
    )


def is_done_to_envoy(token: Token) -> bool:
    """An envoy is who something is done to: "handed the envoy his passport"; not who does it."""
    return any(t.lemma in DIPLOMATS for c in token.children if c.dep != "nsubj" for t in c.subtree)


def is_called_home(token: Token, envoy: Token | None) -> bool:
    """One's own envoy is told to come back: "ordered its ambassador to Riga to return for consultations"; not another's to leave."""
    if envoy is None or envoy.left_edge.lower not in {"its", "his", "her", "their"}:
        return False
    told = (c for c in token.children if c.dep in {"xcomp", "ccomp"} and any(g.lower == "to" for g in c.children))
    return any(
        c.lemma == "return" or (c.lemma in {"come", "go"} and any(g.lower in {"home", "back"} for g in c.children))
        for c in told
    )
