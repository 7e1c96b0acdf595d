"""What indicators are computed from: a ledger's flows, any data frame, or a mapping; the numbers happen in DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from tieline.ledger import Ledger, Scan, offline_duckdb
from tieline.model.errors import UsageError
from tieline.trade.figures.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Plainly:
    """How the flows are sums of two stored columns: which ones, how much of the second, and what it is called then."""

    by: tuple[str, str]
    prefix: int | None
    named: str


@dataclass(frozen=True, slots=True)
class Stored:
    """Flows in a ledger, as the columns an indicator needs: the last step of the pipeline gives them.

    Attributes:
        summed: The figures of products are sums of codes, where no column of this name tells it one by one.
    """

    ledger: Ledger
    pipeline: Pipeline
    plainly: Plainly | None = None
    summed: bool = False

    @property
    def scan(self) -> Scan:
        """Which rows of the ledger are read."""
        given = self.pipeline.parameters
        return Scan(
            datasets=(given["dataset"],),
            vintage=given["vintage"],
            first=given["first"],
            last=given["last"],
            totals="all",
        )

    def query(self, steps: Pipeline) -> pa.Table:
        """Run steps behind those that give the flows."""
        whole = self.pipeline.joined(steps)
        return self.ledger.query(whole.sql(), whole.parameters, scan=self.scan)

    def sums(self) -> pa.Table | None:
        """What the pipeline gives, added up from whole files; None where rows must be looked at one by one."""
        if self.plainly is None:
            return None
        by, flow = self.plainly.by, self.pipeline.parameters["flow"]
        found = self.ledger.sums(by, self.scan, flow=flow, prefix=self.plainly.prefix)
        return None if found is None else found.rename_columns(["country", self.plainly.named, "value"])


Source = Stored | Any
"""`Stored` flows, or a frame of Arrow, pandas or polars."""
Amounts = Mapping[str, float] | Any
"""What is how much: a mapping, or a frame with a column of keys and the column `value`. US dollars, or any one unit."""


def compute(source: Source, columns: tuple[str, ...], steps: Pipeline) -> pa.Table:
    """Run steps over a source: their first reads `given`, which has these columns.

    Raises:
        UsageError: a frame that is none, that lacks a column, or whose `value` has nulls or negative numbers.
    """
    sums = source.sums() if isinstance(source, Stored) else None
    if isinstance(source, Stored) and sums is None:
        return source.query(steps)
    given = arrow(source, columns) if sums is None else sums
    with offline_duckdb() as engine:
        engine.register("given", given)
        return engine.sql(steps.sql(), params=dict(steps.parameters) or None).to_arrow_table()


def given_by(source: Source, columns: tuple[str, ...]) -> pa.Table:
    """The columns of a source as Arrow; errors as `compute`."""
    if not isinstance(source, Stored):
        return arrow(source, columns)
    sums = source.sums()
    return source.query(Pipeline()) if sums is None else sums


def arrow(frame: Any, columns: tuple[str, ...]) -> pa.Table:
    """A frame of any kind that narwhals knows, as Arrow, with the columns that are needed; raises UsageError."""
    import narwhals as nw  # noqa: PLC0415

    try:
        given = nw.from_native(frame, eager_only=True)
    except TypeError as error:
        raise UsageError(f"a {type(frame).__name__} is no data frame; give one of Arrow, pandas or polars") from error
    lacking = [name for name in columns if name not in given.columns]
    if lacking:
        raise UsageError(f"a frame without {', '.join(lacking)}; it needs the columns {', '.join(columns)}")
    table = given.select(*columns).to_arrow()
    if "value" in columns:
        _check(table["value"].to_pylist() if len(table) < 1000 else table["value"])
    return table


def amounts(source: Amounts, key: str = "product") -> dict[str, float]:
    """What is how much, from a mapping or a frame; equal keys are added up.

    >>> amounts({"27": 3, "01": 1})
    {'27': 3.0, '01': 1.0}
    """
    if isinstance(source, Mapping):
        _check(list(source.values()))
        return {name: float(value) for name, value in source.items()}
    table = arrow(source, (key, "value"))
    found: dict[str, float] = {}
    for name, value in zip(table[key].to_pylist(), table["value"].to_pylist(), strict=True):
        found[name] = found.get(name, 0.0) + float(value)
    return found


def _check(values: Any) -> None:
    if isinstance(values, list):
        bad = sum(value is None or value != value for value in values)  # noqa: PLR0124 -- NaN is not itself
        negative = any(value is not None and value < 0 for value in values)
    else:
        import pyarrow.compute as pc  # noqa: PLC0415

        bad = pc.sum(pc.is_null(values, nan_is_null=True)).as_py()
        negative = (pc.min(values).as_py() or 0) < 0
    if bad:
        raise UsageError(f"{bad} values are missing: leave those rows out if that is meant; missing is not zero")
    if negative:
        raise UsageError("a negative value: flows are zero or more")
