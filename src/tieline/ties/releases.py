"""Which release (vintage) of a dataset of acts, or of values by year, answers.

- Of acts the newest release answers for the days that its files cover, from the first act of a file to its last: an act that it no longer has is none.
- Of values by year the newest release of each value answers, a zero or a missing value too; of ties that stand or not, whose tables list what stands
  alone, the newest release that has the year.

Rows without a release are older than all others. By a day of knowledge what was released later is not there, nor what has no date of release, as of trade. Nothing of this is stored: every release stays in the
ledger as it was loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tieline.ledger import sql_literal
from tieline.trade.figures.asking import RELEASED

if TYPE_CHECKING:
    from tieline.ledger import Ledger

Span = tuple[date, date]
UNIT: Final = "coalesce(unit, CASE channel WHEN 'formal-ties' THEN 'standing' ELSE 'count' END)"
"""The unit of a value by year, in SQL: older files have none."""


def released_by(day: date | None) -> str:
    """The condition that a row's release was surely out by a day: a row without a date of release is left out."""
    return f"coalesce({RELEASED} <= '{day.isoformat()}', false)" if day else "true"


def events_known(ledger: Ledger, day: date | None) -> str:
    """What stands for `events` in a query: the rows for whose day no newer release answers that was known by a day.

    That a row's own release was known by then (`released_by`) is the query's to ask.
    """
    spans = _spans(ledger, day)
    older = []
    for (dataset, vintage), covered in spans.items():
        if any(name == dataset and each < vintage for name, each in spans):
            days = " OR ".join(f"date BETWEEN DATE '{first}' AND DATE '{last}'" for first, last in covered)
            older.append(
                f"(dataset = {sql_literal(dataset)} AND coalesce(vintage, '') < {sql_literal(vintage)} AND ({days}))"
            )
    return f"(SELECT * FROM events WHERE NOT ({' OR '.join(older)}))" if older else "events"


def _spans(ledger: Ledger, day: date | None) -> dict[tuple[str, str], list[Span]]:
    """The days that the files of each dataset and release cover, by what was noted when they were loaded."""
    rows = ledger.query(
        f"""SELECT dataset, coalesce(vintage, '') AS vintage, try_cast(first_period AS DATE) AS first, try_cast(last_period AS DATE) AS last FROM loads
        WHERE dataset IN (SELECT dataset FROM loads GROUP BY dataset HAVING count(DISTINCT coalesce(vintage, '')) > 1) AND {released_by(day)}
            AND first IS NOT NULL AND last IS NOT NULL AND length(first_period) = 10 ORDER BY ALL"""
    ).to_pylist()
    told: dict[tuple[str, str], list[Span]] = {}
    for row in rows:
        told.setdefault((row["dataset"], row["vintage"]), []).append((row["first"], row["last"]))
    return {key: joined_spans(spans) for key, spans in told.items()}


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """Spans of days, those that meet or overlap as one, in order.

    >>> a, b, c = ((date(2018, 1, day), date(2018, 1, day + 4)) for day in (1, 6, 20))
    >>> [(first.day, last.day) for first, last in joined_spans([c, a, b])]
    [(1, 10), (20, 24)]
    """
    out: list[Span] = []
    for first, last in sorted(spans):
        if out and first <= out[-1][1] + timedelta(days=1):
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out


def counts_known(ledger: Ledger, day: date | None) -> str:
    """What stands for `tie_counts` in a query: of the releases known by a day the newest of each value."""
    rows = ledger.query(
        "SELECT dataset FROM tie_counts GROUP BY dataset HAVING count(DISTINCT coalesce(vintage, '')) > 1 ORDER BY dataset"
    ).to_pylist()
    if not rows:
        return "tie_counts"
    several = ", ".join(sql_literal(row["dataset"]) for row in rows)
    whole = f"CASE WHEN {UNIT} = 'standing' THEN NULL ELSE"
    return f"""(SELECT * FROM tie_counts WHERE dataset NOT IN ({several}) UNION ALL BY NAME (
    SELECT * FROM tie_counts WHERE dataset IN ({several}) AND {released_by(day)}
    QUALIFY coalesce(vintage, '') = max(coalesce(vintage, '')) OVER (
        PARTITION BY dataset, {UNIT}, period_start, {whole} source END, {whole} target END, {whole} channel END)))"""
