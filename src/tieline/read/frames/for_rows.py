"""Frames of rows that "for" leads: "For Chile the figure went up from 4 to 6 percent, for Peru from 2 to 3 percent".

The figures are those of the flow spoken of last, for another country: in the place of the one that it told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import MERCHANDISE, Frame, Memory

FOR_ROW: Final = "for-row"
"""In place of a preposition: such a frame tells the kind of figure that was told last."""
_KINDS: Final = MERCHANDISE | {"tourism", "investment", "aid", "other"}
_WORDS: Final = frozenset("figure share number total amount proportion percentage value volume ratio part".split())
_LED: Final = re.compile(
    r"(?:^\W*|[,;]\s+(?:(?:and|while|but|whereas)\s+)?|\b(?:and|while|but|whereas)\s+)(?:as\s+for|for|in\s+the\s+case\s+of|in\s+that\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FIGURE_IS: Final = re.compile(
    rf",?\s+(?:the|that|this|its|their)\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(_WORDS))})\s+(?:[\w-]+\s+){{1,6}}?"
)
_THEN: Final = re.compile(
    r",?\s+(?:it\s+(?:was|is|stood\s+at)\s+)?(?:(?:from|by|to|at|about|some|nearly|almost|over|only|just)\s+)*"
)
_RECENT: Final = 2


def for_row_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of countries that "for" sets beside the one told last, in order."""
    low = sentence.text.lower()
    if not (
        low.startswith(("for ", "as for ", "in the case")) or ", for " in low or "case of" in low or "and for " in low
    ):
        return []
    found: list[Frame] = []
    for mention in sentence.mentions:
        after = next((f for f in sentence.figures if f.start >= mention.end), None)
        if after is None or mention.use == "adjective" or not trades(mention.code):
            continue
        if not _LED.search(sentence.text[: mention.start]):
            continue
        gap = (sentence.text, mention.end, after.start)
        if not (_FIGURE_IS.fullmatch(*gap) or (found and _THEN.fullmatch(*gap))):
            continue
        told = _spoken_of(sentence, mention, [*frames, *found], memory)
        token = sentence.word_of(mention)
        if told is not None and token is not None:
            flow, side = told
            row = replace(
                flow, token=token, start=mention.start, end=mention.end, verb=False, whole=False, group=False, weak=False, partners=(),
                partner_prep=FOR_ROW, inferred=("indicator", "partner" if side == "reporter" else "reporter"),
            )  # fmt: skip
            found.append(
                replace(row, reporter=mention.code) if side == "reporter" else replace(row, partner=mention.code)
            )
    return [row for row in found if row.reporter != row.partner]


def _is_about(memory: Memory, flow: Frame) -> bool:
    """The story names the partner of a flow more often, or before, the reporter."""
    order = [code for code in memory.countries if code in flow.pair]
    return bool(order) and order[0] == flow.partner


def _spoken_of(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> tuple[Frame, str] | None:
    """The flow that the row goes on from, and the side that its country takes: the one that the other rows have, else who was told of last."""
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in _KINDS]
    if before and before[-1].partner_prep == FOR_ROW:
        return before[-1], "reporter" if "partner" in before[-1].inferred else "partner"
    last = before[-1] if before else memory.frame
    if last is None or last.indicator not in _KINDS or mention.code in last.pair:
        return None
    if not before and sentence.index - memory.frame_sentence > _RECENT:
        return None
    if last.verb and memory.slot == "share" and memory.subject == last.reporter and _is_about(memory, last):
        return (
            last,
            "reporter",
        )  # in a story on Germany: "Hungary sold 27 percent of its exports to it. For Austria ..."
    hub = memory.hub.of(last.indicator)
    if hub is not None and hub in last.pair:
        return last, "partner" if hub == last.reporter else "reporter"
    named = {m.code for m in (sentence if before else sentence.before or sentence).mentions}
    told = "reporter" if last.reporter in named and last.partner not in named else "partner"
    return last, told
