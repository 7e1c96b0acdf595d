"""Flows with each of the countries that a plural stands for: "arrivals from its main markets, namely Fiji and Samoa, were down".

The flow is that of the noun before the plural; of "those", "numbers" and "sales" it is the one that the story told last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.read.frames.frames import Frame, Memory
from tieline.read.story.document import Sentence
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import Move, by_verb
from tieline.read.trends.members import row_of_members

_STAND_INS: Final = frozenset("those that number figure sale total traffic".split())
_LEADS: Final = frozenset("to from with in".split())
_REMEMBERED: Final = 2


def member_moves(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[tuple[Frame, Move]]:
    """The flow with each member of such a plural, and the way that the verb moves it; none where a figure is told of it."""
    out: list[tuple[Frame, Move]] = []
    for noun in sentence.tokens:
        if noun.dep != "pobj" or noun.head.lower not in _LEADS:
            continue
        flow_word = noun.head.head
        row = row_of_members(sentence, noun)
        codes = list(dict.fromkeys(m.code for m in row if m.use != "adjective"))
        flow = _flow_at(flow_word, sentence, frames, memory) if codes else None
        if flow is None or any(f.start > flow_word.idx for f in sentence.figures):
            continue
        verb = flow_word.head if flow_word.dep in {"nsubj", "nsubjpass"} else _verb_behind(sentence, row[-1].end)
        move = by_verb(verb, flow_word) if verb is not None else None
        if move is None:
            continue
        end = noun.idx + len(noun)
        out += [(_facing(flow, code, flow_word, end), move) for code in codes if code != flow.reporter]
    return out


def _verb_behind(sentence: Sentence, end: int) -> Token | None:
    """The verb right behind the list, where the parser took "that is" for one."""
    behind = [t for t in sentence.tokens if t.idx >= end][:_NEAR]
    return next((t for t in behind if t.pos in {"VERB", "AUX"}), None)


_NEAR: Final = 3


def _flow_at(word: Token, sentence: Sentence, frames: list[Frame], memory: Memory) -> Frame | None:
    own = next((f for f in frames if f.token.i == word.i and f.reporter is not None), None)
    if own is not None or word.lemma not in _STAND_INS:
        return own
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    if last is None and memory.host is not None and sentence.before is not None and sentence.before.of_travel:
        return Frame(word, "tourism", memory.host, None, None, word.idx, word.idx + len(word), inferred=("reporter",))
    return last if last is not None and last.indicator in {"exports", "imports", "tourism"} else None


def _facing(flow: Frame, code: str, word: Token, end: int) -> Frame:
    return replace(flow, token=word, partner=code, partners=(), group=False, start=word.idx, end=end)
