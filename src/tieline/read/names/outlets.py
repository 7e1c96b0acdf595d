"""Newspapers, broadcasters and news agencies: what they are, and for which state they speak if they are its own.

The table is `outlets.csv`, written by hand: `name,aliases,country,state_owned,kind`, aliases separated by bars. A name with
`?` behind it is a common word or another name too ("Times", "Dawn", "MENA"): it counts only beside a word of the press.

State media are those that a state owns and directs, so that their praise or scorn of another state is an act of it
(contract: "capitals, governments, leaders and state media stand for their country"). Public broadcasters with an
editorial independence of their own (BBC, NHK, CBC, Deutsche Welle) and agencies that only report are no actors.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from tieline.model import lazy_re as re
from tieline.model.countries import resolve
from tieline.read.names.mentions import find_mentions

OutletKind = Literal["agency", "newspaper", "broadcaster"]


class Outlet(NamedTuple):
    """An outlet; `state` is the country it speaks for, None if it speaks for itself."""

    kind: OutletKind
    country: str
    state: str | None


_WORD = re.compile(r"(?<![\w-])\w+")
_PRESS = r"(?:news\s+agency|newspaper|agency|daily|weekly|magazine|paper|newswire|website|broadcaster|channel|TV|television|radio)"
_AFTER = re.compile(
    rf"['’]?s?,?\s+(?:(?:state|official|private|local|business|news|state-run|\w+-language)\s+){{0,2}}(?:{_PRESS}|reported|reports|quoted|cited|wrote|writes|editorial|correspondent)\b"
)
_SAID = re.compile(r",?\s+(?:said|says)\b")
_BEFORE = re.compile(rf"\b{_PRESS},?\s+(?:the\s+)?[\"'“‘]?$|\($", re.IGNORECASE)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Outlet], dict[str, list[tuple[str, bool]]]]:
    """Every outlet by its name, and the names by their first word, longest first, each with whether it is a common word."""
    table: dict[str, Outlet] = {}
    index: dict[str, list[tuple[str, bool]]] = {}
    lines = (files("tieline.read.names") / "outlets.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        state = row["country"] if row["state_owned"] == "yes" else None
        outlet = Outlet(row["kind"], row["country"], state)  # type: ignore[arg-type]
        for written in (row["name"], *filter(None, row["aliases"].split("|"))):
            name = written.removesuffix("?")
            for form in dict.fromkeys((name, name.replace("'", "’"))):
                table[form] = outlet
                first = _WORD.search(form)
                if first:
                    index.setdefault(first.group(), []).append((form, written.endswith("?")))
    for names in index.values():
        names.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return table, index


def outlets() -> dict[str, Outlet]:
    """Every outlet by its name as written."""
    return _table()[0]


_INTERNATIONAL = frozenset({"Reuters", "AFP", "AP", "UPI", "Bloomberg", "Dow Jones", "dpa", "EFE", "BBC", "CNN"})
"""Outlets whose own country says nothing of what they report on."""


def is_international(name: str | None) -> bool:
    """The outlet files from everywhere for everyone: neither its own country nor a dateline tells what it is about."""
    return name is not None and name.strip() in _INTERNATIONAL


def home_of(name: str | None) -> str | None:
    """The country in and for which an outlet writes; None for an unknown or an international one.

    >>> home_of("Phnom Penh Post"), home_of("Reuters")
    ('KHM', None)
    """
    if not name or any(part.strip() in _INTERNATIONAL for part in _SEVERAL.split(name)):
        return None
    named = _plain_name(name)
    known = outlets().get(name.strip()) or outlets().get(named) or _in_small_letters().get(named.casefold())
    if known is not None:
        return None if named in _INTERNATIONAL else known.country
    return _country_in_address(name) or _country_in_name(named)


def country_of_address(url: str | None) -> str | None:
    """The country of the site that a story is read at; None where the ending tells none.

    >>> country_of_address("https://www.scoop.co.nz/stories/1.htm"), country_of_address("https://example.com/a.nz")
    ('NZL', None)
    >>> country_of_address("http://[nowhere.nz") is None
    True
    """
    try:
        site = urlsplit(url).hostname if url else None
    except ValueError:  # no address at all
        return None
    return _country_in_address(site) if site else None


def _plain_name(name: str) -> str:
    """The name without its article, its brackets and the address that it is read at."""
    return _AROUND_NAME.sub("", name).strip()


_SEVERAL = re.compile(r"[/,;&]|\bvia\b")
_AROUND_NAME = re.compile(
    r"^\s*the\s+|\s*\([^)]*\)\s*$|\s+(?:online|website|web)\s*$|\.(?:com|net|org)\s*$", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _in_small_letters() -> dict[str, Outlet]:
    return {name.casefold(): outlet for name, outlet in outlets().items()}


@lru_cache(maxsize=1_000)
def _country_in_name(name: str) -> str | None:
    """As in "Fiji Times", "Kathmandu Post": the one country that an unknown outlet's name holds."""
    if _WIDE.search(name):
        return None
    codes = {m.code for m in find_mentions(name, None) if m.use in {"name", "capital"}}
    return codes.pop() if len(codes) == 1 else None


def _country_in_address(name: str) -> str | None:
    """As in "stuff.co.nz", "Figyelo (24.hu)": the country of an address; endings that are sold to anybody tell none."""
    ending = _ADDRESS.search(name.casefold())
    if ending is None or ending["country"] in _SOLD_TO_ANYBODY:
        return None
    found = resolve(_OTHER_ENDINGS.get(ending["country"], ending["country"].upper()))
    return found[0] if len(found) == 1 else None


_ADDRESS = re.compile(r"\w\.(?P<country>[a-z]{2})\W*$")
_OTHER_ENDINGS = {"uk": "GBR", "au": "AUS"}
_SOLD_TO_ANYBODY = frozenset("ai cc co eu fm gl io ly me st to tv ws".split())
_WIDE = re.compile(r"\b(?:international|world|global|asia|africa|europe|middle east|euro|latin)\b", re.IGNORECASE)


def find_outlets(text: str) -> list[tuple[int, int, Outlet]]:
    """The outlets that a text names, with their places.

    >>> [(start, end) for start, end, _ in find_outlets("Yonhap cited Rodong Sinmun.")]
    [(0, 6), (13, 26)]
    """
    table, index = _table()
    found: list[tuple[int, int, Outlet]] = []
    firsts = index.keys() & set(_WORD.findall(text))
    if not firsts or not any(name in text for first in firsts for name, _ in index[first]):
        return found
    last = 0
    for word in _WORD.finditer(text):
        names = index.get(word.group())
        if names is None or word.start() < last:
            continue
        for name, common in names:
            start, end = word.start(), word.start() + len(name)
            if not text.startswith(name, start) or (end < len(text) and (text[end].isalnum() or text[end] in "_-")):
                continue
            if not common or _is_meant(text, start, end, table[name].kind):
                found.append((start, end, table[name]))
                last = end
                break
    return found


def _is_meant(text: str, start: int, end: int, kind: OutletKind) -> bool:
    """A word of the press stands beside the name."""
    if _AFTER.match(text, end) or (kind == "agency" and _SAID.match(text, end)):
        return True
    before = _BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and (before.group() != "(" or text[end : end + 1] == ")")
