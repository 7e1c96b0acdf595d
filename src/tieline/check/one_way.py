"""The sentence for two-way trade that is said to move as only one of its directions did."""

from __future__ import annotations

from collections.abc import Sequence

from tieline.check.answers import changes, levels
from tieline.check.context import moved
from tieline.check.panel import Panel
from tieline.check.parts import Judged, tolerance_of
from tieline.check.phrases import amount, country, product
from tieline.check.quantities import ONE_WAY
from tieline.check.setting import Setting, told_when
from tieline.check.trends import direction_verdict
from tieline.model.claims import Measure, Trend


def one_way_alone(setting: Setting, panel: Panel, judged: Sequence[Judged]) -> str | None:
    """For two-way trade said to move as it did not: the one way that did, if there is one."""
    claim, quantity = setting.claim, setting.quantity
    wrong = [e for e in judged if e.part.name in {"change", "direction"} and e.part.verdict == "contradicted"]
    if not wrong or quantity.flow != "trade" or wrong[0].key != "change_pct" or quantity.partner == "WLD":
        return None
    whole = wrong[0].part.found or 0.0
    options = []
    for part in (quantity.of(flow) for flow in ONE_WAY):
        answers = changes(panel, part, setting.period, setting.base)
        if answers and _fits(claim, answers[0].number):
            options.append((part, answers[0].number))
    if not options:
        return None
    if isinstance(claim, Measure) and claim.change_pct is not None:
        wanted = claim.change_pct
        part, change = min(options, key=lambda option: abs(option[1] - wanted))
    else:
        part, change = max(options, key=lambda option: abs(option[1]))
    a, b = (part.reporter, part.partner) if part.flow == "exports" else (part.partner, part.reporter)
    goods = product(quantity.scope.words) if quantity.scope.words else None
    of, within = (f" of {goods}", f" in {goods}") if goods else ("", "")
    now = levels(panel, part, setting.period)
    level = f" to {amount(now[0].number, 'USD')}" if now else ""
    return (
        f"Exports{of} one way, from {country(a)} to {country(b)}, {moved(change)}{level} "
        f"{told_when(setting, compared=True)}, while trade{within} between the two as a whole {moved(whole)}."
    )


def _fits(claim: Measure | Trend, change: float) -> bool:
    if isinstance(claim, Trend):
        return direction_verdict(claim.direction or "up", None, change) == "supported"
    return claim.change_pct is not None and tolerance_of(claim, "change_pct").verdict(change) != "contradicted"
