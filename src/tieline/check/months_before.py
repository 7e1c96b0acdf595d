"""What the words of a month claim of other months: "the lowest since March 2016", "for the fifth month in a row", "the best month of the year".

Each of those months must bear it out, as with years (`since`). A rise or fall of a month may be one on the year before or on the
month before: where the two split, it is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from tieline.check.answers import Answer, held_against, level_as, levels
from tieline.check.intervals import COUNTS
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, listed
from tieline.check.setting import Setting
from tieline.check.since import NEAR, sign_of
from tieline.check.tails import EXTREME, LOW, MONTH, NTH, tells_of_claim
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.english import MONTH_NAMES, number, ordinal
from tieline.model.movement import FELL, ROSE
from tieline.model.periods import Period
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_SINCE = re.compile(
    rf"\b(?P<word>{EXTREME})\b[^.;,$€£¥\d]{{0,40}}?\bsince\s+(?:at\s+least\s+)?(?:(?P<month>{MONTH})\s+)?{_YEAR}\b", re.IGNORECASE
)  # fmt: skip
_IN_MONTHS = re.compile(
    rf"\b(?:(?P<word>{EXTREME})\b[^.;,$€£¥\d]{{0,30}}?\b(?:in|for)\s+(?:(?:more\s+than|at\s+least|over|the\s+(?:last|past))\s+)?(?P<count>[\w-]+)\s+months"
    r"|(?P<count2>[\w-]+)-month\s+(?P<mark>high|low|peak))\b",
    re.IGNORECASE,
)
_OF_THE_YEAR = re.compile(
    rf"\b(?P<word>{EXTREME})\s+month\s+(?:(?:of|in)\s+(?:the\s+(?P<this>year)|(?P<year>(?:19|20)\d\d))|(?P<so>so\s+far)\s+(?:that|this)\s+year)\b", re.IGNORECASE
)  # fmt: skip
_ROW = re.compile(
    rf"\b(?:for\s+(?:a|the)\s+)?(?P<nth>{NTH})\s+(?:(?:straight|consecutive|successive)\s+month|month\s+(?:in\s+a\s+row|running|in\s+succession))\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\b(?:in|during)\s+(?:every|each)\s+(?:single\s+)?month\s+(?:of|in)\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_FLAT_PCT: Final = 0.5


class Months(NamedTuple):
    """Months that a claim is held against, by the words that tell them: an extreme `level` among them, or a move in `each`."""

    months: tuple[Period, ...]
    words: str
    kind: str
    high: bool


def months_told(clause: str, now: Period, way: str | None = None) -> Months | None:
    """The other months that words hold a month against, or the months of a year that moved one way; None where they tell none.

    >>> told = months_told("sank to $90 million in May 2017, the lowest since January 2017", Period.of_month(2017, 5))
    >>> [month.iso for month in told.months], told.kind, told.high
    (['2017-02', '2017-03', '2017-04'], 'level', False)
    >>> months_told("rose for the third month in a row", Period.of_month(2017, 1), "up").months[0].iso
    '2016-11'
    >>> months_told("the weakest for two months", Period.of_month(2017, 5)).months[0].iso
    '2017-04'
    """
    month = now.precision == "month"
    if not month:
        every = _EVERY.search(clause) if way in {"up", "down"} else None
        if every is None or now != Period.of_year(int(every["year"])):
            return None
        year = [Period.of_month(int(every["year"]), each) for each in range(1, 13)]
        return Months(tuple(year), every.group(), "each", way == "up")
    found = _SINCE.search(clause)
    if found is not None:
        last = MONTH_NAMES.index(found["month"].title()) + 1 if found["month"] else 12
        return Months(
            _between(Period.of_month(int(found["year"]), last), now), found.group(), "level", _is_high(found["word"])
        )
    found = _IN_MONTHS.search(clause)
    count = _count(found["count"] or found["count2"]) if found is not None else None
    if found is not None and count:
        return Months(_back(now, count)[:-1], found.group(), "level", _is_high(found["word"] or found["mark"]))
    found = _OF_THE_YEAR.search(clause)
    if found is not None and (found["year"] is None or int(found["year"]) == now.start.year):
        last = now.start.month if found["so"] else 12
        rest = (Period.of_month(now.start.year, each) for each in range(1, last + 1))
        return Months(tuple(each for each in rest if each != now), found.group(), "level", _is_high(found["word"]))
    found = _ROW.search(clause)
    nth = ordinal(found["nth"]) if found is not None and way in {"up", "down"} else None
    if found is not None and nth:
        return Months(_back(now, nth), found.group(), "each", way == "up")
    return None


def against_the_month_before(setting: Setting) -> Setting:
    """The setting of a month that "sank to $9 million, the lowest since March": it sank since the month before, whatever it was a year before."""
    claim = setting.claim
    changes = isinstance(claim, Measure) and (claim.change_pct is not None or claim.change_value is not None)
    if (
        changes
        or setting.period.precision != "month"
        or "base" not in (*setting.inferred, *claim.inferred, _base_of(claim))
    ):
        return setting
    told, way = months_told(setting.clause, setting.period), _way(setting)
    if told is None or told.kind != "level" or way != ("up" if told.high else "down"):
        return setting
    return replace(setting, base=setting.period.before())


def _base_of(claim: Measure | Trend) -> str:
    """The name of the base, where a claim has none of its own."""
    return "base" if not isinstance(claim, Measure) or claim.base is None else ""


def judge_months(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge what a claim tells of other months by their levels; `no-data` where one lacks and none is against it."""
    claim = setting.claim
    if isinstance(claim, Measure) and (
        claim.share_pct is not None or (claim.value is None and claim.change_pct is None)
    ):
        return []
    if isinstance(claim, Trend) and claim.direction is None:
        return []
    clause = setting.clause
    told = months_told(clause, setting.period, _way(setting))
    if told is None or not told.months:
        return []
    if not tells_of_claim(setting, told.words):
        return []
    return [_extreme(told, setting, panel) if told.kind == "level" else _each(told, setting, panel)]


def _extreme(told: Months, setting: Setting, panel: Panel) -> Judged:
    own = levels(panel, setting.quantity, setting.period)
    part = Part(name="direction", verdict="no-data", claimed=told.words)
    if not own:
        return Judged(part, "value")
    known = [each for each in told.months if setting.published is None or each.end <= setting.published]
    found = _levels_of(known, own[0], setting, panel)
    sign = sign_of(setting, own[0])
    mine = own[0].number * sign
    sizes = {month: answer.number * sign for month, answer in found.items()}
    against = {month: size for month, size in sizes.items() if (size > mine if told.high else size < mine)}
    answer = held_against(own[0], list(found.values()), "other months")
    part = replace(part, found=own[0].number)
    if against:
        close = all(abs(size - mine) <= NEAR * abs(mine) for size in against.values())
        most = sorted(against, key=lambda month: against[month], reverse=told.high)[:3]
        some = listed([f"{amount(against[month], 'USD')} in {month.words()}" for month in most])
        note = f"it was {'higher' if told.high else 'lower'} then: {some}"
        word: VerdictWord = "imprecise" if close else "contradicted"
        return Judged(replace(part, verdict=word, note=note), "value", (answer,), f"not the {told.words}: {some}")
    return _unless_lacking(part, "value", answer, told, [each for each in known if each not in found])


def _each(told: Months, setting: Setting, panel: Panel) -> Judged:
    part = Part(name="direction", verdict="no-data", claimed=told.words)
    last = told.months[-1]
    own = levels(panel, setting.quantity, last)
    if not own:
        return Judged(part, "value")
    before = {month: month.shifted_years(-1) for month in told.months}, {month: month.before() for month in told.months}
    needed = list(dict.fromkeys([*told.months, *(each for kind in before for each in kind.values())]))
    found = _levels_of(needed, own[0], setting, panel)
    against = [
        [month for month, base in kind.items() if month in found and base in found and not _moved(found[base], found[month], up=told.high)]
        for kind in before
    ]  # fmt: skip
    rows = tuple(row for each in found.values() for row in each.rows)
    answer = replace(own[0], rows=rows, label=f"{own[0].label}, with {len(found)} other months", published=False)
    part = replace(part, found=own[0].number)
    if all(against):
        some = listed([month.words() for month in sorted(against[0], key=lambda each: each.start)[-3:]])
        note = f"it did not {'grow' if told.high else 'fall'} on the year before in {some}, and not on the month before in each either"
        return Judged(
            replace(part, verdict="contradicted", note=note), "value", (answer,), f"not {told.words}", at=last
        )
    if any(against):
        note = f'"{told.words}" holds only on the {"month" if against[0] else "year"} before'
        return Judged(replace(part, verdict="ambiguous", note=note), "value", (answer,))
    return _unless_lacking(part, "value", answer, told, [each for each in needed if each not in found])


def _unless_lacking(part: Part, key: str, answer: Answer, told: Months, lacking: Sequence[Period]) -> Judged:
    if not lacking:
        return Judged(replace(part, verdict="supported"), key, (answer,), told.words)
    some = listed([each.words() for each in lacking[:3]])
    note = f'the dataset has nothing for {some} to hold "{told.words}" against'
    return Judged(replace(part, verdict="no-data", note=note), key, (answer,), "")


def _levels_of(months: Sequence[Period], own: Answer, setting: Setting, panel: Panel) -> dict[Period, Answer]:
    found = ((month, level_as(own, panel, setting.quantity, month)) for month in months)
    return {month: answer for month, answer in found if answer is not None}


def _moved(base: Answer, now: Answer, *, up: bool) -> bool:
    change = (now.number / base.number - 1) * 100 if base.number else 0.0
    return (change if up else -change) >= _FLAT_PCT


def _way(setting: Setting) -> str | None:
    claim = setting.claim
    if isinstance(claim, Trend):
        return claim.direction
    if claim.change_pct is not None:
        return "up" if claim.change_pct > 0 else "down"
    rose, fell = ROSE.search(setting.clause), FELL.search(setting.clause)
    return None if bool(rose) == bool(fell) else "up" if rose else "down"


def _between(first: Period, now: Period) -> tuple[Period, ...]:
    """The months after one and before another."""
    found, month = [], now.before()
    while month.start > first.end:
        found.append(month)
        month = month.before()
    return tuple(reversed(found))


def _back(now: Period, count: int) -> tuple[Period, ...]:
    """So many months, the last of which is this one."""
    found = [now]
    while len(found) < count:
        found.append(found[-1].before())
    return tuple(reversed(found))


def _count(word: str) -> int | None:
    return COUNTS.get(word.lower()) or number(word.replace("-", " ")) or number(word)


def _is_high(word: str) -> bool:
    return LOW.search(word) is None
