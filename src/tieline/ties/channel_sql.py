"""The queries behind the channels: acts with their channel and period, values, coverage, exposure, yearly values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tieline.ledger import Ledger, claims_known, sql_literal
from tieline.ties.asking import Ask, By, start_of
from tieline.ties.coding import channels_of
from tieline.ties.releases import counts_known, events_known, released_by

PRESS = "press"
"""The dataset of acts that were read in documents."""
_BY_DAY = ("contact", "friction")


def acts_sql(ledger: Ledger, ask: Ask) -> str:
    """The step `acts`: every act in question, with its channel and the first day of its period."""
    kinds = ledger.query(
        "SELECT DISTINCT coalesce(type, '') AS type, coalesce(cameo, '') AS cameo, coalesce(mode, '') AS mode FROM events "
        "UNION SELECT DISTINCT coalesce(type, ''), '', coalesce(json_extract_string(json, '$.mode'), '') FROM all_claims WHERE kind = 'event' ORDER BY ALL"
    ).to_pylist()
    told = [
        f"({sql_literal(kind['type'])}, {sql_literal(kind['cameo'])}, {sql_literal(kind['mode'])}, '{channel}')"
        for kind in kinds
        for channel in channels_of(kind["type"] or None, kind["cameo"], kind["mode"])
        if channel in ask.channels
    ] or ["('', '', '', '')"]
    said = claims_known(ask.known_on)
    return f"""kinds(type, cameo, mode, channel) AS (VALUES {", ".join(told)}),
every AS (
    SELECT dataset, vintage, date, source, target, coalesce(type, '') AS type, coalesce(cameo, '') AS cameo, coalesce(mode, '') AS mode,
        event_id AS act, goldstein, [source_actor, target_actor] AS persons FROM {events_known(ledger, ask.known_on)}
    UNION ALL BY NAME
    SELECT '{PRESS}' AS dataset, '' AS vintage, try_cast(date AS DATE) AS date, actor AS source, target, type, '' AS cameo,
        coalesce(json_extract_string(json, '$.mode'), '') AS mode, claim_id AS act, [json_extract_string(json, '$.actor_person')] AS persons
    FROM {said} WHERE kind = 'event' AND modality = 'happened' AND length(date) = 10 AND actor IS NOT NULL AND target IS NOT NULL
    UNION ALL BY NAME
    SELECT '{PRESS}' AS dataset, '' AS vintage, try_cast(date AS DATE) AS date, target AS source, actor AS target, type, '' AS cameo,
        coalesce(json_extract_string(json, '$.mode'), '') AS mode, claim_id AS act, [json_extract_string(json, '$.actor_person')] AS persons
    FROM {said} WHERE kind = 'event' AND modality = 'happened' AND length(date) = 10 AND actor IS NOT NULL AND target IS NOT NULL
        AND json_extract_string(json, '$.reciprocal') = 'true'
),
told AS (SELECT *, {_truncated("date", ask.by)} AS start FROM every WHERE {" AND ".join(_window(ask))}),
acts AS (SELECT told.*, channel FROM told JOIN kinds USING (type, cameo, mode))"""


def _window(ask: Ask) -> list[str]:
    where = ["date IS NOT NULL"]
    if ask.since:
        where.append(f"date >= DATE '{ask.since.isoformat()}'")
    if ask.until:
        where.append(f"date <= DATE '{ask.until.isoformat()}'")
    if ask.known_on:
        where.append(f"date <= DATE '{ask.known_on.isoformat()}'")
    return where + _releases(ask)


def _releases(ask: Ask) -> list[str]:
    """Which datasets are asked for, and which of their vintages were out by the day; what has no date of release is left out, as of trade."""
    where = []
    if ask.datasets:
        where.append(f"dataset IN ({', '.join(map(sql_literal, ask.datasets))})")
    if ask.known_on:
        where.append(f"(dataset = '{PRESS}' OR {released_by(ask.known_on)})")
    return where


def _truncated(column: str, by: By) -> str:
    return f"date_trunc('{by}', {column})::DATE"


def _dyad(ask: Ask) -> str:
    both = [f"'{code}'" for code in ask.countries]
    if len(both) > 1:
        return f"source IN ({', '.join(both)}) AND target IN ({', '.join(both)})"
    return f"(source = {both[0]} OR target = {both[0]})" if both else "true"


def _sides(ask: Ask) -> str:
    if ask.directed:
        return "source AS one, target AS other"
    return "least(source, target) AS one, greatest(source, target) AS other"


def values_sql(acts: str, ask: Ask) -> str:
    """The value of each channel, dyad and period, its kinds of act by day, its days, and its acts."""
    by_day = ", ".join(f"'{name}'" for name in _BY_DAY)
    return f"""WITH {acts},
kinds_of_day AS (
    SELECT dataset, {_sides(ask)}, channel, start, date, type, source, count(*) AS acts FROM acts WHERE {_dyad(ask)} GROUP BY ALL
)
SELECT dataset, one, other, channel, start, CASE WHEN channel IN ({by_day}) THEN count(DISTINCT date) ELSE count(DISTINCT (date, type)) END AS value,
    count(DISTINCT (date, type)) AS kinds, count(DISTINCT date) AS days, sum(acts)::BIGINT AS acts
FROM kinds_of_day GROUP BY dataset, one, other, channel, start
ORDER BY dataset, one, other, channel, start"""


def goldstein_sql(ledger: Ledger, ask: Ask) -> str:
    """The sums of Goldstein's values of the acts of a channel, as coded, by dataset, direction and period."""
    return f"""WITH {acts_sql(ledger, ask)}
SELECT dataset, source, target, channel, start, sum(goldstein) AS goldstein FROM acts WHERE {_dyad(ask)} GROUP BY ALL"""


def kinds_sql(ledger: Ledger, ask: Ask) -> str:
    """The deeds and blows with who acted, those of a day, direction and code together."""
    return f"""WITH {acts_sql(ledger, ask)}
SELECT dataset, source, target, channel, date, type, cameo, mode, flatten(list(persons)) AS persons FROM acts
WHERE {_dyad(ask)} AND channel IN ('deeds', 'blows') GROUP BY ALL"""


def spans_sql(acts: str) -> str:
    """First and last day of each dataset."""
    return f"WITH {acts} SELECT dataset, min(date) AS first, max(date) AS last FROM told GROUP BY dataset"


def coverage_sql(acts: str, dataset: str) -> str:
    """Days with any act, and acts, by period of a dataset."""
    return (
        f"WITH {acts} SELECT start, count(DISTINCT date) AS days, count(DISTINCT (date, source, target, type)) AS acts "
        f"FROM told WHERE dataset = {sql_literal(dataset)} GROUP BY start"
    )


def exposure_sql(acts: str, ask: Ask, dataset: str) -> str:
    """Acts of each country by period of a dataset."""
    wanted = f" AND source IN ({', '.join(map(sql_literal, ask.countries))})" if len(ask.countries) > 1 else ""
    return (
        f"WITH {acts} SELECT source AS country, start, count(DISTINCT (date, target, type)) AS acts "
        f"FROM told WHERE dataset = {sql_literal(dataset)}{wanted} GROUP BY source, start"
    )


def _years(ask: Ask) -> list[str]:
    """Which yearly values are asked for. What is counted over a year is known when it is over, an alliance when it begins."""
    where = ["true"]
    if ask.since:
        where.append(f"period_start >= DATE '{start_of(ask.since, 'year').isoformat()}'")
    if ask.until:
        where.append(f"period_start <= DATE '{ask.until.isoformat()}'")
    if ask.known_on:
        day = f"DATE '{ask.known_on.isoformat()}'"
        standing = "channel = 'formal-ties' AND coalesce(unit, 'standing') = 'standing'"
        where.append(f"(period_start + INTERVAL 1 YEAR <= {day} OR ({standing} AND period_start <= {day}))")
    return where + _releases(ask)


def counts_sql(ledger: Ledger, ask: Ask) -> str:
    """Yearly values, null where one is missing; with a null channel all acts of a country in a year, with null countries all of the dataset."""
    channels = ", ".join(f"'{name}'" for name in ask.channels)
    exposed = f" AND source IN ({', '.join(map(sql_literal, ask.countries))})" if len(ask.countries) > 1 else ""
    return f"""WITH kinds AS (
    SELECT * REPLACE (coalesce(unit, CASE channel WHEN 'formal-ties' THEN 'standing' ELSE 'count' END) AS unit), period_start AS start
    FROM {counts_known(ledger, ask.known_on)} WHERE {" AND ".join(_years(ask))}
), told AS (SELECT * REPLACE (CASE WHEN unit IN ('count', 'standing') THEN dataset ELSE dataset || '-' || unit END AS dataset) FROM kinds)
SELECT dataset, {_sides(ask)}, channel, unit, start, if(bool_or(value IS NULL), NULL, if(any_value(unit) = 'count', sum(value), max(value))) AS value
FROM told WHERE {_dyad(ask)} AND channel IN ({channels}) GROUP BY ALL HAVING any_value(unit) <> 'count' OR coalesce(sum(value), 0) > 0 OR bool_or(value IS NULL)
UNION ALL
SELECT dataset, source, NULL, NULL, NULL, start, sum(value) FROM told WHERE unit = 'count' AND value IS NOT NULL{exposed} GROUP BY dataset, source, start
UNION ALL
SELECT dataset, NULL, NULL, NULL, NULL, start, coalesce(sum(value) FILTER (unit = 'count'), 0) FROM told WHERE value IS NOT NULL GROUP BY dataset, start"""


def years_held_sql(ledger: Ledger, ask: Ask) -> str:
    """How many yearly values each dataset has of what is asked, and of which years."""
    channels = ", ".join(f"'{name}'" for name in ask.channels)
    return f"""SELECT dataset, count(*) AS figures, year(min(period_start)) AS first, year(max(period_start)) AS last FROM {counts_known(ledger, ask.known_on)}
WHERE value > 0 AND {_dyad(ask)} AND channel IN ({channels}) AND {" AND ".join(_years(ask))} GROUP BY dataset ORDER BY dataset"""


def datasets_of_sql(ledger: Ledger, ask: Ask, *, yearly: bool) -> str:
    """Which datasets of acts, or of counts by year, have anything of the countries, at any time."""
    known = (counts_known if yearly else events_known)(ledger, ask.known_on)
    counted = ["channel <> 'formal-ties'", "value > 0"] if yearly else []
    return f"SELECT DISTINCT dataset FROM {known} WHERE {' AND '.join([_dyad(ask), *_releases(ask), *counted])} ORDER BY dataset"


def channels_counted_sql(ledger: Ledger, ask: Ask) -> str:
    """The channels of each dataset of counts by year in which it has any act, and whether it has directions: a dispute stands once."""
    return f"""SELECT dataset, channel, bool_or(source > target) AS directed FROM {counts_known(ledger, ask.known_on)}
WHERE coalesce(unit, 'count') = 'count' AND channel <> 'formal-ties' AND {" AND ".join(_years(ask))} GROUP BY ALL HAVING max(value) > 0 ORDER BY ALL"""


def not_known_sql(countries: Sequence[str], known_on: date) -> str:
    """Which datasets of acts and ties have anything of the countries that can't be said to have been known by a day."""
    where = f"{_dyad(Ask(countries=tuple(countries)))} AND NOT {released_by(known_on)}"
    return f"""SELECT dataset, vintage, sum(rows)::BIGINT AS rows, max(last) AS last FROM (
    SELECT dataset, coalesce(vintage, '') AS vintage, count(*) AS rows, max(date)::VARCHAR AS last FROM events WHERE {where} GROUP BY ALL
    UNION ALL SELECT dataset, coalesce(vintage, ''), count(*), max(period) FROM tie_counts WHERE {where} GROUP BY ALL
) GROUP BY dataset, vintage ORDER BY dataset, vintage"""


def first_named_sql(ledger: Ledger, ask: Ask) -> str:
    """The first year in which a dataset of ties that stand or not names a country, as `code`."""
    sides = " UNION ALL ".join(
        f"SELECT dataset, {side} AS code, period_start FROM standing" for side in ("source", "target")
    )
    return f"""WITH standing AS (
    SELECT * FROM {counts_known(ledger, ask.known_on)}
    WHERE channel = 'formal-ties' AND coalesce(unit, 'standing') = 'standing' AND value > 0 AND {" AND ".join(_releases(ask) or ["true"])}
)
SELECT dataset, code, min(period_start) AS first FROM ({sides}) GROUP BY ALL"""


def year_moves_sql(ledger: Ledger, ask: Ask, before: int, least: float) -> str:
    """Every year of every dyad in counts by year: `base`, the mean of the years before, held against the volume; `times` of it."""
    channels = ", ".join(f"'{name}'" for name in ask.channels)
    return f"""WITH told AS (
    SELECT dataset, {_sides(ask)}, channel, period_start AS start, value FROM {counts_known(ledger, ask.known_on)}
    WHERE coalesce(unit, 'count') = 'count' AND channel <> 'formal-ties' AND {" AND ".join(_years(ask))}
), volume AS (SELECT dataset, start, sum(value) AS volume FROM told WHERE value IS NOT NULL GROUP BY ALL),
usual AS (SELECT dataset, avg(volume) AS usual FROM volume GROUP BY dataset),
counts AS (
    SELECT dataset, one, other, channel, start, if(bool_or(value IS NULL), NULL, sum(value)) AS value, true AS told FROM told WHERE channel IN ({channels}) GROUP BY ALL
),
dense AS (
    SELECT d.*, v.start, if(c.told, c.value, 0) / v.volume * usual AS rate
    FROM (SELECT dataset, one, other, channel FROM counts GROUP BY ALL HAVING max(value) > 0) d JOIN volume v USING (dataset) JOIN usual USING (dataset)
    LEFT JOIN counts c USING (dataset, one, other, channel, start) WHERE v.volume > 0
), beside AS (
    SELECT dataset, channel, rate, avg(rate) OVER earlier AS base, count(rate) OVER earlier AS years
    FROM dense WINDOW earlier AS (PARTITION BY dataset, one, other, channel ORDER BY start ROWS BETWEEN {before} PRECEDING AND 1 PRECEDING)
)
SELECT dataset, channel, base, rate / base AS times FROM beside WHERE rate IS NOT NULL AND years = {before} AND base >= {least}"""


def rows_sql(ledger: Ledger, ask: Ask) -> str:
    """The query that gives the acts, by year also the yearly values, behind the series: runs as it stands."""
    acts = f"""WITH {acts_sql(ledger, ask)}
SELECT act, dataset, date, source, target, channel, type, cameo, mode FROM acts WHERE {_dyad(ask)}"""
    order = "ORDER BY date, dataset, source, target, act"
    if ask.by != "year":
        return f"{acts} {order}"
    channels = ", ".join(f"'{name}'" for name in ask.channels)
    return f"""SELECT * FROM ({acts})
UNION ALL BY NAME
SELECT count_id AS act, CASE WHEN coalesce(unit, 'count') IN ('count', 'standing') THEN dataset ELSE dataset || '-' || unit END AS dataset,
    period_start AS date, source, target, channel, coalesce(unit, 'count') AS type, value, line
FROM {counts_known(ledger, ask.known_on)} WHERE value > 0 AND {_dyad(ask)} AND channel IN ({channels}) AND {" AND ".join(_years(ask))}
{order}"""
