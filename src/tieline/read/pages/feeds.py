"""RSS and Atom, a whole feed or one item of it, to titles, texts, dates and addresses.

XML from the press is hostile until shown otherwise: a declaration of entities is refused, whatever it declares. A feed
that is cut off or broken in one item gives the items that are whole, and says of each other one what is wrong with it.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.pages.dates_written import day_written

_START = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?:rss|feed|rdf)[^\[>]*(?:\[.*?\]\s*)?>\s*)*"
    r"<(?:rss|feed|rdf:RDF|item|entry)[\s>]",
    re.DOTALL,
)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:rss|feed|rdf)\b[^\[\]<>]*>", re.IGNORECASE)
_FORBIDDEN = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#\w+;|([A-Za-z][A-Za-z0-9]*);)?")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_OPEN = re.compile(r"<(item|entry)(?:\s[^<>]*)?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "created", "updated")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class FeedError(ValueError):
    """The markup is no feed that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One story of a feed. `body` is markup or text as the feed gives it; `outlet` is of the item or of its channel."""

    title: str
    body: str
    published: Period | None
    url: str | None
    key: str | None
    raw: str
    outlet: str | None = None
    outlet_from: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class BrokenItem:
    """An item that can't be read: its number in the feed, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Channel:
    outlet: str | None = None
    lang: str | None = None


def is_feed(markup: str) -> bool:
    """The markup starts as RSS, Atom or RDF does, or is a single item.

    >>> is_feed("<item><title>A</title></item>"), is_feed("<p>A</p>")
    (True, False)
    """
    return _START.match(markup) is not None


def items(markup: str) -> list[Item | BrokenItem]:
    """Read the items; raise FeedError for declared entities, or if no item of a broken feed can be read."""
    parts = _by_cdata(markup)
    parts[::2] = [_CONTROL.sub(" ", _DOCTYPE.sub("", part)) for part in parts[::2]]
    if any(_FORBIDDEN.search(part) for part in parts[::2]):
        raise FeedError("declares a document type or entities, which is refused")
    try:
        root = ET.fromstring(_wrapped(parts))  # noqa: S314 -- see _FORBIDDEN
    except ET.ParseError as error:
        found = _whole_ones(parts)
        if not any(isinstance(one, Item) for one in found):
            raise FeedError(f"is a feed whose XML is not well-formed ({error})") from error
        return found
    channel = _channel(root)
    return [_item(node, channel) for node in root.iter() if _name(node) in {"item", "entry"}]


def _by_cdata(markup: str) -> list[str]:
    """Cut into markup (at even places) and CDATA sections (at odd ones); one that does not end is markup."""
    parts: list[str] = []
    begin = 0
    while (start := markup.find("<![CDATA[", begin)) >= 0:
        end = markup.find("]]>", start)
        if end < 0:
            break
        parts += [markup[begin:start], markup[start : end + 3]]
        begin = end + 3
    return [*parts, markup[begin:]]


def _wrapped(parts: list[str]) -> str:
    """One root, with every prefix declared, and entities as characters: what feeds in the wild leave out."""
    made = [
        _CONTROL.sub(" ", part) if i % 2 else _ENTITY.sub(_entity, _PROLOG.sub("", part))
        for i, part in enumerate(parts)
    ]
    used = {name for part in made[::2] for name in _PREFIX.findall(part)}
    spaces = "".join(f' xmlns:{name}="urn:x:{name}"' for name in sorted(used - {"xml", "xmlns"}))
    return f"<feeds{spaces}>{''.join(made)}</feeds>"


def _entity(found: re.Match[str]) -> str:
    if found[0] == "&":
        return "&amp;"
    letter = html.unescape(found[0])
    return html.escape(letter) if letter != found[0] else "&amp;" + found[0][1:]


def _whole_ones(parts: list[str]) -> list[Item | BrokenItem]:
    """The items of a feed that is not well-formed, each read for itself."""
    # no tag is looked for inside CDATA: its letters are hidden while the items are cut
    hidden = "".join("\x00" * len(part) if i % 2 else part for i, part in enumerate(parts))
    markup = "".join(parts)
    found: list[Item | BrokenItem] = []
    channel: _Channel | None = None
    starts = list(_OPEN.finditer(hidden))
    for number, start in enumerate(starts, 1):
        channel = channel or _channel_of_head(markup[: start.start()])
        following = starts[number].start() if number < len(starts) else len(hidden)
        end = hidden.find(f"</{start[1]}>", start.end(), following)
        if end < 0:
            reason = "breaks off before its end" if following == len(hidden) else "has no end"
            found.append(BrokenItem(number, f"is an item that {reason}"))
            continue
        try:
            piece = markup[start.start() : end + len(start[1]) + 3]
            root = ET.fromstring(_wrapped(_by_cdata(piece)))  # noqa: S314 -- see _FORBIDDEN
        except ET.ParseError as error:
            found.append(BrokenItem(number, f"is an item whose XML is not well-formed ({error})"))
        else:
            found.append(_item(root[0], channel))
    return found


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _words(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _channel(root: ET.Element) -> _Channel:
    """What the feed as a whole tells: the title and the language of its channel."""
    for node in root.iter():
        if _name(node) in {"channel", "feed"}:
            told = {_name(child): _words("".join(child.itertext())) for child in node if _name(child) in _OF_CHANNEL}
            return _Channel(told.get("title"), told.get("language") or node.get(_LANG))
    return _Channel()


_OF_CHANNEL = frozenset({"title", "language"})
_HEAD_TITLE = re.compile(r"<title\b[^<>]*>(?:<!\[CDATA\[)?([^<>\]]{1,200})")
_HEAD_LANG = re.compile(r"<(?:\w+:)?language>\s*([\w-]{2,12})|\bxml:lang=[\"']([\w-]{2,12})")


def _channel_of_head(head: str) -> _Channel:
    title, lang = _HEAD_TITLE.search(head[:20_000]), _HEAD_LANG.search(head[:20_000])
    return _Channel(_words(html.unescape(title[1])) if title else None, (lang[1] or lang[2]) if lang else None)


def _item(node: ET.Element, channel: _Channel) -> Item:
    fields: dict[str, str] = {}
    raw = ET.tostring(node, "unicode")
    for child in node:
        name, text = _name(child), "".join(child.itertext()).strip()
        if name == "content" and len(child):  # Atom with its XHTML written out
            for part in child.iter():
                part.tag = _name(part)
            text = "".join(ET.tostring(part, "unicode") for part in child)
        if name == "source" and len(child):  # Atom: the feed that the entry was taken from
            text = next(("".join(part.itertext()).strip() for part in child if _name(part) == "title"), "")
        if name == "link":
            rel = child.get("rel", "alternate")
            text = (child.get("href") or text) if rel == "alternate" else ""
        if len(text) > len(fields.get(name, "")):
            fields[name] = text
    link = fields.get("link", "")
    own = _words(fields.get("source")) or _words(fields.get("publisher"))
    return Item(
        title=fields.get("title", ""),
        body=max((fields.get(name, "") for name in _TEXTS), key=len),
        published=next((when for name in _DATES if (when := day_written(fields.get(name, "")))), None),
        url=link if link.startswith(("http://", "https://")) else None,
        key=fields.get("guid") or fields.get("id") or None,
        raw=raw,
        outlet=own or channel.outlet,
        outlet_from="item" if own else "channel" if channel.outlet else None,
        lang=node.get(_LANG) or _words(fields.get("language")) or channel.lang,
    )
