"""Rows of one sentence as one list: all of them are partners of one country, in one kind of flow.

"Argentina was the fourth largest supplier of Brazil, after China ($2.1 billion), the United States ($2 billion) and Germany
($726 million)": the noun of the partners tells the flow, the country at the noun whose partners they are.  Where the words
do not tell whose, it is the owner of the story.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.ranked import BUYERS, RANKED, SELLERS
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory

_FEWEST: Final = 2
_LISTED: Final = FLOWS | {"trade"}
_HEAD: Final = re.compile(
    rf"\b(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS})|partners?)\b",
    re.IGNORECASE,
)
_OF_TRADE: Final = re.compile(r"\b(?:trad(?:e|ing)|turnover|commerce|commercial)\b", re.IGNORECASE)
_LEADS_TO: Final = re.compile(r"\s+(?:of|to|for)\s+(?:[\w-]+\s+){0,4}?(?:to\s+|in\s+|by\s+)?(?:the\s+)?", re.IGNORECASE)
_OWNS: Final = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,5}?", re.IGNORECASE)


def as_one_list(found: list[Frame], sentence: Sentence, memory: Memory) -> list[Frame]:
    """The frames of a sentence, its rows with one owner and one kind of flow where its words tell them."""
    found = _taken_beside(found)
    rows = [f for f in found if _is_row(f)]
    if len(rows) < _FEWEST:
        return found
    told = _head(sentence, {f.start for f in rows})
    if told is None:
        return found
    kind, owner = told
    owner = owner or memory.hub.owner or _of_all(rows)
    if owner is None:
        return found
    return [_of_list(f, kind, owner, sentence) if _is_row(f) else f for f in found]


def _taken_beside(found: list[Frame]) -> list[Frame]:
    """As in "the U.S. was the main market for Peru's grapes, taking 6 million; Spain took 5 million": of whom the first bought."""
    ranked = next((f for f in found if f.partner_prep == RANKED and f.indicator == "exports"), None)
    if ranked is None:
        return found
    return [
        replace(f, partner=ranked.reporter, inferred=(*f.inferred, "partner"))
        if f.verb
        and f.weak
        and f.indicator == "imports"
        and f.partner is None
        and not f.group
        and f.start > ranked.end
        and f.reporter not in ranked.pair
        else f
        for f in found
    ]


def _of_all(rows: list[Frame]) -> str | None:
    """The one reporter that the rows have taken up."""
    reporters = {row.reporter for row in rows}
    return reporters.pop() if len(reporters) == 1 else None


def _is_row(frame: Frame) -> bool:
    row = "indicator" in frame.inferred or frame.partner_prep == RANKED
    return row and not frame.verb and frame.indicator in _LISTED


def _of_list(row: Frame, kind: Indicator | None, owner: str, sentence: Sentence) -> Frame:
    member = next((m.code for m in sentence.mentions if m.start == row.start), None)
    if member is None or member == owner:
        return row
    return replace(row, indicator=kind or row.indicator, reporter=owner, partner=member)


def _head(sentence: Sentence, rows: set[int]) -> tuple[Indicator | None, str | None] | None:
    """The flow that the noun of the partners tells, if it does, and the country at the noun; None where there is no such noun."""
    text = sentence.text
    noun = _HEAD.search(text)
    if noun is None:
        return None
    in_trade: Indicator | None = "trade" if _OF_TRADE.search(text) else None
    kind: Indicator | None = "imports" if noun["sells"] else "exports" if noun["buys"] else in_trade
    others = [m for m in sentence.mentions if m.start not in rows and trades(m.code)]
    return kind, next((m.code for m in others if _at(text, noun, m)), None)


def _at(text: str, noun: re.Match[str], mention: Mention) -> bool:
    """A country behind the noun ("suppliers of Brazil", "buyers of Kenyan tea") or before it ("Brazil's suppliers")."""
    if mention.start > noun.end():
        return _LEADS_TO.fullmatch(text, noun.end(), mention.start) is not None
    owned = mention.use == "adjective" or text.startswith(("'", "’"), mention.end)
    return owned and _OWNS.fullmatch(text, mention.end, noun.start()) is not None
