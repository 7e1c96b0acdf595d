"""Finding things in a ledger by a key that a person types, and telling what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tieline.model.claims import Event, Measure, Trend
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.verdicts import Verdict
from tieline.workspace.results import Contents, Shown

if TYPE_CHECKING:
    from tieline.ledger import Ledger, StoredDocument

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
    found = _claim(ledger, key) or _verdict(ledger, key)
    if found is None:
        hint = str(missing).partition(f"in {ledger.path}.")[2]
        raise MissingDataError(f"no document, claim or verdict {key!r} in {ledger.path}.{hint}")
    return found


def _document(ledger: Ledger, stored: StoredDocument) -> Shown:
    claims = tuple(ledger.claims(document=stored.version_id))
    return Shown("document", stored, claims, current(ledger.verdicts(document=stored.version_id), claims))


def current(verdicts: list[Verdict], claims: tuple[Measure | Trend | Event, ...]) -> tuple[Verdict, ...]:
    """The last verdict on each of the claims against each dataset and vintage."""
    wanted = {claim.claim_id for claim in claims}
    last = {(v.claim_id, v.dataset, v.vintage): v for v in verdicts if v.claim_id in wanted}
    return tuple(last.values())


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
    return Shown("claim", stored, (claim,), tuple(ledger.verdicts(claim_id=claim.claim_id)))


def _verdict(ledger: Ledger, key: str) -> Shown | None:
    if len(key) < _VERDICT_KEY:
        return None
    try:
        verdict = ledger.verdict(key)
    except MissingDataError:
        return None
    claim = ledger.claim(verdict.claim_id)
    return Shown("verdict", ledger.document(claim.version or claim.document), (claim,), (verdict,))


def contents_of(ledger: Ledger, folder: Path) -> Contents:
    """Count what the ledger holds."""
    kinds = "SELECT kind AS name, count(*) AS count FROM claims GROUP BY kind ORDER BY 2 DESC, 1"
    outcomes = """SELECT verdict AS name, count(*) AS count FROM verdicts
        WHERE dataset IS NULL AND NOT superseded GROUP BY verdict ORDER BY 2 DESC, 1"""
    return Contents(
        folder=str(folder),
        counts=ledger.counts(),
        claims=_tally(ledger, kinds),
        verdicts=_tally(ledger, outcomes),
        datasets=tuple(ledger.datasets()),
    )


def _tally(ledger: Ledger, sql: str) -> dict[str, int]:
    return {row["name"]: row["count"] for row in ledger.query(sql).to_pylist()}
