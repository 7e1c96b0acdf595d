"""People who move between two countries to stay: refugees, deportees, workers, students, and the papers that let them in.

"Uganda registered 1,520 refugees from South Sudan", "13,446 Haitians were deported", "Canada issued 52,165 study permits to
Chinese": a measure `other` of the host (or of who sends them away) with where they are from.  What a sentence leaves
open ("6,545 of them") is that of the movers told last.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import Frame, Memory, other_of
from tieline.read.words.movers import (
    COUNTED_IF_MOVED,
    MOVED,
    MOVERS,
    NO_MOVERS,
    PAPERS,
    REQUESTS,
    SENT_AWAY,
    tells_movers,
)

MOVING: Final = "movers"
"""The mark of such a frame, in the place of the preposition of its partner."""
_REMEMBERED: Final = 3
_NOUN = re.compile(
    rf"\b(?:(?P<always>{MOVERS}|{REQUESTS})|(?P<papers>{PAPERS})|(?P<some>{COUNTED_IF_MOVED}))\b", re.IGNORECASE
)
_FROM = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:from|of|to\s+citizens\s+of|for)\s+(?:the\s+)?(?:neighbou?ring\s+)?")
_BY_NATION = re.compile(r"(?:\s+|-born\s+|'s\s+)(?:[a-z-]+\s+){0,2}")
_ADVERBS = r"(?:about|some|nearly|almost|over|more\s+than|around|just|only|at\s+least|up\s+to|another|the\s+other|a\s+(?:further|total\s+of))"


def may_tell_movers(sentence: Sentence, *, near: bool) -> bool:
    """The words leave room for a count of movers; `near`: such a count was told just before."""
    text = sentence.text
    if not any(f.unit == "people" or f.unit in _UNITS or f.kind == "percent" for f in sentence.figures):
        return False
    return (near and NO_MOVERS.search(text) is None) or tells_movers(text)


_STRONG = re.compile(rf"\b(?:{MOVERS}|{REQUESTS})\b", re.IGNORECASE)
_UNITS: Final = frozenset({"visas", "permits"})


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The word that movers are called by, and the nation that it names."""

    start: int
    end: int
    nation: Mention | None = None
    row: bool = False

    @property
    def origin(self) -> str | None:
        return self.nation.code if self.nation is not None else None


def mover_frames(sentence: Sentence, memory: Memory, story: Story) -> list[Frame]:
    """The frames of the movers of a sentence, in order; none where those counted are travellers, soldiers or victims."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    told = last if last is not None and last.partner_prep == MOVING else None
    if not may_tell_movers(sentence, near=told is not None):
        return []
    out: list[Frame] = []
    anchors = _anchors(sentence, told=told is not None)
    for anchor in anchors:
        before = out[-1] if out else told
        origin = anchor.origin
        host = _host(sentence, anchor, {a.nation for a in anchors if a.nation is not None})
        if origin is None:
            again = before is not None and (anchor.row or host in {None, before.reporter}) and host != before.partner
            origin = before.partner if before is not None and again else None
            origin = origin or (_back_from(sentence, anchor, host) if host is not None else None)
        if host is None and before is not None and origin is not None:
            host = before.reporter if origin != before.reporter else before.partner
        carried = host is not None and all(m.code != host for m in sentence.mentions)
        if host is None and origin is not None and _LEFT_HOME.search(sentence.text):
            host, carried = _of_story(sentence, story, origin), True
        token = _token_at(sentence, anchor.start)
        if host is None or origin is None or host == origin or token is None:
            continue
        inferred = [name for name, given in (("reporter", carried), ("partner", anchor.origin is None)) if given]
        out.append(
            Frame(
                token,
                "other",
                host,
                origin,
                None,
                anchor.start,
                anchor.end,
                inferred=tuple(inferred),
                partner_prep=MOVING,
            )
        )
    return out


def without_travel(frames: list[Frame], movers: list[Frame]) -> list[Frame]:
    """The frames of a sentence that tells of movers: "arrivals" and who "came" are no tourists there, nor goods that were sent."""
    if not movers:
        return frames
    return [
        f for f in frames if f.indicator != "tourism" and not (f.verb and f.indicator in _NO_GOODS and f.good is None)
    ]


_NO_GOODS: Final = frozenset({"exports", "imports", "aid", "other", "investment", "consumption"})


def _anchors(sentence: Sentence, *, told: bool) -> list[_Anchor]:
    """The movers named in a sentence: by a noun, by their nation where they are counted, by "of them"."""
    text = sentence.text
    strong = SENT_AWAY.search(text) is not None or _STRONG.search(text) is not None
    moved = strong or MOVED.search(text) is not None
    found: list[_Anchor] = []
    for noun in _NOUN.finditer(text):
        if noun["some"] and not (moved and (told or strong) and _counted(sentence, noun.start())):
            continue
        if noun["papers"] and not _counted(sentence, noun.start()) and not _NUMBER_OF.search(text[: noun.start()]):
            continue
        found.append(_Anchor(noun.start(), noun.end(), _nation_of(sentence, noun.start(), noun.end())))
    for mention in sentence.mentions if moved or told or strong else ():
        if any(a.nation == mention or 0 <= a.start - mention.end <= _TOUCHING for a in found):
            continue
        if (
            (mention.use == "demonym" or _AS_PEOPLE.match(text, mention.end))
            and (strong or told)
            and _people_counted(sentence, mention)
        ):
            found.append(_Anchor(mention.start, mention.end, mention))
    for figure in sentence.figures if told or found else ():
        if figure.unit != "people" or any(_names(sentence, a, figure) for a in found):
            continue
        alone = _OF_THEM.match(text, figure.end)
        again = alone is not None and (alone["whole"] or not _MOVED_FROM.search(text[: figure.start]))
        if again or _row_behind(sentence, figure):
            found.append(_Anchor(figure.start, figure.end, row=True))
    return sorted(found, key=lambda a: a.start)


def _names(sentence: Sentence, anchor: _Anchor, figure: Figure) -> bool:
    """The word stands in the figure or right behind it: "1,520 refugees", "52,165 to Chinese"."""
    if figure.start <= anchor.start < figure.end:
        return True
    return anchor.start >= figure.end and _TO_NATION.fullmatch(sentence.text, figure.end, anchor.start) is not None


def _row_behind(sentence: Sentence, figure: Figure) -> bool:
    """As in "and 87,000 for Saudi Arabia": another country of the same movers."""
    lead = _ROW.match(sentence.text, figure.end)
    return lead is not None and any(m.start == lead.end() and trades(m.code) for m in sentence.mentions)


_ROW = re.compile(r"\s+(?:for|to|into|in|from)\s+(?:the\s+)?")
_TOUCHING: Final = 3
_AS_PEOPLE = re.compile(
    r"(?!'s)(?:\s+(?:were|was|are|have|had|has|who|in|to|and|at|by|from|came|went|on|last|this)\b|\s*[.,;)]|$)"
)
"""Behind an adjective of a nation: its people ("52,165 to Chinese.")."""
_OF_THEM = re.compile(
    r"\s+(?:(?P<whole>of\s+(?:them|these|those|whom))\b|(?:were|was|are|have|had|has|came|come|arrived|went|left|returned|crossed|fled|entered|in|on|by|so)\b|[.,;)])"
)
_MOVED_FROM = re.compile(rf"\b(?:from|to|than|against|at|reached|and|between|with)\s+(?:{_ADVERBS}\s+)*$")
"""Before a level of those told already: "down from 18,200"."""
_NUMBER_OF = re.compile(r"\b(?:number|total|tally|flow|influx|arrival)\s+of\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)


def _counted(sentence: Sentence, start: int) -> bool:
    """A number of people stands right before a noun, or "the number of"."""
    near = any(
        f.start <= start < f.end or (0 < start - f.end <= _PHRASE) for f in sentence.figures if f.kind == "quantity"
    )
    return near or _NUMBER_OF.search(sentence.text[:start]) is not None


_PHRASE: Final = 28


def _people_counted(sentence: Sentence, mention: Mention) -> bool:
    """As in "13,446 Haitians", "the number of Eritreans", "Indians number 165,918", "and 52,165 to Chinese"."""
    text = sentence.text
    people = [f for f in sentence.figures if f.unit == "people" or f.unit in _UNITS or f.kind == "percent"]
    if any(_TO_NATION.fullmatch(text, f.end, mention.start) for f in people):
        return True
    if _NUMBER_OF.search(text[: mention.start]) and mention.use == "demonym":
        return True
    after = next((f for f in people if f.start >= mention.end), None)
    return after is not None and _NUMBERED.fullmatch(text, mention.end, after.start) is not None


_TO_NATION = re.compile(
    r"\s+(?:(?:to|for|of\s+(?:them|these)\s+were)\s+)?(?:the\s+)?(?:undocumented\s+|illegal\s+|young\s+)?"
)
_NUMBERED = re.compile(
    rf"\s+(?:number(?:ed|s)?|totall?ed|came\s+to|stood\s+at|account(?:ed|s)?\s+for|made\s+up|were|are|with|at)\s+(?:{_ADVERBS}\s+)*"
)


def _nation_of(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Where the people of a noun are from: "Bhutanese refugees", "refugees from South Sudan", "permits to Indian students"."""
    text = sentence.text
    for mention in sentence.mentions:
        if mention.end <= start and mention.use in {"adjective", "demonym", "name", "abbreviation"}:
            gap = _BY_NATION.fullmatch(text, mention.end, start)
            possessive = "'" in text[mention.end : start]
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
        to = _TO_PEOPLE.match(text, end)
        if to is not None and mention.start == to.end() and mention.use in {"adjective", "demonym"}:
            return mention
    return None


_DESCENT = re.compile(r"\s+(?:descent|origin|ancestry|heritage|extraction)\b")
_TO_PEOPLE = re.compile(r"\s+(?:were\s+)?(?:issued\s+|granted\s+|given\s+)?(?:to|for)\s+(?:the\s+)?")


def _host(sentence: Sentence, anchor: _Anchor, nations: Collection[Mention]) -> str | None:
    """Where they are, whom they come to, or who sends them away: a country of the sentence that is not their own."""
    text = sentence.text
    others = [m for m in sentence.mentions if m.code != anchor.origin and trades(m.code) and m.start != anchor.start]
    others = [m for m in others if m not in nations and not (anchor.start <= m.start < anchor.end)]
    behind = [m for m in others if m.start >= anchor.end]
    before = [m for m in others if m.end <= anchor.start]
    own = [
        m for m in before if not _LED.search(text[: m.start]) and not _OTHER_CLAUSE.search(text[m.end : anchor.start])
    ]
    if own and own[-1].use not in {"adjective", "demonym"}:
        return own[-1].code
    placed = next(
        (m for m in behind if _INTO.search(text[: m.start]) and not _AWAY.search(text[anchor.end : m.start])), None
    )
    if placed is not None:
        return placed.code
    if own:
        return own[-1].code
    led = next((m for m in reversed(before) if _INTO.search(text[: m.start])), None)
    if led is not None and not _AWAY.search(text[led.end : anchor.start]):
        return led.code
    if anchor.origin is None:
        return None
    left = next((m for m in behind if _OUT_OF.search(text[: m.start])), None)
    return left.code if left is not None else None


_LED = re.compile(
    r"\b(?:from|with|in|into|to|at|by|of|for|on|between|against|after|through|via|than)\s+(?:the\s+)?(?:[a-z-]+\s+)?$"
)
_INTO = re.compile(
    r"\b(?:in|into|to|at|by|inside|for|reach(?:ed)?|enter(?:ed|ing)?)\s+(?:the\s+)?(?:neighbou?ring\s+|nearby\s+)?$"
)
_OUT_OF = re.compile(r"\b(?:from|of|leav(?:e|es|ing)|left)\s+(?:the\s+)?(?:neighbou?ring\s+)?$")
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|but)\b|,\s+and\s")
_AWAY = re.compile(r"[;:]|\b(?:while|whereas)\b|\.\s")


def _back_from(sentence: Sentence, anchor: _Anchor, host: str) -> str | None:
    """As in "Turkey took back 202 people from Greece": the other country behind them."""
    for mention in sentence.mentions:
        if mention.start >= anchor.end and mention.code != host and trades(mention.code):
            return mention.code if _OUT_OF.search(sentence.text[: mention.start]) else None
    return None


_LEFT_HOME = re.compile(
    r"\b(?:deport\w*|expel\w*|repatriat\w*|resettl\w*|refugees?|asylum|\w*migra\w*|fled|flee\w*|evacuat\w*|home|back)\b",
    re.IGNORECASE,
)
"""Words that lead to the story's other country; who merely lives or works may do so at home."""


def _of_story(sentence: Sentence, story: Story, origin: str) -> str | None:
    """The story's other country, where the movers are of one of its two."""
    pair = story.pair
    if pair and origin in pair:
        return other_of(pair, origin)
    home = story.scene
    return home if home not in {None, origin} and any(m.code == origin for m in sentence.mentions) else None


def shows_direction(frame: Frame, sentence: Sentence) -> bool:
    """A frame may move up or down: of movers their number ("the number of refugees fell"), not they themselves ("were picked up")."""
    return frame.partner_prep != MOVING or _NUMBER_OF.search(sentence.text[: frame.start]) is not None


def _token_at(sentence: Sentence, start: int) -> Any | None:
    return next((t for t in sentence.tokens if t.idx + len(t) > start), None)


def movers_at(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the movers that a figure counts: the noun inside it or right behind."""
    movers = (f for f in frames if f.partner_prep == MOVING)
    return next(
        (f for f in movers if figure.start <= f.start < figure.end or 0 < f.start - figure.end <= _PHRASE), None
    )
