"""The steps from flows to a country's partners: whose figures count, one level of codes, shares, ranks, concentration."""

from __future__ import annotations

from tieline.trade.pipeline import Pipeline

SIDES = """
SELECT own, partner AS other, period, period_start, classification, edition, code, value_usd, flags, basis FROM (
    SELECT reporter = $reporter AS own, * REPLACE (CASE WHEN reporter = $reporter THEN partner ELSE reporter END AS partner)
    FROM flows
    WHERE dataset = $dataset AND vintage = $vintage AND detail = '' AND freq = 'A'
        AND ((reporter = $reporter AND flow = $flow) OR (partner = $reporter AND flow = $opposite))
        AND year(period_start) BETWEEN $since AND $until AND NOT (code = '' AND product IS NOT NULL)
        AND (code = $product OR (starts_with(code, $product) AND NOT contains(code, ',')))
        AND NOT (value IS NULL AND value_usd IS NULL)
) WHERE own OR partner <> 'WLD'
"""
# a country's own figures, or its partners' if it has none that year: never a mixture
CHOSEN = """
SELECT *, CASE WHEN basis = 'reconciled' THEN basis WHEN own THEN 'reported' ELSE 'mirror' END AS says FROM sides
WINDOW every AS (PARTITION BY period)
QUALIFY own = CASE $choice WHEN 'reported' THEN true WHEN 'mirror' THEN false
        ELSE bool_or(own AND other <> 'WLD') OVER every END
    AND (NOT $last OR period_start = max(period_start) OVER ())
"""
# of several classifications and editions the HS is taken, and the newest
EDITIONS = """
SELECT * FROM chosen
WINDOW every AS (PARTITION BY period, other)
QUALIFY code = '' OR (classification, coalesce(edition, '')) =
    (min(CASE WHEN code <> '' THEN classification END) OVER every,
     max(CASE WHEN code <> '' THEN coalesce(edition, '') END) OVER every)
"""
FIGURES = """
SELECT period, other, own, says, code, max(edition) AS edition, max(value_usd) AS usd, string_agg(DISTINCT nullif(flags, ''), ',') AS flags
FROM editions GROUP BY ALL
"""
LEVELS = """
SELECT period, other, own, any_value(says) AS basis, min(edition) AS edition, length(code) AS level, sum(usd) AS usd,
    count(*) FILTER (usd IS NULL) AS withheld, string_agg(DISTINCT flags, ',') AS flags
FROM figures GROUP BY period, other, own, length(code)
"""
VALUES = """
SELECT * FROM levels QUALIFY level = min(level) OVER (PARTITION BY period, other)
"""
STATED = """
SELECT period, usd AS stated FROM values_of WHERE other = 'WLD'
"""
PARTS = """
SELECT *, sum(usd) OVER every AS total FROM values_of WHERE NOT list_contains($none::VARCHAR[], other)
WINDOW every AS (PARTITION BY period)
"""
RANKED = """
SELECT *, usd / nullif(total, 0) AS share, rank() OVER (PARTITION BY period ORDER BY usd DESC NULLS LAST) AS rank,
    sum((usd / nullif(total, 0)) ** 2) OVER every AS hhi, count(*) FILTER (usd > 0) OVER every AS partners
FROM parts WHERE NOT list_contains($areas::VARCHAR[], other)
WINDOW every AS (PARTITION BY period)
"""
ANSWER = """
SELECT ranked.*, stated FROM ranked LEFT JOIN stated USING (period)
WHERE coalesce(other = $only, true) ORDER BY period, rank, other
"""

SHARES = (
    Pipeline()
    .then("sides", SIDES)
    .then("chosen", CHOSEN)
    .then("editions", EDITIONS)
    .then("figures", FIGURES)
    .then("levels", LEVELS)
    .then("values_of", VALUES)
    .then("stated", STATED)
    .then("parts", PARTS)
    .then("ranked", RANKED)
    .then("answer", ANSWER)
)
"""Asked with `reporter`, `dataset`, `vintage`, `flow`, `opposite`, `product`, `since`, `until` (years), `choice` (`auto`,
`reported`, `mirror`), `last` (only the last year), `only` (one partner, or null), `none` (codes that are no partner) and
`areas` (codes that count in the total alone)."""
