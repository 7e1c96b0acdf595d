"""Claims whose own words tell of another table of figures: with Hong Kong, of what was sent on, of weights.

Where the dataset has just that, it is no further reading but the direct one, and decides; else the claim is judged like any
other, and what its words tell keeps figures from contradicting it (`doubts`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.check.spans import own_clause
from tieline.check.variants import Judge, Variant, as_variant, by_weight, counted_with_hong_kong, without_re_exports
from tieline.model import lazy_re as re

BY_WEIGHT = re.compile(r"\b(?:by|in)\s+(?:volume|tonnage|weight|quantity)(?:\s+terms)?\b", re.IGNORECASE)
RE_EXPORTS, DOMESTIC_EXPORTS = "re-exports", "domestic-exports"
QUANTITIES = "the words may speak of quantities, and the figures are of values"
SENT_ON = "the words tell of re-exports, and the figures are of all exports"
DOMESTIC = "the words leave out re-exports, and the figures are of all exports"
LIFTED = {"volume": QUANTITIES, RE_EXPORTS: SENT_ON, DOMESTIC_EXPORTS: DOMESTIC}
"""What keeps figures from contradicting a claim, but for those that its words name."""
_WITH_HONG_KONG = re.compile(
    r"(?<!not )(?<!n't )(?<!without )\b(?:including|includes|plus|together with|along with|counting)\s+Hong Kong\b|\bHong Kong included\b"
)


def as_told(setting: Setting, panel: Panel, judge: Judge) -> list[Judged]:
    """The parts by the figures that the words name, where the dataset has them; none where it has not, or the words name none."""
    for variant in _named(setting, panel):
        found = judge(variant.setting, variant.panel)
        if found and all(each.chosen is not None for each in found):
            return [_shown(each, variant) for each in found]
    return []


def _named(setting: Setting, panel: Panel) -> Iterable[Variant]:
    clause = own_clause(setting.words, setting.claim.quote.exact)
    if _WITH_HONG_KONG.search(setting.words):
        yield from counted_with_hong_kong(setting, panel)
    if setting.quantity.flow == "exports" and setting.doubt == SENT_ON:
        yield from _as_exports(setting, panel, RE_EXPORTS, "the re-exports alone are meant")
    if setting.quantity.flow == "exports" and setting.doubt == DOMESTIC:
        yield from _as_exports(setting, panel, DOMESTIC_EXPORTS, "re-exports are left out")
        yield from without_re_exports(setting, panel)
    if BY_WEIGHT.search(clause):
        yield from by_weight(setting, panel)


def _as_exports(setting: Setting, panel: Panel, flow: str, tried: str) -> Iterable[Variant]:
    """The re-exports, or the domestic exports, that a dataset states, in the place of all exports."""
    made = panel.emptied()
    for row in panel.pair_rows(setting.quantity):
        if row.flow == flow:
            made.add(replace(row, flow="exports"))
    if made.pairs:
        yield Variant(flow, tried, setting, made)


def _shown(each: Judged, variant: Variant) -> Judged:
    return replace(each, answers=tuple(as_variant(answer, variant) for answer in each.answers))
