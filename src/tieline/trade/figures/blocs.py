"""Blocs: who belongs to one on a day, and which side of a question is one.

A bloc is an organisation whose members `model.countries` knows by date (the EU, SACU), or one of the customs territories that
statistics know as one reporter and later, or elsewhere, as several. `bloc_steps` has the sum over its members.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tieline.model.countries import compositions, countries, country, memberships
from tieline.model.errors import MissingDataError, UsageError
from tieline.trade.figures.asking import Question

TERRITORIES: dict[str, tuple[tuple[str, ...], date | None]] = {
    "BLX": (("BEL", "LUX"), None),
    "SCG": (("SRB", "MNE"), None),
    "XSD": (("SDN", "SSD"), date(2011, 7, 9)),
}
"""Belgium-Luxembourg, Serbia and Montenegro, and Sudan as it was before it was divided: the parts that the sum is over from
the day on (at any time, without one). Before it the first part is the one reporter: statistics list the Sudan of then and
that of today under one code, which is why the undivided one has a code of our own."""
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Spell:
    """A member of a bloc from one day to another, both included.

    Attributes:
        stands_for: The members of whom it is the one reporter, where they report nothing themselves (Belgium-Luxembourg).
    """

    member: str
    joined: date
    parted: date
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bloc:
    """The bloc that a question is about.

    Attributes:
        code: Its code.
        other: The country on the other side; None for each partner.
        beside: It is shown beside the partners of `other`, whose question it is.
        on: Its members of this day are taken for all times; None for those of each time.
    """

    code: str
    other: str | None
    beside: bool = False
    on: date | None = None

    @property
    def spells(self) -> tuple[Spell, ...]:
        """Its members, without the country on the other side: the others' trade with it is still a bloc's with an outsider."""
        if self.on is not None:
            return tuple(Spell(member, _FIRST, _LAST) for member in sorted(self._members))
        return tuple(spell for spell in spells(self.code) if spell.member != self.other)

    @property
    def stand_ins(self) -> tuple[Spell, ...]:
        """Who reports for several members, unless the country on the other side is one of these."""
        return tuple(one for one in stand_ins(self.code) if self.other not in {one.member, *one.stands_for})

    @property
    def ever(self) -> tuple[str, ...]:
        """All who have been members or reported for some, without the country on the other side."""
        return tuple(sorted(self._members | {one.member for one in self.stand_ins}))

    @property
    def _members(self) -> frozenset[str]:
        """All who have been members, or were on the day asked for, without the country on the other side."""
        members = ever(self.code) if self.on is None else bloc_members(self.code, self.on)
        return frozenset(members) - {self.other}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes under which the bloc itself may be listed: its own, and those that meant the same members for a time."""
        return tuple(sorted({self.code, *(one.member for one in namesakes(self.code))}))


@cache
def spells(bloc: str) -> tuple[Spell, ...]:
    """Who belongs to a bloc from when to when; raises as `bloc_members` does."""
    code = country(bloc).code
    if code not in TERRITORIES:
        return tuple(Spell(each, first, last or _LAST) for each, first, last in memberships(code))
    parts, since = TERRITORIES[code]
    before = () if since is None else (Spell(parts[0], _FIRST, since - timedelta(days=1)),)
    return (*before, *(Spell(part, since or _FIRST, _LAST) for part in parts))


@cache
def stand_ins(bloc: str) -> tuple[Spell, ...]:
    """The territories of several reporters whose parts are all members, while they are.

    >>> [(one.member, one.stands_for, one.joined.year) for one in stand_ins("EUROZONE")]
    [('BLX', ('BEL', 'LUX'), 1999)]
    """
    found = []
    for code, (parts, since) in TERRITORIES.items():
        mine = [one for one in spells(bloc) if one.member in parts]
        if since is None and code != bloc and {one.member for one in mine} == set(parts):
            first, last = max(one.joined for one in mine), min(one.parted for one in mine)
            found += [Spell(code, first, last, parts)] if first <= last else []
    return tuple(found)


@cache
def ever(bloc: str) -> frozenset[str]:
    """All who have been members of a bloc."""
    return frozenset(spell.member for spell in spells(bloc))


@cache
def namesakes(bloc: str) -> tuple[Spell, ...]:
    """The other codes of an organisation (`EU28` of `EU`, `EU` of `EU27_2020`), each while it has the same members.

    >>> [(one.member, one.joined.year, one.parted.year) for one in namesakes("EU28")]
    [('EU', 2013, 2020)]
    """
    found = []
    for other in (each for each in compositions(bloc) if each != bloc):
        both = (*spells(bloc), *spells(other))
        days = sorted(
            {one.joined for one in both} | {one.parted + timedelta(days=1) for one in both if one.parted < _LAST}
        )
        ends = [day - timedelta(days=1) for day in days[1:]] + [_LAST]
        found += [
            Spell(other, first, last)
            for first, last in zip(days, ends, strict=True)
            if bloc_members(bloc, first) == bloc_members(other, first)
        ]
    return tuple(found)


@cache
def within(bloc: str) -> frozenset[str]:
    """What counts twice where it is listed beside a bloc: all who have been members, and its newer compositions."""
    codes = compositions(bloc)
    return ever(bloc) | frozenset(codes[: codes.index(bloc)] if bloc in codes else ())


@cache
def sides_of_blocs() -> dict[str, str]:
    """The areas of statistics that are all countries outside a bloc, or within it, and which bloc that is.

    >>> sides_of_blocs()["EXT_EU27_2020"], sides_of_blocs()["INT_EA"]
    ('EU27_2020', 'EUROZONE')
    """
    parted = ((one.code, *one.code.partition("_")) for one in countries())
    return {code: country(whose).code for code, kind, _, whose in parted if kind in {"EXT", "INT"} and whose}


def bloc_members(bloc: str, on: date) -> frozenset[str]:
    """Who belongs to a bloc on a day.

    >>> sorted(bloc_members("BLX", date(2015, 1, 1))), len(bloc_members("EU", date(2021, 1, 1)))
    (['BEL', 'LUX'], 27)
    >>> sorted(bloc_members("XSD", date(2010, 1, 1))), sorted(bloc_members("XSD", date(2015, 1, 1)))
    (['SDN'], ['SDN', 'SSD'])

    Raises:
        MissingDataError: an organisation whose members are not known.
        UnknownCountryError: no such code.
    """
    return frozenset(spell.member for spell in spells(bloc) if spell.joined <= on <= spell.parted)


def deputies(bloc: str, on: date) -> dict[str, tuple[str, ...]]:
    """Who reports for several members on a day, and for whom: where none of these reports itself, it is a member.

    >>> deputies("EU", date(1995, 12, 31)), deputies("SACU", date(1995, 12, 31))
    ({'BLX': ('BEL', 'LUX')}, {})
    """
    return {one.member: one.stands_for for one in stand_ins(bloc) if one.joined <= on <= one.parted}


@cache
def is_bloc(code: str) -> bool:
    """A customs territory of several reporters, or an organisation whose members are known.

    >>> is_bloc("EU"), is_bloc("BLX"), is_bloc("FRA"), is_bloc("WTO")
    (True, True, False, False)
    """
    if code in TERRITORIES:
        return True
    if country(code).kind != "organisation":
        return False
    try:
        return bool(bloc_members(code, date(2020, 1, 1)))
    except MissingDataError:
        return False


@cache
def blocs() -> tuple[str, ...]:
    """The blocs whose members are known."""
    return tuple(one.code for one in countries() if one.kind in {"organisation", "dissolved"} and is_bloc(one.code))


def bloc_of(question: Question) -> Bloc | None:
    """The bloc whose flows are to be summed for a question; None for one between two countries, blocs, or a bloc and its member.

    >>> bloc_of(Question(reporter="RUS", partner="EU"))
    Bloc(code='EU', other='RUS', beside=False, on=None)
    >>> bloc_of(Question(reporter="FRA", partner="EU")) is None
    True
    """
    one, two = question.reporter, question.partner
    if question.beside is not None:
        return Bloc(question.beside, one, beside=True, on=question.members_on)
    found = _blocs_in(question)
    if len(found) != 1 or _within(question, found[0]):
        return None
    return Bloc(found[0], two if found[0] == one else one, on=question.members_on)


def refuse_sides(question: Question) -> None:
    """Raise UsageError where a bloc's flows can't be had as a sum: with another bloc, or with its own member."""
    found = _blocs_in(question)
    if len(found) == 2:
        raise UsageError(f"{found[0]} and {found[1]} are both blocs; ask for one bloc and a country")
    if found and (member := _within(question, found[0])):
        raise UsageError(
            f"{member} is a member of {found[0]}: a bloc's flows are those with others; what {member} trades with the rest of it: "
            f"`tieline dependence {member} --on {found[0]}`"
        )


def _blocs_in(question: Question) -> list[str]:
    return [code for code in (question.reporter, question.partner) if code and is_bloc(code)]


def _within(question: Question, bloc: str) -> str | None:
    """The other side, if it is a member throughout the time asked for."""
    other = question.partner if question.reporter == bloc else question.reporter
    first, last = max(question.since or _FIRST, date(2000, 1, 1)), question.until or _LAST
    return other if other and all(other in bloc_members(bloc, day) for day in (first, last)) else None
