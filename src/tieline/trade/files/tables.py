"""Open a statistics file: what kind it is, how its columns are parted, and what they are called."""

from __future__ import annotations

import csv
import gzip
import io
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tieline.model.errors import UnreadableInputError
from tieline.trade.files.sheets import OTHER_KINDS

_OTHER_KINDS = (*OTHER_KINDS, (b"{", "JSON"), (b"[", "JSON"))
_WHAT_IS_READ = "statistics are read from CSV (also gzipped) and Parquet files"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose header is known. `text` is the CSV without its mark of byte order; None for Parquet."""

    path: Path
    columns: tuple[str, ...]
    delimiter: str = ","
    text: str | None = None

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return self.path.name

    @property
    def stem(self) -> str:
        """The name without its endings, the default name of a dataset."""
        return self.path.name.split(".")[0]


def open_file(path: Path) -> Opened:
    """Look at a file and read its header.

    Raises:
        UnreadableInputError: it is not there, a folder, empty, or of another kind than CSV and Parquet.
    """
    try:
        if path.is_dir():
            raise UnreadableInputError(f"{path} is a folder; name the files in it")
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableInputError(f"there is no file {path}") from None
    except OSError as error:
        raise UnreadableInputError(f"{path} can't be read: {error.strerror}") from error
    if data[:4] == b"PAR1":
        return Opened(path, _parquet_columns(path))
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError) as error:
            raise UnreadableInputError(f"{path.name} is a damaged gzip file: {error}") from error
    text = _decode(data, path)
    head = text[:65536].splitlines()[0]
    delimiter = max(",;\t", key=head.count)
    columns = next(csv.reader(io.StringIO(head), delimiter=delimiter))
    return Opened(path, tuple(column.strip().casefold() for column in columns), delimiter, text)


def _parquet_columns(path: Path) -> tuple[str, ...]:
    try:
        return tuple(name.strip().casefold() for name in pq.read_schema(path).names)
    except (pa.ArrowException, OSError) as error:
        raise UnreadableInputError(f"{path.name} is a damaged Parquet file: {error}") from error


def _decode(data: bytes, path: Path) -> str:
    if not data.strip():
        raise UnreadableInputError(f"{path.name} is empty; {_WHAT_IS_READ}")
    start = data.lstrip()[:16]
    for magic, kind in _OTHER_KINDS:
        if start.startswith(magic):
            raise UnreadableInputError(f"{path.name} is {kind}; {_WHAT_IS_READ}")
    codec = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    if codec == "utf-8-sig" and b"\0" in data[:65536]:
        raise UnreadableInputError(f"{path.name} is a binary file; {_WHAT_IS_READ}")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.lstrip("\r\n")
