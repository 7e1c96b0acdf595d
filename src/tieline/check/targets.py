"""What figures can't decide and yet bear on: targets and forecasts against what came of them, goods of goods and services.

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
    return is_aim(claim) or _of_both(claim)


def _of_both(claim: Figure) -> bool:
    """A statement on goods and services together that could be checked if it were one on goods."""
    return "both" in claim.scope and not_checked(dataclasses.replace(claim, scope=("goods",))) is None


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
        if _of_both(claim):
            told, why = (
                f"Of goods alone: {verdict.nearest}",
                "The figures are of goods alone; what services add is not known.",
            )
        else:
            level = next((part.found for part in verdict.parts if part.name == "level"), None)
            if level is None:
                continue
            aim = claim.value if isinstance(claim, Measure) else None
            share = f" That is {percent(level / aim * 100)} of the {claim.modality}." if aim else ""
            told = f"What came of it: {verdict.nearest.rstrip('.')}.{share}"
            why = f"A {claim.modality} is not a statement about what was; the figures tell what came of it."
        parts = tuple(dataclasses.replace(part, verdict="not-checkable") for part in verdict.parts)
        found.append(
            dataclasses.replace(
                verdict, verdict="not-checkable", parts=parts, nearest=told, context=(), help=why
            )
        )  # fmt: skip
    return found
