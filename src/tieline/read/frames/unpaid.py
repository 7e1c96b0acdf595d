"""Bills that a country has not paid: what was delivered for them is no trade of today, but a debt to whoever delivered.

"Benin is behind with payments of 4 million dollars for cement from Togo", "has $2 million in bills with the Kenyan mill
that it has not paid", "will pay $3,000 a day to settle the debt".
"""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.deals import DEAL
from tieline.read.names.bodies import body_at
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.goods import goods_in
from tieline.read.story.memory import Frame, Memory

UNPAID: Final = re.compile(
    r"\b(?:unpaid|outstanding|overdue)\s+(?:[a-z-]+\s+){0,2}(?:bills?|invoices?|payments?|accounts?|fees)\b"
    r"|\b(?:bills?|invoices?)\b(?:[^.;]|\.(?=\d)){0,60}?\b(?:not\s+(?:been\s+)?(?:paid|settled)|unpaid|fail(?:ed|s)\s+to\s+pay|yet\s+to\s+(?:pay|settle))\b"
    r"|\b(?:has|have|had)\s+(?:not|never|yet\s+to|still\s+not)\s+(?:paid|pay|settled?)\b"
    r"|\bbehind\s+(?:with|on|in)\s+(?:its\s+|their\s+)?(?:[a-z-]+\s+)?(?:payments?|bills?|instal?lments?)\b"
    r"|\bin\s+arrears\s+(?:with|by|of|on)\b"
    r"|\b(?:failed|failing|fails)\s+to\s+pay\b"
    r"|\bowe[sd]?\s+(?:[a-z]+\s+)?for\s+(?!the\s+loans?\b)"
    r"|\bto\s+(?:settle|clear|pay\s+off|work\s+off)\s+(?:the|its|this|that|their)\s+(?:debts?|arrears|bills?|backlog)\b",
    re.IGNORECASE,
)
"""Words for what is owed for goods that came."""
_NO_DEBT: Final = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|pensions?|tax(?:es)?|fines?|compensation|ransom|dut(?:y|ies)|tariffs?|contributions?|dues|dividends?|interest|rent)\b",
    re.IGNORECASE,
)
_GOODS: Final = re.compile(
    r"\b(?:electricity|power|gas|oil|fuel|water|coal|grain|wheat|goods|deliver\w*|suppl\w+|shipments?|bills?|invoices?|imports?|purchases?)\b",
    re.IGNORECASE,
)
_TO_WHOM: Final = re.compile(
    r"\b(?:with|to|by|from|of|that|which|paid|pay|owed)\s+(?:the\s+)?(?:[a-z-]+\s+(?:of|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 90
_STILL: Final = 3


def may_be_unpaid(sentence: Sentence) -> bool:
    """A sum, and words for what is owed for goods (asked before the sentence is parsed)."""
    return any(f.kind == "money" for f in sentence.figures) and UNPAID.search(sentence.text) is not None


def unpaid_frames(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The debt that the words tell of, at its sum; none where a word for a debt tells it already."""
    found = list(UNPAID.finditer(sentence.text))
    debts = [f for f in frames if f.indicator == "debt" and f.reporter not in {None, "WLD"} and f.partner is not None]
    known = [f for f in debts if not any(told.start() <= f.token.idx < told.end() for told in found)]
    if not found or known or _NO_DEBT.search(sentence.text):
        return []
    out: list[Frame] = []
    for told in found:
        figure = _sum_near(sentence, told)
        if figure is None or any(f.start == figure.start for f in out):
            continue
        debtor = _debtor(sentence, told, memory)
        if debtor is None:
            continue
        creditor, carried = _creditor(sentence, debtor, memory)
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if creditor is None or token is None or not (_GOODS.search(sentence.text) or goods_in(sentence) or carried):
            continue
        inferred = ("reporter",) if carried else ()
        out.append(
            Frame(token, "debt", creditor, debtor, None, figure.start, figure.end, partner_prep=DEAL, inferred=inferred)
        )
    return out


def _sum_near(sentence: Sentence, told: re.Match[str]) -> Figure | None:
    """The sum of money nearest to the words."""
    sums = [f for f in sentence.figures if f.kind == "money"]
    inside = next((f for f in sums if told.start() <= f.start < told.end()), None)
    apart = [(min(abs(f.start - told.end()), abs(told.start() - f.end)), f) for f in sums]
    near = min(apart, key=lambda each: each[0], default=None)
    return inside or (near[1] if near is not None and near[0] <= _REACH else None)


def _debtor(sentence: Sentence, told: re.Match[str], memory: Memory) -> str | None:
    """Who has not paid: the country named last as no maker before the words, else the one spoken of."""
    before = [m for m in sentence.mentions if m.end <= told.start() and m.use in _NAMES and trades(m.code)]
    first = [m for m in before if not _TO_WHOM.search(sentence.text[: m.start])]
    return first[0].code if first else memory.subject


_NAMES: Final = frozenset({"name", "official", "abbreviation"})


def _creditor(sentence: Sentence, debtor: str, memory: Memory) -> tuple[str | None, bool]:
    """To whom it is owed, and whether another sentence has told it."""
    others = [m for m in sentence.mentions if m.code != debtor and trades(m.code)]
    if others:
        led: Mention = next((m for m in others if _TO_WHOM.search(sentence.text[: m.start])), others[0])
        return led.code, False
    named = (body_at(sentence.text, found.start()) for found in _NAME.finditer(sentence.text))
    body = next((code for code in named if code not in {None, debtor}), None)
    if body is not None:
        return body, False
    flow = memory.frame if sentence.index - memory.frame_sentence <= _STILL else None
    if flow is not None and debtor in flow.pair:
        return flow.other_side(debtor), True
    if memory.pair is not None and debtor in memory.pair:
        return next(c for c in memory.pair if c != debtor), True
    return None, False


_NAME: Final = re.compile(r"\b[A-Z][A-Za-z]+\b")
