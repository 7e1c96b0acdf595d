"""Acts and figures of two countries in one dated list: what the press tells, what event datasets have, what statistics say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.ledger import claims_known, documents_known, sql_literal
from tieline.model.flows import pair_key
from tieline.ties.codings import ACTOR, CODE, DOER, MODE, MUTUAL, OTHER, REPORTS, as_done
from tieline.ties.kinds import kind_of
from tieline.ties.releases import events_known, released_by
from tieline.ties.reports import reports_of
from tieline.ties.same_acts import ToldAct, told_acts
from tieline.trade.figures.asking import RELEASED

if TYPE_CHECKING:
    from tieline.ledger import Ledger

MOST = 5_000
"""Acts of datasets, and figures, that are listed."""


def entries(
    ledger: Ledger, pair: tuple[str, str], *, since: date | None, until: date | None, datasets: tuple[str, ...], known_on: date | None
) -> list[dict[str, Any]]:  # fmt: skip
    """The entries in order of their dates; what no text dates has the place of the day it was published, and no date.

    An act is one entry with the number of its `reports`: by one dataset on a day, by all documents of the press; of a dataset those of a day are
    one if their type and kind (`kinds.kind_of`) are, so that visits are not counted with calls. What a dataset has from both sides is one (`codings`). What an entry says is in `what`; of an act of a dataset in `type`, `cameo` (the code
    coded most often), `mode` and `actors` (its sources by name), of a figure in `flow`,
    `value_usd` and `flags` (marks of doubt: it may repeat another year's).
    """
    one, two = pair
    printed = f" AND {RELEASED} <= '{known_on.isoformat()}'" if known_on else ""
    events, released = events_known(ledger, known_on), f" AND {released_by(known_on)}"
    days = "".join(
        f" AND date {sign} DATE '{day}'" for sign, day in ((">=", since), ("<=", until), ("<=", known_on)) if day
    )
    both = f"((source = '{one}' AND target = '{two}') OR (source = '{two}' AND target = '{one}'))"
    acts = ledger.query(
        f"""WITH kinds(type, cameo, mode, deed) AS (VALUES {_kinds(ledger, both)}),
        done AS (
            SELECT * REPLACE ({DOER} AS source, {OTHER} AS target, {CODE} AS cameo, {MODE} AS mode, {ACTOR} AS source_actor), source AS given, target AS taken
            FROM {events} WHERE {both} AND type IS NOT NULL{released}{days}
        )
        SELECT date::VARCHAR AS date, 'act' AS kind, arg_min(source, row(line, event_id)) AS source, arg_min(target, row(line, event_id)) AS target,
            type, mode(cameo ORDER BY cameo) AS cameo, mode(mode ORDER BY mode) AS mode, list(DISTINCT source_actor ORDER BY source_actor) AS actors, bool_and(machine) AS machine,
            'happened' AS modality, '' AS said_by, NULL AS document, dataset, list(event_id ORDER BY event_id) AS ids, {REPORTS} AS reports, NULL AS became
        FROM done JOIN kinds USING (type, cameo, mode)
        GROUP BY date, CASE WHEN {MUTUAL} THEN '' ELSE source END, type, deed, dataset ORDER BY date, dataset, type, ids LIMIT {MOST}"""
    ).to_pylist()
    told = _told(ledger, pair, known_on)
    figures = ledger.query(
        f"""SELECT period AS date, kind, reporter AS source, partner AS target, quote AS what, modality,
            array_to_string(sources, ', ') AS said_by, document, 'press' AS dataset, [claim_id] AS ids, 1 AS reports, NULL AS became, d.published
        FROM {claims_known(known_on)} c LEFT JOIN (SELECT version_id, any_value(published) AS published FROM {documents_known(known_on)} GROUP BY ALL) d USING (version_id)
        WHERE kind <> 'event' AND ((reporter = $1 AND partner = $2) OR (reporter = $2 AND partner = $1)) ORDER BY period, claim_id""",
        [one, two],
    ).to_pylist()
    flows = ledger.query(
        f"""SELECT period AS date, 'figure' AS kind, reporter AS source, partner AS target,
            flow, value_usd, 'actual' AS modality, publisher AS said_by, NULL AS document, dataset, [row_id] AS ids, 1 AS reports, NULL AS became, flags
        FROM flows WHERE pair = {pair_key(one, two)} AND code = '' AND product IS NULL AND detail = '' AND freq = 'A' AND value_usd IS NOT NULL{printed}
        ORDER BY period, dataset, vintage, reporter, flow, row_id LIMIT {MOST}"""
    ).to_pylist()
    every = (*acts, *told, *figures, *flows)
    listed = [{"published": None, "flags": ""} | row for row in every if not datasets or row["dataset"] in datasets]
    kept = [row for row in listed if _inside(_day(row), since, until, None if row["dataset"] == "press" else known_on)]
    return sorted(
        kept,
        key=lambda row: (
            _day(row) or "9999",
            row["kind"],
            row["source"],
            row.get("what") or row.get("type") or row["flow"],
            row["dataset"],
            row["ids"],
        ),
    )


def _kinds(ledger: Ledger, both: str) -> str:
    """Each type, code and mode that the acts of the two have, with its kind of deed or blow, as rows of SQL."""
    coded = ledger.query(
        f"SELECT DISTINCT type, coalesce(cameo, '') AS cameo, coalesce(mode, '') AS mode FROM events WHERE {both} AND type IS NOT NULL ORDER BY ALL"
    ).to_pylist()
    done = {(row["type"], *as_done("", "", row["cameo"], row["mode"])[2:]) for row in coded}
    rows = [(*each, kind_of(*each) or "") for each in sorted(done)]
    return ", ".join(f"({', '.join(map(sql_literal, row))})" for row in rows or [("",) * 4])


def _day(row: dict[str, Any]) -> str | None:
    """When it was, or at least when it was told."""
    day: str | None = row["date"] or row["published"]
    return day


def _told(ledger: Ledger, pair: tuple[str, str], known_on: date | None) -> list[dict[str, Any]]:
    """Acts of the press, each once; `became` says what a plan turned into. A date that no text tells is left open."""
    acts = told_acts(reports_of(ledger, pair, known_on))
    stands = {act.act_id: act.first.modality for act in acts}
    return [
        {
            "date": act.date.iso if act.date and not act.inferred else None, "kind": "act", "source": act.first.actor, "target": act.first.target,
            "what": f"{act.first.type}: {act.first.quote.exact}", "modality": act.first.modality, "said_by": ", ".join(act.first.sources),
            "document": act.first.document, "dataset": "press", "published": _published(act), "ids": [report.claim_id for report in act.reports], "reports": len(act.reports), "became": stands.get(act.became or ""),
        }
        for act in acts
    ]  # fmt: skip


def _published(act: ToldAct) -> str | None:
    said = act.reports[0].published
    return said.iso if said else None


def _inside(day: str | None, since: date | None, until: date | None, known_on: date | None) -> bool:
    if day is None:
        return since is None and until is None
    first, last = day.split("/")[0], day.split("/")[-1]
    return (since is None or last >= since.isoformat()[: len(last)]) and all(
        limit is None or first <= limit.isoformat()[: len(first)] for limit in (until, known_on)
    )


def entry_rows_sql(
    ledger: Ledger, pair: tuple[str, str], *, since: date | None = None, until: date | None = None, datasets: Sequence[str] = (), known_on: date | None = None,
    claims: Collection[str] | None = None,
) -> str:  # fmt: skip
    """The query that gives the events, claims and flows behind the entries of a time: runs as it stands.

    Args:
        ledger: Of which acts the newest releases answer.
        pair: The two countries.
        since: The first day of events and flows.
        until: The last day.
        datasets: Only these; none for all.
        known_on: Nothing that was published or released later.
        claims: Which claims; None for all of the two. An act has reports that name its day and others that name none.
    """
    both = f"IN ('{pair[0]}', '{pair[1]}')"
    chosen = "" if claims is None else f" AND claim_id IN ({', '.join(map(sql_literal, sorted(claims))) or 'NULL'})"
    return f"""SELECT event_id AS act, dataset, date::VARCHAR AS date, source, target, coalesce(type, 'statement') AS type, cameo, number, url
FROM {events_known(ledger, known_on)} WHERE source {both} AND target {both}{_within("date", "date", since, until, datasets, known_on)}
UNION ALL BY NAME
SELECT claim_id AS act, 'press' AS dataset, coalesce(date, period) AS date, coalesce(actor, reporter) AS source, coalesce(target, partner) AS target,
    coalesce(type, kind) AS type, document, quote FROM {claims_known(known_on)} WHERE ((actor {both} AND target {both}) OR (reporter {both} AND partner {both})){chosen}
UNION ALL BY NAME
SELECT row_id AS act, dataset, period AS date, reporter AS source, partner AS target, flow AS type, value_usd AS value, origin, citation
FROM flows WHERE pair = {pair_key(*pair)}{_within("period_start", "period_end", since, until, datasets, known_on)} ORDER BY date, dataset, act"""


def _within(first: str, last: str, since: date | None, until: date | None, datasets: Sequence[str], known_on: date | None) -> str:  # fmt: skip
    """The conditions of a time, of datasets and of a day of knowledge on rows of datasets."""
    where = [f"{last} >= DATE '{since}'"] if since else []
    where += [f"{first} <= DATE '{until}'"] if until else []
    where += [f"dataset IN ({', '.join(map(sql_literal, datasets))})"] if datasets else []
    where += [f"{RELEASED} <= '{known_on}'"] if known_on else []
    return "".join(f" AND {each}" for each in where)
