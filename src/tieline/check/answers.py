"""Ask a panel for a level, a change or a share, in every way that its flows allow."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tieline.check.legs import Found, distinct, leg_levels, same_product
from tieline.check.listings import told_of_parts
from tieline.check.panel import Panel, Row
from tieline.check.phrases import scope_words, subject
from tieline.check.quantities import Codes, Leg, Quantity, Scope, Way
from tieline.model.periods import Period
from tieline.model.vocabulary import ShareOf


@dataclass(frozen=True, slots=True)
class Answer:
    """A number that the flows give, with the rows it rests on.

    Attributes:
        number: In the unit asked for, or in percent.
        rows: The flows.
        label: The question in words, with the way in which it was answered.
        tier: 0 for the most direct way that was found, then 1, 2, ...
        wider: Only a wider reading of the product's words gave it.
        published: The number stands in a row; it was not computed.
        name: Which reading it is; `priors` weighs it and tells why it is tried.
        tried: What was tried beyond the claim's most direct meaning, in words; empty for the ways of counting.
    """

    number: float
    rows: tuple[Row, ...]
    label: str
    tier: int
    wider: bool = False
    published: bool = True
    name: str = "own-figures"
    tried: str = ""


def levels(panel: Panel, quantity: Quantity, period: Period, unit: str = "USD") -> list[Answer]:
    """The levels of a quantity in a period: the most direct way first; several of one tier contradict each other."""
    return _over_ways(
        quantity, period.words(), lambda way, codes: _way_levels(panel, way, quantity.scope, codes, period, unit)
    )


def held_against(own: Answer, others: Sequence[Answer], what: str) -> Answer:
    """A level with the rows of others that it was held against, computed and in no row; `what` says of which kind they are."""
    rows = tuple(row for each in (*others, own) for row in each.rows)
    return replace(own, rows=rows, label=f"{own.label}, against {len(others)} {what}", published=False)


def level_as(known: Answer, panel: Panel, quantity: Quantity, period: Period) -> Answer | None:
    """The level of another period, counted in the same way as a known one."""
    way = known.label.rpartition("(")[2]
    return next((a for a in levels(panel, quantity, period) if a.label.rpartition("(")[2] == way), None)


def changes(panel: Panel, quantity: Quantity, period: Period, base: Period, unit: str | None = None) -> list[Answer]:
    """The changes from the base to the period, in percent of the base; of a balance that is not `signed`, of the size of the gap.

    A published change wins over one computed from levels; it is against the same period of the year before. A change
    in one currency says nothing of the change in another: with `unit` given, only figures in it count.
    """
    if unit is None:
        found = {row.unit for row in panel.pair_rows(quantity) if row.unit} - {"USD"}
        tries = (changes(panel, quantity, period, base, each) for each in ("USD", *sorted(found)))
        return next((answers for answers in tries if answers), [])
    yearly = base == period.shifted_years(-1)
    when = f"{period.words()} against {base.words()}"
    published: list[Answer] = []
    if yearly and not quantity.signed:
        published = _over_ways(
            quantity, when, lambda way, codes: _published(panel, way, quantity.scope, codes, period, "change_pct", unit)
        )
    if published:
        return published

    def computed(way: Way, codes: Codes | None) -> list[Found]:
        now = _way_levels(panel, way, quantity.scope, codes, period, unit)
        then = _way_levels(panel, way, quantity.scope, codes, base, unit)
        if now and not then and yearly:
            return [] if quantity.signed else _from_parts(panel, way, quantity.scope, codes, period, unit)
        found = []
        for (new, new_rows), (old, old_rows) in itertools.product(now, then):
            if old and quantity.signed:
                found.append(((new - old) / abs(old) * 100, (*old_rows, *new_rows)))
            elif old and (quantity.flow != "balance" or new * old > 0):
                found.append(((abs(new) / abs(old) - 1) * 100, (*old_rows, *new_rows)))
        return found

    return _over_ways(quantity, when, computed, published=False)


def differences(panel: Panel, quantity: Quantity, period: Period, base: Period, unit: str = "USD") -> list[Answer]:
    """The absolute changes from the base to the period, in `unit`; of a balance that is not `signed`, of the size of the gap."""

    def computed(way: Way, codes: Codes | None) -> list[Found]:
        now = _way_levels(panel, way, quantity.scope, codes, period, unit)
        then = _way_levels(panel, way, quantity.scope, codes, base, unit)
        of_size = quantity.flow == "balance" and not quantity.signed
        return [
            (abs(new) - abs(old) if of_size else new - old, (*old_rows, *new_rows))
            for (new, new_rows), (old, old_rows) in itertools.product(now, then)
        ]

    when = f"{period.words()} less {base.words()}"
    return _over_ways(quantity, when, computed, published=False)


def shares(
    panel: Panel, part: Quantity, whole: Quantity, share_of: ShareOf, period: Period, unit: str = "USD"
) -> list[Answer]:
    """The shares of a part in a whole, in percent: as published, else from the two levels in `unit`."""

    def published(way: Way, codes: Codes | None) -> list[Found]:
        found = _published(panel, way, part.scope, codes, period, "share_pct")
        return [(number, rows) for number, rows in found if rows[0].cells["share_of"] == share_of]

    own = [way for way in part.ways() if way.legs[0].reporter == part.reporter and len(way.legs) == 1]
    label = f"{subject(part)} as a share of {subject(whole)}, {period.words()}"
    answers = _over_ways(part, "", published, ways=own[:1], label=label)
    if answers:
        return answers
    computed = []
    wholes = levels(panel, whole, period, unit)
    for top in levels(panel, part, period, unit):
        for bottom in wholes:
            if bottom.number and bottom.tier == wholes[0].tier:
                number = top.number / bottom.number * 100
                rows = (*top.rows, *bottom.rows)
                computed.append(
                    Answer(number, rows, f"{label} (computed)", top.tier, top.wider, published=False, name=top.name)
                )
    return computed


def _over_ways(  # noqa: D417
    quantity: Quantity,
    when: str,
    ask: Callable[[Way, Codes | None], list[Found]],
    *,
    published: bool = True,
    ways: Iterable[Way] | None = None,
    label: str = "",
) -> list[Answer]:
    """Ask in each way, with the narrow reading of the product first and a wider one where that finds nothing.

    Args:
        ask: Gives what a way finds with some HS codes (None where the product has none).
    """
    readings: tuple[Codes | None, ...] = quantity.scope.readings or (None,)
    for breadth, codes in enumerate(readings):
        answers: list[Answer] = []
        tier = 0
        for way in ways if ways is not None else quantity.ways():
            found = ask(way, codes)
            text = label or f"{subject(quantity)}, {scope_words(quantity.scope, codes)}, {when}"
            answers += [
                Answer(
                    number,
                    rows,
                    f"{text}{told_of_parts(rows, codes)} ({way.how})",
                    tier,
                    wider=breadth > 0,
                    published=published,
                    name=f"{'wider-products, ' if breadth else ''}{way.name}",
                )
                for number, rows in distinct(found)
            ]
            tier += bool(found)
        if answers:
            return answers
    return []


def _way_levels(panel: Panel, way: Way, scope: Scope, codes: Codes | None, period: Period, unit: str) -> list[Found]:
    legs = [leg_levels(panel.rows(leg), scope, codes, period, unit) for leg in way.legs]
    found = []
    for choice in itertools.product(*legs):
        number = sum(leg.sign * level for leg, (level, _) in zip(way.legs, choice, strict=True))
        found.append((number, tuple(row for _, rows in choice for row in rows)))
    return found


def _published(
    panel: Panel,
    way: Way,
    scope: Scope,
    codes: Codes | None,
    period: Period,
    name: str,
    unit: str | None = None,
) -> list[Found]:
    if len(way.legs) > 1:
        return []
    rows = same_product([row for row in panel.rows(way.legs[0]) if row.period == period], scope, codes)
    if unit is not None:
        rows = [row for row in rows if row.unit in {None, unit}]
    return [(number, (row,)) for row in rows if (number := row.number(name)) is not None]


def _from_parts(panel: Panel, way: Way, scope: Scope, codes: Codes | None, period: Period, unit: str) -> list[Found]:
    """The change of a sum whose parts have a level and a published change: the base of each follows from the two."""
    if len(way.legs) == 1:
        return []
    new = old = 0.0
    rows: list[Row] = []
    for leg in way.legs:
        row = _with_both(panel, leg, scope, codes, period, unit)
        if row is None:
            return []
        level, change = row.level(unit) or 0.0, row.number("change_pct") or 0.0
        if change <= -100:
            return []
        new += leg.sign * level
        old += leg.sign * level / (1 + change / 100)
        rows.append(row)
    return [((abs(new) / abs(old) - 1) * 100, tuple(rows))] if new * old > 0 else []


def _with_both(panel: Panel, leg: Leg, scope: Scope, codes: Codes | None, period: Period, unit: str) -> Row | None:
    same = same_product([row for row in panel.rows(leg) if row.period == period], scope, codes)
    both = [row for row in same if row.level(unit) is not None and row.number("change_pct") is not None]
    return both[0] if len(both) == 1 else None
