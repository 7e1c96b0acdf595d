"""Which way the size of a gap goes by verbs that tell how well it goes: a deficit that improves is the smaller for it."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.story.denied import is_denied
from tieline.read.story.memory import Frame
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import Move, strength_of

_OF_A_DEFICIT: Final[dict[str, Direction]] = {
    "improve": "down", "improvement": "down", "worsen": "up", "worsening": "up", "deteriorate": "up", "deterioration": "up",
}  # fmt: skip
_DEFICIT: Final = re.compile(r"\b(?:deficits?|shortfalls?|gaps?|imbalances?)\b", re.IGNORECASE)


def way_of_a_gap(frame: Frame, move: Move, text: str) -> Direction:
    """As in "the deficit improved", which made it smaller, and "the surplus improved", which made it larger."""
    if _DEFICIT.search(text, frame.start, frame.end) is None:
        return move.direction
    return _OF_A_DEFICIT.get(move.token.lemma, move.direction)


def worsened(token: Token) -> Move | None:
    """As in "the balance worsened": told of what is better the higher it is; nothing of what may or did not happen."""
    verb = token.head
    if token.dep != "nsubj" or verb.lemma != "worsen" or is_denied(verb) or verb.dep not in {"ROOT", "ccomp", "conj"}:
        return None
    if any(child.tag == "MD" or child.lower == "to" for child in verb.children):
        return None
    return Move("down", verb, strength_of(verb))


def moves_a_gap(verb: Token) -> bool:
    """As in "exports helped to narrow the trade deficit": what moves is the object, and not the flow that is the subject."""
    doing = (verb, *(c for c in verb.children if c.dep in {"xcomp", "ccomp"}))
    return any(token_direction(v) and any(c.dep == "dobj" and c.lemma in _GAPS for c in v.children) for v in doing)


_GAPS: Final = frozenset({"deficit", "surplus", "gap", "shortfall", "imbalance"})
