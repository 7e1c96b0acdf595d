"""Times by their distance: today, last year, two weeks ago, the same period, a year earlier, Tuesday."""

from __future__ import annotations

import calendar
from datetime import timedelta

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import counted_before, has_base_cue, reads_as_day_name
from tieline.read.when.scene import COUNTS, Draft, Scene, Words, day_number, hanging, month_number
from tieline.read.when.words import WEEKDAYS


def read_same(words: Words, scene: Scene) -> Draft | None:
    """`the same period last year`, `the corresponding period of 1985`, `the same month`."""
    unit, before = words["unit"].lower(), scene.antecedent()
    if "back" in words or "ye" in words:
        return hanging(scene, "same-period-last-year", unit)
    if "pm" in words:
        return hanging(scene, "previous-period", unit)
    if words.get("ty") and scene.published and before:
        return Draft("relative", same_in(before, scene.published.start.year))
    if year := words.get("yr") or words.get("ymid"):
        parts = (p for p in reversed(scene.earlier) if p.days >= _STRETCH and not p.whole_years)
        before = before or next(parts, None)
        return Draft("relative", same_in(before, int(year)) if before else None, like=int(year))
    if unit != "time" and has_base_cue(scene.text, scene.at, scene.end):
        return hanging(scene, "same-period-last-year", unit)
    placed = _PLACED.search(scene.text[max(0, scene.at - 12) : scene.at]) is not None
    if unit in {"year", "month", "quarter"} and placed:
        before = before or scene.told_before()
    if words["how"].lower() not in {"same", "corresponding"} or before is None or (unit == "time" and not placed):
        return None
    unit = unit.split("-")[0].split()[0]
    whole = unit in {"period", "span", "months", "weeks", "days", "stretch"}
    if unit == "time":
        return Draft("interval", before)
    return Draft(unit if not whole else "relative", before if whole else cal.widen(before, unit))


_STRETCH = 10
"""Days that make a part of a year to which another one is likened."""
_PLACED = re.compile(r"\b(?:in|for|during|over|throughout|within)\s+$", re.IGNORECASE)
"""Before a time that figures are of; "at the same time" is none."""


def same_in(period: Period, year: int) -> Period:
    """The same part of another year."""
    return period.shifted_years(year - period.start.year)


def read_yoy(_: Words, __: Scene) -> Draft | None:
    """`year-on-year`."""
    return Draft("relative", role="base", relation="same-period-last-year")


def read_pop(_: Words, __: Scene) -> Draft | None:
    """`month-on-month`."""
    return Draft("relative", role="base", relation="previous-period")


def read_yearago(words: Words, scene: Scene) -> Draft | None:
    """`a year earlier`, `a year ago`, `the year before`, `the year-ago figure`."""
    if "last" in words:
        return Draft("year", scene.step("year", -2), anchored=True)
    said = " ".join(words["*"].lower().split())
    if re.fullmatch(r"(?:the|that) year before(?:['’]s)?", said):
        return hanging(scene, "year-before", "year")
    held = has_base_cue(scene.text, scene.at, scene.end) or scene.text[: scene.at].lower().endswith(" on ")
    if re.fullmatch(r"a year ago(?:['’]s)?", said) and not held:
        if not counted_before(scene.text, scene.at):
            return Draft("year", scene.step("year", -1), anchored=True)
    elif re.match(r"year (?:before|ago|earlier)$", said):
        return None
    return Draft("relative", role="base", relation="same-period-last-year")


def read_todate(words: Words, scene: Scene) -> Draft | None:
    """`so far this year`, `year-to-date`."""
    pub = scene.published
    if "yr" in words:
        whole: Period | None = Period.of_year(int(words["yr"]))
    elif "jtd" in words:
        whole = (
            cal.nearest_months(pub, month_number(words["jtd"]), month_number(words["jtd"]), future=False)
            if pub
            else None
        )
    else:
        whole = scene.step(words.get("unit", "this year").split()[-1].lower(), 0)
    if pub is None or whole is None or pub.end < whole.start:
        return Draft("interval", anchored=True)
    return Draft("interval", Period(whole.start, max(pub.end, whole.start)), anchored=True)


def read_relative(words: Words, scene: Scene, *, bare_ok: bool = False) -> Draft | None:
    """`last year`, `this week`, `the previous month`, `that year`, `in the quarter`."""
    unit = words["unit"].lower()
    way = words["way"].lower().split()
    head, tail = way[0], way[-1]
    if head in {"the", "that"} and re.match(
        r"[\s-]+(?:ago|earlier|before|after)\b", scene.text[scene.end : scene.end + 12]
    ):
        return None
    before = scene.antecedent()
    if "time" in words:
        there = scene.step("month", 12 * COUNTS.get(head, 0))
        return Draft("month", there, anchored=True, role="point") if unit == "year" else None
    if tail in {"previous", "preceding", "prior"}:
        return hanging(scene, "year-before" if unit == "year" else "previous-period", unit)
    if tail == "following" or way == ["the", "next"]:
        if before is None and (way == ["the", "next"] and unit != "day"):
            return Draft(unit, scene.step(unit, 1), anchored=True)
        return Draft(unit, cal.step(before, unit, 1) if before else None)
    if unit in {"day", "period"} or head == "that" or tail in {"same", "very"}:
        if head not in {"this", "that", "the"} or (unit == "day" and head != "that"):
            return None
        before = before or (scene.told_before() if tail == "same" else None)
        found = before if unit == "period" else cal.widen(before, unit) if before else None
        return Draft(unit if unit != "period" else "relative", found) if found or head == "that" else None
    if tail == "latest":
        return Draft(unit, before if before and before.precision == unit else None)
    if way == ["the"] or (head == "the" and tail in {"whole", "entire", "full"}):
        found = cal.widen(before, unit) if before and unit != "weekend" else None
        if head == "the" and tail in {"whole", "entire", "full"} and unit == "year" and found is None:
            told = scene.told_before()
            return Draft(unit, (cal.widen(told, unit) if told else None) or scene.step(unit, 0), anchored=True)
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
        near = tail in {"whole", "entire", "full"} or before.precision in {unit, "day", "month"}
        return Draft(unit, found) if found and near else None
    count = COUNTS.get(tail, COUNTS.get(head, 0))
    kind = "relative" if unit == "weekend" else unit
    return Draft(kind, scene.step(unit, count), anchored=True)


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


def read_endyear(words: Words, scene: Scene) -> Draft | None:
    """`year-end`, `the end of the month`."""
    unit = words.get("unit", "year").lower()
    return Draft(unit, scene.step(unit, 0), role="point", anchored=True)


def read_weekday(words: Words, scene: Scene) -> Draft | None:
    """`Tuesday`, `last Friday`, `Monday of next week`."""
    name = words["wd"]
    if not reads_as_day_name(name, scene.text, scene.at, scene.end, marked=bool(words.get("q"))):
        return None
    day, pub = WEEKDAYS.index(name[:3].lower()), scene.published
    if weeks := words.get("wb") or words.get("wa"):
        week = scene.step("week", COUNTS[weeks.lower()])
        found = Period.of_day(week.start + timedelta(days=day)) if week else None
        return Draft("weekday", found, role="point", anchored=True)
    sense = " ".join(words.get("q", "").lower().split())
    if sense in {"the previous", "the following"}:
        before = scene.antecedent()
        if before is None:
            return Draft("weekday", role="point")
        edge = before.start - timedelta(days=1) if sense == "the previous" else before.end + timedelta(days=1)
        return Draft(
            "weekday", cal.weekday_near(Period.of_day(edge), day, "" if "prev" in sense else "future"), role="point"
        )
    sense = {"this past": "last", "this coming": "future", "the coming": "future"}.get(sense, sense)
    sense = sense or ("future" if scene.ahead() else "")
    return Draft("weekday", cal.weekday_near(pub, day, sense) if pub else None, role="point", anchored=True)


def read_dayword(words: Words, scene: Scene) -> Draft | None:
    """`today`, `overnight`, `the day before yesterday`."""
    said = " ".join(words["w"].lower().split())
    far = words.get("far", "").lower()
    if said == "overnight":
        here, there = scene.step("day", 0), scene.step("day", -1)
        return Draft("day", Period(there.start, here.end) if here and there else None, role="point", anchored=True)
    count = {"yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1}.get(said, 0)
    if far:
        count = -2 if far.startswith("before") else 2
    return Draft("day", scene.step("day", count), role="point", anchored=True)


def read_ordinal(words: Words, scene: Scene) -> Draft | None:
    """`on the 17th`, of the month spoken of or the month of publication."""
    placed = re.search(
        r"\b(?:on|until|till|by|since|before|after|from|to)\s+$", scene.text[max(0, scene.at - 10) : scene.at]
    )
    if not placed and "om" not in words:
        return None
    day = day_number(words["d"])
    if "om" in words:
        month = read_relative({"way": words["om"].rsplit(maxsplit=1)[0], "unit": "month"}, scene, bare_ok=True)
        whole = month.period if month else None
    else:
        before = scene.antecedent()
        whole = cal.month_of(before) if before else None
    if whole is None and scene.published and cal.month_of(scene.published):
        pub, ahead = scene.published, scene.ahead()
        shift = 1 if ahead and day < pub.start.day else -1 if not ahead and day > pub.end.day else 0
        whole = scene.step("month", shift)
    if whole is None:
        return Draft("day", role="point", anchored=True)
    if day > calendar.monthrange(whole.start.year, whole.start.month)[1]:
        return None
    return Draft("day", Period.of_day(whole.start.replace(day=day)), role="point", anchored=True)


def read_vague(_: Words, __: Scene) -> Draft | None:
    """`recently`, `soon`, `last summer`."""
    return Draft("relative", role="vague")


def read_duration(words: Words, scene: Scene) -> Draft | None:
    """`for five years`, `a two-day visit`."""
    if words["n"].lower() in {"a", "an"} and not re.search(
        r"(?i)\b(?:for|within|after|lasting|lasts?|lasted|in|of|about|nearly|almost|over)\s+$",
        scene.text[max(0, scene.at - 12) : scene.at],
    ):
        return None
    unit = words["unit"].lower().rstrip("s")
    return Draft(unit if unit in {"day", "month", "quarter", "year", "decade"} else "interval", role="duration")
