"""What figures can't decide and yet bear on: targets against what came of them, goods of goods and services, another basis.

The verdict stays `not-checkable`; beside it stand the figure, its rows and what it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tieline.check.assemble import verdict_against
from tieline.check.checkable import not_checked
from tieline.check.panel import Panel
from tieline.check.phrases import percent
from tieline.check.setting import Figure, Setting
from tieline.model.claims import Measure
from tieline.model.verdicts import Verdict

AIMED = frozenset({"target", "forecast"})


def is_aim(claim: Figure) -> bool:
    """A target or forecast of a level in a period, of something that figures measure."""
    return (
        isinstance(claim, Measure)
        and claim.modality in AIMED
        and claim.value is not None
        and claim.period is not None
        and not_checked(dataclasses.replace(claim, modality="actual")) is None
    )


def bears_on(claim: Figure) -> bool:
    """Figures can't decide the claim, but there may be some that bear on it."""
    return is_aim(claim) or _beside(claim) is not None


_BESIDE = {
    "both": ("Of goods alone", "The figures are of goods alone; what services add is not known."),
    "balance-of-payments": (
        "On a customs basis",
        "The figures are of customs, which count other things at other prices.",
    ),
}


def _beside(claim: Figure) -> tuple[str, str] | None:
    """For a statement on more than goods, or on another basis, that could be checked otherwise: what the figures are, and why they don't decide."""
    told = next((words for scope, words in _BESIDE.items() if scope in claim.scope), None)
    return told if told and not_checked(dataclasses.replace(claim, scope=("goods",))) is None else None


def _inside(sentence: str) -> str:
    """A sentence behind a colon: its first word small, unless it is a name.

    >>> _inside("Trade between Kenya and Peru was $2 million."), _inside("Kenya's exports fell.")
    ('trade between Kenya and Peru was $2 million.', "Kenya's exports fell.")
    """
    first = sentence.partition(" ")[0]
    return sentence[:1].lower() + sentence[1:] if first in {"Trade", "Exports", "Imports"} else sentence


def what_came(setting: Setting, panels: Sequence[Panel]) -> list[Verdict]:
    """For each dataset that has the period: the figure, and what part of the aim it is, or that it is of goods alone."""
    found: list[Verdict] = []
    for panel in panels:
        if any(verdict.dataset == panel.dataset for verdict in found):
            continue
        verdict = verdict_against(setting, panel)
        if verdict is None or verdict.nearest is None:
            continue
        claim = setting.claim
        beside = _beside(claim)
        if beside is not None:
            told, why = f"{beside[0]}: {_inside(verdict.nearest)}", beside[1]
        else:
            level = next((part.found for part in verdict.parts if part.name == "level"), None)
            if level is None:
                continue
            aim = claim.value if isinstance(claim, Measure) else None
            share = f" That is {percent(level / aim * 100)} of the {claim.modality}." if aim else ""
            told = f"What came of it: {_inside(verdict.nearest.rstrip('.'))}.{share}"
            why = f"A {claim.modality} is not a statement about what was; the figures tell what came of it."
        parts = tuple(dataclasses.replace(part, verdict="not-checkable") for part in verdict.parts)
        found.append(
            dataclasses.replace(
                verdict, verdict="not-checkable", parts=parts, nearest=told, context=(), help=why
            )
        )  # fmt: skip
    return found
