"""Which way the verb of a clause moves its subject: by itself, by what it goes on doing, by its object ("took a dive", "show a downward tendency")."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.story.denied import is_denied
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import AILS, FLAT_WORDS, MELTS, STRENGTH, STRICKEN


@dataclass(frozen=True, slots=True)
class Move:
    """A direction, the word that tells it, and its strength; `record` where it tells a place among those before, `foretold` by "should follow"."""

    direction: Direction
    token: Token
    strength: str | None
    record: bool = False
    foretold: bool = False


_BOTH_WAYS = re.compile(r"\s+(?:up\s+and\s+down|down\s+and\s+up)\b")
_HARDLY = frozenset("hardly barely scarcely".split())
"""Beside a movement that comes to next to nothing."""


def _chain(verb: Token, subject: Token) -> list[Token]:
    """The verb and the words that may tell its way in its place: "continued to fall", "are on the rise", "saw growth"."""
    chain = [verb, *_gone_on(verb)]
    for child in verb.children:
        if child.dep in {"xcomp", "acomp", "attr", "dobj", "conj", "prep", "advmod"} and child.i > subject.i:
            chain += [child, *_gone_on(child)]
            if child.dep in {"acomp", "conj"} or child.lemma in _GOES_ON:
                # "is likely to narrow", "is expected to continue rising", "stands at 3 million and is expected to grow"
                chain += [c for c in child.children if c.dep == "xcomp"]
            if child.dep == "prep":
                inside = [c for c in child.children if c.dep == "pobj" or (c.dep == "pcomp" and child.lower == "as")]
                chain += [each for c in inside for each in (c, *_gone_on(c))]
    return chain


def _gone_on(verb: Token) -> list[Token]:
    """As in "will go on rising": what is gone on with."""
    on = next((c for c in verb.children if c.lower == "on"), None) if verb.lemma == "go" else None
    if on is None:
        return []
    return [c for c in (*on.children, *verb.children) if c.tag == "VBG" and on.i < c.i <= on.i + _NEAR]


_NEAR = 2


def by_verb(verb: Token, subject: Token) -> Move | None:
    """As in "exports fell", "are on the rise", "are expected to go on climbing"; nothing of what did not happen."""
    if is_denied(verb) or _is_idle(verb) or _BOTH_WAYS.match(verb.doc.text, verb.idx + len(verb)):
        return None
    if verb.lemma in {"have", "be"} and any(c.lower == "yet" for c in verb.children):
        return None  # "has yet to recover"
    hardly = next((c.text for c in verb.children if c.lower in _HARDLY and c.i < verb.i), None)
    if hardly is not None and token_direction(verb):
        return Move("flat", verb, hardly)
    if verb.lemma in {"trend", "run"} and (
        beside := [c.lower for c in verb.children if c.dep == "prep" and c.lower in _BESIDE]
    ):
        return Move("up" if beside[0] in {"above", "ahead"} else "down", verb, strength_of(verb))
    if verb.lemma == "hold" and any(c.dep == "prt" and c.lower == "up" for c in verb.children):
        return Move("flat", verb, None)
    by_whom = any(c.dep in {"prep", "agent"} and c.lower == "by" for c in verb.children)
    if verb.lemma == "stop" and (subject.dep == "nsubjpass" or by_whom):
        return None  # an act of whoever stopped it
    if verb.lemma in {"stop", "cease"} and any(
        c.dep in {"xcomp", "dobj"} and token_direction(c) for c in verb.children
    ):
        return Move("flat", verb, None)
    if verb.lemma in MELTS or comes_to_end(verb):
        return Move("down", verb, strength_of(verb))
    if way := _by_phrase(verb, passive=any(c.dep == "nsubjpass" for c in verb.children)):
        return Move("up" if way > 0 else "down", verb, strength_of(verb))
    return _of_chain(verb, _chain(verb, subject))


def _of_chain(verb: Token, chain: list[Token]) -> Move | None:
    for node in chain:
        if any(c.dep == "neg" for c in node.children) or (node.pos == "VERB" and is_denied(node)):
            return None
        if node != verb and node.dep == "conj" and any(c.dep == "nsubj" for c in node.children):
            continue
        if node.dep == "prep":
            continue
        lemma = node.lemma
        if node.dep in _TOLD_BY and node != verb and node.tag != "VBG" and verb.lemma not in _SEES:
            continue
        if (lemma in FLAT_WORDS or node.lower in FLAT_WORDS) and not (lemma == "level" and node.pos == "NOUN"):
            return Move("flat", node, strength_of(node))
        if node.pos == "ADJ" and lemma not in {"high", "low", "higher", "lower", "up", "down"}:
            continue
        direction = token_direction(node) or _tended(node)
        if direction:
            return Move("up" if direction > 0 else "down", node, strength_of(node) or strength_of(verb))
    return None


_TOLD_BY = frozenset({"dobj", "attr", "pobj"})
_SEES = frozenset(
    "see witness show experience record post extend prolong be register enjoy suffer continue resume undergo have mark make".split()
)


def _tended(noun: Token) -> int:
    """As in "a downward trend", "a rising tendency": the noun says that there is a way, the word beside it which."""
    if noun.lemma not in _TENDENCIES:
        return 0
    ways = (_TENDS.get(c.lower, 0) or token_direction(c) for c in noun.children if c.dep in {"amod", "compound"})
    return next((way for way in ways if way), 0)


_TENDENCIES = frozenset("trend tendency path course trajectory slope spiral curve".split())
_TENDS = {
    **dict.fromkeys(("upward", "upwards", "rising", "growing"), 1),
    **dict.fromkeys(("downward", "downwards", "falling", "declining"), -1),
}


def _by_phrase(verb: Token, *, passive: bool) -> int:
    """+1 or -1 of a verb that tells a way with its object alone: "gathered pace", "took a dive", "were hit by the drought"."""
    if passive:
        return -1 if verb.lemma in STRICKEN else 0
    nouns = {c.lemma for c in verb.children if c.dep == "dobj"}
    if verb.tag in {"VBP", "VBZ"} and any(
        m.lower == "when" for c in verb.children if c.dep == "advcl" for m in c.children
    ):
        return 0  # "trade suffers when there is no power"
    lasting = verb.tag in {"VBP", "VBZ", "VB"} and any(c.lower == "from" for c in verb.children)
    if verb.lemma in AILS and not nouns and not lasting:
        return -1
    if verb.lemma == "go" and (through := {c.lemma for p in verb.children if p.lower == "through" for c in p.children}):
        return 1 if "roof" in through else -1 if "floor" in through else 0
    if verb.lemma in _TAKES_ON:
        return 1 if nouns & _PACE else -1 if nouns & _BLOWS else 0
    return 0


_TAKES_ON = frozenset("gather gain pick take suffer receive get enjoy".split())
_PACE = frozenset("pace momentum steam speed traction boost ground".split())
_BLOWS = frozenset("hit dive nosedive knock battering beating blow pounding".split())
_BESIDE = frozenset("above ahead below under behind".split())


def comes_to_end(verb: Token) -> bool:
    """As in "trade has practically come to an end", "deliveries ground to a halt"."""
    if verb.lemma not in {"come", "grind", "draw"}:
        return False
    ends = (c for prep in verb.children if prep.dep == "prep" and prep.lower == "to" for c in prep.children)
    return any(c.dep == "pobj" and c.lemma in {"end", "halt", "standstill", "close"} for c in ends)


def _is_idle(verb: Token) -> bool:
    """As in "exports fall into several groups": no movement."""
    return verb.lemma == "fall" and any(
        (c.dep == "prep" and c.lower in {"into", "under", "within"}) or c.lower == "short" for c in verb.children
    )


_GOES_ON = frozenset("continue keep start begin resume".split())


_PROPOSE = frozenset(
    "propose suggest consider discuss recommend advocate envisage favour favor support oppose avoid".split()
)


def is_wish(verb: Token) -> bool:
    """As in "agreed to boost trade", "to increase exports": an aim, not a movement."""
    if verb.dep == "conj" and verb.tag == "VB" and verb.head.pos == "VERB" and not _has_aux(verb):
        return is_wish(verb.head) or _is_hoped_of(verb.head)  # "in order to invest and expand trade"
    aimed_at = verb.tag == "VB" and any(c.dep == "aux" and c.lower == "to" for c in verb.children)
    proposed = verb.tag == "VBG" and (verb.dep == "pcomp" or (verb.dep == "xcomp" and verb.head.lemma in _PROPOSE))
    return aimed_at or proposed or _is_hoped_for(verb) or _is_purpose(verb)


def _is_hoped_for(verb: Token) -> bool:
    """As in "wants to see trade grow", "hoped that the two would widen their cooperation"."""
    if verb.dep != "ccomp":
        return False
    wished = verb.head.lemma in _HOPES and any(c.tag == "MD" and c.lower in _WOULD for c in verb.children)
    return wished or (verb.tag in {"VB", "VBP"} and verb.head.lemma == "see" and is_wish(verb.head))


_HOPES = frozenset("hope wish ask propose demand urge suggest promise agree".split())
_WOULD = frozenset("would could should might can will".split())


def _is_purpose(verb: Token) -> bool:
    """As in "asked for a quota so that its deficit comes down"."""
    mark = next((c for c in verb.children if c.dep == "mark" and c.lower == "that"), None)
    if mark is None and verb.dep == "conj" and verb.head.pos in {"VERB", "AUX"}:
        return _is_purpose(verb.head)
    led = mark is not None and mark.i > 0 and verb.doc[mark.i - 1].lower == "so"
    return led and verb.tag not in {"VBD", "VBN"}


def _has_aux(verb: Token) -> bool:
    return any(c.dep in {"aux", "auxpass", "nsubj"} for c in verb.children)


def _is_hoped_of(verb: Token) -> bool:
    """As in "the agreements would ease visits and widen trade": what another thing would do to it."""
    return any(c.tag == "MD" and c.lower in {"would", "could", "should", "might", "must"} for c in verb.children)


def strength_of(node: Token) -> str | None:
    """The word of strength beside a verb, noun or adjective ("sharply")."""
    near = [c for c in node.subtree if abs(c.i - node.i) < 6]
    for child in near:
        if child.lower in STRENGTH:
            return str(child.text)
    return None
