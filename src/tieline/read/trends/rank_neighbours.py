"""Who stands beside a rank: "the second-largest market, behind Russia", "ahead of Norway and Sweden", "followed by Turkey and Chile".

Who is told to follow has the next places, and who alone stands before the second has the first; of others only that their
flow is larger or smaller is told, which is a comparison.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades

_AHEAD: Final = r"ahead\s+of|overtaking|surpassing|passing|replacing|displacing|dethroning|outstripping"
_BEHIND: Final = r"(?:just\s+|right\s+|only\s+)?(?:behind|after)(?:\s+only)?|(?:second|next)\s+(?:only\s+)?to"
_BESIDE: Final = re.compile(
    rf"(?:\s+(?:in|during|for|by)\s+(?:the\s+)?[\w\s-]{{1,24}}?)?,?\s+(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND})|(?P<next>followed\s+(?:closely\s+)?by))\s+(?:the\s+|both\s+)?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?:^\W*|[,;]\s+)(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\s+(?:the\s+|both\s+)?$", re.IGNORECASE
)
_NEXT: Final = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?")

Beside = tuple[Mention, str]
"""A country, and where it stands: `ahead` of the rank, `behind` it, or `next` in order."""


def neighbours(sentence: Sentence, ranked: Mention, end: int) -> list[Beside]:
    """The countries that the words behind a rank, or those before who has it, put beside it, in the order of the text."""
    text = sentence.text
    found = _BESIDE.match(text, end)
    if found is not None:
        way = "ahead" if found["behind"] else "behind" if found["ahead"] else "next"
        row = _listed(sentence, found.end())
        if way == "ahead" and row and _opens_clause(sentence, row[-1]):
            return []
        return [(m, way) for m in row if m.code != ranked.code]
    between = _BESIDE.match(text, ranked.end)
    if between is not None and between["next"]:
        return [(m, "next") for m in _listed(sentence, between.end())]
    first = sentence.mentions[0]
    lead = _BEFORE.search(text[: first.start])
    row = [m for m in _listed(sentence, first.start) if m.end <= ranked.start] if lead is not None else []
    if lead is None or not row or re.fullmatch(r",\s+(?:the\s+)?", text[row[-1].end : ranked.start]) is None:
        return []
    return [(m, "behind" if lead["ahead"] else "ahead") for m in row]


def _opens_clause(sentence: Sentence, last: Mention) -> bool:
    """As in "the largest market after Japan closed its borders", "after Japan's withdrawal": that is a time, no place."""
    if re.match(r"['’]s?\b", sentence.text[last.end :]) is not None:
        return True
    behind = next((t for t in sentence.tokens or () if t.idx >= last.end), None)
    return behind is not None and behind.pos in {"AUX", "VERB"} and behind.tag not in {"VBN", "VBG"}


def _listed(sentence: Sentence, start: int) -> list[Mention]:
    """The countries of a list that begins there."""
    row: list[Mention] = []
    for mention in sentence.mentions:
        if mention.start < start or not trades(mention.code):
            continue
        if mention.start != start and not (row and _NEXT.fullmatch(sentence.text, row[-1].end, mention.start)):
            break
        if re.match(r"['’]s?\b", sentence.text[mention.end :]) is not None and row:
            break
        row.append(mention)
    return row
