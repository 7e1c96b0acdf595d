"""How flows grow: change on a year before, compound growth, and what each product adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tieline.model.errors import UsageError
from tieline.model.periods import Period
from tieline.trade.figures.points import Point
from tieline.trade.indicators.frames import Amounts, amounts

LEAST_BASE = 100_000.0
"""US dollars. A percentage of a smaller base says little: 5 dollars to 50 is +900%."""
Note = Literal["", "no-base", "no-figure", "zero-base", "small-base", "doubtful-base"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change from a base to a figure.

    Attributes:
        usd: figure - base, US dollars; None where one is not there.
        pct: Percent of the base; None as well where the base is zero.
        note: Why there is no percentage, or why it says little.
    """

    period: str
    base: str
    usd: float | None
    pct: float | None
    note: Note = ""


def change(
    new: float | None, old: float | None, *, period: str = "", base: str = "", least: float = LEAST_BASE
) -> Change:
    """100 x (new / old - 1), in percent; new - old, in the unit of the two (US dollars).

    With a base below `least` the note is `small-base`; a base of zero gives no percentage.

    >>> change(10_026_641, 9_281_974).pct.__round__(1), change(50, 5).note, change(50, 0).pct, change(50, None).note
    (8.0, 'small-base', None, 'no-base')
    """
    if new is None or old is None:
        return Change(period, base, None, None, "no-base" if old is None else "no-figure")
    if old == 0:
        return Change(period, base, new, None, "zero-base")
    return Change(period, base, new - old, (new / old - 1) * 100, "small-base" if old < least else "")


def growth(points: Sequence[Point], *, years: int = 1, least: float = LEAST_BASE) -> list[Change]:
    """Each period against the same period `years` before (a month against that month): percent and US dollars.

    A period that is not reported, withheld or incomplete gives no change. A base that is suspected to be a copy of another
    year, or that has a mark, gives one with the note `doubtful-base`.

    Args:
        points: Of one flow and product.
        years: How far back.
        least: The smallest base, US dollars, of which a percentage means something.

    Raises:
        UsageError: points of several flows, products, datasets or vintages.
    """
    kinds = {(p.reporter, p.partner, p.flow, p.product, p.dataset, p.vintage) for p in points}
    if len(kinds) > 1:
        raise UsageError(f"growth of {len(kinds)} series at once: give the points of one flow and product")
    known = {point.period: point for point in points}
    found = []
    for point in points:
        before = Period.parse(point.period).shifted_years(-years).iso
        base = known.get(before)
        one = change(point.value_usd, base.value_usd if base else None, period=point.period, base=before, least=least)
        doubt = base is not None and ("suspected-copy" in base.flags or bool(base.marks))
        found.append(Change(one.period, one.base, one.usd, one.pct, "doubtful-base") if doubt and not one.note else one)
    return found


def cagr(first: float | None, last: float | None, years: float) -> float | None:
    """Compound annual growth, percent a year: 100 x ((last / first)^(1 / years) - 1).

    None where a figure is not there or the first one is zero.

    >>> round(cagr(100, 121, 2), 9), cagr(0, 121, 2)
    (10.0, None)

    Raises:
        UsageError: no years between the two, or a negative figure.
    """
    if years <= 0:
        raise UsageError(f"{years} years; growth needs a last period after the first")
    if (first or 0) < 0 or (last or 0) < 0:
        raise UsageError("compound growth of a negative figure (a balance) has no meaning")
    return None if not first or last is None else ((last / first) ** (1 / years) - 1) * 100


def contributions(old: Amounts, new: Amounts) -> dict[str, float]:
    """What each product adds to the growth of the whole, in percentage points: 100 x (new_k - old_k) / sum(old).

    They add up to the growth of the whole. A product in one of the two only counts as nothing in the other: give products
    of one edition and level, of periods that are both reported. The largest in size comes first.

    >>> contributions({"27": 60, "03": 40}, {"27": 90, "03": 30, "72": 5})
    {'27': 30.0, '03': -10.0, '72': 5.0}

    Raises:
        UsageError: the base adds up to nothing.
    """
    before, after = amounts(old), amounts(new)
    base = sum(before.values())
    if base <= 0:
        raise UsageError("the base is nothing: there are no contributions to its growth")
    parts = {key: (after.get(key, 0.0) - before.get(key, 0.0)) / base * 100 for key in {*before, *after}}
    return dict(sorted(parts.items(), key=lambda item: (-abs(item[1]), item[0])))
