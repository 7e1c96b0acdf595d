"""Words beside a flow that tell which way it went, or that it stood still: "unchanged", "down from a year before", "above the level of 2013"."""

from __future__ import annotations

from typing import Final

from tieline.model import lazy_re as re
from tieline.read.frames.directions import direction_word

UNCHANGED = re.compile(
    r"\b(?:(?:hardly|barely|little|scarcely|virtually|almost) (?:un)?changed|unchanged|(?:hardly|barely|scarcely) (?:moved|budged)"
    r"|(?:(?:almost|nearly|roughly|about|broadly|virtually|much|exactly|just) )?the same as (?:in (?:(?:19|20)\d\d\b)?|a year|last|the (?:year|previous|same)|(?:it|they) (?:was|were|had been)|before|(?:19|20)\d\d)"
    r"|(?:just )?as (?:it|they) (?:was|were|had been) (?:in (?:19|20)\d\d|a year|the year)"
    r"|(?:did|do|does|has|have) not changed? (?:much|greatly|significantly)|changed? (?:very )?little"
    r"|at (?:about |roughly |nearly |around )?the same level as (?:in |a year|last|the (?:year|previous|same)|before)"
    r"|(?:nearly|almost|broadly|largely|roughly|essentially|virtually) flat|held (?:up|steady|firm))\b",
    re.IGNORECASE,
)
UP_FROM = re.compile(
    r",\s+(?:(?P<much>slightly|a little|somewhat|well|far|much|sharply)\s+)?(?P<way>up|down|higher|lower|more|less|fewer)(?:\s+(?P<less>slightly|sharply|a little))?"
    r"\s+(?:from|on|than)\s+(?:in\s+)?(?:a year|a month|last (?:year|month)|the (?:year|month|previous|same|season)|(?:19|20)\d\d\b)"
    r"|,\s+(?:(?:well|far|just|slightly)\s+)?(?P<side>above|below|over|under)\s+(?:the\s+|its\s+|their\s+)?(?:(?:levels?|figures?|totals?|value|volume|amount)\s+(?:of|in)\s+)?"
    r"(?:(?:19|20)\d\d\b|(?:the\s+)?(?:year|month)\s+(?:before|earlier)|last\s+(?:year|month))"
    r"|,\s+an?\s+(?:[a-z-]+\s+)?(?P<noun>increase|rise|gain|jump|growth|fall|drop|decline|decrease|slump|reduction|plunge|surge)\s+(?:on|over|from|compared\s+with|against)\s+(?:(?:19|20)\d\d\b|a year|last|the (?:year|previous|same))",
    re.IGNORECASE,
)
"""Behind a level: "came to 3 billion dollars, down slightly from the year before"."""
STANDS = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:is|are|was|were|remains?|remained|stays?|stayed)\s+(?:(?:still|again|now|also|already|even)\s+)*"
    r"(?:on\s+(?:its|their|the)\s+way\s+(?:back\s+)?(?P<way>up|down)|(?:(?:[a-z]+ly\s+)?(?P<much>well|far|much|slightly|just|considerably|a\s+(?:little|bit|shade|touch))\s+)?(?P<side>above|below|over|under)\s+"
    r"(?:what\s+(?:it|they)\s+(?:was|were|had\s+been)|(?:(?:those|that)\s+of\s+|(?:the|its|their)\s+(?:levels?|figures?|totals?)\s+(?:of|in)\s+)(?:(?:19|20)\d\d|the\s+year\s+before|last\s+year)|(?:last\s+(?:year|month|season)|the\s+(?:previous|preceding)\s+(?:year|month)|a\s+year\s+(?:ago|earlier|before))['\u2019]s\s+(?:level|figure|total|mark|volume)|(?:last\s+year|the\s+(?:year|month)\s+before)(?=[.,;])))",
    re.IGNORECASE,
)
"""Where a flow stands: "is still on its way up", "are well below what they were before the embargo"."""
RANK_MOVED = re.compile(
    r"\b(?:up|down)\s+from\s+(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\b"
)
"""A place in a list that has changed: "was the third largest market, up from fifth"."""
AS_THOUGHT = re.compile(
    r"\b(?:higher|lower|more|less|better|worse|larger|smaller|fewer|bigger)\s+than\s+(?:(?:the|had|was|were|been|many|most)\s+|[\w-]+\s+){0,3}?(?:expected|forecast|planned|hoped|predicted|projected|foreseen|thought|feared|targeted|estimated)\b",
    re.IGNORECASE,
)
"""Held against what was thought, nothing has moved: "were higher than the ministry expected"."""


def goes_up(beside: re.Match[str]) -> bool:
    """The way that the words of `UP_FROM` tell."""
    if beside["noun"]:
        return direction_word(beside["noun"]) > 0
    return (beside["way"] or beside["side"]).lower() in {"up", "higher", "more", "above", "over"}


_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def of_year_before(text: str, beside: re.Match[str]) -> bool:
    """What a flow is held against, the last year of the words, is the year before one told of, if any is named: no movement from 2009 to 2018.

    >>> text = "Exports came to $3 billion in 2018, more than in 2009"
    >>> of_year_before(text, UP_FROM.search(text))
    False
    """
    named = _YEAR.findall(text, beside.start(), beside.end())
    return not named or str(int(named[-1]) + 1) in text
