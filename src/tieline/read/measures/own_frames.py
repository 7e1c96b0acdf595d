"""Frames whose own words name their figure (people who move, the sum of a deal, a load), and frames that no such figure can be of."""

from __future__ import annotations

from typing import Final

from tieline.model.vocabulary import Indicator
from tieline.read.frames.cargoes import load_at
from tieline.read.frames.deals import deal_at
from tieline.read.frames.frames import Frame
from tieline.read.frames.movers import MOVING, movers_at
from tieline.read.frames.paid_rows import paid_at
from tieline.read.numbers.figures import Figure


def own_frame(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The frame of the deal whose sum a figure is, of who pays it, of the load or the movers that it counts."""
    if (told := deal_at(figure, frames) or load_at(figure, frames) or paid_at(figure, frames)) is not None:
        return told
    return movers_at(figure, frames) if figure.kind in {"quantity", "percent"} else None


def fit_frames(figure: Figure, frames: list[Frame]) -> list[Frame]:
    """Without those that a count of people, or a sum of money, can't be of."""
    if figure.unit == "people":
        return [f for f in frames if f.indicator not in _OF_GOODS]
    return [f for f in frames if f.partner_prep != MOVING] if figure.kind == "money" else frames


_OF_GOODS: Final[frozenset[Indicator]] = frozenset({"exports", "imports", "balance", "tariff", "consumption"})
