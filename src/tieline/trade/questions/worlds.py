"""A country's trade with all partners where the publisher has no figure for the world: the sum over its partners.

BACI, the OEC's and many other sets list dyads alone. Their sum is flagged `sum-of-partners`, has every partner once (`standings`:
a group beside its members is in no sum), and is no figure where that of a partner is withheld: a sum is never made of a part.
A dataset that states any country's trade with the world (UN Comtrade) states it of all: where it is lacking it was not loaded,
and the partners that were may be few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tieline.ledger import Ledger, Scan
from tieline.trade.figures.asking import Question
from tieline.trade.figures.blocs import is_bloc
from tieline.trade.figures.partial import flag_sums
from tieline.trade.figures.vintages import about_datasets
from tieline.trade.questions.baskets import SUMMED
from tieline.trade.questions.dyads import LineBasis, TradeLine
from tieline.trade.questions.standings import Standing, standings

_STATED = "SELECT DISTINCT dataset FROM flow_sums WHERE partner = 'WLD'"
_BASES: dict[str, LineBasis] = {"reported": "reported", "mirror": "mirror", "reconciled": "reconciled"}
_OF_SUM = {"sum-of-codes", "few-reporters", "levels-differ"}
"""What is odd about a partner's figure and so about the sum; that goods were weighed or estimated is told of each partner."""


def without_world(ledger: Ledger, question: Question, told: Sequence[TradeLine]) -> Question | None:
    """The question for all partners one by one, of the datasets that tell nothing of a country's trade with the world.

    None if there are none such, or it is not about a country and the world.
    """
    if question.partner != "WLD" or is_bloc(question.reporter) or question.reporter == "WLD":
        return None
    there = {line.dataset for line in told} | set(
        ledger.recall(_STATED, scan=Scan(totals="all"))["dataset"].to_pylist()
    )
    left = [name for name in question.datasets or ledger.flow_datasets() if name not in there]
    return replace(question, partner=None, **about_datasets(ledger, left)) if left else None


def flag_blocs(ledger: Ledger, question: Question, lines: Sequence[TradeLine]) -> list[TradeLine]:
    """A bloc's lines with the world, those flagged that are sums over partners since no member gives a figure for the world."""
    if question.partner != "WLD" or not is_bloc(question.reporter):
        return [*lines]
    stated = set(ledger.recall(_STATED, scan=Scan(totals="all"))["dataset"].to_pylist())
    return [
        replace(line, flags=(*line.flags, SUMMED)) if "bloc" in line.flags and line.dataset not in stated else line
        for line in lines
    ]


def world_lines(ledger: Ledger, question: Question) -> tuple[list[TradeLine], tuple[str, ...]]:
    """A line with the world for each dataset, flow and period, and over how many partners they are sums.

    Args:
        ledger: Where the flows are.
        question: Without a partner (`without_world`).
    """
    lines: list[TradeLine] = []
    counts: dict[str, list[int]] = {}
    for _, group in groupby(standings(ledger, question), key=lambda one: (one.dataset, one.flow, one.period)):
        partners = list(group)
        if not partners[0].of_world:
            lines.append(_sum(question, partners))
            counts.setdefault(partners[0].dataset, []).append(partners[0].partners)
    lines.sort(key=lambda line: (line.dataset, line.period, line.flow))
    notes = tuple(
        f"{dataset} has no figures for the world: they are sums over the partners that it lists, "
        f"{min(some) if min(some) == max(some) else f'{min(some)} to {max(some)}'} in a year and flow."
        for dataset, some in counts.items()
    )
    return flag_sums(ledger, question, lines), notes


def _sum(question: Question, partners: Sequence[Standing]) -> TradeLine:
    first = partners[0]
    silent = [one for one in partners if one.value_usd is None]
    flags = sorted({flag for one in partners for flag in one.flags if flag in _OF_SUM})
    valuations = {one.valuation for one in partners}
    return TradeLine(
        reporter=question.reporter, partner="WLD", flow=first.flow, product=question.product, period=first.period,
        value_usd=None if silent else first.total_usd, valuation=valuations.pop() if len(valuations) == 1 else "unknown",
        basis=_BASES[first.basis], dataset=first.dataset, vintage=max(one.vintage or "" for one in partners),
        flags=(SUMMED, *flags, *(["incomplete"] if silent else [])),
    )  # fmt: skip
