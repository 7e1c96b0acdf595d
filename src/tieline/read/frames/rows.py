"""Frames of rows: a country with its figure in a story that goes down a list, in a sentence without any word of trade.

"The United Kingdom recorded a fall of 0.4 percent to 9.4 billion", "$271 million came from Britain, $122 million from
Singapore": the list is of the partners of the story's hub (`tieline.read.story.hub`), and the flow is that told last.  A row
is taken only right behind such a flow, in a unit that it was told in, and where the verb says no more than how much.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.lists import respective_partners
from tieline.read.frames.remitters import gets_it_too
from tieline.read.frames.slots import slot_of
from tieline.read.frames.subjects import subject_of
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.syntax.tokens import Token
from tieline.read.words.trade import DOMESTIC, DOWN_VERBS, UP_VERBS, words

_REMEMBERED: Final = 2
_TELLS_HOW_MUCH: Final = (
    UP_VERBS
    | DOWN_VERBS
    | words(
        "add be come follow rank show stand account total reach record register post hit amount stay remain take have see get "
        "buy import purchase absorb supply provide contribute send place occupy hold keep retain lead top head make represent"
    )
)
_BEHIND: Final = re.compile(
    r"(?:\s+(?:worth\s+)?(?:of|in)\s+(?:(?!that\b|which\b)[\w-]+\s){0,2}?[\w-]+)?"
    r"(?:\s+(?:(?:was|were)\s+(?:sold|shipped|sent|exported|bought|imported|remitted|received)|went|goes|came|comes|arrived|originated))?"
    r"\s+(?P<prep>to|from)\s+(?:the\s+)?"
)
"""Between a figure and the country that it went to or came from."""


def row_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of the rows of a sentence, each at its own figure; none where a word of trade stands in it."""
    last = memory.frame
    if frames or last is None or not sentence.figures:
        return []
    if sentence.index - memory.frame_sentence > _REMEMBERED:
        return _own_figures(sentence, last, memory)
    known = memory.hub.of(last.indicator)
    hub = known if known in last.pair else _hub_of_last(last) if sentence.index - memory.frame_sentence <= 1 else None
    if hub is None or DOMESTIC.search(sentence.text):
        return []
    found = []
    each = respective_partners(sentence)
    for figure in sentence.figures:
        mention = _respective(sentence, figure, each) or _of_row(
            sentence, figure, hub, last, memory, led_only=hub != known
        )
        token = sentence.token_at(figure.start) if mention is not None else None
        if mention is not None and token is not None:
            whose = "WLD" if last.reporter == "WLD" and gets_it_too(sentence, mention) else hub
            found.append(_row(last, whose, mention, token.nbor(-1) if token.i > 0 else token))
    return found or _own_figures(sentence, last, memory)


def _own_figures(sentence: Sentence, last: Frame, memory: Memory) -> list[Frame]:
    """As in "Chile saw the value slip 2 percent to 9 million", "Lima's bill reached 20 million": another buyer of what one country sells."""
    if sentence.index - memory.frame_sentence > _REMEMBERED + 1 or last.indicator not in FLOWS:
        return []
    seller = last.reporter if last.indicator == "exports" else last.partner
    if seller in {None, "WLD"} or last.partner in {None, "WLD"} or memory.hub.sells(str(seller)) is False:
        return []
    for mention in sentence.mentions:
        after = next((f for f in sentence.figures if f.start >= mention.end), None)
        told = after is not None and _OWN_FIGURE.fullmatch(sentence.text, mention.end, after.start)
        token = sentence.word_of(mention)
        if told and token is not None and trades(mention.code) and mention.code != seller:
            row = _row(
                replace(last, indicator="exports", reporter=seller, partner=mention.code), str(seller), mention, token
            )
            return [row]
    return []


_OWN_FIGURE: Final = re.compile(
    r"(?:,[^,;]{3,90},)?\s+(?:saw|recorded|registered|posted|showed)\s+(?:the|its|their)\s+(?:value|volume|figure|total|amount|bill|intake|offtake)\b[^,;.]{0,30}?\s"
    r"|'s?\s+(?:total\s+)?(?:bill|intake|offtake)\s+(?:[a-z]+\s+){1,3}?(?:to\s+)?"
)
"""Between a buyer and its figure."""


def _respective(sentence: Sentence, figure: Figure, each: dict[int, str]) -> Mention | None:
    """As in "Germany and Italy showed increases of 32 and 16 percent, respectively"."""
    code = each.get(figure.start)
    named = next((m for m in sentence.mentions if m.code == code and m.end <= figure.start), None)
    verb = sentence.token_at(figure.start)
    for _ in range(_STEPS_OUT):
        if verb is None or verb.pos in {"VERB", "AUX"} or verb.head == verb:
            break
        verb = verb.head
    return named if verb is not None and verb.lemma in _TELLS_HOW_MUCH else None


def _hub_of_last(last: Frame) -> str | None:
    """Whose partners follow a flow that has told one of them: who sells, who buys, who receives."""
    if last.indicator in FLOWS or last.indicator == "tourism":
        return last.reporter
    return last.partner if last.indicator in {"other", "investment"} else None


def _of_row(
    sentence: Sentence, figure: Figure, hub: str, last: Frame, memory: Memory, *, led_only: bool = False
) -> Mention | None:
    """The country whose figure it is; `led_only` where the words must lead to it."""
    if figure.kind == "percent":
        slot = slot_of(sentence, figure).slot
        if slot not in {"share", "change"} or (slot == "share" and memory.slot != "share"):
            return None
    elif not memory.hub.told_in(last.indicator, figure.unit):
        return None
    others = [
        m
        for m in sentence.mentions
        if m.code != hub and trades(m.code) and m.use in {"name", "official", "abbreviation", "demonym"}
    ]
    behind = next((m for m in others if m.start >= figure.end), None)
    led = _BEHIND.fullmatch(sentence.text, figure.end, behind.start) if behind is not None else None
    if led is not None:
        return behind if led["prep"] == _way(last, hub) else None
    before = [m for m in others if m.end <= figure.start]
    if (
        led_only
        or not before
        or any(before[-1].end <= f.start < figure.start for f in sentence.figures if f.kind == figure.kind)
    ):
        return None
    return before[-1] if _tells_how_much(sentence, before[-1], figure) else None


def _way(last: Frame, hub: str) -> str | None:
    """The preposition that leads to the partners of the hub."""
    if last.indicator in FLOWS:
        sells = (last.indicator == "exports") == (last.reporter == hub)
        return "to" if sells else "from"
    if last.indicator == "tourism":
        return "from" if last.reporter == hub else "to"
    return "to" if last.reporter == hub else "from"


def _tells_how_much(sentence: Sentence, mention: Mention, figure: Figure) -> bool:
    """The country is the subject of the verb that leads to the figure, and that verb says no more than how much."""
    word = sentence.word_of(mention)
    token = sentence.token_at(figure.start)
    if word is None or token is None:
        return False
    verb = token
    for _ in range(_STEPS_OUT):
        if verb.pos in {"VERB", "AUX"}:
            subject = subject_of(verb)[0]
            if verb.lemma not in _TELLS_HOW_MUCH:
                return False
            if subject is not None and (subject.i == word.i or sentence.mention_at(subject) == mention):
                return True
        if verb.head == verb:
            break
        verb = verb.head
    return False


_STEPS_OUT: Final = 8


def _row(last: Frame, hub: str, mention: Mention, token: Token) -> Frame:
    side = "reporter" if last.reporter == hub else "partner"
    listed = replace(
        last, token=token, start=mention.start, end=mention.end, verb=False, whole=False, group=False, weak=False, partners=(), sign=1,
        inferred=("indicator", side),
    )  # fmt: skip
    return replace(listed, partner=mention.code) if side == "reporter" else replace(listed, reporter=mention.code)
