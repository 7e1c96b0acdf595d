"""What the storage engines raise, told as a LedgerError that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from deltalake.exceptions import CommitFailedError, DeltaError

from tieline.model import lazy_re as re
from tieline.model.errors import LedgerError

# deltalake gives the system's error as text only: ENOSPC, EFBIG, EDQUOT and EACCES, EPERM, EROFS
_FULL = re.compile(r"\(os error (28|27|122)\)|\[Errno (28|27|122)\]|No space left on device", re.IGNORECASE)
_DENIED = re.compile(r"\(os error (13|1|30)\)|\[Errno (13|1|30)\]|Permission denied", re.IGNORECASE)


def explained(error: Exception, path: Path) -> LedgerError:
    """Put an error of the file system, Delta Lake or DuckDB into words for the ledger's user."""
    text = str(error)
    if _FULL.search(text):
        return LedgerError(
            f"the disk is full: {path} could not be written. Nothing recorded before was lost, and nothing of this "
            "batch counts until it is whole; free some space and run the same command again"
        )
    if _DENIED.search(text):
        return LedgerError(f"no permission for {path}: {text}. Give yourself the right to it, or name another ledger")
    return LedgerError(
        f"the ledger {path} can't be read or written ({type(error).__name__}: {text}). If a file in it was changed or "
        "removed by hand, put it back from a copy; other ledgers are not touched"
    )


@contextmanager
def storage(path: Path) -> Iterator[None]:
    """Turn what the engines raise into LedgerError; a lost race (CommitFailedError) goes through, to be tried again."""
    try:
        yield
    except CommitFailedError as error:
        if _FULL.search(str(error)):
            raise explained(error, path) from error
        raise
    except (DeltaError, duckdb.IOException, OSError) as error:
        raise explained(error, path) from error
