"""The totals of all pairs of a dataset: what mirror margins, reliabilities and all-dyads dependence start from."""

from __future__ import annotations

from tieline.trade.figures.pipeline import Pipeline

# loaded files hold a code once for a pair, period and edition, so that sums by level need no look at single codes
LEVELS = """
SELECT reporter, partner, flow, period, basis, classification, coalesce(edition, '') AS edition, length(code) AS level,
    sum(value_usd) AS usd, count(*) AS codes, count(*) FILTER (value_usd IS NULL) AS withheld
FROM flows
WHERE dataset = $dataset AND vintage = $vintage AND detail = '' AND freq = 'A' AND partner <> 'WLD'
    AND flow IN ('exports', 'imports') AND NOT (code = '' AND product IS NOT NULL)
    AND period_start BETWEEN $first AND $last AND (code = $product OR (starts_with(code, $product) AND NOT contains(code, ',')))
GROUP BY ALL
"""
# the whole where it is given, else the level next below; of two editions the newer
PAIRS = """
SELECT reporter, partner, flow, period, basis, level, codes, usd FROM levels WHERE usd IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY reporter, partner, flow, period ORDER BY level, classification, edition DESC) = 1
"""
BOTH = """
SELECT x.reporter AS exporter, x.partner AS importer, x.period, x.usd AS x, m.usd AS m
FROM pairs x JOIN pairs m ON m.reporter = x.partner AND m.partner = x.reporter AND m.period = x.period
WHERE x.flow = 'exports' AND m.flow = 'imports' AND x.basis = 'reported' AND m.basis = 'reported'
    AND x.usd > 0 AND m.usd > 0 AND x.level = m.level AND greatest(x.codes, m.codes) <= 2 * least(x.codes, m.codes)
"""

PAIR_TOTALS = Pipeline().then("levels", LEVELS).then("pairs", PAIRS)
"""Asked with `dataset`, `vintage`, `product` (empty for all), `first`, `last` (days)."""
TWICE_REPORTED = PAIR_TOTALS.then("both_sides", BOTH)
"""The pairs and years that both sides report on one level of codes, neither a mere part of the other's list: `x` by the
exporter, `m` by the importer."""
WITH_DISTANCES = TWICE_REPORTED.then(
    "far",
    """
SELECT b.*, d.km, d.contiguous FROM both_sides b
LEFT JOIN (SELECT reporter, partner, any_value(coalesce(weighted_km, km)) AS km, bool_or(contiguous) AS contiguous
    FROM distances GROUP BY ALL) d ON d.reporter = b.exporter AND d.partner = b.importer
ORDER BY b.exporter, b.importer, b.period
""",
)
