"""Channels and directions of a dyad in which a dataset has nothing: zeros, for it has acts of the two in others.

Only of a dataset that has any act of the two at any time: of others it is not known whether they would tell one. Of the press, which
is what somebody chose to read, a channel stands only where the other direction has it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tieline.ledger import Ledger
from tieline.ties.asking import Ask
from tieline.ties.channel_sql import PRESS, channels_counted_sql, datasets_of_sql
from tieline.ties.coding import CHANNELS

Name = tuple[str, str, str, str]
"""Dataset, both countries, channel."""


def quiet_acts(ledger: Ledger, ask: Ask, found: Collection[Name]) -> list[Name]:
    """The names of series of acts that are zero throughout, beside those found; none unless a directed dyad is asked for."""
    if ask.least or len(ask.countries) != 2 or not ask.directed:
        return []
    held = [row["dataset"] for row in ledger.query(datasets_of_sql(ledger, ask, yearly=False)).to_pylist()]
    channels = [channel for channel in CHANNELS if channel in ask.channels]
    names: list[Name] = [(dataset, *way, channel) for dataset in held for way in _ways(ask) for channel in channels]
    names += [(PRESS, other, one, channel) for dataset, one, other, channel in found if dataset == PRESS]
    return [name for name in names if name not in found]


def quiet_years(ledger: Ledger, ask: Ask, found: Collection[Name]) -> list[Name]:
    """The same of counts by year: of the channels that a dataset counts, both ways where it has directions."""
    if ask.least or len(ask.countries) != 2 or not ask.directed:
        return []
    of_two = {row["dataset"] for row in ledger.query(datasets_of_sql(ledger, ask, yearly=True)).to_pylist()}
    return [
        name
        for row in ledger.query(channels_counted_sql(ledger, replace(ask, countries=()))).to_pylist()
        if row["dataset"] in of_two and row["channel"] in ask.channels
        for way in (_ways(ask) if row["directed"] else [tuple(sorted(ask.countries))])
        if (name := (row["dataset"], way[0], way[1], row["channel"])) not in found
    ]


def _ways(ask: Ask) -> list[tuple[str, str]]:
    one, other = ask.countries
    return [(one, other), (other, one)]
