"""Frames of markets: what one country's sellers hold of another's market is a share of what that one imports.

"American companies held 9.4 pct of the Japanese semiconductor market", "its share of the Egyptian market shrank to 31
pct": the reporter is whose market it is, the partner who holds the share.
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.subjects import sentence_subject
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import Good
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.syntax.tokens import Token

_SHARE_OF: Final = re.compile(
    r"(?:(?:%|\bper\s?cent|\bpct|\bhalf|\bthirds?|\bquarters?|\bfifths?|\bshare|\bslice)\s+(?:of|in)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
"""Before the country whose market it is."""
_MARKET: Final = re.compile(r"(?:'s)?\s+(?:[\w-]+\s+){0,4}?market\b")
"""Behind it."""
_SHARE_NEAR: Final = re.compile(
    r"(?P<whose>\bits|\btheir|'s?)\s+(?:[\w-]+\s+)?share\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE
)


def may_share_market(sentence: Sentence) -> bool:
    """A share of some country's market may stand in the sentence (asked before it is parsed)."""
    return any(_is_market(sentence, mention) for mention in sentence.mentions) and any(
        f.kind == "percent" for f in sentence.figures
    )


def _is_market(sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    """The words behind a country whose market a share is of."""
    behind = _MARKET.match(sentence.text, mention.end)
    return behind if behind and _SHARE_OF.search(sentence.text[: mention.start]) else None


def market_frames(sentence: Sentence, frames: list[Frame], goods: list[Good], memory: Memory) -> list[Frame]:
    """The frames of shares of a market that no other frame has told, in order."""
    if not any(f.kind == "percent" for f in sentence.figures):
        return []
    found: list[Frame] = []
    for mention in sentence.mentions:
        behind = _is_market(sentence, mention)
        if behind is None or not trades(mention.code):
            continue
        token = next((t for t in sentence.tokens if t.idx + len(t) >= behind.end()), None)
        if token is None or any(f.start <= token.idx < f.end for f in frames):
            continue
        holder = _holder(sentence, mention, token, memory)
        if holder is not None and holder != mention.code and trades(holder):
            good = next((g for g in goods if mention.end <= g.start < behind.end()), None)
            found.append(Frame(token, "imports", mention.code, holder, good, start=mention.start, end=behind.end()))
    return found


def _holder(sentence: Sentence, market: Mention, token: Token, memory: Memory) -> str | None:
    """Whose the share is: who owns it by name, else the subject that holds it."""
    lead = sentence.text[: market.start]
    share = _SHARE_NEAR.search(lead)
    if share is not None and share["whose"].startswith("'"):
        owner = [m.code for m in sentence.mentions if m.end == share.start() or m.end == share.start() + 2]
        return owner[-1] if owner else None
    subject = sentence_subject(sentence, token, memory)
    return subject if subject != market.code else None


def part_of_trade(sentence: Sentence, figure: Figure, frames: list[Frame]) -> Frame | None:
    """As in "Exports made up 17.7% of the turnover with Georgia": the subject's share, of the whole."""
    if figure.kind != "percent" or _OF_TURNOVER.match(sentence.text, figure.end) is None:
        return None
    flows = [f for f in frames if f.indicator in FLOWS and not f.verb and f.token.dep == "nsubj"]
    return next(
        (f for f in flows if f.end <= figure.start and _MAKES_UP.fullmatch(sentence.text, f.end, figure.start)), None
    )


_OF_TURNOVER = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|all\s+|total\s+|overall\s+)*(?:[\w-]+\s+)?(?:trade|turnover)\b"
)
_MAKES_UP = re.compile(
    r"\s+(?:made|make|makes|making)\s+up\s+(?:\w+\s+)?|\s+(?:account(?:ed|s)?\s+for|represent(?:ed|s)?|constitut(?:ed|es?)|form(?:ed|s)?)\s+(?:\w+\s+)?"
)
