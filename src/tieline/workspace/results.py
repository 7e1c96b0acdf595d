"""What the workspace gives back: what was read, checked and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.errors import MissingDataError
from tieline.model.verdicts import Verdict
from tieline.read.pages.intake import Unreadable
from tieline.report.tables import CLAIM_COLUMNS, VERDICT_COLUMNS, Type, claim_row, unique, verdict_row
from tieline.report.wording import plural
from tieline.workspace.act_results import act_object
from tieline.workspace.result import Result

if TYPE_CHECKING:
    from tieline.ledger import StoredDocument
    from tieline.ties.same_acts import ToldAct

Claim = Measure | Trend | Event


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, what it claims, and what was odd about it. `recorded`: it was read before and is in the ledger."""

    document: Document
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = ()
    recorded: bool = False


@dataclass(frozen=True, repr=False)
class ReadReport(Result[Claim]):
    """What was read. Iterating gives the claims.

    Attributes:
        readings: The documents with their claims.
        problems: Inputs that could not be read.
        new_documents: How many documents, or versions of them, the ledger did not have.
        new_claims: Likewise claims.
        changed: Ids under which the ledger had another text: the new one is a new version of the story.
        passed_over: Files of folders that are no texts, and were not read.
    """

    readings: tuple[Reading, ...] = ()
    problems: tuple[Unreadable, ...] = ()
    new_documents: int = 0
    new_claims: int = 0
    changed: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    columns: ClassVar[Mapping[str, Type]] = CLAIM_COLUMNS
    brief: ClassVar[Sequence[str]] = (
        "quote", "kind", "indicator", "reporter", "partner", "product", "period", "value", "unit", "change_pct",
        "share_pct", "direction", "actor", "target", "type", "date", "sources",
    )  # fmt: skip

    def __iter__(self) -> Iterator[Claim]:
        return (claim for reading in self.readings for claim in reading.claims)

    def __str__(self) -> str:
        failed = f", {len(self.problems)} unreadable" if self.problems else ""
        return f"{plural(len(self.readings), 'document')}, {plural(len(self), 'claim')}{failed}"

    def rows(self) -> list[dict[str, Any]]:
        """A row for each claim."""
        return [claim_row(claim) for claim in self]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was odd, with the document's id before it."""
        return tuple(f"{r.document.id}: {warning}" for r in self.readings for warning in r.warnings)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who states the claims inside the texts."""
        return tuple(unique(source for claim in self for source in claim.sources))


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with its claims and their verdicts, those by dataset and those over all."""

    document: Document
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    warnings: tuple[str, ...] = ()

    def to_html(self) -> str:
        """The marked-up article, a self-contained HTML page."""
        from tieline.report.article import article_html  # noqa: PLC0415

        return article_html(self.document, self.claims, self.verdicts)


@dataclass(frozen=True, repr=False)
class CheckReport(Result[Verdict]):
    """What was checked. Iterating gives the verdicts: one for each claim and dataset, and one over all datasets."""

    checked: tuple[Checked, ...] = ()
    problems: tuple[Unreadable, ...] = ()
    columns: ClassVar[Mapping[str, Type]] = VERDICT_COLUMNS
    brief: ClassVar[Sequence[str]] = ("verdict", "quote", "claimed", "found", "nearest", "dataset", "citations")

    def __iter__(self) -> Iterator[Verdict]:
        return (verdict for each in self.checked for verdict in each.verdicts)

    def __str__(self) -> str:
        failed = f", {len(self.problems)} unreadable" if self.problems else ""
        return f"{plural(len(self.checked), 'document')}, {plural(len(self.outcomes), 'claim')} checked{failed}"

    @property
    def outcomes(self) -> tuple[Verdict, ...]:
        """The verdicts over all datasets, one for each claim."""
        return tuple(verdict for verdict in self if verdict.dataset is None)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each verdict."""
        return [verdict_row(verdict) for verdict in self]

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was odd, with the document's id before it."""
        return tuple(f"{c.document.id}: {warning}" for c in self.checked for warning in c.warnings)

    @property
    def sources(self) -> tuple[str, ...]:
        """Citations and addresses of the figures that the verdicts rest on."""
        rows = [row for verdict in self for row in verdict.rows]
        return tuple(unique(row.get(name) for row in rows for name in ("citation", "url")))

    @property
    def sql(self) -> tuple[str, ...]:
        """The queries behind the verdicts."""
        return tuple(unique(sql for verdict in self for sql in verdict.sql))

    def to_html(self) -> str:
        """Give the marked-up article of the one document checked, a self-contained HTML page.

        Raises:
            MissingDataError: none or several documents were checked; take `to_html()` of each of `checked`.
        """
        if len(self.checked) != 1:
            raise MissingDataError(f"the marked-up article is of one document, and {len(self.checked)} were checked")
        return self.checked[0].to_html()


@dataclass(frozen=True, slots=True)
class Replay:
    """A recorded verdict beside what the same check gives with today's ledger and tieline.

    Attributes:
        today: The verdict of today; None where there would be none.
        differences: What is not the same, a sentence each; empty if nothing is.
        rows_kept: How many of the rows that it rested on are still in the ledger just as they were.
        rows: How many rows it rested on.
    """

    today: Verdict | None
    differences: tuple[str, ...]
    rows_kept: int
    rows: int

    def to_json(self) -> dict[str, Any]:
        """The replay as a JSON object."""
        return {
            "same": not self.differences,
            "differences": list(self.differences),
            "rows": self.rows,
            "rows_kept": self.rows_kept,
            "today": self.today.to_json() if self.today else None,
        }


@dataclass(frozen=True, repr=False)
class Shown(Result[Verdict]):
    """A document, a claim or a verdict with everything behind it. Iterating gives the verdicts.

    Attributes:
        kind: `document`, `claim` or `verdict`: what the key named.
        stored: The document.
        claims: The claims: all of the document, or the one; `same_as` of an act names the claim that told it first.
        acts: The acts among them, each with all reports that the ledger has of it.
        verdicts: The verdicts on them.
        replay: Of a verdict: what the same check gives today.
    """

    kind: str
    stored: StoredDocument
    claims: tuple[Claim, ...] = ()
    acts: tuple[ToldAct, ...] = ()
    verdicts: tuple[Verdict, ...] = field(default=())
    replay: Replay | None = None
    columns: ClassVar[Mapping[str, Type]] = VERDICT_COLUMNS
    brief: ClassVar[Sequence[str]] = ("verdict", "quote", "claimed", "found", "nearest", "dataset", "citations")

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __str__(self) -> str:
        return f"{self.kind} of {self.document.id}"

    @property
    def document(self) -> Document:
        """The document, with the text that quotes count in."""
        return self.stored.document

    def rows(self) -> list[dict[str, Any]]:
        """A row for each verdict."""
        return [verdict_row(verdict) for verdict in self.verdicts]

    def to_json(self) -> dict[str, Any]:
        """Everything as one JSON object; the text stands in the document."""
        about = {"version": self.stored.version, "latest": self.stored.latest, "recorded": str(self.stored.recorded)}
        found = {name: getattr(self.document, name) for name in ("published_from", "outlet_from", "lang_from")}
        document = self.document.to_json() | about | found
        return {
            "shows": self.kind,
            "document": document | {"warnings": list(self.document.warnings)},
            "claims": [claim.to_json() for claim in self.claims],
            "acts": [act_object(act) for act in self.acts],
            "verdicts": [verdict.to_json() for verdict in self.verdicts],
        } | ({"replay": self.replay.to_json()} if self.replay else {})

    @property
    def sources(self) -> tuple[str, ...]:
        """Who states the claims, and citations and addresses of the figures."""
        said = [source for claim in self.claims for source in claim.sources]
        rows = [row for verdict in self.verdicts for row in verdict.rows]
        return tuple(unique([*said, *(row.get(name) for row in rows for name in ("citation", "url"))]))

    @property
    def sql(self) -> tuple[str, ...]:
        """The queries behind the verdicts."""
        return tuple(unique(sql for verdict in self.verdicts for sql in verdict.sql))
