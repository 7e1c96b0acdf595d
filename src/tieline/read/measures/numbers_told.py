"""The numbers of a measure as its draft has them: levels, changes and shares with unit, sign, bound and digits."""

from __future__ import annotations

from typing import Any

from tieline.model.claims import Measure
from tieline.model.money import COUNTED
from tieline.model.periods import Period
from tieline.model.vocabulary import Bound
from tieline.read.frames.slots import Slotted
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure


def numbers_of(draft: Draft, sign: int) -> dict[str, Any] | None:
    """The numbers of a draft with what the words say of each; None if it has none of its own."""
    level, change, delta, share = draft.level, draft.change, draft.change_value, draft.share
    if change is not None and change.figure.kind == "multiple" and level is not None and draft.base_level is not None:
        change = None  # two levels tell it
    if level is None and change is None and delta is None and share is None:
        return None
    bounds, digits = _words_of(draft)
    return {
        "value": None
        if level is None
        else -abs(level.value)
        if level.signed and level.value < 0
        else sign * level.value,
        "unit": _unit_of(level or (delta.figure if delta is not None else None)),
        "value_max": None if level is None else level.value_max,
        "per": None if level is None else level.per,
        "change_pct": None if change is None else _signed(change),
        "change_max": None if change is None else change.figure.value_max,
        "change_value": None if delta is None else _signed(delta),
        "change_value_max": None if delta is None else delta.figure.value_max,
        "share_pct": None if share is None else share.value,
        "share_max": None if share is None else share.value_max,
        "bound": next(iter(bounds.values()), None),
        "bounds": bounds,
        "digits": digits,
    }


def compared_with(
    earlier: Figure, draft: Draft, told: dict[str, Any], base: Period | None, sign: int, share_kind: Any
) -> Measure:
    """The level or the share that a measure is compared with, as one of its own."""
    field = "share_pct" if draft.share is not None else "value"
    words: dict[str, Any] = {
        "bound": earlier.bound,
        "bounds": {field: earlier.bound} if earlier.bound else {},
        "digits": {field: earlier.digits},
    }
    if draft.share is not None:
        return Measure(**told, **words, period=base, share_pct=earlier.value, share_of=share_kind)
    per = earlier.per or (draft.level.per if draft.level is not None else None)
    return Measure(
        **told,
        **words,
        period=base,
        value=sign * earlier.value,
        unit=_unit_of(earlier),
        value_max=earlier.value_max,
        per=per,
    )


def _unit_of(figure: Figure | None) -> str | None:
    return None if figure is None or figure.unit in COUNTED else figure.unit


def _signed(slotted: Slotted) -> float:
    value = abs(slotted.figure.value)
    if slotted.figure.signed and (slotted.figure.value < 0 or slotted.figure.kind == "percent"):
        return slotted.figure.value
    return -value if slotted.direction < 0 else value


def _words_of(draft: Draft) -> tuple[dict[str, Bound], dict[str, int]]:
    bounds: dict[str, Bound] = {}
    digits: dict[str, int] = {}
    named = {
        "value": draft.level,
        "change_pct": draft.change.figure if draft.change else None,
        "change_value": draft.change_value.figure if draft.change_value else None,
        "share_pct": draft.share,
    }
    for name, figure in named.items():
        if figure is not None:
            digits[name] = figure.digits
            if figure.bound:
                bounds[name] = figure.bound
    return bounds, digits
