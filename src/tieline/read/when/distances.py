"""Times by how far they lie from another one: two years ago, ten years later, the past five years."""

from __future__ import annotations

from tieline.model.english import number
from tieline.read.when import calendar as cal
from tieline.read.when.context import counted_before, has_base_cue
from tieline.read.when.scene import Draft, Scene, Words, counted_past, hanging, next_after


def read_ago(words: Words, scene: Scene) -> Draft | None:
    """`two years ago`, `three months earlier`, `ten years later`, `the year after`."""
    if unit_after := words.get("after"):
        before = scene.antecedent() or (scene.told_before() if unit_after.lower() == "year" else None)
        return Draft(unit_after.lower(), next_after(before, unit_after.lower())) if before else None
    if unit_before := words.get("before"):
        return Draft(unit_before.lower(), role="base", relation="previous-period")
    back = words.get("back", "ago").lower()
    count, unit = _counted(words)
    if count is None or unit not in {"year", "month", "week", "day", "quarter"}:
        return Draft("relative", role="vague")
    if back in {"from now", "hence"}:
        return Draft(unit, scene.step(unit, count), anchored=True)
    if back == "later":
        before = scene.antecedent() or scene.held
        if before is None and unit == "year" and (told := scene.told_before()) is not None and told.whole_months:
            before = told
        if before and before.days == 1 and unit == "week":
            count, unit = 7 * count, "day"
        return Draft(unit, cal.step(before, unit, count) if before else None)
    held = has_base_cue(scene.text, scene.at, scene.end)
    held = held or (counted_before(scene.text, scene.at) and not (back == "ago" and unit == "year" and count > 1))
    if back == "ago" and not held:
        return Draft(unit, scene.step(unit, -count), anchored=True)
    if count == 1:
        relation = "same-period-last-year" if unit == "year" else "previous-period"
    else:
        relation = f"{unit}s-before:{count}"
    return Draft(unit, role="base", relation=relation)


def _counted(words: Words) -> tuple[int | None, str]:
    """How many of which unit: decades are years, half a year is six months."""
    unit = words.get("unit", "").lower()
    unit = "century" if unit.startswith("centur") else unit.rstrip("s")
    if "half" in words:
        return _HALVES.get(unit, (None, unit))
    count = None if "long" in words else number(words.get("n", ""))
    times, single = _IN_UNITS.get(unit, (1, unit))
    return (None if count is None else count * times), single


_IN_UNITS = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week")}
_HALVES: dict[str, tuple[int | None, str]] = {"decade": (5, "year"), "century": (50, "year"), "year": (6, "month")}


def read_past(words: Words, scene: Scene) -> Draft | None:
    """`the past five years`, `the next decade`, `recent months`."""
    unit = (words.get("unit") or words.get("unit1") or words["unit2"]).lower().rstrip("s")
    way = (words.get("way") or words.get("one") or words["over"]).lower().split()[-1]
    if way in {"previous", "preceding", "prior"} and words.get("n"):
        return hanging(scene, "previous-period")
    count = number(words["n"]) if "n" in words else 1 if "way" not in words or unit == "fortnight" else None
    if count is None or unit not in {"year", "month", "week", "day", "quarter", "decade", "fortnight"}:
        return Draft("relative", role="vague")
    ahead = 1 if way in {"next", "coming", "following"} else -1
    if "one" in words and unit in {"year", "week"}:
        return counted_past(scene, *((12, "month") if unit == "year" else (7, "day")), -1)
    return counted_past(scene, count, unit, ahead)
