"""Finding things in a ledger by a key that a person types, and telling what it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.verdicts import Verdict
from tieline.workspace.ledger_results import Contents
from tieline.workspace.results import Claim, Shown

if TYPE_CHECKING:
    from tieline.ledger import Dataset, Ledger, StoredDocument
    from tieline.ties.same_acts import ToldAct

LAST_OUTCOMES = """
    SELECT claim_id, arg_max(verdict, recorded) AS verdict FROM verdicts
    WHERE dataset IS NULL AND NOT superseded GROUP BY claim_id
"""
"""The last word over all datasets on each claim of the last versions, as SQL."""
_OTHER_TABLES = ("events", "tie_counts", "roll_calls", "codes", "conversions", "distances")
"""Tables whose rows are counted beside stories, claims, flows and verdicts."""
_HEX: Final = re.compile(r"[0-9a-f]+")
_VERDICT_KEY = 6
"""A verdict is named by at least this many digits of its id, lest a short word be taken for one."""


def find(ledger: Ledger, key: str) -> Shown:
    """Find a document (id, address, version), a claim, or a verdict (its id or the start of it).

    Raises:
        MissingDataError: there is nothing of that name; names what looks alike.
    """
    try:
        return _document(ledger, ledger.document(key))
    except MissingDataError as error:
        missing = error
    found = _claim(ledger, key)
    if found is None:  # what has no verdicts is empty, but there
        found = _verdict(ledger, key)
    if found is None:
        hint = str(missing).partition(f"in {ledger.path}.")[2]
        if len(key) < _VERDICT_KEY and _HEX.fullmatch(key):
            hint += f" A verdict is named by {_VERDICT_KEY} digits of its id or more."
        raise MissingDataError(f"no document, claim or verdict {key!r} in {ledger.path}.{hint}")
    return found


def _document(ledger: Ledger, stored: StoredDocument) -> Shown:
    claims = tuple(ledger.claims(document=stored.version_id))
    verdicts = current(ledger.verdicts(document=stored.version_id), claims)
    return Shown("document", stored, *_with_acts(ledger, claims), verdicts)


def _with_acts(ledger: Ledger, claims: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], tuple[ToldAct, ...]]:
    """The claims, each act among them with the id of the claim that told it first (`same_as`), and the acts with all reports."""
    from tieline.ties.reports import reports_of  # noqa: PLC0415
    from tieline.ties.same_acts import told_acts  # noqa: PLC0415

    countries = sorted({code for claim in claims if isinstance(claim, Event) for code in (claim.actor, claim.target)})
    if not countries:
        return claims, ()
    mine = {claim.claim_id for claim in claims}
    acts = [
        act
        for act in told_acts(reports_of(ledger, countries))
        if any(report.claim_id in mine for report in act.reports)
    ]
    first = {report.claim_id: act.act_id for act in acts for report in act.reports[1:]}
    told = tuple(
        replace(claim, same_as=first.get(claim.claim_id)) if isinstance(claim, Event) else claim for claim in claims
    )
    return told, tuple(acts)


def current(verdicts: list[Verdict], claims: tuple[Measure | Trend | Event, ...]) -> tuple[Verdict, ...]:
    """The last outcome of each of the claims, and the last verdict against each dataset and vintage that it rests on.

    One of another check (as known on another day, against other datasets) is left out: it says nothing of that outcome.
    """
    wanted = {claim.claim_id for claim in claims}
    last = {(v.claim_id, v.dataset, v.vintage): v for v in verdicts if v.claim_id in wanted}
    outcomes = {v.claim_id: v for v in last.values() if v.dataset is None}
    return tuple(v for v in last.values() if v.claim_id not in outcomes or _is_of(v, outcomes[v.claim_id]))


def _is_of(verdict: Verdict, outcome: Verdict) -> bool:
    """The outcome was made of this verdict: of one day, and with its rows."""
    if verdict.as_known_on != outcome.as_known_on:
        return False
    if verdict.kind == "event" or verdict.found is None:
        return True
    return {row["row_id"] for row in verdict.rows} <= {row["row_id"] for row in outcome.rows}


def _claim(ledger: Ledger, key: str) -> Shown | None:
    rows = ledger.query(
        "SELECT DISTINCT claim_id FROM all_claims WHERE starts_with(claim_id, $1) AND contains($1, '#') "
        "ORDER BY claim_id = $1 DESC, claim_id LIMIT 6",
        [key],
    ).to_pylist()
    ids = [row["claim_id"] for row in rows]
    if not ids:
        try:  # one that a newer reading has replaced
            claim = ledger.claim(key)
        except MissingDataError:
            return None
    elif len(ids) > 1 and ids[0] != key:
        raise UsageError(f"{key!r} starts the ids of several claims ({', '.join(ids[:5])}); give more of it")
    else:
        claim = ledger.claim(ids[0])
    stored = ledger.document(claim.version or claim.document)
    return Shown("claim", stored, *_with_acts(ledger, (claim,)), tuple(ledger.verdicts(claim_id=claim.claim_id)))


def _verdict(ledger: Ledger, key: str) -> Shown | None:
    if len(key) < _VERDICT_KEY:
        return None
    try:
        verdict = ledger.verdict(key)
    except MissingDataError:
        return None
    claim = ledger.claim(verdict.claim_id)
    stored = ledger.document(claim.version or claim.document)
    return Shown("verdict", stored, *_with_acts(ledger, (claim,)), (verdict,))


def contents_of(ledger: Ledger, folder: Path) -> Contents:
    """Count what the ledger holds."""
    kinds = "SELECT kind AS name, count(*) AS count FROM claims GROUP BY kind ORDER BY 2 DESC, 1"
    outcomes = f"SELECT verdict AS name, count(*) AS count FROM ({LAST_OUTCOMES}) GROUP BY verdict ORDER BY 2 DESC, 1"
    tables = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS count FROM {name}" for name in _OTHER_TABLES)
    return Contents(
        folder=str(folder),
        counts=ledger.counts() | _tally(ledger, tables),
        claims=_tally(ledger, kinds),
        verdicts=_tally(ledger, outcomes),
        datasets=(*ledger.datasets(), *_datasets_of_ties(ledger)),
    )


def _datasets_of_ties(ledger: Ledger) -> list[Dataset]:
    """The datasets of acts, and those of ties by year, by name and vintage."""
    from tieline.ledger import Dataset  # noqa: PLC0415

    parts = [
        f"""SELECT '{holds}' AS holds, dataset AS name, '' AS publisher, coalesce(vintage, '') AS vintage,
            count(*) AS rows, min({first}) AS first, max({first}) AS last,
            len(list_distinct(list(DISTINCT source) || list(DISTINCT target))) AS countries
        FROM {table} GROUP BY ALL"""
        for holds, table, first in (("acts", "events", "date::VARCHAR"), ("ties", "tie_counts", "period"))
    ]
    rows = ledger.query(f"{' UNION ALL '.join(parts)} ORDER BY holds, name, vintage").to_pylist()
    return [Dataset(**row) for row in rows]


def _tally(ledger: Ledger, sql: str) -> dict[str, int]:
    return {row["name"]: row["count"] for row in ledger.query(sql).to_pylist()}
