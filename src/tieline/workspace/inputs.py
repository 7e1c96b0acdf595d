"""Files, folders and standard input to documents. The only place of the way in that opens a file."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from tieline.model.documents import Document
from tieline.model.errors import UsageError
from tieline.read.pages.charset import binary_kind
from tieline.read.pages.given import cleaned, sound
from tieline.read.pages.intake import (
    MAX_BYTES,
    MAX_LINE,
    Given,
    Unreadable,
    documents_from_bytes,
    documents_from_lines,
    looks_like_json_lines,
    too_large,
)
from tieline.read.pages.warc import documents_from_warc, is_warc

Input = str | os.PathLike[str] | Document
STDIN = "standard input"
LEDGER_MARK = "ledger.json"
_HEAD = 65536
_COUNTED = 1 << 28
"""So many bytes of a file are looked through for its number of lines."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A file and the name that its document gets."""

    path: Path
    name: str
    folder: Path | None = None


def is_address(given: object) -> bool:
    """The input is an address of the web."""
    return isinstance(given, str) and given.lower().startswith(("http://", "https://"))


def refuse_addresses(inputs: Iterable[Input]) -> None:
    """Raise UsageError if an input is an address."""
    for given in inputs:
        if is_address(given):
            raise UsageError(
                f"{given} is an address, and tieline fetches nothing: save the page in a browser and give the file"
            )


def documents_of(
    inputs: Sequence[Input], given: Given, passed_over: list[str] | None = None
) -> Iterator[Document | Unreadable]:
    """Read all inputs one after the other: paths of files and folders, `-` for standard input, documents as they are.

    Args:
        inputs: What is read.
        given: What the caller knows of documents that don't say it.
        passed_over: Gets the files of folders that are no texts.

    Raises:
        UsageError: an input is an address, or a folder is a ledger.
    """
    seen: dict[int, int] = {}
    for found in _all_of(inputs, given, passed_over):
        yield _told_twice(found, seen) if isinstance(found, Document) else found


def _told_twice(document: Document, seen: dict[int, int]) -> Document:
    """The document, with a warning where its id was that of another text before: only the last one read is shown by it."""
    name, words = hash(document.id), hash(document.text)
    if len(seen) < _REMEMBERED and seen.setdefault(name, words) != words:
        seen[name] = words
        again = f"the id {document.id[:80]!r} stood for another text before; in a ledger the later one takes its place"
        return replace(document, warnings=(*document.warnings, again))
    return document


_REMEMBERED = 2_000_000
"""How many ids are kept in mind."""


def _all_of(inputs: Sequence[Input], given: Given, passed_over: list[str] | None) -> Iterator[Document | Unreadable]:
    refuse_addresses(inputs)
    places = [_places(one) for one in inputs if not isinstance(one, Document) and one != "-"]
    taken = Counter(place.name for group in places for place in group)
    groups = iter(places)
    for one in inputs:
        if isinstance(one, Document):
            yield sound(one)
        elif one == "-":
            for found in _from_stream(sys.stdin.buffer, STDIN, given, None):
                yield _renamed(found)
        else:
            yield from _from_places(next(groups), taken, given, [] if passed_over is None else passed_over)


def _from_places(
    places: list[_Place], taken: Counter[str], given: Given, passed_over: list[str]
) -> Iterator[Document | Unreadable]:
    """Read a file, or the files of a folder; of a folder what is no text is passed over, unless nothing else is there."""
    read = 0
    for place in places:
        name = place.name if taken[place.name] == 1 else _text(place.path)
        for found in _from_path(place.path, name, given):
            if place.folder is None or not (isinstance(found, Unreadable) and found.not_text):
                read += 1
                yield found
            else:
                passed_over.append(found.name)
    if not read and places[0].folder is not None:
        yield Unreadable(_text(Path(places[0].folder.name or places[0].folder)), "is a folder without a text in it")


def expected(inputs: Sequence[Input]) -> int | None:
    """About how many documents there are, for an estimate of the time they take; None if it can't be told.

    Lines are counted in JSON Lines, and guessed from their first part in a large file; any other file is taken for one.
    """
    count = 0
    for one in inputs:
        if isinstance(one, Document):
            count += 1
        elif one == "-" or is_address(one):
            return None
        else:
            for place in _places(one):
                found = _lines_in(place)
                if found is None:
                    return None
                count += found
    return count


def _lines_in(place: _Place) -> int | None:
    try:
        if not place.path.is_file():
            return None if place.path.exists() else 1
        size = place.path.stat().st_size
        with place.path.open("rb") as stream:
            head = stream.read(_HEAD)
            if is_warc(head):
                return None
            if not looks_like_json_lines(head, place.name):
                return 1
            seen, lines, last = len(head), head.count(b"\n"), head[-1:]
            while seen < _COUNTED and (chunk := stream.read(1 << 20)):
                seen, lines, last = seen + len(chunk), lines + chunk.count(b"\n"), chunk[-1:]
    except OSError:
        return 1
    return round(lines * size / seen) if seen < size else lines + (last != b"\n")


def text_document(text: str, given: Given) -> Iterator[Document | Unreadable]:
    """Read a text given as such; its id is made of the text."""
    data = cleaned(text).encode()
    for found in documents_from_bytes(data, STDIN, published=given.published, outlet=given.outlet, lang=given.lang):
        yield _renamed(found)


def _renamed(found: Document | Unreadable) -> Document | Unreadable:
    if isinstance(found, Document) and found.id == STDIN:
        return replace(found, id=f"text-{found.text_sha256[:8]}")
    return found


def _text(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _places(given: str | os.PathLike[str]) -> list[_Place]:
    """A file is named by its last part, a file of a folder by its way from that folder."""
    path = Path(given)
    if not path.is_dir():
        return [_Place(path, _text(Path(path.name or path)))]
    if (path / LEDGER_MARK).exists():
        raise UsageError(f"{path} is a ledger, and what is in it was read before; name it with --ledger")
    found = []
    for folder, folders, files in os.walk(path):
        here = Path(folder)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not (here / f / LEDGER_MARK).exists())
        found += [here / name for name in sorted(files) if not name.startswith(".")]
    return [_Place(file, _text(file.relative_to(path)), path) for file in found] or [_Place(path, _text(path))]


def _from_path(path: Path, name: str, given: Given) -> Iterator[Document | Unreadable]:
    if path.is_dir():
        yield Unreadable(name, "is a folder without a file in it")
        return
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size if path.is_file() else None
            yield from _from_stream(stream, name, given, size)
    except FileNotFoundError:
        yield Unreadable(_text(path), "no such file")
    except OSError as error:
        yield Unreadable(_text(path), f"can't be opened ({error.strerror or error})")


def _from_stream(stream: BinaryIO, name: str, given: Given, size: int | None) -> Iterator[Document | Unreadable]:
    head = _head(stream)
    if looks_like_json_lines(head, name):
        yield from documents_from_lines(_lines(head, stream), name, given)
        return
    if is_warc(head):
        yield from documents_from_warc(_chunks(head, stream), name, given)
        return
    data = head if binary_kind(head) else head + stream.read(max(0, MAX_BYTES + 1 - len(head)))
    if len(data) > MAX_BYTES:
        yield Unreadable(name, too_large(size or len(data)))
        return
    yield from documents_from_bytes(data, name, published=given.published, outlet=given.outlet, lang=given.lang)


def _head(stream: BinaryIO) -> bytes:
    """What there is of the first bytes, at least a line: a pipe gives them bit by bit."""
    head = b""
    while len(head) < _HEAD and (not head.strip() or b"\n" not in head):
        chunk = _some(stream, _HEAD - len(head))
        if not chunk:
            break
        head += chunk
    return head


def _some(stream: BinaryIO, size: int) -> bytes:
    read = getattr(stream, "read1", stream.read)
    return bytes(read(size))


def _chunks(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    yield head
    while chunk := _some(stream, 1 << 20):
        yield chunk


def _lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The lines of what follows; of a line longer than MAX_LINE only so much that it is seen to be longer."""
    rest, skipping = head, False
    while True:
        *lines, rest = rest.split(b"\n")
        if lines and skipping:
            lines, skipping = lines[1:], False
        yield from lines
        if skipping:
            rest = b""
        elif len(rest) > MAX_LINE:
            yield rest
            rest, skipping = b"", True
        chunk = _some(stream, 1 << 20)
        if not chunk:
            break
        rest += chunk
    if rest:
        yield rest
