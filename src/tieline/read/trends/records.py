"""Records and n-year highs and lows: words that tell where a flow stands among those before it.

A record beside a figure is that of the figure's measure, its period and its modality; "it was the lowest since 2009"
is that of the measure spoken of last.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.movement import DOWN_FORMS
from tieline.model.periods import Period
from tieline.model.vocabulary import Direction
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Memory

_SPAN: Final = r"(?:since\b(?! (?:[\w-]+ )?records)|in (?:(?:more than|over|almost|nearly|about|at least|the (?:last|past)) )?(?:\w+|\d+)(?: and a half)? (?:years|months|quarters|decades)|(?:in|for) (?:(?:more than|over|almost|nearly) )?(?:a decade|decades|a generation)|for (?:\w+|\d+) years)"
_TIMES: Final = r"first time (?:since|in (?:\w+|\d+) (?:years|months|quarters))"
_NUMBER: Final = r"(?:\d|\b(?:ten|a hundred|one|two|five|a) (?:[bm]illion|thousand))"
_HIGH: Final = re.compile(
    r"\b(?:(?<!on )record(?:[- ](?:high|level|volume|year|amount))?|(?:set|sets|setting|broke|broken|breaking|smash(?:ed|ing)|beat|shattered) (?:(?:new|all|several|many|previous|past) )*records|(?:new|fresh) (?:[\w-]+ )?high(?= (?:of|in|at|for|last|this)\b|[.,;]|$)"
    r"|at (?:its|their) (?:highest|height|peak)(?= (?:point|ever|in)\b|[.,;]|$)|(?:highest|largest|biggest|strongest|best|most)\b[^.;,]{0,40}?\bsince (?:[\w-]+ )?records|all-time (?:high|peak)|highest (?:\w+ )?(?:ever|on record|since records|in history)|historic(?:al)? (?:high|maximum|peak)|(?:new )?peak|more (?!so\b|vital\b|\w+(?:ly|[^m]ent|ant|[^l]ive|able|cult|ical)\b)(?:[\w-]+ ){0,4}?than ever(?: before)?|never (?:been |before been )?(?:higher|greater|larger|bigger|stronger|better)(?! than (?:[\w-]+ )?(?:[A-Z]{0,3}[$€£¥])?\d)|(?:highest|largest|biggest|strongest|best|most) (?:[\w-]+ ){0,3}?on record|most (?:\w+ )?ever|best (?:\w+ )?ever|never (?:[\w-]+ ){1,4}?(?:so|as) (?:many|much)|never before\b[^.;]{0,90}?\b(?:so|that|as) (?:many|much)|peaked(?= (?:at|in)\b)|(?:biggest|largest|highest|best)\b[^.;,]{0,40}?\bever (?:seen|known|had|\w+ed|sold|sent|bought|made)\b|without precedent|(?:more|higher|larger|better) [^.;,]{0,40}?\bthan (?:in|during) any (?:other )?(?:year|month|season) (?:before|so far)|(?:more|higher|larger|better) [^.;,]{0,60}?\bthan in (?:the (?:same|first|last) (?:\w+ )?(?:months|period|month|quarter|half) of )?any other year\b(?! (?:since|of|in))|most (?:for|in) (?:any \w+ so far|(?:a|any) single (?:month|year|season|quarter|week))|(?:highest|largest|biggest|strongest|best)\b[^.;,]{0,45}?\b(?:so far|yet|to date)(?! (?:this|in|of)\b))\b|\bunprecedented(?= (?:[\w-]+ ){0,2}?(?:high|level|volume|amount|sum|import|export|sale|trade|[$€£\d]|US\$|[A-Z]{3} \d)|$)",
    re.IGNORECASE,
)
_LOW: Final = re.compile(
    r"\b(?:record[- ]low|(?:new|fresh) (?:[\w-]+ )?low(?= (?:of|in|at|for|last|this|point)\b|[.,;]|$)|at (?:its|their) lowest(?= (?:point|ever|in (?:19|20)\d\d)\b|[.,;]|$)|(?:lowest|smallest|fewest|weakest|least)\b[^.;,]{0,40}?\bsince (?:[\w-]+ )?records|all-time low|lowest (?:\w+ )?(?:ever|in history)|(?:lowest|smallest|weakest|fewest|poorest|worst) (?:[\w-]+ ){0,3}?on record|historic(?:al)? (?:low|minimum)|never (?:[\w-]+ ){1,4}?(?:so|as) (?:few|little)|never before\b[^.;]{0,90}?\b(?:so|that|as) (?:few|little))\b",
    re.IGNORECASE,
)
_YEARS_HIGH: Final = re.compile(
    rf"\b(?:[\w-]+[- ](?:year|month|quarter|week) high|(?:rose|risen|climbed|jumped|grew|grown|surged|up|rising|climbing) [^.;,]{{0,40}}?\blevels? (?:not|last|un)[- ]?seen (?:since|in|for)\b|(?:more|greater|larger|higher)\b[^.;]{{0,90}}? than in any (?:other )?(?:month|year|quarter) (?:since|of the (?:past|last)|in (?:the (?:past|last)|(?:more than |over )?\w+ years))\b|(?:highest|largest|biggest|strongest|best|fastest|most)\b[^.;,]{{0,40}}?\b{_SPAN}|(?:above|more than|higher than|larger than)[^.;,]{{0,20}}? any (?:other )?(?:year|month) since\b|not (?:[\w-]+ ){{1,3}}?so (?:many|much)\b[^.;]{{0,60}}?\bsince\b|{_TIMES} [^.;,]{{0,45}}?\b(?:above|over|exceed\w*|topped|surpassed|more than) [^.;,]{{0,12}}?{_NUMBER})",
    re.IGNORECASE,
)
_YEARS_LOW: Final = re.compile(
    rf"\b(?:[\w-]+[- ](?:year|month|quarter|week) low|(?:fell|fallen|dropp\w+|sank|sunk|sinking|falling|declin\w+|slid|plung\w+|tumbl\w+|shr[aiu]nk|slump\w*|down)\b[^.;]{{0,70}}?\blevels? (?:not|last|un)[- ]?seen (?:since|in|for)\b|(?:lowest|smallest|weakest|worst|poorest|fewest|slowest|least)\b[^.;,]{{0,40}}?\b{_SPAN}|not (?:[\w-]+ ){{1,3}}?so (?:few|little)\b[^.;]{{0,60}}?\bsince\b|{_TIMES} [^.;,]{{0,45}}?\b(?:below|under|less than|fewer than) [^.;,]{{0,12}}?{_NUMBER})",
    re.IGNORECASE,
)
_PATTERNS: Final[tuple[tuple[re.Pattern[str], Direction], ...]] = (
    (_LOW, "record_low"),
    (_YEARS_LOW, "down"),
    (_YEARS_HIGH, "up"),
    (_HIGH, "record_high"),
)
_HINT: Final = re.compile(
    "record|new high|fresh high|new low|fresh low|height|all-time|unprecedented|never|first time|so few|so little|so many|so much|histor|peak|ever|so far|than in any|any year|any month|any other|year high|year low|month high|month low|quarter high|quarter low|week high|week low|seen since|seen in|seen for|without precedent|in any month|in any year|in any quarter|highest|largest|biggest|strongest|best|fastest|most|lowest|smallest|"
    "weakest|worst|poorest|fewest|slowest|least"
)
"""What each of the patterns holds, in small letters."""
_STANDS: Final = re.compile(
    r"\W*never (?:before )?(?:has|have|had) (?:it|they|the \w+)\b|\W*(?:(?:it|that|this|the \w+|both)\b|but |and )[^.;]{0,60}?\b(?:was|is|were|marks?|marked|represents?|represented|hit|being)\b",
    re.IGNORECASE,
)
_AT_HEIGHT: Final = re.compile(r"\W*At (?:its|their) (?:height|peak|highest)\b")
_OF_FIGURE: Final = re.compile(r"\s+(?:(?:of|at)\s+)?[$\u20ac\u00a3A-Z]{0,3}\s?\d")
"""Behind the words of a record that is told of the figure: "bought a record 6.6 billion euros worth"."""
_NEAR: Final = 70
_REMEMBERED: Final = 1


_RISING: Final = frozenset({"up", "record_high"})
_OF_FALL: Final = re.compile(
    r"(?:record|biggest|largest|steepest|sharpest|highest|greatest|most|fastest|strongest)\s+(?:[\w-]+\s+){0,2}?(?:drop|fall|decline|decrease|slump|plunge|contraction|dip|loss|slide|reduction|shrinkage|setback)s?\b",
    re.IGNORECASE,
)
"""The record of a fall: "the biggest drop since 2020" is no high."""


_FELL_BY: Final = re.compile(
    r"\b(?:fell|fallen|falling|falls?|dropp(?:ed|ing)|drops?|declin(?:ed|es?|ing)|down|shrank|shrunk|plung(?:ed|ing)|slump(?:ed|ing)|sank|decreas(?:ed|es?|ing)|tumbl(?:ed|ing))\s+(?:by\s+)?(?:an?\s+)?$",
    re.IGNORECASE,
)


_PASSED: Final = re.compile(
    r"\b(?:against|since|from|below|under|off|than|after|before|compared (?:with|to))\s+(?:(?:its|their|the|an?|his)\s+)?(?:[\w$.,-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""Before a high of long ago that the figure is held against: "falling since its $384 million peak in 2016"."""
_OF_SIZE: Final = re.compile(r"\s+(?:of|at)\s+\S{0,4}\d")
_SIZED: Final = re.compile(r"\d\S*\s+(?:[a-z]+\s+)?$")


def _is_passed(text: str, found: re.Match[str]) -> bool:
    """The peak is one of long ago, with its figure: a base, and no record that is told."""
    before = text[: found.start()]
    sized = _OF_SIZE.match(text, found.end()) or _SIZED.search(before)
    return sized is not None and _PASSED.search(before) is not None


def _is_of_fall(text: str, found: re.Match[str]) -> bool:
    return bool(_OF_FALL.match(text, found.start()) or _FELL_BY.search(text[: found.start()]))


@lru_cache(maxsize=1_000)
def record_in(text: str) -> tuple[Direction, re.Match[str]] | None:
    """The direction and the words of a record in a stretch of text; None if there is none.

    >>> record_in("fell to the lowest level since 2009")[0], record_in("hit a record high")[0]
    ('down', 'record_high')
    """
    if not _HINT.search(text.lower()):
        return None
    for pattern, direction in _PATTERNS:
        found = next((m for m in pattern.finditer(text) if not _RANKED.search(text, 0, m.start())), None)
        if found is None or (direction in _RISING and _is_of_fall(text, found)):
            continue
        if direction == "record_high" and "peak" in found.group().lower() and _is_passed(text, found):
            continue
        if direction == "record_high" and _FELL_TO_RECORD.search(text[: found.end()]):
            return "record_low", found
        return direction, found
    return None


_RANKED: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:2nd|3rd|[4-9]th|10th)|next)[\s-]+$",
    re.IGNORECASE,
)
"""Before what is no record: "the second-highest on record"."""
_FELL_TO_RECORD: Final = re.compile(
    rf"\b{DOWN_FORMS}\s+(?:back\s+|[a-z]+ly\s+)?to\s+(?:an?\s+)?(?:new\s+)?record$", re.IGNORECASE
)
"""A bare record that a flow fell to: "plunged to a record $104 million"."""


def owner_of_record(sentence: Sentence, strength: str | None) -> Period | None:
    """As in "down from July's record of 10 million tonnes": the time whose record it is."""
    if strength is None or record_in(strength) is None:
        return None
    owned = re.compile(rf"['’]s?\s+(?:all-time\s+|previous\s+)?{re.escape(strength)}\b")
    return next((t.period for t in sentence.times if owned.match(sentence.text, t.end)), None)


def with_measure(trend: Trend, measures: list[Measure]) -> Trend:
    """A record, and what did not move, with the period and the modality of the measure that it is said of."""
    told = (trend.direction or "").startswith("record") or record_in(trend.strength or "") is not None
    if not told and (trend.direction != "flat" or trend.period is not None):
        return trend
    flow = (trend.indicator, trend.reporter, trend.partner)
    levels = [m for m in measures if (m.indicator, m.reporter, m.partner) == flow and m.value is not None]
    own = [m for m in levels if m.period == trend.period] if told else []
    measure = next(iter(own or levels), None)
    if measure is None:
        return trend
    return replace(trend, period=measure.period or trend.period, modality=measure.modality)


def _holds(sentence: Sentence, found: re.Match[str], measure: Measure) -> bool:
    """The figure right behind the words of the record is the measure's value."""
    behind = next((f for f in sentence.figures if 0 <= f.start - found.end() <= _RIGHT_BEHIND), None)
    return behind is not None and behind.value == measure.value


_RIGHT_BEHIND: Final = 16


def standing_records(sentence: Sentence, story: Story, measures: list[Measure], memory: Memory) -> list[Trend]:
    """Records that hang on no word of trade: on a figure before them, or on what the story spoke of last."""
    told = record_in(sentence.text)
    if told is None:
        return []
    direction, found = told
    before = [
        m
        for m in measures
        if 0 <= found.start() - (end := m.quote.end - sentence.start) <= _NEAR
        and ";" not in sentence.text[end : found.start()]
    ]
    before = [m for m in before if m.value is not None] or before
    if not before and _AT_HEIGHT.match(sentence.text):
        before = [m for m in measures if m.value is not None][:1]  # "At its height, in 2007, trade topped $7 billion"
    if before and _OF_SIZE.match(sentence.text, found.end()):
        # "down from May's record of 2 million": of the figure right behind it
        reach = sentence.start + found.end() + _RIGHT_BEHIND
        behind = (m for m in measures if m.value is not None and m.quote.end > sentence.start + found.end())
        before = [m for m in behind if m.quote.start <= reach and _holds(sentence, found, m)][:1] or before
    if not before and _OF_FIGURE.match(sentence.text, found.end()):
        first, reach = sentence.start + found.start(), sentence.start + found.end() + _RIGHT_BEHIND
        near = (m for m in measures if m.value is not None and m.quote.start <= reach and first < m.quote.end)
        before = [
            m
            for m in near
            if "base" not in m.inferred
            and (m.quote.start <= first or (m.unit == "people" and _holds(sentence, found, m)))
        ][:1]
    quote = Quote.of(story.document.text, sentence.start + found.start(), sentence.start + found.end())
    if before:
        m = before[-1]
        return [
            Trend(
                document=story.document.id, version=story.document.version_id, quote=quote, indicator=m.indicator, reporter=m.reporter,
                partner=m.partner, product=m.product, hs=m.hs, period=m.period, direction=direction, strength=found.group(),
                modality=m.modality, inferred=m.inferred, confidence=CONFIDENCE["record-of-figure"],
            )
        ]  # fmt: skip
    frame = memory.flow if memory.frame is not None and memory.frame.indicator == "tariff" else memory.frame
    if (
        measures
        or frame is None
        or sentence.index - memory.frame_sentence > _REMEMBERED
        or not _STANDS.match(sentence.text)
    ):
        return []
    return [
        Trend(
            document=story.document.id, version=story.document.version_id, quote=quote, indicator=frame.indicator, reporter=frame.reporter or "",
            partner=frame.partner, product=frame.good.words if frame.good else None, hs=frame.good.hs or None if frame.good else None,
            period=memory.period, direction=direction, strength=found.group(), inferred=("reporter", "partner", "period"), confidence=CONFIDENCE["record-of-story"],
        )
    ]  # fmt: skip
