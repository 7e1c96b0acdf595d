"""Directions without a figure: trade that grows, ties that cool, records; and ranks and comparisons.

A direction is no trend where a measure of the same flow shows it; the caller drops those.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Quote, Trend
from tieline.model.periods import Period
from tieline.model.vocabulary import Direction
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.joint_owners import owners_of
from tieline.read.frames.ranked import RANKED
from tieline.read.measures.figure_frames import clause_of
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.goods import whole_list
from tieline.read.story.memory import GIVEN
from tieline.read.story.modality import taken_back
from tieline.read.trends.alike import alike_moves, way_of
from tieline.read.trends.amounts import read_amounts
from tieline.read.trends.clauses import Move
from tieline.read.trends.comparisons import read_comparisons
from tieline.read.trends.each_flow import but_less_to, each_partner, each_subject
from tieline.read.trends.gap_ways import way_of_a_gap
from tieline.read.trends.gifts import read_gifts
from tieline.read.trends.lists import read_listed, read_spread
from tieline.read.trends.moves import move_of
from tieline.read.trends.people import read_people
from tieline.read.trends.pronouns import carried_moves
from tieline.read.trends.ranks import read_rank
from tieline.read.trends.records import owner_of_record, record_in, standing_records, with_measure
from tieline.read.trends.shown import tells_long, told_in_figures
from tieline.read.trends.ties import read_ties
from tieline.read.trends.times import modality_at, period_near
from tieline.read.trends.verbs import verb_move


def read_trends(
    sentence: Sentence, frames: list[Frame], taken: set[int], measures: list[Measure], story: Story, memory: Memory
) -> list[Trend]:
    """The trends of a sentence; `taken` holds the token indices of frames that its measures already use."""
    out: list[Trend] = []
    if taken_back(sentence, Figure(len(sentence.text), len(sentence.text), "percent", 0.0, None, len(sentence.text))):
        return []
    compared = read_comparisons(sentence, frames, story)
    for frame in frames:
        if (
            frame.indicator == "tariff"
            or _is_no_lending(sentence, frame)
            or (frame.partner is None and not frame.group)
        ):
            continue
        if frame.partner_prep == RANKED and frame.indicator in GIVEN:
            continue  # "Germany was the largest investor with 436 million": a place in a list
        if frame.verb:
            move = verb_move(sentence, frame)
            if (
                move is not None
                and not _is_of_strangers(sentence, frame)
                and not (frame.token.i in taken and _shown(frame, move.direction, measures))
            ):
                out += [
                    _trend(sentence, story, one, move)
                    for each in each_subject(sentence, frame)
                    for one in each_partner(each)
                ]
                out += [_trend(sentence, story, *other) for other in but_less_to(sentence, frame, move)]
            continue
        if frame.weak and frame.indicator != "balance" and frame.good is None and frame.partner == "WLD":
            continue
        if (
            {"reporter", "partner"} <= set(frame.inferred)
            and sentence.index - memory.frame_sentence > 1
            and not _pair_said(sentence, frame)
            and not any(
                f.pair == frame.pair and f.token.i < frame.token.i and "partner" not in f.inferred for f in frames
            )
        ):
            continue
        move = move_of(sentence, frame)
        if move is not None and move.token.lemma == "exceed" and sentence.figures:
            continue  # a level, no direction
        if move is None or _is_supposed(move):
            continue
        if not (move.record or move.direction.startswith("record")) and told_in_figures(sentence, frame, move):
            continue
        told = (frame.token.i in taken and _shown(frame, move.direction, measures)) or len(_levels(frame, measures)) > 1
        told = told or _from_level_before(sentence, frame, move, measures, memory)
        if not told or move.direction.startswith("record") or move.record:
            out += [
                _trend(sentence, story, replace(each, reporter=owner), move)
                for owner in owners_of(sentence, frame) or [frame.reporter or ""]
                for each in each_partner(frame)
                if each.partner != owner or each.partner is None
            ]
    out += [] if out else [_trend(sentence, story, *told) for told in carried_moves(sentence, frames, memory)]
    if not any(record_in(trend.strength or "") for trend in out):
        out += standing_records(sentence, story, measures, memory)
    out = [_of_story(_dated(with_measure(trend, measures), measures), sentence, memory) for trend in out]
    out = _with_alike(out, sentence, frames, measures, story, memory)
    out += read_listed(sentence, frames, story, memory)
    listed = read_spread(sentence, frames, story, memory)
    out = [*(t for t in out if not any(_overlap(t, each) for each in listed)), *listed]
    out += read_amounts(sentence, frames, story, memory)
    out += [t for t in read_people(sentence, story, memory) if not any(_overlap(t, each) for each in out)]
    out += [t for t in read_gifts(sentence, story, memory) if not any(_overlap(t, each) for each in out)]
    out += read_ties(sentence, story, memory)
    out += read_rank(sentence, story)
    told_last: list[Measure | Trend] = [*measures, *out]
    out = [*compared, *(trend for trend in out if not any(_overlap(trend, each) for each in compared))]
    ways = [way for claim in told_last if (way := way_of(claim)) is not None]
    memory.last_way = (sentence.index, ways[-1]) if ways else memory.last_way
    return _once(out)


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


def _from_level_before(sentence: Sentence, frame: Frame, move: Move, measures: list[Measure], memory: Memory) -> bool:
    """As in "bought fish for 10 million. In the following year imports dropped to 8 million": two levels show it."""
    levels = [m for m in _own(frame, measures) if m.value is not None]
    to_level = _TO_LEVEL.match(sentence.text, move.token.idx + len(move.token)) is not None
    if len(levels) != 1 or move.direction not in {"up", "down"} or not to_level:
        return False
    now, flow = levels[0], (frame.reporter, frame.partner)
    before = (
        t.value
        for t in memory.told
        if t.sentence == sentence.index - 1 and (t.reporter, t.partner) == flow and t.indicator == frame.indicator
        if t.value is not None and t.unit == now.unit
    )
    return any(now.value is not None and (now.value > value) == (move.direction == "up") for value in before)


_TO_LEVEL: Final = re.compile(r"\s+(?:[a-z]+ly\s+|back\s+|again\s+)?to\s+(?:[a-z]+\s+){0,3}(?:[A-Z]{1,3})?[$€£¥]?\s?\d")


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


def _shown(frame: Frame, direction: Direction, measures: list[Measure]) -> bool:
    """A measure of the flow gives the movement a figure; a level alone, though held against a time, or a change the other way does not."""
    own = _own(frame, measures)
    changes = [x for m in own for x in (m.change_pct, m.change_value) if x is not None]
    if changes and direction in {"up", "down"}:
        return any((x > 0) == (direction == "up") for x in changes)
    shared = any(m.share_pct is not None for m in own)
    return not own or shared or bool(changes) or len(_levels(frame, measures)) > 1


def _levels(frame: Frame, measures: list[Measure]) -> set[Period | None]:
    """The periods for which the sentence gives levels of a flow."""
    return {m.period for m in _own(frame, measures) if m.value is not None}


def _own(frame: Frame, measures: list[Measure]) -> list[Measure]:
    flow = (frame.indicator, frame.reporter, frame.partner)
    return [m for m in measures if (m.indicator, m.reporter or None, m.partner) == flow]


def _is_of_strangers(sentence: Sentence, frame: Frame) -> bool:
    """The verb's subject is a name that is no country ("Europe has never sent so few"): whose flow it is was only carried over."""
    subjects = [c for c in frame.token.children if c.dep in {"nsubj", "nsubjpass"} and c.pos == "PROPN"]
    return bool(frame.inferred) and any(sentence.mention_at(c) is None for c in subjects)


def _is_no_lending(sentence: Sentence, frame: Frame) -> bool:
    """A debt or a gift that may not be between two countries, or that is one alone: no flow that grows."""
    if frame.indicator not in {"aid", "debt"}:
        return False
    giver = next((c for c in frame.token.head.children if c.dep == "nsubj"), None)
    own = giver is not None and (m := sentence.mention_at(giver)) is not None and m.code == frame.reporter
    sure = (
        not ({"partner"} if own else {"reporter", "partner"}) & set(frame.inferred)
        and len(frame.pair) == _TWO
        and all(map(trades, frame.pair))
    )
    return not sure or frame.token.lemma not in _GIVEN


_TWO: Final = 2
_GIVEN: Final = frozenset({"lending", "borrowing", "aid", "assistance", "credit", "debt"})
_SAID = re.compile(r"\b(?:bilateral|two-way|mutual|between|each other|across|the two|both)\b", re.IGNORECASE)


def _pair_said(sentence: Sentence, frame: Frame) -> bool:
    """The phrase itself says that it is about the pair."""
    if any(c.dep == "poss" and c.lower == "their" for c in frame.token.children):
        return set(frame.pair) <= {m.code for m in sentence.mentions if m.end <= frame.token.idx}
    return bool(_SAID.search(sentence.text[max(0, frame.start - 5) : frame.end + 40]))


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
        modality="forecast" if move.foretold else modality_at(sentence, move.token), inferred=tuple(dict.fromkeys((*frame.inferred, *inferred))), confidence=0.6 if frame.inferred else 0.8,
    )  # fmt: skip
