"""What a bloc trades with a country: the sums over its members by product, incomplete where a member is silent."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tieline.ledger import Ledger
from tieline.model.periods import Period
from tieline.trade.asking import MIRRORED, Question
from tieline.trade.baskets import BasketLine
from tieline.trade.bloc_answers import releases, sides_of
from tieline.trade.bloc_steps import CHOSEN, MIXED, PARTS, SIDES, TOPS, WIDER
from tieline.trade.blocs import bloc_members, ever
from tieline.trade.pipeline import Pipeline

_WITHIN = """
SELECT * FROM chosen WHERE partner = $other AND classification = $classification AND length(code) >= $digits
    AND NOT contains(code, ',')
"""
_LEVELS = """
SELECT reporter, period_start, classification, edition, left(code, $digits) AS product, sum(value_usd) AS usd,
    count(*) FILTER (value_usd IS NULL) AS withheld, string_agg(DISTINCT nullif(flags, ''), ',') AS flags, any_value(basis) AS basis
FROM tops GROUP BY ALL
UNION ALL BY NAME
SELECT reporter, period_start, classification, edition, '' AS product, value_usd AS usd, 0 AS withheld, flags, basis
FROM chosen WHERE partner = $other AND code = ''
"""
# of several editions of a member's year the newest
_ONE = """
SELECT * FROM levels QUALIFY product = '' OR dense_rank() OVER (
    PARTITION BY reporter, period_start, product ORDER BY edition DESC NULLS LAST) = 1
"""
_SPOKEN = """
SELECT DISTINCT reporter, period_start FROM chosen WHERE code <> '' AND classification = $classification
"""
_ANSWER = """
SELECT spoken.reporter, spoken.period_start, one_level.* EXCLUDE (reporter, period_start)
FROM spoken LEFT JOIN one_level USING (reporter, period_start) ORDER BY 1, 2, product
"""
_TURNED = """
SELECT * REPLACE (partner AS reporter, reporter AS partner) FROM told WHERE list_contains($partners::VARCHAR[], partner)
"""
_STEPS = (
    Pipeline()
    .then("sides", SIDES)
    .then("chosen", CHOSEN)
    .then("within", _WITHIN)
    .then("mixed", MIXED)
    .then("wider", WIDER)
    .then("parts", PARTS)
    .then("tops", TOPS)
    .then("levels", _LEVELS)
    .then("one_level", _ONE)
    .then("spoken", _SPOKEN)
    .then("answer", _ANSWER)
)


def bloc_basket(
    ledger: Ledger, question: Question, digits: int, *, last: bool = False
) -> tuple[list[BasketLine], list[str]]:
    """The products of a bloc's trade with a country, or of a country's with a bloc, by dataset, flow, year and value.

    As the reporter has them; the queries behind stand beside them. Formulas as in `baskets`. Where a member of the bloc
    reports no product of that flow and year, every sum of the year is incomplete and has no value.
    """
    bloc, other = sides_of(question)
    own = question.reporter == bloc
    lines: list[BasketLine] = []
    queries: list[str] = []
    for dataset, vintage in releases(ledger, question):
        for flow in ("exports", "imports"):
            given = {
                "dataset": dataset, "vintage": vintage, "flow": flow, "opposite": MIRRORED[flow],
                "classification": question.classification, "freq": "A", "digits": digits, "product": "",
                "members": list(ever(bloc)) if own else [other], "first": question.since or date(1900, 1, 1),
                "last": question.until or date(2100, 12, 31),
            }  # fmt: skip
            steps = _asked(given, None if own else list(ever(bloc)), other)
            rows = ledger.query(steps.sql(), steps.parameters).to_pylist()
            if not any(row["product"] for row in rows):
                continue
            queries.append(steps.shown())
            years = sorted({row["period_start"] for row in rows if row["product"]})
            sums = {start: _year(rows, bloc, other, start, own=own) for start in years}
            for start in years[-1:] if last else years:
                before = sums.get(start.replace(year=start.year - 1))
                lines += _lines(question, sums[start], before, start, flow=flow, dataset=dataset, vintage=vintage)
    return lines, queries


def _asked(given: Mapping[str, Any], partners: list[str] | None, other: str) -> Pipeline:
    """The steps with their values; where the country reports of a bloc's members, these stand where else reporters do."""
    if partners is None:
        return Pipeline(_STEPS.steps, {**given, "other": other})
    return Pipeline(
        (("told", SIDES), ("sides", _TURNED), *_STEPS.steps[1:]), {**given, "partners": partners, "other": other}
    )


class _Year:
    """The sums of a year: each product's, the whole, and who is silent."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], silent: set[str]) -> None:
        told = list(rows)
        self.silent = tuple(sorted(silent))
        self.flags: dict[str, list[str]] = {}
        self.values: dict[str, float | None] = {}
        totals: dict[str, float] = {}
        parts: dict[str, list[float | None]] = {}
        for row in told:
            if row["product"]:
                parts.setdefault(row["product"], []).append(None if row["withheld"] else row["usd"])
                self.flags.setdefault(row["product"], []).extend(f for f in (row["flags"] or "").split(",") if f)
            elif row["usd"] is not None:
                totals[row["reporter"]] = row["usd"]
        for product, values in parts.items():
            known = [value for value in values if value is not None]
            self.values[product] = None if silent or len(known) < len(values) else math.fsum(known)
        self.told = bool(totals) and set(totals) >= {row["reporter"] for row in told if row["product"]}
        self.basis = next((row["basis"] for row in told if row["basis"]), "reported")
        summed = math.fsum(value for value in self.values.values() if value is not None)
        whole = max(summed, math.fsum(totals.values())) if self.told else summed
        self.whole = None if silent or None in self.values.values() else whole


def _year(rows: Iterable[Mapping[str, Any]], bloc: str, other: str, start: date, *, own: bool) -> _Year:
    here = [row for row in rows if row["period_start"] == start]
    now = set(bloc_members(bloc, date(start.year, 12, 31)) - {other})
    silent = now - {row["reporter"] for row in here} if own else set()
    return _Year([row for row in here if row["reporter"] in now], silent)


def _lines(question: Question, year: _Year, before: _Year | None, start: date, **names: str) -> Iterable[BasketLine]:
    ordered = sorted(year.values, key=lambda code: (-(year.values[code] or 0.0), code))
    base = before.whole if before is not None and before.told == year.told else None
    rank = 0
    for product in ordered:
        value = year.values[product]
        rank += bool(value)
        former = None if before is None or before.whole is None else before.values.get(product, 0.0)
        change = None if value is None or former is None else value - former
        silent = () if value is not None else ("incomplete", *(f"no-report-{code}" for code in year.silent))
        yield BasketLine(
            reporter=question.reporter, partner=str(question.partner), product=product,
            classification=question.classification, period=Period.of_months(start.year, 1, 12).iso, value_usd=value,
            share=value / year.whole if value is not None and year.whole else None, rank=rank if value else None,
            change=change, contribution=change / base if change is not None and base else None, basis=year.basis,
            flags=(*dict.fromkeys(year.flags.get(product, ())), *silent, "bloc"), **names,
        )  # fmt: skip
