"""What was found: verdicts on claims, and what persons say against them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from tieline.ledger.rows import overrule_of, overrules_table, verdict_of, verdicts_table
from tieline.ledger.schema import OVERRULES, VERDICTS
from tieline.ledger.stories import Stories
from tieline.ledger.tables import GrowingTable
from tieline.model.errors import MissingDataError, UsageError
from tieline.model.overrules import Overrule
from tieline.model.verdicts import Verdict


class Findings(Stories):
    """Verdicts and overrules, beside the stories that they are about."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._verdicts = GrowingTable(path, VERDICTS)

    def add_verdicts(self, verdicts: Iterable[Verdict]) -> int:
        """Add verdicts; give how many were new. The same outcome from the same rows is one verdict.

        One that comes back after another (an overrule was lifted, a check as known on a day was followed by one of today)
        is recorded anew, so that the last recorded is the one that holds.
        """
        import pyarrow.compute as pc  # noqa: PLC0415  not needed to ask a ledger

        given = verdicts_table(verdicts, datetime.now(UTC))
        added = self._verdicts.insert(given)
        if len(added) < len(given):
            held = self._rows(
                "SELECT arg_max(verdict_id, recorded) AS last FROM verdict_rows "
                "WHERE claim_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY claim_id, dataset, vintage",
                [given["claim_id"].unique().to_pylist()],
            )
            last = pa.array([row["last"] for row in held], pa.string())
            self._verdicts.add_again(given.filter(pc.invert(pc.is_in(given["verdict_id"], last))))
        return len(added)

    def add_overrule(self, overrule: Overrule) -> Overrule:
        """Note what a person says against a verdict or a claim; give it as it was recorded."""
        now = datetime.now(UTC)
        told = dataclasses.replace(overrule, recorded=now.isoformat(timespec="microseconds"))
        GrowingTable(self.path, OVERRULES).insert(overrules_table([told], now))
        return told

    def overrules(self, *, claim_id: str | None = None) -> list[Overrule]:
        """What persons said, lifted words too, in the order of recording: all, or on a claim."""
        rows = self._rows("SELECT * FROM overrules WHERE coalesce(claim_id = $1, true) ORDER BY recorded", [claim_id])
        return [overrule_of(row) for row in rows]

    def verdict(self, key: str) -> Verdict:
        """The verdict whose id starts with `key`.

        Raises:
            MissingDataError: there is none.
            UsageError: there are several.
        """
        found = (
            self._rows("SELECT * FROM verdicts WHERE starts_with(verdict_id, $1) ORDER BY verdict_id", [key])
            if key
            else []
        )
        if not found:
            raise MissingDataError(f"no verdict {key!r} in {self.path}; `tieline check` prints the ids of verdicts")
        if len(found) > 1:
            several = ", ".join(row["verdict_id"] for row in found[:5])
            raise UsageError(f"{key!r} starts the ids of {len(found)} verdicts ({several}); give more of it")
        return verdict_of(found[0])

    def verdicts(self, *, claim_id: str | None = None, document: str | None = None) -> list[Verdict]:
        """Verdicts, older ones too: all, those on a claim, or those on any version of a document.

        In the order of the text; `superseded` says that the document has a newer version.

        Raises:
            MissingDataError: there is no such document.
        """
        where, given = ["true"], []
        if claim_id is not None:
            given.append(claim_id)
            where.append(f"claim_id = ${len(given)}")
        if document is not None:
            given.append(self.document(document).document.id)
            where.append(f"document = ${len(given)}")
        order = "document, recorded, quote_start, claim_id, dataset NULLS LAST, vintage"
        sql = f"SELECT json, recorded, superseded FROM verdicts WHERE {' AND '.join(where)} ORDER BY {order}"
        return [verdict_of(row) for row in self._rows(sql, given)]
