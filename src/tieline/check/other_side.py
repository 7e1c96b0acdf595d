"""What figures of the other side can't decide: a claim on one country's exports, held against what its partner counts as imports.

Goods leave at one price and arrive at another: freight and insurance, the date of arrival, the country of origin and goods sent on
stand between the two. The IMF reckons with a tenth for freight and insurance alone. So figures of the other side contradict nothing
that lies so near to them: a level or share by a tenth, a gap by a tenth of the trade that it is the difference of, a change
of the same sign by `OFF_POINTS`, or what it multiplies by `OFF_RATIO`. Up to `NEAR_UNITS` units of the last printed digit (points of a change or share) off it is a near miss,
`imprecise`; else they leave it open, `ambiguous`.
"""

from __future__ import annotations

from tieline.check.answers import Answer, levels
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.model.claims import Measure, Trend
from tieline.model.precision import step_of
from tieline.model.vocabulary import VerdictWord

_MIXED = frozenset({"both-imports", "both-exports"})
_THEIRS = frozenset({"mirror", "partner-figures", "partner-sum"})
"""Ways of counting that rest on figures of the country whose trade is not told; two-way trade is of both."""
OFF_LEVEL, OFF_POINTS, OFF_RATIO, OFF_GAP = 0.1, 5.0, 0.05, 0.1
NEAR_UNITS = 4
OTHER_SIDE = "the figures are those of the other side, and the two sides' figures seldom agree more closely"


def instead_of_contradicted(setting: Setting, panel: Panel, each: Judged) -> tuple[VerdictWord, str] | None:
    """The word of a part that figures of the other side can't contradict, and why; None where they are not, or far off."""
    answer = each.chosen
    indirect = _MIXED if setting.quantity.flow == "trade" else _MIXED | _THEIRS
    if answer is None or answer.name.rpartition(", ")[2] not in indirect:
        return None
    if each.part.name == "direction" and each.key == "change_pct" and each.sentence is not None:
        return ("ambiguous", OTHER_SIDE) if abs(answer.number) <= OFF_POINTS else None  # "every year since 2009"
    claimed = _claimed(setting, each)
    if claimed is None or not _near(setting, panel, each, answer, claimed):
        return None
    return ("imprecise" if _is_near_miss(setting, each, answer.number, claimed) else "ambiguous"), OTHER_SIDE


def _is_near_miss(setting: Setting, each: Judged, found: float, claimed: float) -> bool:
    """A few units of the last digit off, or a few points."""
    if not isinstance(setting.claim, Measure):
        return False
    if each.key in {"change_pct", "share_pct"}:
        return abs(found - claimed) <= NEAR_UNITS
    digits = setting.claim.digits.get(each.key)
    return digits is not None and abs(found - claimed) <= NEAR_UNITS * step_of(claimed, digits)


def _near(setting: Setting, panel: Panel, each: Judged, answer: Answer, claimed: float) -> bool:
    if each.part.name == "rank":
        return False
    found = answer.number
    if each.key == "change_pct":
        return claimed * found > 0 and abs(found - claimed) <= max(OFF_POINTS, OFF_RATIO * (100 + found))
    if claimed * found <= 0:
        return False
    if each.key == "change_value":
        now = levels(panel, setting.quantity, setting.period)
        return bool(now) and abs(found - claimed) <= OFF_GAP * abs(now[0].number)
    if setting.quantity.flow == "balance" and each.key == "value":
        trade = levels(panel, setting.quantity.of("trade"), setting.level_at or setting.period)
        return bool(trade) and abs(found - claimed) <= OFF_GAP * trade[0].number
    return abs(found - claimed) <= OFF_LEVEL * abs(found)


def _claimed(setting: Setting, each: Judged) -> float | None:
    """The number that is claimed; of a record, the one that it would have to reach."""
    if isinstance(each.part.claimed, int | float):
        return float(each.part.claimed)
    if isinstance(setting.claim, Trend) and each.key == "value":
        return each.part.low if each.part.low is not None else each.part.high
    return None
