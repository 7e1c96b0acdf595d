"""Channels: what passes between two countries, period by period, never netted.

- *contact*: days with a cooperative act; *friction*: days with verbal conflict. One act reported for weeks, or coded from both
  sides, counts once a day.
- *deeds*: acts that change something (agreements signed, visits, aid, material cooperation), *blows*: material conflict,
  sanctions, expulsions; each type once a day.

Acts come from event datasets, kept apart from each other, and as dataset `press` from the claims that were read: those that
happened, dated to the day. `exposure` is how many acts (kinds of act by day and partner) the dataset has of the source in
the period, `coverage` the share of the period's days on which the dataset has any act at all: where it is 0 there is no
value, for no reports are not no contact.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from tieline.ledger import Ledger, claims_known, sql_text
from tieline.model.periods import Period
from tieline.ties.coding import CHANNELS, channels_of

By = Literal["week", "month", "quarter", "year"]
BY: tuple[By, ...] = ("week", "month", "quarter", "year")
PRESS = "press"
"""The dataset of acts that were read in documents."""
_BY_DAY = ("contact", "friction")
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Series:
    """A channel of a dyad in a dataset.

    Attributes:
        source: Who acts; in an undirected series the first of the two by its code.
        starts: First days of the periods, ascending, without gaps; n of them.
        value: n counts.
        exposure: n counts of all the source's acts (of both countries' in an undirected series).
        coverage: n shares of covered days, 0 to 1.
        total: n counts of all acts of the dataset.
        acts: n counts of the channel's acts as coded, repeats by other actors too: finer than `value`, which can't pass the days.
    """

    dataset: str
    source: str
    target: str
    channel: str
    by: By
    starts: tuple[date, ...]
    value: Floats
    exposure: Floats
    coverage: Floats
    total: Floats
    acts: Floats

    def period(self, at: int) -> Period:
        """The period at a place."""
        return period_from(self.starts[at], self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Which series are wanted.

    Attributes:
        countries: Both of a dyad, or one of which every dyad is wanted; none for all.
        channels: Which channels.
        directed: Apart for each direction; else both directions as one series.
        least: Only series of so many acts, repeats and both directions counted.
        known_on: Nothing that was published or released later.
    """

    by: By = "week"
    countries: tuple[str, ...] = ()
    channels: tuple[str, ...] = CHANNELS
    datasets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    directed: bool = True
    least: int = 1
    known_on: date | None = None


def period_from(start: date, by: By) -> Period:
    """The week (Monday to Sunday), month, quarter or year that begins on a day.

    >>> period_from(date(2018, 1, 1), "week").iso, period_from(date(2018, 4, 1), "quarter").iso
    ('2018-01-01/2018-01-07', '2018-04/2018-06')
    """
    if by == "week":
        return Period(start, date.fromordinal(start.toordinal() + 6))
    months = {"month": 1, "quarter": 3, "year": 12}[by]
    return Period.of_months(start.year, start.month, start.month + months - 1)


def channel_series(ledger: Ledger, ask: Ask) -> list[Series]:
    """The series asked for, by dataset, dyad and channel."""
    rows = ledger.query(_acts_sql(ledger, ask)).to_pydict()
    counted = [] if ask.by != "year" else ledger.query(_counts_sql(ask)).to_pylist()
    spans = {row["dataset"]: row for row in ledger.query(_spans_sql(ledger, ask)).to_pylist()}
    frames = {name: _Frame.of(ledger, ask, name, span) for name, span in spans.items()}
    found: dict[tuple[str, str, str, str], dict[date, tuple[float, float]]] = {}
    acts: Counter[tuple[str, str, str, str]] = Counter()
    columns = (rows[name] for name in (*_KEY, "value", "acts"))
    for dataset, one, other, channel, start, value, number in zip(*columns, strict=True):
        found.setdefault((dataset, one, other, channel), {})[start] = (float(value), float(number))
        acts[dataset, one, other, channel] += number
    series = [
        made
        for key, values in found.items()
        if acts[key] >= ask.least and (made := _series(key, values, frames[key[0]], ask)) is not None
    ]
    series += _yearly(counted, ask)
    return sorted(series, key=lambda one: (one.dataset, one.source, one.target, CHANNELS_ORDER.index(one.channel)))


CHANNELS_ORDER = (*CHANNELS, "formal-ties", "trade-dependence")
_KEY = ("dataset", "one", "other", "channel", "start")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The periods of a dataset: their coverage, all its acts, and those of each country."""

    starts: tuple[date, ...]
    coverage: Floats
    total: Floats
    by_country: dict[str, Floats]

    @classmethod
    def of(cls, ledger: Ledger, ask: Ask, dataset: str, span: dict[str, date]) -> _Frame:
        starts = _starts(
            max(filter(None, (span["first"], ask.since))), min(filter(None, (span["last"], ask.until))), ask.by
        )
        place = {start: at for at, start in enumerate(starts)}
        coverage, total = np.zeros(len(starts)), np.zeros(len(starts))
        for row in ledger.query(_coverage_sql(ledger, ask, dataset)).to_pylist():
            if row["start"] in place:
                coverage[place[row["start"]]] = min(row["days"] / period_from(row["start"], ask.by).days, 1.0)
                total[place[row["start"]]] = row["acts"]
        by_country: dict[str, Floats] = {}
        for row in ledger.query(_exposure_sql(ledger, ask, dataset)).to_pylist():
            if row["start"] in place:
                by_country.setdefault(row["country"], np.zeros(len(starts)))[place[row["start"]]] = row["acts"]
        return cls(starts, coverage, total, by_country)


def _series(
    key: tuple[str, str, str, str], values: dict[date, tuple[float, float]], frame: _Frame, ask: Ask
) -> Series | None:
    dataset, one, other, channel = key
    if not frame.starts:
        return None
    value, acts = np.array([values.get(start, (0.0, 0.0)) for start in frame.starts]).T
    none = np.zeros(len(frame.starts))
    exposure = frame.by_country.get(one, none)
    if not ask.directed:
        exposure = exposure + frame.by_country.get(other, none)
    return Series(
        dataset, one, other, channel, ask.by, frame.starts, value, exposure, frame.coverage, frame.total, acts
    )


def _yearly(rows: list[dict[str, object]], ask: Ask) -> list[Series]:
    """Series of datasets that give counts of years; a year of the dataset without a row is a zero."""
    found: dict[tuple[str, str, str, str], dict[date, float]] = {}
    years: dict[str, dict[date, float]] = {}
    exposure: dict[tuple[str, str, date], float] = {}
    for row in rows:
        dataset, start = str(row["dataset"]), row["start"]
        assert isinstance(start, date)  # noqa: S101
        if row["one"] is None:
            years.setdefault(dataset, {})[start] = float(str(row["value"]))
            continue
        if row["channel"] is None:
            exposure[dataset, str(row["one"]), start] = float(str(row["value"]))
        else:
            key = (dataset, str(row["one"]), str(row["other"]), str(row["channel"]))
            found.setdefault(key, {})[start] = float(str(row["value"]))
    out = []
    for (dataset, one, other, channel), values in found.items():
        starts = _starts(min(years[dataset]), max(years[dataset]), "year")
        covered = np.array([float(start in years[dataset]) for start in starts])
        value = np.array([values.get(start, 0.0) for start in starts])
        told = np.array([
            exposure.get((dataset, one, start), 0.0) + (0.0 if ask.directed else exposure.get((dataset, other, start), 0.0))
            for start in starts
        ])  # fmt: skip
        total = np.array([years[dataset].get(start, 0.0) for start in starts])
        if value.sum() >= ask.least:
            out.append(Series(dataset, one, other, channel, "year", starts, value, told, covered, total, value))
    return out


def _starts(first: date, last: date, by: By) -> tuple[date, ...]:
    starts = []
    at = _start_of(first, by)
    while at <= last:
        starts.append(at)
        at = date.fromordinal(period_from(at, by).end.toordinal() + 1)
    return tuple(starts)


def _start_of(day: date, by: By) -> date:
    if by == "week":
        return date.fromordinal(day.toordinal() - day.weekday())
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[by]
    return date(day.year, month, 1)


def acts_sql(ledger: Ledger, ask: Ask) -> str:
    """The step `acts`: every act in question, with its channel and the first day of its period."""
    kinds = ledger.query(
        "SELECT DISTINCT coalesce(type, '') AS type, coalesce(cameo, '') AS cameo, coalesce(mode, '') AS mode FROM events "
        "UNION SELECT DISTINCT coalesce(type, ''), '', coalesce(json_extract_string(json, '$.mode'), '') FROM claims WHERE kind = 'event'"
    ).to_pylist()
    told = [
        f"({sql_text(kind['type'])}, {sql_text(kind['cameo'])}, {sql_text(kind['mode'])}, '{channel}')"
        for kind in kinds
        for channel in channels_of(kind["type"] or None, kind["cameo"], kind["mode"])
        if channel in ask.channels
    ] or ["('', '', '', '')"]
    said = claims_known(ask.known_on)
    return f"""kinds(type, cameo, mode, channel) AS (VALUES {", ".join(told)}),
every AS (
    SELECT dataset, vintage, date, source, target, coalesce(type, '') AS type, coalesce(cameo, '') AS cameo, coalesce(mode, '') AS mode,
        event_id AS act FROM events
    UNION ALL BY NAME
    SELECT '{PRESS}' AS dataset, '' AS vintage, try_cast(date AS DATE) AS date, actor AS source, target, type, '' AS cameo,
        coalesce(json_extract_string(json, '$.mode'), '') AS mode, claim_id AS act
    FROM {said} WHERE kind = 'event' AND modality = 'happened' AND length(date) = 10 AND actor IS NOT NULL AND target IS NOT NULL
    UNION ALL BY NAME
    SELECT '{PRESS}' AS dataset, '' AS vintage, try_cast(date AS DATE) AS date, target AS source, actor AS target, type, '' AS cameo,
        coalesce(json_extract_string(json, '$.mode'), '') AS mode, claim_id AS act
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
    if ask.datasets:
        where.append(f"dataset IN ({', '.join(map(sql_text, ask.datasets))})")
    if ask.known_on:
        where.append(f"date <= DATE '{ask.known_on.isoformat()}'")
        where.append(f"(vintage = '' OR left(vintage, 10) <= '{ask.known_on.isoformat()}')")
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


def _acts_sql(ledger: Ledger, ask: Ask) -> str:
    by_day = ", ".join(f"'{name}'" for name in _BY_DAY)
    return f"""WITH {acts_sql(ledger, ask)},
kinds_of_day AS (
    SELECT dataset, {_sides(ask)}, channel, start, date, type, source, count(*) AS acts FROM acts WHERE {_dyad(ask)} GROUP BY ALL
)
SELECT dataset, one, other, channel, start, CASE WHEN channel IN ({by_day}) THEN count(DISTINCT date) ELSE count(DISTINCT (date, type)) END AS value,
    sum(acts)::BIGINT AS acts
FROM kinds_of_day GROUP BY dataset, one, other, channel, start
ORDER BY dataset, one, other, channel, start"""


def _spans_sql(ledger: Ledger, ask: Ask) -> str:
    return (
        f"WITH {acts_sql(ledger, ask)} SELECT dataset, min(date) AS first, max(date) AS last FROM told GROUP BY dataset"
    )


def _coverage_sql(ledger: Ledger, ask: Ask, dataset: str) -> str:
    return (
        f"WITH {acts_sql(ledger, ask)} SELECT start, count(DISTINCT date) AS days, count(DISTINCT (date, source, target, type)) AS acts "
        f"FROM told WHERE dataset = {sql_text(dataset)} GROUP BY start"
    )


def _exposure_sql(ledger: Ledger, ask: Ask, dataset: str) -> str:
    wanted = f" AND source IN ({', '.join(map(sql_text, ask.countries))})" if len(ask.countries) > 1 else ""
    return (
        f"WITH {acts_sql(ledger, ask)} SELECT source AS country, start, count(DISTINCT (date, target, type)) AS acts "
        f"FROM told WHERE dataset = {sql_text(dataset)}{wanted} GROUP BY source, start"
    )


def _counts_sql(ask: Ask) -> str:
    """Counts of years; with a null channel all acts of a country in a year, with null countries all of the dataset."""
    where = ["true"]
    if ask.datasets:
        where.append(f"dataset IN ({', '.join(map(sql_text, ask.datasets))})")
    if ask.since:
        where.append(f"period_start >= DATE '{_start_of(ask.since, 'year').isoformat()}'")
    if ask.until:
        where.append(f"period_start <= DATE '{ask.until.isoformat()}'")
    if ask.known_on:
        where.append(
            f"period_start < DATE '{ask.known_on.isoformat()}' AND (vintage = '' OR left(vintage, 10) <= '{ask.known_on.isoformat()}')"
        )
    channels = ", ".join(f"'{name}'" for name in (*ask.channels, "formal-ties"))
    exposed = f" AND source IN ({', '.join(map(sql_text, ask.countries))})" if len(ask.countries) > 1 else ""
    return f"""WITH told AS (SELECT *, period_start AS start FROM tie_counts WHERE {" AND ".join(where)})
SELECT dataset, {_sides(ask)}, channel, start, CASE WHEN channel = 'formal-ties' THEN max(value) ELSE sum(value) END AS value
FROM told WHERE {_dyad(ask)} AND channel IN ({channels}) GROUP BY dataset, one, other, channel, start
UNION ALL
SELECT dataset, source, NULL, NULL, start, sum(value) FROM told WHERE channel <> 'formal-ties'{exposed} GROUP BY dataset, source, start
UNION ALL
SELECT dataset, NULL, NULL, NULL, start, coalesce(sum(value) FILTER (channel <> 'formal-ties'), 0) FROM told GROUP BY dataset, start"""


def rows_sql(ledger: Ledger, ask: Ask) -> str:
    """The query that gives the acts behind the series: runs as it stands."""
    return f"""WITH {acts_sql(ledger, ask)}
SELECT act, dataset, date, source, target, channel, type, cameo FROM acts WHERE {_dyad(ask)} ORDER BY date, dataset, source, target, act"""
