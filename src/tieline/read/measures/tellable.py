"""What a draft needs to be told as a measure: its sides, and figures of the right kind."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.partner_side import GOODS_AS_SUCH
from tieline.read.measures.draft_slots import Draft
from tieline.read.names.provinces import is_part
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import FLOWS, Memory


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
    if not_moved(draft, sentence) or _of_a_part(draft, sentence) or _between_peers(draft, sentence):
        return False
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


def _of_a_part(draft: Draft, sentence: Sentence) -> bool:
    """As in "California's exports came to $170 billion": a province's trade with all the world is no country's."""
    frame = draft.frame
    if frame.partner not in {None, "WLD"}:
        return False
    named = [m for m in sentence.mentions if m.code == frame.reporter]
    return bool(named) and all(is_part(sentence.text[m.start : m.end]) for m in named)


def _between_peers(draft: Draft, sentence: Sentence) -> bool:
    """As in "Egypt was followed by Ethiopia, with investments of $3 billion": one after the other of a list, where no word tells of a flow between them."""
    frame = draft.frame
    carried = {"reporter", "partner"} & {*frame.inferred}
    for one, two in pairwise(m for m in sentence.mentions if trades(m.code)):
        if {one.code, two.code} != frame.pair or not carried:
            continue
        if len(carried) > 1 and _PEERS.fullmatch(sentence.text, one.end, two.start):
            return True
        joined = _AND.fullmatch(sentence.text, one.end, two.start) and _TOGETHER.match(sentence.text, two.end)
        if joined and not _BETWEEN.search(sentence.text[: one.start]):
            return True
    return False


_PEERS: Final = re.compile(
    r"(?:\s*\([^()]{1,30}\))?,?\s+(?:(?:was|is|were|are|came|stood|ranked|placed)\s+)?(?:followed\s+by|ahead\s+of|behind|(?:has\s+|had\s+)?(?:overtook|overtaken|surpassed|outstripped|trailed|trailing|overtaking|surpassing))\s+(?:the\s+)?"
)
"""Between two that are held against each other."""
_AND: Final = re.compile(r",?\s+and\s+(?:the\s+)?")
_BETWEEN: Final = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"\s+(?:together\s+|jointly\s+|alone\s+)?(?:account(?:s|ed|ing)?\s+for|ma(?:kes?|de|king)\s+up|represent(?:s|ed|ing)?)\b"
)
"""Behind two whose parts are told as one."""


def not_moved(draft: Draft, sentence: Sentence) -> bool:
    """As in "nabbed 19 truckloads", "gives 50,000 people their choice of citizenship": what is seized is not traded, who is given a right does not travel."""
    figure, text = draft.figures[0], sentence.text
    if draft.frame.indicator == "tourism":
        return figure.kind == "quantity" and _GIVEN_A_RIGHT.match(text, figure.end) is not None
    if draft.frame.indicator not in FLOWS or figure.kind == "percent":
        return False
    lead = text[: figure.start]
    return (
        any(words.search(lead) is not None for words in (_SEIZED, _KEPT))
        or _WAS_SEIZED.match(text, figure.end) is not None
    )


_GIVEN_A_RIGHT: Final = re.compile(
    r"\s+(?:[^.;,]{0,40}?\s)?(?:their|the|an?)\s+(?:[\w-]+\s+)?(?:choice|right|rights|chance|option|say|vote|citizenship|nationality|statehood)\b"
)
_SEIZING: Final = r"(?:nabb?|seiz|confiscat|impound|intercept)(?:e?d|e?s|ing|e)?"
_SEIZED: Final = re.compile(
    rf"\b{_SEIZING}\s+(?:(?:about|some|nearly|almost|over|around|at\s+least|more\s+than|a|an|the)\s+)*$", re.IGNORECASE
)
_KEPT: Final = re.compile(
    r"\breserves\s+(?:(?:now|then|alone|there|had|have|has|were|was|are|is)\s+){0,3}(?:amount(?:ed|s|ing)?\s+to|stood\s+at|stands?\s+at|total(?:led|ed|s|ling)|came\s+to|put\s+at|estimated\s+at|of|at)\s+"
    r"(?:(?:about|some|nearly|almost|over|around|at\s+least|more\s+than|a|an)\s+)*$",
    re.IGNORECASE,
)
"""Before what a country keeps or has in the ground: "reserves amounted to 130 tons"."""
_WAS_SEIZED: Final = re.compile(
    rf"(?:\s+of\s+[\w-]+)?(?:\s+[\w-]+){{0,4}}\s+(?:was|were|been|being)\s+(?:\w+ly\s+)?{_SEIZING}\b"
)
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
