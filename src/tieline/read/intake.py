"""Bytes in, documents out: JSON Lines, a JSON object, plain text, HTML, a feed or an item of one.

Pure: nothing is opened here, and nothing is dated by today. What can't be read comes out as an Unreadable with its
reason, and the rest of the batch goes on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.charset import NotTextError, binary_kind, decode
from tieline.read.feeds import FeedError, Item, day_of, is_feed, items

MAX_BYTES = 20 * 1024 * 1024
"""The longest text taken in: a story has some kilobytes, so that more is a mistake (an archive, a dump)."""

MAX_LINE = 4 * MAX_BYTES
"""The longest line of JSON Lines: escapes and other fields make it longer than its text."""

_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_TABLE_NAMES = (".csv", ".tsv", ".parquet", ".pq")
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


def documents_from_bytes(
    data: bytes, name: str, *, published: Period | None = None, outlet: str | None = None, lang: str | None = None
) -> Iterator[Document | Unreadable]:
    """Read the documents of one file's bytes; its kind is recognised by its content, not by its name.

    Args:
        data: The bytes as they are.
        name: The file's name: the id of a plain text, and what messages name.
        published: The date of those documents that give none.
        outlet: The outlet of those that give none.
        lang: The language of those that give none.

    >>> [d.id for d in documents_from_bytes(b"Trade grew.", "a.txt")]
    ['a.txt']
    """
    given = Given(published, outlet, lang)
    if looks_like_json_lines(data[:65536], name):
        yield from documents_from_lines(data.splitlines(), name, given)
        return
    problem = _refused(data, name)
    if problem:
        yield problem
        return
    try:
        decoded = decode(data)
    except NotTextError as error:
        yield Unreadable(name, _not_text(str(error)))
        return
    objects = _json_objects(decoded.text, name)
    if objects is None:
        yield from _told(_documents(Document(_clean(name), decoded.text, warnings=decoded.warnings), given), name)
    elif isinstance(objects, Unreadable):
        yield objects
    else:
        for number, fields in enumerate(objects, 1):
            place = name if len(objects) == 1 else f"{name}, item {number}"
            yield from _told(_from_fields(fields, place, given, decoded.warnings), place)


def documents_from_lines(lines: Iterable[bytes], name: str, given: Given) -> Iterator[Document | Unreadable]:
    """Read JSON Lines one by one, so that a file of any length needs the memory of one line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        if len(line) > MAX_LINE:
            yield Unreadable(place, too_large(len(line)))
            continue
        try:
            decoded = decode(line)
            fields = json.loads(decoded.text)
        except NotTextError as error:
            yield Unreadable(place, f"is {error}, not a line of JSON")
        except (ValueError, RecursionError) as error:
            yield Unreadable(place, f"is no line of JSON ({_json_error(error)})")
        else:
            yield from _told(_from_fields(fields, place, given, decoded.warnings), place)


def looks_like_json_lines(head: bytes, name: str) -> bool:
    """The file's first kilobytes are lines of JSON objects, or the name says so.

    >>> looks_like_json_lines(b'{"id": "a", "text": "Tea."}', "docs"), looks_like_json_lines(b"{Note} Tea.", "a.txt")
    (True, False)
    """
    if not head.strip() or binary_kind(head) or head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0")):
        return False
    if name.lower().endswith((".jsonl", ".ndjson")):
        return True
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    lines = [line for line in head.splitlines() if line.strip()]
    if len(lines) == 1 and len(head) >= 65536:
        return b'"text"' in head  # one long line, cut off
    return any(_is_object(line) for line in lines[:20])


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _json_error(error: Exception) -> str:
    return f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)


def _refused(data: bytes, name: str) -> Unreadable | None:
    """What is known by the bytes alone to be unreadable."""
    if not data.strip():
        return Unreadable(name, "is empty; give a file with a story in it")
    kind = binary_kind(data)
    if kind:
        return Unreadable(name, _not_text(kind))
    if name.lower().endswith(_TABLE_NAMES):
        return Unreadable(name, "is a table, not a story; statistics are taken in with `tieline load`")
    if len(data) > MAX_BYTES:
        return Unreadable(name, too_large(len(data)))
    return None


def too_large(size: int) -> str:
    """Say that a text of `size` bytes is too long, and what to do."""
    return (
        f"has {size / 1024**2:.0f} MB, and a text may have {MAX_BYTES // 1024**2}; "
        "give a file for each story, or JSON Lines with a line for each"
    )


def _not_text(kind: str) -> str:
    if "Parquet" in kind:
        return f"is {kind}, not a story; statistics are taken in with `tieline load`"
    todo = "unpack it and give the files in it" if "archive" in kind else "save the story as text or HTML and give that"
    return f"is {kind}, not text; {todo}"


def _json_objects(text: str, name: str) -> list[Any] | Unreadable | None:
    """The documents of a JSON file that is no JSON Lines; None if it is something else."""
    named = name.lower().endswith(_JSON_NAMES)
    start = text.lstrip("\ufeff \t\r\n")
    if not named and not start.startswith(("{", "[")):
        return None
    try:
        value = json.loads(start)
    except (ValueError, RecursionError) as error:
        return Unreadable(name, f"is no JSON ({_json_error(error)})") if named else None
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and (named or all(isinstance(item, dict) for item in value)):
        return value
    return Unreadable(name, _NO_OBJECT) if named else None


_NO_OBJECT = 'is no JSON object; a document is {"id": ..., "text": ..., "published": "2015-03-17", "outlet": ...}'


def _from_fields(
    fields: Any, place: str, given: Given, warnings: tuple[str, ...] = ()
) -> Iterator[Document | Unreadable]:
    """Make a document of a JSON object (several, if its text is a feed)."""
    if not isinstance(fields, dict):
        yield Unreadable(place, _NO_OBJECT)
        return
    text = fields.get("text")
    if not isinstance(text, str):
        is_claim = "claim_id" in fields
        hint = "it is a claim; give the documents" if is_claim else 'each needs {"id": ..., "text": ...}'
        yield Unreadable(place, f"has no field `text` with a string; {hint}")
        return
    name = str(fields.get("id") or fields.get("url") or place)
    if not text.strip():
        yield Unreadable(f"{place} ({name})", "has an empty text")
        return
    if len(text) > MAX_BYTES:
        yield Unreadable(f"{place} ({name})", too_large(len(text)))
        return
    kind = binary_kind(text[:64].encode("latin-1", "replace"))
    if kind:
        yield Unreadable(f"{place} ({name})", _not_text(kind))
        return
    notes = list(warnings)
    when = fields.get("published")
    published = day_of(str(when)) if when else None
    if when and not published:
        notes.append(f"published {str(when)[:40]!r} is no ISO date (2015-03-17, or 2015-03) and was left out")
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", " ")
        notes.append(f"{nuls} NUL characters were replaced by spaces")
    document = Document(
        id=_clean(name),
        text=text,
        published=published,
        outlet=_string(fields.get("outlet")),
        lang=_string(fields.get("lang")),
        url=_string(fields.get("url")),
        published_from="given" if published else None,
        warnings=tuple(notes),
    )
    yield from _documents(document, given)


def _string(value: Any) -> str | None:
    return _clean(str(value)) if value not in {None, ""} else None


def _clean(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _documents(document: Document, given: Given) -> Iterator[Document | Unreadable]:
    """The document with its text taken out of markup; several if the markup is a feed."""
    markup = document.text
    if _SURROGATE.search(markup):
        markup = _clean(markup)
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
    name = document.id if number is None else _clean(item.url or item.key or f"{document.id}#{number}")
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


def _told(found: Iterable[Document | Unreadable], place: str) -> Iterator[Document | Unreadable]:
    """Markup nested without end is that item's trouble, and the batch goes on."""
    try:
        yield from found
    except RecursionError:
        yield Unreadable(place, "is nested too deeply to be taken apart")
