"""The level of one flow, from its rows: one of just the product and period, or parts that make it up."""

from __future__ import annotations

from functools import lru_cache

from tieline.check.listings import is_listed
from tieline.check.panel import WEIGHTS, Row
from tieline.check.quantities import Codes, Scope
from tieline.model.hs import covers, expand, same_scope
from tieline.model.periods import Period

Found = tuple[float, tuple[Row, ...]]


def distinct(found: list[Found]) -> list[Found]:
    """Numbers that are the same but for rounding count once."""
    kept: list[Found] = []
    for number, rows in found:
        if not any(abs(number - other) <= 1e-6 * max(abs(number), abs(other)) for other, _ in kept):
            kept.append((number, rows))
    return kept


def leg_levels(rows: list[Row], scope: Scope, codes: Codes | None, period: Period, unit: str) -> list[Found]:
    """The level of one flow: a row of just this product and period, else its parts by product, else by months."""
    inside = [row for row in rows if row.period in period]
    known = [row for row in inside if row.level(unit) is not None]
    same = same_product(known, scope, codes)
    exact = [row for row in same if row.period == period]
    if exact:
        return distinct([(row.level(unit) or 0.0, (row,)) for row in exact])
    if unit in WEIGHTS and any(row.level(unit) is None and _asked_of(row, scope, codes) for row in inside):
        return []  # the weight of a part is not known
    inside = known
    parts = _parts([row for row in inside if row.period == period], codes) if codes else []
    parts = parts or _tiles(same, period)
    return [(sum(row.level(unit) or 0.0 for row in parts), tuple(parts))] if parts else []


def _asked_of(row: Row, scope: Scope, codes: Codes | None) -> bool:
    """A row of the products that are asked for, or of some of them."""
    return (
        row.whole
        if scope.whole
        else bool(same_product([row], scope, codes) or (codes and row.hs and _finer(row.hs, codes)))
    )


def same_product(rows: list[Row], scope: Scope, codes: Codes | None) -> list[Row]:
    """The rows of just the products that are asked for, by their words or by their codes."""
    if scope.whole:
        return [row for row in rows if row.whole]
    words = (scope.words or "").casefold()
    named = [row for row in rows if row.product and row.product.casefold() == words]
    return named or [row for row in rows if codes and row.hs and _alike(row.hs, codes)]


def _parts(rows: list[Row], codes: Codes) -> list[Row]:
    """Rows of finer codes that make up the codes: all of them, or what a classified table has of them.

    A table of statistics lists what was traded (`is_listed`), and a code that it does not list was not traded. A few
    published figures make no such promise: there the parts must fill the whole.
    """
    finer = [row for row in rows if row.hs and _finer(row.hs, codes)]
    below = [row for code in _outermost(codes) for row in _fewest_digits(finer, code)]
    if below and _make_up(below, codes):
        return below
    for depth in sorted({len(row.hs[0]) for row in finer}):
        level = [row for row in finer if all(len(code) == depth for code in row.hs)]
        listed = [code for row in level for code in row.hs]
        if len(set(listed)) == len(listed) and _make_up(level, codes):
            return level
    return []


def _make_up(level: list[Row], codes: Codes) -> bool:
    return same_scope([code for row in level for code in row.hs], codes) or all(map(is_listed, level))


def _fewest_digits(finer: list[Row], code: str) -> list[Row]:
    """The rows inside one of the codes that have the fewest digits; none if some overlap."""
    inside = [row for row in finer if all(covers((code,), each) for each in row.hs)]
    depth = min((len(row.hs[0]) for row in inside), default=0)
    level = [row for row in inside if all(len(each) == depth for each in row.hs)]
    listed = [each for row in level for each in row.hs]
    return level if len(set(listed)) == len(listed) else []


@lru_cache(maxsize=4_096)
def _outermost(codes: Codes) -> Codes:
    """The codes of a list one by one, without those that lie inside another: 2603 and 74 of (2603, 74, 7403)."""
    each = sorted(expand(codes))
    return tuple(code for code in each if not any(code != other and code.startswith(other) for other in each))


@lru_cache(maxsize=65_536)
def _alike(hs: Codes, codes: Codes) -> bool:
    return same_scope(hs, codes)


@lru_cache(maxsize=65_536)
def _finer(hs: Codes, codes: Codes) -> bool:
    """The codes of a row lie inside those asked for, one by one."""
    return all("-" not in code and covers(codes, code) for code in hs)


def _tiles(rows: list[Row], period: Period) -> list[Row]:
    """Rows of shorter periods that fill the period without gap or overlap, the longest first; none if they don't."""
    by_start: dict[object, list[Row]] = {}
    for row in rows:
        by_start.setdefault(row.period.start, []).append(row)
    tiles: list[Row] = []
    start = period.start
    while start <= period.end:
        here = by_start.get(start)
        if not here or len({row.period for row in here}) < len(here):
            return []  # a gap, or rows that contradict each other
        longest = max(here, key=lambda row: row.period.end)
        tiles.append(longest)
        start = longest.period.end.fromordinal(longest.period.end.toordinal() + 1)
    return tiles
