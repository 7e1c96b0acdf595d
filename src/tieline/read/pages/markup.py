"""The text of an HTML page or a piece of one, and what the page tells of itself.

A page may be hostile or huge: scripts and comments are taken away before anything is parsed, a sign that opens no tag
is made harmless, and every step costs no more than the length of the page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from tieline.model import lazy_re as re
from tieline.read.pages.dates_written import day_of
from tieline.read.pages.head import Head, head_of
from tieline.read.pages.stamps import published_day
from tieline.read.pages.unseen import without_unseen

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section "
    "summary table tbody tfoot thead title tr ul".split()
)
_DROPPED = frozenset("button canvas head iframe nav noscript object script select style svg template textarea".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_TAG = re.compile(r"\s*<(?:[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*|/)?>|!--|!DOCTYPE|\?xml)", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|body|html|article|section|td)\s*>|<br\s*/?>", re.IGNORECASE)
_RAW = re.compile(r"<(script|style|!--)", re.IGNORECASE)
_RAW_ENDS = {
    name: re.compile(end, re.IGNORECASE)
    for name, end in (("script", r"</script[^>]{0,40}>"), ("style", r"</style[^>]{0,40}>"), ("!--", "-->"))
}
_STRAY = re.compile(r"<(?![a-zA-Z/!?][^<]{0,20000}>)")
_WHOLE = re.compile(r"<(?:html|body|head|!doctype\s+html)\b", re.IGNORECASE)
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",  # by default it is today, and reading knows no clock
}
_MOST_MARKUP, _DEEPEST = 3_000_000, 400
"""A page longer or nested deeper than this is read by the plain extractor alone."""
_ENOUGH = 0.4
"""A page's extracted text must hold this part of the text of its paragraphs, or the plain extractor is used."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page, and what the page tells of itself."""

    text: str
    head: Head


def is_markup(text: str) -> bool:
    """The text is HTML or XML: it starts with a tag, or has the end of a block element in it.

    >>> is_markup("<p>Trade grew.</p>"), is_markup("Trade grew.<br>Tea fell."), is_markup("a < b")
    (True, True, False)
    """
    return _TAG.match(text) is not None or _BLOCK_END.search(text) is not None


def page_of(markup: str) -> Page:
    """Read a whole page or a fragment of one."""
    tamed = without_unseen(_tamed(markup))
    plain = _Lines.of(tamed)
    head = head_of(markup)
    if head.published is None and (day := published_day(plain.text)) is not None:
        head = replace(head, published=day, published_from="stamp")
    if not _WHOLE.search(markup):
        return Page(plain.text, head)
    found = _extracted(tamed) if len(tamed) <= _MOST_MARKUP and plain.deepest <= _DEEPEST else None
    body = (getattr(found, "text", None) or "").strip()
    if len(body) < _ENOUGH * len(plain.paragraphs) or plain.tells_several(body):
        body = plain.text
    headline = plain.headline
    if headline and headline not in body[: len(headline) + 400]:
        body = f"{headline}\n{body}"
    date = getattr(found, "date", None)
    if head.published is None and date and not _could_be_two(date, markup):
        head = replace(head, published=day_of(date), published_from="page")
    return Page(body or plain.text, head)


def _could_be_two(date: str, markup: str) -> bool:
    """The page writes the date in figures alone whose day may be the month."""
    year, month, day = date.split("-")
    if int(day) > 12 or day == month or date in markup:
        return False
    a, b = int(month), int(day)
    return re.search(rf"\b0?(?:{a}[/.-]0?{b}|{b}[/.-]0?{a})[/.-]{year}\b", markup) is not None


def text_of(markup: str) -> str:
    r"""Give the text of a fragment: each block element a line, entities resolved, scripts and menus left out.

    >>> text_of("<p>RELATED: Tea</p>\n<p>Kenya&#8217;s <b>imports</b></p>")
    'RELATED: Tea\nKenya’s imports'
    """
    return _Lines.of(without_unseen(_tamed(markup))).text


def _tamed(markup: str) -> str:
    """The markup without scripts, styles and comments, and with every sign that opens no tag as a character."""
    parts: list[str] = []
    begin = 0
    missing: set[str] = set()
    while found := _RAW.search(markup, begin):
        name = found[1].lower()
        end = None if name in missing else _RAW_ENDS[name].search(markup, found.end())
        parts.append(markup[begin : found.start()])
        if end is None:
            missing.add(name)  # without an end: the sign alone is taken away, and what follows is read
            closed = markup.find(">", found.end(), found.end() + 500) if name != "!--" else -1
            begin = max(found.end(), closed + 1)
        else:
            parts.append(" ")
            begin = end.end()
    return _STRAY.sub("&lt;", "".join([*parts, markup[begin:]]))


def _extracted(markup: str) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415

    try:
        return bare_extraction(
            markup,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except Exception:  # noqa: BLE001 -- a page that trips the extractor is read by the plain one
        return None


@dataclass(slots=True)
class _Told:
    """The heading of an `<article>` and its paragraphs."""

    heading: str | None = None
    lines: list[str] = field(default_factory=list)


class _Lines(HTMLParser):
    """Collects text by block element; `dropping` counts the open elements whose text is left out."""

    def __init__(self, *, keep: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self._dropped = _DROPPED - keep
        self._lines: list[str] = []
        self._line: list[str] = []
        self._dropping: list[str] = []
        self._hiding: Counter[str] = Counter()
        self._open: list[str] = []
        self._inside: Counter[str] = Counter()
        self.deepest = 0
        self._headlines: list[str] = []
        self._paragraphs: list[str] = []
        self._stories: list[_Told] = []

    @classmethod
    def of(cls, markup: str) -> _Lines:
        """Parse; a page that has text only inside dropped elements is parsed again with its menus kept."""
        parser = cls()
        parser.feed(markup)
        parser.close()
        if not parser.text:
            parser = cls(keep=frozenset({"nav", "noscript", "button", "textarea"}))
            parser.feed(markup)
            parser.close()
        return parser

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    @property
    def paragraphs(self) -> str:
        return "\n".join(self._paragraphs)

    @property
    def headline(self) -> str | None:
        return self._headlines[0] if len(set(self._headlines)) == 1 else None

    def tells_several(self, body: str) -> bool:
        """Two articles and more that have headings of their own hold paragraphs of a text, and the headings are lost in it."""
        told = [one for one in self._stories if one.heading and any(line in body for line in one.lines)]
        lines = set(body.splitlines())
        return len(told) > 1 and any(one.heading not in lines for one in told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "article":
            self._stories.append(_Told())
        if tag == "body":
            self._dropping.clear()  # a head that was never closed
            self._hiding.clear()
        if tag in _BLOCKS:
            self._flush()
        elif tag in {"td", "th"}:
            self._line.append(" ")
        if tag in self._dropped:
            self._dropping.append(tag)
            self._hiding[tag] += 1
        if tag not in _VOID:
            self._open.append(tag)
            self._inside[tag] += 1
            self.deepest = max(self.deepest, len(self._open))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if self._hiding[tag]:
            _close(tag, self._dropping, self._hiding)
        if self._inside[tag]:
            _close(tag, self._open, self._inside)

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        if self._inside["pre"]:
            first, *rest = data.split("\n")
            self._line.append(first)
            for line in rest:
                self._flush()
                self._line.append(line)
        else:
            self._line.append(data)

    def close(self) -> None:
        super().close()
        self._flush()

    def _flush(self) -> None:
        line = _SPACES.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        if line:
            self._lines.append(line)
            story = self._stories[-1] if self._inside["article"] else None
            if story is not None and not story.lines and (self._inside["h2"] or self._inside["h3"]):
                story.heading = line
            if self._inside["h1"]:
                self._headlines.append(line)
            elif self._inside["p"] and not any(self._inside[tag] for tag in ("aside", "footer", "nav")):
                self._paragraphs.append(line)
                if story is not None:
                    story.lines.append(line)


def _close(tag: str, elements: list[str], counts: Counter[str]) -> None:
    """Take an open element, and those that are open in it, off their list and their counts."""
    closed = None
    while closed != tag:
        closed = elements.pop()
        counts[closed] -= 1
