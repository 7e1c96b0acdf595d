"""Documents to claims in batches, and batches to the ledger, so that memory is bounded and little can be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from tieline.model.documents import Document
from tieline.model.errors import TielineError, UnreadableInputError, UsageError
from tieline.read.pages.intake import Unreadable
from tieline.read.version import reader_version
from tieline.workspace.engine import Ready, map_batches
from tieline.workspace.jobs import FEW, engine_for
from tieline.workspace.known import Found
from tieline.workspace.results import Reading

if TYPE_CHECKING:
    from tieline.ledger import Ledger

T = TypeVar("T")
READ_AT_ONCE = 16
COMMIT_DOCUMENTS = 200
COMMIT_SECONDS = 5.0


@dataclass(slots=True)
class Recorded:
    """What was recorded so far.

    Attributes:
        documents: New documents, or versions of them.
        claims: New claims.
        changed: Ids under which the ledger had another text.
        passed_over: Files of folders that are no texts, and were not read.
    """

    documents: int = 0
    claims: int = 0
    changed: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def read_all(found: Iterable[Found], problems: list[Unreadable], jobs: int | None = None) -> Iterator[Reading]:
    """Read documents as they come, in their order; what can't be read goes to `problems`.

    Args:
        found: Documents, what can't be read, and what was read before.
        problems: Grows while it is read.
        jobs: The number of processes; by default one for up to `engine.FEW` documents, else one for each core, up to
            `jobs.MOST_JOBS`.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} processes can't read; --jobs takes a whole number from 1 up")
    for result in _read(_readable(found, problems), jobs):
        if isinstance(result, Unreadable):
            problems.append(result)
        else:
            yield result


def _read(items: Iterator[Document | Ready[Reading | Unreadable]], jobs: int | None) -> Iterator[Reading | Unreadable]:
    """Hold a few documents back until it is known whether there are more: it decides where they are read."""
    held: list[Document | Ready[Reading | Unreadable]] = []
    count = 0
    try:
        for item in items:
            if isinstance(item, Ready) and not held:
                yield item.result
                continue
            held.append(item)
            count += isinstance(item, Document)
            if jobs is not None or count > FEW:
                break
    except Exception:
        yield from _mapped(iter(held), 1, many=False)
        raise
    if held:
        yield from _mapped(_chained(held, items), jobs, many=count > FEW)


def _mapped(
    items: Iterator[Document | Ready[Reading | Unreadable]], jobs: int | None, *, many: bool
) -> Iterator[Reading | Unreadable]:
    engine = engine_for(read_batch, lost, many=many, jobs=jobs, name="reading")
    return map_batches(engine, items, size=READ_AT_ONCE)


def _chained(held: list[T], items: Iterator[T]) -> Iterator[T]:
    while held:
        yield held.pop(0)
    yield from items


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


def lost(document: Document, how: str) -> Unreadable:
    """What is told of a document that cost the process its life that read it."""
    said = f"the process that read it died ({how}), of it or for want of memory; the other documents are read"
    return Unreadable(document.id, said)


def record_all(
    ledger: Ledger, found: Iterable[Found], problems: list[Unreadable], added: Recorded, jobs: int | None = None
) -> Iterator[Reading]:
    """Read and record; each document is given when it is in the ledger."""
    for batch in in_time(read_all(found, problems, jobs)):
        yield from _add(ledger, batch, problems, added)


def _add(ledger: Ledger, batch: list[Reading], problems: list[Unreadable], added: Recorded) -> list[Reading]:
    """Record a batch; if a text in it can't be stored, one by one."""
    new = [reading for reading in batch if not reading.recorded]
    if not new:
        return batch
    try:
        told = {reading.document.version_id: reading.warnings for reading in new}
        more = ledger.add_reads([(r.document, r.claims) for r in new], reader=reader_version(), warnings=told)
    except UnreadableInputError as error:
        if len(batch) == 1:
            problems.append(Unreadable(batch[0].document.id, str(error)))
            return []
        return [reading for one in batch for reading in _add(ledger, [one], problems, added)]
    added.documents += more.documents
    added.claims += more.claims
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


def _readable(found: Iterable[Found], problems: list[Unreadable]) -> Iterator[Document | Ready[Reading | Unreadable]]:
    for one in found:
        if isinstance(one, Unreadable):
            problems.append(one)
        else:
            yield one


def _told_once(document: Document, warnings: Iterable[str]) -> tuple[str, ...]:
    """The warnings of intake and reader, each subject once, without the document's id before them."""
    bare = (warning.removeprefix(f"{document.id}: ") for warning in (*document.warnings, *warnings))
    return tuple({warning.partition(":")[0]: warning for warning in bare}.values())
