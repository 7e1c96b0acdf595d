"""The way from an answer about trade to the rows behind it and to where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tieline.model.periods import Period
from tieline.workspace.trade_results import MOST_ROWS, Behind, Rows

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.trade.asking import Question


def evidence_of(
    ledger: Ledger, questions: Iterable[Question], each_code: int | None = None, blocs: Sequence[Question] = ()
) -> Behind:
    """The way to the rows and sources behind the answer to some questions; nothing is asked before it is wanted."""
    from tieline.trade.bloc_answers import bloc_evidence  # noqa: PLC0415
    from tieline.trade.dyads import evidence_sql, sources_sql  # noqa: PLC0415

    asked = list(questions)

    def of_blocs() -> Rows:
        return [row for question in blocs for row in bloc_evidence(ledger, question, MOST_ROWS)]

    def places() -> Rows:
        return [
            {"dataset": row["dataset"], "vintage": row["vintage"], "publisher": row["publisher"], "citation": row["citation"] or "",
             "url": row["url"] or "", "file": (row["origin"] or "").rsplit(":", 1)[0]}
            for row in of_blocs()
        ]  # fmt: skip

    def ask(sql: str) -> Rows:
        return list(ledger.query(sql).to_pylist())

    return Behind(
        rows=lambda: (
            [row for q in asked for row in ask(f"{evidence_sql(q, each_code=each_code)} LIMIT {MOST_ROWS}")]
            + of_blocs()
        ),
        sources=lambda: [
            dict(t)
            for t in dict.fromkeys(
                tuple(row.items()) for row in [*(row for q in asked for row in ask(sources_sql(q))), *places()]
            )
        ],
    )


def behind_of(ledger: Ledger, questions: Sequence[Question], lines: Sequence[Any]) -> Behind:
    """The way to the rows behind lines of which only the questions are known; a bloc's rows are those of its members."""
    from tieline.trade.blocs import is_bloc  # noqa: PLC0415

    asked = [within(question, lines) for question in questions]
    return evidence_of(
        ledger, [q for q in asked if not is_bloc(q.reporter)], blocs=[q for q in asked if is_bloc(q.reporter)]
    )


def within(question: Question, lines: Sequence[Any]) -> Question:
    """The same question, of the periods of these lines alone."""
    spans = [Period.parse(line.period) for line in lines]
    return replace(question, since=min(span.start for span in spans), until=max(span.end for span in spans))
