"""Bytes in, documents out: JSON Lines, a JSON object, plain text, HTML, a feed or an item of one.

Pure: nothing is opened here, and nothing is dated by today. What can't be read comes out as an Unreadable with its
reason, and the rest of the batch goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tieline.model.documents import Document
from tieline.model.periods import Period
from tieline.read.pages.charset import NotTextError, binary_kind, decode
from tieline.read.pages.dates_written import day_of
from tieline.read.pages.given import (
    MAX_BYTES,
    Given,
    Unreadable,
    cleaned,
    documents_of_text,
    too_large,
    with_origin,
)
from tieline.read.pages.mail import is_mail, letter_of

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "Given",
    "Unreadable",
    "documents_from_bytes",
    "documents_from_lines",
    "looks_like_json_lines",
    "too_large",
]


MAX_LINE = 4 * MAX_BYTES
"""The longest line of JSON Lines: escapes and other fields make it longer than its text."""

_JSON_NAMES = (".json", ".jsonl", ".ndjson")
_TABLE_NAMES = (".csv", ".tsv", ".parquet", ".pq")


def documents_from_bytes(
    data: bytes,
    name: str,
    *,
    published: Period | None = None,
    outlet: str | None = None,
    lang: str | None = None,
    charset: str | None = None,
) -> Iterator[Document | Unreadable]:
    """Read the documents of one file's bytes; its kind is recognised by its content, not by its name.

    Args:
        data: The bytes as they are.
        name: The file's name: the id of a plain text, and what messages name.
        published: The date of those documents that give none.
        outlet: The outlet of those that give none.
        lang: The language of those that give none.
        charset: What a server said of the bytes, which are not asked themselves only if they do not tell.

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
    if is_mail(data, name):
        yield from _told(_of_mail(data, name, given), name)
        return
    try:
        decoded = decode(data, charset)
    except NotTextError as error:
        yield Unreadable(name, _not_text(str(error)), not_text=True)
        return
    objects = _json_objects(decoded.text, name)
    if objects is None:
        yield from _told(
            documents_of_text(Document(cleaned(name), decoded.text, warnings=decoded.warnings), given), name
        )
    elif isinstance(objects, Unreadable):
        yield objects
    else:
        for number, fields in enumerate(objects, 1):
            place = name if len(objects) == 1 else f"{name}, item {number}"
            yield from _told(_from_fields(fields, place, given, decoded.warnings), place)


def _of_mail(data: bytes, name: str, given: Given) -> Iterator[Document | Unreadable]:
    """The story of a letter, dated by its header where its words do not date it themselves."""
    letter = letter_of(data)
    if letter is None:
        yield Unreadable(name, "is a letter without a text in it; save the story as text or HTML and give that")
        return
    for found in documents_of_text(Document(cleaned(name), cleaned(letter.text)), given):
        if isinstance(found, Document):
            yield with_origin(found, letter.published, letter.outlet, "mail")
        else:
            yield found


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
        return Unreadable(name, _not_text(kind), not_text=True)
    if name.lower().endswith(_TABLE_NAMES):
        reason = "is a table, not a story; statistics are taken in with `tieline load`"
        return Unreadable(name, reason, not_text=True)
    if len(data) > MAX_BYTES:
        return Unreadable(name, too_large(len(data)))
    return None


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
    if isinstance(value, list) and value and (named or all(isinstance(item, dict) for item in value)):
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
    outlet, lang = _string(fields.get("outlet")), _string(fields.get("lang"))
    document = Document(
        id=cleaned(name),
        text=text,
        published=published,
        outlet=outlet,
        lang=lang,
        url=_string(fields.get("url")),
        published_from="given" if published else None,
        warnings=tuple(notes),
        outlet_from="given" if outlet else None,
        lang_from="given" if lang else None,
    )
    yield from documents_of_text(document, given)


def _string(value: Any) -> str | None:
    return cleaned(str(value)) if value not in {None, ""} else None


def _told(found: Iterable[Document | Unreadable], place: str) -> Iterator[Document | Unreadable]:
    """Markup nested without end is that item's trouble, and the batch goes on."""
    try:
        yield from found
    except RecursionError:
        yield Unreadable(place, "is nested too deeply to be taken apart")
