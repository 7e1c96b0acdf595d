"""What the words of a rise or fall claim of the years before: "its lowest since 2009", "a five-year high", "for a third straight year"."""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model import lazy_re as re
from tieline.model.periods import Period

_YEAR = r"(?P<year>(?:19|20)\d\d)"


_SPAN = r"(?P<count>an?|\d+|\w+)\s+(?P<unit>years?|decades?)"


_EXTREME = (
    r"(?P<word>highest|largest|biggest|greatest|most|strongest|best|steepest|sharpest|fastest|lowest|smallest|fewest|least|"
    r"weakest|worst|slowest)\b(?P<of>[^.;,]{0,40}?)"
)


_HEDGE = r"(?:(?:more than|at least|over|nearly|almost|about|the (?:last|past))\s+)?"


_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_EXTREME}\bsince\s+(?:at least\s+)?{_YEAR}",
        rf"\b{_EXTREME}\b(?:in|for)\s+{_HEDGE}{_SPAN}",
        r"\b(?P<count>\d+|\w+)-(?P<unit>year)\s+(?P<word>high|low|peak)\b",
        rf"\b(?P<first>first)\s+(?P<of>[\w-]+)(?:\s+\w+){{0,2}}?\s+since\s+(?:at least\s+)?{_YEAR}",
        rf"\b(?P<first>first)\s+(?P<of>[\w-]+)(?:\s+\w+){{0,2}}?\s+in\s+{_HEDGE}{_SPAN}",
        rf"\b(?P<every>every|each)\s+(?:single\s+)?year\s+since\s+{_YEAR}",
        r"\b(?P<every>(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:straight|consecutive|successive)\s+year)\b",
        r"\b(?P<every>(?P<count>\w+)\s+(?:straight|consecutive|successive)\s+(?P<unit>years))\b",
        r"\b(?P<every>(?P<count>\w+)\s+(?P<unit>years)\s+(?:in a row|running))\b",
    )
)


_VOWEL = re.compile(r"(?:eigh|eleven|8|11\b|18\b)", re.IGNORECASE)
"""How a number begins that has "an" before it: "an eight-year high", "an 11-year low"."""
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


_LOW = re.compile(r"low|smallest|fewest|least|weakest|worst|slowest", re.IGNORECASE)


_MOVE = re.compile(
    r"\b(?:rise|rises|increase|gain|growth|jump|surge|fall|falls|drop|decline|decrease|slump|contraction|plunge)\b|"
    r"steepest|sharpest|fastest|slowest",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Since:
    """What is claimed of a run of years before the period.

    Attributes:
        first: The earliest of them.
        words: How the claim says it: "lowest since 2009".
        kind: An extreme `level`, an extreme `move`, the `first` move that way, or one of `every` year.
        high: Of an extreme level: the highest.
    """

    first: int
    words: str
    kind: str
    high: bool

    @property
    def told(self) -> str:
        """The words with their article: "the lowest since 2009", "a five-year high"."""
        if self.kind == "every":
            return f"the {self.words}" if self.words.lower().startswith(_NTH) else self.words
        if "-year" not in self.words:
            return f"the {self.words}"
        return f"{'an' if _VOWEL.match(self.words) else 'a'} {self.words}"


def told_since(direction: str | None, words: str, period: Period) -> Since | None:
    """What the words of a rise or fall claim of the years before; None where they claim nothing.

    >>> since = told_since("down", "Peru's imports from Chile fell to their lowest level since 2009", Period.of_year(2014))
    >>> since.first, since.kind, since.high
    (2010, 'level', False)
    >>> told_since("up", "exports rose for a third straight year", Period.of_year(2014)).first
    2012
    """
    if direction not in {"up", "down"} or period.precision != "year":
        return None
    found = next((match for form in _FORMS if (match := form.search(words))), None)
    if found is None:
        return None
    told, now = found.groupdict(), period.start.year
    if told.get("year"):
        first = int(told["year"]) + 1
    elif told.get("nth"):
        first = now - _NTH.index(told["nth"].lower()) - 1
    else:
        count = _count(told["count"])
        if count is None:
            return None
        first = now - count * (10 if told["unit"].lower().startswith("decade") else 1) + 1
    of = f"{told.get('word') or ''} {told.get('of') or ''}"
    kind = "every" if told.get("every") else "first" if told.get("first") else "move" if _MOVE.search(of) else "level"
    said = " ".join(found.group().split())
    return Since(first, said, kind, not _LOW.search(of)) if first < now else None


def _count(word: str) -> int | None:
    from tieline.read.when.scene import number  # noqa: PLC0415 -- the reader is heavy, and seldom needed here

    return 1 if word.lower() in {"a", "an"} else number(word)
