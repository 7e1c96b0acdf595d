"""The context of a shift or burst: what else moved then for the two countries, and which acts and documents fall in its window.

The window is the interval within which the change may have begun. What moved are marks of the same channel and dataset, of either
country with any other partner, that begin in the window (or a week or month beside it); those that won most stand first, with how many
series were tested, so that a change of everything is not read as one of the pair. Acts are weighed by how often they were reported, documents by
how many claims they make of the two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any, Final

from tieline.ledger import Ledger, claims_known, documents_known
from tieline.ties.asking import TRADE, Ask
from tieline.ties.changes import Change
from tieline.ties.coding import CONFLICT
from tieline.ties.codings import as_done, mutual
from tieline.ties.kinds import kind_of
from tieline.ties.shifts import changes_of_all
from tieline.workspace.tie_series import series_of

MOST: Final = 10
_BESIDE: Final = {"week": 7, "month": 31, "quarter": 0, "year": 0}
"""Days before and after the window in which what moved is taken to have moved then."""
Context = dict[str, Any]


def contexts(
    ledger: Ledger, ask: Ask, found: Sequence[Change]
) -> Callable[[int, Iterable[Mapping[str, Any]]], Context]:
    """What gives the context of the change at a place, from its acts; asked when called, and the other partners once.

    Args:
        ledger: Where other partners and documents are.
        ask: As the changes were asked for.
        found: The changes of a dyad.
    """

    @cache
    def others(country: str) -> tuple[Change, ...]:
        channels = tuple(dict.fromkeys((*ask.channels, *CONFLICT)))
        series = series_of(ledger, replace(ask, countries=(country,), channels=channels))
        return tuple(changes_of_all(series, with_none=True))

    def context(at: int, rows: Iterable[Mapping[str, Any]]) -> Context:
        change = found[at]
        if change.interval is None:
            return {}
        one = change.series
        return {
            "others": {}
            if one.channel == TRADE  # shares of trade with other partners are not series of acts, and not tested beside
            else {country: _moved(change, others(country)) for country in (one.source, one.target)},
            "acts": weightiest_acts(rows),
            "documents": _documents(ledger, ask, change),
        }

    return context


def _moved(change: Change, marks: Sequence[Change]) -> dict[str, Any]:
    """The marks of a country with others in the window, and how many of its series were tested."""
    assert change.interval is not None  # noqa: S101 -- the caller has looked
    one = change.series
    same = [
        mark
        for mark in marks
        if (mark.series.channel, mark.series.dataset) == (one.channel, one.dataset)
        and (mark.series.source, mark.series.target) != (one.source, one.target)
    ]
    beside = timedelta(days=_BESIDE[one.by])
    first, last = change.interval[0] - beside, change.interval[1] + beside
    near = [mark for mark in same if mark.at is not None and first <= mark.at <= last]
    near.sort(
        key=lambda mark: (mark.kind != change.kind, -(mark.statistic or 0), mark.series.source, mark.series.target)
    )
    return {
        "tested": len({(mark.series.source, mark.series.target) for mark in same}),
        "moved": len({(mark.series.source, mark.series.target) for mark in near}),
        "marks": [
            {
                "source": mark.series.source, "target": mark.series.target, "kind": mark.kind,
                "date": mark.at.isoformat() if mark.at else None, "before": mark.before, "after": mark.after,
            }
            for mark in near[:MOST]
        ],
    }  # fmt: skip


def weightiest_acts(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The acts of the window, those reported most often first, as a timeline has them; counts of years name no act."""
    told: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    codes: dict[tuple[str, ...], Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in {row["act"]: row for row in rows if row.get("value") is None}.values():
        plover, given = row["type"] or "", (row["cameo"] or "", row.get("mode") or "")
        who, whom, cameo, mode = as_done(row["source"], row["target"], *given)
        sides = sorted((who, whom)) if mutual(plover, cameo, mode) else (who, whom)
        key = (str(row["date"]), *sides, plover, kind_of(plover, cameo, mode) or "")
        told[key][row["source"]] += 1
        codes[key][cameo, mode] += 1
    ranked = sorted(((max(ways.values()), key) for key, ways in told.items()), key=lambda each: (-each[0], each[1]))
    return [
        dict(zip(("date", "source", "target", "type"), key, strict=False))
        | dict(zip(("cameo", "mode"), min(codes[key].items(), key=lambda each: (-each[1], each[0]))[0], strict=True))
        | {"reports": many}
        for many, key in ranked[:MOST]
    ]


def _documents(ledger: Ledger, ask: Ask, change: Change) -> list[dict[str, Any]]:
    """Documents that were published in the window and make claims of the two, those with most first."""
    assert change.interval is not None  # noqa: S101 -- the caller has looked
    one = change.series
    first, last = (day.isoformat() for day in change.interval)
    rows: list[dict[str, Any]] = ledger.query(
        f"""SELECT d.id AS document, any_value(d.outlet) AS outlet, any_value(d.published) AS published, count(DISTINCT c.claim_id) AS claims
        FROM {claims_known(ask.known_on)} c JOIN {documents_known(ask.known_on)} d ON d.id = c.document
        WHERE ((coalesce(c.actor, c.reporter) = $1 AND coalesce(c.target, c.partner) = $2) OR (coalesce(c.actor, c.reporter) = $2 AND coalesce(c.target, c.partner) = $1))
            AND left(d.published, 10) BETWEEN $3 AND $4
        GROUP BY d.id ORDER BY claims DESC, published, document LIMIT {MOST}""",
        [one.source, one.target, first, last],
    ).to_pylist()  # fmt: skip
    return rows
