"""Making and opening ledgers, with the published facts that come with tieline."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieline.ledger import Ledger


def opened(folder: Path) -> Ledger:
    """Open a ledger that is there; none is made."""
    from tieline.ledger import Ledger  # noqa: PLC0415

    return Ledger.open(folder)


def made(folder: Path, *, bundled: bool) -> Ledger:
    """Open a ledger, or make it; one that shall hold the published facts gets those it lacks."""
    from tieline.ledger import Ledger  # noqa: PLC0415

    new = not (folder.is_dir() and any(folder.iterdir()))
    ledger = Ledger.create(folder, bundled=bundled)
    if ledger.bundled:
        from tieline.trade import bundled_flows  # noqa: PLC0415

        flows = bundled_flows()
        # a query, which a new ledger need not wait for
        held = {} if new else ledger.holds({flow.dataset for flow in flows})
        if any(held.get(name, 0) < sum(f.dataset == name for f in flows) for name in {f.dataset for f in flows}):
            ledger.add_flows(flows)
    return ledger


@contextmanager
def passing_ledger(*, bundled: bool) -> Iterator[Ledger]:
    """Make a ledger that is thrown away, for its published facts."""
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        yield made(Path(folder) / "ledger", bundled=bundled)


def is_foreign(folder: Path) -> bool:
    """Something that is no ledger lies where the ledger should."""
    return folder.is_file() or (folder.is_dir() and any(folder.iterdir()))
