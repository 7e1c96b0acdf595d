"""Targets and forecasts against what came of them: no verdict on what was meant, but the figure that came."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tieline.check.assemble import verdict_against
from tieline.check.panel import Panel
from tieline.check.phrases import percent
from tieline.check.setting import Figure, Setting, not_checked
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


def what_came(setting: Setting, panels: Sequence[Panel]) -> list[Verdict]:
    """For each dataset that has the period: the figure, and what part of the aim it is. The verdict stays `not-checkable`."""
    found: list[Verdict] = []
    for panel in panels:
        if any(verdict.dataset == panel.dataset for verdict in found):
            continue
        verdict = verdict_against(setting, panel)
        level = next((part.found for part in verdict.parts if part.name == "level"), None) if verdict else None
        if verdict is None or level is None:
            continue
        claim = setting.claim
        aim = claim.value if isinstance(claim, Measure) else None
        share = f" That is {percent(level / aim * 100)} of the {claim.modality}." if aim else ""
        parts = tuple(dataclasses.replace(part, verdict="not-checkable") for part in verdict.parts)
        told = f"What came of it: {(verdict.nearest or '').rstrip('.')}.{share}"
        found.append(
            dataclasses.replace(
                verdict, verdict="not-checkable", parts=parts, nearest=told, context=(),
                help=f"A {claim.modality} is not a statement about what was; the figures tell what came of it.",
            )
        )  # fmt: skip
    return found
