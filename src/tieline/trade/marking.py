"""The marks of doubt that stand for a series of flows: which of those that loads have left are about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from tieline.ledger import Ledger

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
        """The marks of these datasets that are about these countries, or about all."""
        return cls(
            tuple(
                ledger.recall(
                    f"SELECT {', '.join(MARK_COLUMNS)} FROM marks WHERE dataset IN (SELECT unnest($1::VARCHAR[])) "
                    "AND (reporter IS NULL OR reporter IN (SELECT unnest($2::VARCHAR[])))",
                    [sorted(datasets), list(countries)],
                ).to_pylist()
            )
            if datasets
            else ()
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


def marks_sql(
    *, countries: Sequence[str] = (), datasets: Sequence[str] = (), flag: str | None = None
) -> tuple[str, list[Any]]:
    """The query for marks, and its parameters: those about all of these countries, of these datasets, of this kind."""
    where = ["true"]
    given: list[Any] = []
    for country in countries:
        given.append(country)
        where.append(f"(reporter = ${len(given)} OR partner = ${len(given)} OR reporter IS NULL)")
    if datasets:
        given.append(list(datasets))
        where.append(f"dataset IN (SELECT unnest(${len(given)}::VARCHAR[]))")
    if flag:
        given.append(flag)
        where.append(f"flag = ${len(given)}")
    order = "dataset, vintage, flag, period, reporter, partner, flow, code"
    return f"SELECT {', '.join(MARK_COLUMNS)} FROM marks WHERE {' AND '.join(where)} ORDER BY {order}", given
