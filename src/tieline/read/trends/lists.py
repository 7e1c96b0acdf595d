"""Countries listed with the way their trade went: "Chad, Togo and Ghana saw large increases, too".

The list names partners of the flow that the sentence, or the one before it, is about; a figure beside them makes it a measure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model.claims import Quote, Trend
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Frame, Memory
from tieline.read.trends.moves import is_wish, strength_of
from tieline.read.trends.times import period_near
from tieline.read.words.trade import NOUN_ANCHORS

_SEES: Final = frozenset("see record post show register enjoy suffer experience".split())
_FLOWS: Final = frozenset(("exports", "imports", "tourism"))
_NEAR: Final = 60


def read_listed(sentence: Sentence, frames: list[Frame], story: Story, memory: Memory) -> list[Trend]:
    """A trend for each partner of a list that "saw increases" or "saw their sales drop"."""
    for verb in sentence.tokens:
        if verb.lemma not in _SEES or verb.pos != "VERB" or is_wish(verb):
            continue
        subject = next((c for c in verb.children if c.dep == "nsubj"), None)
        named = [] if subject is None else [sentence.mention_at(word) for word in (subject, *subject.conjuncts)]
        codes = [m.code for m in named if m is not None and trades(m.code) and m.use != "adjective"]
        moved = _movement(verb)
        if subject is None or not codes or len(codes) != len(named) or moved is None:
            continue
        word, direction = moved
        if any(verb.idx < f.start < word.idx + _NEAR for f in sentence.figures):
            continue
        flows = _flows(frames, verb, word, codes, sentence, memory)
        quote = Quote.of(
            story.document.text, sentence.start + subject.left_edge.idx, sentence.start + word.idx + len(word)
        )
        return [
            Trend(
                document=story.document.id, version=story.document.version_id, quote=quote, indicator=flow.indicator, reporter=flow.reporter or "",
                partner=flow.partner, product=flow.good.words if flow.good else None, hs=flow.good.hs or None if flow.good else None,
                period=period_near(sentence, flow.start, word.idx)[0] or memory.period, direction=direction, strength=strength_of(word),
                inferred=("indicator", "reporter", "period"), confidence=0.5,
            )
            for flow in flows
        ]  # fmt: skip
    return []


def _movement(verb: Any) -> tuple[Any, Direction] | None:
    """The word that tells which way, and the way: "large increases", "their sales drop"."""
    for child in verb.children:
        if child.i < verb.i or child.dep not in {"dobj", "ccomp"}:
            continue
        of_trade = child.dep == "dobj" and not any(c.dep == "prep" and c.lower in {"in", "of"} for c in child.children)
        sold = child.dep == "ccomp" and any(c.dep == "nsubj" and c.lemma in NOUN_ANCHORS for c in child.children)
        way = token_direction(child) if of_trade or sold else 0
        if way:
            return child, "up" if way > 0 else "down"
    return None


def _flows(
    frames: list[Frame], verb: Any, word: Any, codes: list[str], sentence: Sentence, memory: Memory
) -> list[Frame]:
    """Of "saw their sales drop" what each one sold; else the sentence's last flow before the list, or the story's, with each as partner."""
    own = next((f for f in frames if f.token.head.i == word.i and f.token.dep == "nsubj"), None)
    if own is not None:
        if own.indicator not in _FLOWS or not any(
            c.dep == "poss" and c.lower in {"their", "its"} for c in own.token.children
        ):
            return []
        whom = own.partner if own.reporter in codes else own.reporter
        return [replace(own, reporter=code, partner=whom) for code in dict.fromkeys(codes) if whom not in {None, code}]
    here = [f for f in frames if f.token.i < verb.i and f.reporter]
    last = here[-1] if here else memory.frame if sentence.index - memory.frame_sentence <= 1 else None
    if last is None or last.indicator not in _FLOWS or last.reporter in codes:
        return []
    return [replace(last, partner=code, start=last.start if here else verb.idx) for code in dict.fromkeys(codes)]
