"""Countries, territories, dissolved states and organisations: their codes, and every name the press gives them.

The tables in `countries.json` are made by `tools/build_countries.py` from CLDR (through babel) and from our own additions.
Codes are ISO 3166-1 alpha-3, and our own where ISO has none (`EU`, `WLD`, `SUN`, `BLX`). A name may belong to several
(`Korea`, `Congolese`): then all are given, in the order of their codes, and the text or the date decides.

A territory of statistics that is no country ("areas, nes", bunkers) has the kind `area`, so that no row of a table is lost.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, get_args

from tieline.model import lazy_re as re
from tieline.model.errors import MissingDataError, UsageError

CountryKind = Literal["state", "territory", "dissolved", "organisation", "world", "area"]
NameUse = Literal["name", "official", "code", "abbreviation", "adjective", "demonym", "capital", "seat", "city"]

STANDS_FOR_STATE: frozenset[NameUse] = frozenset(set(get_args(NameUse)) - {"city"})
"""Uses in which the name may mean the state itself ("Moscow agreed"); a city is only a place."""

_RANK: dict[NameUse, int] = {use: rank for rank, use in enumerate(get_args(NameUse))}
_EXACT = re.compile(r"[A-Z]{1,3}")  # "US" is a country, "us" is not
_CODE = re.compile(r"[A-Z]{2,3}")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_DASHES = re.compile(r"[‐‑‒–—]")


_Spells = tuple[tuple[str, date, date | None], ...]
_ALWAYS = date(1900, 1, 1)


class UnknownCountryError(UsageError, ValueError):
    """A code that no country has; the message names it, what is near it and what to do."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory, a dissolved state, an organisation, the world, or an area of statistics.

    `valid_from` and `valid_to` are the first and the last day. They are given for what is dissolved, for its
    successors and for organisations; None otherwise. `adjective` is the one to use in a sentence; `article` says that
    the name takes "the".
    """

    code: str
    name: str
    kind: CountryKind
    iso2: str | None = None
    m49: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    official: str | None = None
    capital: str | None = None
    adjective: str | None = None
    article: bool = False

    def existed(self, on: date) -> bool:
        """Tell whether it existed on a day, as far as the table knows its days.

        >>> country("SUN").existed(date(1987, 4, 1)), country("RUS").existed(date(1987, 4, 1))
        (True, False)
        """
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Match:
    """What a name in a text may mean: several candidates are an ambiguous name, in the order of their codes.

    A name of both a living and a dissolved state ("Moscow") has the living one here; `resolve` takes the date.
    `also_person` marks names that people and places of other countries bear too ("Jordan", "Victoria").
    """

    candidates: tuple[str, ...]
    use: NameUse
    also_person: bool = False


# --------------------------------------------------------------------------------------------------- the tables


@dataclass(frozen=True, slots=True)
class _Meaning:
    code: str
    use: NameUse


@dataclass(frozen=True, slots=True)
class _Tables:
    countries: dict[str, Country]
    codes: dict[str, str]  # any code, upper case, M49 with three digits
    forms: dict[str, tuple[_Meaning, ...]]  # names as written
    keys: dict[str, str]  # a folded name, to the name as written
    persons: frozenset[str]
    decoys: frozenset[str]
    members: dict[str, _Spells]
    compositions: dict[str, tuple[str, ...]]


@cache
def _tables() -> _Tables:
    """Read the tables, once, on first use."""
    data = json.loads(files("tieline.model").joinpath("countries.json").read_text(encoding="utf-8"))
    meanings: dict[str, dict[str, _Meaning]] = {}
    for form, meaning in _meanings(data):
        meanings.setdefault(form, {})[meaning.code] = meaning
    forms = {form: tuple(known[code] for code in sorted(known)) for form, known in meanings.items()}
    keys: dict[str, str] = {}
    for form in forms:
        keys.setdefault(_fold(form), form)
    return _Tables(
        countries={code: _country(code, row) for code, row in data["countries"].items()},
        codes={**{code.upper(): target for code, target in data["codes"].items()}, **{c: c for c in data["countries"]}},
        forms=forms,
        keys=keys,
        persons=frozenset(data["persons"]),
        decoys=frozenset(data["decoys"]),
        members=_all_members(data["members"]),
        compositions=_compositions(data["members"]),
    )


def _meanings(data: dict[str, Any]) -> Iterator[tuple[str, _Meaning]]:
    """Every name with a meaning; the use of a shared name is the same for all its owners, and comes last."""
    for code, row in data["countries"].items():
        for use, forms in row["names"].items():
            for form in forms:
                yield form, _Meaning(code, use)
    for use, shared in data["shared"].items():
        for form, codes in shared.items():
            for code in codes:
                yield form, _Meaning(code, use)


def _country(code: str, row: dict[str, Any]) -> Country:
    def day(key: str) -> date | None:
        return date.fromisoformat(row[key]) if key in row else None

    plain = ("iso2", "m49", "successor", "official", "capital", "adjective", "article")
    facts = {key: row[key] for key in plain if key in row}
    return Country(code, row["name"], row["kind"], valid_from=day("from"), valid_to=day("to"), **facts)


def _all_members(data: dict[str, Any]) -> dict[str, _Spells]:
    """Members by organisation; those of a fixed composition are so at any time."""
    found: dict[str, _Spells] = {code: tuple(_memberships(table)) for code, table in data.items() if "joined" in table}
    for code, table in data.items():
        if "of" in table:
            on = date.fromisoformat(table["on"])
            now = (one for one, first, last in found[table["of"]] if first <= on and (last is None or on <= last))
            found[code] = tuple((one, _ALWAYS, None) for one in sorted(now))
    return found


def _compositions(data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The fixed compositions of each organisation that has some, the newest first."""
    fixed = sorted(((table["on"], code) for code, table in data.items() if "of" in table), reverse=True)
    return {
        each: tuple(code for _, code in fixed if data[code]["of"] == each) for each in {data[c]["of"] for _, c in fixed}
    }


def _memberships(table: dict[str, Any]) -> Iterator[tuple[str, date, date | None]]:
    last_days = table.get("last_day", {})
    for day, codes in table["joined"].items():
        for code in codes:
            last = last_days.get(code)
            yield code, date.fromisoformat(day), date.fromisoformat(last) if last else None


def _fold(name: str) -> str:
    """The key of a name: case, kinds of blanks, of apostrophes and of dashes don't matter, short abbreviations' case does."""
    if not name.isascii():
        name = _DASHES.sub("-", name.replace("’", "'").replace("‘", "'"))
    name = " ".join(name.split())
    return name if _EXACT.fullmatch(name) else name.casefold()


# -------------------------------------------------------------------------------------------------------- codes


def country(code: str) -> Country:
    """The country of a code of any kind: ISO alpha-2 and alpha-3, M49, Comtrade's own numbers, former codes, our own.

    Raises UnknownCountryError for any other text, names among them: names go to `resolve`.

    >>> country("NA").name, country("842").code, country("490").code, country("8").code
    ('Namibia', 'USA', 'TWN', 'ALB')
    """
    tables = _tables()
    key = code.strip().upper()
    key = key.zfill(3) if key.isascii() and key.isdigit() else key
    if key not in tables.codes:
        raise UnknownCountryError(_unknown(code))
    return tables.countries[tables.codes[key]]


def countries() -> tuple[Country, ...]:
    """All countries of the table, by code: states, territories, dissolved states, organisations, areas, the world.

    >>> sum(each.kind == "state" for each in countries())
    197
    """
    return tuple(each for _, each in sorted(_tables().countries.items()))


def _unknown(code: str) -> str:
    found = resolve(code)
    if len(found) == 1:
        return f"{code!r} is a name, not a code: use {found[0]!r}, or resolve({code!r})"
    if found:
        return f"{code!r} is a name of several countries: use one of {', '.join(found)}"
    near = near_names(code)
    hint = f"near it: {', '.join(near)}; " if near else ""
    return (
        f"unknown country code {code!r}; {hint}give an ISO code (RUS, RU, 643), or look it up: tieline countries NAME"
    )


def near_names(text: str) -> list[str]:
    """Names and short codes of countries that look like a text, each country once with its code.

    >>> near_names("Germny"), near_names("Qwxzy")
    (['Germany (DEU)'], [])
    """
    tables = _tables()
    near = _near(_fold(text), tables.keys)
    for code, said in (_near(text.upper(), tables.codes) if len(text) < 4 else {}).items():
        near.setdefault(code, said)
    return list(near.values())


def _near(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """By their codes, known codes or names that look like a text; of each country the first."""
    tables = _tables()
    near: dict[str, str] = {}
    for key in difflib.get_close_matches(text[:80], known, n=2, cutoff=0.6 if known is tables.codes else 0.75):
        if known is tables.codes:
            near.setdefault(known[key], f"{key} ({tables.countries[known[key]].name})")
        else:
            codes = ", ".join(each.code for each in tables.forms[known[key]])
            near.setdefault(codes, f"{known[key]} ({codes})")
    return near


# -------------------------------------------------------------------------------------------------------- names


def resolve(name: str, *, on: date | None = None, context: Collection[str] = ()) -> tuple[str, ...]:
    """The codes a name may mean, in order; empty for an unknown name. Never raises.

    Case does not matter, except in abbreviations of up to three letters ("US", "us"). A leading "the" and a
    possessive are passed over. `on` keeps who existed on that day, the predecessor before its successor, as long as
    anyone did. `context` are codes already seen in the text: if it holds exactly one of several candidates, that one
    is meant. A text that is no name but an ISO code in capitals is understood too.

    >>> resolve("Korea"), resolve("Korea", context={"PRK", "RUS"}), resolve("us")
    (('KOR', 'PRK'), ('PRK',), ())
    >>> resolve("Moscow"), resolve("Moscow", on=date(1987, 4, 1)), resolve("Yugoslavia", on=date(1999, 4, 1))
    (('RUS',), ('SUN',), ('SCG',))
    """
    meanings = _meant(name)
    codes = _on_day(meanings, on) if on is not None else _undated(meanings)
    seen = [code for code in codes if code in context]
    return (seen[0],) if len(seen) == 1 else codes


def lookup(name: str) -> Match | None:
    """What a name may mean and how it is used; None for an unknown name. The rules are those of `resolve`.

    >>> lookup("the Kremlin")
    Match(candidates=('RUS',), use='seat', also_person=False)
    >>> lookup("Jordan").also_person
    True
    """
    meanings = _meant(name)
    return _match(name, meanings) if meanings else None


@cache
def surface_forms() -> Mapping[str, Match]:
    """Every name as it is written in a text, with straight and with curly apostrophes; no bare codes.

    A matcher of texts should prefer the longest form, keep the case (headlines in capitals aside), and skip the
    words of `decoys`.

    >>> surface_forms()["North Koreans"].use, "KR" in surface_forms(), "Côte d’Ivoire" in surface_forms()
    ('demonym', False, True)
    """
    tables = _tables()
    found = {}
    for form, meanings in tables.forms.items():
        if tables.countries[meanings[0].code].kind not in {"world", "area"}:
            found[form] = found[form.replace("'", "’")] = _match(form, meanings)
    return MappingProxyType(found)


def decoys() -> frozenset[str]:
    """Phrases in which the name of a country means no country: "South China Sea", "Latin American", "Swiss franc".

    >>> "South China Sea" in decoys()
    True
    """
    return _tables().decoys


def search(text: str) -> list[tuple[Country, str, NameUse]]:
    """Countries with a name or code that holds the text: each once, with that name and its use, the best first.

    >>> [(found.code, name) for found, name, _ in search("korea")[:2]]
    [('KOR', 'Korea'), ('PRK', 'Korea')]
    >>> search("842")[0][0].code
    'USA'
    """
    tables = _tables()
    key = _fold(text).casefold()
    if not key:
        return []
    best: dict[str, tuple[tuple[int, int, int, str], str, NameUse]] = {}
    codes = (
        (code, (_Meaning(target, "code"),))
        for code, target in tables.codes.items()
        if code in {key.upper(), key.zfill(3)}
    )
    for form, meanings in (*tables.forms.items(), *codes):
        folded = _fold(form).casefold()
        place = folded.find(key)
        if meanings[0].use != "code" and place < 0:
            continue
        distance = (
            0 if folded == key or meanings[0].use == "code" else 1 if place == 0 else 2 if f" {key}" in folded else 3
        )
        for meaning in meanings:
            score = (distance, _RANK[meaning.use], len(form), form)
            if meaning.code not in best or score < best[meaning.code][0]:
                best[meaning.code] = (score, form, meaning.use)
    ranked = sorted(best.items(), key=lambda item: (item[1][0][:2], item[0]))
    return [(tables.countries[code], form, use) for code, (_, form, use) in ranked]


@lru_cache(maxsize=8192)
def _meant(name: str) -> tuple[_Meaning, ...]:
    """The meanings of a name: as written, without its possessive or article, or as a code in capitals."""
    tables = _tables()
    for each in _readings(name.strip()):
        if form := tables.keys.get(_fold(each)):
            return tables.forms[form]
    code = tables.codes.get(name.strip())
    return (_Meaning(code, "code"),) if code and _CODE.fullmatch(name.strip()) else ()


def _readings(name: str) -> Iterator[str]:
    for each in dict.fromkeys((name, _POSSESSIVE.sub("", name))):
        yield each
        if each[:4].casefold() == "the ":
            yield each[4:]


def _undated(meanings: tuple[_Meaning, ...]) -> tuple[str, ...]:
    """The candidates without a date: the living ones, if there are any."""
    table = _tables().countries
    codes = tuple(each.code for each in meanings)
    return tuple(code for code in codes if table[code].valid_to is None) or codes


def _on_day(meanings: tuple[_Meaning, ...], on: date) -> tuple[str, ...]:
    """The candidates that existed on a day; where a state and its successor both did, the older one."""
    table = _tables().countries
    codes = [each.code for each in meanings if table[each.code].existed(on)]
    heirs = {table[code].successor for code in codes}
    return tuple(code for code in codes if code not in heirs) or _undated(meanings)


def _match(name: str, meanings: tuple[_Meaning, ...]) -> Match:
    tables = _tables()
    codes = _undated(meanings)
    use = min((each.use for each in meanings if each.code in codes), key=_RANK.__getitem__)
    person = any(tables.keys.get(_fold(each)) in tables.persons for each in _readings(name))
    return Match(codes, use, person)


# ------------------------------------------------------------------------------------------------------ members


def members(code: str, on: date) -> frozenset[str]:
    """The members of an organisation on a day; the EU stands for the European Communities before 1993.

    The last day of membership counts. Raises UnknownCountryError for an unknown code, and MissingDataError for an
    organisation whose members the table does not have.

    >>> len(members("EU", date(1987, 4, 1))), sorted(members("SACU", date(2015, 1, 1)))
    (12, ['BWA', 'LSO', 'NAM', 'SWZ', 'ZAF'])
    """
    return frozenset(each for each, first, last in memberships(code) if first <= on and (last is None or on <= last))


def memberships(code: str) -> tuple[tuple[str, date, date | None], ...]:
    """Who was a member of an organisation from which day to which, None for still; raises as `members` does."""
    tables = _tables()
    organisation = country(code).code
    if organisation not in tables.members:
        known = ", ".join(sorted(tables.members))
        raise MissingDataError(f"no list of members for {organisation}; there is one for {known}")
    return tables.members[organisation]


def compositions(code: str) -> tuple[str, ...]:
    """An organisation and its fixed compositions, as statistics offices have them, the newest first; nothing for others.

    >>> compositions("EU28")[:3], compositions("ASEAN")
    (('EU27_2020', 'EU28', 'EU27_2007'), ())
    """
    table = _tables().compositions
    return next(((*fixed, whole) for whole, fixed in table.items() if code == whole or code in fixed), ())


# ------------------------------------------------------------------------------------------------ for sentences


def display(code: str, *, article: bool = False) -> str:
    """The name to write in a sentence, with "the" on request where it takes one; raises UnknownCountryError.

    >>> display("USA"), display("USA", article=True), display("COD", article=True)
    ('United States', 'the United States', 'DR Congo')
    """
    found = country(code)
    return f"the {found.name}" if article and found.article else found.name


def possessive(code: str) -> str:
    """The name as an owner, with its article; raises UnknownCountryError.

    >>> possessive("PRK"), possessive("NLD"), possessive("USA")
    ("North Korea's", "the Netherlands'", "the United States'")
    """
    name = display(code, article=True)
    return f"{name}'" if name.endswith("s") else f"{name}'s"
