"""In whom the givers of a list give: a country named beside the giver, where the list goes from host to host.

"Austria leads among investors in Serbia, with 2.3 billion", "In Laos, China remains the biggest investor", "while in
Montenegro Serbia came first", "Switzerland leads in Albania (1.08 billion) and in Malta (277 million)", "the largest sum went to Slovenia, where Austria put in 16 billion".
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import Memory
from tieline.read.words.clauses import CLAUSE_BREAK

_LED: Final = re.compile(r"\b(?:in|into|inside|within)\s+(?:the\s+)?(?:neighbou?ring\s+|nearby\s+)?$", re.IGNORECASE)
_ALSO_OF: Final = re.compile(r"\b(?:to|of|for)\s+(?:the\s+)?$")
_WHERE: Final = re.compile(r",?\s+(?:where|in\s+which)\s+(?:the\s+)?(?:neighbou?ring\s+)?")
_TIME: Final = re.compile(r"'s?\b|\s+(?:dollars?|currency|terms)\b")
"""Behind a name that tells no place: "in China's case", "in Australian dollars"."""


def host_beside(sentence: Sentence, giver: Mention, figure: Figure) -> Mention | None:
    """The country in whom a giver gives, named in the part of the sentence that ends with the figure."""
    text = sentence.text
    before = [f.end for f in sentence.figures if f.end <= giver.start]
    since = max([0, *before[-1:], *(b.end() for b in CLAUSE_BREAK.finditer(text, 0, giver.start))])
    for mention in sentence.mentions:
        if not since <= mention.start < figure.start or mention.code == giver.code or not trades(mention.code):
            continue
        if mention.end <= giver.start and _WHERE.fullmatch(text, mention.end, giver.start):
            return mention
        if is_host(sentence, mention, behind=mention.start > giver.start):
            return mention
    return None


def is_host(sentence: Sentence, mention: Mention, *, behind: bool = False) -> bool:
    """A country is named as the place of what is told; `behind` its giver "to" and "of" lead to it too ("the biggest donor to Mali")."""
    if mention.use in {"adjective", "demonym"} or not trades(mention.code):
        return False
    lead = sentence.text[: mention.start]
    led = _LED.search(lead) is not None or (behind and _ALSO_OF.search(lead) is not None)
    return led and _TIME.match(sentence.text, mention.end) is None


def lead_without_host(sentence: Sentence, giver: Mention) -> str:
    """What stands before a giver, without a host right before it: "while in Montenegro Serbia" as "while "."""
    text = sentence.text
    for mention in sentence.mentions:
        if mention.end < giver.start and not text[mention.end : giver.start].strip(" ,") and is_host(sentence, mention):
            led = _LED.search(text[: mention.start])
            return text[: led.start()] if led is not None else text[: giver.start]
    return text[: giver.start]


def without_host(sentence: Sentence, host: Mention | None, start: int, end: int) -> str:
    """The words between a giver and its sum, without those that name the host: " leads in Albania (" as " leads (".

    What is left tells whether the sum is the giver's.
    """
    if host is None or not start <= host.start < end:
        return sentence.text[start:end]
    lead = _LED.search(sentence.text[: host.start]) or _ALSO_OF.search(sentence.text[: host.start])
    first = max(start, lead.start() if lead is not None else host.start)
    return sentence.text[start:first].rstrip() + sentence.text[host.end : end]


def host_told(sentence: Sentence, memory: Memory) -> str | None:
    """As in "its figures for FDI in Georgia. ... The Netherlands was the biggest investor": in whom, by the figures or the words told before."""
    told = next((t for t in reversed(memory.told) if t.indicator == "investment"), None)
    if told is not None and sentence.index - told.sentence <= _LINES_BACK:
        return told.partner if told.reporter == "WLD" else None
    line = sentence.before
    for _ in range(_LINES_BACK):
        if line is None:
            return None
        for mention in line.mentions:
            owned = mention.use != "adjective" and _OWNS_FDI.match(line.text, mention.end)
            if trades(mention.code) and (_FDI_IN.search(line.text[: mention.start]) or owned):
                return mention.code
        line = line.before
    return None


_LINES_BACK: Final = 5
_FDI_IN: Final = re.compile(r"\b(?:investments?|FDI\)?)\s+(?:[a-z-]+\s+){0,3}?(?:in|into|to)\s+(?:the\s+)?$")
_OWNS_FDI: Final = re.compile(r"['\u2019]s?\s+(?:[a-z-]+\s+){0,3}?(?:foreign\s+direct\s+investment|FDI)\b")
