"""The dateline of a wire story: place, day and agency before its first words ("SEOUL, March 17 (UPI) --")."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
_PLACE = r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.'’\- ]+(?:[,/] ?[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'’\- ]+){0,2}?|[A-Z][\w.'’\-]+(?: (?:[A-Z][\w.'’\-]+|de|la|el|al|of)){0,3}(?:, [A-Z][\w.'’\- ]+?)?)"
_DAY = rf"(?:{_MONTH}\.? ?(?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?|(?P<day2>\d{{1,2}}) {_MONTH.replace('?P<month>', '?P<month2>')}\.?(?: (?P<year2>\d{{4}}))?)"
_AGENCY = r"(?P<agency>\([A-Z][\w.&\-/ ]{1,30}\)|\[[A-Z][\w.&\-/ ]{1,30}\])"
_DASH = r"(?:--+|—|–|-)"
_DATELINE = re.compile(
    rf"\s*(?:(?:\([^)]{{1,30}}\)|RPT|UPDATE \d+|URGENT)\s*{_DASH}?\s*)?"
    rf"(?:{_PLACE}\s*(?:,\s*{_DAY})?\s*(?:{_AGENCY})?|{_DAY.replace('?P<month>', '?P<m3>').replace('?P<day>', '?P<d3>').replace('?P<year>', '?P<y3>').replace('?P<day2>', '?P<d4>').replace('?P<month2>', '?P<m4>').replace('?P<year2>', '?P<y4>')}\s*(?:{_AGENCY.replace('?P<agency>', '?P<agency2>')})?|{_AGENCY.replace('?P<agency>', '?P<agency3>')})"
    rf"\s*(?:{_DASH}|(?<=[)\]]):)\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed; `end` is the offset of the story's first word."""

    start: int
    end: int
    place: str | None
    month: int | None
    day: int | None
    year: int | None
    agency: str | None


def follows_dateline(text: str, start: int) -> bool:
    """A dateline stands right before this place, behind another sentence: in a column of briefs a story of its own begins.

    >>> follows_dateline("Trade rose. OSLO - Norway sold salmon.", 19), follows_dateline("OSLO - Norway sold salmon.", 7)
    (True, False)
    """
    return _BRIEF.search(text, max(0, start - _BEFORE), start) is not None


_BEFORE = 50
_BRIEF = re.compile(r"[.!?\"”)]\s+[A-Z][A-Z .]{2,24}(?:, [A-Z][a-z]+\.? \d+)? ?(?:--?|—|–)\s*$")


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the start of a block; None if there is none.

    A place alone counts only in capitals, or with a day or an agency, so that "Trade - a survey" is none.

    >>> found = find_dateline("SEOUL, March 17 (UPI) -- Trade grew.", 0, 36)
    >>> (found.place, found.month, found.day, found.agency, found.end)
    ('SEOUL', 3, 17, 'UPI', 25)
    """
    found = _DATELINE.match(text, start, min(end, start + 140))
    if not found:
        return None
    groups = found.groupdict()
    month = _month(groups["month"] or groups["month2"] or groups["m3"] or groups["m4"])
    day = groups["day"] or groups["day2"] or groups["d3"] or groups["d4"]
    year = groups["year"] or groups["year2"] or groups["y3"] or groups["y4"]
    agency = groups["agency"] or groups["agency2"] or groups["agency3"]
    place = (groups["place"] or "").strip() or None
    if place and not (day or agency) and not place.split(",")[0].isupper():
        return None
    return Dateline(
        start,
        found.end(),
        place,
        month,
        int(day) if day and 1 <= int(day) <= 31 else None,
        int(year) if year else None,
        agency.strip("()[]") if agency else None,
    )


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))
