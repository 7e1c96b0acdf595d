"""What was read: documents in their versions, with the claims that they make."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from tieline.ledger.queried import Queried
from tieline.ledger.queries import Snapshots
from tieline.ledger.rows import AnyClaim, Known, Read, claim_of, known_of, readings_table, reads_tables
from tieline.ledger.schema import CLAIMS, DOCUMENTS, READINGS
from tieline.ledger.tables import GrowingTable
from tieline.ledger.versions import StoredDocument, stored_document
from tieline.ledger.withdrawing import take_out
from tieline.model.errors import MissingDataError


@dataclass(frozen=True, slots=True)
class Added:
    """How many documents were new (or new versions, or read anew with another outcome), and their claims."""

    documents: int
    claims: int


class Stories(Queried):
    """Documents and their claims."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._documents, self._claims, self._readings = (
            GrowingTable(path, spec) for spec in (DOCUMENTS, CLAIMS, READINGS)
        )

    def add_reads(
        self, reads: Iterable[Read], *, reader: str | None = None, warnings: Mapping[str, Sequence[str]] | None = None
    ) -> Added:
        """Add documents, each with all claims read in it. What is there already is not added again.

        The claims are committed before the documents: whoever sees a document sees its claims.
        A version that was read before with another outcome gets the new claims in place of the former.

        Args:
            reads: Documents and their claims.
            reader: Which reader read them: `known` gives back what the same reader has read.
            warnings: What that reader said of a version, by its id.

        Raises:
            UnreadableInputError: a text can't be stored; nothing of the batch was added.
        """
        now = datetime.now(UTC)
        given, claims = reads_tables(reads, now)
        documents = self._documents.missing(given)
        self._claims.insert(_claims_of(documents, claims))
        added = self._documents.insert(documents)
        if reader is not None:
            self._readings.insert(readings_table(given, claims, reader, warnings or {}, now))
        return Added(added.num_rows, _claims_of(added, claims).num_rows)

    def known(self, names: Iterable[str], *, reader: str | None = None) -> dict[str, Known]:
        """What the ledger has under these ids of documents: the last version of each.

        With the claims and warnings of that version where the `reader` of that name has read it, and what counts of it
        is what that reader found.
        """
        held = self._rows("SELECT version_id FROM documents WHERE id IN (SELECT unnest($1::VARCHAR[]))", [list(names)])
        if not held:  # as in most cases: texts and claims are not looked at
            return {}
        rows = self._rows(
            """WITH mine AS (SELECT * FROM all_documents WHERE version_id IN (SELECT unnest($1::VARCHAR[]))),
            told AS (
                SELECT version_id, reading, list(json) AS claims FROM claim_rows
                WHERE version_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY ALL
            )
            SELECT mine.*, r.claims AS claim_ids, r.warnings AS reader_warnings, told.claims
            FROM mine JOIN version_index v USING (version_id)
            LEFT JOIN reading_rows r ON r.version_id = mine.version_id AND r.reading = v.reading AND r.reader = $2
            LEFT JOIN told ON told.version_id = mine.version_id AND told.reading = v.reading""",
            [[row["version_id"] for row in held], reader or ""],
        )
        return {row["id"]: known_of(row) for row in rows}

    def withdraw(self, key: str, reason: str) -> StoredDocument:
        """Take the text of a story out of the ledger, of this version; hash, claims and verdicts stay.

        Args:
            key: The document's id, URL or version_id.
            reason: Why; the document says so from now on.

        Raises:
            MissingDataError: there is none.
        """
        stored = self.document(key)
        if stored.document.withdrawn is None:
            take_out(self.path, stored.version_id, reason)
            self._snapshots, self._documents = Snapshots(self.path), GrowingTable(self.path, DOCUMENTS)
        return self.document(stored.version_id)

    def documents(self, *, all_versions: bool = False) -> list[StoredDocument]:
        """Documents in the order of recording: the last version of each, or all versions."""
        view = "all_documents" if all_versions else "documents"
        return [stored_document(row) for row in self._rows(f"SELECT * FROM {view} ORDER BY recorded, id, version")]

    def document(self, key: str) -> StoredDocument:
        """The document with this id, URL (its last version) or version_id.

        Raises:
            MissingDataError: there is none; names those that look alike.
        """
        found = self._rows(
            "SELECT * FROM all_documents WHERE $1 IN (id, url, version_id) "
            "ORDER BY version_id = $1 DESC, latest DESC, recorded DESC LIMIT 1",
            [key],
        )
        if not found:
            raise MissingDataError(f"no document {key!r} in {self.path}.{self._alike(key)}")
        return stored_document(found[0])

    def claims(self, *, document: str | None = None, all_versions: bool = False) -> list[AnyClaim]:
        """Claims in the order of the text: all, or those of one document (id, URL or version_id).

        Raises:
            MissingDataError: there is no such document.
        """
        if document is not None:
            where, given = "version_id = $1", [self.document(document).version_id]
            if all_versions:
                where = "version_id IN (SELECT a.version_id FROM all_documents a JOIN all_documents b USING (address) WHERE b.version_id = $1)"
        else:
            where, given = "true" if all_versions else "latest", []
        order = "document, version, quote_start, quote_end, claim_id"
        return [
            claim_of(row)
            for row in self._rows(f"SELECT json, version_id FROM all_claims WHERE {where} ORDER BY {order}", given)
        ]

    def claim(self, claim_id: str) -> AnyClaim:
        """The claim with this id, of any version.

        Raises:
            MissingDataError: there is none.
        """
        found = self._rows(
            "SELECT json, version_id FROM claim_rows SEMI JOIN document_rows USING (version_id, reading) "
            "WHERE claim_id = $1 LIMIT 1",
            [claim_id],
        )
        if not found:
            raise MissingDataError(
                f"no claim {claim_id!r} in {self.path}; `tieline show DOCUMENT` lists the claims of one"
            )
        return claim_of(found[0])

    def _alike(self, key: str) -> str:
        held = self._rows("SELECT id, url FROM documents")
        names = {name for row in held for name in row.values() if name}
        near = [name for name in sorted(names) if key and key in name][:3] or difflib.get_close_matches(key, names, 3)
        if near:
            return f" Did you mean {' or '.join(near)}?"
        return (
            f" It holds {len(held)} other{'s' if len(held) > 1 else ''}; `tieline documents` lists them."
            if held
            else " It holds no documents yet."
        )


def _claims_of(documents: pa.Table, claims: pa.Table) -> pa.Table:
    import pyarrow.compute as pc  # noqa: PLC0415  not needed to ask a ledger

    key = ["version_id", "reading"]
    return claims.filter(pc.is_in(_joined(claims, key), _joined(documents, key)))


def _joined(table: pa.Table, names: list[str]) -> pa.ChunkedArray:
    import pyarrow.compute as pc  # noqa: PLC0415  not needed to ask a ledger

    return pc.binary_join_element_wise(*(table[name] for name in names), "/")
