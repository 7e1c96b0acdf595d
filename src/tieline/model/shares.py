"""The wholes that a share can be of: a flow of its country, with all partners or between the two alone.

>>> WHOLES["reporter_imports_from_partner"], WHOLES.get("other")
(Whole(flow='imports', of_world=False), None)
>>> TOTALS["exports"], OF_THE_TWO["exports"], "trade" in TOTALS
('reporter_total_exports', 'reporter_exports_to_partner', False)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tieline.model.vocabulary import FlowDirection, ShareOf


@dataclass(frozen=True, slots=True)
class Whole:
    """The flow that a share is of; `of_world` if it is that with all partners."""

    flow: FlowDirection
    of_world: bool


WHOLES: Final[dict[ShareOf, Whole]] = {
    "reporter_exports_to_partner": Whole("exports", of_world=False),
    "reporter_imports_from_partner": Whole("imports", of_world=False),
    "reporter_total_exports": Whole("exports", of_world=True),
    "reporter_total_imports": Whole("imports", of_world=True),
    "reporter_total_trade": Whole("trade", of_world=True),
}
"""Every whole but "other", which is none that figures tell."""
TOTALS: Final[dict[str, ShareOf]] = {w.flow: name for name, w in WHOLES.items() if w.of_world and w.flow != "trade"}
"""By flow one way: all that a country sells, all that it buys."""
OF_THE_TWO: Final[dict[str, ShareOf]] = {w.flow: name for name, w in WHOLES.items() if not w.of_world}
"""By flow one way: what goes between the two."""
