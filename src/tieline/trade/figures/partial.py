"""Lines and points that are sums of codes, flagged where the codes that were loaded are not all there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tieline.ledger import Ledger
from tieline.trade.figures.asking import Question
from tieline.trade.figures.coverage import FLAG, is_in_part, lists_in_part, told_in_part

L = TypeVar("L", bound=Any)
SUMMED = "sum-of-codes"


def flag_sums(ledger: Ledger, question: Question, lines: Sequence[L]) -> list[L]:
    """Flag the sums of codes among the answers to a question: of all products, or of those asked for."""
    return flag_goods(ledger, question, lines) if question.codes else flag_parts(ledger, lines)


def flag_parts(ledger: Ledger, lines: Sequence[L]) -> list[L]:
    """Flag figures for all products that are sums of the few that were loaded."""
    partial = told_in_part(ledger, [line for line in lines if SUMMED in line.flags])
    whole = {line.dataset for line in lines if line.value_usd and SUMMED not in line.flags}
    # where some periods have a total, codes alone may be a part of one
    return _flagged(
        lines, (SUMMED in line.flags and (line.dataset in whole or is_in_part(line, partial)) for line in lines)
    )


def flag_wholes(ledger: Ledger, lines: Sequence[L]) -> list[L]:
    """Flag what is held against sums over the few products that were loaded as if they were all."""
    partial = told_in_part(ledger, lines)
    return _flagged(lines, (is_in_part(line, partial) for line in lines))


def flag_goods(ledger: Ledger, question: Question, lines: Sequence[L]) -> list[L]:
    """Flag sums over codes of the HS of which few headings were loaded."""
    summed = [line for line in lines if SUMMED in line.flags] if question.classification == "HS" else []
    if not summed:
        return [*lines]
    partial = lists_in_part(ledger, summed, question.codes)
    return _flagged(lines, (SUMMED in line.flags and is_in_part(line, partial) for line in lines))


def _flagged(lines: Iterable[L], which: Iterable[bool]) -> list[L]:
    return [
        replace(line, flags=(*line.flags, FLAG)) if partial and FLAG not in line.flags else line
        for line, partial in zip(lines, which, strict=True)
    ]
