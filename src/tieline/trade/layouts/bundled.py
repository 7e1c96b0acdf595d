"""The published figures that come with the package: facts with their citations, in the figures layout."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from tieline.model.flows import Flow
from tieline.trade.files.result import Problem
from tieline.trade.files.tables import open_file
from tieline.trade.layouts.figures import read_figures


def bundled_flows() -> list[Flow]:
    """Give the bundled figures (datasets `kotra-2014` and `kotra-2013`); every new ledger holds them.

    >>> sorted({flow.dataset for flow in bundled_flows()})
    ['kotra-2013', 'kotra-2014']
    """
    return list(_read())


@cache
def _read() -> tuple[Flow, ...]:
    problems: list[Problem] = []
    with as_file(files("tieline.trade.layouts") / "published_figures.csv") as path:
        flows = tuple(read_figures(open_file(path), problems))
    if problems:
        raise ValueError(f"the bundled figures are damaged: {problems[0]}")
    return flows
