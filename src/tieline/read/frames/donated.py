"""Goods that are given and not sold: "received 20,000 tonnes of wheat from its ally as a donation" is aid of who gave them."""

from __future__ import annotations

from dataclasses import replace

from tieline.model import lazy_re as re
from tieline.read.story.document import Sentence
from tieline.read.story.memory import FLOWS, Frame

_AS_GIFT = re.compile(
    r"\bas\s+(?:an?\s+|part\s+of\s+(?:its|an?|the)\s+)?(?:[a-z]+\s+){0,2}?(?:donations?|gifts?|aid|assistance|grant(?!\s+of)|relief)(?=\s*(?:[.,;)]|$)|\s+(?:to|for|on|in|under|by|this|last|and|after|since|during|worth)\b)"
    r"|\b(?:free\s+of\s+charge|at\s+no\s+(?:cost|charge)|under\s+(?:an?\s+|the\s+|its\s+)?(?:[a-z-]+\s+){0,2}?(?:aid|food-aid|donation)\s+programme?)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"\b(?:not|never|rather\s+than|instead\s+of|and\s+not)\s+$", re.IGNORECASE)
_LISTED_AID = re.compile(
    r"\b(?:aid|assistance|relief|grants?|donations?)(?:\s+(?:of|worth)\s+(?:[^.;:,]|[.,](?=\d)){1,40})?,\s+(?:and\s+)?(?:the\s+)?(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
"""Before a noun that is the next of a list of what is given: "cash assistance of $10 million, supply of food"."""
_HANDED = frozenset({"supply", "delivery", "shipment", "provision"})
_CLAUSE = re.compile(r"[;:]|\.\s|,\s+(?:while|but|whereas)\b")


def as_given(frame: Frame, sentence: Sentence) -> Frame:
    """The frame as aid of who sends, where the clause of its verb, or the list it stands in, calls the goods a gift."""
    listed = frame.indicator == "exports" and not frame.verb and frame.token.lemma in _HANDED
    if listed and _LISTED_AID.search(sentence.text[: frame.token.idx]) is not None:
        return replace(frame, indicator="aid")
    if not frame.verb or frame.indicator not in FLOWS or frame.reporter is None or frame.partner in {None, "WLD"}:
        return frame
    if frame.token.lemma in {"buy", "purchase", "sell"}:
        return frame
    told = _AS_GIFT.search(sentence.text, frame.token.idx)
    if told is None or _CLAUSE.search(sentence.text, frame.token.idx, told.start()):
        return frame
    if _NOT_SO.search(sentence.text[: told.start()]):
        return frame
    giver, taker = (frame.partner, frame.reporter) if frame.indicator == "imports" else (frame.reporter, frame.partner)
    swapped = {"reporter": "partner", "partner": "reporter"} if frame.indicator == "imports" else {}
    inferred = tuple(swapped.get(name, name) for name in frame.inferred)
    return replace(frame, indicator="aid", reporter=giver, partner=taker, inferred=inferred)
