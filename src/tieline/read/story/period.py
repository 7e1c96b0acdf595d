"""The period that a story speaks of, for the figures that name none.

It is that of the last sentence that dated its own figures.  A comparison with an earlier time of the same length does
not move it ("... against 542,000 in January 2016"), unless its sentence begins with that time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Trend
from tieline.model.periods import Period
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame
from tieline.read.story.scene_times import scene_set
from tieline.read.when.resolver import TimeMention

_REMEMBERED: Final = 6
"""Sentences for which a period stays the one spoken of."""
_YEAR: Final = 360
_LONGEST, _TWO_YEARS = 366, 731
_SHORTEST, _TEN_DAYS = 2, 10
_MONTH: Final = 28
_ALONE: Final = re.compile(r"\balone\b", re.IGNORECASE)
_OPENING: Final = 40
"""Characters in which a sentence says first of what time it tells."""
_FIRST_WORDS: Final = 12


_OF_TRADE: Final = re.compile(
    r"\b(?:tourists?|visitors?|arrivals|export(?:s|ed)?|import(?:s|ed)?|trade[ds]?|trading|remittances?|investments?|shipments?|sales|purchases|sold|bought|shipped|supplied)\b",
    re.IGNORECASE,
)
"""In a sentence that opens a story without a claim of its own: what its period is of."""


@dataclass(slots=True)
class StoryPeriod:
    """The period spoken of, and the sentence that gave or used it last.

    `wider` is the period that the one spoken of is a part of, where the story had spoken of that first: a new paragraph
    goes back to it ("... in July, up 3 percent" in a story of the first seven months).  `ahead` is the time that an aim or a
    forecast was last told for, which no fact is of; `last` that of the sentence before.  `spoken` are the periods named so far.  `figured` tells that
    figures were of the period, so that an earlier one may be told only to be held against it; no figure may be of one that runs on.
    """

    published: Period | None = None

    period: Period | None = None
    sentence: int = -99
    wider: Period | None = None
    paragraph: int = -1
    ahead: Period | None = None
    last: Period | None = None
    last_sentence: int = -99
    spoken: list[Period] = field(default_factory=list)
    figured: bool = False

    def at(self, sentence: Sentence) -> Period | None:
        """The period that a figure of this sentence may inherit."""
        near = sentence.part == "body" and sentence.index - self.sentence <= _REMEMBERED
        if self.last is not None and sentence.index == self.last_sentence + 1 and _OF_THIS.match(sentence.text):
            return self.last
        if _SAME_TIME.search(sentence.text) and (same := self._told_just_before(sentence)) is not None:
            return same
        if self.wider is not None and sentence.paragraph != self.paragraph:
            return self.wider if near else None
        return self.period if near else None

    def _told_just_before(self, sentence: Sentence) -> Period | None:
        """What "the same period" and "that time" take up: the time that the sentence before names last, else that told last.

        A part of the time that its figures are of is named in passing ("... in 2017, after its November estimate").
        """
        before = sentence.before
        named = (
            [t.period for t in before.times if t.role == "period" and t.period is not None]
            if before is not None
            else []
        )
        at_once = self.last if before is not None and self.last_sentence == before.index else None
        if (
            named
            and named[-1].days >= _TEN_DAYS
            and not (at_once and _inside(named[-1], at_once) and (at_once in named or at_once.end == named[-1].end))
        ):
            return named[-1]
        return self.last if sentence.index <= self.last_sentence + _SOON else None

    def glance(self, sentence: Sentence, times: Sequence[TimeMention]) -> None:
        """Take up the time that a sentence without claims sets the scene by, which nobody has parsed."""
        told = scene_set(sentence, times, self.published)
        if told is None:
            return
        if self.period is not None and told.end < self.period.end and not _inside(told, self.period):
            return  # an earlier time, told in passing
        self.spoken.append(told)
        self.period, self.sentence, self.wider, self.figured = told, sentence.index, None, False
        self.last, self.last_sentence = told, sentence.index

    def forget(self) -> None:
        """A story of its own begins."""
        self.period, self.sentence, self.wider = None, -99, None
        self.ahead, self.last, self.last_sentence = None, None, -99
        self.spoken.clear()

    def note(
        self, sentence: Sentence, measures: Sequence[Measure], trends: Sequence[Trend], frames: Sequence[Frame]
    ) -> None:
        """Take up the period of a sentence that was read."""
        carried = self.at(sentence)
        self.spoken += [t.period for t in sentence.times if t.role == "period" and t.period is not None]
        told = [
            m
            for m in measures
            if m.indicator != "tariff" and ("period" not in m.inferred or (m.base is not None and m.period != carried))
        ]
        told = [m for m in told if not _goes_back(sentence, m.period)]
        aims = [m for m in told if self._is_ahead(m)]
        told = [m for m in told if m not in aims]
        self.ahead = next(iter(_stretches(m.period for m in reversed(aims))), self.ahead)
        dated, scene = _stretches(m.period for m in told), None
        if stretch := [m.period for m in told if m.period is not None and m.period.days > _LONGEST]:
            self.last, self.last_sentence = max(stretch, key=lambda p: p.end), sentence.index
        if not dated:
            dated = _stretches(t.period for t in trends if not self._is_ahead(t))
            if not dated and not measures and sentence.part == "body":
                named = (
                    t.period
                    for t in sentence.times
                    if t.role == "period" and t.kind != "since" and not self._is_foretold(sentence, t.start, t.period)
                )
                dated = [p for p in _stretches(named) if p.days >= _TEN_DAYS and not self._begins_later(p)]
                scene = scene_set(sentence, sentence.times, self.published)
                if not frames:
                    between = _between_two(sentence) and (carried is None or all(carried.end < p.start for p in dated))
                    opened = carried is None and _OF_TRADE.search(sentence.text)
                    dated = dated if between or opened else [p for p in dated if p == scene]
            told_of = bool(sentence.figures or trends)
            since = None if carried is None else carried.start if told_of else carried.end
            dated = [
                p for p in dated if since is None or p.end >= since or p == scene or _opens(sentence, p, _FIRST_WORDS)
            ]
        if dated:
            latest = max(dated, key=lambda p: (p.end, p.days >= _MONTH))
            self.last, self.last_sentence = latest, sentence.index
            aside = carried is not None and (
                ((self.figured or not self._runs_on(carried)) and _compares(sentence, latest, carried))
                or _is_part(sentence, latest, carried)
                or (latest.end <= carried.end and _looks_back(sentence))
            )
            inside = (
                carried is not None
                and not aside
                and _inside(latest, carried)
                and latest.end == carried.end
                and carried.days < _YEAR
            )
            told_again = carried is not None and not aside and _goes_back_in_passing(sentence, latest, carried)
            self.wider, self.paragraph = (carried if inside or told_again else None), sentence.paragraph
            self.period = carried if aside else latest
            self.figured = self.figured if aside else any(m.period == latest for m in measures)
            self.sentence = sentence.index
        elif measures and carried:
            self.sentence, self.figured = sentence.index, True

    def _is_foretold(self, sentence: Sentence, start: int, period: Period | None) -> bool:
        """As in "will probably top last year's level in 2020", told in August: a time that is not over, of what is to come in it."""
        running = period is not None and self.published is not None and period.end > self.published.end
        return running and _TO_COME.search(sentence.text[:start]) is not None

    def _runs_on(self, period: Period) -> bool:
        """It is not over when the story is told."""
        return self.published is not None and period.end > self.published.end

    def _begins_later(self, period: Period) -> bool:
        return self.published is not None and period.start > self.published.end

    def _is_ahead(self, claim: Measure | Trend) -> bool:
        """What is aimed at or foretold for its time, and what is of a time to come, whatever the words say.

        A budget of aid is spoken of as it stands from its first day.
        """
        if claim.period is None:
            return False
        aimed = claim.modality not in {"actual", "estimate"} and claim.indicator != "aid"
        return aimed or self._begins_later(claim.period)


def _goes_back(sentence: Sentence, period: Period | None) -> bool:
    """As in "the most since 2008, when it sold 9 tonnes": the time of a clause on what others are held against."""
    return any(
        ((t.role == "base" and t.period == period) or t.kind == "since")
        and t.period is not None
        and period is not None
        and t.period.start == period.start
        and _WHEN.match(sentence.text, t.end)
        for t in sentence.times
    )


_WHEN: Final = re.compile(r",?\s+when\s")
_SOON: Final = 2
_SAME_TIME: Final = re.compile(
    r"\b(?:in|over|for|during|within) (?:the|that) (?:very )?same (?:period|time|year|month|quarter|half-year|months)\b(?! (?:of|in|last|a|the|one|as)\b)"
    r"|\b(?:over|during|in|within|for) (?:that|this|those|these) (?:entire |whole )?(?:period|time|span|stretch|months|(?:two|three|four) (?:months|quarters))\b(?! (?:of|to|ended|ending)\b)",
    re.IGNORECASE,
)
"""What is told last is spoken of on."""
_TO_COME: Final = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are|was|were) (?:forecast|set|due|likely)|forecasts?|expect(?:s|ed)?|predict(?:s|ed)?|project(?:s|ed)?|aims?|plans?)\b[^.;]*$",
    re.IGNORECASE,
)
_OF_THIS: Final = re.compile(r"(?:And |But )?Of (?:this|that|these|those|it|them|which|the (?:total|sum|amount))\b")
"""A sentence that opens with it speaks on of the figure just told."""


def _compares(sentence: Sentence, earlier: Period, carried: Period) -> bool:
    """The sentence only holds an earlier time against the one spoken of."""
    if earlier.end >= carried.start or not _as_long(earlier, carried):
        return False
    opening = next(
        (t for t in sentence.times if t.period == earlier and t.start < _OPENING and not _IS_HELD.match(sentence.text)),
        None,
    )
    return opening is None or _THE_SAME.match(opening.text) is not None


_IS_HELD: Final = re.compile(
    r"\W*(?:that|this|it|which|these|those)\s+(?:[a-z]+\s+)?(?:compare[sd]?|(?:is|was|were)\s+(?:up|down))\s",
    re.IGNORECASE,
)
"""As in "That compares with 4 million in April 2019": nothing opens with that time."""
_THE_SAME: Final = re.compile(r"(?:the )?(?:same|corresponding|comparable|like)\b", re.IGNORECASE)
"""As in "In the same months of 2018": a time told by another one, to which the story goes back."""


def _goes_back_in_passing(sentence: Sentence, earlier: Period, carried: Period) -> bool:
    """As in "... In 2022 it was 1.6 billion.", behind others of its paragraph on 2023: the next one goes on with that."""
    before = sentence.before
    behind = before is not None and before.paragraph == sentence.paragraph
    return behind and earlier.end < carried.start and _as_long(earlier, carried)


def _opens(sentence: Sentence, period: Period, within: int) -> bool:
    return any(time.period == period and time.start < within for time in sentence.times)


def _as_long(one: Period, other: Period) -> bool:
    """Months are of 28 to 31 days."""
    return one.days == other.days or (one.whole_months and other.whole_months and abs(one.days - other.days) <= _UNEVEN)


_UNEVEN: Final = 3


def _between_two(sentence: Sentence) -> bool:
    """The sentence tells figures between two countries, though no claim was made of them."""
    return bool(sentence.figures) and len({m.code for m in sentence.mentions}) > 1


def _looks_back(sentence: Sentence) -> bool:
    """As in "In 2012, the best year, it had sold 9,000 tonnes": what had been before the time spoken of."""
    roots = [t for t in sentence.tokens if t.dep == "ROOT" and t.tag == "VBN"]
    return any(c.dep == "aux" and c.lower == "had" for root in roots for c in root.children)


def _inside(part: Period, whole: Period) -> bool:
    return whole.start <= part.start and part.end <= whole.end and part.days < whole.days


def _is_part(sentence: Sentence, part: Period, carried: Period) -> bool:
    """As in "June alone brought 1.05 billion": a part of the time spoken of, which stays that."""
    return _inside(part, carried) and _ALONE.search(sentence.text) is not None


def _stretches(periods: Iterable[Period | None]) -> list[Period]:
    """Months, quarters and years (an academic year lies in two), that later figures may be of; no days, and no "since 2009"."""
    return [
        p
        for p in periods
        if p is not None and (_SHORTEST <= p.days <= _LONGEST or (p.whole_years and p.days <= _TWO_YEARS))
    ]
