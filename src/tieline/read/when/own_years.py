"""Years that are no calendar ones: fiscal years, those of Iran, Ethiopia and Nepal, those of the Hijra, years that a month ends."""

from __future__ import annotations

from datetime import date

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.when import calendar as cal
from tieline.read.when.context import has_base_cue, reads_as_year
from tieline.read.when.dated import month_said
from tieline.read.when.fiscal import fiscal_year, fiscal_year_at
from tieline.read.when.scene import Draft, Scene, Words, hanging, named_fiscal, to_end, written_years, year_ending

WHOSE = {"iranian": "IRN", "persian": "IRN", "ethiopian": "ETH", "nepali": "NPL", "nepalese": "NPL"}


def read_own_year(words: Words, scene: Scene) -> Draft | None:
    """`the current Iranian year`, `the Persian calendar year 1398`: by the calendar that names it."""
    whose = WHOSE[words["whose"].lower()]
    if _FIRST_MONTHS.search(scene.text[max(0, scene.at - 16) : scene.at]):
        return None  # "the first five months of the current Iranian year", which is read already
    if "yr" in words:
        year = int(words["yr"])
        first = year + _BEFORE_OURS if year < _OURS else year
        return Draft("fiscal", fiscal_year(whose, first, first + 1))
    if scene.published is None or ("rel" not in words and "past" not in words):
        return None
    back = "past" in words or words["rel"].lower() in {"last", "past", "previous"}
    ahead = words.get("rel", "").lower() == "next"
    return Draft(
        "fiscal", fiscal_year_at(whose, cal.add_months(scene.published.end, 12 * (ahead - back))), anchored=True
    )


_FIRST_MONTHS = re.compile(r"\b(?:months?|quarters?|half)\s+(?:of|in)\s+$")
_OURS, _BEFORE_OURS = 1500, 621
"""Years of the Iranian calendar are told by smaller numbers: 1398 began in March 2019."""


def read_eastern_year(words: Words, scene: Scene) -> Draft | None:
    """`the Hijri year 1440`, `solar year 1397`, in a story of Iran `in 1397`: years that no figure of ours could be."""
    year, called = int(words["yr"]), words.get("called", "").lower()
    by_the_sun = scene.country == "IRN" or _SUN.search(called) is not None
    if "lunar" in called or (called and not by_the_sun):
        return Draft("fiscal", cal.hijri_year(year))
    if not by_the_sun or not reads_as_year(words["yr"], scene.text, scene.end - 4, scene.end):
        return None
    first = year + _BEFORE_OURS
    return Draft("fiscal", fiscal_year("IRN", first, first + 1))


_SUN = re.compile(r"solar|shamsi|iranian|persian")


def read_month_year(words: Words, scene: Scene) -> Draft | None:
    """`the June year`, as New Zealand counts: the twelve months that end with that one."""
    last = month_said({key.rstrip("1"): value for key, value in words.items()}, scene)
    if last.period is None:
        return Draft("interval", anchored=True)
    return Draft("interval", year_ending(last.period.end.year, last.period.end.month), anchored=last.anchored)


def read_year_over(words: Words, scene: Scene) -> Draft | None:
    """`the year just ended`, `the fiscal year gone by`: the last one that is over, or about to be."""
    if "fi" in words:
        return Draft("fiscal", named_fiscal(scene, "last"), anchored=True)
    month = scene.published.start.month if scene.published and cal.month_of(scene.published) else None
    return (
        Draft("year", scene.step("year", 0 if month and month > _MOST_OF_YEAR else -1), anchored=True)
        if month
        else None
    )


_MOST_OF_YEAR = 10


def read_fiscal(words: Words, scene: Scene) -> Draft | None:
    """`fiscal 2014`, `FY2014-15`, `the last financial year`."""
    if "now" in words:
        return _at_this_time(scene)
    if relation := words.get("frel"):
        if re.search(r"(?i)preceding|prior", relation):
            return hanging(scene, "same-period-last-year")
        if "previous" in relation.lower() and has_base_cue(scene.text, scene.at, scene.end):
            return hanging(scene, "same-period-last-year")
        return Draft("fiscal", named_fiscal(scene, relation), anchored=True)
    first, last = written_years(words.get("fy") or words.get("f2") or words["fb"])
    usual, told = _usual(words, scene, first, last), to_end(words, first, last)
    if usual is not None and told is not None and last is None and usual.end.month == told.end.month:
        return Draft("fiscal", usual)  # "fiscal 2012 that ended in March": as the country counts its years
    return Draft("fiscal", told or usual)


def _at_this_time(scene: Scene) -> Draft:
    """`this time last fiscal year`: as much of that year as the story told of this one."""
    if has_base_cue(scene.text, scene.at, scene.end):
        return Draft("relative", role="base", relation="same-period-last-year")
    told = scene.antecedent() or scene.told_before()
    part = told is not None and told.days > 1 and not told.whole_years
    return Draft("interval", told.shifted_years(-1) if told is not None and part else None, anchored=True)


def _usual(words: Words, scene: Scene, first: int, last: int | None) -> Period:
    """A year of crops or of a market is no fiscal one: two years are two years, unless the text tells when it ends."""
    if last is not None and scene.fiscal is None and _OF_CROPS.search(words["*"]):
        return year_ending(last, scene.year_end) if scene.year_end else Period(date(first, 1, 1), date(last, 12, 31))
    return fiscal_year(scene.country, first, last, scene.fiscal)


_OF_CROPS = re.compile(r"\b(?:crop|marketing) year|^MY\b|^MY(?=\d)", re.IGNORECASE)
