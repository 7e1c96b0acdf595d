"""What the desk gives to others: ClaimReview, provenance, the evidence pack, and withdrawing a story's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tieline.model.errors import MissingDataError, UsageError
from tieline.model.overrules import Overrule
from tieline.workspace.finding import find
from tieline.workspace.ledger_folder import LedgerFolder
from tieline.workspace.results import Shown

if TYPE_CHECKING:
    from tieline.ledger import StoredDocument


class ExportDesk(LedgerFolder):
    """The part of the desk that gives verdicts away."""

    def checked_documents(self, keys: Sequence[str] = ()) -> Iterator[Shown]:
        """Documents of the ledger with their claims and last verdicts: those named, or all that were checked.

        Raises:
            MissingDataError: there is no such document, it was never checked, or no claim was found in it.
        """
        ledger = self.existing_ledger()
        for key in keys or [stored.version_id for stored in ledger.documents()]:
            shown = find(ledger, key)
            if shown.kind != "document":
                raise UsageError(f"{key!r} is a {shown.kind}; documents are exported: `{shown.document.id}`")
            if shown.verdicts:
                yield shown
            elif keys and not shown.claims:
                raise MissingDataError(f"no claim was found in {shown.document.id}, so there is no verdict to export")
            elif keys:
                raise MissingDataError(f"{shown.document.id} was never checked: tieline check {shown.document.id}")

    def versions(self, key: str) -> list[StoredDocument]:
        """Every version of a story, as they were recorded; of a version's own id that one.

        Args:
            key: The story's id or address, or a version_id.

        Raises:
            MissingDataError: there is no such story.
        """
        ledger = self.existing_ledger()
        named = ledger.document(key)
        if named.version_id == key:
            return [named]
        every = [
            each for each in ledger.documents(all_versions=True) if each.document.address == named.document.address
        ]
        return sorted(every, key=lambda each: each.version)

    def withdraw(self, key: str, *, reason: str = "") -> list[Shown]:
        """Take a story's text out of the ledger, every version of it; its hash, the claims' facts and the verdicts stay, marked.

        Args:
            key: The document's id or address; or a version_id, then that version alone.
            reason: Why.

        Raises:
            MissingDataError: there is no such document.
        """
        ledger = self.existing_ledger()
        versions = self.versions(key)
        return [find(ledger, ledger.withdraw(stored.version_id, reason).version_id) for stored in versions]

    def claim_reviews(
        self, shown: Shown, author: str | None = None, author_url: str | None = None, page_url: str | None = None
    ) -> list[dict[str, Any]]:
        """The decided claims of a document as schema.org ClaimReview."""
        from tieline.report.claim_review import claim_reviews  # noqa: PLC0415

        return claim_reviews(
            shown.document, shown.claims, shown.verdicts, author=author, author_url=author_url, page_url=page_url
        )

    def provenance(self, shown: Shown) -> dict[str, Any]:
        """Where the verdicts on a document come from, as W3C PROV in JSON-LD."""
        from tieline.report.provenance import provenance  # noqa: PLC0415

        return provenance(shown.document, shown.claims, shown.verdicts, self._words_on(shown))

    def evidence_pack(self, shown: Shown) -> bytes:
        """The evidence pack of a document, a zip archive that opens without tieline."""
        from tieline.report.evidence_pack import evidence_pack  # noqa: PLC0415

        return evidence_pack(shown.document, shown.claims, shown.verdicts, self._words_on(shown))

    def _words_on(self, shown: Shown) -> list[Overrule]:
        known = {claim.claim_id for claim in shown.claims}
        return [word for word in self.existing_ledger().overrules() if word.claim_id in known]
