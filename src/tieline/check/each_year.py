"""Claims on several years that each must hold, or that may be one of their sum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.check.years_named import years_named
from tieline.model.periods import Period
from tieline.model.vocabulary import VerdictWord

_ORDER: tuple[VerdictWord, ...] = ("supported", "supported-with-context", "imprecise", "ambiguous", "contradicted")
_APART = "the words add up years that do not follow on each other"


def of_each_year(
    setting: Setting, panel: Panel, judged: list[Judged], judge: Callable[[Setting, Panel], list[Judged]]
) -> list[Judged]:
    """The parts of a claim on several years: those of the year that bears it out least, or of all together where that may be meant."""
    told = years_named(setting.claim, setting.before, setting.words)
    yearly = setting.period.precision == "year"
    if told is None or not (yearly or told.how == "each"):
        return judged
    if told.how == "sum":
        return [replace(each, part=replace(each.part, verdict="not-checkable", note=_APART)) for each in judged]
    every = [judged] if yearly else []
    for year in told.years:
        if not yearly or year != setting.period.start.year:
            period = Period.of_year(year)
            of_it = judge(replace(setting, period=period, base=period.shifted_years(-1)), panel)
            every.append([replace(each, at=period) for each in of_it])
    worst = [replace(each, told=(*each.told, told.words)) for each in max(every, key=_rank)]
    if told.how == "each" or told.whole is None:
        return worst
    whole = judge(replace(setting, period=told.whole), panel)
    return min((worst, whole), key=_rank)


def _rank(judged: list[Judged]) -> int:
    """How far parts are from being borne out, the worst of them."""
    return max(
        (_ORDER.index(each.part.verdict) if each.part.verdict in _ORDER else _OPEN for each in judged), default=_OPEN
    )


_OPEN: Final = 2
"""Parts that nothing decides are no better than imprecise ones, and no worse than contradicted ones."""
