"""What moved a flow, told beside its figure: "imports edged up on more drugs from Ireland and phones from China", "as more cars were shipped".

The goods move with all that the clause tells; whose they are is told by the flow of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Direction
from tieline.read.frames.frames import Frame
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.trends.times import modality_at, period_near

_LED: Final = re.compile(
    r"\b(?:on|thanks\s+(?:partly\s+|mostly\s+|mainly\s+)?to|because\s+of|due\s+to|owing\s+to|(?:driven|helped|lifted|boosted|fuelled|fueled)\s+by|on\s+account\s+of)\s+"
    r"(?:(?P<up>more|higher|larger|bigger|rising|growing|increased)|(?P<down>fewer|less|lower|smaller|falling|shrinking|reduced))\s+"
    r"(?P<noun>(?:purchases|imports|deliveries|shipments|sales|exports|supplies|orders)\s+of\s+)?",
    re.IGNORECASE,
)
_AS: Final = re.compile(
    r"\b(?:as|because|after)\s+(?:(?P<up>more)|(?P<down>fewer|less))\s+(?P<what>[^.;]{3,60}?)\s+(?:was|were)\s+(?P<verb>shipped|exported|sold|imported|bought|purchased)\b(?!\s+(?:to|from|by|in)\b)",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"[^.,;]{0,40}?\b(?P<prep>from|to)\s+(?:the\s+)?")
_NEXT: Final = re.compile(r"(?:,|\s+and|,\s+and)\s+")
_OPPOSITE: Final[dict[str, str]] = {"from": "imports", "to": "exports"}
_SOLD: Final = frozenset({"shipped", "exported", "sold"})


def read_reasons(sentence: Sentence, frames: list[Frame], story: Story) -> list[Trend]:
    """A trend for each good with its country that is told as the reason of a flow's movement."""
    out: list[Trend] = []
    for led in _LED.finditer(sentence.text):
        flow = _flow_before(frames, led.start())
        if flow is None:
            continue
        way: Direction = "up" if led["up"] else "down"
        out += [
            _trend(sentence, story, flow, mention, good, way, (led.start(), mention.end))
            for mention, good in _parts(sentence, led.end(), flow)
        ]
    if (told := _AS.search(sentence.text)) is not None:
        flow = _flow_before(frames, told.start())
        good = next((g for g in goods_in(sentence) if told.start("what") <= g.start < told.end("what")), None)
        sold = told["verb"].lower() in _SOLD
        if flow is not None and good is not None and flow.partner == "WLD" and sold == (flow.indicator == "exports"):
            span = told.start(), told.end()
            out.append(_trend(sentence, story, flow, None, good, "up" if told["up"] else "down", span))
    return out


def _flow_before(frames: list[Frame], place: int) -> Frame | None:
    """The flow that the words before tell of, with its owner."""
    before = [f for f in frames if f.start < place and f.reporter not in {None, "WLD"}]
    return before[-1] if before and before[-1].indicator in {"exports", "imports"} else None


def _parts(sentence: Sentence, start: int, flow: Frame) -> Iterator[tuple[Mention, Good | None]]:
    """Each good of a list with the country behind it."""
    place = start
    while (part := _PART.match(sentence.text, place)) is not None:
        mention = next((m for m in sentence.mentions if m.start == part.end() and trades(m.code)), None)
        if mention is None or _OPPOSITE[part["prep"].lower()] != flow.indicator or mention.code == flow.reporter:
            return
        yield mention, next((g for g in goods_in(sentence) if place <= g.start < mention.start), None)
        joined = _NEXT.match(sentence.text, mention.end)
        if joined is None:
            return
        place = joined.end()


def _trend(
    sentence: Sentence,
    story: Story,
    flow: Frame,
    mention: Mention | None,
    good: Good | None,
    way: Direction,
    span: tuple[int, int],
) -> Trend:
    token = next((t for t in sentence.tokens if t.idx >= span[0]), flow.token)
    period = period_near(sentence, *span, wide=True)[0]
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + span[0], sentence.start + span[1]),
        indicator=flow.indicator, reporter=flow.reporter or "", partner=mention.code if mention else flow.partner, product=good.words if good else None,
        hs=good.hs or None if good else None, period=period, direction=way, modality=modality_at(sentence, token), inferred=flow.inferred, confidence=CONFIDENCE["turn-of-speech"],
    )  # fmt: skip
