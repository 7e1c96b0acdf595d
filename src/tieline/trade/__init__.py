"""Statistics: loaders, and what is computed from flows.

>>> from tieline.trade import LAYOUTS
>>> sorted(LAYOUTS)
['figures', 'pair-totals']
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from tieline.ledger import flows_table
from tieline.trade.bundled import bundled_flows
from tieline.trade.figures import read_figures
from tieline.trade.files import Opened, open_file
from tieline.trade.layouts import LAYOUTS, Layout, layout_of
from tieline.trade.loading import Loading, Problem
from tieline.trade.pair_totals import read_pair_totals

__all__ = ["LAYOUTS", "Layout", "Loading", "Problem", "bundled_flows", "load_flows"]


def load_flows(
    path: Path, *, layout: str | None = None, dataset: str | None = None, vintage: str | None = None
) -> Loading:
    """Open a statistics file and give its flows, table by table.

    The file's kind and header are checked at once; its rows are read as `Loading.tables` is. A row that can't be read
    is left out and noted in `Loading.problems`, the rest goes on.

    Args:
        path: A CSV file (comma, semicolon or tab; also gzipped) or a Parquet file.
        layout: A key of `LAYOUTS`; recognised by the header if not given.
        dataset: The dataset's name; by default the file's own column, else the file's name without its ending.
        vintage: The day on which the statistics were released, ISO; by default the file's own column, else not known.

    Raises:
        UnreadableInputError: no such file, empty, of another kind, or without a column that its layout needs.
        UsageError: no layout has this name.
    """
    opened = open_file(Path(path))
    chosen = layout_of(opened, layout)
    problems: list[Problem] = []
    if chosen.name == "pair-totals":
        notes: list[str] = []
        tables = read_pair_totals(opened, problems, notes, dataset=dataset, vintage=vintage)
        return Loading(chosen.name, dataset or opened.stem, tables, problems, notes)
    named = dataset or (None if "dataset" in opened.columns else opened.stem)
    return Loading(chosen.name, named, _figures(opened, problems, dataset, vintage), problems)


def _figures(opened: Opened, problems: list[Problem], dataset: str | None, vintage: str | None) -> Iterator[pa.Table]:
    flows = list(read_figures(opened, problems, dataset=dataset, vintage=vintage))
    if flows:
        yield flows_table(flows)
