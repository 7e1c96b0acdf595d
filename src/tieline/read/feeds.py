"""RSS and Atom, a whole feed or one item of it, to titles, texts, dates and addresses.

XML from the press is hostile until shown otherwise: a document type or an entity declaration is refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

from tieline.model.periods import Period, PeriodError

_START = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?:rss|feed|rdf)[^\[>]*(?:\[.*?\]\s*)?>\s*)*"
    r"<(?:rss|feed|rdf:RDF|item|entry)[\s>]",
    re.DOTALL,
)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#\w+;|([A-Za-z][A-Za-z0-9]*);)?")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated")


class FeedError(ValueError):
    """The markup is no feed that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One story of a feed. `body` is markup or text as the feed gives it."""

    title: str
    body: str
    published: Period | None
    url: str | None
    key: str | None
    raw: str


def is_feed(markup: str) -> bool:
    """The markup starts as RSS, Atom or RDF does, or is a single item.

    >>> is_feed("<item><title>A</title></item>"), is_feed("<p>A</p>")
    (True, False)
    """
    return _START.match(markup) is not None


def items(markup: str) -> Iterator[Item]:
    """Read the items; raise FeedError for a document type, entities, or XML that is not well-formed."""
    if _FORBIDDEN.search(_CDATA.sub("", markup)):
        raise FeedError("declares a document type or entities, which is refused")
    try:
        root = ET.fromstring(_wrapped(markup))  # noqa: S314 -- see _FORBIDDEN
    except ET.ParseError as error:
        raise FeedError(f"is a feed whose XML is not well-formed ({error})") from error
    for node in root.iter():
        if _name(node) in {"item", "entry"}:
            yield _item(node)


def _wrapped(markup: str) -> str:
    """One root, with every prefix declared, and entities as characters: what feeds in the wild leave out."""
    body = _PROLOG.sub("", markup)
    parts = [part if part.startswith("<![CDATA[") else _ENTITY.sub(_entity, part) for part in _CDATA.split(body)]
    used = {name for part in parts if not part.startswith("<![CDATA[") for name in _PREFIX.findall(part)}
    spaces = "".join(f' xmlns:{name}="urn:x:{name}"' for name in sorted(used - {"xml", "xmlns"}))
    return f"<feeds{spaces}>{''.join(parts)}</feeds>"


def _entity(found: re.Match[str]) -> str:
    if found[0] == "&":
        return "&amp;"
    letter = html.unescape(found[0])
    return html.escape(letter) if letter != found[0] else "&amp;" + found[0][1:]


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _item(node: ET.Element) -> Item:
    fields: dict[str, str] = {}
    for child in node:
        name, text = _name(child), "".join(child.itertext()).strip()
        if name == "content" and len(child):  # Atom with its XHTML written out
            for part in child.iter():
                part.tag = _name(part)
            text = "".join(ET.tostring(part, "unicode") for part in child)
        if name == "link":
            rel = child.get("rel", "alternate")
            text = (child.get("href") or text) if rel == "alternate" else ""
        if len(text) > len(fields.get(name, "")):
            fields[name] = text
    link = fields.get("link", "")
    return Item(
        title=fields.get("title", ""),
        body=max((fields.get(name, "") for name in _TEXTS), key=len),
        published=next((when for name in _DATES if (when := day_of(fields.get(name, "")))), None),
        url=link if link.startswith(("http://", "https://")) else None,
        key=fields.get("guid") or fields.get("id") or None,
        raw=ET.tostring(node, "unicode"),
    )


def day_of(text: str) -> Period | None:
    """Read the date of an ISO or mail time stamp, as written there: no time zone is applied.

    >>> day_of("Tue, 17 Mar 2015 23:30:00 -0400").iso, day_of("2015-03"), day_of("soon")
    ('2015-03-17', Period(start=datetime.date(2015, 3, 1), end=datetime.date(2015, 3, 31)), None)
    """
    text = text.strip()
    try:
        return Period.parse(text)
    except PeriodError:
        pass
    try:
        return Period.of_day(datetime.fromisoformat(text).date())
    except ValueError:
        pass
    try:
        return Period.of_day(parsedate_to_datetime(text).date())
    except (TypeError, ValueError, IndexError):
        return None
