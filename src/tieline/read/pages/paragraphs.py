"""Where the blocks of a text lie: paragraphs, hard-wrapped lines joined; lines that stand alone are their own.

No block is longer than `LONGEST`: what follows works on one block at a time, and a text without a line end or a full
stop must cost no more than another one.
"""

from __future__ import annotations

from itertools import pairwise

from tieline.model import lazy_re as re

Span = tuple[int, int]

STOP = re.compile(r"[.!?…:;][\"'”’)\]]{0,4}\s*$")
"""The end of a block that ends like a sentence; to be searched in its last characters, see `ends_like_prose`."""

SIGN_OFF = re.compile(
    r"\s*(?:-*\s*(?:reuters?|ends?|enditem|more|afp|ap|upi|kyodo|yonhap|xinhua|tass)\s*-*|\((?:end|more)\)|-30-|#{2,}|\*{3})\s*",
    re.IGNORECASE,
)
"""The line that closes a story on a wire: no part of the paragraph before it."""

LONGEST = 20_000
_MOST_LINES = 400
_LINE = re.compile(r"[^\r\n]+")
_CUT = re.compile(r"[.!?][\"'”’)\]]{0,4}(?=\s+\S)")
_SPACE = re.compile(r"\s")


def ends_like_prose(text: str, start: int, end: int) -> bool:
    """The stretch ends with a full stop or its like."""
    return STOP.search(text, max(start, end - 12), end) is not None


def paragraphs(text: str) -> list[Span]:
    r"""Give the spans of the blocks, in order, none of them empty.

    >>> text = "Trade grew.\n\n  Tea fell.\nA new line"
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Trade grew.', 'Tea fell.', 'A new line']
    """
    lines = [line for m in _LINE.finditer(text) if (line := trimmed(text, *m.span()))]
    spans = _joined(text, lines) if _is_wrapped(text, lines) else _mended(text, lines)
    return [part for span in spans for part in _in_parts(text, *span)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends; None if nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """Put together the lines of each paragraph of a hard-wrapped text."""
    width = _width(text, lines)
    spans: list[Span] = []
    begin, count = lines[0][0], 1
    for line, following in pairwise(lines):
        if count < _MOST_LINES and _goes_on(text, line, following, width):
            count += 1
            continue
        spans.append((begin, line[1]))
        begin, count = following[0], 1
    spans.append((begin, lines[-1][1]))
    return spans


def _mended(text: str, lines: list[Span]) -> list[Span]:
    """Put together what a link or a tag has broken inside a sentence: a line that goes on in small letters."""
    spans: list[Span] = lines[:1]
    for begin, finish in lines[1:]:
        start, end = spans[-1]
        words = max(text.count(" ", max(start, end - 80), end), text.count(" ", begin, min(finish, begin + 80)))
        goes_on = (
            (
                text[begin].islower()
                or (text[begin] in _OF_FIGURE and _OPEN_END.search(text, max(start, end - 16), end) is not None)
            )
            and words >= _FEW_WORDS
            and finish - start < LONGEST
            and not _blank_between(text, end, begin)
            and not ends_like_prose(text, start, end)
            and _OF_PAGE.match(text, begin) is None
        )
        if goes_on:
            spans[-1] = (start, finish)
        else:
            spans.append((begin, finish))
    return spans


_FEW_WORDS = 2
"""Spaces in one of two lines that make them more than items of a menu."""
_OPEN_END = re.compile(r"\s(?:by|to|of|the|an?|and|in|from|with|at|than|for|about|nearly|almost|over)$")
"""The end of a line that can be no end of a heading, before a figure."""
_OF_FIGURE = frozenset("0123456789$€£")
_OF_PAGE = re.compile(
    r"(?:by|via|photo|image|source|updated|posted|published|share|read|e-?mail|print|tags?)\b|https?:|www\.|@|\S+@|[\w-]+:\s",
    re.IGNORECASE,
)


def _width(text: str, lines: list[Span]) -> int:
    """How long a full line is: nine in ten of those that break inside a sentence are no longer; a title that is changes nothing."""
    broken = sorted(
        end - start
        for (start, end), (begin, _) in pairwise(lines)
        if end - start >= _FULL_LINE and not _blank_between(text, end, begin) and not ends_like_prose(text, start, end)
    )
    return broken[len(broken) * 9 // 10] if broken else max(end - start for start, end in lines)


_FULL_LINE = 40
"""Characters of a line that may be a whole one."""


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """The next line belongs to the same paragraph."""
    (start, end), (begin, finish) = line, following
    if _blank_between(text, end, begin) or _starts_anew(text, start, begin) or _doubled(text, start, begin):
        return False
    if SIGN_OFF.fullmatch(text, begin, finish) or _CREDIT_ENDS.search(text, start, end):
        return False
    stops = ends_like_prose(text, start, end)
    if stops and end - start < 0.7 * width:
        return False
    if text[start:end].isupper() and not text[begin:finish].isupper():
        return False
    return stops or end - start >= 0.6 * width or text[begin].islower()


def _blank_between(text: str, end: int, begin: int) -> bool:
    return begin - end > 1 and text[end:begin].replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _doubled(text: str, start: int, begin: int) -> bool:
    """The two lines begin alike, as captions that stand twice do."""
    return text[start : start + 24] == text[begin : begin + 24]


_CREDIT_ENDS = re.compile(
    r"[(\[](?:[A-Z][\w.-]*(?: [A-Z][\w.-]*)?/[A-Z][^()\[\]\n]{1,40}|[Pp]hoto[^()\[\]\n]{0,60})[)\]]$"
)
"""The end of a caption, which no line goes on from: "(Reuters/Jane Roe)"."""
_ITEM = re.compile(r"(?:[-–—*•·▪‣●■+>]|#{1,6}|\d{1,3}[.)])\s")


def _starts_anew(text: str, start: int, begin: int) -> bool:
    """The line is indented where the one before is not, or is an item of a list or a heading."""
    if _ITEM.match(text, begin):
        return True
    return _indent(text, begin) >= 2 and _indent(text, start) < 2


def _indent(text: str, begin: int) -> int:
    line = max(text.rfind("\n", 0, begin), text.rfind("\r", 0, begin)) + 1
    return begin - line


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Lines break inside sentences: a good part of neighbouring lines go on in the next one."""
    close = broken = surely = 0
    for (start, end), (begin, _) in pairwise(lines):
        if _blank_between(text, end, begin) or _doubled(text, start, begin) or _CREDIT_ENDS.search(text, start, end):
            continue
        close += 1
        if 40 <= end - start <= 100 and not ends_like_prose(text, start, end):
            broken += text[begin].islower() or text[begin].isdigit() or end - start > 55
        if 60 <= end - start <= 130 and text[begin].islower() and not ends_like_prose(text, start, end):
            surely += 1
    return (close >= 2 and broken >= 2 and broken >= 0.4 * close) or (surely >= 1 and surely >= 0.4 * close)


def _in_parts(text: str, start: int, end: int) -> list[Span]:
    """A block longer than `LONGEST` in parts, cut after a sentence, else at a space, else anywhere."""
    parts: list[Span] = []
    while end - start > LONGEST:
        cut = start + LONGEST
        stops = [m.end() for m in _CUT.finditer(text, cut - 4000, cut)]
        if not stops:
            stops = [m.end() for m in _SPACE.finditer(text, cut - 4000, cut)] or [cut]
        if part := trimmed(text, start, stops[-1]):
            parts.append(part)
        start = stops[-1]
    if part := trimmed(text, start, end):
        parts.append(part)
    return parts
