"""Figures and frames to Measures: which figure hangs on which word of trade, for which period, since when.

Figures are taken in the order of the sentence.  Each goes to the frame whose phrase it stands in, else to the frame of
its clause, else to the last frame before it; a country named anew between two figures ("with Japan ... and with Italy")
opens a copy of the frame with that country.  A sentence that only goes on with the last one ("Of that number ...")
takes the last frame of the story, and says so in `inferred`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.claims import Measure, Quote
from tieline.model.confidence import CONFIDENCE
from tieline.model.periods import Period
from tieline.model.vocabulary import FigureModality
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.joint_owners import each_of, owners_of
from tieline.read.frames.lists import alike_partners
from tieline.read.frames.slots import share_of
from tieline.read.frames.tariffs import under_tariff
from tieline.read.measures import period_choice, second_look, side_choice
from tieline.read.measures.decimal_commas import with_decimal_comma
from tieline.read.measures.draft_goods import good_of
from tieline.read.measures.draft_slots import Draft
from tieline.read.measures.drafts import drafts_of
from tieline.read.measures.earlier_levels import earlier_time_of
from tieline.read.measures.figure_row import IN_WHAT
from tieline.read.measures.host_rows import with_host
from tieline.read.measures.numbers_told import compared_with, numbers_of
from tieline.read.measures.parts_of_all import wholes_apart
from tieline.read.measures.people_beside import with_people_beside
from tieline.read.measures.people_sides import with_sides_of_people
from tieline.read.measures.periods import periods_of
from tieline.read.measures.second_look import Made
from tieline.read.measures.shares import share_told
from tieline.read.measures.sum_sides import in_own_dollars, with_sides_of_sum
from tieline.read.measures.sums_given import with_sums_given
from tieline.read.measures.tally_rows import may_have_rows, with_rows
from tieline.read.measures.tellable import may_be_told
from tieline.read.story.denied import figures_told
from tieline.read.story.document import Sentence, Story
from tieline.read.story.memory import Share, told_of
from tieline.read.story.modality import figure_as_worded, figure_modality, taken_back
from tieline.read.when.calendar import months_in
from tieline.read.words.trade import DOMESTIC

_FAVOUR = re.compile(r"\bin\s+(?:favou?r\s+of\s+|([A-Z][\w. ]+?)(?:'s|')\s+favou?r)", re.IGNORECASE)


def read_measures(
    sentence: Sentence, frames: list[Frame], story: Story, memory: Memory, last_period: Period | None
) -> tuple[list[Measure], Frame | None]:
    """The measures of a sentence, and the frame that the last of them hung on."""
    if not sentence.figures and not may_have_rows(sentence, memory):
        return [], None

    def finish(draft: Draft) -> list[Measure]:
        return _finish(settled(draft), sentence, story, last_period, memory)

    def settled(draft: Draft) -> Draft:
        return with_people_beside(with_sides_of_people(with_sides_of_sum(draft, sentence, memory), sentence), sentence)

    sentence.figures = figures_told(sentence)
    drafts = drafts_of(sentence, frames, memory)
    made: list[Made] = []
    last: Frame | None = None
    for taken in drafts:
        hosted = with_host(taken, sentence, memory)
        draft = settled(side_choice.with_likely_sides(hosted, sentence, story, memory))
        parted = [each for one in wholes_apart(draft, sentence) for each in _each_partner(one, drafts, sentence)]
        found = [(each, measures) for each in parted if (measures := finish(each))]
        if found:
            told = [m for _, measures in found for m in measures]
            memory.told += told_of(sentence, told)
            made += found
            last = draft.frame
            memory.slot = "share" if draft.share is not None else "level" if draft.level is not None else "change"
    made = with_rows(made, sentence, memory, finish)
    made = with_sums_given(made, sentence, memory, finish) if sentence.part == "body" else made
    made = second_look.look_again(made, sentence, frames, story, memory, finish)
    return [m for _, measures in made for m in measures], last


def _each_partner(draft: Draft, drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """As in "tourists from Belgium and Lithuania grew by more than 10 percent": a change alone is that of each country of the list."""
    frame = draft.frame
    listed = [code for f in draft.figures for code in alike_partners(sentence, f)]
    if listed and listed[-1] in frame.pair:
        buys = frame.partner == listed[-1]
        frames = [replace(frame, partner=code) if buys else replace(frame, reporter=code) for code in listed]
        return [replace(draft, frame=each) for each in frames if each.partner != each.reporter]
    if sum(d.frame.token == frame.token for d in drafts) > 1:
        return [draft]
    if len(each := each_of(sentence, frame)) > 1:
        return [replace(draft, frame=replace(frame, reporter=code)) for code in each]
    alone = draft.change is not None and draft.level is None and draft.share is None and draft.change_value is None
    alone = alone or (frame.indicator == "tariff" and draft.level is not None and draft.level.kind == "percent")
    if alone and len(owners := owners_of(sentence, frame)) > 1:
        return [replace(draft, frame=replace(frame, reporter=code)) for code in owners]
    if not alone or len(frame.partners) < _SEVERAL or frame.partner not in {None, *frame.partners}:
        return [draft]
    return [
        replace(draft, frame=replace(frame, partner=code, group=False))
        for code in frame.partners
        if code != frame.reporter
    ]


_SEVERAL: Final = 2
_OF_SHARE: Final = re.compile(r"\b(?:share|part|portion|weight)\b")
_BESIDE: Final = 70
_YEAR: Final = 360


def _finish(
    draft: Draft, sentence: Sentence, story: Story, last_period: Period | None, memory: Memory
) -> list[Measure]:
    """One measure, and a second one for the level compared with."""
    frame = draft.frame
    good = good_of(draft, sentence, memory)
    if not may_be_told(draft, sentence, good, memory):
        return []
    _mend_commas(draft, sentence)
    draft = in_own_dollars(draft, sentence)
    indicator = frame.indicator
    if (
        draft.level is not None
        and draft.level.kind != "percent"
        and (indicator == "tariff" or under_tariff(frame, sentence, draft.level.start))
    ):
        indicator = "other"
    first, last = _extent(sentence, draft)
    if DOMESTIC.search(sentence.text[frame.start : last]) and frame.partner == "WLD":
        return []
    if taken_back(sentence, draft.figures[0]):
        return []
    modality = figure_modality(sentence, draft.figures[0])
    spoken_of = _inheritable(last_period, memory.ahead, modality, sentence, story)
    told = _when_told(draft, sentence, memory, spoken_of)
    period, base, inferred = period_choice.with_likely_period(told, draft, sentence, story, memory, spoken_of)
    if draft.level is not None and draft.level.kind == "percent" and frame.indicator != "tariff":
        if draft.share is None and _OF_SHARE.search(
            sentence.text, max(0, draft.level.start - _BESIDE), draft.level.start
        ):
            draft.share, draft.level = draft.level, None  # "its share shrank from 22%"
            return _finish(draft, sentence, story, last_period, memory)
        if memory.slot != "share" or memory.share is None or draft.share is not None:
            return []
        draft.share, draft.level = draft.level, None  # "that was up from 8.6 pct": a share again
    if "period" not in inferred:
        period, modality = _if_past(period, modality, draft, sentence, story)
    unit = ("unit",) if any(f.carried for f in draft.figures) else ()
    inferred = tuple(dict.fromkeys((*frame.inferred, *draft.inferred, *inferred, *unit)))
    quote = Quote.of(story.document.text, sentence.start + first, sentence.start + last)
    sides = str(frame.reporter), frame.partner
    if indicator == "other" and frame.indicator == "exports" and frame.partner not in {None, "WLD"}:
        sides = str(frame.partner), frame.reporter  # a tariff is on them: whoever buys them levies it
    roles = Share(*sides, indicator, None, good)
    whole = _of_whole(draft, sentence, memory, roles)
    if whole is None:
        return []
    roles = whole
    sign = _sign(sentence, frame)
    shared: dict[str, Any] = {
        "document": story.document.id, "version": story.document.version_id, "quote": quote, "indicator": roles.indicator, "reporter": roles.reporter, "partner": roles.partner,
        "product": roles.good.words if roles.good else None, "hs": roles.good.hs or None if roles.good else None, "modality": modality, "inferred": inferred,
        "scope": ("services",) if re.search(r"\bservices\b", sentence.text[first:last]) else (),
        "confidence": CONFIDENCE["figure-carried" if inferred else "figure"],
    }  # fmt: skip
    numbers = numbers_of(draft, sign)
    if numbers is None:
        return []
    out = [Measure(**shared, **numbers, period=period, base=base, share_of=roles.whole)]
    if draft.base_level is not None:
        if "base" in inferred and base is not None and story.published and base.start > story.published.end:
            base, inferred = None, tuple(name for name in inferred if name != "base")
            out[0], shared = replace(out[0], base=None, inferred=inferred), shared | {"inferred": inferred}
        known = base is None or story.published is None or base.end < story.published.end
        worded = figure_as_worded(sentence, draft.base_level)
        earlier = shared | {"modality": worded or ("actual" if known else modality)}
        out.append(compared_with(draft.base_level, draft, earlier, base, sign, roles.whole))
    return out


def _when_told(
    draft: Draft, sentence: Sentence, memory: Memory, spoken_of: Period | None
) -> tuple[Period | None, Period | None, tuple[str, ...]]:
    """Period and base of a draft, and which of them are inferred; a level of an earlier time alone is the draft's own."""
    period, base, inferred = periods_of(draft, sentence, spoken_of, memory.step)
    if period is not None and base is not None and "base" not in inferred:
        memory.held = (period, base)
        if period.days < _YEAR:
            memory.step = months_in(period) if base == period.before() else None
    elif draft.base_level is not None and memory.held is not None and period == memory.held[0]:
        base = memory.held[1]
    if draft.level is None and draft.share is None and draft.change is None and draft.base_level is not None:
        draft.level, draft.base_level = draft.base_level, None
        if base is not None and "base" not in inferred:
            return base, None, inferred
        if (then := earlier_time_of(sentence, draft.level)) is not None and then.period is not None:
            return then.period, None, ()
    return period, base, inferred


def _of_whole(draft: Draft, sentence: Sentence, memory: Memory, roles: Share) -> Share | None:
    """The roles with the whole that a share is of; None where none is told and no level stands alone."""
    if draft.share is None:
        return roles
    frame, good = draft.frame, roles.good
    same = memory.share is not None and frame.partner in {None, "WLD", memory.share.partner}
    again = same and draft.of_memory and good is None and not frame.group
    told = memory.share if again else share_told(draft, sentence, good, memory)
    if draft.later:
        product = good is not None and frame.partner in {None, "WLD"}
        whole = share_of(roles.indicator, frame.partner, product=product, whole_trade=False)
        told = replace(roles, whole="other" if good is not None and not product else whole)
    if told is not None:
        memory.share = told
        return told
    if draft.level is None or (frame.partner == "WLD" and roles.indicator != "balance"):
        return None
    draft.share = None  # "a deficit of 7.6 billion, or 42 percent of its turnover": the level stands alone
    return roles


def _mend_commas(draft: Draft, sentence: Sentence) -> None:
    """Read the commas of a draft's levels as decimal ones where they can be nothing else, and note it."""
    for field in ("level", "base_level"):
        figure = getattr(draft, field)
        mended = with_decimal_comma(sentence.text, figure, draft.frame) if figure is not None else None
        if mended is not None and mended is not figure:
            setattr(draft, field, mended)
            draft.inferred = (*draft.inferred, "value")


def _if_past(
    period: Period | None, modality: FigureModality, draft: Draft, sentence: Sentence, story: Story
) -> tuple[Period | None, FigureModality]:
    """The period and the modality of what is still to come in a time that is over."""
    coming = modality in {"forecast", "target", "hypothetical"} and period is not None and story.published is not None
    if not coming or period is None or story.published is None or period.end > story.published.start:
        return period, modality
    if draft.frame.indicator == "tariff":
        return None, modality  # "threatened in October to impose 30 percent": when it was said
    worded = figure_as_worded(sentence, draft.figures[0])
    return (
        period,
        modality if worded is not None else "actual",
    )  # what is past is no forecast, though it stands beside one


def _inheritable(
    period: Period | None, ahead: Period | None, modality: FigureModality, sentence: Sentence, story: Story
) -> Period | None:
    """The period spoken of, as far as figures of this kind may be of it: what is expected is of no time that is past."""
    if modality in {"actual", "estimate"}:
        return period
    period = ahead or period
    open_yet = story.published is not None and period is not None and period.end > story.published.end
    return period if open_yet and not sentence.times else None


def _sign(sentence: Sentence, frame: Frame) -> int:
    """-1 for a deficit of the reporter; "in favour of X" turns it."""
    if frame.indicator != "balance":
        return 1
    favour = _FAVOUR.search(sentence.text)
    if favour:
        named = [m for m in sentence.mentions if favour.start() <= m.start <= favour.end() + 4]
        if named:
            return 1 if named[0].code == frame.reporter else -1
    return frame.sign


_SHARE_OF: Final = re.compile(
    r"\b(?:(?:its|their|[A-Z][\w.]+(?:['’]s?))\s+)?(?:market\s+)?share\s+(?:of|in)\s+(?:the\s+)?$"
)
"""Before the whole that a share is of: a part of the quote ("its share of Tanzania's imports rose to 12.8 percent")."""


def _extent(sentence: Sentence, draft: Draft) -> tuple[int, int]:
    """The quote: from the frame's phrase to the last figure or its product, inside the sentence."""
    starts = [f.start for f in draft.figures]
    ends = [f.end for f in draft.figures]
    frame = draft.frame
    if frame.end:
        starts.append(frame.start)
        ends.append(frame.end)
    if draft.good:
        starts.append(draft.good.start)
        ends.append(draft.good.end)
    first, last = min(starts), max(ends)
    if draft.share is not None and (share := _SHARE_OF.search(sentence.text[:first])) is not None:
        first = share.start()
    if draft.change is not None and last == draft.change.figure.end and (what := IN_WHAT.match(sentence.text, last)):
        last = what.end()
    for time in sentence.times:
        if last <= time.start <= last + 6:
            last = time.end
    return first, last
