"""Figures in one currency turned into another with the rates that the user gives (`--rates`); each rate is a row of evidence.

A figure is turned at the rate of its own period, so that a change, a difference or a balance in euros is one of amounts in
euros, not one of dollars; a sum of months may be turned at the rate of the whole period where their own are not given. What
has no rate of just its period is left out. Published changes and shares count in the currency they were published in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tieline.check.answers import Answer
from tieline.check.panel import COLUMNS, RATE, Panel, Row
from tieline.check.setting import Setting
from tieline.model.documents import content_hash
from tieline.model.periods import Period
from tieline.model.rates import Rates

DATASET = "exchange rates"
Ask = Callable[[Panel], Sequence[Answer]]


def at_rates(panel: Panel, setting: Setting, unit: str, ask: Ask) -> list[Answer]:
    """What a question gives where the figures of the pair are turned into a currency; nothing without rates for them.

    Args:
        panel: The figures.
        setting: The claim, with the rates.
        unit: The currency, ISO 4217.
        ask: The question, asked in that currency.
    """
    if setting.rates is None:
        return []
    turned = _turned(panel, setting, unit, setting.rates)
    return [_told(answer, turned) for answer in ask(turned.panel)] if turned.rates else []


def at_rate(setting: Setting, unit: str, answers: Sequence[Answer]) -> list[Answer]:
    """Levels in dollars turned into a currency at the rate of the claim's whole period."""
    row = _rate_row(setting.rates, unit, setting.period) if setting.rates is not None else None
    if row is None:
        return []
    usd = float(row.cells["value"])
    return [
        replace(a, number=a.number / usd, rows=(*a.rows, row), label=f"{a.label}, {_words([row])}", published=False)
        for a in answers
    ]


def rates_of(rows: Sequence[dict[str, object]]) -> Rates | None:
    """The rates that stand among the rows of a verdict; None if none do."""
    return Rates.of((str(r["product"]), str(r["period"]), r["value"], str(r["citation"])) for r in rows if is_rate(r))


def is_rate(cells: dict[str, object]) -> bool:
    """The row is an exchange rate, not a flow."""
    return cells.get("flow") == RATE


@dataclass(frozen=True, slots=True)
class _Turned:
    """A panel in one currency; the stated row behind each row of it, and the rates it was turned with."""

    panel: Panel
    stated: dict[int, Row]
    rates: dict[int, tuple[Row, ...]]


def _turned(panel: Panel, setting: Setting, unit: str, rates: Rates) -> _Turned:
    turned = _Turned(panel.emptied(), {}, {})
    quantity = setting.quantity
    for pair in dict.fromkeys((quantity.pair, quantity.with_world().pair)):
        for row in panel.pairs.get(pair, ()):
            used: tuple[Row, ...] = ()
            made = row
            if row.level(unit) is None:
                found = _level(row, unit, rates)
                if found is None:
                    continue
                level, used = found
                cells = row.cells | {
                    "value": level, "unit": unit, "value_usd": level if unit == "USD" else None, "change_pct": None,
                    "share_pct": None,
                }  # fmt: skip
                made = row.with_cells(cells)
            turned.panel.add(made)
            turned.stated[id(made)] = row
            if used:
                turned.rates[id(made)] = used
    return turned


def _level(row: Row, unit: str, rates: Rates) -> tuple[float, tuple[Row, ...]] | None:
    """A row's level in a currency, with the rates between: from its own to dollars, and from dollars to that currency."""
    used: list[Row] = []
    usd = row.level("USD")
    own = row.unit or ""
    if usd is None:
        value, rate = row.level(own), _rate_row(rates, own, row.period)
        if value is None or rate is None:
            return None
        usd = value * (rate.value or 0.0)
        used.append(rate)
    if unit != "USD":
        rate = _rate_row(rates, unit, row.period)
        if rate is None:
            return None
        usd /= rate.value or 1.0
        used.append(rate)
    return usd, tuple(used)


def _told(answer: Answer, turned: _Turned) -> Answer:
    used = list({r.row_id: r for row in answer.rows for r in turned.rates.get(id(row), ())}.values())
    stated = tuple(turned.stated.get(id(row), row) for row in answer.rows)
    label = f"{answer.label}, {_words(used)}" if used else answer.label
    return replace(answer, rows=(*stated, *used), label=label, published=answer.published and not used)


def _words(rows: Sequence[Row]) -> str:
    """Rates in words: "at 1.329 USD for 1 EUR in 2014 (central bank)"."""
    told = [f"{r.value:g} USD for 1 {r.product} in {r.period.words()} ({r.cells['citation']})" for r in rows]
    return f"at {' and '.join(told)}"


def _rate_row(rates: Rates | None, currency: str, period: Period) -> Row | None:
    """A rate as a row beside the flows; None where the table has none of just that period."""
    rate = rates.rate(currency, period) if rates is not None else None
    if rate is None:
        return None
    name = content_hash("rate", currency, period.iso, repr(rate.usd), rate.source)
    cells = dict.fromkeys(COLUMNS) | {
        "row_id": f"rate-{name[:19]}", "dataset": DATASET, "vintage": "", "publisher": rate.source, "reporter": "", "partner": "",
        "flow": RATE, "product": currency, "period": period.iso, "value": rate.usd, "unit": "USD", "citation": rate.source,
        "origin": "the table of rates that was given",
    }  # fmt: skip
    return Row(
        0, "", "", RATE, period, currency, (), copied=False, told=(cells, ""), value=rate.usd, unit="USD", usd=None
    )  # fmt: skip
