"""The frame of a figure beside which another country stands: "with Japan 3 and with Italy 2", "380,000 to Belgium against 170,000 to Britain"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.deals import DEAL
from tieline.read.frames.frames import Frame
from tieline.read.frames.movers import MOVING
from tieline.read.frames.ranked import RANKED, RANKED_BEHIND
from tieline.read.frames.subjects import shares_verb
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, GIVEN
from tieline.read.words.groups import GROUP
from tieline.read.words.leads import PARTNER_BEHIND
from tieline.read.words.trade import OWED


def moved_frame(sentence: Sentence, frame: Frame, since: int, figure: Figure) -> Frame | None:
    """A copy of the frame with the country named between the last figure and this one, if its preposition fits."""
    if frame.partner_prep in {MOVING, DEAL}:
        return None  # whose each count is, its own words have told
    for mention in sentence.mentions:
        if not since <= mention.start < figure.start or mention.code in {frame.reporter, frame.partner}:
            continue
        if frame.verb and mention.code in frame.partners and mention.start < frame.end:
            continue
        lead = sentence.text[max(0, mention.start - 12) : mention.start].lower().split()
        prep = lead[-1] if lead else ""
        if prep == "the" and len(lead) > 1:
            prep = lead[-2]
        before = sentence.text[max(0, mention.start - 2) : mention.start].strip()
        listed = prep in {"and", ",", ""} or before in {",", ";"}
        next_one = _NEXT_ONE.search(sentence.text[: mention.start]) is not None
        listed = listed or next_one
        ranked = _OWNS.match(sentence.text, mention.end) and not frame.verb
        if ranked and RANKED_BEHIND.search(sentence.text[: mention.start]):
            return replace(frame, partner=mention.code, good=frame.good)
        if _is_who_does(sentence, frame, mention):
            if frame.reporter == "WLD" and frame.indicator in GIVEN:
                return replace(frame, partner=mention.code)  # "Nepal took in $9 billion in remittances and Sri Lanka 6"
            return replace(frame, reporter=mention.code, good=frame.good)
        if prep == "which" and lead[-2:-1] != ["to"]:
            return replace(frame, partner=mention.code, good=frame.good)  # "of which Italy accounted for 6 billion"
        subject = any(m.code == frame.reporter and m.end <= frame.token.idx for m in sentence.mentions)
        if (
            (next_one and frame.verb and subject)
            or _is_of_reporter(sentence, frame, mention, prep)
            or (
                listed
                and (
                    _named_alone(sentence, frame) or (prep == "and" and _does_as_much(sentence, frame, mention, figure))
                )
            )
        ):
            return replace(frame, reporter=mention.code, good=frame.good)
        if listed and _led_behind(sentence, frame, figure):
            return replace(frame, reporter=mention.code, good=frame.good)
        sold_in = prep == "in" and frame.token.lemma == "sale" and not frame.verb
        if listed or sold_in or prep in {"with", "to", "from"}:
            return replace(frame, partner=mention.code, good=frame.good)
    if frame.partner is not None and not frame.verb and _moved_to_group(sentence, since, figure):
        return replace(frame, partner=None, group=True)
    return None


def _led_behind(sentence: Sentence, frame: Frame, figure: Figure) -> bool:
    """As in "Chad with $5 billion and Togo with $4 billion of exports to Mali": whose they are stands before, with whom behind the noun."""
    if frame.verb or frame.indicator not in FLOWS or figure.start > frame.token.idx or frame.partner is None:
        return False
    return any(
        m.code == frame.partner and m.start > frame.token.idx and _FACING_END.search(sentence.text[: m.start])
        for m in sentence.mentions
    )


_NEXT_ONE = re.compile(
    r"\b(?:followed\s+by|(?:after|behind)\s+(?:it|them)(?:\s+(?:came|were|was))?|(?:next|then|second|third)\s+(?:came|was|were)|ahead\s+of)\s+(?:the\s+)?$"
)
"""Before the next of a list."""
_OWNS = re.compile(r"'s\s+(?:to\b|of\b|rose|fell|grew|was\b|\$|\d|by\b)")


def _is_who_does(sentence: Sentence, frame: Frame, mention: Mention) -> bool:
    """As in "Japan's rose 3 percent", "and the United States cut them by 15 pct": another owner, another subject."""
    if _OWNS.match(sentence.text, mention.end) or _DOES_TOO.match(sentence.text, mention.end):
        return True
    return frame.verb and shares_verb(sentence, mention)


def _is_of_reporter(sentence: Sentence, frame: Frame, mention: Mention, prep: str) -> bool:
    """The preposition, or a word behind it, leads to another who owes, gives, sells or buys."""
    if prep == "to" and frame.indicator == "debt" and frame.token.lemma in OWED:
        return True  # "its debts to Japan are 3 billion, those to India 1.6 billion"
    if frame.indicator == "aid" and _ITS_OWN.match(sentence.text, mention.end):
        return True  # "Chile has promised a package of 10 million, and Peru its own with 6 million"
    if prep == "from" and frame.indicator in GIVEN:
        return frame.indicator != "debt" or frame.token.lemma not in OWED
    return prep == _COMES_BY.get(frame.indicator) and frame.verb and frame.reporter is not None


_COMES_BY: Final[Mapping[Indicator, str]] = {"imports": "to", "exports": "from"}
"""What leads to another buyer or seller: "to Russia, which took 48 million kilos, and to Turkey with 31 million"."""


def _named_alone(sentence: Sentence, frame: Frame) -> bool:
    """As in "Canadian imports rose 3 pct; Japan, 10 pct", "the British (11%), French (9%)": a row of what the first item names, and that is who reports."""
    if "indicator" in frame.inferred and not frame.verb and frame.indicator in {*FLOWS, *GIVEN}:
        return any(m.start == frame.start and m.code == frame.reporter for m in sentence.mentions)
    if frame.verb or "partner" not in frame.inferred or frame.reporter is None or frame.indicator not in FLOWS:
        return False
    named = {m.code for m in sentence.mentions if frame.start <= m.start < frame.token.idx}
    return frame.reporter in named


def _moved_to_group(sentence: Sentence, since: int, figure: Figure) -> bool:
    """As in "with Japan rose 700 mln to 14.8 billion and with Western Europe rose 200 mln": no country is the partner."""
    return any(
        GROUP.match(sentence.text, found.end()) for found in _FACING.finditer(sentence.text, since, figure.start)
    )


def _does_as_much(sentence: Sentence, frame: Frame, mention: Mention, figure: Figure) -> bool:
    """As in "Angola shipped 1.3 million barrels to China, and Russia 1.6 million": another subject, where a preposition led to the partner."""
    if not frame.verb or frame.partner is None or not _SOME.fullmatch(sentence.text, mention.end, figure.start):
        return False
    faced = (m for m in sentence.mentions if m.code == frame.partner and frame.token.idx < m.start < mention.start)
    led = next((m for m in faced if _FACING_END.search(sentence.text[: m.start])), None)
    named = any(m.code == frame.reporter and m.end <= frame.token.idx for m in sentence.mentions)
    between = [m for m in sentence.mentions if led is not None and led.end <= m.start < mention.start]
    last = not any(m.start > mention.start for m in sentence.mentions)
    return led is not None and named and not between and last


_SOME = re.compile(r"\s+(?:(?:about|some|nearly|almost|over|around|only|just|more than|another)\s+)*")
_FACING_END = re.compile(r"\b(?:to|from)\s+(?:the\s+)?$")
_DOES_TOO = re.compile(r"\s+(?:\w+\s+)?\w+\s+(?:them|theirs)\s+(?:by|to)\b")
"""As in "Japan raised its purchases by 12 pct and the United States cut them by 15 pct"."""
_FACING = re.compile(r"\b(?:with|to|from)\s+")


def part_from(sentence: Sentence, figure: Figure, frame: Frame) -> Frame | None:
    """As in "sent home 16 billion, 95 percent of it from the United States": the part of what came from everywhere."""
    if frame.reporter != "WLD" or frame.indicator not in GIVEN or figure.kind not in {"percent", "money"}:
        return None
    if figure.kind == "money" and not any(f.kind == "money" and f.end <= figure.start for f in sentence.figures):
        return None  # the whole itself
    named = (
        m.code
        for m in sentence.mentions
        if m.start >= figure.end
        and m.code != frame.partner
        and _PART_FROM.fullmatch(sentence.text, figure.end, m.start)
    )
    code = next(named, None)
    return replace(frame, reporter=code, verb=False, whole=False) if code is not None else None


def beside_rank(sentence: Sentence, frame: Frame, since: int, figure: Figure) -> Frame | None:
    """As in "Togo was Mali's second-largest market, buying goods worth $260 million against Niger's $231 million": the flow of the other partner."""
    if frame.partner_prep != RANKED or figure.kind not in {"money", "quantity"}:
        return None
    for mention in sentence.mentions:
        if mention.code in frame.pair or not trades(mention.code):
            continue
        if since <= mention.start < figure.start:
            at, led = mention.start, _ITS_SUM.fullmatch(sentence.text, mention.end, figure.start)
        else:
            at, led = figure.start, _FOR_IT.fullmatch(sentence.text, figure.end, max(mention.start, figure.end))
        if led is not None and _AGAINST.search(sentence.text[since:at]) is not None:
            return replace(frame, partner=mention.code, good=frame.good)
    return None


_AGAINST: Final = re.compile(
    r"\b(?:against|versus|vs\.?|compared\s+(?:with|to)|(?:more|less)\s+than|(?:above|below|ahead\s+of|behind))\s+(?:the\s+)?(?:(?:about|just|only|nearly|almost|some)\s+)?$"
)
_ITS_SUM: Final = re.compile(r"['’]s?\s+(?:(?:about|just|only|nearly|almost|some)\s+)?")
_FOR_IT: Final = re.compile(r"\s+(?:for|by|to|from)\s+(?:the\s+)?")


def moved_behind(sentence: Sentence, frame: Frame, figure: Figure) -> Frame | None:
    """As in "climbed 32 percent, outstripping the 30 percent rise in those to Vietnam": of the partner that the words behind the figure lead to."""
    if figure.kind != "percent" or frame.indicator not in PARTNER_BEHIND:
        return None
    for mention in sentence.mentions:
        led = _IN_THOSE.fullmatch(sentence.text, figure.end, mention.start) if mention.start > figure.end else None
        if led is not None and led["prep"] == PARTNER_BEHIND[frame.indicator] and mention.code not in frame.pair:
            return replace(frame, partner=mention.code, group=False) if trades(mention.code) else None
    return None


_IN_THOSE: Final = re.compile(
    r"\s+(?:rise|increase|growth|gain|jump|surge|fall|drop|decline|decrease|slump|slide|plunge)\s+(?:in|of)\s+(?:those|that)\s+(?P<prep>to|from|with)\s+(?:the\s+)?"
)


def others_level(sentence: Sentence, frame: Frame, since: int, figure: Figure) -> Frame | None:
    """As in "a surplus of 5.2 billion, against Japan's 58.6 billion": the level of another reporter, not of another time."""
    for mention in sentence.mentions:
        if (
            since <= mention.start < figure.start
            and mention.code not in {frame.reporter, frame.partner}
            and re.fullmatch(r"'s?\s+(?:of\s+|with\s+)?", sentence.text[mention.end : figure.start])
        ):
            return replace(frame, reporter=mention.code)
        if mention.start >= figure.end and frame.indicator == "tariff":
            if mention.code not in frame.pair and _ON_THOSE.fullmatch(sentence.text, figure.end, mention.start):
                return replace(frame, partner=mention.code)
        elif (
            mention.start >= figure.end
            and mention.code not in frame.pair
            and _goes_to(sentence, frame, figure, mention)
        ):
            return replace(frame, partner=mention.code, group=False)
        elif (
            mention.start >= figure.end
            and mention.code not in {frame.reporter, frame.partner}
            and _CAME_FROM.fullmatch(sentence.text[figure.end : mention.start])
        ):
            sells = frame.indicator == "exports"
            return replace(frame, reporter=mention.code) if sells else replace(frame, partner=mention.code)
    return None


def _goes_to(sentence: Sentence, frame: Frame, figure: Figure, mention: Mention) -> bool:
    """As in "380,000 cars to Belgium, compared with 170,000 to Britain": another partner, by the preposition of the flow."""
    led = _TO_ANOTHER.fullmatch(sentence.text, figure.end, mention.start)
    return (
        led is not None
        and led["prep"] == PARTNER_BEHIND.get(frame.indicator)
        and mention.use not in {"adjective", "demonym"}
    )


_TO_ANOTHER = re.compile(r"(?:\s+(?:by|via|of|in)(?:\s+[\w-]+){1,2}?)?\s+(?P<prep>to|from|with)\s+(?:the\s+)?")
_ITS_OWN = re.compile(r"\s+(?:its|their)\b")
_PART_FROM = re.compile(
    r"(?:\s+of\s+(?:it|them|this|that|these|those|which|the\s+(?:total|sum|money|amount|capital)))?,?\s+(?:(?:came|comes?|coming|originated?|arrived|(?:(?:was|were|is|are)\s+)?(?:sent|remitted)|was|were|is|are)\s+)?from\s+(?:the\s+)?"
)
"""As in "95 percent of it from the United States", of what came from everywhere."""
_ON_THOSE = re.compile(r"\s+(?:on|for)\s+(?:those|goods|products|imports|shipments)\s+(?:from|of)\s+(?:the\s+)?")
"""As in "raised the duty on Indian tiles to 23 percent, from 9 percent on those from Vietnam"."""
_CAME_FROM = re.compile(
    r"(?:\s+of\s+(?:[\w-]+\s+){1,3}|\s+)that\s+(?:came|was (?:bought|imported|shipped)|arrived)\s+from\s+(?:the\s+)?"
)
"""As in "17.5 million tonnes, a bit more than the 17.3 million that came from Venezuela"."""
