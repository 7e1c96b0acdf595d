"""A batch of documents in, claims out: pure, without ledger, network or clock."""

from tieline.read.reader import ReadResult, read_documents

__all__ = ["ReadResult", "read_documents"]
