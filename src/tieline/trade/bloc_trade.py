"""A bloc's trade in a year with all: what it buys outside by partner, what its members buy from each other, what they sell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tieline.ledger import Ledger
from tieline.model.countries import countries
from tieline.trade.asking import Question
from tieline.trade.bloc_answers import rows_of_members
from tieline.trade.blocs import bloc_members, ever
from tieline.trade.vintages import vintages

_YEARS = """
SELECT dataset, max(year(period_start)) AS last FROM flows
WHERE freq = 'A' AND detail = '' AND coalesce(period_start >= $first, true) AND coalesce(period_end <= $last, true)
    AND coalesce(starts_with(code, $code), true) AND ($all OR list_contains($datasets::VARCHAR[], dataset))
    AND ((flow = 'imports' AND list_contains($members::VARCHAR[], reporter))
        OR (flow = 'exports' AND basis = 'reconciled' AND list_contains($members::VARCHAR[], partner)))
GROUP BY dataset ORDER BY dataset
"""


@dataclass(frozen=True, slots=True)
class BlocTrade:
    """US dollars, of one year and the products asked for.

    Attributes:
        imports: From outside, by partner.
        imports_within: What members import from each other.
        exports: Of the members to all, those within included; None where the dataset has no exports of a member.
        silent: Members that report nothing: the sums lack their part.
    """

    imports: dict[str, float]
    imports_within: float
    exports: float | None
    silent: tuple[str, ...]
    vintage: str
    queries: tuple[str, ...]


def bloc_years(ledger: Ledger, question: Question) -> dict[str, int]:
    """The last year that each dataset has of the imports of a bloc's members, within the time asked for."""
    given = {
        "first": question.since, "last": question.until, "code": question.codes[0] if len(question.codes) == 1 else None,
        "datasets": list(question.datasets), "all": not question.datasets, "members": list(ever(question.reporter)),
    }  # fmt: skip
    return {row["dataset"]: row["last"] for row in ledger.query(_YEARS, given).to_pylist()}


def bloc_trade(ledger: Ledger, question: Question, dataset: str) -> BlocTrade:
    """The trade of a bloc in the year of a question (its last day tells who is a member)."""
    vintage = vintages(ledger, dataset, as_known_on=question.as_known_on)[0]
    assert question.until is not None  # noqa: S101
    now = bloc_members(question.reporter, question.until)
    bought, sold = (rows_of_members(ledger, question, dataset, vintage, flow) for flow in ("imports", "exports"))
    groups = {one.code for one in countries() if one.kind in {"organisation", "world"}}
    imports: dict[str, float] = {}
    within = 0.0
    for row in _of(bought.rows, now):
        if row["partner"] in now:
            within += row["usd"] or 0.0
        elif row["partner"] not in groups:
            imports[row["partner"]] = imports.get(row["partner"], 0.0) + (row["usd"] or 0.0)
    exports = 0.0
    for member in now:
        ours = [row for row in _of(sold.rows, now) if row["reporter"] == member]
        world = [row for row in ours if row["partner"] == "WLD"]
        exports += sum(row["usd"] or 0.0 for row in world or ours if world or row["partner"] not in groups)
    silent = now - {row["reporter"] for row in bought.rows}
    told = now <= {row["reporter"] for row in sold.rows}
    return BlocTrade(
        imports,
        within,
        exports if told else None,
        tuple(sorted(silent)),
        vintage,
        (bought.query.shown(), sold.query.shown()),
    )


def _of(rows: Iterable[Mapping[str, Any]], now: frozenset[str]) -> list[Mapping[str, Any]]:
    return [row for row in rows if row["partner"] and row["reporter"] in now]
