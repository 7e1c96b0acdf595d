"""Extremes and first times within years that a trend names: "its lowest since 2009", "a five-year high", "for the first time in a decade".

Each of those years must bear it out. Where one is against it the claim is `contradicted` (`imprecise` if a level is within 2%);
where the dataset lacks one and the others bear it out, it is `no-data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tieline.check.answers import Answer, changes, level_as, levels
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, listed, percent
from tieline.check.setting import Setting
from tieline.model.claims import Trend
from tieline.model.periods import Period
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

NEAR = 0.02
LEAST_PCT = 0.5
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
    )
)
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
        kind: An extreme `level`, an extreme `move`, or the `first` move that way.
        high: Of an extreme level: the highest.
    """

    first: int
    words: str
    kind: str
    high: bool


def told_since(claim: Trend, words: str, period: Period) -> Since | None:
    """What the words of a trend claim of the years before; None where they claim nothing.

    >>> from tieline.model.claims import Quote
    >>> words = "Peru's imports from Chile fell to their lowest level since 2009"
    >>> claim = Trend(document="d", version="v", quote=Quote(words, 0, 62), indicator="imports", direction="down")
    >>> since = told_since(claim, words, Period.of_year(2014))
    >>> since.first, since.kind, since.high
    (2010, 'level', False)
    """
    if claim.direction not in {"up", "down"} or period.precision != "year":
        return None
    found = next((match for form in _FORMS if (match := form.search(words))), None)
    if found is None:
        return None
    told, now = found.groupdict(), period.start.year
    if told.get("year"):
        first = int(told["year"]) + 1
    else:
        count = _count(told["count"])
        if count is None:
            return None
        first = now - count * (10 if told["unit"].lower().startswith("decade") else 1) + 1
    of = f"{told.get('word') or ''} {told.get('of') or ''}"
    kind = "first" if told.get("first") else "move" if _MOVE.search(of) else "level"
    said = " ".join(found.group().split())
    return Since(first, said, kind, not _LOW.search(of)) if first < now else None


def _count(word: str) -> int | None:
    from tieline.read.when_scene import number  # noqa: PLC0415 -- the reader is heavy, and seldom needed here

    return 1 if word.lower() in {"a", "an"} else number(word)


def judge_since(part: Part, since: Since, setting: Setting, panel: Panel) -> Judged:
    """Judge an extreme or a first time by the years that it names; `part` has the claim's words."""
    now = setting.period.start.year
    years = {year: Period.of_year(year) for year in range(since.first, now)}
    if since.kind == "level":
        return _level(part, since, setting, panel, years)
    quantity = setting.quantity
    own = changes(panel, quantity, setting.period, setting.base)
    if not own:
        return Judged(part, "change_pct")
    found = {
        year: some[0]
        for year, each in years.items()
        if (some := changes(panel, quantity, each, each.shifted_years(-1)))
    }
    up = isinstance(setting.claim, Trend) and setting.claim.direction == "up"
    along = {year: answer.number if up else -answer.number for year, answer in found.items()}
    mine = own[0].number if up else -own[0].number
    part = replace(part, found=own[0].number, low=LEAST_PCT if up else None, high=None if up else -LEAST_PCT)
    against = {y: n for y, n in along.items() if (n >= LEAST_PCT if since.kind == "first" else n > mine)}
    if mine < LEAST_PCT:
        return Judged(replace(part, verdict="contradicted"), "change_pct", (own[0],))
    moved = {year: f"{percent(found[year].number, signed=True)} in {year}" for year in against}
    told = f"it {'grew' if up else 'fell'} by {'more' if since.kind == 'move' else 'half a percent or more'} before"
    return _judged(part, since, years, found, moved, (own[0], "change_pct", told))


def _level(part: Part, since: Since, setting: Setting, panel: Panel, years: Mapping[int, Period]) -> Judged:
    own = levels(panel, setting.quantity, setting.period)
    if not own:
        return Judged(part, "value")
    found = {
        year: answer for year, each in years.items() if (answer := level_as(own[0], panel, setting.quantity, each))
    }
    mine = own[0].number
    against = {
        year: answer.number
        for year, answer in found.items()
        if (answer.number > mine if since.high else answer.number < mine)
    }
    ends = [answer.number for answer in found.values()]
    mark = (max(ends) if since.high else min(ends)) if ends else None
    part = replace(part, found=mine, low=mark if since.high else None, high=None if since.high else mark)
    beyond = {year: f"{amount(number, 'USD')} in {year}" for year, number in against.items()}
    told = f"it was {'higher' if since.high else 'lower'} before"
    close = bool(against) and all(abs(number - mine) <= NEAR * abs(mine) for number in against.values())
    return _judged(part, since, years, found, beyond, (own[0], "value", told), close=close)


def _judged(
    part: Part,
    since: Since,
    years: Mapping[int, Period],
    found: Mapping[int, Answer],
    against: Mapping[int, str],
    own: tuple[Answer, str, str],
    *,
    close: bool = False,
) -> Judged:
    """The part by the years that are against it, and those that the dataset lacks."""
    answer, key, told = own
    lacking = [str(year) for year in years if year not in found]
    rows = tuple(row for each in (*found.values(), answer) for row in each.rows)
    answer = replace(answer, rows=rows, label=f"{answer.label}, against {len(found)} years before", published=False)
    if against:
        verdict: VerdictWord = "imprecise" if close else "contradicted"
        some = listed([against[year] for year in sorted(against, reverse=True)[:3]])
        part = replace(part, verdict=verdict, note=f"{told}: {some}")
        return Judged(part, key, (answer,), f"not the {since.words}: {some}")
    if lacking:
        note = f"the dataset has nothing for {listed(lacking)} to hold the {since.words} against"
        return Judged(replace(part, verdict="no-data", note=note), key, (answer,), "")
    return Judged(replace(part, verdict="supported"), key, (answer,), f"the {since.words}")
