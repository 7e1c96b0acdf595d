"""Frames of parts of goods that came from one country or went to another, told by no word of trade.

"Morocco got most of its arms from the USA (62%) and France (36%)", "half of the gas burned in Moldova comes from Russia", "60
percent of Ghana's cocoa went to the Netherlands": a part of the goods that one of the two uses or sells.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.tables import TABLE
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame

_ABOUT: Final = r"(?:(?:about|some|nearly|almost|over|more\s+than|less\s+than|around|just|only|at\s+least|up\s+to|roughly|an?\s+estimated)\s+)*"
_OF_ITS: Final = re.compile(
    r"\s+of\s+(?:its|their|the\s+country's|all|the)\s+(?!exports|trade|debt|population|budget|gdp)", re.IGNORECASE
)
_GOES: Final = re.compile(
    r"'?s?\s+(?:(?!exports|imports|sales|shipments|trade|production|output|crop)[a-z-]+\s+){1,3}?(?:goes|go|went|(?:is|are|was|were)\s+(?:being\s+)?(?:sold|shipped|exported|sent|bound|destined))\s+(?:to|for)\s+(?:the\s+)?"
)
_OF: Final = re.compile(r"\s+of\s+(?:the\s+|all\s+)?")
_USED: Final = re.compile(
    r"\s+of\s+(?:the\s+|all\s+)?(?:[a-z-]+\s+){1,4}?(?:used|consumed|burned|burnt|eaten|drunk|needed|sold|bought|worn|driven)\s+(?:in|by)\s+(?:the\s+)?"
)
_COMES: Final = re.compile(r"\s+(?:comes?|came|is|was|are|were)\s+(?:[a-z]+\s+){0,2}?(?:from|by)\s+(?:the\s+)?")
_MOST_FROM: Final = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:gets?|got|buys?|bought|imports?|imported|sources?|sourced|obtains?|obtained|receives?|received|draws?|drew|takes?|took|purchases?|purchased|procures?|procured)\s+"
    r"(?:almost\s+|nearly\s+)?(?:most|much|all|part|half|the\s+(?:bulk|majority|rest|remainder))\s+of\s+(?:its|their)\s+(?:[a-z-]+\s+){1,4}?(?:mainly\s+|chiefly\s+)?from\s+(?:the\s+)?"
)
_ALSO_SELLING: Final = re.compile(
    r"\balso\s+(?:selling|supplying|shipping|delivering|exporting)\s+(?:[a-z-]+\s+){0,3}?to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WERE: Final = re.compile(r"[^.;,]{0,30}?\s+(?:were|was|are|is)\s+(?:the\s+)?")
_PART_BEHIND: Final = re.compile(rf"(?:\s+\(|,?\s+(?:with|at|for)\s+|\s+[-\u2013\u2014]\s+){_ABOUT}", re.IGNORECASE)
_NEXT: Final = re.compile(r"\)?(?:\s*[,;]|,?\s+and|;)(?:\s+and)?\s+(?:from\s+)?(?:the\s+)?")
_MAY: Final = re.compile(
    r"\b(?:used|consumed|burned|burnt|eaten|drunk|needed|sold|bought|worn|driven)\s+(?:in|by)\s|\b(?:most|much|all|part|half|bulk|majority|rest|remainder)\s+of\s+(?:its|their)\s"
    r"|\b(?:goes|go|went|(?:is|are|was|were)\s+(?:being\s+)?(?:sold|shipped|exported|sent|bound|destined))\s+(?:to|for)\s"
    r"|\balso\s+(?:selling|supplying|shipping|delivering|exporting)\s",
    re.IGNORECASE,
)


def may_tell_supplied(sentence: Sentence) -> bool:
    """A part of the goods that a country uses or sells may be told (asked before the sentence is parsed)."""
    return any(f.kind == "percent" for f in sentence.figures) and _MAY.search(sentence.text) is not None


def supplied_frames(sentence: Sentence, goods: list[Good]) -> list[Frame]:
    """The frames of those who supply a part each, or take one, in order."""
    if not may_tell_supplied(sentence):
        return []
    named = [m for m in sentence.mentions if trades(m.code) and m.use != "adjective"]
    found: list[Frame] = []
    for figure in sentence.figures:
        if figure.kind != "percent":
            continue
        told = (
            _comes(sentence, figure, named) or _goes(sentence, figure, found) or _listed(sentence, figure, named, found)
        )
        if told is None:
            continue
        buyer, seller, at = told
        token = sentence.word_of(at)
        if token is not None and buyer != seller:
            start, end = min(at.start, figure.start), max(at.end, figure.end)
            good = _good(sentence, figure, goods)
            found.append(Frame(token, "imports", buyer, seller, good, start, end, partner_prep=TABLE))
    return found


def _good(sentence: Sentence, figure: Figure, goods: list[Good]) -> Good | None:
    """What is needed: behind the part ("60 percent of its wheat"), else before those who supply it ("most of its arms from")."""
    behind = next((g for g in goods if 0 <= g.start - figure.end < _NEAR), None)
    before = (g for g in goods if g.end <= figure.start and _ITS_OR_SOLD.search(sentence.text[: g.start]))
    return behind or next(before, None)


_NEAR: Final = 70
_ITS_OR_SOLD: Final = re.compile(
    r"\b(?:of\s+(?:its|their)|selling|supplying|shipping|delivering|exporting)\s+(?:[a-z-]+\s+){0,3}$", re.IGNORECASE
)
_Told = tuple[str, str, Mention]
"""Who buys, who sells, and the name that the figure stands by."""


def _comes(sentence: Sentence, figure: Figure, named: list[Mention]) -> _Told | None:
    """As in "half of the gas burned in Moldova comes from Russia"."""
    text = sentence.text
    needy = next((m for m in named if m.start >= figure.end and _USED.fullmatch(text, figure.end, m.start)), None)
    seller = next(
        (m for m in named if needy and m.start > needy.end and _COMES.fullmatch(text, needy.end, m.start)), None
    )
    return (needy.code, seller.code, needy) if needy is not None and seller is not None else None


def _goes(sentence: Sentence, figure: Figure, found: list[Frame]) -> _Told | None:
    """As in "60 percent of Ghana's cocoa went to the Netherlands, and 40 percent of its tea to Egypt": goods of the one sold to the other."""
    text = sentence.text
    seller = next((m for m in sentence.mentions if _OF.fullmatch(text, figure.end, m.start)), None)
    own = _OF_ITS.match(text, figure.end) if seller is None and found else None
    begin = seller.end if seller is not None else own.end() - 1 if own is not None else None
    if begin is None:
        return None
    buyer = next((m for m in sentence.mentions if _GOES.fullmatch(text, begin, m.start)), None)
    code = seller.code if seller is not None else found[-1].partner
    if buyer is None or code is None or not trades(code) or not trades(buyer.code):
        return None
    return buyer.code, code, seller or buyer


def _listed(sentence: Sentence, figure: Figure, named: list[Mention], found: list[Frame]) -> _Told | None:
    """As in "Morocco got most of its arms from the USA (62%) and France (36%)", "also selling to Algeria were China (13%)"."""
    text = sentence.text
    at = next((m for m in reversed(named) if m.end <= figure.start), None)
    if at is None or _PART_BEHIND.fullmatch(text, at.end, figure.start) is None:
        return None
    last = found[-1] if found else None
    if last is not None and last.end < at.start and _NEXT.fullmatch(text, last.end, at.start):
        return str(last.reporter), at.code, at
    for needy in named:
        if needy.end > at.start or needy.code == at.code:
            continue
        if _MOST_FROM.fullmatch(text, needy.end, at.start):
            return needy.code, at.code, at
        if _ALSO_SELLING.search(text[: needy.start]) and _WERE.fullmatch(text, needy.end, at.start):
            return needy.code, at.code, at
    return None
