"""Acts and figures of two countries in one dated list: what the press tells, what event datasets have, what statistics say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.model.flows import pair_key
from tieline.trade.asking import RELEASED

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_MOST = 5_000


def entries(
    ledger: Ledger, pair: tuple[str, str], *, since: date | None, until: date | None, datasets: tuple[str, ...], known_on: date | None
) -> list[dict[str, Any]]:  # fmt: skip
    """The entries in order of their dates; acts that no text dates stand at the end, without one.

    An act that one dataset tells several times on a day is one entry with its number.
    """
    one, two = pair
    told_by = (
        f" AND document IN (SELECT id FROM documents WHERE published <= '{known_on.isoformat()}')" if known_on else ""
    )
    printed = f" AND {RELEASED} <= '{known_on.isoformat()}'" if known_on else ""
    released = f" AND (coalesce(vintage, '') = '' OR left(vintage, 10) <= '{known_on.isoformat()}')" if known_on else ""
    both = f"((source = '{one}' AND target = '{two}') OR (source = '{two}' AND target = '{one}'))"
    acts = ledger.query(
        f"""SELECT date::VARCHAR AS date, 'act' AS kind, source, target, coalesce(type, 'statement') || ' (' || count(*) || ')' AS what,
            'happened' AS modality, '' AS said_by, NULL AS document, dataset, list(event_id ORDER BY event_id) AS ids
        FROM events WHERE {both} AND type IS NOT NULL{released} GROUP BY date, source, target, type, dataset ORDER BY date LIMIT {_MOST}"""
    ).to_pylist()
    told = ledger.query(
        f"""SELECT date, 'act' AS kind, actor AS source, target, type || ': ' || quote AS what, modality,
            array_to_string(sources, ', ') AS said_by, document, 'press' AS dataset, [claim_id] AS ids
        FROM claims WHERE kind = 'event' AND ((actor = $1 AND target = $2) OR (actor = $2 AND target = $1)){told_by} ORDER BY date""",
        [one, two],
    ).to_pylist()
    figures = ledger.query(
        f"""SELECT period AS date, kind, reporter AS source, partner AS target, quote AS what, modality,
            array_to_string(sources, ', ') AS said_by, document, 'press' AS dataset, [claim_id] AS ids
        FROM claims WHERE kind <> 'event' AND ((reporter = $1 AND partner = $2) OR (reporter = $2 AND partner = $1)){told_by} ORDER BY period""",
        [one, two],
    ).to_pylist()
    flows = ledger.query(
        f"""SELECT period AS date, 'figure' AS kind, reporter AS source, partner AS target,
            flow || ' ' || round(value_usd)::BIGINT || ' USD' AS what, 'actual' AS modality, publisher AS said_by, NULL AS document, dataset, [row_id] AS ids
        FROM flows WHERE pair = {pair_key(one, two)} AND code = '' AND product IS NULL AND detail = '' AND freq = 'A' AND value_usd IS NOT NULL{printed}
        ORDER BY period LIMIT {_MOST}"""
    ).to_pylist()
    listed = [row for row in (*acts, *told, *figures, *flows) if not datasets or row["dataset"] in datasets]
    kept = [row for row in listed if _inside(row["date"], since, until, known_on)]
    return sorted(kept, key=lambda row: (row["date"] or "9999", row["kind"], row["source"], row["what"]))


def _inside(day: str | None, since: date | None, until: date | None, known_on: date | None) -> bool:
    if day is None:
        return since is None and until is None
    first, last = day.split("/")[0], day.split("/")[-1]
    return (since is None or last >= since.isoformat()[: len(last)]) and all(
        limit is None or first <= limit.isoformat()[: len(first)] for limit in (until, known_on)
    )


def entry_rows_sql(pair: tuple[str, str]) -> str:
    """The query that gives the events, claims and flows behind the entries: runs as it stands."""
    both = f"IN ('{pair[0]}', '{pair[1]}')"
    return f"""SELECT event_id AS act, dataset, date::VARCHAR AS date, source, target, coalesce(type, 'statement') AS type, cameo, number, url
FROM events WHERE source {both} AND target {both}
UNION ALL BY NAME
SELECT claim_id AS act, 'press' AS dataset, coalesce(date, period) AS date, coalesce(actor, reporter) AS source, coalesce(target, partner) AS target,
    coalesce(type, kind) AS type, document, quote FROM claims WHERE (actor {both} AND target {both}) OR (reporter {both} AND partner {both})
UNION ALL BY NAME
SELECT row_id AS act, dataset, period AS date, reporter AS source, partner AS target, flow AS type, value_usd AS value, origin, citation
FROM flows WHERE pair = {pair_key(*pair)} ORDER BY date, dataset, act"""
