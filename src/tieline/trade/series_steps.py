"""The steps of a dyad's series: rows → one row a code → one level a product → one figure a period."""

from __future__ import annotations

from tieline.trade.pipeline import Pipeline

# conditions beside the pair would be held against the statistics of every row group there is
NEAR = """
SELECT dataset, vintage, reporter, partner, flow, freq, period_start, classification, edition, code, value_usd, value, valuation,
    basis, flags, detail, product, change_pct, share_pct
FROM flows WHERE pair = $pair
"""
DYAD = """
SELECT * FROM near
WHERE dataset = $dataset AND vintage = $vintage AND detail = '' AND list_contains($freqs::VARCHAR[], freq)
    AND period_start BETWEEN $first AND $last
    AND (code <> '' OR product IS NULL)  -- goods in words only are a part of the whole
    AND NOT (value IS NULL AND value_usd IS NULL AND (change_pct IS NOT NULL OR share_pct IS NOT NULL))
    AND CASE WHEN reporter = $reporter THEN list_contains($flows::VARCHAR[], flow)
        ELSE basis = 'reconciled' AND list_contains($flows::VARCHAR[], CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END) END
"""
# figures that came from no file may be there twice: once in another currency, once in another valuation
ONCE = """
SELECT reporter, partner, flow, freq, period_start, classification, edition, code, max(value_usd) AS value_usd,
    min(value_usd) < max(value_usd) AS several, any_value(basis) AS basis,
    CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
    string_agg(nullif(flags, ''), ',') AS flags, count(*) AS rows
FROM dyad GROUP BY ALL
"""
# of a loaded file a code is there once: thousands of codes become a few cells before anything is compared
LOADED = """
SELECT *, false AS several, 1 AS rows FROM dyad
"""
CELLS = """
SELECT reporter, partner, flow, freq, period_start, classification, edition, length(code) AS level,
    CASE WHEN $digits = 0 THEN $product ELSE left(code, $digits) END AS product,
    starts_with(code, $product) AND length(code) >= $digits AND (code = $product OR NOT contains(code, ',')) AS inside,
    sum(value_usd) AS usd, count(*) FILTER (value_usd IS NULL) AS withheld, count(*) AS codes, bool_or(several) AS several,
    any_value(basis) AS basis, CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
    string_agg(DISTINCT nullif(flags, ''), ',') AS flags, sum(rows) AS rows
FROM once GROUP BY ALL
"""
# a publisher's one figure of both sides is the importer's too
SIDES = """
SELECT *, true AS own FROM cells
WHERE reporter = $reporter AND partner = $partner AND list_contains($flows::VARCHAR[], flow)
UNION ALL BY NAME
SELECT * REPLACE (CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END AS flow), false AS own FROM cells
WHERE reporter = $partner AND partner = $reporter AND basis = 'reconciled' AND flow IN ('exports', 'imports')
    AND list_contains($flows::VARCHAR[], CASE flow WHEN 'exports' THEN 'imports' ELSE 'exports' END)
"""
HELD = """
SELECT *, date_trunc($by, period_start)::DATE AS target FROM sides
WINDOW every AS (PARTITION BY flow, freq, period_start)
QUALIFY own = bool_or(own) OVER every AND CASE WHEN level = 0
    THEN row_number() OVER (PARTITION BY flow, freq, period_start, own, level
        ORDER BY classification = $classification DESC, edition DESC NULLS LAST) = 1
    ELSE classification = $classification AND edition IS NOT DISTINCT FROM
        max(CASE WHEN level > 0 AND classification = $classification THEN edition END) OVER every END
"""
LENGTHS = """
SELECT flow, target, freq, count(DISTINCT period_start) AS subs, CASE WHEN freq = $freq THEN 1
    WHEN $by = 'quarter' THEN 3 WHEN freq = 'Q' THEN 4 ELSE 12 END AS needed
FROM held GROUP BY flow, target, freq
"""
SPOKEN = """
SELECT * FROM lengths
QUALIFY row_number() OVER (PARTITION BY flow, target ORDER BY subs < needed, needed) = 1
"""
CHOSEN = """
SELECT *, NOT own AS flipped, max(usd) OVER every > usd * 1.01 AS differ, level > length(product) AS parts
FROM held SEMI JOIN spoken USING (flow, target, freq)
WHERE inside
WINDOW every AS (PARTITION BY flow, freq, period_start, product)
QUALIFY level = min(level) OVER every
"""
ANSWER = """
SELECT chosen.flow, chosen.target, chosen.product, chosen.freq, any_value(spoken.subs) AS subs, any_value(spoken.needed) AS needed, sum(usd) AS usd,
    sum(withheld) AS withheld, sum(codes) AS codes, min(edition) AS edition,
    min(edition) IS NOT DISTINCT FROM max(edition) AND count(edition) IN (0, count(*)) AS one_edition,
    min(classification) AS classification, any_value(basis) AS basis,
    CASE WHEN min(valuation) = max(valuation) THEN min(valuation) ELSE 'unknown' END AS valuation,
    string_agg(flags, ',') AS flags, bool_or(several) AS several, bool_or(differ) AS differ, bool_or(parts) AS parts,
    min(level) AS level, max(level) AS most_level, sum(rows)::BIGINT AS rows, bool_and(flipped) AS flipped
FROM chosen JOIN spoken USING (flow, target, freq) GROUP BY ALL ORDER BY flow, product, target
"""

_BEHIND = (
    ("cells", CELLS), ("sides", SIDES), ("held", HELD), ("lengths", LENGTHS), ("spoken", SPOKEN), ("chosen", CHOSEN),
    ("answer", ANSWER),
)  # fmt: skip


def series_steps(*, loaded: bool) -> Pipeline:
    """The steps of a series; `loaded` says that all of it came from files.

    Asked with `pair`, `reporter`, `partner`, `flows`, `dataset`, `vintage`, `classification`, `product`, `digits` (0 for the
    product itself), `by`, `freq` (its letter), `freqs` (those that may make it up), `first` and `last` (days).
    """
    steps = Pipeline()
    for name, sql in (("near", NEAR), ("dyad", DYAD), ("once", LOADED if loaded else ONCE), *_BEHIND):
        steps = steps.then(name, sql)
    return steps


MARKS = """
SELECT reporter, partner, flow, code, period, flag || ': ' || detail AS mark FROM marks
WHERE dataset = $dataset AND vintage = $vintage AND coalesce(pair = $pair, true)
    AND coalesce(reporter IN ($reporter, $partner), true) ORDER BY period, flag
"""
