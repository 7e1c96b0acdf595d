"""What figures of the other side can't decide: a claim on one country's exports, held against what its partner counts as imports.

Goods leave at one price and arrive at another: freight and insurance, the date of arrival, the country of origin and goods sent on
stand between the two. Of 21,707 flows of over a million dollars in 1995 and 2005 that both the OEC's importers and UNCTAD's exporters
state, 40% lie within a tenth of each other, 76% within a factor of one and a half, 88% within a factor of two; of 8,257 pairs' two-way
trade, half of which each side states alike, 91% lie within one and a half. So figures of the other side contradict nothing that lies so near
to them (`OFF_LEVEL`, of two-way trade and of shares `OFF_BOTH`; gaps: `OFF_GAP`), nor a
change of the same sign within `OFF_POINTS`, or what it multiplies by `OFF_RATIO`, or `OFF_MOVE` of the level, nor a record a tenth above them, nor another sign where
they hardly moved or differ: they leave it open, `ambiguous`. Where the ledger shows that the two sides' figures of just this flow lay further
apart in a year nearby, that is allowed too (`apart`). A near miss is one by the digits alone, as with any other figures, but that the number
stands in the middle of what one digit fewer allows (`is_near_miss`): how it would be rounded says nothing of figures that are not its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tieline.check.answers import Answer, levels
from tieline.check.intervals import reach
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.quantities import Quantity
from tieline.check.setting import Setting
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period

_MIXED = frozenset({"both-imports", "both-exports"})
_THEIRS = frozenset({"mirror", "partner-figures", "partner-sum"})
"""Ways of counting that rest on figures of the country whose trade is not told; two-way trade is of both."""
OFF_LEVEL, OFF_BOTH, OFF_POINTS, OFF_RATIO, OFF_GAP, OFF_MOVE = 2.0, 1.5, 5.0, 0.05, 1 / 3, 0.1
STILL_POINTS, STILL_GAP = 1.0, 0.05
"""A change in percent, and a gap as part of the trade, that is too small for its sign to be held against a claim."""
NEAR_YEARS = 5
"""Two sides' figures of another year tell how far they lie apart if it is no further off."""
OTHER_SIDE = "the figures are those of the other side, and the two sides' figures seldom agree more closely"
NEAR_MISS = f"near, but {OTHER_SIDE}"
"""Of a near miss that only figures of the other side make one: in another dataset the country's own may bear the claim out."""


class Apart(NamedTuple):
    """How far the two sides' figures of a flow lay apart in a year, as a factor."""

    factor: float
    year: Period


def is_indirect(setting: Setting, answer: Answer | None) -> bool:
    """The figures are not those of the country whose trade is told."""
    return answer is not None and is_other_side(answer.name, two_way=setting.quantity.flow == "trade")


def is_other_side(reading: str, *, two_way: bool) -> bool:
    """A way of counting, by its name, rests on figures of the country whose trade is not told; two-way trade is of both.

    >>> is_other_side("mirror", two_way=False), is_other_side("partner-sum", two_way=True), is_other_side("own-figures", two_way=False)
    (True, False, False)
    """
    return reading.rpartition(", ")[2] in (_MIXED if two_way else _MIXED | _THEIRS)


def is_near_miss(setting: Setting, each: Judged) -> bool:
    """Figures of the other side lie as near to a printed number as one digit fewer reaches: 24.3 to "27 percent", 34 to "$36 billion"."""
    answer, claim = each.chosen, setting.claim
    claimed = each.part.claimed
    if not isinstance(claim, Measure) or not isinstance(claimed, int | float) or answer is None:
        return False
    if each.key not in claim.digits or claimed * answer.number <= 0 or not is_indirect(setting, answer):
        return False
    return abs(answer.number - claimed) <= reach(claimed, claim.digits[each.key])


def why_open(setting: Setting, panel: Panel, each: Judged, panels: Sequence[Panel] = ()) -> str | None:
    """Why figures of the other side can't contradict a part; None where they are not, or are far off."""
    answer = each.chosen
    if answer is None or not is_indirect(setting, answer) or each.part.name == "rank":
        return None
    if setting.quantity.flow == "balance" and _hardly_differs(setting, panel, each):
        return OTHER_SIDE
    if each.part.name == "direction" and each.key == "change_pct":  # "every year since 2009" is of several
        return OTHER_SIDE if abs(answer.number) <= (STILL_POINTS if each.sentence is None else OFF_POINTS) else None
    claimed = _claimed(setting, each)
    if claimed is None:
        return None
    if _near(setting, panel, each, answer, claimed):
        return OTHER_SIDE
    return _as_far_before(setting, panel, each, panels, claimed)


def _as_far_before(setting: Setting, panel: Panel, each: Judged, panels: Sequence[Panel], claimed: float) -> str | None:
    """A level that lies no further off than the two sides' figures of this flow did in a year nearby."""
    answer = each.chosen
    if answer is None or each.key != "value" or setting.quantity.flow == "balance" or claimed * answer.number <= 0:
        return None
    known = apart(setting.quantity, setting.level_at or setting.period, answer, panel, panels)
    off = max(claimed / answer.number, answer.number / claimed)
    if known is None or off > known.factor * (1 + OFF_RATIO):
        return None
    return f"the figures are those of the other side, and in {known.year.words()} the two sides' figures were {known.factor:.2g} times apart"


def apart(quantity: Quantity, period: Period, chosen: Answer, panel: Panel, panels: Sequence[Panel]) -> Apart | None:
    """How far the way that decides lies from the most direct one in any dataset, in the nearest year that both have."""
    if period.precision != "year":
        return None
    for off in range(NEAR_YEARS + 1):
        for year in dict.fromkeys((period.shifted_years(-off), period.shifted_years(off))):
            theirs = next((a.number for a in levels(panel, quantity, year) if a.name == chosen.name), None)
            others = [
                a for each in panels for a in levels(each, quantity, year) if a.name != chosen.name and not a.wider
            ]
            factors = [max(a.number / theirs, theirs / a.number) for a in others if theirs and a.number * theirs > 0]
            if factors:
                return Apart(max(factors), year)
    return None


def _hardly_differs(setting: Setting, panel: Panel, each: Judged) -> bool:
    """Exports and imports are so near to each other that the sign of what is between them is not sure."""
    at = setting.level_at or setting.period
    now, trade = levels(panel, setting.quantity, at), levels(panel, setting.quantity.of("trade"), at)
    if not now or not trade or abs(now[0].number) > STILL_GAP * trade[0].number:
        return False
    claimed = _claimed(setting, each)
    return each.key != "value" or claimed is None or abs(claimed - now[0].number) <= OFF_GAP * trade[0].number


def _near(setting: Setting, panel: Panel, each: Judged, answer: Answer, claimed: float) -> bool:
    found = answer.number
    if each.key == "change_pct":
        still = abs(found) <= STILL_POINTS and abs(found - claimed) <= OFF_POINTS
        return still or (claimed * found > 0 and abs(found - claimed) <= max(OFF_POINTS, OFF_RATIO * (100 + found)))
    if claimed * found <= 0:
        return False
    if each.key == "change_value":
        now = levels(panel, setting.quantity, setting.period)
        return bool(now) and abs(found - claimed) <= OFF_MOVE * abs(now[0].number)
    if setting.quantity.flow == "balance" and each.key == "value":
        trade = levels(panel, setting.quantity.of("trade"), setting.level_at or setting.period)
        return bool(trade) and abs(found - claimed) <= OFF_GAP * trade[0].number
    if isinstance(setting.claim, Trend):  # a record: both levels are of one side
        return abs(found - claimed) <= OFF_MOVE * abs(found)
    one_way = setting.quantity.flow != "trade" and each.key == "value"
    return max(claimed / found, found / claimed) <= (OFF_LEVEL if one_way else OFF_BOTH)


def _claimed(setting: Setting, each: Judged) -> float | None:
    """The number that is claimed; of a record, the one that it would have to reach."""
    if isinstance(each.part.claimed, int | float):
        return float(each.part.claimed)
    if isinstance(setting.claim, Trend) and each.key == "value":
        return each.part.low if each.part.low is not None else each.part.high
    return None
