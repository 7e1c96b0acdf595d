"""Words of trade that are no flow of somebody with somebody, or whose sides are from too far back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.ranked import RANKED
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import GIVEN, other_of


def tells_none(sentence: Sentence, frame: Frame) -> bool:
    """A word of trade that is no flow of somebody with somebody."""
    if frame.indicator == "tariff" or _is_no_lending(sentence, frame) or (frame.partner is None and not frame.group):
        return True
    if frame.partner_prep == RANKED and frame.indicator in GIVEN:
        return True  # "Germany was the largest investor with 436 million": a place in a list
    weak = frame.weak and not frame.verb
    return weak and frame.indicator != "balance" and frame.good is None and frame.partner == "WLD"


def is_carried_far(sentence: Sentence, frame: Frame, frames: list[Frame], memory: Memory) -> bool:
    """Both sides of the flow are from a sentence farther back, and nothing in this one says that it is about them."""
    if frame.indicator == "tourism" and {"reporter", "partner"} <= set(frame.inferred) and memory.host is None:
        return True
    near = 2 if frame.partner == "WLD" and frame.reporter == memory.hub.about else 1
    return (
        {"reporter", "partner"} <= set(frame.inferred)
        and sentence.index - memory.frame_sentence > near
        and not _pair_named(sentence, frame)
        and not _pair_said(sentence, frame)
        and not any(f.pair == frame.pair and f.token.i < frame.token.i and "partner" not in f.inferred for f in frames)
    )


def _pair_named(sentence: Sentence, frame: Frame) -> bool:
    """The sentence names both before the word of trade, or the one before it names these two alone."""
    here = {m.code for m in sentence.mentions if not m.place}
    before = {m.code for m in sentence.before.mentions if not m.place} if sentence.before is not None else set()
    return len(frame.pair) == _TWO and (here == frame.pair or (not here and before == frame.pair))


def with_known_side(frame: Frame, story: Story, memory: Memory) -> Frame:
    """The owner of a flow that was only carried over: one that the story names, and who sold before ("Germany imports less from Chad. Exports to Togo grew")."""
    last = memory.frame
    if "reporter" not in frame.inferred or "partner" in frame.inferred:
        return frame
    if story.pair is not None and frame.partner in story.pair and not story.counts.get(frame.reporter or ""):
        return replace(frame, reporter=other_of(story.pair, frame.partner))
    turned = last is not None and (last.indicator, frame.indicator) == ("imports", "exports")
    if last is None or not turned or last.reporter != frame.reporter or last.partner in {None, "WLD"}:
        return frame
    owned = any(c.dep == "poss" for c in frame.token.children)
    seen = last.partner in {frame.partner, *frame.partners}
    return frame if owned or seen else replace(frame, reporter=last.partner)


def is_of_strangers(sentence: Sentence, frame: Frame) -> bool:
    """The verb's subject is a name that is no country ("Europe has never sent so few"): whose flow it is was only carried over."""
    subjects = [c for c in frame.token.children if c.dep in {"nsubj", "nsubjpass"} and c.pos == "PROPN"]
    return bool(frame.inferred) and any(sentence.mention_at(c) is None for c in subjects)


def _is_no_lending(sentence: Sentence, frame: Frame) -> bool:
    """A debt or a gift that may not be between two countries, or that is one alone: no flow that grows."""
    if frame.indicator not in {"aid", "debt"}:
        return False
    giver = next((c for c in frame.token.head.children if c.dep == "nsubj"), None)
    own = giver is not None and (m := sentence.mention_at(giver)) is not None and m.code == frame.reporter
    sure = (
        not ({"partner"} if own else {"reporter", "partner"}) & set(frame.inferred)
        and len(frame.pair) == _TWO
        and all(map(trades, frame.pair))
    )
    return not sure or not (frame.token.lemma in _GIVEN or (frame.token.lemma == "loan" and frame.token.tag == "NNS"))


_TWO: Final = 2
_GIVEN: Final = frozenset({"lending", "borrowing", "aid", "assistance", "credit", "debt"})
_SAID = re.compile(r"\b(?:bilateral|two-way|mutual|between|each other|across|the two|both)\b", re.IGNORECASE)


def _pair_said(sentence: Sentence, frame: Frame) -> bool:
    """The phrase itself says that it is about the pair."""
    if any(c.dep == "poss" and c.lower == "their" for c in frame.token.children):
        return set(frame.pair) <= {m.code for m in sentence.mentions if m.end <= frame.token.idx}
    return bool(_SAID.search(sentence.text[max(0, frame.start - 5) : frame.end + 40]))
