"""What a page tells of itself: date, outlet, language, address, each with where it stands.

Read from JSON-LD, `<meta>`, `<time>`, `<link rel=canonical>` and `<html lang>`, in this order, by looking for the tags
alone: a page that is broken elsewhere still tells.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tieline.model import lazy_re as re
from tieline.model.periods import Period
from tieline.read.pages.dates_written import day_in_figures, day_written

_TAG = re.compile(r"<(html|meta|time|link|h1|article)\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,60})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""")
_LD = re.compile(r"<script\b[^<>]{0,500}\bapplication/ld\+json[^<>]{0,500}>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_MOST_LD = 1_000_000
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "citation_publication_date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "date",
)  # fmt: skip
_OUTLETS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "application-name")
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "og:locale", "language", "inlanguage")
_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "liveblogposting", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle", "report", "pressrelease")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A value and where it stands: `json-ld`, `meta`, `time`, `html`, `link`."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the page tells; None where it does not."""

    published: Period | None = None
    published_from: str | None = None
    outlet: Told | None = None
    lang: Told | None = None
    url: str | None = None


def head_of(markup: str) -> Head:
    """Read what a page tells of itself.

    >>> head_of('<html lang="en-GB"><meta name="dc.date" content="2031-02-03">').published_from
    'meta'
    """
    tags = [(m[1].lower(), _attributes(m[2])) for m in _TAG.finditer(markup)]
    meta: dict[str, str] = {}
    for name, given in tags:
        key = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv")
        if name == "meta" and key and given.get("content", "").strip():
            meta.setdefault(key.strip().lower(), given["content"].strip())
    linked = list(_linked_data(markup))
    published, origin = _published(linked, meta, tags)
    return Head(
        published=published,
        published_from=origin,
        outlet=_first([*_told(linked, "publisher", "json-ld"), *((meta.get(name), "meta") for name in _OUTLETS)]),
        lang=_lang(linked, meta, tags),
        url=_address(linked, meta, tags),
    )


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(text)}


def _first(given: list[tuple[str | None, str]]) -> Told | None:
    for value, origin in given:
        words = " ".join(html.unescape(value or "").split())
        if 1 < len(words) <= 120 and not words.startswith(("http:", "https:", "@")):
            return Told(words, origin)
    return None


def _told(linked: list[dict[str, Any]], name: str, origin: str) -> list[tuple[str | None, str]]:
    return [(_name(node.get(name), linked), origin) for node in linked if node.get(name)]


def _name(value: Any, linked: list[dict[str, Any]]) -> str | None:
    """The name of a node, of the first of a list, or of the one it points to."""
    if isinstance(value, list):
        return next((found for one in value[:5] if (found := _name(one, linked))), None)
    if isinstance(value, dict):
        if isinstance(value.get("name"), str):
            return str(value["name"])
        pointed = [n for n in linked if n.get("@id") == value.get("@id") and isinstance(n.get("name"), str)]
        return str(pointed[0]["name"]) if pointed and value.get("@id") else None
    return value if isinstance(value, str) else None


def _published(
    linked: list[dict[str, Any]], meta: dict[str, str], tags: list[tuple[str, dict[str, str]]]
) -> tuple[Period | None, str | None]:
    told = [(str(node["datePublished"]), "json-ld") for node in linked if isinstance(node.get("datePublished"), str)]
    told += [(meta[name], "meta") for name in _DATES if name in meta]
    told += [(value, "time") for value in _times(tags)]
    for value, origin in told:
        when = day_written(value) or day_in_figures(value)
        if when is not None and _may_be(when):
            return when, origin
    return None, None


def _may_be(when: Period) -> bool:
    """A day of the press: not the first of all that a machine writes where it has none."""
    return when.start.year >= _FIRST_PRESS and when.start != _EPOCH


_FIRST_PRESS = 1600
_EPOCH = date(1970, 1, 1)


def _times(tags: list[tuple[str, dict[str, str]]]) -> list[str]:
    """Dates of `<time>`: those marked as the publication's, else the first below the headline, else the only one."""
    found = [(i, given) for i, (name, given) in enumerate(tags) if name == "time" and given.get("datetime")]
    marked = [given for _, given in found if given.get("itemprop", "").lower() == "datepublished" or "pubdate" in given]
    if marked:
        return [marked[0]["datetime"]]
    story = next((i for i, (name, _) in enumerate(tags) if name in {"h1", "article"}), None)
    if story is not None:
        return [given["datetime"] for i, given in found if i > story][:1]
    return [found[0][1]["datetime"]] if len({given["datetime"] for _, given in found}) == 1 else []


def _lang(linked: list[dict[str, Any]], meta: dict[str, str], tags: list[tuple[str, dict[str, str]]]) -> Told | None:
    told = [(given.get("lang") or given.get("xml:lang"), "html") for name, given in tags if name == "html"]
    told += [(meta.get(name), "meta") for name in _LANGUAGES]
    told += _told(linked, "inLanguage", "json-ld")
    return next((Told(code, origin) for value, origin in told if value and (code := language_code(value))), None)


def language_code(value: str) -> str | None:
    """The language of a tag such as "en-GB" or "pt_BR"; None for what is none.

    >>> language_code("en-GB"), language_code("pt_BR, en"), language_code("English text")
    ('en', 'pt', None)
    """
    found = re.match(r"\s*([A-Za-z]{2,3})(?=[-_,;]|\s*$)", value)
    return found[1].lower() if found else None


def _address(linked: list[dict[str, Any]], meta: dict[str, str], tags: list[tuple[str, dict[str, str]]]) -> str | None:
    """A canonical address names one story only if it has a path: many pages give their front page."""
    links = [
        g["href"] for name, g in tags if name == "link" and g.get("rel", "").lower() == "canonical" and "href" in g
    ]
    for address in (*links, meta.get("og:url"), *(n.get("url") for n in linked if _kind(n) in _ARTICLES)):
        if not isinstance(address, str):
            continue
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and len(parts.path) > 1:
            return address.strip()
    return None


def _kind(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return next((str(k).lower() for k in kinds if str(k).lower() in _ARTICLES), str(kinds[0] if kinds else "").lower())


def _linked_data(markup: str) -> Iterator[dict[str, Any]]:
    """The nodes of all JSON-LD, articles first, and without those that are only listed: other stories."""
    nodes: list[dict[str, Any]] = []
    begin = 0
    while (found := _LD.search(markup, begin)) and (end := _END.search(markup, found.end())):
        begin = end.end()
        if end.start() - found.end() > _MOST_LD:
            continue
        try:
            value = json.loads(markup[found.end() : end.start()].strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        nodes += _nodes(value, 0)
    yield from sorted(nodes, key=lambda node: _kind(node) not in _ARTICLES)


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value[:200]:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(value.get(name), list | dict):
                yield from _nodes(value[name], depth + 1)
