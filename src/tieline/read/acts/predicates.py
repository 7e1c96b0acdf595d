"""What the subject of a verb is, and what its object is called: arms, troops, helpers, names of scorn."""

from __future__ import annotations

from typing import Any

from tieline.read.acts.doers import agent_of, subject_of
from tieline.read.acts.grammar import counted
from tieline.read.words.actors import ARMED, FORCES, HELPERS, MISFORTUNES, SCORN, is_aircraft
from tieline.read.words.acts import CLASSES


def scorned(token: Any) -> bool:
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
        words += [t for t in named.subtree if t.dep not in {"amod", "compound"} and t.i > _first_noun(named)]
    return any(t.lower in SCORN for t in words)


def _first_noun(phrase: Any) -> int:
    return int(next((t.i for t in phrase.subtree if t.pos in {"NOUN", "PROPN", "PRON"}), phrase.i))


def armed(token: Any) -> bool:
    """Arms are the subject of a verb, or the agent of its passive."""
    subject, passive = subject_of(token)
    one = agent_of(token) if passive else subject
    if one is None:
        return False
    return any(
        h is not None and (h.lemma in CLASSES["TROOPS"] or h.lemma in ARMED or h.lemma in FORCES)
        for h in (one, counted(one))
    ) or is_aircraft(one.text)


def is_of_troops(token: Any) -> bool:
    """Troops are the subject of a verb."""
    subject, _ = subject_of(token)
    heads = [subject, counted(subject)] if subject is not None else []
    return any(h is not None and h.lemma in CLASSES["TROOPS"] for h in heads)


def helps(token: Any) -> bool:
    """Who comes to help is the subject: "Cuban doctors arrived", "peacekeeping troops flew in"."""
    subject, passive = subject_of(token)
    heads = [] if passive or subject is None else [h for h in (subject, counted(subject)) if h is not None]
    return any(
        h.lemma in HELPERS or (h.lemma in CLASSES["TROOPS"] and any(c.lower == "peacekeeping" for c in h.lefts))
        for h in heads
    )
