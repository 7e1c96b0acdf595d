"""One statistics file into the ledger."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING

from tieline.model.errors import UnreadableInputError
from tieline.read.intake import Unreadable
from tieline.workspace.inputs import STDIN
from tieline.workspace.results import Loaded

if TYPE_CHECKING:
    from tieline.ledger import Ledger


def load_file(
    ledger: Ledger,
    file: str | os.PathLike[str],
    *,
    layout: str | None,
    dataset: str | None,
    vintage: str | None,
    tick: Callable[[int], object],
) -> Loaded | Unreadable:
    """Load a file table by table; a file that is none of ours is given back with its reason."""
    from tieline.trade import load_flows  # noqa: PLC0415

    name = STDIN if os.fspath(file) == "-" else os.fspath(file)
    rows = new = 0
    with _as_path(file) as path:
        try:
            loading = load_flows(path, layout=layout, dataset=dataset, vintage=vintage)
            for table in loading.tables:
                new += ledger.add_flows(table)
                rows += table.num_rows
                tick(table.num_rows)
        except UnreadableInputError as error:
            return Unreadable(name, str(error).removeprefix(f"{path}: ").removeprefix(f"{path.name}: "))
    problems = tuple(
        str(problem).removeprefix(f"{path}").removeprefix(path.name).lstrip(",: ") for problem in loading.problems
    )
    return Loaded(name, loading.layout, loading.dataset, rows, new, problems, tuple(loading.notes))


@contextmanager
def _as_path(file: str | os.PathLike[str]) -> Iterator[Path]:
    """Standard input as a file with the right ending, since Parquet is read from its end."""
    if os.fspath(file) != "-":
        yield Path(file)
        return
    head = sys.stdin.buffer.read(4)
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        path = Path(folder) / ("stdin.parquet" if head == b"PAR1" else "stdin.csv")
        with path.open("wb") as copy:
            copy.write(head)
            copyfileobj(sys.stdin.buffer, copy)
        yield path
