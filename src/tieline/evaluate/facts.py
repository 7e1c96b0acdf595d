"""When a claim states the fact of a gold entry: its core, the whole of it, or a part of it again.

The rules are those of the claims contract's scorer. Core of a measure: pair, indicator and numbers; of a trend: pair,
indicator and direction; of an event: actor, target and type. Full: the period or date and the modality too.
What a claim says and the gold leaves out is no mistake; what the gold says and the claim leaves out is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tieline.evaluate.fields import Fields, code, fold, listed, number, options, period, unit
from tieline.model.vocabulary import NUMBERS, Kind

Flow = tuple[str, str | None, str | None]
"""Indicator and the two countries, in one order for one fact: ("flow", exporter, importer), ("trade", by code), ..."""

_STEPS = {10: 31, 7: 366}
"""Length of an ISO date as written (day, month), to the days of one step less precision (a month, a year)."""


# ------------------------------------------------------------------------------------------------ pairs


def flow(indicator: object, reporter: object, partner: object) -> tuple[Flow, int]:
    """The flow in its one form, and -1 where a value changes its sign in it.

    >>> flow("exports", "CHL", "PRT") == flow("imports", "PRT", "CHL")
    True
    >>> flow("balance", "USA", "BRA")
    (('balance', 'BRA', 'USA'), -1)
    """
    name, a, b = fold(indicator or ""), code(reporter), code(partner)
    if name in {"exports", "imports"}:
        return ("flow", *((a, b) if name == "exports" else (b, a))), 1
    if name == "trade":
        low, high = sorted((str(a), str(b)))
        return ("trade", low, high), 1
    if name == "balance" and str(a) > str(b):
        return ("balance", b, a), -1
    return (name, a, b), 1


def flow_of(claim: Fields) -> tuple[Flow, int]:
    """The flow of a claim."""
    return flow(claim.get("indicator"), claim.get("reporter"), claim.get("partner"))


def flows_of(entry: Fields) -> Iterator[tuple[Flow, int]]:
    """All flows that are right for a gold entry, the one it prefers first."""
    for indicator in options(entry, "indicator"):
        for reporter in options(entry, "reporter"):
            for partner in options(entry, "partner"):
                yield flow(indicator, reporter, partner)


def same_flow(entry: Fields, claim: Fields) -> int:
    """0: another flow; 1: the same; -1: the same seen from the other side, values with the sign turned."""
    found, sign = flow_of(claim)
    return next((sign * known for key, known in flows_of(entry) if key == found), 0)


def same_dyad(entry: Fields, claim: Fields) -> bool:
    """Actor and target are those of the gold, in either order where the act is reciprocal."""
    pair = code(entry.get("actor")), code(entry.get("target"))
    have = code(claim.get("actor")), code(claim.get("target"))
    return None not in have and (pair == have or (bool(entry.get("reciprocal")) and pair == have[::-1]))


# ---------------------------------------------------------------------------------------------- numbers


def close(field: str, wanted: object, have: object) -> bool:
    """Percentages within half a point or 1 % of the figure, other numbers within 0.5 %.

    >>> close("change_pct", 12.4, 12), close("value", 1000, 1006)
    (True, False)
    """
    a, b = number(wanted), number(have)
    if a is None or b is None:
        return False
    room = max(0.5, 0.01 * abs(a)) if field.endswith("_pct") else 0.005 * abs(a)
    return abs(a - b) <= room + 1e-9


def number_holds(entry: Fields, claim: Fields, field: str, sign: int = 1) -> bool:
    """One number agrees; `sign` turns the value of a balance, while changes are of the size of the gap and keep it."""
    have = number(claim.get(field))
    if have is None:
        return None in options(entry, field)
    turned = sign * have if field == "value" else have
    return any(close(field, wanted, turned) for wanted in options(entry, field) if wanted is not None)


def given_numbers(one: Fields) -> list[str]:
    """The number fields that are not empty."""
    return [field for field in NUMBERS if number(one.get(field)) is not None]


def same_unit(entry: Fields, claim: Fields) -> bool:
    """The units agree, or one of them is not given."""
    a, b = unit(entry.get("unit")), unit(claim.get("unit"))
    return not a or not b or a == b


def numbers_hold(entry: Fields, claim: Fields, sign: int = 1) -> bool:
    """All numbers of the gold stand in the claim; one that the gold calls soft may be left out, but not given wrong."""
    given = given_numbers(entry)
    soft = [field for field in listed(entry.get("soft")) if field in given]
    if len(soft) == len(given):
        soft = []
    return all(
        (field in soft and number(claim.get(field)) is None) or number_holds(entry, claim, field, sign)
        for field in given
    )


# ------------------------------------------------------------------------------------------------ times


def same_period(wanted: object, have: object) -> bool:
    """Both cover the same days."""
    a, b = period(wanted), period(have)
    return a is not None and a == b


def contained(wanted: object, have: object) -> bool:
    """One lies in the other."""
    a, b = period(wanted), period(have)
    return a is not None and b is not None and (a in b or b in a)


def same_date(wanted: object, have: object) -> bool:
    """One lies in the other and is at most one step of precision wider: a day's month, a month's year.

    >>> same_date("2014-03-17", "2014-03"), same_date("2014-03-17", "2014")
    (True, False)
    """
    return contained(wanted, have) and _days(wanted) <= _widest(have) and _days(have) <= _widest(wanted)


def _days(value: object) -> int:
    found = period(value)
    return found.days if found else 0


def _widest(value: object) -> int:
    """How many days a date round this one may have."""
    written = min(len(part.split("T")[0]) for part in str(value).strip().split("/"))
    return max(_STEPS.get(written, 0), _days(value))


def time_holds(entry: Fields, claim: Fields, field: str, same: Callable[[object, object], bool]) -> bool:
    """The time agrees; a gold without any is not tested, and a null beside others says that none is right too."""
    wanted = options(entry, field)
    if wanted == [None]:
        return True
    have = claim.get(field)
    if have in (None, ""):
        return None in wanted
    return any(same(one, have) for one in wanted if one is not None)


def when_holds(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """The period of a figure, the date of an act."""
    return time_holds(entry, claim, *(("date", same_date) if kind == "event" else ("period", same_period)))


def when_fits(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """The times do not contradict each other, as far as both are given."""
    if kind == "event":
        return claim.get("date") is None or when_holds(kind, entry, claim)
    have = claim.get("period")
    return have is None or entry.get("period") is None or any(contained(p, have) for p in options(entry, "period"))


# ------------------------------------------------------------------------------------------- whole facts


def type_of(event: Fields) -> str:
    """An event's type in capitals."""
    return str(event.get("type") or "").upper()


def modality_holds(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """The modality agrees, or the act is coded by its other type as one that happened (REJECT for a declined visit)."""
    plain = "happened" if kind == "event" else "actual"
    allowed: list[Any] = [entry.get("modality") or plain, *listed(entry.get("modality_alt"))]
    have = claim.get("modality") or plain
    if have in allowed:
        return True
    if kind != "event" or type_of(claim) == entry.get("type") or have != plain:
        return False
    also = {"REJECT": {"declined"}, "AGREE": {"scheduled", "proposed"}}.get(type_of(claim), set())
    return any(one in also for one in allowed)


def is_core(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """The claim states the entry's fact, time and modality apart."""
    if kind == "event":
        return same_dyad(entry, claim) and type_of(claim) in [entry.get("type"), *listed(entry.get("alt_types"))]
    sign = same_flow(entry, claim)
    if not sign:
        return False
    if kind == "trend":
        return claim.get("direction") in options(entry, "direction")
    if not numbers_hold(entry, claim, sign):
        return False
    counted = [field for field in ("value", "change_value") if field in given_numbers(entry)]
    return same_unit(entry, claim) or not any(number(claim.get(field)) is not None for field in counted)


def is_full(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """Of a core match: time and modality agree too."""
    return modality_holds(kind, entry, claim) and when_holds(kind, entry, claim)


def is_part(entry: Fields, claim: Fields) -> bool:
    """A measure that gives some of the entry's numbers and no other ("exports grew 32 percent", in a headline)."""
    given, sign = given_numbers(claim), same_flow(entry, claim)
    return (
        bool(sign and given)
        and all(entry.get(field) is not None for field in given)
        and all(number_holds(entry, claim, field, sign) for field in given)
    )


def tells_again(kind: Kind, entry: Fields, claim: Fields) -> bool:
    """The claim says the entry's fact, or a part of it, without contradicting its time or modality."""
    told = is_core(kind, entry, claim) or (kind == "measure" and is_part(entry, claim))
    return told and modality_holds(kind, entry, claim) and when_fits(kind, entry, claim)
