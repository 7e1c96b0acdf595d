"""What a flow consists of, how that changes, and how alike two flows are."""

from __future__ import annotations

from tieline.model.errors import UsageError
from tieline.trade.indicators.frames import Amounts, amounts


def composition(goods: Amounts) -> dict[str, float]:
    """The share of each product (or partner) in the whole, 0 to 1: v_k / sum(v); the largest first.

    >>> composition({"27": 30, "03": 70})
    {'03': 0.7, '27': 0.3}

    Raises:
        UsageError: they add up to nothing.
    """
    found = amounts(goods)
    total = sum(found.values())
    if total <= 0:
        raise UsageError("the products add up to nothing: there are no shares of it")
    return {key: value / total for key, value in sorted(found.items(), key=lambda item: (-item[1], item[0]))}


def composition_change(old: Amounts, new: Amounts) -> dict[str, float]:
    """The change of each share in percentage points: 100 x (s_k(new) - s_k(old)); the largest in size first.

    >>> {key: round(points, 9) for key, points in composition_change({"27": 50, "03": 50}, {"27": 80, "03": 15, "72": 5}).items()}
    {'03': -35.0, '27': 30.0, '72': 5.0}
    """
    before, after = composition(old), composition(new)
    moved = {key: 100 * (after.get(key, 0.0) - before.get(key, 0.0)) for key in {*before, *after}}
    return dict(sorted(moved.items(), key=lambda item: (-abs(item[1]), item[0])))


def similarity(one: Amounts, other: Amounts) -> float:
    """Finger and Kreinin's similarity of two compositions, 0 (nothing in common) to 1 (equal): sum_k min(a_k, b_k).

    a and b are shares. Of two years of one flow, 1 less it is how much of the flow has changed its product.
    Source: Finger and Kreinin (1979), A measure of export similarity and its possible uses, Economic Journal 89.

    >>> similarity({"27": 50, "03": 50}, {"27": 80, "72": 20})
    0.5
    """
    a, b = composition(one), composition(other)
    return sum(min(a[key], b[key]) for key in a.keys() & b.keys())
