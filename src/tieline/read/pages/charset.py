"""Bytes to text: the charset that a file declares, else UTF-8, else the one detected; whatever was done is said."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from tieline.model import lazy_re as re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]*\bencoding=["']([\w.:-]+)|<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# The WHATWG encoding standard: labels that pages use for a wider charset than they name.
_LABELS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "iso-8859-9": "cp1254", "tis-620": "cp874",
}  # fmt: skip
_NAMES = {"mac_roman": "Mac Roman", "cp1252": "windows-1252", "cp1254": "windows-1254"}
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a zip archive or an Office file"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"WARC/", "a WARC archive"),
)
_CONTROLS = bytes(x for x in range(32) if x not in b"\t\n\v\f\r\x1b") + b"\x7f"
_SAMPLE = 65536
_MAC_APOSTROPHE = re.compile(rb"[A-Za-z]\xd5(?:s|t|re|ve|ll|d|m)\b")
"""The apostrophe of Mac Roman in a word; in windows-1252 it would be a capital letter there."""
_RUN = re.compile(rb"[\x80-\xff]{3}")  # letters of another script stand side by side


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what was odd about its bytes."""

    text: str
    warnings: tuple[str, ...] = ()


def binary_kind(data: bytes) -> str | None:
    """Name the kind of a file that is no text by its first bytes; None if they tell nothing.

    >>> binary_kind(b"%PDF-1.7 ..."), binary_kind(b"Trade grew.")
    ('a PDF', None)
    """
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "an image, a sound or a film"
    if data[4:8] == b"ftyp":
        return "a film or an image"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a file's bytes; raise NotTextError for what is no text.

    A byte order mark or a declaration in the markup decides, then UTF-8, then `charset` (what the server said), then
    the one detected. NUL bytes in what is plainly text become spaces.

    >>> decode("café".encode("latin-1")).text
    'café'
    """
    kind = binary_kind(data)
    if kind:
        raise NotTextError(kind)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _cleaned(data.decode(name, "replace"), _said(name.removesuffix("-sig"), "its byte order mark"))
    wide = _wide(data)
    if wide:
        return _cleaned(data.decode(wide, "replace"), _said(wide, "detected"))
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample):
        raise NotTextError("binary data")
    text, warnings = _narrow(data, _declared(data) or _known(charset))
    return _cleaned(text, warnings)


def _said(charset: str, how: str) -> tuple[str, ...]:
    name = _NAMES.get(charset, charset)
    if how == "detected":
        return (f"is not UTF-8: read as {name}, which was detected",)
    return () if name == "utf-8" else (f"is not UTF-8: read as {name}, by {how}",)


def _cleaned(text: str, warnings: tuple[str, ...]) -> Decoded:
    nuls = text.count("\0")
    if nuls:
        return Decoded(text.replace("\0", " "), (*warnings, f"{nuls} NUL characters were replaced by spaces"))
    return Decoded(text, warnings)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: most of every second byte is NUL."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.1:
        return "utf-16-le"
    if even > 0.5 and odd < 0.1:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096]) if data.lstrip()[:1] == b"<" else None
    if not found:
        return None
    return _known((found[1] or found[2]).decode("ascii"))


def _known(label: str | None) -> str | None:
    """The name of a charset by one of its labels; None for an unknown one."""
    label = (label or "").strip().lower()
    try:
        return codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return None


def _narrow(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    seven_bit = declared is not None and declared.startswith(("iso2022", "hz"))
    if not seven_bit:
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError as error:
            at_the_end = error.reason == "unexpected end of data" and len(data) - error.start > 1  # cut in a letter
    if declared and declared != "utf-8":
        try:
            return data.decode(declared), _said(declared, "its own declaration")
        except (UnicodeError, LookupError):
            at_the_end = False
    lossy = data.decode("utf-8", "replace")
    bad = lossy.count("\ufffd")
    good = sum(1 for letter in lossy if letter > "\x7f") - bad
    if at_the_end or good >= 4 * bad:
        return lossy, (f"has {bad} places that are not UTF-8, shown as �",)
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high < 0.03 * len(data) or (high < 16 and not _RUN.search(data)):
        charset = "mac_roman" if _MAC_APOSTROPHE.search(data) else "cp1252"  # English with a few quotes and dashes
        return data.decode(charset, "replace"), _said(charset, "detected")
    charset = _detected(data)
    return data.decode(charset, "replace"), _said(charset, "detected")


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[: 16 * _SAMPLE]).best()
    return best.encoding if best else "cp1252"
