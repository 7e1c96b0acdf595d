"""Dates of acts that are counted from another one: "the 66th anniversary of", "six years after he came"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tieline.model import lazy_re as re
from tieline.model.english import CARDINALS, ORDINALS
from tieline.model.periods import Period
from tieline.read.story.document import Sentence, Story
from tieline.read.syntax.tokens import Token
from tieline.read.when.calendar import step

if TYPE_CHECKING:
    from tieline.read.acts.act_times import ActTimes

_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?[\s-](?:year\s+)?anniversary\b", re.IGNORECASE)
_NUMBERS = {word: n for word, n in CARDINALS.items() if n and (n < 10 or n % 10 == 0)}
_YEARS_SINCE = re.compile(rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s+years\s+(?:since|after)\b", re.IGNORECASE)
_LONG_BEFORE = re.compile(
    rf"\b(?P<n>\d{{1,3}}|an?|{'|'.join(_NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+(?:have\s+(?:now\s+)?passed\s+)?$",
    re.IGNORECASE,
)
_ORDINALS = ORDINALS | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "centenary": 100,
    "twenty-fifth": 25, "thirty-fifth": 35, "forty-fifth": 45,
}  # fmt: skip
_ORDINAL = re.compile(rf"\b({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\s+anniversary\b", re.IGNORECASE)
_AWAY = frozenset({"after", "since", "before"})


def anniversary_of(sentence: Sentence, story: Story, token: Token) -> Period | None:
    """The year of what an anniversary remembers: "the 66th anniversary of an agreement signed by" in 2015 is 1949."""
    before = sentence.text[max(0, token.left_edge.idx - 60) : token.idx + len(token)]
    counted = _YEARS_SINCE.search(before)
    if counted and story.published is not None:
        number = int(counted[1]) if counted[1].isdigit() else _NUMBERS[counted[1].lower()]
        return Period.of_year(story.published.start.year - number)
    found = _ANNIVERSARY.search(before)
    ordinal = None if found else _ORDINAL.search(before)
    if not (found or ordinal) or story.published is None:
        return None
    rest = before[(found or ordinal).end() :]  # type: ignore[union-attr]
    if not re.match(r"\s+(?:of|since)\b", rest):
        return None
    years = int(found[1]) if found else _ORDINALS[ordinal[1].lower()]  # type: ignore[index]
    dated = next(
        (t.period for t in sentence.times if t.period is not None and t.kind == "year" and t.period.whole_years), None
    )
    year = (dated or story.published).start.year
    return Period.of_year(year - years)


def apart(dating: ActTimes, token: Token) -> Period | None:
    """The date of an act that another one is counted from: "visited on Monday, six years after he came" in 2026 is 2020."""
    mark = next((c for c in token.children if c.dep in {"mark", "prep", "advmod"} and c.lower in _AWAY), None)
    later = token.head
    if mark is None and token.dep == "pcomp" and token.head.lower in _AWAY:
        mark, later = token.head, token.head.head
    if token.dep not in {"advcl", "ccomp", "relcl", "pcomp"} or mark is None:
        return None
    counted = _LONG_BEFORE.search(dating.sentence.text[max(0, mark.idx - 60) : mark.idx])
    if counted is None:
        return None
    word, unit = counted["n"].lower(), counted["unit"].lower()
    number = int(word) if word.isdigit() else 1 if word in {"a", "an"} else _NUMBERS[word]
    dated, _ = dating.of([later])
    whole = dated or (dating.story.published if unit == "year" else None)
    if whole is None or (unit != "year" and whole.precision != "day"):
        return None
    unit, number = ("day", 7 * number) if unit == "week" else (unit, number)
    if mark.lower == "before" and dated is None:
        return None
    return step(whole, unit, number if mark.lower == "before" else -number)
