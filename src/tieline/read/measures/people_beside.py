"""Whose people a count is of, by the name that touches it: "1,000 Danes and 500 Poles arrived", "Peru (360,370) and Chile (163,836)".

A name in a row of brackets that is no country ("Pacific Islands (39,450)") is a group without a code.  Of markets that are
sources of a country's guests ("the source markets for Fiji with 34,671") that country is the host, and of people who
visited one ("more visited Malta (up 7,700)") it is that one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.measures.draft_slots import Draft
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.words.groups import GROUP

_MARKETS: Final = (
    r"(?:source|visitor|tourist|tourism|inbound)\s+markets?|sources?\s+of\s+(?:tourists|visitors|arrivals|guests)"
)
_MARKETS_OF: Final = re.compile(rf"\b(?:{_MARKETS})\s+(?:for|of|to)\s+(?:the\s+)?$", re.IGNORECASE)
_ITS_MARKETS: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,4}}?(?:{_MARKETS})\b", re.IGNORECASE)
_VISITED: Final = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|travel(?:l?ed|l?ing)?\s+to|trips\s+to|departures\s+(?:for|to))\s+(?:the\s+)?$"
)
_BRACKET: Final = re.compile(r"\s*\(\s*(?:(?:up|down|plus|minus|by|an?|increase|rise|fall|drop|of)\s+)*")
_NAMES_AHEAD: Final = re.compile(r"(?:(?:[A-Z][\w'’.-]*|and|the|of|&)\s+)*[A-Z][\w'’.-]*$")
_TOUCHING: Final = re.compile(r"\s+(?:(?:more|fewer|less|new|of\s+them)\s+)?")
_AND_NEXT: Final = re.compile(r"^(?:and|the|of|&)\s+")


def with_people_beside(draft: Draft, sentence: Sentence) -> Draft:
    """The draft with the sides that the words at its figure tell, where it counts travellers."""
    frame = draft.frame
    if frame.indicator != "tourism" or draft.share is not None or not draft.figures:
        return draft
    figure = draft.figures[0]
    host, guests = frame.reporter, frame.partner
    if (market := _host_of_markets(sentence)) is not None and host != market:
        host, guests = market, host if guests in {market, None} else guests
    bracketed = _bracketed(sentence, figure)
    named = _demonym_behind(sentence, figure) or (bracketed if isinstance(bracketed, Mention) else None)
    if bracketed == _GROUP_NAMED:
        if guests in {None, "WLD"} and not frame.group:
            return draft
        return replace(draft, frame=replace(frame, partner=None, group=True, partners=()))
    if named is not None and _VISITED.search(sentence.text[: named.start]) is not None:
        others = [code for code in (host, guests) if code not in {named.code, None}]
        host, guests = named.code, others[0] if others else None
    elif named is not None and named.code == host and named.use == "demonym" and guests is not None:
        host, guests = guests, host  # "52 Danes went to Norway and 63 Norwegians visited Denmark"
    elif named is not None and named.code not in {host, guests}:
        guests = named.code
    if (host, guests) == (frame.reporter, frame.partner) or guests is None:
        return draft
    return replace(draft, frame=replace(frame, reporter=host, partner=guests, group=False, partners=()))


_GROUP_NAMED: Final = "group"


def _host_of_markets(sentence: Sentence) -> str | None:
    for mention in sentence.mentions:
        if not trades(mention.code):
            continue
        if _MARKETS_OF.search(sentence.text[: mention.start]) or _ITS_MARKETS.match(sentence.text, mention.end):
            return mention.code
    return None


def _demonym_behind(sentence: Sentence, figure: Figure) -> Mention | None:
    """As in "500 New Zealanders": who is counted."""
    if figure.unit != "people":
        return None
    behind = (m for m in sentence.mentions if m.start >= figure.end and m.use == "demonym")
    return next((m for m in behind if _TOUCHING.fullmatch(sentence.text, figure.end, m.start)), None)


def _bracketed(sentence: Sentence, figure: Figure) -> Mention | str | None:
    """The country, or the word for a group, that the bracket of a figure stands behind."""
    opening = sentence.text.rfind("(", 0, figure.core + 1)
    if opening < 0 or _BRACKET.fullmatch(sentence.text, opening, figure.start) is None:
        return None
    end = len(sentence.text[:opening].rstrip())
    for mention in sentence.mentions:
        if mention.end == end:
            return mention if trades(mention.code) and mention.use == "name" else None
    ahead = _NAMES_AHEAD.search(sentence.text[:end])
    if ahead is None or any(m.start >= ahead.start() and m.end > end for m in sentence.mentions):
        return None
    name = _AND_NEXT.sub("", ahead.group())
    name = name.rsplit(" and ", 1)[-1]
    begins = [end - len(name), *(end - len(tail) for tail in _tails(name))]
    return _GROUP_NAMED if any(_is_group(sentence.text, at, end) for at in begins) else None


def _tails(name: str) -> list[str]:
    words = name.split(" ")
    return [" ".join(words[at:]) for at in range(1, len(words))]


def _is_group(text: str, start: int, end: int) -> bool:
    group = GROUP.match(text, start)
    return (group is not None and group.end() == end) or _ISLANDS.fullmatch(text, start, end) is not None


_ISLANDS: Final = re.compile(
    r"(?:Pacific|Caribbean|South\s+Sea)\s+Islands?|Rest\s+of\s+\w+|(?:Other|All\s+[Oo]ther)\s+\w+|Northern\s+America"
)
"""Groups that a list names beside countries."""
