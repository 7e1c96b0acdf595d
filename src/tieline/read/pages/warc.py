"""The pages of a web archive (WARC, gzipped or not): responses, records of a resource, and texts made of them.

Read as a stream, one record in memory at a time. Pictures, scripts and answers that are no success are passed over; a
page that can't be unpacked is told, and the archive is read on.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tieline.model import lazy_re as re
from tieline.model.documents import Document
from tieline.read.pages.given import MAX_BYTES, Given, Unreadable, too_large
from tieline.read.pages.intake import documents_from_bytes

_GZIP = b"\x1f\x8b"
_MOST_HEADER = 65_536
_RECORDS = {"response", "resource", "conversion"}
_READ = ("text/html", "application/xhtml", "text/plain", "text/xml", "application/xml", "application/rss", "application/atom", "text/markdown")  # fmt: skip
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_CUT = "is a WARC archive that is cut off or damaged here; what came before was read"


class _DamagedError(Exception):
    """The archive does not go on as it should."""


def is_warc(head: bytes) -> bool:
    """The first bytes of a file are those of a web archive, plain or gzipped.

    >>> is_warc(b"WARC/1.0"), is_warc(b"<html>")
    (True, False)
    """
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def documents_from_warc(chunks: Iterable[bytes], name: str, given: Given) -> Iterator[Document | Unreadable]:
    """Read the pages of an archive whose bytes come in chunks; each has its address as its id."""
    stream = _Bytes(_unzipped(iter(chunks)))
    pages = 0
    try:
        while (headers := _headers(stream)) is not None:
            for found in _from_record(headers, stream, name, given):
                pages += 1
                yield found
    except (_DamagedError, zlib.error):
        yield Unreadable(name, _CUT)
        return
    if not pages:
        yield Unreadable(name, "is a WARC archive without a page in it")


def _from_record(headers: dict[str, str], stream: _Bytes, name: str, given: Given) -> Iterator[Document | Unreadable]:
    length = headers.get("content-length", "")
    if not length.isdigit():
        raise _DamagedError
    address = headers.get("warc-target-uri", "").strip("<>") or name
    if headers.get("warc-type") not in _RECORDS:
        stream.skip(int(length))
        return
    if int(length) > MAX_BYTES + _MOST_HEADER:
        stream.skip(int(length))
        yield Unreadable(address, too_large(int(length)))
        return
    page = _page(headers, stream.take(int(length)))
    if isinstance(page, str):
        yield Unreadable(address, page)
    elif page is not None:
        known = {"published": given.published, "outlet": given.outlet, "lang": given.lang}
        for found in documents_from_bytes(page.body, address, charset=page.charset, **known):  # type: ignore[arg-type]
            is_address = isinstance(found, Document) and found.id == address and address.startswith("http")
            yield replace(found, url=found.url or address) if isinstance(found, Document) and is_address else found


@dataclass(frozen=True, slots=True)
class _Payload:
    body: bytes
    charset: str | None


def _page(headers: dict[str, str], block: bytes) -> _Payload | str | None:
    """What a record holds: a page, the reason why it can't be had, or None for what is no page."""
    kind = headers.get("content-type", "")
    if headers.get("warc-type") != "response":
        return _Payload(block, _charset(kind)) if kind.startswith(_READ) and block.strip() else None
    if not kind.startswith("application/http"):
        return None
    head, _, body = block.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    parts = status.split()
    if len(parts) < 2 or not parts[1].startswith("2"):
        return None
    answer = _fields(lines)
    kind = answer.get("content-type", "text/html").lower()
    if not kind.startswith(_READ) or not body.strip():
        return None
    if "chunked" in answer.get("transfer-encoding", "").lower():
        body = _joined(body)
    unpacked = _unpacked(body, answer.get("content-encoding", "").lower().strip())
    return unpacked if isinstance(unpacked, str) else _Payload(unpacked, _charset(kind))


def _charset(kind: str) -> str | None:
    found = _CHARSET.search(kind)
    return found[1] if found else None


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked body put together; archives that did so already are taken as they are."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place, place + 40)
        size = body[place:end].split(b";")[0].strip() if end > 0 else b""
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return b"".join(parts) if parts else body
        if int(size, 16) == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + int(size, 16)])
        place = end + 2 + int(size, 16) + 2


def _unpacked(body: bytes, encoding: str) -> bytes | str:
    if encoding in {"", "identity", "utf-8"} or (encoding in {"gzip", "x-gzip"} and not body.startswith(_GZIP)):
        return body
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        return f"is packed as {encoding[:20]!r}, which can't be unpacked; save the page again without it"
    for window in (47, -15):
        try:
            made = zlib.decompressobj(window).decompress(body, MAX_BYTES + 1)
        except zlib.error:
            continue
        return made if len(made) <= MAX_BYTES else too_large(len(made))
    return "is packed and damaged"


def _headers(stream: _Bytes) -> dict[str, str] | None:
    """The headers of the next record; None at the end of the archive."""
    line = b"\r\n"
    while line in {b"\r\n", b"\n"}:
        line = stream.line()
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise _DamagedError
    lines: list[str] = []
    while (line := stream.line()) not in {b"\r\n", b"\n"}:
        if not line.endswith(b"\n") or len(lines) > 500:
            raise _DamagedError
        lines.append(line.decode("utf-8", "replace").strip())
    return _fields(lines)


def _fields(lines: Iterable[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, colon, value in pairs if colon}


class _Bytes:
    """A stream of chunks, read by line or by length."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._held = chunks, b""

    def _more(self) -> bool:
        chunk = next(self._chunks, b"")
        self._held += chunk
        return bool(chunk)

    def line(self) -> bytes:
        """The next line with its end; less at the end of the stream."""
        while b"\n" not in self._held and len(self._held) <= _MOST_HEADER and self._more():
            pass
        end = self._held.find(b"\n") + 1 or len(self._held)
        if end > _MOST_HEADER:
            raise _DamagedError
        line, self._held = self._held[:end], self._held[end:]
        return line

    def take(self, length: int) -> bytes:
        parts, size = [self._held], len(self._held)
        self._held = b""
        while size < length and (chunk := next(self._chunks, b"")):
            parts.append(chunk)
            size += len(chunk)
        whole = b"".join(parts)
        if size < length:
            raise _DamagedError
        self._held = whole[length:]
        return whole[:length]

    def skip(self, length: int) -> None:
        while length > len(self._held):
            length -= len(self._held)
            self._held = b""
            if not self._more():
                raise _DamagedError
        self._held = self._held[length:]


def _unzipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a gzip file, which for an archive has a member for each record; other bytes as they are."""
    first = next(chunks, b"")
    if not first.startswith(_GZIP):
        yield first
        yield from chunks
        return
    member, data = zlib.decompressobj(31), first
    while data:
        made = member.decompress(data, 1 << 20)
        if made:
            yield made
        if member.eof:
            data, member = member.unused_data, zlib.decompressobj(31)
            data = data.lstrip(b"\0")
        else:
            data = member.unconsumed_tail
        data = data or next(chunks, b"")
