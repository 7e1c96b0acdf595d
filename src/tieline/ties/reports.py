"""The reports of acts that a ledger holds: claims of events with when and where their documents were published."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tieline.ledger import claims_known, documents_known, sql_literal
from tieline.model.claims import Event, claim_from_json
from tieline.model.periods import Period
from tieline.ties.same_acts import Report

if TYPE_CHECKING:
    from tieline.ledger import Ledger


def reports_sql(countries: Sequence[str] = (), known_on: date | None = None) -> str:
    """The query for the claims that tell acts between two countries, of one, or of all; runs as it stands.

    Args:
        countries: Both of a dyad; or one, whose acts with anybody are meant; or none for all.
        known_on: Nothing that was published later.
    """
    where = ["c.kind = 'event'", "c.actor IS NOT NULL", "c.target IS NOT NULL"]
    named = ", ".join(map(sql_literal, countries))
    if len(countries) > 1:
        where += [f"c.actor IN ({named})", f"c.target IN ({named})"]
    elif countries:
        where.append(f"{named} IN (c.actor, c.target)")
    return f"""SELECT c.claim_id, c.document, c.version_id, c.json, d.published, d.outlet, d.url, d.lang
FROM {claims_known(known_on)} c JOIN {documents_known(known_on)} d USING (version_id)
WHERE {" AND ".join(where)} ORDER BY d.published, c.document, c.quote_start, c.claim_id"""


def reports_of(ledger: Ledger, countries: Sequence[str] = (), known_on: date | None = None) -> list[Report]:
    """The reports of acts between two countries, of one, or of all, as of a day."""
    found = []
    for row in ledger.query(reports_sql(countries, known_on)).to_pylist():
        claim = claim_from_json(json.loads(row["json"]), version=row["version_id"])
        if isinstance(claim, Event):
            said = Period.parse(row["published"]) if row["published"] else None
            found.append(Report(claim, said, row["outlet"], row["url"], row["lang"], row["claim_id"]))
    return found
