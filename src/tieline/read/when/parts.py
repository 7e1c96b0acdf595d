"""Parts of a year: quarters, halves, the first eight months, the year to March, fiscal years."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tieline.model import lazy_re as re
from tieline.model.english import number
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.dated import month_said, read_months
from tieline.read.when.fiscal import fiscal_year_at
from tieline.read.when.own_years import WHOSE
from tieline.read.when.relatives import read_relative
from tieline.read.when.scene import (
    Draft,
    Scene,
    Words,
    Year,
    century,
    counted_past,
    day_number,
    find_year,
    month_number,
    relative_fiscal,
    year_ending,
)
from tieline.read.when.stretches import WHOLE_YEAR, months_long
from tieline.read.when.words import ORDINALS


def _half_or_quarter(scene: Scene, unit: str, place: int, year: Year) -> Draft:
    size = 3 if unit == "quarter" else 6
    place = place if place > 0 else 12 // size
    if place > 12 // size:
        return Draft(unit)
    if year.bare:
        months = (size * (place - 1) + 1, size * place)
        inside = scene.context and cal.year_of(scene.context)
        if scene.published is None:
            found = cal.part_of(inside, size * (place - 1), size * place) if inside else None
            return Draft(unit, found, months=months)
        found = cal.nearest_part(scene.published, *months, future=scene.ahead())
        return Draft(unit, found, anchored=True, months=months)
    found = cal.part_of(year.span, size * (place - 1), size * place) if year.span else None
    if found and year.kind == "fiscal" and year.anchored and scene.published and not scene.ahead():
        begun = cal.well_begun(found, scene.published)
        found = found if begun else found.shifted_years(-1)  # "in the third quarter of the fiscal year" that was told
    return Draft(unit, found, anchored=year.anchored)


def read_part(words: Words, scene: Scene) -> Draft | None:
    """`the first quarter of 2014`, `the second half`, `last quarter`."""
    unit = "quarter" if words["unit"][0].lower() in "qt" else "half"
    tag = "" if find_year(words, "0", scene).bare else "0"
    year = find_year(words, tag, scene)
    if year.bare and ("fq" in words or "fp" in words):
        year = Year(relative_fiscal(scene, 0), anchored=True, kind="fiscal")
    if "pa" in words:  # "the first half (July-December) of 2013-14"
        said = {f"{key}2": words[key + tag] for key in ("yr", "rel", "fr", "fy", "fx", "f2") if key + tag in words}
        return read_months({"m1": words["pa"], "m2": words["pb"]} | said, scene)
    if year.bare and re.match(r"\s+of\s+(?!the year\b)", scene.text[scene.end : scene.end + 12]):
        return None
    if year.bare and words["ord"].lower() == "last":
        return Draft(unit, scene.step(unit, -1), anchored=True)
    return _half_or_quarter(scene, unit, ORDINALS[words["ord"].lower()], year)


def read_code(words: Words, scene: Scene) -> Draft | None:
    """`Q3`, `1Q14`, `H1 2014`."""
    unit = "quarter" if (words.get("q1") or words["q2"]).upper() == "Q" else "half"
    if "yr" in words or "y2" in words:
        written = int(words["yr"]) if "yr" in words else century(int(words["y2"]))
        year = Year(Period.of_year(written))
    else:
        year = find_year(words, "", scene)
    if year.bare and "fq" in words:
        year = Year(relative_fiscal(scene, 0), anchored=True, kind="fiscal")
    place = int(words.get("k1") or words["k2"])
    return None if unit == "half" and place > 2 else _half_or_quarter(scene, unit, place, year)


def read_months_code(words: Words, scene: Scene) -> Draft | None:
    """`5M 2019`, `9M2019`, `9M last year`: the first months of a year."""
    if "rel" in words:
        whole = scene.step("year", -1 if words["rel"].lower() == "last" else 0)
        return Draft("interval", cal.part_of(whole, 0, int(words["n"])) if whole else None, anchored=True)
    year = int(words["yr"]) if "yr" in words else century(int(words["y2"]))
    return Draft("interval", Period.of_months(year, 1, int(words["n"])))


def read_codes(words: Words, scene: Scene) -> Draft | None:
    """`Q1-Q3 2014`, `the first to third quarters`: from the one to the other."""
    ends = [int(words[k]) if k in words else ORDINALS[words[o].lower()] for k, o in (("k1", "o1"), ("k2", "o2"))]
    written = int(words["ya"]) if "ya" in words else century(int(words["y2"])) if "y2" in words else None
    year = find_year(words, "", scene) if written is None else Year(Period.of_year(written))
    one, two = (_half_or_quarter(scene, "quarter", place, year) for place in ends)
    if ends[0] >= ends[1] or one.period is None or two.period is None:
        return None
    start = one.period.start if one.period.start < two.period.start else one.period.shifted_years(-1).start
    return Draft("interval", Period(start, two.period.end), anchored=two.anchored)


def read_years_to(words: Words, _: Scene) -> Draft | None:
    """`the five years to 2017`: that year and the four before it."""
    count, last = number(words.get("n", "10")) or 1, int(words["yr"])
    return Draft("interval", Period(Period.of_year(last - count + 1).start, Period.of_year(last).end))


def read_opening(words: Words, scene: Scene) -> Draft | None:
    """`the first eight months of 1986`, `the last three months`, `the first 20 days of March`."""
    count, unit = number(words["n"]) or 1, words["unit"].lower().rstrip("s")
    first = words["ord"].lower() in {"first", "opening", "initial"}
    if "mrel" in words or "m" in words:
        month = (
            month_said({"m": words["m"]} | {k[:-1]: v for k, v in words.items() if k[-1] == "m" and len(k) > 2}, scene)
            if "m" in words
            else read_relative({"way": words["mrel"].rsplit(maxsplit=1)[0], "unit": "month"}, scene, bare_ok=True)
        )
        whole = month.period if month else None
        return Draft("interval", _some_days(whole, count, unit, first=first), anchored=bool(month and month.anchored))
    if "pa" in words:  # "the first four months (July to October) of 2013-14"
        said = {f"{key}2": words[key] for key in ("yr", "rel", "fr", "fy", "fx", "f2") if key in words}
        return read_months({"m1": words["pa"], "m2": words["pb"]} | said, scene)
    year = find_year(words, "", scene)
    year = find_year(words, "0", scene) if year.bare else year
    if year.bare and (named := _NAMED_YEAR.match(scene.text, scene.end)):
        year = _year_of_its_own(scene, named)
    elif year.kind is None and year.anchored and _CURRENT.match(words.get("rel0", words.get("rel", ""))):
        year = _current_as_told(scene) or year
    if year.bare and words["ord"].lower() == "last":
        return counted_past(scene, count, unit, -1)
    if unit in {"week", "day"}:
        whole = year.span or (scene.step("year", 0) if year.bare and unit == "week" else None)
        return Draft("interval", _some_days(whole, count, unit, first=first), anchored=year.bare or year.anchored)
    if year.span is not None and year.span.days > _LEAP:
        return Draft("interval")  # "the first two months of the 2014/15 season": nobody says when it began
    months = min(count * (3 if unit == "quarter" else 1), 12)
    begin, end = (0, months) if first else (12 - months, 12)
    if year.bare:
        if scene.published is None:
            return Draft("interval")
        return Draft(
            "interval", cal.nearest_months(scene.published, begin + 1, end, future=scene.ahead()), anchored=True
        )
    return Draft("interval", cal.part_of(year.span, begin, end) if year.span else None, anchored=year.anchored)


_LEAP = 366
_NAMED_YEAR = re.compile(
    r"\s+(?:of|in)\s+(?:(?:the|its|this)\s+)?(?:(?P<rel>current|present|new|last|past|previous)\s+)?"
    r"(?:(?P<whose>Iranian|Persian|Ethiopian|Nepal(?:i|ese))(?:\s+calendar)?\s+year|(?:[a-z]+\s+)?season|(?:crop|marketing|agricultural|farm|harvest|grain|sugar|coffee)\s+year)\b",
    re.IGNORECASE,
)


def _year_of_its_own(scene: Scene, named: re.Match[str]) -> Year:
    """`the first five months of the current Iranian year`, `of this season`: as that calendar, or the story, counts its years."""
    back = (named["rel"] or "").lower() in {"last", "past", "previous"}
    pub, whose = scene.published, (named["whose"] or "").lower()
    if pub is None:
        return Year()
    if whose:
        return Year(fiscal_year_at(WHOSE[whose], cal.add_months(pub.end, -12 * back)), anchored=True)
    spoken = next((p for p in reversed(scene.earlier) if months_long(p) == WHOLE_YEAR and not p.whole_years), None)
    month = scene.year_end or (spoken.end.month if spoken else None)
    if month is None:
        return Year()
    last = pub.end.year + (pub.end.month > month) - back
    return Year(year_ending(last, month), anchored=True)


def _current_as_told(scene: Scene) -> Year | None:
    """`the first five months of the current year`, once the story has told of a part of the year that Iran counts."""
    if scene.country != "IRN" or scene.published is None or not any(_begins_in_spring(p) for p in scene.earlier):
        return None
    return Year(fiscal_year_at("IRN", scene.published.end), anchored=True)


def _begins_in_spring(period: Period) -> bool:
    return period.start == cal.iranian_new_year(period.start.year)


_CURRENT = re.compile(r"(?:the )?current\b", re.IGNORECASE)


def _some_days(whole: Period | None, count: int, unit: str, *, first: bool) -> Period | None:
    days = min(count * (7 if unit == "week" else 1), whole.days if whole else 0)
    if whole is None or unit not in {"week", "day"} or days < 1:
        return None
    if first:
        return Period(whole.start, whole.start + timedelta(days=days - 1))
    return Period(whole.end - timedelta(days=days - 1), whole.end)


def read_ending(words: Words, scene: Scene) -> Draft | None:
    """`the year to March`, `the three months ended June 30`."""
    if "nq" in words:
        words = {**words, "n": str(3 * (number(words["nq"]) or 1))}
    if "ny" in words:
        words = {**words, "n": str(12 * (number(words["ny"]) or 1))}
    months = 3 if "qq" in words else 6 if "hh" in words else (number(words["n"]) or 12) if "n" in words else 12
    month, year = month_number(words["m"]), find_year(words, "", scene)
    kind = "fiscal" if "fi" in words else "interval"
    if year.bare:
        pub = scene.published
        said = month_said({"m": words["m"], "q": words["lq"]}, scene) if "lq" in words else None
        nearest = cal.nearest_months(pub, month, month, future=scene.ahead()) if pub else None
        last = said.period if said else nearest
    else:
        last = cal.month_in(year.span, month) if year.span else None
    if last is None:
        return Draft(kind, anchored=year.anchored or year.bare)
    end = last.end
    day = day_number(words.get("d") or words.get("d0") or "31")
    if day < min(end.day, 28):
        end = end.replace(day=day)
        return Draft(kind, Period(cal.add_months(end, -months) + timedelta(days=1), end), anchored=year.bare)
    return Draft(kind, Period(cal.add_months(last.start, 1 - months), end), anchored=year.bare or year.anchored)


def read_month_of_year(words: Words, scene: Scene) -> Draft | None:
    """`the first month of the year`, `the second month of 2017`: that month."""
    place = ORDINALS.get(words["nth"].lower()) or _PLACES.get(words["nth"].lower()) or int(words["nth"][:-2])
    reach = read_opening({**words, "ord": "first", "n": str(place if place > 0 else 12), "unit": "months"}, scene)
    if reach is None or reach.period is None or not reach.period.whole_months:
        return reach
    return replace(reach, kind="month", period=cal.month_of(Period.of_day(reach.period.end)))


_PLACES = dict(zip("fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), range(5, 13), strict=True))


def read_months_of_year(words: Words, scene: Scene) -> Draft | None:
    """`the nine months of 2017`, `in six months of this year`: its first ones."""
    return read_opening({**words, "ord": "first", "unit": "months"}, scene)


def read_quarters(words: Words, _scene: Scene) -> Draft | None:
    """`the four quarters to the end of Q2 2024`, as statistics offices write the latest year."""
    count = number(words["n"])
    if not count:
        return None
    end = Period.of_month(int(words["yr"]), 3 * int(words["k"]))
    return Draft("interval", Period(cal.add_months(end.start, 1 - 3 * int(count)), end.end))
