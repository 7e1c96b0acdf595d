"""What on a page is the story, and what is noise round it.

A text is cut into blocks (a paragraph, or a line where lines stand alone), and each block is given a part: headline
(headings inside the story too), deck (the sentence under a headline), body, or noise (menus, captions and credits,
related lines, other headlines). Offsets are code points of the document's text; nothing is removed, noise is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

from tieline.model import lazy_re as re
from tieline.read.pages.dateline import Dateline, find_dateline
from tieline.read.pages.markdown import front_matter_end, front_matter_title, unmarked
from tieline.read.pages.noise import is_noise
from tieline.read.pages.paragraphs import Span, paragraphs
from tieline.read.pages.parts import Page, Part


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


def lay_out(text: str) -> Layout:
    r"""Cut a text into blocks and give each its part; every block is a non-empty slice of the text.

    >>> [b.part for b in lay_out("Trade grows\n\nLISBON, July 10 (Lusa) -- Trade grew.\n\nRELATED Tea slumps").blocks]
    ['headline', 'body', 'noise']
    """
    bare = unmarked(text)
    page = Page(bare, _without_glued_captions(bare, paragraphs(bare)))
    head = front_matter_end(text)
    before = next((i for i, (start, _) in enumerate(page.spans) if start >= head), len(page.spans))
    page.parts[:before] = ["noise"] * before
    page.mark_captions()
    page.mark_lists_under_headers()
    page.mark_posts_and_comments()
    page.mark_menus()
    datelines = [
        find_dateline(bare, start, end) if part == "body" else None
        for (start, end), part in zip(page.spans, page.parts, strict=True)
    ]
    first = next((i for i, found in enumerate(datelines) if found), None)
    opening = first if first is not None else page.first_prose()
    page.mark_head(opening)
    page.mark_tail(opening)
    for i, (start, _) in enumerate(page.spans):
        if start >= head and _is_marked_heading(text, start) and not is_noise(page.block(i)):
            page.parts[i] = "headline"
    blocks: list[Block] = []
    title = front_matter_title(text) if head else None
    for (start, end), part, dateline in zip(page.spans, page.parts, datelines, strict=True):
        if title and start <= title[0] and title[1] <= end:
            blocks += [Block(start, title[0], "noise"), Block(*title, "headline")]
            start = title[1]  # noqa: PLW2901
        begin = dateline.end if dateline and part == "body" else start
        if begin < end:
            blocks.append(Block(begin, end, part))
    return Layout(tuple(blocks), datelines[first] if first is not None else None)


def _without_glued_captions(text: str, spans: list[Span]) -> list[Span]:
    """Part a caption from the story where a copy of the page has run its credit into the dateline: "(Photo: ANP)Lima (ANP) - Trade ..."."""
    if "hoto" not in text and "mage" not in text:
        return spans
    out: list[Span] = []
    for start, end in spans:
        glued = _GLUED.search(text, start, min(end, start + _LONGEST_CAPTION))
        out += [(start, glued.end()), (glued.end(), end)] if glued else [(start, end)]
    return out


_LONGEST_CAPTION = 300
_GLUED = re.compile(
    r"[(\[](?:(?:File )?[Pp]hoto|[Ii]mage|[Pp]icture|[Ss]ource)\b[^()\[\]\n]{0,60}[)\]](?=[A-Z][\w.'’ -]{1,30} ?\([A-Z][\w.&/ -]{1,20}\) ?(?:--|[-–—]) )"
)


def _is_marked_heading(text: str, start: int) -> bool:
    """The mark of a heading of Markdown stands before this place."""
    return text[max(0, start - 10) : start].rpartition("\n")[2].strip().startswith("#")
