"""A batch of documents in, claims out: pure, without ledger, network or clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tieline.read.reader import ReadResult, read_documents

__all__ = ["ReadResult", "read_documents"]


def __getattr__(name: str) -> Any:
    """Load the reader and its patterns on first use: most commands only need what documents look like."""
    if name in __all__:
        from tieline.read import reader  # noqa: PLC0415

        return getattr(reader, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
