"""Files that were loaded, and marks of doubt on flows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from tieline.model.documents import content_hash
from tieline.model.flows import pair_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A file that was loaded whole.

    Attributes:
        rows: How many rows could be read, and `new_rows`, how many of them the ledger did not have.
        left_out: How many rows could not be read.
        problems: Why, with their lines.
        notes: What is odd about the rows.
        prints: For each period its number of rows and their fingerprint.
    """

    load_id: str
    file: str
    sha256: str
    layout: str
    dataset: str | None
    vintage: str
    rows: int
    new_rows: int
    left_out: int = 0
    first_period: str | None = None
    last_period: str | None = None
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    prints: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is doubtful about flows; None in a place means all of them.

    Attributes:
        flag: `copied-year`, `jump`, `parts-differ`, `gap`, `edition-break`, `suspected-kor-prk`.
        detail: Why, with the numbers.
    """

    load_id: str
    dataset: str
    vintage: str
    flag: str
    detail: str
    reporter: str | None = None
    partner: str | None = None
    flow: str | None = None
    classification: str | None = None
    code: str | None = None
    period: str | None = None

    @property
    def told(self) -> tuple[str | None, ...]:
        """What it says, whichever load says so."""
        return (self.flag, self.reporter, self.partner, self.flow, self.code, self.period, self.detail)

    @property
    def mark_id(self) -> str:
        """Identity: what a load finds doubtful, once."""
        scope = (self.reporter, self.partner, self.flow, self.classification, self.code, self.period)
        return content_hash("mark", self.load_id, self.dataset, self.vintage, *scope, self.flag, self.detail)[:24]

    @property
    def pair(self) -> int | None:
        """`pair_key` of the two countries; None where it is about more than one pair."""
        return pair_key(self.reporter, self.partner) if self.reporter and self.partner else None


def load_of(row: dict[str, Any]) -> Load:
    """Read a load from its row."""
    prints = {period: (rows, int(mark, 16)) for period, (rows, mark) in json.loads(row["prints"] or "{}").items()}
    return Load(
        **{
            **row,
            "problems": tuple(row["problems"] or ()),
            "notes": tuple(row["notes"] or ()),
            "prints": prints,
        }
    )
