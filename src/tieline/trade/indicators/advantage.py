"""Revealed comparative advantage of all countries and products at once."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from tieline.ledger import column_of, numbers_of, texts_by
from tieline.trade.indicators.frames import Source, given_by

COLUMNS = ("country", "product", "value")
_MOST = 1 << 24
"""Countries times products up to which the sums stand in a table with a place for each."""


def advantages(flows: Source, country: str | None = None) -> pa.Table:
    """Revealed comparative advantage, for each country and product that the flows list.

    x: exports of product k by country c; X_c, X_k, X: their sums over products, over countries, over both.
    RCA (Balassa) = (x / X_c) / (X_k / X), 0 and up, 1 is neutral.
    Source: Balassa (1965), Trade liberalisation and "revealed" comparative advantage, Manchester School 33.
    RSCA = (RCA - 1) / (RCA + 1), -1 to 1, 0 is neutral. Source: Laursen (1998, 2015), Eurasian Business Review 5.
    NRCA (Yu) = x / X - X_c X_k / X^2, -1/4 to 1/4, 0 is neutral; sums over countries or products to 0.
    Source: Yu, Cai and Leung (2009), The normalized revealed comparative advantage index, Annals of Regional Science 43.

    The formulas are the textbook ones; the articles were not read for this. A pair that is not listed has no row: its RCA is
    0 and its RSCA -1 only if not listed means not exported, which is for the dataset to say; its NRCA is -X_c X_k / X^2.
    What stands under the empty product is exported besides: it is in X_c and X and has no row.

    Args:
        flows: `country`, `product`, `value` (one unit): a frame, or `year_of_flows(..., digits=6)`.
        country: Only this one's, held against all.

    Returns:
        country, product, value_usd, rca, rsca, nrca, in no order; of one country by rca, with `countries`, how many there are.
    """
    return advantages_in(given_by(flows, COLUMNS), country)


def advantages_in(table: pa.Table, country: str | None = None) -> pa.Table:
    """The same of a table at hand (`frames.given_by`)."""
    import numpy as np  # noqa: PLC0415

    countries, c = _coded(table["country"])
    products, p = _coded(table["product"])
    key, values = c.astype(np.int64) * len(products) + p, numbers_of(table["value"]).astype(float)
    if len(countries) * len(products) <= _MOST:
        listed = np.flatnonzero(np.bincount(key, minlength=1))
        x = np.bincount(key, weights=values, minlength=1)[listed]
    else:
        listed, places = np.unique(key, return_inverse=True)
        x = np.bincount(places, weights=values)
    c, p = (each.astype(np.int32) for each in np.divmod(listed, max(len(products), 1)))
    xc, xp = np.bincount(c, x, len(countries)), np.bincount(p, x, len(products))
    there = (xc[c] > 0) & (xp[p] > 0)
    if "" in products:
        there &= p != products.index("")
    number = int(np.count_nonzero(xc > 0))
    if country is not None:
        there &= c == (countries.index(country) if country in countries else -1)
    del key, values, listed
    if not there.all():
        c, p, x = c[there], p[there], x[there]
    world = xc.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        rca = (x / xc[c]) / (xp[p] / world)
    nrca = x / world - (xc[c] / world) * (xp[p] / world)
    made = pa.Table.from_arrays(
        [texts_by(countries, c), texts_by(products, p), *map(column_of, (x, rca, (rca - 1) / (rca + 1), nrca))],
        ["country", "product", "value_usd", "rca", "rsca", "nrca"],
    )
    if country is None:
        return made
    whole = made.append_column("countries", column_of(np.full(len(x), number, np.int64)))
    order = sorted(range(len(x)), key=lambda at: (-rca[at], products[p[at]]))
    return whole.take(column_of(np.array(order, np.int64)))


def _coded(texts: pa.ChunkedArray) -> tuple[list[str], Any]:
    """The different texts of a column, and which of them each row has."""
    coded = texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()
    whole = coded.unify_dictionaries().combine_chunks()
    one = whole.chunk(0) if isinstance(whole, pa.ChunkedArray) else whole
    return one.dictionary.to_pylist(), numbers_of(one.indices)


def rsca(rca: float) -> float:
    """Symmetric RCA: (rca - 1) / (rca + 1), -1 to 1.

    >>> rsca(3.0), rsca(0.0)
    (0.5, -1.0)
    """
    return (rca - 1) / (rca + 1)
