"""Frames of partners: a country of a list that stands alone with its figure.

"China accounted for 31 percent, the United States 14 percent", "the top buyers were China ($1.6 billion) and Canada
($300 million)", "followed by Japan with 2 mln tonnes": the flow is that of the words before the list, the country is
the other side of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.comma_rows import comma_row
from tieline.read.frames.lists import followed_figures
from tieline.read.frames.moved_rows import moved_alone
from tieline.read.frames.part_rows import owned_alone, shares_alone, to_partner
from tieline.read.frames.ranked import (
    BUYERS,
    RANKED,
    SELLERS,
    called_and_placed,
    listed_before_rank,
    ranked_frame,
    sum_before_rank,
)
from tieline.read.frames.remitters import gets_it_too
from tieline.read.frames.subjects import shares_verb
from tieline.read.frames.tables import TABLE
from tieline.read.frames.visitor_rows import counts_visitors, travel_told
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.syntax.sentences import NEW_SENTENCE
from tieline.read.syntax.tokens import Token

_LISTED = re.compile(
    r"(?:\s+as a whole|,?\s+(?:in\s+|at\s+)?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)(?:\s+(?:place|position|spot))?(?=\s+(?:with|at)\s)|,\s+in\s+\w+\s+(?:place|position|spot),)?(?:(?:\s+(?:came|comes|come|was|is|ranks|ranked|follows|followed)\s+(?:in\s+)?(?:first|second|third|fourth|fifth|next|last)(?:\s+place)?)?\s*(?:\(|:|–|—)\s*|\s-\s|,?\s+(?:(?:that|which|who)\s+)?(?:(?:continues? to lead|leads?|led|(?:came|comes|come|had|has|held|holds|was|is|ranks|ranked|remained|stayed|stood|takes|took|became|follows|followed|topped|(?:fell|rose|climbed|dropped|slid|slipped|moved up|moved|advanced) to (?:the )?\w+ (?:place|position|spot))\b[^.;,]{0,70}?),?\s+)?(?:with|at|on|of|for|covered|satisfied|covering|accounting for|accounted for|accounts for|followed|sending|taking|buying|supplying|providing|contributing)\s+(?:an?\s+(?:[\w-]+\s+)?share\s+(?:of\s+|that\s+(?:\w+\s+){1,3}?(?:to|at)\s+)|an?\s+(?:\w+\s+)?(?:value|volume|total|turnover)\s+of\s+)?|\s+)(?:(?:about|some|nearly|almost|over|more than|around|just|only|another|a further)\s+)*"
)
"""What stands between a country of a list and its figure."""
_BEFORE_LISTED = re.compile(
    r"(?:^\W*|(?:,|;|:|\(|\)|\b(?:ahead of|in front of|before|behind|after|then|next|comes?|came|and|by|were|was|are|is|include|included|including|with|while|among (?:them|these|those|others)))\s+)(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a country of a list."""
_BUYERS = re.compile(rf"\b(?:{BUYERS})\b", re.IGNORECASE)
_SELLERS = re.compile(rf"\b(?:{SELLERS})\b", re.IGNORECASE)
_SUPPLIES: Final = frozenset({"supply", "provide", "export", "sell", "ship", "deliver"})
_SELLS: Final = frozenset({"export", "sell", "ship"})
_REMEMBERED: Final = 3
_PARTNERS: Final = re.compile(
    r"\b(?:was|is|remained|remains|became|ranks|ranked|topped|tops|led|leads|heads|headed)\b[^.;]*\bpartners?\b",
    re.IGNORECASE,
)
_TRADES: Final = re.compile(r"\b(?:trade|trading|commercial|economic|turnover)\b", re.IGNORECASE)
_SIDE: Final = re.compile(r"\bon the (?P<flow>export|import) side\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\b(?:second|third|fourth|fifth|next|follow(?:s|ed)?)\b", re.IGNORECASE)


def partner_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of countries that stand alone with a figure, in order."""
    found: list[Frame] = []
    travel = travel_told(sentence, frames, memory)
    settled = {f.start for f in frames if f.partner_prep == TABLE}
    settled |= {m.start for _, m, _ in followed_figures(sentence)}  # "$310 million from Oman, $180 million from Chad"
    for mention in sentence.mentions:
        if mention.start in settled:
            continue
        told = any(f.indicator == "tourism" and f.partner == mention.code and f.verb for f in frames)
        if (
            travel is not None
            and not told
            and mention.code != travel.reporter
            and counts_visitors(sentence, mention, frames)
        ):
            token = sentence.word_of(mention)
            if token is not None:
                found.append(to_partner(travel, mention, token))
            continue
        ranked = ranked_frame(sentence, mention, [*frames, *found], memory)
        ranked = ranked or listed_before_rank(sentence, mention, memory) or sum_before_rank(sentence, mention, memory)
        ranked = ranked or called_and_placed(sentence, mention, memory)
        if ranked is not None:
            found.append(ranked)
            continue
        if (shared := shares_alone(sentence, mention, [*frames, *found], memory)) is not None:
            found.append(shared)
            continue
        if (owned := owned_alone(sentence, mention, [*frames, *found], memory)) is not None:
            found.append(owned)
            continue
        goes_on = bool(frames) or sentence.index - memory.frame_sentence <= 1
        if not _stands_alone(sentence, mention, frames, goes_on=goes_on):
            continue
        token = sentence.word_of(mention)
        frame = _with_partner(sentence, mention, token, [*frames, *found], memory) if token is not None else None
        if frame is not None:
            found.append(frame)
    return found


def _stands_alone(sentence: Sentence, mention: Mention, frames: list[Frame], *, goes_on: bool) -> bool:
    if mention.use in {"adjective", "demonym"} or not trades(mention.code):
        return False
    if _RANKED_AFTER.search(sentence.text[: mention.start]):
        return False
    if any(f.start <= mention.start < f.end and f.token.idx > mention.start for f in frames):
        return False
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if after is None:
        return False
    lead = sentence.text[mention.end : after.start]
    if after.kind == "percent" and _SHARE_BEHIND.match(sentence.text, after.end):
        lead = _ARTICLE.sub(" ", lead)
    listed = _LISTED.fullmatch(lead) or comma_row(sentence, mention, after)
    if not (listed or (goes_on and moved_alone(sentence, mention, after))):
        return False
    return _BEFORE_LISTED.search(sentence.text[: mention.start]) is not None


_RANKED_AFTER: Final = re.compile(
    r"\b(?:came|was|is|were|are|ranked?|placed|finished|followed|second|third|next)\s+(?:[a-z]+\s+){0,2}(?:after|behind|only\s+to)\s+(?:the\s+)?$"
)
"""Before who comes first: "Singapore came second after Ukraine with 583 million"."""
_SHARE_BEHIND: Final = re.compile(r"\s+(?:share|part|portion|slice)\b")
_ARTICLE: Final = re.compile(r"\s+an?\s+$")
"""As in "Indonesia, with a 7.00% share"."""


def _with_partner(
    sentence: Sentence, mention: Mention, token: Token, frames: list[Frame], memory: Memory
) -> Frame | None:
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE]
    before = [f for f in before if not NEW_SENTENCE.search(sentence.text, f.token.idx, mention.start)]
    after = next((f.start for f in sentence.figures if f.start >= mention.end), mention.end)
    lead = sentence.text[:after]
    if _NEXT.search(lead[mention.start :]) and memory.listed is not None and memory.listed.reporter != mention.code:
        return to_partner(memory.listed, mention, token)
    if _PARTNERS.search(lead[mention.start :]):
        remembered = memory.frame if memory.frame is not None and memory.frame.reporter != mention.code else memory.base
        if remembered is None or remembered.reporter in {None, mention.code}:
            return None
        of_trade = remembered.indicator not in FLOWS or _TRADES.search(sentence.text) is not None
        memory.listed = replace(remembered, indicator="trade", good=None) if of_trade else remembered
        return replace(to_partner(memory.listed, mention, token), partner_prep=RANKED)
    kind: Indicator | None = "exports" if _BUYERS.search(lead) else "imports" if _SELLERS.search(lead) else None
    if (side := _SIDE.search(lead)) is not None:
        kind = "exports" if side["flow"].lower() == "export" else "imports"
    listed_too = bool(before) and before[-1].indicator == kind and before[-1].partner not in {None, mention.code}
    if before and (kind is None or listed_too):
        flow = before[-1]
        told = _beside_flow(sentence, mention, token, flow, kind)
    else:
        remembered = _listed_last(sentence, memory)
        if remembered is None or (kind is None and remembered.indicator not in _LISTED_FLOWS):
            return None
        flow = _of_kind(remembered, kind, memory)
        again = remembered.reporter == "WLD" and remembered.indicator == "other" and gets_it_too(sentence, mention)
        told = _after_last(mention, token, remembered, memory) if kind is None and not again else None
    if told is not None:
        return told
    if flow.reporter in {None, mention.code} or (before and kind is None and flow.partner == mention.code):
        return None
    return to_partner(flow, mention, token)


def _beside_flow(
    sentence: Sentence, mention: Mention, token: Token, flow: Frame, kind: Indicator | None
) -> Frame | None:
    """The row of a country that is of the same kind as the one whose flow stands before it: another buyer, another seller."""
    if mention.code in flow.pair:
        return None
    buys = (
        flow.verb
        and flow.indicator == "imports"
        and (
            shares_verb(sentence, mention)
            or _SUBJECT_TOO.match(sentence.text, mention.end)
            or ("partner" in flow.inferred and _DASHED.match(sentence.text, mention.end))
        )
    )
    if buys:
        return replace(to_partner(flow, mention, token), reporter=mention.code, partner=flow.partner, verb=True)
    owns = _owner_alone(sentence, flow) and shares_verb(sentence, mention)
    in_row = "indicator" in flow.inferred and flow.indicator in FLOWS and flow.partner is not None
    if owns or (in_row and _names_reporter(sentence, flow)):
        return replace(to_partner(flow, mention, token), reporter=mention.code, partner=flow.partner)
    supplied = flow.verb and flow.token.lemma in _SUPPLIES and kind != "exports"
    if supplied and _in_brackets_like(sentence, mention, flow):
        return None
    return _another_seller(flow, mention, token) if supplied and flow.partner else None


def _in_brackets_like(sentence: Sentence, mention: Mention, flow: Frame) -> bool:
    """As in "exported maize to Kenya (120,000 tonnes), Rwanda (44,000 tonnes)": a buyer like the one before it."""
    first = next((m for m in sentence.mentions if m.code == flow.partner and m.start > flow.token.idx), None)
    return first is not None and all(_BRACKET.match(sentence.text, m.end) for m in (first, mention))


_BRACKET: Final = re.compile(r"\s*\(")


def _listed_last(sentence: Sentence, memory: Memory) -> Frame | None:
    """The flow that a row without one goes on from: that spoken of last, else the story's first."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    return last if last is not None and last.indicator in _LISTED_FLOWS else memory.base


def _after_last(mention: Mention, token: Token, last: Frame, memory: Memory) -> Frame | None:
    """The row of another sender, buyer or supplier after one that an earlier sentence told."""
    if mention.code in last.pair:
        return None
    buys = last.verb and last.indicator == "imports" and memory.slot != "share" and last.partner != "WLD"
    buys = buys and last.reporter not in {memory.hub.owner, memory.hub.first_guess}
    if last.indicator == "other" or buys:
        return replace(to_partner(last, mention, token), reporter=mention.code, partner=last.partner)
    if last.indicator in FLOWS and not last.verb and last.partner is not None and memory.hub.owner == last.partner:
        return replace(to_partner(last, mention, token), reporter=mention.code, partner=last.partner)
    told = memory.told[-1] if memory.told else None
    if (
        last.verb
        and last.indicator == "imports"
        and "partner" in last.inferred
        and told is not None
        and told.indicator == "exports"
        and told.reporter == last.partner
    ):
        return replace(
            to_partner(last, mention, token), indicator="exports", reporter=last.partner
        )  # "China took 31 percent of them"
    supplied = last.verb and last.token.lemma in _SUPPLIES - _SELLS and last.partner
    return _another_seller(last, mention, token) if supplied else None


_LISTED_FLOWS: Final = frozenset({*FLOWS, "trade", "aid", "other"})


def _of_kind(flow: Frame, kind: Indicator | None, memory: Memory) -> Frame:
    """The flow as exports or imports of the hub where the list is of buyers or sellers: "Pakistani imports of Kenyan tea ... Other buyers were"."""
    if kind is None:
        return flow
    turned = kind in FLOWS and flow.indicator in FLOWS and kind != flow.indicator
    hub = memory.hub.of(flow.indicator)
    base = memory.base
    if turned and base is not None and base.indicator == kind and base.reporter not in flow.pair:
        return replace(base, good=flow.good or base.good)
    if turned and hub is None and memory.base is not None:
        hub = memory.base.reporter
    if turned and hub is not None and hub == flow.partner:
        return replace(flow, indicator=kind, reporter=hub, partner=flow.reporter)
    return replace(flow, indicator=kind)


_DASHED: Final = re.compile(r"\s+[-\u2013\u2014]\s")
"""As in "Norway received 50,000 bottles, Poland - 27,000 bottles"."""
_SUBJECT_TOO: Final = re.compile(r",\s+with\s")
"""As in "Germany bought 210,000 bags and Japan, with 95,000 bags, remained third"."""


def _owner_alone(sentence: Sentence, flow: Frame) -> bool:
    """As in "Yemen's imports hit 3.4 million and Saudi Arabia 2.2 million": the phrase names whose, not with whom."""
    carried = (
        not flow.verb and flow.indicator in FLOWS and "partner" in flow.inferred and "reporter" not in flow.inferred
    )
    if any(f.end <= flow.start for f in sentence.figures):
        return False  # "Italy took 62 percent of Tunisian exports, Spain 1.3 percent": of those who take their part
    return carried and any(
        flow.start <= m.start < flow.token.idx and m.code == flow.reporter for m in sentence.mentions
    )


def _names_reporter(sentence: Sentence, flow: Frame) -> bool:
    """As in "Poland was second with 3.6 million bottles and China third": the list is of who bought."""
    return any(flow.start == m.start and m.code == flow.reporter for m in sentence.mentions)


def _another_seller(flow: Frame, mention: Mention, token: Token) -> Frame:
    """As in "Russia supplied 7 million tons, followed by Romania with 1.5 million": to the same buyer."""
    return replace(
        flow, token=token, indicator="imports", reporter=flow.partner, partner=mention.code, start=mention.start, end=mention.end,
        verb=False, inferred=("indicator", "reporter"),
    )  # fmt: skip
