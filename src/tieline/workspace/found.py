"""What all answers about trade and ties share: lines, the queries behind them, the way to their rows and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tieline.model.periods import Period
from tieline.report.tables import unique
from tieline.workspace.result import Result

if TYPE_CHECKING:
    from tieline.trade.figures.slices import Put

T = TypeVar("T")
Rows = list[dict[str, Any]]
_LARGE = 1e6
"""From here on a value is money, and told to three digits behind the point."""
_ACROSS = {"exports": "imports", "imports": "exports"}
SOURCE_NAMES = ("publisher", "citation", "url")
MOST_ROWS = 100_000
"""So many rows behind an answer are given; its query gives all."""


def _nothing() -> Rows:
    return []


def _none() -> Iterator[dict[str, Any]]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Behind:
    """The way to what is behind an answer: its rows, and where they are from. Asked when called.

    Attributes:
        by: The column by which all rows together are sorted.
    """

    rows: Callable[[], Iterable[dict[str, Any]]] = _none
    sources: Callable[[], Rows] = _nothing
    by: str = ""


@dataclass(frozen=True, repr=False)
class Found(Result[T], Generic[T]):
    """What all answers about trade share.

    Attributes:
        title: What was asked, in words.
        lines: The answer. Iterating gives them.
        queries: The queries behind it, with their values written in.
        put: Where it was asked in parts: the queries that were put to each.
        behind: The way to its rows and sources.
        notes: What the reader of the answer must know.
    """

    title: str
    lines: tuple[T, ...] = ()
    queries: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    behind: Behind = field(default_factory=Behind, repr=False, compare=False)
    put: tuple[Put, ...] = field(default=(), repr=False, kw_only=True)

    def __iter__(self) -> Iterator[T]:
        return iter(self.lines)

    def more_behind(self, at: int, rows: Rows) -> dict[str, Any]:  # noqa: ARG002 -- for those that have more
        """What else explains the line at a place, beside its rows: nothing, as a rule."""
        return {}

    def __str__(self) -> str:
        return self.title

    def objects(self) -> Rows:
        """The lines as JSON objects; lists stay lists."""
        return [{name: value_of(line, name) for name in self.columns} for line in self.lines]

    def rows(self) -> Rows:
        """Flat rows; lists are joined by commas."""
        return [
            {name: ",".join(value) if isinstance(value, list) else value for name, value in row.items()}
            for row in self.objects()
        ]

    @property
    def sql(self) -> tuple[str, ...]:
        """The queries behind the lines."""
        return (*self.queries, *(put.sql for put in self.put))

    def sql_of(self, line: T) -> tuple[str, ...]:
        """Those queries that a line stands on: of an answer that was asked in parts, those that asked for its code."""
        code, dataset = getattr(line, "product", None), getattr(line, "dataset", "")
        parts = [put for put in self.put if not code or put.about(dataset, code)]
        return (*self.queries, *(put.sql for put in parts))

    def evidence(self) -> Rows:
        """The rows of statistics behind the lines, each with its file and line; at most MOST_ROWS."""
        rows = list(self.behind.rows())
        return sorted(rows, key=lambda row: str(row[self.behind.by])) if self.behind.by else rows

    def evidence_as_it_comes(self) -> Iterator[dict[str, Any]]:
        """The same one by one, in the order in which it is found: a hundred thousand rows at once take hundreds of megabytes."""
        return iter(self.behind.rows())

    def rows_of(self, line: T, evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """Those rows of the evidence that a line stands on."""
        return rows_behind(line, evidence)

    def source_rows(self) -> Rows:
        """Where the figures are from: each dataset, vintage, citation and file once."""
        return self.behind.sources()

    @property
    def sources(self) -> tuple[str, ...]:
        """Publishers, citations and addresses of the figures."""
        return tuple(unique(row[name] for row in self.source_rows() for name in SOURCE_NAMES if row.get(name)))


def rows_behind(line: Any, evidence: Iterable[Mapping[str, Any]]) -> Rows:
    """Those rows of the evidence that a line's value is made of."""
    partner = None if "sum-of-partners" in line.flags else line.partner
    way: tuple[tuple[Any, Any, str], ...] = (
        (line.reporter, partner, line.flow),
        (partner, line.reporter, _ACROSS.get(line.flow, line.flow)),
    )
    if hasattr(line, "indicator"):
        code, wanted = "" if "," in (line.product or "") else line.product or "", way
    else:
        code = (getattr(line, "product", None) or "") if hasattr(line, "classification") else ""
        wanted = way[:1] if line.basis == "reported" else way[1:] if line.basis == "mirror" else way
    period = Period.parse(line.period)
    return [
        dict(row)
        for row in evidence
        if row["dataset"] == line.dataset
        and any(
            _is(row["reporter"], one) and _is(row["partner"], two) and row["flow"] == (flow or row["flow"])
            for one, two, flow in wanted
        )
        and Period.parse(row["period"]) in period
        and row["code"].startswith(code)
    ]


def _is(country: str, asked: str | None) -> bool:
    """The country of a row is the one of a line, or a member of the bloc that the line is of; None stands for all."""
    from tieline.trade.figures.blocs import ever, is_bloc, namesakes  # noqa: PLC0415

    if asked in {None, country}:
        return True
    return is_bloc(str(asked)) and country in ever(str(asked)) | {one.member for one in namesakes(str(asked))}


def value_of(line: Any, name: str) -> Any:
    """What a line has under a name: a tuple as a list, a number as it is given."""
    value = line[name] if isinstance(line, dict) else getattr(line, name)
    return list(value) if isinstance(value, tuple) else settled(value)


def settled(value: Any) -> Any:
    """A number as it is given: with 14 digits, and to a tenth of a cent.

    Threads add up floats in any order, so that what lies behind that differs from run to run.

    >>> settled(264356100.77200004), settled(0.40827151227600045), settled(64900000.00000001), settled(0.00012345678)
    (264356100.772, 0.408271512276, 64900000.0, 0.00012345678)
    """
    if not isinstance(value, float):
        return value
    return round(value, 3) if abs(value) >= _LARGE else float(f"{value:.14g}")
