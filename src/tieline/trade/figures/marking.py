"""The marks of doubt that stand for a series of flows: which of those that loads have left are about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from tieline.ledger import Ledger, Mark, sql_literal

MARK_COLUMNS = (
    "flag",
    "dataset",
    "vintage",
    "reporter",
    "partner",
    "flow",
    "classification",
    "code",
    "period",
    "detail",
)

_OF_DATASET = f"SELECT {', '.join(MARK_COLUMNS)} FROM marks WHERE dataset = $1 ORDER BY reporter NULLS FIRST, partner, flow, vintage, period, flag, code, detail"

KINDS = ("copied-year", "jump", "parts-differ", "gap", "edition-break", "suspected-kor-prk")
"""The kinds of marks, as docs/ledger.md has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One figure's place: a reporter's flow with a partner in a period; `product` None for all products."""

    dataset: str
    vintage: str
    reporter: str
    partner: str
    flow: str
    period: str
    product: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks, as rows of the view `marks`."""

    rows: tuple[Mapping[str, Any], ...]

    @classmethod
    def about(cls, ledger: Ledger, datasets: Collection[str], countries: Sequence[str]) -> Self:
        """The marks of these datasets that are about these countries, or about all.

        All marks of a dataset, some thousand, are asked for once and kept, in the order of their countries.
        """
        found: list[Mapping[str, Any]] = []
        for dataset in sorted(set(datasets)):
            kept = ledger.recall(_OF_DATASET, [dataset])
            names = [name or "" for name in kept["reporter"].to_pylist()]
            for who in ("", *sorted(set(countries))):
                first = bisect_left(names, who)
                found += kept.slice(first, bisect_right(names, who) - first).to_pylist()
        return cls(tuple(found))

    def between(self, *, dataset: str, vintage: str, reporter: str, partner: str) -> Self:
        """Those that may stand for a reporter's flows with a partner: of a thousand figures each looks through these alone."""
        place = {"dataset": dataset, "vintage": vintage, "reporter": reporter, "partner": partner}
        return type(self)(
            tuple(mark for mark in self.rows if all(mark[name] in {None, at} for name, at in place.items()))
        )

    def of(self, series: Series, *, of_codes: bool) -> Iterator[Mapping[str, Any]]:
        """The marks that stand for a series; one of a year stands for its months too.

        Args:
            series: Where it stands.
            of_codes: It is made of codes, so that a change of their edition matters.
        """
        for mark in self.rows:
            if mark["flag"] == "edition-break" and not of_codes:
                continue
            if mark["code"] is not None and mark["code"] != (series.product or ""):
                continue
            if mark["period"] in {None, series.period, series.period[:4]} and all(
                mark[name] in {None, getattr(series, name)}
                for name in ("dataset", "vintage", "reporter", "partner", "flow")
            ):
                yield mark


def told_before(ledger: Ledger, dataset: str) -> set[tuple[str | None, ...]]:
    """What the marks of a dataset say (`Mark.told`), so that a load tells only what it has found."""
    names = ("flag", "reporter", "partner", "flow", "code", "period", "detail")
    return {tuple(row[name] for name in names) for row in ledger.rows(marks_sql(datasets=[dataset]))}


def doubts_in_words(marks: Sequence[Mark], dataset: str) -> list[str]:
    """What a load has found doubtful, as one note: how many of each kind, and the first of each; nothing for none.

    >>> found = [Mark(load_id="", dataset="d", vintage="", flag="gap", detail="no 2003"), Mark(load_id="", dataset="d", vintage="", flag="gap", detail="no 2004")]
    >>> doubts_in_words(found, "d")
    ['doubtful: 2 gap (no 2003; ...). All: `tieline flags --dataset d`']
    """
    kinds = [(flag, [mark for mark in marks if mark.flag == flag]) for flag in KINDS]
    told = [f"{len(some):,} {flag} ({_first(some)})" for flag, some in kinds if some]
    return [f"doubtful: {', '.join(told)}. All: `tieline flags --dataset {dataset}`"] if told else []


def _first(marks: Sequence[Mark]) -> str:
    one = marks[0]
    place = " ".join(filter(None, (one.reporter, one.flow, one.partner, one.period))) if one.partner else ""
    return f"{place + ': ' if place else ''}{one.detail}{'; ...' if len(marks) > 1 else ''}"


def marks_sql(*, countries: Sequence[str] = (), datasets: Sequence[str] = (), flag: str | None = None) -> str:
    """The query for marks: those about all of these countries, of these datasets, of this kind."""
    where = ["true"]
    where += [f"(reporter = {one} OR partner = {one} OR reporter IS NULL)" for one in map(sql_literal, countries)]
    if datasets:
        where.append(f"dataset IN (SELECT unnest({sql_literal(list(datasets))}))")
    if flag:
        where.append(f"flag = {sql_literal(flag)}")
    order = "dataset, vintage, flag, period, reporter, partner, flow, code"
    return f"SELECT {', '.join(MARK_COLUMNS)} FROM marks WHERE {' AND '.join(where)} ORDER BY {order}"
