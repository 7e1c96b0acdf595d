"""Records of a change, not of a level: "the fastest pace on record", "a record jump of 13 percent", "rose faster than ever"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tieline.check.panel import Panel
from tieline.check.parts import Judged
from tieline.check.setting import Setting
from tieline.check.since import FEWEST_EARLIER, judge_since
from tieline.check.since_words import Since
from tieline.check.spans import own_clause
from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.movement import FALL, FELL, RISE, ROSE, UNSURE, any_form
from tieline.model.verdicts import Part
from tieline.model.vocabulary import VerdictWord

_RISES = r"growth|rises?|increases?|gains?|jumps?|surges?|advances?|expansion|upswing"
_FALLS = r"falls?|drops?|declines?|decreases?|slumps?|plunges?|contraction|slides?|dips?|reduction"
_PACES = r"pace|rate|speed|clip|tempo|change"
_NOUN = rf"(?P<noun>(?P<up>{_RISES})|(?P<down>{_FALLS})|{_PACES})"
_PACED = r"fastest|quickest|steepest|sharpest|most (?:rapid|rapidly|sharply|quickly|steeply)"
_EVER = r"(?:on record|ever|so far|to date|in history|of all time|in the records|since records (?:began|begin|started))"
_PERCENT_BEHIND = r"\d[\d.,]*\s*(?:percent|per cent|pct|%)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?:(?:{_PACED}|biggest|largest|greatest|strongest|best|highest|worst)|(?P<least>slowest|smallest|weakest|lowest|gentlest))\s+(?:[a-z-]+\s+){{0,2}}?{_NOUN}\b[^.;,]{{0,25}}?\b{_EVER}\b",
        rf"\b(?:(?:{_PACED})|(?P<least>slowest))\s+{_EVER}\b",
        r"\b(?:(?:faster|quicker|more (?:rapidly|quickly|sharply|steeply))|(?P<least>slower|more slowly))\b[^.;,]{{0,25}}?\bthan\s+(?:(?:at any time|ever)(?:\s+before)?|in any (?:earlier|other|previous|prior) year)\b",
        rf"\brecord\s+(?:[a-z-]+\s+)?{_NOUN}\b(?!\s+(?:ended|of\s+(?:exports|imports|trade)\b))",
        rf"\b(?:(?P<rose>{any_form(RISE - UNSURE)})|(?P<fell>{any_form(FALL - UNSURE)}))\s+(?:by\s+)?an?\s+record\s+(?:[a-z]+\s+)?{_PERCENT_BEHIND}",
    )
)


class RecordMove(NamedTuple):
    """A change told as the largest or smallest so far, and which way it went where its own words tell."""

    words: str
    most: bool
    up: bool | None


def record_move_in(words: str) -> RecordMove | None:
    """The record of a change that words tell; None where they tell none, as where a level is one.

    >>> record_move_in("rose 13 percent, the fastest pace on record")
    RecordMove(words='fastest pace on record', most=True, up=None)
    >>> record_move_in("the steepest fall ever").up, record_move_in("grew at their slowest pace on record").most
    (False, False)
    >>> record_move_in("rose 13 percent to a record $59 million") is None, record_move_in("rose by a record 13 percent").up
    (True, True)
    """
    for form in _FORMS:
        found = form.search(words)
        if found is not None:
            told = found.groupdict()
            up = bool(told.get("up") or told.get("rose"))
            down = bool(told.get("down") or told.get("fell"))
            return RecordMove(" ".join(found.group().split()), not told.get("least"), up if up or down else None)
    return None


def judge_record_move(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge the record of a change by the changes of all earlier years, of which there must be three; nothing where none is told."""
    claim = setting.claim
    told = record_move_in(_own_words(setting))
    if told is None or (isinstance(claim, Measure) and (claim.change_pct is None or claim.share_pct is not None)):
        return []
    up = _way(setting, told)
    part = Part(name="direction", verdict="no-data", claimed=f"{'up' if up else 'down'}, {told.words}")
    if setting.period.precision != "year" or setting.yearly:
        return [Judged(replace(part, note="a record of a change is held against years only"), "change_pct")]
    years = {row.period.start.year for row in panel.pair_rows(setting.quantity) if row.period.precision == "year"}
    now = setting.period.start.year
    first = min(years, default=now) + 1
    if now - first < FEWEST_EARLIER:
        note = f"a record needs at least {FEWEST_EARLIER} earlier changes; the dataset has {max(now - first, 0)}"
        return [Judged(replace(part, note=note), "change_pct")]
    since = Since(first, told.words, "move", told.most)
    judged = judge_since(part, since, setting, panel, up=up, in_money=_in_money(setting))
    lacks: VerdictWord = judged.part.verdict
    return [judged if lacks != "no-data" else Judged(judged.part, "change_pct")]


def _in_money(setting: Setting) -> bool:
    """The change beside is told as an amount alone: "rose by $284 million, the biggest rise on record"."""
    claim = setting.claim
    same = [
        each
        for each in (claim, *setting.beside)
        if isinstance(each, Measure)
        and (each.indicator, each.reporter, each.partner) == (claim.indicator, claim.reporter, claim.partner)
    ]
    in_percent = any(each.change_pct is not None for each in same)
    return not in_percent and any(each.change_value is not None and each.unit == "USD" for each in same)


def _own_words(setting: Setting) -> str:
    """The claim's words up to the next change that the sentence tells."""
    claim = setting.claim
    words = own_clause(setting.words, claim.quote.exact)
    behind = [
        each.quote.start - claim.quote.start
        for each in setting.beside
        if isinstance(each, Measure) and each.change_pct is not None and each.quote.start > claim.quote.start
    ]
    other = isinstance(claim, Measure) and claim.change_pct is not None
    return words[: min(behind)] if behind and other else words


def _way(setting: Setting, told: RecordMove) -> bool:
    """Whether it is a rise: by the change told, the words of the record, or the verb."""
    claim = setting.claim
    if isinstance(claim, Measure) and claim.change_pct is not None:
        return claim.change_pct > 0
    if told.up is not None:
        return told.up
    if isinstance(claim, Trend) and claim.direction in {"up", "down"}:
        return claim.direction == "up"
    words = _own_words(setting)
    return bool(ROSE.search(words)) or not FELL.search(words)
