"""Times by how far they lie from another one: two years ago, ten years later, the past five years."""

from __future__ import annotations

from tieline.read.when import calendar as cal
from tieline.read.when.context import counted_before, has_base_cue
from tieline.read.when.scene import Draft, Scene, Words, counted_past, hanging, number


def read_ago(words: Words, scene: Scene) -> Draft | None:
    """`two years ago`, `three months earlier`, `two days later`."""
    if unit_before := words.get("before"):
        return Draft(unit_before.lower(), role="base", relation="previous-period")
    count = None if "long" in words or "half" in words else number(words.get("n", ""))
    unit, back = words.get("unit", "").lower().rstrip("s"), words.get("back", "ago").lower()
    if unit == "decade" and count is not None:
        count, unit = count * 10, "year"
    if count is None or unit not in {"year", "month", "week", "day", "quarter"}:
        return Draft("relative", role="vague")
    if back in {"from now", "hence"}:
        return Draft(unit, scene.step(unit, count), anchored=True)
    if back == "later":
        before = scene.antecedent()
        if before and before.days == 1 and unit == "week":
            count, unit = 7 * count, "day"
        return Draft(unit, cal.step(before, unit, count) if before else None)
    held = has_base_cue(scene.text, scene.at, scene.end) or counted_before(scene.text, scene.at)
    if back == "ago" and not held:
        return Draft(unit, scene.step(unit, -count), anchored=True)
    if count == 1:
        relation = "same-period-last-year" if unit == "year" else "previous-period"
    else:
        relation = f"{unit}s-before:{count}"
    return Draft(unit, role="base", relation=relation)


def read_past(words: Words, scene: Scene) -> Draft | None:
    """`the past five years`, `the next decade`, `recent months`."""
    unit = (words.get("unit") or words.get("unit1") or words["unit2"]).lower().rstrip("s")
    way = (words.get("way") or words.get("one") or words["over"]).lower().split()[-1]
    if way in {"previous", "preceding", "prior"} and words.get("n"):
        return hanging(scene, "previous-period")
    count = number(words["n"]) if "n" in words else 1 if "way" not in words else None
    if count is None or unit not in {"year", "month", "week", "day", "quarter", "decade"}:
        return Draft("relative", role="vague")
    ahead = 1 if way in {"next", "coming", "following"} else -1
    if "one" in words and unit in {"year", "week"}:
        return counted_past(scene, *((12, "month") if unit == "year" else (7, "day")), -1)
    return counted_past(scene, count, unit, ahead)
