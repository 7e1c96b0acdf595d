"""The dateline of a wire story: place, day and agency before its first words ("SEOUL, March 17 (UPI) --")."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model import lazy_re as re
from tieline.model.countries import surface_forms
from tieline.model.english import MONTH_NAMES

_MONTHS = [month.lower() for month in MONTH_NAMES]
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
_PLACE = rf"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.'’\- ]+(?:[,/] ?[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.'’\- ]+){{0,2}}?|[A-Z][\w.'’\-]+(?: (?:[A-Z][\w.'’\-]+|de|la|el|al|of)){{0,3}}(?:, (?!{_MONTH.replace('?P<month>', '?:')}\b)[A-Z][\w.'’\- ]+?)?)"
_DAY = rf"(?:{_MONTH}\.? ?(?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?|(?P<day2>\d{{1,2}}) {_MONTH.replace('?P<month>', '?P<month2>')}\.?(?: (?P<year2>\d{{4}}))?)"
_AGENCY = r"(?P<agency>\([A-Z][\w.&\-/ ]{1,30}\)|\[[A-Z][\w.&\-/ ]{1,30}\])"
_DASH = r"(?:--+|__?|—|–|-)"
_DATELINE = re.compile(
    rf"\s*(?:(?:\([^)]{{1,30}}\)|RPT|UPDATE \d+|URGENT)\s*{_DASH}?\s*)?"
    rf"(?:{_PLACE}\s*(?:,\s*{_DAY})?\s*(?:{_AGENCY})?|{_DAY.replace('?P<month>', '?P<m3>').replace('?P<day>', '?P<d3>').replace('?P<year>', '?P<y3>').replace('?P<day2>', '?P<d4>').replace('?P<month2>', '?P<m4>').replace('?P<year2>', '?P<y4>')}\s*(?:{_AGENCY.replace('?P<agency>', '?P<agency2>')})?|{_AGENCY.replace('?P<agency>', '?P<agency3>')})"
    rf"\s*(?:{_DASH}|(?<=[)\]]):)\s+(?=\S)"
)


_RENAMED_PLACE = _PLACE.replace("?P<place>", "?P<place2>")
_RENAMED_DAY = _DAY
for _name, _other in (
    ("month", "m3"),
    ("day", "d3"),
    ("year", "y3"),
    ("day2", "d4"),
    ("month2", "m4"),
    ("year2", "y4"),
):
    _RENAMED_DAY = _RENAMED_DAY.replace(f"?P<{_name}>", f"?P<{_other}>")
_OTHER_MARKS = re.compile(
    rf"\s*{_PLACE}(?:[,.]\s*{_DAY}\.?)?\s*(?:/(?P<slashed>[A-Z][\w.&\- ]{{1,20}})/|{_AGENCY})?\s*(?:(?P<mark>[.:]|{_DASH})\s+(?=\S)|(?<=[\d)])\s+(?=[A-Z]))"
)
"""As agencies of the East and papers of the South write it: "MOSCOW, April 23. /TASS/.", "KYIV. Jan 31 (Interfax) -", "Abuja -", "LAHORE:", "Helsinki, May 7 Imports"."""
_MORE_MARKS = re.compile(
    rf"\s*(?:{_PLACE}(?:,\s*{_DAY})?\s*{_DASH}\s*(?:{_AGENCY}|/(?P<slashed>[^/\n]{{2,40}})/)\s*{_DASH}\s*(?=\S)"
    rf"|{_RENAMED_PLACE} \| (?P<barred>[A-Z][\w.& ]{{1,30}}) \| (?=\S)"
    rf"|{_RENAMED_DAY},? {_RENAMED_PLACE.replace('?P<place2>', '?P<place3>')}\s*{_AGENCY.replace('?P<agency>', '?P<agency2>')}\s*{_DASH}\s+(?=\S))"
)
"""As services of releases write it, and papers of the web: "LONDON--(NEWS WIRE)--", "Suva, Fiji | FBC |", "3 May 2018, Suva (FBC) -"."""


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

    A place alone counts in capitals, with a day or an agency, or as a city that the gazetteer knows, so that "Trade - a
    survey" is none.

    >>> found = find_dateline("SEOUL, March 17 (UPI) -- Trade grew.", 0, 36)
    >>> (found.place, found.month, found.day, found.agency, found.end)
    ('SEOUL', 3, 17, 'UPI', 25)
    >>> find_dateline("SEOUL -- Trade grew.", 0, 20).place
    'SEOUL'
    >>> [find_dateline(text, 0, len(text)) is not None for text in ("Abuja - Trade grew.", "Trade - a survey.")]
    [True, False]
    >>> find_dateline("New Delhi, October 11: Trade grew.", 0, 34).day
    11
    >>> [find_dateline(text, 0, len(text)) is not None for text in ("Oslo, May 7 Trade grew.", "Trade, May 7 Trade grew.")]
    [True, False]
    """
    stamp = _STAMP.match(text, start, end)
    if stamp is not None:
        return find_dateline(text, stamp.end(), end) or _stamped(stamp, start)
    found = _DATELINE.match(text, start, min(end, start + 140))
    if found and not _may_stand(found.groupdict()):
        found = None
    if not found:
        found = _OTHER_MARKS.match(text, start, min(end, start + 140))
        if not found or not _is_marked(found):
            found = _MORE_MARKS.match(text, start, min(end, start + 140))
            if not found or not (found["slashed"] or found["agency"] or is_city(found["place2"] or found["place3"])):
                return None
    groups = found.groupdict()
    month = _month(_first(groups, "month", "month2", "m3", "m4"))
    day, year = _first(groups, "day", "day2", "d3", "d4"), _first(groups, "year", "year2", "y3", "y4")
    agency = _first(groups, "agency", "agency2", "agency3", "slashed", "barred")
    place = (_first(groups, "place", "place2", "place3") or "").strip(" -–—").rstrip(
        "."
    ) or None  # "SEOUL --": no dash is part of it
    if place is None and agency and is_city(agency.strip("()[]")):
        place, agency = agency.strip("()[]"), None  # "(Suva) - ": what stands in the brackets is no agency
    return Dateline(
        start,
        found.end(),
        place,
        month,
        int(day) if day and 1 <= int(day) <= 31 else None,
        int(year) if year else None,
        agency.strip("()[]") if agency and agency[0] in "([" else agency,
    )


_STAMP = re.compile(
    r"\s*(?:[Dd]ate:?\s+)?(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.Z+-]+)?\s+(?=[\"“(]?[A-Z])"
)
"""A machine's date that a copy of a page has run into the story's first words: "date 2024-02-24 Bangladesh exported"."""


def _stamped(stamp: re.Match[str], start: int) -> Dateline:
    year, month, day = (int(stamp[part]) for part in ("year", "month", "day"))
    sound = 1 <= month <= len(_MONTHS)
    return Dateline(start, stamp.end(), None, month if sound else None, day if sound else None, year, None)


def _may_stand(groups: dict[str, str | None]) -> bool:
    """A place alone is one in capitals."""
    told = _first(groups, "day", "day2", "d3", "d4", "agency", "agency2", "agency3")
    place = (groups["place"] or "").strip()
    return not place or told is not None or place.split(",")[0].isupper()


def _is_marked(found: re.Match[str]) -> bool:
    """An agency stands beside the place, or the place is a known city before its mark; before a full stop only in capitals."""
    groups = found.groupdict()
    place = (groups["place"] or "").strip().rstrip(".")
    if _first(groups, "slashed", "agency") is not None:
        if groups["mark"] is None and found.group().rstrip().endswith(")"):
            return _first(groups, "day", "day2") is not None
        return place.split(",")[0].isupper() or _first(groups, "day", "day2") is not None
    if groups["mark"] is None:
        return is_city(place) and _first(groups, "day", "day2") is not None
    return is_city(place) and (groups["mark"] != "." or place.isupper())


def is_city(place: str) -> bool:
    """Whether the gazetteer knows a place as a city, whatever country is named behind it."""
    name = place.partition(",")[0].strip()
    match = surface_forms().get(name.title() if name.isupper() else name)
    return match is not None and match.use in {"capital", "city", "seat"}


def _first(groups: dict[str, str | None], *names: str) -> str | None:
    return next((groups[name] for name in names if groups.get(name)), None)


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))
