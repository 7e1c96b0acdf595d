"""Sentences that tell of two times: "dipped to $2.87 billion in 2014, after rising 17 percent to a record $2.93 billion in 2013".

What stands behind "after" is of the earlier time: a change read with the later level goes to the earlier one, and a record to
the level that it is told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tieline.check.guesses import sentence_of
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.periods import Period
from tieline.model.precision import significant

Claims = Sequence[Measure | Trend | Event]

_AFTER = re.compile(r",?\s\bafter\s+(?:(?:a|an|the|having)\s+)?[a-z]+", re.IGNORECASE)
_PERCENT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(?:percent|per cent|pct|%)", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:record|all-time|historic)(?:\s+(?:high|low|peak))?(?:\s+of)?\s+(?:[A-Z]{2,3})?\s?[$€£¥]?(\d[\d,]*(?:\.\d+)?)"
)
_PEAKED = re.compile(
    r"\b(?:peaked|bottomed out)\b(?:\s+at\s+[^.;,]{1,12}?\d(?:[^;,]|,\d){0,20}?)?\s+in\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PEAKED_ALONE = re.compile(r"peaked|bottomed out", re.IGNORECASE)

_LEFT_BEHIND = re.compile(r"\b[Aa]fter\s+[^.;]{3,80}?\b(?:in|of)\s+(?P<year>(?:19|20)\d\d),\s*$")


def at_their_times(claims: Claims, text: str | None) -> list[Measure | Trend | Event]:
    """The claims, each with what the sentence tells of its own time."""
    if text is None or not any(word in text for word in (" after ", "record", "peaked", "bottomed")):
        return list(claims)
    told = list(claims)
    for place, claim in enumerate(told):
        if isinstance(claim, Measure) and _change_is_earlier(claim):
            told[place] = replace(claim, change_pct=None, change_max=None, base=None)
            earlier = _earlier_level(claim, told)
            if earlier is not None:
                told[earlier] = _with_change(told[earlier], claim)
        elif isinstance(claim, Trend) and claim.direction in {"record_high", "record_low"}:
            told[place] = _of_its_level(claim, told, text)
    return told


def left_behind(before: str) -> set[str]:
    """The years that a lead has left behind: "After peaking at $300 million in 2013, | exports fell to ..." tells of a later one.

    >>> left_behind("After peaking at $300 million in 2013, "), left_behind("In 2013, ")
    ({'2013'}, set())
    """
    found = _LEFT_BEHIND.search(before)
    return {found["year"]} if found is not None else set()


def _change_is_earlier(claim: Measure) -> bool:
    """Its level stands before "after", its change behind it."""
    if claim.value is None or claim.change_pct is None:
        return False
    words = claim.quote.exact
    found = _AFTER.search(words)
    if found is None or significant(claim.value) not in _numbers(words[: found.start()]):
        return False
    own = f"{abs(claim.change_pct):g}"
    before = {each.replace(",", "") for each in _PERCENT.findall(words[: found.start()])}
    behind = {each.replace(",", "") for each in _PERCENT.findall(words[found.end() :])}
    return own in behind and own not in before


def _numbers(words: str) -> set[str]:
    """The printed numbers of some words, as their significant digits: "$2.87 billion" is 287."""
    return {significant(each) for each in re.findall(r"\d[\d,]*(?:\.\d+)?", words)}


def _earlier_level(claim: Measure, claims: Claims) -> int | None:
    """Where the level of the same flow stands whose quote goes on behind the claim's."""
    for place, each in enumerate(claims):
        if (
            isinstance(each, Measure)
            and each is not claim
            and each.quote.start == claim.quote.start
            and each.quote.end > claim.quote.end
            and each.value is not None
            and each.change_pct is None
            and (each.indicator, each.reporter, each.partner) == (claim.indicator, claim.reporter, claim.partner)
            and each.period != claim.period
        ):
            return place
    return None


def _with_change(level: Measure | Trend | Event, claim: Measure) -> Measure | Trend | Event:
    if not isinstance(level, Measure):
        return level
    digits = {**level.digits, **{name: n for name, n in claim.digits.items() if name == "change_pct"}}
    bounds = {**level.bounds, **{name: b for name, b in claim.bounds.items() if name == "change_pct"}}
    return replace(level, change_pct=claim.change_pct, change_max=claim.change_max, digits=digits, bounds=bounds)


def _of_its_level(claim: Trend, claims: Claims, text: str) -> Trend:
    """A record with the period of the level behind the word: "a record $2.93 billion in 2013"."""
    peaked = _PEAKED.search(text[claim.quote.start : claim.quote.end + 60])
    if peaked is not None and _PEAKED_ALONE.fullmatch(claim.quote.exact):
        return replace(claim, period=Period.of_year(int(peaked["year"])))
    found = _RECORD.search(sentence_of(claim, text))
    if found is None:
        return claim
    number = significant(found.group(1))
    for each in claims:
        if (
            isinstance(each, Measure)
            and each.value is not None
            and each.period is not None
            and each.quote.start <= claim.quote.start + len(sentence_of(claim, text))
            and claim.quote.start <= each.quote.end
            and (each.indicator, each.reporter, each.partner) == (claim.indicator, claim.reporter, claim.partner)
            and significant(each.value) == number
        ):
            return replace(claim, period=each.period)
    return claim
