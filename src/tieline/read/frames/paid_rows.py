"""Rows of who pays for what a country sells: "Of it, $9 million came from Peru, while Chile and Brazil paid $7 million and 5 million".

The sale stands before them ("earned 31 million from timber exports", "hopes to make 60 million by selling gas to Peru and Chile"):
whoever pays, brings in or is to pay a sum has bought for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.for_rows import FOR_ROW
from tieline.read.frames.lists import respective_partners
from tieline.read.names.mentions import Mention
from tieline.read.numbers.figures import Figure
from tieline.read.story.document import Sentence, trades
from tieline.read.story.memory import FLOWS, Frame, Memory
from tieline.read.story.topic import sides_of_flow

_STILL: Final = 2
_SOME: Final = r"(?:(?:about|some|nearly|almost|over|more than|around|just|only|another|a further)\s+)*"
_PAYS: Final = re.compile(
    r"\s+(?:alone\s+|each\s+)?(?:(?:is|are|was|were)\s+(?:(?:expected|set|due|likely|supposed|scheduled)\s+)?to\s+|will\s+|would\s+|should\s+)?"
    r"(?:pay|pays|paid|br(?:ing|ings|ought)\s+in|contribut(?:e|es|ed)|account(?:s|ed)?\s+for|yield(?:s|ed)?)"
    r"(?:\s+(?:the\s+(?:most|bulk|largest\s+(?:sum|part|amount))|most)(?:\s+of\s+(?:it|this|that))?,?)?\s+" + _SOME
)
_PART: Final = re.compile(
    r"['\u2019]s?\s+(?:part|share|bill|contribution)\s+(?:will\s+be|would\s+be|was|is|came\s+to|stood\s+at|amounted\s+to)\s+"
    + _SOME
)
_NEXT: Final = re.compile(r"\s+(?:with\s+)?" + _SOME)
_BEFORE_NEXT: Final = re.compile(r"(?:,|;|,?\s+and|,?\s+while)\s+(?:the\s+)?$")
_CAME: Final = re.compile(
    r"(?:\s+of\s+(?:it|this|that|them|these))?\s+(?:came|comes|is\s+to\s+come|will\s+come|are\s+to\s+come|was\s+earned|was\s+paid|were\s+earned)\s+(?:from|by|in)\s+(?:the\s+)?"
)
_PAYING: Final = re.compile(
    r"\b(?:pay|pays|paid|bring|brings|brought|contribut\w+|account\w*|yield\w*|c[ao]mes?|part|share|bill)\b"
)
_OF_PAYERS: Final = frozenset({"pay", "bring", "come", "yield", "account", "contribute"})
_FROM: Final = re.compile(r"(?:\s+of\s+(?:it|this|that))?\s+from\s+(?:the\s+)?")
_OTHER: Final = re.compile(
    r"\b(?:import(?:s|ed)?|loans?|debts?|investments?|invested|aid|grants?|remittances?|taxes|tourists?|visitors?|compensation|fines?|contributions?)\b",
    re.IGNORECASE,
)


def paid_rows(sentence: Sentence, frames: list[Frame], memory: Memory) -> list[Frame]:
    """The frames of those who pay, each at its own sum."""
    if _PAYING.search(sentence.text) is None or _OTHER.search(sentence.text):
        return []
    sale = _sale(sentence, frames, memory)
    if sale is None:
        return []
    seller, flow = sale
    each = respective_partners(sentence)
    out: list[Frame] = []
    for figure in sentence.figures:
        if figure.kind != "money":
            continue
        payer = _payer(sentence, figure, each.get(figure.start), begun=bool(out))
        if payer is None or payer.code == seller or not _bought(flow, payer.code):
            continue
        token = next((t for t in sentence.tokens if t.idx + len(t) > figure.start), None)
        if token is not None:
            out.append(
                replace(
                    flow, token=token, indicator="exports", reporter=seller, partner=payer.code, start=figure.start, end=figure.end, verb=False,
                    whole=False, group=False, weak=False, partners=(), partner_prep=FOR_ROW, inferred=("indicator", "reporter"),
                )
            )  # fmt: skip
    return out


def paid_at(figure: Figure, frames: list[Frame]) -> Frame | None:
    """The row of whoever pays the sum."""
    return next((f for f in frames if f.partner_prep == FOR_ROW and f.start == figure.start), None)


def _sale(sentence: Sentence, frames: list[Frame], memory: Memory) -> tuple[str, Frame] | None:
    """Who sells, and the flow that says so: earlier in the sentence, else just before it."""
    told = (f for f in frames if f.indicator in FLOWS and (not f.verb or (f.indicator == "exports" and f.partner)))
    here = next((f for f in told if f.token.lemma not in _OF_PAYERS), None)
    flow = here if here is not None else memory.flow
    if flow is None or (here is None and sentence.index - memory.flow_sentence > _STILL):
        return None
    if here is None and memory.frame is not None and memory.frame.indicator not in FLOWS:
        return None
    seller, _ = sides_of_flow(flow.indicator, flow.reporter, flow.partner)
    return (seller, flow) if seller not in {None, "WLD"} and trades(str(seller)) else None


def _bought(flow: Frame, payer: str) -> bool:
    """The flow is with all, with a group or a list, or with the payer."""
    seller, buyer = sides_of_flow(flow.indicator, flow.reporter, flow.partner)
    return payer != seller and (buyer in {None, "WLD", payer} or payer in flow.partners)


def _payer(sentence: Sentence, figure: Figure, respective: str | None, *, begun: bool) -> Mention | None:
    """The country that pays a sum: before it by what it does, behind it as where the sum came from, else in a list of both."""
    named = [m for m in sentence.mentions if m.use not in {"adjective", "demonym"} and trades(m.code)]
    behind = next((m for m in named if m.start >= figure.end), None)
    came = (_CAME, _FROM) if begun else (_CAME,)
    if behind is not None and any(led.fullmatch(sentence.text, figure.end, behind.start) for led in came):
        return behind
    if respective is not None:
        one = next((m for m in named if m.code == respective and m.end <= figure.start), None)
        led = one is not None and _PAYING.search(sentence.text, one.end, figure.start) is not None
        return one if led else None
    before = [m for m in named if m.end <= figure.start]
    if not before:
        return None
    gap = (sentence.text, before[-1].end, figure.start)
    if _PAYS.fullmatch(*gap) or _PART.fullmatch(*gap):
        return before[-1]
    goes_on = begun and _BEFORE_NEXT.search(sentence.text[: before[-1].start]) is not None
    return before[-1] if goes_on and _NEXT.fullmatch(sentence.text, before[-1].end, figure.start) else None
