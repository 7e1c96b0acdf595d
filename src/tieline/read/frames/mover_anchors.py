"""The words that people who move are called by in a sentence: a noun, their nation where they are counted, or "of them".

"Bhutanese refugees", "13,446 Haitians", "the number of Eritreans", "6,545 of them", "52,165 permits to Chinese".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.words.movers import (
    ALWAYS,
    ANY_ROLE,
    AT_WORK,
    COUNTED_IF_MOVED,
    MOVED,
    MOVERS,
    PAPERS,
    PEOPLE_LIKE,
    REQUESTS,
    SENT_AWAY,
)
from tieline.read.words.tallies import SENDS

_NOUN = re.compile(
    rf"\b(?:(?P<always>{MOVERS}|{REQUESTS})|(?P<papers>{PAPERS})|(?P<some>{COUNTED_IF_MOVED}))\b", re.IGNORECASE
)
_FROM = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:from|of|to\s+citizens\s+of|for)\s+(?:the\s+)?(?:neighbou?ring\s+)?")
_BY_NATION = re.compile(r"(?:\s+|-born\s+|'s\s+)(?:[a-z-]+\s+){0,2}")
_ADVERBS = r"(?:about|some|nearly|almost|over|more\s+than|around|just|only|at\s+least|up\s+to|another|the\s+other|a\s+(?:further|total\s+of))"

PAPER_UNITS: Final = frozenset({"visas", "permits", "applications"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """The word that movers are called by, and the nation that it names."""

    start: int
    end: int
    nation: Mention | None = None
    row: bool = False

    @property
    def origin(self) -> str | None:
        """The country of that nation."""
        return self.nation.code if self.nation is not None else None


def anchors_of(sentence: Sentence, *, told: bool) -> list[Anchor]:
    """The movers named in a sentence: by a noun, by their nation where they are counted, by "of them"."""
    text = sentence.text
    strong = SENT_AWAY.search(text) is not None or ALWAYS.search(text) is not None
    moved = strong or MOVED.search(text) is not None
    found: list[Anchor] = []
    for noun in _NOUN.finditer(text):
        if noun["some"] and not (moved and (told or strong) and _counted(sentence, noun.start())):
            named = _nation_of(sentence, noun.start(), noun.end(), given=False) if strong and moved else None
            if named is not None and any(f.unit == "people" and f.start > noun.end() for f in sentence.figures):
                found.append(
                    Anchor(noun.start(), noun.end(), named)
                )  # "sends home Afghan nationals; 537 were returned"
            continue
        if noun["papers"] and not _counted(sentence, noun.start()) and not NUMBER_OF.search(text[: noun.start()]):
            continue
        nation = _nation_of(sentence, noun.start(), noun.end(), given=not noun["some"])
        found.append(Anchor(noun.start(), noun.end(), nation))
    for mention in sentence.mentions if moved or told or strong else ():
        if any(a.nation == mention or 0 <= a.start - mention.end <= _TOUCHING for a in found):
            continue
        if _THAT_OF.search(text[: mention.start]) and (found or told):
            found.append(Anchor(mention.start, mention.end, mention))  # "while that of Indians rose by 39 percent"
        elif (
            (mention.use == "demonym" or (mention.use == "adjective" and _AS_PEOPLE.match(text, mention.end)))
            and (strong or told)
            and _people_counted(sentence, mention)
        ):
            found.append(Anchor(mention.start, mention.end, mention))
    for figure in sentence.figures if told or found else ():
        if figure.kind == "percent" and (row := _bracket_row(sentence, figure)) is not None:
            found.append(row)  # "those from India (53.5%) and Nepal (47.8%)"
        if figure.unit != "people" or any(_names(sentence, a, figure) for a in found):
            continue
        if (row := _row_of(sentence, figure, sent_away=SENT_AWAY_FROM.search(text) is not None)) is not None:
            found.append(row)
            continue
        alone = _OF_THEM.match(text, figure.end)
        again = alone is not None and (alone["whole"] or not _MOVED_FROM.search(text[: figure.start]))
        if again or _row_behind(sentence, figure):
            found.append(Anchor(figure.start, figure.end, row=True))
    return sorted(found, key=lambda a: a.start)


def _names(sentence: Sentence, anchor: Anchor, figure: Figure) -> bool:
    """The word stands in the figure or right behind it: "1,520 refugees", "52,165 to Chinese"."""
    if figure.start <= anchor.start < figure.end:
        return True
    return anchor.start >= figure.end and _TO_NATION.fullmatch(sentence.text, figure.end, anchor.start) is not None


def _row_of(sentence: Sentence, figure: Figure, *, sent_away: bool) -> Anchor | None:
    """As in "with China (201,000)", "39,000 from China": another nation; "and Austria 9,000": another country of the same ones."""
    text = sentence.text
    behind = _FROM_NATION.match(text, figure.end) if not sent_away else None
    named = [m for m in sentence.mentions if trades(m.code) and m.use not in {"adjective", "demonym"}]
    origin = next((m for m in named if behind is not None and m.start == behind.end()), None)
    if origin is not None:
        return Anchor(figure.start, figure.end, origin, row=True)
    sender = next((m for m in reversed(named) if m.end <= figure.start and SENDS.match(text, m.end)), None)
    if sender is not None and figure.start - sender.end <= PHRASE and not _GONE_ON.match(text, figure.end):
        return Anchor(figure.start, figure.end, sender, row=True)
    for mention in named:
        if mention.end > figure.start or not _ROW_LEAD.search(text[: mention.start]):
            continue
        if _BRACKET.fullmatch(text, mention.end, figure.start):
            return Anchor(figure.start, figure.end, mention, row=True)
        if BESIDE.fullmatch(text, mention.end, figure.start):
            return Anchor(figure.start, figure.end, row=True)
    return None


def _bracket_row(sentence: Sentence, figure: Figure) -> Anchor | None:
    """The country whose bracket a figure stands in."""
    named = (m for m in sentence.mentions if _BRACKET.fullmatch(sentence.text, m.end, figure.start))
    mention = next(named, None)
    if mention is None or not trades(mention.code) or mention.use in {"adjective", "demonym"}:
        return None
    return Anchor(figure.start, figure.end, mention, row=True)


_FROM_NATION = re.compile(r"\s+(?:(?:of\s+them\s+)?(?:come|came|are|were|originate)\s+)?from\s+(?:the\s+)?")
_GONE_ON = re.compile(r"\s+(?:(?:of\s+them|more|others?)\s+)?(?:home|back|to|into)\b")
"""Behind those whom a country sends away, who are not its own."""
_ROW_LEAD = re.compile(
    r"(?:^\W*|(?:[,;]|\b(?:and|with|while|but|are|were|then|ahead\s+of|followed\s+by|behind))\s+)(?:[Tt]he\s+)?$"
)
_BRACKET = re.compile(rf"\s*\(\s*(?:{_ADVERBS}\s+)*")
BESIDE: Final = re.compile(
    rf"\s+(?:(?:with|to|took\s+in|has|had|hosts?|hosted|shelters?|received)\s+)?(?:{_ADVERBS}\s+)*"
)
"""Between a country and the count of those it hosts."""
SENT_AWAY_FROM = re.compile(
    r"\b(?:evacuat|deport|repatriat|expel|return|took\s+back|taken\s+back|flown|brought)", re.IGNORECASE
)
"""Verbs beside which "from" leads to where people were, and not to whence they are."""
_THAT_OF = re.compile(r"\b(?:that|those)\s+(?:of|from)\s+(?:the\s+)?$")


def _row_behind(sentence: Sentence, figure: Figure) -> bool:
    """As in "and 87,000 for Saudi Arabia": another country of the same movers."""
    lead = _ROW.match(sentence.text, figure.end)
    named = (m for m in sentence.mentions if lead is not None and m.start == lead.end() and trades(m.code))
    return any(m.use not in {"adjective", "demonym"} for m in named)


_ROW = re.compile(r"\s+(?:(?:live|lived|work|worked|study|are|were)\s+)?(?:for|to|into|in|from)\s+(?:the\s+)?")
_TOUCHING: Final = 3
_AS_PEOPLE = re.compile(
    rf"(?!'s)(?:{ANY_ROLE}\s+(?:(?:now|still|also|already|currently)\s+)?{AT_WORK}\b|"
    r"\s+(?:(?:now|still|also|already|currently)\s+)?(?:live|lived|work|worked|study|reside|fled|crossed|were|was|are|have|had|has|who|in|to|and|at|by|from|came|went|on|last|this)\b|\s*[.,;)]|$)"
)
"""Behind an adjective of a nation: its people ("52,165 to Chinese.")."""
_OF_THEM = re.compile(
    r"\s+(?:(?P<whole>of\s+(?:them|these|those|whom))\b|(?:were|was|are|have|had|has|came|come|arrived|went|left|returned|crossed|fled|entered|in|on|by|so)\b|[.,;)])"
)
_MOVED_FROM = re.compile(rf"\b(?:from|to|than|against|at|reached|and|between|with)\s+(?:{_ADVERBS}\s+)*$")
"""Before a level of those told already: "down from 18,200"."""
NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|flow|influx|exodus|stream|wave|arrival)s?\s+of\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)


def _counted(sentence: Sentence, start: int) -> bool:
    """A number of people stands right before a noun, or "the number of"."""
    near = any(
        f.start <= start < f.end or (0 < start - f.end <= PHRASE) for f in sentence.figures if f.kind == "quantity"
    )
    return near or NUMBER_OF.search(sentence.text[:start]) is not None


PHRASE: Final = 28


def _people_counted(sentence: Sentence, mention: Mention) -> bool:
    """As in "13,446 Haitians", "the number of Eritreans", "Indians number 165,918", "and 52,165 to Chinese"."""
    text = sentence.text
    people = [f for f in sentence.figures if f.unit == "people" or f.unit in PAPER_UNITS or f.kind == "percent"]
    if any(_TO_NATION.fullmatch(text, f.end, mention.start) for f in people):
        return True
    if NUMBER_OF.search(text[: mention.start]) and mention.use == "demonym":
        return True
    after = next((f for f in people if f.start >= mention.end), None)
    if after is None:
        return False
    rows = _NEXT_ROW.search(text[: mention.start]) is not None and text[mention.end : after.start].isspace()
    return rows or _NUMBERED.fullmatch(text, mention.end, after.start) is not None


_TO_NATION = re.compile(rf"\s+(?:(?:to|for|of\s+(?:them|these)\s+were)\s+)?(?:the\s+)?{PEOPLE_LIKE}{{0,2}}")
_NEXT_ROW = re.compile(r"\d\s?(?:million\s?|thousand\s?)?(?:,|,?\s+and|;)\s+$")
"""Before the next of a row: "numbered 1.75 million and Tajiks 870,000"."""
_NUMBERED = re.compile(
    rf"\s+(?:number(?:ed|s)?|totall?ed|came\s+to|stood\s+at|account(?:ed|s)?\s+for|made\s+up|were|are|with|at)\s+(?:{_ADVERBS}\s+)*"
)


def _nation_of(sentence: Sentence, start: int, end: int, *, given: bool) -> Mention | None:
    """Where the people of a noun are from: "Bhutanese refugees", "refugees from South Sudan", "permits to Indian students"."""
    text = sentence.text
    for mention in sentence.mentions:
        if mention.end <= start and mention.use in {"adjective", "demonym", "name", "abbreviation"}:
            gap = _BY_NATION.fullmatch(text, mention.end, start)
            possessive = "'" in text[mention.end : start]
            abroad = possessive and gap is not None and _ABROAD.match(text, end) is not None
            if abroad and any(
                _ABROAD.fullmatch(text, end, m.start) for m in sentence.mentions if m.code != mention.code
            ):
                return mention  # "Kazakhstan's students in Turkey"
            if (
                gap is not None
                and not possessive
                and (mention.use in {"adjective", "demonym"} or start - mention.end == 1)
            ):
                return mention
        lead = _FROM.match(text, end)
        here = lead is not None and mention.start == lead.end() and trades(mention.code)
        if here and not _DESCENT.match(text, mention.end):
            return mention
        to = _TO_PEOPLE.match(text, end) if given else None
        if to is not None and mention.start == to.end() and mention.use in {"adjective", "demonym"}:
            return mention
    return None


_ABROAD = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?")
_DESCENT = re.compile(r"\s+(?:descent|origin|ancestry|heritage|extraction)\b")
_TO_PEOPLE = re.compile(r"\s+(?:were\s+)?(?:issued\s+|granted\s+|given\s+)?(?:to|for)\s+(?:the\s+)?")
