"""How sure a claim is by the family of rules that told it: an order of the families, set by hand, and no likelihood.

Of what rules told, whoever takes claims from 0.7 on leaves out figures and directions with a field carried over, and turns of
speech; that is all that these numbers say. Only what was weighed, where no rule told it (a claim with `type` or `direction` among its `inferred`), has a
confidence that is a likelihood, fitted on annotated stories; it is given with the claim, and not here.
"""

from __future__ import annotations

from typing import Final, Literal

Family = Literal[
    "figure", "figure-carried", "direction", "direction-carried", "act", "record-of-figure", "record-of-story", "comparison", "rank", "ties",
    "turn-of-speech", "demand",
]  # fmt: skip

CONFIDENCE: Final[dict[Family, float]] = {
    "figure": 0.85,  # a figure on a word of trade, all fields told in its sentence
    "direction": 0.8,  # a verb or noun of movement on a word of trade, all fields told in its sentence
    "act": 0.7,  # an act whose word a rule knows, with both sides
    "record-of-figure": 0.7,  # a record or peak beside the figure that it is of
    "figure-carried": 0.6,  # a figure with a field from another sentence, or concluded
    "direction-carried": 0.6,  # a direction with such a field
    "comparison": 0.6,  # two flows held against each other without figures
    "rank": 0.6,  # a place among partners
    "ties": 0.6,  # ties that grew or cooled, with no flow named
    "record-of-story": 0.5,  # a record of what the story spoke of last
    "turn-of-speech": 0.5,  # a direction without a word of trade of its own: "more Thai visitors", "sold less", "bigger crops cut its imports"
    "demand": 0.4,  # demand or orders that moved, taken for exports
}
