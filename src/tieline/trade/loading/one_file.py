"""The flows of one statistics file, for a look: no ledger is needed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from tieline.ledger import flows_table, read_staged
from tieline.model.errors import UnreadableInputError
from tieline.trade.files.members import members
from tieline.trade.files.result import Loading, Problem
from tieline.trade.layouts.customs import MappingFile
from tieline.trade.loading.opening import Opening, open_member


def load_flows(
    path: Path,
    *,
    layout: str | None = None,
    mapping: Path | None = None,
    dataset: str | None = None,
    vintage: str | None = None,
) -> Loading:
    """Open a statistics file and give its flows, table by table, in the order of the file.

    The file's kind and header are checked at once; its rows are read as `Loading.tables` is. A row that can't be read
    is left out and noted in `Loading.problems`, the rest goes on.

    Args:
        path: A CSV, Parquet or JSON file (also gzipped, or alone in a zip archive).
        layout: A key of `LAYOUTS`; recognised by the header if not given.
        mapping: A mapping file that describes a table of another layout.
        dataset: The dataset's name; by default the file's own column, else the layout's, else the file's name.
        vintage: The day on which the statistics were released, ISO; by default as the file or its name says, else not known.

    Raises:
        UnreadableInputError: no such file, empty, of another kind, or without a column that its layout needs.
        UsageError: no layout has this name, or the mapping can't be read.
    """
    if Path(path).is_dir():
        raise UnreadableInputError(f"{path} is a folder; name one of the files in it, or load it with `tieline load`")
    found = members(Path(path))
    if len(found) > 1:
        raise UnreadableInputError(f"{path} holds {len(found)} files; `tieline load` loads them all")
    described = MappingFile.read(mapping) if mapping else None
    opening = open_member(found[0], layout=layout, mapping=described, dataset=dataset, vintage=vintage)
    problems: list[Problem] = []
    notes: list[str] = []
    if opening.plan is None:
        named = dataset or (None if "dataset" in opening.sheet.columns else opening.sheet.member.own_name.split(".")[0])
        return Loading(opening.layout, named, _figures(opening, problems), problems)
    return Loading(opening.layout, opening.dataset, _staged(opening, problems, notes), problems, notes)


def _figures(opening: Opening, problems: list[Problem]) -> Iterator[pa.Table]:
    flows = list(opening.figures(problems))
    if flows:
        yield flows_table(flows)


def _staged(opening: Opening, problems: list[Problem], notes: list[str]) -> Iterator[pa.Table]:
    with tempfile.TemporaryDirectory(prefix="tieline-") as folder:
        staged = opening.stage(Path(folder), 0)
        problems += staged.problems
        notes += staged.notes
        yield from read_staged([file.path for file in staged.files])
