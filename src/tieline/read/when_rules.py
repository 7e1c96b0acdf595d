"""What each rule of the grammar means: from the words matched to a period.

A rule gets the words by name and the place where they stand, and gives one or more drafts, or none if the words are no
time after all ("may" the verb, 2,014 tonnes).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tieline.model.periods import Period, PeriodError
from tieline.read import when_calendar as cal
from tieline.read.fiscal import FISCAL_YEARS, fiscal_year, fiscal_year_at
from tieline.read.when_context import (
    counted_before,
    has_base_cue,
    points_ahead,
    reads_as_day_name,
    reads_as_month,
    reads_as_year,
)
from tieline.read.when_patterns import MONTHS, NUMBERS, ORDINALS, WEEKDAYS

Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of some words: what a rule knows before the words around it have their say."""

    kind: str
    period: Period | None = None
    role: str = "period"
    relation: str | None = None
    anchored: bool = False
    bare: bool = False  # a month or quarter without a year: a dated one beside it may give it
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class Scene:
    """The text and what is known around it."""

    text: str
    published: Period | None
    future: Callable[[int], bool] | None
    context: Period | None
    country: str | None
    spoken: Period | None = None  # the last period named in this text
    at: int = 0
    end: int = 0

    def ahead(self) -> bool:
        """The words at this place look forward."""
        return points_ahead(self.text, self.at) or bool(self.future and self.future(self.at))

    def antecedent(self) -> Period | None:
        """The period that "that month" or "the same period" takes up."""
        return self.spoken or self.context

    def step(self, unit: str, count: int) -> Period | None:
        """A unit of time counted from the publication; None if that is not known so finely."""
        pub = self.published
        if pub is None or (unit in {"day", "week", "weekend"} and pub.days > 1):
            return None
        if unit in {"month", "quarter", "half"} and cal.month_of(pub) is None:
            return None
        return cal.step(pub, unit, count)


@dataclass(frozen=True, slots=True)
class Year:
    """The year that an expression names: its span (calendar or fiscal), or nothing said (`bare`)."""

    span: Period | None = None
    anchored: bool = False
    bare: bool = False
    kind: str | None = field(default=None)


def number(word: str) -> int | None:
    """A number in figures or words; None for "several"."""
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())


def month_number(word: str) -> int:
    """1 for Jan., January, JAN."""
    return MONTHS.index(word[:3].lower()) + 1


def century(two_digits: int) -> int:
    """2014 for 14, 1986 for 86."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def written_years(words: str) -> tuple[int, int | None]:
    """`2014`, `2014-15`, `14/15`, `2014-2015` as first and last year."""
    parts = re.findall(r"\d+", words)
    first = int(parts[0]) if len(parts[0]) == 4 else century(int(parts[0]))
    if len(parts) == 1:
        return first, None
    last = int(parts[1]) if len(parts[1]) == 4 else first // 100 * 100 + int(parts[1])
    return first, last if last >= first else last + 100


def _relative_fiscal(scene: Scene, count: int) -> Period | None:
    if scene.published is None or scene.country is None:
        return None
    now = fiscal_year_at(scene.country, scene.published.end)
    return now.shifted_years(count)


def find_year(words: Words, tag: str, scene: Scene) -> Year:
    """The year of an expression from the groups that end in `tag`."""
    if written := words.get(f"yr{tag}"):
        return Year(Period.of_year(int(written)))
    if written := words.get(f"fy{tag}") or words.get(f"fx{tag}"):
        first, last = written_years(written)
        if last is not None and last != first + 1:
            return Year(Period(date(first, 1, 1), date(last, 12, 31)))
        return Year(fiscal_year(scene.country, first, last), kind="fiscal")
    relation = words.get(f"rel{tag}", "").lower().removeprefix("the ")
    if not relation:
        return Year(bare=True)
    count = {"last": -1, "next": 1, "coming": 1, "this coming": 1}.get(relation, 0)
    if words.get(f"fr{tag}"):
        return Year(_relative_fiscal(scene, count), anchored=True, kind="fiscal")
    if relation == "the":
        return Year(bare=True)
    if relation in {"that", "same", "following", "previous", "preceding", "prior"}:
        before = scene.antecedent()
        shift = {"following": 1, "that": 0, "same": 0}.get(relation, -1)
        return Year(cal.step(before, "year", shift) if before else None)
    return Year(scene.step("year", count), anchored=True)


def _iso(words: Words, _: Scene) -> Draft | None:
    if dotted := words.get("dot"):
        day, month, year = (int(part) for part in dotted.split("."))
        return Draft("day", Period.of_day(date(year, month, day)))
    return Draft("day", Period.of_day(date.fromisoformat(words["date"])))


def _one_day(scene: Scene, month: int, day: int, year: Year, sense: str = "") -> Draft:
    if year.bare:
        if scene.published is None:
            inside = cal.month_in(scene.context, month) if scene.context and cal.year_of(scene.context) else None
            return Draft("day", Period.of_day(inside.start.replace(day=day)) if inside else None, bare=True)
        sense = sense or ("future" if scene.ahead() else "")
        return Draft("day", cal.nearest_day(scene.published, month, day, sense), anchored=True)
    inside = cal.month_in(year.span, month) if year.span else None
    return Draft("day", Period.of_day(inside.start.replace(day=day)) if inside else None, anchored=year.anchored)


def _day(words: Words, scene: Scene) -> Draft | None:
    name = words.get("m1") or words["m2"]
    if (words.get("d2", "").isdecimal() and re.search(r"[-/.]$", scene.text[: scene.at])) or (
        name[:3].lower() == "mar" and name.rstrip(".") in {"Mar"} and "." not in name and "d2" not in words
    ):
        return None
    day = _day_number(words.get("d1") or words["d2"])
    sense = words.get("q", "").lower()
    return _one_day(scene, month_number(name), day, find_year(words, "", scene), "" if sense == "this" else sense)


def _days(words: Words, scene: Scene) -> Draft | None:
    if "and" in words and "both" not in words:
        return _split(words, scene)
    first = month_number(words.get("m1") or words["m3"])
    last = month_number(words["m2"]) if "m2" in words else first
    year = find_year(words, "", scene)
    until = _one_day(scene, last, _day_number(words.get("d2") or words["e2"]), year)
    day = _day_number(words.get("d1") or words["e1"])
    if until.period is None:
        return Draft("interval", anchored=until.anchored)
    start = date(until.period.start.year - (first > last), first, day)
    if start > until.period.start:
        return None
    return Draft("interval", Period(start, until.period.end), anchored=until.anchored)


def _split(words: Words, scene: Scene) -> Draft | None:
    """`March 5 and March 7` without "between" is no interval: the first day alone, the rest is read next."""
    if "m1" not in words:
        return None
    found = re.match(r"(?s).*?\d{1,2}(?:st|nd|rd|th)?\b", scene.text[scene.at : scene.end])
    drafted = _one_day(scene, month_number(words["m1"]), _day_number(words["d1"]), find_year(words, "", scene))
    end = scene.at + (found.end() if found else 0)
    return replace(drafted, span=(scene.at, end)) if found else None


def _months(words: Words, scene: Scene) -> Draft | None:
    both = words.get("both", "").strip().lower()
    start = scene.at + (len(words["both"]) if both else 0)
    if "and" in words and both != "between":
        return None
    first, last = month_number(words["m1"]), month_number(words["m2"])
    begin, end = find_year(words, "1", scene), find_year(words, "2", scene)
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
            return Draft("interval", span=span, bare=True)
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


def _month(words: Words, scene: Scene) -> Draft | None:
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
    if not reads_as_month(words["m"], scene.text, scene.at, scene.end):
        return None
    if pub is None:
        inside = cal.month_in(scene.context, month) if scene.context and cal.year_of(scene.context) else None
        return Draft("month", inside, bare=True)
    return Draft("month", cal.nearest_months(pub, month, month, future=scene.ahead()), anchored=True, bare=True)


def _half_or_quarter(scene: Scene, unit: str, place: int, year: Year) -> Draft:
    size = 3 if unit == "quarter" else 6
    place = place if place > 0 else 12 // size
    if place > 12 // size:
        return Draft(unit)
    if year.bare:
        inside = scene.context and cal.year_of(scene.context)
        if scene.published is None:
            found = cal.part_of(inside, size * (place - 1), size * place) if inside else None
            return Draft(unit, found, bare=True)
        found = cal.nearest_part(scene.published, size * (place - 1) + 1, size * place, future=scene.ahead())
        return Draft(unit, found, anchored=True, bare=True)
    found = cal.part_of(year.span, size * (place - 1), size * place) if year.span else None
    return Draft(unit, found, anchored=year.anchored)


def _part(words: Words, scene: Scene) -> Draft | None:
    unit = "quarter" if words["unit"][0].lower() == "q" else "half"
    year = find_year(words, "0", scene)
    if year.bare:
        year = find_year(words, "", scene)
    if year.bare and re.match(r"\s+of\s+(?!the year\b)", scene.text[scene.end : scene.end + 12]):
        return None
    if year.bare and words["ord"].lower() == "last":
        return Draft(unit, scene.step(unit, -1), anchored=True)
    return _half_or_quarter(scene, unit, ORDINALS[words["ord"].lower()], year)


def _code(words: Words, scene: Scene) -> Draft | None:
    unit = "quarter" if (words.get("q1") or words["q2"]).upper() == "Q" else "half"
    if "yr" in words or "y2" in words:
        written = int(words["yr"]) if "yr" in words else century(int(words["y2"]))
        year = Year(Period.of_year(written))
    else:
        year = Year(bare=True)
    place = int(words.get("k1") or words["k2"])
    return None if unit == "half" and place > 2 else _half_or_quarter(scene, unit, place, year)


def _opening(words: Words, scene: Scene) -> Draft | None:
    count, unit = number(words["n"]) or 1, words["unit"].lower().rstrip("s")
    first = words["ord"].lower() in {"first", "opening"}
    if "mrel" in words or "m" in words:
        month = (
            _month({"m": words["m"]} | {k[:-1]: v for k, v in words.items() if k[-1] == "m" and len(k) > 2}, scene)
            if "m" in words
            else _relative({"way": words["mrel"].rsplit(maxsplit=1)[0], "unit": "month"}, scene, bare_ok=True)
        )
        whole = month.period if month else None
        return Draft("interval", _some_days(whole, count, unit, first=first), anchored=bool(month and month.anchored))
    year = find_year(words, "", scene)
    if year.bare and words["ord"].lower() == "last":
        return _counted_past(scene, count, unit, -1)
    if unit in {"week", "day"}:
        whole = year.span or (scene.step("year", 0) if year.bare and unit == "week" else None)
        return Draft("interval", _some_days(whole, count, unit, first=first), anchored=year.bare or year.anchored)
    months = min(count * (3 if unit == "quarter" else 1), 12)
    begin, end = (0, months) if first else (12 - months, 12)
    if year.bare:
        if scene.published is None:
            return Draft("interval", bare=True)
        return Draft(
            "interval", cal.nearest_months(scene.published, begin + 1, end, future=scene.ahead()), anchored=True
        )
    return Draft("interval", cal.part_of(year.span, begin, end) if year.span else None, anchored=year.anchored)


def _some_days(whole: Period | None, count: int, unit: str, *, first: bool) -> Period | None:
    days = min(count * (7 if unit == "week" else 1), whole.days if whole else 0)
    if whole is None or unit not in {"week", "day"} or days < 1:
        return None
    if first:
        return Period(whole.start, whole.start + timedelta(days=days - 1))
    return Period(whole.end - timedelta(days=days - 1), whole.end)


def _counted_past(scene: Scene, count: int, unit: str, way: int) -> Draft:
    """The last (next) five years: from five years before (the publication's year) to (five years after) it."""
    if unit == "decade":
        count, unit = count * 10, "year"
    here, there = scene.step(unit, 0), scene.step(unit, way * count)
    if here is None or there is None:
        return Draft("interval", anchored=True)
    span = Period(there.start, here.end) if way < 0 else Period(here.start, there.end)
    return Draft("interval", span, anchored=True)


def _ending(words: Words, scene: Scene) -> Draft | None:
    months = 3 if "qq" in words else 6 if "hh" in words else (number(words["n"]) or 12) if "n" in words else 12
    month, year = month_number(words["m"]), find_year(words, "", scene)
    kind = "fiscal" if "fi" in words else "interval"
    if year.bare:
        pub = scene.published
        last = cal.nearest_months(pub, month, month, future=scene.ahead()) if pub else None
    else:
        last = cal.month_in(year.span, month) if year.span else None
    if last is None:
        return Draft(kind, anchored=year.anchored or year.bare)
    end = last.end
    if "d" in words and _day_number(words["d"]) < min(end.day, 28):
        end = end.replace(day=_day_number(words["d"]))
        return Draft(kind, Period(cal.add_months(end, -months) + timedelta(days=1), end), anchored=year.bare)
    return Draft(kind, Period(cal.add_months(last.start, 1 - months), end), anchored=year.bare or year.anchored)


def _to_end(words: Words, first: int, last: int | None) -> Period | None:
    """`fiscal 1985/86 ended March` and `1985/86 (April/March)` say themselves when the year ends."""
    ending = words.get("em") or words.get("am")
    if ending is None:
        return None
    end = Period.of_month(last or first, month_number(ending))
    return Period(cal.add_months(end.start, -11), end.end)


def _fiscal(words: Words, scene: Scene) -> Draft | None:
    if relation := words.get("frel"):
        count = (
            -1
            if re.search(r"last|previous|past", relation, re.I)
            else 1
            if re.search(r"next|coming", relation, re.I)
            else 0
        )
        return Draft("fiscal", _relative_fiscal(scene, count), anchored=True)
    first, last = written_years(words.get("fy") or words.get("f2") or words["fb"])
    return Draft("fiscal", _to_end(words, first, last) or fiscal_year(scene.country, first, last))


def _same(words: Words, scene: Scene) -> Draft | None:
    unit, before = words["unit"].lower(), scene.antecedent()
    if "back" in words or "ye" in words:
        return _hanging(scene, "same-period-last-year", unit)
    if "pm" in words:
        return _hanging(scene, "previous-period", unit)
    if year := words.get("yr") or words.get("ymid"):
        found = before.shifted_years(int(year) - before.start.year) if before else None
        return Draft("relative", found)
    if unit == "time" or words["how"].lower() not in {"same", "corresponding"} or before is None:
        return None
    unit = unit.split("-")[0].split()[0]
    whole = unit in {"period", "span", "months", "weeks", "days", "stretch"}
    return Draft(unit if not whole else "relative", before if whole else cal.widen(before, unit))


def _hanging(scene: Scene, relation: str, unit: str = "relative") -> Draft:
    """A period that hangs on another one: a base where something is held against it."""
    kind = unit if unit in {"month", "quarter", "week", "day", "year"} else "relative"
    if has_base_cue(scene.text, scene.at, scene.end) or re.search(
        r"(?i)\b(?:from|over)\s+$", scene.text[max(0, scene.at - 8) : scene.at]
    ):
        return Draft(kind, role="base", relation="same-period-last-year" if relation == "year-before" else relation)
    return Draft(kind, relation=relation)


def _yoy(_: Words, __: Scene) -> Draft | None:
    return Draft("relative", role="base", relation="same-period-last-year")


def _pop(_: Words, __: Scene) -> Draft | None:
    return Draft("relative", role="base", relation="previous-period")


def _yearago(words: Words, scene: Scene) -> Draft | None:
    said = " ".join(words["*"].lower().split())
    if re.fullmatch(r"(?:the|that) year before(?:['’]s)?", said):
        return _hanging(scene, "year-before", "year")
    if re.fullmatch(r"a year ago(?:['’]s)?", said) and not has_base_cue(scene.text, scene.at, scene.end):
        if not counted_before(scene.text, scene.at):
            return Draft("year", scene.step("year", -1), anchored=True)
    elif re.match(r"year (?:before|ago|earlier)$", said):
        return None
    return Draft("relative", role="base", relation="same-period-last-year")


def _todate(words: Words, scene: Scene) -> Draft | None:
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


def _ago(words: Words, scene: Scene) -> Draft | None:
    count = None if "long" in words or "half" in words else number(words.get("n", ""))
    unit, back = words.get("unit", "").lower().rstrip("s"), words.get("back", "ago").lower()
    if count is None or unit not in {"year", "month", "week", "day", "quarter"}:
        return Draft("relative", role="vague")
    if back in {"from now", "hence"}:
        return Draft(unit, scene.step(unit, count), anchored=True)
    if back == "later":
        before = scene.antecedent()
        return Draft(unit, cal.step(before, unit, count) if before else None)
    held = has_base_cue(scene.text, scene.at, scene.end) or counted_before(scene.text, scene.at)
    if back == "ago" and not held:
        return Draft(unit, scene.step(unit, -count), anchored=True)
    if count == 1:
        relation = "same-period-last-year" if unit == "year" else "previous-period"
    else:
        relation = f"{unit}s-before:{count}"
    return Draft(unit, role="base", relation=relation)


def _past(words: Words, scene: Scene) -> Draft | None:
    unit = (words.get("unit") or words.get("unit1") or words["unit2"]).lower().rstrip("s")
    way = (words.get("way") or words.get("one") or words["over"]).lower()
    if way in {"previous", "preceding", "prior"} and words.get("n"):
        return _hanging(scene, "previous-period")
    count = number(words["n"]) if "n" in words else 1 if "way" not in words else None
    if count is None or unit not in {"year", "month", "week", "day", "quarter", "decade"}:
        return Draft("relative", role="vague")
    ahead = 1 if way in {"next", "coming", "following"} else -1
    if "one" in words and unit == "year":
        return replace(_counted_past(scene, 12, "month", -1), kind="interval")
    return _counted_past(scene, count, unit, ahead)


_COUNTS = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "present": 0, "these": 0}


def _relative(words: Words, scene: Scene, *, bare_ok: bool = False) -> Draft | None:
    unit = words["unit"].lower()
    way = words["way"].lower().split()
    head, tail = way[0], way[-1]
    before = scene.antecedent()
    if "time" in words:
        there = scene.step("month", 12 * _COUNTS.get(head, 0))
        return Draft("month", there, anchored=True, role="point") if unit == "year" else None
    if tail in {"previous", "preceding", "prior"}:
        return _hanging(scene, "year-before" if unit == "year" else "previous-period", unit)
    if tail == "following" or way == ["the", "next"]:
        if before is None and (way == ["the", "next"] and unit != "day"):
            return Draft(unit, scene.step(unit, 1), anchored=True)
        return Draft(unit, cal.step(before, unit, 1) if before else None)
    if unit in {"day", "period"} or head == "that" or tail in {"same", "very"}:
        if head not in {"this", "that", "the"} or (unit == "day" and head != "that"):
            return None
        found = before if unit == "period" else cal.widen(before, unit) if before else None
        return Draft(unit if unit != "period" else "relative", found) if found or head == "that" else None
    if tail == "latest":
        return Draft(unit, before if before and before.precision == unit else None)
    if way == ["the"] or (head == "the" and tail in {"whole", "entire", "full"}):
        found = cal.widen(before, unit) if before and unit != "weekend" else None
        if bare_ok:
            return Draft(unit, found or scene.step(unit, 0), anchored=found is None)
        placed = re.search(
            r"\b(?:in|for|during|over|of|throughout|within)\s+$", scene.text[max(0, scene.at - 14) : scene.at]
        )
        return (
            Draft(unit, found) if placed and found and before and before.precision in {unit, "day", "month"} else None
        )
    count = _COUNTS.get(tail, _COUNTS.get(head, 0))
    kind = "relative" if unit == "weekend" else unit
    return Draft(kind, scene.step(unit, count), anchored=True)


def _decade(words: Words, _: Scene) -> Draft | None:
    if "y2" in words and not re.match(r"(?i)the\b|['’]", words["*"]):
        return None
    first = int(words["y"]) if "y" in words else 1900 + int(words["y2"])
    return Draft("decade", Period(date(first, 1, 1), date(first + 9, 12, 31)))


def _years(words: Words, scene: Scene) -> Draft | None:
    both = words.get("both", "").strip().lower()
    start = scene.at + len(words.get("both", ""))
    if ("and" in words and both != "between") or not reads_as_year(words["a"], scene.text, start, scene.end):
        return None
    first, short = int(words["a"]), len(words["b"]) == 2
    joined = re.search(r"[-–/]", words["*"])
    if short and not joined:
        return None
    last = first // 100 * 100 + int(words["b"]) if short else int(words["b"])
    if short and first % 100 == 99:
        last += 100
    span = (start, scene.end)
    if last == first + 1 and (short or (joined and joined[0] == "/")):
        return Draft("fiscal", _to_end(words, first, last) or fiscal_year(scene.country, first, last), span=span)
    if last <= first:
        month = int(words["b"]) if short else 0
        return Draft("month", Period.of_month(first, month), span=span) if 1 <= month <= 12 else None
    return Draft("interval", Period(date(first, 1, 1), date(last, 12, 31)), span=span)


def _yearlist(words: Words, scene: Scene) -> list[Draft]:
    found = list(re.finditer(r"\d{4}", words["list"]))
    if not reads_as_year(found[0][0], scene.text, scene.at, scene.end):
        return []
    return [
        Draft("year", Period.of_year(int(one[0])), span=(scene.at + one.start(), scene.at + one.end())) for one in found
    ]


def _endyear(words: Words, scene: Scene) -> Draft | None:
    unit = words.get("unit", "year").lower()
    return Draft(unit, scene.step(unit, 0), role="point", anchored=True)


def _year(words: Words, scene: Scene) -> Draft | None:
    if not reads_as_year(words["yr"], scene.text, scene.at, scene.end):
        return None
    return Draft("year", Period.of_year(int(words["yr"])))


def _weekday(words: Words, scene: Scene) -> Draft | None:
    name = words["wd"]
    if not reads_as_day_name(name, scene.text, scene.at, scene.end, marked=bool(words.get("q"))):
        return None
    day, pub = WEEKDAYS.index(name[:3].lower()), scene.published
    if weeks := words.get("wb") or words.get("wa"):
        week = scene.step("week", _COUNTS[weeks.lower()])
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


def _dayword(words: Words, scene: Scene) -> Draft | None:
    said = " ".join(words["w"].lower().split())
    far = words.get("far", "").lower()
    if said == "overnight":
        here, there = scene.step("day", 0), scene.step("day", -1)
        return Draft("day", Period(there.start, here.end) if here and there else None, role="point", anchored=True)
    count = {"yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1}.get(said, 0)
    if far:
        count = -2 if far.startswith("before") else 2
    return Draft("day", scene.step("day", count), role="point", anchored=True)


def _ordinal(words: Words, scene: Scene) -> Draft | None:
    placed = re.search(
        r"\b(?:on|until|till|by|since|before|after|from|to)\s+$", scene.text[max(0, scene.at - 10) : scene.at]
    )
    if not placed and "om" not in words:
        return None
    day = _day_number(words["d"])
    if "om" in words:
        month = _relative({"way": words["om"].rsplit(maxsplit=1)[0], "unit": "month"}, scene, bare_ok=True)
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


def _vague(_: Words, __: Scene) -> Draft | None:
    return Draft("relative", role="vague")


def _duration(words: Words, scene: Scene) -> Draft | None:
    if words["n"].lower() in {"a", "an"} and not re.search(
        r"(?i)\b(?:for|within|after|lasting|lasts?|lasted|in|of|about|nearly|almost|over)\s+$",
        scene.text[max(0, scene.at - 12) : scene.at],
    ):
        return None
    unit = words["unit"].lower().rstrip("s")
    return Draft(unit if unit in {"day", "month", "quarter", "year", "decade"} else "interval", role="duration")


Rule = Callable[[Words, Scene], "Draft | list[Draft] | None"]
RULES: dict[str, Rule] = {
    "iso": _iso,
    "days": _days,
    "day": _day,
    "months": _months,
    "month": _month,
    "part": _part,
    "code": _code,
    "codey": _code,
    "opening": _opening,
    "ending": _ending,
    "fiscal": _fiscal,
    "same": _same,
    "yoy": _yoy,
    "pop": _pop,
    "yearago": _yearago,
    "todate": _todate,
    "ago": _ago,
    "past": _past,
    "relative": _relative,
    "decade": _decade,
    "years": _years,
    "yearlist": _yearlist,
    "endyear": _endyear,
    "year": _year,
    "weekday": _weekday,
    "dayword": _dayword,
    "ordinal": _ordinal,
    "vague": _vague,
    "duration": _duration,
}


def read(name: str, words: Words, scene: Scene) -> list[Draft]:
    """Apply a rule; words that make no real date (30 February, the year 0) are no time.

    >>> scene = Scene("in 2014", None, None, None, None, at=3, end=7)
    >>> read("year", {"yr": "2014", "*": "2014"}, scene)[0].period.iso
    '2014'
    """
    try:
        found = RULES[name](words, scene)
    except (ValueError, OverflowError, PeriodError):
        return []
    return [] if found is None else [found] if isinstance(found, Draft) else found


__all__ = ["FISCAL_YEARS", "Draft", "Scene", "read"]
