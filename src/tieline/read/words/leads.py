"""Prepositions between a flow and a country: on which side of the flow the country stands that one leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from tieline.model.vocabulary import Indicator

_GIVEN: Final[Mapping[str, Literal["reporter", "partner"]]] = {
    "to": "partner",
    "into": "partner",
    "in": "partner",
    "from": "reporter",
}
SIDE_BEHIND: Final[Mapping[Indicator, Mapping[str, Literal["reporter", "partner"]]]] = {
    "exports": {"to": "partner", "into": "partner", "from": "reporter"},
    "imports": {"from": "partner", "to": "reporter", "into": "reporter"},
    "tourism": {"from": "partner", "to": "reporter", "into": "reporter", "in": "reporter"},
    "trade": {"with": "partner"},
    "balance": {"with": "partner"},
    "other": _GIVEN,
    "aid": _GIVEN,
    "investment": _GIVEN,
    "debt": {**_GIVEN, "with": "reporter"},
}
"""On which side of a flow the country stands that a preposition leads to."""


def leads_to(flow: Indicator, side: Literal["reporter", "partner"]) -> tuple[str, ...]:
    """The prepositions that lead to a side of a flow, the plainest first.

    >>> leads_to("exports", "partner"), leads_to("imports", "partner"), leads_to("tariff", "partner")
    (('to', 'into'), ('from',), ())
    """
    return tuple(prep for prep, behind in SIDE_BEHIND.get(flow, {}).items() if behind == side)


PARTNER_BEHIND: Final[Mapping[Indicator, str]] = {
    flow: leads_to(flow, "partner")[0] for flow in ("exports", "imports", "trade", "balance", "tourism")
}
"""The preposition that leads to the partners of what has a country's own figures by partner."""
