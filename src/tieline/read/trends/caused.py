"""Verbs that move a flow which is their object: "boosted exports", "pushed sales up to $2 billion", "dragged them down"."""

from __future__ import annotations

from itertools import pairwise

from tieline.model.movement import CUT, RAISE
from tieline.read.frames.directions import lifts_a_ban
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import words

_CAUSE_UP = (RAISE - {"intensify"}) | words("increase expand step accelerate widen spur")
_CAUSE_DOWN = (CUT | words("shrink narrow dent hurt hit")) - words("lose shed")
"""What is lost or shed is a part of the flow: "lost exports worth $3 million"."""
_SCALES = frozenset("scale cut pare dial wind ramp step gear".split())
"""What is done up, down or back: "scaled back its aid"."""
_PUSHES = frozenset("bring drive push pull drag force knock propel send take".split())
_ONLY_TO_A_FIGURE = frozenset({"send", "take"})
_PUSHED_TO = {"push": 1, "propel": 1, "drive": 1, "drag": -1, "knock": -1}
"""What they do to a flow that they bring to a figure, without "up" or "down"."""


def caused(verb: Token) -> int:
    """+1 of what lifts a flow ("boost", "push up"), -1 of what lowers it ("cut", "bring down"), else 0."""
    if verb.lemma in _PUSHES:
        particles = {c.lower for c in verb.children if c.dep == "prt" or (c.dep == "advmod" and c.i == verb.i + 1)}
        particles |= _particles_behind(verb)
        if verb.lemma in _ONLY_TO_A_FIGURE and not _to_a_figure(verb):
            return 0  # "the visit will take up investments"
        if not particles & {"up", "down"} and _to_a_figure(verb):
            return _PUSHED_TO.get(verb.lemma, 0)
        return 1 if "up" in particles else -1 if "down" in particles else 0
    if verb.lemma in _SCALES and (
        scaled := {c.lower for c in verb.children if c.i == verb.i + 1} & {"up", "down", "back"}
    ):
        return 1 if "up" in scaled else -1
    if lifts_a_ban(verb) or (verb.lemma == "cut" and any(c.lower == "off" for c in verb.children)):
        return 0
    return 1 if verb.lemma in _CAUSE_UP else -1 if verb.lemma in _CAUSE_DOWN else 0


def is_measure(sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """As in "Russia curbed imports from Chad", "Chad has cut back its exports to Togo": what a state does to a flow is an act."""
    subject = next((c for c in verb.children if c.dep == "nsubj"), None)
    named = sentence.mention_at(subject) if subject is not None else None
    if named is None or named.code != frame.reporter or named.use not in {"name", "capital", "abbreviation"}:
        return False
    if frame.indicator not in {"exports", "imports"}:
        return False
    back = any(c.lower in {"back", "off"} for c in verb.children)
    return verb.lemma in _CURBS or (verb.lemma in {"cut", "scale", "pare"} and back)


def is_bare(verb: Token, frame: Frame) -> bool:
    """As in the headline "Recession hurting Dutch sales", where nothing tells to whom they were."""
    alone = verb.tag == "VBG" and verb.dep in {"acl", "ROOT"} and not any(c.dep == "aux" for c in verb.children)
    return alone and "partner" in frame.inferred


_CURBS = frozenset("curb restrict curtail".split())


def _particles_behind(verb: Token) -> set[str]:
    """As in "knocked exports to Mali down to $70 million", where the parser hangs the particle on a name."""
    near = verb.doc[verb.i + 1 : verb.i + _NEAR]
    return {one.lower for one, two in pairwise(near) if one.lower in {"up", "down"} and two.lower in {"to", "by"}}


_NEAR = 12


def _to_a_figure(verb: Token) -> bool:
    return any(
        c.dep == "prep"
        and c.lower == "to"
        and any(g.tag == "CD" or any(h.tag == "CD" for h in g.children) for g in c.children)
        for c in verb.children
    )
