"""A word that stands for the flow told just before, with another country: "Kazakhstan's figure rose to $39.8 billion, and that of Tajikistan to $3.5 billion"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.movers import MOVING
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, GIVEN, Frame, Memory

_STILL: Final = 2
_WORD: Final = r"(?:figures?|totals?|numbers?|volumes?|levels?|amounts?|tally)"
_SAYS: Final = r"\s+(?:[a-z]+ly\s+)?(?:was|were|is|are|had|has|have|rose|fell|grew|stood|came|went|hit|sank|shrank|[a-z]+ed|at|of|in|for|last|this)\b"
_OWNED: Final = re.compile(
    rf"(?:'s?|\u2019s?)?\s+(?:own\s+|corresponding\s+|comparable\s+)?(?P<word>{_WORD})(?=,|{_SAYS})"
)
_LED: Final = re.compile(
    rf"\b(?P<word>(?:the|a)\s+(?:corresponding\s+|comparable\s+|same\s+|equivalent\s+)?{_WORD}|that|those)\s+(?P<prep>of|for|with|from|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?:^\W*|[,;]\s*|\b(?:and|while|but|with|whereas)\s+)$", re.IGNORECASE)
_TOLD: Final = frozenset({"exports", "imports", "trade", "balance", "tourism", "investment", "other", "debt", "aid"})


def figure_word_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of such words, in a sentence of figures that has no word of trade of its own."""
    told = memory.frame
    if frames or told is None or told.indicator not in _TOLD or sentence.index - memory.frame_sentence > _STILL:
        return []
    out: list[Frame] = []
    for mention in sentence.mentions:
        word = _word_of(sentence, mention) if trades(mention.code) else None
        if word is None:
            continue
        at, prep = word
        sides = _sides(told, mention, prep, memory.hub.of(told.indicator))
        token = next((t for t in sentence.tokens if t.idx + len(t) > at), None)
        if sides is None or token is None or not any(f.start > at for f in sentence.figures):
            continue
        start, end = min(at, mention.start), max(mention.end, at)
        reporter, partner = sides
        inferred = tuple(n for n, c in (("reporter", reporter), ("partner", partner)) if c != mention.code)
        frame = replace(told, token=token, reporter=reporter, partner=partner, start=start, end=end, verb=False)
        out.append(
            replace(frame, group=False, whole=False, weak=False, partners=(), partner_prep=None, inferred=inferred)
        )
    return out


def _word_of(sentence: Sentence, mention: Mention) -> tuple[int, str] | None:
    """Where the word stands, and by which preposition its country hangs on it ("" for an owner)."""
    text = sentence.text
    owned = _OWNED.match(text, mention.end)
    if owned is not None and (mention.use == "adjective" or owned.group()[0] in "'\u2019"):
        return owned.start("word"), ""
    led = _LED.search(text[: mention.start])
    if led is None or mention.use in {"adjective", "demonym"} or not _JOINED.search(text[: led.start()]):
        return None
    return led.start(), led["prep"].lower()


def _sides(told: Frame, mention: Mention, prep: str, hub: str | None) -> tuple[str, str | None] | None:
    """Between whom: with that country, or of that country where the flow before was with all the world, or with the hub."""
    code = mention.code
    if told.reporter is None:
        return None
    if code in told.pair:
        turned = prep == "" and code == told.partner and told.indicator in {"exports", "imports"}
        return (told.reporter, told.partner) if not turned else None  # "China's figure", after exports to China
    owns = prep in {"", "of"} or (prep == "for" and told.partner == "WLD")
    if told.indicator in {*FLOWS, "balance"} and not told.group and owns and told.partner in {"WLD", hub}:
        return (code, told.partner) if told.partner != code else None
    gives = prep in {"from", "with"} or (told.indicator == "investment" and prep in {"", "of"})
    if told.indicator in GIVEN and (gives or told.partner_prep == MOVING):
        return code, told.partner
    return (told.reporter, code) if told.reporter != code else None
