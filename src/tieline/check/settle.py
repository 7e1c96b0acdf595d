"""For `no-data`: what is there, what is lacking, and the `tieline load` line for the file that would decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.answers import levels
from tieline.check.asking import compared_quantity
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, country, in_period, listed, product, scope_words, subject
from tieline.check.quantities import ONE_WAY, Quantity
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period

LOAD_TOTALS = "tieline load FILE --layout pair-totals"
LOAD_FIGURES = "tieline load FILE --layout figures"


def lacking(setting: Setting, panel: Panel, judged: Sequence[Judged]) -> str:
    """Say why a dataset can't decide, in sentences, and what would."""
    other = setting.claim.compared_with
    if other is not None and other.rank is None and levels(panel, setting.quantity, setting.period):
        setting = replace(setting, quantity=compared_quantity(setting.claim, setting.quantity))
    open_parts = [each for each in judged if each.part.verdict == "no-data"]
    notes = list(dict.fromkeys(each.part.note for each in open_parts if each.part.note))
    decided = [each.part.name for each in judged if each.part.found is not None]
    reasons = [f"{panel.dataset} decides the {listed(list(decided))} only."] if decided else []
    reasons += [f"{note[0].upper()}{note[1:]}." for note in notes] or [_reason(setting, panel, open_parts)]
    years = sorted({year for each in open_parts for year in each.lacks})
    return " ".join([*reasons, would_decide(setting, [Period.of_year(year) for year in years])])


def would_decide(setting: Setting, lacks: Sequence[Period] = ()) -> str:
    """Name the file that would decide a claim, how to load it, and the public page where it may be had.

    It is one of the claim's own periods, or of those that are known to lack.
    """
    compared = [setting.base, setting.period] if _needs_base(setting) else [setting.period]
    periods = list(lacks) or compared
    quantity = setting.quantity
    unknown = "" if quantity.scope.whole or quantity.scope.readings else f"{capital(unknown_goods(quantity))}. "
    return f"{unknown}{_wanted_table(setting, periods)}{_page(setting, periods)}"


def _page(setting: Setting, periods: Sequence[Period]) -> str:
    """The dataset, its page, what to choose there, the file and the line that loads it."""
    from tieline.trade.figures.places import places_with  # noqa: PLC0415  brings all layouts; most claims need no file

    if any(period.precision not in {"year", "month", "quarter", "half", "interval"} for period in periods):
        return ""
    if _in_other_unit(setting):
        return ""
    quantity = setting.quantity
    months = not all(period.whole_years for period in periods)
    found = places_with(periods[0].start.year, months=months, products=not quantity.scope.whole)
    if not found:
        return ""
    flows = "exports and imports" if quantity.flow in {"trade", "balance"} else quantity.flow
    whole = _share(setting) and setting.quantity.partner != "WLD"
    partner = "all partners" if quantity.partner == "WLD" else country(quantity.partner)
    partner += " and the world" if whole and "total" in str(getattr(setting.claim, "share_of", "")) else ""
    goods = (
        "all products" if quantity.scope.whole else scope_words(quantity.scope, (quantity.scope.readings or (None,))[0])
    )
    if _share(setting) and not quantity.scope.whole:
        goods += " and all products"
    when = listed([period.words() for period in periods])
    turned = {"exports": "imports", "imports": "exports"}.get(quantity.flow, flows)
    mirror = (
        f"; if that country reports nothing, {turned} of {country(quantity.partner)} from its side"
        if quantity.partner != "WLD"
        else ""
    )
    first = found[0]
    asked = f"reporter {country(quantity.reporter)}, partner {partner}, {flows}, {goods}, {when}{mirror}"
    others = [f"{place.name} ({place.address}): tieline load {place.file}" for place in found[1:2]]
    or_in = f" Or {others[0]}" if others else ""
    return f" {first.name} ({first.address}) may have it: {asked}; then tieline load {first.file}.{or_in}"


def _wanted_table(setting: Setting, periods: Sequence[Period]) -> str:
    """The table that would decide a claim, whoever publishes it."""
    quantity = setting.quantity
    when = listed([period.words() for period in periods])
    yearly = all(period.precision == "year" for period in periods)
    if (
        quantity.scope.whole
        and yearly
        and quantity.partner != "WLD"
        and not _in_other_unit(setting)
        and not _share(setting)
    ):
        return (
            f"A table of totals by pair (columns year, importer, exporter, value_usd) with {_both_ways(quantity)} "
            f"for {when} would decide: {LOAD_TOTALS}."
        )
    rhythm = {"month": "monthly ", "quarter": "monthly or quarterly ", "half": "monthly ", "day": "daily "}
    kind = rhythm.get(setting.period.precision, "")
    return (
        f"A file of {kind}figures (columns reporter, partner, flow, product, period, value, unit, change_pct, share_pct) "
        f"with {subject(quantity)} for {when} would decide: {LOAD_FIGURES}."
    )


_REMEDY = re.compile(
    r" ?\b(?:The table of products has no code|A (?:table of totals by pair|file of [\w ]*figures) \(columns )"
)


def reason_alone(told: str) -> str:
    """Of what `lacking` or `nothing_loaded` says of a dataset, why it can't decide, without what would.

    >>> reason_alone("kotra-2014 has nothing for 2015. A table of totals by pair (columns year, ...) would decide: ...")
    'kotra-2014 has nothing for 2015.'
    """
    return _REMEDY.split(told, maxsplit=1)[0]


def nothing_loaded(setting: Setting | None, *, dated: bool = False) -> str:
    """For a claim on which no dataset has a row; `dated` if its story's date of publication is known.

    >>> nothing_loaded(None, dated=True)
    'Neither the claim nor the story nor the data give the period it is about; tieline overrule CLAIM --field period=YEAR names it.'
    """
    if setting is None:
        advice = (
            "tieline overrule CLAIM --field period=YEAR names it"
            if dated
            else "give the date of publication with --published, or name the period"
        )
        return f"Neither the claim nor the story nor the data give the period it is about; {advice}."
    quantity = setting.quantity
    what = f"{subject(quantity)} {in_period(setting.period)}"
    return f"No dataset in the ledger has figures on {what}. {would_decide(setting)}"


def unknown_goods(quantity: Quantity) -> str:
    """That no code is known for the goods, and how a person gives one.

    >>> from tieline.check.quantities import scope_of
    >>> unknown_goods(Quantity("exports", "TZA", "KEN", scope_of("gizmotrons", None)))
    'the table of products has no code for “gizmotrons” (tieline overrule CLAIM --field hs=CODE gives one)'
    """
    return f"the table of products has no code for “{quantity.scope.words}” (tieline overrule CLAIM --field hs=CODE gives one)"


def _reason(setting: Setting, panel: Panel, open_parts: Sequence[Judged]) -> str:
    quantity, period = setting.quantity, setting.period
    where = panel.dataset
    if any(row.copied and row.period.overlaps(period) for row in panel.pair_rows(quantity)):
        return f"In {where} the figures of {period.words()} are a copy of another year's; they decide nothing."
    if any(each.part.name == "share" for each in open_parts):
        return f"{where} lacks the part, the whole or both for {period.words()}."
    for each, word in ((period, "period"), (setting.base, "base")):
        if word == "base" and not _needs_base(setting):
            continue
        reason = _reason_at(setting, panel, each)
        if reason:
            return reason
    return _turned_gap(setting, panel) or f"{where} has no figure on {subject(quantity)} for {period.words()}."


def _turned_gap(setting: Setting, panel: Panel) -> str | None:
    """A surplus became a deficit, or the other way: no percentage leads from one to the other."""
    if setting.quantity.flow != "balance" or not _needs_base(setting):
        return None
    now, then = (levels(panel, setting.quantity, each) for each in (setting.period, setting.base))
    if not now or not then or now[0].number * then[0].number >= 0:
        return None
    gaps = [
        f"a {'deficit' if found[0].number < 0 else 'surplus'} of {amount(abs(found[0].number), 'USD')} {in_period(each)}"
        for found, each in ((then, setting.base), (now, setting.period))
    ]
    return (
        f"By {panel.dataset} {country(setting.quantity.reporter)} had {gaps[0]} and {gaps[1]}; "
        "neither a percentage nor a direction leads from one to the other."
    )


def _reason_at(setting: Setting, panel: Panel, period: Period) -> str | None:
    quantity, where = setting.quantity, panel.dataset
    if levels(panel, quantity, period):
        return None
    if quantity.flow in {"trade", "balance"} and quantity.scope.whole and quantity.partner != "WLD":
        there = [flow for flow in ONE_WAY if levels(panel, quantity.of(flow), period)]
        if len(there) == 1:
            have = quantity.of(there[0])
            lack = quantity.of("imports" if there[0] == "exports" else "exports")
            return (
                f"{where} has {subject(have)} for {period.words()}, but not {subject(lack)}; one direction is no total."
            )
    rows = panel.pair_rows(quantity)
    if period.precision != "year" and any(row.period.precision == "year" for row in rows):
        return f"{where} has yearly figures only, and the claim is about {period.words()}."
    if not quantity.scope.whole and not quantity.scope.readings:
        return f"{where} has no row of “{quantity.scope.words}” for this pair and {period.words()}."
    if not quantity.scope.whole and any(row.whole for row in rows):
        return f"{where} has no figure on {product(quantity.scope.words or 'this product')} for this pair and {period.words()}."
    years = sorted({row.period for row in rows})
    if years and not any(row.period.overlaps(period) for row in rows):
        return f"{where} has nothing for {period.words()}; its figures on this pair are from {years[0].iso} to {years[-1].iso}."
    return None


def _both_ways(quantity: Quantity) -> str:
    if quantity.flow in {"trade", "balance"}:
        return f"{subject(quantity.of('exports'))} and its imports"
    return subject(quantity)


def _needs_base(setting: Setting) -> bool:
    claim = setting.claim
    if isinstance(claim, Trend):
        return claim.direction in {"up", "down", "flat"}
    return claim.change_pct is not None or claim.change_value is not None


def _share(setting: Setting) -> bool:
    return isinstance(setting.claim, Measure) and setting.claim.share_pct is not None


def _in_other_unit(setting: Setting) -> bool:
    return isinstance(setting.claim, Measure) and setting.claim.unit not in {None, "USD"}
