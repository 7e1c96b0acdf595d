"""The rows and queries behind shares of trade over time: what a country reported of the other, line by line of its files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tieline.model.periods import Period
from tieline.ties.asking import TRADE
from tieline.workspace.tie_flows import HeldShares, Key
from tieline.workspace.tie_trade import Dependence

if TYPE_CHECKING:
    from tieline.ledger import Ledger
    from tieline.trade.questions.standings import Standing

_QUERIES = 50
"""The queries of so many shares stand below a table."""


@dataclass(frozen=True)
class SharesBehind:
    """What is behind shares of trade; nothing is asked before it is wanted.

    Attributes:
        ledger: Where the rows are.
        trade: The shares.
        keys: Whose are wanted; None for all.
    """

    ledger: Ledger
    trade: Dependence
    keys: Collection[Key] | None = None

    @property
    def held(self) -> dict[Key, HeldShares]:
        """The shares with the flows that they are of."""
        return self.trade.held

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows of statistics of the one with the other, with the names that acts behind a series have."""
        from tieline.workspace.evidence import evidence_of  # noqa: PLC0415
        from tieline.workspace.found import rows_behind  # noqa: PLC0415

        for key, told in self._wanted():
            dataset, source, target = key
            questions = dict.fromkeys(replace(question, partner=target) for _, question in told)
            rows = list(evidence_of(self.ledger, questions).rows())
            for standing, _ in told:
                for row in rows_behind(standing, rows):
                    yield {
                        "act": row["row_id"], "dataset": dataset, "date": Period.parse(row["period"]).start, "source": source,
                        "target": target, "channel": TRADE, "type": standing.flow, "value": row["value_usd"], "line": row["origin"],
                        "code": row["code"], "reporter": row["reporter"], "partner": row["partner"], "basis": standing.basis,
                    }  # fmt: skip

    def shares(self, line: Mapping[str, Any], first: str, last: str) -> list[dict[str, Any]]:
        """The shares in exports and in imports of a line's dyad from one day to another, each with its value and the whole."""
        return [_share(one) for one, _ in self._told(line) if first <= f"{one.period}-01-01" <= last]

    def queries(self, line: Mapping[str, Any]) -> tuple[str, ...]:
        """The queries that gave a line's shares."""
        return tuple(self._queries([(_key(line), self._told(line))]))

    def all_queries(self) -> tuple[str, ...]:
        """The queries of all shares, the first of them where they are many."""
        return tuple(sql for sql, _ in zip(self._queries(self._wanted()), range(_QUERIES), strict=False))

    def _wanted(self) -> Iterator[tuple[Key, list[tuple[Standing, Any]]]]:
        return ((key, told) for key, told in self.trade.behind.items() if self.keys is None or key in self.keys)

    def _told(self, line: Mapping[str, Any]) -> list[tuple[Standing, Any]]:
        return self.trade.behind.get(_key(line), [])

    @staticmethod
    def _queries(told: Any) -> Iterator[str]:
        from tieline.trade.questions.standings import standings_sql  # noqa: PLC0415

        for (_, _, target), standings in told:
            for question in dict.fromkeys(question for _, question in standings):
                yield standings_sql(question, partners=[target])


def _key(line: Mapping[str, Any]) -> Key:
    return line["dataset"], line["source"], line["target"]


def _share(one: Standing) -> dict[str, Any]:
    return {
        "flow": one.flow, "period": one.period, "value_usd": one.value_usd, "of_usd": one.world_usd if one.of_world else one.total_usd,
        "share": None if one.share is None else round(one.share, 6), "basis": one.basis, "flags": list(one.flags),
    }  # fmt: skip
