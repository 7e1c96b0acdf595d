"""Surpluses and deficits told as the first, or as the end of years of the other: "its first deficit since 2009", "after three years of deficits"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from tieline.check.answers import held_against, level_as, levels
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, listed
from tieline.check.setting import Setting
from tieline.check.since import FEWEST_EARLIER
from tieline.check.since_words import years_counted
from tieline.check.tails import tells_of_claim
from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_SINCE = (
    r"(?:[^.;]{0,40}?\bsince\s+(?:at\s+least\s+)?(?P<year>(?:19|20)\d\d)\b"
    r"|[^.;]{0,40}?\b(?:in|for)\s+(?:(?:more\s+than|at\s+least|over|the\s+(?:last|past))\s+)?(?P<count>an?|[\w-]+)\s+(?P<unit>years?|decades?)\b)?"
)
_FIRST = re.compile(
    rf"\bfirst\s+(?:ever\s+)?(?:(?:trade|annual|yearly|bilateral|merchandise|goods)\s+)*(?P<gap>surplus|deficit|shortfall)\b{_SINCE}", re.IGNORECASE
)  # fmt: skip
_FIRST_TIME = re.compile(
    rf"\b(?:in|into|had|ran|run|recorded|posted|to)\s+(?:an?\s+)?(?:trade\s+)?(?P<gap>surplus|deficit|shortfall)\b[^.;]{{0,60}}?\bfor\s+the\s+first\s+time\b{_SINCE}",
    re.IGNORECASE,
)
_AFTER_YEARS = re.compile(
    r"\bafter\s+(?:(?:a\s+(?:run|streak|string)\s+of\s+)?)(?P<count>[\w-]+)\s+(?:(?:straight|consecutive|successive)\s+)?(?P<unit>years?|decades?)\s+of\s+(?:trade\s+)?(?P<gap>surplus|deficit|shortfall)",
    re.IGNORECASE,
)


class Gaps(NamedTuple):
    """Years that must not have had a gap of the `sign`, or must all have had it (`every`); from the first that is known where `first` is None."""

    first: int | None
    sign: int
    every: bool
    words: str


def gaps_told(clause: str, year: int) -> Gaps | None:
    """What words tell of the gaps of earlier years; None where they tell nothing.

    >>> gaps_told("its first trade deficit with Peru since 2010, of $5 million", 2014)[:3]
    (2011, -1, False)
    >>> gaps_told("swung to a surplus of $5 million after three years of deficits", 2014)[:3]
    (2011, -1, True)
    >>> gaps_told("its first surplus", 2014)[0] is None, gaps_told("its surplus", 2014) is None
    (True, True)
    """
    found = _AFTER_YEARS.search(clause)
    if found is not None:
        count = years_counted(found["count"], found["unit"])
        return Gaps(year - count, _sign(found["gap"]), every=True, words=found.group()) if count else None
    found = _FIRST.search(clause) or _FIRST_TIME.search(clause)
    if found is None:
        return None
    first = int(found["year"]) + 1 if found["year"] else None
    if found["count"]:
        count = years_counted(found["count"], found["unit"])
        first = year - count + 1 if count else None
        if count is None:
            return None
    return Gaps(first, _sign(found["gap"]), every=False, words=found.group())


def _sign(word: str) -> int:
    return 1 if word.lower() == "surplus" else -1


_NAMES: Final = {1: "surplus", -1: "deficit"}


def judge_first_gap(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge a first surplus or deficit, or one after years of the other, by the sign of each of those years."""
    if setting.claim.indicator != "balance" or setting.period.precision != "year":
        return []
    now = setting.period.start.year
    told = gaps_told(setting.clause, now)
    if told is None:
        return []
    if not tells_of_claim(setting, told.words):
        return []
    part = Part(name="direction", verdict="no-data", claimed=told.words)
    own = levels(panel, setting.quantity, setting.period)
    if not own:
        return [Judged(part, "value")]
    known = min((row.period.start.year for row in panel.pair_rows(setting.quantity)), default=now)
    years = range(known if told.first is None else told.first, now)
    found = {
        year: each
        for year in years
        if (each := level_as(own[0], panel, setting.quantity, Period.of_year(year))) is not None
    }
    answer = held_against(own[0], list(found.values()), "years before")
    part = replace(part, found=own[0].number)
    mine = -told.sign if told.every else told.sign
    against = [year for year, each in found.items() if (each.number * told.sign > 0) != told.every]
    if own[0].number * mine <= 0:
        note = f"there was no {_NAMES[mine]}"
        return [Judged(replace(part, verdict="contradicted", note=note), "value", (answer,), f"no {_NAMES[mine]}")]
    if against:
        some = listed(
            [
                f"a {_NAMES[1 if found[year].number > 0 else -1]} of {amount(abs(found[year].number), 'USD')} in {year}"
                for year in sorted(against, reverse=True)[:3]
            ]
        )
        word: VerdictWord = "contradicted"
        return [Judged(replace(part, verdict=word, note=f"there was {some}"), "value", (answer,), f"after {some}")]
    lacking = [year for year in years if year not in found]
    if lacking or (told.first is None and len(found) < FEWEST_EARLIER):
        some = listed([str(year) for year in lacking]) if lacking else "enough years before"
        note = f'the dataset has nothing for {some} to hold "{told.words}" against'
        return [Judged(replace(part, note=note), "value", (answer,), "", tuple(lacking))]
    return [
        Judged(
            replace(part, verdict="supported"), "value", (answer,), told.words if told.every else f"the {told.words}"
        )
    ]
