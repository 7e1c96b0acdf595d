"""One fact told by several figures: a level with its share and its change, where each had been put into a draft of its own.

"Sales to Chad were $305 million (a share of 19.6 percent and a fall of 51.8 percent)", "Spain took $873 million worth of
exports, or a 14.7% share": the drafts are of one flow between the same two, side by side, and what one lacks the other has.
"""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.frames.frames import Frame
from tieline.read.measures.draft_slots import Draft
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence

_LINK = (
    r"(?:,|\(|and|but|or|with|for|at|to|an?|the|its|their|that|is|was|which|i\.e\.|of|by|up|down|about|some|nearly|almost|over|around|only|just|no|less|more|than"
    r"|share|part|portion|fall|drop|rise|decline|decrease|increase|growth|gain|dip|jump|worth|valued|all|total|overall|goods|exports?|imports?|sales|purchases"
    r"|trade|shipments|represent(?:s|ed|ing)?|ma(?:de|kes|king)\s+up|account(?:s|ed|ing)?|before|year-on-year|sharp|slight|steep|heavy|modest)"
)
_LINKS = re.compile(rf"(?:[\s,(]*{_LINK}(?![\w-]))*[\s,(]*", re.IGNORECASE)
"""Between two figures of one fact: words that join, of what the next one is, and of the flow."""
_FAR = 70
_OF_SUM = re.compile(r"\bof\s+(?:(?:the|some|about|its|their|an?|nearly|almost|over|total|estimated)\s+)*$")
"""Before the whole that a share is of: "10.7 percent of its total imports of 447.3 billion"."""
_OF_WHOLE = re.compile(r"\s+of\s+(?:(?:all|the|its|their|total|overall|our|foreign|country's)\s+)*$")
_AND_THEN = re.compile(
    rf"\s*(?=[,(]|but\b|and\b|or\b|at\b)(?:[\s,(]*(?!worth|valued|which|that|is|was){_LINK}(?![\w-]))*[\s,(]*",
    re.IGNORECASE,
)


def joined(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, those that are one fact made one."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _is_one(sentence, out[-1], draft):
            last = out[-1]
            out[-1] = replace(
                last,
                level=last.level or draft.level,
                change=last.change or draft.change,
                share=last.share or draft.share,
                good=last.good or draft.good,
                figures=[*last.figures, *draft.figures],
            )
        else:
            out.append(draft)
    return out


def _is_one(sentence: Sentence, first: Draft, second: Draft) -> bool:
    one, two = first.frame, second.frame
    same = (one.indicator, one.reporter, one.partner) == (two.indicator, two.reporter, two.partner)
    if not same or (None in (one.reporter, one.partner) and not one.group) or one.indicator == "tariff":
        return False
    if (
        first.base_level
        or second.base_level
        or first.change_value
        or second.change_value
        or second.inferred != first.inferred
    ):
        return False
    if first.share is None and second.share is None:
        return False
    if any(
        getattr(first, slot) is not None and getattr(second, slot) is not None for slot in ("level", "change", "share")
    ):
        return False
    goods = [g.words if (g := d.good or d.frame.good) is not None else None for d in (first, second)]
    if goods[0] != goods[1] or not first.figures or not second.figures:
        return False
    before, after = first.figures[-1], second.figures[0]
    if second.level == after and _OF_SUM.search(sentence.text, before.end, after.start):
        return False
    return _joins(sentence, before, after, one)


def _joins(sentence: Sentence, before: Figure, after: Figure, frame: Frame) -> bool:
    """Nothing but links stands between two figures, and no country but those of the flow."""
    if not 0 <= after.start - before.end <= _FAR:
        return False
    gap = sentence.text[before.end : after.start]
    for mention in reversed(sentence.mentions):
        if before.end <= mention.start < after.start:
            if mention.code not in frame.pair:
                return False
            lead = _PREPOSITION.sub("", gap[: mention.start - before.end])
            gap = lead + gap[mention.end - before.end :].removeprefix("'s")
    return _LINKS.fullmatch(gap) is not None


_PREPOSITION = re.compile(r"\b(?:from|to|in|into|with)\s+(?:the\s+)?$")


def only_whole(sentence: Sentence, frame: Frame, drafts: list[Draft], figure: Figure) -> bool:
    """As in "the Netherlands, with 7.1% of exports but 54% less than before": a noun that only says what the last share is of."""
    share = drafts[-1].share if drafts else None
    if share is None or frame.verb or frame.token == drafts[-1].frame.token or share != drafts[-1].figures[-1]:
        return False
    noun = frame.token.idx
    if not share.end <= noun < figure.start or _OF_WHOLE.fullmatch(sentence.text, share.end, noun) is None:
        return False
    return _AND_THEN.fullmatch(sentence.text, noun + len(frame.token), figure.start) is not None
