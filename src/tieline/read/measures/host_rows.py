"""Guests of nobody's in a story that goes from host to host: "1.2 million tourists visited Cambodia, while 2.3 million visited Laos".

Where the words of a count name its host and no land that its guests are from, and the story has told of no such land, they are of all the world.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import SURE, Memory

_GUESTS: Final = r"(?:(?:foreign|international|overseas|inbound)\s+)*(?:(?:tourist|visitor|guest)s?(?:['’]s?)?\s+(?:arrivals|visits)|tourists|visitors|guests|arrivals|holidaymakers|travell?ers)"
_ABOUT: Final = r"(?:(?:about|some|nearly|almost|over|more\s+than|around|just|only|a\s+total\s+of|as\s+many\s+as|at\s+least|close\s+to|another)\s+)*"
_VISITED: Final = re.compile(
    rf"\s*{_GUESTS}?\s*(?:(?:have|had|also)\s+)*(?:visited|(?:travelled|traveled|went|came|flew|flocked)\s+to|arrived\s+in|entered)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Between a count and the host that its guests went to."""
_RECEIVED: Final = re.compile(
    rf"\s+(?:(?:has|had|also|only|already|alone)\s+)*(?:record(?:ed|s)|received?s?|drew|welcomed|attracted|hosted|saw|registered|got|had|reported|counted)\s+{_ABOUT}$"
)
"""Between a host and the count of its guests."""
_MOST: Final = re.compile(
    rf"\s+(?:is|was|remains|remained|became|stayed)\s+(?:\w+\s+)?(?:the\s+)?(?:\w+['’]s\s+)?(?:second\s+|third\s+|next\s+)?(?:most[\s-](?:visited|popular)|top|leading)\b[^.;]{{0,60}}?\b(?:country|destination|nation|place)\b[^.;\d]{{0,40}}?\s(?:with|at|drawing|welcoming|receiving)\s+{_ABOUT}$",
    re.IGNORECASE,
)
"""Between a host that is called the most visited and its count."""
_RANKED: Final = re.compile(
    r"(?:\b(?:second|third|fourth|fifth|next|then)\s+(?:place\s+|spot\s+)?(?:was|came|comes|is)|\bfollowed\s+by|\band|,)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WITH: Final = re.compile(rf"\s+(?:(?:with|at)\s+)?{_ABOUT}$|\s*\(\s*$")
_OF_HOSTS: Final = re.compile(r"\bmost[\s-](?:visited|popular)\b|\bdestinations?\b|\bvisited\b", re.IGNORECASE)
_NOUN: Final = re.compile(rf"\s*{_GUESTS}\b(?!\s+from\b|\s+of\b)", re.IGNORECASE)
_LATELY: Final = 2


def with_host(draft: Draft, sentence: Sentence, memory: Memory) -> Draft:
    """The draft with its host and all the world, where its words name the one, and the story no land of the guests."""
    figure = draft.level or draft.base_level
    if draft.frame.indicator != "tourism" or figure is None or figure.unit != "people":
        return draft
    if any(t.indicator == "tourism" and t.partner not in {None, "WLD"} for t in memory.told):
        return draft
    counted = memory.tallies.get("travel")
    if counted is not None and counted.source is not None:
        return draft  # "Chinese travellers": of a story that goes through the hosts of one land's guests
    host = _host(sentence, figure, memory)
    if host is None:
        return draft
    frame = replace(
        draft.frame, reporter=host, partner="WLD", group=False, partners=(), partner_prep=SURE, inferred=("partner",)
    )
    return replace(draft, frame=frame)


def _host(sentence: Sentence, figure: Figure, memory: Memory) -> str | None:
    text = sentence.text
    named = [m for m in sentence.mentions if trades(m.code) and m.use not in {"adjective", "demonym"}]
    if any(
        m.use in {"adjective", "demonym"} and figure.start <= m.start < figure.end + _NEAR for m in sentence.mentions
    ):
        return None
    if any(_FROM.search(text, figure.end, m.start) for m in sentence.mentions if m.start > figure.end):
        return None  # "113,000 tourists arrived in Malta from Chad"
    for mention in named:
        if mention.start >= figure.end and _VISITED.fullmatch(text, figure.end, mention.start):
            return mention.code
    before = [m for m in named if m.end <= figure.start]
    if not before or (
        _WORD.match(text, figure.end) and _NOUN.match(text, figure.end) is None and not _counts(text, figure)
    ):
        return None
    last = before[-1]
    if any(_BETWEEN.fullmatch(text, last.end, figure.start) for _BETWEEN in (_RECEIVED, _MOST)):
        return last.code
    return last.code if _is_next(sentence, last, figure, memory) else None


def _counts(text: str, figure: Figure) -> bool:
    """The figure holds the noun of its guests."""
    return re.search(rf"{_GUESTS}$", text[figure.start : figure.end], re.IGNORECASE) is not None


def _is_next(sentence: Sentence, mention: Mention, figure: Figure, memory: Memory) -> bool:
    """The next of a row of hosts: "In second place was Tanzania with 1.6 million", "and Malta 200,000"."""
    last = memory.told[-1] if memory.told else None
    if last is None or last.indicator != "tourism" or last.partner != "WLD" or last.reporter in {None, mention.code}:
        return False
    if sentence.index - last.sentence > _LATELY or _WITH.fullmatch(sentence.text, mention.end, figure.start) is None:
        return False
    lines = [sentence.text, *([sentence.before.text] if sentence.before is not None else [])]
    hosts = last.sentence == sentence.index or any(_OF_HOSTS.search(line) for line in lines)
    return hosts and _RANKED.search(sentence.text[: mention.start]) is not None


_FROM: Final = re.compile(r"^[^.;,]{0,80}\s(?:from|out\s+of)\s+(?:the\s+)?$")
"""Between a count and the land that its guests are from."""
_NEAR: Final = 12
_WORD: Final = re.compile(r"\s+[a-z]")
