"""Frames of rates: a tariff that a sentence only calls "the rate", "it" or "the tariffs" is the one spoken of last.

"The rate is to come down to 20 percent by 2032", "he would lower it to 30 per cent": who levies it, on whom and on what
is carried over, and told in `inferred`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.phrase import FINITE_TAGS
from tieline.read.story.document import Sentence
from tieline.read.story.goods import Good
from tieline.read.story.memory import Frame, Memory

_THE_RATE = re.compile(
    r"\b(?:(?:the|that|this|its|a)\s+(?:(?:new|current|old|previous|applied|general|higher|lower|basic|full)\s+)?(?:rates?|levy|levies|dut(?:y|ies)|tariffs?)\b"
    r"|(?:a|an|the)\s+\d[\d.]*(?:\s?%|\s(?:per\s?cent|pct))\s+(?:[a-z-]+\s+){0,2}(?:tariff|duty|levy|surcharge)\b"
    r"|(?:rais|lower|cut|doubl|reduc|hik|bring|slash|increas|set|keep|put)(?:e|es|ed|ing|s|t|ts)?\s+(?P<it>it|them)\s+(?:down\s+|up\s+|back\s+)?(?:to|by|at|if))\b",
    re.IGNORECASE,
)
_OTHER_RATE = re.compile(
    r"\b(?:interest|exchange|growth|inflation|discount|tax|jobless|unemployment|annual|lending|birth|prime)\s+rates?\b"
    r"|\b(?:dollar|yen|won|yuan|franc|rouble|ruble|prices?)\b",
    re.IGNORECASE,
)
_REMEMBERED: Final = 4
"""Sentences after a tariff in which "the rate" may still be its."""
_BY_NAME: Final = 12
"""The same for "the tariff", "a 60% duty"."""
_NAMED: Final = re.compile(r"\b(?:tariff|dut(?:y|ies)|lev(?:y|ies)|surcharge)", re.IGNORECASE)
_AT_ONCE: Final = 2
"""The same for "it"."""
_REACH: Final = 60


def rate_frames(sentence: Sentence, frames: list[Frame], goods: list[Good], memory: Memory) -> list[Frame]:
    """The tariff spoken of last, where the sentence goes on about it with a percentage and has no frame of its own."""
    told, age = memory.tariff, sentence.index - memory.tariff_sentence
    if frames or told is None or not 0 < age <= _BY_NAME:
        return []
    found = _THE_RATE.search(sentence.text)
    by_name = found is not None and _NAMED.search(found.group()) is not None
    if (
        found is None
        or (_OTHER_RATE.search(sentence.text) and not by_name)
        or age > (_AT_ONCE if found["it"] else _BY_NAME if by_name else _REMEMBERED)
    ):
        return []
    rates = [f for f in sentence.figures if f.kind == "percent" and 0 <= f.start - found.start() <= _REACH]
    if not rates:
        return []
    token = next(t for t in sentence.tokens if t.idx + len(t) > found.start())
    inferred = tuple(dict.fromkeys((*told.inferred, "indicator", "reporter", "partner")))
    good = good_taxed(sentence, found.end(), goods) or told.good
    if told.group:
        told = replace(
            told, partner=None, partners=()
        )  # "duties on steel from China, Russia and India ... The duties will be"
    return [replace(told, token=token, good=good, start=found.start(), end=found.end(), verb=False, inferred=inferred)]


def good_taxed(sentence: Sentence, behind: int, goods: list[Good]) -> Good | None:
    """What a rate is on, behind its word: "the surtax that it puts on rice", "duties on 165 mln dlrs worth of tools"."""
    found = _ON.match(sentence.text, behind)
    if found is None:
        return None
    good = next((g for g in goods if 0 <= g.start - found.end() <= _REACH), None)
    if good is None or any(
        t.tag in FINITE_TAGS or t.text in {";", ":", ","} for t in sentence.tokens if found.end() <= t.idx < good.start
    ):
        return None
    return good


_ON = re.compile(
    r"[^.;:]{0,60}?\bon\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
)
