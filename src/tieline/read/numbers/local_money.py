"""Which money a bare "$", "Rs" or "crowns" is: that of the story.

A story that says "H.K. dlrs" once goes on with "dlrs" alone; rupees are those of the one country of the story that has
rupees, or of the paper's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.money import LETTERS, SCALED_SHARED, shared_by
from tieline.read.numbers.figures import Figure

_KINDS: Final = {
    "HKD": r"HK|H\.K\.|Hong Kong",
    "AUD": r"A|AU|Aust?\.|Australian",
    "CAD": r"C|CA|CAN|Can\.|Canadian",
    "NZD": r"NZ|N\.Z\.|New Zealand",
    "SGD": r"S|SG|Singapore",
    "TWD": r"NT|N\.T\.|(?:New )?Taiwan",
    "JMD": r"J|Jamaican?",
    "TTD": r"TT|Trinidad(?:ian)?",
    "FJD": r"F|FJ|Fiji(?:an)?",
    "NAD": r"N|Namibian?",
    "BBD": r"Bds|Barbad(?:os|ian)",
    "ZWD": r"Z|Zimbabwe(?:an)?",
    "BND": r"B|Brunei",
}
_OWN_DOLLAR: Final = {"AUS": "AUD", "CAN": "CAD", "NZL": "NZD", "SGP": "SGD", "FJI": "FJD"}
"""Countries whose papers write a bare sign for their own money, and mark the American."""
_DOLLAR = r"(?:\s?\$|\s(?i:dlrs?|dollars?)\b)"
_MARKED: Final = re.compile(
    "|".join(rf"(?P<{code}>(?<![\w.])(?:{words}){_DOLLAR})" for code, words in _KINDS.items())
    + rf"|(?P<USD>(?<![\w.])(?:US|U\.S\.|American){_DOLLAR})"
)
_ANY: Final = re.compile(r"\$|[dD](?i:lrs?|ollars?)\b")
_LONGEST: Final = 16
"""More than the characters of any nation before its dollar: only there need one be looked for."""
_OF_NATION: Final = re.compile(r"[A-Z][\w.]*\s?\Z")
"""A word right before a dollar that may be a nation or its letters."""
_SAID: Final = re.compile(
    r"[A-Za-z.]\s?\$|\$[A-Z]|(?:U\.S\.|US|American|[A-Z][a-z]+|[A-Z]\.?[A-Z]\.?)\s+(?i:dlrs?|dollars?)|USD"
)
_BARE: Final = re.compile(r"\$|\b(?:dlrs?|dollars?)\b", re.IGNORECASE)


def dollar_of(text: str, home: str | None = None) -> str:
    """The currency of a story's bare dollars: the one local dollar that it names where it never names the American.

    A paper of Australia, Canada, Fiji, New Zealand or Singapore means its own.

    >>> dollar_of("Exports rose to 1.2 billion H.K. dlrs from 900 mln dlrs"), dollar_of("Exports rose to $3 mln")
    ('HKD', 'USD')
    >>> dollar_of("Exports rose to $3 million (US$1.8 million)", "NZL")
    'NZD'
    """
    if home in _OWN_DOLLAR:
        return _OWN_DOLLAR[home]
    named = _named_dollars(text)
    return next(iter(named)) if len(named) == 1 else "USD"


_OFFICES: Final = re.compile(
    r"\b(?:(?P<AUD>Australian\s+Bureau\s+of\s+Statistics|Reserve\s+Bank\s+of\s+Australia)|(?P<CAD>Statistics\s+Canada|Bank\s+of\s+Canada)"
    r"|(?P<NZD>Statistics\s+New\s+Zealand|Stat(?:istic)?s\s+NZ|Reserve\s+Bank\s+of\s+New\s+Zealand)|(?P<SGD>Enterprise\s+Singapore|Singapore\s+Department\s+of\s+Statistics))\b"
)
_OF_AMERICA: Final = re.compile(
    r"\b(?:(?:U\.?S\.?|American)\s+(?:Commerce\s+Department|Department\s+of\s+Commerce|Census\s+Bureau|Treasury|Labor\s+Department|Trade\s+Representative)|Bureau\s+of\s+Economic\s+Analysis)\b"
)
"""Offices that speak of American dollars, whoever prints them."""


def office_dollar_of(text: str) -> str | None:
    """The dollar of the one national office of statistics that speaks in a story which names no dollar itself.

    >>> office_dollar_of("Exports fell to $12 million, Statistics Canada said."), office_dollar_of("They fell to US$12 million.")
    ('CAD', None)
    """
    told = {str(found.lastgroup) for found in _OFFICES.finditer(text)}
    return told.pop() if len(told) == 1 and not _named_dollars(text) and not _OF_AMERICA.search(text) else None


def local_dollar_of(text: str) -> str | None:
    """The one dollar other than the American that a story names.

    >>> local_dollar_of("Sales reached NZ$2.2 billion (US$1.3 billion), up from $1.19b (US$710 million)")
    'NZD'
    """
    named = _named_dollars(text) - {"USD"}
    return next(iter(named)) if len(named) == 1 else None


def _named_dollars(text: str) -> set[str]:
    return {
        str(found.lastgroup)
        for dollar in _ANY.finditer(text)
        if _OF_NATION.search(text, max(0, dollar.start() - _LONGEST), dollar.start()) is not None
        for found in _MARKED.finditer(text, max(0, dollar.start() - _LONGEST), dollar.end())
        if _is_of_sum(found.group(), text, found.start())
    }


def _is_of_sum(written: str, text: str, start: int) -> bool:
    """Not "a stronger Taiwan dollar", nor "A $20-billion turnover"."""
    if written.endswith("$"):
        return _LETTER_APART.fullmatch(written) is None
    return not written.endswith("dollar") or _SUM.search(text, max(0, start - _LONGEST), start) is not None


_LETTER_APART: Final = re.compile(r"[A-Z]\s\$")
_SUM: Final = re.compile(r"(?:\d|(?i:million|billion|trillion|mln|bln|thousand|hundred|dozen|mn|bn|m))[\s-]+\Z")


def own_dollar(giver: str | None, money: LocalMoney, unit: str | None, written: str) -> str | None:
    """The dollar of a sum that one of those countries gives, as its own and its neighbours' papers write it: bare.

    >>> own_dollar("AUS", LocalMoney("NZD"), "NZD", "$3 million"), own_dollar("AUS", LocalMoney(), "USD", "$3 million")
    ('AUD', None)
    """
    near = money.dollar in _OWN_DOLLAR.values() or (giver not in {"CAN", "SGP"} and money.home in _PACIFIC)
    if not near or giver not in _OWN_DOLLAR or unit not in {"USD", money.dollar} or not _is_bare(written):
        return None
    return _OWN_DOLLAR[giver] if unit != _OWN_DOLLAR[giver] else None


_PACIFIC: Final = frozenset({"COK", "FJI", "KIR", "NIU", "NRU", "PNG", "SLB", "TKL", "TON", "TUV", "VUT", "WSM"})


@dataclass(frozen=True, slots=True)
class LocalMoney:
    """What bare names of money stand for in a story: its dollar, its countries by how often it names them, its home.

    `guessed` tells that only an office that speaks says whose dollars they are; `local` is the dollar of a bare sum that American dollars follow in brackets ("$374m (US$224 million)").
    """

    dollar: str = "USD"
    guessed: bool = False
    local: str | None = None
    countries: Mapping[str, int] = field(default_factory=dict)
    home: str | None = None

    def of(self, figures: list[Figure], text: str) -> list[Figure]:
        """The figures of a sentence in the story's own money."""
        if self.dollar in _OWN_DOLLAR.values() and _OF_AMERICA.search(text) is not None:
            return replace(self, dollar="USD", local=None).of(figures, text)  # "the U.S. Census Bureau said"
        known = self._of_known(figures, text)
        told = [self._told(f, text[f.core : f.end]) if f.kind == "money" else f for f in known]
        settled = [f for f, was in zip(told, known, strict=True) if was.unit is None and f.unit is not None]
        if settled:
            told = [_as_nearest(f, settled) if _is_unnamed(f, text) else f for f in told]
        local = self.local or self._of_country(_DOLLARS)
        if local is not None:
            told = [replace(f, unit=local) if _is_converted(f, text) else f for f in told]
        named = [f for f, was in zip(told, known, strict=True) if was.unit == "USD" and _says_dollars(text, was)]
        if self.dollar == "USD" or not named:
            return told
        return [_as_nearest(f, named) if f.unit == "USD" and not _says_dollars(text, f) else f for f in told]

    def _of_known(self, figures: list[Figure], text: str) -> list[Figure]:
        """Without what only looks like a sum ("Dr. Roe, 45 MD"): the story names no country whose money it could be."""
        coded = {f for f in figures if f.kind == "money" and text[f.start : f.end].endswith("MD")}
        known = SCALED_SHARED["MD"].keys() & {*self.countries, self.home}
        return [f for f in figures if known or f not in coded] if coded else figures

    def _told(self, figure: Figure, written: str) -> Figure:
        if figure.unit == "USD":
            bare = self.dollar != "USD" and _is_bare(written)
            return replace(figure, unit=self.dollar, carried=figure.carried or self.guessed) if bare else figure
        if written[:1] in LETTERS and written[1:2].isdecimal():
            unit = self._of_country(LETTERS[written[0]])
            return replace(figure, unit=unit) if unit else figure
        if (users := SCALED_SHARED.get(written.rsplit(maxsplit=1)[-1])) is not None:
            return replace(figure, unit=self._of_country(users) or figure.unit)
        named = _SHARED_COIN.search(written)
        if figure.unit in _CFA or (figure.unit is None and _OF_CFA.search(written)):
            members = {c: unit for c, unit in shared_by("franc").items() if unit in _CFA}
            return replace(figure, unit=self._of_country(members, first=True) or figure.unit)
        if named is None or _SAID_WHOSE.search(written):
            return figure
        users = shared_by(named.group())
        unit = self._of_country(users, first=named.group() == "Rs" or figure.unit in _NOW_OF_ONE)
        return replace(figure, unit=unit) if unit else figure

    def _of_country(self, users: Mapping[str, str], *, first: bool = False) -> str | None:
        """The money of the one country of the story that has it, else of that named most, else of the `first` of those named alike."""
        if self.home is not None and self.home in users:
            return users[self.home]
        if first:
            most = max((n for c, n in self.countries.items() if c in users), default=0)
            return next((users[c] for c, n in self.countries.items() if c in users and n == most), None)
        ranked = sorted(((n, c) for c, n in self.countries.items() if c in users), reverse=True)
        alone = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0])
        return users[ranked[0][1]] if ranked and alone else None


_DOLLARS: Final = {country: code for country, code in shared_by("dollar").items() if code != "USD"}
_SHARED_COIN: Final = re.compile(
    r"\b(?:rupees?|Rs|francs?|crowns?|kron[ae]|kron[oue]r|pesos?|shillings?|Sh|dinars?|rials?|riyals?|dirhams?|liras?|pounds?|marks?|escudos?)\b",
    re.IGNORECASE,
)
_NOW_OF_ONE: Final = frozenset({"DEM", "PTE"})
"""Names of money that are taken for one country's where nobody says whose."""
_SAID_WHOSE: Final = re.compile(r"\b[A-Z][a-z]+(?:an|ese|ish|i|ch|ian)\b|\bCFA\b|\bsterling\b")


_OF_CFA: Final = re.compile(r"\bCFA\b")
_CFA: Final = frozenset({"XOF", "XAF"})
"""The two francs that are both called CFA."""


def _says_dollars(text: str, figure: Figure) -> bool:
    return _ANY.search(text, figure.start, figure.end) is not None


def _is_unnamed(figure: Figure, text: str) -> bool:
    """As in "17.4 billion kronor, against 23.3 billion": the second sum tells no money of its own."""
    return figure.kind == "money" and figure.unit is None and not _SHARED_COIN.search(text[figure.start : figure.end])


def _as_nearest(figure: Figure, named: list[Figure]) -> Figure:
    """As in "exports at 212 mln dlrs and imports at 171 mln": the second number is of the first one's money."""
    return replace(figure, unit=min(named, key=lambda near: abs(near.start - figure.start)).unit)


def _is_bare(written: str) -> bool:
    return _BARE.search(written) is not None and _SAID.search(written) is None


def _is_converted(figure: Figure, text: str) -> bool:
    """A bare dollar sum, and the same in American dollars behind it."""
    return (
        figure.unit == "USD"
        and _is_bare(text[figure.core : figure.end])
        and _IN_AMERICAN.match(text, figure.end) is not None
    )


_IN_AMERICAN: Final = re.compile(r"\s*\(\s*(?:(?:about|or|some|around|nearly|roughly)\s+)*(?:US|U\.S\.)\s?\$")
