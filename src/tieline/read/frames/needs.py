"""Frames of needs: how much of what one country uses comes from another, told by no word of trade.

"Egypt depends on Russia for 60 percent of its wheat", "Norway met 22% of the gas needs of the European Union", "half of the
gas burned in Moldova comes from Russia", "Morocco got most of its arms from the USA (62%) and France (36%)": the reporter is who
needs the goods, the partner who supplies them, and the percentage is a share of what the former imports.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import sentence_subject
from tieline.read.frames.tables import TABLE
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame, Memory

_ABOUT: Final = r"(?:(?:about|some|nearly|almost|over|more\s+than|less\s+than|around|just|only|at\s+least|up\s+to|roughly|an?\s+estimated)\s+)*"
_NEED: Final = r"(?:needs|demand|requirements?|wants)"
_MAY: Final = re.compile(
    rf"\b(?:(?:depend|rel(?:y|ie))\w*|reliant|counts?)\s+(?:[a-z]+\s+)?(?:up)?on\b|\b{_NEED}\b"
    r"|\b(?:used|consumed|burned|burnt|eaten|drunk|needed|sold|bought|worn|driven)\s+(?:in|by)\b|\b(?:most|much|all|part|half|bulk|majority|rest)\s+of\s+(?:its|their)\b"
    r"|\b(?:goes|go|went|(?:is|are|was|were)\s+(?:being\s+)?(?:sold|shipped|exported|sent|bound|destined))\s+(?:to|for)\b"
    r"|\balso\s+(?:selling|supplying|shipping|delivering|exporting)\b",
    re.IGNORECASE,
)
_DEPENDS: Final = re.compile(
    r"(?:\s+(?:[a-z]+\s+){0,3}?|\s+is\s+(?:[a-z]+\s+){0,2}?)(?:depend(?:s|ed)?|depending|relies|relied|rely|relying|dependent|reliant|counts?)\s+(?:[a-z]+\s+)?(?:up)?on\s+(?:imports\s+from\s+)?(?:the\s+)?$"
)
"""Before the supplier, behind who needs."""
_FOR_PART: Final = re.compile(rf"\s+for\s+{_ABOUT}", re.IGNORECASE)
_OF_ITS: Final = re.compile(
    r"\s+of\s+(?:its|their|the\s+country's|all|the)\s+(?!exports|trade|debt|population|budget|gdp)", re.IGNORECASE
)
_MEETS: Final = re.compile(
    r"(?:(?:'s?)?\s+(?:[a-z]+\s+){0,3}?)(?:meets?|met|covers?|covered|satisf(?:y|ies|ied)|suppl(?:y|ies|ied)|provid(?:es?|ed)|fill(?:s|ed)?|account(?:s|ed)?\s+for|ma(?:de|kes)\s+up)\s+"
    + _ABOUT,
    re.IGNORECASE,
)
"""Between a supplier and the part that it meets."""
_AND: Final = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_GOES: Final = re.compile(
    r"'?s?\s+(?:(?!exports|imports|sales|shipments|trade|production|output|crop)[a-z-]+\s+){1,3}?(?:goes|go|went|(?:is|are|was|were)\s+(?:being\s+)?(?:sold|shipped|exported|sent|bound|destined))\s+(?:to|for)\s+(?:the\s+)?"
)
"""Between who sells and who buys: "60 percent of Ghana's cocoa went to the Netherlands"."""
_OF_NEEDS_OF: Final = re.compile(rf"\s+of\s+(?:the\s+|all\s+)*(?:[a-z-]+\s+){{0,3}}?{_NEED}\s+(?:of|in)\s+(?:the\s+)?")
_OF: Final = re.compile(r"\s+of\s+(?:the\s+|all\s+)?")
_OWN_NEEDS: Final = re.compile(rf"'?s?\s+(?:[a-z-]+\s+){{0,4}}?{_NEED}\b")
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


def may_tell_needs(sentence: Sentence) -> bool:
    """A part of what a country needs may be told (asked before the sentence is parsed)."""
    return any(f.kind == "percent" for f in sentence.figures) and _MAY.search(sentence.text) is not None


def need_frames(sentence: Sentence, goods: list[Good], memory: Memory) -> list[Frame]:
    """The frames of those who supply a part each of what a country needs, in order."""
    if not may_tell_needs(sentence):
        return []
    named = [m for m in sentence.mentions if trades(m.code) and m.use != "adjective"]
    found: list[Frame] = []
    for figure in sentence.figures:
        if figure.kind != "percent":
            continue
        told = (
            _depends(sentence, figure, named, memory)
            or _meets(sentence, figure, memory)
            or _comes(sentence, figure, named)
            or _goes(sentence, figure, found)
            or _listed(sentence, figure, named, found)
        )
        if told is None:
            continue
        needs, supplier, at = told
        token = sentence.word_of(at)
        if token is not None and needs != supplier:
            here = {m.code for m in sentence.mentions}
            side = [name for name, code in (("reporter", needs), ("partner", supplier)) if code and code not in here]
            start, end = min(at.start, figure.start), max(at.end, figure.end)
            good = _good(sentence, figure, goods)
            found.append(
                Frame(
                    token,
                    "imports",
                    needs,
                    supplier,
                    good,
                    start,
                    end,
                    inferred=tuple(side),
                    group=supplier is None,
                    partner_prep=TABLE,
                )
            )
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
_Told = tuple[str, str | None, Mention]
"""Who needs, who supplies (None for several together), and the name that the figure stands by."""


def _is_one_of_several(text: str, last: Mention, named: list[Mention]) -> bool:
    """As in "Australia and Qatar meet two-thirds of it": together."""
    return any(_AND.fullmatch(text, m.end, last.start) for m in named if m.code != last.code)


def _depends(sentence: Sentence, figure: Figure, named: list[Mention], memory: Memory) -> _Told | None:
    """As in "Egypt depends on Russia for 60 percent of its wheat"."""
    text = sentence.text
    at = next((m for m in reversed(named) if m.end <= figure.start), None)
    if at is None or _FOR_PART.fullmatch(text, at.end, figure.start) is None or _OF_ITS.match(text, figure.end) is None:
        return None
    lead = _DEPENDS.search(text[: at.start])
    if lead is None:
        return None
    needs = next((m.code for m in named if m.end == lead.start()), None)
    token = next((t for t in sentence.tokens if t.idx >= lead.start() and t.pos in {"VERB", "AUX"}), None)
    if needs is None and token is not None:
        needs = sentence_subject(sentence, token, memory)
    if needs is None or not trades(needs):
        return None
    return needs, None if _is_one_of_several(text, at, named) else at.code, at


def _meets(sentence: Sentence, figure: Figure, memory: Memory) -> _Told | None:
    """As in "Russia meets 60 percent of Egypt's wheat needs", "the country met 22% of the gas needs of the EU"."""
    text = sentence.text
    needy = None
    for mention in sentence.mentions:
        if mention.start < figure.end or not trades(mention.code):
            continue
        if _OF_NEEDS_OF.fullmatch(text, figure.end, mention.start) or (
            _OF.fullmatch(text, figure.end, mention.start) and _OWN_NEEDS.match(text, mention.end)
        ):
            needy = mention
            break
    if needy is None:
        return None
    before = [m for m in sentence.mentions if m.end <= figure.start and trades(m.code) and m.code != needy.code]
    one = next((m for m in reversed(before) if _MEETS.fullmatch(text, m.end, figure.start)), None)
    if one is not None and _is_one_of_several(text, one, before):
        return needy.code, None, needy
    seller = one.code if one is not None else None
    verb = next((t for t in reversed(sentence.tokens) if t.idx < figure.start and t.pos in {"VERB", "AUX"}), None)
    if seller is None and verb is not None and _MEETS.fullmatch(f" {text[verb.idx : figure.start]}"):
        seller = sentence_subject(sentence, verb, memory)
    return (needy.code, seller, needy) if seller is not None and trades(seller) else None


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
