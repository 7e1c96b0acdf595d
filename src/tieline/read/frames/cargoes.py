"""Cargoes on their way: a counted load with a word of transport, and from where to where it goes.

"Three tankers carried 197,000 barrels of gasoline from Venezuela to Cuba", "a vessel with 25,000 tonnes of Thai rice has
reached the Philippines", "some 110 trucks of Mongolian coal pass into China every day": whatever stands as the subject,
the load is exports of the country whose goods they are; loads of aid are aid.  A side that the sentence leaves open is
that of the flow told just before, and inferred.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tieline.model import lazy_re as re
from tieline.model.money import CARGO
from tieline.read.frames.carriers import cargo_at, loaded_at
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import FLOWS, Frame, Memory

LOAD: Final = "load"
"""The mark of such a frame, in the place of the preposition of its partner: its figure stands where it starts."""
_TRANSPORT: Final = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)|transport(?:s|ed|ing)?|ferr(?:y|ies|ied)|haul(?:s|ed|ing)?|reach(?:es|ed)?|arriv(?:es?|ed|ing)|dock(?:s|ed)?|unload(?:s|ed|ing)?|discharg(?:es?|ed|ing)"
    r"|load(?:s|ed|ing)?|sail(?:s|ed|ing)?|head(?:s|ed|ing)\s+(?:for|to)|bound\s+for|en\s+route|on\s+(?:its|their|the)\s+way|left\s+for|set\s+off|dispatch(?:es|ed)?|despatched|airlift(?:s|ed)?"
    r"|pass(?:es|ed)?\s+(?:in)?to|cross(?:es|ed)?\s+(?:in)?to|enter(?:s|ed)?|flow(?:s|ed)?|flew|flown|moved?|sent|sends?|gone|went|goes?|landed|came\s+(?:in|ashore)|deliver(?:s|ed)?|piped|pumps?|pumped|trucked|railed)\b"
)
_COUNTED: Final = frozenset({"units", "weapons", "head", "TEU", "doses"})
_CAN: Final = re.compile(r"\b(?:can|could|able\s+to|capable\s+of|designed\s+to|capacity)\b", re.IGNORECASE)
"""Before what a pipe could carry."""
_OWN_SIZE: Final = re.compile(r"\d-(?:tonne|ton|litre|liter|kilo)")
"""A figure that is the size of one thing: "the 50,000-tonne carrier"."""
_CARRIER: Final = re.compile(r"\b(?:aircraft|planes|boats|trucks|lorries|wagons)$")
_OWN_WAY: Final = re.compile(
    r"\s+(?:(?:has|have|had|then|also|again)\s+)*(?:enter|cross|pass|mov|roll|flew|fly|flies|go|went|drove)(?:s|es|ed|e)?\b"
)
"""Behind planes, tanks or trucks that nobody sells: "25 Chinese planes entered Taiwan's air defence zone"."""
_GIVEN: Final = re.compile(
    r"\s+(?:of\s+)?(?:(?:emergency|humanitarian|relief|food|medical|flood|earthquake)\s+)*(?:aid|relief|assistance|donations?|donated|supplies(?=\s+for\s+(?:the\s+)?(?:victims|refugees|survivors)))\b|[^.;]{0,60}\bhumanitarian\s+(?:aid|relief|assistance)\b"
)
_OF_GOODS: Final = re.compile(r"\s+(?:(?:of|worth\s+of|with|full\s+of|carrying|laden\s+with)\s+)?(?:[a-z-]+\s+){0,3}")
_FROM: Final = re.compile(
    r"\b(?:from|out\s+of|left|leav(?:e|es|ing))\s+(?:the\s+)?(?:(?:port|ports|country|city)\s+of\s+)?$"
)
_TO: Final = re.compile(
    r"\b(?:to|into|for|reach(?:es|ed)?|enter(?:s|ed)?)\s+(?:the\s+)?(?:(?:neighbou?ring|port\s+of|ports\s+of|western|eastern|northern|southern)\s+)*$"
)
_IN: Final = re.compile(
    r"\b(?:arriv(?:es?|ed|ing)|dock(?:s|ed)?|unload(?:s|ed|ing)?|discharg(?:es?|ed|ing)|landed|came\s+in|deliver(?:s|ed))\b[^.;,]{0,50}\b(?:in|at|on)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$"
)
_WAYS: Final = re.compile(r"\b(?:via|through|across|over|by\s+way\s+of)\s+(?:the\s+)?$")
_STILL: Final = 2


class _Ends(NamedTuple):
    """Whose goods a load is of, where it goes, and which of the two the flow before lends."""

    seller: str
    buyer: str
    inferred: tuple[str, ...] = ()


def may_carry_load(sentence: Sentence) -> bool:
    """A counted load and a word of transport beside two countries (asked before the sentence is parsed).

    >>> from tieline.model.documents import Document
    >>> from tieline.read.story.document import build_story
    >>> told = "A ship with 25,000 tonnes of Thai rice has reached Manila. Fiji's mills have 25,000 tonnes of rice."
    >>> [may_carry_load(sentence) for sentence in build_story(Document("d", told, None)).sentences]
    [True, False]
    """
    return len({m.code for m in sentence.mentions}) >= _PAIR and _has_load(sentence)


def _has_load(sentence: Sentence) -> bool:
    loaded = any(_is_load(sentence, f) for f in sentence.figures)
    return loaded and _TRANSPORT.search(sentence.text) is not None


_PAIR: Final = 2


def _is_load(sentence: Sentence, figure: Figure) -> bool:
    """A weight, a volume, or things by their number."""
    if figure.kind != "quantity" or _CAN.search(sentence.text[: figure.start]):
        return False
    if _OWN_SIZE.search(sentence.text[figure.start : figure.end]):
        return False
    carrier = figure.unit == "weapons" or _CARRIER.search(sentence.text, figure.start, figure.end) is not None
    if carrier and _OWN_WAY.match(sentence.text, figure.end):
        return False
    return figure.unit in CARGO or figure.unit in _COUNTED or (figure.unit is None and figure.value > 1)


def load_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of the loads of a sentence, whose sides no word of trade tells."""
    if not _has_load(sentence):
        return []
    out: list[Frame] = []
    for figure in sentence.figures:
        if not _is_load(sentence, figure):
            continue
        given = _GIVEN.match(sentence.text, figure.end) is not None
        if not given and any(f.reporter and f.partner and not f.inferred for f in frames):
            continue
        ends = _ends(sentence, figure, memory)
        flows = [f for f in frames if f.indicator in FLOWS]
        if ends is not None and any(ends.inferred or f.pair == {ends.seller, ends.buyer} for f in flows):
            continue  # its own word of trade tells more
        token = next((t for t in sentence.tokens if t.idx >= figure.start), None)
        if ends is None or token is None:
            continue
        good = next((g for g in goods_in(sentence) if figure.start < g.end), None) if not given else None
        if loaded_at(sentence, figure.start) and not given:
            good = cargo_at(sentence, figure.start)
            if good is None:
                continue  # "2,000 trucks loaded with goods": nothing that is sold is counted
        out.append(
            Frame(
                token,
                "aid" if given else "exports",
                ends.seller,
                ends.buyer,
                good,
                figure.start,
                figure.end,
                inferred=ends.inferred,
                partner_prep=LOAD,
            )
        )
    return out


def load_at(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the load that a figure counts."""
    return next((f for f in frames if f.partner_prep == LOAD and f.start == figure.start), None)


def _ends(sentence: Sentence, figure: Figure, memory: Memory) -> _Ends | None:
    named = [m for m in sentence.mentions if trades(m.code) and not _WAYS.search(sentence.text[: m.start])]
    seller = next((m.code for m in named if _makes(sentence, figure, m)), None)
    seller = seller or next((m.code for m in named if _FROM.search(sentence.text[: m.start])), None)
    goals = [m for m in named if m.code != seller and m.use not in {"adjective", "demonym"}]
    buyer = next((m.code for m in goals if _TO.search(sentence.text[: m.start])), None)
    buyer = buyer or next((m.code for m in goals if _IN.search(sentence.text[: m.start])), None)
    if seller is not None and buyer is not None:
        return _Ends(seller, buyer)
    if seller is None and buyer is None:
        return None
    return _as_before(sentence, seller, buyer, {m.code for m in named}, memory)


def _makes(sentence: Sentence, figure: Figure, mention: Mention) -> bool:
    """As in "30,000 tonnes of Russian wheat", "24 South Korean howitzers": whose goods they are."""
    if mention.use not in {"adjective", "demonym"}:
        return False
    if figure.start < mention.start < figure.end:
        return True
    return mention.start > figure.end and _OF_GOODS.fullmatch(sentence.text, figure.end, mention.start) is not None


def _as_before(
    sentence: Sentence, seller: str | None, buyer: str | None, named: set[str], memory: Memory
) -> _Ends | None:
    """As in "Three cargoes landed in Havana with 197,000 barrels": the open side is that of the flow told just before."""
    flow = memory.flow
    if flow is None or flow is not memory.frame or flow.indicator not in FLOWS or len(flow.pair) < _PAIR:
        return None
    if sentence.index - memory.flow_sentence > _STILL:
        return None
    sold, bought = (flow.reporter, flow.partner) if flow.indicator == "exports" else (flow.partner, flow.reporter)
    if not named <= flow.pair or seller not in {None, sold} or buyer not in {None, bought} or not sold or not bought:
        return None
    told = {"reporter": seller, "partner": buyer}
    return _Ends(sold, bought, tuple(name for name, code in told.items() if code is None))
