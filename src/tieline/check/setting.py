"""What a claim means beyond its own fields: the quantity it asks for, its period, and whether it can be checked at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from tieline.check.asking import quantity_of
from tieline.check.gaps import balance_moved_to
from tieline.check.guesses import Guess, before_quote, guesses_of, of_periods, periods_spoken
from tieline.check.panel import Panel
from tieline.check.phrases import in_period
from tieline.check.quantities import Quantity
from tieline.check.since_words import first_told_ahead
from tieline.check.spans import is_yearly, own_clause, told_from_peak, told_span, years_back
from tieline.check.strength import USUAL, Strength
from tieline.check.times_against import time_against
from tieline.check.told_money import DOLLARS, money_told
from tieline.check.two_times import left_behind
from tieline.check.worded import words_of
from tieline.check.worded_times import years_held_against
from tieline.model import lazy_re as re
from tieline.model.claims import Event, Measure, Trend
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.model.rates import Rates

Figure = Measure | Trend
FARTHEST_YEARS = 3
"""A claim without a period, in a story that names none, is not held against figures older than this before publication."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A claim as a question.

    Attributes:
        quantity: What is asked for.
        period: The period that is asked for.
        base: The period it is compared with.
        inferred: What the claim does not say and the check supplied (`period`, `base`, `scope`: that goods are meant).
        published: The last day of the document's date of publication.
        rates: Exchange rates that the user gave.
        strength: What words of strength ask for.
        words: The claim's own, and the rest of their sentence.
        before: The words of the sentence before the claim's own.
        beside: The other figures and directions told in the sentence.
        level_at: Of when the level is, where it is that of the base: "down a seventh from its 2013 peak of $3 billion".
        doubt: Why figures can't contradict the claim, if so.
        told_with: The level told in the same words as a direction whose partner was carried over.
        guesses: What else may be meant where something was carried over from another sentence.
        money: The currency in which a direction is told, where it is not the dollar.
    """

    claim: Figure
    quantity: Quantity
    period: Period
    base: Period
    inferred: tuple[str, ...] = ()
    published: date | None = None
    rates: Rates | None = None
    strength: Strength = USUAL
    words: str = ""
    before: str = ""
    beside: tuple[Figure, ...] = ()
    level_at: Period | None = None
    doubt: str | None = None
    told_with: Measure | None = None
    guesses: tuple[Guess, ...] = ()
    money: str | None = None

    @property
    def clause(self) -> str:
        """The sentence up to the next clause behind the claim's own words."""
        return f"{self.before}{own_clause(self.words, self.claim.quote.exact)}"

    @property
    def told(self) -> str:
        """The claim's words and what is behind them, with the years that lead the sentence: "After two years of growth, | exports fell"."""
        own = own_clause(self.words, self.claim.quote.exact)
        lead = _YEARS_BEFORE.match(self.before)
        run = lead["run"] if lead is not None else first_told_ahead(self.before)
        return f"{own}, {run}" if run else own

    @property
    def yearly(self) -> int:
        """Over how many years a change is told for each of them; 0 where it is told as a whole."""
        years = self.period.start.year - self.base.start.year
        both = self.period.precision == self.base.precision == "year"
        return years if both and years > 1 and is_yearly(own_clause(self.words, self.claim.quote.exact)) else 0

    @property
    def proxy(self) -> bool:
        """The flows answer for something else: imports for consumption."""
        return self.claim.indicator == "consumption"


_YEARS_BEFORE = re.compile(r"\s*(?P<run>(?:After|Following|Ending|Snapping|Breaking)\b[^.;,]*),[^.;,]*$")


def told_when(setting: Setting, *, compared: bool) -> str:
    """The time of a claim as a sentence has it, with the base where it is compared with another time than the year before."""
    when = in_period(setting.period)
    if compared and setting.yearly:
        return f"a year on average from {setting.base.words()} to {setting.period.words()}"
    if compared and setting.base != setting.period.shifted_years(-1):
        return f"{when} against {setting.base.words()}"
    return when


def setting_of(
    claim: Figure,
    claims: Sequence[Figure | Event],
    document: Document | None,
    panels: Iterable[Panel],
    rates: Rates | None = None,
    strength: Strength = USUAL,
) -> Setting | None:
    """Settle the period of a claim; None where neither the claim nor the story nor the data give one.

    A claim without a period is read as the latest whole period that the story speaks of and the data have, whole years
    first; else as the latest whole year before publication that the data have, up to three years back.
    """
    quantity = quantity_of(claim)
    if quantity is None:
        return None
    inferred: tuple[str, ...] = ()
    text = document.text if document else None
    words, before = words_of(claim, text), before_quote(claim, text)
    if claim.indicator == "balance" and balance_moved_to(before) is not None:
        quantity = replace(quantity, signed=True)
    span = told_span(claim, words, claim.period, before) or time_against(claim, words, before)
    span = span or _same_span(claim, claims, text)
    period = span[0] if span else _same_year(claim, claims, words) or claim.period
    if period is None:
        held_against = years_held_against(words, claim.quote.exact) | left_behind(before)
        if isinstance(claim, Measure) and claim.base is not None:
            held_against.add(claim.base.iso)
        period = _story_period(claim, quantity, claims, document, list(panels), held_against)
        inferred = ("period",)
    if period is None:
        return None
    base = span[1] if span else claim.base if isinstance(claim, Measure) else None
    back = 0 if span else years_back(claim, words, before)
    told_short = period.days < _YEAR and "period" not in (
        *inferred,
        *claim.inferred,
    )  # "in March 2014 ... in two years"
    if back > 1 and not (period.precision == "year" or told_short) and document is not None and document.published:
        end = _YEARS_TO.search(words)
        period = Period.of_year(min(period.end.year, document.published.start.year - 1))  # "over the past decade"
        if end is None or end["year"] != period.iso:
            inferred = (*inferred, "period")
    back = back if period.days <= _LEAP else 0
    base = period.shifted_years(-back) if back > 1 else base
    if base is None or base == period:
        base = period.shifted_years(-1) if period.days <= 366 else period.before()
        inferred = (*inferred, "base") if _compares(claim) else inferred
    if quantity.scope.whole and not {"goods", "both"} & set(claim.scope):
        inferred = (*inferred, "scope")
    known = document.published.end if document and document.published else None
    carried = "period" in (*inferred, *claim.inferred) and not _is_pinned(claim, claims, period)
    others = periods_spoken(claim, claims, period) if carried else []
    guesses = (*guesses_of(claim, quantity, claims, text), *of_periods(quantity, others))
    at = base if told_from_peak(claim, words) == base else None
    money = money_told(claim, claims, words) if isinstance(claim, Trend) and claim.direction else None
    return Setting(
        claim, quantity, period, base, inferred, known, rates, strength, words, before,
        _told_beside(claim, claims, len(before), len(words)), at, guesses=guesses,
        money=None if money == DOLLARS else money,
    )  # fmt: skip


_YEAR, _LEAP = 365, 366
_YEARS_TO = re.compile(r"\byears\s+to\s+(?P<year>(?:19|20)\d\d)\b")


def _told_beside(claim: Figure, claims: Sequence[Figure | Event], before: int, words: int) -> tuple[Figure, ...]:
    """The other figures and directions whose quotes begin in the claim's sentence, which is so many characters long either way."""
    first, last = claim.quote.start - before, claim.quote.start + words
    others = (each for each in claims if isinstance(each, Measure | Trend) and each is not claim)
    return tuple(each for each in others if first <= each.quote.start < last)


def _is_pinned(claim: Figure, claims: Sequence[Figure | Event], period: Period) -> bool:
    """A level in the same words tells of which year a direction is: "trade grew slightly to $27.7 billion"."""
    return isinstance(claim, Trend) and any(
        isinstance(each, Measure)
        and each.value is not None
        and each.quote.start == claim.quote.start
        and each.period == period
        for each in claims
    )


_SAME_TIME = re.compile(
    r"\b(?:over|in|during|within) (?:the same|that|this) (?:period|time|span|years|decade)\b", re.IGNORECASE
)


def _same_span(
    claim: Figure, claims: Sequence[Figure | Event], text: str | None
) -> tuple[Period | None, Period] | None:
    """The years of the change told just before, where a claim is one "over the same period"."""
    told = f"{before_quote(claim, text)}{own_clause(words_of(claim, text), claim.quote.exact)}"
    if not _compares(claim) or not _SAME_TIME.search(told):
        return None
    before = [each for each in claims if isinstance(each, Measure | Trend) and each.quote.start < claim.quote.start]
    for each in sorted(before, key=lambda one: one.quote.start, reverse=True):
        span = told_span(each, words_of(each, text), each.period, before_quote(each, text))
        if span is not None and span[0] is not None:
            return span
    return None


_THAT_YEAR = re.compile(r"\b(?:the same|that(?: same)?) year\b", re.IGNORECASE)


def _same_year(claim: Figure, claims: Sequence[Figure | Event], words: str) -> Period | None:
    """The year told just before, where a claim is of "the same year" and its own was carried over."""
    if "period" not in claim.inferred or not _THAT_YEAR.search(own_clause(words, claim.quote.exact)):
        return None
    before = [each for each in claims if isinstance(each, Measure | Trend) and each.quote.start < claim.quote.start]
    years = [each for each in before if each.period is not None and each.period.precision == "year"]
    last = max(years, key=lambda each: each.quote.start, default=None)
    return last.period if last is not None else None


def _compares(claim: Figure) -> bool:
    if isinstance(claim, Trend):
        return claim.direction is not None
    return claim.change_pct is not None or claim.change_value is not None


def _story_period(
    claim: Figure,
    quantity: Quantity,
    claims: Sequence[Figure | Event],
    document: Document | None,
    panels: list[Panel],
    apart: AbstractSet[str],
) -> Period | None:
    """The period that the story speaks of; not one that the claim is held against in its own words (`apart`)."""
    published = document.published if document else None
    figures = [each for each in claims if isinstance(each, Measure | Trend) and each is not claim and each.period]
    same_pair = [each for each in figures if {each.reporter, each.partner} == {claim.reporter, claim.partner}]
    for group in (same_pair, figures):
        spoken = {each.period for each in group if each.period and each.period.iso not in apart}
        past = [p for p in spoken if p.whole_months and (published is None or p.end < published.start)]
        for period in sorted(past, key=lambda p: (p.precision == "year", p.end, p.days), reverse=True):
            if any(panel.speaks_of(quantity, period) for panel in panels):
                return period
    if published is None:
        return None
    years = [Period.of_year(published.start.year - back) for back in range(1, FARTHEST_YEARS + 1)]
    for year in years:
        if any(row.period in year for panel in panels for row in panel.pair_rows(quantity)):
            return year
    return None
