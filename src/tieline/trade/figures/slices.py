"""Which parts of the flows a question is put to one after the other, so that a decade of a bloc's trade never lies in memory whole.

Each figure of `steps` is made of rows that start in one calendar year and, of each code by itself, have codes that start
alike. So a question of each code may be asked year by year, and a large year code range by code range, with the same answers:
what hangs on other codes (which release is the newest, whether a bloc or its member tells a figure itself) the steps then read
off the sums of the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tieline.ledger import Ledger, Scan
from tieline.trade.figures.asking import Question, Slice
from tieline.trade.figures.blocs import bloc_of
from tieline.trade.figures.pair_steps import about_all_partners, by_pairs, listed_sql
from tieline.trade.figures.plain_steps import one_row
from tieline.trade.figures.rows import codes_sql, scan_of, scan_of_last_years, years_sql
from tieline.trade.figures.vintages import about_datasets, alike_if_one_edition, vintages

MOST = 350_000
"""Rows whose sums by pair and code are in memory together, a kilobyte each with all that is told of them; rows that are not added up take less."""

_MANY = 10 * MOST
"""Rows of all codes behind a question to some of them, from which on its years are asked one by one."""


@dataclass(frozen=True, slots=True)
class Put:
    """A query that was put to a part of the flows."""

    sql: str
    question: Question

    def about(self, dataset: str, code: str) -> bool:
        """Whether it asked for a code in a dataset."""
        part, names = self.question.slice, self.question.datasets
        within = part is None or (code >= part.first and (not part.before or code < part.before))
        return within and (not names or dataset in names)


@dataclass(frozen=True, slots=True)
class Told:
    """What there is of each year.

    Attributes:
        flows: The years of each dataset and flow, the last one first.
        own: Those that the country tells itself, by dataset, flow and year.
        rows: How many rows each year has.
    """

    flows: Mapping[tuple[str, str], tuple[int, ...]]
    own: frozenset[tuple[str, str, int]]
    rows: Mapping[int, int]

    @property
    def years(self) -> tuple[int, ...]:
        """All of them, the last one first."""
        return tuple(sorted(self.rows, reverse=True))


def told(ledger: Ledger, question: Question, *, totals: bool = False) -> Told:
    """Of which years a country's flows tell, whoever states them, by the sums that are kept of the files.

    Args:
        ledger: Where it is asked.
        question: Of whom, with whom, of which time.
        totals: Figures for all products count too, not those of products alone.
    """
    flows: dict[tuple[str, str], set[int]] = {}
    rows: dict[int, int] = {}
    own = set()
    for row in ledger.query(years_sql(question, totals=totals), scan=scan_of_last_years(question)).to_pylist():
        key = (row["dataset"], "exports" if row["sold"] else "imports")
        flows.setdefault(key, set()).add(row["year"])
        if row["own"]:
            own.add((*key, row["year"]))
        rows[row["year"]] = rows.get(row["year"], 0) + row["rows"]
    return Told({key: tuple(sorted(years, reverse=True)) for key, years in flows.items()}, frozenset(own), rows)


def by_dataset(ledger: Ledger, question: Question) -> Iterator[Question]:
    """The question of each plain dataset by itself, which is the large one, and of all others together."""
    plain = question.plain_datasets
    others = question.other_datasets or tuple(name for name in question.datasets if name not in plain)
    for name in plain:
        releases = vintages(ledger, name)
        only = releases[0] or None if len(releases) == 1 else None  # no newer one has to be looked for
        vintage = question.vintage or only
        same = alike_if_one_edition(ledger, name) if vintage is not None and not question.every_vintage else ()
        once = bool(same)
        asked = replace(question, **about_datasets(ledger, [name]), vintage=vintage, once=once, alike=same)
        yield _of_pairs(ledger, asked) if once and about_all_partners(asked) else asked
    if others:
        yield replace(question, **about_datasets(ledger, others))
    if not plain and not others:
        yield question


def _of_pairs(ledger: Ledger, question: Question) -> Question:
    """A bloc's question to one release with what the sums tell: where the bloc is listed itself."""
    bloc, scan = bloc_of(question), Scan(datasets=question.datasets, summed=question.datasets, totals="all")
    listed = ledger.rows(listed_sql(question, bloc), scan=scan) if bloc else []
    return replace(question, listed=tuple(row["pair"] for row in listed))


def by_year(ledger: Ledger, question: Question) -> Iterator[Question]:
    """A question to the codes of many rows, of each dataset by itself; of very many one year after the other, the first one first."""
    there = told(ledger, question) if question.codes and question.by == "year" else None
    rows = sum(there.rows.values()) if there else 0
    if there is None or rows <= MOST:
        yield question
    else:
        for asked in by_dataset(ledger, question):
            if (
                rows <= _MANY or len(there.rows) < 2 or by_pairs(asked, None)
            ):  # of each year there are some hundred sums
                yield asked
            else:
                for year in reversed(told(ledger, asked).years):
                    yield replace(asked, slice=Slice(year))


def of_bloc(ledger: Ledger, question: Question) -> Iterator[Question]:
    """A question to a bloc's products with all partners, of each dataset by itself (see `pair_steps`); any other as it is."""
    if question.codes and not question.every_vintage and about_all_partners(question):
        yield from by_dataset(ledger, question)
    else:
        yield question


def pieces(ledger: Ledger, question: Question, digits: int | None) -> Iterator[Question]:
    """A question for the rows behind figures, in their order: in as many parts as have each no more rows than are held together.

    Args:
        ledger: Where it is asked.
        question: What is asked.
        digits: Of the codes, where figures are of each code.
    """
    if question.by != "year":
        yield question
        return
    for asked in sorted(by_dataset(ledger, question), key=lambda each: each.datasets):
        there = told(ledger, asked, totals=not asked.codes and digits is None)
        if sum(there.rows.values()) <= MOST:
            yield asked
        else:
            for year in reversed(there.years):
                yield from (
                    slices(ledger, asked, digits, year, there.rows[year])
                    if digits
                    else (replace(asked, slice=Slice(year)),)
                )


def slices(ledger: Ledger, question: Question, digits: int, year: int, rows: int) -> Iterator[Question]:
    """The question of a year, of so many rows: whole, or of one range of codes after the other.

    Args:
        ledger: Where it is asked.
        question: What is asked, of each code.
        digits: Of the codes.
        year: In which the rows start.
        rows: How many there are, of all codes.
    """
    whole = replace(question, slice=Slice(year))
    most = (
        3 * MOST // 2 if one_row(question, digits) and question.partner else MOST
    )  # of each partner there is a sum more
    of_group = bool(question.codes) and not question.plain  # one that is published as one figure tells of other codes
    if rows <= most or question.pooled or of_group:
        yield whole
        return
    asked = ledger.query(codes_sql(whole, digits), scan=scan_of(whole, digits)).to_pylist()
    start, held = "", 0
    for row in asked:
        if held and held + row["rows"] > most:
            yield replace(question, slice=Slice(year, start, row["start"]))
            start, held = row["start"], 0
        held += row["rows"]
    yield replace(question, slice=Slice(year, start))
