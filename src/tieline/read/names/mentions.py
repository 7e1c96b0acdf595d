"""Where countries and organisations stand in a text, under any of their names.

A name that several countries share ("Korea", "Congo") is decided by the names in the same document that are clear,
and left out if they do not decide.  A city is not its state; a capital or a seat of power is, except in a dateline
or where something is said to happen there ("in Moscow").
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.countries import Match, decoys, resolve, surface_forms
from tieline.read.names.also_named import also_named

_TOKEN = re.compile(r"[^\W\d_](?:[\w.'’&-]*[\w.])?|\d+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A country or an organisation in the text.

    `use` is how it is named: name, adjective, demonym, capital, seat, city, abbreviation; `place` is true where the
    word only tells where something is ("in Moscow").
    """

    start: int
    end: int
    code: str
    use: str
    place: bool = False
    uncertain: bool = False


@lru_cache(maxsize=1)
def _index() -> Mapping[str, list[tuple[str, Match]]]:
    """First word of each surface form -> the forms that begin with it, longest first."""
    index: dict[str, list[tuple[str, Match]]] = {}
    nothing = Match((), "name", also_person=False)
    for form, match in [*((d, nothing) for d in decoys()), *surface_forms().items()]:
        first = _TOKEN.match(form)
        if first:
            index.setdefault(first.group().rstrip("."), []).append((form, match))
    for forms in index.values():
        forms.sort(key=lambda pair: -len(pair[0]))
    return index


_PERSON_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Michael|Jordan's|Elizabeth|President|King|Queen|Prince|Senator|Gen|Lord|Lady)\.?|[a-z]\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)[A-Z][a-z]+)\s+$"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|inside|around|through|via|off|across|throughout|from downtown|downtown|central)\s+(?:the\s+)?(?:(?:north|south|east|west)(?:ern)?\s+)?$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"(?-i:(?<=[A-Z.]))\$|(?-i:(?<=US)|(?<=S\.)|(?<=HK)|(?<=NZ))\s\$|\s+(?:dlrs?|dollars?|cents?|currency)\b",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Post|Journal|News|Daily|Tribune|Herald|Gazette|Street|University|Airlines|Airways|Islands?\b(?! nation))"
)
_USUAL = {
    frozenset({"KOR", "PRK"}): "KOR",
    frozenset({"GEO", "USA"}): "GEO",
    frozenset({"GIN", "GNB", "GNQ"}): "GIN",
    frozenset({"COD", "COG"}): "COD",
    frozenset({"DMA", "DOM"}): "DOM",
    frozenset({"ASM", "WSM"}): "WSM",
}
"""Who is meant by a shared name where the text names neither in full: "Korea" of the trade press is the South."""
_AMERICAN_STATE: Final = re.compile(
    r"\b(?:Atlanta|Savannah|Alabama|Florida|Carolina|Tennessee|Virginia|Texas|(?:[Ss]tate|[Gg]overnor|Gov\.|Sen\.|Rep\.) of Georgia|Georgia (?:governor|Gov\.|Republican|Democrat|senator)|U\.S\. states?|southern state)"
)
"""Where Georgia is the American state; that a story names the United States too tells nothing."""
_OF_MEMBERS: Final = frozenset({"EU", "ASEAN", "GCC", "NATO"})
_A_MEMBER = re.compile(r"[\s-](?:member[\s-])?(?:country|nation|state|member)\b(?!['’]?s\b(?!\w)|-)")
"""Behind an organisation: one of its members, whoever that is ("exports to the EU country")."""


def _not_itself(text: str, start: int, end: int) -> bool:
    """A member of an organisation, or those who are none: "the EU country", "non-EU countries", "imports from outside the EU"."""
    return (
        _A_MEMBER.match(text, end) is not None
        or OUTSIDE.search(text[max(0, start - _LONGEST_LEAD) : start]) is not None
    )


OUTSIDE: Final = re.compile(r"(?:\b[Nn]on[-\u2010\u2011]|\b[Oo]utside\s+(?:of\s+)?(?:the\s+)?)$")
"""Before an organisation: those who are not in it."""
_LONGEST_LEAD: Final = 16
_SPEAKING: Final = (
    "-speaking", " speaking", "-language", " acronym", " initials", " abbreviation", " translation",
)  # fmt: skip
"""Behind an adjective that names a tongue and no country: "by its Spanish acronym"."""


def _folded(text: str) -> str:
    """Letters beyond Latin-1 without their marks, character for character ("Việt Nam" to "Viet Nam")."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", c)[0] if ord(c) > 0xFF and c.isalpha() else c for c in text)


def find_mentions(text: str, on: date | None = None) -> list[Mention]:
    """All mentions in a plain text, in order, without overlap; ambiguous ones are decided by the rest of the text.

    `on`, the day of publication, decides between a state and its predecessor ("Moscow" in 1987 is the Soviet Union).

    >>> [m.code for m in find_mentions("Sino-Russian trade and inter-Korean trade grew, Indo-Pak trade fell.")]
    ['CHN', 'RUS', 'KOR', 'PRK', 'IND', 'PAK']
    >>> find_mentions("Sales to non-EU countries and from outside the EU rose.")
    []
    >>> find_mentions("The bureau (ONEI by its Spanish acronym) counted visitors.")
    []
    """
    text = _folded(text)
    raw = _with_pairs(text, [(s, e, _at(text[s:e], match, on)) for s, e, match in _candidates(text)])
    clear = Counter(
        c for _, _, match in raw if len(match.candidates) == 1 and match.use != "city" for c in match.candidates
    )
    out = []
    for start, end, match in raw:
        codes = match.candidates
        uncertain = False
        if not codes or _MONEY_AFTER.match(text, end) or (codes[0] in _OF_MEMBERS and _not_itself(text, start, end)):
            continue
        if text.startswith(_SPEAKING, end):
            continue  # "the eight Portuguese-speaking countries"
        if len(codes) > 1:
            seen = [c for c in codes if clear[c]]
            if "GEO" in codes and not clear["GEO"] and not _AMERICAN_STATE.search(text):
                seen = []
            usual = _USUAL.get(frozenset(codes)) if not seen else None
            if usual is None and len(seen) != 1:
                continue
            codes, uncertain = (usual or seen[0],), True
        if match.use == "city" or (match.also_person and _PERSON_BEFORE.search(text[max(0, start - 30) : start])):
            continue
        place = match.use in {"capital", "seat", "name", "official", "abbreviation"} and bool(
            _PLACE_BEFORE.search(text[max(0, start - 24) : start])
        )
        out.append(Mention(start, end, codes[0], match.use, place, uncertain))
    clear.update(c for _, _, m in raw if m.use == "city" and len(m.candidates) == 1 for c in m.candidates if c == "ZAF")
    also = also_named(text, [(m.start, m.end, m.code) for m in out], clear)
    out += [Mention(start, end, code, "name", uncertain=True) for start, end, code in also]
    return sorted(out, key=lambda mention: mention.start) if also else out


_PREDECESSORS_GONE = date(2007, 1, 1)


def _at(words: str, match: Match, on: date | None) -> Match:
    if on is None or on >= _PREDECESSORS_GONE or not match.candidates:
        return match
    codes = resolve(words, on=on)
    return replace(match, candidates=codes) if codes else match


_COMBINING: Final[dict[str, str]] = {
    "Sino": "CHN", "Russo": "RUS", "Indo": "IND", "Pak": "PAK", "Anglo": "GBR", "Franco": "FRA", "Italo": "ITA", "Nippo": "JPN", "Turco": "TUR",
    "Turko": "TUR", "Greco": "GRC", "Hispano": "ESP", "Luso": "PRT", "Austro": "AUT", "Serbo": "SRB", "Germano": "DEU", "Perso": "IRN",
}  # fmt: skip
"""The first of two countries in one word, before the hyphen: "Sino-Russian trade", "Pak-Afghan border"."""
_COMBINED: Final[dict[str, str]] = {"Pak": "PAK", "Bangla": "BGD", "Lanka": "LKA", "Viet": "VNM"}
"""The second, where it is no adjective: "Indo-Pak trade"."""
_BOTH: Final = re.compile(
    r"\b(?:(?P<koreas>[Ii]n(?:ter|tra)-Korean|(?:[Tt]he|[Tt]wo|[Bb]oth|[Dd]ivided) Koreas)|(?P<strait>[Cc]ross-[Ss]traits?)|(?P<tasman>[Tt]rans-Tasman))\b"
)
_TO_THE_SECOND: Final = re.compile(r"[- ]")
_TWO: Final[dict[str, tuple[str, str]]] = {
    "koreas": ("KOR", "PRK"), "strait": ("CHN", "TWN"), "tasman": ("AUS", "NZL"),
}  # fmt: skip
"""Two countries by what lies between them or makes them one."""


def _adjective(code: str) -> Match:
    return Match((code,), "adjective", also_person=False)


def _named(code: str) -> Match:
    return Match((code,), "name", also_person=False)


def _is_of_two(text: str, word: re.Match[str]) -> bool:
    """A country stands behind the hyphen, and no company is named by the two ("Anglo-Irish Bank")."""
    second = word.group().split("-", 1)[1]
    return (second in _COMBINED or second in _index()) and not _COMPANY_AFTER.match(text, word.end())


_COMPANY_AFTER: Final = re.compile(r"\s+(?:plc|PLC|Bank|Group|Corp|Company|Platinum|Gold|Coal|Oil)\b")


def _with_pairs(text: str, raw: list[tuple[int, int, Match]]) -> list[tuple[int, int, Match]]:
    """The names of a text with both countries of "inter-Korean trade", "cross-strait visits"."""
    out = raw
    for found in _BOTH.finditer(text):
        one, two = _TWO[str(found.lastgroup)]
        middle = found.start() + len(_TO_THE_SECOND.split(found.group(), maxsplit=1)[0])
        out = [each for each in out if each[1] <= found.start() or each[0] >= found.end()]
        koreas = found.group().endswith("Koreas")
        first, second = (_named(one), _named(two)) if koreas else (_adjective(one), _adjective(two))
        out += [(found.start(), middle, first), (middle + 1, found.end(), second)]
    return out if out is raw else sorted(out, key=lambda each: each[0])


_GENITIVE = re.compile(r"['’]s?\.?$")
_EU_OF_MEMBERS = re.compile(r"EU-?\d{2}")


def _european_union() -> Match:
    """Statistics offices write the bloc with the number of its members ("EU27")."""
    return Match(("EU",), "abbreviation", also_person=False)


def _candidates(text: str) -> Iterator[tuple[int, int, Match]]:
    position: int | None = 0
    while position is not None:
        candidate, position = _next(text, position)
        if candidate is not None:
            yield candidate


_SHORTEST: Final = 3
"""Letters of a word in capitals that may be the first of a name: "SRI Lanka"."""


_LONG: Final = (4, 3)
"""More letters than these have the forms that may stand in capitals: names ("FIJI"), and all others before them."""


def _opening(form: str) -> str:
    """A name as papers print it at the beginning of a story: "SOUTH Africa"."""
    first, _, rest = form.partition(" ")
    return f"{first.upper()} {rest}"


@lru_cache(maxsize=20_000)
def _may_name(word: str) -> bool:
    """The first word of a name, for all that it tells itself: most words of a text are looked at once and for all."""
    index = _index()
    if word in index:
        return True
    if not word[0].isupper():
        return False
    head = _GENITIVE.sub("", word).rstrip(".")
    capitals = word.isupper() and len(word) >= _SHORTEST and word.capitalize() in index
    return head in index or "-" in word or word in _COMBINED or capitals or _EU_OF_MEMBERS.fullmatch(head) is not None


def _next(text: str, position: int) -> tuple[tuple[int, int, Match] | None, int | None]:
    """The next name at or after a place, and where to look on; None at the end of the text."""
    index = _index()
    for found in _TOKEN.finditer(text, position):
        word = found.group()
        if not _may_name(word):
            continue
        forms = index.get(word)
        if forms is None:
            if not word[0].isupper():
                continue
            head = _GENITIVE.sub("", word).rstrip(".")
            forms = index.get(head)
            if forms is None and "-" in word:
                head = word.split("-", 1)[0].rstrip(".")
                if (code := _COMBINING.get(head)) is not None and _is_of_two(text, found):
                    end = found.start() + len(head)
                    return (found.start(), end, _adjective(code)), end
                forms = index.get(head)
            if forms is None and word in _COMBINED and text[found.start() - 1 : found.start()] == "-":
                return (found.start(), found.end(), _adjective(_COMBINED[word])), found.end()
            if forms is None and word.isupper() and len(word) >= _SHORTEST:
                forms = index.get(word.capitalize())
            if forms is None:
                if _EU_OF_MEMBERS.fullmatch(head):
                    return (found.start(), found.end(), _european_union()), found.end()
                continue
        for form, match in forms:
            end = found.start() + len(form)
            piece = text[found.start() : end]
            same = piece == form or (piece == form.upper() and len(form) > _LONG[match.use == "name"])
            same = same or (" " in form and piece == _opening(form))
            boundary = end >= len(text) or not (text[end].isalnum())
            if same and boundary:
                named = not _NAME_AFTER.match(text, end)
                return ((found.start(), end, match) if named else None), end
    return None, None
