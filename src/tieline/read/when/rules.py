"""Which reading each rule of the grammar has."""

from __future__ import annotations

from collections.abc import Callable

from tieline.model.periods import PeriodError
from tieline.read.when import dated, distances, own_years, parts, relatives, spoken, stretches, weeks
from tieline.read.when.scene import Draft, Scene, Words

Rule = Callable[[Words, Scene], "Draft | list[Draft] | None"]
RULES: dict[str, Rule] = {
    "iso": dated.read_iso,
    "days": dated.read_days,
    "day": dated.read_day,
    "months": dated.read_months,
    "fromstart": dated.read_from_start,
    "month": dated.read_month,
    "monthquarter": dated.read_month_quarter,
    "partmonth": dated.read_part_of_month,
    "quarters": parts.read_quarters,
    "part": parts.read_part,
    "code": parts.read_code,
    "codes": parts.read_codes,
    "yearover": own_years.read_year_over,
    "ownyear": own_years.read_own_year,
    "easternyear": own_years.read_eastern_year,
    "monthyear": own_years.read_month_year,
    "daysto": weeks.read_days_to,
    "codey": parts.read_code,
    "codem": parts.read_months_code,
    "yearsto": parts.read_years_to,
    "opening": parts.read_opening,
    "nthmonth": parts.read_month_of_year,
    "ofyear": parts.read_months_of_year,
    "ending": parts.read_ending,
    "fiscal": own_years.read_fiscal,
    "same": spoken.read_same,
    "yoy": spoken.read_yoy,
    "pop": spoken.read_pop,
    "yearago": spoken.read_yearago,
    "todate": spoken.read_todate,
    "ago": distances.read_ago,
    "past": distances.read_past,
    "stretch": stretches.read_stretch,
    "monthly": stretches.read_monthly,
    "relative": relatives.read_relative,
    "decade": dated.read_decade,
    "yearmonth": dated.read_year_to_month,
    "years": dated.read_years,
    "yearlist": dated.read_yearlist,
    "endyear": spoken.read_endyear,
    "year": dated.read_year,
    "weekday": spoken.read_weekday,
    "dayword": spoken.read_dayword,
    "ordinal": spoken.read_ordinal,
    "vague": spoken.read_vague,
    "duration": spoken.read_duration,
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
