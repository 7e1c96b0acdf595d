"""The files in what a user names: a file, a folder, a zip archive, a gzip; each as a stream of bytes.

Nothing is unpacked to the disk, and nothing is held whole: an archive of gigabytes passes through in blocks.
"""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tieline.model.errors import UnreadableInputError

_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, gzip.BadGzipFile, lzma.LZMAError, NotImplementedError)
_PACKED: tuple[tuple[bytes, Callable[[IO[bytes]], Any]], ...] = (
    (b"\x1f\x8b", lambda stream: gzip.GzipFile(fileobj=stream)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
)
_ENDINGS = (".gz", ".bz2", ".xz")
_PASSED_OVER = (".", "__MACOSX")
_FIRST = ("code", "roll_call")
"""In the names of tables that others are read with."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file to read.

    Attributes:
        path: The file on the disk.
        inner: The name inside the archive `path`; None where `path` is the file itself.
        name: How messages and rows call it: `BACI.zip/BACI_HS17_Y2022.csv`.
    """

    path: Path
    name: str
    inner: str | None = None

    @property
    def own_name(self) -> str:
        """The file's own name, without folders, archive or `.gz` (`.bz2`, `.xz`)."""
        last = (self.inner or self.path.name).rsplit("/", 1)[-1]
        packed = next((end for end in _ENDINGS if last.casefold().endswith(end)), "")
        return last.removesuffix(last[len(last) - len(packed) :]) if packed else last

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The bytes, uncompressed.

        Raises:
            UnreadableInputError: it can't be opened, or is damaged; also while it is read.
        """
        try:
            if self.inner is None:
                with self.path.open("rb") as plain, _unzipped(plain) as stream:
                    yield stream
            else:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.inner) as part, _unzipped(part) as stream:
                    yield stream
        except _DAMAGES as error:
            raise UnreadableInputError(f"{self.name}: {_damage(error)}") from error
        except OSError as error:
            raise UnreadableInputError(f"{self.name} can't be read: {error.strerror or error}") from error
        except RuntimeError as error:
            if "password" not in str(error):
                raise
            raise UnreadableInputError(
                f"{self.name} is locked with a password; unpack it and load what is in it"
            ) from error


def content_hash_of(path: Path) -> str:
    """SHA-256 of a file as it lies on the disk."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableInputError(f"{path} can't be read: {error.strerror}") from error


def members(path: Path) -> list[Member]:
    """The files that a path stands for, in the order of their names; tables of codes before what uses them.

    Raises:
        UnreadableInputError: there is nothing, or an archive is damaged.
    """
    if path.is_dir():
        found = [
            member
            for file in sorted(path.rglob("*"))
            if file.is_file() and not any(part.startswith(_PASSED_OVER) for part in file.relative_to(path).parts)
            for member in _in_folder(file)
        ]
        if not found:
            raise UnreadableInputError(f"{path} is a folder without files")
        return _tables_first(found)
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except FileNotFoundError:
        raise UnreadableInputError(f"there is no file {path}") from None
    except OSError as error:
        raise UnreadableInputError(f"{path} can't be read: {error.strerror}") from error
    return _tables_first(_archived(path)) if head in {b"PK\x03\x04", b"PK\x05\x06"} else [Member(path, path.name)]


def _in_folder(file: Path) -> list[Member]:
    """As `members`; an archive that can't be opened is left to be told of when it is its turn."""
    try:
        return members(file)
    except UnreadableInputError:
        return [Member(file, file.name)]


def _archived(path: Path) -> list[Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        raise UnreadableInputError(f"{path.name}: {_damage(error)}") from error
    if "[Content_Types].xml" in names:
        raise UnreadableInputError(f"{path.name} is an Excel workbook; save the sheet as CSV and load that")
    inner = sorted(name for name in names if not name.endswith("/") and not name.startswith(_PASSED_OVER))
    if not inner:
        raise UnreadableInputError(f"{path.name} is an empty zip archive")
    return [Member(path, f"{path.name}/{name}", name) for name in inner]


def _tables_first(found: list[Member]) -> list[Member]:
    return sorted(found, key=lambda member: not any(word in member.own_name.casefold() for word in _FIRST))


def _damage(error: Exception) -> str:
    return f"the archive (zip, gzip, bzip2, xz or Excel workbook) is damaged or cut short ({error or type(error).__name__}); download it again. Nothing of it was loaded"


@contextmanager
def _unzipped(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    buffered = io.BufferedReader(stream, 1 << 20)  # type: ignore[type-var]  # zipfile's stream is a raw one too
    head = buffered.peek(6)[:6]
    made = next((kind for magic, kind in _PACKED if head.startswith(magic)), None)
    if made is None:
        yield buffered
        return
    with made(buffered) as inner:
        yield inner


class Feed:
    """A stream that counts the lines that are read from it and can put another charset right.

    Attributes:
        lines: How many line ends were read.
        quoted: A quotation mark was read.
    """

    def __init__(self, stream: IO[bytes], charset: str = "utf-8") -> None:
        self._stream = stream
        self._recode = (
            None
            if charset == "utf-8"
            else io.TextIOWrapper(io.BufferedReader(_Raw(self)), charset, errors="replace", newline="")
        )
        self.lines = 0
        self.quoted = False
        self.closed = False

    def read_bytes(self, size: int) -> bytes:
        """Bytes as they are in the file."""
        return self._stream.read(size)

    def read(self, size: int = -1) -> bytes:
        """Bytes as UTF-8."""
        if self._recode is None:
            data = self.read_bytes(size)
        else:  # a letter takes up to four bytes
            data = self._recode.read(size // 4 or 1 if size >= 0 else -1).encode()
        self.lines += data.count(b"\n")
        self.quoted = self.quoted or b'"' in data
        return data

    def readable(self) -> bool:  # asked by pyarrow
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can't be gone back in."""
        return False

    def close(self) -> None:
        """Close it; the stream below stays open."""
        self.closed = True


class _Raw(io.RawIOBase):
    """A feed as a raw stream, for the charset's sake."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self._feed = feed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._feed.read_bytes(len(buffer))
        buffer[: len(data)] = data
        return len(data)
