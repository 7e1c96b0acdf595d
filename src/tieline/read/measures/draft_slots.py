"""What a figure is in the light of those before it: the slot that its own words leave open, or a draft has no room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.frames.frames import Frame, Memory
from tieline.read.frames.ranked import RANKED
from tieline.read.frames.slots import Slotted
from tieline.read.measures.figure_goods import good_at
from tieline.read.measures.next_times import parted_by_time
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good
from tieline.read.story.memory import GIVEN

WITHOUT_GOODS = frozenset({"investment", "debt", "tourism"})


@dataclass(slots=True)
class Draft:
    """A measure in the making: a frame, and the figures that it has taken; `later` ones were given up by the rules at first.

    `weighed` where its change is told to be one of weight or volume ("up 65 percent in weight"): no sum of money is its level.
    """

    frame: Frame
    level: Figure | None = None
    change: Slotted | None = None
    change_value: Slotted | None = None
    share: Figure | None = None
    base_level: Figure | None = None
    good: Good | None = None
    inferred: tuple[str, ...] = ()
    of_memory: bool = False
    later: bool = False
    weighed: bool = False
    figures: list[Figure] = field(default_factory=list)


_OR_SHARE = re.compile(
    r"(?:[^.;:]|\.(?=\d)){0,60}?(?:(?:[,(]\s*or|\bor|that is,?|i\.e\.|,\s+which (?:was|is|represents?|represented|accounts? for|accounted for|made up|makes up)"
    r"|,?\s+(?:accounting for|representing|making up|equal to|equivalent to|constituting|(?:for |at |with )?an? share of|making\b[^.;]{3,60}?\swith)|,)\s+|\(\s*)"
    r"(?:(?:about|nearly|almost|roughly|some|around|only|just|over|more than|close to)\s+)?",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(
    r"\s+of\s+(?:(?:its|all|their|our|total|overall|everything|what|the\s+(?:total|country's|nation's|kingdom's|whole|overall|republic's)|[\w.]+'s)\b"
    r"|(?:[A-Z]\w+\s+){1,2}(?:exports|imports|trade|sales|shipments|purchases)\b)",
    re.IGNORECASE,
)


def is_share_of_last(sentence: Sentence, draft: Draft, figure: Figure) -> bool:
    """As in "18,700 in March, or 17.6 per cent of all visitors": the same once more, as a share of a whole."""
    if figure.kind != "percent" or draft.share is not None:
        return False
    if draft.change is not None and (draft.level is None or draft.level.end < draft.change.figure.start):
        return draft.base_level is None and _makes_up_now(draft.change, sentence, figure)
    if draft.level is None:
        return False
    between = sentence.text[draft.level.end : figure.start]
    partial = draft.frame.verb or draft.frame.partner not in {None, "WLD"}
    if partial and _OR_ALONE.fullmatch(between) and _ENDS.match(sentence.text, figure.end):
        return True
    return _OR_SHARE.fullmatch(between) is not None and _OF_WHOLE.match(sentence.text, figure.end) is not None


_OR_ALONE = re.compile(
    r",?\s+(?:or|that is,?|i\.e\.,?)\s+(?:about\s+|nearly\s+|almost\s+|some\s+)?|,\s+an?\s+share\s+of\s+", re.IGNORECASE
)
"""As in "Russia supplied 7.6 million tons, or 70 per cent, of it"."""
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


def open_levels(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The last two drafts of different flows that have a level, if both wait for the one compared with.

    So do two levels of one flow that "and" joins ("1.2 million arrivals and 7.4 million nights, up 6 and 4 percent").
    """
    last = drafts[-2:]
    shares = [d.share for d in last if d.share is not None and d.base_level is None and d.change is None]
    levels = [d.level for d in last if d.level is not None and d.change is None] or shares
    if len(levels) < 2:
        return []
    apart = last[0].frame.token != last[1].frame.token
    joined = _COUNTED_AND.fullmatch(sentence.text[levels[0].end : levels[1].start]) is not None
    unlike = (
        levels[0].unit != levels[1].unit
    )  # "40,000 tonnes worth $12 million", "8,300 Poles, who spent 90,000 nights"
    return last if apart or joined or unlike else []


_COUNTED_AND = re.compile(r"(?:\s+[\w-]+){0,2},?\s+and\s+(?:nearly\s+|almost\s+|about\s+|some\s+|over\s+|around\s+)?")


def as_last(slotted: Slotted, memory: Memory) -> Slotted:
    """As in "in 2001 the figure was 9 per cent": what the figure before it was."""
    percent = slotted.figure.kind == "percent" and slotted.slot == "none"
    return replace(slotted, slot="share") if percent and memory.slot == "share" else slotted


def as_own_level(slotted: Slotted, frame: Frame, drafts: Sequence[Draft]) -> Slotted:
    """A level, whatever leads to it: "$92 million more than it spent there", a balance, or "against the $1.4 billion it bought from Peru", of the flow behind it."""
    figure = slotted.figure
    if figure.kind != "money" or not frame.verb:
        return slotted
    behind = frame.start >= figure.end and bool(drafts) and drafts[-1].frame.pair != frame.pair
    gap = frame.indicator == "balance" and slotted.slot == "none"
    return replace(slotted, slot="level", direction=0) if gap or (behind and slotted.slot == "base") else slotted


def or_in_percent(sentence: Sentence, slotted: Slotted, drafts: list[Draft]) -> Slotted:
    """As in "up by 56 million dollars (51 million euros), or 1.3 percent": the same change once more."""
    moved = drafts[-1].change_value if drafts else None
    if moved is None or slotted.slot != "none" or slotted.figure.kind != "percent" or drafts[-1].change is not None:
        return slotted
    again = _OR_AGAIN.fullmatch(sentence.text, moved.figure.end, slotted.figure.start)
    return replace(slotted, slot="change", direction=moved.direction) if again else slotted


_OR_AGAIN = re.compile(r"(?:\s*\([^)]{3,60}\))?,?\s+or\s+(?:by\s+)?")


_OF_FIRM = re.compile(
    r"\s*(?:of\s+(?:the\s+|its\s+|their\s+)?(?:[\w-]+\s+)?(?:equity|shares?|stock|capital|company|firm|venture|consortium|voting|outstanding)\b|(?:stake|interest|holding|equity)\b)",
    re.IGNORECASE,
)
"""Behind a percentage that is a part of a firm."""


_OF_GOODS = re.compile(
    r"\s+of\s+(?:(?:the|its|their|all|our)\s+)*(?:[\w-]+\s+){0,3}(?:goods|products?|exports?|imports?|items|trade|shipments|tariff\s+lines|lines)\b"
)
"""Behind a part of the goods, which is no rate."""
_A_STAKE = re.compile(r"\s+(?:stake|share|slice|portion)\b")


def mend_slot(sentence: Sentence, slotted: Slotted, frame: Frame) -> Slotted:
    """The slot in the light of its frame: no share of a firm, of a duty or of a gap; a percentage that moves is a change."""
    figure = slotted.figure
    if slotted.slot == "level" and figure.kind == "money" and figure.signed and frame.indicator != "balance":
        return replace(slotted, slot="change_value", direction=-1)  # "Chile (-2.1 million dollars)", of its sales
    of_gap = frame.indicator == "balance" and figure.kind == "money" and slotted.slot == "change_value"
    if of_gap and sentence.text[: figure.start].rstrip().endswith(("minus", "negative")):
        return Slotted(replace(figure, value=-abs(figure.value), signed=True), "level")  # "was minus 3 million"
    if (
        slotted.slot == "none"
        and figure.kind == "percent"
        and frame.indicator in {"exports", "imports", "trade", "consumption", "tourism", "investment", "balance", "aid"}
    ) and slotted.direction:
        return replace(slotted, slot="change")
    if figure.kind == "points":
        return replace(slotted, slot="none")
    if (
        slotted.slot == "none"
        and figure.kind == "percent"
        and frame.partner_prep == RANKED
        and frame.indicator in GIVEN
    ):
        return replace(slotted, slot="share")  # "China - 20.5 percent", of those who invest
    if frame.partner_prep == RANKED and figure.kind == "percent" and _A_STAKE.match(sentence.text, figure.end):
        return replace(
            slotted, slot="share"
        )  # "the second-largest buyer was the Netherlands with a 25.2 percent stake"
    if slotted.slot == "share" and _OF_FIRM.match(sentence.text, figure.end):
        return replace(slotted, slot="none")
    if slotted.slot == "share" and frame.indicator == "balance":
        with_whom = any(
            m.start > figure.end and re.search(r"\bwith (?:the )?$", sentence.text[: m.start])
            for m in sentence.mentions
        )
        return slotted if with_whom else replace(slotted, slot="none")
    of_goods = figure.kind == "percent" and _OF_GOODS.match(sentence.text, figure.end)
    if frame.indicator == "tariff" and (slotted.slot == "share" or of_goods):
        return replace(slotted, slot="none")  # "exempts 99 percent of Cuban goods from duty"
    return slotted


def takes(draft: Draft, slotted: Slotted, sentence: Sentence, figure: Figure, goods: list[Good]) -> bool:
    """A draft takes one figure of each slot, and none of another product."""
    good = good_at(sentence, figure, goods, slotted) if draft.frame.indicator not in WITHOUT_GOODS else None
    known = draft.good or draft.frame.good
    if good and draft.figures and known and good.words != known.words:
        return False
    if good and draft.figures and not (draft.good or draft.frame.good) and slotted.slot in {"level", "share"}:
        return False
    beside = draft.change.figure if slotted.slot == "level" and draft.change else draft.level
    if slotted.slot in {"level", "change"} and beside is not None and of_two_times(sentence, beside, figure):
        return False
    match slotted.slot:
        case "level":
            if draft.level is not None and draft.level.kind != figure.kind:
                return False
            if draft.change is not None and draft.change.average:
                between = sentence.text[draft.change.figure.end : figure.start]
                return draft.level is None and _ANNUALLY_TO.fullmatch(between) is not None
            if draft.share is not None:
                return draft.level is None and draft.change is None and _comes_to(draft.share, sentence, figure)
            return draft.level is None
        case "base":
            if figure.kind == "percent" and draft.change is not None and draft.share is None:
                return False  # "fell 31% and its share shrank from 22% to 16%"
            return draft.base_level is None and (draft.share is None or figure.kind == "percent")
        case "change":
            before = draft.share is not None and draft.level is not None and draft.share.end <= draft.level.start
            free = (
                draft.change is None and (draft.share is None or before) and not _leads_to_next(draft, sentence, figure)
            )
            return free and not (slotted.average and draft.level is not None)
        case "change_value":
            return draft.change_value is None and draft.share is None
        case "share":
            if draft.change is not None:
                return is_share_of_last(sentence, draft, figure)
            joined = draft.level is not None and _OR_SHARE.fullmatch(sentence.text[draft.level.end : figure.start])
            return draft.share is None and (draft.level is None or bool(joined))
    return False


def _leads_to_next(draft: Draft, sentence: Sentence, change: Figure) -> bool:
    """As in "were 4 million, but the figure jumped threefold to 12 million": a change that leads from the level before to another."""
    level = draft.level
    if level is None or level.end > change.start or level.kind == "percent":
        return False
    following = next((f for f in sentence.figures if f.start > change.end), None)
    if following is None or (following.kind, following.unit) != (level.kind, level.unit):
        return False
    led = _ON_TO.fullmatch(sentence.text, change.end, following.start) is not None
    return led and _MOVED_ON.search(sentence.text, level.end, change.start) is not None


_ON_TO = re.compile(r"\s+to\s+(?:(?:about|some|nearly|almost|around|only|just|over|reach|US|a|record|more|than)\s+)*")
_MOVED_ON = re.compile(r"\b(?:but|and|before|then|it|they|that|figures?|number|which)\s+(?:[a-z]+\s+){1,5}$")


def of_two_times(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """As in "exports, valued at 4.8 billion in 2012, shrank 8.7% in the first half of 2013": two figures, each with a time of its own."""
    if parted_by_time(sentence, one, two):
        return True
    first, second = (_right_behind(sentence, figure) for figure in (one, two))
    if first is None or second is None:
        return False
    return first.end < second.start or second.end < first.start


def _right_behind(sentence: Sentence, figure: Figure) -> Period | None:
    behind = (t for t in sentence.times if t.start >= figure.end and t.period is not None and t.relation is None)
    near = next(behind, None)
    led = near is not None and _IN_TIME.fullmatch(sentence.text, figure.end, near.start) is not None
    return near.period if led and near is not None else None


_IN_TIME = re.compile(r"\s+(?:(?:in|during|for)\s+(?:the\s+)?)?")


def _comes_to(share: Figure, sentence: Sentence, figure: Figure) -> bool:
    """As in "with a share of 14.6%, having sent 64.44 million dollars": the share, and then the level that it is."""
    return _THEN_LEVEL.fullmatch(sentence.text, share.end, figure.start) is not None


_THEN_LEVEL = re.compile(
    r"\s*\(\s*|(?:[^.;:,\d]{0,60}?,\s+or\s+(?=\S*\d))|"
    r"(?:\s+of\s+(?:the\s+|all\s+)?(?:total\s+)?(?:\w+))?,?\s+(?:having\s+\w+|or|worth|amounting\s+to|equal\s+to|equivalent\s+to|which\s+(?:is|was)|that\s+is,?|with)\s+"
    r"(?:(?:about|nearly|almost|roughly|some|around|only|just|over|more than|close to)\s+)?",
    re.IGNORECASE,
)


def _makes_up_now(change: Slotted, sentence: Sentence, figure: Figure) -> bool:
    """As in "rose 8% to reach 52.1% of its total imports", "fell 9.4% and made up 28.6% of total exports": one fact with its change."""
    between = sentence.text[change.figure.end : figure.start]
    return _AND_MADE_UP.fullmatch(between) is not None and _OF_WHOLE.match(sentence.text, figure.end) is not None


_AND_MADE_UP = re.compile(
    r"(?:\s+(?:year[- ]on[- ]year|on[- ]year|(?:from|on) (?:a|the|last) (?:previous )?year(?: (?:earlier|ago|before))?|in value|last year))?"
    r"(?:,\s+|,?\s+(?:(?:and|to|which|that|now|thus|a|the|level|where|it|they|then|so)\s+){1,4})"
    r"(?:an?\s+share\s+of|reach(?:ed|ing)?|ma(?:de|ke|king) up|account(?:ed|s|ing)? for|represent(?:ed|s|ing)?|constitut(?:ed|es|ing)|equal(?:led)? to|came to|form(?:ed|s)|stood at)\s+"
    r"(?:(?:about|nearly|almost|roughly|some|around|only|just|over|more than|close to)\s+)?",
    re.IGNORECASE,
)


def has_room(draft: Draft, slotted: Slotted) -> bool:
    """The slot is free, and the other one is no change of a share."""
    if slotted.slot == "level":
        return draft.level is None
    return slotted.slot in {"change", "share"} and draft.change is None and draft.share is None


_ANNUALLY_TO = re.compile(
    r"\s+(?:annually|yearly|on\s+an\s+annual\s+basis)\s+to\s+(?:a\s+|about\s+|some\s+|just\s+|nearly\s+)*"
)
"""Between a change and the level it led to: "shrank 6 percent annually to 9 billion" is of one year."""


def put(draft: Draft, slotted: Slotted, sentence: Sentence, goods: list[Good]) -> None:
    """Put a figure into the slot of a draft, with the product that it brings."""
    figure = slotted.figure
    good = good_at(sentence, figure, goods, slotted) if draft.frame.indicator not in WITHOUT_GOODS else None
    if good is not None:
        draft.good = good
    match slotted.slot:
        case "level":
            draft.level = figure
        case "base":
            draft.base_level = figure
        case "change":
            draft.change = slotted
        case "change_value":
            draft.change_value = slotted
        case "share":
            draft.share = figure
