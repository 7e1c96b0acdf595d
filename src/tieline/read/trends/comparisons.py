"""Comparisons of two flows: "sold more to Kenya than to Peru", "three times as much as it bought there", "yet to reach the scale of".

A comparison has a flow on its left, words that compare, and behind them what the other side says anew: whose ("than
Peru did"), which way ("than it bought"), with whom ("than to Peru"). What it leaves out is as on the left. What is held
against a time or a number ("more than in 2013", "more than $3 million"), or how fast two flows grew, is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.claims import Comparison, Measure, Quote, Trend
from tieline.model.confidence import CONFIDENCE
from tieline.model.vocabulary import Indicator
from tieline.read.frames.directions import token_direction
from tieline.read.names.mentions import Mention
from tieline.read.story.document import Sentence, Story, trades
from tieline.read.story.memory import MERCHANDISE, Frame
from tieline.read.trends.times import modality_at, period_near
from tieline.read.words.trade import NOUN_ANCHORS, VERB_ANCHORS

_TIMES: Final = (
    r"(?:(?:twice|half|(?:a|one) (?:third|quarter|fifth|tenth)|(?:[a-z]+|\d[\d.]*) times)\s+"
    r"(?:(?:as\s+(?:much|many|large|big|high|great)|more|larger|bigger|higher|greater)\b[^.;]{0,60}?\s(?:as|than)"
    r"|(?:the\s+(?:size|value|amount|volume|level)\s+of)|(?=(?:that|those|what|its|their)\b)|(?=(?-i:[A-Z])[\w.]+(?:\s(?-i:[A-Z])[\w.]+)*['’]s?\s)))"
)
_COMPARES: Final = re.compile(
    rf"\b(?:{_TIMES}"
    r"|(?P<more>(?:more|less|fewer)\b[^.,;]{0,60}?\s)than"
    r"|(?:larger|bigger|greater|higher|smaller|lower)\s+than|(?:not|nowhere near)\s+(?:as|so)\s+(?:large|big|great|much|high)\s+as"
    r"|(?:exceed|surpass|outstripp?|outweigh|dwarf)(?:s|ed|ing)?(?:\s+by)?|overt(?:akes?|ook|aken)"
    r"|(?:yet|(?:still\s+)?(?:has|have))\s+to\s+(?:reach|match|equal|rival)|(?:far|well)\s+(?:below|behind|short\s+of)|pales?\s+beside"
    r"|a\s+(?:(?:small|tiny|mere)\s+)?fraction\s+of)(?:(?=\s)|(?<=\s))",
    re.IGNORECASE,
)
_HINTS: Final = (
    "than", "not", "nowhere", "times", "twice", "half", "third", "quarter", "fifth", "tenth", "exceed", "surpass", "outstrip", "outweigh",
    "dwarf", "overt", "reach", "match", "equal", "rival", "below", "behind", "short", "pale", "fraction",
)  # fmt: skip
"""Some of them every comparison holds, in small letters."""
_COUNTS: Final = re.compile(
    r"\b(?:twice|half|thirds?|quarter|times|fold)\b|(?:percent|per cent|pct|%)\s+(?:more|less|fewer|larger|bigger|higher|smaller|lower)\b",
    re.IGNORECASE,
)
_SIZE: Final = re.compile(r"\s+(?:the\s+)?(?:scale|size|level|value|volume|amount)s?\s+of\s+|\s+", re.IGNORECASE)
_NOT_A_SIDE: Final = re.compile(
    r"(?:(?:about|around|almost|nearly|over|some)\s+)?(?:[$€£¥\d]|(?:in|at|during|ever|before|last|half|expected|forecast|usual|normal|previously|for|"
    r"a|an|one|two|three|four|five|six|seven|eight|nine|ten|doubl\w+|tripl\w+)\b"
    r"|(?:it|they)\s+(?:was|were|had been)\b|the\s+(?:year|month|quarter|previous|prior|same|first|last|average|long)\b|any\b(?!\s+other))",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(r"(?:what\s+|that\s+which\s+)?(?:it|they|its|their|the country)\b", re.IGNORECASE)
_SAME: Final = re.compile(r"(?:(?:that|those)\b(?!\s+of)|(?=(?:to|from|with|for)\b))", re.IGNORECASE)
_OF: Final = re.compile(r"(?:that|those)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_TOWARDS: Final = re.compile(
    r"\b(?:to|from|with|for|in)\s+(?:(?:the|neighbou?ring)\s+)*$|\b(?:sells?|sold|suppl(?:y|ies|ied))\s+(?:the\s+)?$|^(?:it|they)\s+$",
    re.IGNORECASE,
)
_BY_VERB: Final = re.compile(r"(?:\s+(?:did|does|do|has|had|was|were|is|sold|bought|exported|imported)\b|'s?(?![\w-]))")
_ANY_OTHER: Final = re.compile(
    r"(?:(?:it|they)\s+[a-z]+\s+)?(?:(?:to|from|with)\s+)?(?:any(?:where|one)?\s+(?:other|else)|every\s+other)\b",
    re.IGNORECASE,
)
_END: Final = re.compile(r"[.;:]|,\s|\s(?:while|whereas|but|although|because|after|before)\s")
_NEGATED: Final = re.compile(r"\b(?:not|never|no longer|hardly)\b(?!\s+(?:as|so)\s)|n't\b", re.IGNORECASE)
_ONLY: Final = re.compile(r"\bonly\s*$|\bonly\b(?=.{0,4}$)", re.IGNORECASE)
_FARTHEST: Final = 100
_BEHIND: Final = 110


def may_compare(text: str) -> bool:
    """Words of a sentence that may hold two flows against each other.

    >>> may_compare("Turkey buys three times as much from Russia as it sells there"), may_compare("Turkey buys oil from Russia")
    (True, False)
    """
    return any(map(text.lower().__contains__, _HINTS)) and _COMPARES.search(text) is not None


def read_comparisons(sentence: Sentence, frames: Sequence[Frame], story: Story) -> list[Trend]:
    """The comparisons of a sentence: trends without a direction, with the other side in `compared_with`."""
    out: list[Trend] = []
    if not frames:
        return out
    for found in _COMPARES.finditer(sentence.text):
        left = _left(sentence, frames, found)
        if left is None:
            continue
        end = _clause_end(sentence, found.end())
        other = _other_side(sentence, left, found, end)
        if other is not None:
            out.append(_trend(sentence, story, left, other, end))
    return out


def without_compared(measures: Sequence[Measure], trends: Sequence[Trend]) -> list[Measure]:
    """The measures without those whose only number is how many times the one flow is the other."""
    sides = [t.quote for t in trends if t.direction is None and t.compared_with is not None]
    return [
        m
        for m in measures
        if not (
            m.value is None and m.share_pct is None and m.change_value is None
            and any(side.start <= m.quote.start and m.quote.end <= side.end and _COUNTS.search(m.quote.exact) for side in sides)
        )
    ]  # fmt: skip


def _left(sentence: Sentence, frames: Sequence[Frame], found: re.Match[str]) -> Frame | None:
    """The flow that is compared: the nearest before the words, with nothing that moves between."""
    before = [f for f in frames if f.token.idx + len(f.token) <= found.start() and f.indicator in MERCHANDISE]
    left = before[-1] if before else None
    if left is None or not left.reporter or not left.partner or left.partner == "WLD":
        return None
    begin = left.token.idx + len(left.token)
    if _ONLY.search(sentence.text[: left.start + 5]):
        return None  # a rank: "only Chile buys more"
    if found.start() - begin > _FARTHEST or _NEGATED.search(sentence.text[begin : found.end()]):
        return None
    if found["more"] and not left.verb and not _may_be_verb(left):
        return None  # "imports of more than 20 million dollars than": of nouns only what "is larger than"
    between = [t for t in sentence.tokens or () if begin <= t.idx < found.start()]
    moved = any(token_direction(t) and t.pos in {"VERB", "NOUN"} for t in between) or token_direction(left.token)
    return None if moved else left


def _may_be_verb(frame: Frame) -> bool:
    """A verb that the tagger has as a noun: "Peru exports more to Chile"."""
    return frame.token.lemma in VERB_ANCHORS and frame.token.dep in {"ROOT", "appos", "compound", "nsubj", "dobj"}


def _clause_end(sentence: Sentence, start: int) -> int:
    text = sentence.text
    cut = _END.search(text, start, start + _BEHIND)
    return cut.start() if cut else min(len(text), start + _BEHIND)


def _other_side(sentence: Sentence, left: Frame, found: re.Match[str], end: int) -> Comparison | None:
    """Whose flow, which way and with whom stands behind the words; None where it is a time, a number or not told."""
    text = sentence.text
    size = _SIZE.match(text, found.end())
    start = size.end() if size else found.end()
    rest = text[start:end]
    if _ANY_OTHER.match(rest) and _TOWARDS.match(rest.split()[0] + " ") and left.indicator != "balance":
        return Comparison(indicator=left.indicator, reporter=left.reporter, partner=None, rank=1)
    if _NOT_A_SIDE.match(rest):
        return None
    named = [m for m in sentence.mentions if start <= m.start < end and trades(m.code)]
    towards = next((m for m in named if _TOWARDS.search(text[start : m.start])), None)
    owner = next((m for m in named if m is not towards and _owns(text, m, start, end)), None)
    flow = _flow_in(sentence, start, end)
    if _PRONOUN.match(rest):
        if flow is None and towards is None:
            return None
        reporter: str | None = left.reporter
    elif owner is not None:
        reporter = owner.code
    elif left.verb and "partner" in left.inferred and len(named) == 1 and towards is None:
        reporter = named[0].code  # "Malaysia bought less than South Korea", of the seller told before
    elif _SAME.match(rest) or (
        flow is not None
        and text[start:].lower().startswith(("exports", "imports", "trade", "sales", "shipments", "purchases"))
    ):
        reporter = left.reporter
    else:
        return None
    partner = towards.code if towards is not None and towards.code != reporter else left.partner
    if partner == reporter:
        partner = left.reporter
    other = Comparison(indicator=flow or left.indicator, reporter=reporter, partner=partner)
    same = (other.indicator, other.reporter, other.partner) == (left.indicator, left.reporter, left.partner)
    return None if same else other


def _owns(text: str, mention: Mention, start: int, end: int) -> bool:
    """The flow is that country's: "than Peru did", "Peru's", "those of Peru", "Peruvian exports"."""
    before = text[start : mention.start]
    if mention.use == "adjective":
        return not before.strip() or before.strip().lower() == "the"
    if _OF.search(before):
        return True
    return (
        before.strip().lower() in {"", "the", "did", "does"} and _BY_VERB.match(text, mention.end, end + 1) is not None
    )


def _flow_in(sentence: Sentence, start: int, end: int) -> Indicator | None:
    for token in sentence.tokens or ():
        if start <= token.idx < end:
            flow = VERB_ANCHORS.get(token.lemma) if token.pos == "VERB" else NOUN_ANCHORS.get(token.lemma)
            flow = flow or VERB_ANCHORS.get(token.lemma)
            if flow in MERCHANDISE:
                return flow
    return None


def _trend(sentence: Sentence, story: Story, left: Frame, other: Comparison, end: int) -> Trend:
    last = len(sentence.text[:end].rstrip())
    period, _ = period_near(sentence, left.start, last, wide=True)
    return Trend(
        document=story.document.id, version=story.document.version_id, quote=Quote.of(story.document.text, sentence.start + left.start, sentence.start + last),
        indicator=left.indicator, reporter=left.reporter or "", partner=left.partner, product=left.good.words if left.good else None,
        hs=left.good.hs or None if left.good else None, period=period, direction=None, modality=modality_at(sentence, left.token),
        inferred=left.inferred, confidence=CONFIDENCE["comparison"], compared_with=other,
    )  # fmt: skip
