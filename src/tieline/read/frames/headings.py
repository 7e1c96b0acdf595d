"""The flow that a heading of goods tells: "the main import items were cashew nuts", "the list of exports is headed by cars".

Such words tell which way the goods go, whatever was told just before; a sentence that only goes on with the list
("They are followed by wheat and wine") is of the same flow.  Of whom it is the story tells: of the country that it
goes through with all the world, or of the pair whose trade was told last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame, Memory

_RANK: Final = r"(?:top|main|chief|leading|principal|largest|biggest|major|key|second|third|fourth|number[\s-]\w+|most\s+(?:important|valuable))"
_ITEM: Final = r"(?:items?|goods|commodit(?:y|ies)|products?|articles?|lines?)"
LIST_OF: Final = re.compile(
    rf"\b(?:list|structure|basket|breakdown)\s+of\s+(?:the\s+)?(?:[\w'-]+\s+)?(?P<flow>exports?|imports?)\b"
    rf"|\b{_RANK}(?:[\s-](?:[a-z]+ed|by\s+far))?\s+(?P<items>export|import)s?\s+{_ITEM}\b"
    rf"|\b{_RANK}\s+{_ITEM}\s+(?:that\s+(?:was|were|are)\s+)?(?P<moved>exported|imported)\b"
    rf"|^\W*(?:among|of|in)\s+(?:the\s+|its\s+)?(?P<among>exports|imports),",
    re.IGNORECASE,
)
"""Which way the goods of a list go: "led the list of export commodities"."""
_GOES_ON: Final = re.compile(
    r"\W*(?:(?:it|they|these|this|that|those)\s+(?:(?:is|are|was|were)\s+)?follow|next\b|then\b|followed\b|second\b|third\b|(?:in\s+)?second\s+place|behind\s+(?:it|them)\b|after\s+(?:it|them|that)\b)",
    re.IGNORECASE,
)
_STILL: Final = 2


def headed_flow(sentence: Sentence, memory: Memory) -> Frame | None:
    """The flow of the list that a sentence begins or goes on with; None where it has no heading."""
    text = sentence.text
    found = LIST_OF.search(text) if "port" in text else None
    if found is not None:
        word = next(w for w in found.groupdict().values() if w)
        memory.headed = _of_story("exports" if word.lower().startswith("export") else "imports", memory)
        memory.headed_sentence = sentence.index
        return memory.headed
    near = sentence.index - memory.headed_sentence <= _STILL
    if memory.headed is not None and near and _GOES_ON.match(text) is not None:
        memory.headed_sentence = sentence.index
        return memory.headed
    return None


def _of_story(kind: Indicator, memory: Memory) -> Frame | None:
    """Such a flow of the country that the story goes through, or of the pair whose flow of that kind was told last."""
    base, last = memory.base, memory.frame
    if base is None or last is None:
        return None
    whose, faced = base.reporter, base.partner
    if faced not in {None, "WLD"} and memory.subject in base.pair:
        whose, faced = memory.subject, base.other_side(memory.subject)
    pair = last.partner not in {None, "WLD"} and whose in last.pair
    same = last.indicator == kind if last.reporter == whose else {last.indicator, kind} == FLOWS
    if faced == "WLD" and pair and (last.indicator == "trade" or same):
        faced = last.other_side(whose)
    return replace(last, indicator=kind, reporter=whose, partner=faced, good=None, sign=1, group=False)
