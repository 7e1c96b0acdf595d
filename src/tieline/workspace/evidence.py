"""The way from an answer about trade to the rows behind it and to where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tieline.model.periods import Period
from tieline.workspace.trade_results import MOST_ROWS, Behind, Rows

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.trade.figures.asking import Question


def evidence_of(ledger: Ledger, questions: Iterable[Question], each_code: int | None = None) -> Behind:
    """The way to the rows and sources behind the answer to some questions; nothing is asked before it is wanted."""
    from tieline.trade.figures.rows import scan_of  # noqa: PLC0415
    from tieline.trade.questions.dyads import evidence_sql, sources_sql  # noqa: PLC0415

    asked = list(questions)

    def ask(sql: str, question: Question) -> Rows:
        return list(ledger.query(sql, scan=scan_of(question, rows=True)).to_pylist())

    return Behind(
        rows=lambda: [row for q in asked for row in ask(f"{evidence_sql(q, each_code=each_code)} LIMIT {MOST_ROWS}", q)],
        sources=lambda: [dict(t) for t in dict.fromkeys(tuple(row.items()) for q in asked for row in ask(sources_sql(q), q))],
    )  # fmt: skip


def within(question: Question, lines: Sequence[Any]) -> Question:
    """The same question, of the periods of these lines alone."""
    spans = [Period.parse(line.period) for line in lines]
    return replace(question, since=min(span.start for span in spans), until=max(span.end for span in spans))
