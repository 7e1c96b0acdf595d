"""What the workspace gives back about ties: channels over time, their changes, acts in order, moves between partners."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from tieline.model.periods import Period
from tieline.report.tables import Type
from tieline.ties.asking import TRADE
from tieline.ties.kinds import counted_kinds
from tieline.workspace.found import MOST_ROWS, Found, Rows

if TYPE_CHECKING:
    from tieline.ties.pivots import Pivot
    from tieline.workspace.tie_trade_rows import SharesBehind

TIE_COLUMNS: dict[str, Type] = {
    "source": "text", "target": "text", "channel": "text", "period": "text", "value": "number", "exposure": "number",
    "coverage": "number", "dataset": "text", "acts": "number", "flow": "text", "flags": "text",
}  # fmt: skip
CHANGE_COLUMNS: dict[str, Type] = {
    "source": "text", "target": "text", "channel": "text", "kind": "text", "date": "text", "interval": "text", "before": "number",
    "after": "number", "until": "text", "dataset": "text", "acts_before": "number", "acts_after": "number", "flow": "text",
}  # fmt: skip
RANK_COLUMNS: dict[str, Type] = {
    "rank": "whole", "source": "text", "target": "text", "channel": "text", "before": "number", "after": "number", "change": "number",
    "dataset": "text", "acts_before": "number", "expected": "number", "acts_after": "number", "level": "number",
}  # fmt: skip
ENTRY_COLUMNS: dict[str, Type] = {
    "date": "text", "kind": "text", "source": "text", "target": "text", "what": "text", "modality": "text", "said_by": "text",
    "document": "text", "dataset": "text", "reports": "whole", "became": "text", "published": "text",
    "flags": "text",
}  # fmt: skip
PIVOT_COLUMNS: dict[str, Type] = {
    "country": "text", "from": "text", "to": "text", "date": "text", "outcome": "text", "move": "number", "interval": "text",
    "base_rate": "number", "dataset": "text", "why": "text",
}  # fmt: skip


def _acts_of(line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]], first: str, last: str) -> Rows:
    """The acts, or yearly values, of a line's dyad and channel from one day to another."""
    directed = "period" in line or line["channel"] == TRADE  # each of the two has a share of its own
    pair = {line["source"], line["target"]}
    return [
        _plain(row)
        for row in evidence
        if {row["source"], row["target"]} == pair and (not directed or row["source"] == line["source"])
        and row["channel"] == line["channel"] and row["dataset"] == line["dataset"] and first <= str(row["date"]) <= last
    ]  # fmt: skip


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: str(value) if name == "date" and value is not None else value for name, value in row.items()}


@dataclass(frozen=True, repr=False)
class _Lines(Found[Mapping[str, Any]]):
    """Lines on series, of acts or of shares of trade.

    Attributes:
        trade: What is behind the shares of trade.
    """

    trade: SharesBehind | None = field(default=None, kw_only=True)

    @property
    def sql(self) -> tuple[str, ...]:
        """The queries behind the lines."""
        return (*self.queries, *(self.trade.all_queries() if self.trade else ()))

    def sql_of(self, line: Mapping[str, Any]) -> tuple[str, ...]:
        """Those queries that a line stands on."""
        shares = self.trade.queries(line) if self.trade and line["channel"] == TRADE else ()
        return shares or self.queries

    def evidence_as_it_comes(self) -> Iterator[dict[str, Any]]:
        """The acts and yearly values, then the rows of statistics."""
        return itertools.chain(self.behind.rows(), self.trade.rows() if self.trade else ())

    def evidence(self) -> Rows:
        """The same as a list, at most MOST_ROWS."""
        return list(itertools.islice(self.evidence_as_it_comes(), MOST_ROWS))

    def shares_behind(self, line: Mapping[str, Any], first: str, last: str) -> dict[str, Any]:
        """Of a share of trade its exports and imports, with their values and the wholes."""
        told = self.trade.shares(line, first, last) if self.trade and line["channel"] == TRADE else []
        return {"shares": told} if told else {}


@dataclass(frozen=True, repr=False)
class TieReport(_Lines):
    """The channels of a dyad, period by period. `value` is null where the dataset has nothing of the whole period.

    `acts` are those as coded, repeats too, of channels that are made of acts; of a share of trade `flow` is what it is a share of, and `flags` what is
    doubtful about it.

    Attributes:
        kinds: By dataset, source, target and channel (deeds, blows) the kinds of act with their days; of visits also by level.
        by_year: Datasets that count the acts of a year.
    """

    kinds: Mapping[tuple[str, str, str, str], Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    by_year: tuple[str, ...] = ()

    columns: ClassVar[Mapping[str, Type]] = TIE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(TIE_COLUMNS)

    def rows_of(self, line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """The acts of a line's period."""
        period = Period.parse(line["period"])
        return _acts_of(line, evidence, period.start.isoformat(), period.end.isoformat())

    def more_behind(self, at: int, rows: Rows) -> dict[str, Any]:
        """Of deeds and blows the kinds of act in the line's period, with their days; of a share of trade what it is a share of."""
        line = self.lines[at]
        if line["channel"] not in {"deeds", "blows"}:
            return self.shares_behind(line, f"{line['period']}-01-01", f"{line['period']}-12-31")
        told = counted_kinds([{"persons": (), **row} for row in rows if row.get("value") is None])
        kinds = {kind: counts["all"] for found in told.values() for kind, counts in found.items()}
        return {"kinds": kinds} if kinds else {}


@dataclass(frozen=True, repr=False)
class GoldsteinReport(TieReport):
    """The same with `goldstein`: the sum of Goldstein's values of the channel's acts as coded, for comparison alone."""

    columns: ClassVar[Mapping[str, Type]] = TIE_COLUMNS | {"goldstein": "number"}
    brief: ClassVar[Sequence[str]] = (*TIE_COLUMNS, "goldstein")


@dataclass(frozen=True, repr=False)
class Changes(_Lines):
    """Shifts and bursts of series.

    Of channels that are made of acts `acts_before` and `acts_after` are the levels in acts as coded; of a share of trade `flow` is the one that
    both levels are in, null where it is the larger of two.

    Attributes:
        context: What gives the context of the line at a place, from its acts; for a dyad.
    """

    context: Callable[[int, Iterable[Mapping[str, Any]]], dict[str, Any]] | None = None

    columns: ClassVar[Mapping[str, Type]] = CHANGE_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(CHANGE_COLUMNS)

    def rows_of(self, line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """The acts of the interval within which the change began."""
        return _acts_of(line, evidence, *line["interval"]) if line["interval"] else []

    def more_behind(self, at: int, rows: Rows) -> dict[str, Any]:
        """The context of a change of a dyad: what else moved then, acts and documents by weight; the shares of trade of its years."""
        line = self.lines[at]
        told = self.context(at, rows) if self.context is not None else {}
        shares = self.shares_behind(line, *line["interval"]) if line["interval"] else {}
        return ({"context": told} if told else {}) | shares


@dataclass(frozen=True, repr=False)
class Ranking(_Lines):
    """Dyads by a channel, or by its change.

    Of counts `change` is `acts_after`, a period's acts as coded in the second half, less those `expected` at the rate of the first half (`acts_before`) and the
    dataset's volume of the second.

    Attributes:
        halves: By dataset what is counted, and which times are compared.
        changed: Whether they are in order of the change; else of the `level`, the mean of all periods.
    """

    halves: Mapping[str, str] = field(default_factory=dict)
    changed: bool = False

    columns: ClassVar[Mapping[str, Type]] = RANK_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(RANK_COLUMNS)

    def rows_of(self, line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """The acts of a line's dyad and channel."""
        return _acts_of(line, evidence, "", "9999")


@dataclass(frozen=True, repr=False)
class Timeline(Found[Mapping[str, Any]]):
    """Acts and figures of a dyad in one dated list."""

    columns: ClassVar[Mapping[str, Type]] = ENTRY_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(ENTRY_COLUMNS)

    def objects(self) -> Rows:
        """The entries."""
        return [{name: line[name] for name in ENTRY_COLUMNS} for line in self.lines]

    def rows_of(self, line: Mapping[str, Any], evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """The events, the claim or the flow that an entry stands on."""
        ids = set(line["ids"])
        return [_plain(row) for row in evidence if row["act"] in ids]


@dataclass(frozen=True, repr=False)
class Pivots(Found["Pivot"]):
    """Moves of a country from one partner to another, one for each dataset."""

    columns: ClassVar[Mapping[str, Type]] = PIVOT_COLUMNS
    brief: ClassVar[Sequence[str]] = tuple(PIVOT_COLUMNS)

    def rows_of(self, line: Pivot, evidence: Iterable[Mapping[str, Any]]) -> Rows:
        """The acts of the country with the two partners."""
        partners = {line.old, line.new}
        return [
            _plain(row)
            for row in evidence
            if row["dataset"] == line.dataset and partners & {row["source"], row["target"]}
        ]

    def objects(self) -> Rows:
        """Each with its shares and what was required."""
        from tieline.ties.pivots import as_object  # noqa: PLC0415  it asks for numpy, and the results of other questions do not

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
