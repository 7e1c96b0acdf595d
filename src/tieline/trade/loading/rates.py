"""Values in other currencies, in US dollars by the rates that the mapping file or the table itself gives."""

from __future__ import annotations

from collections import Counter

import numpy as np

from tieline.trade.loading.mapping import Mapped
from tieline.trade.loading.pieces import Texts


def convert(texts: Texts, rows: Mapped) -> Counter[tuple[str, str]]:
    """Values in another currency, in US dollars by their rates; gives how many have none, by currency and year."""
    known, codes = texts.of("rate", rows)
    table = np.array([float(rate) if rate else np.nan for rate in known])
    rate = np.repeat(table, len(rows.lines)) if codes is None else table[codes]
    rows.numbers["rate"] = rate
    rows.numbers["value_usd"] = rows.numbers["value"] * rate
    lacking = np.flatnonzero(np.isnan(rate) & ~np.isnan(rows.numbers["value"]))
    units, u = texts.of("unit", rows)
    periods, p = texts.of("period", rows)
    size = len(periods)
    places = (0 if u is None else u[lacking].astype(np.int64)) * size + (0 if p is None else p[lacking])
    found, counts = np.unique(np.broadcast_to(places, lacking.shape), return_counts=True)
    told: Counter[tuple[str, str]] = Counter()
    for at, count in zip(found.tolist(), counts.tolist(), strict=True):
        told[units[at // size] or "", (periods[at % size] or "")[:4]] += count
    return told
