"""Stories that stand one under the other in one text: each by its dateline, its country's heading, or its number.

A round-up is told by its form alone: two datelines of different places, or two countries that stand over or before what
is told of them.  Headings that name whom a country trades with ("Uganda: Exports to Uganda rose") part no stories.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import surface_forms
from tieline.read.pages.dateline import find_dateline, is_city
from tieline.read.pages.markdown import unmarked
from tieline.read.pages.noise import is_noise
from tieline.read.pages.paragraphs import ends_like_prose, paragraphs


@dataclass(frozen=True, slots=True)
class Brief:
    """A stretch of a text that is a story of its own, and the country of its heading (its ISO code)."""

    start: int
    end: int
    home: str | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a story begins, by what: a dateline's place, or a country as it is written."""

    start: int
    end: int
    name: str
    home: str | None


_LABEL = re.compile(
    r"(?P<item>(?:\d{1,2}[.)]|[-*•·])\s+)?(?P<name>[A-Z][A-Za-z.’' ]{2,30}?)(?P<second>\s?(?:[-–/&,]|and)\s?[A-Z][A-Za-z.’' ]{2,30}?)?(?P<mark>:| [-–—])\s+(?=[A-Z\"“][^:\n]{30})"
)
_MOST: Final = 100
_LONGEST: Final = 200_000
_LONGEST_HEADING: Final = 50


def briefs_of(text: str) -> list[Brief]:
    r"""Give the stories of a round-up in their order; of any other text the whole.

    >>> text = "OSLO (NTB) - Norway sold salmon.\n\nLIMA (EFE) - Peru sold copper."
    >>> [text[b.start : b.end][:4] for b in briefs_of(text)]
    ['OSLO', 'LIMA']
    >>> [b.home for b in briefs_of("CHILE\n\nCopper exports to Peru rose.\n\nMALI\n\nGold exports to Togo fell.")]
    ['CHL', 'MLI']
    >>> len(briefs_of("Peru sells more.\n\nChile\n\nExports to Chile rose.\n\nMali\n\nExports to Mali rose."))
    1
    """
    whole = [Brief(0, len(text))]
    if len(text) > _LONGEST:
        return whole
    bare = unmarked(text)
    spans = [span for span in paragraphs(bare) if not is_noise(bare[span[0] : span[1]])]
    for marks in (_datelines(bare, spans), _headings(bare, spans), _labels(bare, spans)):
        if 1 < len(marks) <= _MOST and len({m.home or m.name for m in marks}) > 1:
            if marks[0].home and _is_told_before(bare, [s for s in spans if s[1] <= marks[0].start], marks):
                return whole
            ends = [m.start for m in marks[1:]] + [len(text)]
            if any(_faces(bare, m, end) for m, end in zip(marks, ends, strict=True)):
                return whole
            lead = [Brief(0, marks[0].start)] if bare[: marks[0].start].strip() else []
            return lead + [Brief(m.start, end, m.home) for m, end in zip(marks, ends, strict=True)]
    return whole


def _is_told_before(text: str, spans: list[tuple[int, int]], marks: list[_Mark]) -> bool:
    """A story has begun above the first heading, or a title that names another country: the headings are its sections."""
    if any(end - start > _LONGEST_HEADING and ends_like_prose(text, start, end) for start, end in spans):
        return True
    titled = {_country(word) for start, end in spans for word in re.findall(r"[A-Z][\w]+", text[start:end])}
    return bool(titled - {None} - {m.home for m in marks})


def _datelines(text: str, spans: list[tuple[int, int]]) -> list[_Mark]:
    """Paragraphs that open with a city, or with a place and its agency."""
    marks: list[_Mark] = []
    for start, end in spans:
        found = find_dateline(text, start, end)
        if found and found.place and (found.agency or is_city(found.place)) and ends_like_prose(text, start, end):
            marks.append(_Mark(start, found.end, found.place.split(",")[0].lower(), None))
    return marks


def _headings(text: str, spans: list[tuple[int, int]]) -> list[_Mark]:
    """Lines that are the name of a country and nothing else, each over a paragraph."""
    marks: list[_Mark] = []
    for (start, end), after in pairwise(spans):
        if end - start > _LONGEST_HEADING:
            continue
        name = re.split(r"\s?[-–/&]\s?", text[start:end].strip(" *#:"))[0]
        home = _country(name)
        if home and after[1] - after[0] > _LONGEST_HEADING // 2:
            marks.append(_Mark(start, end, name, home))
    return marks


def _labels(text: str, spans: list[tuple[int, int]]) -> list[_Mark]:
    """Paragraphs that open with a country and a colon; if they are numbered, all that are."""
    marks: list[_Mark] = []
    for start, end in spans:
        found = _LABEL.match(text, start, end)
        home = _country(found["name"]) if found else None
        if found and home:
            marks.append(_Mark(start, found.end(), found["name"].strip(), home))
        elif marks and _NUMBERED.match(text, start):
            marks.append(_Mark(start, start, text[start : start + 3], None))
    return marks if sum(m.home is not None for m in marks) > 1 else []


_NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-Z]")


def _country(name: str) -> str | None:
    words = name.strip()
    match = surface_forms().get(words.title() if words.isupper() and len(words) > 3 else words)
    if match is None or match.use not in {"name", "official", "abbreviation"} or len(match.candidates) != 1:
        return None
    return match.candidates[0]


def _faces(text: str, mark: _Mark, end: int) -> bool:
    """What is told under a heading is told with its country, not of it: "Exports to Uganda rose"."""
    if mark.home is None:
        return False
    name = re.escape(mark.name)
    return re.search(rf"\b(?:to|from|with) (?:the )?{name}\b", text[mark.end : end], re.IGNORECASE) is not None
