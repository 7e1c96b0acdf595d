"""Arithmetic inside a story: do its own figures fit together? No statistics are needed.

With the intervals of `printed`, so that rounding is never taken for a mistake:

- change: a percentage against the levels of both periods, or against a level and its absolute change;
- difference: an absolute change against the levels of both periods;
- share: a percentage against its part and its whole;
- sum: exports and imports against two-way trade or its balance;
- part-and-whole: a product or a partner that is more than all of them, products that add up to more than the whole;
- shares-over-100: shares of one whole that add up to more than all of it.

A figure takes part if its period, pair and unit are its own, and if the figures beside it are told by the same voice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tieline.check.phrases import amount, in_period, percent
from tieline.check.printed import cell_of, printed, words_of
from tieline.check.story_figures import Figures, money, percent_told, unless_met
from tieline.check.story_sums import flows_that_add_up, parts_of_a_whole, shares_of_a_whole
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.mismatches import Mismatch
from tieline.model.periods import Period
from tieline.model.shares import WHOLES

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NEAR = 25
_OTHER_BASE = re.compile(r"\b(?:than|from|and|while|against)\b", re.IGNORECASE)
_TERMS = re.compile(
    r"\b(?:terms?|volumes?|tonnage|quantity|adjusted|real|constant|per ?cent(?:age)? points?|dollar-denominated)\b",
    re.IGNORECASE,
)


def arithmetic_of(claims: Sequence[Measure | Trend | Event], document: Document | None = None) -> list[Mismatch]:
    """Every figure of a document that its other figures rule out, in the order of the text."""
    table = Figures(claims, document)
    found = [each for claim in table.measures for rule in _RULES for each in rule(claim, table)]
    found += flows_that_add_up(table) + parts_of_a_whole(table) + shares_of_a_whole(table)
    if not found:
        return []
    once: dict[tuple[object, ...], Mismatch] = {}
    for each in found:
        once.setdefault((each.rule, frozenset(each.claims)), each)
    starts = {claim.claim_id: claim.quote.start for claim in table.measures}
    return sorted(once.values(), key=lambda each: (starts.get(each.claims[0], 0), each.rule))


def _change(claim: Measure, table: Figures) -> list[Mismatch]:
    """A percentage of change against two levels, or against a level and its absolute change."""
    if claim.change_pct is None or claim.indicator == "balance":
        return []
    stated = printed(claim, "change_pct")
    if claim.value is not None and claim.change_value is not None and claim.value > 0:
        if not _in_apposition(claim):
            return []
        gain, level = printed(claim, "change_value"), printed(claim, "value")
        before = level - gain
        if before.low > 0:
            computed = level.over(before).less(1).percent_of_one()
            nominal = (claim.value / (claim.value - claim.change_value) - 1) * 100
            text = (
                f"A change by {money(claim, 'change_value')} to {money(claim, 'value')} is one of "
                f"{percent_told(nominal, computed, claim.change_pct)}, not {percent(claim.change_pct, signed=True, digits=None)}."
            )
            return unless_met("change", stated, computed, claim.change_pct, [claim], text)
        return []
    now, then = _both_levels(claim, table)
    if now is None or then is None or _TERMS.search(words_of(claim, table.document)):
        return []
    old, new = printed(then, "value"), printed(now, "value")
    if old.low <= 0 or new.low <= 0:
        return []
    computed = new.over(old).less(1).percent_of_one()
    nominal = ((now.value or 0.0) / (then.value or 1.0) - 1) * 100
    text = (
        f"From {money(then, 'value')} {_in(then)} to {money(now, 'value')} {_in(now)} is a change of "
        f"{percent_told(nominal, computed, claim.change_pct)}, not {percent(claim.change_pct, signed=True, digits=None)}."
    )
    return unless_met("change", stated, computed, claim.change_pct, [claim, then, now], text)


def _difference(claim: Measure, table: Figures) -> list[Mismatch]:
    """An absolute change against the levels of both periods."""
    if claim.change_value is None or claim.indicator == "balance":
        return []
    now, then = _both_levels(claim, table)
    if now is None or then is None:
        return []
    computed = printed(now, "value") - printed(then, "value")
    nominal = amount((now.value or 0.0) - (then.value or 0.0), claim.unit)
    text = (
        f"From {money(then, 'value')} {_in(then)} to {money(now, 'value')} {_in(now)} is a change of "
        f"{nominal}, not {money(claim, 'change_value')}."
    )
    return unless_met(
        "difference", printed(claim, "change_value"), computed, claim.change_value, [claim, then, now], text
    )


def _share(claim: Measure, table: Figures) -> list[Mismatch]:
    """A share against its part and its whole."""
    found = WHOLES.get(claim.share_of or "other")
    if claim.share_pct is None or found is None or claim.share_pct > 100 or "share_pct" not in claim.digits:
        return []  # a share told as a fraction is often one of another period: "a third of last year's"
    indicator, of_world = found.flow, found.of_world
    cell = cell_of(claim)
    if cell is None:
        return []
    cell = replace(cell, indicator=indicator)
    part = claim if claim.value is not None and claim.indicator == indicator else None
    wholes = [replace(cell, goods=None, partner="WLD")] if of_world else [replace(cell, goods=None)]
    if of_world and cell.goods is not None and cell.partner != "WLD":
        wholes.append(replace(cell, partner="WLD"))  # "60% of its oil exports": of all exports, or of those of oil
    results = []
    for whole_cell in wholes:
        for unit in {c.unit for c in table.levels} if part is None else {claim.unit}:
            top = part or table.level(replace(cell, unit=unit), claim)
            bottom = table.level(replace(whole_cell, unit=unit), claim)
            if top is None or bottom is None or top.claim_id == bottom.claim_id:
                continue
            above, below = printed(top, "value"), printed(bottom, "value")
            if below.low <= 0 or above.low < 0:
                continue
            computed = above.over(below).percent_of_one()
            nominal = (top.value or 0.0) / (bottom.value or 1.0) * 100
            told = percent_told(nominal, computed, claim.share_pct, signed=False)
            text = (
                f"{money(top, 'value')} of {money(bottom, 'value')} is {told}, "
                f"not {percent(claim.share_pct, digits=None)}."
            )
            results.append(
                unless_met("share", printed(claim, "share_pct"), computed, claim.share_pct, [claim, top, bottom], text)
            )
    return [each[0] for each in results] if results and all(results) else []


_RULES: tuple[Callable[[Measure, Figures], list[Mismatch]], ...] = (_change, _difference, _share)


def _in_apposition(claim: Measure) -> bool:
    """The percentage and the absolute change are two words for one: "rose $11 million, or 14 percent".

    Else the two may be against other periods: "650,000 less than in November and a 21% drop from a year before".
    """
    numbers = [(m.start(), m.end(), float(m.group().replace(",", ""))) for m in _NUMBER.finditer(claim.quote.exact)]
    size = abs(claim.change_pct or 0.0)
    percents = [(a, b) for a, b, n in numbers if abs(n - size) < 1e-9]
    change = abs(claim.change_value or 0.0)
    changes = [(a, b) for a, b, n in numbers if any(abs(n * s - change) <= 1e-9 * change for s in (1, 1e3, 1e6, 1e9))]
    gaps = [claim.quote.exact[min(b, d) : max(a, c)] for a, b in percents for c, d in changes if (a, b) != (c, d)]
    return any(len(gap) <= _NEAR and not _OTHER_BASE.search(gap) for gap in gaps)


def _both_levels(claim: Measure, table: Figures) -> tuple[Measure | None, Measure | None]:
    """The levels of the period and of the base that a change speaks of."""
    if claim.period is None:
        return None, None
    base = claim.base or (claim.period.shifted_years(-1) if claim.period.days <= 366 else None)
    if base is None or base == claim.period:
        return None, None
    units = (
        [claim.unit] if claim.unit not in {None, "percent", "ratio"} else sorted({str(c.unit) for c in table.levels})
    )
    for unit in units:
        cell = cell_of(claim)
        if cell is None:
            return None, None
        now = claim if claim.value is not None else table.level(replace(cell, unit=unit), claim)
        then = table.level(replace(cell, unit=unit, period=base), claim)
        if now is not None and then is not None:
            return now, then
    return None, None


def _in(claim: Measure) -> str:
    return in_period(claim.period) if isinstance(claim.period, Period) else ""
