"""Figures that a flow is held against: a level that it passed, another flow, what was left of it, the pace that its growth came to."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tieline.model import lazy_re as re
from tieline.model.vocabulary import Indicator
from tieline.read.frames.directions import direction_word
from tieline.read.numbers.figures import Figure
from tieline.read.numbers.wording import PASSED
from tieline.read.story.document import Sentence
from tieline.read.words.forms import forms
from tieline.read.words.trade import NOUN_ANCHORS, VERB_ANCHORS

_LEVEL_PASSED: Final = re.compile(
    rf"(?:above|below|beneath|beyond|past|short of|.*\b(?:{PASSED}|nowhere|(?:above|below|under|beyond|past)\s))",
    re.IGNORECASE,
)
_MORE_THAN: Final = re.compile(
    r"(?:\s+worth)?\s+(?:more|less|fewer)\b(?:[^.;:\d]|\b(?:19|20)\d\d\b){0,60}?\sthan\s+(?:(?:to|from|with)\s+)?(?:the\s+)?"
    r"(?P<back>(?:it|they)\s+[a-z]+\s+(?:there|from|to|in\s+(?:return\b|(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[A-Z]\w*))\b)?",
    re.IGNORECASE,
)
_BEYOND_BACK: Final = re.compile(
    r"(?:\s+worth)?\s+(?P<way>more|less)\b(?:[^.;:\d]|\b(?:19|20)\d\d\b){0,60}?\sthan\s+(?:(?P<it>it|they)|(?P<who>(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)*))\s+"
    r"(?:(?:had|has|have)\s+)?(?P<verb>[a-z]+)\b"
)
_TO_ANOTHER: Final = re.compile(r"\s+(?:[a-z]+\s+){0,3}?(?:from|to|in|on)\s+(?:the\s+)?[A-Z]")
_OF_SUM: Final = re.compile(
    r"\s+(?:of\s+)?the\s+[A-Z]{0,3}[$€£¥]?\s?[\d.,]+(?:\s?[a-z]+){1,2}?\s+(?:that\s+)?(?:it|they)\s+[a-z]+\s+(?:from|to)\s+(?:the\s+)?[A-Z]"
)
_OF_A_CHANGE: Final = re.compile(
    r"\s+of\s+(?:the|that|this|its|their|an?)\s+(?:[A-Z]{0,3}[$€£¥]?\s?\d[\d.,]*(?:\s?(?:million|billion|percent|per cent))?\s+)?(?:total\s+|overall\s+)?(?:rise|increase|growth|gain|fall|drop|decline|decrease|jump|surge)\s+in\b"
)
_OF_THOSE: Final = re.compile(
    r"\s+(?:of\s+)?(?:those|that|what\s+it\s+(?:sold|bought|exported|imported))\s+(?:to|from|with)\s",
    re.IGNORECASE,
)
_PACED: Final = re.compile(
    r"\b(?P<word>growth|increase|rise|decline|fall|drop|contraction)\s+(?:in|of)\s+(?P<what>[^.;:,%]{3,80}?)\s+(?:(?:slow|ease|cool|moderate|slacken|weaken|quicken|accelerate|slump|plunge|tumble|jump|climb|surge|decline|dip|edge)(?:s|d|ed)?|fell|rose|dropped|slipped|sank|shrank"
    r"|(?:picked|speeded|sped)\s+up|(?:has|had)\s+(?:slowed|eased|fallen|risen|dropped))\s+(?:(?:[a-z]+ly|down|further)\s+)?to\s+(?:(?:about|only|just|some)\s+)?$",
    re.IGNORECASE,
)
_FELL_TO: Final = re.compile(
    r"\b([a-z]+)\s+(?:(?:[a-z]+ly|back|down)\s+)?to\s+(?:(?:about|only|just|nearly|almost)\s+)?$", re.IGNORECASE
)
_OF_BEFORE: Final = re.compile(
    r"\s*(?:[.,;)]|$)|\s+(?:in|last|over|within|this|during|by|a)\b|\s+(?:of\s+)?(?:(?:its|their|the|that)\s+(?:(?!world|global|overall|national)[\w-]+\s+){0,3}?(?:levels?|figures?|(?<!the )(?<!its )(?<!their )totals?|value|volume|size|amount|peak)\b"
    r"|what\s+(?:it|they)\s+(?:was|were|had\s+been)\b|that\s+of\b|those\s+of\b)",
    re.IGNORECASE,
)
_OF_YEAR_BEFORE: Final = re.compile(
    r"\s+(?:of\s+)?(?:the|its|their)\s+(?:(?:19|20)\d\d|(?:previous|preceding|prior|last)\s+year['’]s|year[- ]earlier)\s+(?:level|figure|total|value|volume)s?\b|\s+(?:of\s+)?what\s+(?:it|they)\s+had\s+been\b",
    re.IGNORECASE,
)
_SHARE_MOVES: Final = re.compile(r"\b(?:shares?|part|portion|proportion|slice)\b[^;]*$", re.IGNORECASE)


def names_a_level(text: str, figure: Figure) -> bool:
    """As in "fell below $13 billion", "rose without topping $100 million": the number is a level, though a movement leads to it."""
    return _LEVEL_PASSED.match(text, figure.start, figure.core) is not None


def of_another_flow(sentence: Sentence, figure: Figure) -> bool:
    """As in "$60 million more than Kenya did", "a third of those to Germany": how far one flow is from another, no figure of it."""
    than = _MORE_THAN.match(sentence.text, figure.end)
    if than is not None:
        return than["back"] is not None or any(m.start == than.end() for m in sentence.mentions)
    if _OF_A_CHANGE.match(sentence.text, figure.end) is not None:
        return True  # "copper accounted for $168 million of the $210 million rise"
    if figure.fraction and _OF_SUM.match(sentence.text, figure.end) is not None:
        return True
    return figure.kind == "percent" and _OF_THOSE.match(sentence.text, figure.end) is not None


def gap_behind(sentence: Sentence, figure: Figure, flow: Indicator, partner: str | None) -> int:
    """As in "earned $92 million more from Poland than it spent there", "than Poland did": +1 or -1 of the balance that the sum is, else 0.

    The other side is the flow back of the same country, or the same flow of the `partner`.
    """
    than = _BEYOND_BACK.match(sentence.text, figure.end) if figure.kind == "money" else None
    if than is None or flow not in {"exports", "imports"}:
        return 0
    other = next((VERB_ANCHORS[form] for form in forms(than["verb"]) if form in VERB_ANCHORS), None)
    if than["it"] is not None:
        told = (
            other in {"exports", "imports"} and other != flow and _TO_ANOTHER.match(sentence.text, than.end()) is None
        )
    else:
        named = next((m.code for m in sentence.mentions if than.start("who") <= m.start < than.end("who")), None)
        told = named is not None and named == partner and (other == flow or than["verb"] in {"did", "does"})
    ahead = (flow == "exports") == (than["way"] == "more")
    return 0 if not told else 1 if ahead else -1


_PACE_BEFORE: Final = re.compile(
    r"\d\s?(?:%|per\s?cent|pct)(?:\s+(?:in|last|this|for)\s+[^.;,%\d]{3,24}(?:\d{4})?)?,?\s+from\s+(?:(?:about|only|just|some|a|the)\s+)*$",
    re.IGNORECASE,
)
_TO_FIGURE: Final = re.compile(r"[\d.,]+\s?(?:%|per\s?cent|pct)[^.;%]*$", re.IGNORECASE)


def pace_before(text: str, figure: Figure) -> int:
    """As in "growth in exports to Peru slowed to 5 percent from 9 percent in May": +1 or -1 of what had the second rate, else 0."""
    lead = text[: figure.start]
    now = _TO_FIGURE.search(lead) if figure.kind == "percent" and _PACE_BEFORE.search(lead) else None
    if now is None:
        return 0
    if _GROWTH_TO.search(text[: now.start()]):
        return 1
    return pace_of_growth(text, replace(figure, start=now.start()))


_GROWTH_TO: Final = re.compile(
    r"\b(?:exports?|imports?|trade|sales|shipments|turnover)\s+growth\b[^.;,]{0,50}?\b(?:to|of|at|was|is|by)\s+(?:about |only |just |some )?$",
    re.IGNORECASE,
)


def pace_told(text: str, figure: Figure) -> int:
    """+1 or -1 of a figure that says how fast something grows, and no change between two times."""
    return (
        (1 if _GROWTH_TO.search(text[: figure.start]) else 0)
        or pace_of_growth(text, figure)
        or pace_before(text, figure)
    )


def pace_of_growth(text: str, figure: Figure) -> int:
    """As in "growth in exports to Peru slowed to 5 percent": +1 or -1 of what has that rate, else 0.

    >>> from tieline.read.numbers.figures import find_figures
    >>> text = "The decline in sales to Chad eased to 3 percent"
    >>> pace_of_growth(text, find_figures(text)[0])
    -1
    """
    found = _PACED.search(text[: figure.start])
    grown = re.findall(r"[a-z]+", found["what"].lower()) if found is not None else []
    of_trade = any(form in NOUN_ANCHORS for each in grown for form in forms(each))  # and not "the fall in the peso"
    return direction_word(found["word"]) if found is not None and of_trade else 0


_BEFORE_THEN = r"(?:the\s+)?(?:same|corresponding|similar|analogous|last|previous|preceding|prior|year-(?:ago|earlier)|(?:19|20)\d\d\b|January|first)"
_OF_LEVEL_BEFORE = re.compile(
    rf"\s+of\s+(?:the|its|their|that)\s+(?:figures?|levels?|volume|indicators?)\s+(?:for|of|in|during)\s+{_BEFORE_THEN}"
)
_AGAINST_BEFORE = re.compile(
    rf"(?:\s+in\s+[^.;,()]{{4,30}}?)?\s+(?:as\s+against|against|compared\s+(?:to|with)|(?:as\s+)?of|on)\s+{_BEFORE_THEN}"
)
_INDEX_LED = re.compile(r"(?:[,(]\s*(?:or\s+)?|\b(?:stood\s+at|made(?:\s+up)?|amounted\s+to)\s+)$")
_WHOLE: Final = 100


def _is_index(text: str, figure: Figure) -> bool:
    """As in "114.2 percent as against 2011": a level in percent of an earlier one, that being 100."""
    if _OF_LEVEL_BEFORE.match(text, figure.end):
        return True
    led = figure.value > _WHOLE and _INDEX_LED.search(text[: figure.start]) is not None
    return led and _AGAINST_BEFORE.match(text, figure.end) is not None


def change_to_a_part(text: str, figure: Figure) -> float | None:
    """As in "fell to a third", "shrank to two-thirds of their level of 2013": by how many percent, of what is left.

    >>> from tieline.read.numbers.figures import find_figures
    >>> text = "fell to two-thirds of their 2013 level"
    >>> change_to_a_part(text, find_figures(text)[0])
    -33.3
    >>> text = "came to $38 million (112.3 percent of the level of the same period of 2012)"
    >>> change_to_a_part(text, find_figures(text)[1])
    12.3
    """
    lead = text[: figure.start]
    if figure.kind == "percent" and not figure.fraction and _is_index(text, figure):
        return round(figure.value - 100, 1)
    if figure.fraction and figure.bound in {None, "about", "almost"} and _OF_YEAR_BEFORE.match(text, figure.end):
        return None if _SHARE_MOVES.search(lead) else round(figure.value - 100, 1)
    moved = _FELL_TO.search(lead[-60:]) if figure.fraction else None
    if moved is None or direction_word(moved[1]) >= 0 or _SHARE_MOVES.search(lead):
        return None
    return round(figure.value - 100, 1) if _OF_BEFORE.match(text, figure.end) else None
