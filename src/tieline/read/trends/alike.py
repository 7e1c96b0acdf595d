"""Flows that went the way of another one: "as did those to Norway", "and so did its imports from Peru", "Those to Togo did the same".

The way is that of the verb before in the sentence, else that of what the sentence before told last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.names.mentions import Mention
from tieline.read.story.denied import is_denied
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import Move
from tieline.read.words.trade import MORE_OR_LESS

_FACING: Final = {"exports": ("to",), "imports": ("from",), "trade": ("with",)}
_STAND_INS: Final = frozenset("those that it they".split())


_ALIKE: Final = re.compile(
    r"\b(?:so|as)\s+(?:did|do|does)\b|\b(?:did|do|does)\s+(?:(?:much|exactly)\s+)?(?:the\s+same|so|likewise)\b",
    re.IGNORECASE,
)


def may_do_alike(text: str) -> bool:
    """Words of a sentence that may say that a flow went the way of the one before.

    >>> may_do_alike("So did those to Poland."), may_do_alike("Those to Poland did not.")
    (True, False)
    """
    return _ALIKE.search(text) is not None


def alike_moves(
    sentence: Sentence, frames: Sequence[Frame], told: Sequence[Measure | Trend], memory: Memory
) -> list[tuple[Frame, Move]]:
    """The flows of a sentence that "did" as another one, each with its way."""
    out: list[tuple[Frame, Move]] = []
    for verb in sentence.tokens:
        if verb.lemma != "do" or not _does_as_much(verb) or is_denied(verb):
            continue
        way = _way_before(verb) or _way_told(told, memory, sentence)
        if way is None:
            continue
        out += [(frame, Move(way, verb, None)) for frame in _flows(sentence, verb, frames, memory)]
    return out


def _does_as_much(verb: Token) -> bool:
    """As in "as did", "so did", "did the same", "did so too"."""
    for child in verb.children:
        if child.dep in {"mark", "advmod", "prep"} and child.lower in {"as", "so", "likewise"}:
            return True
        if child.lower == "same" and child.dep in {"dobj", "attr", "advmod", "npadvmod"}:
            return True
    return False


def _way_before(verb: Token) -> Direction | None:
    """The way of the nearest verb before, or of the "more" that it buys or sells."""
    for word in reversed(verb.doc[: verb.i]):
        if word.pos not in {"VERB", "AUX"} or is_denied(word):
            continue
        if way := token_direction(word):
            return "up" if way > 0 else "down"
        beside = next((c for c in word.children if c.lower in MORE_OR_LESS and c.dep in {"dobj", "advmod"}), None)
        amount = beside or next(
            (g for c in word.children if c.dep == "dobj" for g in c.children if g.lower in MORE_OR_LESS), None
        )
        if amount is not None:
            return "up" if amount.lower == "more" else "down"
    return None


def _way_told(told: Sequence[Measure | Trend], memory: Memory, sentence: Sentence) -> Direction | None:
    """The way that the last claim told: of this sentence, else of the one before."""
    if told:
        return way_of(told[-1])
    last, way = memory.last_way
    return way if sentence.index - last == 1 else None


def way_of(claim: Measure | Trend) -> Direction | None:
    """Up or down, as a claim tells it; None where it tells neither."""
    if isinstance(claim, Trend):
        return claim.direction if claim.direction in {"up", "down"} else None
    change = claim.change_pct if claim.change_pct is not None else claim.change_value
    return None if change is None or change == 0 else "up" if change > 0 else "down"


def _flows(sentence: Sentence, verb: Token, frames: Sequence[Frame], memory: Memory) -> list[Frame]:
    """What did as much: a flow of its own words, the one before with another partner, or that of another country."""
    subject = next((c for c in verb.children if c.dep in {"nsubj", "attr"}), None)
    own = next((f for f in frames if subject is not None and _is_told_by(f, subject)), None)
    if own is not None and own.reporter and own.partner:
        return [own]
    last = next((f for f in reversed(frames) if f.token.i < verb.i and f.reporter and f.partner), None)
    if last is None:
        near = sentence.index - memory.frame_sentence == 1
        last = replace(memory.frame, inferred=("indicator", "reporter")) if near and memory.frame is not None else None
    if last is None or subject is None or last.indicator not in {*FLOWS, "trade"}:
        return []
    if subject.lower in _STAND_INS:
        named = _faced(sentence, verb, _FACING[last.indicator])
        return [
            _at(last, verb, replace(last, partner=m.code, partners=(), group=False))
            for m in named
            if m.code not in last.pair
        ]
    mentions = [sentence.mention_at(t) for t in (subject, *subject.conjuncts)]
    does = last.verb and all(m is not None and m.use != "adjective" for m in mentions)
    codes = [m.code for m in mentions if m is not None and trades(m.code) and m.code not in last.pair] if does else []
    return [_at(last, verb, replace(last, reporter=code)) for code in codes]


def _is_told_by(frame: Frame, subject: Token) -> bool:
    """The flow is that of the subject, or of the country behind its "those": "those from Mali did the same"."""
    return frame.token is subject or (subject.lower in _STAND_INS and frame.token in subject.subtree)


def _at(last: Frame, verb: Token, frame: Frame) -> Frame:
    """The flow, told from the one that it is like up to the verb that says so."""
    start = last.start if last.token.doc is verb.doc else verb.idx
    return replace(frame, start=start, end=max(frame.end if start == last.start else 0, verb.idx + len(verb)))


def _faced(sentence: Sentence, verb: Token, prepositions: Sequence[str]) -> list[Mention]:
    """The partners behind the verb: "as did those to Norway and Peru"."""
    lead = next((t for t in verb.subtree if t.dep == "prep" and t.lower in prepositions and t.i > 0), None)
    first = next((c for c in lead.children if c.dep == "pobj"), None) if lead is not None else None
    named = [sentence.mention_at(t) for t in (first, *first.conjuncts)] if first is not None else []
    return [m for m in named if m is not None and trades(m.code)]
