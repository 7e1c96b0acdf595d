"""The verdict of each part of a measure: level, change, absolute change, share."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from tieline.check.all_partners import part_of_the_world
from tieline.check.answers import Answer, changes, differences, levels, shares
from tieline.check.averages import parts_of
from tieline.check.currency import at_rate, at_rates
from tieline.check.intervals import Tolerance, far_from, in_words, tolerance, worded
from tieline.check.panel import Panel
from tieline.check.quantities import Quantity
from tieline.check.set_apart import never_passed
from tieline.check.setting import Setting
from tieline.check.worded_wholes import of_all_its_goods, of_both_ways
from tieline.model import lazy_re as re
from tieline.model.claims import Measure
from tieline.model.periods import Period
from tieline.model.precision import significant
from tieline.model.shares import WHOLES
from tieline.model.verdicts import Part
from tieline.model.vocabulary import Bound, PartName, ShareOf

_PASSED = re.compile(
    r"\b(?:pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|breach(?:ed|es|ing)?|top(?:ped|s|ping)?|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|broken?(?: through)?)"
    r"\s+(?:the\s+)?(?:[A-Z]{2,3})?[$€£¥]?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?:million|billion|trillion|mln|bln|dollars|euros|-)?",
    re.IGNORECASE,
)
_SUM = r"(?:the\s+)?(?:[A-Z]{2,3})?[$€£¥]?\d"
_FAR = re.compile(
    rf"\b(?:far|well|vastly|greatly|comfortably|easily|considerably)\s+(?:(?P<above>(?:exceed|surpass|top|outstrip)\w*|over|above|beyond|past|more\s+than|higher\s+than|in\s+excess\s+of)"
    rf"|(?:below|under|beneath|less\s+than|lower\s+than|short\s+of))\s+{_SUM}",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:and|or)\s+[^.;,]{2,40}?\s(?:each|both)\s+(?:[a-z]+ly\s+)?[a-z]+", re.IGNORECASE)
_SHARED_MONEY = re.compile(
    r"\b(?:shillings|pesos|francs|crowns|kroner|kronor|dinars|rials|riyals|rupees|pounds|liras|dirhams|dollars)\b",
    re.IGNORECASE,
)
ANOTHER_WAY: Final = "another way to count within the dataset supports it"
CONTRADICTORY: Final = "the dataset has rows that contradict each other"
"""Why a number is not decided, and no figure is held to be the true one."""
_MONEY_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A part with the readings behind it. `key` is the name of its number in a reading's result.

    `sentence` says what was found, where the part has its own way to say it; `lacks` are years that would decide it;
    `told` are words of the claim that were judged with it, beside those that the part claims; `at` is the year that decided,
    where several are told.
    """

    part: Part
    key: str
    answers: tuple[Answer, ...] = ()
    sentence: str | None = None
    lacks: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    at: Period | None = None

    @property
    def chosen(self) -> Answer | None:
        """The reading that the verdict rests on."""
        return self.answers[0] if self.answers and self.part.found is not None else None


def judge_measure(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge each part of a measure against a panel."""
    claim = setting.claim
    if not isinstance(claim, Measure):
        return []
    judged: list[Judged] = []
    if claim.value is not None:
        judged.append(_level(claim, setting, panel))
    if claim.change_pct is not None:
        judged.append(_change(claim, setting, panel))
    if claim.change_value is not None:
        judged.append(_change_value(claim, setting, panel))
    if claim.share_pct is not None:
        judged.append(_share(claim, setting, panel))
    return judged


def tolerance_of(claim: Measure, name: str) -> Tolerance:
    """The intervals that the claim's words and digits allow for one of its numbers, in the number's unit."""
    number = getattr(claim, name)
    upper = {
        "value": claim.value_max,
        "change_pct": claim.change_max,
        "change_value": claim.change_value_max,
        "share_pct": claim.share_max,
    }[name]
    if upper is not None and number < 0 < upper:
        upper = -upper
    bound: Bound | None = claim.bounds.get(name) if claim.bounds else claim.bound
    if name == "value" and bound is None and upper is None:
        passed = _PASSED.search(claim.quote.exact)
        bound = "over" if passed and significant(passed["number"]) == significant(abs(number)) else None
    bounded = name == "value" and upper is None and bound in {"over", "at_least", "under", "at_most"}
    if bounded and (far := _FAR.search(claim.quote.exact)) is not None:
        return far_from(number, above=far["above"] is not None)
    if name in {"change_pct", "share_pct"} and upper is None:
        told = worded(claim.quote.exact, number)
        if told is not None:
            return in_words(number, told[0], bound or told[1])
    return tolerance(number, claim.digits.get(name), bound, upper)


def decide(name: PartName, claimed: float, allowed: Tolerance, answers: list[Answer], note: str | None = None) -> Part:
    """Judge a number by the answers of the most direct way.

    Contradictory answers of that way, or a less direct way that supports what it contradicts, make it `ambiguous`; a
    wider reading of the product can support a claim, but can't refute it.
    """
    high = allowed.high if math.isfinite(allowed.high) else None
    part = Part(name=name, verdict="no-data", claimed=claimed, low=allowed.low, high=high, note=note)
    if not answers:
        return part
    first = [answer for answer in answers if answer.tier == answers[0].tier]
    found = {allowed.verdict(answer.number) for answer in first}
    part = replace(part, found=answers[0].number)
    if len(found) > 1:
        return replace(part, verdict="ambiguous", found=None, note=CONTRADICTORY, why="rows")
    verdict = found.pop()
    if answers[0].wider:
        if verdict == "supported":
            return replace(part, verdict=verdict, note="read with a wider group of products")
        return replace(part, found=None, note="the dataset has a wider group of products only")
    if verdict != "supported" and len({round(answer.number, 6) for answer in first}) > 1:
        part = replace(part, found=None, note=CONTRADICTORY, why="rows")
        numbers = [answer.number for answer in first]
        if verdict != "contradicted" or min(numbers) <= claimed <= max(numbers):
            return replace(part, verdict="ambiguous")  # else both speak against it, whichever is right
    others = {allowed.verdict(answer.number) for answer in answers if answer.tier > answers[0].tier}
    if verdict == "contradicted" and "supported" in others:
        return replace(part, verdict="ambiguous", note=ANOTHER_WAY, why="way")
    return replace(part, verdict=verdict)


def without_far_end(allowed: Tolerance, claim: Measure, words: str) -> Tolerance:
    """What "has never topped" allows goes down to nothing, and what "has never been below" up without end: the words tell of no distance."""
    side = never_passed(words, claim.value) if claim.value is not None and claim.value > 0 else None
    of_each = claim.bounds.get("value", claim.bound) in {"over", "at_least"} and _EACH.search(words) is not None
    if side == "below" or of_each:
        return replace(allowed, high=math.inf, loose_high=math.inf)
    return replace(allowed, low=0.0, loose_low=0.0) if side == "above" else allowed


def _level(claim: Measure, setting: Setting, panel: Panel) -> Judged:
    claimed, unit = claim.value or 0.0, claim.unit
    allowed = without_far_end(tolerance_of(claim, "value"), claim, f"{setting.before}{setting.words}")
    if unit is None:
        return Judged(decide("level", claimed, allowed, [], _no_unit(claim.quote.exact)), "value")
    period = setting.level_at or setting.period
    answers = levels(panel, setting.quantity, period, unit)
    answers = answers or at_rates(panel, setting, unit, lambda p: levels(p, setting.quantity, period, unit))
    answers = answers or at_rate(setting, unit, levels(panel, setting.quantity, period))
    count, of = parts_of(claim, period, setting.before, setting.words)
    if count > 1:
        answers = [replace(a, number=a.number / count, label=f"{a.label}, average per {of}") for a in answers]
    note = _unit_note(unit, setting, panel) if not answers else None
    return Judged(decide("level", claimed, allowed, answers, note), "value", tuple(answers))


def _change(claim: Measure, setting: Setting, panel: Panel) -> Judged:
    unit = None if claim.unit in {None, "percent", "ratio"} else claim.unit
    asked = (setting.quantity, setting.period, setting.base)
    answers = changes(panel, *asked, unit)
    answers = answers or at_rates(panel, setting, unit or "USD", lambda p: changes(p, *asked, unit or "USD"))
    if setting.yearly:
        answers = [_a_year(answer, setting.yearly) for answer in answers]
    note = _unit_note(unit, setting, panel) if unit and not answers else None
    part = decide("change", claim.change_pct or 0.0, tolerance_of(claim, "change_pct"), answers, note)
    return Judged(part, "change_pct", tuple(answers))


def _a_year(answer: Answer, years: int) -> Answer:
    """The change a year that adds up to the change over some years."""
    ratio = max(1 + answer.number / 100, 0.0)
    return replace(answer, number=(ratio ** (1 / years) - 1) * 100, label=f"{answer.label}, average of {years} years")


def _change_value(claim: Measure, setting: Setting, panel: Panel) -> Judged:
    unit = claim.unit or "USD"
    asked = (setting.quantity, setting.period, setting.base, unit)
    answers = differences(panel, *asked) or at_rates(panel, setting, unit, lambda p: differences(p, *asked))
    note = _unit_note(unit, setting, panel) if not answers else None
    part = decide("change-value", claim.change_value or 0.0, tolerance_of(claim, "change_value"), answers, note)
    return Judged(part, "change_value", tuple(answers))


def _share(claim: Measure, setting: Setting, panel: Panel) -> Judged:
    allowed, claimed = tolerance_of(claim, "share_pct"), claim.share_pct or 0.0
    if claim.share_of is None or claim.share_of not in WHOLES:
        part = decide("share", claimed, allowed, [], "the claim does not say of what it is a share")
        return Judged(replace(part, verdict="not-checkable"), "share_pct")
    region = _part_told(setting)
    if region is not None:
        part = decide(
            "share",
            claimed,
            allowed,
            [],
            f"it is a share of trade with a part of the world ({region}), not with all of it",
        )
        return Judged(replace(part, verdict="not-checkable"), "share_pct")
    found = [_shares(setting, panel, part, whole, claim.share_of) for part, whole in share_sides(setting)]
    readings = [answers for answers in found if answers]
    if not readings:
        return Judged(decide("share", claimed, allowed, []), "share_pct")
    parts = [decide("share", claimed, allowed, answers) for answers in readings]
    best = parts[0]
    if len(parts) > 1 and best.verdict != "supported" and any(part.verdict == "supported" for part in parts[1:]):
        best = replace(best, verdict="ambiguous", note="it depends on the whole that the share is of", why="whole")
    return Judged(best, "share_pct", tuple(answer for answers in readings for answer in answers))


def share_answers(setting: Setting, panel: Panel) -> list[Answer]:
    """The shares that a panel gives for the first way to understand the whole."""
    claim, sides = setting.claim, share_sides(setting)
    if not isinstance(claim, Measure) or claim.share_of is None or not sides:
        return []
    return _shares(setting, panel, *sides[0], claim.share_of)


def _shares(setting: Setting, panel: Panel, part: Quantity, whole: Quantity, share_of: ShareOf) -> list[Answer]:
    """The shares of a part in a whole, of two levels in one currency: dollars, another, or dollars at the rates given."""
    units = {row.unit for row in panel.pair_rows(part) if row.unit} - {"USD"}
    for unit in ("USD", *sorted(units)):
        found = shares(panel, part, whole, share_of, setting.period, unit)
        if found:
            return found
    return at_rates(panel, setting, "USD", lambda p: shares(p, part, whole, share_of, setting.period))


def share_sides(setting: Setting) -> list[tuple[Quantity, Quantity]]:
    """The part and the whole of a share, in each way to understand it.

    "60% of its oil exports" may be a share of all exports, or of the oil exports to all partners.
    """
    claim = setting.claim
    share_of: ShareOf | None = claim.share_of if isinstance(claim, Measure) else None
    if share_of is None or share_of not in WHOLES or _part_told(setting) is not None:
        return []
    part = setting.quantity.of(WHOLES[share_of].flow)
    whole = part.all_products()
    if isinstance(claim, Measure) and of_both_ways(claim, setting.words, setting.before):
        return [(part, part.of("trade"))]
    if not WHOLES[share_of].of_world:
        return [] if part.scope.whole else [(part, whole)]
    if isinstance(claim, Measure) and of_all_its_goods(claim, setting.words):
        return [(part, part.with_world())]
    sides = [(part, whole.with_world())]
    if not part.scope.whole and part.partner != "WLD":
        sides.append((part, part.with_world()))
    return sides


def _part_told(setting: Setting) -> str | None:
    """The part of the world that a share of a country's trade is told of."""
    claim = setting.claim
    whole = WHOLES.get(claim.share_of) if isinstance(claim, Measure) and claim.share_of is not None else None
    if not isinstance(claim, Measure) or whole is None or not whole.of_world:
        return None
    return part_of_the_world(claim, setting.clause) if claim.partner not in {None, "WLD"} else None


def _no_unit(words: str) -> str:
    """Why a level can't be compared: no unit, or money that several countries have.

    >>> _no_unit("exports were 50 billion shillings"), _no_unit("exports were 50 billion")
    ('the claim does not tell whose shillings it means', 'the claim names no unit')
    """
    money = _SHARED_MONEY.search(words)
    return f"the claim does not tell whose {money.group().lower()} it means" if money else "the claim names no unit"


def _unit_note(unit: str, setting: Setting, panel: Panel) -> str | None:
    units = sorted({row.unit for row in panel.pair_rows(setting.quantity) if row.unit} - {unit})
    if not units:
        return None
    money = len(unit) == _MONEY_LENGTH and unit.isupper()
    lack = (
        f"no exchange rate of {setting.period.words()} is at hand (give a table of rates with --rates)"
        if money
        else "one can't be turned into the other"
    )
    return f"the claim is in {unit}, the dataset in {', '.join(units)}; {lack}"
