"""Rates to US dollars of a table that a mapping file describes: by currency and period in the mapping, or in a column of the table."""

from __future__ import annotations

from typing import Any

from tieline.trade.layouts.cells import number
from tieline.trade.layouts.plan import Coded


def own_rate(column: str, unit: str | Coded | None, decimal: str) -> Coded:
    """US dollars for one unit, by a column of the table; an empty cell has none, and a dollar is one."""
    units = unit.columns if isinstance(unit, Coded) else ()

    def read(*texts: str) -> str | None:
        if isinstance(unit, Coded) and unit.read(*texts[:-1]) == "USD":
            return "1"
        rate = number(texts[-1], decimal=decimal)
        if rate is not None and rate <= 0:
            raise ValueError(f"a rate of {texts[-1].strip()} US dollars; it is more than zero")
        return None if rate is None else repr(rate)

    return Coded((*units, column), read)


def rate_by_period(
    rates: dict[str, Any], unit: str | Coded | None, period: str | Coded | None, by: Coded | None
) -> Coded | None:
    """US dollars for one unit, by currency and period: of the period itself, else of its year. `by` is read where both are constants."""

    def rate(currency: str, when: str) -> str | None:
        if currency == "USD":
            return "1"
        table = rates.get(currency, {})
        found = table.get(when, table.get(when[:4])) if isinstance(table, dict) else table
        return None if found is None else repr(float(found))

    columns = tuple(column for cell in (unit, period) if isinstance(cell, Coded) for column in cell.columns)

    def read(*texts: str) -> str | None:
        first = len(unit.columns) if isinstance(unit, Coded) else 0
        currency = unit.read(*texts[:first]) if isinstance(unit, Coded) else unit
        when = period.read(*texts[first:]) if isinstance(period, Coded) else period
        return rate(currency or "", when or "")

    if not columns and by is not None:
        known = read()
        return Coded(by.columns, lambda *_: known)
    return Coded(columns, read) if columns else None
