"""Whether figures show the way that a flow is said to have moved: those of its own clause, or those that the story gives of the flow.

A direction is no trend where a change or two levels of the same flow and product show it.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.model.vocabulary import Direction
from tieline.read.frames.frames import Frame
from tieline.read.measures.prices import is_of_price
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Memory
from tieline.read.trends.clauses import Move
from tieline.read.trends.records import record_in
from tieline.read.words.trade import NOUN_ANCHORS

_NEAR: Final = 70
_BREAK: Final = re.compile(
    r"[;:]|\b(?:as|because|once|until|if|so|after|before|when|while|whereas|but|although|though|(?<!compared )with|which|who|since|amid|and (?:the|its|their|those|that))\b|, and\b",
    re.IGNORECASE,
)
"""Where the words on how far a flow moved end."""
_FROM: Final = re.compile(r"\bfrom\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_HELD: Final = re.compile(r"\b(?:compared (?:with|to)|against|versus)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_BY_HOW_MUCH: Final = re.compile(
    r"\b(?:(?:in|by) half|by (?:over |almost |nearly |about |more than )?(?:an?|two|three) (?:third|quarter|fifth|tenth|half)s?|[a-z]+fold)\b",
    re.IGNORECASE,
)


def told_in_figures(sentence: Sentence, frame: Frame, move: Move) -> bool:
    """The words behind the movement say how far it went: "fell by 9 percent", "went up from $2 million to 3", "were cut in half"."""
    start = max(move.token.idx + len(move.token), frame.end)
    if move.token.i < frame.token.i and move.token.pos == "ADJ":
        return False
    end = min([start + _NEAR, *(t.idx for t in sentence.tokens if t.idx > start and t.lemma in NOUN_ANCHORS)])
    if cut := _BREAK.search(sentence.text, start, end):
        end = cut.start()
    if _BY_HOW_MUCH.search(sentence.text, start, end):
        return True
    if _may_come(move) and any(_TO_LEVEL.fullmatch(sentence.text, start, f.core) for f in sentence.figures):
        return True
    return any(
        (f.kind in {"percent", "points", "multiple"} and not f.fraction and not _AS_FAST.match(sentence.text, f.end))
        or _FROM.search(sentence.text, start, f.core)
        or _HELD.search(sentence.text, start, f.core)
        for f in sentence.figures
        if start <= f.start < end and not is_of_price(sentence, f)
    )


_AS_FAST: Final = re.compile(r"\s+as\s+(?:fast|quickly|steeply|sharply|slowly|strongly)\s+as\b")


def _may_come(move: Move) -> bool:
    """As in "expects exports to climb to 500,000 bags", "sales could drop to 9 million": the figure is what is foretold."""
    return move.token.pos == "VERB" and any(c.tag in {"MD", "TO"} for c in move.token.children if c.dep == "aux")


_TO_LEVEL: Final = re.compile(
    r"\s+(?:[a-z]+ly\s+|even\s+|back\s+)?to\s+(?:(?:as|much|little|low|high|many|few|about|some|around|only|over|a|record|more|less|than|nearly)\s+)*[^\s\w]{0,3}[A-Z]{0,3}[^\s\w]?"
)


def is_shown(trend: Trend, measures: list[Measure]) -> bool:
    """Measures of the trend's flow show its way: one gives the change, or two are its levels.  A record is told beside them."""
    if record_in(trend.strength or "") is not None:
        return False
    lasting = trend.period is None and tells_long(trend)
    alike = [
        m
        for m in measures
        if (m.product or "").casefold() == (trend.product or "").casefold() and m.modality == trend.modality
    ]
    return (not lasting and any(_changes(m, trend) for m in alike)) or _levels_show(trend, alike)


def tells_long(trend: Trend) -> bool:
    """A movement of a longer time than that of a figure: "has been shrinking", "kept growing"."""
    return _LASTING.search(trend.quote.exact) is not None


_LASTING: Final = re.compile(r"\b(?:(?:has|have|had) been|kept|keeps?|continu\w+|ever)\b", re.IGNORECASE)


def _changes(measure: Measure, trend: Trend) -> bool:
    if trend.period is not None and measure.period is not None and trend.period != measure.period:
        return False
    change = measure.change_pct if measure.change_pct is not None else measure.change_value
    return change is not None and (change > 0) == (trend.direction == "up")


def _levels_show(trend: Trend, measures: list[Measure]) -> bool:
    """The level of the trend's period lies above or below that of a time before, as the trend says."""
    dated = [(m.period, m.unit, abs(m.value)) for m in measures if m.value is not None and m.period is not None]
    return any(
        period == trend.period
        and unit == other_unit
        and before.end < period.start
        and value != other
        and (value > other) == (trend.direction == "up")
        for period, unit, value in dated
        for before, other_unit, other in dated
    )


def gives_figure(frame: Frame, direction: Direction, measures: list[Measure]) -> bool:
    """A measure of the flow gives the movement a figure; a level alone, though held against a time, or a change the other way does not."""
    own = _own(frame, measures)
    changes = [x for m in own for x in (m.change_pct, m.change_value) if x is not None]
    if changes and direction in {"up", "down"}:
        return any((x > 0) == (direction == "up") for x in changes)
    shared = any(m.share_pct is not None for m in own)
    return not own or shared or bool(changes) or len(levels_of(frame, measures)) > 1


def levels_of(frame: Frame, measures: list[Measure]) -> set[Period | None]:
    """The periods for which the sentence gives levels of a flow."""
    return {m.period for m in _own(frame, measures) if m.value is not None}


def _own(frame: Frame, measures: list[Measure]) -> list[Measure]:
    flow = (frame.indicator, frame.reporter, frame.partner)
    return [m for m in measures if (m.indicator, m.reporter or None, m.partner) == flow]


def from_level_before(sentence: Sentence, frame: Frame, move: Move, measures: list[Measure], memory: Memory) -> bool:
    """As in "bought fish for 10 million. In the following year imports dropped to 8 million": two levels show it."""
    levels = [m for m in _own(frame, measures) if m.value is not None]
    to_level = _TO_A_LEVEL.match(sentence.text, move.token.idx + len(move.token)) is not None
    if len(levels) != 1 or move.direction not in {"up", "down"} or not to_level:
        return False
    now, flow = levels[0], (frame.reporter, frame.partner)
    before = (
        t.value
        for t in memory.told
        if t.sentence == sentence.index - 1 and (t.reporter, t.partner) == flow and t.indicator == frame.indicator
        if t.value is not None and t.unit == now.unit
    )
    return any(now.value is not None and (now.value > value) == (move.direction == "up") for value in before)


def was_told(sentence: Sentence, frame: Frame, move: Move, memory: Memory) -> bool:
    """As in "Exports fell 8 percent. The fall in exports was due to the drought": the movement that the sentences before told."""
    last, way = memory.last_way
    known = way == move.direction and 0 < sentence.index - last <= _REMEMBERED
    definite = any(c.lower in {"the", "this", "that"} for c in move.token.children)
    governs = move.token.pos == "NOUN" and definite and move.token.i < frame.token.i
    first = move.token.left_edge.i == 0 and {"reporter", "partner"} <= set(frame.inferred)
    return governs and ((known and bool(frame.inferred)) or first)


_REMEMBERED: Final = 3


def is_cause_of_change(frame: Frame, move: Move, measures: list[Measure]) -> bool:
    """As in "exports to Chad fell 9 percent as Chad bought fewer cars": what a figure of the same flow shows is told again as its reason."""
    verb = frame.token
    led = any(c.dep == "mark" and c.lower in {"as", "because", "since"} for c in verb.children)
    if not led or verb.dep != "advcl":
        return False
    for m in measures:
        sides = (m.reporter, m.partner) if m.indicator == frame.indicator else (m.partner, m.reporter)
        change = m.change_pct if m.change_pct is not None else m.change_value
        if m.indicator not in FLOWS | {frame.indicator} or change is None or (change > 0) != (move.direction == "up"):
            continue
        if sides == (frame.reporter, frame.partner) or (frame.partner == "WLD" and frame.reporter in sides):
            return True
    return False


_TO_A_LEVEL: Final = re.compile(
    r"\s+(?:[a-z]+ly\s+|back\s+|again\s+)?to\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{1,3})?[$€£¥]?\s?\d"
)
