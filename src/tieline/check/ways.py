"""The words by which a figure goes up or down: verbs, nouns, and where a sentence has them beside the figure that they are of."""

from __future__ import annotations

from typing import Literal

from tieline.model import lazy_re as re
from tieline.model.movement import DOWN_FORMS, GOES_DOWN, GOES_UP, UP_FORMS, any_form
from tieline.model.precision import significant

Way = Literal["up", "down"]
Told = Literal["up", "down", "flat"]

_UP, _DOWN = UP_FORMS, DOWN_FORMS
VERBS = rf"\b(?:(?P<up>(?:{any_form({'edge', 'inch', *GOES_UP})}\s+)?up|{_UP})|(?P<down>(?:{any_form({'edge', 'inch', *GOES_DOWN})}\s+)?down|{_DOWN}))"
"""Verbs by which a figure goes up or down, in a group each."""
_NOUNS = (
    r"(?P<up>rises?|growth|increases?|jumps?|surges?|gains?|leaps?|climb|rebound|recovery|expansion|upturn)|"
    r"(?P<down>falls?|drops?|declines?|decreases?|slumps?|plunges?|slides?|dips?|contraction|collapse|tumble|reduction|slowdown|downturn)"
)
_ADVERB = r"(?:(?:sharply|slightly|steadily|further|again|steeply|modestly|rapidly|strongly|markedly|back|back up|back down)\s+)?"
MOVE = rf"{VERBS}\s+{_ADVERB}(?:in\s+(?:\d{{4}}|[A-Z]\w+),?\s+)?"
"""A verb with what may stand between it and the end that it goes to: "rose sharply in 2014 to"."""
AMOUNT = (
    r"(?:(?:about|around|almost|nearly|some|just|over|under|only|more than|less than|roughly|a|an|the|its|new|fresh|all-time|record|\w+-year|high|low|peak|of)"
    r"\s+)*(?:[A-Z]{1,3})?[$€£¥]?\s?(?P<number>\d[\d,]*(?:\.\d+)?)"
)
"""A printed amount with the words that may stand before it."""
_MOVED_TO = re.compile(rf"{MOVE}(?:to|at)\s+{AMOUNT}", re.IGNORECASE)
_CAUSED = re.compile(
    r"\b(?:(?P<up>push(?:ed|es|ing)?|lift(?:ed|s|ing)?|rais(?:ed|es|ing|e)|boost(?:ed|s|ing)?|increas(?:ed|es|ing|e)|drove)"
    r"|(?P<down>cut(?:s|ting)?|reduc(?:ed|es|ing|e)|drag(?:ged|s|ging)|knock(?:ed|s|ing)|slash(?:ed|es|ing)|lower(?:ed|s|ing)))\s+"
    rf"(?:[\w'’.-]+\s+){{0,7}}?to\s+{AMOUNT}",
    re.IGNORECASE,
)
_MOVE_IN = re.compile(rf"\b(?:{_NOUNS})\s+(?:in|of)\s+[^.;,]{{3,60}},\s+to\s+{AMOUNT}", re.IGNORECASE)
_MARK = re.compile(
    rf"\b(?:hit|hits|reach\w*|touch\w*|at)\s+(?:an?|its|their)\s+(?:[\w-]+\s+)?(?:(?P<up>high|peak)|(?P<down>low|trough))\s+of\s+{AMOUNT}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf",\s+(?:an?\s+(?:[a-z]+\s+)?(?:{_NOUNS})\s+(?:on|from|over|compared)\b"
    rf"|(?:[a-z]+ly\s+)?(?:(?P<rose>{_UP}|up)|(?P<sank>{_DOWN}|down))(?=\s+(?:from|on|strongly|sharply|steeply|rapidly|slightly)\b|[.,]|$))"
)
_WITH_THAT = re.compile(
    rf"{VERBS},\s+(?:but\s+|and\s+|yet\s+)?(?:they|it)\s+(?:were|was|came|amounted|stood|reached|totalled|totaled)\b",
    re.IGNORECASE,
)
_MORE_OR_LESS = re.compile(
    r"\b(?:earn(?:s|ed)?|sold|sells?|bought|buys?|export(?:s|ed)|import(?:s|ed)|ship(?:s|ped)|paid|spent)\s+(?:(?P<up>more)|(?P<down>less|fewer))\b"
    r"(?![^.;]*\b(?:than|as)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:which|that)\s+(?:had|has|have)\b(?:[^.,;]|\.\d)*,\s+")
"""What a sentence tells in passing of another time: "exports, which had soared to $150 million in 2013, sank to $90 million"."""
_PRINTED = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?|(?<=[$€£¥])\d[\d,]*(?:\.\d+)?")
OVER_YEARS = re.compile(
    r"\b(?:since|decades?|over the (?:past|last|years)|within|in (?:the )?(?:past|last)?\s*\w+ years|(?:has|have|had)(?!\s+been\b)|annual rate|never|not|without|rather than|instead of)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""Words by which a rise or fall is not one of the year told, or is denied."""


def way_to(sentence: str, number: str) -> Way | None:
    """Which way a sentence has a level go to where it is: the one with those digits; None where it tells neither, or both.

    >>> way_to("Peru's coffee sales to Chile sink to $90m in 2014", "9"), way_to("Exports amounted to $150 million, an increase on 2013", "15")
    ('down', 'up')
    >>> way_to("Demand pushed Peru's exports to Chile to $150 million", "15"), way_to("Last year's jump in exports to Chile, to $15 million,", "15")
    ('up', 'up')
    >>> way_to("Exports reached $90 million as prices fell", "9"), way_to("Exports have grown to $90 million since 2001", "9")
    (None, None)
    >>> way_to("Exports, which had soared to $15 million in 2013, sank to $90 million", "9")
    'down'
    """
    sentence = _ASIDE.sub(lambda each: each.group() if _has(each.group(), number) else ", ", sentence)
    if OVER_YEARS.search(sentence):
        return None
    found: set[Way] = set()
    for form in (_MOVED_TO, _CAUSED, _MOVE_IN, _MARK):
        for each in form.finditer(sentence):
            if significant(each["number"]) == number and not each.group().lower().startswith("up to"):
                found.add(_way(each))
    printed = list(_PRINTED.finditer(sentence))
    own = next((each.span() for each in printed if significant(each.group()) == number), None)
    for each in (each for form in (_WITH_THAT, _BEHIND, _MORE_OR_LESS) for each in form.finditer(sentence)):
        if own is None:
            break
        first, last = (own[1], each.start()) if each.start() > own[0] else (each.end(), own[0])
        if not any(first <= other.start() < last for other in printed):  # else it is of another figure
            found.add(_way(each))
    return found.pop() if len(found) == 1 else None


def _has(words: str, number: str) -> bool:
    return any(significant(each.group()) == number for each in _PRINTED.finditer(words))


def _way(found: re.Match[str]) -> Way:
    told = found.groupdict()
    return "up" if told.get("up") or told.get("rose") else "down"
