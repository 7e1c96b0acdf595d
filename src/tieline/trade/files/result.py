"""What loading a statistics file gives: tables of flows, and the rows that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows that were left out.

    Attributes:
        file: The file's name, as given.
        line: The line in the file (the header is line 1), of the first row if there are several; None for the file as a whole.
        reason: What was wrong, the value, and what is allowed; with the count and the first lines of several rows.
    """

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Loading:
    """A file as it is being loaded.

    `tables` is read once; `problems` and `notes` fill while it is read, and are complete when it is exhausted.

    Attributes:
        layout: The name of the layout, a key of `LAYOUTS`.
        dataset: The name under which the rows go into the ledger; None where the file names one in each row.
        tables: Tables with the schema of the ledger's flows.
        problems: The rows that were left out, and why.
        notes: What is odd about the rows that were read (a year that repeats another), in sentences for a person.
    """

    layout: str
    dataset: str | None
    tables: Iterator[pa.Table]
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def lines_in_words(lines: list[int], shown: int = 5) -> str:
    """Name a few line numbers, and say how many more there are.

    >>> lines_in_words([4]), lines_in_words([2, 3, 5, 8, 9, 12, 15], shown=3)
    ('line 4', 'lines 2, 3, 5 and 4 more')
    """
    if len(lines) == 1:
        return f"line {lines[0]}"
    head = ", ".join(str(line) for line in lines[:shown])
    return f"lines {head} and {len(lines) - shown} more" if len(lines) > shown else f"lines {head}"


def no_rate_notes(unpriced: Mapping[tuple[str, str], int]) -> list[str]:
    """Of which rows a value in another currency has no rate: how many, by currency and year.

    >>> no_rate_notes({("KZT", "2021"): 3, ("KZT", "2020"): 1})
    ['4 rows are in KZT, and no rate was given for 2020, 2021: no value in US dollars (docs: a table of your own, [rates])']
    """
    notes = []
    for currency in sorted({unit for unit, _ in unpriced}):
        years = sorted(year for unit, year in unpriced if unit == currency)
        count = sum(unpriced[currency, year] for year in years)
        whole = f"{', '.join(years[:5])}{' and more' if len(years) > 5 else ''}"
        be = "1 row is" if count == 1 else f"{count:,} rows are"
        notes.append(
            f"{be} in {currency}, and no rate was given for {whole}: no value in US dollars (docs: a table of your own, [rates])"
        )
    return notes
