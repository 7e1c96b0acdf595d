"""The steps from flows to what each member of a bloc says of its trade with a partner, or with all."""

from __future__ import annotations

from tieline.trade.pipeline import Pipeline

SIDES = """
SELECT own, reporter, partner, period_start, classification, edition, code, value_usd, valuation, basis, flags FROM (
    SELECT true AS own, * FROM flows WHERE flow = $flow AND list_contains($members::VARCHAR[], reporter)
    UNION ALL BY NAME
    SELECT false AS own, * REPLACE (partner AS reporter, reporter AS partner) FROM flows  -- one figure of both sides
    WHERE flow = $opposite AND basis = 'reconciled' AND list_contains($members::VARCHAR[], partner)
) WHERE dataset = $dataset AND vintage = $vintage AND detail = '' AND freq = $freq
    AND period_start BETWEEN $first AND $last AND NOT (code = '' AND product IS NOT NULL)
    AND NOT (value IS NULL AND value_usd IS NULL AND (change_pct IS NOT NULL OR share_pct IS NOT NULL))
"""
CHOSEN = """
SELECT * FROM sides QUALIFY own = bool_or(own) OVER (PARTITION BY reporter, period_start)
"""
# who tells of totals alone has said nothing of a product
SPOKEN = """
SELECT DISTINCT reporter, period_start FROM chosen
WHERE $product = '' OR (code <> '' AND classification = $classification)
"""
WITHIN = """
SELECT * FROM chosen
WHERE ($all OR list_contains($partners::VARCHAR[], partner)) AND (code = '' OR classification = $classification)
    AND (code = $product OR (starts_with(code, $product) AND NOT contains(code, ',')))
"""
# a file may give one chapter, and of another its headings: what a wider code holds already is left alone
MIXED = """
SELECT reporter, partner, period_start, classification, edition FROM within GROUP BY ALL
HAVING min(length(code)) < max(length(code))
"""
WIDER = """
SELECT reporter, partner, period_start, classification, within.edition, code,
    unnest(list_transform(range(length($product), length(code)), lambda n: left(code, n))) AS above
FROM within JOIN mixed USING (reporter, partner, period_start, classification)
WHERE within.edition IS NOT DISTINCT FROM mixed.edition
"""
PARTS = """
SELECT DISTINCT w.reporter, w.partner, w.period_start, w.classification, coalesce(w.edition, '') AS of_edition, w.code
FROM wider w JOIN within p ON (p.reporter, p.partner, p.period_start, p.classification, p.code)
    = (w.reporter, w.partner, w.period_start, w.classification, w.above) AND p.edition IS NOT DISTINCT FROM w.edition
"""
TOPS = """
SELECT * EXCLUDE (of_edition) FROM (SELECT *, coalesce(edition, '') AS of_edition FROM within)
ANTI JOIN parts USING (reporter, partner, period_start, classification, of_edition, code)
"""
LEVELS = """
SELECT reporter, partner, period_start, classification, edition, min(length(code)) AS level, bool_and(own) AS own,
    CASE WHEN min(length(code)) < max(length(code)) THEN list(code ORDER BY code) END AS several_levels,
    sum(value_usd) AS usd, count(*) AS codes, count(*) FILTER (value_usd IS NULL) AS withheld,
    CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
    any_value(basis) AS basis, string_agg(DISTINCT nullif(flags, ''), ',') AS flags
FROM tops GROUP BY ALL
"""
ONE_LEVEL = """
SELECT * FROM levels QUALIFY row_number() OVER (
    PARTITION BY reporter, partner, period_start ORDER BY level, classification = $classification DESC, edition DESC) = 1
"""
ANSWER = """
SELECT spoken.reporter, spoken.period_start, one_level.* EXCLUDE (reporter, period_start)
FROM spoken LEFT JOIN one_level USING (reporter, period_start) ORDER BY 1, 2, partner
"""

BLOC = (
    Pipeline()
    .then("sides", SIDES)
    .then("chosen", CHOSEN)
    .then("spoken", SPOKEN)
    .then("within", WITHIN)
    .then("mixed", MIXED)
    .then("wider", WIDER)
    .then("parts", PARTS)
    .then("tops", TOPS)
    .then("levels", LEVELS)
    .then("one_level", ONE_LEVEL)
    .then("answer", ANSWER)
)
"""Asked with `dataset`, `vintage`, `flow`, `opposite`, `product`, `classification`, `freq` (a letter), `members`, `partners`,
`all` (every partner), `first` and `last` (days). A member that reports anything has a row, with a null partner if it reports
nothing of the partner and product."""

_ROW = "row_id, publisher, value, unit, rate, rate_source, origin, citation, url, dataset, vintage, flow, period"
BEHIND = """
SELECT tops.row_id, tops.dataset, tops.vintage, tops.publisher, CASE WHEN tops.own THEN reporter ELSE partner END AS reporter,
    CASE WHEN tops.own THEN partner ELSE reporter END AS partner, tops.flow, tops.period, tops.classification,
    tops.edition, tops.code, tops.value_usd, tops.value, tops.unit, tops.rate, tops.rate_source,
    tops.valuation, tops.basis, tops.flags, tops.origin, tops.citation, tops.url
FROM tops JOIN one_level USING (reporter, partner, period_start, classification)
WHERE tops.edition IS NOT DISTINCT FROM one_level.edition
ORDER BY period_start, reporter, partner, code
"""
EVIDENCE = (
    Pipeline()
    .then("sides", SIDES.replace("SELECT own, reporter", f"SELECT {_ROW}, own, reporter"))
    .then("chosen", CHOSEN)
    .then("within", WITHIN)
    .then("mixed", MIXED)
    .then("wider", WIDER)
    .then("parts", PARTS)
    .then("tops", TOPS)
    .then("levels", LEVELS)
    .then("one_level", ONE_LEVEL)
    .then("behind", BEHIND)
)
"""The rows that `BLOC` sums up, asked with the same values."""
