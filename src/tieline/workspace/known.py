"""What the ledger knows already of a story that is given again: its date, its outlet, its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tieline.model.documents import Document
from tieline.read.intake import Unreadable

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_AT_ONCE = 32
_OF_TEXT = frozenset({"dateline", "text"})
"""What was found in the words of a text: the same words say nothing new by it."""
_FIELDS = ("published", "outlet", "lang", "url")


def as_known(ledger: Ledger, found: Iterable[Document | Unreadable]) -> Iterator[Document | Unreadable]:
    """Give for a text that the ledger has under the same id the document recorded, unless something new is said of it.

    So `tieline check story.txt` after `tieline read story.txt --published DATE` does not forget the date.
    """
    source = iter(found)
    while batch := list(islice(source, _AT_ONCE)):
        known = _recorded(ledger, [one for one in batch if isinstance(one, Document)])
        yield from (known.get(one.id, one) if isinstance(one, Document) else one for one in batch)


def _recorded(ledger: Ledger, documents: list[Document]) -> dict[str, Document]:
    if not documents:
        return {}
    sql = f"""SELECT id, version_id, text_sha256, {", ".join(_FIELDS)} FROM documents
        WHERE id IN (SELECT unnest($1::VARCHAR[]))"""
    rows = {row["id"]: row for row in ledger.query(sql, [[document.id for document in documents]]).to_pylist()}
    same = {d.id: rows[d.id]["version_id"] for d in documents if d.id in rows and _says_nothing_new(d, rows[d.id])}
    return {name: ledger.document(version).document for name, version in same.items()}


def _says_nothing_new(document: Document, row: dict[str, str | None]) -> bool:
    if document.text_sha256 != row["text_sha256"]:
        return False
    said = document.to_json()
    found = {"published": document.published_from, "outlet": document.outlet_from, "lang": document.lang_from}
    return all(said[name] in {None, row[name]} or found.get(name) in _OF_TEXT for name in _FIELDS)
