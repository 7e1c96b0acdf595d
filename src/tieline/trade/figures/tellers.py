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
from tieline.trade.figures.blocs import blocs, within

if TYPE_CHECKING:
    from dataclasses import Field
    from typing import Any, ClassVar

FLAG = "few-reporters"
FEWEST = 20
"""Fewer reporters than these are no world."""
_REPORTERS = """SELECT year(period_start)::VARCHAR AS year, count(DISTINCT reporter) AS reporters FROM flow_sums
WHERE dataset = $1 AND flow = $2 AND reporter <> 'WLD' AND NOT list_contains($3::VARCHAR[], reporter) GROUP BY ALL"""


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


def reporters(ledger: Ledger, dataset: str, flow: str, *, without: Iterable[str] = ()) -> dict[str, int]:
    """How many countries report a flow with whomever, by year, in all vintages of a dataset together; some are not counted."""
    scan = Scan(datasets=(dataset,), summed=(dataset,), totals="all")
    rows = ledger.query(_REPORTERS, [dataset, flow, sorted(without)], scan=scan).to_pylist()
    return {row["year"]: row["reporters"] for row in rows}


def flag_few(ledger: Ledger, lines: Iterable[L]) -> list[L]:
    """The lines, those flagged that rest on the partners' figures in a dataset of few reporters.

    A bloc's share in what its own members say of a country is always 1: of a line that is of a bloc only others count.
    """
    given, known = list(lines), dict[tuple[str, str, str], dict[str, int]]()
    for line in given:
        if line.basis == "mirror" and (key := _told_by(line)) not in known:
            known[key] = reporters(
                ledger, line.dataset, MIRRORED.get(line.flow, line.flow), without=within(key[2]) if key[2] else ()
            )
    return [
        replace(line, flags=(*dict.fromkeys((*line.flags, FLAG)),))
        if line.basis == "mirror" and known[_told_by(line)].get(line.period[:4], 0) < FEWEST
        else line
        for line in given
    ]


def _told_by(line: _Mirrored) -> tuple[str, str, str]:
    """Dataset, flow, and the bloc whose members tell nothing of others; none where the partner is no bloc."""
    partner = getattr(line, "partner", None)
    return (line.dataset, line.flow, partner if partner in blocs() else "")
