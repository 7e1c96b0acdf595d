"""What the ledger knows already of a story that is given again: its date, its outlet, its address, and what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tieline.model.documents import Document
from tieline.read.pages.intake import Unreadable
from tieline.workspace.engine import Ready
from tieline.workspace.results import Reading

if TYPE_CHECKING:
    from tieline.ledger import Ledger

_AT_ONCE = 32
_MOST_AT_ONCE = 512
"""Looked up at once where all are known: a look-up costs as much as the ledger is large."""
_OF_TEXT = frozenset({"dateline", "stamp", "text"})
"""What was found in the words of a text: the same words say nothing new by it."""
_WITHDRAWN = "its text was withdrawn from this ledger, and is not stored again"
_FIELDS = ("published", "outlet", "lang", "url")

Found = Document | Unreadable | Ready[Reading | Unreadable]
"""A document to read, one that can't be, or what was read in one before."""


def as_known(
    ledger: Ledger, found: Iterable[Document | Unreadable], reader: str | None = None, changed: list[str] | None = None
) -> Iterator[Found]:
    """Give for a text that the ledger has under the same id the document recorded, unless something new is said of it.

    So `tieline check story.txt` after `tieline read story.txt --published DATE` does not forget the date. What the
    reader of that version has read in it is given instead of it: stopped work goes on where it stopped. `changed` gets
    the ids under which the ledger has another text.
    """
    source, size = iter(found), _AT_ONCE
    while batch := list(islice(source, size)):
        known = ledger.known({one.id for one in batch if isinstance(one, Document)}, reader=reader)
        size = min(2 * size, _MOST_AT_ONCE) if len(known) >= len(batch) else _AT_ONCE
        for one in batch:
            before = known.get(one.id) if isinstance(one, Document) else None
            if before is None or not isinstance(one, Document):
                yield one
            elif not _says_nothing_new(one, before.document):
                if changed is not None and one.text_sha256 != before.document.text_sha256:
                    changed.append(one.id)
                yield one
            elif before.document.withdrawn:  # there is no text that a newer reader could read
                claims = tuple(ledger.claims(document=before.document.version_id))
                yield Ready(Reading(before.document, claims, (*before.warnings, _WITHDRAWN), recorded=True))
            elif before.claims is None:
                yield before.document
            else:
                yield Ready(Reading(before.document, before.claims, before.warnings, recorded=True))


def _says_nothing_new(document: Document, before: Document) -> bool:
    if document.text_sha256 != before.text_sha256:
        return False
    said, held = document.to_json(), before.to_json()
    found = {"published": document.published_from, "outlet": document.outlet_from, "lang": document.lang_from}
    return all(said[name] in {None, held[name]} or found.get(name) in _OF_TEXT for name in _FIELDS)
