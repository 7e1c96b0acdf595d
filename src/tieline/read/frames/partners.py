"""Frames of partners: a country of a list that stands alone with its figure.

"China accounted for 31 percent, the United States 14 percent", "the top buyers were China ($1.6 billion) and Canada
($300 million)", "followed by Japan with 2 mln tonnes": the flow is that of the words before the list, the country is
the other side of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.moved_rows import moved_alone
from tieline.read.frames.ranked import (
    BUYERS,
    RANKED,
    RANKED_BEHIND,
    SELLERS,
    listed_before_rank,
    ranked_frame,
    sum_before_rank,
)
from tieline.read.frames.subjects import shares_verb
from tieline.read.frames.tables import TABLE
from tieline.read.frames.visitor_rows import counts_visitors, travel_told
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.syntax.sentences import NEW_SENTENCE

_LISTED = re.compile(
    r"(?:\s+as a whole|,?\s+(?:in\s+|at\s+)?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)(?:\s+(?:place|position|spot))?(?=\s+(?:with|at)\s)|,\s+in\s+\w+\s+(?:place|position|spot),)?(?:(?:\s+(?:came|comes|come|was|is|ranks|ranked|follows|followed)\s+(?:in\s+)?(?:first|second|third|fourth|fifth|next|last)(?:\s+place)?)?\s*(?:\(|:|–|—)\s*|\s-\s|,?\s+(?:(?:that|which|who)\s+)?(?:(?:continues? to lead|leads?|led|(?:came|comes|come|had|has|held|holds|was|is|ranks|ranked|remained|stayed|stood|takes|took|became|follows|followed|topped|(?:fell|rose|climbed|dropped|slid|slipped|moved up|moved|advanced) to (?:the )?\w+ (?:place|position|spot))\b[^.;,]{0,70}?),?\s+)?(?:with|at|on|of|for|covered|satisfied|covering|accounting for|accounted for|accounts for|followed|sending|taking|buying|supplying|providing|contributing)\s+(?:an?\s+(?:[\w-]+\s+)?share\s+(?:of\s+|that\s+(?:\w+\s+){1,3}?(?:to|at)\s+)|an?\s+(?:\w+\s+)?(?:value|volume|total|turnover)\s+of\s+)?|\s+)(?:(?:about|some|nearly|almost|over|more than|around|just|only|another|a further)\s+)*"
)
"""What stands between a country of a list and its figure."""
_BEFORE_LISTED = re.compile(
    r"(?:^\W*|(?:,|;|:|\(|\)|\b(?:ahead of|behind|after|then|next|comes?|came|and|by|were|was|are|is|include|included|including|with|while|among (?:them|these|those|others)))\s+)(?:the\s+)?$",
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
    in_table = {f.start for f in frames if f.partner_prep == TABLE}
    for mention in sentence.mentions:
        if mention.start in in_table:
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
                found.append(_to_partner(travel, mention, token))
            continue
        ranked = ranked_frame(sentence, mention, [*frames, *found], memory)
        ranked = ranked or listed_before_rank(sentence, mention, memory) or sum_before_rank(sentence, mention, memory)
        if ranked is not None:
            found.append(ranked)
            continue
        if (shared := _shares_alone(sentence, mention, [*frames, *found], memory)) is not None:
            found.append(shared)
            continue
        if (owned := _owned_alone(sentence, mention, [*frames, *found], memory)) is not None:
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


def _shares_alone(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
    """As in "Croatia's share stood at 8.1%", "those to Italy rose 11 percent"."""
    if (others := _those_of(sentence, mention, frames, memory)) is not None:
        return others
    found = _SHARE.match(sentence.text, mention.end)
    of_world = found is not None and mention.use == "adjective" and _OF_WORLD.search(sentence.text) is not None
    share = found is not None and not of_world and any(f.kind == "percent" for f in sentence.figures)
    share = share or (
        _OWN_PART.match(sentence.text, mention.end) is not None and "share of" in sentence.text[: mention.start]
    )
    share = share or _part_of(sentence, mention)
    those = _THOSE.search(sentence.text[: mention.start])
    if not (share or those) or any(f.start <= mention.start < f.end for f in frames):
        return None
    given = [f for f in frames if f.token.idx < mention.start and f.indicator in _SENT and f.partner]
    if (
        those
        and given
        and those.group().rstrip().endswith(("from", "from the"))
        and (word := sentence.word_of(mention))
    ):
        listed = _to_partner(
            given[-1], mention, word
        )  # "remittances from Italy rose 86%, while those from Spain were up 62%"
        return replace(listed, reporter=mention.code, partner=given[-1].partner)
    if share and not frames and (travel := travel_told(sentence, frames, memory)) is not None:
        guests = sentence.word_of(mention)  # "the UK's share fell to 35 per cent"
        return _to_partner(travel, mention, guests) if guests is not None and mention.code != travel.reporter else None
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE]
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    flow = before[-1] if before else last
    if flow is None or flow.indicator not in {*FLOWS, "trade"} or flow.reporter is None:
        return None
    if flow.verb and flow.indicator == "imports" and share and not before and mention.code not in flow.pair:
        token = sentence.word_of(mention)
        listed = _to_partner(flow, mention, token)
        return replace(listed, reporter=mention.code, partner=flow.partner) if token is not None else None
    if mention.code == flow.reporter and flow.partner not in {None, "WLD"}:
        flow = replace(flow, indicator=_TURNED.get(flow.indicator, flow.indicator), reporter=flow.partner)
    token = sentence.word_of(mention)
    return _to_partner(flow, mention, token) if token is not None and mention.code != flow.reporter else None


def _part_of(sentence: Sentence, mention: Mention) -> bool:
    """As in "The share of the United States was 16 percent"."""
    if mention.use == "adjective" or not any(f.kind == "percent" and f.start > mention.end for f in sentence.figures):
        return False
    return bool(_SHARE_OF_ONE.search(sentence.text[: mention.start]) and _HAS_PART.match(sentence.text, mention.end))


_SHARE_OF_ONE: Final = re.compile(
    r"(?:^\W*|,\s+|\b(?:and|while|whereas|but)\s+)[Tt]he\s+(?:share|part|portion)\s+of\s+(?:the\s+)?$"
)
_HAS_PART: Final = re.compile(
    r"(?:\s+\([A-Z]{2,5}\))?\s+(?:alone\s+|also\s+)?(?:was|is|were|stood|came|reached|rose|grew|fell|climbed|dropped|declined|shrank|amounted|made up|went)\b"
)
"""Behind a country whose part is told."""


def _those_of(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
    """As in "U.S. sales to China reached 4.8 mln tonnes and those of Canada 2.9 mln": the flow of another owner."""
    if not _THOSE_OF.search(sentence.text[: mention.start]):
        return None
    told, last = memory.share, memory.frame
    begins = _THOSE_OF.fullmatch(sentence.text[: mention.start].lstrip()) is not None and memory.slot == "share"
    if begins and told is not None and last is not None and (token := sentence.word_of(mention)) is not None:
        shared = replace(last, indicator=told.indicator, reporter=told.reporter, good=told.good)
        shared = replace(_to_partner(shared, mention, token), partner_prep=FOR_ROW)
        return shared if mention.code != told.reporter else None
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE and not f.verb]
    token = sentence.word_of(mention)
    if not before or token is None or mention.code in before[-1].pair:
        return None
    if "indicator" in before[-1].inferred and _SHARE_OF_ONE.search(sentence.text[: before[-1].start]):
        return _to_partner(before[-1], mention, token)  # "The share of Chad was 16 percent and that of Togo 15 percent"
    return replace(
        before[-1], token=token, reporter=mention.code, start=mention.start, end=mention.end, inferred=("indicator", "partner")
    )  # fmt: skip


_THOSE_OF: Final = re.compile(r"\b(?:those|that)\s+(?:of|by)\s+(?:the\s+)?$", re.IGNORECASE)
_SENT: Final = frozenset({"other", "investment", "aid"})
_TURNED: Final[dict[Indicator, Indicator]] = {"exports": "imports", "imports": "exports"}
_SHARE: Final = re.compile(
    r"(?:'s?)?\s+(?:market\s+|own\s+)?(?:share|part|portion|slice)\b(?!\s+of\s+the\s+(?:deal|bargain))"
)
_OF_WORLD: Final = re.compile(r"\b(?:world|global|worldwide)\b", re.IGNORECASE)
_OWN_PART: Final = re.compile(r"'s?\s+(?:at|was|to)\s+(?:about\s+|only\s+|just\s+)?[\d.]+\s?(?:%|per\s?cent|pct)")
"""As in "Moscow's share of Turkish wheat imports stood at 79 percent, Ukraine's at 14 percent"."""
_THOSE: Final = re.compile(
    r"\b(?:those|that)\s+(?:(?:bound|destined|headed)\s+for|(?:going|shipped|sent|headed)\s+to|coming\s+from|to|from|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _owned_alone(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
    """As in "Tanzania's sales to Kenya were 820 billion, and Rwanda's 499 billion": the flow of another owner."""
    if not _OWNS.match(sentence.text, mention.end) or any(f.start <= mention.start < f.end for f in frames):
        return None
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE and not f.verb]
    last = memory.frame
    begins = not sentence.text[: mention.start].strip() and sentence.index - memory.frame_sentence <= 1
    if not before and begins and last is not None and last.indicator in FLOWS and last.partner:
        before = [last]  # "Vietnam's fell 23.5 percent and China's 25.5 percent"
    token = sentence.word_of(mention)
    guests = [f for f in frames if f.token.idx < mention.start and f.indicator == "tourism"]
    if guests and token is not None and mention.code not in guests[-1].pair:
        return _to_partner(guests[-1], mention, token)
    if not before or token is None or mention.code in before[-1].pair:
        return None
    if RANKED_BEHIND.search(sentence.text[: mention.start]):
        return _to_partner(before[-1], mention, token)
    return replace(
        before[-1],
        token=token,
        reporter=mention.code,
        start=mention.start,
        end=mention.end,
        inferred=("indicator", "partner"),
    )


_OWNS: Final = re.compile(
    r"'s?\s+(?:(?:at|was|were|stood at|came to|by|rose|fell|grew|dropped|to|of)\s+)?(?:by\s+)?(?:about\s+|nearly\s+|over\s+)?[$€£\w]{0,4}\d"
)


def _stands_alone(sentence: Sentence, mention: Mention, frames: list[Frame], *, goes_on: bool) -> bool:
    if mention.use in {"adjective", "demonym"} or not trades(mention.code):
        return False
    if any(f.start <= mention.start < f.end and f.token.idx > mention.start for f in frames):
        return False
    after = next((f for f in sentence.figures if f.start >= mention.end), None)
    if after is None:
        return False
    lead = sentence.text[mention.end : after.start]
    if after.kind == "percent" and _SHARE_BEHIND.match(sentence.text, after.end):
        lead = _ARTICLE.sub(" ", lead)
    if not (_LISTED.fullmatch(lead) or (goes_on and moved_alone(sentence, mention, after))):
        return False
    return _BEFORE_LISTED.search(sentence.text[: mention.start]) is not None


_SHARE_BEHIND: Final = re.compile(r"\s+(?:share|part|portion|slice)\b")
_ARTICLE: Final = re.compile(r"\s+an?\s+$")
"""As in "Indonesia, with a 7.00% share"."""


def _with_partner(
    sentence: Sentence, mention: Mention, token: Any, frames: list[Frame], memory: Memory
) -> Frame | None:
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE]
    before = [f for f in before if not NEW_SENTENCE.search(sentence.text, f.token.idx, mention.start)]
    after = next((f.start for f in sentence.figures if f.start >= mention.end), mention.end)
    lead = sentence.text[:after]
    if _NEXT.search(lead[mention.start :]) and memory.listed is not None and memory.listed.reporter != mention.code:
        return _to_partner(memory.listed, mention, token)
    if _PARTNERS.search(lead[mention.start :]):
        remembered = memory.frame if memory.frame is not None and memory.frame.reporter != mention.code else memory.base
        if remembered is None or remembered.reporter in {None, mention.code}:
            return None
        of_trade = remembered.indicator not in FLOWS or _TRADES.search(sentence.text) is not None
        memory.listed = replace(remembered, indicator="trade", good=None) if of_trade else remembered
        return replace(_to_partner(memory.listed, mention, token), partner_prep=RANKED)
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
        told = _after_last(mention, token, remembered, memory) if kind is None else None
    if told is not None:
        return told
    if flow.reporter in {None, mention.code} or (before and kind is None and flow.partner == mention.code):
        return None
    return _to_partner(flow, mention, token)


def _beside_flow(sentence: Sentence, mention: Mention, token: Any, flow: Frame, kind: Indicator | None) -> Frame | None:
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
        return replace(_to_partner(flow, mention, token), reporter=mention.code, partner=flow.partner, verb=True)
    owns = _owner_alone(sentence, flow) and shares_verb(sentence, mention)
    in_row = "indicator" in flow.inferred and flow.indicator == "imports" and flow.partner is not None
    if owns or (in_row and _names_reporter(sentence, flow)):
        return replace(_to_partner(flow, mention, token), reporter=mention.code, partner=flow.partner)
    supplied = flow.verb and flow.token.lemma in _SUPPLIES and kind != "exports"
    return _another_seller(flow, mention, token) if supplied and flow.partner else None


def _listed_last(sentence: Sentence, memory: Memory) -> Frame | None:
    """The flow that a row without one goes on from: that spoken of last, else the story's first."""
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    return last if last is not None and last.indicator in _LISTED_FLOWS else memory.base


def _after_last(mention: Mention, token: Any, last: Frame, memory: Memory) -> Frame | None:
    """The row of another sender, buyer or supplier after one that an earlier sentence told."""
    if mention.code in last.pair:
        return None
    buys = last.verb and last.indicator == "imports" and memory.slot != "share" and last.partner != "WLD"
    if last.indicator == "other" or buys:
        return replace(_to_partner(last, mention, token), reporter=mention.code, partner=last.partner)
    if last.indicator in FLOWS and not last.verb and last.partner is not None and memory.hub.owner == last.partner:
        return replace(_to_partner(last, mention, token), reporter=mention.code, partner=last.partner)
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
            _to_partner(last, mention, token), indicator="exports", reporter=last.partner
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


def _another_seller(flow: Frame, mention: Mention, token: Any) -> Frame:
    """As in "Russia supplied 7 million tons, followed by Romania with 1.5 million": to the same buyer."""
    return replace(
        flow, token=token, indicator="imports", reporter=flow.partner, partner=mention.code, start=mention.start, end=mention.end,
        verb=False, inferred=("indicator", "reporter"),
    )  # fmt: skip


def _to_partner(flow: Frame, mention: Mention, token: Any) -> Frame:
    return replace(
        flow, token=token, partner=mention.code, start=mention.start, end=mention.end, verb=False, whole=False, group=False,
        weak=False, inferred=("indicator", "reporter"),
    )  # fmt: skip
