"""Documents to claims in batches, and batches to the ledger, so that memory is bounded and little can be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from tieline.model.documents import Document
from tieline.model.errors import TielineError, UnreadableInputError
from tieline.read.intake import Unreadable
from tieline.workspace.engine import map_batches
from tieline.workspace.results import Reading

if TYPE_CHECKING:
    from tieline.ledger import Ledger

T = TypeVar("T")
READ_AT_ONCE = 32
COMMIT_DOCUMENTS = 200
COMMIT_SECONDS = 5.0


def read_all(found: Iterable[Document | Unreadable], problems: list[Unreadable]) -> Iterator[Reading]:
    """Read documents as they come; what can't be read goes to `problems`."""
    for result in map_batches(read_batch, _readable(found, problems), size=READ_AT_ONCE):
        if isinstance(result, Unreadable):
            problems.append(result)
        else:
            yield result


def read_batch(documents: Sequence[Document]) -> list[Reading | Unreadable]:
    """Read a batch; a document that the reader fails on is told, and the others are read.

    Raises:
        TielineError: no document can be read, as the language model is not installed.
    """
    from tieline.read import read_documents  # noqa: PLC0415

    try:
        results = list(read_documents(documents))
    except TielineError:
        raise
    except Exception as error:  # noqa: BLE001 -- a mistake in a rule shall cost one document, not the batch
        if len(documents) == 1:
            said = (
                f"the reader failed on it ({type(error).__name__}: {error}), which is a mistake in tieline; report it"
            )
            return [Unreadable(documents[0].id, said)]
        return [result for document in documents for result in read_batch([document])]
    return [Reading(r.document, tuple(r.claims), _told_once(r.document, r.warnings)) for r in results]


def record_all(
    ledger: Ledger, found: Iterable[Document | Unreadable], problems: list[Unreadable], added: list[int]
) -> Iterator[Reading]:
    """Read and record; each document is given when it is in the ledger. `added`: new documents, new claims."""
    for batch in in_time(read_all(found, problems)):
        yield from _add(ledger, batch, problems, added)


def _add(ledger: Ledger, batch: list[Reading], problems: list[Unreadable], added: list[int]) -> list[Reading]:
    """Record a batch; if a text in it can't be stored, one by one."""
    try:
        new = ledger.add_reads([(reading.document, reading.claims) for reading in batch])
    except UnreadableInputError as error:
        if len(batch) == 1:
            problems.append(Unreadable(batch[0].document.id, str(error)))
            return []
        return [reading for one in batch for reading in _add(ledger, [one], problems, added)]
    added[0] += new.documents
    added[1] += new.claims
    return batch


def in_time(items: Iterable[T]) -> Iterator[list[T]]:
    """Batches small enough to lose little and to show something soon; what breaks off gives first what is done."""
    batch: list[T] = []
    since = monotonic()
    try:
        for item in items:
            batch.append(item)
            if len(batch) >= COMMIT_DOCUMENTS or monotonic() - since > COMMIT_SECONDS:
                yield batch
                batch, since = [], monotonic()
    except (Exception, KeyboardInterrupt):
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _readable(found: Iterable[Document | Unreadable], problems: list[Unreadable]) -> Iterator[Document]:
    for one in found:
        if isinstance(one, Unreadable):
            problems.append(one)
        else:
            yield one


def _told_once(document: Document, warnings: Iterable[str]) -> tuple[str, ...]:
    """The warnings of intake and reader, each subject once, without the document's id before them."""
    bare = (warning.removeprefix(f"{document.id}: ") for warning in (*document.warnings, *warnings))
    return tuple({warning.partition(":")[0]: warning for warning in bare}.values())
