"""The day that a copied page tells above its story, in a line of its own: "Updated: Oct 05, 2019 21:22 IST".

Only a line that is a stamp and nothing else counts, or the part of one between bars, so that no sentence of the story
dates it; and only above the story's text.  Day and month in figures alone are told apart where one of them is over 12.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.pages.dates_written import MONTH, WEEKDAY, day_in_figures, day_written

_WEEKDAY = rf"{WEEKDAY}[,.]?\s+"
_DATE = (
    rf"(?P<day>{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{MONTH}[,\s-]+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)"
)
_ZONE = r"(?:\s*\(?(?:GMT|UTC|[A-Z]{2,5}|hrs?|local time)\)?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|\s*[+-]\d{2}:?\d{2})?"
_TIME = rf"(?:(?:at\s+|T)?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?{_ZONE}|\d{{1,2}}\s*[ap]\.?m\.?{_ZONE})"
_LABEL = (
    r"(?P<label>(?:(?:first|last|originally)\s+)?(?:updated?|published|posted|modified|issued|created|uploaded)(?:\s+(?:on|at|date))?"
    r"|publication\s+date|date(?:\s+published)?|dated|release\s+date)\s*[:–-]?\s*"
)
_WHEN = rf"(?:{_TIME}[\s,|-]+)?(?:{_WEEKDAY})?{_DATE}(?:[\s,|-]*{_TIME})?"
_STAMP = re.compile(rf"(?:{_LABEL})?{_WHEN}(?(label)(?:\s+by\s+[\w .'’-]{{2,40}})?|)\s*\.?", re.IGNORECASE)
_TITLED = re.compile(rf"(?=.{{10,90}}$)[A-Z][^.!?:;]{{3,60}}(?:,| -| [–—|])\s+(?:{_WEEKDAY})?{_DATE}", re.IGNORECASE)
"""The title of a column with its day, as the first line of all: "Tea round-up, 12 April 2019"."""
_CREDITED = re.compile(rf"(?:{_LABEL})?(?:{_WEEKDAY})?{_DATE}[\s,|-]*{_TIME}\s+(?-i:[A-Z])\w{{2,14}}(?:\s(?-i:[A-Z])\w{{2,14}})?", re.IGNORECASE)  # fmt: skip
"""Day and time with the agency behind them, in a line of their own."""
_LABELLED = re.compile(rf"(?:^|[\s|•·,(-]){_LABEL}{_WHEN}[\s.)]*$", re.IGNORECASE)
"""At the end of a line that begins with who wrote it: "By our reporter, Suva - Updated: Oct 5, 2019"."""
_MARK = re.compile(r"[:–]|\s-\s")
_WIRED = re.compile(rf"[^().\n]{{0,60}}\([^()\n]{{2,60}}?[-–—,|]\s*(?:{_WEEKDAY})?{_DATE}\)", re.IGNORECASE)
"""In the brackets behind a dateline's place: "SUVA (Example Wire - 10th February, 2023)"."""
_BARS = re.compile(r"\s*[|•·]\s*|\s+//?\s+")
_LONGEST: Final = 160
_LINES: Final = 25
"""How many lines at the top are looked at: headline, deck, menu and credits stand above a stamp."""
_PROSE: Final = 60
"""Words of a line that is the story's text: below two of them no stamp is looked for."""
_FIRST = re.compile(r"\b(?:published|posted|issued|created|uploaded|publication|release)\b", re.IGNORECASE)


def stamped_day(text: str) -> Period | None:
    r"""The day that a line above the story tells as that of its publication; of several the first published, else the first.

    >>> [stamped_day(t).iso for t in ("Tea rises\nFriday, 06 February 2009, 17:50 IST", "Published: 11:12, 17/12/2013")]
    ['2009-02-06', '2013-12-17']
    >>> [stamped_day(t) for t in ("Published: 05/06/2013", "Fiji sold tea on February 9, 2009.")]
    [None, None]
    """
    told = _stamps(text)
    return min(told, key=lambda each: each[0])[1] if told else None


def published_day(text: str) -> Period | None:
    r"""The day that a line above the story says it was published on.

    >>> published_day("Tea rises\nPublished 24 July 2019").iso, published_day("Tea rises\nUpdated 24 July 2019")
    ('2019-07-24', None)
    """
    return next((day for later, day in _stamps(text) if not later), None)


def _stamps(text: str) -> list[tuple[bool, Period]]:
    """The days told above the story, and whether each is told as another than that of its publication."""
    told: list[tuple[bool, Period]] = []
    prose = 0
    lines = [line.strip() for line in text[:6000].splitlines() if line.strip()]
    for line in lines[:_LINES]:
        for words in (_stamp_in(line), *map(_plain_stamp, _BARS.split(line) if len(line) <= _LONGEST else ())):
            day = _day(words[1]) if words else None
            if words and day is not None:
                told.append((_FIRST.search(words[0] or "") is None, day))
        prose += len(line.split()) >= _PROSE
        if prose > 1:
            break
    if not told and lines and (titled := _TITLED.fullmatch(lines[0])) and (day := _day(titled["day"])) is not None:
        told.append((True, day))
    return told


def _plain_stamp(part: str) -> tuple[str | None, str] | None:
    found = _STAMP.fullmatch(part.strip()) or _CREDITED.fullmatch(part.strip())
    return (found["label"], found["day"]) if found else None


def _stamp_in(line: str) -> tuple[str | None, str] | None:
    """The stamp at the end of a short line, or behind the place of a dateline."""
    if wired := _WIRED.match(line):
        return None, wired["day"]
    found = _LABELLED.search(line) if len(line) <= _LONGEST else None
    return (found["label"], found["day"]) if found and _MARK.search(found[0]) else None


def _day(words: str) -> Period | None:
    return day_in_figures(words) or day_written(_JOINTS.sub(" ", words))


_JOINTS = re.compile(r"(?<=[a-z\d])-(?=[a-z])|(?<=[a-z])-(?=\d)|\s+of(?=\s)", re.IGNORECASE)
"""What stands between the parts of "05-Mar-2019", "5th of March 2019"."""
