"""Frames of countries told by their part or as owners: "Croatia's share stood at 8.1%", "those to Italy", "and Rwanda's 499 billion"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.ranked import RANKED_BEHIND
from tieline.read.frames.visitor_rows import travel_told
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import FLOWS, MERCHANDISE, Frame, Memory
from tieline.read.syntax.tokens import Token

_REMEMBERED: Final = 3


def shares_alone(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
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
        listed = to_partner(
            given[-1], mention, word
        )  # "remittances from Italy rose 86%, while those from Spain were up 62%"
        return replace(listed, reporter=mention.code, partner=given[-1].partner)
    if share and not frames and (travel := travel_told(sentence, frames, memory)) is not None:
        own = sentence.word_of(mention)  # "the UK's share fell to 35 per cent"
        return to_partner(travel, mention, own) if own is not None and mention.code != travel.reporter else None
    guests = [f for f in frames if f.token.idx < mention.start and f.indicator == "tourism" and f.partner]
    if those and guests and guests[-1].token.i == max(f.token.i for f in frames if f.token.idx < mention.start):
        token = sentence.word_of(mention)  # "arrivals from Italy soared, while those from Spain plunged"
        return (
            to_partner(guests[-1], mention, token)
            if token is not None and mention.code not in guests[-1].pair
            else None
        )
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE]
    last = memory.frame if sentence.index - memory.frame_sentence <= _REMEMBERED else None
    flow = before[-1] if before else last
    gap = flow is not None and flow.indicator == "balance" and those is not None and bool(before)
    if flow is None or not (gap or flow.indicator in {*FLOWS, "trade"}) or flow.reporter is None:
        return None
    if flow.verb and flow.indicator == "imports" and share and not before and mention.code not in flow.pair:
        token = sentence.word_of(mention)
        if token is None:
            return None
        return replace(to_partner(flow, mention, token), reporter=mention.code, partner=flow.partner)
    if mention.code == flow.reporter and flow.partner not in {None, "WLD"}:
        flow = replace(flow, indicator=_TURNED.get(flow.indicator, flow.indicator), reporter=flow.partner)
    token = sentence.word_of(mention)
    return to_partner(flow, mention, token) if token is not None and mention.code != flow.reporter else None


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
        shared = replace(to_partner(shared, mention, token), partner_prep=FOR_ROW)
        return shared if mention.code != told.reporter else None
    before = [f for f in frames if f.token.idx < mention.start and f.indicator in MERCHANDISE and not f.verb]
    token = sentence.word_of(mention)
    if not before or token is None or mention.code in before[-1].pair:
        return None
    if "indicator" in before[-1].inferred and _SHARE_OF_ONE.search(sentence.text[: before[-1].start]):
        return to_partner(before[-1], mention, token)  # "The share of Chad was 16 percent and that of Togo 15 percent"
    good = next((g for g in goods_in(sentence) if 0 < g.start - mention.end <= _ITS_GOOD), before[-1].good)
    if mention.use == "adjective" and before[-1].indicator == "imports":
        return replace(
            to_partner(before[-1], mention, token), good=good
        )  # "purchases of Iraqi oil rose, those of Saudi oil fell"
    return replace(
        before[-1], token=token, reporter=mention.code, start=mention.start, end=mention.end, good=good, inferred=("indicator", "partner")
    )  # fmt: skip


_ITS_GOOD: Final = 2
"""Characters between the owner of a good and the good."""
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


def owned_alone(sentence: Sentence, mention: Mention, frames: list[Frame], memory: Memory) -> Frame | None:
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
        return to_partner(guests[-1], mention, token)
    if not before or token is None or mention.code in before[-1].pair:
        return None
    part = "indicator" in before[-1].inferred and any(
        m.start == before[-1].start and m.code == before[-1].partner for m in sentence.mentions
    )  # "Russia's share was 92 percent, Kyrgyzstan's 4 percent"
    part = part or _OWN_SHARE_OF.search(sentence.text[: before[-1].start]) is not None
    if part or RANKED_BEHIND.search(sentence.text[: mention.start]):
        return to_partner(before[-1], mention, token)
    return replace(
        before[-1],
        token=token,
        reporter=mention.code,
        start=mention.start,
        end=mention.end,
        inferred=("indicator", "partner"),
    )


_OWN_SHARE_OF: Final = re.compile(r"\w['\u2019]s?\s+(?:share|part|portion)\s+(?:of|in)\s+(?:the\s+)?$")
"""Before the flow that parts are of: "Russia's share of Armenia's trade was 32 percent, China's 14 percent"."""
_OWNS: Final = re.compile(
    r"'s?\s+(?:(?:at|was|were|stood at|came to|by|rose|fell|grew|dropped|to|of)\s+)?(?:by\s+)?(?:about\s+|nearly\s+|over\s+)?[$€£\w]{0,4}\d"
)


def to_partner(flow: Frame, mention: Mention, token: Token) -> Frame:
    """The flow with the country that stands alone as its partner."""
    return replace(
        flow, token=token, partner=mention.code, start=mention.start, end=mention.end, verb=False, whole=False, group=False,
        weak=False, inferred=("indicator", "reporter"),
    )  # fmt: skip
