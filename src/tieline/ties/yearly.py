"""Series of datasets that give values of years: counts, ties that stand or not, agreement of votes.

A year whose value is missing has none, and is not covered. A year of the dataset without a row is a zero only while both countries are there: a state that was not founded yet had no
alliance, and no zero of one either.

- *counts*: from the year in which both states exist (where `model.countries` knows it) to the last of the dataset;
- *standing ties*: tables of alliances list members alone, so that a country is taken to be there from the year before the
  dataset first names it; the year before is a true zero, from which a tie is seen to begin;
- *agreement*: from the first year in which the two voted together to the last.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import numpy as np

from tieline.ledger import Ledger
from tieline.model.countries import country
from tieline.ties.asking import Ask, starts_of
from tieline.ties.channel_sql import counts_sql, first_named_sql
from tieline.ties.quiet import quiet_years
from tieline.ties.series import Series

_Key = tuple[str, str, str, str]
"""Dataset, both countries, channel."""
_FIRST: Final = date(1000, 1, 1)
_LAST: Final = date(9999, 1, 1)


def yearly_series(ledger: Ledger, ask: Ask) -> list[Series]:
    """The series of values by year that are asked for, however few acts they have."""
    found: dict[_Key, dict[date, float | None]] = {}
    years: dict[str, dict[date, float]] = {}
    exposure: dict[tuple[str, str, date], float] = {}
    units: dict[str, str] = {}
    for row in ledger.query(counts_sql(ledger, ask)).to_pylist():
        dataset, start = row["dataset"], row["start"]
        if row["one"] is None:
            years.setdefault(dataset, {})[start] = float(row["value"])
        elif row["channel"] is None:
            exposure[dataset, row["one"], start] = float(row["value"])
        else:
            key = (dataset, row["one"], row["other"], row["channel"])
            found.setdefault(key, {})[start] = None if row["value"] is None else float(row["value"])
            units[dataset] = row["unit"]
    told = {key for key, values in found.items() if any(value is not None for value in values.values())}
    for key in quiet_years(ledger, ask, told):
        if key[0] in years:
            found.setdefault(key, {})
            units[key[0]] = "count"
            told.add(key)
    named = _first_named(ledger, ask) if "standing" in units.values() else {}
    return [
        _series(key, values, years[key[0]], units[key[0]], exposure, _span(key, values, years[key[0]], units[key[0]], named), ask)
        for key, values in found.items()
        if key in told
    ]  # fmt: skip


def _first_named(ledger: Ledger, ask: Ask) -> dict[tuple[str, str], date]:
    """The first year in which a dataset of standing ties names a country."""
    rows = ledger.query(first_named_sql(ledger, ask)).to_pylist()
    return {(row["dataset"], row["code"]): row["first"] for row in rows}


def _span(
    key: _Key, values: dict[date, float | None], years: dict[date, float], unit: str, named: dict[tuple[str, str], date]
) -> tuple[date, date]:
    """The first and the last year of a series."""
    dataset, one, other, _ = key
    if unit not in {"count", "standing"}:
        return min(values), max(values)
    if unit == "standing":
        last_new = max(named.get((dataset, code), min(values)) for code in (one, other))
        begun = date(last_new.year - 1, 1, 1)
    else:
        begun = max((_year(country(code).valid_from) or _FIRST) for code in (one, other))
    ended = min((_year(country(code).valid_to) or _LAST) for code in (one, other))
    return max(min(years), min([begun, *values])), min(max(years), max([ended, *values]))


def _year(day: date | None) -> date | None:
    return day and date(day.year, 1, 1)


def _series(
    key: _Key, values: dict[date, float | None], years: dict[date, float], unit: str, exposure: dict[tuple[str, str, date], float],
    span: tuple[date, date], ask: Ask,
) -> Series:  # fmt: skip
    dataset, one, other, channel = key
    starts = starts_of(*span, "year")
    known = years if unit in {"count", "standing"} else values  # a pair that never voted together has no value
    covered = np.array([float(start in known and values.get(start, 0.0) is not None) for start in starts])
    value = np.array([values.get(start) or 0.0 for start in starts])
    sides = (one,) if ask.directed else (one, other)
    told = np.array([sum(exposure.get((dataset, side, start), 0.0) for side in sides) for start in starts])
    total = np.array([years.get(start, 0.0) for start in starts])
    return Series(
        dataset, one, other, channel, "year", starts, value, told, covered, total, value, value, value, unit
    )  # fmt: skip
