"""Errors that a person reads: what was wrong, the value, what is allowed and what to do. Each knows its exit code."""

from __future__ import annotations


class TielineError(Exception):
    """The base of all errors raised on purpose; `exit_code` is what the command line ends with."""

    exit_code = 3


class UsageError(TielineError):
    """The call itself is wrong: an address where a file is wanted, an unknown name."""

    exit_code = 2


class UnreadableInputError(TielineError):
    """An input that can't be read: a PDF given as text, an empty file, a table without a column it needs."""

    exit_code = 3


class UnknownLayoutError(UnreadableInputError):
    """A table whose headings are those of no layout that is known, or lack a column of the nearest."""


class MissingDataError(TielineError):
    """Something asked for is not there: no such document, claim, verdict, or no ledger in that folder."""

    exit_code = 4


class LedgerError(TielineError):
    """The ledger can't be opened or written: no ledger, made by a newer version, a full disk."""

    exit_code = 4


class ProcessError(TielineError):
    """Other processes are needed and can't be started, or die one after the other."""

    exit_code = 4


class ConflictError(UnreadableInputError):
    """Two files of one dataset and vintage give different values for one figure."""

    exit_code = 3
