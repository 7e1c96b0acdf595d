"""Which version of a story is the last, and what of the tables a reader sees: the views, as SQL.

The same address with another text is a new version, numbered by when it was recorded. The same version read again with
another outcome (a newer reader) is a new reading of it, and its claims take the place of the former ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tieline.ledger.flow_view import filled_flows
from tieline.ledger.rows import document_of
from tieline.model.documents import Document

# One row a version: its number, whether it is the last of its address, and the reading that counts.
VERSIONS = """
CREATE TABLE version_index AS
WITH told AS (
    SELECT version_id, any_value(address) AS address, min(recorded) AS recorded,
        arg_max(reading, (recorded, reading)) AS reading
    FROM document_rows GROUP BY version_id
)
SELECT version_id, reading, recorded,
    row_number() OVER (PARTITION BY address ORDER BY recorded, version_id) AS version,
    row_number() OVER (PARTITION BY address ORDER BY recorded DESC, version_id DESC) = 1 AS latest
FROM told
"""

VIEWS = f"""
CREATE VIEW all_documents AS
SELECT d.* EXCLUDE (reading, recorded), v.recorded, v.version, v.latest
FROM document_rows d JOIN version_index v USING (version_id, reading);

CREATE VIEW all_claims AS
SELECT c.* EXCLUDE (reading), v.version, v.latest
FROM claim_rows c JOIN version_index v USING (version_id, reading);

CREATE VIEW documents AS SELECT * FROM all_documents WHERE latest;

CREATE VIEW claims AS SELECT * EXCLUDE (version, latest) FROM all_claims WHERE latest;

CREATE VIEW flows AS {filled_flows("flow_rows", "recorded")};

CREATE VIEW loads AS SELECT * FROM load_rows;

CREATE VIEW marks AS
SELECT * FROM mark_rows SEMI JOIN (
    SELECT arg_max(load_id, recorded) AS load_id FROM load_rows WHERE new_rows > 0 GROUP BY dataset, vintage
) USING (load_id);

CREATE VIEW codes AS SELECT * FROM code_rows;

CREATE VIEW conversions AS SELECT * FROM conversion_rows;

CREATE VIEW distances AS SELECT * FROM distance_rows;

CREATE VIEW events AS SELECT * FROM event_rows;

CREATE VIEW overrules AS SELECT * FROM overrule_rows;

CREATE VIEW tie_counts AS SELECT * FROM tie_count_rows;
CREATE VIEW roll_calls AS SELECT * FROM roll_call_rows;

CREATE VIEW verdicts AS
WITH told AS (
    SELECT DISTINCT claim_id, version_id FROM claim_rows SEMI JOIN document_rows USING (version_id, reading)
)
SELECT w.*, coalesce(NOT v.latest OR (t.claim_id IS NOT NULL AND c.claim_id IS NULL), false) AS superseded
FROM (
    FROM verdict_rows SEMI JOIN (SELECT verdict_id, max(recorded) AS recorded FROM verdict_rows GROUP BY verdict_id)
        USING (verdict_id, recorded)
) w
LEFT JOIN told t USING (claim_id)
LEFT JOIN version_index v ON v.version_id = coalesce(nullif(w.version_id, ''), t.version_id)
LEFT JOIN all_claims c ON c.claim_id = w.claim_id;
"""
"""What `Ledger.query` sees. `documents` and `claims` are those of the last versions; `all_documents` and `all_claims`
have every version; `verdicts` have all, with `superseded` for those on an older version or reading."""


def documents_known(day: date | None) -> str:
    """What stands for `documents` in a query that may know nothing published after a day: of each story the last version by then.

    A document dated by its month, or by its year, counts from the end of it; one without a date is never known. None: all.
    """
    if day is None:
        return "documents"
    last = "split_part(published, '/', -1)"
    said = (
        f"CASE length({last}) WHEN 10 THEN try_cast({last} AS DATE) WHEN 7 THEN last_day(try_cast({last} || '-01' AS DATE)) "
        f"WHEN 4 THEN try_cast({last} || '-12-31' AS DATE) END"
    )
    return f"""(SELECT * FROM all_documents WHERE {said} <= DATE '{day.isoformat()}'
        QUALIFY row_number() OVER (PARTITION BY address ORDER BY version DESC) = 1)"""


def claims_known(day: date | None) -> str:
    """What stands for `claims` in a query that may know nothing published after a day; None: all of the last versions."""
    if day is None:
        return "claims"
    return f"(SELECT * FROM all_claims SEMI JOIN {documents_known(day)} USING (version_id))"


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the ledger has it.

    Attributes:
        version: 1 for the first text at this address, 2 for the next, by the order in which they were recorded.
        recorded: When the ledger first got this version.
        latest: No newer version of the story is there.
    """

    document: Document
    version_id: str
    version: int
    recorded: datetime
    latest: bool


def stored_document(row: dict[str, Any]) -> StoredDocument:
    """Read it from a row of the view `all_documents`."""
    recorded = row["recorded"].replace(tzinfo=UTC)
    return StoredDocument(document_of(row), row["version_id"], row["version"], recorded, row["latest"])
