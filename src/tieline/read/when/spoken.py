"""Times by their distance: today, last year, two weeks ago, the same period, a year earlier, Tuesday."""

from __future__ import annotations

import calendar
from datetime import timedelta

from tieline.model import lazy_re as re
from tieline.model.english import SHORT_DAYS, number
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import counted_before, has_base_cue, reads_as_day_name
from tieline.read.when.relatives import read_relative
from tieline.read.when.scene import COUNTS, Draft, Scene, Words, day_number, hanging, month_number


def read_same(words: Words, scene: Scene) -> Draft | None:
    """`the same period last year`, `the corresponding period of 1985`, `the same month`."""
    unit, before = words["unit"].lower(), scene.antecedent()
    if unit in {"point", "stage"} and not {"back", "ye", "yr", "ymid", "ty", "pm"} & words.keys():
        return None  # "at the same point"
    if "back" in words or "ye" in words:
        return hanging(scene, "same-period-last-year", unit)
    if "pm" in words:
        return hanging(scene, "previous-period", unit)
    if words.get("ty") and scene.published and before:
        return Draft("relative", same_in(before, scene.published.start.year))
    if year := words.get("yr") or words.get("ymid"):
        parts = (p for p in reversed(scene.earlier) if p.days >= _STRETCH and not p.whole_years)
        before = _of_as_many(words, scene, before) or next(parts, None)
        return Draft("relative", same_in(before, int(year)) if before else None, like=int(year))
    if unit != "time" and has_base_cue(scene.text, scene.at, scene.end, stretch=bool(before or scene.told_before())):
        return hanging(scene, "same-period-last-year", unit)
    placed = _PLACED.search(scene.text[max(0, scene.at - 12) : scene.at]) is not None
    if unit in {"year", "month", "quarter"} and placed:
        before = before or scene.told_before()
    if words["how"].lower() not in _TOLD_JUST_NOW or before is None or (unit == "time" and not placed):
        return None
    unit = unit.split("-")[0].split()[0]
    whole = unit in {"period", "span", "months", "weeks", "days", "stretch"}
    if unit == "time":
        return Draft("interval", before)
    return Draft(unit if not whole else "relative", before if whole else cal.widen(before, unit))


def _of_as_many(words: Words, scene: Scene, before: Period | None) -> Period | None:
    """As in "the same six months of 2018": the last stretch told that has as many months, and of a day told last the first ones of its year."""
    count = number(words.get("n", "")) if words["unit"].lower() == "months" else None
    if count is None or before is None or cal.months_in(before) == count:
        return before
    told = (p for p in reversed(scene.earlier) if p.whole_months and cal.months_in(p) == count)
    first = Period.of_months(before.start.year, 1, count) if before.days == 1 and count <= _YEAR else None
    return next(told, None) or first or before


_YEAR = 12
_TOLD_JUST_NOW = frozenset("same corresponding reporting reported said indicated specified reviewed".split())
_STRETCH = 10
"""Days that make a part of a year to which another one is likened."""
_PLACED = re.compile(r"\b(?:in|for|during|over|throughout|within)\s+$", re.IGNORECASE)
"""Before a time that figures are of; "at the same time" is none."""


def same_in(period: Period, year: int) -> Period:
    """The same part of another year."""
    return period.shifted_years(year - period.start.year)


def read_yoy(words: Words, scene: Scene) -> Draft | None:
    """`year-on-year`, `on an annual basis`, said of a change."""
    if "terms" in words and not _tells_a_change(scene):
        return None
    return Draft("relative", role="base", relation="same-period-last-year")


def read_pop(words: Words, scene: Scene) -> Draft | None:
    """`month-on-month`, `on a monthly basis`, said of a change."""
    if "terms" in words and not _tells_a_change(scene):
        return None
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


def _tells_a_change(scene: Scene) -> bool:
    around = scene.text[max(0, scene.at - _AROUND) : scene.end + _AROUND]
    return _RISE_OR_FALL.search(around) is not None and _PERCENT.search(around) is not None


_AROUND = 60
_PERCENT = re.compile(r"\d\s?(?:%|pct\b|per\s?cent\b|percent\b)")
_RISE_OR_FALL = re.compile(
    r"\b(?:r[io]s(?:e|en|ing)|f[ae]ll\w*|gr[eo]w\w*|up|down|increas\w+|decreas\w+|declin\w+|dropp?\w*|higher|lower|more|less|fewer|shr[aiu]nk|climb\w*|jump\w*|slump\w*|plung\w+|surg\w+|soar\w*|contract\w*|expand\w*|gain\w*)\b",
    re.IGNORECASE,
)


def read_todate(words: Words, scene: Scene) -> Draft | None:
    """`so far this year`, `year-to-date`, `2021 so far`."""
    pub = scene.published
    if year := words.get("yr") or words.get("yr1"):
        whole: Period | None = Period.of_year(int(year))
    elif "jtd" in words:
        whole = (
            cal.nearest_months(pub, month_number(words["jtd"]), month_number(words["jtd"]), future=False)
            if pub
            else None
        )
    else:
        whole = scene.step((words.get("sofar") or words.get("unit", "this year")).split()[-1].lower(), 0)
    if pub is None or whole is None or pub.end < whole.start:
        return Draft("interval", anchored=True)
    return Draft("interval", Period(whole.start, max(pub.end, whole.start)), anchored=True)


def read_endyear(words: Words, scene: Scene) -> Draft | None:
    """`year-end`, `the end of the month`."""
    unit = words.get("unit", "year").lower()
    return Draft(unit, scene.step(unit, 0), role="point", anchored=True)


def read_weekday(words: Words, scene: Scene) -> Draft | None:
    """`Tuesday`, `last Friday`, `Monday of next week`."""
    name = words["wd"]
    if not reads_as_day_name(name, scene.text, scene.at, scene.end, marked=bool(words.get("q"))):
        return None
    day, pub = SHORT_DAYS.index(name[:3].lower()), scene.published
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
    if "wk" in words and pub:  # "on Monday week"
        coming = cal.weekday_near(pub, day, "future")
        later = Period.of_day(coming.start + timedelta(days=7)) if coming else None
        return Draft("weekday", later, role="point", anchored=True)
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
