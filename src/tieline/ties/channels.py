"""Channels: what passes between two countries, period by period, never netted.

- *contact*: days with a cooperative act; *friction*: days with verbal conflict. One act reported for weeks, or coded from both
  sides, counts once a day.
- *deeds*: acts that change something (agreements signed, visits, aid, material cooperation), *blows*: material conflict,
  sanctions, expulsions; each type once a day.

Acts come from event datasets, kept apart from each other, and as dataset `press` from the claims that were read: those that
happened, dated to the day. `exposure` is how many acts (kinds of act by day and partner) the dataset has of the source in
the period, `coverage` the share of the period's days on which the dataset has any act at all: where it is 0 there is no
value, for no reports are not no contact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from tieline.ledger import Ledger
from tieline.ties.asking import CHANNELS_ORDER, Ask, period_from, starts_of
from tieline.ties.channel_sql import acts_sql, coverage_sql, exposure_sql, spans_sql, values_sql
from tieline.ties.coding import CONFLICT
from tieline.ties.quiet import quiet_acts
from tieline.ties.series import Floats, Series
from tieline.ties.yearly import yearly_series


def channel_series(ledger: Ledger, ask: Ask) -> list[Series]:
    """The series asked for, by dataset, dyad and channel."""
    acts_told = acts_sql(ledger, ask)
    rows = ledger.query(values_sql(acts_told, ask)).to_pydict()
    spans = {row["dataset"]: row for row in ledger.query(spans_sql(acts_told)).to_pylist()}
    frames = {name: _Frame.of(ledger, ask, acts_told, name, span) for name, span in spans.items()}
    found: dict[_Name, dict[date, tuple[float, ...]]] = {}
    acts: Counter[_Name] = Counter()
    columns = (rows[name] for name in (*_KEY, "value", "kinds", "days", "acts"))
    for dataset, one, other, channel, start, *told in zip(*columns, strict=True):
        found.setdefault((dataset, one, other, channel), {})[start] = tuple(map(float, told))
        acts[dataset, one, other, channel] += told[-1]
    found |= {name: {} for name in quiet_acts(ledger, ask, found) if name[0] in frames}
    series = [
        made
        for key, values in found.items()
        if _enough(key, acts, ask) and (made := _series(key, values, frames[key[0]], ask)) is not None
    ]
    if ask.by == "year":
        counted = yearly_series(ledger, ask)
        sums = {_name(one): float(one.value.sum()) for one in counted}
        series += [one for one in counted if one.unit != "count" or _enough(_name(one), sums, ask)]
    return sorted(series, key=lambda one: (one.dataset, one.source, one.target, CHANNELS_ORDER.index(one.channel)))


_KEY = ("dataset", "one", "other", "channel", "start")
_Name = tuple[str, str, str, str]
"""Dataset, both countries, channel."""


def _name(one: Series) -> _Name:
    return one.dataset, one.source, one.target, one.channel


def _enough(key: _Name, acts: Mapping[_Name, float], ask: Ask) -> bool:
    """Whether a series has the acts that are asked for; friction and blows of a dyad are weighed together."""
    names = CONFLICT if key[3] in CONFLICT else (key[3],)
    return sum(acts.get((*key[:3], name), 0.0) for name in names) >= ask.least


@dataclass(frozen=True, slots=True)
class _Frame:
    """The periods of a dataset: their coverage, all its acts, and those of each country."""

    starts: tuple[date, ...]
    coverage: Floats
    total: Floats
    by_country: dict[str, Floats]

    @classmethod
    def of(cls, ledger: Ledger, ask: Ask, acts: str, dataset: str, span: dict[str, date]) -> _Frame:
        starts = starts_of(
            max(filter(None, (span["first"], ask.since))), min(filter(None, (span["last"], ask.until))), ask.by
        )
        place = {start: at for at, start in enumerate(starts)}
        coverage, total = np.zeros(len(starts)), np.zeros(len(starts))
        for row in ledger.query(coverage_sql(acts, dataset)).to_pylist():
            if row["start"] in place:
                coverage[place[row["start"]]] = min(row["days"] / period_from(row["start"], ask.by).days, 1.0)
                total[place[row["start"]]] = row["acts"]
        by_country: dict[str, Floats] = {}
        for row in ledger.query(exposure_sql(acts, ask, dataset)).to_pylist():
            if row["start"] in place:
                by_country.setdefault(row["country"], np.zeros(len(starts)))[place[row["start"]]] = row["acts"]
        return cls(starts, coverage, total, by_country)


def _series(key: _Name, values: dict[date, tuple[float, ...]], frame: _Frame, ask: Ask) -> Series | None:
    dataset, one, other, channel = key
    if not frame.starts:
        return None
    value, kinds, days, acts = np.array([values.get(start, (0.0,) * 4) for start in frame.starts]).T
    none = np.zeros(len(frame.starts))
    exposure = frame.by_country.get(one, none)
    if not ask.directed:
        exposure = exposure + frame.by_country.get(other, none)
    return Series(
        dataset,
        one,
        other,
        channel,
        ask.by,
        frame.starts,
        value,
        exposure,
        frame.coverage,
        frame.total,
        acts,
        kinds,
        days,
    )
