"""How likely each reading of a claim is to be meant, before any figure is looked at, and why it is tried.

The weights are judgements of what writers mean, not measured frequencies; the table stands in `docs/verdicts.md`. A reading's
prior is its weight over the sum of the weights of all readings that the figures answer.
"""

from __future__ import annotations

WEIGHTS: dict[str, tuple[float, str]] = {
    "own-figures": (1.0, "The country that the claim speaks of states it itself."),
    "mirror": (0.5, "The partner states the same flow from its side."),
    "partner-figures": (0.5, "The partner states the two-way figure."),
    "own-sum": (0.8, "Both flows as the country that the claim speaks of states them."),
    "partner-sum": (0.5, "Both flows as the partner states them."),
    "both-imports": (0.6, "Each flow as its buyer states it: customs watch imports most closely."),
    "both-exports": (0.4, "Each flow as its seller states it."),
    "wider-products": (0.4, "The word may mean the wider group of goods too."),
    "widest-products": (0.2, "The word may stand for the widest group that it is used for."),
    "fiscal-year": (0.15, "The year may be the reporter's fiscal year."),
    "trailing-year": (0.15, "The claim names no year: the last twelve months before publication may be meant."),
    "with-hong-kong": (0.15, "Some figures of China have Hong Kong in them."),
    "reconciled": (0.3, "The mean of what the two sides state, as reconciled figures are near to it."),
    "re-exports": (1.0, "The words tell of goods that were sent on."),
    "domestic-exports": (0.15, "Goods that were only sent on may be left out."),
    "told-period": (
        0.25,
        "The period was carried over from another sentence: another one that the story names may be meant.",
    ),
    "other-side": (
        0.25,
        "Whose figure it is was carried over from another sentence: the other country's may be meant.",
    ),
    "named-partner": (
        0.25,
        "The partner was carried over from another sentence: a country that this one names may be meant.",
    ),
    "all-partners": (0.25, "The partner was carried over from another sentence: all partners may be meant."),
    "told-goods": (0.25, "The countries were carried over from another sentence: its goods may be meant too."),
    "volume": (0.2, "The change may be one of tonnage: the claim names no money."),
}


def weight_of(name: str) -> float:
    """The weight of a reading; that of a joint one is the product of its parts'.

    >>> weight_of("own-figures"), weight_of("wider-products, mirror")
    (1.0, 0.2)
    """
    weight = 1.0
    for part in name.split(", "):
        weight *= WEIGHTS[part][0]
    return weight


def why_of(name: str) -> str:
    """Why a reading is tried."""
    return " ".join(WEIGHTS[part][1] for part in name.split(", "))
