"""What a supported claim leaves out although it changes the picture, by written rules.

1. Opposite movement of the whole: a change of exports or imports is claimed, and trade of the two as a whole moved the
   other way. Only on claims of a change or a direction: a level or a share gets none.
2. Proxy: the claim is about consumption, and the figures are imports.
3. Rebound: a rise is claimed, and the level is still a tenth or more under the highest of the five years before, from
   which it had fallen.
4. Tiny base: a rise of 50% or more is claimed, and what it rose to is less than 1% of the trade of the two.
5. Small part: with the first rule, a sentence says so if the flow is less than 15% of the trade of the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from tieline.check.answers import Answer, changes, levels
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, in_period, owner, percent, product, singular, subject
from tieline.check.setting import Setting
from tieline.check.trends import FLAT_PCT
from tieline.model.periods import Period

SMALL_PART_PCT = 15.0
REBOUND, REBOUND_YEARS = 0.1, 5
TINY_RISE_PCT, TINY_PART_PCT = 50.0, 1.0


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
        period = in_period(setting.period)
        sentences.append(f"{capital(subject(total))} as a whole {moved(whole.number)} {period}.")
        rows += whole.rows
        small = _small_part(setting, panel)
        if small is not None:
            sentences.append(small)
    if whole is None:
        for found in (_rebound(setting, panel, judged), _tiny(setting, panel, judged)):
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
    whole = levels(panel, setting.quantity.all_products().of("trade"), setting.period)
    if not now or not whole or not whole[0].number or now[0].number / whole[0].number * 100 >= TINY_PART_PCT:
        return None
    share = now[0].number / whole[0].number * 100
    text = (
        f"It rose from a tiny base: {amount(now[0].number, 'USD')} is {percent(share, digits=2)} of the trade of the two, "
        f"{amount(whole[0].number, 'USD')}."
    )
    return text, (*now[0].rows, *whole[0].rows)


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
