"""A change told just before the level that it led to: "exports to Chad grew by 2.7 per cent. They came to $181 million".

Level and change of one flow in one period are one fact; the level takes the change over, and says so in `inferred`.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Memory

_REMEMBERED = 2
_ON_A_BASIS = re.compile(
    r"\bin\s+(?:[a-z-]+\s+){0,2}terms\b|\b(?:in|by)\s+(?:volume|quantity|weight|tonnage)\b|\b(?:real|nominal)ly\b|\b(?:seasonally\s+)?adjusted\b|\bannualised\b|\bannualized\b",
    re.IGNORECASE,
)
"""A change told in terms of its own ("in dollar terms", "by volume") is none of a level told in others."""


def with_change_told(measures: list[Measure], memory: Memory, sentence: Sentence) -> list[Measure]:
    """The measures of a sentence, levels with the change that the sentences just before told of them."""
    index = sentence.index
    memory.moved = [(at, m) for at, m in memory.moved if index - at <= _REMEMBERED]
    moved = [m for _, m in memory.moved]
    out = [measure if _is_one_of_several(measure, measures) else _changed(measure, moved) for measure in measures]
    if not _ON_A_BASIS.search(sentence.text):
        memory.moved += [(index, m) for m in measures if moves_alone(m)]
    return out


def _is_one_of_several(measure: Measure, measures: list[Measure]) -> bool:
    """Another level of the flow stands beside it, so that the change may be of either; or its own change does."""
    others = [m for m in measures if m is not measure]
    if any(m.value is not None and _same(m, measure) for m in others):
        return True
    flow = (measure.indicator, measure.reporter, measure.partner)
    return any(m.change_pct is not None and (m.indicator, m.reporter, m.partner) == flow for m in others)


def moves_alone(measure: Measure) -> bool:
    """A change in percent without a level or a share."""
    return measure.change_pct is not None and measure.value is None and measure.share_pct is None


def _changed(measure: Measure, moved: list[Measure]) -> Measure:
    alone = (measure.change_pct, measure.change_value, measure.share_pct) == (None, None, None)
    if measure.value is None or not alone or measure.period is None or measure.per is not None:
        return measure
    told = {m.change_pct: m for m in moved if _same(m, measure)}
    if len(told) != 1:
        return measure  # none, or two that do not agree
    return level_with_change(measure, next(iter(told.values())))


def level_with_change(measure: Measure, change: Measure) -> Measure:
    """The level with the change of its flow, which `inferred` names."""
    bounds, digits = dict(measure.bounds), dict(measure.digits)
    if "change_pct" in change.bounds:
        bounds["change_pct"] = change.bounds["change_pct"]
    if "change_pct" in change.digits:
        digits["change_pct"] = change.digits["change_pct"]
    return replace(
        measure,
        change_pct=change.change_pct,
        change_max=change.change_max,
        base=measure.base or change.base,
        bounds=bounds,
        digits=digits,
        inferred=tuple(dict.fromkeys((*measure.inferred, "change_pct"))),
    )


def _same(change: Measure, level: Measure) -> bool:
    """One flow between the same two in one period, of the same goods, told as of the same kind of time."""
    flow = (change.indicator, change.reporter, change.partner, change.product, change.period, change.modality)
    if flow != (level.indicator, level.reporter, level.partner, level.product, level.period, level.modality):
        return False
    return change.base is None or level.base is None or change.base == level.base
