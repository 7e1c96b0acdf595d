"""What on a page is the story, and what is noise round it.

A text is cut into blocks (a paragraph, or a line where lines stand alone), and each block is given a part: headline,
deck (the sentence under a headline), body, or noise (menus, captions and credits, related lines, other headlines).
Offsets are code points of the document's text; nothing is removed, noise is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tieline.read.dateline import Dateline, find_dateline

Part = Literal["headline", "deck", "body", "noise"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one part in the story; `start` lies after a dateline."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text in order, and its dateline if it has one."""

    blocks: tuple[Block, ...]
    dateline: Dateline | None


_LEAD_IN = re.compile(
    r"""^\W*(?:
    related(?:\s+(?:stories|articles|news|content|topics|coverage|links|reading))?\b(?=\s*(?:$|[:|\-–—>»]|[A-Z0-9"'“‘]))
    |(?:also|see|must)\s+(?:read|also|watch)\b|read\s+(?:also|more|next|full)\b|see\s+also\b|more\s*(?::|on\s+this\s+story|from\s+[A-Z]|stories|news\b)|don'?t\s+miss\b
    |recommended\b|advertisement\b|sponsored\b|promoted\b|trending\b|most\s+(?:read|popular|viewed|shared)\b|popular\s+(?:now|stories)\b
    |latest\s+(?:headlines|news|stories)\b|top\s+(?:stories|headlines|news)\b|other\s+(?:headlines|news|stories)\b|breaking\s+news\b|in\s+other\s+news\b|more\s+headlines\b
    |share(?:\s+(?:this|on|via)\b|\s*$|\s*[:|])|tweet\b|follow\s+(?:us|@)|like\s+us\b|print\s+(?:this|article)\b|e-?mail\s+(?:this|article)\b|copy\s+link\b
    |subscribe\b|sign\s+(?:up|in)\b|log\s+in\b|register\b|newsletter|get\s+(?:our|the\s+latest)\b|download\s+(?:our|the)\s+app\b|join\s+(?:us|our)\b
    |(?:we|this\s+site|this\s+website)\s+uses?\s+cookies\b|by\s+(?:continuing|using)\b|accept\s+(?:all\s+)?cookies|cookie
    |copyright\b|©|\(c\)\s+\d{4}|all\s+rights\s+reserved|terms\s+of\s+(?:use|service)|privacy\s+policy|contact\s+us
    |(?:tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|section)\s*:|comments?\s*(?:$|\(|:)|leave\s+a\s+comment|\d+\s+comments?\b
    |listen\s+to\s+this|(?:photos?|pictures?|images?|file\s+photo|video|gallery|watch|listen|caption|graphic|infographic|illustration)\s*(?::|by\b|\(|\||$)
    |skip\s+to\b|home\s*[|>/»·•]|menu\b|search\s*$|back\s+to\s+top|next\s+(?:article|story)|previous\s+(?:article|story)|view\s+(?:all|more|comments)|load\s+more|click\s+here
    |(?:last\s+)?(?:updated|published|posted|modified)\s*(?::|\bon\b|\bat\b|\d)|min(?:ute)?s?\s+read\b|\d+\s+min(?:ute)?s?\s+read
    |your\s+opinion\s+matters|while\s+reaching\s+out|staff\s+correspondent\s*$|in\s+the\s+headlines\b|editing\s+by\b|reporting\s+by\b|writing\s+by\b|\(?(?:reporting|editing|writing|additional\s+reporting)\s+by\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(
    r"""(?:(?i:\|\s*licen[cs]e\s+photo|licen[cs]e\s+photo\s*$|\|\s*(?:archive|file|handout)\s*$)|\b(?:photo|image|picture|Photo|Image|Picture|PHOTO|IMAGE)\s*(?:by|credit|courtesy)?\s*[:/|]|\((?:ap|afp|reuters|epa|xinhua|tass|kyodo|yonhap|ptI|ansa|dpa|efe)\s+(?:photo|file|images?)[^)]*\)
    |\b(?:UPI|AP|AFP|REUTERS|Reuters|EPA|Getty\s+Images|Xinhua|TASS|Kyodo|Yonhap|ANSA|dpa|EFE|PTI|PA|Shutterstock|Bloomberg)\s?/\s?[A-Z][\w.\-]+(?:\s+[A-Z][\w.\-]+){0,3}
    |\bgetty\s+images\b|\bfile\s+(?:photo|picture|image)\b|\bcourtesy\s+(?:of|photo)\b|\bhandout\s+photo\b|\((?:photo|file|handout)[^)]*\)\s*$|\bphoto(?:graph)?\s+(?:by|shows|courtesy)\b)""",
    re.VERBOSE,
)
_BYLINE = re.compile(
    r"^\s*(?:by\s+)?[A-Z][\w.'\-]+(?:\s+(?:[A-Z][\w.'\-]*|and|de|van|bin|al)){1,5}(?:\s*,?\s+(?:in\s+[A-Z]\w+|staff\s+\w+|[\w ]*(?:correspondent|writer|reporter|editor|bureau|desk)))?\s*$"
)
_BY = re.compile(r"^\s*by\s+[A-Z]", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_SEPARATED = re.compile(r"\s[|>»·•]\s")
_WORD = re.compile(r"\w+")
_TOC = frozenset(
    [
        "home",
        "news",
        "world",
        "business",
        "politics",
        "sport",
        "sports",
        "opinion",
        "economy",
        "markets",
        "tech",
        "technology",
        "culture",
        "video",
        "photos",
        "weather",
        "more",
        "menu",
        "search",
        "login",
        "subscribe",
        "live",
        "asia",
        "europe",
        "africa",
        "americas",
        "trade",
        "about",
        "contact",
    ]
)


def lay_out(text: str) -> Layout:
    r"""Cut a text into blocks and give each its part; every block is a non-empty slice of the text.

    >>> [b.part for b in lay_out("Trade grows\n\nLISBON, July 10 (Lusa) -- Trade grew.\n\nRELATED Tea slumps").blocks]
    ['headline', 'body', 'noise']
    """
    spans = _paragraphs(text)
    if not spans:
        return Layout((), None)
    parts: list[Part] = ["noise" if _is_noise(text[s:e]) else "body" for s, e in spans]
    _mark_captions(text, spans, parts)
    _mark_lists_after_headers(text, spans, parts)
    datelines = [
        find_dateline(text, s, e) if part == "body" else None for (s, e), part in zip(spans, parts, strict=True)
    ]
    first = next((i for i, found in enumerate(datelines) if found), None)
    opening = first if first is not None else _first_prose(text, spans, parts)
    _mark_head(text, spans, parts, opening)
    _mark_tail(text, spans, parts, opening)
    blocks = []
    for (start, end), part, dateline in zip(spans, parts, datelines, strict=True):
        begin = dateline.end if dateline and part == "body" else start
        if begin < end:
            blocks.append(Block(begin, end, part))
    return Layout(tuple(blocks), datelines[first] if first is not None else None)


SIGN_OFF = re.compile(
    r"\s*(?:-*\s*(?:reuters?|ends?|enditem|more|afp|ap|upi|kyodo|yonhap|xinhua|tass)\s*-*|\((?:end|more)\)|-30-|#{2,}|\*{3})\s*",
    re.IGNORECASE,
)
"""The line that closes a story on a wire: no part of the paragraph before it."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of paragraphs: hard-wrapped lines are joined, lines that stand alone are their own."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip()]
    if not lines:
        return []
    wrapped = _is_wrapped(text, lines)
    width = max((e - s for s, e in lines), default=0)
    spans: list[tuple[int, int]] = []
    for (start, end), following in zip(lines, [*lines[1:], None], strict=True):
        joined = spans and spans[-1][1] == -1
        begin = spans.pop()[0] if joined else start
        goes_on = False
        if wrapped and following and not SIGN_OFF.fullmatch(text, *following):
            gap = text[end : following[0]]
            blank = gap.replace("\r\n", "\n").count("\n") > 1
            indented = text[following[0] : following[0] + 2].isspace() and not text[start : start + 2].isspace()
            short_end = end - start < 0.7 * width and _STOP.search(text[start:end])
            capitals = text[start:end].isupper() and not text[following[0] : following[1]].isupper()
            alone = capitals or (
                not _STOP.search(text[start:end]) and end - start < 0.6 * width and not text[following[0]].islower()
            )
            goes_on = not (blank or indented or short_end or alone)
        spans.append((begin, -1 if goes_on else end))
    return [_trim(text, s, e) for s, e in spans]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Lines break inside sentences: a good part of neighbouring lines go on in the next one."""
    close = broken = 0
    for (s, e), (t, u) in pairwise(lines):
        if text[e:t].replace("\r\n", "\n").count("\n") > 1:
            continue
        close += 1
        line = text[s:e].rstrip()
        following = text[t:u].lstrip()
        if (
            40 <= len(line) <= 100
            and not _STOP.search(line)
            and (following[0].islower() or following[0].isdigit() or len(line) > 55)
        ):
            broken += 1
    return close >= 2 and broken >= 2 and broken >= 0.4 * close


def _is_noise(block: str) -> bool:
    if _LEAD_IN.match(block) or (_CREDIT.search(block) and len(block) < 400):
        return True
    words = _WORD.findall(block)
    if not words or (len(words) <= 2 and all(w.lower() in _TOC or not w.isalpha() for w in words)):
        return True
    if len(_SEPARATED.findall(block)) >= 2 and not _STOP.search(block):
        return True
    return len(words) <= 16 and sum(w.lower() in _TOC for w in words) >= max(3, 0.6 * len(words))


def _fold(block: str) -> str:
    return " ".join(_WORD.findall(_CREDIT.sub("", block).lower()))


def _mark_captions(text: str, spans: list[tuple[int, int]], parts: list[Part]) -> None:
    """A line that stands twice on the page (with or without its credit) is a caption, not the story."""
    folded = [_fold(text[s:e]) for s, e in spans]
    counts = Counter(f for f in folded if len(f) > 20)
    for i, fold in enumerate(folded):
        if counts[fold] > 1:
            parts[i] = "noise"
    noisy = [f for f, part in zip(folded, parts, strict=True) if part == "noise" and len(f) > 20]
    for i, fold in enumerate(folded):
        if len(fold) > 20 and any(fold in f for f in noisy):
            parts[i] = "noise"


_HEADER = re.compile(
    r"^\W*(?:related|see also|also read|read (?:more|also|next)|more (?:stories|news|headlines|from .*)|most (?:read|popular|viewed)|trending|recommended|latest (?:headlines|news|stories)|top (?:stories|headlines|news)|other (?:headlines|news|stories))[\w ]*\W*$",
    re.IGNORECASE,
)


def _mark_lists_after_headers(text: str, spans: list[tuple[int, int]], parts: list[Part]) -> None:
    """The lines under "Related" or "Latest headlines" are other stories, up to the next sentence."""
    under = False
    for i, (s, e) in enumerate(spans):
        block = text[s:e]
        if _HEADER.match(block):
            under = True
            parts[i] = "noise"
        elif under and (len(block) > 120 or re.search(r"[.!?][\"'”’)]*\s*$", block)):
            under = False
        elif under:
            parts[i] = "noise"


def _first_prose(text: str, spans: list[tuple[int, int]], parts: list[Part]) -> int:
    """Where the body starts if there is no dateline: the first block that ends like a sentence and is long enough."""
    for i, (s, e) in enumerate(spans):
        if parts[i] == "body" and e - s > 60 and _STOP.search(text[s:e]):
            return i
    for i, (s, e) in enumerate(spans):
        if parts[i] == "body" and _STOP.search(text[s:e]):
            return i
    return next((i for i, part in enumerate(parts) if part == "body"), 0)


def _mark_head(text: str, spans: list[tuple[int, int]], parts: list[Part], opening: int) -> None:
    """Above the body: one headline, its decks, and bylines."""
    seen_headline = False
    for i in range(opening):
        if parts[i] == "noise":
            continue
        block = text[spans[i][0] : spans[i][1]]
        if _BY.match(block) or (seen_headline and _BYLINE.match(block) and len(block) < 70):
            parts[i] = "noise"
        elif not seen_headline and not _STOP.search(block):
            parts[i], seen_headline = "headline", True
        else:
            parts[i] = "deck" if len(_WORD.findall(block)) > 5 else "noise"


def _mark_tail(text: str, spans: list[tuple[int, int]], parts: list[Part], opening: int) -> None:
    """Below the opening: a short block without a full stop is a subhead, a byline or another headline, not the story.

    The headings of a column of briefs stand so too: what they say, their paragraph says again.
    """
    for i in range(opening + 1, len(spans)):
        block = text[spans[i][0] : spans[i][1]]
        if parts[i] == "body" and len(block) < 120 and not _STOP.search(block) and not re.search(r"\d\s*$", block):
            parts[i] = "noise"
