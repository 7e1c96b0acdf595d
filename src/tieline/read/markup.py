"""The text of an HTML page or a piece of one, and what its head tells: title, date, outlet, language, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from tieline.model.periods import Period
from tieline.read.feeds import day_of

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_DROPPED = frozenset(
    [
        "button",
        "canvas",
        "head",
        "iframe",
        "nav",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_TAG = re.compile(r"\s*<(?:[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*|/)?>|!--|!DOCTYPE|\?xml)", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|body|html|article|section|td)\s*>|<br\s*/?>", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body|head|!doctype\s+html)\b", re.IGNORECASE)
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%d",
    "min_date": "1900-01-01",
    "max_date": "2100-01-01",  # by default it is today, and reading knows no clock
}
_ENOUGH = 0.4
"""A page's extracted text must hold this part of the text of its paragraphs, or the plain extractor is used."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives; each of the last five is None where the page does not tell."""

    text: str
    title: str | None = None
    published: Period | None = None
    outlet: str | None = None
    lang: str | None = None
    url: str | None = None


def is_markup(text: str) -> bool:
    """The text is HTML or XML: it starts with a tag, or has the end of a block element in it.

    >>> is_markup("<p>Trade grew.</p>"), is_markup("Trade grew.<br>Tea fell."), is_markup("a < b")
    (True, True, False)
    """
    return _TAG.match(text) is not None or _BLOCK_END.search(text) is not None


def page_of(markup: str) -> Page:
    """Read a whole page or a fragment of one."""
    if not _WHOLE.search(markup):
        return Page(text_of(markup))
    found = _extracted(markup)
    plain = _Lines.of(markup)
    body = (getattr(found, "text", None) or "").strip()
    if len(body) < _ENOUGH * len(plain.paragraphs):
        body = plain.text
    title = _words(getattr(found, "title", None))
    headline = plain.headline
    if headline and headline not in body[: len(headline) + 400]:
        body = f"{headline}\n{body}"
    date = getattr(found, "date", None)
    return Page(
        text=body or plain.text,
        title=title or headline,
        published=day_of(date) if date else None,
        outlet=_words(getattr(found, "sitename", None)),
        lang=plain.lang,
        url=_address(getattr(found, "url", None)),
    )


def text_of(markup: str) -> str:
    r"""Give the text of a fragment: each block element a line, entities resolved, scripts and menus left out.

    >>> text_of("<p>RELATED: Tea</p>\n<p>Kenya&#8217;s <b>imports</b></p>")
    'RELATED: Tea\nKenya’s imports'
    """
    return _Lines.of(markup).text


def _words(value: Any) -> str | None:
    return _SPACES.sub(" ", str(value)).strip() or None if value else None


def _address(value: Any) -> str | None:
    """A canonical address names one story only if it has a path: many pages give their front page."""
    parts = urlsplit(str(value)) if value else None
    return str(value) if parts and parts.scheme in {"http", "https"} and len(parts.path) > 1 else None


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


class _Lines(HTMLParser):
    """Collects text by block element; `dropping` counts the open elements whose text is left out."""

    def __init__(self, *, keep: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self._dropped = _DROPPED - keep
        self._lines: list[str] = []
        self._line: list[str] = []
        self._dropping: list[str] = []
        self._open: list[str] = []
        self._headlines: list[str] = []
        self._paragraphs: list[str] = []
        self.lang: str | None = None

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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.lang = (dict(attrs).get("lang") or "").split("-")[0].lower() or None
        if tag == "body":
            self._dropping.clear()  # a head that was never closed
        if tag in _BLOCKS:
            self._flush()
        elif tag in {"td", "th"}:
            self._line.append(" ")
        if tag in self._dropped:
            self._dropping.append(tag)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if tag in self._dropping:
            while self._dropping.pop() != tag:
                pass
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        if "pre" in self._open:
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
            if "h1" in self._open:
                self._headlines.append(line)
            elif "p" in self._open and not {"aside", "footer", "nav"} & set(self._open):
                self._paragraphs.append(line)
