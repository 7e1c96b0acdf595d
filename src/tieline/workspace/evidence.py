"""The way from an answer about trade to the rows behind it and to where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tieline.model.periods import Period
from tieline.workspace.found import MOST_ROWS, Behind, Rows

if TYPE_CHECKING:
    import pyarrow as pa

    from tieline.ledger import Ledger
    from tieline.trade.figures.asking import Question


_AT_ONCE = 5_000
"""Rows that are made of a table together."""


def evidence_of(ledger: Ledger, questions: Iterable[Question], each_code: int | None = None) -> Behind:
    """The way to the rows and sources behind the answer to some questions; nothing is asked before it is wanted."""
    from tieline.trade.figures.rows import scan_of  # noqa: PLC0415
    from tieline.trade.figures.slices import pieces  # noqa: PLC0415
    from tieline.trade.questions.dyads import evidence_sql, sources_sql  # noqa: PLC0415

    asked = list(questions)

    def ask(sql: str, question: Question) -> pa.Table:
        return ledger.query(sql, scan=scan_of(question, rows=True))

    def rows() -> Iterator[dict[str, Any]]:
        left = MOST_ROWS
        for part in (part for question in asked for part in pieces(ledger, question, each_code)):
            if left <= 0:
                return
            table = ask(f"{evidence_sql(part, each_code=each_code)} LIMIT {left}", part)
            left -= len(table)
            for first in range(0, len(table), _AT_ONCE):
                yield from _rows(table.slice(first, _AT_ONCE))

    def sources() -> Rows:
        parts = (part for question in asked for part in pieces(ledger, question, None))
        found = (row for part in parts for row in _rows(ask(sources_sql(part), part)))
        return [dict(each) for each in dict.fromkeys(tuple(row.items()) for row in found)]

    return Behind(rows=rows, sources=sources, by="dataset")


def _rows(table: pa.Table) -> Rows:
    """The rows of a table; a text that stands in many of them is there once, which of a hundred thousand is most of their memory."""
    import pyarrow as pa  # noqa: PLC0415

    columns = []
    for column in table.columns:
        if pa.types.is_string(column.type):
            coded = column.dictionary_encode().unify_dictionaries()
            known = coded.chunk(0).dictionary.to_pylist() if coded.num_chunks else []
            columns.append(
                [None if at is None else known[at] for chunk in coded.chunks for at in chunk.indices.to_pylist()]
            )
        else:
            columns.append(column.to_pylist())
    return [dict(zip(table.column_names, row, strict=True)) for row in zip(*columns, strict=True)]


def within(question: Question, lines: Sequence[Any]) -> Question:
    """The same question, of the periods of these lines alone."""
    spans = [Period.parse(line.period) for line in lines]
    return replace(question, since=min(span.start for span in spans), until=max(span.end for span in spans))
