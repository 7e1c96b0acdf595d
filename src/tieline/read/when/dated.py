"""Dates by name: days, months, years, decades and the stretches between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import reads_as_month, reads_as_year
from tieline.read.when.fiscal import BY_TWO_YEARS
from tieline.read.when.scene import Draft, Scene, Words, Year, day_number, find_year, month_number, to_end, two_years
from tieline.read.when.words import ORDINALS


def read_iso(words: Words, scene: Scene) -> Draft | None:
    """`2014-03-05`, `05.03.2014`."""
    if slashed := words.get("slash"):
        one, two, year = (int(part) for part in slashed.split("/"))
        placed = _PLACED.search(scene.text[max(0, scene.at - 12) : scene.at])  # else it is a dateline
        if placed is None or (one <= _MONTHS and two <= _MONTHS and one != two):
            return None  # 3/5 is a day of March or of May, which nobody can tell
        month, day = sorted((one, two))
        return Draft("day", Period.of_day(date(year, month, day)))
    if dotted := words.get("dot"):
        day, month, year = (int(part) for part in dotted.split("."))
        return Draft("day", Period.of_day(date(year, month, day)))
    return Draft("day", Period.of_day(date.fromisoformat(words["date"])))


_MONTHS = 12
_PLACED = re.compile(r"\b(?:on|of|by|since|until|till|from|dated|to|before|after|and|for|between)\s+$", re.IGNORECASE)


def one_day(scene: Scene, month: int, day: int, year: Year, sense: str = "") -> Draft:
    """A day of a month, in the year that is said or the nearest one."""
    if year.bare:
        if scene.published is None:
            inside = cal.month_in(scene.context, month) if scene.context and cal.year_of(scene.context) else None
            return Draft("day", Period.of_day(inside.start.replace(day=day)) if inside else None)
        sense = sense or ("future" if scene.ahead() else "")
        return Draft("day", cal.nearest_day(scene.published, month, day, sense), anchored=True)
    inside = cal.month_in(year.span, month) if year.span else None
    return Draft("day", Period.of_day(inside.start.replace(day=day)) if inside else None, anchored=year.anchored)


def read_day(words: Words, scene: Scene) -> Draft | None:
    """`May 9`, `9 May 2015`, `Tuesday, March 10`, `last March 27`."""
    name = words.get("m1") or words["m2"]
    if words.get("d2", "").isdecimal() and scene.text[max(0, scene.at - 1) : scene.at] in {"-", "/"}:
        return None
    day = day_number(words.get("d1") or words["d2"])
    sense, year = words.get("q", "").lower(), find_year(words, "", scene)
    said = one_day(scene, month_number(name), day, year, "" if sense == "this" else sense)
    if year.kind == "fiscal" and year.span and said.period and _UNTIL.search(scene.text[: scene.at]):
        return Draft("interval", Period(year.span.start, said.period.end), anchored=said.anchored)
    return said


_UNTIL = re.compile(r"\b(?:as (?:of|at)|up (?:to|until|till)|until|till|by)\s+$", re.IGNORECASE)
"""Before the day up to which a fiscal year has been counted: "as of 26 April in the current fiscal year"."""


def read_days(words: Words, scene: Scene) -> Draft | list[Draft] | None:
    """`May 9-11`, `between February 18 and March 5`."""
    if ("and" in words or "and2" in words) and not words.get("both", "").lower().startswith("between"):
        return _split(words, scene)
    first = month_number(words.get("m1") or words.get("m0") or words["m3"])
    last = month_number(words.get("m2") or words["m3"]) if "m2" in words or "m3" in words else first
    year = find_year(words, "", scene)
    until = one_day(scene, last, day_number(words.get("d2") or words["e2"]), year)
    day = day_number(words.get("d1") or words["e1"])
    if until.period is None:
        return Draft("interval", anchored=until.anchored)
    start = date(int(words.get("yr0") or until.period.start.year - (first > last)), first, day)
    if start > until.period.start:
        return None
    span = (scene.at + len(words.get("both", "")), scene.end)
    return Draft("interval", Period(start, until.period.end), anchored=until.anchored, span=span)


def _split(words: Words, scene: Scene) -> Draft | list[Draft] | None:
    """`March 5 and March 7` without "between" is no interval: the first day alone, the rest is read next."""
    if "m1" not in words:
        last, year = month_number(words["m3"]), find_year(words, "", scene)
        first = month_number(words["m0"]) if "m0" in words else last
        size = len(words["e1"])
        return [
            replace(one_day(scene, first, day_number(words["e1"]), year), span=(scene.at, scene.at + size)),
            replace(
                one_day(scene, last, day_number(words["e2"]), year),
                span=(scene.text.index(words["e2"], scene.at + size), scene.end),
            ),
        ]
    found = re.match(r"(?s).*?\d{1,2}(?:st|nd|rd|th)?\b", scene.text[scene.at : scene.end])
    drafted = one_day(scene, month_number(words["m1"]), day_number(words["d1"]), find_year(words, "", scene))
    end = scene.at + (found.end() if found else 0)
    return replace(drafted, span=(scene.at, end)) if found else None


def read_months(words: Words, scene: Scene) -> Draft | None:
    """`January-June 2014`, `between January and March`."""
    both = words.get("both", "").strip().lower()
    start = scene.at + (len(words["both"]) if both else 0)
    if "and" in words and not both.startswith("between"):
        return _first_month(words, scene, start)
    first, last = month_number(words["m1"]), month_number(words["m2"])
    begin, end = find_year(words, "1", scene), find_year(words, "2", scene)
    end = find_year(words, "3", scene) if end.bare else end
    span = (start, scene.end)
    if end.bare and not begin.bare:
        if begin.span is None:
            return Draft("interval", anchored=begin.anchored, span=span)
        from_month = cal.month_in(begin.span, first)
        year = (from_month or begin.span).start.year + (last < first)
        return Draft(
            "interval",
            Period(date(year - (last < first), first, 1), Period.of_month(year, last).end),
            anchored=begin.anchored,
            span=span,
        )
    if end.bare:
        if scene.published is None:
            return Draft("interval", span=span)
        return Draft(
            "interval", cal.nearest_months(scene.published, first, last, future=scene.ahead()), anchored=True, span=span
        )
    until = cal.month_in(end.span, last) if end.span else None
    if until is None:
        return Draft("interval", anchored=end.anchored, span=span)
    year = begin.span.start.year if begin.span else until.start.year - (first > last)
    return Draft(
        "interval", Period(date(year, first, 1), until.end), anchored=end.anchored or begin.anchored, span=span
    )


def _first_month(words: Words, scene: Scene, start: int) -> Draft | None:
    """`November and December 2013` is no interval: the first month alone, the rest is read next."""
    start += len(words.get("the", ""))
    alone = {"m": words["m1"]} | {
        key[:-1]: value for key, value in words.items() if key in {"yr1", "rel1", "fy1", "fx1", "f21"}
    }
    found = re.compile(r"\s+and\s").search(scene.text, start)
    end = found.start() if found else scene.end
    if len(alone) == 1 and not reads_as_month(words["m1"], scene.text, start, end):
        return None
    return replace(month_said(alone, scene), span=(start, end))


def read_month(words: Words, scene: Scene) -> Draft | None:
    """`March 1987`, `last November`, `March of last year`."""
    alone = "q" not in words and find_year(words, "", scene).bare
    if alone and not reads_as_month(words["m"], scene.text, scene.at, scene.end):
        return None
    return month_said(words, scene)


def month_said(words: Words, scene: Scene) -> Draft:
    """The month, once the words are known to name one."""
    month, year, sense = month_number(words["m"]), find_year(words, "", scene), words.get("q", "").lower()
    if not year.bare:
        found = cal.month_in(year.span, month) if year.span else None
        return Draft("month", found, anchored=year.anchored)
    pub = scene.published
    if sense:
        if pub is None or cal.month_of(pub) is None:
            return Draft("month", anchored=True)
        now = pub.start.month
        years = {"last": -(month >= now), "this past": -(month >= now), "this": 0}.get(sense, month <= now)
        return Draft("month", Period.of_month(pub.start.year + years, month), anchored=True)
    if pub is None:
        inside = cal.month_in(scene.context, month) if scene.context and cal.year_of(scene.context) else None
        return Draft("month", inside, months=(month, month))
    return Draft(
        "month", cal.nearest_months(pub, month, month, future=scene.ahead()), anchored=True, months=(month, month)
    )


def read_month_quarter(words: Words, scene: Scene) -> Draft | None:
    """`the December quarter`, `the March 2014 quarter`, `the June half`: the months that end with that one."""
    last = month_said({key.rstrip("1"): value for key, value in words.items()}, scene)
    unit = "quarter" if words["unit"][0].lower() == "q" else "half"
    if last.period is None:
        return replace(last, kind=unit, months=None)
    start = cal.add_months(last.period.start, -2 if unit == "quarter" else -5)
    return replace(last, kind=unit, period=Period(start, last.period.end), months=None)


def read_part_of_month(words: Words, scene: Scene) -> Draft | None:
    """`the first week of March`, `the second half of May`, `the last third of June`: days of the month."""
    said = month_said(words, scene)
    place, days = ORDINALS[words["ord"].lower()], _DAYS_OF_PARTS[words["unit"].lower()]
    whole = said.period
    if whole is None:
        return replace(said, kind="interval", months=None)
    most = _WHOLE_WEEKS if days == _WEEK else -(-30 // days)
    if place > most:
        return None
    begin = (
        1 + days * (place - 1) if place > 0 else whole.end.day - _WEEK + 1 if days == _WEEK else 1 + days * (most - 1)
    )
    end = whole.end.day if place < 0 or (place == most and days != _WEEK) else begin + days - 1
    part = Period(whole.start.replace(day=begin), whole.start.replace(day=end))
    return replace(said, kind="interval", period=part, months=None)


_WEEK, _WHOLE_WEEKS = 7, 4
_DAYS_OF_PARTS = {"half": 15, "third": 10, "week": _WEEK, "fortnight": 15}


def read_from_start(words: Words, scene: Scene) -> Draft | None:
    """`from the beginning of the year to the end of July`."""
    until = month_said({key: value for key, value in words.items() if key in {"m", "yr", "rel"}}, scene)
    if until is None or until.period is None:
        return until
    return replace(
        until, kind="interval", period=Period(date(until.period.end.year, 1, 1), until.period.end), months=None
    )


def read_decade(words: Words, _: Scene) -> Draft | None:
    """`the 1990s`."""
    if "y2" in words and not re.match(r"(?i)the\b|['’]", words["*"]):
        return None
    first = int(words["y"]) if "y" in words else 1900 + int(words["y2"])
    return Draft("decade", Period(date(first, 1, 1), date(first + 9, 12, 31)))


_OVER = re.compile(r"\b(?:over|across)\s+$", re.IGNORECASE)
"""Before two years that one sum is of: "over 2016 and 2017"."""


def read_years(words: Words, scene: Scene) -> Draft | list[Draft] | None:
    """`2010 to 2014`, `2013-14`, `1985/86 (April/March)`."""
    both = words.get("both", "").strip().lower()
    start = scene.at + len(words.get("both", ""))
    over = both == "" and _OVER.search(scene.text[max(0, scene.at - 8) : scene.at]) is not None
    if "and" in words and both != "between" and not over:  # "in 2012 and 2013": each of them
        return read_yearlist({"list": words["*"]}, scene) if len(words["b"]) == 4 else None
    if not reads_as_year(words["a"], scene.text, start, scene.end):
        return None
    first, short = int(words["a"]), len(words["b"]) == 2
    joined = re.search(r"[-–/]", words["*"])
    if short and not joined:
        return None
    last = first // 100 * 100 + int(words["b"]) if short else int(words["b"])
    if short and first % 100 == 99:
        last += 100
    span = (start, scene.end)
    as_written = joined and (joined[0] == "/" or (scene.country in BY_TWO_YEARS and not both))
    if last == first + 1 and (short or as_written):
        return Draft("fiscal", to_end(words, first, last) or two_years(scene, first, last), span=span)
    if last <= first:
        month = int(words["b"]) if short else 0
        return Draft("month", Period.of_month(first, month), span=span) if 1 <= month <= 12 else None
    return Draft("interval", Period(date(first, 1, 1), date(last, 12, 31)), span=span)


def read_year_to_month(words: Words, scene: Scene) -> Draft:
    """`from 2014 to April 2018`: from the first day of the one to the last of the other."""
    first, until = int(words["a"]), Period.of_month(int(words["yr"]), month_number(words["m"]))
    span = (scene.at + len(words["both"]), scene.end)
    return Draft("interval", Period(date(first, 1, 1), until.end), span=span)


def read_yearlist(words: Words, scene: Scene) -> list[Draft]:
    """`1985, 1986 and 1987`: a mention for each."""
    found = list(re.finditer(r"\d{4}", words["list"]))
    if not reads_as_year(found[0][0], scene.text, scene.at, scene.end):
        return []
    return [
        Draft("year", Period.of_year(int(one[0])), span=(scene.at + one.start(), scene.at + one.end())) for one in found
    ]


def read_year(words: Words, scene: Scene) -> Draft | None:
    """`2014`, where a year can stand."""
    if not reads_as_year(words["yr"], scene.text, scene.at, scene.end):
        return None
    return Draft("year", Period.of_year(int(words["yr"])))
