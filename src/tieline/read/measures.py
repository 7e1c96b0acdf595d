"""Figures and frames to Measures: which figure hangs on which word of trade, for which period, since when.

Figures are taken in the order of the sentence.  Each goes to the frame whose phrase it stands in, else to the frame of
its clause, else to the last frame before it; a country named anew between two figures ("with Japan ... and with Italy")
opens a copy of the frame with that country.  A sentence that only goes on with the last one ("Of that number ...")
takes the last frame of the story, and says so in `inferred`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tieline.model.claims import Measure, Quote
from tieline.model.periods import Period
from tieline.model.vocabulary import Bound
from tieline.read.figures import Figure
from tieline.read.frames import Frame, Memory
from tieline.read.goods import Good, good_of_phrase, goods_in
from tieline.read.modality import figure_modality, taken_back
from tieline.read.slots import Slotted, share_of, slot_of
from tieline.read.story import Sentence, Story, trades
from tieline.read.when import TimeMention, base_of

_ANAPHOR = re.compile(
    r"^\W*(?:in fact,? |instead,? |but |and |yet )?(?:of (?:that|this|these|those|the|which)\b|that\b|this\b|these\b|those\b|it\b|they\b|the (?:figure|total|number|amount|volume|sum|value|rest|remainder|increase|rise|decline|drop|fall|latter|former|bulk|month|same|trade|goods)\b|there was\b|a (?:year|month) (?:earlier|ago|before)\b|worth\b|up\b|down\b|among (?:them|these|those)\b|in (?:return|turn|exchange)\b|nearly\b|almost\b|about\b|over\b|more than\b|around\b|some\b|half\b|most\b)",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b(?:too|also|as well|even|in turn|another|a further|the rest|the remainder|alone|altogether|in all|in total|those|that (?:number|total|sum|amount|figure|year|month))\b",
    re.IGNORECASE,
)
_DOMESTIC = re.compile(
    r"\b(?:gdp|gross (?:domestic|national) product|inflation|unemployment|jobs?|population|per capita|interest rates?|shares? (?:price|fell|rose)|stock|bond|tax(?:es)?|wages?|budget|reserves?|salar(?:y|ies)|voters?|poll|percent of (?:voters|respondents|the vote)|net (?:profit|income|loss)|per share|dividend|troops|soldiers|killed|wounded|electorate|kilomet(?:re|er)s?|miles|exchange rate|appreciat\w*|depreciat\w*|devalu\w*|revalu\w*|money supply|discount rate|payments)\b",
    re.IGNORECASE,
)
_MONEY_ONLY = frozenset({"balance", "investment", "aid", "debt"})
_FAVOUR = re.compile(r"\bin\s+(?:favou?r\s+of\s+|([A-Z][\w. ]+?)(?:'s|')\s+favou?r)", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A measure in the making: a frame, and the figures that it has taken."""

    frame: Frame
    level: Figure | None = None
    change: Slotted | None = None
    change_value: Slotted | None = None
    share: Figure | None = None
    base_level: Figure | None = None
    good: Good | None = None
    share_whole: bool = False
    share_indicator: str | None = None
    inferred: tuple[str, ...] = ()
    figures: list[Figure] = field(default_factory=list)


def read_measures(
    sentence: Sentence, frames: list[Frame], story: Story, memory: Memory, last_period: Period | None
) -> tuple[list[Measure], Frame | None]:
    """The measures of a sentence, and the frame that the last of them hung on."""
    if not sentence.figures:
        return [], None
    drafts = _drafts(sentence, frames, memory)
    out: list[Measure] = []
    last: Frame | None = None
    for draft in drafts:
        made = _finish(draft, sentence, story, last_period)
        if made:
            out += made
            last = draft.frame
    return out, last


def _drafts(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[_Draft]:
    goods = goods_in(sentence)
    drafts: list[_Draft] = []
    frames = list(frames)
    previous_end = 0
    for figure in sentence.figures:
        if _converted(sentence, figure, previous_end):
            continue
        frame, how = _frame_of(sentence, figure, frames, memory)
        if frame is None:
            previous_end = figure.end
            continue
        if figure.kind == "quantity" and frame.indicator in _MONEY_ONLY:
            previous_end = figure.end
            continue
        slotted = slot_of(sentence, figure, tariff=frame.indicator == "tariff")
        slotted = _mend_slot(sentence, slotted, frame)
        if slotted.slot == "none":
            previous_end = figure.end
            continue
        if frame.indicator == "tourism" and figure.kind == "quantity" and figure.unit != "people":
            if memory.frame is None:
                continue
            frame = replace(memory.frame, token=frame.token, good=None, start=frame.start, end=frame.end)
            how = "memory"
        current = next((d for d in reversed(drafts) if d.frame.token == frame.token), None)
        if (
            slotted.slot == "base"
            and current is not None
            and (other := _others_level(sentence, frame, previous_end, figure))
        ):
            current = _Draft(other)
            drafts.append(current)
            slotted = replace(slotted, slot="level")
        moved = (
            _moved_frame(sentence, frame, previous_end if current else 0, figure)
            if current and current.figures
            else None
        )
        if moved is not None and current is not None:
            current = _Draft(moved)
            drafts.append(current)
        elif current is None or not _takes(current, slotted, sentence, figure, goods):
            basis = current.frame if current is not None else frame
            same = (
                current is not None
                and current.level is not None
                and {current.level.kind, figure.kind} == {"money", "quantity"}
                and slotted.slot == "level"
            )
            kept = current.good if same and current is not None else None
            current = _Draft(basis, good=kept)
            drafts.append(current)
        if how == "memory":
            current.inferred = ("reporter", "partner")
        _put(current, slotted, sentence, goods)
        current.figures.append(figure)
        previous_end = figure.end
    return drafts


def _converted(sentence: Sentence, figure: Figure, previous_end: int) -> bool:
    """As in "98.4 billion baht ($3.1 billion)": the same money in another currency is no figure of its own."""
    between = sentence.text[previous_end : figure.start]
    return (
        bool(previous_end) and figure.kind == "money" and re.fullmatch(r"\s?\((?:about |some )?", between) is not None
    )


def _frame_of(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> tuple[Frame | None, str]:
    """The frame that a figure belongs to, unless something domestic stands between them ("boosted reserves to ...")."""
    frame, how = _nearest_frame(sentence, figure, frames, memory)
    between = sentence.text[frame.token.idx : figure.start] if frame is not None else ""
    return (None, "") if how in {"clause", "sentence"} and _DOMESTIC.search(between) else (frame, how)


def _nearest_frame(sentence: Sentence, figure: Figure, frames: list[Frame], memory: Memory) -> tuple[Frame | None, str]:
    """The frame that a figure belongs to, and how it was found: phrase, clause, sentence or memory."""
    text = sentence.text
    after = text[figure.end :]
    if _NO_TRADE.match(after) or (figure.kind == "money" and abs(figure.value) < 1000):
        return None, ""
    for frame in frames:
        if not frame.verb and 0 < figure.start - frame.token.idx - len(frame.token) < 60:
            gap = text[frame.token.idx + len(frame.token) : figure.start]
            if re.fullmatch(r"\s+(?:of|worth|totall?ing|valued at|amounting to)\s+(?:a |the |record )*", gap):
                return frame, "phrase"
    for frame in frames:
        ahead = text[figure.end : frame.token.idx] if frame.token.idx >= figure.end else None
        if (
            ahead is not None
            and len(ahead) < 48
            and not frame.verb
            and re.fullmatch(
                r"[\s-]*(?:(?:worth|in|of|the|its|their|total|all|annual|new|record|U\.S\.|overall|bilateral|'s?|[\w.'-]+)\s+){0,5}",
                ahead.lstrip() if ahead.strip() else ahead,
            )
            and not re.search(
                r"\b(?:from|to|with|and|by|while|for|after|compared|against|as|is|was|were|has|have|but|on|amid|in\s+(?:[A-Z]|the\b))\b",
                ahead,
            )
            and not re.search(r"\b(?:in|of)\s+\d", ahead)
        ):
            return frame, "phrase"
    token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
    if token is not None:
        clause = _clause(token)
        inside = [f for f in frames if _clause(f.token) == clause or f.token == clause or f.token.i == clause.i]
        inside = inside or [f for f in frames if f.token.head.i == clause.i and f.token.dep_ in {"nsubj", "nsubjpass"}]
        if inside:
            before = [f for f in inside if f.token.idx < figure.start]
            best = _best_before(before) if before else inside[0]
            if before or len(text[figure.end : inside[0].token.idx]) < 60:
                return best, "clause"
    before = [f for f in frames if f.token.idx < figure.start]
    if before:
        gap = text[before[-1].end : figure.start]
        if not re.search(r"[;]|\bwhile\b|\bwhereas\b", gap) and len(gap) < 220 and not _DOMESTIC.search(gap):
            return _best_before(before), "sentence"
    following = [f for f in frames if f.token.idx > figure.end]
    if figure.kind == "multiple" or _DOMESTIC.search(text[max(0, figure.start - 80) : figure.start]):
        following = []
    if (
        following
        and len(text[figure.end : following[0].token.idx]) < 70
        and not re.search(r"[;:]", text[figure.end : following[0].token.idx])
    ):
        return following[0], "sentence"
    if (
        not frames
        and memory.frame is not None
        and sentence.index - memory.frame_sentence <= 2
        and not _DOMESTIC.search(text)
    ) and (
        (
            sentence.index - memory.frame_sentence == 1
            and figure.kind in {"money", "quantity"}
            and not sentence.mentions
            and len(sentence.figures) <= 2
            and len(text) < 180
        )
        or _ANAPHOR.match(text)
        or _GOING_ON.search(text)
        or re.match(r"\s*(?:'s?\s)?worth of\b", after)
        or re.match(r"s?'?\s*worth\b", after)
    ):
        told = re.match(
            r"^\W*(?:in fact,? |instead,? |but |and |yet )?(?:they|it|that|this|these|those)\b", text, re.IGNORECASE
        )
        if memory.frame.indicator in {"balance", "tariff"} and figure.kind != "money":
            return None, ""
        return replace(
            memory.frame, token=sentence.tokens[0], good=memory.frame.good if told else None, start=0, end=0
        ), "memory"
    return None, ""


_NO_TRADE = re.compile(
    r"\s*(?:(?:in |of )?(?:its |their |the )?(?:foreign|external|national|public|overseas|total|outstanding)\s+debts?\b|of (?:gdp|gnp|gross\b|national income|the (?:population|workforce|budget|vote))|in the (?:red|black)\b)",
    re.IGNORECASE,
)
"""What follows a figure that is no measure of trade: debts to all the world, shares of a national product."""


def _best_before(before: list[Frame]) -> Frame:
    """Of the frames before a figure the nearest, but a subject's rather than one inside its phrase ("exports of trade goods")."""
    last = before[-1]
    if len(before) > 1 and last.weak and not before[-2].weak and last.token.idx - before[-2].end < 40:
        return before[-2]
    return last


def _clause(token: Any) -> Any:
    node = token
    for _ in range(40):
        if node.dep_ in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} or (
            node.dep_ == "conj" and node.pos_ in {"VERB", "AUX"}
        ):
            return node
        if node.head == node:
            return node
        node = node.head
    return node


def _moved_frame(sentence: Sentence, frame: Frame, since: int, figure: Figure) -> Frame | None:
    """A copy of the frame with the country named between the last figure and this one, if its preposition fits."""
    for mention in sentence.mentions:
        if not since <= mention.start < figure.start or mention.code in {frame.reporter, frame.partner}:
            continue
        if re.match(r"'s\s+(?:to\b|of\b|rose|fell|grew|was\b|\$|\d|by\b)", sentence.text[mention.end :]):
            return replace(frame, reporter=mention.code, good=frame.good)
        lead = sentence.text[max(0, mention.start - 12) : mention.start].lower().split()
        prep = lead[-1] if lead else ""
        if prep == "the" and len(lead) > 1:
            prep = lead[-2]
        if prep in {"with", "to", "from"} or (
            prep in {"and", ",", ""} or sentence.text[max(0, mention.start - 2) : mention.start].strip() in {",", ";"}
        ):
            return replace(frame, partner=mention.code, good=frame.good)
    return None


def _others_level(sentence: Sentence, frame: Frame, since: int, figure: Figure) -> Frame | None:
    """As in "a surplus of 5.2 billion, against Japan's 58.6 billion": the level of another reporter, not of another time."""
    for mention in sentence.mentions:
        if (
            since <= mention.start < figure.start
            and mention.code not in {frame.reporter, frame.partner}
            and re.fullmatch(r"'s?\s+(?:of\s+|with\s+)?", sentence.text[mention.end : figure.start])
        ):
            return replace(frame, reporter=mention.code)
    return None


def _mend_slot(sentence: Sentence, slotted: Slotted, frame: Frame) -> Slotted:
    figure = slotted.figure
    if (
        slotted.slot == "none"
        and figure.kind == "percent"
        and frame.indicator in {"exports", "imports", "trade", "consumption", "tourism", "investment", "balance", "aid"}
    ) and slotted.direction:
        return replace(slotted, slot="change")
    if figure.kind == "points":
        return replace(slotted, slot="none")
    if slotted.slot == "share" and frame.indicator == "balance":
        with_whom = any(
            m.start > figure.end and re.search(r"\bwith (?:the )?$", sentence.text[: m.start])
            for m in sentence.mentions
        )
        return slotted if with_whom else replace(slotted, slot="none")
    if slotted.slot == "share" and frame.indicator == "tariff":
        return replace(slotted, slot="none")
    return slotted


def _takes(draft: _Draft, slotted: Slotted, sentence: Sentence, figure: Figure, goods: list[Good]) -> bool:
    """A draft takes one figure of each slot, and none of another product."""
    good = _good_at(sentence, figure, goods, slotted)
    known = draft.good or draft.frame.good
    if good and draft.figures and known and good.words != known.words:
        return False
    if good and draft.figures and not (draft.good or draft.frame.good) and slotted.slot in {"level", "share"}:
        return False
    match slotted.slot:
        case "level":
            if draft.level is not None and draft.level.kind != figure.kind:
                return False
            return draft.level is None and draft.share is None
        case "base":
            return draft.base_level is None and draft.share is None
        case "change":
            return draft.change is None and draft.share is None
        case "change_value":
            return draft.change_value is None and draft.share is None
        case "share":
            joined = draft.level is not None and re.fullmatch(
                r"[^.;]{0,40}?[,(]?\s*(?:or|that is,?|i\.e\.)\s+(?:\w+ )?",
                sentence.text[draft.level.end : figure.start],
            )
            return draft.share is None and draft.change is None and (draft.level is None or bool(joined))
    return False


def _put(draft: _Draft, slotted: Slotted, sentence: Sentence, goods: list[Good]) -> None:
    figure = slotted.figure
    good = _good_at(sentence, figure, goods, slotted)
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


def _good_at(sentence: Sentence, figure: Figure, goods: list[Good], slotted: Slotted) -> Good | None:
    """The product said with the figure itself: "worth of cars", "tonnes of rice", "46 percent consisted of textiles"."""
    text = sentence.text
    m = re.match(r"(?:-|'s?)?\s*(?:worth\s+)?of\s+|\s+worth\s+of\s+|\s+in\s+(?=[a-z]+\b(?!\s+\d))", text[figure.end :])
    if m and figure.kind in {"money", "quantity"}:
        head = _phrase_head(sentence, figure.end + m.end())
        good = good_of_phrase(sentence, head, goods) if head is not None else None
        if good is not None and ("in" not in m.group().split() or good.hs):
            return good
    worth = re.search(
        r"([A-Za-z]+)\s+(?:worth|valued at)\s+(?:about |some |nearly |more than |over )?$", text[: figure.start]
    )
    if worth and figure.kind == "money":
        head = _phrase_head(sentence, worth.start(1))
        if head is not None and head.idx <= worth.start(1) and (good := good_of_phrase(sentence, head, goods)):
            return good
    if slotted.slot == "share":
        m = re.match(
            r"[^.;]{0,40}?\b(?:consist(?:ed|ing|s)? of|(?:was|were|is|are) (?:made up of )?|went to|came from|compris\w+)\s+",
            text[figure.end :],
        )
        if m:
            head = _phrase_head(sentence, figure.end + m.end())
            if head is not None and (good := good_of_phrase(sentence, head, goods)):
                return good
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.core), None)
        verb = _clause(token) if token is not None else None
        subject = (
            next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None) if verb is not None else None
        )
        if (
            subject is not None
            and subject.idx < figure.start
            and not sentence.mention_at(subject)
            and not any(f.start <= subject.idx < f.end for f in sentence.figures)
        ):
            return good_of_phrase(sentence, subject, goods)
    m = re.search(
        r"(?:,|;|\band\b|:)\s+([A-Za-z][\w -]{2,30}?)\s+(?:by |at |for |,? ?too: ?)?$",
        text[max(0, figure.start - 50) : figure.start],
    )
    if (
        m
        and figure.kind == "money"
        and (
            inside := [
                g for g in goods if g.end <= figure.start and figure.start - g.end < 12 and g.start >= figure.start - 50
            ]
        )
    ):
        return inside[-1]
    return None


def _phrase_head(sentence: Sentence, offset: int) -> Any:
    """The head noun of the phrase that starts at an offset."""
    token = next((t for t in sentence.tokens if t.idx + len(t) > offset), None)
    steps = 0
    while token is not None and steps < 7:
        nxt = token.nbor(1) if token.i + 1 < len(token.doc) else None
        is_inner = (
            token.pos_ in {"ADJ", "DET", "NUM", "PART", "PRON"}
            or token.text in {"'s", "-", ".", "'"}
            or (token.dep_ in {"compound", "amod", "nmod", "poss", "det"} and token.head.i > token.i)
            or sentence.mention_at(token)
        )
        if not is_inner or nxt is None:
            break
        token = nxt
        steps += 1
    return token if token is not None and token.pos_ in {"NOUN", "PROPN"} else None


def _finish(draft: _Draft, sentence: Sentence, story: Story, last_period: Period | None) -> list[Measure]:
    """One measure, and a second one for the level compared with."""
    frame = draft.frame
    good = draft.good or frame.good
    indicator = frame.indicator
    if frame.reporter is None or (
        frame.partner is None
        and not frame.group
        and indicator not in {"tariff", "investment", "aid", "debt", "tourism"}
    ):
        return []
    if frame.indicator in {"aid", "debt", "tourism"} and (frame.partner is None or frame.reporter is None):
        return []
    if frame.weak and frame.partner == "WLD" and good is None:
        return []
    if draft.share is not None and draft.share.kind != "percent":
        return []
    if indicator == "tariff" and (draft.level is None or draft.level.kind != "percent"):
        if draft.level is None:
            return []
        indicator = "other"
    if indicator == "tourism" and not any(f.kind in {"quantity", "percent", "multiple"} for f in draft.figures):
        return []
    if indicator == "consumption" and frame.partner is None:
        return []
    if draft.level is None and draft.base_level is not None:
        draft.level, draft.base_level = draft.base_level, None
    first, last = _extent(sentence, draft)
    if _DOMESTIC.search(sentence.text[frame.start : last]) and frame.partner == "WLD":
        return []
    if taken_back(sentence, draft.figures[0]):
        return []
    modality = figure_modality(sentence, draft.figures[0])
    period, base, inferred = _periods(draft, sentence, last_period if modality in {"actual", "estimate"} else None)
    if (
        modality in {"forecast", "target", "hypothetical"}
        and period is not None
        and "period" not in inferred
        and story.published is not None
        and period.end < story.published.start
    ):
        modality = "actual"  # what is past is no forecast, though it stands beside one
    inferred = tuple(dict.fromkeys((*frame.inferred, *draft.inferred, *inferred)))
    quote = Quote.of(story.document.text, sentence.start + first, sentence.start + last)
    reporter, partner = frame.reporter, frame.partner
    share_kind = None
    if draft.share is not None:
        reporter, partner, indicator, share_kind = _share_roles(draft, sentence, good)
        if share_kind is None:
            return []
    sign = _sign(sentence, frame)
    shared: dict[str, Any] = {
        "document": story.document.id, "version": story.document.version_id, "quote": quote, "indicator": indicator, "reporter": reporter, "partner": partner,
        "product": good.words if good else None, "hs": good.hs or None if good else None, "modality": modality, "inferred": inferred,
        "scope": ("services",) if re.search(r"\bservices\b", sentence.text[first:last]) else (),
        "confidence": 0.6 if inferred else 0.85,
    }  # fmt: skip
    bounds, digits = _words_of(draft)
    level, change, delta, share = draft.level, draft.change, draft.change_value, draft.share
    out = []
    has_levels = level is not None and draft.base_level is not None
    change_figure = change.figure if change and not (has_levels and change.figure.kind == "multiple") else None
    main = Measure(
        **shared, period=period, base=base,
        value=None if level is None else sign * level.value,
        unit=level.unit if level is not None else delta.figure.unit if delta is not None else None,
        value_max=level.value_max if level is not None else None,
        per=level.per if level is not None else None,
        change_pct=None if change_figure is None or change is None else _signed(change),
        change_max=change_figure.value_max if change_figure is not None else None,
        change_value=None if delta is None else _signed(delta), change_value_max=delta.figure.value_max if delta is not None else None,
        share_pct=None if share is None else share.value, share_max=None if share is None else share.value_max, share_of=share_kind,
        bound=next(iter(bounds.values()), None), bounds=bounds, digits=digits,
    ) if level is not None or change_figure is not None or delta is not None or share is not None else None  # fmt: skip
    if main is not None:
        out.append(main)
    if draft.base_level is not None and level is not None:
        earlier = draft.base_level
        out.append(
            Measure(
                **(
                    shared
                    | {
                        "modality": "actual"
                        if base is None or story.published is None or base.end < story.published.end
                        else modality
                    }
                ),
                period=base,
                value=sign * earlier.value,
                unit=earlier.unit,
                value_max=earlier.value_max,
                per=earlier.per or level.per,
                bound=earlier.bound,
                bounds={"value": earlier.bound} if earlier.bound else {},
                digits={"value": earlier.digits},
            )
        )
    return out


def _signed(slotted: Slotted) -> float:
    value = abs(slotted.figure.value)
    if slotted.figure.signed and slotted.figure.value < 0:
        return -value
    return -value if slotted.direction < 0 else value


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


def _words_of(draft: _Draft) -> tuple[dict[str, Bound], dict[str, int]]:
    bounds: dict[str, Bound] = {}
    digits: dict[str, int] = {}
    named = {
        "value": draft.level,
        "change_pct": draft.change.figure if draft.change else None,
        "change_value": draft.change_value.figure if draft.change_value else None,
        "share_pct": draft.share,
    }
    for name, figure in named.items():
        if figure is not None:
            digits[name] = figure.digits
            if figure.bound:
                bounds[name] = figure.bound
    return bounds, digits


def _extent(sentence: Sentence, draft: _Draft) -> tuple[int, int]:
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
    for time in sentence.times:
        if last <= time.start <= last + 6:
            last = time.end
    return first, last


def _periods(
    draft: _Draft, sentence: Sentence, last_period: Period | None
) -> tuple[Period | None, Period | None, tuple[str, ...]]:
    """(period, base, inferred): the time nearest the figures; the story's last one where the sentence has none."""
    figures = [
        f
        for f in (
            draft.level,
            draft.change.figure if draft.change else None,
            draft.change_value.figure if draft.change_value else None,
            draft.share,
        )
        if f is not None
    ] or draft.figures
    anchor = max(f.end for f in figures)
    begin = min([f.start for f in figures] + ([draft.frame.start] if draft.frame.end else []))
    times = [t for t in sentence.times if t.role in {"period", "point"} and t.period is not None]
    base_figure = draft.base_level
    times = [t for t in times if t.period is not None and t.period.days >= 28]
    base_times = []
    if base_figure is not None:
        base_times = [t for t in times if 0 <= t.start - base_figure.end <= 16]
        base_times += [
            t
            for t in times
            if t not in base_times
            and base_figure.start - 30 < t.start < base_figure.start
            and _COMPARED.search(sentence.text[: t.start])
        ]
    compared = [t for t in times if _COMPARED.search(sentence.text[: t.start])]
    others = [t for t in times if t not in base_times and t not in compared]
    inferred: list[str] = []
    period: Period | None = None
    if others:
        period = _nearest_time(sentence, draft, begin, anchor, others)
    elsewhen = re.search(
        r"\b(?:so far|to date|cumulative(?:ly)?|since|over the years|(?:last|this|next|past) (?:season|harvest|campaign|crop))\b",
        sentence.text,
        re.IGNORECASE,
    )
    if (
        period is None
        and not elsewhen
        and last_period is not None
        and draft.frame.indicator != "tariff"
        and not any(t.role == "vague" for t in sentence.times)
    ):
        period = last_period
        inferred.append("period")
    base: Period | None = None
    explicit = [t for t in sentence.times if t.role == "base" and t.start >= begin]
    if base_times:
        base = base_times[0].period
    elif explicit:
        t = explicit[0]
        base = t.period or (base_of(t.relation, period) if t.relation and period else None)
    else:
        later = [t for t in compared if t.start > begin and t not in base_times]
        if later and (draft.change is not None or draft.change_value is not None or draft.base_level is not None):
            base = later[0].period
    if (
        base is None
        and period is not None
        and (draft.change is not None or draft.base_level is not None)
        and period.precision == "year"
    ):
        base = period.shifted_years(-1)
        inferred.append("base")
    return period, base, tuple(inferred)


_COMPARED = re.compile(
    r"\b(?:than|from|against|compared (?:with|to)|versus|over (?=the previous|last|the same))\s+(?:in\s+|the\s+|an?\s+|its\s+|that\s+of\s+|those\s+(?:of|in)\s+)*$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"[;]|,\s+(?:on |in |of |to |for )?(?:which|who|whose|where|when|while|whereas|although|though|but)\b|\band\s+(?:the|its|in|on)\b",
    re.IGNORECASE,
)


def _nearest_time(
    sentence: Sentence, draft: _Draft, begin: int, anchor: int, times: list[TimeMention]
) -> Period | None:
    """The time said with the figures: right behind them, inside their phrase, before them, or anywhere in the sentence."""
    last = max(f.end for f in draft.figures)
    following = [f.start for f in sentence.figures if f.start >= last and f not in draft.figures]
    limit = min([*following, last + 70])
    direct = [
        t
        for t in sentence.times
        if t.period is not None
        and 0 <= t.start - last <= 8
        and t.role == "base"
        and draft.base_level is None
        and draft.change is None
    ]
    if direct:
        return direct[0].period
    behind = [t for t in times if anchor <= t.start < limit and not _AWAY.search(sentence.text[anchor : t.start])]
    inside = [t for t in times if begin <= t.start < anchor]
    own = [t for t in inside if not any(begin <= f.start < t.start for f in sentence.figures if f not in draft.figures)]
    before = [t for t in times if t.start < begin]
    touching = [t for t in behind if t.start - anchor <= 6]
    for group in (
        touching[:1],
        own[-1:],
        behind[:1],
        inside[-1:],
        before[-1:],
        [t for t in times if t.start > anchor and not _AWAY.search(sentence.text[anchor : t.start])][:1],
    ):
        if group:
            return group[0].period
    return (
        times[0].period
        if not _AWAY.search(sentence.text[min(anchor, times[0].start) : max(anchor, times[0].start)])
        else None
    )


def _share_roles(draft: _Draft, sentence: Sentence, good: Good | None) -> tuple[str, str | None, Any, Any]:
    """Whose total a share is of: a product's share of a flow, or a partner's share of all that the reporter trades."""
    frame = draft.frame
    assert frame.reporter is not None  # noqa: S101  the caller has checked both; this tells the type checker
    assert draft.share is not None  # noqa: S101
    if good is not None:
        return (
            frame.reporter,
            frame.partner,
            frame.indicator,
            share_of(
                frame.indicator,
                frame.partner,
                product=True,
                whole_trade=frame.indicator == "trade",
            ),
        )
    partner = frame.partner
    if partner in {None, "WLD"} or "partner" in frame.inferred or frame.indicator == "balance":
        token = next((t for t in sentence.tokens if t.idx + len(t) > draft.share.core), None)
        verb = _clause(token) if token is not None else None
        subject = (
            next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None) if verb is not None else None
        )
        named = sentence.mention_at(subject) if subject is not None else None
        if named is None:
            named = next((m for m in sentence.mentions if m.code != frame.reporter and not m.place), None)
        if named is None or named.code == frame.reporter:
            return frame.reporter, partner, frame.indicator, None
        if not trades(named.code):
            return (
                frame.reporter,
                None,
                frame.indicator,
                share_of(frame.indicator, None, product=False, whole_trade=False),
            )
        partner = named.code
    return (
        frame.reporter,
        partner,
        frame.indicator,
        share_of(frame.indicator, partner, product=False, whole_trade=frame.indicator == "trade"),
    )
