"""A text as given to a document: its words taken out of markup, its date found where the text itself tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.feeds import FeedError, Item, is_feed, items

MAX_BYTES = 20 * 1024 * 1024
"""The longest text taken in: a story has some kilobytes, so that more is a mistake (an archive, a dump)."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_DATE = "no publication date: dates such as 'last year' stay unresolved (give it with --published)"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or an item of one, that can't be read. The reason is a sentence: what is wrong, and what to do."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows about documents that do not say it themselves."""

    published: Period | None = None
    outlet: str | None = None
    lang: str | None = None


def too_large(size: int) -> str:
    """Say that a text of `size` bytes is too long, and what to do."""
    return (
        f"has {size / 1024**2:.0f} MB, and a text may have {MAX_BYTES // 1024**2}; "
        "give a file for each story, or JSON Lines with a line for each"
    )


def cleaned(text: str) -> str:
    """The text without half characters, which no file and no table can hold."""
    return _SURROGATE.sub("\ufffd", text)


def documents_of_text(document: Document, given: Given) -> Iterator[Document | Unreadable]:
    """The document with its text taken out of markup; several if the markup is a feed."""
    markup = document.text
    if _SURROGATE.search(markup):
        markup = cleaned(markup)
        document = replace(
            document, text=markup, warnings=(*document.warnings, "half characters (lone surrogates) are shown as �")
        )
    if "<" not in markup:
        yield _filled(document, given)
        return
    if is_feed(markup):
        yield from _from_feed(document, given)
        return
    from tieline.read.markup import is_markup, page_of  # noqa: PLC0415

    if not is_markup(markup):
        yield _filled(document, given)
        return
    page = page_of(markup)
    if not page.text.strip():
        yield Unreadable(document.id, "is markup without a text in it (a page that is filled by scripts?)")
        return
    found = replace(document, text=page.text, raw=markup)
    filled = _filled(found, given, warn=False)
    yield _filled(
        replace(
            filled,
            published=filled.published or page.published,
            published_from=filled.published_from or ("meta" if page.published else None),
            outlet=filled.outlet or page.outlet,
            lang=filled.lang or page.lang,
            url=filled.url or page.url,
        ),
        given,
    )


def _from_feed(document: Document, given: Given) -> Iterator[Document | Unreadable]:
    try:
        found = list(items(document.text))
    except FeedError as error:
        yield Unreadable(document.id, str(error))
        return
    if not found:
        yield Unreadable(document.id, "is a feed without an item in it")
        return
    for number, item in enumerate(found, 1):
        yield _from_item(item, document, given, number if len(found) > 1 else None)


def _from_item(item: Item, document: Document, given: Given, number: int | None) -> Document | Unreadable:
    from tieline.read.markup import text_of  # noqa: PLC0415

    parts = [text_of(part) if "<" in part or "&" in part else part.strip() for part in (item.title, item.body)]
    text = "\n\n".join(part for part in parts if part)
    name = document.id if number is None else cleaned(item.url or item.key or f"{document.id}#{number}")
    if not text:
        return Unreadable(name, "is an item without a text")
    published = document.published or item.published
    found = replace(
        document,
        id=name,
        text=text,
        raw=document.text if number is None else item.raw,
        url=document.url if number is None and document.url else item.url,
        published=published,
        published_from=document.published_from or ("item" if published else None),
    )
    return _filled(found, given)


def _filled(document: Document, given: Given, *, warn: bool = True) -> Document:
    """The document with what the caller knows, or a full date in its dateline; without a date it says so."""
    published, origin = document.published, document.published_from
    if published is None and given.published is not None:
        published, origin = given.published, "given"
    notes = document.warnings
    if warn and published is None:
        published = _dateline(document.text)
        origin = "dateline" if published else None
        notes = notes if published else (*notes, _NO_DATE)
    return replace(
        document,
        published=published,
        published_from=origin,
        outlet=document.outlet or given.outlet,
        lang=document.lang or given.lang,
        warnings=notes,
    )


def _dateline(text: str) -> Period | None:
    """The date of a dateline that gives the year too; a day and month alone date nothing."""
    from tieline.read.dateline import find_dateline  # noqa: PLC0415

    for found in re.finditer(r"^[^\r\n]+", text[:4000], re.MULTILINE):
        line = find_dateline(text, *found.span())
        if line and line.year and line.month and line.day:
            try:
                return Period.of_day(date(line.year, line.month, line.day))
            except ValueError:
                return None
    return None
