"""What a country's or a dyad's trade is made of, and what each product adds to its growth: as `indicator_lines`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tieline.ledger import Ledger
from tieline.trade.indicators.composition import composition, composition_change, similarity
from tieline.trade.indicators.growth import contributions
from tieline.trade.questions.baskets import EXCEEDED, Whole, stated_totals, whole_of
from tieline.trade.questions.goods import Goods, Key
from tieline.trade.questions.indicator_lines import (
    Computed,
    Wanted,
    breaks_between,
    has_some,
    last_of_each,
    line_of_goods,
    put_of,
    recent_goods,
)


def _two_years(ledger: Ledger, wanted: Wanted) -> tuple[dict[Key, Goods], list[tuple[Key, Goods, Goods, str]]]:
    """The goods of the last year and of the first one asked for, or of the year before."""
    question = wanted.question
    found = recent_goods(ledger, wanted, 1)
    pairs = []
    for (dataset, flow, period), new in last_of_each(found, wanted):
        earlier = sorted(p for d, f, p in found if (d, f) == (dataset, flow) and p < period)
        former = str(int(period) - 1) if period.isdigit() else ""
        base = earlier[0] if question.since and earlier else former
        if base in earlier:
            pairs.append(((dataset, flow, period), new, found[dataset, flow, base], base))
    return found, pairs


def composition_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """The share of each product, and its change since the first year asked for (or the year before)."""
    found, pairs = _two_years(ledger, wanted)
    wholes = _wholes(ledger, wanted, found)
    lines = []
    for key, here in last_of_each(found, wanted):
        more = (EXCEEDED,) if (whole := wholes.get(key)) and whole.exceeded else ()
        for product, share in composition(_with_rest(here, whole)).items() if has_some(here) else ():
            line = line_of_goods(wanted, key, here, "share", share, "share")
            lines += [replace(line, product=product, flags=(*line.flags, *more))] if product else []
    for key, new, old, base in pairs:
        one, other = wholes.get((*key[:2], base)), wholes.get(key)
        alike_told = (one is not None and one.stated) == (other is not None and other.stated)
        some = (
            has_some(old) and has_some(new) and alike_told
        )  # shares in a total and in a sum of codes are not compared
        moved = composition_change(_with_rest(old, one), _with_rest(new, other)) if some else {}
        for product, points in moved.items():
            line = line_of_goods(wanted, key, new, "composition-change", points, "percentage points")
            made = replace(line, product=product, note=f"since {base}", flags=(*line.flags, *breaks_between(old, new)))
            lines += [made] if product else []
        if moved:
            alike = line_of_goods(wanted, key, new, "similarity", similarity(old.values, new.values), "share")
            lines.append(replace(alike, note=f"with {base}", flags=(*alike.flags, *breaks_between(old, new))))
    return Computed(tuple(lines), (), (wanted.question,), put=put_of(found))


def _wholes(ledger: Ledger, wanted: Wanted, found: Mapping[Key, Goods]) -> dict[Key, Whole]:
    """What is stated for all products of a dyad, as `baskets` has it; of some products alone, and of all partners, nothing."""
    of_years = {
        key: here for key, here in found.items() if key[2].isdigit()
    }  # an average of years has no total of its own
    if wanted.question.codes or not of_years:
        return {}
    question = wanted.question if wanted.question.partner else replace(wanted.question, partner="WLD")
    totals = stated_totals(ledger, question, of_years)
    return {key: whole for key, here in of_years.items() if (whole := whole_of(key, here, totals)) is not None}


def _with_rest(here: Goods, whole: Whole | None) -> dict[str, float]:
    """The products, and under the empty one what is left of the whole."""
    rest = whole.usd - sum(here.values.values()) if whole is not None else 0.0
    return {**here.values, "": rest} if rest > 0 else {**here.values}


def contribution_lines(ledger: Ledger, wanted: Wanted) -> Computed:
    """What each product adds to the growth of the whole, in percentage points; and the growth."""
    found, pairs = _two_years(ledger, wanted)
    lines = []
    for key, new, old, base in pairs:
        if not has_some(old):
            continue
        parts = contributions(old.values, new.values)
        flags = breaks_between(old, new)
        whole = line_of_goods(wanted, key, new, "growth", sum(parts.values()), "percent")
        lines.append(replace(whole, note=f"since {base}, sum of the products", flags=(*whole.flags, *flags)))
        for product, points in parts.items():
            line = line_of_goods(wanted, key, new, "contribution", points, "percentage points")
            lines.append(replace(line, product=product, note=f"since {base}", flags=(*line.flags, *flags)))
    return Computed(tuple(lines), (), (wanted.question,), put=put_of(found))
