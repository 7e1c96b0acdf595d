"""The closed vocabularies: every word that a claim, a flow or a verdict may use, in one place.

Sources: the PLOVER manual of 2021 for event types and quad classes; the claims contract for the others.
"""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal["measure", "trend", "event"]
Indicator = Literal[
    "exports",
    "imports",
    "trade",
    "balance",
    "investment",
    "aid",
    "debt",
    "tourism",
    "production",
    "consumption",
    "tariff",
    "other",
]
FigureModality = Literal["actual", "estimate", "forecast", "target", "hypothetical"]
EventModality = Literal["happened", "scheduled", "proposed", "declined", "denied", "hypothetical"]
Direction = Literal["up", "down", "flat", "record_high", "record_low"]
ShareOf = Literal[
    "reporter_exports_to_partner",
    "reporter_total_exports",
    "reporter_total_imports",
    "reporter_imports_from_partner",
    "reporter_total_trade",
    "other",
]
Bound = Literal["about", "almost", "over", "at_least", "under", "at_most", "between"]
Rate = Literal["day", "month", "year"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
FlowDirection = Literal["exports", "imports", "trade", "balance"]
FlowWord = Literal["exports", "imports", "re-exports", "re-imports", "domestic-exports", "trade", "balance"]
"""What a row of statistics may be; `exports` and `imports` have what is sent on in them."""
Basis = Literal["reported", "reconciled"]
"""Whether a figure is the reporter's own or was made by the publisher from both sides."""
Classification = Literal["HS", "SITC"]
Valuation = Literal["FOB", "CIF", "unknown"]
VerdictWord = Literal[
    "supported",
    "supported-with-context",
    "imprecise",
    "contradicted",
    "no-data",
    "not-checkable",
    "ambiguous",
    "sources-disagree",
]
PartName = Literal["level", "change", "change-value", "share", "direction", "rank", "act"]

INDICATORS: tuple[Indicator, ...] = get_args(Indicator)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
VERDICT_WORDS: tuple[VerdictWord, ...] = get_args(VerdictWord)
FLOW_DIRECTIONS: tuple[FlowDirection, ...] = get_args(FlowDirection)
NUMBERS = ("value", "change_value", "change_pct", "share_pct")
"""Fields of a measure that hold a figure."""

QUAD_CLASSES: dict[str, int] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1,
    "CONCEDE": 2, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

SPEECH_ACTS: frozenset[EventType] = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types in which the actor is the speaker: `sources` then names only who reports the act."""

RATED: tuple[VerdictWord, ...] = ("supported", "supported-with-context", "imprecise", "contradicted")
"""Verdicts that the figures decide, from the best to the worst: a claim's verdict is the worst of its parts."""
