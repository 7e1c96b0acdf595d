"""What the workspace gives back about ties: channels over time, their changes, acts in order, moves between partners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from tieline.report.tables import Type
from tieline.ties.pivots import Pivot, as_object
from tieline.workspace.trade_results import Found, Rows

TIE_COLUMNS: dict[str, Type] = {
    "source": "text", "target": "text", "channel": "text", "period": "text", "value": "number", "exposure": "number",
    "coverage": "number", "dataset": "text",
}  # fmt: skip
CHANGE_COLUMNS: dict[str, Type] = {
    "source": "text", "target": "text", "channel": "text", "kind": "text", "date": "text", "interval": "text", "before": "number",
    "after": "number", "dataset": "text",
}  # fmt: skip
RANK_COLUMNS: dict[str, Type] = {
    "rank": "whole", "source": "text", "target": "text", "channel": "text", "before": "number", "after": "number", "change": "number",
    "dataset": "text",
}  # fmt: skip
ENTRY_COLUMNS: dict[str, Type] = {
    "date": "text", "kind": "text", "source": "text", "target": "text", "what": "text", "modality": "text", "said_by": "text",
    "document": "text", "dataset": "text", "reports": "whole", "became": "text",
}  # fmt: skip
PIVOT_COLUMNS: dict[str, Type] = {
    "country": "text", "from": "text", "to": "text", "date": "text", "outcome": "text", "move": "number", "interval": "text",
    "base_rate": "number", "dataset": "text",
}  # fmt: skip


@dataclass(frozen=True)
class TieReport(Found[Mapping[str, Any]]):
    """The channels of a dyad, period by period. `value` is null where the dataset has nothing of the whole period."""

    columns: ClassVar[Mapping[str, Type]] = TIE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(TIE_COLUMNS)


@dataclass(frozen=True)
class Changes(Found[Mapping[str, Any]]):
    """Shifts and bursts of series."""

    columns: ClassVar[Mapping[str, Type]] = CHANGE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(CHANGE_COLUMNS)


@dataclass(frozen=True)
class Ranking(Found[Mapping[str, Any]]):
    """Dyads by a channel, or by its change."""

    columns: ClassVar[Mapping[str, Type]] = RANK_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(RANK_COLUMNS)


@dataclass(frozen=True)
class Timeline(Found[Mapping[str, Any]]):
    """Acts and figures of a dyad in one dated list."""

    columns: ClassVar[Mapping[str, Type]] = ENTRY_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(ENTRY_COLUMNS)


@dataclass(frozen=True)
class Pivots(Found[Pivot]):
    """Moves of a country from one partner to another, one for each dataset."""

    columns: ClassVar[Mapping[str, Type]] = PIVOT_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(PIVOT_COLUMNS)

    def objects(self) -> Rows:
        """Each with its shares and what was required."""
        return [as_object(one) for one in self.lines]

    def rows(self) -> Rows:
        """Flat rows."""
        return [
            {
                name: "/".join(map(str, value)) if isinstance(value := one[name], list) else value
                for name in PIVOT_COLUMNS
            }
            for one in self.objects()
        ]
