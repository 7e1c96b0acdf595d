"""The truth nearest to a claim, as a sentence in the claim's own terms; and claimed and found in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tieline.check.answers import levels
from tieline.check.as_told import DOMESTIC_EXPORTS, RE_EXPORTS
from tieline.check.asking import compared_quantity, quantity_of, ranked_among
from tieline.check.averages import parts_of
from tieline.check.comparisons import times_told
from tieline.check.context import Context, moved
from tieline.check.one_way import one_way_alone
from tieline.check.panel import Panel
from tieline.check.parts import CONTRADICTORY, Judged, share_sides
from tieline.check.phrases import (
    amount,
    capital,
    claimed_words,
    country,
    in_period,
    percent,
    product,
    singular,
    subject,
    times,
)
from tieline.check.quantities import Quantity
from tieline.check.setting import Setting, told_when
from tieline.model.claims import Measure, Trend
from tieline.model.money import ISO_4217


def claimed_of(claim: Measure | Trend) -> str:
    """What is claimed, in short: "$10.2 million, +32%"."""
    if isinstance(claim, Trend):
        return _compared(claim) or claimed_words(claim)
    unit = claim.unit
    items = []
    if claim.value is not None:
        items.append(_to(amount(claim.value, unit, digits=None), claim.value_max, unit))
    if claim.change_pct is not None:
        top = f" to {percent(claim.change_max, digits=None)}" if claim.change_max is not None else ""
        items.append(percent(claim.change_pct, signed=True, digits=None) + top)
    if claim.change_value is not None:
        sign = "+" if claim.change_value > 0 else ""
        items.append(sign + _to(amount(claim.change_value, unit, digits=None), claim.change_value_max, unit))
    if claim.share_pct is not None:
        top = f" to {percent(claim.share_max, digits=None)}" if claim.share_max is not None else ""
        items.append(f"{percent(claim.share_pct, digits=None)}{top} share")
    return ", ".join(items)


def found_of(setting: Setting, judged: Sequence[Judged]) -> str | None:
    """What the figures say, in short: "$10.17 million, +31.9%"; None where they say nothing."""
    unit = _unit(setting)
    items = []
    for each in judged:
        number = each.part.found
        if number is None:
            if each.part.note == CONTRADICTORY:
                items.append(" or ".join(_both(each, unit)))
            continue
        if each.part.name == "rank" and each.sentence is not None:
            items.append(f"rank {number:.0f}")
        elif each.part.name == "rank":
            items.append(" against ".join(amount(answer.number, unit) for answer in each.answers[:2]))
        elif each.key == "value":
            items.append(amount(number, unit))
        elif each.key == "change_value":
            items.append(("+" if number > 0 else "") + amount(number, unit))
        elif each.key == "share_pct":
            items.append(f"{percent(number)} share")
        elif each.key == "share_points":
            continue  # the share itself is told
        else:
            items.append(percent(number, signed=True))
    return ", ".join(dict.fromkeys(items)) or None


def _both(each: Judged, unit: str) -> Iterator[str]:
    """The figures of rows that contradict each other."""
    numbers = dict.fromkeys(answer.number for answer in each.answers if answer.tier == each.answers[0].tier)
    return (
        percent(n, signed=each.key == "change_pct") if each.key.endswith("pct") else amount(n, unit) for n in numbers
    )


def nearest_of(setting: Setting, panel: Panel, judged: Sequence[Judged], context: Context) -> str | None:
    """The sentence; None where the panel has nothing on any part of the claim."""
    setting = _as_counted(setting, judged)
    one_sided = one_way_alone(setting, panel, judged)
    if one_sided is not None:
        return one_sided
    found = {each.part.name: each for each in judged if each.part.found is not None}
    sentences: list[str] = []
    if "rank" in found:
        sentences.append(found["rank"].sentence or _side_by_side(setting, found["rank"]))
    numbers = {name: found[name].part.found for name in found}
    direction = found.get("direction")
    points = direction if direction is not None and direction.key == "share_points" else None
    direction = None if points is not None else direction
    change = numbers.get("change")
    level = numbers.get("level")
    since = direction.sentence if direction is not None else None
    if direction is not None and since is not None:
        if level is None and change is None:
            sentences.append(_since(setting, direction))
        elif change is None and direction.key == "change_pct" and since:
            change = direction.part.found
    elif direction is not None and direction.key == "change_pct":
        change = direction.part.found
    elif direction is not None:
        sentences.append(_record(setting, direction))
        level = None  # the record tells it
    sentences += _moved_to(setting, panel, level, change, since)
    difference = numbers.get("change-value")
    if difference is not None and level is not None and change is None:
        sentences[-1] = _difference(setting, difference, level)
    elif difference is not None:
        gap = "balance of trade" if setting.quantity.signed else f"trade {_gap_word(setting, panel)}"
        sentences.append(_difference(setting, difference).replace("balance of trade", gap))
    share = numbers.get("share")
    if share is not None:
        sentences.append(_share(setting, share) + (f", {points.sentence}" if points is not None else ""))
    sentences += [_either(setting, each) for each in judged if each.part.note == CONTRADICTORY]
    if not sentences:
        return None
    if context.whole is not None:
        whole = setting.quantity.all_products().of("trade")
        both = "trade between the two" if whole.partner != "WLD" else subject(whole)
        sentences.append(f"{both} {moved(context.whole.number)}")
    return f"{capital('; '.join(sentences))}."


def _either(setting: Setting, each: Judged) -> str:
    """The figures of rows that contradict each other, as the dataset has them."""
    told = " or ".join(_both(each, _unit(setting)))
    what = {"change_pct": "the change in ", "share_pct": "the share of "}.get(each.key, "")
    verb = "was" if what or singular(setting.quantity) else "were"
    return f"{what}{subject(setting.quantity)} {verb} {told} {told_when(setting, compared=False)}: the dataset has both"


def _as_counted(setting: Setting, judged: Sequence[Judged]) -> Setting:
    """The setting with the flow that the figures are of, where the words name re-exports, or leave them out, and the dataset has them."""
    names = (each.chosen.name for each in judged if each.chosen is not None)
    told = next((name for name in names if name in {RE_EXPORTS, DOMESTIC_EXPORTS}), None)
    if told is None:
        return setting
    flow = told.replace("domestic-", "domestic ")
    return replace(setting, quantity=replace(setting.quantity, flow=flow))  # type: ignore[arg-type]


def _moved_to(
    setting: Setting, panel: Panel, level: float | None, change: float | None, since: str | None
) -> list[str]:
    """The level and the change, in one clause where they are of one time."""
    if level is None and change is None:
        return []
    if level is not None and change is not None and setting.level_at is not None:
        before = statement(replace(setting, period=setting.level_at), level, None)
        return [statement(setting, None, change), before]
    said = statement(setting, level, change).replace("trade gap", f"trade {_gap_word(setting, panel)}")
    return [said + (f", {since}" if since else "")]


def statement(setting: Setting, level: float | None, change: float | None) -> str:
    """A level, a change or both as a clause without its full stop."""
    quantity, unit = setting.quantity, _unit(setting)
    when = told_when(setting, compared=change is not None)
    if quantity.flow == "balance":
        return _balance(quantity, unit, level, change, f"{_per(setting)} {when}".strip() if change is None else when)
    name = subject(quantity)
    if change is None:
        per = _per(setting)
        return f"{name} {'was' if singular(quantity) else 'were'} {amount(level or 0.0, unit)}{per} {when}"
    if level is None:
        return f"{name} {moved(change)} {when}{_counted_in(unit)}"
    to = f" to {amount(level, unit)}" if abs(change) >= 0.05 else f" at {amount(level, unit)}"
    return f"{name} {moved(change)}{to} {when}"


def _per(setting: Setting) -> str:
    """Of what part of the period a level is told: " a month", and nothing of "$500 million a year in 2014"."""
    claim = setting.claim
    if not isinstance(claim, Measure):
        return ""
    count, of = parts_of(claim, setting.period, setting.before, setting.words)
    told = of if count > 1 else claim.per
    return f" a {told}" if told and told != setting.period.precision else ""


def _counted_in(unit: str) -> str:
    """In which money a change is told that names no sum, where it is not the dollar.

    >>> _counted_in("EUR"), _counted_in("USD"), _counted_in("t")
    (', counted in EUR', '', '')
    """
    return f", counted in {unit}" if unit in ISO_4217 and unit != "USD" else ""


def _gap_word(setting: Setting, panel: Panel) -> str:
    """Which gap it was whose change is told without its size."""
    now = [] if setting.quantity.flow != "balance" else levels(panel, setting.quantity, setting.period)
    return "gap" if not now else "deficit" if now[0].number < 0 else "surplus"


def _balance(quantity: Quantity, unit: str, level: float | None, change: float | None, when: str) -> str:
    gap = "gap" if level is None else "deficit" if level < 0 else "surplus"
    name = f"{subject(quantity).replace('balance of trade', f'trade {gap}')}"
    size = amount(abs(level), unit) if level is not None else ""
    if change is None:
        return f"{name} was {size} {when}"
    if quantity.signed:
        to = f" to a {gap} of {size}" if size else ""
        return f"{subject(quantity)} {'improved' if change > 0 else 'worsened'} {percent(abs(change))}{to} {when}"
    return f"{name} {moved(change)}{f' to {size}' if size else ''} {when}"


def _difference(setting: Setting, difference: float, level: float | None = None) -> str:
    name, unit = subject(setting.quantity), _unit(setting)
    if setting.quantity.flow == "balance" and level is not None:
        name = name.replace("balance of trade", f"trade {'deficit' if level < 0 else 'surplus'}")
    if setting.quantity.signed:
        verb = "improved by" if difference >= 0 else "worsened by"
        return f"{subject(setting.quantity)} {verb} {amount(abs(difference), unit)} {told_when(setting, compared=True)}"
    verb = "rose by" if difference >= 0 else "fell by"
    to = f" to {amount(abs(level) if setting.quantity.flow == 'balance' else level, unit)}" if level is not None else ""
    return f"{name} {verb} {amount(abs(difference), unit)}{to} {told_when(setting, compared=True)}"


def _share(setting: Setting, share: float) -> str:
    part, whole = share_sides(setting)[0]
    goods = part.scope.words
    link = {"exports": "to", "imports": "from", "trade": "with", "balance": "with"}[part.flow]
    if part.partner == "WLD":
        what = product(goods) if goods else subject(part)
    elif whole.partner == "WLD":
        of = f" of {product(goods)}" if goods and whole.scope != part.scope else ""
        what = f"{part.flow}{of} {link} {country(part.partner)}"
    else:
        what = product(goods) if goods else subject(part)
    return f"{what} made up {percent(share)} of {subject(whole)} {in_period(setting.period)}"


def _record(setting: Setting, judged: Judged) -> str:
    claim, level = setting.claim, judged.part.found or 0.0
    high = (claim.direction == "record_high") if isinstance(claim, Trend) else judged.part.claimed == "peak"
    mark = judged.part.low if judged.part.low is not None else judged.part.high or 0.0
    mark = abs(mark) if setting.quantity.flow == "balance" and mark * level > 0 else mark
    says = statement(setting, level, None)
    ends = "highest" if high else "lowest"
    if judged.part.verdict == "supported":
        lacks = judged.part.note.replace("the dataset has nothing for", "which lacks") if judged.part.note else ""
        inside = f"in the dataset{f', {lacks}' if lacks.startswith('which') else ''}"
        other = "else" if any(" later " in answer.label for answer in judged.answers) else "before"
        return f"{says}, the {ends} {inside}; the {ends} {other} was {amount(mark, 'USD')}"
    return f"{says}, not the {ends} in the dataset: {amount(mark, 'USD')} was"


def _since(setting: Setting, judged: Judged) -> str:
    """What was found of an extreme or a first time in some years."""
    found = judged.part.found
    setting = replace(setting, base=setting.period.shifted_years(-1))  # each year against the one before
    says = statement(setting, found, None) if judged.key == "value" else statement(setting, None, found)
    return f"{says}, {judged.sentence}" if judged.sentence else says


def _side_by_side(setting: Setting, judged: Judged) -> str:
    """Both sides of a comparison, and which is the larger, or by how many times."""
    other = compared_quantity(setting.claim, setting.quantity)
    compared = setting.claim.compared_with
    first, second = judged.answers[0].number, judged.answers[1].number
    when = f" {in_period(compared.period)}" if compared and compared.period not in {None, setting.period} else ""
    if times_told(setting) and second > 0:
        how = times(first / second)
    else:
        how = "as much as" if first == second else "more than" if first > second else "less than"
    return f"{statement(setting, first, None)}, {how} {subject(other)}{when} ({amount(second, 'USD')})"


def _compared(claim: Trend) -> str | None:
    """What a rank or a comparison claims, in short."""
    other, own = claim.compared_with, quantity_of(claim)
    if claim.direction is not None or other is None or own is None:
        return None
    if other.rank is not None:
        ranked = ranked_among(claim)
        return f"rank {other.rank}" + (f" in {subject(ranked[0])} by partner" if ranked else "")
    return f"compared with {subject(compared_quantity(claim, own))}" if other.partner or other.reporter else None


def _unit(setting: Setting) -> str:
    claim = setting.claim
    return claim.unit if isinstance(claim, Measure) and claim.unit not in {None, "percent"} else "USD"


def _to(text: str, upper: float | None, unit: str | None) -> str:
    return text if upper is None else f"{text} to {amount(upper, unit, digits=None)}"
