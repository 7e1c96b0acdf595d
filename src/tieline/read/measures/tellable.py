"""What a draft needs to be told as a measure: its sides, and figures of the right kind."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.partner_side import GOODS_AS_SUCH
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good
from tieline.read.story.memory import Memory


def may_be_told(draft: Draft, sentence: Sentence, good: Good | None, memory: Memory) -> bool:
    """The sides and the kinds of figure that such a measure needs are there."""
    base = memory.base  # what the story began with
    orders = base is not None and draft.frame.token.lemma == base.token.lemma == "order"
    frame, indicator = draft.frame, draft.frame.indicator
    guessed = frame.weak and frame.partner == "WLD" and not frame.whole and indicator != "tourism" and not orders
    as_such = frame.verb and GOODS_AS_SUCH.match(sentence.text, frame.token.idx) is not None
    if guessed and frame.verb and (as_such or _ABROAD.search(sentence.text)):
        guessed = False  # "sold goods worth 57 billion abroad", "bought 9 billion worth of goods"
    if guessed and indicator == "balance" and memory.frame is not None and memory.frame.indicator == "balance":
        guessed = _THE_GAP.search(sentence.text[: frame.token.idx]) is None  # "The gap was 11.4 billion"
    if frame.reporter is None or (guessed and good is None and draft.share is None):
        return False
    if frame.partner is None and (indicator not in _WITHOUT_PARTNER and not (frame.group and indicator in _WITH_GROUP)):
        return False
    if draft.share is not None and draft.share.kind != "percent":
        return False
    if indicator == "investment" and frame.partner is None and not frame.group and not _FOREIGN.search(sentence.text):
        return False
    if indicator == "tariff":
        return draft.level is not None
    spent = frame.verb and frame.token.lemma == "spend"
    return indicator != "tourism" or spent or any(f.kind in {"quantity", "percent", "multiple"} for f in draft.figures)


_ABROAD: Final = re.compile(
    r"\b(?:goods?|products|merchandise)\b(?:[^.;]|\.\d)*\b(?:abroad|overseas|to (?:foreign|other) (?:countries|markets))\b|\b(?:abroad|overseas)\b(?:[^.;]|\.\d)*\bgoods\b",
    re.IGNORECASE,
)
_THE_GAP: Final = re.compile(r"\b(?:the|its|their|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


_FOREIGN: Final = re.compile(r"\b(?:foreign|direct|overseas|abroad|FDI|inward|outward|international)\b", re.IGNORECASE)
_WITHOUT_PARTNER: Final = frozenset({"tariff", "investment"})
_WITH_GROUP: Final = frozenset(
    {"exports", "imports", "trade", "balance", "production", "other", "tourism", "aid", "debt", "investment"}
)
