"""What the workspace gives back about a ledger: what was loaded into it, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from tieline.read.pages.intake import Unreadable
from tieline.report.tables import Type, unique
from tieline.report.wording import plural
from tieline.workspace.result import Result

if TYPE_CHECKING:
    from tieline.ledger import Dataset


@dataclass(frozen=True, slots=True)
class Loaded:
    """A statistics file that was loaded.

    Attributes:
        file: Its name as given.
        layout: The layout it was read by.
        dataset: The dataset's name; None if the rows name theirs.
        rows: How many rows were read.
        new: How many of them the ledger did not have.
        problems: Rows that were left out, and why.
        notes: What is odd about the rows.
    """

    file: str
    layout: str
    dataset: str | None
    rows: int
    new: int
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class LoadReport(Result[Loaded]):
    """What was loaded. Iterating gives the files."""

    loaded: tuple[Loaded, ...] = ()
    problems: tuple[Unreadable, ...] = ()
    columns: ClassVar[Mapping[str, Type]] = {
        "file": "text", "layout": "text", "dataset": "text", "rows": "whole", "new": "whole", "left_out": "text",
    }  # fmt: skip
    brief: ClassVar[Sequence[str]] = tuple(columns)

    def __iter__(self) -> Iterator[Loaded]:
        return iter(self.loaded)

    def __str__(self) -> str:
        failed = f", {len(self.problems)} unreadable" if self.problems else ""
        return f"{plural(len(self.loaded), 'file')}, {plural(sum(one.new for one in self.loaded), 'new row')}{failed}"

    def rows(self) -> list[dict[str, Any]]:
        """A row for each file."""
        return [
            {"file": x.file, "layout": x.layout, "dataset": x.dataset, "rows": x.rows, "new": x.new,
             "left_out": "; ".join((*x.problems, *(note for note in x.notes if note.endswith("left out")))) or None}
            for x in self.loaded
        ]  # fmt: skip


@dataclass(frozen=True, repr=False)
class Contents(Result["Dataset"]):
    """What a ledger holds. Iterating gives the datasets.

    Attributes:
        folder: Where it lies.
        counts: How many documents, versions of them, claims, flows, verdicts, and rows of the tables of acts (`events`),
            ties by year (`tie_counts`) and references (`roll_calls`, `codes`, `conversions`, `distances`).
        claims: How many claims of each kind.
        verdicts: How many of each verdict, over all datasets, on the last versions.
        datasets: The statistics, then acts, then ties by year (`holds` says which), each vintage apart.
    """

    folder: str
    counts: dict[str, int]
    claims: dict[str, int]
    verdicts: dict[str, int]
    datasets: tuple[Dataset, ...] = ()
    columns: ClassVar[Mapping[str, Type]] = {
        "name": "text", "publisher": "text", "vintage": "text", "rows": "whole", "first": "text", "last": "text",
        "countries": "whole", "holds": "text",
    }  # fmt: skip
    brief: ClassVar[Sequence[str]] = tuple(columns)

    def __iter__(self) -> Iterator[Dataset]:
        return iter(self.datasets)

    def __str__(self) -> str:
        return f"{self.folder}: " + ", ".join(f"{count} {name}" for name, count in self.counts.items())

    def rows(self) -> list[dict[str, Any]]:
        """A row for each dataset and vintage."""
        return [{name: getattr(dataset, name) for name in self.columns} for dataset in self.datasets]

    def to_json(self) -> dict[str, Any]:
        """Everything as one JSON object."""
        said = {"ledger": self.folder, "counts": self.counts, "claims": self.claims, "verdicts": self.verdicts}
        return said | {"datasets": self.rows()}

    @property
    def sources(self) -> tuple[str, ...]:
        """The publishers."""
        return tuple(unique(dataset.publisher for dataset in self.datasets))
