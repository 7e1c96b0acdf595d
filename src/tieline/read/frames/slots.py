"""What a figure says of its frame: a level, a change, a share, the level compared with; and which way it moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from tieline.model import lazy_re as re
from tieline.model.shares import OF_THE_TWO, TOTALS
from tieline.model.vocabulary import ShareOf
from tieline.read.frames.amounts_apart import (
    CHANGE_AFTER,
    DIRECT,
    NOUN_OF,
    NOUN_WAS,
    WORTH,
    after_level,
    held_apart,
    moved_by,
)
from tieline.read.frames.directions import direction_at, direction_word
from tieline.read.frames.held_against import change_to_a_part, names_a_level, of_another_flow, pace_told
from tieline.read.frames.said_twice import told_before
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.modality import only_foreseen

Slot = Literal["level", "base", "change", "change_value", "share", "none"]

_BASE_BEFORE = re.compile(
    r"(?:\b(?:from|against|versus|vs\.?|compared (?:with|to)|as against|than|up from|down from|over)\s+(?:the |a |its |just |only |their )?(?:record |revised |previous |earlier |year-earlier |year-ago )?(?:(?:figure|level|total|deficit|surplus|volume|value|gap|record|peak|high) of |(?:(?:19|20)\d\d|(?:last|the (?:previous|prior|preceding)|that) (?:year|month|quarter|week)|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'s? (?:record |revised )?)?)$",
    re.IGNORECASE,
)
_BY_BEFORE = re.compile(
    r"(?<!\bfollowed )(?<!\bled )(?<!\btopped )(?<!\bheaded )(?<!\bvisited )\bby\s+(?:only |just |fully )?(?:a |an |another |as much as )?(?:(?:(?:far |much |even |still |slightly |somewhat )?(?:more |less )?(?:modest|moderate|robust|subdued|sizeable|substantial|dramatic|significant|marked|pronounced)|record|further|massive|staggering|hefty|mere|meagre|paltry|measly|smaller|larger|bigger|steeper|sharper|slower|whopping|modest) )?$",
    re.IGNORECASE,
)
_UPDOWN_BEFORE = re.compile(
    r"\b(up|down|off|plus|minus|higher|lower)\s+(?:by\s+)?(?:(?:a|an|another)\s+(?:[\w-]+\s+)?)?$", re.IGNORECASE
)
_SHARE_VERB = re.compile(
    r"\b(?:account(?:ed|ing|s)? for|cover(?:ed|ing|s)?|responsible for|ma(?:de|ke|kes|king) up|represent(?:ed|ing|s)?|constitut(?:ed|ing|es?)|compris(?:ed|ing|es?)|form(?:ed|s)|contribut(?:ed|ing|es?)|t(?:aking|akes?|ook) up|took|takes?|taking|absorb(?:ed|s|ing)?|receiv(?:ed|es|ing)|buys?|buying|bought|provid(?:ed|es?|ing)|suppl(?:ied|ies|y|ying)|share (?:of|was|is|reached|rose to|fell to|stood at)|equal to|equivalent to|consist(?:ed|ing|s)? of)\s+(?:up to |only |just |some |fully |close to |another |a further |as much as |an estimated |a )?$",
    re.IGNORECASE,
)
_SHARE_AFTER = re.compile(
    r"\s*(?:of\b|share\b|(?:was|were|is|are|came|comes?|consisted|comprised|went|goes|go|comes?|originat\w+)\s+(?:made up of |of |from |to )?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slotted:
    """A figure with its slot; `direction` is +1, -1, or 0 if the words give none; `average` tells of a yearly rate."""

    figure: Figure
    slot: Slot
    direction: int = 0
    average: bool = False


def slot_of(sentence: Sentence, figure: Figure, *, tariff: bool = False) -> Slotted:
    """The slot of a figure, by the words before and after it.

    A percentage that nothing shows to be a share or a change has slot `none`: it is no claim.
    """
    text = sentence.text
    if of_another_flow(sentence, figure):
        return Slotted(figure, "none")
    before, after = _NATION.sub("", text[: figure.start]), text[figure.end :]
    tail = before[-70:]
    if figure.kind in {"money", "quantity"}:
        return _slot_of_amount(sentence, figure, before, after)
    if figure.kind == "multiple":
        return Slotted(figure, "change", 1 if figure.value > 0 else -1)
    if tariff and figure.kind == "percent":
        return Slotted(figure, "base" if _BASE_BEFORE.search(tail) and figure.value_max is None else "level")
    slotted = _slot_of_percent(sentence, figure, tail, after)
    average = slotted.slot == "change" and (_YEARLY_BEFORE.search(tail) or _YEARLY_AFTER.match(after))
    return replace(slotted, average=True) if average else slotted


_NATION = re.compile(r"(?<=\s)US\s$")
"""Before the sign of a sum: "from US $12 million"."""


def _slot_of_amount(sentence: Sentence, figure: Figure, before: str, after: str) -> Slotted:
    """Of a sum or a quantity: a level, an earlier one, or by how much one differs from the other."""
    tail = before[-70:]
    if GAP_BY.search(before[-160:]):
        return Slotted(figure, "level")
    if (_BASE_BEFORE.search(tail) or after_level(tail, after)) and not only_foreseen(sentence, figure):
        return Slotted(figure, "base")
    if (apart := _APART_FROM.match(after)) is not None and not WORTH.match(after):
        return Slotted(figure, "change_value", 1 if apart["up"] else -1)
    if (both := _RISE_BY_BOTH.match(after)) is not None and _A.search(tail):
        return Slotted(figure, "change_value", direction_word(both["word"]))
    if _RED_BY.search(tail):
        return Slotted(figure, "level")
    if _BY_BEFORE.search(tail) or _BY_PERCENT_OR.search(tail) or _PUT_AT.search(_words_before(sentence, figure)):
        return Slotted(figure, "change_value", direction_at(sentence, figure))
    if (twice := told_before(sentence, figure)) and (told := slot_of(sentence, twice)).slot == "change":
        return Slotted(figure, "change_value", told.direction)
    if names_a_level(sentence.text, figure):
        return Slotted(figure, "level")
    if (way := moved_by(tail) or held_apart(sentence, figure, tail, after)) is not None:
        return Slotted(figure, "change_value", way)
    return Slotted(figure, "level")


_A = re.compile(r"\b(?:an?|another|the)\s+$", re.IGNORECASE)
_RISE_BY_BOTH = re.compile(
    r"(?:,?\s+or\s+|\s*\()[\d.,]+[\s-]?(?:%|pct|pc|per\s?cent)\)?,?\s+(?:[a-z]+\s+)?(?P<word>increase|rise|gain|jump|growth|surge|leap|decrease|fall|drop|decline|slump|dip|plunge|reduction)\b"
)
"""Behind the amount of a change that is told in percent too: "a $4 million or 19 percent increase"."""
_APART_FROM = re.compile(
    r"(?:\s*\([^)]{3,40}\))?(?:\s+an?\s+(?:month|year|day))?\s+(?:(?P<up>up on|above)|(?:down on|below))\s+(?:the|those|that|a year|last|what|its|their|(?:19|20)\d\d|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
"""Behind how far a level is from an earlier one: "were 33 million euros down on August 2019"."""
GAP_BY = re.compile(
    r"\b(?P<one>exports?|imports?|purchases|sales|shipments|deliveries)\b[^.;:]{0,50}?\b(?:exceed|outstripp?|surpass|outpac|outweigh|top)(?:e?s|e?d|ing)?\s[^.;:,\d]{0,30}?\b(?P<two>exports?|imports?|purchases|sales|shipments|deliveries)\b[^.;:,\d]{0,40}?\bby\s+$",
    re.IGNORECASE,
)
"""Before what a balance comes to: "imports from Norway exceeded exports by 1.3 billion"."""
_RED_BY = re.compile(r"\bin the (?:red|black) (?:by|to the tune of)\s+(?:only |just )?$", re.IGNORECASE)
"""Before what a balance comes to."""
_BY_PERCENT_OR = re.compile(
    r"\b(?:by|(?<!made )(?<!make )(?<!makes )(?<!making )(?<!took )(?<!take )(?<!takes )(?<!taking )up|down|rose|fell|grew|increased|decreased|declined|dropped|an? (?:rise|increase|fall|drop|decline|decrease|growth) of)\s+(?:about\s+|nearly\s+|almost\s+|some\s+)?[\d.,]+\s?(?:%|pct|pc|per\s?cent),?\s+or\s+$",
    re.IGNORECASE,
)
"""Before the amount of a change told twice: "dropped by 8%, or 7.1bn"."""
_OR_SUM = re.compile(
    r",?\s+or\s+(?:(?:about|nearly|almost|some|around|over|more than)\s+)?[A-Z]{0,3}[$€£¥]?\s?\d[\d.,]*(?:[\s-]?(?:million|billion|trillion|mln|bln|[mb]n?)\b)?(?:\s(?!more|less)[a-z]+)?,?\s+(?P<word>more|less|higher|lower|fewer|up|down)\b"
)

_YEARLY_BEFORE = re.compile(
    r"\b(?:average|averag(?:ed|ing)|mean|compound(?:ed)?|CAGR)\b[^,;.]{0,45}$|\b(?:annual|yearly) (?:growth )?rate of\s+(?:about |some |nearly |over )?$",
    re.IGNORECASE,
)
_YEARLY_AFTER = re.compile(
    r"\s*(?:(?:growth|increase|rise|decline|fall)\s+)?(?:annually|yearly|per (?:year|annum)|(?:a|each|every) year(?! (?:earlier|ago|before))|on average|(?:compound|average))\b",
    re.IGNORECASE,
)
"""A rate of growth over several years, which no level of one year goes with."""


_COMPARATIVES = frozenset(
    "more less higher lower larger smaller below above up down increase rise fall drop decline".split()
)


_GOES_TO = re.compile(
    r"\s*(?:going|destined|bound|shipped|sold|exported|sent|headed|coming|originating)\s+(?:to|for|from|in)\b",
    re.IGNORECASE,
)
_AMOUNT_IN_BRACKETS = re.compile(r"\s*\(\s*(?:[A-Z]{1,3})?[$€£¥]?\s?\d[^()]{0,30}\)")
"""Behind a share, what it comes to: "took 11.8 percent (P698.4 million) of total exports"."""


def _slot_of_percent(sentence: Sentence, figure: Figure, tail: str, after: str) -> Slotted:
    if (change := change_to_a_part(sentence.text, figure)) is not None:
        return Slotted(replace(figure, value=abs(change)), "change", 1 if change > 0 else -1)
    if after[:3].lstrip()[:1] == "(" and (amount := _AMOUNT_IN_BRACKETS.match(after)) is not None:
        after = after[amount.end() :]
    if or_sum := _OR_SUM.match(after):
        return Slotted(figure, "change", direction_word(or_sum["word"]))
    found = CHANGE_AFTER.match(after)
    if found and (not figure.fraction or found["word"].lower() in _COMPARATIVES):
        word = found["word"].lower()
        return Slotted(figure, "change", {"above": 1, "below": -1}.get(word, 0) or direction_word(word))
    if (twice := told_before(sentence, figure)) and (told := slot_of(sentence, twice)).slot == "change_value":
        return Slotted(figure, "change", told.direction)
    if _SHARE_VERB.search(tail) or (after[:1] == ")" and _FRACTION.search(tail) and not _BY_A_FRACTION.search(tail)):
        return Slotted(figure, "share")
    if (m := _UPDOWN_BEFORE.search(tail)) is not None:
        return Slotted(figure, "change", 1 if m.group(1).lower() in {"up", "plus", "higher"} else -1)
    if _BY_BEFORE.search(tail):
        direction = direction_at(sentence, figure)
        return Slotted(figure, "change" if direction else "none", direction)
    if _GOES_TO.match(after) or (_SHARE_AFTER.match(after) and not _moves(tail)):
        return Slotted(figure, "share")
    return _slot_by_what_leads(sentence, figure, tail, after)


_FRACTION = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|majority|most|bulk)\s+\((?:about\s+|some\s+|nearly\s+)?$"
)
_BY_A_FRACTION = re.compile(r"\bby\s+(?:[a-z]+\s+){0,3}[a-z]+\s+\([a-z\s]*$")
"""Before a part told again in brackets: "more than half (51 per cent) came from Chad"."""


def _moved_when(tail: str, after: str) -> re.Match[str] | None:
    return _MOVED_WHEN.search(tail) if _IN_A_FLOW.match(after) is not None else None


_IN_A_FLOW = re.compile(
    r"\s+in\s+[^,;.]{0,60}?\b(?:exports?|imports?|trade|turnover|sales|shipments|arrivals|tourists|visitors|remittances|investments?)\b"
)
_MOVED_WHEN = re.compile(
    r"\b(?P<word>increase|rise|growth|gain|jump|decline|drop|fall|decrease|slump|plunge)\s+(?:last|this|that)\s+(?:year|month|quarter|season)\s+of\s+(?:(?:about|some|nearly|almost|over|around|just|only)\s+)?$"
)
"""As in "a fall last year of 15%"."""
_PUT_AT = re.compile(
    r"\b(?:puts?|putting|estimat(?:ed|es|ing)|calculat(?:ed|es))\s+(?:the|this|that|an?)\s+(?:[a-z-]+\s+){0,2}?(?P<word>increase|rise|growth|gain|jump|decline|drop|fall|decrease|slump|plunge)\s+(?:in|of)\s+[^,;:.%]{3,70}\s+at\s+$"
)
"""As in "the bureau put the drop in Peruvian exports to Chile at 68.9%"."""


def _words_before(sentence: Sentence, figure: Figure) -> str:
    """The last words before a figure, as many as tell of what it is put at."""
    return sentence.text[max(0, figure.start - _REACH) : figure.start]


_REACH = 120


def _slot_by_what_leads(sentence: Sentence, figure: Figure, tail: str, after: str) -> Slotted:
    if pace := pace_told(sentence.text, figure):
        return Slotted(figure, "change", pace)
    if _BASE_BEFORE.search(tail):
        return Slotted(figure, "base")
    average = tail.endswith("at ") and "average" in sentence.text[figure.start : figure.core]
    if (average or _AT_A_PACE.search(_words_before(sentence, figure))) and (
        direction := direction_at(sentence, figure)
    ):
        return Slotted(figure, "change", direction)
    if (
        noun := NOUN_OF.search(tail)
        or NOUN_WAS.search(tail)
        or _moved_when(tail, after)
        or _PUT_AT.search(_words_before(sentence, figure))
    ):
        direction = direction_word(noun["word"]) or direction_at(sentence, figure)
        if tail[: noun.start("word")].rstrip().endswith(("negative", "minus")):
            direction = -abs(direction)  # "a negative growth of 22 percent"
        return Slotted(figure, "change" if direction else "none", direction)
    if figure.signed:
        return Slotted(figure, "change", 1 if figure.value > 0 else -1)
    direct = DIRECT.search(tail)
    if direct and (direction_word(direct.group(1)) or direct.group(1) in _ADDS):
        return Slotted(figure, "change", direction_word(direct.group(1)) or 1)
    if re.search(
        r"\bshares?\b|'s (?:part|portion|slice)\b|\b(?:its|their|whose|the) (?:part|portion|slice|weight|proportion) (?:of|in)\b",
        sentence.text[max(0, figure.start - 90) : figure.end + 30],
        re.IGNORECASE,
    ):
        return Slotted(figure, "share")
    if _BRACKETED.fullmatch(tail[-1:] + after[:1]) and _MADE_OF.search(sentence.text[: figure.start]):
        return Slotted(figure, "share")
    if re.search(r"(?:\(|,\s|\bor\s)$", tail) and (direction := direction_at(sentence, figure)):
        return Slotted(figure, "change", direction)
    if re.search(r"\b(?:up|down)\b", after[:12]):
        return Slotted(figure, "change", 1 if re.match(r"\s*up", after) else -1)
    return Slotted(figure, "none")


_AT_A_PACE = re.compile(
    r"\bat\s+(?:an?|its|their|the)\s+(?:[a-z-]+\s+){0,3}?(?:pace|rate|speed|clip|tempo|average)\s+of\s+(?:about |nearly |almost |some |only |just |over |more than )?$"
)
"""As in "grew at a brisk pace of 13 percent"."""
_ADDS = frozenset({"add", "adds", "added", "adding"})
"""Of a percentage alone: "copper added 12 percent"."""
_BRACKETED = re.compile(r"\(\)")
_MADE_OF = re.compile(
    r"\b(?:main|chief|principal|mainly|mostly|chiefly|share|structure|dominated|consist\w*|include\w*|comprise\w*|account\w*|made up|basis|bulk|categor\w+|items?)\b",
    re.IGNORECASE,
)
"""Before a list of goods with their percentages in brackets: parts of a whole, where no word tells of a change."""


def _moves(tail: str) -> bool:
    direct = DIRECT.search(tail)
    return bool(direct and direction_word(direct.group(1)))


def share_of(indicator: str, partner: str | None, *, product: bool, whole_trade: bool) -> ShareOf:
    """Of what a share is: the flow between the two, or all that the reporter sells or buys."""
    if whole_trade or indicator == "trade":
        return "reporter_total_trade" if partner != "WLD" else "other"
    return (OF_THE_TWO if product and partner != "WLD" else TOTALS).get(indicator, "other")
