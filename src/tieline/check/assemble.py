"""One verdict: the parts of a claim against one dataset put together with rows, SQL, context and the nearest truth."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import Any

from tieline.check.as_told import as_told
from tieline.check.context import Context, context_of
from tieline.check.counted_moves import judge_counted
from tieline.check.doubts import with_doubt
from tieline.check.each_year import of_each_year
from tieline.check.earlier_levels import judge_earlier_level
from tieline.check.first_gaps import judge_first_gap
from tieline.check.growth_pace import judge_growth_pace
from tieline.check.months_before import against_the_month_before, judge_months
from tieline.check.moves import judge_move, judge_points
from tieline.check.nearest import claimed_of, found_of, nearest_of
from tieline.check.pace import judge_pace
from tieline.check.panel import Panel, Row
from tieline.check.parts import Judged, judge_measure
from tieline.check.phrases import capital
from tieline.check.queries import half_found, readings_of, sql_of_rows
from tieline.check.ranked_records import judge_ranked_record
from tieline.check.record_moves import judge_record_move
from tieline.check.records import judge_peak
from tieline.check.setting import Setting
from tieline.check.settle import lacking
from tieline.check.since import judge_told_beside
from tieline.check.trends import asks_for, judge_trend
from tieline.check.turned_gaps import judge_turn
from tieline.check.variants import with_variants
from tieline.model.claims import Event, Measure, Trend
from tieline.model.verdicts import Verdict, WhyOpen, worst
from tieline.model.vocabulary import RATED, VerdictWord

_SPLIT: frozenset[WhyOpen | None] = frozenset({"rows", "way", "reading", "whole"})
"""What is open since one reading supports what another contradicts."""


def verdict_against(setting: Setting, panel: Panel, panels: Sequence[Panel] = ()) -> Verdict | None:
    """Hold a claim against a dataset, beside all those (`panels`) that have rows of the pair; None where it has none of the period."""
    if not panel.speaks_of(setting.quantity, setting.period):
        return None
    setting = against_the_month_before(setting)
    judged = as_told(setting, panel, judge) or with_variants(setting, panel, judge(setting, panel), judge)
    judged = with_doubt(setting, panel, judged, panels)
    word = overall([each.part.verdict for each in judged])
    context = context_of(setting, panel, judged) if word == "supported" else Context()
    if context.sentences:
        word = "supported-with-context"
    readings = readings_of(setting, panel, judged)
    rows = _unique([row for each in judged for answer in _used(each) for row in answer], context.rows)
    if not any(each.answers for each in judged):
        rows = half_found(panel, setting.quantity, (setting.period, setting.base))
    sql = list(dict.fromkeys(r.sql for r in readings if r.chosen or not r.result or word == "ambiguous"))
    if context.rows:
        sql.append(sql_of_rows(panel, context.rows))
    return dataclasses.replace(
        blank_verdict(setting.claim, word),
        dataset=panel.dataset,
        vintage=panel.vintage or None,
        parts=tuple(each.part for each in judged),
        found=found_of(setting, judged),
        nearest=nearest_of(_at_its_year(setting, judged), panel, judged, context),
        context=context.sentences,
        help=_why_open(word, setting, panel, judged),
        readings=readings,
        rows=tuple(row.cells for row in rows),
        sql=tuple(sql),
        sources=sources_of([row.cells for row in rows]),
        strength=asks_for(setting),
    )


def _at_its_year(setting: Setting, judged: Sequence[Judged]) -> Setting:
    """The setting of the year that decided, of several that are told."""
    at = next((each.at for each in judged if each.at is not None), None)
    return setting if at is None else dataclasses.replace(setting, period=at, base=at.shifted_years(-1))


def judge(setting: Setting, panel: Panel) -> list[Judged]:
    """Judge each part of a claim against a panel, by its most direct meaning, in each of the years that it is told of."""
    return of_each_year(setting, panel, _judge(setting, panel), _judge)


def _judge(setting: Setting, panel: Panel) -> list[Judged]:
    if isinstance(setting.claim, Measure):
        told = (
            judge_move,
            judge_points,
            judge_earlier_level,
            judge_told_beside,
            judge_peak,
            judge_record_move,
            judge_turn,
            judge_pace,
            judge_growth_pace,
            judge_counted,
            judge_months,
            judge_first_gap,
            judge_ranked_record,
        )
        return _once([*judge_measure(setting, panel), *(each for judged in told for each in judged(setting, panel))])
    return _once(
        [
            *judge_trend(setting, panel),
            *judge_earlier_level(setting, panel),
            *judge_pace(setting, panel),
            *judge_counted(setting, panel),
            *judge_turn(setting, panel),
            *judge_months(setting, panel),
            *judge_first_gap(setting, panel),
        ]
    )


def _once(judged: Sequence[Judged]) -> list[Judged]:
    """Each part once: of two under one name, the one with the worse verdict."""
    found: dict[str, Judged] = {}
    for each in judged:
        known = found.get(each.part.name)
        told = (*known.told, *_claimed(known), *each.told, *_claimed(each)) if known is not None else each.told
        if known is None or overall([known.part.verdict, each.part.verdict]) != known.part.verdict:
            known = each
        found[each.part.name] = dataclasses.replace(known, told=told)
    return list(found.values())


def _claimed(judged: Judged) -> tuple[str, ...]:
    """The words that a part was judged by."""
    return (judged.part.claimed,) if isinstance(judged.part.claimed, str) else ()


def _why_open(word: VerdictWord, setting: Setting, panel: Panel, judged: Sequence[Judged]) -> str | None:
    """Why the figures don't decide, and what would."""
    if word == "no-data":
        return lacking(setting, panel, judged)
    if word == "not-checkable":
        notes = dict.fromkeys(each.part.note for each in judged if each.part.verdict == word and each.part.note)
        return " ".join(f"{capital(note)}." for note in notes) or None
    if word == "imprecise":
        notes = dict.fromkeys(each.part.note for each in judged if each.part.verdict == word and each.part.note)
        here = [note.replace("figures are", f"figures of {panel.dataset} are", 1) for note in notes]
        return " ".join(f"{capital(note)}." for note in here) or None
    if word != "ambiguous":
        return None
    told: dict[str, list[str]] = {}  # the figures of each reading that holds
    splits = False
    for each in judged:
        if each.part.verdict == "ambiguous" and each.part.note:
            why, _, number = each.part.note.partition(": ")
            told.setdefault(why, []).append(number)
            splits |= each.part.why in _SPLIT
    reasons = [f"{why}: {', '.join(numbers)}" if all(numbers) else why for why, numbers in told.items()]
    lead = "The readings split" if splits else "The figures do not decide it"
    return f"{lead}: {'; '.join(reasons)}." if reasons else None


def overall(words: Sequence[VerdictWord]) -> VerdictWord:
    """The verdict of a claim from those of its parts: the worst; a claim with a part left open is not supported.

    >>> overall(["supported", "contradicted"]), overall(["supported", "no-data"]), overall(["no-data", "imprecise"])
    ('contradicted', 'no-data', 'imprecise')
    """
    rated = worst(list(words))
    left_open = [word for word in words if word not in RATED]
    if left_open and rated in {"supported", "supported-with-context"}:
        return "ambiguous" if "ambiguous" in left_open else left_open[0]
    return rated


def blank_verdict(claim: Measure | Trend | Event, word: VerdictWord) -> Verdict:
    """A verdict with what it takes from the claim alone."""
    import tieline  # noqa: PLC0415 - the version; the package's face imports this room

    return Verdict(
        claim_id=claim.claim_id,
        document=claim.document,
        kind=claim.kind,
        quote=claim.quote.to_json(),
        dataset=None,
        vintage=None,
        verdict=word,
        claimed=_act(claim) if isinstance(claim, Event) else claimed_of(claim),
        version=claim.version,
        tool_version=tieline.__version__,
    )


def sources_of(rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Where a reader finds the rows: the citation and address of each, or the dataset's name."""
    named = []
    for row in rows:
        citation = row["citation"] or " ".join(x for x in (row["publisher"], row["dataset"], row["vintage"]) if x)
        named.append(f"{citation}, {row['url']}" if row["url"] else citation)
    return tuple(dict.fromkeys(named))


def _used(each: Judged) -> list[tuple[Row, ...]]:
    """The rows that the verdict of a part rests on: of the chosen reading, or of all where they split."""
    if each.part.verdict == "ambiguous" or (each.part.name == "rank" and each.sentence is None):
        return [answer.rows for answer in each.answers]
    return [each.chosen.rows] if each.chosen else []


def _unique(*tables: Sequence[Row]) -> list[Row]:
    return list({row.row_id: row for rows in tables for row in rows}.values())


def _act(claim: Event) -> str:
    when = f", {claim.date.iso}" if claim.date else ""
    return f"{claim.type}: {claim.actor} to {claim.target}{when}"
