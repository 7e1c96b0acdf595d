"""Sums that may lack something: over the partners that a dataset has, over a few headings of some goods. What they lack may be the difference."""

from __future__ import annotations

from tieline.check.answers import Answer, levels
from tieline.check.listings import is_of_few
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting

OFF_LEVEL, OFF_POINTS, OFF_GAP, OFF_WHOLE = 0.1, 5.0, 0.1, 0.25
"""How far a sum over partners may be from a total that is told: of the level, in points of a change, a gap as part of the trade."""


def _by_whole(answer: Answer, claimed: float | str | None) -> str | None:
    """A share whose whole is a sum over partners: what the sum lacks makes it too large, never too small."""
    summed = any(row.partner == "WLD" and row.sql for row in answer.rows)
    if not summed or not isinstance(claimed, int | float):
        return None
    low, high = (1 - OFF_WHOLE) * answer.number, (1 + OFF_LEVEL) * answer.number
    why = "its whole is a sum over the partners that the dataset has; what it lacks may explain the difference"
    return why if low <= claimed <= high else None


def by_extract(setting: Setting, panel: Panel, each: Judged) -> str | None:
    """The figure is a sum over some headings of the goods told of: a file of logs says nothing of all wood."""
    answer, readings = each.chosen, setting.quantity.scope.readings
    if answer is None or answer.wider or not readings or not is_of_few(panel, answer.rows, readings[0]):
        return None
    return "the figure is the sum of the few codes of these goods that the dataset has; others may be lacking"


def by_sum(setting: Setting, panel: Panel, each: Judged) -> str | None:
    """The figure is a sum over the partners that the dataset has, and not far from what is claimed."""
    answer, claimed = each.chosen, each.part.claimed
    quantity = setting.quantity
    if answer is not None and each.part.name == "share":
        return _by_whole(answer, claimed)
    if answer is None or quantity.partner != "WLD" or each.part.name == "rank":
        return None
    if not any(row.partner == "WLD" and row.sql for row in answer.rows):
        return None
    why = "the figure is a sum over the partners that the dataset has; what it lacks may explain the difference"
    if each.key == "change_pct":
        wanted = float(claimed) if isinstance(claimed, int | float) else 0.0
        return why if abs(answer.number - wanted) <= OFF_POINTS else None
    if not isinstance(claimed, int | float):
        return None
    if quantity.flow == "balance":
        trade = levels(panel, quantity.of("trade"), setting.period)
        return why if trade and abs(answer.number - claimed) <= OFF_GAP * trade[0].number else None
    if each.key == "change_value":
        now = levels(panel, quantity, setting.period)
        return why if now and abs(answer.number - claimed) <= OFF_GAP * abs(now[0].number) else None
    return why if abs(answer.number - claimed) <= OFF_LEVEL * abs(claimed) else None
