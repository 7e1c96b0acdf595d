"""From which side a share is told: who takes (supplies) the goods is named beside it, of whose trade it is a part is not."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence
from tieline.read.story.memory import Frame


def is_of_other_side(frame: Frame, share: Figure, sentence: Sentence) -> bool:
    """As in "supplies a fifth of all goods imported by the US", "took 74 percent of Vietnam's fruit exports"."""
    if frame.partner in {None, "WLD"}:
        return False
    if of_market_there(frame, share, sentence):
        return True
    if not frame.verb:
        return False
    alone = frame.indicator == "exports" and "partner" in frame.inferred and frame.good is None
    behind = sentence.text[share.end :]
    if frame.token.idx >= share.end and _OF_WHAT.match(sentence.text[share.end : frame.token.idx]):
        return (
            False  # "21 percent of what Chad sold was bound for Togo", "provided 8 percent of the goods Chad imported"
        )
    if _of_own_flow(frame, share, sentence):
        return False
    return re.match(r"\s+of\b", behind) is not None or (alone and re.match(r"\s*(?:[.;,]|$)", behind) is not None)


def is_traded_by_partner(frame: Frame, share: Figure, sentence: Sentence) -> bool:
    """As in "Togo had 8 percent of the oil Chad exported", where the one right before the verb was taken for the partner."""
    verb = frame.token.idx
    if not frame.verb or verb < share.end or _OF_WHAT.match(sentence.text[share.end : verb]) is None:
        return False
    return any(m.code == frame.partner and _DOES.fullmatch(sentence.text, m.end, verb) for m in sentence.mentions)


_DOES: Final = re.compile(r"\s+(?:has\s+|had\s+|have\s+)?")


def of_market_there(frame: Frame, share: Figure, sentence: Sentence) -> bool:
    """As in "Togo's exports to Mali rose, lifting its market share in the country to 4 percent": a part of what Mali buys."""
    lead = _MARKET_SHARE.search(sentence.text, 0, share.start)
    if frame.indicator != "exports" or lead is None or _OF_WHAT_ELSE.match(sentence.text, share.end):
        return False
    begin, end = lead.end(), share.end + _PLACE_BEHIND
    named = [m for m in sentence.mentions if begin <= m.start < end and _PLACED.search(sentence.text[: m.start])]
    return all(m.code == frame.partner for m in named)


_MARKET_SHARE: Final = re.compile(r"\bmarket\s+share\b(?=(?:[^.;:]|\.(?=\d)){0,90}$)")
_OF_WHAT_ELSE: Final = re.compile(r"\s+of\s+(?!the\s+market\b)")
_PLACED: Final = re.compile(r"\b(?:in|on)\s+(?:the\s+)?$")
_PLACE_BEHIND: Final = 24


def is_one_of_a_list(frame: Frame, share: Figure, sentence: Sentence) -> bool:
    """As in "Sudan took 37,000 bags (13 percent)", "Hong Kong bought 22 percent": of what the country spoken of trades.

    Who buys (supplies) is told here, from (to) whom is carried over: the part is that of the other one's whole.
    """
    if frame.partner in {None, "WLD"} or "partner" not in frame.inferred or "reporter" in frame.inferred:
        return False
    if _SHARE_OF_FLOW.search(sentence.text, 0, share.start):
        return False  # "Peru's share of Norway's coffee imports rose to 74 percent"
    return _OF_THE_TOTAL.match(sentence.text, share.end) is not None and not _of_own_flow(frame, share, sentence)


_SHARE_OF_FLOW: Final = re.compile(
    r"\b(?:share|part|portion|slice)\s+of\s+(?:[\w’'-]+\s+){1,5}?(?:exports|imports|shipments|purchases|sales)\b[^.;]*$"
)

_OF_THE_TOTAL: Final = re.compile(
    r"\s*(?:[.,;)\]–—]|$|(?:and|or|while|against|compared|followed|ahead|of (?:the (?:total|whole)|them|th(?:at|is|ese|ose)|it))\b)"
)


def _of_own_flow(frame: Frame, share: Figure, sentence: Sentence) -> bool:
    """As in "Chad sent 12 percent of its exports to Togo", "0.2 percent of all Canadian exports", told of Canada."""
    flow = _OF_FLOW[frame.indicator].match(sentence.text, share.end) if frame.indicator in _OF_FLOW else None
    if flow is None:
        return False
    return flow["its"] is not None or any(
        flow.start("whose") <= m.start < flow.end("whose") and m.code == frame.reporter for m in sentence.mentions
    )


_OF_FLOW: Final = {
    indicator: re.compile(
        rf"\s+of\s+(?:(?P<its>(?:all\s+|all\s+of\s+)?(?:its|their|our|his)\s+)|(?P<whose>(?:all\s+|total\s+|the\s+)*(?:[\w.’'-]+\s+){{1,3}}?))(?:[\w-]+\s+){{0,3}}?(?:{words})\b"
    )
    for indicator, words in (("exports", "exports|sales|shipments"), ("imports", "imports|purchases"))
}
_OF_WHAT: Final = re.compile(
    r"\s+of\s+(?:all\s+)?(?:(?:of\s+)?(?:what|that|everything|anything)\b|(?:the\s+)?(?:(?:goods|merchandise|products|wares|things)\b|(?:[a-z-]+\s+){1,3}?(?:that\s+|which\s+)?(?:the\s+)?[A-Z]))"
)
"""What a share is of, before the verb that tells who traded all of it."""
