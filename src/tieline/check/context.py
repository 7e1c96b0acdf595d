"""What a supported claim leaves out although it changes the picture, by written rules.

1. Opposite movement of the whole: a change of exports or imports is claimed, and trade of the two as a whole moved the
   other way. Only on claims of a change or a direction: a level or a share gets none.
2. Proxy: the claim is about consumption, and the figures are imports.
3. Rebound: a rise is claimed, and the level is still a tenth or more under the highest of the five years before, from
   which it had fallen.
4. Tiny base: a rise of 50% or more is claimed, and what it rose to is less than 1% of the trade of the two, or less than
   0.1% of the reporter's exports or imports of all goods with all partners, where the dataset states these and the claim is
   of all goods too.
5. Base of its own kind: a change against another year than the one before, in which the level was a tenth or more above both
   years beside it (of a fall) or below both (of a rise).
6. Mirror: a change is claimed that the country's own figures bear out, and the partner's figures of the same flow moved the other way.
7. Small part: with the first rule, a sentence says so if the flow is less than 15% of the trade of the two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tieline.check.answers import Answer, changes, level_as, levels
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, in_period, owner, percent, product, singular, subject
from tieline.check.quantities import ONE_WAY
from tieline.check.setting import Setting, told_when
from tieline.check.trends import FLAT_PCT
from tieline.model.claims import Trend
from tieline.model.periods import Period
from tieline.model.vocabulary import FlowDirection

_TURNED: dict[str, FlowDirection] = {"exports": "imports", "imports": "exports"}

SMALL_PART_PCT = 15.0
REBOUND, REBOUND_YEARS = 0.1, 5
TINY_RISE_PCT, TINY_PART_PCT, TINY_OF_ALL_PCT = 50.0, 1.0, 0.1
OUTLYING = 0.1


@dataclass(frozen=True, slots=True)
class Context:
    """Sentences for the rules that fired, the rows they rest on, and the change of the whole if that is what fired."""

    sentences: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    whole: Answer | None = None


def context_of(setting: Setting, panel: Panel, judged: list[Judged]) -> Context:
    """Apply the rules to a claim that is supported."""
    sentences: list[str] = []
    rows: list[Row] = []
    whole = opposite_whole(setting, panel, judged)
    if whole is not None:
        total = setting.quantity.all_products().of("trade")
        when = told_when(setting, compared=True)
        sentences.append(f"{capital(subject(total))} as a whole {moved(whole.number)} {when}.")
        rows += whole.rows
        small = _small_part(setting, panel)
        if small is not None:
            sentences.append(small)
    rules = [_outlying_base, _mirror_moved]
    for rule in rules if whole is not None else [_rebound, _tiny, *rules]:
        found = rule(setting, panel, judged)
        if found is not None:
            sentences.append(found[0])
            rows += found[1]
    if setting.proxy:
        goods = setting.quantity.scope.words
        what = f"{owner(setting.quantity.reporter)} imports" + (f" of {product(goods)}" if goods else "")
        sentences.append(f"The figures are {what}, not what was consumed.")
    return Context(tuple(sentences), tuple(rows), whole)


def opposite_whole(setting: Setting, panel: Panel, judged: list[Judged]) -> Answer | None:
    """The change of two-way trade, if the claim is of a one-way change and the whole moved the other way."""
    moves = [each for each in judged if each.part.name in {"change", "change-value", "direction"}]
    one_way = setting.quantity.flow in {"exports", "imports"} and setting.quantity.partner != "WLD"
    if not moves or not one_way or moves[0].key == "value" or moves[0].part.found is None:
        return None
    if isinstance(setting.claim, Trend) and setting.claim.direction == "flat":
        return None  # the whole can't go the other way
    against = moves[0].sentence or ""
    if against.startswith("against ") and against != f"against {setting.base.words()}":
        return None  # the whole would be held against another time
    total = setting.quantity.all_products().of("trade")
    answers = changes(panel, total, setting.period, setting.base)
    if not answers or abs(answers[0].number) < FLAT_PCT:
        return None
    return answers[0] if answers[0].number * moves[0].part.found < 0 else None


def _rise(setting: Setting, judged: list[Judged]) -> float | None:
    """The rise that is claimed and found, in percent; None where none is, or where a record is."""
    moves = [each for each in judged if each.part.name in {"change", "direction"} and each.key == "change_pct"]
    found = moves[0].part.found if moves else None
    return found if found is not None and found >= FLAT_PCT and setting.quantity.flow != "balance" else None


def _rebound(setting: Setting, panel: Panel, judged: list[Judged]) -> tuple[str, tuple[Row, ...]] | None:
    """The year of the last five before the base in which the level was far higher than it is after its rise."""
    if _rise(setting, judged) is None or setting.period.precision != "year":
        return None
    now, before = levels(panel, setting.quantity, setting.period), levels(panel, setting.quantity, setting.base)
    if not now or not before:
        return None
    way = now[0].label.rpartition("(")[2]
    peaks: list[tuple[Answer, Period]] = []
    for back in range(1, REBOUND_YEARS + 1):
        year = setting.base.shifted_years(-back)
        peaks += [(a, year) for a in levels(panel, setting.quantity, year) if a.label.rpartition("(")[2] == way]
    if not peaks:
        return None
    peak, year = max(peaks, key=lambda each: each[0].number)
    if now[0].number > (1 - REBOUND) * peak.number or before[0].number >= peak.number:
        return None
    below = (1 - now[0].number / peak.number) * 100
    text = (
        f"The rise follows a larger fall: {subject(setting.quantity)} {'was' if singular(setting.quantity) else 'were'} still "
        f"{percent(below)} under {amount(peak.number, 'USD')} {in_period(year)}."
    )
    return text, (*peak.rows, *now[0].rows)


def _tiny(setting: Setting, panel: Panel, judged: list[Judged]) -> tuple[str, tuple[Row, ...]] | None:
    """What rose by half or more is next to nothing in the trade of the two."""
    rise = _rise(setting, judged)
    if rise is None or rise < TINY_RISE_PCT or setting.quantity.partner == "WLD":
        return None
    now = levels(panel, setting.quantity, setting.period)
    wholes = [("the trade of the two", setting.quantity.all_products().of("trade"), TINY_PART_PCT)]
    if setting.quantity.flow in ONE_WAY and setting.quantity.scope.whole:
        all_partners = setting.quantity.all_products().with_world()
        wholes.append((subject(all_partners), all_partners, TINY_OF_ALL_PCT))
    for name, quantity, limit in wholes:
        whole = levels(panel, quantity, setting.period)
        if quantity.partner == "WLD" and any(row.sql for answer in whole for row in answer.rows):
            continue  # a sum that is there for the sake of other claims
        if not now or not whole or not whole[0].number or now[0].number / whole[0].number * 100 >= limit:
            continue
        share = now[0].number / whole[0].number * 100
        text = (
            f"It rose from a tiny base: {amount(now[0].number, 'USD')} is {percent(share, digits=2)} of {name}, "
            f"{amount(whole[0].number, 'USD')}."
        )
        return text, (*now[0].rows, *whole[0].rows)
    return None


def _outlying_base(setting: Setting, panel: Panel, judged: list[Judged]) -> tuple[str, tuple[Row, ...]] | None:
    """The base is a year that stands out: a fall from a peak, or a rise from a trough, that neither year beside it shares."""
    change = _move(judged)
    base, quantity = setting.base, setting.quantity
    if (
        change is None
        or quantity.flow == "balance"
        or base.precision != "year"
        or base == setting.period.shifted_years(-1)
    ):
        return None
    then = levels(panel, quantity, base)
    beside = (
        [(year, level_as(then[0], panel, quantity, year)) for year in map(base.shifted_years, (-1, 1))] if then else []
    )
    known = [(year, answer) for year, answer in beside if answer is not None]
    if len(known) < len(beside) or not known or setting.period.start <= known[1][0].start:
        return None
    sign = -1 if change < 0 else 1
    if any((answer.number - then[0].number) * sign < OUTLYING * then[0].number for _, answer in known):
        return None
    first, second = (f"{amount(answer.number, 'USD')} {in_period(year)}" for year, answer in known)
    name = "a peak" if sign < 0 else "a trough"
    text = f"The base was {name}: {amount(then[0].number, 'USD')} {in_period(base)}, after {first} and before {second}."
    return text, (*then[0].rows, *(row for _, answer in known for row in answer.rows))


def _mirror_moved(setting: Setting, panel: Panel, judged: list[Judged]) -> tuple[str, tuple[Row, ...]] | None:
    """The partner's figures of the same flow moved the other way."""
    change = _move(judged)
    quantity = setting.quantity
    if change is None or quantity.flow not in ONE_WAY or quantity.partner == "WLD" or setting.yearly:
        return None
    found = {answer.name: answer for answer in reversed(changes(panel, quantity, setting.period, setting.base))}
    own, mirror = found.get("own-figures"), found.get("mirror")
    if own is None or mirror is None or own.number * change < 0 or mirror.number * change > 0:
        return None
    if abs(mirror.number) < FLAT_PCT:
        return None
    turned = replace(quantity, reporter=quantity.partner, partner=quantity.reporter, flow=_TURNED[quantity.flow])
    when = told_when(setting, compared=True)
    text = f"The partner's figures say otherwise: {subject(turned)} {moved(mirror.number)} {when}."
    return text, mirror.rows


def _move(judged: list[Judged]) -> float | None:
    """The change that is claimed and found, in percent; None where none is, or less than counts as one."""
    moves = [each for each in judged if each.part.name in {"change", "direction"} and each.key == "change_pct"]
    found = moves[0].part.found if moves else None
    return found if found is not None and abs(found) >= FLAT_PCT else None


def moved(change: float) -> str:
    """A change as a verb: "grew 31.9%", "fell 11.4%", "stayed the same".

    >>> moved(31.94), moved(-11.4), moved(0.01)
    ('grew 31.9%', 'fell 11.4%', 'stayed the same')
    """
    if abs(change) < 0.05:
        return "stayed the same"
    return f"{'grew' if change > 0 else 'fell'} {percent(abs(change))}"


def _small_part(setting: Setting, panel: Panel) -> str | None:
    whole = levels(panel, setting.quantity.all_products().of("trade"), setting.period)
    part = levels(panel, setting.quantity.all_products(), setting.period)
    if not whole or not part or not whole[0].number:
        return None
    share = part[0].number / whole[0].number * 100
    if share >= SMALL_PART_PCT:
        return None
    return (
        f"{capital(subject(setting.quantity.all_products()))} were {percent(share)} of it, "
        f"{amount(part[0].number, 'USD')} of {amount(whole[0].number, 'USD')}."
    )
