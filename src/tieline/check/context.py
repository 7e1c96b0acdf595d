"""What a supported claim leaves out although it changes the picture, by written rules.

1. Opposite movement of the whole: a change of exports or imports is claimed, and trade of the two as a whole moved the
   other way. Only on claims of a change or a direction: a level or a share gets none.
2. Proxy: the claim is about consumption, and the figures are imports.
3. Small part: with the first rule, a sentence says so if the flow is less than 15% of the trade of the two.
"""

from __future__ import annotations

from dataclasses import dataclass

from tieline.check.answers import Answer, changes, levels
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import amount, capital, in_period, owner, percent, product, subject
from tieline.check.setting import Setting
from tieline.check.trends import FLAT_PCT

SMALL_PART_PCT = 15.0


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
