"""Parts of what a country buys that an adjective alone tells: "of which 310 tonnes, or 62 per cent, was Kenyan"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory

_STILL: Final = 2
_AGAIN: Final = r"(?:,?\s+(?:or|worth)\s+(?:(?:about|some|over|more\s+than|nearly|almost)\s+)*[^\s,;]+(?:\s(?:million|billion|mln|bn|%|per\s?cent|percent))?)?"
_WAS: Final = re.compile(_AGAIN + r",?\s+(?:was|were|is|are)\s+(?:of\s+)?")
_COMMA: Final = re.compile(_AGAIN + r",\s+")
_ENDS: Final = re.compile(r"\s*(?:[.;,](?!\d)|$|and\b)")
_OF_GOODS: Final = re.compile(r"(?:\s+[a-z]+)?\s*(?:[.;,](?!\d)|$|and\b)")


def adjective_parts(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of such parts, each at its figure, of the purchases told in the sentence or just before it."""
    made = [m for m in sentence.mentions if m.use == "adjective" and trades(m.code)]
    if not made:
        return []
    out: list[Frame] = []
    for figure in sentence.figures:
        maker = _maker(sentence, figure, made) if figure.kind in {"money", "quantity"} else None
        flow = _purchases(sentence, figure, frames, memory) if maker is not None else None
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if maker is None or flow is None or token is None or maker.code == flow.reporter:
            continue
        out.append(
            replace(
                flow, token=token, partner=maker.code, start=figure.start, end=figure.end, verb=False, whole=False, group=False, weak=False,
                partners=(), partner_prep=FOR_ROW, inferred=("indicator", "reporter"),
            )
        )  # fmt: skip
    return out


def _maker(sentence: Sentence, figure: Figure, made: list[Mention]) -> Mention | None:
    """The adjective that ends the clause of the figure."""
    behind = next((m for m in made if m.start >= figure.end), None)
    if behind is None:
        return None
    text = sentence.text
    if _WAS.fullmatch(text, figure.end, behind.start) and _OF_GOODS.match(text, behind.end):
        return behind
    alone = _COMMA.fullmatch(text, figure.end, behind.start) and _ENDS.match(text, behind.end)
    told = _THE_REST.search(text[: figure.start])
    return behind if alone and told else None


_THE_REST: Final = re.compile(
    r"\b(?:the\s+(?:rest|remainder|others?|remaining\s+[\w%. ]{1,20})|of\s+(?:which|these|this|them|it))\b",
    re.IGNORECASE,
)


def _purchases(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> Frame | None:
    """What one country bought from all, or from another, earlier in the sentence or just before it."""
    before = [f for f in frames if f.indicator in FLOWS and f.token.idx < figure.start]
    recent = sentence.index - memory.flow_sentence <= _STILL
    flow = before[-1] if before else memory.flow if recent else None
    bought = flow is not None and flow.indicator == "imports" and flow.reporter not in {None, "WLD"}
    return flow if bought else None
