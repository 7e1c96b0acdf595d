"""Look at the first bytes of a file: what kind it is, its charset, how its columns are parted and what they are called."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tieline.model import lazy_re as re
from tieline.model.errors import UnreadableInputError
from tieline.trade.files.members import Member

HEAD = 256 * 1024
OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"<", "a web page or XML"),
)
"""How files of other kinds begin."""
WHAT_IS_READ = "statistics are read from CSV, Parquet and Comtrade's JSON files, also in zip, gzip and folders"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose header is known.

    Attributes:
        kind: `csv`, `parquet`, `json` or `stata`.
        columns: The names as they are folded (see `folded`), one for each cell of a row.
        given: The names as the file has them.
        skip: Lines up to and with the header.
        quoted: There are quotation marks, so that a cell may hold a line end.
    """

    member: Member
    kind: str
    columns: tuple[str, ...]
    given: tuple[str, ...]
    delimiter: str = ","
    charset: str = "utf-8"
    skip: int = 1
    quoted: bool = True


def folded(name: str) -> str:
    """A heading without case, blanks and joints: `ref_year`, `refYear` and `Ref Year` are one.

    >>> folded("ref_year"), folded("refYear"), folded("Trade Value (US$)")
    ('refyear', 'refyear', 'tradevalueus$')
    """
    return re.sub(r"[\s_.\-()\[\]\"'\ufeff]+", "", name.strip().casefold())


def look(member: Member, charset: str | None = None) -> Sheet:
    """Look at a file.

    Args:
        member: The file.
        charset: Of a CSV file, where it is told; else UTF-8, UTF-16 or Windows-1252, by its bytes.

    Raises:
        UnreadableInputError: it is empty, damaged, or of a kind that is not read.
    """
    with member.open() as stream:
        head = stream.read(HEAD)
        if head[:4] == b"PAR1":
            data = head + stream.read() if member.inner is not None else b""
            return _parquet(member, data)
    if not head.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise UnreadableInputError(f"{member.name} is empty; {WHAT_IS_READ}")
    if head.startswith(b"<stata_dta>"):
        return Sheet(member, "stata", *_stata_columns(member))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:16]
    for magic, kind in OTHER_KINDS:
        if start.startswith(magic):
            raise UnreadableInputError(f"{member.name} is {kind}; {WHAT_IS_READ}")
    charset = charset or _charset(head, member)
    if start[:1] in {b"{", b"["}:
        with member.open() as stream:
            rows = records(member, stream.read())
        given = tuple(dict.fromkeys(name for row in rows[:1000] for name in row))
        return Sheet(member, "json", given, given)
    return _csv(member, head.decode(charset, errors="replace"), charset, whole=len(head) < HEAD)


def _stata_columns(member: Member) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings of a Stata file (of version 13 and later): they stand in its head, in fields of one width."""
    with member.open() as stream:
        head = stream.read(HEAD)
    found = re.search(rb"<varnames>(.*?)</varnames>", head, re.DOTALL)
    release = re.search(rb"<release>(\d+)</release>", head)
    if not found or not release:
        raise UnreadableInputError(f"{member.name} is a damaged Stata file; save it as CSV")
    width = 33 if int(release[1]) < 118 else 129
    parts = (
        found[1][at : at + width].split(b"\0")[0].decode(errors="replace") for at in range(0, len(found[1]), width)
    )
    given = tuple(part for part in parts if part)
    return tuple(folded(name) for name in given), given


def _charset(head: bytes, member: Member) -> str:
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if b"\0" in head:
        raise UnreadableInputError(f"{member.name} is a binary file; {WHAT_IS_READ}")
    try:
        head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _csv(member: Member, text: str, charset: str, *, whole: bool) -> Sheet:
    lines = text.removeprefix("\ufeff").splitlines()
    first = next(at for at, line in enumerate(lines) if line.strip())
    delimiter = max(",;\t|", key=lines[first].count)
    rows = csv.reader(io.StringIO("\n".join(lines[first:] if whole else lines[first:-1])), delimiter=delimiter)
    try:
        given = tuple(cell.strip() for cell in next(rows, []))
        second = next((row for row in rows if any(cell.strip() for cell in row)), [])
    except csv.Error as error:
        raise UnreadableInputError(f"{member.name}: the header can't be parted into columns: {error}") from error
    names = [folded(name) or f"column {at + 1}" for at, name in enumerate(given)]
    if len(second) == len(given) + 1 and not second[-1].strip():
        names.append("behind the last comma")  # Comtrade's web files: 47 headings and 48 cells
    seen: dict[str, int] = {}
    for at, name in enumerate(names):
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:
            names[at] = f"{name} {seen[name]}"
    return Sheet(member, "csv", tuple(names), given, delimiter, charset, first + 1, '"' in text)


def _parquet(member: Member, data: bytes) -> Sheet:
    try:
        names = pq.read_schema(io.BytesIO(data) if data else member.path).names
    except (pa.ArrowException, OSError) as error:
        raise UnreadableInputError(f"{member.name} is a damaged Parquet file: {error}") from error
    return Sheet(member, "parquet", tuple(folded(name) for name in names), tuple(names))


def records(member: Member, data: bytes) -> list[dict[str, Any]]:
    """The records of a JSON answer, a list, or an object with a list under `data` or `dataset`; their keys folded.

    Raises:
        UnreadableInputError: it is something else.
    """
    try:
        found = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise UnreadableInputError(f"{member.name} is damaged JSON: {error}") from error
    said = ""
    if isinstance(found, dict):
        said = next((str(found[key]) for key in ("message", "error", "errorMessage") if found.get(key)), "")
        found = next((found[key] for key in ("data", "dataset", "results") if key in found), None)
    if found == []:
        raise UnreadableInputError(
            f"{member.name} is an answer without any record{f' ({said[:200]})' if said else ''}: ask the service again, for other countries, "
            "codes or periods"
        )
    if found is None and said:
        raise UnreadableInputError(f"{member.name} is no data but a message of the service: {said[:200]}")
    if not isinstance(found, list) or not found or not all(isinstance(row, dict) for row in found):
        raise UnreadableInputError(
            f"{member.name} is JSON, but no answer of the Comtrade API (an object with a list `data` of records); "
            f"{WHAT_IS_READ}"
        )
    return [{folded(name): value for name, value in row.items()} for row in found]
