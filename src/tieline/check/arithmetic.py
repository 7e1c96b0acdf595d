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

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from tieline.check.phrases import amount, in_period, percent, subject
from tieline.check.printed import Cell, Interval, agree_on_source, basis_of, cell_of, printed, sure, together, words_of
from tieline.check.quantities import Quantity, Scope, scope_of
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.mismatches import Mismatch, MismatchRule
from tieline.model.periods import Period
from tieline.model.products import expand
from tieline.model.vocabulary import FlowDirection, Indicator

_FLOWS: dict[Indicator, FlowDirection] = {
    "exports": "exports",
    "imports": "imports",
    "trade": "trade",
    "balance": "balance",
}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NEAR = 25
_OTHER_BASE = re.compile(r"\b(?:than|from|and|while|against)\b", re.IGNORECASE)
_TERMS = re.compile(
    r"\b(?:terms?|volumes?|tonnage|quantity|adjusted|real|constant|per ?cent(?:age)? points?|dollar-denominated)\b",
    re.IGNORECASE,
)
_WHOLE_OF: dict[str, tuple[Indicator, bool]] = {
    "reporter_exports_to_partner": ("exports", False),
    "reporter_imports_from_partner": ("imports", False),
    "reporter_total_exports": ("exports", True),
    "reporter_total_imports": ("imports", True),
    "reporter_total_trade": ("trade", True),
}


def arithmetic_of(claims: Sequence[Measure | Trend | Event], document: Document | None = None) -> list[Mismatch]:
    """Every figure of a document that its other figures rule out, in the order of the text."""
    table = Figures(claims, document)
    found = [each for claim in table.measures for rule in _RULES for each in rule(claim, table)]
    found += _sums(table) + _parts(table) + _over_hundred(table)
    once: dict[tuple[object, ...], Mismatch] = {}
    for each in found:
        once.setdefault((each.rule, frozenset(each.claims)), each)
    starts = {claim.claim_id: claim.quote.start for claim in table.measures}
    return sorted(once.values(), key=lambda each: (starts.get(each.claims[0], 0), each.rule))


class Figures:
    """The measures of a document by what they are about."""

    def __init__(self, claims: Iterable[Measure | Trend | Event], document: Document | None = None) -> None:
        self.document = document
        self.measures = [c for c in claims if isinstance(c, Measure) and c.modality in {"actual", "estimate"}]
        self.levels: dict[Cell, list[Measure]] = defaultdict(list)
        for claim in self.measures:
            cell = cell_of(claim)
            if cell is not None and cell.unit is not None and claim.value is not None and claim.value_max is None:
                self.levels[cell].append(claim)

    def level(self, cell: Cell | None, beside: Measure) -> Measure | None:
        """The one level of a quantity, told by the same voice; None if there is none, or several that differ."""
        if cell is None:
            return None
        found = [c for c in self.levels.get(cell, ()) if agree_on_source(c, beside) and self.fit(beside, c)]
        if not found or any(not printed(found[0], "value").meets(printed(c, "value")) for c in found[1:]):
            return None
        sharp = [c for c in found if not c.bound and not c.bounds.get("value")]
        return max(sharp or found, key=lambda c: c.digits.get("value", 0))

    def fit(self, claim: Measure, other: Measure) -> bool:
        """The two may be set against each other: what was carried over stands beside where it came from, on one basis."""
        if claim is other:
            return True
        if not sure(claim, "period") or not sure(other, "period"):
            return False
        if not (sure(claim) and sure(other)) and not together([claim, other], self.document):
            return False
        return basis_of(words_of(claim, self.document)) == basis_of(words_of(other, self.document))


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
                f"A change by {_money(claim, 'change_value')} to {_money(claim, 'value')} is one of "
                f"{_told(nominal, computed, claim.change_pct)}, not {percent(claim.change_pct, signed=True, digits=None)}."
            )
            return _unless_met("change", stated, computed, claim.change_pct, [claim], text)
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
        f"From {_money(then, 'value')} {_in(then)} to {_money(now, 'value')} {_in(now)} is a change of "
        f"{_told(nominal, computed, claim.change_pct)}, not {percent(claim.change_pct, signed=True, digits=None)}."
    )
    return _unless_met("change", stated, computed, claim.change_pct, [claim, then, now], text)


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
        f"From {_money(then, 'value')} {_in(then)} to {_money(now, 'value')} {_in(now)} is a change of "
        f"{nominal}, not {_money(claim, 'change_value')}."
    )
    return _unless_met(
        "difference", printed(claim, "change_value"), computed, claim.change_value, [claim, then, now], text
    )


def _share(claim: Measure, table: Figures) -> list[Mismatch]:
    """A share against its part and its whole."""
    found = _WHOLE_OF.get(claim.share_of or "")
    if claim.share_pct is None or found is None or claim.share_pct > 100 or "share_pct" not in claim.digits:
        return []  # a share told as a fraction is often one of another period: "a third of last year's"
    indicator, of_world = found
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
            told = _told(nominal, computed, claim.share_pct, signed=False)
            text = (
                f"{_money(top, 'value')} of {_money(bottom, 'value')} is {told}, "
                f"not {percent(claim.share_pct, digits=None)}."
            )
            results.append(
                _unless_met("share", printed(claim, "share_pct"), computed, claim.share_pct, [claim, top, bottom], text)
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


def _sums(table: Figures) -> list[Mismatch]:
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
                f"Exports of {_money(out, 'value')} and imports of {_money(back, 'value')} {what} "
                f"{nominal}, not {_money(whole, 'value')}."
            )
            stated = printed(whole, "value")
            found += _unless_met("sum", stated, computed, whole.value or 0.0, [whole, out, back], text)
    return found


def _parts(table: Figures) -> list[Mismatch]:
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
    listed = " and ".join(f"{_money(each, 'value')} ({_what(each)})" for each in told)
    verb = "is" if len(told) == 1 else "add up to"
    more = (
        "more than the whole"
        if len(told) == 1
        else f"{amount(least + (most - least) / 2, top.unit)}, more than the whole"
    )
    text = f"{listed} {verb} {more}, {_money(top, 'value')} ({_what(top)})."
    if least <= printed(top, "value").high:
        return []
    return _unless_met(
        "part-and-whole", printed(top, "value"), Interval(least, most), top.value or 0.0, [top, *told], text
    )


def _over_hundred(table: Figures) -> list[Mismatch]:
    """Shares of one whole, of partners or of products without overlap, that add up to more than all of it."""
    groups: dict[tuple[object, ...], dict[Cell, Measure]] = defaultdict(dict)
    for claim in table.measures:
        cell = cell_of(claim)
        if claim.share_pct is None or cell is None or claim.share_of not in _WHOLE_OF or not sure(claim):
            continue
        of_world = _WHOLE_OF[claim.share_of][1]
        if of_world and cell.goods is not None:
            continue
        key = (claim.share_of, cell.reporter, None if of_world else cell.partner, cell.period, claim.sources)
        groups[key].setdefault(replace(cell, indicator="trade", unit=None), claim)
    found: list[Mismatch] = []
    for key, members in groups.items():
        cells = [c for c in members if c.partner != "WLD"] if key[2] is None else _apart(list(members))
        told = [members[c] for c in cells]
        low = sum(printed(c, "share_pct").low for c in told)
        high = sum(printed(c, "share_pct").high for c in told)
        if len(told) > 1 and low > 100:
            shares = " and ".join(f"{percent(c.share_pct or 0.0, digits=None)} ({_what(c)})" for c in told)
            text = f"The shares {shares} add up to more than the whole."
            found += _unless_met("shares-over-100", Interval(0, 100), Interval(low, high), 100.0, told, text)
    return found


def _unless_met(
    rule: MismatchRule, stated: Interval, computed: Interval, number: float, claims: Sequence[Measure], text: str
) -> list[Mismatch]:
    if stated.meets(computed):
        return []
    once = list({claim.claim_id: claim for claim in claims}.values())
    return [
        Mismatch(
            rule,
            text,
            tuple(claim.claim_id for claim in once),
            tuple(claim.document for claim in once),
            tuple(claim.quote.exact for claim in once),
            computed.low,
            computed.high,
            number,
        )
    ]


def _told(nominal: float, computed: Interval, stated: float, *, signed: bool = True) -> str:
    """A computed percentage in as many decimals as the stated one has; with both ends where rounding leaves much open.

    >>> _told(41.353, Interval(41.34, 41.36), 41.7, signed=False), _told(12.0, Interval(10.2, 13.9), 15.0)
    ('41.4%', '+12% (+10% to +14% as rounded)')
    """
    digits = max(0, len(f"{abs(stated):.6f}".rstrip("0").partition(".")[2]))
    middle, low, high = (percent(x, signed=signed, digits=digits) for x in (nominal, computed.low, computed.high))
    wide = computed.high - computed.low > 2 * 10.0**-digits
    return f"{middle} ({low} to {high} as rounded)" if wide else middle


def _money(claim: Measure, name: str) -> str:
    return amount(getattr(claim, name), claim.unit, digits=None)


def _in(claim: Measure) -> str:
    return in_period(claim.period) if isinstance(claim.period, Period) else ""


def _what(claim: Measure) -> str:
    flow = _FLOWS.get(claim.indicator)
    if flow is None or claim.partner is None:
        return claim.indicator
    return subject(Quantity(flow, claim.reporter, claim.partner, Scope(claim.product) if claim.product else Scope()))
