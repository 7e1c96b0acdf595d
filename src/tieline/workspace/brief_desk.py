"""The verb of a desk that writes a brief: one page on two countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.workspace.asked_times import When, known_on
from tieline.workspace.tie_desk import TieDesk
from tieline.workspace.trade_words import dyad

if TYPE_CHECKING:
    from tieline.report.brief import Brief


class BriefDesk(TieDesk):
    """What a desk answers about ties, and a brief of it all. Countries are codes or names."""

    def brief(self, source: str, target: str, *, as_known_on: When | None = None, explain: bool = False) -> Brief:
        """One page on two countries, each sentence with its quote or rows.

        Args:
            source: One country.
            target: The other.
            as_known_on: Nothing that was published or released later.
            explain: With a last section of the queries that give the rows behind.

        Raises:
            MissingDataError: the ledger has nothing of the two.
        """
        from tieline.workspace.briefing import brief_of  # noqa: PLC0415

        return brief_of(self, dyad(source, target), known_on(as_known_on), explain=explain)
