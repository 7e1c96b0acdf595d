"""Readings as SQL: for each, the query over the view `flows` that gives its rows again, with its values written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tieline.check.panel import RATE, Panel, Row
from tieline.check.parts import Judged
from tieline.check.phrases import scope_words, subject
from tieline.check.priors import weight_of, why_of
from tieline.check.quantities import Quantity, Scope
from tieline.check.setting import Setting
from tieline.ledger import sql_literal
from tieline.model.flows import pair_key
from tieline.model.periods import Period
from tieline.model.verdicts import Reading

_HEAD = "SELECT *\nFROM flows"
_ORDER = "ORDER BY period_start, reporter, partner, flow, hs, product"


def sql_of_rows(panel: Panel, rows: Iterable[Row]) -> str:
    """The query that gives just these rows of a panel."""
    groups: dict[tuple[str, str, str, str | None, str, str], list[Row]] = {}
    sums: list[str] = []
    for row in rows:
        if row.flow == RATE:  # of the user's table, not of the ledger
            continue
        if row.sql:
            sums.append(row.sql)
            continue
        key = (
            row.reporter,
            row.partner,
            str(row.cells["flow"]),
            row.cells["product"],
            row.cells["hs"] or "",
            row.cells["vintage"] or "",
        )
        groups.setdefault(key, []).append(row)
    vintages = {key[-1] for key in groups}
    terms = []
    for (reporter, partner, flow, product, hs, vintage), members in sorted(
        groups.items(), key=lambda item: str(item[0])
    ):
        goods = "product IS NULL" if product is None else f"product = {sql_literal(product)}"
        release = f" AND coalesce(vintage, '') = {sql_literal(vintage)}" if len(vintages) > 1 else ""
        terms.append(
            f"{_series(reporter, partner, flow)} AND {goods} AND coalesce(hs, '') = {sql_literal(hs)} AND {_periods(members)}{release}"
        )
    stated = [_query(panel, {pair_key(key[0], key[1]) for key in groups}, terms, vintages)] if groups else []
    queries = [*stated, *dict.fromkeys(sums)]
    return queries[0] if len(queries) == 1 else "\nUNION ALL BY NAME\n".join(f"({query})" for query in queries)


def sql_of_question(panel: Panel, quantity: Quantity, periods: Sequence[Period]) -> str:
    """The query for what was looked for and not found: every way to answer, the narrow reading of the product."""
    legs = ", ".join(
        f"({sql_literal(a)}, {sql_literal(b)}, {sql_literal(flow)})" for a, b, flow in sorted(_legs(quantity))
    )
    times = " OR ".join(
        f"(period_start <= DATE {sql_literal(p.end.isoformat())} AND period_end >= DATE {sql_literal(p.start.isoformat())})"
        for p in dict.fromkeys(periods)
    )
    term = f"(reporter, partner, flow) IN ({legs})\n    AND {_goods(quantity.scope)}\n    AND ({times})"
    return _query(panel, {quantity.pair}, [term], {panel.vintage})


def half_found(panel: Panel, quantity: Quantity, periods: Sequence[Period]) -> list[Row]:
    """The rows that would be a part of the answer where it can't be had as a whole."""
    legs = _legs(quantity)
    return [
        row
        for row in panel.pair_rows(quantity)
        if (row.reporter, row.partner, row.flow) in legs
        and any(row.period.overlaps(period) for period in periods)
        and (row.whole if quantity.scope.whole else row.product == quantity.scope.words)
    ]


def readings_of(setting: Setting, panel: Panel, judged: Sequence[Judged]) -> tuple[Reading, ...]:
    """The readings of a claim against a panel, those that the verdict rests on first; an empty one where all found nothing."""
    merged: dict[tuple[str, tuple[str, ...]], Reading] = {}
    for part in judged:
        for answer in part.answers:
            ids = tuple(dict.fromkeys(row.row_id for row in answer.rows))
            key = (answer.label, ids)
            before = merged.get(key)
            chosen = part.part.name == "rank" or answer is part.chosen
            merged[key] = Reading(
                label=answer.label,
                result={**(before.result if before else {}), part.key: answer.number},
                chosen=chosen or (before is not None and before.chosen),
                inferred=setting.inferred,
                rows=ids,
                sql=sql_of_rows(panel, answer.rows),
                name=answer.name,
                why=why_of(answer.name),
            )
    if not merged:
        what = f"{subject(setting.quantity)}, {scope_words(setting.quantity.scope)}, {setting.period.words()}"
        periods = (setting.period, setting.base)
        rows = half_found(panel, setting.quantity, periods)
        sql = sql_of_rows(panel, rows) if rows else sql_of_question(panel, setting.quantity, periods)
        label = f"{what} ({'not enough' if rows else 'nothing'} found)"
        return (Reading(label=label, inferred=setting.inferred, rows=tuple(row.row_id for row in rows), sql=sql),)
    totals: dict[tuple[str, ...], float] = defaultdict(float)  # of each number that is claimed
    for reading in merged.values():
        totals[tuple(reading.result)] += weight_of(reading.name)
    weighed = [
        replace(reading, prior=round(weight_of(reading.name) / totals[tuple(reading.result)], 3))
        for reading in merged.values()
    ]
    return tuple(sorted(weighed, key=lambda reading: (not reading.chosen, -(reading.prior or 0.0))))


def _legs(quantity: Quantity) -> set[tuple[str, str, str]]:
    return {(leg.reporter, leg.partner, leg.flow) for way in quantity.ways() for leg in way.legs}


def _series(reporter: str, partner: str, flow: str) -> str:
    return f"reporter = {sql_literal(reporter)} AND partner = {sql_literal(partner)} AND flow = {sql_literal(flow)}"


def _periods(rows: list[Row]) -> str:
    return f"period IN ({', '.join(sql_literal(each) for each in sorted({row.cells['period'] for row in rows}))})"


def _goods(scope: Scope) -> str:
    if scope.whole:
        return "product IS NULL AND coalesce(hs, '') = ''"
    terms = [f"lower(product) = {sql_literal((scope.words or '').casefold())}"] if scope.words else []
    if scope.readings:
        starts = sorted({code[:2] for code in scope.readings[0]})
        terms.append(f"hs IN ({', '.join(sql_literal(code) for code in scope.readings[0])})")
        terms.append(
            f"((hs_edition IS NOT NULL OR line IS NOT NULL) AND substr(hs, 1, 2) IN ({', '.join(map(sql_literal, starts))}))"
        )
    return f"({' OR '.join(terms)})"


def _query(panel: Panel, pairs: set[int], terms: list[str], vintages: set[str]) -> str:
    """The query over one dataset; of rows of several vintages each term names its own."""
    where = [
        f"dataset = {sql_literal(panel.dataset)}",
        *(f"coalesce(vintage, '') = {sql_literal(vintage)}" for vintage in vintages if len(vintages) == 1),
        f"pair IN ({', '.join(str(pair) for pair in sorted(pairs))})",
        "detail = ''",  # a row with a detail is a part of one without
    ]
    either = "\n    OR ".join(f"({term})" for term in terms)
    return f"{_HEAD}\nWHERE {' AND '.join(where)}\n  AND ({either})\n{_ORDER}"
