"""Directions that a pronoun goes on with: "Colombia's exports to Venezuela dropped to $1.1 billion. They are expected to fall further."."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.story.document import Sentence, trades
from tieline.read.trends.clauses import Move, by_verb
from tieline.read.trends.members import partners_behind
from tieline.read.words.leads import SIDE_BEHIND

_BEGINS: Final = re.compile(
    r"\W*(?:(?:but|and|yet|still|however|so|now)\b,?\s+)?(?:in\s+(?:the\s+)?(?P<where>[A-Z][\w-]+(?: [A-Z][\w-]+)?),?\s+(?:however,\s+|though,\s+|by contrast,\s+|on the other hand,\s+)?)?"
    r"(?:(?P<many>they|these|those)|it|(?:the\s+)?(?P<sum>amounts?|quantity|quantities|volumes?|total|value|figures?|numbers?)|the\s+(?P<gap>gap|deficit|surplus|shortfall|imbalance))\b",
    re.IGNORECASE,
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def may_go_on_moving(sentence: Sentence) -> bool:
    """It begins with a pronoun, and has no figure (asked before it is parsed)."""
    return _BEGINS.match(sentence.text) is not None and not sentence.figures


def carried_moves(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[tuple[Frame, Move]]:
    """The flow that the sentence before had as its subject, with the way that a pronoun for it moves; none where it may stand for something else."""
    last, begins = memory.frame, _BEGINS.match(sentence.text)
    if last is None or begins is None or sentence.figures or sentence.index - memory.frame_sentence != 1:
        return []
    if last.partner is None or last.token is None:
        return []
    if not _stands_for(last, begins):
        return []
    subject = next((t for t in sentence.tokens if t.idx + len(t) == begins.end()), None)
    if subject is None or subject.dep not in _SUBJECTS or subject.head.pos not in {"VERB", "AUX"}:
        return []
    if any(f.token.i < subject.head.i or f.indicator == last.indicator for f in frames):
        return []
    move = by_verb(subject.head, subject)
    if move is None or move.direction not in {"up", "down"}:
        return []
    told = tuple(dict.fromkeys((*last.inferred, "reporter", "partner")))
    flow = replace(last, token=subject, start=subject.idx, end=subject.idx + len(subject), inferred=told, partners=())
    if begins["where"] is not None:
        place = next((m for m in sentence.mentions if m.start == begins.start("where")), None)
        if place is None or not trades(place.code) or place.code in last.pair:
            return []
        return [(replace(flow, reporter=place.code), move)]
    if (led := next((c for c in subject.children if c.dep == "prep"), None)) is not None:
        return [(one, move) for one in _of_others(sentence, flow, led)]
    return [(replace(flow, partner=code), move) for code in _partners(sentence, move, last)]


def _of_others(sentence: Sentence, flow: Frame, led: Any) -> list[Frame]:
    """As in "Those from Chad declined": the flow before, with the countries behind "those" on their side."""
    noun = next((c for c in led.children if c.dep == "pobj"), None)
    named = [sentence.mention_at(t) for t in (noun, *noun.conjuncts)] if noun is not None else []
    codes = [m.code for m in named if m is not None and trades(m.code) and m.code not in flow.pair]
    told = led.lower in _LED_BY.get(flow.indicator, ())
    side = SIDE_BEHIND[flow.indicator][led.lower] if told else None
    if side is None or not codes or len(codes) != len(named):
        return []
    if side == "partner":
        return [replace(flow, partner=code) for code in codes]
    return [replace(flow, reporter=code) for code in codes]


_LED_BY: Final = {
    "exports": {"to", "from"}, "imports": {"from", "into"}, "tourism": {"from"}, "trade": {"with"}, "balance": {"with"}, "other": {"from", "to"},
    "investment": {"from", "in"}, "aid": {"from", "to"}, "debt": {"from", "to"},
}  # fmt: skip
"""The prepositions behind a pronoun that tell a side of its flow: of others the pronoun may be something else."""


def _stands_for(last: Frame, begins: re.Match[str]) -> bool:
    """The pronoun is for what the sentence before had as its subject; in another country, for the flow of that sentence."""
    if begins["gap"] is not None:
        return last.indicator == "balance"
    if begins["sum"] is not None:
        return True
    if begins["where"] is not None:
        return last.indicator in {"exports", "imports", "tourism"}
    return not last.verb and last.token.dep in _SUBJECTS and (last.token.tag == "NNS") == (begins["many"] is not None)


def _partners(sentence: Sentence, move: Move, last: Frame) -> list[str | None]:
    """The partners that the verb tells of a flow with all the world; else that of the flow."""
    end = move.token.idx + len(move.token)
    named = partners_behind(sentence, end, last.indicator) if last.partner == "WLD" else []
    return [code for code in named if code != last.reporter] or [last.partner]
