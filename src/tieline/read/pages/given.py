"""A text as given to a document: its words taken out of markup; its date, outlet and language found where it tells them.

What the caller says of a document stands before what the document says, and that before what its words show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tieline.model import lazy_re as re
from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.pages.dates_written import day_written
from tieline.read.pages.feeds import BrokenItem, FeedError, Item, is_feed, items

if TYPE_CHECKING:
    from tieline.read.pages.dateline import Dateline

MAX_BYTES = 20 * 1024 * 1024
"""The longest text taken in: a story has some kilobytes, so that more is a mistake (an archive, a dump)."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_DATE = "no publication date: dates such as 'last year' stay unresolved (give it with --published)"
_HALF = "half characters (lone surrogates) are shown as �"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or an item of one, that can't be read. The reason is a sentence: what is wrong, and what to do.

    `not_text` is true for what was never meant to be read, such as a photograph: in a folder it is passed over. `missing` is
    true for what is neither a file nor in the ledger: there was nothing to read.
    """

    name: str
    reason: str
    not_text: bool = False
    missing: bool = False


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


def sound(document: Document) -> Document:
    r"""The document without half characters in any of its fields; its warnings say so.

    >>> sound(Document("a", "Tea \ud800")).text
    'Tea �'
    """
    names = ("id", "text", "raw", "url", "outlet", "lang")
    given = {name: value for name in names if (value := getattr(document, name))}
    changed: dict[str, Any] = {name: made for name, value in given.items() if (made := cleaned(value)) != value}
    if not changed:
        return document
    return replace(document, **changed, warnings=(*map(cleaned, document.warnings), _HALF))


def documents_of_text(document: Document, given: Given) -> Iterator[Document | Unreadable]:
    """The document with its text taken out of markup; several if the markup is a feed."""
    document = _with(sound(document), given)
    markup = document.text
    if "<" not in markup or _is_markdown(document):
        yield _of_plain_text(document)
        return
    if is_feed(markup):
        yield from _from_feed(document)
        return
    from tieline.read.pages.markup import is_markup, page_of  # noqa: PLC0415

    if not is_markup(markup):
        yield _of_plain_text(document)
        return
    page = page_of(markup)
    if not page.text.strip():
        yield Unreadable(document.id, "is markup without a text in it (a page that is filled by scripts?)")
        return
    head = page.head
    found = _told(
        replace(document, text=page.text, raw=markup, url=document.url or head.url),
        published=(head.published, head.published_from),
        outlet=(head.outlet.value, head.outlet.origin) if head.outlet else (None, None),
        lang=(head.lang.value, head.lang.origin) if head.lang else (None, None),
    )
    yield _finished(found)


def _is_markdown(document: Document) -> bool:
    from tieline.read.pages.markdown import front_matter_end  # noqa: PLC0415

    named = document.id.lower().endswith(_MARKDOWN) and not _PAGE.match(document.text)
    return named or front_matter_end(document.text) > 0


def _of_plain_text(document: Document) -> Document:
    from tieline.read.pages.markdown import front_matter  # noqa: PLC0415

    fields = front_matter(document.text)
    if not fields:
        return _finished(document)
    source = fields.get("source", "")
    address = next(
        (a for name in ("url", "link", "canonical", "canonical_url", "source") if (a := fields.get(name))), ""
    )
    outlets = [fields.get(name) for name in ("outlet", "publisher", "publication", "site", "site_name", "newspaper")]
    outlet = next((o for o in outlets if o), None) or (source if source and "://" not in source else None)
    when = next(
        (w for n in ("published", "date", "pubdate", "publishdate") if (w := day_written(fields.get(n, "")))), None
    )
    lang = fields.get("lang") or fields.get("language")
    found = _told(
        replace(document, url=document.url or (address if address.startswith(("http://", "https://")) else None)),
        published=(when, "front matter"),
        outlet=(outlet, "front matter"),
        lang=(lang, "front matter"),
    )
    return _finished(found)


def _from_feed(document: Document) -> Iterator[Document | Unreadable]:
    try:
        found = items(document.text)
    except FeedError as error:
        yield Unreadable(document.id, str(error))
        return
    if not found:
        yield Unreadable(document.id, "is a feed without an item in it")
        return
    for number, item in enumerate(found, 1):
        if isinstance(item, BrokenItem):
            yield Unreadable(f"{document.id}, item {item.number}", item.reason)
        else:
            yield _from_item(item, document, number if len(found) > 1 else None)


def _from_item(item: Item, document: Document, number: int | None) -> Document | Unreadable:
    from tieline.read.pages.markup import text_of  # noqa: PLC0415

    parts = [text_of(part) if "<" in part or "&" in part else part.strip() for part in (item.title, item.body)]
    text = "\n\n".join(part for part in parts if part)
    name = document.id if number is None else cleaned(item.url or item.key or f"{document.id}#{number}")
    if not text:
        return Unreadable(name, "is an item without a text")
    found = replace(
        document,
        id=name,
        text=text,
        raw=document.text if number is None else item.raw,
        url=document.url if number is None and document.url else item.url,
    )
    told = _told(
        found,
        published=(item.published, "item"),
        outlet=(item.outlet, item.outlet_from),
        lang=(item.lang, "item"),
    )
    return _finished(told)


def _with(document: Document, given: Given) -> Document:
    """The document with what the caller knows of it."""
    return _told(
        document, published=(given.published, "given"), outlet=(given.outlet, "given"), lang=(given.lang, "given")
    )


def with_origin(document: Document, published: Period | None, outlet: str | None, origin: str) -> Document:
    """The document with a date and an outlet that something around its text tells, as far as itself does not."""
    if document.published is None and published is not None:
        document = replace(document, warnings=tuple(w for w in document.warnings if w != _NO_DATE))
    return _told(document, published=(published, origin), outlet=(outlet, origin))


def _told(
    document: Document,
    *,
    published: tuple[Period | None, str | None] = (None, None),
    outlet: tuple[str | None, str | None] = (None, None),
    lang: tuple[str | None, str | None] = (None, None),
) -> Document:
    """The document with each of these values, and where it was found, unless it has one already."""
    if document.published is None and published[0] is not None:
        document = replace(document, published=published[0], published_from=published[1])
    if not document.outlet and outlet[0]:
        document = replace(document, outlet=cleaned(outlet[0]), outlet_from=outlet[1])
    if not document.lang and lang[0]:
        document = replace(document, lang=cleaned(lang[0]), lang_from=lang[1])
    return document


def _finished(document: Document) -> Document:
    """The document with what its own words show: the dateline's date and agency, the language."""
    line = _dateline(document.text)
    if line is not None:
        document = _told(document, published=(_day(line), "dateline"), outlet=(line.agency, "dateline"))
    if document.published is None:
        from tieline.read.pages.stamps import stamped_day  # noqa: PLC0415

        document = _told(document, published=(stamped_day(document.text), "stamp"))
    notes = list(document.warnings)
    if document.published is None:
        notes.append(_NO_DATE)
    if document.lang_from != "given":
        from tieline.read.pages.language import language_of  # noqa: PLC0415

        shown = language_of(document.text)
        declared = (document.lang or "").lower().replace("_", "-").split("-")[0]
        if shown and declared and shown != declared and "en" in {shown, declared}:
            notes.append(f"declares the language {document.lang!r}, and its words are {shown!r}: read as that")
        if shown and (not declared or "en" in {shown, declared}) and shown != declared:
            document = replace(document, lang=shown, lang_from="text")
    return replace(document, warnings=tuple(notes))


def _dateline(text: str) -> Dateline | None:
    """The dateline of a story's first line that has one."""
    from tieline.read.pages.dateline import find_dateline  # noqa: PLC0415

    lines = (find_dateline(text, *found.span()) for found in re.finditer(r"^[^\r\n]+", text[:4000], re.MULTILINE))
    return next((line for line in lines if line), None)


def _day(line: Dateline) -> Period | None:
    """The date of a dateline that gives the year too; a day and month alone date nothing."""
    if not (line.year and line.month and line.day):
        return None
    try:
        return Period.of_day(date(line.year, line.month, line.day))
    except ValueError:
        return None
