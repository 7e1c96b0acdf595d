"""What reading a file of events gives: its rows in batches, how many there are, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

MOST = 20
"""Names, days and codes that are shown of those that can't be read."""


@dataclass(slots=True)
class EventFile:
    """What a file gave.

    Attributes:
        table: `events`, `tie_counts` or `roll_calls`.
        batches: Its rows, once, in the table's columns without `recorded`.
        rows: Rows of the file.
        kept: Rows that are acts or counts between two countries.
        days: The first and the last day of those.
        inside: Rows within one country.
        placeless: Rows of which an actor is no country, with the names seen most.
        lacking: Columns of the layout that the file has not; what they would tell is not known of any row.
        untyped: Types that are none of PLOVER's, those seen most first: their acts are in no channel.
        recoded: Lines that were not UTF-8.
        acts: Acts that the kept rows gave, where a row may name several countries.
        again: Acts that stand there already, with the same number of the publisher: they are counted once.
        zeros: Values of 0 of ties that stand or not: they make no row of the table.
        problems: Rows that can't be read, with their lines.
    """

    table: str
    batches: Iterator[pa.RecordBatch] = field(default_factory=lambda: iter(()))
    rows: int = 0
    kept: int = 0
    days: tuple[date | None, date | None] = (None, None)
    inside: int = 0
    placeless: int = 0
    unknown: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    untyped: list[str] = field(default_factory=list)
    recoded: int = 0
    acts: int = 0
    zeros: int = 0
    again: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, in words."""
        said = [] if self.rows else ["it holds no rows"]
        if self.lacking:
            said.append(f"it has no column {', '.join(self.lacking)}: what they tell is not known")
        if self.recoded:
            many = f"{self.recoded:,} line{' is' if self.recoded == 1 else 's are'}"
            said.append(f"{many} not UTF-8, and read as Windows-1252")
        if self.untyped:
            said.append(f"acts of types that are none of PLOVER's ({', '.join(self.untyped[:5])}) are in no channel")
        if self.placeless:
            names = f" ({', '.join(map(_plain, self.unknown[:5]))})" if self.unknown else ""
            said.append(f"{_rows(self.placeless)} of actors that are no country{names} left out")
        if self.inside:
            said.append(f"{_rows(self.inside)} within one country left out")
        if self.acts > self.kept:
            said.append(
                f"{_rows(self.kept)} gave {self.acts:,} acts: one that names several countries is an act of each pair"
            )
        if self.again:
            each = "stands" if self.again == 1 else "stand"
            said.append(f"{_rows(self.again)} {each} in it already with the same number of the publisher; counted once")
        if self.zeros:
            one, many = (
                "value of 0 makes no row in the ledger; it is told as a zero",
                "values of 0 make no row in the ledger; they are told as zeros",
            )
            said.append(f"{self.zeros:,} {one if self.zeros == 1 else many} all the same")
        return tuple(said)


def _plain(name: str) -> str:
    """A name as it is told: the number of a country as a whole one.

    >>> _plain("240.0"), _plain("Ruritania")
    ('240', 'Ruritania')
    """
    whole = name.removesuffix(".0")
    return whole if whole.isdigit() else name


def _rows(many: int) -> str:
    return f"{many:,} row{'' if many == 1 else 's'}"
