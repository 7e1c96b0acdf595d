"""Extremes and first times within years that a trend names: "its lowest since 2009", "a five-year high", "for the first time in a decade".

Each of those years must bear it out. Where one is against it the claim is `contradicted` (`imprecise` if a level is within 2%);
where the dataset lacks one and the others bear it out, it is `no-data`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tieline.check.answers import Answer, changes, differences, held_against, level_as, levels
from tieline.check.gaps import gap_told
from tieline.check.intervals import tolerance
from tieline.check.other_side import OFF_LEVEL, is_indirect
from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.phrases import amount, listed, percent
from tieline.check.set_apart import never_passed
from tieline.check.setting import Setting
from tieline.check.since_words import Since, told_since, years_counted
from tieline.check.spans import own_clause
from tieline.check.years_held import years_lacking
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.movement import FELL, ROSE
from tieline.model.periods import Period
from tieline.model.precision import shortest_digits, significant
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

NEAR = 0.02
LEAST_PCT = 0.5
_REACHED = re.compile(
    r"\b(?:top(?:s|ped|ping)?|exceed(?:s|ed|ing)?|pass(?:es|ed|ing)?|surpass(?:es|ed|ing)?|cross(?:es|ed|ing)?|breach(?:es|ed|ing)?|"
    r"reach(?:es|ed|ing)?|hit(?:s|ting)?|br(?:oke|eaks|eaking)|above|over|more than)\b",
    re.IGNORECASE,
)
_UNDERCUT = re.compile(
    r"\b(?:below|under|beneath)\s+(?:the\s+)?(?:[A-Z]{1,3})?[$€£¥]?(?P<number>\d[\d,]*(?:\.\d+)?)", re.IGNORECASE
)
_FIRST_TIME = re.compile(
    r"\b(?:for the first time|(?:only\s+in|not\s+until)\s+(?:19|20)\d\d\b|the first (?:time|year) (?:that |in which |when )?(?:they|it) (?:had|have|has|did)(?: ever)?(?: done)? ?(?:so|that|it)?)"
    r"(?:\s+since\s+(?P<year>(?:19|20)\d\d)|\s+in\s+(?:(?:more than|at least|over|nearly|almost|about|the (?:last|past))\s+)?"
    r"(?P<count>an?|\w+)\s+(?P<unit>years?|decades?)\b|(?P<ever>\s+ever)?(?!\s+since\b))",
    re.IGNORECASE,
)
FEWEST_EARLIER = 3


def judge_told_beside(setting: Setting, panel: Panel) -> list[Judged]:
    """What a measure claims of the years before, beside its figures: "the first decline since 2009", "for the first time"."""
    claim, period = setting.claim, setting.period
    if not isinstance(claim, Measure) or claim.share_pct is not None or period.precision != "year":
        return []
    if claim.unit not in {None, "USD", "percent", "ratio"}:
        return []  # the years of another money went another way
    words = own_clause(setting.words, claim.quote.exact)
    told = f"{setting.before}{words}"
    side = never_passed(told, claim.value) if claim.value is not None and claim.unit is not None else None
    if side is not None and claim.value is not None:
        return _never(claim.value, setting, panel, above=side == "above")
    direction = _direction_of(claim, words)
    if direction is not None:
        since = told_since(direction, setting.told, period)
        if since is not None and (since.kind == "level" or (setting.yearly and since.kind != "every")):
            since = None  # of an extreme level there is a trend too
        if since is not None and since.size is not None and abs(claim.change_pct or 0.0) == since.size:
            since = None  # it is the change of the year before itself
        if since is None and claim.change_pct is None:
            return _first_reached(claim, words, setting, panel)
        part = Part(name="direction", verdict="no-data", claimed=f"{direction}, {since.words}" if since else None)
        return [judge_since(part, since, setting, panel, up=direction == "up")] if since else []
    return _first_reached(claim, words, setting, panel)


def _direction_of(claim: Measure, words: str) -> str | None:
    """Which way a measure says that it went: by its change, else by the verb before its level."""
    if claim.change_pct is not None:
        return "up" if claim.change_pct > 0 else "down"
    if claim.value is None or claim.indicator == "balance":
        return None
    rose, fell = ROSE.search(words), FELL.search(words)
    return None if bool(rose) == bool(fell) else "up" if rose else "down"


def _first_reached(claim: Measure, words: str, setting: Setting, panel: Panel) -> list[Judged]:
    first = _FIRST_TIME.search(setting.told)
    if first is None or claim.value is None or claim.unit != "USD":
        return []
    undercut = _UNDERCUT.search(words)
    if undercut is not None and significant(undercut["number"]) != significant(claim.value):
        return []  # it is another level that was never undercut
    below = undercut is not None
    if not below and not _REACHED.search(words):
        return []
    start = int(first["year"]) + 1 if first["year"] else None
    count = years_counted(first["count"], first["unit"]) if first["count"] else None
    if first["count"] and count is None:
        return []
    return _reached(claim.value, setting.period.start.year - count + 1 if count else start, setting, panel, below=below)


def _never(value: float, setting: Setting, panel: Panel, *, above: bool) -> list[Judged]:
    """A level that no year so far had passed: "have never exceeded $100 million", "have never been below it"; nothing where none has."""
    own = levels(panel, setting.quantity, setting.period)
    years = {row.period for row in panel.pair_rows(setting.quantity) if row.period.precision == "year"}
    before = [year for year in years if year.start <= setting.period.start]
    found = [(year, each) for year in before if own and (each := level_as(own[0], panel, setting.quantity, year))]
    year, most = (max if above else min)(found, key=lambda each: each[1].number, default=(None, None))
    if year is None or most is None:
        return []
    room = OFF_LEVEL if is_indirect(setting, most) else 1
    if most.number <= value * room if above else most.number >= value / room:
        return []
    part = Part(name="direction", verdict="contradicted", claimed="never", found=most.number)
    part = replace(part, high=value) if above else replace(part, low=value)
    return [Judged(part, "value", (most,), f"after {amount(most.number, 'USD')} in {year.words()}")]


def _reached(value: float, start: int | None, setting: Setting, panel: Panel, *, below: bool) -> list[Judged]:
    """A level that no year before had reached, or had been `below`, of all or from a year on."""
    own = levels(panel, setting.quantity, setting.period)
    if not own:
        return []
    now = setting.period.start.year
    rows = panel.pair_rows(setting.quantity)
    named, start = start, start or min((row.period.start.year for row in rows), default=now)
    found = {
        year: answer
        for year in range(start, now)
        if (answer := level_as(own[0], panel, setting.quantity, Period.of_year(year)))
    }
    sign = -1 if value < 0 else 1
    turned = -1 if below else 1
    against = {
        year: f"{amount(abs(each.number), 'USD')} in {year}"
        for year, each in found.items()
        if each.number * sign * turned >= abs(value) * turned
    }
    part = Part(name="direction", verdict="no-data", claimed="for the first time", found=own[0].number)
    lacks = tuple(year for year in range(start, now) if year not in found) if named else ()
    lacking = [str(year) for year in lacks]
    if not against and (lacking or (named is None and len(found) < FEWEST_EARLIER)):
        note = (
            f"the dataset has nothing for {listed(lacking)}"
            if lacking
            else (f"a first time needs at least {FEWEST_EARLIER} earlier years; the dataset has {len(found)}")
        )
        return [Judged(replace(part, note=note), "value", (own[0],), "", lacks)]
    answer = held_against(own[0], list(found.values()), "earlier years")
    minus = sign < 0 and setting.quantity.flow != "balance"
    side = "at or below -" if minus else "below " if below else "at or above "
    reached = f"{side}{amount(abs(value), 'USD')}"
    if against:
        some = listed([against[year] for year in sorted(against, reverse=True)[:3]])
        note = f"it had reached that before: {some}"
        return [
            Judged(
                replace(part, verdict="contradicted", note=note),
                "value",
                (answer,),
                f"{reached} not for the first time: {some}",
            )
        ]
    gaps = [] if named else years_lacking(panel, setting)
    part = replace(part, note=f"the dataset has nothing for {listed(gaps)}" if gaps else None)
    since = f"for the first time since {named - 1}" if named else "for the first time in the dataset"
    lacks_too = f", which lacks {listed(gaps)}" if gaps else ""
    return [Judged(replace(part, verdict="supported"), "value", (answer,), f"{reached} {since}{lacks_too}")]


def sign_of(setting: Setting, own: Answer) -> int:
    """By what levels are multiplied to be sizes: -1 for a deficit, as the words or else the figure have it."""
    if setting.quantity.flow != "balance":
        return 1
    return gap_told(setting.claim.quote.exact) or (-1 if own.number < 0 else 1)


def judge_since(
    part: Part, since: Since, setting: Setting, panel: Panel, *, up: bool, in_money: bool = False
) -> Judged:
    """Judge an extreme or a first time by the years that it names; `part` has the claim's words, `up` that it is a rise, `in_money` that its size is."""
    now = setting.period.start.year
    years = {year: Period.of_year(year) for year in range(since.first, now)}
    if since.others:
        known = {row.period for row in panel.pair_rows(setting.quantity) if row.period.precision == "year"}
        last = setting.published
        years |= {
            each.start.year: each for each in known if each.start.year > now and (last is None or each.end < last)
        }
    if since.kind == "level":
        return _level(part, since, setting, panel, years)
    quantity, period = setting.quantity, setting.period
    own = changes(panel, quantity, period, period.shifted_years(-1))
    if not own:
        return Judged(part, "change_pct")
    sizes_of = differences if in_money else changes
    found = {
        year: some[0]
        for year, each in years.items()
        if (some := sizes_of(panel, quantity, each, each.shifted_years(-1)))
    }
    size = next((each.number for each in sizes_of(panel, quantity, period, period.shifted_years(-1))), own[0].number)
    way = since.high if since.kind == "run" else up
    along = {year: answer.number if way else -answer.number for year, answer in found.items()}
    mine = size if up else -size
    part = replace(part, found=own[0].number, low=LEAST_PCT if up else None, high=None if up else -LEAST_PCT)
    if mine < (0.0 if isinstance(setting.claim, Measure) else LEAST_PCT):
        sentence = f"not {since.told}" if since.kind == "every" else None
        return Judged(replace(part, verdict="contradicted"), "change_pct", (own[0],), sentence)
    against = {
        year: f"{_signed(found[year].number) if in_money else percent(found[year].number, signed=True)} in {year}"
        for year, number in along.items()
        if (
            _is_beyond(number, mine, since)
            if since.kind == "move"
            else not _is_as_large(number, since.size)
            if since.size is not None
            else (number >= LEAST_PCT) == (since.kind == "first")
        )
    }
    grew = "grew" if way else "fell"
    told = {
        "first": f"it {grew} by half a percent or more before",
        "every": f"it did not {'grow' if way else 'fall'} in each of the years",
        "run": f"it did not {'grow' if way else 'fall'} in each of the years before",
        "move": f"it {grew} by {'more' if since.high else 'less'} before",
    }[since.kind]
    return _judged(part, since, years, found, against, (own[0], "change_pct", told))


def _signed(number: float) -> str:
    return ("+" if number > 0 else "") + amount(number, "USD")


def _is_as_large(number: float, size: float) -> bool:
    """A change of the year before is as large as it is told, or near it."""
    return tolerance(size, shortest_digits(size)).verdict(number) != "contradicted"


def _is_beyond(number: float, mine: float, since: Since) -> bool:
    """A change before is larger than the one told as the largest, or smaller than the one told as the smallest."""
    return number > mine if since.high else number < mine


def _level(part: Part, since: Since, setting: Setting, panel: Panel, years: Mapping[int, Period]) -> Judged:
    own = levels(panel, setting.quantity, setting.period)
    if not own:
        return Judged(part, "value")
    found = {
        year: answer for year, each in years.items() if (answer := level_as(own[0], panel, setting.quantity, each))
    }
    sign = sign_of(setting, own[0])
    mine, sizes = own[0].number * sign, {year: answer.number * sign for year, answer in found.items()}
    against = {year: size for year, size in sizes.items() if (size > mine if since.high else size < mine)}
    mark = (max(sizes.values()) if since.high else min(sizes.values())) * sign if sizes else None
    from_mark = since.high == (sign > 0)
    part = replace(part, found=own[0].number, low=mark if from_mark else None, high=None if from_mark else mark)
    beyond = {year: f"{amount(size, 'USD')} in {year}" for year, size in against.items()}
    told = f"it was {'higher' if since.high else 'lower'} {'in another year' if since.others else 'before'}"
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
    lacks = tuple(year for year in years if year not in found)
    lacking = [str(year) for year in lacks]
    answer = held_against(answer, list(found.values()), "years before")
    if against:
        verdict: VerdictWord = "imprecise" if close else "contradicted"
        some = listed([against[year] for year in sorted(against, reverse=True)[:3]])
        part = replace(part, verdict=verdict, note=f"{told}: {some}")
        return Judged(part, key, (answer,), f"not {since.told}: {some}")
    if lacking:
        note = f'the dataset has nothing for {listed(lacking)} to hold "{since.told}" against'
        return Judged(replace(part, verdict="no-data", note=note), key, (answer,), "", lacks)
    return Judged(replace(part, verdict="supported"), key, (answer,), since.told)
