"""What is doubtful about flows: jumps, gaps, wholes that are not their parts, changes of edition, North for South Korea.

Each doubt is a query over one dataset at one vintage, by the sums of its flows by length of code (`ledger.levels`), so that
ten million rows a year are no hindrance. They are worked out when a file is loaded, over it and what the ledger has of the
dataset, and stored as marks, so that whoever asks for the flows sees them.

A series is a reporter's flow with a partner. Its level in a period is the sum of its rows of one length of code, that of which the
series has the most periods (of all products, where it has these as often): what one year has as a total and another as three
headings is no jump. Years are held against the year before among those that the dataset has.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tieline.ledger import Ledger, Mark
from tieline.model.countries import countries

LEAST_USD = 1_000_000
"""Smaller levels jump without anything being wrong."""
BAND = 6.0
"""How many robust standard deviations (1.4826 times the median absolute deviation) of its yearly changes a jump is."""
LEAST_YEARS = 5
"""With fewer years nothing is known of what changes are usual."""

_LEVELS = """
CREATE TEMP TABLE chosen AS
SELECT reporter, partner, flow, classification, digits FROM cells
WHERE flow IN ('exports', 'imports') AND usd IS NOT NULL GROUP BY reporter, partner, flow, classification, digits
QUALIFY row_number() OVER (PARTITION BY reporter, partner, flow ORDER BY count(DISTINCT period) DESC, digits, classification) = 1;
CREATE TEMP TABLE levels AS
SELECT reporter, partner, flow, freq, period, period_start, max(usd) AS usd
FROM cells JOIN chosen USING (reporter, partner, flow, classification, digits)
GROUP BY ALL HAVING max(usd) IS NOT NULL;
CREATE TEMP TABLE years AS
SELECT y, row_number() OVER (ORDER BY y) AS place FROM (
    SELECT DISTINCT year(period_start) AS y FROM cells WHERE freq = 'A' AND flow IN ('exports', 'imports') AND usd IS NOT NULL
);
CREATE TEMP TABLE steps AS
SELECT * EXCLUDE (place, former_place), CASE WHEN place = former_place + 1 THEN usd / former END AS ratio FROM (
    SELECT l.*, place, lag(usd) OVER series AS former, lag(period) OVER series AS former_period, lag(place) OVER series AS former_place
    FROM levels l JOIN years ON year(period_start) = y WHERE freq = 'A' AND usd > 0
    WINDOW series AS (PARTITION BY reporter, partner, flow ORDER BY period_start)
);
"""

_JUMPS = """
WITH usual AS (
    SELECT reporter, partner, flow, median(ln(ratio)) AS middle, mad(ln(ratio)) * 1.4826 AS spread
    FROM steps WHERE ratio IS NOT NULL GROUP BY ALL HAVING count(*) >= $years - 1
)
SELECT 'jump' AS flag, reporter, partner, flow, NULL AS classification, NULL AS code, period,
    CASE WHEN ratio < 1 THEN format('1/{:.1f} of', 1 / ratio) ELSE format('{:.1f} times', ratio) END
        || format(' the {:,.0f} USD of {} ({:,.0f} USD); usual are changes within a factor of {:.1f}',
            former, former_period, usd, exp($band * greatest(spread, 0.1))) AS detail
FROM steps JOIN usual USING (reporter, partner, flow)
WHERE abs(ln(ratio) - middle) > $band * greatest(spread, 0.1) AND abs(ln(ratio)) > ln(3)
    AND greatest(usd, former) >= $least
"""

_GAPS = """
WITH told AS (SELECT DISTINCT reporter, year(period_start) AS y FROM cells WHERE freq = 'A' AND flow IN ('exports', 'imports') AND usd IS NOT NULL),
spans AS (SELECT reporter, min(y) AS low, max(y) AS high FROM told GROUP BY reporter),
every AS (SELECT min(y) AS low, max(y) AS high FROM years),
gone AS (
    SELECT NULL AS reporter, y FROM (SELECT unnest(range(low, high)) AS y FROM every) WHERE y NOT IN (SELECT y FROM years)
        AND (SELECT 2 * count(*) FROM years) > (SELECT high - low + 1 FROM every)  -- else it is a choice of years
),
missing AS (
    SELECT reporter, y FROM (SELECT reporter, unnest(range(low, high)) AS y FROM spans)
    ANTI JOIN told USING (reporter, y) SEMI JOIN years USING (y)  -- years of the dataset
)
SELECT 'gap' AS flag, reporter, NULL AS partner, NULL AS flow, NULL AS classification, NULL AS code, y::VARCHAR AS period,
    CASE WHEN reporter IS NULL THEN 'the dataset has no figures of ' || y || ', between years that it has'
        ELSE reporter || ' reports nothing for ' || y || ', between years that it reports' END AS detail
FROM (SELECT * FROM gone UNION ALL SELECT * FROM missing)
"""

_PARTS = """
WITH sums AS (
    SELECT reporter, partner, flow, period, classification, digits, sum(codes) AS codes, sum(usd) AS parts
    FROM cells WHERE digits > 0 GROUP BY ALL
),
wholes AS (
    SELECT reporter, partner, flow, period, classification, max(usd) AS whole FROM cells WHERE digits = 0 GROUP BY ALL
)
SELECT 'parts-differ' AS flag, reporter, partner, flow, classification, '' AS code, period,
    format('the {} codes of {} digits add up to {:,.0f} USD, the whole is {:,.0f} USD', codes, digits, parts, whole) AS detail
FROM sums JOIN wholes USING (reporter, partner, flow, period, classification)
WHERE greatest(whole, parts) >= $least AND (parts > whole * 1.01 OR (parts < whole * 0.99 AND
    ((classification = 'HS' AND digits = 2 AND codes >= 90) OR (classification = 'SITC' AND digits = 1 AND codes >= 10))))
"""

_PARTNERS = """
WITH single AS (
    SELECT reporter, partner, flow, period, classification, digits, max(usd) AS usd, max(codes) AS codes FROM cells
    WHERE flow IN ('exports', 'imports') AND NOT list_contains($groups, partner) GROUP BY ALL
),
sums AS (
    SELECT reporter, flow, period, classification, digits, sum(usd) AS parts, count(*) AS partners, max(codes) AS listed
    FROM single WHERE partner <> 'WLD' GROUP BY ALL
)
SELECT 'parts-differ' AS flag, reporter, 'WLD' AS partner, flow, NULL AS classification, NULL AS code, period,
    format('the {} partners add up to {:,.0f} USD, the world is {:,.0f} USD', partners, parts, usd) AS detail
FROM sums JOIN (SELECT * FROM single WHERE partner = 'WLD') USING (reporter, flow, period, classification, digits)
WHERE usd >= $least AND listed <= codes AND (parts > usd * 1.01 OR (digits = 0 AND partners >= 100 AND parts < usd * 0.99))
QUALIFY row_number() OVER (PARTITION BY reporter, flow, period ORDER BY digits) = 1
"""

_EDITIONS = """
WITH used AS (
    SELECT reporter, classification, period, period_start, min(edition) AS edition
    FROM cells WHERE edition IS NOT NULL AND freq = 'A' GROUP BY ALL
),
steps AS (
    SELECT *, lag(edition) OVER (PARTITION BY reporter, classification ORDER BY period_start) AS former FROM used
)
SELECT 'edition-break' AS flag, reporter, NULL AS partner, NULL AS flow, classification, NULL AS code, period,
    'codes are of ' || edition || ' from ' || period || ' on, of ' || former || ' before' AS detail
FROM steps WHERE former <> edition
"""

_KOREAS = """
WITH two AS (
    SELECT n.reporter, n.flow, n.period, n.usd AS north, coalesce(s.usd, 0) AS south
    FROM levels n LEFT JOIN levels s ON s.partner = 'KOR' AND s.reporter = n.reporter AND s.flow = n.flow AND s.period = n.period
    WHERE n.partner = 'PRK' AND n.reporter NOT IN ('PRK', 'KOR') AND n.freq = 'A'
),
usual AS (
    SELECT reporter, flow, median(north) AS north_usual, median(south) AS south_usual FROM two GROUP BY ALL
    HAVING count(*) >= $years - 1
)
SELECT 'suspected-kor-prk' AS flag, reporter, 'PRK' AS partner, flow, NULL AS classification, NULL AS code, period,
    format('{:,.0f} USD with North Korea and {:,.0f} with South Korea; usual are {:,.0f} and {:,.0f}: one may stand for the other',
        north, south, north_usual, south_usual) AS detail
FROM two JOIN usual USING (reporter, flow)
WHERE north >= $least AND north > 10 * north_usual AND (south < 0.5 * south_usual OR north > 0.5 * south_usual)
"""

_COPIES = """
SELECT DISTINCT 'copied-year' AS flag, NULL AS reporter, NULL AS partner, NULL AS flow, NULL AS classification, NULL AS code,
    period, 'all figures of ' || period || ' repeat another period' AS detail
FROM cells WHERE copied
"""

QUERIES = (_JUMPS, _GAPS, _PARTS, _PARTNERS, _EDITIONS, _KOREAS, _COPIES)


def doubts(ledger: Ledger, files: Sequence[Path], *, load_id: str, dataset: str, vintage: str) -> list[Mark]:
    """The doubts about a dataset at a vintage, with staged files that are not committed yet.

    Levels are in US dollars as published, FOB or CIF.
    """
    found: list[Mark] = []
    groups = [one.code for one in countries() if one.kind == "organisation"]
    with ledger.flow_loads.levels(files, dataset=dataset, vintage=vintage) as engine:
        engine.execute(_LEVELS)
        for sql in QUERIES:
            given = {
                name: value
                for name, value in (("band", BAND), ("least", LEAST_USD), ("years", LEAST_YEARS), ("groups", groups))
                if f"${name}" in sql
            }
            rows = engine.execute(sql, given).fetchall()
            found += [
                Mark(
                    load_id=load_id, dataset=dataset, vintage=vintage, flag=flag, detail=detail, reporter=reporter,
                    partner=partner, flow=flow, classification=kind, code=code, period=period,
                )
                for flag, reporter, partner, flow, kind, code, period, detail in rows
            ]  # fmt: skip
    return found
