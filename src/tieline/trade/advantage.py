"""Revealed comparative advantage of all countries and products at once."""

from __future__ import annotations

import pyarrow as pa

from tieline.trade.frames import Source, compute
from tieline.trade.pipeline import Pipeline

_RCA = (
    Pipeline()
    .then("cells_of", "SELECT country, product, sum(value) AS x FROM given GROUP BY ALL")
    .then("by_country", "SELECT country, sum(x) AS xc FROM cells_of GROUP BY country HAVING sum(x) > 0")
    .then("by_product", "SELECT product, sum(x) AS xp FROM cells_of GROUP BY product HAVING sum(x) > 0")
    .then("world", "SELECT sum(xc) AS xw FROM by_country")
    .then(
        "ratios",
        """
SELECT country, product, x, x / xw - (xc / xw) * (xp / xw) AS nrca, (x / xc) / (xp / xw) AS rca
FROM cells_of JOIN by_country USING (country) JOIN by_product USING (product), world""",
    )
    .then("answer", "SELECT country, product, x AS value_usd, rca, (rca - 1) / (rca + 1) AS rsca, nrca FROM ratios")
)


_OF_ONE = "SELECT *, (SELECT count(*) FROM by_country) AS countries FROM answer WHERE country = $who ORDER BY rca DESC, product"


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

    Args:
        flows: `country`, `product`, `value` (one unit): a frame, or `year_of_flows(..., digits=6)`.
        country: Only this one's, held against all.

    Returns:
        country, product, value_usd, rca, rsca, nrca, in no order; of one country by rca, with `countries`, how many there are.
    """
    steps = _RCA if country is None else _RCA.then("of_one", _OF_ONE, who=country)
    return compute(flows, ("country", "product", "value"), steps)


def rsca(rca: float) -> float:
    """Symmetric RCA: (rca - 1) / (rca + 1), -1 to 1.

    >>> rsca(3.0), rsca(0.0)
    (0.5, -1.0)
    """
    return (rca - 1) / (rca + 1)
