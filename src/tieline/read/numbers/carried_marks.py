"""What speaks for a number without a unit to be like a figure near it, and what speaks for no figure at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log10
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.scan import Figure
from tieline.read.numbers.unitless import Number
from tieline.read.words.given_up import ABOUT, COUNTED, LEADS

_NEAR: Final = 70
_CLOSE: Final = 30
_BESIDE: Final = 2
_WORD: Final = re.compile(r"[A-Za-z][\w'’-]*")
_HEDGES: Final = re.compile(
    r"(?:\b(?:about|some|only|just|nearly|almost|over|under|around|roughly|barely|hardly|merely|a\s+mere|more\s+than|less\s+than|fewer\s+than|at\s+least|another|an?|the)\s+)+$",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(r"\b(?:shares?|part|portion|slice|proportion|percentage|market|quota)\b", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"\b(?:rose|fell|grew|gain\w*|lost|dropp?\w*|declin\w*|increas\w*|decreas\w*|up|down|plus|minus|slipp\w*|jump\w*|slump\w*|shr[aiu]nk|climb\w*|plung\w*|advanc\w*)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|this|the\s+previous|previous)\s+(?:year|month|season)|\b(?:year|months?)\s+(?:before|earlier|ago)\b"
)
_PEOPLE: Final = re.compile(
    r"\b(?:visit\w*|tourists?|tourism|arrivals?|travell?ers?|guests|holidaymakers|workers|labourers|migrants?|refugees|people|nationals|citizens|crossed|crossings|passengers|departures|students|nurses|doctors|maids|soldiers)\b"
    r"|\b(?-i:[A-Z][a-z]+(?:ans|ians|is|eans))\b",
    re.IGNORECASE,
)
_REFERS: Final = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them|this|that|it|the\s+latter|the\s+former)|the\s+(?:latter|former|figure|number|total|others?)|(?:it|they|there|these|this|that)\s+(?:was|were|had\s+been|is|are|came\s+to|stood\s+at|rose|fell|used\s+to\s+be)|those)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """A number in its sentence, with the figures of this (`taken` are numbers like it), the names of countries, and the sentence before."""

    text: str
    number: Number
    known: tuple[Figure, ...]
    taken: tuple[Figure, ...]
    countries: tuple[tuple[int, int], ...]
    last: str

    @cached_property
    def since(self) -> int:
        """Where the figure before it ends."""
        ends = (f.end for f in (*self.known, *self.taken) if f.end <= self.number.start)
        return max(ends, default=0)

    @cached_property
    def before(self) -> str:
        """The words before it, behind the figure before it."""
        return self.text[max(self.since, self.number.start - _NEAR) : self.number.start]

    @cached_property
    def behind(self) -> str:
        """The words behind it."""
        return self.text[self.number.end : self.number.end + _CLOSE]

    @cached_property
    def lead(self) -> str:
        """The words before it without those that only hedge."""
        return _HEDGES.sub("", self.before)

    @cached_property
    def of_nation(self) -> bool:
        """The name of a nation follows: "12,300 Thais"."""
        return any(start == self.number.end + 1 for start, _ in self.countries)

    @cached_property
    def of_people(self) -> bool:
        """People are spoken of in its sentence or in the one before."""
        return self.of_nation or _PEOPLE.search(self.text) is not None or _PEOPLE.search(self.last) is not None

    @cached_property
    def named(self) -> str:
        """Where the nearest name of a country before it stands: right before, near, or not at all."""
        ends = [end for _, end in self.countries if self.since <= end <= self.number.start]
        if not ends:
            return "nowhere"
        between = self.text[max(ends) : self.number.start]
        return (
            "right before" if not _WORD.search(_HEDGES.sub("", between)) else "near" if len(between) < _NEAR else "far"
        )

    @cached_property
    def shape(self) -> str:
        """How it is written."""
        number = self.number
        if number.scale != 1:
            return "scaled"
        if not number.printed[:1].isdigit():
            return "word"
        if "," in number.printed:
            return "grouped"
        if "." in number.printed:
            return "decimal"
        return "small" if number.value < 10 else "two digits" if number.value < 100 else "more digits"


@dataclass(frozen=True, slots=True)
class Model:
    """A figure whose unit a number may take: the scale it is printed in, and how many sentences back, of whose `text`, it stands."""

    figure: Figure
    scale: float
    back: int
    nearest: bool
    behind: bool = False
    text: str = ""

    @property
    def kind(self) -> str:
        """Of what it is."""
        figure = self.figure
        if self.assumed and figure.unit is None:
            return "count" if figure.kind == "quantity" else "some money"
        return "people" if figure.unit == "people" else "fraction" if figure.fraction else figure.kind

    @property
    def assumed(self) -> bool:
        """It stands nowhere."""
        return not self.figure.end

    @property
    def where(self) -> str:
        """Where it stands to the number."""
        if self.assumed:
            return "nowhere"
        return "behind" if self.behind else ("here", "last", "before")[min(self.back, 2)]


def _held(marks: dict[str, bool]) -> dict[str, float]:
    return {name: 1.0 for name, told in marks.items() if told}


def no_figure(place: Place) -> dict[str, float]:
    """What speaks for no figure."""
    near = place.before + " | " + place.behind
    marks = {
        "none": True,
        f"none: {place.shape}": True,
        f"none: country {place.named}": True,
        f"none: {place.shape}, country {place.named}": True,
        "none: figure before": any(f.end <= place.number.start for f in place.known),
        "none: no figure here": not place.known,
        "none: number like it before": bool(place.taken),
        "none: nobody named": not place.countries,
        "none: of a nation": place.of_nation,
        "none: moved": _MOVED.search(place.before) is not None,
        "none: refers": _REFERS.search(place.before) is not None,
        "none: share": _SHARE.search(place.before) is not None,
        "none: year here": _YEAR.search(place.text) is not None,
        "none: a year leads": _YEAR.search(place.before) is not None,
        "none: refers, a year leads": bool(_YEAR.search(place.before)) and _REFERS.search(place.before) is not None,
        "none: short sentence": len(place.text) < _NEAR,
        f"none: short sentence, {place.shape}": len(place.text) < _NEAR,
        "none: starts": not place.before.strip(" \"'“‘(") and not place.since,
        "none: close to a figure": place.since > 0 and place.number.start - place.since < _CLOSE,
    }
    marks |= {f"none: leads {word}": True for word, pattern in LEADS.items() if pattern.search(place.before)}
    marks |= {f"none: counts {word}": True for word, pattern in COUNTED.items() if pattern.match(place.behind)}
    for word, pattern in ABOUT.items():
        if pattern.search(near):
            marks[f"none: {word} near"] = True
        if pattern.search(place.text):
            marks[f"none: {word}"] = True
        elif pattern.search(place.last):
            marks[f"none: {word} last"] = True
    marks |= {
        f"none: word {word.lower()} before": True for word in _WORD.findall(place.lead)[-_BESIDE:] if word.islower()
    }
    marks |= {f"none: word {word.lower()} behind": True for word in _WORD.findall(place.behind)[:1] if word.islower()}
    return _held(marks)


def marks_of(place: Place, model: Model, figure: Figure) -> dict[str, float]:
    """What speaks for one model."""
    lead, kind = _last_word(place.lead), model.kind
    its_lead = _last_word(_HEDGES.sub("", model.text[: model.figure.start]))
    other = model.figure
    size = abs(log10(abs(figure.value) / abs(other.value))) if figure.value and other.value else 9
    size = size if not model.assumed else log10(figure.value) if figure.value else 0
    decimal = "." in place.number.printed
    told = model.text[other.core : other.end]
    between = place.text[other.end : place.number.start] if model.where == "here" else ""
    marks = {
        f"kind {kind}": True,
        f"where {model.where}": True,
        f"{kind} {model.where}": True,
        f"{kind} {place.shape}": True,
        f"{kind}: country {place.named}": True,
        f"{kind} after {lead}": bool(lead),
        "nearest": model.nearest,
        f"nearest {kind}": model.nearest,
        "nobody's unit": other.unit is None,
        "a multiple": other.kind == "multiple",
        "points": other.kind == "points",
        "taken before": other in place.taken,
        "decimals as there": decimal == ("." in told),
        f"decimals as there, {kind}": decimal == ("." in told),
        "no decimals as there": decimal and "." not in told,
        "scale taken": model.scale > 1 and not place.number.grouped,
        "scale of its own": place.number.scale != 1,
        f"scale of its own, {kind}": place.number.scale != 1,
        f"size {min(int(2 * size), 8)}": True,
        f"size {min(int(2 * size), 8)} {kind}": True,
        "same lead": bool(lead) and lead == its_lead,
        f"same lead {kind}": bool(lead) and lead == its_lead,
        f"moved, {kind}": _MOVED.search(place.before) is not None,
        f"share, {kind}": _SHARE.search(place.before) is not None,
        f"refers, {kind}": _REFERS.search(place.before) is not None,
        "clause between": re.search(r"[;:]|\b(?:while|whereas|but)\b", between) is not None,
        "bracket": place.before.rstrip().endswith("(") and other.end < len(place.text),
        f"bracket {kind}": place.before.rstrip().endswith("("),
        "in bracket there": "(" in model.text[max(0, other.start - 3) : other.start],
        "rate": other.per is not None,
        f"of a nation {kind}": place.of_nation,
        f"of people {kind}": place.of_people,
        f"first {kind}": not place.known and not place.taken,
    }
    marks |= {
        f"{kind}: {word} near": True
        for word, pattern in ABOUT.items()
        if pattern.search(place.before + "|" + place.behind)
    }
    marks |= {f"{kind}: counts {word}": True for word, pattern in COUNTED.items() if pattern.match(place.behind)}
    return _held(marks)


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1].lower() if words and words[-1].islower() else ""
