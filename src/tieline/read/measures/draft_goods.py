"""The product of a draft: its own, else one that the sentence or the story carries on to it, and says so in `inferred`."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.movers import MOVING
from tieline.read.measures.draft_slots import Draft
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good, goods_in, whole_list
from tieline.read.story.memory import FLOWS, Memory
from tieline.read.story.topic import (
    good_before_colon,
    is_of_last_good,
    may_be_of_topic,
    note_sides,
    only_good_weighed,
    sides_of_flow,
)
from tieline.read.words.trade import words


def good_of(draft: Draft, sentence: Sentence, memory: Memory) -> Good | None:
    """The product of a draft: its own, else for a flow the story's one product, the last flow's, or the sentence's only one."""
    frame = draft.frame
    good = draft.good or frame.good
    if frame.partner_prep == MOVING:
        return None
    if frame.indicator == "tariff" and draft.level is not None:
        of_rate = (g for g in goods_in(sentence) if _RATE_ON.fullmatch(sentence.text, draft.level.end, g.start))
        return next(of_rate, good)
    if frame.indicator not in FLOWS:
        return good
    if good is not None:
        good = whole_list(sentence, good)
        draft.good = good if draft.good is not None else None
    elif (good := _good_carried(draft, sentence, memory)) is not None:
        draft.inferred = (*draft.inferred, "product")
    sides = sides_of_flow(frame.indicator, frame.reporter, frame.partner)
    if good is not None:
        memory.good, memory.good_sentence = good, sentence.index
        memory.good_sides, memory.good_token = sides, frame.token
        note_sides(memory, good, *sides)
    return good


_RATE_ON: Final = re.compile(r"\s+(?:(?:duty|tariff|levy|tax)\s+)?on\s+(?:(?:the|all|its|imported)\s+)*")
"""Between a rate and the goods that bear it: "25% on steel and 10% on aluminium"."""


def _good_carried(draft: Draft, sentence: Sentence, memory: Memory) -> Good | None:
    frame, here = draft.frame, goods_in(sentence)
    phrase = sentence.text[frame.start : frame.token.idx + len(frame.token)]
    if (told := good_before_colon(sentence, frame.start)) is not None and not frame.whole:
        return told
    topic = memory.topic()
    seller, _ = sides_of_flow(frame.indicator, frame.reporter, frame.partner)
    other_way = seller is not None and memory.topic_sides.get(seller) is False
    behind = sentence.text[frame.token.idx + len(frame.token) :]
    if (
        topic is not None
        and not other_way
        and all(g.hs == topic.hs for g in here)
        and may_be_of_topic(phrase, draft.figures, behind)
    ):
        return topic
    age = sentence.index - memory.good_sentence
    if memory.good is not None and not here and is_of_last_good(phrase, draft.figures, age):
        return memory.good
    if _goes_on_with_goods(draft, sentence, memory):
        return memory.good
    return only_good_weighed(sentence, draft.figures) if frame.verb else None


def _goes_on_with_goods(draft: Draft, sentence: Sentence, memory: Memory) -> bool:
    """As in "sold it 1.9 million tonnes for $480 million", "Kenya's tea earned $1.2 billion. Pakistan bought $480 million": of the goods just told.

    One side must be that of those goods; a noun with an owner of its own, or of all trade, begins with another matter.
    """
    frame, good = draft.frame, memory.good
    age = sentence.index - memory.good_sentence
    if good is None or age > 1 or frame.whole:
        return False
    if any(g.words != good.words and g.end > frame.start for g in goods_in(sentence)):
        return False
    if age == 0 and memory.good_token is frame.token:  # told once by weight, once by worth
        one = draft.figures[0]
        return any(f.end <= one.start and {f.kind, one.kind} == {"money", "quantity"} for f in sentence.figures)
    sells, buys = sides_of_flow(frame.indicator, frame.reporter, frame.partner)
    seller, buyer = memory.good_sides
    same = (seller is not None and sells == seller) or (buyer not in {None, "WLD"} and buys == buyer)
    if "WLD" in {sells, buys} or not same:
        return False
    if _OF_THEM.match(sentence.text, draft.figures[-1].end) or _OF_THE_SAME.search(sentence.text, frame.token.idx):
        return True
    row = "indicator" in frame.inferred or (frame.verb and frame.token.lemma in _TAKEN)
    return row if frame.verb or "indicator" in frame.inferred else _of_goods_told(frame.token.lemma, frame.inferred)


def _of_goods_told(lemma: str, inferred: tuple[str, ...]) -> bool:
    """As in "Shipments to Romania were up 20 percent", with no owner: what is shipped has just been told."""
    return lemma in _SHIPPED and bool({"reporter", "partner"} & set(inferred))


_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|it|these|those|this|that)\b")
_OF_THE_SAME: Final = re.compile(r"\bof\s+the\s+same\s+(?:goods|products?|items?|kind|commodity)\b")
_TAKEN: Final = words("take buy pay spend purchase absorb receive get import sell supply deliver provide ship")
_SHIPPED: Final = words("shipment sale delivery purchase supply volume consignment")
