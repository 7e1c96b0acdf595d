"""Times by what was spoken of, or by today: last year, that month, the following year, in the quarter."""

from __future__ import annotations

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import has_base_cue
from tieline.read.when.scene import COUNTS, Draft, Scene, Words, hanging, next_after


def read_relative(words: Words, scene: Scene, *, bare_ok: bool = False) -> Draft | None:
    """`last year`, `this week`, `the previous month`, `that year`, `in the quarter`."""
    unit = re.sub(r"^half.*", "half", words["unit"].lower())
    way = words["way"].lower().split()
    head, tail = way[0], way[-1]
    if head in {"the", "that"} and re.match(
        r"[\s-]+(?:ago|earlier|before|after)\b", scene.text[scene.end : scene.end + 12]
    ):
        return None
    before = scene.antecedent()
    if "time" in words:
        return _this_time(scene, head) if unit == "year" else None
    if tail in {"previous", "preceding", "prior"}:
        return hanging(scene, "year-before" if unit == "year" else "previous-period", unit)
    if tail == "following" or way == ["the", "next"]:
        return _following(scene, unit, tail)
    if unit in {"day", "period"} or head == "that" or tail in {"same", "very"}:
        if head not in {"this", "that", "the"} or (unit == "day" and head != "that"):
            return None
        before = before or (scene.told_before() if tail == "same" else None)
        found = before if unit == "period" else cal.widen(before, unit) if before else None
        return Draft(unit if unit != "period" else "relative", found) if found or head == "that" else None
    if tail == "latest":
        return Draft(unit, before if before and before.precision == unit else None)
    if way == ["the"] or (head == "the" and tail in _WHOLE):
        return _the_unit(scene, unit, head, tail, bare_ok=bare_ok)
    count = COUNTS.get(tail, COUNTS.get(head, 0))
    if way == ["last"] and unit == "year" and _against_fiscal(scene):
        return hanging(scene, "same-period-last-year", unit)
    if tail == "outgoing" and scene.published and scene.published.end.month <= _HALF:
        count = -1
    kind = "relative" if unit == "weekend" else unit
    return Draft(kind, scene.step(unit, count), anchored=True)


def _against_fiscal(scene: Scene) -> bool:
    """`in fiscal 2019-20, against 17 million last year`: the fiscal year before."""
    told = scene.spoken
    own = told is not None and told.days > _MOST_OF_YEAR and not told.whole_years
    return own and has_base_cue(scene.text, scene.at, scene.end)


_MOST_OF_YEAR = 350
_WHOLE = frozenset({"whole", "entire", "full"})


def _this_time(scene: Scene, head: str) -> Draft:
    """`this time last year`: the month; what something is held against is the same part of that year."""
    if has_base_cue(scene.text, scene.at, scene.end):
        return Draft("relative", role="base", relation="same-period-last-year")
    return Draft("month", scene.step("month", 12 * COUNTS.get(head, 0)), anchored=True, role="point")


def _following(scene: Scene, unit: str, tail: str) -> Draft:
    """`the following year`, `the next month`: after what was spoken of."""
    before = scene.antecedent()
    if before is None and unit in {"year", "decade"} and tail == "following":
        before = scene.told_before()
    if before is None and tail == "next" and unit != "day":
        return Draft(unit, scene.step(unit, 1), anchored=True)
    return Draft(unit, next_after(before, unit) if before else None)


def _the_unit(scene: Scene, unit: str, head: str, tail: str, *, bare_ok: bool) -> Draft | None:
    """`in the month`, `the whole year`: that of what was spoken of."""
    before = scene.antecedent()
    found = cal.widen(before, unit) if before and unit != "weekend" else None
    if head == "the" and tail in _WHOLE and unit == "year" and found is None:
        return Draft(unit, _whole_year(scene), anchored=True)
    if bare_ok:
        return Draft(unit, found or scene.step(unit, 0), anchored=found is None)
    placed = not re.match(r"\s+(?:of|to|end\w*|that)\b", scene.text[scene.end : scene.end + 12]) and (
        re.search(
            r"(?i)\b(?:in|for|during|over|of|throughout|within)\s+$", scene.text[max(0, scene.at - 14) : scene.at]
        )
        or _WHOLE_OF.match(scene.text, scene.end)
    )
    if not placed:
        return None
    if before is None:
        return _spoken_of(scene, unit)
    near = tail in _WHOLE or before.precision in {unit, "day", "month"}
    return Draft(unit, found) if found and near else None


_HALF = 6
"""Months of a year in which "the outgoing year" is the one that is over."""


def _whole_year(scene: Scene) -> Period | None:
    """`for the full year`: that of what was told before; what is over by then was the year before until December."""
    told, pub = scene.told_before(), scene.published
    found = (cal.widen(told, "year") if told else None) or scene.step("year", 0)
    running = pub is not None and found is not None and pub.end.month < _DECEMBER and pub.end in found
    return found.shifted_years(-1) if found is not None and running and not scene.ahead() else found


_DECEMBER = 12


def _spoken_of(scene: Scene, unit: str) -> Draft | None:
    """`in the year`, `for the quarter`: the last one that the story spoke of; "up 5 percent over the year" is another thing."""
    if unit == "year" and scene.ahead():
        return Draft(unit, scene.step(unit, 0), anchored=True)
    months = {"year": 12, "half": 6, "quarter": 3, "month": 1}.get(unit)
    over = scene.text[:_OPENING].lower().startswith("over ") and scene.at < _OPENING
    if months is None or (not over and re.search(r"(?i)\bover\s+$", scene.text[max(0, scene.at - 6) : scene.at])):
        return None
    over_by = scene.published.end if scene.published else None
    past = (p for p in reversed(scene.earlier) if over_by is None or p.start <= over_by)
    found = next((p for p in past if p.whole_months and cal.months_in(p) == months), None)
    return Draft(unit, found) if found else None


_OPENING = 12
_WHOLE_OF = re.compile(r"['’]s\s+(?:total|overall|combined|full)\b")
"""Behind "the year": what it came to as a whole."""
