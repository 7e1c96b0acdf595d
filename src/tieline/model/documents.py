"""A press item: raw text kept and hashed, with outlet, publication date and language."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tieline.model.periods import Period


def content_hash(*parts: str | None) -> str:
    """SHA-256 over the parts, each with its length, as 64 hex digits; None differs from the empty string."""
    digest = hashlib.sha256()
    for part in parts:
        data = b"" if part is None else part.encode("utf-8", "surrogatepass")
        digest.update(b"-" if part is None else str(len(data)).encode())
        digest.update(b":")
        digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _identity(*parts: str | None) -> str:
    """The identity of a version, kept for the claims of one document, which ask for it one after another."""
    return content_hash("document", *parts)[:24]


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a press item.

    Attributes:
        id: The name that its giver uses: the `id` of the input, a file's name.
        text: The text that quotes count in. For plain text the text as given; for markup the text extracted.
        published: When it was published, as precisely as known (a day or a month); None if not known.
        published_from: Where the date was found: `given`, `json-ld`, `meta`, `time`, `page`, `item`, `front matter`,
            `dateline`, `stamp`.
        raw: The markup as given, where `text` was extracted from it; None for plain text.
        warnings: What was odd when it was taken in, in words for a person.
        withdrawn: Of a story whose text was taken out of the ledger: the hash of the text and the identity that it had.
        outlet_from: Where the outlet was found: as `published_from`, or `channel` (the feed's title).
        lang_from: Where the language was found: as these, or `html` (the page's root), `text` (its own words).
    """

    id: str
    text: str
    published: Period | None = None
    outlet: str | None = None
    lang: str | None = None
    url: str | None = None
    published_from: str | None = None
    raw: str | None = None
    warnings: tuple[str, ...] = ()
    outlet_from: str | None = None
    lang_from: str | None = None
    withdrawn: tuple[str, str] | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text that quotes count in; of a withdrawn story, of the text it had."""
        if self.withdrawn is not None:
            return self.withdrawn[0]
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def address(self) -> str:
        """What makes two texts versions of one story: the URL, or the id where there is none."""
        return self.url or self.id

    @property
    def version_id(self) -> str:
        """Identity of this version: the same address and content give the same 24 hex digits."""
        if self.withdrawn is not None:
            return self.withdrawn[1]
        when = self.published.iso if self.published else None
        return _identity(self.address, self.id, self.raw or self.text, when, self.outlet, self.lang)

    def to_json(self) -> dict[str, Any]:
        """The document as a JSON object, in the form that `tieline read` takes as input."""
        return {
            "id": self.id,
            "text": self.text,
            "published": self.published.iso if self.published else None,
            "outlet": self.outlet,
            "lang": self.lang,
            "url": self.url,
            "text_sha256": self.text_sha256,
            "version_id": self.version_id,
            **({"withdrawn": True} if self.withdrawn else {}),
        }
