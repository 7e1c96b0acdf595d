"""Figures of what a country makes, grows, mines or holds, told beside its trade: no figure of trade, whatever stands near them."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_OUTPUT: Final = re.compile(
    r"(?<!-)\b(?:output|production|(?:harvests?|crops?)(?!\s+(?:years?|seasons?)\b)|yields?|throughput|capacity|potential|herds?|stocks?|stockpiles?|inventor(?:y|ies)|catch(?:es)?|processing|(?:has|have|had)\s+a\s+(?:herd|fleet|workforce)"
    r"|(?:produc|harvest|process|extract|refin|pack|assembl|manufactur|min)(?:es|ing)|catches|caught|turn(?:s|ed|ing)?\s+out|can\s+(?:make|handle|carry|store))\b",
    re.IGNORECASE,
)
_GROWN: Final = re.compile(
    r"\b(?:grew|(?:produc|harvest|process|extract|refin|pack|assembl|manufactur|min)ed)\s+(?:(?:about|some|around|nearly|almost|over|more\s+than|only|just|an\s+estimated|a\s+total\s+of|up\s+to)\s+)*$",
    re.IGNORECASE,
)
"""Before a weight that was made, or that farmers raised and nothing grew by."""
_TRADED: Final = re.compile(
    r"\b(?:\w*exports?|exported|exporting|imports?|imported|importing|sold|sells?|selling|sales?|ship(?:s|ped|ping|ments?)|bought|buys?|purchases?|supplie[sd]|supply|deliver\w*|trade[ds]?|turnover|surplus|deficit|sent|went|took|takes?|taken|tourists?|visitors?|arrivals|remittances?|aid|loans?|invest\w*)\b",
    re.IGNORECASE,
)
_OF_TRADE: Final = re.compile(
    r"\b(?:\w*exports?|imports?|sales?|shipments?|deliver(?:y|ies)|supplies|purchases?)\s+of\s+(?:[\w-]+\s+){0,3}$|^\W*of\s+(?:its|the|this|that|their)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before what is traded of it: "exports of the new crop", "Of the crop, 20,000 tonnes were exported"."""
_REACH: Final = 90
_CLAUSE: Final = re.compile(r"[;:]|\.\s|\b(?:while|whereas|but)\b|,\s+(?:and|which|of\s+which)\b")


def is_of_output(sentence: Sentence, figure: Figure) -> bool:
    """The last word before a figure, in its clause, that says what it is of is one of output.

    >>> from tieline.model.documents import Document
    >>> from tieline.read.story.document import build_story
    >>> told = "As output fell to 30 tonnes, imports of 12 tonnes came in. Ghana mined 4 tonnes. It grew 9 tonnes of tea."
    >>> [(int(f.value), is_of_output(s, f)) for s in build_story(Document("d", told, None)).sentences for f in s.figures]
    [(30, True), (12, False), (4, True), (9, True)]
    """
    if figure.kind == "money" or figure.unit == "people":
        return False
    lead = sentence.text[max(0, figure.start - _REACH) : figure.start]
    begins = [m.end() for m in _CLAUSE.finditer(lead)]
    lead = lead[begins[-1] :] if begins else lead
    if figure.kind == "quantity" and _GROWN.search(lead) and _TRADED.search(lead) is None:
        return True
    made = [m.end() for m in _OUTPUT.finditer(lead) if _OF_TRADE.search(lead[: m.start()]) is None]
    return bool(made) and _TRADED.search(lead, made[-1]) is None
