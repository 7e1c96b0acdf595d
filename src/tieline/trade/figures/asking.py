"""A question to the flows, and the words in which questions and answers about trade are put.

`steps` has the SQL that answers a question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

By = Literal["year", "quarter", "month"]
BY: tuple[By, ...] = get_args(By)
FREQ: dict[By, str] = {"year": "A", "quarter": "Q", "month": "M"}
MIRRORED = {"exports": "imports", "imports": "exports"}
FLOWS = ("exports", "imports", "re-exports", "re-imports", "domestic-exports", "trade", "balance")


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the rows that a question reads.

    Attributes:
        year: In which they start.
        first: Their codes are this one or behind it, as text.
        before: Their codes are before this one; none for all that are left.
    """

    year: int
    first: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the flows.

    Attributes:
        reporter: Whose trade, ISO 3166-1 alpha-3.
        partner: With whom; None for each partner.
        codes: HS codes and ranges of them; none for all products.
        since: From this day on.
        until: Up to this day.
        by: The periods of the answer.
        datasets: Only these; all if there are none.
        as_known_on: Nothing that was released later. What has no date of release is left out.
        every_vintage: All vintages side by side, not the newest of each figure.
        classification: Of which the codes are: `HS`, `SITC`.
        vintage: Only this release; None for the newest.
        plain: Every row of the datasets is a year of two countries, a value and a code of one length: what a layout promises is not asked
            of each of ten million rows.
        plain_datasets: Those of the datasets asked that are so.
        other_datasets: Those that are not.
        from_files: The datasets that came from files, in which a code is there once; None to let the query look.
        beside: A bloc to be shown beside the partners of a country, as the sum over its members.
        members_on: A bloc is its members of this day at all times, so that no one who joins or leaves looks like trade; None for
            the members of each time.
        slice: Only these rows; None for all.
        whole: Only rows of all products, whose figures are stated as such.
        once: One plain dataset at one vintage, all of one edition: a figure of a code as long as its own is one row.
        pooled: Of a bloc with all partners these are not told apart, so that millions of rows become one line for each code.
        listed: Of one release of a plain dataset, the keys of those pairs in which a bloc is listed itself; None if that was not looked for.
        alike: Of that release, the columns that are the same in all its rows, and what is in them: they need not be read.
    """

    reporter: str
    partner: str | None = None
    codes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    by: By = "year"
    datasets: tuple[str, ...] = ()
    as_known_on: date | None = None
    every_vintage: bool = False
    classification: str = "HS"
    vintage: str | None = None
    plain: bool = False
    plain_datasets: tuple[str, ...] = ()
    other_datasets: tuple[str, ...] = ()
    from_files: tuple[str, ...] | None = None
    beside: str | None = None
    members_on: date | None = None
    slice: Slice | None = None
    whole: bool = False
    once: bool = False
    pooled: bool = False
    listed: tuple[int, ...] | None = None
    alike: tuple[tuple[str, str | None], ...] = ()

    @property
    def split(self) -> bool:
        """Rows of some codes alone are read, which do not tell whether others are there: the sums of the files do."""
        return self.whole or (self.slice is not None and bool(self.slice.first or self.slice.before))

    @property
    def product(self) -> str | None:
        """The codes as one text; None for all products."""
        return ",".join(self.codes) or None


State = Literal["figure", "zero", "missing", "incomplete", "not-reported"]


def state_of(value_usd: float | None, flags: Sequence[str]) -> State:
    """What a row without a figure means: nothing reported, a part that is silent, or withheld; and a zero that is stated.

    >>> state_of(0.0, ()), state_of(None, ("incomplete",)), state_of(None, ())
    ('zero', 'incomplete', 'missing')
    """
    if value_usd is not None:
        return "figure" if value_usd else "zero"
    if "not-reported" in flags:
        return "not-reported"
    return "incomplete" if "incomplete" in flags else "missing"


def flags_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The flags of a row of `lines` (see `steps`): those of its rows, and how it was made."""
    said = [flag for flag in (row["flags"] or "").split(",") if flag]
    if not row["exact"]:
        said.append("sum-of-codes")
    if row["made_of"]:
        said.append(f"sum-of-{row['made_of']}s")
    if row["value_usd"] is None:
        said.append("incomplete" if row["missing_parts"] else "no-rate" if row["unpriced"] else "missing")
    return tuple(dict.fromkeys(said))


RELEASED = (
    "CASE WHEN regexp_matches(vintage, '^\\d{4}-\\d{2}-\\d{2}') THEN left(vintage, 10) "
    "WHEN regexp_matches(vintage, '^\\d{4}-\\d{2}') THEN left(vintage, 7) || '-31' "
    "WHEN regexp_matches(vintage, '^\\d{4}') THEN left(vintage, 4) || '-12-31' END"
)
"""The last day on which a vintage can have been released; null if that is not known."""
