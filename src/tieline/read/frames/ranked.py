"""Frames of ranked partners: "Indonesia remained the largest supplier of coal to India with 52 million tonnes".

The noun tells the side (a supplier sells, a market buys), the words round it whose partner it is: behind "to" or "of",
before the noun ("India's top supplier"), else the country whose trade the story tells.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good, goods_in
from tieline.read.story.memory import MERCHANDISE, Frame, Memory
from tieline.read.words.money import kind_of_money

SELLERS: Final = r"suppliers?|sellers?|exporters?|sources?|providers?|origins?"
BUYERS: Final = r"buyers?|customers?|importers?|destinations?|markets?|receivers?|recipients?|takers?"
"""Words for partners by the side that they are on."""
_RANKED: Final = re.compile(
    r"(?:,\s+(?:for its part|for his part|meanwhile|in turn|too|as usual|again|once more|on the other hand|by contrast),(?=\s))?(?:,(?=\s+(?:the\s+)?(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)*['’]s?|its|their|top|main|leading|[\w-]*(?:largest|biggest|second|third|fourth|fifth))\s)|\s+(?:was|is|were|are|has been|had been|remains?|remained|became|stayed|ranks?|ranked|came|topped|heads?|headed|leads?|led|tops?|(?:has |have |had )?(?:cemented|kept|retained|maintained|confirmed|secured|regained|reclaimed|consolidated)|emerged|(?:overtook|replaced|displaced|surpassed|passed) [\w ]{2,24}? (?:as|to become))\b)[^.;]{0,40}?"
    rf"\b(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS}))\b"
    r"(?P<behind>[^.;,(]{0,80}?)(?:,\s+(?:up|down)\s+from\s+(?:the\s+)?\w+(?:\s+(?:place|spot|position))?(?:\s+[\w ]{3,20})?(?=,))?,?\s+(?:with|at|taking|buying|importing|supplying|selling|shipping|accounting for|providing)\s+(?:an?\s+(?:[\w-]+\s+)?share\s+of\s+|(?:[\w-]+\s+){1,2}(?:worth|valued at|of)\s+)?$"
)
"""Between a country that is ranked and its figure: "Gabon, China's second supplier from January to June with 264,000 tonnes", too."""
RANKED: Final = "ranked"
"""In place of a preposition: such a frame takes the figure that its words lead to."""
RANKED_BEHIND: Final = re.compile(r"\b(?:second (?:only )?to|behind|after|ahead of|next to)\s+(?:the\s+)?$")
"""Before another partner: "were valued at 2.7 billion, second only to China's 15 billion"."""
_HIGH: Final = re.compile(
    rf"\b(?:leads?|led|tops?|topped|heads?|headed)\s+(?:the\s+)?(?:list\s+of\s+)?(?:[a-z-]+\s+){{0,2}}(?:{SELLERS}|{BUYERS})\b|"
    r"\b(?:ahead of|largest|biggest|main|top|leading|chief|principal|major|second|third|fourth|fifth|sixth|number one|No\. \d|\d(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_OVERTAKEN: Final = re.compile(r"\b(?:overtook|replaced|displaced|surpassed|passed)\s+(?:the\s+)?$")
"""Before the one whose place another took."""
_TO_WHOM: Final = re.compile(r"\b(?:to|for|of|by)\s+(?:the\s+)?$")


def ranked_frame(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
    """The frame of a country that is ranked by what it buys or sells; None if the words do not say so, or not whose."""
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    told = _RANKED.fullmatch(sentence.text, mention.end, after.start) if after is not None else None
    if told is None and after is not None:
        told = _ranked_behind(sentence, mention, after.start)
    if told is None or not trades(mention.code) or _HIGH.search(told.group()) is None:
        return None
    if _money_spoken_of(sentence, memory) and not (
        _OF_MONEY.search(told["behind"]) or _OF_REMITTANCES.search(told.group())
    ):
        return None  # a list of who gave or received
    token = sentence.word_of(mention)
    whose = _whose(sentence, mention, told) or _of_story(frames, memory, mention.code)
    if token is None or whose is None or whose == mention.code:
        return None
    indicator: Indicator = "imports" if told["sells"] else "exports"
    if _OF_REMITTANCES.search(told.group()):
        return Frame(
            token, "other", mention.code, whose, None, start=mention.start, end=mention.end, partner_prep=RANKED
        )
    if told["sells"] and _OF_MONEY.search(told["behind"]):
        return Frame(
            token, "investment", mention.code, whose, None, start=mention.start, end=mention.end, partner_prep=RANKED
        )
    if told["buys"] and _OF_MONEY.search(told["behind"]):
        indicator = "investment"
    elif told["buys"] and (lent := kind_of_money(told["behind"])) in {"aid", "debt"} and lent is not None:
        indicator = lent  # "the second largest recipient of Chinese loans in Africa, with 9 billion"
    good = None if indicator in {"investment", "aid", "debt"} else _good(sentence, told, memory, whose)
    return Frame(token, indicator, whose, mention.code, good, start=mention.start, end=mention.end, partner_prep=RANKED)


def ranked_flow(sentence: Sentence, told: frozenset[str] | None) -> Frame | None:
    """The flow that a rank without a figure tells of: "China was the leading weekly buyer of U.S. soybeans".

    Where figures were `told` between two countries, it says only which of the two the list goes on from: "Turkmenistan
    remains the top supplier of gas to China", after its sales there.
    """
    for one, two in pairwise(m for m in sentence.mentions if trades(m.code)):
        rank = (_RANK_OF if told is None else _RANK_OF_GOODS).fullmatch(sentence.text, one.end, two.start)
        token = sentence.word_of(one) if rank is not None else None
        if (
            rank is not None
            and token is not None
            and one.code != two.code
            and told in {None, frozenset({one.code, two.code})}
        ):
            kind: Indicator = "imports" if rank["sells"] else "exports"
            return Frame(token, kind, two.code, one.code, None, start=one.start, end=two.end)
    return None


def as_ranked(frame: Frame, sentence: Sentence) -> Frame:
    """As in "Iran is the biggest exporter to Chad, and this year exports have reached 1.5 billion": between those two, where no side is named."""
    if frame.indicator == "trade" and frame.partner is None and not frame.group and not frame.verb:
        return _with_ranked_partner(frame, sentence)
    if frame.indicator not in {"exports", "imports"} or not {"reporter", "partner"} <= {*frame.inferred}:
        return frame
    flow = ranked_flow(sentence, None)
    if flow is None or flow.end > frame.token.idx or any(flow.end <= m.start < frame.end for m in sentence.mentions):
        return frame
    if None in flow.pair or {frame.reporter, frame.partner} != {flow.reporter, flow.partner}:
        return frame
    seller, buyer = (flow.partner, flow.reporter) if flow.indicator == "imports" else (flow.reporter, flow.partner)
    sides = (seller, buyer) if frame.indicator == "exports" else (buyer, seller)
    return replace(frame, reporter=sides[0], partner=sides[1])


def _with_ranked_partner(frame: Frame, sentence: Sentence) -> Frame:
    """As in "Malaysia was the biggest trading partner of Thailand with a trade value of 109 billion, followed by": the trade of those two."""
    for one, two in pairwise(m for m in sentence.mentions if trades(m.code)):
        told = _TRADING_PARTNER.fullmatch(sentence.text, one.end, two.start)
        led = told is not None and one.end <= frame.token.idx < two.start
        led = led and _WITH_TRADE.match(sentence.text, two.end) is not None
        if led and one.code != two.code and frame.reporter in {None, one.code, two.code}:
            return replace(frame, reporter=two.code, partner=one.code)
    return frame


_TRADING_PARTNER: Final = re.compile(
    r"\s+(?:was|is|remains?|remained|became|stayed|ranked\s+as)\s+(?:the\s+)?(?:(?!not\b)[\w-]+\s+){0,4}?(?:trading|trade)\s+partner\s+(?:of|for)\s+(?:the\s+)?"
)
_WITH_TRADE: Final = re.compile(
    r",?\s+with\s+(?:an?\s+|the\s+|its\s+)?(?:[a-z-]+\s+){0,2}(?:trade|turnover|value|volume)\b"
)
_RANKS: Final = (
    r"\s+(?:(?:thus|still|also|again|now|already)\s+)?(?:was|is|were|remains?|remained|became|stayed|ranks? as|ranked as|emerged as)\s+(?:the\s+)?(?:(?!not\b)[\w-]+\s+){1,4}?"
    rf"(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS}))\s+"
)
_RANK_OF: Final = re.compile(_RANKS + r"(?:of|for|to)\s+(?:the\s+)?")
_RANK_OF_GOODS: Final = re.compile(_RANKS + r"(?:of\s+(?:[a-z-]+\s+){1,4})?(?:of|for|to|from)\s+(?:the\s+)?")


def _ranked_behind(sentence: Sentence, mention: Mention, figure: int) -> re.Match[str] | None:
    """As in "Nigeria's top export destination was Spain, with goods valued at 2.4 trillion": the rank comes first."""
    if _WITH_SUM.fullmatch(sentence.text, mention.end, figure) is None:
        return None
    return _RANK_FIRST.search(sentence.text[: mention.start])


_RANK_FIRST: Final = re.compile(
    r"(?P<behind>[^.;]{0,80}?\b(?:largest|biggest|main|top|leading|chief|principal)\s+(?:[\w-]+\s+){0,2}?"
    rf"(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS}))\b[^.;]{{0,60}}?\s(?:was|is|were|are|remained|remains)\s+(?:the\s+)?)$"
)
_WITH_SUM: Final = re.compile(
    r",?\s+(?:with|at|taking|buying|importing|supplying|selling|shipping|accounting for|providing)\s+(?:an?\s+(?=\d))?(?:(?:[\w-]+\s+){0,2}(?:worth|valued at|of)\s+)?"
    r"|,?\s+(?:\(|[-\u2013\u2014:]\s+)"
)
"""Between a country and its sum: "with goods worth", a bracket, a dash."""


def _money_spoken_of(sentence: Sentence, memory: Memory) -> bool:
    """Aid, a debt or an investment was told just before, and no product is named here."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _JUST_NOW else None
    given = last is not None and last.indicator in {"aid", "debt", "investment", "other"}
    return given and not goods_in(sentence)


_JUST_NOW: Final = 2
_OF_REMITTANCES: Final = re.compile(r"\b(?:remittances?|money transfers?)\b")
_OF_MONEY: Final = re.compile(r"\binvestments?\b|\bFDI\b")
"""Behind "destination": what goes there is money."""


def listed_before_rank(sentence: Sentence, mention: Mention, memory: Memory) -> Frame | None:
    """As in "Turkey ($45M) and Egypt ($31M) were the largest suppliers of oranges to Serbia"."""
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if after is None or sentence.text[mention.end : after.start].strip() != "(" or not trades(mention.code):
        return None
    told = _RANK_BEHIND.search(sentence.text, after.end)
    token = sentence.word_of(mention)
    if told is None or token is None:
        return None
    whose = _whose(sentence, mention, told) or _of_story([], memory, mention.code)
    if whose is None or whose == mention.code:
        return None
    indicator: Indicator = "imports" if told["sells"] else "exports"
    good = _good(sentence, told, memory, whose)
    return Frame(token, indicator, whose, mention.code, good, start=mention.start, end=mention.end, partner_prep=RANKED)


_RANK_BEHIND: Final = re.compile(
    r"\b(?:were|was|are|is|emerged as|became|remained|remain|ranked as|rank as|came|ranked)\s+(?:one\s+of\s+)?(?:the\s+|among\s+|ahead\s+of\s+(?:all\s+)?)*(?:[\w-]+\s+){0,3}"
    rf"(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS}))\b"
    r"(?P<behind>[^.;]{0,60})"
)


def sum_before_rank(sentence: Sentence, mention: Mention, memory: Memory) -> Frame | None:
    """As in "With 3.9 million tonnes in the first half, India was the largest buyer of palm oil from Malaysia"."""
    lead = sentence.text[: mention.start]
    first = next(iter(sentence.figures), None)
    if first is None or not lead.startswith(("With ", "with ")) or _WITH.fullmatch(lead[: first.start]) is None:
        return None
    told = _RANK_BEHIND.match(sentence.text, mention.end + 1)
    token = sentence.word_of(mention)
    if told is None or token is None or _HIGH.search(told.group()) is None or not trades(mention.code):
        return None
    whose = _whose(sentence, mention, told) or _from_whom(sentence, told) or _of_story([], memory, mention.code)
    if whose is None or whose == mention.code or not lead.rstrip().endswith((",", ", the")):
        return None
    kind: Indicator = "imports" if told["sells"] else "exports"
    good = _good(sentence, told, memory, whose)
    if _FLOW_FIRST.match(lead):
        return Frame(token, kind, whose, mention.code, good, first.start, first.end, partner_prep=FOR_ROW)
    return Frame(token, kind, whose, mention.code, good, mention.start, mention.end)


_FLOW: Final = r"(?:purchases|imports|orders|sales|exports|deliveries|shipments|supplies|goods)"
_FLOW_FIRST: Final = re.compile(rf"[Ww]ith\s+{_FLOW}\b")
"""As in "With purchases of 70 million euros, Kuwait was the sixth largest market": the sum is the rank's, and not the noun's."""


def called_and_placed(sentence: Sentence, mention: Mention, memory: Memory) -> Frame | None:
    """As in "As a seller of goods to Laos Nepal is fifth with almost $18 million"."""
    called = _CALLED.fullmatch(sentence.text[: mention.start])
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if called is None or after is None or not _PLACED.fullmatch(sentence.text, mention.end, after.start):
        return None
    inside = [m for m in sentence.mentions if called.start("of") <= m.start < mention.start and m.code != mention.code]
    whose = inside[0].code if inside else _of_story([], memory, mention.code)
    token = sentence.word_of(mention)
    if whose is None or token is None or not trades(whose) or not trades(mention.code):
        return None
    kind: Indicator = "imports" if called["sells"] else "exports"
    return Frame(token, kind, whose, mention.code, None, start=mention.start, end=mention.end, partner_prep=RANKED)


_CALLED: Final = re.compile(
    rf"\W*(?:[Bb]ut |[Aa]nd )?[Aa]s\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){{0,2}}?(?:(?P<sells>{SELLERS})|(?P<buys>{BUYERS}))\b(?P<of>[^.;]{{0,60}}?),?\s+(?:the\s+)?"
)
_PLACED: Final = re.compile(
    r"\s+(?:is|was|ranks?|ranked|comes?|came|stands?|stood|remains?|remained)\s+(?:[\w-]+\s+){0,4}?(?:with|at)\s+(?:(?:about|some|nearly|almost|over|more than|around|just|only)\s+)*"
)


def _from_whom(sentence: Sentence, told: re.Match[str]) -> str | None:
    """As in "buyer of palm oil from Malaysia"."""
    inside = (m for m in sentence.mentions if told.start("behind") <= m.start < told.end() and trades(m.code))
    return next((m.code for m in inside if _FROM.search(sentence.text[: m.start])), None)


_WITH: Final = re.compile(
    rf"[Ww]ith\s+(?:{_FLOW}\s+(?:of|worth|for|totall?ing)\s+)?(?:an?\s+(?:[\w-]+\s+){{0,2}}(?:worth|value|total)\s+of\s+)?(?:just\s+|nearly\s+|some\s+|about\s+)?"
)
_FROM: Final = re.compile(r"\bfrom\s+(?:the\s+)?$")


def _whose(sentence: Sentence, mention: Mention, told: re.Match[str]) -> str | None:
    """The country before the noun ("India's top supplier") or behind it ("supplier of coal to India")."""
    noun = told.start("sells") if told["sells"] else told.start("buys")
    for other in sentence.mentions:
        if _OVERTAKEN.search(sentence.text[: other.start]):
            continue
        if other.code == mention.code or not told.start() <= other.start < told.end() or not trades(other.code):
            continue
        if other.end <= noun or _TO_WHOM.search(sentence.text[: other.start]) or other.use == "adjective":
            return other.code
    return None


def _of_story(frames: list[Frame], memory: Memory, code: str) -> str | None:
    """Whose trade is told: that of the sentence's flow before, else of the story's last one."""
    for flow in (*reversed(frames), memory.frame, memory.base):
        if flow is not None and flow.indicator in MERCHANDISE and flow.reporter not in {None, "WLD", code}:
            return _owner(flow, memory, code)
    return None


def _owner(flow: Frame, memory: Memory, code: str) -> str | None:
    """The side of a flow that the story is about: who tells of trade with the world, else who is no partner here."""
    base = memory.base
    return base.reporter if base is not None and base.reporter in flow.pair and base.reporter != code else flow.reporter


def _good(sentence: Sentence, told: re.Match[str], memory: Memory, whose: str) -> Good | None:
    here = [g for g in goods_in(sentence) if told.start() <= g.start < told.end()]
    if here:
        return here[0]
    last = memory.frame
    return last.good if last is not None and whose in last.pair else None
