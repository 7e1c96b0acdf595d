"""Moves that are counted over some years: "its third rise in four years", "the second fall in five years"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tieline.check.answers import Answer, changes
from tieline.check.intervals import COUNTS
from tieline.check.named import countries_in
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.periods import Period
from tieline.model.verdicts import Part

_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_COUNTED = re.compile(
    rf"\b(?:the|its|their|a)\s+(?P<nth>{'|'.join(_NTH[1:])})\s+(?:annual\s+|yearly\s+)?(?:(?P<up>rise|increase|gain|jump|advance)|fall|drop|decline|decrease|slump)"
    rf"\s+in\s+(?:the\s+(?:past|last)\s+)?(?P<years>{'|'.join(COUNTS)}|\d+)\s+years\b",
    re.IGNORECASE,
)


class Counted(NamedTuple):
    """So many moves one way, the last of which is that of the period, in so many years."""

    moves: int
    up: bool
    years: int
    words: str


def counted_in(words: str) -> Counted | None:
    """What words count; None where they count nothing.

    >>> counted_in("reached $225 million, their third rise in four years")[:3], counted_in("the third straight rise") is None
    ((3, True, 4), True)
    """
    found = _COUNTED.search(words)
    if found is None:
        return None
    years = COUNTS.get(found["years"].lower()) or int(found["years"])
    return Counted(_NTH.index(found["nth"].lower()) + 1, found["up"] is not None, years, found.group())


def judge_counted(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge a counted move by the changes of those years; nothing where the words count none, `no-data` where a year lacks."""
    told = counted_in(setting.words)
    if told is None or setting.period.precision != "year" or setting.quantity.flow == "balance":
        return []
    claim = setting.claim
    if isinstance(claim, Measure) and claim.share_pct is not None:
        return []
    if set(countries_in(setting.words[: setting.words.index(told.words)])) - {claim.reporter, claim.partner}:
        return []
    now = setting.period.start.year
    found: dict[int, Answer] = {}
    for year in range(now - told.years + 1, now + 1):
        answers = changes(panel, setting.quantity, Period.of_year(year), Period.of_year(year - 1))
        if answers and not answers[0].wider:
            found[year] = answers[0]
    part = Part(name="direction", verdict="no-data", claimed=told.words)
    if len(found) < told.years:
        return [Judged(part, "change_pct")]
    that_way = [year for year, each in found.items() if (each.number > 0) == told.up]
    right = len(that_way) == told.moves and now in that_way
    last = found[now]
    rows = tuple(row for each in found.values() for row in each.rows)
    return [
        Judged(
            Part(
                name="direction",
                verdict="supported" if right else "contradicted",
                claimed=told.words,
                found=last.number,
            ),
            "change_pct",
            (replace(last, rows=rows),),
            f"{'a rise' if told.up else 'a fall'} in {len(that_way)} of those {told.years} years",
        )
    ]
