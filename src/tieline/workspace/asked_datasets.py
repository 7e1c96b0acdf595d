"""Datasets as callers name them: those that the ledger has, or a message that says which there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tieline.model.errors import UsageError

if TYPE_CHECKING:
    from tieline.ledger import Ledger

PRESS = "press"
"""Acts that were read in stories, where acts are asked for."""


def known_datasets(ledger: Ledger, names: str | Sequence[str] | None, *, ties: bool = False) -> tuple[str, ...]:
    """The datasets a caller names, none for all.

    Args:
        ledger: Where they are looked for.
        names: One name or several.
        ties: Datasets of ties by year count too, and `press`.

    Raises:
        UsageError: the ledger does not have one of them; names those it has.
    """
    asked = (names,) if isinstance(names, str) else tuple(names or ())
    if not asked:
        return ()
    held = set(ledger.holds(asked))
    lacking = [name for name in asked if name not in held and not (ties and name == PRESS)]
    if lacking and ties:
        of_years = set(_named(ledger, "tie_counts"))
        lacking = [name for name in lacking if name not in of_years]
    if lacking:
        known = {each.name for each in ledger.datasets()} | set(_named(ledger, "events"))
        known |= {*_named(ledger, "tie_counts"), PRESS} if ties else set()
        raise UsageError(f"no dataset {lacking[0]!r} in the ledger; it holds {', '.join(sorted(known)) or 'none'}")
    return asked


def _named(ledger: Ledger, table: str) -> list[str]:
    return [str(row["dataset"]) for row in ledger.query(f"SELECT DISTINCT dataset FROM {table}").to_pylist()]
