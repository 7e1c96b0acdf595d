"""What the size of a figure says of its sides: a part is no larger than the whole, and a flow has one size at a time."""

from __future__ import annotations

from typing import Final

from tieline.read.measures.side_scene import WORLD, Scene

_CLEARLY: Final = 1.05


def marks_of_size(scene: Scene, reporter: str, partner: str | None) -> dict[str, float]:
    """How the level of a figure stands to those told of the same reporter: above a part, under a whole, told otherwise.

    It tells whole from part, and not whose they are: who has sold more may be anyone.
    """
    if not scene.value or scene.unit is None or reporter != scene.rule[0]:
        return {}
    value, found = abs(scene.value), dict[str, float]()
    for told in scene.told:
        if told.value is None or told.unit != scene.unit or told.value == 0:
            continue
        two = told.sides_as(scene.indicator)
        alike = told.indicator == scene.indicator or two != (told.reporter, told.partner)
        if not alike or two[0] != reporter:
            continue
        size = abs(told.value)
        if partner == WORLD and two[1] != WORLD:
            found["whole above a part" if value > size * _CLEARLY else "whole under a part"] = 1.0
        elif partner != WORLD and two[1] == WORLD:
            found["part above the whole" if value > size * _CLEARLY else "part under the whole"] = 1.0
        elif two[1] == partner and size != value:
            found["told with another size"] = 1.0
    return found
