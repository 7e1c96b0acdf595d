"""Frames of those who have a part each: "France provided 15%, Spain 11% and China 8% of imports".

The noun behind the parts tells the flow, and whose it is only the story: no country of the list, which is on the other side.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.tables import TABLE
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory

_SELLERS: Final = r"provid(?:ed|es)|suppl(?:ied|ies)|deliver(?:ed|s)|sent|furnish(?:ed|es)|contribut(?:ed|es)"
_BUYERS: Final = r"took|takes|bought|buys|absorb(?:ed|s)|received|receives|purchas(?:ed|es)"
_EITHER: Final = r"account(?:ed|s)? for|ma(?:de|kes?) up|represent(?:ed|s)?|constitut(?:ed|es?)"
_HAS_PART: Final = re.compile(
    rf"(?:\s+(?:alone\s+|also\s+)?(?P<verb>{_SELLERS}|{_BUYERS}|{_EITHER}))?\s+(?:with\s+)?(?:(?:about|some|only|just|nearly|almost|over|more\s+than|another|a\s+further)\s+)*",
    re.IGNORECASE,
)
"""Between a country and its part."""
_OF_FLOW: Final = re.compile(
    r"\s+of\s+(?:(?:all|total|the|its|their|overall|foreign|country's|whole)\s+)*(?:[a-z-]+\s+){0,2}"
)


def part_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame] | None:
    """The frames of a sentence with one for each that has a part; None where no noun behind such a list was taken for one of them."""
    parts = [f for f in sentence.figures if f.kind == "percent" and not f.signed]
    if not parts:
        return None
    noun = next(
        (
            f
            for f in frames
            if f.indicator in FLOWS and not f.verb and "reporter" in f.inferred and f.start > parts[0].end
        ),
        None,
    )
    if noun is None or not any(_OF_FLOW.fullmatch(sentence.text, p.end, noun.token.idx) for p in parts):
        return None
    rows = _rows(sentence, noun)
    codes = {m.code for m in rows}
    if len(rows) < _FEWEST or noun.reporter not in codes:
        return None
    owner = next((c for c in _owners(memory) if c is not None and c not in codes and trades(c)), None)
    if owner is None:
        return None
    whole = replace(noun, reporter=owner, partner="WLD", group=False, partners=(), partner_prep=TABLE)
    told = [
        replace(
            whole,
            token=token,
            partner=m.code,
            start=m.start,
            end=m.end,
            whole=False,
            weak=False,
            inferred=("indicator", "reporter"),
        )
        for m in rows
        if (token := sentence.word_of(m)) is not None
    ]
    kept = [f for f in frames if f is not noun and not (noun.indicator == f.indicator and f.pair & codes)]
    return sorted([*kept, *told], key=lambda f: f.token.i)


_FEWEST: Final = 2


def _rows(sentence: Sentence, noun: Frame) -> list[Mention]:
    """The countries that stand before their parts, a verb between the first of them and its part."""
    found: list[Mention] = []
    for mention in sentence.mentions:
        after = next((f for f in sentence.figures if f.start >= mention.end), None)
        if after is None or after.kind != "percent" or after.start > noun.start or mention.use == "adjective":
            continue
        link = _HAS_PART.fullmatch(sentence.text, mention.end, after.start)
        if link is not None and (found or link["verb"]):
            found.append(mention)
    return found


def _owners(memory: Memory) -> tuple[str | None, ...]:
    """Whose flow it may be: that of the story's table, its hub, its teller, the flow spoken of last, the last subject."""
    last = memory.flow
    sides = (last.reporter, last.partner) if last is not None else (None, None)
    return (memory.hub.owner, memory.teller, *sides, memory.subject)
