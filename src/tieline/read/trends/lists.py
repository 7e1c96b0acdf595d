"""Countries listed with the way their trade went: "Chad, Togo and Ghana saw large increases, too", "inflows also grew from Chad and Togo".

The list names partners of the flow that the sentence, or the one before it, is about; a figure beside them makes it a measure.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.frames.directions import token_direction
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.trends.clauses import is_wish, strength_of
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
        flows = _in_flow(frames, word, codes) or _flows(frames, verb, word, codes, sentence, memory)
        quote = Quote.of(
            story.document.text, sentence.start + subject.left_edge.idx, sentence.start + word.idx + len(word)
        )
        return [
            Trend(
                document=story.document.id, version=story.document.version_id, quote=quote, indicator=flow.indicator, reporter=flow.reporter or "",
                partner=flow.partner, product=flow.good.words if flow.good else None, hs=flow.good.hs or None if flow.good else None,
                period=period_near(sentence, flow.start, word.idx)[0] or memory.period, direction=direction, strength=strength_of(word),
                inferred=("indicator", "reporter", "period"), confidence=CONFIDENCE["turn-of-speech"],
            )
            for flow in flows
        ]  # fmt: skip
    return []


def read_spread(sentence: Sentence, frames: list[Frame], story: Story, memory: Memory) -> list[Trend]:
    """A trend for each country from which, or to which, a flow is told to have grown or shrunk: "exports also rose to Chad and Togo"."""
    out: list[Trend] = []
    for verb in sentence.tokens:
        way = token_direction(verb) if verb.pos == "VERB" and verb.dep != "amod" else 0
        if not way or is_wish(verb) or any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
            continue
        noun = next((c for c in verb.children if c.dep == "nsubj" and c.lemma in _SPREADS), None)
        lead = next(
            (
                c
                for c in verb.children
                if c.dep == "prep" and c.i > verb.i and (c.lower in {"from", "to", "into"} or _sold_in(noun, c))
            ),
            None,
        )
        first = next((c for c in lead.children if c.dep == "pobj"), None) if lead is not None else None
        if noun is None or lead is None or first is None or any(f.start > verb.idx for f in sentence.figures):
            continue
        named = [sentence.mention_at(word) for word in (first, *first.conjuncts)]
        codes = [m.code for m in named if m is not None and trades(m.code) and m.use != "adjective"]
        flow = _spread_flow(noun, frames, sentence, memory)
        if flow is None or not codes or len(codes) != len(named):
            continue
        last = max((first, *first.conjuncts), key=lambda word: word.i)
        quote = Quote.of(story.document.text, sentence.start + noun.idx, sentence.start + last.idx + len(last))
        for code in dict.fromkeys(codes):
            given = lead.lower == "from" and flow.indicator in _GIVEN
            reporter, partner = (code, flow.partner) if given else (flow.reporter, code)
            if (
                reporter in {None, "WLD"}
                or reporter == partner
                or (lead.lower == "from") != (given or flow.indicator == "imports")
            ):
                continue
            out.append(
                Trend(
                    document=story.document.id, version=story.document.version_id, quote=quote, indicator=flow.indicator, reporter=reporter,
                    partner=partner, product=flow.good.words if flow.good else None, hs=flow.good.hs or None if flow.good else None,
                    period=period_near(sentence, noun.idx, verb.idx)[0] or memory.period, direction="up" if way > 0 else "down", strength=strength_of(verb),
                    inferred=("partner" if given else "reporter", "period"), confidence=CONFIDENCE["turn-of-speech"],
                )
            )  # fmt: skip
    return out


def _sold_in(noun: Token | None, word: Token) -> bool:
    """As in "sales grew most in Chad and Togo"."""
    return noun is not None and word.lower == "in" and noun.lemma in {"sale", "export", "shipment"}


_SPREADS: Final = frozenset(
    "inflow investment fdi remittance transfer capital export import shipment delivery sale purchase".split()
)
_GIVEN: Final = frozenset({"investment", "other"})
_MONEY: Final = frozenset("inflow investment fdi remittance transfer capital".split())
_REMEMBERED: Final = 4


def _spread_flow(noun: Token, frames: list[Frame], sentence: Sentence, memory: Memory) -> Frame | None:
    """The flow that the noun names, with the side that all of the list share: its own, else that told a few sentences before."""
    own = next((f for f in frames if f.token.i == noun.i), None)
    if own is not None and own.partner not in {None, "WLD"} and "partner" not in own.inferred:
        return None  # its own phrase tells the pair
    if own is not None and own.indicator in {"exports", "imports"}:
        return own
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    if last is None or (last.indicator in _GIVEN) != (noun.lemma in _MONEY):
        return None
    kind = NOUN_ANCHORS.get(noun.lemma)
    if {last.indicator, kind} == {"exports", "imports"} and last.partner not in {None, "WLD"} and kind is not None:
        return replace(last, indicator=kind, reporter=last.partner, partner=last.reporter)
    return last if noun.lemma in _MONEY or last.indicator == kind else None


def _movement(verb: Token) -> tuple[Any, Direction] | None:
    """The word that tells which way, and the way: "large increases", "their sales drop"."""
    for child in verb.children:
        if child.i < verb.i or child.dep not in {"dobj", "ccomp"}:
            continue
        of_trade = child.dep == "dobj" and not _of_what(child)
        sold = child.dep == "ccomp" and any(c.dep == "nsubj" and c.lemma in NOUN_ANCHORS for c in child.children)
        flow = child.dep == "dobj" and any(t.lemma in NOUN_ANCHORS for t in _of_what(child))
        way = token_direction(child) if of_trade or sold or flow else 0
        if way:
            return child, "up" if way > 0 else "down"
    return None


def _of_what(noun: Token) -> list[Token]:
    """As in "a drop in exports": what moved."""
    preps = (c for c in noun.children if c.dep == "prep" and c.lower in {"in", "of"})
    return [c for prep in preps for c in prep.children]


def _in_flow(frames: list[Frame], word: Token, codes: list[str]) -> list[Frame]:
    """As in "Chad and Togo saw a drop in exports": of each of several countries; money that is sent is what each receives."""
    inside = {t.i for t in _of_what(word)}
    own = next((f for f in frames if f.token.i in inside), None)
    if own is None or len(codes) < _SEVERAL or set(codes) & own.pair == own.pair != frozenset():
        return []
    told = own.partner if "partner" not in own.inferred and own.partner not in codes else "WLD"
    if own.indicator in _GIVEN:
        giver = own.reporter if "reporter" not in own.inferred and own.reporter not in codes else "WLD"
        return [replace(own, reporter=giver, partner=code) for code in dict.fromkeys(codes)]
    return [replace(own, reporter=code, partner=told) for code in dict.fromkeys(codes)]


_SEVERAL: Final = 2


def _flows(
    frames: list[Frame], verb: Token, word: Token, codes: list[str], sentence: Sentence, memory: Memory
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
