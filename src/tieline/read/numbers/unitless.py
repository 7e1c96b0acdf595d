"""Numbers without a unit that may be figures all the same: no year, day, age, score or number of an article, no count of a noun.

"Italy 14,200, Spain 8,300", "was still 74 in June", "bought for 12.6", "half a billion": what they are of was told before
(`carried_units`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import scale_of
from tieline.read.numbers.patterns import SMALL_NUMBERS
from tieline.read.numbers.scan import Figure, clean, number_of

_COUNTED: Final = "|".join(sorted((w for w, n in SMALL_NUMBERS.items() if n > 1), key=len, reverse=True))
_SCALES: Final = "hundred thousand|thousand million|million|billion|trillion|thousand|mln|bln|crore|lakh|thsd"
_NUMBER: Final = re.compile(
    rf"(?<![\w.,$£€¥#/:&'’-])(?:[+−-](?=\d))?(?:"
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d+\.\d+|\d+)(?:\s(?P<s>{_SCALES})\b|(?P<t>bn|mn|m|b|k)\b)?"
    rf"|(?P<w>half\s+an?|an?|one|{_COUNTED})\s(?P<ws>{_SCALES}|hundred)\b"
    rf"|(?P<alone>{_COUNTED})\b)"
    r"(?![%‰°]|['’]?\w|[.,:/]\d|-[A-Za-z\d]|\s?[$£€¥])",
    re.IGNORECASE,
)
_FUNCTION: Final = (
    "of|were|was|are|is|in|at|to|from|for|by|on|last|this|next|and|or|nor|but|have|had|has|came|come|comes|went|left|while|against|versus|vs|compared|than|a|an|the|its|their|"
    "during|since|after|before|between|more|fewer|less|as|so|who|which|that|will|would|could|may|might|should|did|does|do|per|up|down|off|annually|yearly|now|then|today|"
    "yesterday|already|alone|each|apiece|both|only|just|over|under|above|below|within|through|throughout|until|till|with|without|because|due|owing|despite|thanks|amid|if|when|where|although|"
    "though|whereas|again|back|ahead|behind|together|instead|still|also|not|worth|drew|spent|got|sent|sold|bought|took|all|other|every|according|including|making|showing|being|respectively|or|whose|"
    "there|here|it|they|he|she|too|either|at|across|around|about|nearly|almost|even|later|earlier|ago|likewise|direct|straight|plus|minus|on|via|out|new|secondhand"
)
_GOES_ON: Final = re.compile(
    rf"\s*(?:[.,;:!?)\]\"'”’(]|$|[-–—]\s)|\s+(?:(?:{_FUNCTION})\b|[a-z]+ed\b|[A-Z(\[\"“‘+–—-])"
)
"""Behind a number that counts no noun of its own."""
_MONTH: Final = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_LED: Final = re.compile(
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,|and|to|-|–|or|until|through)\s*)?"
    r"|\b(?:No|Nos|Art|Sec|vol|pp?|ch)\.\s?|\b(?:numbers?|articles?|resolutions?|chapters?|sections?|paragraphs?|headings?|codes?|class|grade|flight|route|highway|platform|channel|phase|stage|round|day|page|age|aged|week|day|group\s+of|top|under-|over-|vision|agenda|apollo|covid|formula|version|room|floor|gate|line|table|figure|route)\s+(?:is\s+)?"
    r")$"
)
_OF_ALL: Final = re.compile(
    r"\b(?:first|last|past|next|previous|preceding|coming|following|all|these|those|other|the|both|every|any)\s+$"
)
"""Before a small number that counts what was named: "the two", "these three"."""
_NAMED: Final = re.compile(r"(?P<word>[A-Z][\w.'’&-]*)[’']?s?\s+$")
_DATED: Final = re.compile(rf"\s+(?:of\s+)?{_MONTH}|\s*(?:a\.?m|p\.?m|o'clock|GMT|EST|local time)\b", re.IGNORECASE)
_SCORE: Final = re.compile(r"\d\s?[-–:]\s?$|^\s?[-–:]\s?\d")
_YEAR_FROM, _YEAR_TO, _MOST = 1700, 2150, 1e13


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start:end` of a sentence, its scale (1 where none is told) not yet counted in."""

    start: int
    end: int
    value: float
    digits: int
    scale: float
    printed: str

    @property
    def grouped(self) -> bool:
        """It is written with its thousands, or with a scale of its own: it takes none from another."""
        return "," in self.printed or self.scale != 1


def numbers_left(text: str, known: Sequence[Figure], countries: Collection[int]) -> list[Number]:
    """The numbers of a sentence that no figure holds and that may be figures; names of countries end at `countries`.

    >>> [n.value for n in numbers_left("Italy took 14,200 in 2019 and Spain 8,300, on May 5 and 6.", [], {5, 35})]
    [14200.0, 8300.0]
    >>> [(n.value, n.scale) for n in numbers_left("the 12 ministers hoped for half a billion, up from 3.4bn", [], ())]
    [(0.5, 1000000000.0), (3.4, 1000000000.0)]
    """
    return [each for each in _numbers(text) if not _held(each, known) and not _is_other(text, each, countries)]


def _numbers(text: str) -> Iterator[Number]:
    for m in _NUMBER.finditer(text):
        printed = m["n"] or m["w"] or m["alone"]
        scale = m["s"] or m["t"] or m["ws"]
        if m["w"] and m["ws"] is None:
            continue
        word = re.sub(r"\s+an?$", " a", printed.lower())
        value, digits = number_of("a" if word == "an" else word)
        yield Number(m.start(), m.end(), value, digits, _scale(scale), printed)


def _scale(word: str | None) -> float:
    scale = 1.0
    for each in (word or "").lower().split():
        scale *= 1e3 if each == "thsd" else scale_of(each)
    return scale


def _held(number: Number, known: Sequence[Figure]) -> bool:
    return any(f.start < number.end and number.start < f.end for f in known)


def _is_other(text: str, number: Number, countries: Collection[int]) -> bool:
    """A year, a day, an age, a score, the number of something, or a count of what follows it."""
    plain = number.printed.isdigit() and number.scale == 1
    if plain and _YEAR_FROM <= number.value <= _YEAR_TO:
        return True
    before, after = text[: number.start], text[number.end :]
    if not number.value or number.value * number.scale > _MOST or _GOES_ON.match(after) is None:
        return True
    if number.printed.isalpha() and number.scale == 1 and _OF_ALL.search(before):
        return True
    if _LED.search(before) or (plain and _DATED.match(after)) or _SCORE.search(before[-3:]) or _SCORE.search(after[:3]):
        return True
    named = _NAMED.search(before)
    if named is None:
        return before.endswith(", ") and after[:1] == "," and plain and _is_age(before, number, countries)
    return named.start() > 0 and not any(named.start() < end <= len(before) for end in countries) and plain


def _is_age(before: str, number: Number, countries: Collection[int]) -> bool:
    """As in "the minister, Ana Paz, 52, said": between commas behind a name that is none of a country."""
    name = re.search(r"[A-Z][\w.'-]+(?=,\s$)", before)
    return name is not None and name.end() not in countries and number.value < _OLDEST


_OLDEST: Final = 100
_DOTTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FAR: Final = 10
"""So many times the figure that it takes its unit from, a number would be if its dot were that of a fraction."""


def as_figure(number: Number, model: Figure, scale: float) -> Figure:
    """The number in the unit of a figure, and, where it tells none of its own, in the scale that this was printed in."""
    factor = number.scale if number.grouped else scale
    if model.unit == "people" and _DOTTED.fullmatch(number.printed) and number.value * factor > model.value * _FAR:
        factor = 1000.0  # "36 million visitors, of whom 703.168 were Greeks"
    kind = "percent" if model.kind in {"multiple", "points"} else model.kind
    return Figure(
        number.start, number.end, kind, clean(number.value * factor), model.unit, number.start,
        digits=number.digits, per=model.per if kind == "quantity" else None, carried=True,
    )  # fmt: skip
