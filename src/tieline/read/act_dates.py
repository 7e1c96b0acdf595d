"""When an act happened: the time mention that belongs to the act's own clause, never to the verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tieline.model.periods import Period
from tieline.read.act_modality import SAYING
from tieline.read.story import Sentence, Story
from tieline.read.when import TimeMention

_UNTIL = re.compile(r"\b(?:until|till|before|through|planned for)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)?[\s-](?:year\s+)?anniversary\b", re.IGNORECASE)
_NUMBERS = {
    w: 10 * n
    for n, w in enumerate(["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 1)
} | {w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)}
_YEARS_SINCE = re.compile(rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s+years\s+(?:since|after)\b", re.IGNORECASE)
_YEARS_BEFORE = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s+years\s+(?:have\s+(?:now\s+)?passed\s+)?$", re.IGNORECASE
)
_ORDINALS = {w: n for n, w in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1)} | {
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "centenary": 100,
    "twenty-fifth": 25, "thirty-fifth": 35, "forty-fifth": 45,
}  # fmt: skip
_ORDINAL = re.compile(rf"\b({'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\s+anniversary\b", re.IGNORECASE)
_TYPES = {"day": 0, "weekday": 0}


def date_of(sentence: Sentence, cluster: Iterable[Any]) -> tuple[Period | None, TimeMention | None]:
    """The date of the act that the tokens of its cluster (verb, light verb, noun) tell."""
    own = {t.i for t in cluster}
    best: tuple[int, TimeMention] | None = None
    for time in sentence.times:
        if (
            time.period is None
            or time.role in {"duration", "vague"}
            or (time.role == "base" and time.kind != "weekday")
            or time.kind == "since"
        ):
            continue
        if _UNTIL.search(sentence.text, max(0, time.start - 14), time.start):
            continue
        depth = _distance(sentence, time, own)
        if depth is not None and (best is None or depth < best[0]):
            best = (depth, time)
    return (best[1].period, best[1]) if best else (None, None)


def _distance(sentence: Sentence, time: TimeMention, own: set[int]) -> int | None:
    """Steps from a time up to a token of the cluster; None where another clause or act lies between."""
    tokens = [t for t in sentence.tokens if time.start <= t.idx < time.end]
    if not tokens:
        return None
    node = next((t for t in tokens if not time.start <= t.head.idx < time.end), tokens[0])
    for steps in range(1, 9):
        if node.i in own:
            return steps
        head = node.head
        if head == node:
            return None
        if head.i in own:
            if node.dep in {"ccomp", "relcl", "advcl"} or (node.dep == "conj" and node.pos == "VERB"):
                return None
            return steps
        if node.pos in {"VERB", "AUX"} and node.dep in {
            "ccomp",
            "relcl",
            "advcl",
            "acl",
            "ROOT",
            "parataxis",
            "conj",
        }:
            return None
        node = head
    return None


def date_by_place(sentence: Sentence, start: int, end: int) -> tuple[Period | None, TimeMention | None]:
    """Where the parse is no help: the only time inside the act's words."""
    inside = [
        t
        for t in sentence.times
        if start <= t.start and t.end <= end and t.period is not None and t.role in {"period", "point"}
    ]
    return (inside[0].period, inside[0]) if len(inside) == 1 else (None, None)


def anniversary_of(sentence: Sentence, story: Story, token: Any) -> Period | None:
    """The year of what an anniversary remembers: "the 66th anniversary of an agreement signed by" in 2015 is 1949."""
    before = sentence.text[max(0, token.left_edge.idx - 60) : token.idx + len(token)]
    counted = _YEARS_SINCE.search(before)
    if counted and story.published is not None:
        number = int(counted[1]) if counted[1].isdigit() else _NUMBERS[counted[1].lower()]
        return Period.of_year(story.published.start.year - number)
    found = _ANNIVERSARY.search(before)
    ordinal = None if found else _ORDINAL.search(before)
    if not (found or ordinal) or story.published is None:
        return None
    rest = before[(found or ordinal).end() :]  # type: ignore[union-attr]
    if not re.match(r"\s+(?:of|since)\b", rest):
        return None
    years = int(found[1]) if found else _ORDINALS[ordinal[1].lower()]  # type: ignore[index]
    dated = next(
        (t.period for t in sentence.times if t.period is not None and t.kind == "year" and t.period.whole_years), None
    )
    year = (dated or story.published).start.year
    return Period.of_year(year - years)


def years_apart(sentence: Sentence, story: Story, token: Any) -> Period | None:
    """The year of an act that another one is counted from: "visited on Monday, six years after he came" in 2026 is 2020."""
    mark = next(
        (c for c in token.children if c.dep in {"mark", "prep", "advmod"} and c.lower in {"after", "since"}), None
    )
    if token.dep not in {"advcl", "ccomp", "relcl", "pcomp"} or mark is None:
        return None
    counted = _YEARS_BEFORE.search(sentence.text[max(0, mark.idx - 60) : mark.idx])
    if counted is None:
        return None
    number = int(counted[1]) if counted[1].isdigit() else _NUMBERS[counted[1].lower()]
    later, _ = date_of(sentence, [token.head])
    whole = later or story.published
    return Period.of_year(whole.start.year - number) if whole is not None else None


def saying(token: Any) -> bool:
    """A verb of reporting."""
    return token.lemma in SAYING
