"""What a page holds and no reader sees, or sees beside the story: hidden elements, templates, side bars, embedded posts.

They are cut out of the markup before anything is read, in one pass; an element that is never closed is left, and so is
everything where nearly all of a page's text is hidden, as where a script is to show the story.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from tieline.model import lazy_re as re

_NAMES: Final = frozenset({"template", "amp-sidebar"})
_ROOMS: Final = frozenset({"html", "head", "body", "main", "article"})
"""What holds the story is never cut for the name of its class."""
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_CLASSES: Final = frozenset({"sidebar", "newsletter", "newsletter-signup", "twitter-tweet"})
_NOT_SHOWN = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_MAY_BE = re.compile(r"<(?:template|amp-sidebar)\b|\bhidden\b|display\s*:\s*none|\b(?:sidebar|newsletter|twitter-tweet)\b", re.IGNORECASE)  # fmt: skip
_MOST: Final = 0.8
"""Of a page's text, by its characters: if more of it would be cut, none is."""


def without_unseen(markup: str) -> str:
    """Cut out what no reader sees of a page as its story.

    >>> without_unseen("<div hidden>Tea fell.</div><p>Tea rose again.</p><template><p>Tea.</p></template>")
    '<p>Tea rose again.</p>'
    >>> without_unseen("<div style='display:none'><p>Tea rose again.</p></div><p>…</p>")[:5]
    '<div '
    """
    if not _MAY_BE.search(markup):
        return markup
    found = _Unseen(markup)
    if found.cut > _MOST * found.letters:
        return markup
    out: list[str] = []
    begin = 0
    for start, end in found.spans:
        out.append(markup[begin:start])
        begin = end
    return "".join([*out, markup[begin:]])


class _Unseen(HTMLParser):
    """The spans of what is to be cut; inside one only its own kind of tag is counted."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self.spans: list[tuple[int, int]] = []
        self.letters = self.cut = 0
        self._markup = markup
        self._lines = [0, *(m.end() for m in re.finditer(r"\n", markup))]
        self._tag: str | None = None
        self._depth = self._start = self._inside = 0
        self.feed(markup)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._tag is not None:
            self._depth += tag == self._tag
        elif tag not in _VOID and _is_unseen(tag, dict(attrs)):
            self._tag, self._depth, self._start, self._inside = tag, 1, self._here(), 0

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed as it opens holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag != self._tag:
            return
        self._depth -= 1
        if self._depth == 0:
            end = self._markup.find(">", self._here()) + 1
            if end:
                self.spans.append((self._start, end))
                self.cut += self._inside
            self._tag = None

    def handle_data(self, data: str) -> None:
        size = len(data.strip()) if self._tag not in _NAMES else 0
        self.letters += size
        if self._tag is not None:
            self._inside += size


def _is_unseen(tag: str, given: dict[str, str | None]) -> bool:
    if tag in _NAMES:
        return True
    if tag in _ROOMS:
        return False
    if "hidden" in given and given["hidden"] != "until-found":
        return True
    classes = (given.get("class") or "").lower().split()
    return not _CLASSES.isdisjoint(classes) or _NOT_SHOWN.search(given.get("style") or "") is not None
