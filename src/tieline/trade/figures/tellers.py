"""How many countries a dataset has figures from: of a country that reports nothing, a share in what one other says of it is always 1.

Such a share, rank or concentration is kept, for it is what there is, and flagged `few-reporters`; what would compare it with that of
another country is passed over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from tieline.ledger import Ledger, Scan
from tieline.trade.figures.asking import MIRRORED

if TYPE_CHECKING:
    from dataclasses import Field
    from typing import Any, ClassVar

FLAG = "few-reporters"
FEWEST = 20
"""Fewer reporters than these are no world."""
_REPORTERS = """SELECT year(period_start)::VARCHAR AS year, count(DISTINCT reporter) AS reporters FROM flow_sums
WHERE dataset = $1 AND flow = $2 AND reporter <> 'WLD' GROUP BY ALL"""


class _Mirrored(Protocol):
    """A line that partners may have told."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def dataset(self) -> str: ...
    @property
    def flow(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def basis(self) -> str: ...
    @property
    def flags(self) -> tuple[str, ...]: ...


L = TypeVar("L", bound=_Mirrored)


def reporters(ledger: Ledger, dataset: str, flow: str) -> dict[str, int]:
    """How many countries report a flow with whomever, by year, in all vintages of a dataset together."""
    scan = Scan(datasets=(dataset,), summed=(dataset,), totals="all")
    rows = ledger.query(_REPORTERS, [dataset, flow], scan=scan).to_pylist()
    return {row["year"]: row["reporters"] for row in rows}


def flag_few(ledger: Ledger, lines: Iterable[L]) -> list[L]:
    """The lines, those flagged that rest on the partners' figures in a dataset of few reporters."""
    given, known = list(lines), {}
    for line in given:
        if line.basis == "mirror" and (line.dataset, line.flow) not in known:
            known[line.dataset, line.flow] = reporters(ledger, line.dataset, MIRRORED.get(line.flow, line.flow))
    return [
        replace(line, flags=(*dict.fromkeys((*line.flags, FLAG)),))
        if line.basis == "mirror" and known[line.dataset, line.flow].get(line.period[:4], 0) < FEWEST
        else line
        for line in given
    ]
