"""Sums inside a story: exports and imports against trade, parts against their whole, shares against all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tieline.check.phrases import amount, percent
from tieline.check.printed import Cell, Interval, agree_on_source, cell_of, printed, sure
from tieline.check.quantities import scope_of
from tieline.check.story_figures import Figures, money, unless_met, what
from tieline.model.claims import Measure
from tieline.model.hs import expand
from tieline.model.mismatches import Mismatch
from tieline.model.shares import WHOLES


def flows_that_add_up(table: Figures) -> list[Mismatch]:
    """Exports and imports against two-way trade, and against the balance."""
    found: list[Mismatch] = []
    for cell in list(table.levels):
        if cell.indicator not in {"trade", "balance"}:
            continue
        pairs = {(cell.reporter, cell.partner)}
        if cell.indicator == "trade" and cell.partner not in {None, "WLD"}:
            pairs.add((str(cell.partner), cell.reporter))
        for a, b in sorted(pairs, key=str):
            one_way = [replace(cell, indicator=flow, reporter=a, partner=b) for flow in ("exports", "imports")]
            whole = table.level(cell, table.levels[cell][0])
            out, back = (table.level(each, whole) if whole else None for each in one_way)
            if whole is None or out is None or back is None or not agree_on_source(out, back):
                continue
            sent, got = printed(out, "value"), printed(back, "value")
            computed = sent + got if cell.indicator == "trade" else sent - got
            sign = 1 if cell.indicator == "trade" else -1
            nominal = amount((out.value or 0.0) + sign * (back.value or 0.0), cell.unit)
            what = "add up to" if cell.indicator == "trade" else "leave a balance of"
            text = (
                f"Exports of {money(out, 'value')} and imports of {money(back, 'value')} {what} "
                f"{nominal}, not {money(whole, 'value')}."
            )
            stated = printed(whole, "value")
            found += unless_met("sum", stated, computed, whole.value or 0.0, [whole, out, back], text)
    return found


def parts_of_a_whole(table: Figures) -> list[Mismatch]:
    """A part that is more than its whole, and products without overlap that add up to more than the whole."""
    found: list[Mismatch] = []
    goods: dict[Cell, list[Cell]] = defaultdict(list)
    for cell in table.levels:
        if cell.indicator not in {"exports", "imports", "trade"}:
            continue
        if cell.goods is not None:
            goods[replace(cell, goods=None)].append(cell)
        if cell.partner != "WLD":
            world = replace(cell, partner="WLD")
            if world in table.levels:
                found += _more_than_whole([cell], world, table)
    for whole, parts in goods.items():
        if whole not in table.levels:
            continue
        singly = [each for part in parts for each in _more_than_whole([part], whole, table)]
        found += singly or _more_than_whole(_apart(parts), whole, table)
    return found


def _apart(parts: Sequence[Cell]) -> list[Cell]:
    """Those of the products whose HS codes are known and share none: their levels may be added."""
    taken: set[str] = set()
    kept = []
    for part in parts:
        readings = scope_of(part.goods, None).readings
        codes = {code[:2] for code in expand(readings[-1])} if readings else set()
        if codes and not codes & taken:
            taken |= codes
            kept.append(part)
    return kept if len(kept) > 1 else []


def _more_than_whole(parts: Sequence[Cell], whole: Cell, table: Figures) -> list[Mismatch]:
    top = table.level(whole, table.levels[whole][0])
    members = [table.level(part, top) for part in parts] if top else []
    told = [each for each in members if each is not None]
    if top is None or not told or len(told) < len(members) or not all(sure(each) for each in (top, *told)):
        return []
    least = sum(printed(each, "value").low for each in told)
    most = sum(printed(each, "value").high for each in told)
    listed = " and ".join(f"{money(each, 'value')} ({what(each)})" for each in told)
    verb = "is" if len(told) == 1 else "add up to"
    more = (
        "more than the whole"
        if len(told) == 1
        else f"{amount(least + (most - least) / 2, top.unit)}, more than the whole"
    )
    text = f"{listed} {verb} {more}, {money(top, 'value')} ({what(top)})."
    if least <= printed(top, "value").high:
        return []
    return unless_met(
        "part-and-whole", printed(top, "value"), Interval(least, most), top.value or 0.0, [top, *told], text
    )


def shares_of_a_whole(table: Figures) -> list[Mismatch]:
    """Shares of one whole, of partners or of products without overlap, that add up to more than all of it."""
    groups: dict[tuple[object, ...], dict[Cell, Measure]] = defaultdict(dict)
    for claim in table.measures:
        cell = cell_of(claim)
        if claim.share_pct is None or cell is None or claim.share_of not in WHOLES or not sure(claim):
            continue
        of_world = WHOLES[claim.share_of].of_world
        if of_world and cell.goods is not None:
            continue
        key: tuple[object, ...] = (
            claim.share_of,
            cell.reporter,
            None if of_world else cell.partner,
            cell.period,
            claim.sources,
        )
        groups[key].setdefault(replace(cell, indicator="trade", unit=None), claim)
    found: list[Mismatch] = []
    for key, members in groups.items():
        cells = [c for c in members if c.partner != "WLD"] if key[2] is None else _apart(list(members))
        told = [members[c] for c in cells]
        low = sum(printed(c, "share_pct").low for c in told)
        high = sum(printed(c, "share_pct").high for c in told)
        if len(told) > 1 and low > 100:
            shares = " and ".join(f"{percent(c.share_pct or 0.0, digits=None)} ({what(c)})" for c in told)
            text = f"The shares {shares} add up to more than the whole."
            found += unless_met("shares-over-100", Interval(0, 100), Interval(low, high), 100.0, told, text)
    return found
