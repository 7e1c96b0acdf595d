"""Ranks ("the second largest partner") and comparisons without a figure ("yet to reach the scale of trade with China")."""

from __future__ import annotations

import re

from tieline.model.claims import Comparison, Quote, Trend
from tieline.model.vocabulary import Indicator
from tieline.read.frame_memory import Frame
from tieline.read.story import Sentence, Story

_RANK = re.compile(
    r"\b(?P<rank>largest|biggest|top|main|leading|principal|number one|No\. 1|second[- ](?:largest|biggest)|third[- ](?:largest|biggest)|fourth[- ](?:largest|biggest)|fifth[- ](?:largest|biggest))\s+(?:(?:foreign|single|overseas|Asian|European|African|regional)\s+)?(?P<what>trade partner|trading partner|export market|export destination|market|supplier|source of imports|importer|buyer|customer|investor|creditor|donor)\b",
    re.IGNORECASE,
)
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_LESSER = re.compile(
    r"\b(?:yet to (?:reach|match)|dwarfed by|far (?:below|behind|smaller than)|a fraction of|smaller than|less than|behind|pales|exceeds?|outstrips?|larger than|more than|overt(?:ake|ook)s?)\b",
    re.IGNORECASE,
)


def read_rank(sentence: Sentence, story: Story) -> list[Trend]:
    """As in "X's second largest trading partner": a trend without a direction, with the rank."""
    found = _RANK.search(sentence.text)
    if not found:
        return []
    what = found["what"].lower()
    indicator: Indicator = (
        "exports"
        if what in {"export market", "market", "buyer", "customer", "importer", "export destination"}
        else "imports"
        if what in {"supplier", "source of imports"}
        else "trade"
        if "trad" in what
        else "investment"
        if what == "investor"
        else "other"
    )
    lead = [
        m
        for m in sentence.mentions
        if m.end <= found.start() and re.fullmatch(r"(?:'s?)?\s+(?:\w+\s)?", sentence.text[m.end : found.start()])
    ]
    owner = lead[-1].code if lead else None
    others = [m.code for m in sentence.mentions if m.code != owner]
    if owner is None or not others or indicator == "other":
        return []
    rank = next((n for w, n in _RANKS.items() if found["rank"].lower().startswith(w)), 1)
    return [
        Trend(
            document=story.document.id, version=story.document.version_id,
            quote=Quote.of(story.document.text, sentence.start + lead[-1].start, sentence.start + found.end()), indicator=indicator, reporter=owner, partner=others[0],
            direction=None, compared_with=Comparison(indicator=indicator, reporter=owner, partner=None, rank=rank), confidence=0.6,
        )
    ]  # fmt: skip


def read_comparison(sentence: Sentence, frames: list[Frame], story: Story) -> Trend | None:
    """As in "has yet to reach the scale of X's trade with C": one flow held against another, without a figure."""
    if sentence.figures:
        return None
    alike = [f for f in frames if not f.verb and f.reporter and f.partner]
    for first in alike:
        for second in alike:
            if (
                first.token.i < second.token.i
                and first.indicator == second.indicator
                and first.pair != second.pair
                and first.pair & second.pair
                and _LESSER.search(sentence.text[first.token.idx : second.token.idx])
            ):
                return Trend(
                    document=story.document.id, version=story.document.version_id,
                    quote=Quote.of(story.document.text, sentence.start + first.start, sentence.start + second.end), indicator=first.indicator, reporter=first.reporter or "",
                    partner=first.partner, direction=None, confidence=0.6,
                    compared_with=Comparison(indicator=second.indicator, reporter=second.reporter, partner=second.partner),
                )  # fmt: skip
    return None
