"""Directions without a figure: trade that grows, ties that cool, records; and ranks and comparisons.

A direction is no trend where a measure of the same flow shows it; the caller drops those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tieline.model.claims import Measure, Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.joint_owners import owners_of
from tieline.read.measures.figure_frames import clause_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story
from tieline.read.story.goods import whole_list
from tieline.read.story.modality import taken_back
from tieline.read.trends.alike import alike_moves, way_of
from tieline.read.trends.amounts import read_amounts
from tieline.read.trends.clauses import Move
from tieline.read.trends.comparisons import read_comparisons
from tieline.read.trends.demand import read_demand
from tieline.read.trends.each_flow import but_less_to, each_partner, each_subject
from tieline.read.trends.gap_ways import way_of_a_gap, worsened
from tieline.read.trends.gifts import read_gifts
from tieline.read.trends.lists import read_listed, read_spread
from tieline.read.trends.market_ground import read_ground
from tieline.read.trends.member_moves import member_moves
from tieline.read.trends.members import partners_behind
from tieline.read.trends.moves import move_of
from tieline.read.trends.no_flows import is_carried_far, is_of_strangers, tells_none, with_known_side
from tieline.read.trends.numbers_of_guests import read_numbers_of_guests
from tieline.read.trends.people import read_people
from tieline.read.trends.pronouns import carried_moves
from tieline.read.trends.ranks import read_rank
from tieline.read.trends.reasons import read_reasons
from tieline.read.trends.records import owner_of_record, record_in, standing_records, with_measure
from tieline.read.trends.shown import (
    from_level_before,
    gives_figure,
    is_cause_of_change,
    levels_of,
    tells_long,
    told_in_figures,
    was_told,
)
from tieline.read.trends.ties import read_ties
from tieline.read.trends.times import modality_at, period_near
from tieline.read.trends.verbs import verb_move


def read_trends(
    sentence: Sentence, frames: list[Frame], taken: set[int], measures: list[Measure], story: Story, memory: Memory
) -> list[Trend]:
    """The trends of a sentence; `taken` holds the token indices of frames that its measures already use."""
    if taken_back(sentence, Figure(len(sentence.text), len(sentence.text), "percent", 0.0, None, len(sentence.text))):
        return []
    compared = read_comparisons(sentence, frames, story)
    out = _of_frames(sentence, frames, taken, measures, story, memory)
    out = out or [_trend(sentence, story, *each) for each in carried_moves(sentence, frames, memory)]
    named = [_trend(sentence, story, *each) for each in member_moves(sentence, frames, memory)]
    out = [*_apart(out, named), *named]
    if not any(record_in(trend.strength or "") for trend in out):
        out += standing_records(sentence, story, measures, memory)
    out = [_of_story(_dated(with_measure(trend, measures), measures), sentence, memory) for trend in out]
    out = _with_alike(out, sentence, frames, measures, story, memory)
    out = _with_other_forms(out, sentence, frames, story, memory)
    told: list[Measure | Trend] = [*measures, *out]
    ways = [way for claim in told if (way := way_of(claim)) is not None]
    memory.last_way = (sentence.index, ways[-1]) if ways else memory.last_way
    return _once([*compared, *_apart(out, compared)])


def _of_frames(
    sentence: Sentence, frames: list[Frame], taken: set[int], measures: list[Measure], story: Story, memory: Memory
) -> list[Trend]:
    """The ways that the words of trade tell by themselves, each of its flow."""
    out: list[Trend] = []
    for frame in [with_known_side(each, story, memory) for each in frames]:
        if tells_none(sentence, frame):
            continue
        if frame.verb:
            out += _of_verb(sentence, frame, taken, measures, story)
        elif not is_carried_far(sentence, frame, frames, memory):
            out += _of_noun(sentence, frame, taken, measures, story, memory)
    return out


def _of_verb(
    sentence: Sentence, frame: Frame, taken: set[int], measures: list[Measure], story: Story
) -> Iterator[Trend]:
    """As in "sold more salmon to Poland but less to Russia"."""
    move = verb_move(sentence, frame)
    if move is None or is_of_strangers(sentence, frame):
        return
    if frame.token.i in taken and gives_figure(frame, move.direction, measures):
        return
    if is_cause_of_change(frame, move, measures):
        return
    for each in each_subject(sentence, frame):
        yield from (_trend(sentence, story, one, move) for one in each_partner(each))
    yield from (_trend(sentence, story, *other) for other in but_less_to(sentence, frame, move))


def _of_noun(
    sentence: Sentence, frame: Frame, taken: set[int], measures: list[Measure], story: Story, memory: Memory
) -> Iterator[Trend]:
    """As in "exports to Poland fell", of each owner and partner, where no figure shows it."""
    move = move_of(sentence, frame) or (worsened(frame.token) if frame.indicator == "balance" else None)
    if move is None or _is_supposed(move):
        return
    if move.token.lemma == "exceed" and sentence.figures:
        return  # a level, no direction
    if not (move.record or move.direction.startswith("record")):
        if told_in_figures(sentence, frame, move) or len(levels_of(frame, measures)) > 1:
            return
        if frame.token.i in taken and gives_figure(frame, move.direction, measures):
            return
        if from_level_before(sentence, frame, move, measures, memory) or was_told(sentence, frame, move, memory):
            return
    named = (
        partners_behind(sentence, move.token.idx + len(move.token), frame.indicator) if _is_open(frame, move) else []
    )
    for owner in owners_of(sentence, frame) or [frame.reporter or ""]:
        for each in [replace(frame, partner=code) for code in named] or each_partner(frame):
            if each.partner is None or each.partner != owner:
                yield _trend(sentence, story, replace(each, reporter=owner), move)


def _is_open(frame: Frame, move: Move) -> bool:
    """With whom the flow moves may be told behind its verb."""
    return frame.partner == "WLD" and "partner" in frame.inferred and not move.record and move.token.i > frame.token.i


def _with_other_forms(
    out: list[Trend], sentence: Sentence, frames: list[Frame], story: Story, memory: Memory
) -> list[Trend]:
    """The trends, with those told by lists, amounts, people, gifts, ties and ranks."""
    out = [*out, *read_listed(sentence, frames, story, memory)]
    spread = read_spread(sentence, frames, story, memory)
    out = [*_apart(out, spread), *spread, *read_amounts(sentence, frames, story, memory)]
    for read in (read_people, read_numbers_of_guests, read_ground, read_demand):
        out += _apart(read(sentence, story, memory), out)
    out += _apart(read_gifts(sentence, story, memory), out)
    out += _apart(read_reasons(sentence, frames, story), out)
    return [*out, *read_ties(sentence, story, memory), *read_rank(sentence, story)]


def _apart(trends: list[Trend], others: list[Trend]) -> list[Trend]:
    """The trends that are told in other words than those others."""
    return [trend for trend in trends if not any(_overlap(trend, each) for each in others)]


def _with_alike(
    out: list[Trend], sentence: Sentence, frames: list[Frame], measures: list[Measure], story: Story, memory: Memory
) -> list[Trend]:
    """The trends, with those of flows that "did the same"."""
    alike = [_trend(sentence, story, *each) for each in alike_moves(sentence, frames, (*measures, *out), memory)]
    alike = [_of_story(trend, sentence, memory) for trend in alike]
    return [*(t for t in out if not any(_same_flow(t, each) for each in alike)), *alike]


def _same_flow(one: Trend, other: Trend) -> bool:
    return (one.indicator, one.reporter, one.partner, one.product) == (
        other.indicator,
        other.reporter,
        other.partner,
        other.product,
    )


def _is_supposed(move: Move) -> bool:
    """As in "If trade is growing, the reason is gas": nothing that is told to be so."""
    clause = clause_of(move.token)
    return clause.dep == "advcl" and any(c.dep == "mark" and c.lower in {"if", "unless"} for c in clause.children)


def _of_story(trend: Trend, sentence: Sentence, memory: Memory) -> Trend:
    """A movement told as past, without a time of its own, is of the period that the story speaks of."""
    start, end = trend.quote.start - sentence.start, trend.quote.end - sentence.start
    if trend.period is not None or memory.period is None or trend.modality != "actual" or trend.indicator == "other":
        return trend
    if tells_long(trend):
        return trend
    timeless = not any(t.role in {"period", "base", "vague"} and t.kind != "weekday" for t in sentence.times)
    past = any(start <= t.idx < end and t.tag == "VBD" and t.pos == "VERB" for t in sentence.tokens)
    if not (timeless and past):
        return trend
    return replace(trend, period=memory.period, inferred=tuple(dict.fromkeys((*trend.inferred, "period"))))


def _once(trends: list[Trend]) -> list[Trend]:
    """Each direction of a flow once: two words of trade in one phrase ("business with its trading partner was booming") tell the same."""
    told: dict[tuple[object, ...], Trend] = {}
    for trend in trends:
        against = str(trend.compared_with) if trend.compared_with else None
        flow = (trend.indicator, trend.reporter, trend.partner, trend.product)
        fact = (*flow, trend.direction, trend.modality, against)
        if trend.period is not None:
            told.pop((*fact, None), None)
        elif any(other[:-1] == fact for other in told):
            continue
        told.setdefault((*fact, trend.period), trend)
    return list(told.values())


def _dated(trend: Trend, measures: list[Measure]) -> Trend:
    """A direction told beside figures is of their period, where they all are of one and it is told of no longer time."""
    periods = {m.period for m in measures if "base" not in m.inferred}
    if any(p is not None and (p.end - p.start).days > _YEAR for p in periods):
        return trend
    if (
        trend.period is not None
        or len(periods) != 1
        or None in periods
        or tells_long(trend)
        or trend.modality != measures[0].modality
    ):
        return trend
    return replace(trend, period=periods.pop(), inferred=tuple(dict.fromkeys((*trend.inferred, "period"))))


_YEAR: Final = 366


def _overlap(one: Trend, other: Trend) -> bool:
    return one.quote.start < other.quote.end and other.quote.start < one.quote.end


def _trend(sentence: Sentence, story: Story, frame: Frame, move: Move) -> Trend:
    first = min(frame.start, move.token.idx)
    last = max(frame.end, move.token.idx + len(move.token))
    subtree = [
        t
        for t in move.token.subtree
        if t.i > move.token.i and t.dep in {"advmod", "prt", "acomp"} and t.i - move.token.i < 5
    ]
    for t in subtree:
        last = max(last, t.idx + len(t))
    period, inferred = period_near(sentence, first, last, wide=move.record)
    period = owner_of_record(sentence, move.strength) or period
    direction = way_of_a_gap(frame, move, sentence.text) if frame.indicator == "balance" else move.direction
    good = whole_list(sentence, frame.good) if frame.good else None
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + first, sentence.start + last),
        indicator=frame.indicator, reporter=frame.reporter or "", partner=frame.partner, product=good.words if good else None,
        hs=good.hs or None if good else None, period=period, direction=direction, strength=move.strength,
        modality="forecast" if move.foretold else modality_at(sentence, move.token), inferred=tuple(dict.fromkeys((*frame.inferred, *inferred))), confidence=CONFIDENCE["direction-carried" if frame.inferred else "direction"],
    )  # fmt: skip
