"""One act, told once: the reports of many documents that tell the same act, and what became of what was planned.

Two reports tell the same act if parties, PLOVER type and family of verbs are the same (`tieline.model.same_act`), if both
say that it stands alike (happened, scheduled, declined, ...), and if their dates agree:

- dates that both texts give must be equal, a day a day, a month a month;
- a report without a date is of the day of its publication or of a day beside it: it joins the dated act that is nearest; what is told
  as background ("had accused") joins none;
- reports that none of them dates are one act if they were published within two days.

A plan and what became of it are two acts that know each other, for a plan is no deed. Every report is kept: nothing is
written into the ledger, the reports that were published by a day are put together when asked, so that no link is of a later
day than what is asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Event
from tieline.model.periods import Period
from tieline.model.same_act import family_of, mutual
from tieline.model.vocabulary import EventModality

AHEAD: Final[frozenset[EventModality]] = frozenset({"scheduled", "proposed", "hypothetical"})
"""What has not come to pass, as far as its report knows."""
OUTCOMES: Final[tuple[EventModality, ...]] = ("happened", "declined", "denied")
_DAY: Final = timedelta(days=1)
_NEAREST: Final = (timedelta(0), -_DAY, _DAY)
_NEVER: Final = date.max
_BACKGROUND: Final = re.compile(r"\b(?:had|once|formerly|previously|earlier|repeatedly|often|long|used to)\b")


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of an act: a claim, with when and where its document was published. `claim_id` is worked out if not given."""

    claim: Event
    published: Period | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    claim_id: str = ""

    def __post_init__(self) -> None:
        if not self.claim_id:
            object.__setattr__(self, "claim_id", self.claim.claim_id)

    @property
    def day(self) -> date | None:
        """The day of publication, if it is known to the day."""
        return self.published.start if self.published is not None and self.published.days == 1 else None

    @property
    def order(self) -> tuple[Any, ...]:
        """The first published comes first; what has no date last."""
        said = self.published.end if self.published else _NEVER
        return (said, self.claim.document, self.claim.quote.start, self.claim_id)


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act with all who report it, the first published first.

    Attributes:
        date: When it was, or is to be; None if no report tells it and it can't be concluded.
        inferred: The date is concluded from the day of publication.
        became: Of a plan: the act that it became, by its id.
        planned: Of what happened or was declined: the plan that was told first, by its id.
    """

    reports: tuple[Report, ...]
    date: Period | None
    inferred: bool = False
    became: str | None = None
    planned: str | None = None

    @property
    def first(self) -> Event:
        """The claim that told it first."""
        return self.reports[0].claim

    @property
    def act_id(self) -> str:
        """The id of that claim: `same_as` of the others."""
        return self.reports[0].claim_id

    @property
    def reciprocal(self) -> bool:
        """Both sides do it alike, as one of the reports says."""
        return any(report.claim.reciprocal for report in self.reports)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell it, each once."""
        return tuple(dict.fromkeys(report.claim.document for report in self.reports))


def told_acts(reports: Iterable[Report]) -> tuple[ToldAct, ...]:
    """Put the reports of one act together; each report is in one act. The acts stand in order of their dates.

    The order of what is given plays no part.
    """
    groups: dict[tuple[Any, ...], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.order):
        claim = report.claim
        pair = (min(claim.actor, claim.target), max(claim.actor, claim.target))
        groups[*pair, claim.type, family_of(claim.type, claim.mode)].append(report)
    acts: list[ToldAct] = []
    for mine in groups.values():
        alike: dict[EventModality, list[Report]] = defaultdict(list)
        for report in mine:
            alike[report.claim.modality].append(report)
        acts += _with_outcomes([act for some in alike.values() for act in _acts_of(some)])
    return tuple(sorted(acts, key=lambda act: (act.date or Period(_NEVER, _NEVER), act.reports[0].order)))


def _acts_of(reports: Sequence[Report]) -> list[ToldAct]:
    """The acts of one pair, family of verbs and modality."""
    dated: dict[Period, list[Report]] = defaultdict(list)
    open_: list[Report] = []
    for report in reports:
        when = report.claim.date
        if when is None or "date" in report.claim.inferred:
            open_.append(report)
        else:
            dated[when].append(report)
    told_on: dict[date, set[Period]] = defaultdict(set)
    for when, found in dated.items():
        for report in found:
            if report.day is not None:
                told_on[report.day].add(when)
    days = frozenset(dated)
    left = []
    for report in open_:
        near = _nearest(report, days, told_on)
        left.append(report) if near is None else dated[near].append(report)
    acts = [act for when, found in dated.items() for act in _by_direction(found, when)]
    return acts + [act for found in _by_publication(left) for act in _by_direction(found, None)]


def _nearest(report: Report, dated: frozenset[Period], told_on: Mapping[date, set[Period]]) -> Period | None:
    """The dated act that an undated report tells: of its day or the day beside it; None if there is none, or two plans.

    Args:
        report: The undated one.
        dated: The dates that others tell.
        told_on: Those dates by the days on which they were published.
    """
    day = _day_of(report)
    if day is None:
        return None
    if report.claim.modality in AHEAD or report.claim.modality == "declined":  # its date is not that of the news
        beside = set[Period]().union(*(told_on.get(day + step, ()) for step in _NEAREST))
        return next(iter(beside)) if len(beside) == 1 else None
    return next((when for step in _NEAREST if (when := Period.of_day(day + step)) in dated), None)


def _day_of(report: Report) -> date | None:
    """The day that a report without a sure date is of: the one concluded by the reader, or that of its publication.

    What is told as background ("had accused") is of neither.
    """
    when = report.claim.date
    if when is None and _BACKGROUND.search(report.claim.quote.exact):
        return None
    return when.start if when is not None and when.days == 1 else report.day


def _by_publication(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports within two days of the first of them; one of which no day is known stands alone."""
    found: list[list[Report]] = []
    first: date | None = None
    for report in sorted(reports, key=lambda report: (_day_of(report) or _NEVER, report.order)):
        day = _day_of(report)
        if day is not None and first is not None and day - first <= _DAY:
            found[-1].append(report)
        else:
            found.append([report])
            first = day
    return found


def _by_direction(reports: list[Report], when: Period | None) -> list[ToldAct]:
    """Acts of one date: one if both sides do it alike, else one for each direction."""
    if any(mutual(report.claim.type, reciprocal=report.claim.reciprocal) for report in reports):
        sides = [reports]
    else:
        by_actor: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            by_actor[report.claim.actor].append(report)
        sides = list(by_actor.values())
    return [_act(side, when) for side in sides]


def _act(reports: list[Report], when: Period | None) -> ToldAct:
    told = tuple(sorted(reports, key=lambda report: report.order))
    if when is not None:
        return ToldAct(told, when)
    day = _day_of(told[0]) if told[0].claim.modality == "happened" else None
    return ToldAct(told, Period.of_day(day) if day else None, inferred=day is not None)


def _with_outcomes(acts: list[ToldAct]) -> list[ToldAct]:
    """Join each dated plan with what came of it: the nearest act of its date that was told on its day of report or later."""
    became: dict[str, str] = {}
    planned: dict[str, str] = {}
    outcomes = sorted((act for act in acts if act.first.modality in OUTCOMES and act.date is not None), key=_begins)
    begins = [_begins(act) for act in outcomes]
    plans = [act for act in acts if act.first.modality in AHEAD and act.date is not None]
    for plan in sorted(plans, key=lambda act: act.reports[0].order):
        start, end = plan.date.start - _DAY, plan.date.end + _DAY  # type: ignore[union-attr]
        near = outcomes[bisect_left(begins, start) : bisect_right(begins, end)]
        fitting = [act for act in near if _fulfils(plan, act)]
        if fitting:
            best = min(fitting, key=lambda act: (OUTCOMES.index(act.first.modality), _apart(plan, act), act.reports[0].order))  # fmt: skip
            became[plan.act_id] = best.act_id
            planned.setdefault(best.act_id, plan.act_id)
    return [replace(act, became=became.get(act.act_id), planned=planned.get(act.act_id)) for act in acts]


def _begins(act: ToldAct) -> date:
    return act.date.start if act.date is not None else _NEVER


def _apart(plan: ToldAct, act: ToldAct) -> timedelta:
    assert plan.date is not None and act.date is not None  # noqa: S101, PT018
    return abs(plan.date.start - act.date.start)


def _fulfils(plan: ToldAct, act: ToldAct) -> bool:
    if plan.date is None or act.date is None or act.reports[-1].order[0] < plan.reports[0].order[0]:
        return False
    if (plan.first.actor, plan.first.target) != (act.first.actor, act.first.target) and not (
        mutual(plan.first.type, reciprocal=plan.reciprocal) or act.reciprocal
    ):
        return False
    slack = _DAY if plan.date.days == 1 else timedelta(0)
    return plan.date.start - slack <= act.date.start and act.date.end <= plan.date.end + slack
